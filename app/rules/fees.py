"""What a sum of money is measured by: fees (paid, payable, of a year, of the whole), over which time, times what, or a fixed amount.

Used where an amount is not a plain figure: limits of liability, agreed sums. Months of fees are in months, a multiple is a plain
number (1.5 for 150 %), amounts are in units of their currency. A year's fees are a multiple of annual value (`DOMAIN` 3).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from app.domain.reading import Proof
from app.domain.span import Span
from app.rules.reading.numbers import FIGURES, WORDS, parse_figures, parse_words
from app.rules.reading.passage import Hit, Passage, Stretch
from app.rules.reading.pattern import Pattern, expression, phrase

FEES = phrase(
    r"value of (?:the|that|each|its) (?:[a-z]+ )?(?:order|contract|agreement)|what CUSTOMER (?:was|were|is|are|"
    r"has been) (?:invoiced|billed|charged)|(?:[a-z]+ )?fees?|charges?|prices?|remuneration|compensation|consideration|payments?|"
    r"royalt(?:y|ies)|subscriptions?|"
    r"(?:annual|yearly|contract|order|total|net|recurring) (?:contract |order )?(?:value|amount|spend|sum|volume|turnover)|"
    r"turnover|revenues?|"
    r"(?:amounts?|sums?|moneys?|monies) (?:[a-z]+ ){0,4}?(?:paid|payable|received|due|owed|invoiced|billed)|"
    r"(?:amounts?|sums?) (?:that |which )?(?:CUSTOMER|EITHER|VENDOR|OTHER) (?:has |have |had )?(?:actually )?(?:paid|received|"
    r"owes?|pays?)|what (?:CUSTOMER|the other|EITHER) (?:has |have |had )?(?:actually |in fact )?(?:paid|pays?)|order value|"
    r"fixed sum|licen[cs]e fee|rent"
)
RECEIVED = phrase(
    r"(?:actually |in fact |really )?(?:paid|received|collected|got|had)(?: and received)?|payments? (?:actually )?(?:made|"
    r"received)|has had from"
)
OWED = phrase(
    r"payable|due|owed|owing|invoiced|billed|charged|accrued|accruing|to be paid|falls? due|fall(?:ing)? due|"
    r"whether or not (?:they have been )?(?:invoiced|paid)"
)
YEARLY = phrase(
    r"annual(?:ly)?|yearly|per annum|per year|a year|one year|(?:that|each|the|any|this|one|per|current|first|relevant|preceding|"
    r"previous|prior|last|applicable|"
    r"respective|same|then-current|full|single) (?:contract |subscription |calendar |service |agreement |fee |licen[cs]e )?year(?:'s)?|"
    r"year's|contract year(?:'s)?|annuali[sz]ed|acv"
)
PRECEDING = phrase(
    r"preceding|before|prior|previous|last|past|immediately|up to|leading up|ending|trailing|most recent|in respect of|during|for|"
    r"in|over|within|"
    r"attributable|of fees|earlier|next preceding|then ended|period"
)
WHOLE = phrase(
    r"value of (?:the|that|each|its) (?:[a-z]+ )?(?:order|contract|agreement)|total (?:contract )?(?:price|value|fees?|charges?|"
    r"remuneration|consideration|amount)|contract (?:price|value|sum)|"
    r"fixed price|order value|"
    r"overall (?:price|remuneration|fee)|entire (?:price|remuneration|fee)|whole (?:price|fee|remuneration)|project (?:price|"
    r"fees?)|purchase price|"
    r"aggregate (?:fees|price|charges|consideration)|statement of work|order form|under (?:the|that|this) (?:order|agreement|"
    r"contract)|licen[cs]e fee"
)
MONTHLY = phrase(r"monthly|(?:one|a|single|the) month's|per month")
GREATER = phrase(
    r"(?:the )?(?:greater|higher|larger|greatest|highest) of|whichever (?:is|sum is|amount is|be) (?:the )?(?:greater|higher|"
    r"larger|more|greatest|highest)"
)
LESSER = phrase(
    r"(?:the )?(?:lesser|lower|smaller|least|lowest|smallest) of|whichever (?:is|sum is|amount is|be) (?:the )?(?:less|lesser|"
    r"lower|smaller|least|lowest|smallest)"
)
FACTOR = Pattern(
    rf"\b(?:(?P<half>(?:one|1) and (?:a|one) half|one-and-a-half)|(?P<w>{WORDS})|"
    rf"(?P<n>{FIGURES}))(?: ?\((?:[0-9.]+) ?x?\))?(?: ?(?:times?|x|-?fold)\b|-times\b)"
    r"|\b(?P<word>twice|double|twofold|thrice|treble|triple|threefold|fourfold|fivefold|tenfold|half|(?:a|one) (?:quarter|third) of)\b"
)
_WORDS = {
    "a quarter of": 0.25,
    "one quarter of": 0.25,
    "a third of": 0.3333,
    "one third of": 0.3333,
    "twice": 2.0,
    "double": 2.0,
    "twofold": 2.0,
    "thrice": 3.0,
    "treble": 3.0,
    "triple": 3.0,
    "threefold": 3.0,
    "fourfold": 4.0,
    "fivefold": 5.0,
    "tenfold": 10.0,
    "half": 0.5,
}
NOT_FEES = phrase(
    r"attorneys?'? fees?|lawyers?'? fees?|legal fees?|counsel fees?|court fees?|fees of (?:counsel|attorneys?|lawyers?)|price list"
)
_EXAMPLE = ("at signature", "at present", "currently", "being", "initially", "estimated at")  # what fees come to at a time


@dataclass(frozen=True)
class Measure:
    """An amount as a contract measures it. Each part carries its proof; what the text doesn't fix is None."""

    basis: Proof | None
    months: Proof | None = None
    multiple: Proof | None = None
    amount: Proof | None = None
    currency: Proof | None = None


