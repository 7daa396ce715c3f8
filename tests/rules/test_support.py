"""The long tail of support."""

import pytest

from app.rules.support import RULE
from tests.builders import readings_of


@pytest.mark.parametrize(
    "text",
    [
        "Support is rendered on Working Days from 07:00 to 17:00.",
        "Vendor shall answer support requests of the first severity within thirty minutes at any hour.",
        "Tickets may be opened round the clock; Vendor acknowledges each of them within two hours.",
        "A hotline is available from Monday to Friday during office hours.",
        "Vendor shall provide patches and bug fixes at no extra charge.",
        "Faults of class 1 are taken in hand within four hours.",
    ],
)
def test_support_is_read_in_other_words(text: str) -> None:
    assert readings_of(text, RULE)


@pytest.mark.parametrize(
    "text",
    [
        "Vendor shall notify Customer of a data breach within one business day.",
        "Customer shall support Vendor in the defence of the claim.",
        "Audits take place during business hours on ten days' notice.",
        "Vendor's auditors answer questions of the regulator within five business days.",
        "Financial support of the parties' trade association is due each January.",
    ],
)
def test_other_promises_of_help_are_no_support(text: str) -> None:
    assert not readings_of(text, RULE)
