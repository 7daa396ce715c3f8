"""How far an indemnity goes: third-party claims only or own losses too, whose fault, what procedure, under the cap or not.

Each function takes the stretches in which the answer may stand, and who gives the indemnity (`by`).
"""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.reading import Proof
from app.domain.span import Span
from app.rules.reading.passage import Passage, Sentence, Stretch
from app.rules.reading.pattern import expression, phrase

CLAIMS = phrase(
    r"claims?|actions?|suits?|lawsuits?|demands?|proceedings?|loss(?:es)?|damages?|liabilit(?:y|ies)|costs?|expenses|fines?|"
    r"penalt(?:y|ies)|judgments?|awards?|settlements?|sues?|sued|alleg(?:es?|ing|ation|ations)|"
    r"everything|whatever|suffers?|asserts?|assertions?|bills|anything|harm|disadvantages?|indemnit(?:y|ies)"
)
AGAINST_THIRD = expression(
    r"\b(?:(?:unaffiliated |outside |any |a )?third[- ](?:part(?:y|ies)|persons?)|thirds|anyone (?:else|outside)|any(?:body|"
    r" one) (?:else|outside)|someone (?:else )?(?:makes|claims|sues|brings|outside)|somebody (?:else )?(?:sues|claims|brings|"
    r"outside)|"
    r"(?:defends?|settles? or defends?|defends? or settles?) (?:any|all|every|each|a|the) (?:[a-z]+ )?(?:suits?|actions?|claims?|"
    r"proceedings?|lawsuits?)|outsiders?|strangers?|others? (?:claims?|sues?)|claims? (?:by|of|from) others|(?:data subjects?|"
    r"individuals|authorit(?:y|"
    r"ies)|users?)' claims?|if (?:anyone|somebody|someone|anybody)|unaffiliated|is sued)\b"
)
OWN_LOSS = expression(
    r"\b(?:whether or not|whether|regardless of whether|irrespective of whether|even if|also (?:if|"
    r"where))\b[^;\n]{0,60}?\b(?:third[- ]part(?:y|ies)|anybody|anyone|somebody|someone|claims?|"
    r"others?)\b[^;\n]{0,60}?\b(?:assert(?:ed|s)?|brought|brings?|made|makes?|claim(?:ed|s)?|bears?|incurred|sustains?|suffers?|"
    r"itself|or not)\b|"
    r"\bown (?:loss(?:es)?|costs?|expenses|damages?|staff time|staff|lawyers|included)|\btheir own included|\b(?:incurred|"
    r"sustained|suffered|borne) by (?:VENDOR|CUSTOMER|the indemnified part[a-z]+) (?:itself|themselves|directly)\b|"
    r"\b(?:VENDOR|CUSTOMER) (?:itself|themselves|directly) (?:bears?|incurs?|sustains?|suffers?)\b|\b(?:VENDOR|CUSTOMER) (?:bears?|"
    r"incurs?|sustains?|suffers?) (?:it|them) (?:itself|themselves|directly)\b|\b(?:VENDOR|CUSTOMER) (?:itself|themselves|"
    r"ourselves|yourselves|VENDOR) (?:may |might )?(?:suffer|incur|sustain|bear)|first[- ]party|direct (?:or|and) third[- ]party|"
    r"costs? (?:VENDOR|it|them)\b[^;\n]{0,40}\b(?:money|anything)|(?:loss|damage)(?:es|s)? (?:of|to) VENDOR"
)
LOSSES = phrase(r"loss(?:es)?|damages?|liabilit(?:y|ies)|costs?|expenses|harm|fines?|penalt(?:y|ies)")


def third_party_only(by: str, parts: Sequence[Stretch], duty: Sentence) -> Proof | None:
    """True for claims of third parties alone, False where own losses are covered too, None where the text leaves it open."""
    lines = [line for part in parts for line in part.sentences]
    own = next((hit for line in lines if not line.has(_LEFT_OUT) and (hit := line.find(OWN_LOSS)) is not None), None)
    if own is not None:
        return own.proves(False)
    third = next((hit for line in lines if (hit := line.find(AGAINST_THIRD)) is not None and not hit.excepted), None)
    if third is not None:
        return third.proves(True)
    losses = duty.find(LOSSES)
    return losses.proves(False) if losses is not None else None


