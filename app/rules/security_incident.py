"""Security incidents: must the vendor tell the customer, within how many hours, counted from what, and who pays.

What starts the clock may stand in the definition of the event ("Confirmed Event"), and the hours in a table. Hours are clock hours.
"""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.reading import Proof, Reading
from app.rules.reading.deontic import AS_IT_PLEASES, UNTOLD, refuses
from app.rules.reading.deontic import TELLS as TELLS_ANYHOW
from app.rules.reading.numbers import Duration
from app.rules.reading.passage import Hit, Passage, Sentence, Stretch
from app.rules.reading.pattern import phrase, stems
from app.rules.reading.subjects import AT_WILL, INCIDENT, REFUSES, find_in, held, meanings, operative, rows, statements, times_near
from app.rules.rule import Rule, fires, near_miss
from app.rules.settled import loosely, usual

TELLS = phrase(
    r"notif(?:y|ies|ied)|notifications? (?:shall|will|must|is|to|of)|inform(?:s|ed|ing)?|give(?:s)? (?:[a-z]+ )?notice|"
    r"giving notice|notice (?:shall|will|must|of)|tell(?:s|ing)?|told|(?:shall|will|must|promptly|to|and) report|reports? (?:it|"
    r"them|any|every|each|the|an?|such|all|to|this|that|without|security|at once|immediately)|be reported|writes? to|advis(?:e|es|"
    r"ed)|alert(?:s|ed)?|announc(?:e|es)|"
    r"let(?:s)? [a-zA-Z' ]{1,30} know|communicat(?:e|es|ed)|disclos(?:e|es) (?:it|this|the (?:breach|incident)) to|appris(?:e|es|"
    r"ed)|make(?:s)? known|contacts? CUSTOMER|send(?:s)? word|hears? from"
)
AWARE = phrase(
    r"aware(?:ness)?|learn(?:s|t|ed|ing)?|discover(?:s|ed|y|ing)?|notic(?:es|ed|ing)|knowledge|knows?|knew|detect(?:s|ed|ion|ing)?|"
    r"find(?:s|ing)? out|found out|first suspect(?:s|ed|ing)?|suspect(?:s|ed)?|comes? to (?:its|VENDOR's|the) (?:attention|notice)|"
    r"identif(?:y|ies|ied|ying|ication)|observ(?:es|ed|ing)|realis(?:es|ed)|realiz(?:es|ed)|sees"
)
CONFIRMED = phrase(
    r"confirm(?:s|ed|ation|ing)?|establish(?:es|ed|ing|ment)|determin(?:es|ed|ing|ation)|verif(?:y|ies|ied|ying|ication)|"
    r"conclud(?:es|ed|ing)|conclusion|complet(?:es|ed|ing|ion) (?:of )?(?:its |the |an? )?(?:[a-z]+ )?(?:inquir(?:y|ies)|"
    r"enquir(?:y|ies)|investigations?|analysis|assessment|review)|"
    r"(?:inquiry|enquiry|investigation|analysis|assessment|review|triage)(?: into it)?(?: of [a-z ]{1,30})?,? (?:has|have|having|"
    r"is|was|has been|having been)? ?(?:been )?(?:complete|completed|concluded|finished|closed|ended)|classif(?:ies|ied) (?:it |"
    r"the [a-z]+ )?as|entered in (?:its|the) register|"
    r"signed (?:the|a|off)|satisfied (?:itself )?that|has (?:decided|concluded|ascertained|validated|substantiated)|validat(?:es|"
    r"ed|ion)|ascertain(?:s|ed)|substantiat(?:es|ed)|declar(?:es|ed|ation)|finding"
)
OCCURRED = phrase(
    r"(?:of|after|from|following) (?:its|the|their|such|an?) (?:[a-z]+ )?(?:occurrence|occurring|happening)|(?:after|from when|"
    r"once) (?:it|the (?:incident|breach|event)) (?:occurs|occurred|happens|happened|takes place)|(?:of|after) (?:the|a|"
    r"such) (?:[a-z]+ )*(?:incident|breach|event)s? (?:occurs|occurring|occurred|happening)"
)
REGARDLESS = phrase(
    r"whether or not|even (?:if|though|where|before)|irrespective|regardless|no matter|without (?:waiting|awaiting)|need not (?:be|"
    r"have been)|not wait|before (?:it|the|any) [a-z ]{0,30}(?:confirmed|complete|established)"
)
LATEST = phrase(r"within|no(?:t)? later than|no more than|at the latest|in any (?:case|event)|not exceed(?:ing)?|inside|before|after|of|in")
AT_ONCE = phrase(r"immediately|forthwith|at once|instantly|straight ?away|right away")
# A second report has its own, longer time.
LATER_REPORT = phrase(
    r"(?:closing|final|further|follow-?up|interim|supplementary|full|written|root[- ]cause|detailed|second|updated|"
    r"post-?incident) (?:[a-z]+ )?(?:reports?|account|analysis|summary|updates?|findings)|supplements?|root[- ]cause"
)
SUPPORT = phrase(
    r"support (?:requests?|tickets?|questions?|desk)|severity|service desk|help ?desk|first response|response times?|tickets?|"
    r"outage|availability|malfunction"
)
THE_NOTICE = phrase(
    r"(?:the|such|each|that|its|this) (?:first )?(?:notice|notification|report|message) (?:shall|will|must|is to|contains?|says?|"
    r"states?|describes?|includes?|sets? out)"
)
CAUSE = phrase(r"the (?:cause|extent|scope|nature|root cause|details|steps|measures)")
COST = phrase(r"costs?|expenses?|charge|own account")
BEARS = phrase(
    r"bears?|borne|pays?|reimburses?|meets?|at (?:its|VENDOR's|their) (?:own )?(?:sole )?(?:cost|expense)|carr(?:y|ies)|"
    r"for (?:the account of )?VENDOR"
)
CUSTOMER_TELLS = phrase(
    r"CUSTOMER (?:shall|will|must|agrees to|has to|is to)?(?: (?:promptly|immediately|also|at once|without delay|"
    r"forthwith))*,? ?(?:notif|inform|tell|report|advise|let)[a-z]*"
)
PASSWORDS = phrase(
    r"credentials?|passwords?|log-?ins?|sign-?ins?|accounts?|(?:access|api) keys?|user ids?|theft of weights|weights|infring(?:es|"
    r"ement|ing)|trade ?marks?|intellectual property|personal injury"
)
CLAIMS = phrase(
    r"indemnif[a-z]+|limitation of liability|infring(?:es|ement)|liab(?:le|ility)|possibility of such|(?:defence|defense) of|"
    r"claims? (?:that|which|by|of|from)"
)
SECRETS = phrase(r"confidential information|protected information")
DATA_OF_OURS = phrase(r"CUSTOMER(?:'s)? (?:data|content|files|records)|personal data")
PASSIVE = phrase(
    r"(?:shall|will|must|is to|are to|is|are) be (?:[a-z]+ )?(?:notified|informed|told|reported|alerted)|"
    r"CUSTOMER(?:'s [a-z ]{1,30})?"
)
WHETHER = phrase("whether|if and when|at its discretion")
NOT_TIME = phrase("per cent|credit|downtime|keys|logs|retention|remediation|recovery")
# Mischief by any name: the first kind says it alone, the second of data or security only.
MISCHIEF = stems(
    "intru break-in breakin broken_into breaks_into broke_into breaking_in got_into gets_into get_into getting_into hack cyber unauthori without_authori "
    "illicit unlawful_access unlawful_disclos unlawful_acqui unlawful_destr illegal_access stranger outsider intruder attack ransom malware virus fraudulent thie trespass criminal "
    "culprit burgl leak theft stolen stole. steal compromis exfiltrat got_at gets_at get_at tamper spie spying snoop pried pries pry eavesdrop intercept "
    "wrong_hands wrong_people wrong_person wrong_recipient infiltrat pirat phish spill sabotage expos no_right_to no_business_to no_permission no_authority "
    "not_entitled not_authori not_allowed_to not_permitted_to not_supposed not_meant security_incident security_breach security_event data_breach privacy_breach breach_of_security breach_of_the_security "
    "breach_of_protection violation_of_the_protection violation_of_protection violation_of_security loss_of_confidential loss_of_integrity loss_of_secrecy "
    "loss_of_control got_hold gets_hold get_hold getting_hold without_permission without_right without_being_entitled"
)
BEFALLS = stems(
    "los. loss. losses. lost. lose. copied seen. altered alteration extract disclos breach incident. incidents. violat misus corrupt destroyed destruction taken. "
    "accessed viewed opened published escap astray missing affected irregular mishap touched event. events. damage endanger harm threat impair put_at_risk "
    "obtain acquir got. gets. reach untoward mishandl misdirect erased encrypted"
)
SAME_DAY = phrase(
    r"(?:the|on the|that) (?:very )?same (?:business |working |calendar )?day|on the day|by the end of the day|that day|the next day|(?:the )?following day|(?:the )?day after"
)
WITHIN_THE_HOUR = phrase(r"(?:with)?in(?:side)? (?:the|that|one) hour")
NOT_DISTURBED = phrase(r"slow|cannot be reached|outages?|downtime|unavailab[a-z]+|maintenance|interruptions?|defects?|bugs?|malfunctions?")
DATA = phrase(r"data|content|files|records|information|details|security|systems?|event|incidents?|breach(?:es)?|it|this")


