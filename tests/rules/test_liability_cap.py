"""The long tail of liability cap: paraphrases of different schools of drafting, and lookalikes beside them."""

import pytest

from app.rules.liability_cap import RULE
from tests.builders import readings_of, terms_of

PARAPHRASES = [
    (
        (
            "Our total responsibility to you for anything connected with this agreement ends at what you paid us in the six "
            "months before the problem arose."
        ),
        {"basis": "fees_paid", "months": 6, "protects": "vendor", "mutual": False},
    ),
    ("You cannot recover more from us than one quarter's subscription charges.", {"months": 3, "protects": "vendor"}),
    ("Vendor's cumulative liability is capped at USD 50,000.", {"basis": "fixed", "amount": 50000}),
    (
        (
            "The Vendor's total aggregate liability, whether in contract, tort (including negligence), breach of statutory "
            "duty, or otherwise, shall be limited to 100% of the Fees paid by the Customer during the 12 month period "
            "immediately preceding the date on which the claim arose."
        ),
        {"basis": "fees_paid", "months": 12, "protects": "vendor", "super_cap": False},
    ),
    (
        (
            "In no event will either party's aggregate liability exceed two times the fees paid and payable hereunder in the "
            "twelve (12) month period preceding the incident."
        ),
        {"months": 12, "multiple": 2, "basis": "fees_payable", "mutual": True},
    ),
    (
        "The most that one of us can be made to pay the other in a contract year is twice that year's charges.",
        {"basis": "annual_value", "multiple": 2},
    ),
    (
        ("Each party shall be liable up to a maximum of EUR 1,000,000 per event of damage and EUR 2,000,000 per contract year."),
        {"basis": "fixed", "amount": 1000000, "mutual": True},
    ),
    (
        ("The Vendor shall be liable for slight negligence only up to the amount of the remuneration owed for one contract year."),
        {"basis": "annual_value", "multiple": 1, "protects": "vendor"},
    ),
    (
        "Damages payable by Vendor may not surpass the price of the order under which the claim arises.",
        {"basis": "total_price", "protects": "vendor"},
    ),
    (
        ("We will not pay more than the lesser of $10,000 and the charges for the last three months for all claims together."),
        {"basis": "lesser_of", "amount": 10000, "months": 3, "protects": "vendor"},
    ),
    (
        ("Liability of the Vendor under this contract shall under no circumstances go beyond half of the yearly licence fee."),
        {"basis": "annual_value", "multiple": 0.5, "protects": "vendor"},
    ),
    ("Customer agrees that Vendor's maximum liability is the amount of one month's fees.", {"months": 1, "protects": "vendor"}),
    (
        "The ceiling on what either of us owes the other for a year's claims is 125% of the annual charges.",
        {"basis": "annual_value", "multiple": 1.25, "mutual": True},
    ),
    (
        (
            "The Vendor's liability to the Customer shall not exceed the Cap.\n“Cap” means an amount equal to the Charges "
            "paid in the quarter before the claim."
        ),
        {"basis": "fees_paid", "months": 3, "protects": "vendor"},
    ),
    (
        (
            "Except for breach of confidentiality, infringement of intellectual property rights, data breach, gross "
            "negligence or wilful misconduct, neither party's liability shall exceed 200% of the annual fees."
        ),
        {
            "multiple": 2,
            "mutual": True,
            "exceptions": ("confidentiality", "ip_infringement", "data_breach", "gross_negligence", "wilful_misconduct"),
        },
    ),
    (
        (
            "The liability of each party is limited to the fees paid in the 24 months before the event. This limitation does "
            "not apply to gross negligence, intent, breach of confidentiality or infringement of third-party rights. For "
            "breaches of data protection the limit is instead five times the annual fees."
        ),
        {
            "months": 24,
            "super_cap": True,
            "super_cap_multiple": 5,
            "super_cap_covers": ("data_breach",),
            "exceptions": ("confidentiality", "ip_infringement", "gross_negligence", "wilful_misconduct"),
        },
    ),
    (
        (
            "Neither party's liability shall exceed the fees paid in the preceding 12 months. The foregoing cap shall not "
            "limit Customer's payment obligations or Customer's liability for misuse of Vendor's intellectual property."
        ),
        {"mutual": False, "protects": "vendor", "exceptions": ()},
    ),
    (
        (
            "9. Liability\n9.1 Vendor's liability for all claims is limited to the Annual Charge.\n9.2 Clause 9.1 does not "
            "apply to breach of clause 7, wilful acts, or personal injury.\n7. Confidentiality\n7.1 Each party keeps the "
            "other's information secret."
        ),
        {"basis": "annual_value", "protects": "vendor", "exceptions": ("confidentiality", "wilful_misconduct", "death_or_injury")},
    ),
    (
        (
            "9. Liability\n9.1 The liability of each party shall in no case be higher than the Liability Limit.\n9.2 The "
            "Liability Limit does not apply to: (a) Customer's obligation to pay; (b) Customer's breach of clause 3; (c) "
            "infringement by Customer of Vendor's rights."
        ),
        {"protects": "vendor", "mutual": False},
    ),
    (
        (
            "12. What we owe each other\nIf things go wrong, the total that either of us may have to pay the other in any "
            "year is the amount of fees for that year. This does not apply if one of us acted on purpose or with gross "
            "carelessness, or let the other's confidential information out."
        ),
        {"mutual": True, "basis": "annual_value", "exceptions": ("confidentiality", "gross_negligence", "wilful_misconduct")},
    ),
    (
        (
            "LIMITATION OF LIABILITY\nTO THE MAXIMUM EXTENT PERMITTED BY LAW, THE TOTAL CUMULATIVE LIABILITY OF VENDOR AND "
            "ITS AFFILIATES, LICENSORS AND SUPPLIERS ARISING OUT OF OR RELATED TO THIS AGREEMENT, WHETHER IN CONTRACT OR TORT"
            " OR UNDER ANY OTHER THEORY OF LIABILITY, SHALL NOT EXCEED THE AMOUNTS ACTUALLY PAID BY CUSTOMER HEREUNDER IN THE"
            " SIX (6) MONTHS PRECEDING THE EVENT GIVING RISE TO LIABILITY."
        ),
        {"basis": "fees_paid", "months": 6, "protects": "vendor", "exceptions": ()},
    ),
    (
        (
            "The Vendor is liable without limitation for intent and gross negligence. In the event of slight negligence the "
            "Vendor is liable only for breach of a material contractual duty, and limited in amount to the foreseeable damage"
            " typical of the contract, at most EUR 25,000."
        ),
        {"amount": 25000, "protects": "vendor"},
    ),
    (
        (
            "Neither party's total liability under this Agreement shall exceed the greater of (i) five million dollars "
            "($5,000,000) and (ii) three times the annual fees."
        ),
        {"basis": "greater_of", "amount": 5000000, "multiple": 3, "mutual": True},
    ),
    (
        (
            "8. Liability\n8.1 Each party's total liability in any Contract Year is limited to 200 % of the Charges for that "
            "year.\n8.2 For loss of or unauthorised access to personal data, Vendor's liability is limited to GBP 10 million "
            "instead.\n8.3 Nothing limits liability for fraud, gross negligence, wilful default, breach of confidence or "
            "infringement of intellectual property."
        ),
        {
            "multiple": 2,
            "mutual": True,
            "super_cap": True,
            "super_cap_amount": 10000000,
            "super_cap_covers": ("data_breach",),
            "exceptions": ("confidentiality", "ip_infringement", "gross_negligence", "wilful_misconduct", "fraud"),
        },
    ),
    (
        "10. Liability\n10.1 Our liability to you ends at one month's charges.\n10.2 Your liability to us knows no limit.",
        {"months": 1, "protects": "vendor", "mutual": False},
    ),
    (
        (
            "The amount that the Vendor may be called upon to pay in respect of any and all claims shall be confined to a sum"
            " equal to the charges for the three months immediately prior to the cause of action."
        ),
        {"months": 3, "protects": "vendor"},
    ),
    (
        "In aggregate, Vendor's obligations to compensate Customer are restricted to a quarter of the Total Price.",
        {"basis": "total_price", "protects": "vendor"},
    ),
    (
        ("The Customer's sole recourse is recovery of direct damages, not to exceed the fees paid for the three months before."),
        {"basis": "fees_paid", "months": 3},
    ),
    (
        (
            "8. Our responsibility\n8.1 If we cause you loss, the compensation you get from us will never be more than what "
            "you were invoiced in the quarter before it happened."
        ),
        {"months": 3, "protects": "vendor"},
    ),
    (
        (
            "Liability\n1. A party's liability to the other in a contract year ends at the amount of the annual fee. 2. This "
            "ceiling falls away for intent, gross negligence, breach of secrecy, infringement of protected rights of others "
            "and for loss of data by breach of the security annex."
        ),
        {"mutual": True, "basis": "annual_value"},
    ),
    ("Vendor's maximum aggregate liability arising from this Agreement: USD 25,000.", {"basis": "fixed", "amount": 25000}),
    ("In any case, damages are limited to the value of the individual order from which they arose.", {"basis": "total_price"}),
    (
        (
            "14.2 Save as set out in clause 14.3, the Vendor accepts liability up to an aggregate of 110% of the Charges "
            "payable in the Contract Year.\n14.3 The cap in clause 14.2 is lifted for: (i) fraud; (ii) wilful default; (iii) "
            "breach of clause 9 (Confidentiality)."
        ),
        {"multiple": 1.1, "protects": "vendor", "exceptions": ("confidentiality", "wilful_misconduct", "fraud")},
    ),
    (
        (
            "The parties agree that neither shall have to pay more than the Cap Amount in respect of claims arising in one "
            "year.\nCap Amount: 24 months' fees."
        ),
        {"mutual": True},
    ),
    (
        (
            "9. Liability\n9.1 Vendor's total liability shall not exceed the annual fees.\n9.2 Customer's total liability "
            "shall not exceed the annual fees."
        ),
        {"mutual": True, "protects": "either"},
    ),
]
LOOKALIKES = [
    "Late fees shall not exceed the maximum rate permitted by law.",
    "Customer may not exceed the number of users for which it has paid fees.",
    "The refund shall not exceed the fees paid for the month.",
    "Travel costs are limited to $500 per trip.",
    "Customer shall be responsible for all charges up to the date of termination.",
    "The price of renewal terms may not be more than 5% higher than the fees of the preceding year.",
]


@pytest.mark.parametrize(("text", "terms"), PARAPHRASES)
def test_limit_of_liability_is_read_in_other_words(text: str, terms: dict[str, object]) -> None:
    readings = tuple(r for r in readings_of(text, RULE) if r.clause_type == RULE.clause_type)

    read = terms_of(readings)
    assert readings
    assert {name: read.get(name) for name in terms} == terms


@pytest.mark.parametrize("text", LOOKALIKES)
def test_a_lookalike_is_no_limit_of_liability(text: str) -> None:
    assert not [r for r in readings_of(text, RULE) if r.clause_type == RULE.clause_type]
