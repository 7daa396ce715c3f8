"""Return and deletion of data: paraphrases by drafters of different schools, and lookalikes."""

import pytest

from app.rules import data_return
from tests.builders import readings_of, terms_of


def returned(text: str) -> dict[str, object] | None:
    readings = readings_of(text, data_return.RULE)
    return terms_of(readings) if readings else None


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "Upon expiry or termination Vendor shall, within sixty (60) days, return to Customer all Customer Data in a commonly used "
            "format and thereafter destroy all copies.",
            60,
        ),
        ("After the end of the contract the Vendor hands the Customer Data back within a fortnight and then deletes them.", 14),
        ("You may download your content for 30 days after the agreement ends. Then we delete it.", 30),
        (
            "Not later than one month following the termination the Customer Data shall be surrendered to the Customer, whereupon the "
            "Vendor shall erase them.",
            30,
        ),
        ("Within ten (10) days of the Customer's request the Vendor provides a full copy of the Customer Data as a JSON export.", 10),
        ("When you leave, we give you your data back in three months.", 90),
        (
            "The Receiving Party shall, within twenty days of a written request, return or destroy all Confidential Information received "
            "from the Disclosing Party.",
            20,
        ),
    ],
)
def test_the_time_to_hand_over_is_read_in_days(text: str, days: float) -> None:
    found = returned(text)

    assert found is not None
    assert found.get("within_days") == days


@pytest.mark.parametrize(
    "text",
    [
        "Within thirty days of termination Vendor shall delete all Customer Data and shall provide a written certificate of destruction.",
        "At the end we erase your content and confirm to you in writing that we have done so.",
        "On termination the Vendor destroys the Customer Data and certifies this.",
        "After the end of the services the Customer Data are deleted, and an officer of the Vendor attests the deletion in writing.",
    ],
)
def test_confirmation_of_deletion_is_read(text: str) -> None:
    found = returned(text)

    assert found is not None
    assert found.get("deletion_certified") is True


@pytest.mark.parametrize(
    "text",
    [
        "After termination Vendor has no obligation to return or to retain Customer Data.",
        "Once your subscription has ended, we need not give you a copy of your content.",
        "The Vendor shall not be obliged to hand over Customer Data when this Agreement ends.",
        "Upon expiry what becomes of Customer Data is governed by the Vendor's own retention policy, and the Vendor keeps or deletes "
        "them as it sees fit.",
        "Vendor undertakes no duty to export or erase Customer Data at the end of the Term.",
    ],
)
def test_a_refusal_to_return_is_read(text: str) -> None:
    found = returned(text)

    assert found is not None
    assert found.get("refused") is True


def test_a_format_is_read_as_worded() -> None:
    found = returned("Within 30 days after the end of the Agreement the Vendor delivers the Customer Data in CSV or JSON format.")

    assert found is not None
    assert "CSV" in str(found.get("format"))


@pytest.mark.parametrize(
    "text",
    [
        "On termination Customer shall return the equipment within ten days.",
        "On termination the Customer shall cease to use the Software and delete all copies of it.",
        "Vendor shall refund prepaid fees within thirty days after termination.",
        "Backups of Customer Data are kept for thirty-five days and tested every half-year.",
        "Vendor may delete a Customer's account that has breached the acceptable use policy.",
        "Customer may export reports from the Platform at any time.",
        "Vendor shall deliver the Deliverables within thirty days of the end of the project.",
    ],
)
def test_other_things_that_are_handed_back_are_not_read(text: str) -> None:
    assert returned(text) is None