_LEFT_OUT = phrase(
    r"(?:is|are|be) (?:not|n't) (?:covered|included|recoverable|within)|(?:is|are) (?:outside|excluded|left out|not part)|outside this|not covered|does not (?:cover|include|reach|extend)|not for (?:its|VENDOR's) own"
)
FAULT = (
    r"(?:negligen(?:ce|t)|faults?|acts?|defaults?|contribut(?:ed|es|ory|ion)|caus(?:ed?|es|ing)|played a part|omissions?|to blame|"
    r"responsible|careless(?:ness)?|breach(?:ed|es)?|did)"
)
EVEN = expression(
    rf"\b(?:even|whether or not|regardless of|irrespective of|without regard to|independent(?:ly)? of|no matter|notwithstanding|"
    rf"also (?:if|where|when)|including (?:where|"
    rf"if|when|those)|although)\b[^;\n]{{0,110}}?\b{FAULT}\b|\b(?:negligence|fault|contribution)[^;\n]{{0,50}}\b(?:no bar|"
    rf"immaterial|no defen[cs]e|of no relevance|irrelevant)|\bown (?:negligence|carelessness|fault|acts?) included|"
    rf"\bincluding (?:its|VENDOR's|CUSTOMER's|the indemnitee's) own (?:negligence|carelessness|fault)|\b(?:partly|"
    rf"partially) at fault\b"
)
ONLY_OWN = expression(
    rf"\b(?:except|save|unless|other than|excluding|does not apply|do not apply|shall not apply|not|reduced|"
    rf"no indemnity)\b[^;\n]{{0,100}}?\b(?:VENDOR|CUSTOMER|OTHER|itself|indemnified|indemnitee|"
    rf"the other)\b[^;\n]{{0,70}}?\b{FAULT}\b|"
    rf"\b(?:except|save|unless|not|no indemnity)\b[^;\n]{{0,90}}?\b(?:by|of|to) (?:an? |"
    rf"the )?(?:{FAULT})[^;\n]{{0,40}}?\b(?:VENDOR|CUSTOMER|indemnified|indemnitee|OTHER)\b|"
    rf"\b(?:so far as|to the extent|in so far as|insofar as|in proportion|only where|only if|"
    rf"in the proportion)\b[^;\n]{{0,60}}?\b(?:CUSTOMER|VENDOR|it|they|caused)\b[^;\n]{{0,40}}?\b(?:at fault|fault|caused|"
    rf"negligen[a-z]+|responsible|to blame|contribut[a-z]+)\b|\b(?:fault|negligence) of the (?:person|party|side) indemnified\b|"
    r"\b(?:except|save|unless|other than|not)\b[^;\n]{0,60}?\b(?:caus|contribut|attribut|due|result|aris)[a-z]* (?:by|to|from|"
    r"out of) (?:the |an? |any )?(?:[a-z]+ ){0,4}?(?:VENDOR|CUSTOMER|OTHER|indemnified)"
)


def fault_covered(by: str, own: Sequence[Stretch], beside: Sequence[Stretch] = ()) -> Proof | None:
    """Whether the fault of who is indemnified is covered too (True) or taken out (False).

    `own` are the indemnity and the definitions that it uses; `beside` clauses that may speak of every indemnity.
    """
    other = {"customer": ("VENDOR", "partly at fault", "its own"), "vendor": ("CUSTOMER",), "either": ("OTHER", "the other")}[by]
    lines = [line for part in own for line in part.sentences]
    for line in lines:
        even = line.find(EVEN)
        if even is None:
            continue
        around = Stretch(line.view, Span(max(line.at.start, even.at.start - 12), min(line.at.end, even.at.end + 60)))
        if any(word in around.words for word in (*other, "indemnified", "indemnitee")):
            return even.proves(True)
    general = [line for part in beside for line in part.sentences if line.has(_ANY_INDEMNITY)]
    return next(
        (only.proves(False) for line in (*lines, *general) if (only := line.find(ONLY_OWN)) is not None and not line.has(EVEN)), None
    )


_ANY_INDEMNITY = expression(r"\b(?:no|any|each|every|an) indemnity\b|indemnified party")
NOTICE = expression(r"\b(?:notif(?:y|ies|ied|ication)|(?:prompt |written )*notice|tells?|informs?|reports?|lets?\b[^;\n]{0,20}\bknow)\b")
CONTROL = expression(
    r"\b(?:control|conduct|carriage|running|leaves?|direct(?:s|ion)?|manage(?:s|ment)?|handling|"
    r"charge)\b[^;\n]{0,60}?\b(?:defen[cs]e|defending|claim|case|proceedings|action|suit|settlement|litigation|other|matter|it)\b|"
    r"\b(?:sole|full|exclusive) (?:control|authority|conduct|charge)\b|"
    r"\b(?:takes?|hands?|gives?|yields?) (?:over|up)?\b[^;\n]{0,20}\b(?:control|conduct|defen[cs]e)\b|leaves? the defen[cs]e"
)
COOPERATION = expression(
    r"\b(?:co-?operat(?:es?|ion|ing)|assist(?:s|ance|ing)?|helps?|supports?|lends? a hand|aids?|reasonable (?:help|aid|"
    r"assistance))\b"
)
OWN_COUNSEL = expression(
    r"\b(?:VENDOR) (?:may|shall|will|can) (?:select|retain|choose|appoint)\b[^;\n]{0,60}\bcounsel\b|"
    r"counsel of its (?:own )?choosing"
)


