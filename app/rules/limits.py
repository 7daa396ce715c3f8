"""The sentence that limits liability: whose, to what sum, and for which matters when it isn't the general limit.

A limit is a bound on an amount (by a verb, "shall not exceed", or a noun, "the ceiling is") in a sentence about what somebody may
have to pay; a cap on credits, interest, insurance or prices isn't one.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.reading import Proof
from app.domain.span import Span
from app.rules.carve_outs import CarveOut, read_carve_outs
from app.rules.fees import FEES, Measure, read_measure
from app.rules.loose_limits import loose_limit, loosely_whose
from app.rules.reading.passage import Hit, Passage, Sentence, Stretch
from app.rules.reading.pattern import expression, phrase
from app.rules.uncapped_liability import NOT_TOUCHED

LIABILITY = expression(
    r"\bcompensation (?:that )?(?:CUSTOMER|EITHER|OTHER)\b|\b(?:liabilit(?:y|ies)|liable|responsib(?:le|ility)|answerable|"
    r"accountable|damages|compensat(?:e|es)|"
    r"compensation (?:for|owed|due|payable)|exposure|"
    r"recover(?:y|able|ed)?|indemni(?:ty|ties|fication)|"
    r"(?:have|has|had|need|needs|required|obliged|made|called upon|asked)(?: ever)? to (?:pay|compensate|reimburse|make good)|"
    r"claims? (?:against|taken together)|all claims|"
    r"owes?|(?:not|never) (?:ever )?(?:pay|owe|answer|compensate|reimburse|bear)|(?:will|shall|can|may|must|would|"
    r"might) (?:ever )?(?:owe|compensate)|be made to pay|answers?(?: for)?|pays? (?:CUSTOMER|VENDOR|OTHER|the other)|"
    r"goes wrong|loss(?:es)? of (?:CUSTOMER|EITHER|VENDOR)|claim(?:s)? (?:for|under|arising)|obligations? in damages|remed(?:y|"
    r"ies)|monetary responsibility|recourse|redress|get(?:s|ting)? (?:money |anything |it )?back|wallets?|purses?|pockets?|"
    r"(?:held|called|brought|put) to account|account to|chargeable|amends|restitution|reparation|satisfaction for|indemnif(?:y|ies)|"
    r"releases? (?:VENDOR|EITHER|OTHER)|(?:any|every|a|each|its|all) (?:claims?|demands?) (?:as|that|which|of|by|against)|"
    r"stand(?:s)? (?:good|in) for|make(?:s)? up for|cost(?:s)? VENDOR|bill for damage|harm)\b"
)
LIMIT = expression(
    r"\bthe total that (?:EITHER|VENDOR|CUSTOMER) (?:may|might|could|would|can)\b[^;:\n]{0,80}?\b(?:is|are|be)\b|"
    r"\b(?:exceeds?|exceeding|surpass(?:es)?|go(?:es)? (?:beyond|above|over|past)|(?:be|is|are) (?:more|greater|higher|"
    r"larger) than|amounts? to more than|total more than|rise above|extends? beyond|come to more than|add up to more than|"
    r"more (?:[A-Za-z]+ ){0,5}?than|in excess of|over and above)\b|"
    r"\b(?:limited|limits|capped|restricted|confined|restricts?|confines|caps?)(?: in amount| in value| in total| in aggregate|"
    r" in each case| overall)*(?:,[^,\n]{0,80},)?(?: for (?:each|every|any|all|the)[^;,\n]{0,60},?| per [^;,\n]{0,40}| in (?:any|"
    r"each) [^;,\n]{0,40})? ?(?:to|at|by)\b|"
    r"\b(?:stops?|ends?|ceases|halts|finishes) (?:at|with|when it reaches)\b|\bsubject to (?:a |an )?(?:[a-z]+ ){0,3}(?:cap|limit|"
    r"ceiling|maximum)(?: of)?\b|"
    r"\b(?:upper limit|ceiling|cap|limit|maximum|most)\b(?: [A-Za-z']+){0,16}? (?:is|are|be|of|shall be|will be)\b(?: instead)?|"
    r"\bmost (?:that )?(?:VENDOR|CUSTOMER|EITHER|OTHER|it|anyone)\b(?:,? [A-Za-z']+){0,16}?,? (?:is|are|shall be|will be)\b|"
    r"\b(?:any |some |a )?(?:greater|larger|higher|bigger|further) (?:sums?|amounts?|extent|degree|figure)(?: of money)? than\b|"
    r"\bso much (?:thereof |of [^;\n]{1,60}? )?(?:as|that) exceeds?\b|\b(?:all|any(?:thing)?|what(?:ever)?|everything|the (?:excess|part|rest|surplus))"
    r"(?: (?:is|lies|goes|falls|that is|which is|there is|of [^;\n]{1,40}?))? (?:above|beyond|over(?: and above)?|past|in excess of)\b|"
    r"\b(?:closes?|runs? (?:out|dry)|tops? out|is (?:exhausted|spent|used up|reached|empty|drained)|finds? its (?:limit|end)|has its (?:limit|end)|"
    r"comes? to an end|goes? (?:up )?(?:no|not) (?:further|higher|farther) than|reach(?:es)? (?:no (?:further|higher) than|only (?:as far as|to|up to))|"
    r"reach(?:es)? (?:as far as|up to)|extends? (?:only )?(?:as far as|up to|to no more than)|not beyond|never beyond|no more of|(?:is|are) worth)(?: at| with| by| as| once| when)?\b|"
    r"\b(?:up to|not more than|no more than|at most|no higher than|a maximum of|a total of)\b|\bmaximum (?:aggregate |total |"
    r"cumulative |overall )*(?:liability|amount|sum|exposure)\b"
)
FREE = phrase(
    r"trials?|betas?|previews?|free of charge|free (?:services?|versions?|plans?|tiers?|features?)|evaluation|pilot features?|"
    r"samples?"
)
_MORE = phrase(r"exceed[a-z]*|surpass(?:es)?|go(?:es)? (?:beyond|above|over|past)|beyond|above|more|than|in excess of")
DENIED = expression(r"\b(?:not|never|no|nor|NEITHER|cannot|none|[a-z]+n't)\b")
_NAMED = phrase(r"limits?|limited|caps?|capped|ceiling|maximum")
_WEAK = ("up to", "not more than", "no more than", "at most", "no higher than", "a maximum of", "a total of")
_STRONG = expression(
    r"\bcompensation (?:that )?(?:CUSTOMER|EITHER|OTHER)\b|\b(?:liab[a-z]+|damages|compensat[a-z]+|claims?|responsib[a-z]+|"
    r"recover[a-z]*|goes wrong|answers? for|exposure)\b"
)
NOT_LIABILITY = phrase(
    r"service credits?|credits?|interest|price increase|increases?|insurance|insured|coverage|cover of|premiums?|deductible|"
    r"expenses|travel|discount|late fee|penalt(?:y|ies)|liquidated|storage|"
    r"rate limits?|usage limits?|uptime|availability"
)
FOR = expression(
    r"\b(?:for|in respect of|with respect to|as regards|regarding|in relation to|in the case of|in case of|in the event of|"
    r"arising (?:out of|from)|resulting from|relating to|under|on account of|caused by|following|where)\b"
)
INCLUDING = phrase(r"includ(?:ing|es|ed)|whether|even|negligence included|among (?:it|them)|without limitation")
HIGHER = phrase(
    r"super-?cap|instead|enhanced|higher|increased|raised|elevated|separate(?: and additional)?|special|specific|additional (?:cap|"
    r"limit)|does not apply, and|distinct|own limit|greater limit|in place of"
)
APART = phrase(
    r"except(?:ing)?(?: for)?|save|subject to|other than|apart from|excluding|with the exception of|aside from|unless|"
    r"notwithstanding|otherwise than"
)
MUTUAL = phrase(r"EITHER(?:'s)?|NEITHER|one to the other|mutual(?:ly)?|each (?:to|towards) the other|a party(?:'s)?|the other's")
SUPER_MATTERS = ("data_breach", "confidentiality", "ip_infringement", "breach_of_law", "indemnity")


@dataclass(frozen=True)
class Cap:
    """A sentence that limits liability to a sum. `covers`: the matters that it is for, when it isn't the general limit."""

    sentence: Sentence
    limit: Hit
    measure: Measure | None
    protects: Proof | None
    covers: tuple[CarveOut, ...]


