"""How far a "not" or an "unless" reaches, and quantities in fractions: what the families on the agreement's life lean on."""

import pytest

from app.rules.reading.numbers import find_durations, find_percents
from app.rules.reading.pattern import phrase
from tests.builders import passages_of


@pytest.mark.parametrize(
    ("text", "word", "negated"),
    [
        ("If the sum is not paid within ten days, Vendor may suspend access.", "suspend", False),
        ("Vendor may at once, and with no warning, interrupt access.", "interrupt", False),
        ("Customer may terminate without giving a reason and shall be repaid its fees.", "repaid", False),
        ("Vendor may, for any reason or for none, bring this Agreement to an end.", "bring", False),
        ("So that work is not interrupted, the term is extended by a year.", "extended", False),
        ("Vendor shall not sell, rent or lend the data.", "lend", True),
        ("If Customer does not pay, renew or extend, the order lapses.", "extend", True),
        ("Vendor works without copying, altering or selling data.", "selling", True),
    ],
)
def test_a_not_reaches_as_far_as_its_condition_or_phrase(text: str, word: str, negated: bool) -> None:
    hit = passages_of(text)[0].find(phrase(word))

    assert hit is not None
    assert hit.negated is negated


@pytest.mark.parametrize(
    ("text", "excepted"),
    [
        ("Unless otherwise agreed, each term will renew for one year.", False),
        ("Fees are fixed unless the term will renew for one year.", True),
    ],
)
def test_an_unless_that_opens_a_sentence_ends_at_its_comma(text: str, excepted: bool) -> None:
    hit = passages_of(text)[0].find(phrase("renew"))

    assert hit is not None
    assert hit.excepted is excepted


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (b"seven hundredths of one percent (0.07%) for each day", 0.07),
        (b"one and one-half percent (1.5%) per month", 1.5),
        (b"half a per cent", 0.5),
        (b"five per cent (5%)", 5),
    ],
)
def test_a_fraction_of_a_percent_is_one_quantity(text: bytes, value: float) -> None:
    assert [each.value for each in find_percents(text)] == [value]


def test_a_further_year_is_a_year() -> None:
    assert [each.months for each in find_durations(b"extended by one further year")] == [12]


def test_hours_are_not_rounded_through_days() -> None:
    assert [each.hours for each in find_durations(b"within eight hours")] == [8]
