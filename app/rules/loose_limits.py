"""Limits of liability in words of their own: an amount, an extreme ("the most", "no more", "and there it ends"), and something wrong.

Where no usual word limits a liability, a sentence still does when it holds the three in any order. What counts something else
(prices, credits, interest, insurance) isn't one. Used by `limits` when it finds no limit by its own words.
"""

from __future__ import annotations

from app.domain.reading import Proof
from app.domain.span import Span
from app.rules.fees import FEES, Measure, read_measure
from app.rules.reading.deontic import WAIVED
from app.rules.reading.passage import Hit, Passage, Sentence, Stretch
from app.rules.reading.pattern import expression, phrase

EXTREME = expression(
    r"\b(?:most|maximum|max\.?|limit(?:s|ed)?|ceilings?|caps?|capped|tops?|at the (?:outside|utmost|very most)|utmost|uttermost|upper(?:most)?|no more|"
    r"not more|nothing (?:more|beyond|above|over|further)|no further|no higher|no greater|no larger|at most|up to|as much as|as far as|only|"
    r"beyond|above|over and above|exceed(?:s|ing)?|in excess|excess|surplus|surmounts?|overtops?|stops?|ends?|ceases?|closes?|greater|larger|"
    r"higher|bigger|full (?:discharge|satisfaction|settlement|quittance)|quits?|suffices?|contents? itself|exhaust(?:s|ed|ive)?|"
    r"all (?:that |there is )?(?:CUSTOMER|EITHER|OTHER|it|anyone|a party|can|to be)|bounded|boundary|confined|restricted|threshold|"
    r"outer|total(?:s|ling)?|whole of|the whole|entire|everything together|all told|all in all|taken together|put together|altogether|"
    r"in (?:the )?aggregate|aggregate|in sum|pool|pot|purse|wallet|budget|amount at stake)\b"
)
WRONG = expression(
    r"\b(?:liab[a-z]+|responsib[a-z]+|answer(?:s|able)?|accountab[a-z]+|account to|damages?|compensat[a-z]+|redress|recourse|reparation|amends|"
    r"restitution|satisfaction|indemni[a-z]+|claims?|demands?|loss(?:es)?|harm(?:s|ed)?|hurt|injur(?:y|ies|ed)|mishaps?|mistakes?|errors?|slips?|"
    r"blunders?|faults?|failures?|fails?|breach(?:es)?|defaults?|wrongs?|wrongdoing|negligen[a-z]+|goes? wrong|mess(?:es)? up|let(?:s)? (?:CUSTOMER|OTHER|"
    r"EITHER) down|sues?|sued|lawsuits?|proceedings|court|tribunal|judge?ments?|award(?:s|ed)?|recover(?:s|y|ed|able)?|made whole|mak(?:e|es) (?:whole|"
    r"good)|disputes?|grievances?|complaints?|cause of action|actions?|owes? (?:each other|CUSTOMER|OTHER|one another)|owed|exposure|"
    r"in tort|haft[a-z]*|delict|misfortune|disaster|trouble|prejudice)\b"
)
STRONG = expression(
    r"\b(?:liab(?:le|ility|ilities)|responsib(?:le|ility) (?:for|to|of)|accountab[a-z]+|account to|damages?|compensat[a-z]+|redress|recourse|reparation|amends|"
    r"restitution|satisfaction|claims?|demands?|loss(?:es)?|harm(?:s|ed)?|injur(?:y|ies|ed)|mishaps?|mistakes?|blunders?|wrongs?|wrongdoing|goes? wrong|"
    r"mess(?:es)? up|let(?:s)? (?:CUSTOMER|OTHER|EITHER) down|sues?|sued|lawsuits?|recover(?:s|y|ed|able)?|made whole|mak(?:e|es) (?:whole|good)|grievances?|"
    r"exposure|in tort|delict|misfortune|wallet|purse|pocket)\b"
)
# The amount that a limit would be: what was paid, a sum, a multiple.
OTHER = phrase(
    r"in advance|in proportion|pro rata|leaving early|after the end|insur[a-z]+|polic(?:y|ies)|coverage|premiums?|service credits?|credits?|interest|discounts?|deposit|late|overdue|expenses|travel|uptime|"
    r"availability|change orders?|budget for|estimate[sd]?|price (?:rise|increase|adjust[a-z]+)|increases?|uplift|raises?|renewal|users?|seats|hours|storage|"
    r"tax(?:es)?|milestones? price|misses|working days?|business days?|liquidated|penalt(?:y|ies)|per (?:day|week) of|each (?:full )?(?:day|week)|day of delay|week of delay|refund(?:s|ed)? of prepaid|"
    r"terminat[a-z]+|accru(?:e|ing)|guarantee|invoic(?:e|es|ed|ing)|undisputed|royalt(?:y|ies)|minimum|orders? of|purchase|audit|set[- ]?off|withh(?:old|eld)[a-z]*"
)
OWES = phrase(r"VENDOR|EITHER|NEITHER|OTHER|CUSTOMER")
_BY_VENDOR = expression(
    r"\b(?:from|against|of|by|releases?|discharges?|acquits?|frees?|recourse to|look to) VENDOR\b|\bVENDOR's (?:[a-z]+ ){0,3}(?:liab|responsib|exposure|purse|"
    r"wallet|account|bill|debt|side|part|shoulders)[a-z]*\b|\bcosts? VENDOR\b|\bVENDOR (?:[a-z]+ ){0,4}?(?:pays?|owes?|answers?|bears?|stands?|compensates?|"
    r"makes? good|refunds?|returns?|be|is|risks?|puts? up|forfeits?|loses?|hands? back|gives? back)\b|\b(?:CUSTOMER|it) (?:[a-z]+ ){0,3}?(?:recovers?|gets?|claims?|"
    r"receives?|obtains?|expects?|sees?|collects?|is owed|accepts?|takes?|be paid)\b"
)
_BY_CUSTOMER = expression(
    r"\b(?:from|against) CUSTOMER\b|\bCUSTOMER's (?:[a-z]+ ){0,3}(?:liab|responsib|exposure)[a-z]*\b|\bCUSTOMER (?:[a-z]+ ){0,3}?(?:owes?|answers?|compensates?|"
    r"is liable|makes? good)\b"
)
_BOTH = expression(
    r"\b(?:EITHER|NEITHER|OTHER|each of them|one another|each other|mutual(?:ly)?|both|reciprocal(?:ly)?|whichever of (?:them|the two)|the one to the other|"
    r"either of them|same (?:for|goes for) (?:VENDOR|CUSTOMER)|on (?:both|either) sides?|vice versa|likewise)\b"
)
_ONE_WAY = phrase(
    r"(?:gives?|has|have|enjoys?) no (?:such|corresponding|like|similar|comparable)[a-z ]*|not the other way|CUSTOMER's own (?:stays?|remains?|is|are)|"
    r"stays? open|not (?:apply|hold) (?:to|for|in favou?r of) CUSTOMER|for VENDOR('s benefit)? (?:alone|only)|one-?way"
)
_LIFTED = phrase(
    r"unlimited|uncapped|without (?:any )?(?:limit|ceiling|cap)|no (?:upper )?(?:limit|ceiling|cap)|does not apply|do not apply|in full"
)


