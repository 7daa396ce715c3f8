"""Business continuity: a plan for emergencies, whether it is tested, and in how many hours the service is restored."""

from __future__ import annotations

from app.domain.reading import Proof, Reading
from app.rules.reading.deontic import NOT_OWED, WAIVED
from app.rules.reading.passage import Passage, Sentence
from app.rules.reading.pattern import expression, phrase
from app.rules.rule import Rule, fires, near_miss

PLAN = expression(
    r"\b(?:(?:business |operational |service )?continuity(?: and [a-z ]{0,30})? (?:plan(?:s|ning)?|arrangements?|programme?|"
    r"measures)|disaster[- ]recovery (?:plans?|arrangements?|measures?|procedures?|capabilit[a-z]+|programme?s?|tests?|sites?)|"
    r"emergency plans?|contingency plans?|recovery plans?|(?:written )?plans? for (?:the )?(?:restoration|recovery|resumption|"
    r"emergenc(?:y|ies)|continu[a-z]+)|resilience plans?|crisis plans?|bcp|bc/dr|plan\b[^;\n]{0,60}\brestor(?:es?|ed|ation))\b"
)
BACK_UP = expression(
    r"\b(?:back-?ups?(?: cop(?:y|ies))?|backs? up)\b[^;\n]{0,120}\b(?:daily|hourly|weekly|nightly|every|each|second|site|tests?|"
    r"restor[a-z]+|kept|keeps?|stores?)\b"
)
TESTED = expression(
    r"\b(?:tests?|tested|rehearses?|rehearsed|exercises?|exercised|drills?|practi[sc]es?|tries|tried out|trial runs?|"
    r"simulat[a-z]+)\b"
)
RESTORED = expression(
    r"\b(?:restor(?:es?|ed|ation|ing)|recover(?:s|y|ed)?|resum(?:es?|ed|ption)|back in (?:service|operation)|up again|rto|"
    r"recovery time)\b"
)
KEEPS = phrase(r"maintains?|keeps?|has|have|operates?|establish(?:es)?|exercises?|implements?|shall|will|must|ensures?|undertakes?")


def read_business_continuity(passage: Passage) -> Reading | None:
    """Read a duty to keep a plan for emergencies, or regular back-ups; None where one is only mentioned."""
    for sentence in passage.sentences:
        plan = sentence.find(PLAN)
        if plan is not None and sentence.has(KEEPS) and not sentence.has(_MENTION):
            if plan.negated:
                return passage.reading("business_continuity", sentence, plan=plan.proves(False))
            return passage.reading(
                "business_continuity", sentence, plan=plan.proves(True), tested=_tested(passage), recovery_hours=_hours(passage)
            )
    for sentence in passage.sentences:
        if sentence.has(BACK_UP) and sentence.has(_OURS) and passage.clause.kind != "table_row":
            return passage.reading("business_continuity", sentence, tested=_tested(passage))
    return _in_other_words(passage)


# The bad day, and the service's coming back from it, in whatever words.
_CALAMITY = expression(
    r"\b(?:emergenc(?:y|ies)|disasters?|calamit(?:y|ies)|catastrophes?|cris[ie]s|contingenc(?:y|ies)|crash(?:es)?|disruptions?|interruptions?|outages?|worst|bad days?|standstill|breakdowns?|fails?|failures?|"
    r"struck|knocked out|goes dark|resilience|continuity|preparedness|readiness|calamitous|mishaps?|incapacit[a-z]+|out of action|collapse[sd]?|stoppages?|blackouts?|fallback|fall-back|stand-?by|spare|redundan[a-z]+|"
    r"alternat(?:e|ive) (?:site|location|means|premises|facility|data)|second (?:site|location|data cent(?:re|er))|back-?ups?|cop(?:y|ies)|other means|carrying on|carry on|keep(?:s|ing)? going|untoward|adversity|hard times|major incident|"
    r"recovery|restor(?:e|es|ing|ation)|resum(?:e|es|ption)|rise again|revive[sd]?|revival)\b"
)
_READY = expression(
    r"\b(?:plans?|planning|arrangements?|provisions?|preparations?|prepared(?:ness)?|readiness|measures|procedures?|schemes?|programmes?|playbooks?|runbooks?|concepts?|strateg(?:y|ies)|papers|precautions?|drills?|drilled|rehears[a-z]+|"
    r"exercises?|back-?ups?|cop(?:y|ies)|spare|stand-?by|fall-?back|alternat(?:e|ive) (?:site|location|means|premises|facility)|second site|other means|restor[a-z]+|recover[a-z]*|resum[a-z]+|back within|back in|up again|taken up again|"
    r"running again|rise again|carry(?:ing)? on|continu(?:e|es|ing|ity)|resilience|rto|rpo)\b"
)
_NOT_THE_SERVICE = phrase(
    r"CUSTOMER (?:may|can) (?:keep|make|retain|hold)|archival|force majeure|flood|war|strikes?|beyond (?:its|the) (?:reasonable )?control|not in breach|project (?:plan|lead)|exit plan|payment|invoices?|insur[a-z]+|suspen(?:d|ds|sion)|renewal|deletes?|deletion|delete[sd]?|"
    r"return(?:s|ed)? (?:of )?(?:the )?data|end of (?:the|this) (?:agreement|term|contract)|termination|terminat(?:es?|ed)|escrow|service credits?|uptime|reserves? of|confidential|source code|"
    r"royalt(?:y|ies)|retain(?:s|ed)? copies|copyright|licen[cs]e|discloses?|incident (?:to|notice)|personal data"
)
_NOT_GIVEN = expression(
    r"\b(?:not|no|never|nor|neither|none|nothing|cannot|without|[a-z]+n't|declin[a-z]+|refus[a-z]+|released from|excused from|relieved|exempt|outside|marketing|illustrative|its own arrangements|own affair|on CUSTOMER|"
    r"CUSTOMER's (?:own )?(?:affair|job|task|business|responsibility|concern|matter)|at CUSTOMER's|left to CUSTOMER|for CUSTOMER|rests|discretion|as (?:it|VENDOR) (?:sees|thinks) fit|best efforts only)\b"
)
_GIVEN = phrase(
    r"shall|will|must|undertakes?|commits?|commitment|guarantees?|warrants?|keeps?|maintains?|has|have|operates?|drills?|drilled|rehears(?:e|es|ed)|is|are|ensures?|sees to|'ve|restores?|resumes?|recovers?|takes?"
)


