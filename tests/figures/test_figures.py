"""The arithmetic that reviewers expect, on figures worked out by hand."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.figures.calendar import add_months, previous_business_day, term_dates
from app.figures.cap import CapTerms, cap_amount
from app.figures.downtime import allowed_minutes
from app.figures.exposure import exposure_of


@pytest.mark.parametrize(
    ("percent", "period", "minutes"),
    [(99.9, "month", 43.2), (99.9, "year", 525.6), (99.5, "month", 216), (100, "year", 0), (99.99, "quarter", 13.14)],
)
def test_downtime_that_an_availability_allows(percent: float, period: str, minutes: float) -> None:
    assert allowed_minutes(percent, period) == pytest.approx(minutes)


def test_exposure_of_half_a_million_an_hour() -> None:
    figures = exposure_of(
        currency="USD",
        loss_per_hour=500_000,
        uptime_percent=99.9,
        credit_cap_percent=15,
        annual_fees=1_200_000,
        cap=CapTerms("fees_payable", months=12),
    )

    assert figures is not None
    assert figures["loss_month"] == 360_000
    assert figures["largest_credit_month"] == 15_000
    assert figures["loss_covered_by_credit"] == pytest.approx(0.0417, abs=1e-4)
    assert figures["outage_hours_to_cap"] == 2.4


def test_nothing_is_computed_from_nothing() -> None:
    assert exposure_of(currency=None, loss_per_hour=None, uptime_percent=None, credit_cap_percent=None, annual_fees=None) is None


@pytest.mark.parametrize(
    ("terms", "at_signature", "after_a_year"),
    [
        (CapTerms("fees_paid", months=6), 0, 50_000),
        (CapTerms("fees_payable", months=6), 50_000, 50_000),
        (CapTerms("annual_value", multiple=1.5), 150_000, 150_000),
        (CapTerms("fixed", amount=80_000), 80_000, 80_000),
        (CapTerms("greater_of", months=12, amount=250_000), 250_000, 250_000),
        (CapTerms("lesser_of", months=12, amount=250_000), 100_000, 100_000),
    ],
)
def test_a_cap_in_money_at_signature_and_after_a_year(terms: CapTerms, at_signature: float, after_a_year: float) -> None:
    assert cap_amount(terms, annual_fees=100_000, months_since_start=0) == at_signature
    assert cap_amount(terms, annual_fees=100_000, months_since_start=12) == after_a_year


def test_a_cap_whose_fees_are_unknown_has_no_amount() -> None:
    assert cap_amount(CapTerms("fees_payable", months=12), annual_fees=None) is None


def test_the_dates_of_a_term_that_rolls_over() -> None:
    dates = term_dates(date(2026, 3, 2), 24, renews=True, notice_days=75)

    assert (dates.term_ends, dates.renews_on, dates.last_notice) == (date(2028, 3, 1), date(2028, 3, 2), date(2027, 12, 17))


def test_a_last_day_on_a_weekend_falls_on_the_friday_before_where_business_days_count() -> None:
    assert previous_business_day(date(2026, 11, 29)) == date(2026, 11, 27)
    assert previous_business_day(date(2026, 11, 27)) == date(2026, 11, 27)


@given(st.dates(date(1950, 1, 1), date(2100, 1, 1)), st.integers(1, 240), st.integers(0, 365))
def test_dates_keep_their_order(effective: date, months: int, notice: int) -> None:
    dates = term_dates(effective, months, renews=True, notice_days=notice)

    assert dates.last_notice is not None and dates.renews_on is not None
    assert dates.last_notice <= dates.term_ends < dates.renews_on
    assert dates.term_ends - dates.last_notice == timedelta(days=notice)


@given(st.dates(date(1950, 1, 1), date(2100, 1, 1)), st.integers(0, 240))
def test_adding_months_lands_in_the_month_meant(day: date, months: int) -> None:
    later = add_months(day, months)

    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day <= day.day