def read_security_incident(passage: Passage) -> list[Reading]:
    """Read the duty to tell; nothing if the passage isn't about one. A definition that delays the clock is a clause of the type too.

    "Without undue delay" gives no hours. Hours stand in the sentence, else in a table or schedule that it points to.
    """
    found = usual(passage, _read_usual)
    other = loosely(passage, _read_usual, _otherwise) if not found else None
    return [other] if other is not None else list(found)


def _read_usual(passage: Passage) -> list[Reading]:
    told = None if rows(passage) else _duty(passage)
    if told is None:
        other = _periods(passage) or _details(passage)
        return [] if other is None else [other]
    sentence = told.sentence
    if _refused(told):
        return [passage.reading("security_incident", sentence, duty=told.proves(False), refused=told.proves(True))]
    near = meanings(passage, sentence)
    clock = _clock(passage, sentence, near)
    reading = passage.reading(
        "security_incident",
        sentence,
        duty=told.proves(True),
        notice_hours=_hours(passage, sentence, near),
        clock_starts=clock,
        cost_bearer=_cost(passage),
    )
    late = (
        next((m for m in near if INCIDENT.within(m) and _confirmed(m) is not None), None)
        if clock is not None and clock.value == "confirmation"
        else None
    )
    return [reading] if late is None else [reading, late.reading("security_incident", late, clock_starts=clock)]


