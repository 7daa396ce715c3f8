"""The long tail of service levels: paraphrases of different schools of drafting, and lookalikes beside them."""

import pytest

from app.rules.service_levels import RULE
from tests.builders import readings_of, terms_of

PARAPHRASES = [
    (
        "Vendor will use commercially reasonable efforts to make the Service available 99.5% of the time each month.",
        {"uptime_percent": 99.5, "firm": False, "measured_over": "month"},
    ),
    (
        "We commit to a monthly uptime of 99.95%, planned maintenance not counted.",
        {"uptime_percent": 99.95, "firm": True, "measured_over": "month", "excludes_maintenance": True},
    ),
    (
        "The System is reachable at least 99.8 per cent of the hours of a calendar quarter.",
        {"uptime_percent": 99.8, "measured_over": "quarter", "firm": True},
    ),
    ("The Service Credits are your only remedy if we miss the uptime figure.", {"credits_sole_remedy": True}),
    (
        ("Beyond the credit, no claims of any kind arise from a shortfall of availability; in particular it is no ground for termination."),
        {"credits_sole_remedy": True, "chronic_failure_termination": False},
    ),
    ("Credits do not limit any other right or remedy of the Customer for an outage.", {"credits_sole_remedy": False}),
    (
        "Should uptime drop below 98% in three consecutive months, the Customer may cancel with immediate effect.",
        {"chronic_failure_termination": True},
    ),
    ("Service credits for a month are capped at 30% of that month's fee for missed availability.", {"credit_cap_percent": 30}),
    ("Vendor does not guarantee any particular level of availability.", {"firm": False}),
    (
        "The platform's uptime target is 99.5 % per month; missing the target is not a breach.",
        {"uptime_percent": 99.5, "firm": False, "measured_over": "month"},
    ),
    (
        (
            "Schedule 2: Service levels\nThe Vendor guarantees the availability stated below.\nService availability: 99.9 % "
            "on a monthly average."
        ),
        {"uptime_percent": 99.9, "measured_over": "month"},
    ),
    ("We undertake to keep the Service up for 99 % of each year.", {"uptime_percent": 99, "firm": True, "measured_over": "year"}),
    (
        "The credit settles all claims arising from the outage, and repeated outages give no right to give notice.",
        {"credits_sole_remedy": True, "chronic_failure_termination": False},
    ),
    (
        (
            "The foregoing credits constitute liquidated and final compensation, and Customer shall have no further remedy "
            "for any failure to meet the availability commitment."
        ),
        {"credits_sole_remedy": True},
    ),
    (
        ("If Vendor misses the service level in any two consecutive quarters, Customer has the right to exit the Agreement."),
        {"chronic_failure_termination": True},
    ),
    (
        "Availability: we target 99.9% measured monthly. Nothing in this section is a guarantee.",
        {"uptime_percent": 99.9, "firm": False, "measured_over": "month"},
    ),
    (
        "Vendor guarantees that users can log in for at least 99.7 % of every quarter.",
        {"uptime_percent": 99.7, "firm": True, "measured_over": "quarter"},
    ),
    ("The credit note is the full extent of what Customer may claim for downtime.", {"credits_sole_remedy": True}),
    (
        "After three months of missed targets in a row Customer can walk away from the contract on a week's notice.",
        {"chronic_failure_termination": True},
    ),
]
LOOKALIKES = [
    "Vendor keeps 99% of its staff trained each year.",
    "Termination for breach is Customer's sole remedy for a violation of clause 4.",
]


@pytest.mark.parametrize(("text", "terms"), PARAPHRASES)
def test_service_level_is_read_in_other_words(text: str, terms: dict[str, object]) -> None:
    readings = tuple(r for r in readings_of(text, RULE) if r.clause_type == RULE.clause_type)

    read = terms_of(readings)
    assert readings
    assert {name: read.get(name) for name in terms} == terms


@pytest.mark.parametrize("text", LOOKALIKES)
def test_a_lookalike_is_no_service_level(text: str) -> None:
    assert not [r for r in readings_of(text, RULE) if r.clause_type == RULE.clause_type]
