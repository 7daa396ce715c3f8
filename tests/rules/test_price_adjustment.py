"""Price rises in many words: firm, capped, tied to an index, at the vendor's will; and prices of other things."""

import pytest

from app.rules.price_adjustment import RULE
from tests.builders import readings_of, terms_of


@pytest.mark.parametrize(
    ("text", "applies", "rise", "percent"),
    [
        ("Vendor may increase the Fees at any time on thirty days' notice.", "in_term", "uncapped", None),
        ("We can put our prices up during your term; the new rate card applies from your next bill.", "in_term", "uncapped", None),
        ("The subscription fees shall increase by seven percent (7%) on each anniversary of the Effective Date.", "in_term", "capped", 7),
        ("Vendor may adjust the charges once a year by no more than 3 %.", "in_term", "capped", 3),
        ("At each renewal Vendor may raise the fees, but by at most five per cent.", "renewal", "capped", 5),
        ("For a renewal term the prices may not rise by more than the lesser of CPI and 4%.", "renewal", "capped", 4),
        ("Each January the fees rise by the higher of inflation and 5 %.", "in_term", "uncapped", None),
        (
            "The Vendor may revise its price list as it sees fit, and the revised prices apply to all current subscriptions.",
            "in_term",
            "uncapped",
            None,
        ),
    ],
)
def test_a_rise_is_read_with_its_limit(text: str, applies: str, rise: str, percent: float | None) -> None:
    terms = terms_of(readings_of(text, RULE))

    assert (terms.get("applies"), terms.get("price_rise"), terms.get("cap_percent")) == (applies, rise, percent)


@pytest.mark.parametrize(
    "text",
    [
        "The Fees are fixed for the Term.",
        "Prices remain unchanged throughout the term.",
        "Vendor shall not increase the charges during the Initial Term.",
        "The rates in Schedule 1 stand firm until the end of this contract.",
        "We hold our prices steady for as long as this agreement lasts.",
    ],
)
def test_firm_prices_are_read(text: str) -> None:
    assert terms_of(readings_of(text, RULE)).get("price_rise") == "none"


@pytest.mark.parametrize(
    "text",
    [
        "Every year the charges change in proportion to the Consumer Price Index.",
        "The remuneration is adjusted annually in line with the retail price index.",
        "On each anniversary the fees are indexed to inflation as published by the statistics office.",
    ],
)
def test_an_index_alone_is_read_as_such(text: str) -> None:
    terms = terms_of(readings_of(text, RULE))

    assert (terms.get("price_rise"), terms.get("index_only")) == ("uncapped", True)


@pytest.mark.parametrize(
    "text",
    [
        "A change order states the effect of a change on the fees.",
        "Vendor shall notify Customer of a change in its control, whereupon Customer may terminate and recover fees paid in advance.",
        "If the Service infringes, Vendor may modify it or refund the fees.",
        "Additional seats are charged at the unit price.",
        "Late fees increase with time.",
        "Service credits rise to ten percent of the monthly fee.",
        "The model's error rate may increase over time.",
    ],
)
def test_other_changes_are_no_price_rise(text: str) -> None:
    assert not readings_of(text, RULE)
