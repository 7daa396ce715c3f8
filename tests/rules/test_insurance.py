"""The long tail of insurance."""

import pytest

from app.rules.insurance import RULE
from tests.builders import readings_of, terms_of


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        (
            "Vendor keeps in force a cyber liability policy with a limit of five million dollars per claim.",
            {"cyber": True, "amount": 5000000},
        ),
        (
            "The Vendor is insured against data breach and professional liability for EUR 2,000,000 a year.",
            {"cyber": True, "currency": "EUR"},
        ),
        (
            "Vendor shall effect and maintain professional indemnity insurance of £1 million.",
            {"required": True, "cyber": None, "amount": 1000000},
        ),
        ("We hold workers' compensation and commercial general liability cover.", {"required": True, "amount": None}),
        ("Throughout the term Vendor shall procure insurance that covers hacking, in the amount of USD 3,000,000.", {"cyber": True}),
    ],
)
def test_a_duty_to_insure_is_read_in_other_words(text: str, terms: dict[str, object]) -> None:
    read = terms_of(readings_of(text, RULE))

    assert {name: read.get(name) for name in terms} == terms


@pytest.mark.parametrize(
    "text",
    [
        "The Customer sells insurance to small businesses.",
        "The amount insured is not a limit of liability.",
        "Information may be shown to insurers and lenders who need it.",
        "The policy on acceptable use is published on the website.",
    ],
)
def test_insurance_that_is_only_mentioned_is_no_duty(text: str) -> None:
    assert not readings_of(text, RULE)
