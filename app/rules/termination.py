"""Termination without a reason, and at an authority's demand: who may, on what notice, what comes back, what it costs.

Who may do it decides, so grants that stand in several passages are read together: a right of the vendor in one and of the customer in
another is a right of both. Notice is in calendar days. A notice that only keeps the next term from starting is renewal's.
"""

from __future__ import annotations

from app.domain.reading import Proof, Reading
from app.domain.span import Span
from app.rules.exit_rights import exit_rights, holders
from app.rules.exit_words import (
    AHEAD,
    ANY_TIME,
    AT_OPTION,
    BREACH,
    CONDITION,
    DEAL,
    ENDS,
    FEES,
    FREE_OF_COST,
    INSOLVENT,
    MONEY_BACK,
    NO_REASON,
    PERMITS,
    PREPAID,
    SERVICE_LEVEL,
    around,
    days,
    endings,
    near,
    side_of,
    subject_of,
)
from app.rules.reading.passage import Hit, Passage, Sentence, Stretch
from app.rules.reading.pattern import expression, phrase
from app.rules.reading.subjects import AUTHORITY
from app.rules.rule import Rule, fires, near_miss

OTHER_OBJECT = phrase(
    r"consents?|seats?|suppl(?:y|ies) of heat|investigation|personnel|staff member|sub-?processors?|subcontractors?|beta|trial|insurance|"
    r"policy|support plan|employment|session|sharing|reference|permission to name|representative|appointment|"
    r"end users?|authori[sz]ed users?|opt[- ]out|publicity|meeting|visit|objection|claim|approval"
)
NEXT_TERM = phrase(
    r"(?:further|next|new|successive|renewal|following|additional) (?:[a-z]+ )?(?:term|period|year|extension)s?|non-?renew(?:al)?|"
    r"not (?:to )?(?:be )?(?:renew(?:ed)?|extend(?:ed)?|prolong(?:ed)?)|"
    r"(?:at|with effect from|effective (?:at|as of)|as of|to) the (?:end|expiry|expiration) of (?:the|any|its|each) (?:then|initial|"
    r"current|running|first|minimum|fixed|contract|calendar)|automatically renew"
)
COMMITTED = phrase(
    r"(?:commitment|obligation)s? (?:[a-z ]{1,70} )?(?:is|are) firm|non-?cancell?able|(?:has|have) (?:agreed|committed|"
    r"committed itself) to the whole|(?:is|are) (?:committed|bound|locked in) (?:for|to) the (?:whole|full|entire)|only under|only (?:in|"
    r"pursuant to|for|on the grounds?)|"
    r"firm for the (?:whole|full|entire)|take-or-pay|no right (?:of|to) (?:early |ordinary |premature )?(?:terminat|cancel|withdraw|"
    r"end)[a-z]*|before (?:its|the) (?:completion|period|term|end)[a-z ]{0,40} (?:only|is over)|cannot leave|stays? bound|remains? bound"
)
KEEPS_MONEY = phrase(
    r"(?:fees|charges|sums|amounts|payments|money)[a-z ,]{0,60} (?:stays? with|(?:is|are) (?:retained|kept) by|remains? with|belongs? to|"
    r"(?:is|are) forfeited|(?:is|are) not (?:refunded|refundable|repaid|returned|given back)|remains? (?:due|payable))|non-?refundable|"
    r"VENDOR (?:may )?(?:keeps?|retains?) (?:all |any |the |what )?(?:fees|charges|sums|amounts|payments|has been)|no (?:refunds?|"
    r"repayment|credit)|(?:not|never) (?:refund|repay|give back|pay back)|without (?:any )?(?:refund|repayment|right to (?:a )?refund)"
)
EXIT_FEE = phrase(
    r"(?:early|premature)[- ](?:termination|exit|cancellation|withdrawal) (?:fee|charge|payment|sum|amount|indemnity)s?|(?:termination|"
    r"break|exit|cancellation|break-?up) (?:fee|charge|payment|penalty)s?|"
    r"(?:remaining|outstanding|residual|future) (?:fees|charges|instal?lments|payments|subscription fees)|(?:fees|charges|sums|amounts|"
    r"payments|price)[a-z ]{0,40} (?:for|of|until|to) the (?:rest|remainder|balance|end|unexpired)[a-z ]{0,30}|balance of the (?:fees|"
    r"charges|term|contract)|"
    r"compensation (?:is |shall be )?(?:owed|due|payable)? ?for (?:leaving|ending|terminating)|lost (?:profit|margin)|shortfall|(?:fees|"
    r"charges|price|remuneration) not yet (?:invoiced|due|paid|billed|earned)|to compensate (?:VENDOR|it)|compensat(?:es?|"
    r"ion) (?:VENDOR )?for (?:the )?(?:capacity|loss|early|lost)"
)
# Pay for what was done is no fee for leaving.
PAYS_WORK = phrase(
    r"(?:remuneration|pays?|payment|paid) (?:only )?for (?:what|the work|work|services|milestones|that part|"
    r"those)[a-zA-Z ,;]{0,60}(?:performed|done|rendered|accepted|delivered|completed|carried out)|(?:cancellation|exit|termination|"
    r"break) (?:charge|fee)s? (?:is|are) (?:not )?payable"
)
OWED = phrase(r"pays?|payable|due|owes?|owed|charged?|liable for|becomes? due|falls? due|accelerat(?:e|es|ed)|invoiced|compensates?|bears?")
AT_ONCE = phrase(
    r"(?:with )?immediate effect|at once|immediately|forthwith|without (?:any )?(?:prior )?(?:notice|warning)|no notice|there and then|"
    r"on the spot|instantly"
)