def find_caps(passage: Passage) -> tuple[Cap, ...]:
    """The limits of liability that a passage sets."""
    return tuple(cap for sentence in passage.sentences if (cap := _cap(passage, sentence)) is not None)


def _cap(passage: Passage, sentence: Sentence) -> Cap | None:
    for limit in sentence.hits(LIMIT):
        after = _follows(passage, sentence, limit)
        about = sentence.before(limit)
        subject = sentence.find(LIABILITY)
        if (
            subject is None
            or not (about.has(LIABILITY) or limit.has(LIABILITY) or (subject.at.start - limit.at.end < 90 and not about.has(FEES)))
        ) and not ((passage.titled("liab", "damages", "ceiling") or passage.has(LIABILITY)) and sentence.has(HIGHER) and limit.has(_NAMED)):
            continue
        if sentence.has(FREE) or (sentence.has(NOT_TOUCHED) and not sentence.has(HIGHER)):
            continue
        if _counts_something_else(about, limit) or not _is_limit(about, limit, after):
            continue
        covers = _covers(passage, sentence, limit)
        measure = read_measure(passage, Stretch(after.view, Span(after.at.start, min(after.at.end, after.at.start + 500))))
        measure = measure or read_measure(
            passage, Stretch(after.view, Span(limit.at.start, after.at.end))
        )  # "a greater sum than the sums paid"
        if measure is None and not after.has(_AN_AMOUNT):
            continue
        return Cap(sentence, limit, measure, whose(sentence, limit), covers)
    return _in_own_words(passage, sentence)


