"""Indemnity: who holds whom harmless, for what, whether third-party claims only, whose fault is covered, and by what procedure.

The word is seldom needed: to defend, to make whole, to pay back and to release from claims are indemnities. What triggers one may
stand in a defined term ("each Data Claim"); what limits one may stand beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.domain.reading import Proof, Reading
from app.domain.span import Span
from app.rules.claims_borne import read_burdens, widened
from app.rules.indemnity_scope import AGAINST_THIRD, CLAIMS, capped, fault_covered, procedure, third_party_only
from app.rules.indemnity_triggers import excluded_triggers, triggers
from app.rules.limits import find_caps
from app.rules.reading.passage import Hit, Passage, Sentence, Stretch
from app.rules.reading.pattern import Pattern, expression, phrase
from app.rules.rule import Rule, fires, near_miss
from app.rules.uncapped_liability import lifts

ROLE = r"(?P<role>VENDOR|CUSTOMER|EITHER|NEITHER)"
INDEMNIFIES = expression(
    r"\bhold(?:s|ing)? (?:VENDOR|CUSTOMER|OTHER|it|them)\b[^;\n]{0,40}?\bfree (?:of|from)\b|\b(?:indemnif(?:y|ies)|hold(?:s|"
    r"ing)?\b[^;\n]{0,60}?\bharmless|held harmless|sav(?:e|es)\b[^;\n]{0,30}?\bharmless|"
    r"keeps?\b[^;\n]{0,40}?\b(?:indemnified|harmless|free (?:of|from))|"
    r"(?:gives?|grants?|provides?|owes?)\b[^;\n]{0,30}?\bindemnit(?:y|ies))\b"
)
DEFENDS = expression(
    r"\b(?:defends?|(?:takes?|taking) (?:on|over|up|charge of)\b[^;\n]{0,30}?\bdefen[cs]e|(?:assumes?|conducts?|handles?|sees? to|"
    r"provides?) (?:the|CUSTOMER's|VENDOR's|its|a)? ?(?:costs? of (?:the )?)?defen[cs]e|settles? (?:or|and) defends?|"
    r"fights? (?:the|such|any) claim)\b"
)
REPAYS = expression(
    r"\b(?:makes?|making) (?:VENDOR|CUSTOMER|OTHER|EITHER|the other|it|them)\b[^;\n]{0,120}?\bwhole\b|\b(?:makes?|"
    r"make) good (?:to (?:VENDOR|CUSTOMER|it|them),? )?(?:any|all|every|each|what|whatever)\b|"
    r"\bpays? (?:VENDOR|CUSTOMER|OTHER|it|them) back\b|\b(?:reimburses?|compensates?|refunds?|recompenses?|repays?) (?:VENDOR|"
    r"CUSTOMER|OTHER|it|them)(?:'s)?\b[^;\n]{0,80}?\b(?:for|against|of|any|all|every|what|whatever)\b|"
    r"\b(?:releases?|relieves?|exempts?|frees?|shields?|protects?|covers?|secures?) (?:VENDOR|CUSTOMER|OTHER|EITHER|it|"
    r"them)(?:,[^;\n]{0,80}?,?)?(?: and [^;\n]{0,60}?)? (?:from|against|for|in respect of)\b|\b(?:is|are|be) (?:answerable|liable|"
    r"responsible) to (?:VENDOR|CUSTOMER) for (?:any|all|every)\b[^;\n]{0,40}\b(?:loss(?:es)?|claims?|damages?|costs?)\b|"
    r"\bpays? (?:for )?what(?:ever)?\b[^;\n]{0,30}\bcosts? (?:VENDOR|CUSTOMER|it)\b|\bstands? between (?:VENDOR|"
    r"CUSTOMER) and\b|"
    r"\b(?:bears?|carr(?:y|ies)|shoulders?|covers?|pays?|answers? for|meets?|assumes?|takes? on) (?:all|any|every|each|the|"
    r"whatever|what)\b[^;\n]{0,60}?\b(?:loss(?:es)?|claims?|damages|consequences|liabilit(?:y|ies)|awards?|judgments?|"
    r"costs? (?:that |which )?(?:VENDOR|CUSTOMER))\b|"
    r"\b(?:is|are|be) (?:for|on|at|to) CUSTOMER's (?:account|charge|cost|expense)\b|\bstands? (?:in|up) for (?:VENDOR|CUSTOMER|all|any)\b"
)
PASSIVE = expression(
    r"\b(?:be|is|are|been|entitled to be) (?:fully )?(?:indemnified|held harmless|reimbursed|made whole|compensated|defended|"
    r"covered)\b"
)
REFUSES = expression(
    r"\bowes? (?:[A-Za-z]+ )?no (?:defen[cs]e|indemnity|reimbursement)\b|\b(?:undertakes?|assumes?|accepts?|has|have|gives?|owes?|"
    r"under|bears?|makes?|offers?|"
    r"provides?)\b[^;\n]{0,30}?\bno (?:such )?(?:[a-z]+ ){0,2}?(?:dut(?:y|ies)|obligations?|responsibility|indemnit(?:y|ies)|"
    r"undertaking|commitment)\b[^;\n]{0,60}?(?:\b(?:defend|indemnif[a-z]+|compensate|reimburse|pay|hold|indemnit[a-z]+)\b)|"
    r"\b(?:gives?|grants?|provides?|offers?|makes?)\b[^;\n]{0,40}?\bno indemnit(?:y|ies)\b|\bno indemnit(?:y|"
    r"ies)\b[^;\n]{0,30}?\b(?:given|granted|offered|provided)|"
    r"\b(?:does|do|will|shall|need|is|are|would) not (?:be )?(?:[a-z]+ ){0,3}?(?:(?:undertake|obliged|obligated|required|bound|"
    r"agree|have|under any (?:duty|obligation)) (?:to )?)?(?:to )?(?:defend|indemnify|hold\b[^;\n]{0,40}\bharmless|compensate)\b|"
    r"\bin (?:place|lieu|stead) of (?:any|every|all) (?:obligation|duty|right|indemnity)\b[^;\n]{0,60}\b(?:defend|indemnif[a-z]+|"
    r"reimburse|indemnity)\b|\bnot (?:give|provide|grant|offer)\b[^;\n]{0,30}\bindemnit[a-z]+|"
    r"\bNEITHER gives\b[^;\n]{0,30}\bindemnity"
)
LOSS_WORDS = phrase(
    r"claims?|loss(?:es)?|damages?|liabilit(?:y|ies)|suits?|awards?|judgments?|settlements|fines?|anything|money|harm|"
    r"costs? (?:VENDOR|CUSTOMER)|sues|sued|"
    r"proceedings|actions?"
)
NOT_THIS = phrase(
    r"travel|accommodation|out-of-pocket|defend (?:its|their) (?:marks?|intellectual property|trademarks?)|collect(?:ion|ing)?|"
    r"professional indemnity|indemnity insurance|service credits?|taxes?|early termination"
)
ABOUT = phrase(
    r"if|where|because|arising|arises?|caused|resulting|result|connected|connection|alleg(?:es?|ing|ation)|claims?|sues?|asserts?|"
    r"infring[a-z]+|from|for|against|costs"
)
SIDES = {"VENDOR": "vendor", "CUSTOMER": "customer", "EITHER": "either", "NEITHER": "either", "OTHER": "either"}
_OTHER = {"vendor": "customer", "customer": "vendor", "either": "either"}


@dataclass(frozen=True)
class Duty:
    """A sentence by which one side indemnifies the other, with what belongs to it: list items and the sentences after it."""

    sentence: Sentence
    hit: Hit
    by: str
    scope: Stretch


def find_duties(passage: Passage) -> list[Duty]:
    """The indemnities that a passage gives, in order."""
    found: list[tuple[Sentence, Hit, str]] = []
    for sentence in passage.sentences:
        if sentence.has(NOT_THIS) or sentence.has(_NOTHING) or sentence.find(REFUSES) is not None:
            continue
        duty = _duty(sentence)
        if duty is not None:
            found.append((sentence, *duty))
    duties = []
    for index, (sentence, hit, by) in enumerate(found):
        end = found[index + 1][0].at.start if index + 1 < len(found) else passage.at.end
        duties.append(Duty(sentence, hit, by, Stretch(passage.view, Span(sentence.at.start, max(sentence.at.end, end)))))
    return duties


_NOTHING = expression(r"\bnothing\b[^;\n]{0,80}\b(?:puts?|obliges?|requires?|binds?|makes?|imposes?|lays?)\b")


def _duty(sentence: Sentence) -> tuple[Hit, str] | None:
    if not sentence.has(CLAIMS, ABOUT):
        return None
    said = [
        (hit, pattern)
        for pattern in (PASSIVE, INDEMNIFIES, DEFENDS, REPAYS)
        for hit in sentence.hits(pattern)
        if not hit.negated and not _optional(sentence, hit)
    ]
    for hit, pattern in sorted(said, key=lambda each: each[0].at.start):  # "defends and holds it harmless": the first names who
        if pattern is REPAYS and not sentence.has(LOSS_WORDS):
            continue
        if (by := _by(sentence, hit, pattern)) is not None:
            return hit, by
    return None


def _by(sentence: Sentence, hit: Hit, pattern: Pattern) -> str | None:
    """Who gives it. Somebody of the other side, or "the other party", must be who gets it."""
    if pattern is PASSIVE:
        named = sentence.after(hit).find(_BY_ROLE)
        if named is not None:
            return SIDES[named.groups["role"]]
        subject = hit.actor
        return _OTHER.get(subject) if subject in ("vendor", "customer") else None
    if "CUSTOMER's" in hit.words and pattern is REPAYS:
        return "customer"
    actor = hit.actor
    if actor in ("other", "neither", None) or actor not in _OTHER:
        actor = _first_role(sentence, hit) or _by_object(sentence, hit)
    if actor is None:
        return None
    wanted = {"vendor": ("CUSTOMER", "OTHER"), "customer": ("VENDOR", "OTHER"), "either": ("OTHER", "the other", "EITHER")}[actor]
    around = Stretch(sentence.view, Span(hit.at.start, sentence.at.end))
    got = around.words if pattern is not REPAYS else sentence.words
    if any(role in got for role in wanted) or (pattern is INDEMNIFIES and "harmless" not in hit.words and actor != "either"):
        return actor
    return actor if pattern is DEFENDS and sentence.has(AGAINST_THIRD) and any(role in sentence.words for role in wanted) else None


def _optional(sentence: Sentence, hit: Hit) -> bool:
    """Whether somebody only may do it."""
    before = Stretch(sentence.view, Span(max(sentence.at.start, hit.at.start - 60), hit.at.start)).words
    if any(word in before for word in ("allow", "let", "permit", "entitle", "seeking", "claiming", "relying")):
        return True  # "shall allow it to conduct the defence" is what the other side must do
    return " may " in before.rpartition(", ")[2] + " " and " shall " not in before and " will " not in before


_BY_ROLE = expression(r"\bby (?:the )?(?P<role>VENDOR|CUSTOMER|EITHER)\b")
_SUBJECT = expression(
    rf"{ROLE}(?:,[^,\n]{{0,80}},)? (?:and [^;,\n]{{0,60}} )?(?:shall|will|must|may|agrees?|undertakes?|hereby|defends?|indemnif|"
    rf"holds?|makes?|pays?|reimburses?|covers?|bears?)"
)


def _by_object(sentence: Sentence, hit: Hit) -> str | None:
    """Who gives it where the contract's own name for that side isn't known: the side that doesn't get it."""
    got = Stretch(sentence.view, Span(hit.at.start, min(sentence.at.end, hit.at.end + 30))).find(_OBJECT)
    return _OTHER[SIDES[got.groups["role"]]] if got is not None else None