# "When this agreement ends, for whatever reason, ..." speaks of what follows, not of a right.
CONSEQUENCE = expression(
    r"\b(?:when|if|where|upon|on|after|once|following|in the event of|at)\b[^\n]{0,60}\b(?:terminat\w*|ends?|ended|expir\w*|"
    r"ending)\b[^\n]{0,30}\b(?:for (?:any|whatever) reason|on whatever ground|for whatever cause|however (?:it|caused|brought))"
)

LAWFUL_REASON = phrase(
    r"to comply|compl(?:y|iance) with|export controls?|sanctions|required by (?:applicable )?law|unlawful|illegal|infring(?:es?|ement|"
    r"ing)|(?:change|court|order) (?:of|in) law|security (?:risk|threat|incident)s?|force majeure|beyond (?:its|"
    r"their) (?:reasonable )?control"
)
DEMANDS = phrase(
    r"demands?|requires?|required|directs?|directed|direction|orders?|ordered|instructs?|instruct(?:ed|ion)|requests?|requested|objects?|"
    r"objected|prohibits?|prohibited|forbids?|forbidden|finds?|found|states?|stated|determines?|considers?|can no longer|cannot|"
    r"impairs?|impedes?|hinders?|hampers?|prevents?|unable to|insists?|recommends?|calls? (?:for|on)|wants?|tells?|told|asks?|"
    r"at the (?:demand|request|instance|behest|direction|order|insistence) of|so (?:directs?|requires?|orders?|demands?)|withdraws?|"
    r"refuses?|supervise"
)


# Without a reason


def read_convenience(passage: Passage) -> Reading | None:
    """Read who may end the agreement without a reason; None if the passage doesn't speak of it.

    `refused` stands where the customer is told that it has no such right. A notice that only keeps the next term from starting is
    renewal's.
    """
    found = _convenience(passage)
    if found:
        sentence, _ = next(iter(found.values()))
        return passage.reading(
            "termination_for_convenience",
            sentence,
            by=_by(passage, found),
            notice_days=_notice(passage, sentence),
            **_money(passage, sentence),
        )
    denied = next((hit for sentence in passage.sentences if (hit := _denied(passage, sentence))), None)
    if denied is None:
        return _by_rights(passage)
    granted = any({"customer", "either"} & sides for sides in _all_convenience(passage))
    return passage.reading("termination_for_convenience", denied.sentence, refused=None if granted else denied.proves(True))