def procedure(by: str, parts: Sequence[Stretch]) -> Proof | None:
    """What the indemnified party must do: give notice, leave control, cooperate. Only where two of them stand together."""
    for part in parts:
        for line in part.sentences:
            near = Stretch(line.view, Span(line.at.start, min(part.at.end, line.at.end + 260)))
            if near.has(OWN_COUNSEL) or not line.has(_CLAIM) or not _wanted(by, line):
                continue
            steps = {"notice": NOTICE, "control": CONTROL, "cooperation": COOPERATION}
            found = {name: hit for name, pattern in steps.items() if (hit := line.find(pattern)) is not None}
            if (len(found) >= 2 and "notice" in found) or {"control", "cooperation"} <= set(found):
                return Proof(tuple(name for name in steps if name in found), line.span)
    return None


_CLAIM = expression(
    r"\b(?:claims?|actions?|suits?|case|proceedings?|defen[cs]e|party (?:that is|who is|to be|seeking|claiming)|demands?|matter|"
    r"indemnity|contractor|it)\b"
)
_GENERIC = expression(
    r"\b(?:party|person|side|one|indemnitee) (?:that is sued|who is sued|to be indemnified|seeking|claiming|indemnified|relying|"
    r"entitled|wishing|which|who)|indemnified party|party's? seeking|indemnitee|EITHER seeking|EITHER (?:that|who|claiming|to be)\b"
)


def _wanted(by: str, line: Sentence) -> bool:
    """Whether the procedure binds who is indemnified."""
    if by == "either" or line.has(_GENERIC):
        return True
    subject = line.words.lstrip()
    indemnified = "CUSTOMER" if by == "vendor" else "VENDOR"
    hit = line.find(NOTICE)
    actor = hit.actor if hit is not None else None
    if actor is not None:
        return actor == indemnified.lower() or actor in ("either", "other")
    return subject.startswith((indemnified, "tell", "let", "notify", "inform", "the party", "EITHER")) or (
        by == "vendor" and subject.startswith(("promptly", "please"))
    )


NO_LIMIT = expression(
    r"(?m)\bno (?:upper )?(?:limit|limitation|ceiling|cap|maximum)(?: of liability| on liability)?\b|\b(?:subject to|"
    r"knows) no (?:limit|ceiling|cap)|\bwithout (?:any )?limit(?:ation)?(?: of| in|,|$)|\bunlimited\b|\bnot (?:subject to|"
    r"limited by|affected by)\b[^;\n]{0,40}\b(?:limit|cap|section|clause|article)"
)
APPLIES_TO = expression(
    r"\b(?:section|clause|article|limit|cap|ceiling)s?\b[^;\n]{0,30}\b(?:applies|apply|covers?)\b[^;\n]{0,30}\b(?:this|duty|"
    r"indemnity|everything|obligation|it)\b|\bsubject to (?:the )?(?:limit|cap|ceiling|limitation)"
)
INCLUDED = expression(
    r"\b(?:including (?:under|for|in respect of)|among (?:it|them)|cover(?:s)? everything|even under|indemnities included)\b"
)


def capped(passage: Passage, scope: Stretch, by: str) -> Proof | None:
    """Whether a limit of liability applies to it, as far as the contract says so in words."""
    for part in (scope, *(near for near in passage.siblings if near.has(_THIS_DUTY))):
        for line in part.sentences:
            if (hit := line.find(NO_LIMIT)) is not None:
                return hit.proves(False)
            if (hit := line.find(APPLIES_TO)) is not None and not hit.negated:
                return hit.proves(True)
    for other in passage.referring:
        for line in other.sentences:
            if (hit := line.find(INCLUDED)) is not None and line.has(_LIMITS) and not line.has(_NOT_LIMITED):
                return hit.proves(True)
            if (hit := line.find(_NOT_LIMITED)) is not None and line.has(_LIMITS):
                return hit.proves(False)
    return None


_THIS_DUTY = expression(r"\b(?:applies to this|owes? under this|under this (?:section|article|clause)|this (?:indemnity|duty))\b")
_LIMITS = expression(r"\b(?:liab[a-z]+|limit(?:s|ed|ation|ations)?|cap|ceiling|exceed|cover everything|covers? everything)\b")
_NOT_LIMITED = expression(
    r"\b(?:does|do|shall|will) not (?:be |operate to |in any way )?(?:apply|limit|restrict|affect|diminish|reduce)\b|\bunlimited\b|"
    r"\bwithout limit\b|\bno limit\b"
)
