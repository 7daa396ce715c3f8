"""The long tail of warranty: paraphrases of different schools of drafting, and lookalikes beside them."""

import pytest

from app.rules.rule import Rule
from app.rules.warranty import DISCLAIMER, RULE
from tests.builders import readings_of, terms_of

PARAPHRASES = [
    (RULE, "For as long as you subscribe, the Service will do what its documentation says.", {"for_term": True}),
    (RULE, "Vendor guarantees that for a period of six months from acceptance the Software is free from defects.", {"months": 6}),
    (RULE, "The warranty period is twelve months and starts upon acceptance of the Deliverable.", {"months": 12}),
    (RULE, "You use the Service in its present state, with whatever errors it has, and we give no promise about it.", {"as_is": True}),
    (RULE, "THE SERVICES ARE PROVIDED “AS AVAILABLE” WITHOUT WARRANTY OF ANY KIND.", {"as_is": True}),
    (RULE, "The Customer takes the Model in the condition in which it is, without guarantee.", {"as_is": True}),
    (
        RULE,
        ("The Vendor warrants that the work results comply with the specification; claims lapse 12 months after acceptance."),
        {"months": 12},
    ),
    (DISCLAIMER, "No representation or warranty, express or implied, is made as to the accuracy of results.", {}),
    (DISCLAIMER, "We make no promises beyond those in this agreement.", {}),
    (
        RULE,
        (
            "The Software will be delivered free from material defects, and the Vendor remedies defects reported within one "
            "year of acceptance."
        ),
        {"months": 12},
    ),
    (RULE, "We promise nothing about the Service: you get it as it comes, warts and all.", {"as_is": True}),
    (RULE, "The Deliverables are handed over in their actual state, any liability for defects being excluded.", {"as_is": True}),
    (
        RULE,
        (
            "During the Warranty Period the System shall operate in accordance with the Specifications.\n“Warranty Period” "
            "means 60 days from delivery."
        ),
        {"months": 2},
    ),
    (RULE, "Vendor warrants the Software against defects for 18 months from go-live.", {"months": 18}),
    (RULE, "The Service is used at Customer's own risk and is supplied with no guarantee that it works.", {"as_is": True}),
]
LOOKALIKES = [
    (RULE, "Beta features are provided as is."),
    (RULE, "Each party warrants that it complies with applicable anti-bribery laws."),
]


@pytest.mark.parametrize(("rule", "text", "terms"), PARAPHRASES)
def test_warranty_is_read_in_other_words(rule: Rule, text: str, terms: dict[str, object]) -> None:
    readings = tuple(r for r in readings_of(text, rule) if r.clause_type == rule.clause_type)

    read = terms_of(readings)
    assert readings
    assert {name: read.get(name) for name in terms} == terms


@pytest.mark.parametrize(("rule", "text"), LOOKALIKES)
def test_a_lookalike_is_no_warranty(rule: Rule, text: str) -> None:
    assert not [r for r in readings_of(text, rule) if r.clause_type == rule.clause_type]