def _by_rights(passage: Passage) -> Reading | None:
    """What the rights to leave say, however they are worded; a customer's waiver counts where nobody gives it the right."""
    if any(_all_convenience(passage)):
        return None
    rights = [right for right in exit_rights(passage) if right.ground == "none"]
    given = next((right for right in rights if right.granted and right.holder), None)
    granted = holders(passage, "none")
    if given is not None:
        both = "either" in granted or {"customer", "vendor"} <= granted
        return passage.reading(
            "termination_for_convenience",
            given.said,
            by=given.said.proves("either" if both else given.holder),
            notice_days=_notice_of(passage, given.said),
            **_money(passage, given.said.sentences[0]),
        )
    denied = next((right for right in rights if not right.granted and right.holder in ("customer", "either", "")), None)
    if denied is None or {"customer", "either"} & granted:
        return None
    return passage.reading("termination_for_convenience", denied.said, refused=denied.hit.proves(True))


def _notice_of(passage: Passage, said: Stretch) -> Proof | None:
    """Its length: the only duration of the statement that tells of it, else of the sentence after it."""
    for place in (said, around(passage, said, ahead=1)):
        counted = [d for d in place.durations if d.unit in ("day", "week", "month", "hour")]
        duration = near(place, AHEAD, within=120) or next(iter(counted), None)
        if duration is not None:
            return days(place, duration)
    at_once = said.find(AT_ONCE)
    return None if at_once is None else at_once.proves(0)


def _convenience(passage: Passage) -> dict[str, tuple[Sentence, Hit]]:
    """The sides that may end without a reason, with the sentence that says so; "" where nobody is named."""
    found: dict[str, tuple[Sentence, Hit]] = {}
    for sentence in passage.sentences:
        hit = _free_end(passage, sentence)
        if hit is not None:
            found.setdefault(side_of(hit) or "", (sentence, hit))
    return found


def _free_end(passage: Passage, sentence: Sentence) -> Hit | None:
    """The word by which a sentence lets somebody end without a reason."""
    permits = sentence.find(PERMITS)
    if permits is None or sentence.has(CONSEQUENCE):
        return None
    ends = next((hit for hit in endings(sentence) if hit.at.start > permits.at.start and not hit.negated), None)
    if ends is None or sentence.has(SERVICE_LEVEL) or side_of(ends) == "neither":
        return None
    object_ = Stretch(sentence.view, Span(ends.at.start, sentence.at.end))
    if sentence.has(NO_REASON) and not (sentence.has(OTHER_OBJECT) and not object_.has(DEAL)):
        return None if _for_cause_only(sentence) else ends
    titled = sentence.has(DEAL) and passage.titled("terminat", "ending", "exit", "withdraw", "cancel", "end")
    about_it = object_.has(DEAL) or titled or "leave" in ends.words or _alone_stands(ends)
    if (
        not about_it
        or sentence.has(LAWFUL_REASON)
        or sentence.has(BREACH)
        or sentence.has(INSOLVENT)
        or sentence.has(NEXT_TERM)
        or object_.has(OTHER_OBJECT)
    ):
        return None
    if sentence.has(AT_OPTION) and not _conditional(sentence):
        return ends
    noticed = near(sentence, AHEAD) is not None
    return ends if (noticed or sentence.has(ANY_TIME)) and not sentence.has(CONDITION) else None


def _alone_stands(ends: Hit) -> bool:
    """Whether "terminate" has no object of its own: "may terminate at any time"."""
    after = ends.sentence.after(ends).words.lstrip()
    return ends.words in ("terminate", "cancel", "withdraw", "exit") and after.startswith(
        ("at ", "on ", "upon ", "with ", "without ", "by ", "any ", ",", ";", ".", "early", "immediately", "whenever", "earlier")
    )


def _for_cause_only(sentence: Sentence) -> bool:
    """ "For any reason" may also close a list of reasons: then a breach stands beside it."""
    return sentence.has(BREACH) and not sentence.has(
        phrase(r"or (?:for )?(?:none|no reason)|without|convenience|not in breach|whether or not")
    )