def _duty(passage: Passage) -> Hit | None:
    """Where it says that the customer is told of an incident."""
    for sentence in operative(passage):
        incident = INCIDENT.find(sentence)
        if incident is None and not _goes_on(passage, sentence):
            continue
        if (
            sentence.has(CLAIMS)
            or (sentence.has(SUPPORT) and incident is None)
            or (sentence.has(SECRETS) and not sentence.has(DATA_OF_OURS))
        ):
            continue
        for told in sentence.hits(TELLS):
            if _by_customer(told) or (sentence.has(PASSWORDS) and told.actor != "vendor" and not sentence.has(DATA)):
                continue
            if sentence.has(LATER_REPORT) and not sentence.has(AWARE) and told.sentence.durations and incident is None:
                continue
            return told
    return None


def _goes_on(passage: Passage, sentence: Sentence) -> bool:
    """Whether it goes on about the incident of the sentence before: "We tell you within two days"."""
    before = [other for other in operative(passage) if other.at.end <= sentence.at.start]
    spoken = bool(before) and INCIDENT.within(before[-1]) and not before[-1].has(CLAIMS)
    return sentence.has(DATA) and (spoken or passage.titled("incident", "breach notification", "data breach", "security breach"))


def _by_customer(told: Hit) -> bool:
    """Whether it is the customer who must tell (a lost password, an unlawful use)."""
    sentence = told.sentence
    customers = sentence.find(CUSTOMER_TELLS)
    after = sentence.after(told).words[:24].split(" of ")[0]
    if told.words.startswith("hear"):
        return False
    if "VENDOR" in after and "CUSTOMER" not in after:
        return True
    if told.actor is None and not ("CUSTOMER" in after or sentence.has(PASSIVE)):
        return True
    return (customers is not None and customers.at.overlaps(told.at)) or (told.actor == "customer" and not sentence.has(phrase("VENDOR")))