def loose_limit(passage: Passage, sentence: Sentence) -> tuple[Hit, Measure] | None:
    """The extreme and the amount of a sentence that limits what somebody has to pay for a wrong; None where it isn't one."""
    if passage.clause.kind in ("title", "heading", "definition", "parties", "recital") or sentence.has(OTHER) or sentence.has(_LIFTED):
        return None
    wrong = sentence.has(STRONG) or passage.titled(
        "liab", "wrong", "responsib", "damage", "claim", "recourse", "redress", "compensation", "risk"
    )
    if not wrong or not (sentence.has(OWES) or passage.has(OWES)):
        return None
    for extreme in sentence.hits(EXTREME):
        measure = read_measure(passage, Stretch(sentence.view, sentence.at))
        if measure is None or not _is_amount(sentence, measure):
            return None
        if _leads_to_amount(sentence, extreme):
            return extreme, measure
    return None


def _leads_to_amount(sentence: Sentence, extreme: Hit) -> bool:
    """Whether the amount stands near the extreme, which isn't one of time ("up to one month")."""
    if any(0 <= d.at.start - extreme.at.end < 8 for d in sentence.durations) or (
        extreme.words in _TIMES and sentence.durations and not sentence.money
    ):
        near = Stretch(sentence.view, Span(extreme.at.start, min(sentence.at.end, extreme.at.end + 50)))
        if not near.has(_PAID):
            return False
    around = Stretch(sentence.view, Span(max(sentence.at.start, extreme.at.start - 110), min(sentence.at.end, extreme.at.end + 110)))
    return bool(around.money) or around.has(FEES)


_TIMES = ("ends", "stops", "ceases", "closes", "only", "over", "above", "total", "entire", "the whole", "whole of")


_PAID = phrase(r"paid|payable|pays|received|fees?|charges?|remuneration|price|subscription|invoiced|collected|earned|had from|got")


def _is_amount(sentence: Sentence, measure: Measure) -> bool:
    """Whether it is a sum, or fees over a time or times something: "the fee" alone is what any clause may speak of."""
    return bool(measure.amount or measure.months or measure.multiple) or sentence.has(_SUM)


_SUM = phrase(
    r"(?:sums?|amounts?|moneys?|monies|fees?|charges?|price|remuneration)(?: [a-zA-Z]+){0,4} (?:paid|received|payable|collected|invoiced)|"
    r"(?:what|whatever|all that) (?:CUSTOMER|VENDOR|it|EITHER|OTHER|the other) (?:has |have |had |actually )*(?:paid|received|got|pays|had|collected|earned)|contract (?:sum|price|value)"
)


def loosely_whose(passage: Passage, sentence: Sentence) -> Proof | None:
    """Whom a limit in such words protects; None where nobody is named."""
    if sentence.has(WAIVED) or passage.has(_ONE_WAY):
        return sentence.proves("vendor")
    both = sentence.find(_BOTH)
    if both is not None:
        return both.proves("either")
    vendors = sentence.find(_BY_VENDOR)
    if vendors is not None:
        return vendors.proves("vendor")
    customers = sentence.find(_BY_CUSTOMER)
    if customers is not None:
        return customers.proves("customer")
    return sentence.proves("vendor") if "VENDOR" in sentence.words else None