def _conditional(sentence: Sentence) -> bool:
    options = sentence.hits(AT_OPTION)
    return any(not any(option.at.covers(hit.at) for option in options) for hit in sentence.hits(CONDITION))


def _denied(passage: Passage, sentence: Sentence) -> Hit | None:
    """Where the customer is told that it can't leave before the end without a reason."""
    if sentence.has(SERVICE_LEVEL) or sentence.has(BREACH):
        return None
    for hit in endings(sentence):
        early = sentence.has(NO_REASON) or sentence.has(COMMITTED) or sentence.has(AT_OPTION) or _before_the_end(sentence)
        of_money = sentence.has(MONEY_BACK) and not sentence.has(COMMITTED)
        if hit.negated and early and not of_money and subject_of(hit) in ("customer", "neither", "either"):
            return hit
    firm = sentence.find(COMMITTED)
    if firm is not None and sentence.has(ENDS) and sentence.has(phrase("CUSTOMER(?:'s)?")) and not sentence.has(BREACH):
        return firm
    return None


def _before_the_end(sentence: Sentence) -> bool:
    return sentence.has(
        phrase(
            r"before (?:the )?(?:end|expiry|expiration)|(?:during|in the middle of|within) (?:the|a|an|any|one) ?(?:[a-z]+ )?(?:term|"
            r"period)?|(?:term|period)[a-z ]{0,20} is over|early|prematurely"
        )
    )


def _by(passage: Passage, found: dict[str, tuple[Sentence, Hit]]) -> Proof | None:
    """Who may; both, where another passage gives the same right to the other side."""
    sides = set(found) - {""}
    if not sides:
        return None
    first = next(side for side in found if side)
    everywhere = sides | {side for each in _all_convenience(passage) for side in each} | holders(passage, "none")
    value = "either" if "either" in sides or {"customer", "vendor"} <= everywhere else first
    return found[first][1].sentence.proves(value) if first in ("customer", "vendor", "either") else None


def _all_convenience(passage: Passage) -> list[set[str]]:
    return passage.view.remembered(_convenience, lambda _: [set(_convenience(each)) for each in passage.paper.all])


def _notice(passage: Passage, sentence: Sentence) -> Proof | None:
    """Its length, in the sentence, the next one, or the row or definition that gives it."""
    here = near(sentence, AHEAD) or near(around(passage, sentence, ahead=1), phrase("notice|notify|written word"))
    if here is not None:
        return days(passage, here)
    if (at_once := sentence.find(AT_ONCE)) is not None and not at_once.negated:
        return at_once.proves(0)
    rows = [
        row
        for row in (*passage.definitions, *passage.referred, *passage.referring)
        if row.has(phrase("notice|termination|ending")) and len(row.words) < 600
    ]
    for row in rows:
        duration = near(row, phrase("notice|termination|ending"), within=160)
        if duration is not None:
            return days(row, duration)
    return None


def _money(passage: Passage, sentence: Sentence) -> dict[str, Proof | None]:
    """Whether prepaid fees come back, and whether leaving costs something: beside the right, or where the end's consequences stand."""
    places: list[Stretch] = [around(passage, sentence, ahead=3)]
    places += [
        each
        for p in (*passage.referring, *passage.siblings)
        for each in p.sentences
        if each.has(ENDS) and each.has(FEES) and not each.has(BREACH)
    ]
    refund = next((found for place in places if (found := _refund(place))), None)
    fee = next((found for place in (*places[:1], *passage.referring) if (found := _exit_fee(place))), None)
    return {"refund_of_prepaid_fees": refund, "early_termination_fee": fee}


def _refund(place: Stretch) -> Proof | None:
    for sentence in place.sentences:
        if (kept := sentence.find(KEEPS_MONEY)) is not None:
            return kept.proves(False)
        for hit in sentence.hits(MONEY_BACK):
            if sentence.has(FEES) and sentence.has(PREPAID) and "credit" not in hit.words:
                return hit.proves(not hit.negated)
    return None


