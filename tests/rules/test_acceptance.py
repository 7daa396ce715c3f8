"""The long tail of acceptance: paraphrases of different schools of drafting, and lookalikes beside them."""

import pytest

from app.rules.acceptance import RULE
from tests.builders import readings_of, terms_of

PARAPHRASES = [
    (
        (
            "Customer has ten business days after delivery to inspect the Deliverable; if it does not reject it in writing "
            "within that time, it is deemed accepted."
        ),
        {"test_days": 14, "deemed": True},
    ),
    ("If we hear nothing from you within two working days of delivery, the Deliverable counts as approved.", {"deemed": True}),
    ("Use of a Deliverable in production constitutes acceptance.", {"deemed": True}),
    ("The Customer tests each Milestone for six weeks against the acceptance criteria in Annex 2.", {"test_days": 42, "criteria": True}),
    ("No Deliverable is accepted without a certificate signed by the Customer; silence does not amount to acceptance.", {"deemed": False}),
    (
        (
            "1. Acceptance\n1.1 Works shall be considered taken over unless the Customer complains of defects in writing "
            "within five days of handover."
        ),
        {"deemed": True, "test_days": 5},
    ),
    (
        ("The Customer may evaluate a release for thirty days. Putting it into service before then is not to be taken as acceptance."),
        {"deemed": False, "test_days": 30},
    ),
    ("Each Milestone is deemed accepted three days after Vendor uploads it.", {"deemed": True, "test_days": 3}),
    ("Delivery of a Deliverable is at the same time its acceptance.", {"deemed": True}),
    (
        (
            "Customer shall have forty-five (45) days to verify each Deliverable against the Specifications; only a signed "
            "certificate counts as acceptance."
        ),
        {"test_days": 45, "criteria": True},
    ),
]
LOOKALIKES = [
    "Acceptance of a purchase order requires a signature.",
    "Vendor reviews its security policies each year.",
]


@pytest.mark.parametrize(("text", "terms"), PARAPHRASES)
def test_acceptance_clause_is_read_in_other_words(text: str, terms: dict[str, object]) -> None:
    readings = tuple(r for r in readings_of(text, RULE) if r.clause_type == RULE.clause_type)

    read = terms_of(readings)
    assert readings
    assert {name: read.get(name) for name in terms} == terms


@pytest.mark.parametrize("text", LOOKALIKES)
def test_a_lookalike_is_no_acceptance_clause(text: str) -> None:
    assert not [r for r in readings_of(text, RULE) if r.clause_type == RULE.clause_type]