def _refused(told: Hit) -> bool:
    refusal = told.sentence.before(told).find(REFUSES)
    failed = phrase(r"attempts|unsuccessful|failed|port scans|pings|minor|trivial|that (?:were|did) not succeed")
    before = told.sentence.before(told)
    if before.has(WHETHER, AT_WILL):
        return True
    return (
        (refusal is not None or (told.negated and told.actor == "vendor"))
        and not told.sentence.has(failed)
        and not told.sentence.has(phrase("delay"))
    )


def _hours(passage: Passage, sentence: Sentence, near: Sequence[Passage]) -> Proof | None:
    """The longest time until the first notice, in hours."""
    for stretch in (sentence, *(s for s in operative(passage) if s != sentence and INCIDENT.within(s) and not s.has(LATER_REPORT))):
        duration = _shortest_first_notice(stretch)
        if duration is not None:
            return stretch.place(duration).proves(duration.hours)
    at_once = sentence.find(AT_ONCE)
    if at_once is not None and not at_once.negated and not sentence.has(phrase("undue delay|unreasonable delay|reasonable")):
        return at_once.proves(0)
    for other in (passage, *passage.referred, *near):
        for row in _incident_rows(other):
            return row.place(row.durations[0]).proves(row.durations[0].hours)
    return None


def _incident_rows(passage: Passage) -> list[Passage]:
    """Table rows that give the time of the first report of an incident."""
    found = rows(passage)
    other = LATER_REPORT | SUPPORT | NOT_TIME
    return [
        row
        for row in found
        if row.durations and row.durations[0].unit in ("minute", "hour", "day") and INCIDENT.within(row) and not row.has(other)
    ]


def _shortest_first_notice(sentence: Stretch) -> Duration | None:
    usable = [d for d in sentence.durations if d.unit in ("minute", "hour", "day", "week", "month")]
    told = sentence.hits(TELLS)
    near = [d for d in usable if any(0 <= d.at.start - hit.at.end < 25 for hit in sentence.hits(LATEST))]
    return next((d for d in near or usable if told), None)


def _clock(passage: Passage, sentence: Sentence, near: Sequence[Passage]) -> Proof | None:
    """What starts the time: the vendor's own confirmation if its words or the event's definition say so, else its knowledge."""
    confirmed = _confirmed(sentence)
    if confirmed is not None:
        return confirmed.proves("confirmation")
    if not sentence.has(AWARE):
        for meaning in near:
            inside = _confirmed(meaning) if INCIDENT.within(meaning) or meaning.has(phrase("event|incident|breach")) else None
            if inside is not None:
                return inside.proves("confirmation")
    periods = [
        s
        for other in (passage, *passage.referred, *passage.siblings)
        for s in operative(other)
        if s.has(phrase(r"periods?|times?|deadlines?|clock")) and s.has(phrase(r"begins?|starts?|runs?|commences?|counted|counts?"))
    ]
    for each in (sentence, *(s for s in operative(passage) if s != sentence and INCIDENT.within(s)), *periods):
        aware = each.find(AWARE)
        if aware is not None and not aware.negated:
            return aware.proves("awareness")
        late = _confirmed(each)
        if late is not None:
            return late.proves("confirmation")
    occurred = sentence.find(OCCURRED)
    return occurred.proves("occurrence") if occurred else None


