"""Where data may be, and foreign authorities: paraphrases by drafters of different schools, and lookalikes."""

import pytest

from app.rules import data_residency
from tests.builders import readings_of, terms_of


def placed(text: str) -> dict[str, object] | None:
    readings = readings_of(text, data_residency.RULE)
    return terms_of(readings) if readings else None


@pytest.mark.parametrize(
    "text",
    [
        "Vendor may process and store Customer Data in the United States and in any other country in which Vendor or its affiliates "
        "maintain facilities.",
        "We may move your data to any place in the world from which we or our helpers work.",
        "Customer consents to the transfer of Customer Data to any country in which Vendor or its sub-processors operate.",
        "The Vendor's staff may access Customer Data from wherever they happen to be.",
        "Customer Data may be stored, processed and viewed by the Vendor anywhere.",
        "The Vendor may at any time relocate the Customer Data to other jurisdictions as it considers appropriate.",
    ],
)
def test_a_vendor_that_may_go_anywhere_is_read(text: str) -> None:
    found = placed(text)

    assert found is not None
    assert found.get("anywhere") is True


def test_a_territory_that_the_vendor_may_widen_is_anywhere() -> None:
    found = placed(
        "“Permitted Territory” means the United Kingdom and such other countries as the Vendor may from time to time designate.\n"
        "The Vendor shall store and process Customer Data within the Permitted Territory only."
    )

    assert found is not None
    assert found.get("anywhere") is True


@pytest.mark.parametrize(
    ("text", "regions"),
    [
        ("Customer Data shall be hosted exclusively in data centers located in Canada.", ("Canada",)),
        ("Your files stay in Ireland and Norway; we store and process them there and nowhere else.", ("Ireland", "Norway")),
        ("All processing of Customer Data takes place solely within the European Economic Area.", ("European Economic Area",)),
        ("The Vendor keeps Customer Data at rest in Germany.", ("Germany",)),
    ],
)
def test_regions_are_read_as_worded(text: str, regions: tuple[str, ...]) -> None:
    found = placed(text)

    assert found is not None
    assert found.get("regions") == regions
    assert found.get("anywhere") is None


@pytest.mark.parametrize(
    "text",
    [
        "Customer Data shall be stored and processed in the United Kingdom. Any transfer to another country requires the Customer's "
        "prior written consent.",
        "The Vendor shall not transfer Customer Data out of the United Kingdom without the Customer's prior written approval.",
        "We keep your data in the United Kingdom and send it elsewhere only if you have agreed in writing.",
    ],
)
def test_a_transfer_that_needs_consent_is_read(text: str) -> None:
    found = placed(text)

    assert found is not None
    assert found.get("transfer_requires_consent") is True


@pytest.mark.parametrize(
    "text",
    [
        "Customer Data are stored in France. Remote access from outside France for support purposes counts as a transfer and needs the "
        "Customer's prior consent.",
        "The Vendor stores, processes and accesses Customer Data only from within Switzerland.",
    ],
)
def test_access_from_elsewhere_that_counts_is_covered(text: str) -> None:
    found = placed(text)

    assert found is not None
    assert found.get("access_covered") is True


@pytest.mark.parametrize(
    ("text", "told", "contested"),
    [
        (
            "If a court outside the European Union orders the disclosure of Customer Data, the Vendor shall inform the Customer without "
            "delay and shall challenge the order.",
            True,
            True,
        ),
        ("We tell you before we hand your data to any foreign government that asks for it, unless the law forbids us to.", True, None),
        (
            "Vendor may disclose Customer Data in response to a request of any government agency and has no obligation to notify Customer.",
            False,
            None,
        ),
        (
            "Where law enforcement requires Customer Data, the Vendor may comply without notifying the Customer and need not oppose the "
            "request.",
            False,
            False,
        ),
    ],
)
def test_foreign_authorities_requests_are_read(text: str, told: bool, contested: bool | None) -> None:
    found = placed(text)

    assert found is not None
    assert (found.get("government_requests"), found.get("requests_contested")) == (told, contested)


@pytest.mark.parametrize(
    "text",
    [
        "This Agreement is governed by the law of Germany, and the courts of Frankfurt have jurisdiction.",
        "The Vendor is a company registered in Ireland, where it keeps its accounting records.",
        "The Recipient may disclose Confidential Information that a court orders it to disclose, after notice to the Discloser.",
        "The Vendor grants the Customer a worldwide licence to use the Software.",
        "Support is available in Europe from 9 to 5.",
        "The Customer may access the Service from anywhere in the world.",
        "Visitors to the premises in London shall follow the safety rules.",
    ],
)
def test_places_in_other_clauses_are_not_read(text: str) -> None:
    assert placed(text) is None