def _in_other_words(passage: Passage) -> Reading | None:
    """Readiness for the bad day in other words: refused, left to the customer, or promised."""
    if passage.clause.kind in ("title", "heading", "definition", "recital", "parties") or passage.is_title:
        return None
    titled = passage.titled(
        "emergenc",
        "continu",
        "disaster",
        "resilien",
        "recover",
        "contingen",
        "prepared",
        "crisis",
        "interrupt",
        "standstill",
        "worst",
        "back-up",
        "backup",
        "calamit",
        "readiness",
        "disrupt",
        "outage",
    )
    for sentence in passage.sentences:
        if not sentence.has(_CALAMITY, _READY) or sentence.has(_NOT_THE_SERVICE) or not (titled or sentence.has(_PLAIN)):
            continue
        ours = "VENDOR" in sentence.words or "CUSTOMER" in sentence.words or titled
        refused = sentence.hits(NOT_OWED, WAIVED)
        denied = refused[0] if refused else sentence.find(_NOT_GIVEN)
        if denied is not None and ours and not (sentence.has(_GIVEN) and _beside(sentence) is not None):
            return passage.reading("business_continuity", sentence, plan=denied.proves(False), refused=denied.proves(True))
        if sentence.has(_GIVEN) and ours:
            return passage.reading(
                "business_continuity",
                sentence,
                plan=sentence.proves(True),
                tested=_tested(passage),
                recovery_hours=_hours(passage) or _any_hours(passage),
            )
    return None


_PLAIN = expression(
    r"\b(?:emergenc(?:y|ies)|disasters?|calamit(?:y|ies)|catastrophes?|cris[ie]s|contingenc(?:y|ies)|continuity|resilience|preparedness|bad days?|crash(?:es)?|disruptions?|alternat(?:e|ive) site|second site|stand-?by|"
    r"the service fails|fall-?back|rehears[a-z]+|drilled|(?:recovery|restoration|resumption|restart) (?:plans?|times?|of|procedures?|arrangements?|measures?|capabilit[a-z]+)|spare (?:site|environment|capacity|systems?|equipment)|"
    r"second data cent(?:re|er)|back-?up (?:site|facility|plans?|systems?|arrangements?)|(?:after|following|in the event of|upon|during|when|if) (?:an? |any |such |there is )?(?:[a-z]+ )?(?:outage|interruption|breakdown|failure|stoppage|crash|blackout))\b"
)


def _any_hours(passage: Passage) -> Proof | None:
    """The first time of at most some days in a clause that promises recovery."""
    return next((passage.place(d).proves(d.hours) for d in passage.durations if d.unit in ("hour", "minute", "day") and d.days <= 10), None)


_MENTION = expression(
    r"\b(?:force majeure|beyond (?:its|the) (?:reasonable )?control|has carried out the plan|plan required by|exit plan|"
    r"project plan)\b"
)
_OURS = expression(r"\b(?:VENDOR|makes?|shall|will)\b")


def _tested(passage: Passage) -> Proof | None:
    hit = passage.affirms(TESTED)
    return hit.proves(True) if hit is not None else None


def _hours(passage: Passage) -> Proof | None:
    """The time to restore: beside the word in the clause, else in a table of recovery times that it leads to."""
    for stretch in (passage, *passage.referred, *passage.definitions):
        for sentence in stretch.sentences:
            if (found := _beside(sentence)) is not None:
                return found
    for row in passage.referred:
        if row.titled("recover") and (durations := [d for d in row.durations if d.unit in ("hour", "minute", "day")]):
            return row.place(durations[0]).proves(durations[0].hours)
    return None


def _beside(sentence: Sentence) -> Proof | None:
    durations = [d for d in sentence.durations if d.unit in ("hour", "minute", "day") and d.days <= 30]
    for hit in sentence.hits(RESTORED):
        duration = hit.nearest(durations, within=80)
        if duration is not None:
            return sentence.place(duration).proves(duration.hours)
    return None


RULE = Rule(
    "business_continuity",
    read_business_continuity,
    examples=(
        fires(
            "The Supplier shall maintain a continuity plan under which the Service is restored within six hours, shall test it "
            "every year and report the outcome.",
            plan=True,
            tested=True,
            recovery_hours=6,
        ),
        fires("The Provider keeps an emergency plan and rehearses it once a year.", plan=True, tested=True, recovery_hours=None),
        fires("Vendor shall have a disaster recovery plan in place.", plan=True, tested=None),
        near_miss("The Vendor shall draw up a project plan and report on it each week."),
        near_miss(
            "A party is excused for events beyond its reasonable control, provided that it has carried out the plan required by "
            "section 6.4."
        ),
        near_miss("Should Client so request, the parties may discuss the continuity of the team."),
    ),
)
