"""Uncapped liability: liability without limit, and what a limit or exclusion of liability does not touch.

`lifts` tells other families which matters the carve-outs of a contract take out of a given limit or exclusion.
"""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.reading import Reading
from app.domain.span import Span
from app.rules.carve_outs import CarveOut, lead_is_customers, read_carve_outs
from app.rules.reading.passage import Passage, Sentence, Stretch
from app.rules.reading.pattern import expression, phrase
from app.rules.rule import Rule, fires, near_miss

LIMITS = (
    r"(?:limits?|limitations?|caps?|ceilings?|exclusions?|maximum|thresholds?|restrictions?|stops?|lids?|bounds?|brakes?|barriers?|boundar(?:y|ies)|"
    r"protections?|shields?|releases?|waivers?|top lines?|(?:recovery|reference|liability|"
    r"general|enhanced) (?:[a-z]+)|fee base)"
)
NUMBERED = (
    r"(?:(?:sub-?)?(?:sections?|clauses?|paragraphs?|articles?) [0-9(]|[0-9]+\.[0-9]+|this (?:section|clause|article|paragraph|"
    r"agreement)|the (?:foregoing|preceding|above|previous))"
)
NOT_TOUCHED = expression(
    rf"\b{LIMITS}\b[^;:\n]{{0,60}}?\b(?:(?:is|are) (?:lifted|waived|removed|disapplied|suspended)|falls? away|ceases? to apply)\b|"
    rf"(?:\b{LIMITS}\b|{NUMBERED})[^;:\n]{{0,100}}?\b(?:(?:does|do|shall|will|is|are|may|can) not |never )(?:be |in any way |"
    rf"operate to |operate so as to |serve to |have the effect of |be (?:read|construed) (?:to|as) |purport to |seek to )?(?:apply|"
    rf"extend|limit|restrict|exclude|affect|operate|reduce|diminish|cover|touch|capped|subject|govern|cap|reach|available)\b|"
    rf"\b(?:no|none of (?:the|these)) (?:[a-z]+ ){{0,3}}?{LIMITS}(?: or {LIMITS})?\b[^;:\n]{{0,60}}?\b(?:apply|applies|shall apply|"
    rf"attaches|relates?|on|to|covers?|limits?)\b|"
    rf"\bnothing\b[^;:\n]{{0,60}}\b(?:excludes?|limits?|restricts?|exclude|operates?|affects?|shall|"
    rf"takes away|caps?)\b|"
    rf"\b{LIMITS}\b[^;:\n]{{0,60}}?\b(?:lapses?|gives? way|drops? (?:away|out)|disappears?|vanish(?:es)?|is (?:gone|off|void|of no effect|inoperative|"
    rf"taken away|switched off|unavailable|set aside|forfeited|lost|inapplicable|without effect)|are (?:gone|off|void|taken away|set aside|inapplicable|lost)|"
    rf"(?:can(?:not|'t)|may not|must not) (?:be )?(?:relied|invoked?|pleaded|hide|shelter|avail)|(?:is|are) no (?:help|shield|shelter|defen[cs]e)|"
    rf"makes? (?:no )?(?:exceptions?|way|room) for|knows? (?:these|the following|only|[a-z]+) exceptions?|loses? (?:its|their) (?:force|effect|hold)|stands? aside|"
    rf"steps? (?:aside|back)|is no limit)\b|"
    rf"\b(?:what|which) (?:follows|is listed|remains|stays) (?:is|are|remains?|stays?)? ?(?:outside|unlimited|uncapped|open|unaffected)\b|"
    rf"\b(?:cannot|may not|shall not|must not|can't|no one|nobody|neither) (?:[a-z]+ ){{0,3}}?(?:rely|invoke|hide behind|shelter behind|shelter under|plead|avail (?:itself|themselves) of|"
    rf"take refuge|appeal to|benefit from)\b|"
    rf"\b(?:outside|exempt from|free of|free from|out of reach of|unaffected by|not caught by|not held by|exceptions? (?:to|from)) (?:the |this |that |these |any |such )?{LIMITS}\b|"
    rf"\b{LIMITS} (?:leaves? out|sets? aside|spares?|does without)\b|\b(?:stands?|falls?|lies?|remains?|are|is) outside\b|"
    rf"\bnot subject to (?:the |any |this |such |a )?(?:[a-z]+ ){{0,3}}?{LIMITS}\b"
)
WITHOUT_LIMIT = expression(
    r"\b(?:liab(?:le|ility)|responsib(?:le|ility)|answers?|answerable|owes?|"
    r"loss)\b[^;:\n]{0,80}\b(?:without (?:any )?(?:(?:financial|monetary|quantitative) )?(?:limit|limitation|ceiling|cap|"
    r"restriction)s?(?: (?:of|as to|in) (?:amount|sum))?|(?:is |are |be |remains? )?(?:unlimited|uncapped|unrestricted(?:ly)?)|"
    r"in full (?:and )?without limit)\b|"
    r"\bunlimited (?:liability|responsibility|in amount)\b|\buncapped\b|\bno (?:upper |maximum |monetary |financial |"
    r"overall )?(?:limit|cap|ceiling|maximum|maximum amount)\b|\bwithout (?:financial |monetary )?(?:limit|ceiling|cap)\b|"
    r"\bmaximum amount of liability is not (?:agreed|set|fixed)\b|\b(?:subject to|knows|has) no (?:ceiling|cap|limit|upper limit)\b"
)
EXCEPT = phrase(
    r"except(?:ing)?(?: for| as to| in respect of| in (?:the )?cases?(?: of)?| where| with respect to)?|save(?: for| in respect of|"
    r" where| that)?|other than|apart from|with the exception of|excluding|aside from"
)
OF_LIABILITY = expression(
    r"\b(?:stop|lid|bounds?|maximum|boundary|protection|shield|release|waiver|recourse|damage|redress|claims?)\b|"
    r"\b(?:liab[a-z]+|limit(?:s|ed|ation|ations)?|cap(?:s|ped)?|ceiling|exclu[a-z]+|damages|responsib[a-z]+|answer[a-z]*|owes?|"
    r"ha(?:ve|s) to pay)\b"
)
THIS_NOT = expression(r"\bthis (?:limit |cap )?(?:does|shall|will) not (?:apply|hold|count)\b|\bit (?:does|shall|will) not apply\b")
OUTSIDE = expression(r"\b(?:stands?|falls?|lies?|remains?|are|is) outside\b|\bnot subject to\b")
IN_TIME = phrase(r"limit(?:ation)? (?:in|of) time|unlimited in time|time limit|usage|servers?|seats")
SOLE = phrase(r"warranty|warranties|licen[cs]es?|right to use|no (?:other )?exceptions|users?|storage|number of")


