"""Quantities in contract English: durations, percentages, money, dates. A small grammar of our own.

General libraries read "thirty (30) days" as two numbers, "$2.5 million" as 2.5 and "ninety days before" as a date counted from
today. Here words and figures of one quantity are one value; where they differ the words prevail (the common rule of
construction), and the quantity says so. Works on the folded text (see `pattern`): lower case, ASCII.

A month is 30 days, 5 business days are 7, a year is 12 months (`DOMAIN`, reading rules).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from typing import Literal

from app.domain.span import Span
from app.rules.reading.pattern import Pattern

Unit = Literal["minute", "hour", "day", "week", "month", "quarter", "year"]

_UNITS = {
    w: i
    for i, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
    )
}
_TENS = {w: 10 * i for i, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)}
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_ONE_WORD = "|".join([*sorted(_UNITS, key=len, reverse=True), *_TENS, *_SCALES, "fourty"])
WORDS = rf"(?:(?:a |one )?(?:{_ONE_WORD})(?:[ -](?:and )?(?:{_ONE_WORD}))*)"
FIGURES = r"(?:[0-9]{1,3}(?:[,'][0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?)"
_NUMBER = rf"(?P<{{p}}w>{WORDS})(?: ?\((?P<{{p}}f>{FIGURES}) ?%?\))?|(?P<{{p}}n>{FIGURES})(?: ?\((?P<{{p}}v>{WORDS})\))?"
_NUM = _NUMBER.replace("{p}", "")

_DURATION = Pattern(
    rf"\b(?:(?:{_NUM})|(?P<one>an?(?: full| single| whole| calendar)?|each|half an?|every))[ -]"
    r"(?:\([0-9]+\)[ -])?(?:(?P<kind>full|consecutive|calendar|business|working|banking|clear|complete|whole|successive|further|additional|more|extra)[ -])*"
    r"(?P<unit>minute|hour|day|week|fortnight|month|quarter|year)(?:s'|s|'s)?\b"
)
_ADVERB = Pattern(r"\b(?P<adverb>overnight|a fortnight)\b")
_PERCENT = Pattern(rf"\b(?:{_NUM}) ?(?:%|percent\b|per ?cent\b|percentage points?\b|p\.c\.)(?: \([0-9.]+ ?%\))?")
# "seven hundredths of one percent (0.07%)", "one and a half per cent", "half a percent": a fraction, with or without whole ones before.
_FRACTION = Pattern(
    rf"\b(?:(?:(?P<whole>{WORDS}) and )?(?P<top>{WORDS}|an?)[ -])?(?P<part>half|hal[fv]es|quarters?|thirds?|tenths?|hundredths?|thousandths?)(?: of)?(?: an?| one| 1)?(?: \([0-9.]+ ?%?\))? ?(?:%|percent\b|per ?cent\b)(?: \([0-9.]+ ?%\))?"
)
_PARTS = {"half": 2, "quarter": 4, "third": 3, "tenth": 10, "hundredth": 100, "thousandth": 1000}
_CURRENCIES = {
    "us$": "USD", "usd": "USD", "$": "USD", "dollars": "USD", "u.s. dollars": "USD", "eur": "EUR", "euro": "EUR", "euros": "EUR",
    "gbp": "GBP", "pounds": "GBP", "pounds sterling": "GBP", "chf": "CHF", "swiss francs": "CHF", "cad": "CAD", "c$": "CAD",
    "aud": "AUD", "a$": "AUD", "sgd": "SGD", "s$": "SGD", "jpy": "JPY", "yen": "JPY", "inr": "INR", "rupees": "INR", "cny": "CNY",
    "hkd": "HKD", "nzd": "NZD", "sek": "SEK", "dkk": "DKK", "nok": "NOK", "pln": "PLN",
}  # fmt: skip
_BEFORE = r"us\$|c\$|a\$|s\$|usd|eur|gbp|chf|cad|aud|sgd|jpy|inr|cny|hkd|nzd|sek|dkk|nok|pln"
_AFTER = r"u\.s\. dollars|dollars|euros?|pounds sterling|pounds|swiss francs|yen|rupees|usd|eur|gbp|chf|cad|aud|sgd|jpy|inr"
_MONEY = Pattern(
    rf"(?P<before>\b(?:{_BEFORE})|\$) ?(?P<n>{FIGURES}) ?(?P<scale>thousand|million|billion|mio|bn|k|m)?\b"
    rf"|\b(?P<w>{WORDS})(?: \((?:[a-z]*\$? ?)(?P<f>{FIGURES})\))? (?:united states )?(?P<after>{_AFTER})\b"
    rf"|\b(?P<n2>{FIGURES}) ?(?P<scale2>thousand|million|billion)? ?(?P<after2>{_AFTER})\b"
)
_MONTHS = "january february march april may june july august september october november december".split()
_MONTH = "|".join(_MONTHS)
_DATE = Pattern(
    rf"\b(?:(?P<d1>[0-9]{{1,2}})(?:st|nd|rd|th)?(?: day)?(?: of)? (?P<m1>{_MONTH})(?:,? (?P<y1>[0-9]{{4}}))"
    rf"|(?P<m2>{_MONTH}) (?P<d2>[0-9]{{1,2}})(?:st|nd|rd|th)?,? (?P<y2>[0-9]{{4}})"
    r"|(?P<y3>[12][0-9]{3})-(?P<m3>[0-9]{2})-(?P<d3>[0-9]{2}))\b"
)

_IN_DAYS: dict[str, float] = {"minute": 1 / 1440, "hour": 1 / 24, "day": 1, "week": 7, "month": 30, "quarter": 90, "year": 365}
_IN_MONTHS: dict[str, float] = {"day": 1 / 30, "week": 7 / 30, "month": 1, "quarter": 3, "year": 12}


def parse_words(words: str) -> int | None:
    """The value of a number in words, None if the words make no number: "one hundred and eighty" is 180."""
    total = current = 0
    seen = False
    for word in words.replace("-", " ").split():
        if word in ("and", "a"):
            continue
        if word == "fourty":
            word = "forty"
        if word in _UNITS or word in _TENS:
            current += _UNITS.get(word, _TENS.get(word, 0))
        elif word in _SCALES:
            scale = _SCALES[word]
            current = max(current, 1) * scale
            if scale > 100:
                total, current = total + current, 0
        else:
            return None
        seen = True
    return total + current if seen else None


def parse_figures(figures: str) -> float:
    """The value of a number in figures: "1,250.5" is 1250.5."""
    value = float(figures.replace(",", "").replace("'", ""))
    return int(value) if value == int(value) else value


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it counts. `at` is its place in the folded text (not in the document). `disagrees`: words and figures."""

    value: float
    at: Span
    disagrees: bool = False