_OBJECT = expression(r"\b(?P<role>VENDOR|CUSTOMER)(?:,|;| (?:and|from|against|for|its|in|harmless))")


def _first_role(sentence: Sentence, hit: Hit) -> str | None:
    before = Stretch(sentence.view, Span(sentence.at.start, hit.at.end))
    hits = before.hits(_SUBJECT)
    return SIDES[hits[-1].groups["role"]] if hits else None


def read_indemnity(passage: Passage) -> Sequence[Reading]:
    """Read each indemnity of a passage, or its refusal, its exclusions, or the procedure that goes with one."""
    readings: list[Reading] = []
    for duty in find_duties(passage):
        readings += _given(passage, duty)
    if readings:
        return readings
    refused = _refused(passage)
    if refused is not None:
        return (refused,)
    return tuple(read_burdens(passage, _givers(passage))) or tuple(_beside(passage))


_GIVERS = object()


def _givers(passage: Passage) -> frozenset[str]:
    """The sides that indemnify in usual words somewhere in the contract."""
    return passage.view.remembered(_GIVERS, lambda _: frozenset(duty.by for near in passage.paper.all for duty in find_duties(near)))


def _given(passage: Passage, duty: Duty) -> Iterator[Reading]:
    meanings = _claims_meant(passage, duty)
    parts = (duty.scope, *meanings)
    given, fault = widened(duty.by, parts, triggers(passage, duty.by, parts, duty.sentence))
    yield passage.reading(
        "indemnity",
        duty.sentence,
        by=duty.hit.proves(duty.by),
        for_whom=duty.hit.proves(_OTHER[duty.by]),
        triggers=given,
        third_party_claims_only=third_party_only(duty.by, parts, duty.sentence),
        covers_indemnitee_fault=fault or fault_covered(duty.by, parts, passage.siblings),
        procedure=procedure(duty.by, (passage, *passage.siblings)),
        capped=capped(passage, duty.scope, duty.by) or _under_limit(passage, duty.by, given),
    )
    for meaning in meanings:
        yield meaning.reading("indemnity", meaning.sentences[0], by=duty.hit.proves(duty.by))


