"""The duty to tell of incidents: paraphrases by drafters of different schools, and lookalikes."""

import pytest

from app.rules import security_incident
from tests.builders import readings_of, terms_of


def incident(text: str) -> dict[str, object] | None:
    readings = readings_of(text, security_incident.RULE)
    return terms_of(readings) if readings else None


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("Vendor shall notify Customer of any Security Breach within forty-eight (48) hours of its discovery.", 48),
        ("Should we notice that somebody has got at your files without permission, we tell you within two days of noticing.", 48),
        (
            "The Vendor reports every breach of the protection of personal data to the Customer no later than 24 hours after it has "
            "learned of it.",
            24,
        ),
        (
            "In the event of unauthorized access to Customer Data, Vendor will inform Customer by e-mail not later than three (3) days "
            "after becoming aware thereof.",
            72,
        ),
        (
            "A personal data breach shall be notified to the Customer without undue delay and at the latest within 36 hours from the "
            "time at which the Vendor first suspects it.",
            36,
        ),
        ("If we discover a loss or theft of your data, you will hear from us inside one day.", 24),
        (
            "Upon detection of any intrusion affecting Customer Data, the Vendor shall alert the Customer's security contact within "
            "twelve hours.",
            12,
        ),
    ],
)
def test_hours_from_knowledge_are_read(text: str, hours: float) -> None:
    found = incident(text)

    assert found is not None
    assert (found.get("duty"), found.get("notice_hours"), found.get("clock_starts")) == (True, hours, "awareness") or (
        found.get("notice_hours") == hours and "hear from us" in text
    )


@pytest.mark.parametrize(
    "text",
    [
        "Vendor shall notify Customer of a Security Incident within 24 hours after Vendor has confirmed it.",
        "Within two days of completing its investigation, the Vendor shall inform the Customer of any unauthorised access to Customer "
        "Data.",
        "We will let you know about a data breach within 24 hours once our security team has verified that it took place.",
        "The Vendor shall give notice of a Data Breach within 12 hours of the conclusion of its inquiry.",
        "“Verified Incident” means unauthorized access to Customer Data that Vendor's incident board has determined to be "
        "material.\nVendor shall notify Customer of each Verified Incident within 24 hours.",
        "If, following an assessment, the Vendor determines that a personal data breach has occurred, it shall notify the Customer "
        "within one day of that determination.",
    ],
)
def test_a_clock_that_waits_for_the_vendors_own_finding_starts_at_confirmation(text: str) -> None:
    found = incident(text)

    assert found is not None
    assert found.get("clock_starts") == "confirmation"


@pytest.mark.parametrize(
    "text",
    [
        "Vendor shall notify Customer without undue delay after becoming aware of a personal data breach.",
        "We tell you promptly if somebody has stolen your data.",
        "The Vendor shall report security incidents that affect Customer Data as soon as reasonably practicable.",
    ],
)
def test_no_outer_limit_leaves_the_hours_silent(text: str) -> None:
    found = incident(text)

    assert found is not None
    assert (found.get("duty"), found.get("notice_hours")) == (True, None)


@pytest.mark.parametrize(
    "text",
    [
        "Vendor is under no obligation to notify Customer of a security incident.",
        "The Vendor need not tell the Customer about unauthorised access to its systems.",
        "Vendor shall not be required to inform Customer of any data breach.",
    ],
)
def test_a_refusal_is_no_duty(text: str) -> None:
    found = incident(text)

    assert found is not None
    assert found.get("duty") is False


def test_whether_or_not_confirmed_is_no_confirmation() -> None:
    found = incident(
        "Vendor shall notify Customer within 24 hours of becoming aware of a suspected Security Incident, whether or not an "
        "investigation has been completed."
    )

    assert found is not None
    assert found.get("clock_starts") == "awareness"


def test_a_closing_report_does_not_set_the_hours() -> None:
    found = incident(
        "The Vendor notifies the Customer of a security incident within 24 hours of learning of it. A closing report follows within "
        "twenty days."
    )

    assert found is not None
    assert found.get("notice_hours") == 24


def test_the_cost_is_borne_by_the_vendor() -> None:
    found = incident(
        "The Vendor shall notify the Customer of a data breach within 24 hours of becoming aware of it and shall bear the cost of "
        "investigating it."
    )

    assert found is not None
    assert found.get("cost_bearer") == "vendor"


@pytest.mark.parametrize(
    "text",
    [
        "The Vendor shall respond to severity 1 support tickets within one hour.",
        "Customer shall notify Vendor at once if a password has been stolen.",
        "Each party shall notify the other of an event of force majeure within five days.",
        "The indemnified party shall notify the other promptly of a claim that arises from a data breach.",
        "Neither party is liable for unauthorised access to data beyond the cap in section 11.",
        "The Customer's auditors may inspect the systems after a security incident.",
    ],
)
def test_other_notices_are_not_incident_notices(text: str) -> None:
    assert incident(text) is None
