"""Support: help desk, times of response and repair, maintenance of what was delivered."""

from __future__ import annotations

from app.domain.reading import Reading
from app.rules.reading.passage import Passage, Sentence
from app.rules.reading.pattern import expression, phrase
from app.rules.rule import Rule, fires, near_miss

DESK = phrase(
    r"help ?desk|help-desk|service desk|support (?:desk|team|requests?|tickets?|hours|services?|engineers?|staff|enquir(?:y|ies)|"
    r"inquir(?:y|ies)|cent(?:er|re)|plan|package|queries|line)|(?:technical|customer|product|first[- ]level|second[- ]level|"
    r"standard|premium) (?:support|enquir(?:y|ies)|inquir(?:y|ies)|assistance)|hotline|tickets?|"
    r"on-call|severity|incidents?|faults?|support is (?:given|rendered|provided|available)|support"
)
ANSWERS = phrase(
    r"answers?|responds?|response|reacts?|reaction|repl(?:y|ies)|resolves?|resolution|acknowledges?|handles?|take(?:s|n)? in hand|"
    r"available|reached|rendered|provides?|provided|fix(?:es|ed)?|reachable|opened|corrects?|owe|free of|mends?"
)
HOURS = expression(
    r"\b(?:[0-9]{1,2}(?::[0-9]{2})? ?(?:a\.?m\.?|p\.?m\.?)|[0-9]{1,2}:[0-9]{2}|business hours|working hours|office hours|"
    r"business days?|working days?|24/7|24 hours|around the clock|round the clock|at any hour|at all hours|at any time of day|"
    r"monday (?:to|through|-) (?:friday|sunday)|weekdays)\b"
)
PATCHES = expression(
    r"\b(?:corrections?|patches|bug ?fixes|updates and upgrades|new versions|maintenance (?:releases?|"
    r"services?))\b[^;\n]{0,100}\b(?:free of|without (?:additional )?charge|at no (?:extra |additional )?(?:cost|charge)|"
    r"as part of|included|provides?)\b|\b(?:shall|will) (?:provide|supply|furnish) (?:[a-z]+ ){0,3}(?:patches|bug ?fixes|"
    r"corrections of|maintenance and support|support and maintenance)\b"
)
OTHER = phrase(
    r"personal data|customer data|security incidents?|data breach(?:es)?|notify CUSTOMER|discovery|auditors?|law enforcement|"
    r"regulators?|insurance|publicity|availability of|uptime|financial support|support of (?:the|a) claim|in support of|"
    r"support access|remote access|transition|exit"
)
REFUSED = expression(
    r"\b(?:not|no|don't)\b[^;\n]{0,40}\b(?:owe|provide|obliged|obligation|entitled|include)\b[^;\n]{0,30}\bsupport\b|"
    r"\bno (?:[a-z]+ )?support\b|don't owe (?:[a-zA-Z]+ )?support"
)


def read_support(passage: Passage) -> Reading | None:
    """Label a clause that gives support, times of response or maintenance, or says that none is given."""
    for sentence in passage.sentences:
        refused = sentence.find(REFUSED)
        if refused is not None and not sentence.has(OTHER):
            return passage.reading("support", sentence, refused=refused.proves(True))
        if _gives(passage, sentence):
            return passage.reading("support", sentence)
    return None


def _gives(passage: Passage, sentence: Sentence) -> bool:
    if sentence.has(OTHER):
        return False
    if sentence.has(PATCHES):
        return True
    timed = sentence.has(HOURS) or any(d.days <= 5 for d in sentence.durations)
    if passage.clause.kind == "table_row" and not passage.titled("support", "help desk", "incident"):
        return sentence.has(_DESK_ROW) and timed
    if passage.has(_DESK_ROW) and sentence.has(ANSWERS) and timed:
        return True
    return (
        (sentence.has(DESK, ANSWERS) and timed)
        or (passage.titled("support") and sentence.has(DESK, ANSWERS))
        or (sentence.has(_DESK_ROW) and sentence.has(HOURS))
    )


_DESK_ROW = phrase(r"help ?desk|service desk|support desk|support hours|support engineer")

RULE = Rule(
    "support",
    read_support,
    examples=(
        fires("Our help desk answers from 6 a.m. to 6 p.m. Pacific time on working days."),
        fires("The Supplier shall respond to a fault that stops operation within thirty minutes at all hours."),
        fires("We don't owe you support, updates or fixes.", refused=True),
        near_miss("Vendor shall notify Customer of a security incident within 24 hours."),
        near_miss("Support access to personal data is given only from the United Kingdom during business hours."),
        near_miss("The evidence in support of the claim shall be given within ten business days."),
    ),
)
