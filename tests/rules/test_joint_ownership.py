"""Joint ownership: both readings that a clause of it gets."""

import pytest

from app.rules import ip_assignment, joint_ownership
from tests.builders import readings_of, terms_of


@pytest.mark.parametrize(
    "text",
    [
        "The work results are the joint property of the parties.",
        "All Deliverables are owned by both parties in undivided shares.",
        "Customer and Vendor shall be co-owners of the software developed under this agreement.",
    ],
)
def test_joint_ownership_is_both_a_type_of_its_own_and_an_assignee(text: str) -> None:
    assert terms_of(readings_of(text, joint_ownership.RULE)) == {"joint": True}
    assert terms_of(readings_of(text, ip_assignment.RULE))["assignee"] == "joint"


@pytest.mark.parametrize(
    "text", ["The parties bear the cost of the escrow in equal shares.", "The parties are jointly liable for taxes on the work results."]
)
def test_what_the_parties_merely_share_is_no_joint_ownership(text: str) -> None:
    assert readings_of(text, joint_ownership.RULE) == ()