def read_measure(clause: Passage, words: Stretch) -> Measure | None:
    """The measure in `words` (the part of a clause of `clause` that gives an amount), else in what its defined terms mean.

    None where neither speaks of money or fees.
    """
    direct = _measure((words,))
    if direct is not None and not _open(direct):
        return direct
    for meaning in clause.paper.definitions_of(Passage(clause.view, words.at, clause.clause, clause.paper)):
        found = None if meaning.has(_INTRODUCES) else _measure((meaning,))
        if found is None or (direct is not None and _open(found)):
            continue
        times = None if direct is None or direct.multiple is None or direct.multiple.value == 1 else direct.multiple
        return found if times is None else replace(found, multiple=times)
    return direct or next((found for row in _rows(clause, words) if (found := _measure(row.sentences[1:])) is not None), None)


def _rows(clause: Passage, words: Stretch) -> Iterator[Passage]:
    """Rows of tables whose label is among the words ("the Reference Amount"): an order form gives the values of terms so."""
    said = words.words
    for passage in clause.paper.all:
        if passage.clause.kind == "table_row" and len(passage.sentences) > 1:
            label = passage.sentences[0].words.strip(' :"')
            if len(label) > 7 and " " in label and label in said:
                yield passage


def _open(measure: Measure) -> bool:
    """Whether it names fees without the time that counts, so that a definition may say more."""
    return measure.basis is not None and measure.basis.value in ("fees_paid", "fees_payable", "total_price") and measure.months is None


_INTRODUCES = expression(
    r"\b(?:an?|the) (?:[a-z]+ ){1,3}(?:corporation|company|partnership)\b|registered (?:office|in)|principal (?:office|place)"
)


def _measure(parts: Sequence[Stretch]) -> Measure | None:
    """The measure that stretches, read one after the other, give together."""
    fees = next((hit for part in parts for hit in part.hits(FEES) if not any(n.at.overlaps(hit.at) for n in part.hits(NOT_FEES))), None)
    money = next((part.place(m) for part in parts for m in part.money), None)
    choice = next((hit for part in parts for hit in part.hits(GREATER, LESSER)), None)
    if fees is None and money is None:
        return None
    fixed = money is not None and (fees is None or choice is not None or _comes_first(parts, money, fees))
    amount, currency = _amount(parts) if fixed else (None, None)
    if fees is None or (fixed and choice is None):
        assert money is not None
        return Measure(money.proves("fixed") or amount_basis(money), None, None, amount, currency)
    months = _months(parts)
    multiple = _multiple(parts)
    yearly = next((hit for part in parts for hit in part.hits(YEARLY)), None)
    if months is None and multiple is None and (monthly := _first(parts, MONTHLY)) is not None and yearly is None:
        months = monthly.proves(1)
    if choice is not None and (fixed or _two(parts)):
        basis = choice.proves("greater_of" if any(part.has(GREATER) for part in parts) else "lesser_of")
    else:
        basis = _basis(parts, fees, months, yearly)
    assert basis is not None
    if months is None and multiple is None and basis.value in ("annual_value", "total_price", "greater_of", "lesser_of"):
        multiple = (yearly or fees).proves(1) if basis.value in ("annual_value", "total_price") or yearly else None
    if months is not None and multiple is not None and multiple.value == 1:
        multiple = None
    return Measure(basis, months, multiple, amount, currency)


