"""Every wording of the library meets the position that it claims, read by the rules and judged by the playbooks."""

import re

import pytest

from app.domain.contract import Party
from app.domain.report import Facts
from app.playbook.judge import judge_position
from app.playbook.load import bundled_ids, load_playbook
from app.playbook.position import Position
from app.redline.wording import Wording, fill, library
from app.review.combine import combine
from app.rules import read_contract
from tests.builders import contract_of

FACTS = Facts({"annual_fees": 120_000.0})
CLAIMS = [(playbook, p) for playbook in bundled_ids() for p in load_playbook(playbook).positions if p.wording]


@pytest.mark.parametrize(("playbook", "position"), CLAIMS, ids=lambda value: value.id if isinstance(value, Position) else value)
def test_a_wording_meets_at_least_the_fallback_of_the_position_that_asks_for_it(playbook: str, position: Position) -> None:
    text = fill(
        library()[position.wording or ""].text,
        contract_of(
            "Services.",
        ),
    )

    readings = combine(read_contract(contract_of(text)))

    judgement = judge_position(position, readings, FACTS)[0]
    assert judgement.verdict in ("preferred", "fallback"), (judgement, text)


@pytest.mark.parametrize("wording", library().values(), ids=lambda wording: wording.id)
def test_a_wording_reads_in_plain_language_papers_too(wording: Wording) -> None:
    """After a side's name stands a verb that fits "we" and "you" as well, or one marked to agree with them."""
    for verb in re.findall(r"\{(?:[Cc]ustomer|[Vv]endor)\} (?:hereby )?([a-z]+)\b(?!\[)", wording.text):
        assert not verb.endswith("s") or verb in {"as", "business"}, (wording.id, verb)


def test_a_wording_speaks_in_the_papers_own_names() -> None:
    text = "{Vendor} warrant[s] that {vendor} [is|are] able. {Customer's} data."
    plain = contract_of(
        "We host. You pay.", Party("Loom, Inc.", ("we", "us", "our"), "vendor"), Party("Dray, LLC", ("you", "your"), "customer")
    )
    formal = contract_of(
        "The Supplier hosts. The Client pays the Supplier.",
        Party("A Ltd", ("Supplier",), "vendor"),
        Party("B Ltd", ("Client",), "customer"),
    )

    assert fill(text, plain) == "We warrant that we are able. Your data."
    assert fill(text, formal) == "The Supplier warrants that the Supplier is able. The Client's data."