@dataclass(frozen=True, slots=True)
class Duration(Quantity):
    unit: Unit = "day"
    business: bool = False

    @property
    def days(self) -> float:
        """In calendar days, whole ones rounded up: ten business days are 14."""
        days = self.value * _IN_DAYS[self.unit] * (7 / 5 if self.business else 1)
        return _tidy(math.ceil(days - 1e-9) if self.business else days)

    @property
    def months(self) -> float:
        return _tidy(self.value * _IN_MONTHS[self.unit]) if self.unit in _IN_MONTHS else _tidy(self.days / 30)

    @property
    def hours(self) -> float:
        return _tidy(self.days * 24 if self.business else self.value * _IN_DAYS[self.unit] * 24)

    @property
    def years(self) -> float:
        return _tidy(self.value if self.unit == "year" else self.months / 12)


@dataclass(frozen=True, slots=True)
class Money(Quantity):
    currency: str = "USD"


@dataclass(frozen=True, slots=True)
class Day:
    """A calendar date and its place in the folded text."""

    value: date
    at: Span


def _tidy(value: float) -> float:
    rounded = round(value, 4)
    return int(rounded) if rounded == int(rounded) else rounded


def _number(groups: dict[str, str]) -> tuple[float, bool] | None:
    """The value of the `_NUM` part of a match, and whether its words and figures differ; words prevail."""
    words, figures = groups.get("w") or groups.get("v"), groups.get("f") or groups.get("n")
    spoken = parse_words(words) if words else None
    written = parse_figures(figures) if figures else None
    if spoken is None and written is None:
        return None
    value = spoken if spoken is not None else written
    assert value is not None
    return value, spoken is not None and written is not None and spoken != written


