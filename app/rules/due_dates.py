"""When a bill must be paid and what lateness costs, in whatever words; `payment` knows the usual ones.

A period counts where a sentence speaks of a bill, of paying and of the period as its time: "inside a week", "by the twenty-first day
after", "honoured thirty days later", "at sight". Days are calendar days, rates percent a month.
"""

from __future__ import annotations

import re

from app.domain.reading import Proof
from app.domain.span import Span
from app.rules.exit_words import days
from app.rules.reading.numbers import parse_words
from app.rules.reading.passage import Passage, Stretch
from app.rules.reading.pattern import expression, phrase

_BILL = phrase(
    r"invoices?|invoiced|bills?|billed|billing|statements?|fees?|charges?|sums?|amounts?|payments?|remuneration|price|instal?lments?|dues|accounts?|money|monies|moneys|bank transfer|transfer|consideration|subscription|debts?|what CUSTOMER owes?|dues|cheque|remittance|invoic[a-z]+|fee notes?"
)
_PAY = phrase(
    r"pay(?:s|able|ment|ments|ing)?|paid|due|settle(?:s|d|ment)?|remit(?:s|ted|tance)?|discharge[sd]?|honou?r(?:s|ed)?|transfer(?:s|red)?|reach(?:es)?|arrive[sd]?|clear(?:s|ed)?|met|meet|wire[sd]?|credited|cover(?:s|ed)?|owed|owes?|send(?:s)?|expected?|in (?:its|VENDOR's) (?:account|hands|bank)|cash|have VENDOR's money|terms|deadline|target|"
    r"received by VENDOR|liquidat(?:e|ed)|satisf(?:y|ied)|good for|mature[sd]?|collect(?:s|ed)?|debit(?:s|ed)?"
)
_OTHER_TIME = phrase(
    r"refund(?:s|ed)?|repa(?:y|id|ys)|pays? back|paid back|credit notes?|disput(?:e|es|ed|ing)|contest(?:s|ed)?|challenge|question(?:s|ed)?|object(?:s|ed|ion|ions)?|terminat[a-z]*|cancel[a-z]*|suspend[a-z]*|freeze|freezes|notices?|notify|cure|remedy|deposit|reimburse[sd]?|audit|overpaid|interest|late|overdue|arrears|remind(?:s|er|ers|ed)?|"
    r"VENDOR (?:shall |will |must )?pays?|credits?|renew(?:s|al|als)?|expir(?:y|es)|increase[sd]?|raise[sd]?|deliver(?:s|ed|y)?|accept(?:s|ed|ance)?|retention|warrant(?:y|ies)|months? of fees|liab(?:le|ility)|penalt(?:y|ies)|term of|during|indemnif[a-z]*|adjust[a-z]*|revis[a-z]*|chang[a-z]*"
)
_LEADS = ("within ", "inside ", "in ", "in not more than ", "later than ", "at most ", "up to ", "before ", "for ", "of ", "have ", "has ", "get ", "gets ", "gives ", "allows ", "net ", "under ", "due ", "payable ", "pay ", "- ", ": ", "\n", "is ", "are ", "no more than ", "paid ", "exceeding ", "than ", "not exceed ", "latest ", "after ")  # fmt: skip
_TRAILS = ("after", "from", "of ", "of\n", "following", "later", "to pay", "net", "since", "past", "upon", "on receipt", "for payment", "credit", "'", "hence", "once", "to settle", "as from", "counted", "running", "by ", "(")  # fmt: skip
AT_ONCE = phrase(
    r"(?:on|upon|at|against) (?:receipt|presentation|sight|demand|delivery|arrival|issue|issuance|invoicing|the spot)(?: of (?:the |each |an? |its |VENDOR's |every )?(?:invoice|bill|statement))?|immediately|at once|forthwith|by return(?: of post)?|straight ?away|right away|the same day|the day it (?:arrives|is issued|comes|is received)|same-day|without delay|instantly|there and then|the next (?:business |working )?day"
)
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15,
    "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "ninetieth": 90,
}  # fmt: skip
_NTH_DAY = expression(
    r"\b(?P<nth>(?:(?:twenty|thirty|forty|fifty|sixty)-)?(?:"
    + "|".join(_ORDINALS)
    + r")|[0-9]{1,2}(?:st|nd|rd|th))(?: \([0-9]+(?:st|nd|rd|th)?\))? (?P<kind>business |working |calendar )?days? (?:after|from|following|of (?:the )?(?:receipt|date)|next|that follows|counted|since)"
)
_LATE = phrase(
    r"late|later|overdue|unpaid|arrears|past due|after (?:its|the|that) (?:due )?(?:date|day)|default|delay(?:s|ed)?|outstanding|tardy|behind|not paid|missed|misses|lateness|belated|slow|owing"
)
_INTEREST_FREE = phrase(
    r"no interest|interest-free|without interest|free of interest|base rate|above|over and above|statutory|service credits?|availability|uptime|refund|royalt|discount|increase|cap"
)
_PERIODS = (
    (
        phrase(
            r"(?:per|a|each|every|for each|for every|by the|/) ?(?:calendar |started |full |whole )?month(?:s)?(?: or part)?|monthly|/ ?month"
        ),
        1.0,
    ),
    (phrase(r"(?:per|a|each|every|by the|for every) (?:annum|year)|annual(?:ly)?|yearly|p\. ?a\.?|in the year|/ ?year"), 12.0),
    (phrase(r"(?:per|a|each|every|for each|for every|by the) (?:calendar )?day|daily|per diem"), 1 / 30),
    (phrase(r"(?:per|a|each|every|for each|for every|by the) (?:full |started )?week|weekly"), 7 / 30),
)


