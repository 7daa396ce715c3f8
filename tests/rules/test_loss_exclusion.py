"""The long tail of loss exclusion: paraphrases of different schools of drafting, and lookalikes beside them."""

import pytest

from app.rules.loss_exclusion import RULE
from tests.builders import readings_of, terms_of

PARAPHRASES = [
    ("We are not liable for lost revenue or profits, however they come about.", {"protects": "vendor", "excluded": True}),
    (
        (
            "Liability for loss of profit, business interruption and loss of data is excluded on the Vendor's part, be the "
            "loss direct or indirect."
        ),
        {"protects": "vendor", "direct_excluded": True},
    ),
    ("Neither of us has to make up for the other's indirect losses.", {"mutual": True}),
    (
        (
            "Under no circumstances shall the Vendor be responsible to the Customer for special, incidental, exemplary or "
            "consequential damages."
        ),
        {"protects": "vendor", "mutual": False},
    ),
    ("Each party waives any claim against the other for consequential or punitive damages.", {"mutual": True}),
    ("You may not claim from us compensation for missed business or knock-on losses.", {"protects": "vendor"}),
    ("The Vendor does not compensate follow-on damage such as loss of production.", {"protects": "vendor"}),
    (
        "The costs of restoring data and of notifying the persons affected shall be deemed direct damages.",
        {"direct_losses_defined": True, "notification_direct": True},
    ),
    ("Direct damages include the cost of substitute services during an outage.", {"direct_losses_defined": True, "outage_direct": True}),
    (
        (
            "Vendor shall not be liable for loss of anticipated savings, loss of contracts or any special loss, in each case "
            "whether arising directly or indirectly."
        ),
        {"protects": "vendor", "direct_excluded": True},
    ),
    ("Compensation for lost profit is owed by neither side.", {"mutual": True}),
    ("No claims lie against the Vendor for standstill, lost production or other consequential harm.", {"protects": "vendor"}),
    (
        (
            "11. Damages\n11.1 Neither party is liable for consequential loss.\n11.2 Clause 11.1 does not apply to breach of "
            "confidentiality or a data breach."
        ),
        {"mutual": True, "exceptions": ("confidentiality", "data_breach")},
    ),
    ("Loss of profit counts as direct loss where it results from an outage.", {"direct_losses_defined": True, "outage_direct": True}),
    (
        "We will not cover profit you did not make, contracts you lost or data that disappeared, direct or not.",
        {"protects": "vendor", "direct_excluded": True},
    ),
    ("The Vendor bears no responsibility for consequential harm or for damages resulting from business stoppage.", {"protects": "vendor"}),
    ("Recovery of indirect damages is excluded for both parties.", {"mutual": True}),
]
LOOKALIKES = [
    "The Vendor shall compensate the Customer for loss of data that it caused.",
    "Confidential Information includes data on profits and revenues.",
    "The special conditions prevail over the general conditions, without loss of rights.",
]


@pytest.mark.parametrize(("text", "terms"), PARAPHRASES)
def test_exclusion_of_loss_is_read_in_other_words(text: str, terms: dict[str, object]) -> None:
    readings = tuple(r for r in readings_of(text, RULE) if r.clause_type == RULE.clause_type)

    read = terms_of(readings)
    assert readings
    assert {name: read.get(name) for name in terms} == terms


@pytest.mark.parametrize("text", LOOKALIKES)
def test_a_lookalike_is_no_exclusion_of_loss(text: str) -> None:
    assert not [r for r in readings_of(text, RULE) if r.clause_type == RULE.clause_type]