def amount_basis(money: Stretch) -> Proof:
    """A fixed amount, proven by the sum itself."""
    return Proof("fixed", money.span)


def _two(parts: Sequence[Stretch]) -> bool:
    return sum(len(part.money) + len(part.hits(FEES)) for part in parts) > 1


def _comes_first(parts: Sequence[Stretch], money: Stretch, fees: Hit) -> bool:
    """Whether the sum is the measure itself, and not what fees come to at a time ("at signature EUR 2,400,000")."""
    order = [next(i for i, part in enumerate(parts) if part.at.covers(each.at)) for each in (money, fees)]
    if order[0] != order[1]:
        return order[0] < order[1]
    before = Stretch(money.view, Span(max(0, money.at.start - 24), money.at.start)).words.rstrip()
    return money.at.start < fees.at.start and not before.endswith(_EXAMPLE)


def _first(parts: Sequence[Stretch], pattern: Pattern) -> Hit | None:
    return next((hit for part in parts for hit in part.hits(pattern)), None)


def _amount(parts: Sequence[Stretch]) -> tuple[Proof | None, Proof | None]:
    for part in parts:
        for money in part.money:
            place = part.place(money)
            return place.proves(money.value), place.proves(money.currency)
    return None, None


def _months(parts: Sequence[Stretch]) -> Proof | None:
    """The time whose fees count: a duration of a month or more beside words for the time before an event."""
    for part in parts:
        if not part.has(FEES) and not part.has(PRECEDING):
            continue
        fees = part.hits(FEES)
        for duration in part.durations:
            if part.view.text[duration.at.end : duration.at.end + 7] == b" of the" and duration.unit == "quarter":
                continue  # a share of the price, not three months
            if duration.months < 1 or duration.unit in ("hour", "minute"):
                continue
            near = part.place(duration)
            after = not fees or duration.at.start > fees[0].at.start or any(0 <= fee.at.start - duration.at.end < 60 for fee in fees)
            if after and Stretch(part.view, Span(max(part.at.start, near.at.start - 60), min(part.at.end, near.at.end + 60))).has(_NEAR):
                return near.proves(duration.months)
        named = part.find(_SPAN)
        if named is not None and part.has(FEES):
            return named.proves(_UNITS[named.groups["unit"]])
    return None


_SPAN = expression(
    r"\b(?:the|last|previous|preceding|prior|that|one) (?:full |calendar |billing |contract )?(?P<unit>month|quarter|half-year)\b"
)
_UNITS = {"month": 1, "quarter": 3, "half-year": 6}
_WORTH = phrase(r"worth|of|equivalent")
_NEAR = PRECEDING | _WORTH


def _multiple(parts: Sequence[Stretch]) -> Proof | None:
    """Times what: a factor or a percentage by the words for fees."""
    for part in parts:
        factor = part.find(FACTOR)
        if factor is not None and (value := _factor(factor)) is not None:
            return factor.proves(value)
        for percent in part.percents:
            after = Stretch(part.view, Span(percent.at.end, min(part.at.end, percent.at.end + 80)))
            if after.has(FEES) or after.words.strip().startswith(("of", "thereof")):
                value = percent.value / 100
                return part.place(percent).proves(int(value) if value == int(value) else value)
    return None


def _factor(hit: Hit) -> float | int | None:
    groups = hit.groups
    if "half" in groups:
        return 1.5
    if "word" in groups:
        value = _WORDS[groups["word"]]
    elif "n" in groups:
        value = float(parse_figures(groups["n"]))
    else:
        words = parse_words(groups["w"])
        if words is None:
            return None
        value = float(words)
    return int(value) if value == int(value) else value


def _basis(parts: Sequence[Stretch], fees: Hit, months: Proof | None, yearly: Hit | None) -> Proof | None:
    """Paid, payable, a year's or the whole: what is owed though not yet paid counts as payable."""
    received, owed = _first(parts, RECEIVED), _first(parts, OWED)
    if months is None and yearly is not None and not (received is not None and owed is None and _first(parts, _PRECEDING_YEAR) is None):
        return yearly.proves("annual_value")
    if received is not None and owed is None:
        return received.proves("fees_paid")
    if months is None and (whole := _first(parts, WHOLE)) is not None:
        return whole.proves("total_price")
    if owed is not None:
        return owed.proves("fees_payable")
    if yearly is not None and months is None:
        return yearly.proves("annual_value")
    return fees.proves("fees_payable" if months is not None else "total_price")


_PRECEDING_YEAR = phrase(r"annual|yearly|annuali[sz]ed|contract year|contract value|annual value")
