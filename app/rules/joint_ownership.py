"""Joint ownership: rights that both parties own together, by a clause or by a note to a table of classes."""

from __future__ import annotations

from app.domain.reading import Proof, Reading
from app.rules.ip_assignment import read_owner
from app.rules.reading.passage import Passage
from app.rules.rule import Rule, fires, near_miss


def read_joint_ownership(passage: Passage) -> Reading | None:
    """Read that both own something together."""
    found = read_owner(passage)
    if found is None or (assignee := found[1].get("assignee")) is None or assignee.value != "joint":
        return None
    return passage.reading("joint_ip_ownership", found[0], joint=Proof(True, assignee.span))


RULE = Rule(
    "joint_ip_ownership",
    read_joint_ownership,
    examples=(
        fires("The elements of the module are held by Vendor and Customer as co-owners in equal undivided shares.", joint=True),
        fires("All Work Product shall be jointly owned by the parties.", joint=True),
        fires("The parties own the results of the project in common.", joint=True),
        near_miss("The parties are jointly and severally liable for the fees."),
        near_miss("The results of the project belong to Customer alone."),
        near_miss("Each party bears its costs in equal shares."),
    ),
)
