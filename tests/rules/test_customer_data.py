"""Customer data: paraphrases by drafters of different schools, and lookalikes."""

import pytest

from app.rules import customer_data
from tests.builders import readings_of, terms_of


def data(text: str) -> dict[str, object] | None:
    readings = readings_of(text, customer_data.RULE)
    return terms_of(readings) if readings else None


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Customer retains all right, title and interest in and to Customer Data.", "customer"),
        ("You own your content. We claim no ownership of it.", "customer"),
        ("Title to Customer Data shall at all times be vested in Customer.", "customer"),
        ("Customer Data is and remains the exclusive property of the Customer.", "customer"),
        ("What you upload stays yours.", "customer"),
        ("All data that the Customer enters into the Service become the property of the Vendor upon entry.", "vendor"),
        ("Vendor owns all right, title and interest in Customer Data and anything derived from it.", "vendor"),
        ("“Insight Data” means records derived from what the Customer submits.\nInsight Data belongs to the Vendor.", "vendor"),
    ],
)
def test_the_owner_is_read(text: str, owner: str) -> None:
    found = data(text)

    assert found is not None
    assert found.get("owner") == owner


@pytest.mark.parametrize(
    ("text", "purpose"),
    [
        ("Vendor shall use Customer Data solely for the purpose of providing the Services.", "service"),
        ("The Vendor processes Customer Data to the extent necessary to perform this Agreement and for no other purpose.", "service"),
        ("We use your content only to run the service for you.", "service"),
        ("Vendor may use Customer Data to provide the Services and to develop and improve its products.", "improvement"),
        ("The Vendor is entitled to analyse Customer Data for research and the development of new products.", "improvement"),
        ("Customer grants Vendor a perpetual licence to use, copy and distribute Customer Data for any purpose.", "any"),
        ("Vendor may exploit Customer Data commercially as it sees fit.", "any"),
        ("You allow us to use your content for our own business purposes, whatever they are.", "any"),
    ],
)
def test_the_purpose_is_read(text: str, purpose: str) -> None:
    found = data(text)

    assert found is not None
    assert found.get("licence_purpose") == purpose


@pytest.mark.parametrize(
    ("text", "usage"),
    [
        ("Vendor may collect usage data in aggregated and anonymised form and use it to improve the Service.", "de_identified"),
        (
            "We keep statistics on how the service is used, from which nobody can be identified, and use them to make it better.",
            "de_identified",
        ),
        ("The Vendor may gather usage data, whether or not a user can be identified from them, and use them freely.", "identifiable"),
    ],
)
def test_usage_data_are_read(text: str, usage: str) -> None:
    found = data(text)

    assert found is not None
    assert found.get("usage_data") == usage


@pytest.mark.parametrize(
    "text",
    [
        "Vendor retains all right, title and interest in the Service and the Documentation.",
        "The Customer owns the Deliverables upon payment.",
        "The Customer shall indemnify the Vendor against claims that Customer Data infringes third-party rights.",
        "Vendor shall back up Customer Data every day.",
        "The Vendor shall notify the Customer of any loss of Customer Data.",
        "Each party keeps the other's Confidential Information secret and uses it only to perform this Agreement.",
    ],
)
def test_other_clauses_are_not_read(text: str) -> None:
    assert data(text) is None