def _under_limit(passage: Passage, by: str, given: Proof | None) -> Proof | None:
    """Whether the general limit of liability covers it: not where its carve-outs lift the limit for what the indemnity is for."""
    names = given.value if given is not None and isinstance(given.value, tuple) else ()
    for near in passage.paper.all:
        for cap in find_caps(near):
            if cap.covers or cap.protects is None or cap.protects.value not in (by, "either"):
                continue
            lifted = {each.matter: each for each in lifts(near, cap.sentence) if by == "customer" or not each.customer_only}
            free = lifted.get("indemnity") or (lifted.get("ip_infringement") if by == "vendor" and "ip_infringement" in names else None)
            if free is not None:
                return free.at.proves(False)
            return cap.sentence.proves(True) if by == "customer" else None
    return None


def _claims_meant(passage: Passage, duty: Duty) -> list[Passage]:
    """The definitions of the claims or losses that it covers ("each Data Claim")."""
    here = Passage(passage.view, duty.sentence.after(duty.hit).at, passage.clause, passage.paper)
    return [m for m in passage.paper.definitions_of(here, depth=1) if _is_claim(m)]


def _is_claim(meaning: Passage) -> bool:
    head = Stretch(meaning.view, Span(meaning.at.start, min(meaning.at.end, meaning.at.start + 90)))
    defines = meaning.words.lstrip().startswith('"') or meaning.clause.kind in ("definition", "table_row")
    return defines and head.has(_CLAIM_WORDS) and meaning.has(_CONNECTS) and not find_duties(meaning)