def _confirmed(stretch: Stretch) -> Hit | None:
    """Words of confirmation that the text doesn't brush aside ("whether or not it has been confirmed")."""
    for hit in stretch.hits(CONFIRMED):
        before = hit.sentence.before(hit)
        if before.has(REGARDLESS) or hit.negated:
            continue
        if not hit.sentence.after(hit).has(CAUSE) or hit.sentence.has(phrase("that an|that there|signed|board|team|office|concluded")):
            return hit
    return None


def _cost(passage: Passage) -> Proof | None:
    for sentence in passage.sentences_with(COST, BEARS):
        bears = sentence.find(BEARS)
        if bears is not None and not bears.negated:
            who = phrase(r"(?:at|borne by|paid by|for the account of) CUSTOMER|CUSTOMER (?:shall )?(?:bears?|pays?|reimburses?)")
            if sentence.has(who):
                return bears.proves("customer")
            if bears.actor == "vendor" or sentence.has(phrase("VENDOR")) or passage.has(phrase("VENDOR")):
                return bears.proves("vendor")
    return None


def _periods(passage: Passage) -> Reading | None:
    """A row or sentence that only gives the time for an incident notice, or says when such times begin."""
    for row in _incident_rows(passage):
        hours = row.place(row.durations[0])
        return row.reading("security_incident", hours, duty=hours.proves(True), notice_hours=hours.proves(row.durations[0].hours))
    for sentence in operative(passage):
        if (
            sentence.has(phrase("periods?|time limits?|times|the clock"))
            and sentence.has(phrase("begins?|starts?|runs?|commences?"))
            and sentence.has(AWARE)
            and _incident_schedule(passage)
        ):
            return passage.reading("security_incident", sentence, clock_starts=_clock(passage, sentence, ()))
    return None


def _details(passage: Passage) -> Reading | None:
    """What the notice must say, and who bears the cost, in a passage of its own behind the duty."""
    before = [other for other in passage.siblings if other.at.end <= passage.at.start]
    opening = passage.find(THE_NOTICE)
    if not before or opening is None or opening.sentence not in operative(passage) or _duty(before[-1]) is None:
        return None
    return passage.reading("security_incident", opening.sentence, cost_bearer=_cost(passage))


def _otherwise(passage: Passage) -> Reading | None:
    """The duty or its refusal in words that no incident clause usually has: mischief, somebody who is told, a refusal beside them."""
    if passage.clause.kind in ("heading", "title", "parties", "recital", "signature", "definition"):
        return None
    said = statements(passage)
    for index, sentence in enumerate(said):
        if sentence.has(CLAIMS) or sentence.has(NOT_DISTURBED) or sentence.has(LATER_REPORT):
            continue
        mischief = _mischief(passage, sentence)
        about = (
            (sentence,) if mischief is not None else (sentence, said[index - 1]) if index and _mischief(passage, said[index - 1]) else ()
        )
        told = next(
            (hit for hit in sentence.hits(TELLS_ANYHOW) if about and (_customer_is_told(about, hit) or _need_not(sentence, hit))), None
        )
        if told is None:
            continue
        following = said[index + 1 : index + 3]
        hours = _hours_said(sentence) or _hours_near(passage, sentence)
        timed = hours is not None and not told.negated and refuses(sentence.before(told)) is None
        no = _told_nothing(sentence, told) or find_in((sentence, *following), AS_IT_PLEASES) or find_in(following, UNTOLD)
        if no is not None and not timed:
            return passage.reading("security_incident", no.sentence, duty=no.proves(False), refused=no.proves(True))
        return passage.reading(
            "security_incident",
            sentence,
            duty=sentence.proves(True),
            notice_hours=hours,
            clock_starts=_clock(passage, sentence, meanings(passage, sentence)),
            cost_bearer=_cost(passage),
        )
    return None


def _mischief(passage: Passage, sentence: Stretch) -> Hit | None:
    """Words for an incident; a mere loss, breach or event is one where it befalls data, or under a heading about incidents."""
    about = held(sentence) is not None or passage.titled("incident", "breach", "security", "intrusion", "if something goes wrong")
    return INCIDENT.find(sentence) or sentence.find(MISCHIEF) or (sentence.find(BEFALLS) if about else None)


