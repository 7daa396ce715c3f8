"""The long tail of business continuity."""

import pytest

from app.rules.continuity import RULE
from tests.builders import readings_of, terms_of


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        (
            "Vendor maintains a disaster recovery plan, tests it twice a year and restores the Service within eight hours.",
            {"plan": True, "tested": True, "recovery_hours": 8},
        ),
        ("Vendor shall have a contingency plan ready and rehearse it each spring.", {"plan": True, "tested": True}),
        ("The Vendor keeps a business continuity plan.", {"plan": True, "tested": None, "recovery_hours": None}),
        ("Vendor makes a back-up every night, keeps it at a second site and tests its restoration.", {"plan": None, "tested": True}),
        ("An emergency plan of the Vendor ensures that operation is resumed within one day.", {"plan": True, "recovery_hours": 24}),
    ],
)
def test_a_continuity_plan_is_read_in_other_words(text: str, terms: dict[str, object]) -> None:
    read = terms_of(readings_of(text, RULE))

    assert {name: read.get(name) for name in terms} == terms


@pytest.mark.parametrize(
    "text",
    [
        "Customer may keep archival and disaster-recovery copies of the Software.",
        "The plan of work is updated each week.",
        "Neither party is liable for events beyond its control.",
        "The exit plan restores the data to the Customer.",
    ],
)
def test_copies_and_other_plans_are_no_continuity(text: str) -> None:
    assert not readings_of(text, RULE)