def _in_own_words(passage: Passage, sentence: Sentence) -> Cap | None:
    """A limit that no usual word announces; a title for it, no matters of its own."""
    if sentence.has(FREE) or sentence.has(NOT_TOUCHED) or passage.clause.kind == "table_row":
        return None
    found = loose_limit(passage, sentence)
    if found is None:
        return None
    extreme, measure = found
    return Cap(sentence, extreme, measure, loosely_whose(passage, sentence), ())


def _follows(passage: Passage, sentence: Sentence, limit: Hit) -> Stretch:
    """What comes after the words that limit, with the list that a colon leads to ("the greater of: (a) ...")."""
    end = passage.at.end if sentence.words.rstrip().endswith((":", ":-", "of", "to")) else sentence.at.end
    return Stretch(sentence.view, Span(min(limit.at.end, end), max(end, sentence.at.end)))


def _is_limit(about: Stretch, limit: Hit, after: Stretch) -> bool:
    """Whether the words limit an amount: not "including but not limited to", "up to the date", "more than a year after"."""
    if limit.words.startswith("limited") and about.words.rstrip().endswith("not"):
        return False
    if limit.has(_MORE) and not limit.has(_NAMED) and not about.has(DENIED) and not limit.sentence.has(_GIVEN_UP):
        return False
    head = Stretch(after.view, Span(after.at.start, min(after.at.end, after.at.start + 60)))
    if any(d.at.start - after.at.start < 14 for d in head.durations) and not head.has(FEES):
        return False
    return limit.words not in _WEAK or (
        about.has(_STRONG) and (bool(head.money or head.percents) or head.has(_AMOUNT)) and not head.has(_DATE)
    )