def _told_nothing(sentence: Sentence, told: Hit) -> Hit | None:
    """Where the news is refused: not owed, kept back, or denied at the verb itself."""
    late = sentence.has(phrase("delay|later than|without waiting|before"))
    denied = next(
        (hit for hit in sentence.hits(TELLS_ANYHOW) if hit.negated and hit.actor != "customer" and hit.at.start >= told.at.start), None
    )
    return refuses(sentence) or sentence.find(UNTOLD, KEPT_QUIET) or (denied if not late else None)


KEPT_QUIET = phrase(
    r"keep(?:s)? (?:it|them|this|that|the (?:matter|news|fact|event)|such [a-z]+|quiet|silent)(?: [a-z]+){0,2}(?: to (?:itself|himself|VENDOR))?|"
    r"(?:sole|only) source|where CUSTOMER (?:can|may) (?:read|find|look|see|learn)|(?:quarterly|yearly|annual|monthly|half-?yearly) (?:[a-z]+ )?(?:review|summary|report|overview|newsletter)"
)


def _customer_is_told(about: tuple[Sentence, ...], told: Hit) -> bool:
    """Whether the words put the news in the customer's ear, not in the vendor's."""
    if told.words.startswith(("hear", "learn", "read", "find")) and told.actor == "vendor":
        return False
    ahead = told.sentence.before(told)
    if (told.actor == "customer" and not ahead.has(VENDORS_PART)) or told.sentence.after(told).words[:24].lstrip().startswith("VENDOR"):
        return told.words.startswith(("hear", "learn", "read", "find", "know"))
    return any(sentence.has(phrase("CUSTOMER(?:'s)?|passed on|customers?|users?|clients?")) for sentence in about)


def _need_not(sentence: Sentence, told: Hit) -> bool:
    """Whether the vendor is freed from telling, no matter whom."""
    return told.actor == "vendor" and refuses(sentence.before(told)) is not None


VENDORS_PART = phrase(r"VENDOR(?:'ll|'d)?|it|they")


def _hours_near(passage: Passage, sentence: Sentence) -> Proof | None:
    """The time until the news where it stands in a definition or in the next sentence."""
    return next(
        (place.place(d).proves(d.hours) for place, d in times_near(passage, sentence) if d.unit in ("hour", "day", "week", "month")), None
    )


def _hours_said(sentence: Stretch) -> Proof | None:
    """The time until the news, in hours: a figure, "the same day", "within the hour", at once."""
    duration = next((d for d in sentence.durations if d.unit in ("minute", "hour", "day", "week", "month")), None)
    if duration is not None:
        return sentence.place(duration).proves(duration.hours)
    for pattern, hours in ((WITHIN_THE_HOUR, 1), (SAME_DAY, 24), (AT_ONCE, 0)):
        hit = sentence.find(pattern)
        if hit is not None and not hit.negated:
            return hit.proves(hours)
    return None


def _incident_schedule(passage: Passage) -> bool:
    return find_in(passage.siblings, INCIDENT.words) is not None or any(INCIDENT.within(other) for other in passage.siblings)


RULE = Rule(
    "security_incident",
    read_security_incident,
    examples=(
        fires(
            "Vendor shall notify Customer of any personal data breach without undue delay and in any event within seventy-two (72) hours "
            "after becoming aware of it.",
            duty=True,
            notice_hours=72,
            clock_starts="awareness",
        ),
        fires(
            "If our security team establishes that an outsider has opened your data, we will write to you within seven (7) days after it "
            "has done so.",
            notice_hours=168,
            clock_starts="confirmation",
        ),
        fires(
            "Vendor shall notify Customer without undue delay of any unauthorised access to Customer Data.", duty=True, notice_hours=None
        ),
        fires("Vendor is under no obligation to inform Customer of a security incident.", duty=False),
        near_miss(
            "Vendor shall notify Customer of a Security Incident within 24 hours of learning of it, whether or not it has been confirmed.",
            clock_starts="awareness",
        ),
        near_miss("Vendor shall answer support questions within 24 hours."),
        near_miss("Customer shall notify Vendor promptly of any unauthorised use of a password."),
    ),
)