def find_durations(text: bytes) -> list[Duration]:
    """All durations of a folded text, in order. "Half a year" is 6 months, "a fortnight" 14 days, "each month" none."""
    found = []
    for match in _DURATION.finditer(text):
        one, unit = match.groups.get("one"), match.groups["unit"]
        if one is not None:
            if one in ("each", "every"):
                continue
            value, disagrees = (0.5 if one.startswith("half") else 1.0), False
        else:
            number = _number(match.groups)
            if number is None:
                continue
            value, disagrees = number
        if unit == "fortnight":
            value, unit = value * 14, "day"
        business = any(word in match.words for word in ("business", "working", "banking"))
        found.append(Duration(_tidy(value), match.at, disagrees, unit, business))  # type: ignore[arg-type]
    return found


def find_percents(text: bytes) -> list[Quantity]:
    """All percentages of a folded text, in order: "five per cent (5%)" is one of 5, "seven hundredths of one percent" 0.07."""
    found = [Quantity(_tidy(_fraction(match.groups)), match.at) for match in _FRACTION.finditer(text)]
    fractions = [each.at for each in found]
    for match in _PERCENT.finditer(text):
        number = _number(match.groups)
        if number is not None and not any(at.overlaps(match.at) for at in fractions):
            found.append(Quantity(_tidy(number[0]), match.at, number[1]))
    return sorted(found, key=lambda each: each.at.start)


def _fraction(groups: dict[str, str]) -> float:
    top = groups.get("top", "a")
    whole = parse_words(groups["whole"]) if "whole" in groups else 0
    part = groups["part"].replace("halves", "half").removesuffix("s")
    return (whole or 0) + ((parse_words(top) or 1) if top not in ("a", "an") else 1) / _PARTS[part]


def find_money(text: bytes) -> list[Money]:
    """All amounts of money, in units of their currency: "$2.5 million" is 2500000 USD."""
    found = []
    scales = {"thousand": 1e3, "k": 1e3, "million": 1e6, "mio": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9}
    for match in _MONEY.finditer(text):
        groups = match.groups
        named = groups.get("before") or groups.get("after") or groups.get("after2") or ""
        currency = _CURRENCIES.get(named, "USD")
        if "w" in groups:
            spoken = parse_words(groups["w"])
            if spoken is None:
                continue
            value = float(spoken)
        else:
            scale = scales.get(groups.get("scale") or groups.get("scale2") or "", 1)
            value = parse_figures(groups.get("n") or groups["n2"]) * scale
        found.append(Money(_tidy(value), match.at, currency=currency))
    return found


def find_dates(text: bytes) -> list[Day]:
    """All full calendar dates, in order; a day that no calendar has ("31 April 2026") is left out."""
    found = []
    for match in _DATE.finditer(text):
        groups = match.groups
        year = int(groups.get("y1") or groups.get("y2") or groups["y3"])
        month_name = groups.get("m1") or groups.get("m2")
        month = _MONTHS.index(month_name) + 1 if month_name else int(groups["m3"])
        day = int(groups.get("d1") or groups.get("d2") or groups["d3"])
        try:
            found.append(Day(date(year, month, day), match.at))
        except ValueError:
            continue
    return found