def _statements(passage: Passage) -> Iterator[tuple[Sentence, Stretch]]:
    """The sentences that take something out of a limit, each with the words that name it (list items included)."""
    whole = passage.sentences
    for index, sentence in enumerate(whole):
        hit = sentence.find(NOT_TOUCHED, WITHOUT_LIMIT)
        if hit is None and (this := sentence.find(THIS_NOT)) is not None and passage.has(OF_LIABILITY):
            hit = this
        if (
            hit is None
            or not (sentence.has(OF_LIABILITY) or sentence.has(_BY_NUMBER) or sentence.has(THIS_NOT))
            or (sentence.has(SOLE) and not sentence.has(_LIABLE))
            or sentence.has(IN_TIME)
        ):
            continue
        start = hit.at.end if hit.at.end < sentence.at.end - 12 and sentence.after(hit).words.strip(" .") else sentence.at.start
        end = sentence.at.end
        if sentence.words.rstrip().endswith((":", "to", "for", "of", "-")) or passage.clause.children:
            end = passage.at.end if index == 0 or sentence.words.rstrip().endswith(":") else end
        if sentence.has(WITHOUT_LIMIT) and not sentence.has(NOT_TOUCHED):
            start = sentence.at.start
        if sentence.has(OUTSIDE):
            start = sentence.at.start
        yield sentence, Stretch(passage.view, Span(start, end))


def _of_a_limit(passage: Passage, sentence: Sentence) -> bool:
    """Whether a carve-out is one from a limit of liability: by its heading, by its words, or by a clause that it names."""
    return passage.titled(
        "liab", "damages", "limitation", "limit of", "outside the limit", "ceiling", "stands behind", "losses"
    ) or sentence.has(_LIABLE)


_ANSWERS = expression(r"\b(?:liab[a-z]+|responsib[a-z]+|answer(?:s|able)|owes?|damages)\b")
_LIABLE = phrase(r"liab(?:le|ility|ilities)|limitations? of liability")


def read_uncapped_liability(passage: Passage) -> Reading | None:
    """Label a passage that makes liability unlimited or takes matters out of a limit; a title for the risk, no terms of its own."""
    for sentence, words in _statements(passage):
        if sentence.has(WITHOUT_LIMIT) and sentence.has(_ANSWERS):
            return passage.reading("uncapped_liability", sentence)
        if _of_a_limit(passage, sentence) and read_carve_outs(passage, words):
            return passage.reading("uncapped_liability", sentence)
    return None