_CLAIM_WORDS = phrase(r"claims?|loss(?:es)?|demands?|damages|liabilit(?:y|ies)|actions?|proceedings?|expenses")
_CONNECTS = phrase(
    r"arising|arises?|connected|connection|relat(?:es?|ed|ing)|caused|resulting|from|against|alleg[a-z]+|sustains?|incurs?|suffers?"
)


def _refused(passage: Passage) -> Reading | None:
    """A clause that says that no indemnity is given, or what one doesn't cover."""
    for sentence in passage.sentences:
        hit = sentence.find(REFUSES)
        if hit is None or hit.excepted or not (hit.has(_INDEMNITY_WORD) or sentence.has(LOSS_WORDS)):
            continue
        actor = hit.actor
        by = "either" if "NEITHER" in sentence.words else actor if actor in ("vendor", "customer") else _named(sentence)
        if by != "vendor":
            return passage.reading("indemnity", sentence) if by is not None else None
        whole = Stretch(passage.view, Span(sentence.at.start, passage.at.end))
        left_out = excluded_triggers(passage, (whole,))
        if _given_beside(passage, "vendor"):
            return passage.reading("indemnity", sentence, by=hit.proves("vendor"), excludes=left_out)
        return passage.reading(
            "indemnity", sentence, by=hit.proves("vendor"), refused=hit.proves(True), triggers=hit.proves(()), excludes=left_out
        )
    return None


_INDEMNITY_WORD = expression(r"\b(?:indemni[a-z]+|defend|harmless)\b")


def _named(sentence: Sentence) -> str | None:
    roles = sentence.find(expression_role)
    return SIDES[roles.groups["role"]] if roles is not None else None


expression_role = expression(ROLE)


def _given_beside(passage: Passage, by: str) -> bool:
    return any(duty.by in (by, "either") for near in passage.siblings for duty in find_duties(near))


