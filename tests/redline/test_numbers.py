import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.redline.numbers import in_words, restated
from app.rules.reading.numbers import find_durations, parse_words


@pytest.mark.parametrize(
    ("old", "value", "unit", "new"),
    [
        ("ninety (90) days", 30, "day", "thirty (30) days"),
        ("75 days", 30, "day", "30 days"),
        ("Ninety days’", 30, "day", "Thirty days’"),
        ("one hundred eighty (180) days", 12, "month", "twelve (12) months"),
        ("24 months", 12, "month", "12 months"),
        ("24-month", 12, "month", "12-month"),
        ("seven (7) days", 48, "hour", "forty-eight (48) hours"),
        ("eighteen percent (18%)", 5, "percent", None),
        ("8%", 5, "percent", "5%"),
        ("8 per cent", 2.5, "percent", "2.5 per cent"),
        ("promptly", 30, "day", None),
    ],
)
def test_a_figure_is_put_in_the_contracts_own_style(old: str, value: float, unit: str, new: str | None) -> None:
    if new is not None:
        assert restated(old, value, unit) == new


@given(st.integers(0, 999))
def test_numbers_in_words_are_read_as_what_they_were(number: int) -> None:
    assert parse_words(in_words(number)) == number


@given(st.integers(2, 999), st.sampled_from(["ninety (90) days", "90 days", "ninety days"]))
def test_a_restated_period_reads_as_the_new_one(number: int, old: str) -> None:
    new = restated(old, number, "month")

    assert new is not None
    assert [d.months for d in find_durations(new.encode())] == [number]
