"""The long tail of indemnity: paraphrases of different schools of drafting, and lookalikes beside them."""

import pytest

from app.rules.indemnity import RULE
from tests.builders import readings_of, terms_of

PARAPHRASES = [
    (
        (
            "The Customer shall bear all losses that the Vendor incurs in connection with the use of the Platform by the "
            "Customer, irrespective of whether the Vendor is to blame."
        ),
        {"by": "customer", "triggers": ("any_use",), "third_party_claims_only": False, "covers_indemnitee_fault": True},
    ),
    (
        (
            "Upon first demand the Customer releases the Vendor from all claims of third parties that are based on unlawful "
            "use of the Software by the Customer."
        ),
        {"by": "customer", "triggers": ("unlawful_use",), "third_party_claims_only": True},
    ),
    (
        ("You'll cover us for any claim, loss or cost that comes from the way you use the app, even if we contributed to it."),
        {"by": "customer", "triggers": ("any_use",), "covers_indemnitee_fault": True},
    ),
    (
        "Any damage that we suffer through your use of the Service is for your account.",
        {"by": "customer", "triggers": ("any_use",), "third_party_claims_only": False},
    ),
    (
        ("We'll stand between you and anyone who claims that our software copies their work: we handle the case and pay the bill."),
        {"by": "vendor", "triggers": ("ip_infringement",)},
    ),
    (
        (
            "The Vendor will keep the Customer harmless from third-party actions alleging that the Software violates "
            "copyrights or patents, and from third-party claims caused by a security breach of the Vendor's systems."
        ),
        {"by": "vendor", "triggers": ("ip_infringement", "data_breach"), "third_party_claims_only": True},
    ),
    (
        "Each party shall indemnify the other against third-party claims arising from its gross negligence.",
        {"by": "either", "third_party_claims_only": True},
    ),
    (
        (
            "Vendor will reimburse Customer for all damages finally awarded in a suit brought by a third party claiming that "
            "the outputs or the training data infringe its copyright."
        ),
        {"by": "vendor", "triggers": ("ip_infringement", "outputs", "training_data")},
    ),
    (
        (
            "Customer will defend, indemnify and hold Vendor harmless from any third-party claim arising from Customer Data "
            "or Customer's breach of the acceptable use policy, except to the extent caused by Vendor."
        ),
        {"by": "customer", "third_party_claims_only": True, "covers_indemnitee_fault": False},
    ),
    (
        ("Vendor is entitled to be indemnified by Customer against any and all liabilities resulting from the operation of the System."),
        {"by": "customer", "triggers": ("any_use",), "third_party_claims_only": False},
    ),
    ("Vendor gives no indemnity of any kind against claims of infringement.", {"by": "vendor", "refused": True}),
    ("We are not obliged to defend you if a third party says that the service infringes its rights.", {"by": "vendor", "refused": True}),
    (
        (
            "10. Claims\n10.1 Customer will hold us and our partners harmless against everything that third parties or we "
            "ourselves may suffer from the operation of the tool, our own carelessness included."
        ),
        {"by": "customer", "triggers": ("any_use",), "third_party_claims_only": False, "covers_indemnitee_fault": True},
    ),
    (
        (
            "The Customer is answerable to the Vendor for, and shall make good to it, every loss, cost and claim which has "
            "its origin in the employment of the Software, without regard to fault on the part of the Vendor."
        ),
        {"by": "customer", "triggers": ("any_use",), "covers_indemnitee_fault": True},
    ),
    ("If anyone says that your content breaks the law or their rights and comes after us, you pay what that costs us.", {"by": "customer"}),
    (
        (
            "Vendor shall, at its expense, settle or defend any suit against Customer to the extent that it is based on a "
            "claim that the Software infringes any patent, and pay resulting costs and damages."
        ),
        {"by": "vendor", "triggers": ("ip_infringement",), "third_party_claims_only": True},
    ),
    (
        (
            "Should a third party take action against the Customer because the Software violates its rights, the Vendor shall"
            " release the Customer from these claims and bear the costs of the defence."
        ),
        {"by": "vendor", "triggers": ("ip_infringement",), "third_party_claims_only": True},
    ),
    ("The Vendor does not hold the Customer harmless against claims of third parties.", {"by": "vendor", "refused": True}),
    (
        (
            "12. Indemnities\n12.1 Vendor indemnifies Customer against third-party claims of infringement.\n12.2 The "
            "indemnity does not cover outputs of the model or data with which it was trained."
        ),
        {"by": "vendor", "triggers": ("ip_infringement",), "excludes": ("outputs", "training_data")},
    ),
    (
        (
            "Customer agrees to reimburse Vendor for any loss, claim or expense (including those Vendor brings upon itself) "
            "in any way linked to Customer's account."
        ),
        {"by": "customer", "third_party_claims_only": False},
    ),
    (
        (
            "Vendor shall protect Customer against, and pay, all claims by outsiders that the Service copies their work or "
            "that their details leaked from Vendor's systems."
        ),
        {"by": "vendor"},
    ),
    (
        (
            "Vendor's only obligation when a third party claims infringement is to replace the item; it owes Customer no "
            "defence and no reimbursement."
        ),
        {"by": "vendor", "refused": True},
    ),
]
LOOKALIKES = [
    "A party seeking to rely upon an indemnity shall notify the other of the claim and allow it to conduct the defence.",
    "Vendor shall reimburse Customer for the prepaid fees after termination.",
    "Vendor shall cover all costs of hosting.",
    "Customer bears the costs of its internet connection.",
    "Each party shall protect the other's Confidential Information from unauthorised disclosure.",
    "Vendor protects Customer Data against loss by daily back-ups.",
]


@pytest.mark.parametrize(("text", "terms"), PARAPHRASES)
def test_indemnity_is_read_in_other_words(text: str, terms: dict[str, object]) -> None:
    readings = tuple(r for r in readings_of(text, RULE) if r.clause_type == RULE.clause_type)

    read = terms_of(readings)
    assert readings
    assert {name: read.get(name) for name in terms} == terms


@pytest.mark.parametrize("text", LOOKALIKES)
def test_a_lookalike_is_no_indemnity(text: str) -> None:
    assert not [r for r in readings_of(text, RULE) if r.clause_type == RULE.clause_type]