# What lies above the limit is released, lost or the other side's own, where no "not" says so.
_GIVEN_UP = phrase(
    r"releases?|released|waives?|waived|forgoes?|forgo|foregoes|gives? up|renounces?|discharges?|discharged from|lapses?|irrecoverable|"
    r"unrecoverable|is lost|are lost|written off|writes? off|extinguished|forfeit(?:s|ed)?|barred|excluded|CUSTOMER's own (?:loss|risk|account)|"
    r"(?:stays?|remains?|lies|rests|falls) (?:with|on|where|upon) (?:CUSTOMER|it|its)|(?:borne|carried|absorbed|met|swallowed) by (?:CUSTOMER|it|its)|"
    r"CUSTOMER (?:[a-z]+ )?(?:bears?|carr(?:y|ies)|absorbs?|swallows?|keeps?)|at (?:CUSTOMER's|its) own"
)
_AN_AMOUNT = expression(r"\bthe (?:[a-z]+ ){0,3}(?:limit|cap|amount|threshold|ceiling|maximum|sum|base)\b|\[[ *_]+\]")
_INSURED = phrase(r"insurance|umbrella|employer's liability|general liability|per occurrence|combined single limit")
_AMOUNT = phrase(r"amounts?|sums?|maximum|limit|value|fees?|charges?|price|remuneration|twice|times|equivalent|total|aggregate")
_DATE = phrase(r"(?:the|that|such) (?:[a-z]+ )?(?:date|time|end|day|effective date)")


def _counts_something_else(about: Stretch, limit: Hit) -> bool:
    """Whether the limit is one of credits, interest, insurance or the like, and not of liability."""
    if about.has(_INSURED) and not about.has(_OWNER):
        return True
    other = about.hits(NOT_LIABILITY) + limit.hits(NOT_LIABILITY)
    liability = about.hits(LIABILITY) + limit.hits(LIABILITY)
    return bool(other) and (not liability or other[-1].at.start > liability[-1].at.end)


def _covers(passage: Passage, sentence: Sentence, limit: Hit) -> tuple[CarveOut, ...]:
    """The matters for which a limit is: those that "for" or the like leads to, not those that it includes or excepts."""
    found: list[CarveOut] = []
    apart = _set_apart(sentence)
    for lead in sentence.hits(FOR):
        if lead.at.start > limit.at.start and not sentence.has(HIGHER):
            continue
        end = min([hit.at.start for hit in (*sentence.hits(_CLOSES), limit) if hit.at.start > lead.at.end], default=sentence.at.end)
        before = Stretch(sentence.view, Span(max(sentence.at.start, lead.at.start - 70), lead.at.start))
        if before.has(INCLUDING) or any(region.covers(lead.at) for region in apart):
            continue
        inside = Stretch(sentence.view, Span(lead.at.end, max(lead.at.end, end)))
        if inside.has(INCLUDING):
            inside = inside.before(inside.hits(INCLUDING)[0])
        found += [each for each in read_carve_outs(passage, inside) if each.matter in SUPER_MATTERS]
    if {each.matter for each in found} <= {"indemnity"} and not sentence.has(HIGHER):
        return ()
    return tuple({each.matter: each for each in found}.values())


def _set_apart(sentence: Sentence) -> list[Span]:
    """The parts of a sentence that except something or refer elsewhere: to the comma after "subject to", to where the statement
    goes on after "except for"."""
    found = []
    for hit in sentence.hits(APART):
        after = sentence.after(hit)
        stop = after.find(_COMMA) if hit.words.startswith(("subject", "notwith")) else after.find(_GOES_ON)
        found.append(Span(hit.at.start, stop.at.start if stop is not None else sentence.at.end))
    return found


