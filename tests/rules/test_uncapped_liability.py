"""The long tail of uncapped liability: paraphrases of different schools of drafting, and lookalikes beside them."""

import pytest

from app.rules.uncapped_liability import RULE
from tests.builders import readings_of, terms_of

PARAPHRASES: list[tuple[str, dict[str, object]]] = [
    ("Nothing in this clause 9 operates so as to exclude liability for fraud.", {}),
    ("The liability of the parties for intent is unlimited.", {}),
    ("Neither limit touches what a party owes for leaking the other's secrets; its liability there has no ceiling.", {}),
]
LOOKALIKES = [
    "There is no limit on the number of projects.",
    "The Customer may use the Software without limitation as to location.",
]


@pytest.mark.parametrize(("text", "terms"), PARAPHRASES)
def test_without_limit_is_read_in_other_words(text: str, terms: dict[str, object]) -> None:
    readings = tuple(r for r in readings_of(text, RULE) if r.clause_type == RULE.clause_type)

    read = terms_of(readings)
    assert readings
    assert {name: read.get(name) for name in terms} == terms


@pytest.mark.parametrize("text", LOOKALIKES)
def test_a_lookalike_is_no_without_limit(text: str) -> None:
    assert not [r for r in readings_of(text, RULE) if r.clause_type == RULE.clause_type]
