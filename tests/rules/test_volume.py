"""Limits on users and size, and what follows past them."""

import pytest

from app.rules import volume
from tests.builders import readings_of, terms_of


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        (
            "Model Licence for the Weights of a Language Model\nShould the products of Customer and its affiliates together count more "
            "than 5,000,000 monthly users, this licence lapses forthwith.",
            {"threshold": 5000000, "counts_affiliates": True, "ends_licence": True, "notice_days": 0},
        ),
        (
            "Model Licence for the Weights of a Language Model\nThe licence is for organisations with fewer than 100 employees. If you "
            "grow beyond 100 employees, your right to use the weights ends automatically.",
            {"threshold": 100, "ends_licence": True},
        ),
        (
            "Model Licence for the Weights of a Language Model\nIf your yearly revenue exceeds 20 million, you must ask for a paid "
            "licence and may not use the model until you have one.",
            {"ends_licence": True},
        ),
        (
            "Model Licence for the Weights of a Language Model\nWhere the number of active users of the Product passes ten million in a "
            "month, Customer notifies Vendor and the parties negotiate a fair fee within 120 days; until then the licence remains in "
            "force. Users of affiliates are not counted.",
            {"threshold": 10000000, "ends_licence": False, "notice_days": 120, "counts_affiliates": False},
        ),
        (
            "Model Licence for the Weights of a Language Model\nOrganisations whose yearly turnover exceeds EUR 10 million need a paid "
            "licence and may not use the weights under this one.",
            {"ends_licence": True, "threshold": 10000000},
        ),
        (
            "Model Licence for the Weights of a Language Model\nOnce you, together with your parent and sister companies, serve more "
            "than two million people a month, the permission in section 1 is gone, there and then.",
            {"threshold": 2000000, "ends_licence": True, "counts_affiliates": True, "notice_days": 0},
        ),
        (
            "Model Licence for the Weights of a Language Model\nThe free tier is for those with at most 50,000 users a month. Above "
            "that figure the licence falls away by itself.",
            {"threshold": 50000, "ends_licence": True},
        ),
        (
            "Model Licence for the Weights of a Language Model\nWhen the users of your app number more than one million, talk to us: we "
            "then have ninety days to settle a price, and nothing changes for you in the meantime.",
            {"threshold": 1000000, "notice_days": 90},
        ),
    ],
)
def test_the_number_and_what_follows_are_read(text: str, terms: dict[str, object]) -> None:
    readings = readings_of(text, volume.RULE)

    assert readings
    found = terms_of(readings)
    assert {name: found.get(name) for name in terms} == terms


@pytest.mark.parametrize(
    "text",
    [
        "Availability in any month must exceed 99.9 percent.",
        "Vendor has more than 500 customers in twelve countries.",
        "If more than five per cent of the users report the same fault, Vendor treats it as class 1.",
        "The number of users is unlimited.",
    ],
)
def test_a_number_that_limits_no_use_is_not_read(text: str) -> None:
    assert readings_of(text, volume.RULE) == ()


@pytest.mark.parametrize(
    ("text", "never"),
    [
        (
            "Model Licence for the Weights of a Language Model\nIf users exceed one million the licence goes on and does not end.",
            {"ends_licence": True},
        ),
    ],
)
def test_a_licence_that_goes_on_does_not_end(text: str, never: dict[str, object]) -> None:
    found = [reading.value(name) for reading in readings_of(text, volume.RULE) for name in never]

    assert all(value not in never.values() for value in found)


def test_affiliates_that_a_definition_counts_are_proved_by_the_clause_that_uses_it() -> None:
    text = (
        "1. Words\n"
        "1.1 “Reach” means the number of people who in a calendar month use a website of Customer or of its affiliates.\n"
        "2. Size\n"
        "2.1 If Reach is more than 3,000,000 people, the licence ends at once."
    )
    reading = readings_of(text, volume.RULE)[-1]

    assert reading.value("counts_affiliates") is True
    assert reading.clause.covers(reading.terms["counts_affiliates"].span)