def lifts(passage: Passage, limited: Sentence) -> list[CarveOut]:
    """The matters that carve-outs take out of the limit or exclusion in `limited`, a sentence of `passage`.

    Counts what its own sentence excepts, what its passage and those beside it say of limits in general, and what clauses say
    that refer to it by number or to which it is subject.
    """
    found = _excepted(passage, limited)
    subject_to = set(passage.referred)
    for other in (passage, *passage.siblings, *(p for p in passage.referring if p not in passage.siblings)):
        names_us = passage in other.referred
        for sentence, words in _statements(other):
            if sentence == limited:
                continue
            names_us = names_us or _numbers(sentence, passage.clause.number)
            numbered = sentence.has(_BY_NUMBER)
            if numbered and not names_us and not sentence.has(_WHOLE_PART) and other not in subject_to:
                continue
            if not numbered and other is not passage and other not in passage.siblings and other not in subject_to:
                continue
            if not sentence.has(OF_LIABILITY) and not names_us and not sentence.has(THIS_NOT):
                continue
            found += read_carve_outs(other, words, customer_only=True if lead_is_customers(sentence) and not _listed(sentence) else None)
    return _merged(found)


_BY_NUMBER = expression(
    r"\b(?:(?:sections?|clauses?|paragraphs?|articles?) [0-9]+\.[0-9]+|[0-9]+\.[0-9]+ (?:to|and) [0-9]+\.[0-9]+|"
    r"[0-9]+\.[0-9]+ (?:do|does|shall) not)\b"
)
_RANGE = expression(r"\b(?P<first>[0-9]+\.[0-9]+)(?: (?:to|through|until|-) (?P<last>[0-9]+\.[0-9]+))?\b")


def _numbers(sentence: Sentence, number: str | None) -> bool:
    """Whether a sentence names a clause by its number, or a range that holds it ("13.2 to 13.4 do not apply")."""
    own = _figures(number or "")
    return own is not None and any(
        first <= own <= (_figures(hit.groups.get("last", "")) or first)
        for hit in sentence.hits(_RANGE)
        if (first := _figures(hit.groups["first"])) is not None
    )


def _figures(number: str) -> tuple[int, ...] | None:
    parts = number.split(".")
    return tuple(int(part) for part in parts) if len(parts) == 2 and all(part.isdigit() and len(part) < 5 for part in parts) else None


_WHOLE_PART = phrase(r"this (?:article|section|clause|agreement)|nothing in")


def _listed(sentence: Sentence) -> bool:
    """Whether it lists matters one by one, so that each says whose it is."""
    return sentence.words.rstrip().endswith(":") or sentence.has(_ITEMS)


_ITEMS = expression(r"\((?:a|i|1)\)|; ")


def _excepted(passage: Passage, limited: Sentence) -> list[CarveOut]:
    """What the limiting sentence itself excepts."""
    for hit in limited.hits(EXCEPT):
        after = limited.after(hit)
        stop = after.find(_RESUMES)
        words = after.before(stop) if stop is not None and stop.at.start > after.at.start + 3 else after
        if found := read_carve_outs(passage, words):
            return found
    return []


_RESUMES = expression(
    r", (?:the|in no event|NEITHER|EITHER|VENDOR(?:'s)?|CUSTOMER(?:'s)?|under no|each|neither|to the|and to|total|aggregate|"
    r"liability)\b"
)


def _merged(found: list[CarveOut]) -> list[CarveOut]:
    kept: dict[str, CarveOut] = {}
    for each in found:
        if each.matter not in kept or (kept[each.matter].customer_only and not each.customer_only):
            kept[each.matter] = each
    return list(kept.values())


RULE = Rule(
    "uncapped_liability",
    read_uncapped_liability,
    examples=(
        fires(
            "Nothing in this agreement excludes or limits the liability of a party for death or personal injury caused by its "
            "negligence or for fraud."
        ),
        fires("Each party is liable without limit for intent and gross negligence and for injury to life, body or health."),
        fires("The limit of liability in clause 9.2 does not apply to breach of confidentiality, gross negligence or wilful misconduct."),
        fires("No monetary limit applies to what Customer owes under this Agreement."),
        near_miss("The number of users is unlimited."),
        near_miss("The exclusions in clause 8.2 do not apply to information that is trade secret of the Discloser."),
        near_miss("Nothing in this Agreement obliges Customer to buy from Vendor alone."),
    ),
)