LEAVES_OUT = expression(
    r"\b(?:does|do|shall|will|is|are|need|must) not (?:[a-z]+ ){0,2}?(?:apply|reach|extend|cover|include|do (?:that|so|this)|pay|"
    r"owed|liable|be liable|answer|obliged|available)\b|\bno (?:obligation|duty|liability|indemnity) (?:under|extends|applies|"
    r"exists|where|for|if)|\b(?:excludes?|excluded from)\b|\bno indemnity\b|\bneed not\b"
)
REMEDIES = expression(
    r"\b(?:procure|obtain|secure|get)s? (?:CUSTOMER |for CUSTOMER )?(?:the|a) (?:necessary )?(?:right|licen[cs]e)|\b(?:modif(?:y|"
    r"ies)|alters?|changes?|replaces?) (?:the|it|or|any)|non-infringing|no longer infring"
)
HANDLES = expression(
    r"\b(?:select|retain|choose|appoint)s? (?:legal )?counsel\b|\b(?:notif|tell|inform|let)[a-z]*\b[^;\n]{0,80}\bclaims?\b|"
    r"\bsettles? (?:a|any|the|such|in)\b"
)
EXTENT = expression(r"\bno (?:upper )?(?:limit|ceiling|cap)\b|\bsubject to no\b|\bcontrol of the|\bowes? under this\b")
OF_INDEMNITY = phrase(
    r"indemni[a-z]+|defen[cs]e|defend(?:s|ed)?|claims? of third parties|third[- ]party claims?|infringement|claims?|suits?|sued|"
    r"action|proceedings"
)


def _beside(passage: Passage) -> Iterator[Reading]:
    """A clause under the same heading as an indemnity that sets its procedure, limits it or says how far it goes."""
    if passage.is_title or not (passage.has(OF_INDEMNITY) or passage.has(EXTENT)):
        return
    ours = any(find_duties(near) for near in passage.siblings) or any(find_duties(near) for near in passage.referred)
    if not ours and not passage.titled("indemn"):
        return
    close = passage.titled("indemn", "claims of third", "third-party claims", "rights of third", "infringement claims") or _next_to_duty(
        passage
    )
    if not close:
        return
    for sentence in passage.sentences:
        if (
            procedure("either", (passage,)) is not None
            or (sentence.has(LEAVES_OUT) and sentence.has(OF_INDEMNITY))
            or sentence.has(REMEDIES)
            or sentence.has(EXTENT)
            or sentence.has(HANDLES)
        ):
            left_out = excluded_triggers(passage, (passage,)) if sentence.has(LEAVES_OUT) else None
            terms = {"by": sentence.proves("vendor"), "excludes": left_out} if left_out is not None and _excludes_vendors(passage) else {}
            yield passage.reading("indemnity", sentence, **terms)
            return


def _excludes_vendors(passage: Passage) -> bool:
    referred = [duty.by for near in (*passage.referred, *passage.siblings) for duty in find_duties(near)]
    return "vendor" in referred


def _next_to_duty(passage: Passage) -> bool:
    """Whether the clause before it, or the one before that, gives an indemnity."""
    all_passages = passage.paper.all
    index = next((i for i, each in enumerate(all_passages) if each.at == passage.at), 0)
    return any(find_duties(near) for near in all_passages[max(0, index - 2) : index])


RULE = Rule(
    "indemnity",
    read_indemnity,
    examples=(
        fires(
            "Customer shall indemnify and hold harmless Vendor from and against all losses and expenses, whether or not a third "
            "party has asserted them, connected with "
            "Customer's use of the Services, even though caused in part by the negligence of Vendor.",
            by="customer",
            for_whom="vendor",
            triggers=("any_use",),
            third_party_claims_only=False,
            covers_indemnitee_fault=True,
        ),
        fires(
            "If your dealings with the Service cost us money, you pay us back in full: awards, fines and our lawyers' bills, and "
            "also where something that we did played a part.",
            by="customer",
            covers_indemnitee_fault=True,
        ),
        fires(
            "Vendor shall defend Customer against any claim of a third party that the Software infringes a patent, and shall pay "
            "the damages finally awarded. "
            "Customer shall give prompt notice, leave control of the defense to Vendor and cooperate at Vendor's cost.",
            by="vendor",
            triggers=("ip_infringement",),
            third_party_claims_only=True,
            procedure=("notice", "control", "cooperation"),
        ),
        fires("Vendor undertakes no duty to defend Customer or to pay what is awarded against it.", by="vendor", refused=True),
        near_miss("Vendor shall reimburse Customer for travel expenses that were approved in advance."),
        near_miss("Vendor shall carry professional indemnity insurance of not less than $1,000,000 for each claim."),
        near_miss("Vendor shall defend its trademarks in court as it sees fit."),
        near_miss("Each party bears the cost of its own audit."),
    ),
)
