"""Data protection: paraphrases by drafters of different schools, and lookalikes."""

import pytest

from app.rules import data_protection
from tests.builders import readings_of, terms_of


def protected(text: str) -> dict[str, object] | None:
    readings = readings_of(text, data_protection.RULE)
    return terms_of(readings) if readings else None


@pytest.mark.parametrize(
    "text",
    [
        "The parties shall comply with the Data Processing Addendum attached as Exhibit D.",
        "Vendor processes personal data solely on the documented instructions of Customer.",
        "Annex 2 is the contract on commissioned data processing within the meaning of Article 28 GDPR.",
        "We act as your processor and handle personal data only as you instruct us; the data processing terms at the end apply.",
        "To the extent that the Vendor processes personal data on behalf of the Customer, the DPA in Schedule 4 applies.",
    ],
)
def test_a_processing_agreement_is_read(text: str) -> None:
    found = protected(text)

    assert found is not None
    assert found.get("dpa") is True


@pytest.mark.parametrize(
    "text",
    [
        "Vendor shall encrypt Customer Data at rest and in transit, restrict access by multi-factor authentication and commission an "
        "annual penetration test.",
        "The technical and organisational measures that the Vendor takes to protect personal data are listed in Annex 3.",
        "Your data is encrypted with AES-256, staff sign in with two-factor authentication, and we hold an ISO 27001 certificate.",
        "The Vendor maintains the safeguards described in Schedule 5, which include encryption of personal data.",
    ],
)
def test_named_measures_are_read(text: str) -> None:
    found = protected(text)

    assert found is not None
    assert found.get("measures_named") is True


@pytest.mark.parametrize(
    "text",
    [
        "Vendor determines in its sole discretion which technical and organizational measures it applies to personal data.",
        "No data processing agreement forms part of this Agreement.",
        "Vendor makes no commitment as to security measures for personal data.",
        "The security measures described on the Vendor's website are for information only and may be withdrawn.",
    ],
)
def test_a_refusal_is_read(text: str) -> None:
    found = protected(text)

    assert found is not None
    assert found.get("refused") is True


@pytest.mark.parametrize(
    "text", ["The Vendor shall protect personal data by appropriate technical and organisational measures.", "We keep personal data safe."]
)
def test_measures_without_names_are_not_named(text: str) -> None:
    found = protected(text) or {}

    assert found.get("measures_named") is None


@pytest.mark.parametrize(
    "text",
    [
        "The Vendor's liability for breach of its data protection duties is limited to twice the annual fees.",
        "The Vendor shall defend the Customer against third-party claims arising from a loss of personal data.",
        "Licensee stores the weights in encrypted form and restricts access by two-factor authentication.",
        "The processing of orders on behalf of Customer takes two days.",
        "The Customer shall keep its password secure.",
    ],
)
def test_other_mentions_of_data_are_not_read(text: str) -> None:
    assert protected(text) is None