def any_net(stretch: Stretch, *, row: bool = False) -> Proof | None:
    """The days that a statement gives for paying a bill; 0 where it must be paid at once."""
    if not (stretch.has(_BILL) and (stretch.has(_PAY) or row)) or stretch.has(_OTHER_TIME):
        return None
    nth = stretch.find(_NTH_DAY)
    if nth is not None:
        value = _nth(nth.groups["nth"])
        if value is not None:
            return nth.proves(round(value * 7 / 5 + 0.49) if nth.groups.get("kind", "").strip() in ("business", "working") else value)
    for duration in stretch.durations:
        if duration.unit not in ("day", "week", "month") or duration.days > 200:
            continue
        text = stretch.view.text
        before = text[max(stretch.at.start - 1, duration.at.start - 26) : duration.at.start].decode("ascii")
        after = text[duration.at.end : min(stretch.at.end, duration.at.end + 26)].decode("ascii").lstrip()
        if re.search(r"(?:each|every|once an?|per|begun|first) ?$", before) or after.startswith(("in advance", "ahead", "before")):
            continue
        if before.endswith(_LEADS) or after.startswith(_TRAILS) or row:
            return days(stretch, duration)
    at_once = stretch.find(AT_ONCE)
    if (
        at_once is not None
        and not at_once.negated
        and stretch.has(
            phrase(
                "pay(?:s|able|ment|ing)?|paid|due|settle(?:s|d)?|cash|remit(?:s|ted)?|owed|debit(?:s|ed)?|collect(?:s|ed)?|transfer(?:s|red)?"
            )
        )
    ):
        return at_once.proves(0)
    return None


def _nth(words: str) -> int | None:
    if words[0].isdigit():
        return int(re.sub(r"\D", "", words))
    tens, _, last = words.rpartition("-")
    value = _ORDINALS.get(last)
    return None if value is None else value + (parse_words(tens) or 0 if tens else 0)


def any_rate(stretch: Stretch) -> Proof | None:
    """What late money costs, in percent a month."""
    if not stretch.percents or not stretch.has(_LATE) or stretch.has(_INTEREST_FREE):
        return None
    for percent in stretch.percents:
        near = Stretch(stretch.view, Span(max(stretch.at.start, percent.at.start - 60), min(stretch.at.end, percent.at.end + 60)))
        for pattern, divisor in _PERIODS:
            if near.has(pattern):
                value = round(percent.value / divisor, 4)
                return stretch.place(percent).proves(int(value) if value == int(value) else value)
    return None


_MAY_HOLD = phrase(
    r"(?:hold|holds|keep|keeps|kept|held|leave|leaves|set|sets|put|withhold|withheld|withholds|retain|retains|park|parks|parked|defer|defers|suspend|stays?|remain|remains|not pay|unpaid)[a-zA-Z ]{0,30}(?:back|aside|unpaid|until|pending|withheld|while|so long|for as long)?"
)
_DOUBT = phrase(
    r"disput(?:e|es|ed|ing)|contest(?:s|ed|ing)?|question(?:s|ed)?|challenge[sd]?|object(?:s|ed|ions?)|doubts?|disagree(?:s)?|quer(?:y|ies|ied)|argue[sd]?|incorrect|wrong"
)


def may_hold(stretch: Stretch) -> Proof | None:
    """Whether a contested item may stay unpaid."""
    hold = stretch.find(_MAY_HOLD)
    if (
        hold is None
        or not stretch.has(_DOUBT, _BILL)
        or stretch.has(
            phrase("VENDOR (?:may|can|shall|will)|must (?:still )?be paid|regardless|nevertheless|all the same|in full|pay first")
        )
    ):
        return None
    return hold.proves(True) if not hold.negated else None


def is_pay_row(passage: Passage) -> bool:
    """Whether a row's label is about paying."""
    label = passage.sentences[0] if passage.sentences else passage
    return label.has(phrase(r"pay[a-z]*|due|invoices?|bills?|billing|settle[a-z]*|money|credit|net|deadline|when (?:the )?money"))
