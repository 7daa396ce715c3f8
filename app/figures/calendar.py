"""Dates of an agreement: the end of its term, the next renewal, the last day to give notice.

A term of n months from a day ends on the day before the same day n months later. Notice of n days before the end is in time when it is
given on the n-th day before the last day or earlier. Where that isn't a business day and the contract says that notices then count as
of the next one, the business day before it is the last.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Dates:
    """The last day of the current term, the first day of the next one (None when it doesn't renew), the last day to give notice."""

    term_ends: date
    renews_on: date | None
    last_notice: date | None


def add_months(day: date, months: int) -> date:
    """The same day so many months later; the last day of a month that is too short for it."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def previous_business_day(day: date) -> date:
    """The day itself, or the Friday before a weekend. Public holidays are not known here."""
    return day - timedelta(days=max(0, day.weekday() - 4))


def term_dates(
    effective: date, term_months: int, *, renews: bool | None, notice_days: float | None, business_days_only: bool = False
) -> Dates:
    """The dates of the first term. Raises ValueError for a term of no months, or one that leaves the calendar."""
    if not 0 < term_months <= 12 * 100:
        raise ValueError(f"a term of {term_months} months")
    following = add_months(effective, term_months)
    last = following - timedelta(days=1)
    notice = None
    if notice_days is not None and 0 <= notice_days <= 10_000:
        notice = last - timedelta(days=round(notice_days))
        if business_days_only:
            notice = previous_business_day(notice)
    return Dates(last, following if renews else None, notice)