def _exit_fee(place: Stretch) -> Proof | None:
    for sentence in place.sentences:
        if (free := sentence.find(FREE_OF_COST)) is not None:
            return free.proves(False)
        if sentence.has(PAYS_WORK) and not sentence.has(phrase("in addition|also pays?|percent|per cent")):
            return sentence.proves(False)
        fee = sentence.find(EXIT_FEE)
        if fee is not None and (sentence.has(OWED) or fee.negated) and not sentence.has(MONEY_BACK):
            return fee.proves(not fee.negated)
    return None


# At an authority's demand


_ASKS_FOR_PAPERS = phrase(r"(?:asks?|requests?|calls?) (?:for )?(?:the )?(?:records|information|documents|copies|data)")


def read_regulator(passage: Passage) -> Reading | None:
    """Read the customer's right to end because an authority demands it or can no longer supervise."""
    for sentence in passage.sentences:
        if not (sentence.has(ENDS, PERMITS, DEMANDS) and AUTHORITY.within(sentence)):
            continue
        ends = next((hit for hit in endings(sentence) if sentence.before(hit).has(PERMITS)), None)
        if (
            ends is None
            or not (subject_of(ends) in ("customer", "either", "other") or sentence.has(phrase("may be (?:terminated|ended|cancelled)")))
            or (sentence.has(OTHER_OBJECT) and not sentence.has(DEAL))
        ):
            continue
        if ends.negated:
            return passage.reading("regulator_termination", sentence, refused=ends.proves(True))
        return passage.reading("regulator_termination", sentence, granted=sentence.proves(True))
    rights = [
        right
        for right in exit_rights(passage)
        if right.ground == "authority" and right.holder != "vendor" and not right.said.has(_ASKS_FOR_PAPERS)
    ]
    given = next((right for right in rights if right.granted), None)
    if given is not None:
        return passage.reading("regulator_termination", given.said, granted=given.said.proves(True))
    denied = next((right for right in rights if not right.granted), None)
    return None if denied is None else passage.reading("regulator_termination", denied.said, refused=denied.hit.proves(True))


CONVENIENCE = Rule(
    "termination_for_convenience",
    read_convenience,
    examples=(
        fires(
            "Customer may terminate this Agreement at any time, without stating a reason, on thirty (30) days' notice. Vendor shall "
            "refund fees prepaid for the time after the end.",
            by="customer",
            notice_days=30,
            refund_of_prepaid_fees=True,
        ),
        fires(
            "We may also retire the Service, or stop serving a particular customer, for reasons of our own by giving you sixty (60) "
            "days' written word.",
            by="vendor",
            notice_days=60,
        ),
        fires("Either party may end this Agreement earlier on two months' written notice.", by="either", notice_days=60),
        near_miss(
            "Customer's commitment for the Initial Term is firm and may not be ended for convenience.",
            heading="Termination",
            by=None,
            refused=True,
        ),
        near_miss("If Vendor breaches this Agreement, Customer may, at its option, terminate it."),
        near_miss("Either party may prevent renewal by giving notice of termination to the end of the then current term."),
        near_miss("A user may at any time withdraw its consent to the newsletter without giving reasons."),
    ),
)

REGULATOR = Rule(
    "regulator_termination",
    read_regulator,
    examples=(
        fires("Customer may terminate with immediate effect if a regulator demands the end of the arrangement.", granted=True),
        fires(
            "Should a supervisory authority direct so, or be unable to supervise Customer effectively, Customer may cancel this "
            "Agreement without charge.",
            granted=True,
        ),
        fires("You can leave at once where the central bank tells you to stop using the Service.", granted=True),
        near_miss("Vendor may terminate this Agreement if an authority prohibits the Service."),
        near_miss("Vendor shall notify Customer if a regulator requests access to Customer Data."),
        near_miss("Customer may not terminate this Agreement because a regulator requires it.", refused=True),
    ),
)
