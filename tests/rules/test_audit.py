"""Audit rights of the customer, its regulator and the vendor: paraphrases by drafters of different schools, and lookalikes."""

import pytest

from app.rules import audit
from tests.builders import readings_of, terms_of


def audited(text: str) -> dict[str, object] | None:
    readings = readings_of(text, audit.RULE)
    return terms_of(readings) if readings else None


@pytest.mark.parametrize(
    "text",
    [
        "Customer shall have the right to audit Vendor's compliance with this Agreement upon thirty (30) days' written notice.",
        "You may come and inspect the systems on which we process your data; tell us ten days ahead.",
        "The Vendor shall permit the Customer, or an independent auditor mandated by it, to examine its records and premises.",
        "Once a year the Customer is entitled to satisfy itself on site of the Vendor's compliance with data protection law.",
        "Vendor will allow Customer to review the controls that protect Customer Data after a security incident.",
    ],
)
def test_the_customers_audit_is_read(text: str) -> None:
    found = audited(text)

    assert found is not None
    assert "customer" in found.get("granted_to", ())  # type: ignore[operator]


@pytest.mark.parametrize(
    "text",
    [
        "Any competent authority supervising the Customer shall have unrestricted access to the Vendor's premises, systems and personnel.",
        "The Customer's regulators may inspect the Vendor's systems and records at any time and without notice.",
        "The Vendor grants the supervisory authorities full access to its data centres whenever they require it.",
    ],
)
def test_a_regulator_with_free_access_is_unrestricted(text: str) -> None:
    found = audited(text)

    assert found is not None
    assert found.get("regulator_unrestricted") is True


@pytest.mark.parametrize(
    "text",
    [
        "The right to audit does not extend to any regulator or supervisory authority of the Customer.",
        "No premises or records of the Vendor are open to inspection by the Customer or by an authority that supervises it.",
        "The audit right may be exercised by the Customer's internal auditors only, to the exclusion of public authorities.",
    ],
)
def test_a_regulator_that_is_kept_out_is_excluded(text: str) -> None:
    found = audited(text)

    assert found is not None
    assert found.get("regulator_excluded") is True


@pytest.mark.parametrize(
    "text",
    [
        "Vendor's obligation to permit audits is satisfied in full by delivery of its most recent SOC 2 Type II report.",
        "In lieu of any audit or inspection, Customer accepts the Vendor's current SOC 2 report, and no further audit is permitted.",
        "The Customer's sole right to examine the Vendor's security is to receive a copy of the SOC 2 Type 2 report once a year.",
        "Audits. We send you our SOC 2 report once a year. That report takes the place of any audit of our systems by you.",
    ],
)
def test_a_report_with_nothing_behind_it_is_read(text: str) -> None:
    found = audited(text)

    assert found is not None
    assert found.get("report_only") is True


@pytest.mark.parametrize(
    "text",
    [
        "The Customer shall first consult the Vendor's SOC 2 Type II report. If questions remain, it may audit the Vendor's systems on "
        "site.",
        "Before it exercises its right to inspect the Vendor's systems, the Customer reviews the current SOC 2 Type II report; the "
        "report does not replace the inspection.",
    ],
)
def test_a_report_as_first_tier_leaves_the_right(text: str) -> None:
    found = audited(text)

    assert found is not None
    assert found.get("report_only") in (False, None)
    assert found.get("report_accepted") == "SOC 2 Type II"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Vendor may audit Customer's use of the Software once a year upon thirty days' notice.", 30),
        ("We may check your records on the number of users, not more than once in twelve months and on ten working days' notice.", 14),
        ("The Vendor is entitled to enter the Customer's premises without prior notice in order to verify compliance with the licence.", 0),
        ("Vendor may inspect the Customer's systems at any time and unannounced to verify usage.", 0),
    ],
)
def test_the_vendors_audit_is_its_own(text: str, days: float) -> None:
    found = audited(text)

    assert found is not None
    assert (found.get("granted_to"), found.get("notice_days")) == (("vendor",), days)


def test_triggers_pen_test_and_segregated_environment_are_read() -> None:
    found = audited(
        "After a material breach, a security incident or a request by a regulator the Customer may inspect the Vendor's systems. Where "
        "the SOC 2 report discloses a material finding, the "
        "Customer may have a penetration test carried out in an isolated environment."
    )

    assert found is not None
    assert found.get("triggers") == ("breach", "incident", "regulator_request", "report_finding")
    assert (found.get("penetration_test"), found.get("segregated_environment")) == (True, True)


@pytest.mark.parametrize(
    "text",
    [
        "The Customer reviews each deliverable within ten days of delivery.",
        "The parties review the prices once a year.",
        "The Recipient shall examine the goods upon arrival.",
        "The Vendor's financial statements are audited annually.",
        "A dispute is examined by a committee of both parties.",
        "The Vendor tests the Software before release and verifies that it conforms to the Documentation.",
        "The Customer has full access to the Service at any time.",
    ],
)
def test_other_reviews_are_not_audits(text: str) -> None:
    assert audited(text) is None