_COMMA = expression(r",")
_GOES_ON = expression(
    r"[,;] ?(?:the|in no event|NEITHER|EITHER|VENDOR(?:'s)?|CUSTOMER(?:'s)?|under no|total|aggregate|liability|its|maximum)\b"
)
_CLOSES = expression(
    r"; |, (?:the|VENDOR|CUSTOMER|EITHER|NEITHER)|\bthe (?:limit|cap|ceiling|total|aggregate|maximum|liability)\b|\bliability\b"
)


def whose(sentence: Sentence, limit: Hit) -> Proof | None:
    """Whose liability it is: the owner or bearer named beside it; "each party" and "neither" are both."""
    recovers = sentence.find(_RECOVERS)
    if recovers is not None:
        return recovers.proves(_SIDE[recovers.groups["role"]])
    for pattern in (_OWNER, _BEARER):
        for hit in Stretch(sentence.view, Span(sentence.at.start, limit.at.end)).hits(pattern):
            return hit.proves(_SIDE[hit.groups.get("role") or hit.groups.get("role2") or hit.groups["role3"]])
    if (towards := about_whom(sentence)) is not None:
        return towards
    actor = limit.actor if sentence.before(limit).has(_SAID) and not sentence.has(AGREES) else None
    if actor is not None and actor.upper() in _SIDE:
        return limit.proves(_SIDE[actor.upper()])
    return None


def about_whom(sentence: Sentence) -> Proof | None:
    """Whose liability it is where only the other side is known by name: "the Consultancy's liability to Customer"."""
    hit = sentence.find(_TOWARDS)
    return hit.proves("vendor" if hit.groups["role"] == "CUSTOMER" else "customer") if hit is not None else None


_TOWARDS = expression(r"\b(?:liable|liability|responsible|answerable|accountable) to (?P<role>CUSTOMER|VENDOR)\b")
_SIDE = {"VENDOR": "vendor", "CUSTOMER": "customer", "EITHER": "either", "NEITHER": "either", "OTHER": "either"}
_ROLES = r"(?P<role>VENDOR|CUSTOMER|EITHER|NEITHER)"
_SAID = phrase(r"VENDOR|CUSTOMER|EITHER|NEITHER")
AGREES = expression(
    r"\bCUSTOMER (?:[a-z]+ ){0,3}?(?:agrees?|acknowledges?|understands?|accepts?)(?: and (?:agrees?|accepts?|understands?))? that\b"
)
_RECOVERS = expression(r"\b(?:recover|claim|receive|get|gets|obtain|seek|demand)\b[^;\n]{0,60}?\bfrom (?P<role>VENDOR|CUSTOMER|OTHER)\b")
_OWNER = expression(
    rf"{_ROLES}'s? (?:\([^)\n]{{0,40}}\) )?(?:[a-z-]+ ){{0,5}}?(?:liabilit(?:y|ies)|responsibility|exposure|obligations?)\b|"
    r"\b(?:liabilit(?:y|ies)|responsibility|exposure) (?:(?:in|under|arising|whether|for|of any kind)[^;\n]{0,60}? )?(?:of|"
    r"on the part of) (?:each of |both |either of )?(?P<role2>VENDOR|CUSTOMER|EITHER|NEITHER)\b|"
    r"\b(?:damages|compensation|sums?|amounts?)\b[^;\n]{0,30}\b(?:payable|owed|due|borne) by (?P<role3>VENDOR|CUSTOMER|EITHER)\b"
)
_BEARER = expression(
    rf"\b{_ROLES}(?:'s)?(?:,[^,;\n]{{0,80}},)? (?:and [^;,\n]{{0,80}} )?(?:(?:shall|will|may|can|could|would|must|might|does|do|is|"
    rf"are|need|have|has|be|not|in no event|under no circumstances|never|ever|only|have to|has to|obliged to|required to|"
    rf"made to) ?)*"
    r"(?:liable|pay|pays|owes?|answers?|compensates?|reimburses?|be liable|responsible|bear)\b"
)
