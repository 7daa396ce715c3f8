"""Who looks into whose affairs, in words that no audit clause usually has: somebody, a looking, what is looked into, and how freely.

The customer and its supervisors look into the vendor's work; a paper may be all that they get. The vendor looks into the customer's
use. Days are calendar days; "at any time" with no notice is 0.
"""

from __future__ import annotations

from app.domain.reading import Proof, Reading
from app.rules.reading.deontic import MAY, UNTOLD, WAIVED
from app.rules.reading.passage import Hit, Passage, Sentence, Stretch
from app.rules.reading.pattern import phrase, stems
from app.rules.reading.subjects import AUTHORITY, meanings, operative, said_around, statements, times_near

LOOKS = stems(
    "log_in log_into audit inspect examin verif check control. controls. look_at looks_at look_into looks_into looking_into look_over go_over goes_over go_through goes_through visit enter. enters. entering entry come. comes. coming call. calls. "
    "satisfy_it satisfy_them satisfies_it see. sees. review survey search. question interrog confirm count. counts. turn_up turns_up drop_in walk_in test. tests. assess investigat access open. opens. throw_open finding_out find_out prob scrutin monitor peruse call_for send. sends. take_copies"
)
INSIDE = stems(
    "premises offices office. site. sites. machines computers servers systems system. book. books records record. register accounts ledger installation use. usage user users seats number licence license workplace facilit data_cent controls. control. work. processing compliance "
    "operation seat_of security how_the whether administration staff personnel logs environment right_to_audit contract_is agreement_is"
)
VENDORS_EYES = phrase(
    r"VENDOR(?:'s)?(?: (?:[a-z-]+ ){0,4}?(?:personnel|people|staff|auditors?|officers?|accountants?|representatives?|agents?|inspectors?|employees?))?(?: or [a-z ]{1,30})? (?:may|can|is entitled|has the right|shall have|are entitled|might|reserves|must be|is free|shall be|will)|"
    r"its (?:own )?(?:staff|people|auditors?|personnel|accountants?|representatives?|officers?) (?:may|can|are|is|shall)|CUSTOMER(?: [a-z]+)? (?:shall|must|will|has to|undertakes to|agrees to|is to)(?: [a-z]+){0,4} (?:open|opens|let|admit|allow|permit|grant|give|submit|make available|throw open|afford|receive|show|produce)"
)
CUSTOMERS_AFFAIRS = phrase(
    r"CUSTOMER's|(?:of|by|at|from) CUSTOMER|number of (?:users|seats|devices|copies)|count (?:users|seats|copies)|how many (?:people|users|seats|copies)|installations?|user (?:numbers|administration|accounts)|register|its (?:books|systems|premises|records|machines|offices|use|users|installations|computers|personnel)|"
    r"your|licence compliance|use of the (?:programs?|software|service|product|tool)"
)
FREELY = phrase(
    r"at any (?:time|hour|moment)|whenever|as and when|at all (?:times|hours)|any day|day or night|when(?:ever)? (?:it|they|VENDOR) (?:likes?|pleases?|calls?|asks?|wish(?:es)?|chooses?)|unannounced|at will|round the clock"
)
DAY_BEFORE = phrase(r"(?:the|a|one) day (?:before|ahead|earlier|in advance)|the previous day|a day's")
SUPERVISORS = stems("supervis regulator authorit examiner watchdog inspectorate central_bank prudential")
ASKED_BY = phrase(
    r"(?:when|if|where|whenever|should|once|upon|on|at|after|by)(?: [a-z]+){0,4}? (?:request|demand|order|instance|requirement|instruction)s? (?:of|by|from) (?:[a-zA-Z']+ ){0,3}?(?:supervis[a-z]*|regulator[a-z]*|authorit[a-z]*)(?: authorit[a-z]+)?|"
    r"(?:when|if|where|whenever|should|once|as soon as) (?:[a-zA-Z']+ ){0,3}?(?:supervis[a-z]*|regulator[a-z]*|authorit[a-z]*)(?: authorit[a-z]+)? (?:so )?(?:asks?|requires?|requests?|demands?|orders?|wants?|calls?|insists?|directs?)"
)
UNLIMITED = phrase(
    r"(?:none|nothing|no part|no limit|not)(?: [a-z]+){0,6} (?:limits?|binds?|restricts?|affects?|applies|apply|holds? back|stands? in the way)|whenever|at any time|as often|without (?:notice|limit|cause|trigger|restriction|occasion|condition|prior|any)[a-z ]*|unrestricted|unlimited|full access|free access|"
    r"no(?: [a-z]+){0,3} (?:notice|limit|trigger|occasion) (?:applies|is needed|is required)|for whatever|where(?:ver)? it (?:requires|wants|likes)"
)
PAPER = phrase(
    r"reports?|certificates?|attestations?|certifications?|portal|papers|summar(?:y|ies)|letters?|statements?|questionnaires?|documents?|soc ?[12]|isae ?3402|iso ?(?:/iec )?27001|assurance|self-assessments?"
)
AND_NO_MORE = phrase(
    r"all (?:that )?CUSTOMER (?:shall|will|may|can|gets?|is|has|receives?)[a-z ]*|(?:the )?only (?:thing|means|way|evidence|proof|right|source|access)|sole(?:ly)?|exclusively|(?:fully|wholly|entirely|exhaustively|completely) (?:exercised|satisfied|discharged|met|answered|performed|fulfilled)|"
    r"(?:as|is|be|shall be) (?:final|conclusive|sufficient|enough|exhaustive)|nothing (?:further|more|else|beyond)|no (?:other|further|additional|more)(?: [a-z]+){0,3} (?:audit|inspection|examination|visit|access|right|check|proof|evidence|review|control)s?|(?:every|any|all) (?:other|further) (?:form|means|kind|right|way|sort)s?|"
    r"in (?:place|lieu|stead) of|instead of|rather than|takes? the place of|replaces|suffices?|stands? in for|exhausts?|exhausted|contents? itself|stands? content|is confined to|are confined to|limited to|consists? (?:only )?(?:in|of)|beyond (?:that|the|this) (?:report|paper|certificate)"
)
NO_LOOKING = phrase(
    r"(?:no|not any|neither|nor)(?: [a-zA-Z',]+){0,8} (?:audits?|inspections?|examinations?|visits?|access|checks?|controls?|right (?:to|of) (?:audit|inspect|examin|visit|enter|access)[a-z]*|review)|(?:audits?|inspections?|examinations?|visits?|site visits?|on-site [a-z]+)[a-zA-Z ,']{0,40} (?:are|is|shall be|do|does|will)(?: not|n't) [a-z ]+|"
    r"(?:does|do|shall|will|may|can)(?: not|n't)(?: [a-z]+){0,2} (?:audit|inspect|examine|visit|enter|check|admit|allow|permit|open)|excludes? (?:any |all )?(?:audit|inspection|examination|visit)s?"
)
NOT_LOOKING = phrase(
    r"acceptance|deliverables?|tenant|landlord|audit logs?|tax|invoice(?:s|d)? for|goods|court|recovery|candidate|bias|discriminat[a-z]+|credit check|background checks?|training data|model (?:is|was)|medical|support tickets?|confidential information|expert"
)


def read_vendors_look(passage: Passage) -> Reading | None:
    """Read what the vendor may look into at the customer's; None if nothing is said of it. A denial is a reading granted to nobody."""
    if passage.clause.kind in ("heading", "title", "parties", "recital", "signature", "definition"):
        return None
    for sentence in statements(passage):
        eyes = sentence.find(VENDORS_EYES)
        looks = next((hit for hit in sentence.hits(LOOKS) if eyes is not None and hit.at.start >= eyes.at.start), None)
        if eyes is None or looks is None or sentence.has(NOT_LOOKING) or not sentence.has(INSIDE, CUSTOMERS_AFFAIRS):
            continue
        if sentence.has(
            phrase(r"VENDOR's (?:systems|premises|controls|records|books|report)|CUSTOMER (?:may|can) (?:inspect|examine|audit|look)")
        ):
            continue
        denied = (looks.negated and not sentence.has(UNTOLD)) or sentence.has(
            phrase(r"VENDOR (?:has|have|shall have|gets|acquires) no (?:right|access|claim)|VENDOR (?:may|shall|will|can)(?: not|n't)")
        )
        if denied:
            return passage.reading("audit_rights", sentence, granted_to=sentence.proves(()))
        return passage.reading(
            "audit_rights",
            sentence,
            granted_to=sentence.proves(("vendor",)),
            notice_days=notice_of_look(passage, sentence),
            onsite=sentence.proves(True) if sentence.has(phrase("premises|offices?|sites?|enter|visit|turn up|drop in")) else None,
        )
    return None


def denies_vendors_look(sentence: Sentence) -> bool:
    """Whether the vendor is told that it may not look."""
    return sentence.has(phrase(r"VENDOR (?:has|have|shall have|gets|acquires) no (?:right|access|claim)"))


def notice_of_look(passage: Passage, sentence: Sentence) -> Proof | None:
    """Days of warning; 0 where it may come at any time or untold."""
    for place, duration in times_near(passage, sentence):
        if duration.unit in ("hour", "day", "week", "month") and place.has(
            phrase(r"notice|announc[a-z]*|warn[a-z]*|advance|ahead|beforehand|before|prior|word|told|tell|notif[a-z]*")
        ):
            return place.place(duration).proves(duration.days)
    eve = sentence.find(DAY_BEFORE)
    if eve is not None:
        return eve.proves(1)
    sudden = sentence.find(UNTOLD) or sentence.find(FREELY)
    return sudden.proves(0) if sudden is not None else None


def read_customers_look(passage: Passage) -> Reading | None:
    """Read what the customer and its supervisors may look into at the vendor's, and whether a paper is all; None if nothing is said."""
    if passage.clause.kind in ("heading", "title", "parties", "recital", "signature", "definition"):
        return None
    said = [each for each in statements(passage) if not each.has(NOT_LOOKING)]
    only = _paper_only(passage, said)
    shut = next((hit for each in (*said, *_who_may_come(passage)) if (hit := _supervisors_shut_out(each)) is not None), None)
    granted, proof = _granted(said)
    free = next(
        (
            each
            for each in said
            if _supervisors(each) is not None
            and each.has(UNLIMITED)
            and (each.has(LOOKS) or each.has(MAY))
            and not each.has(phrase("no access|neither"))
        ),
        None,
    )
    refused = next(
        (
            each
            for each in said
            if each.has(NO_LOOKING)
            and not granted
            and each.has(phrase("CUSTOMER(?:'s)?"))
            and (each.has(phrase("VENDOR(?:'s)?")) or passage.titled("audit", "check", "inspect", "assurance", "transparency", "control"))
        ),
        None,
    )
    about = only or shut or free or proof or refused
    if about is None:
        return None
    if free is not None and shut is None and "regulator" not in granted:
        granted.append("regulator")
    if shut is not None:
        granted = [name for name in granted if name != "regulator"]
    return passage.reading(
        "audit_rights",
        about.sentences[0],
        granted_to=(proof or free or about).proves(tuple(granted)) if granted else None,
        report_only=only.proves(True) if only is not None else None,
        regulator_excluded=shut.proves(True) if shut is not None else None,
        regulator_unrestricted=free.proves(True) if free is not None and shut is None else None,
        refused=refused.proves(True) if refused is not None and only is None else None,
    )


def _who_may_come(passage: Passage) -> list[Stretch]:
    """What the terms for those who may come mean, and definitions in the passages beside it."""
    return [
        meaning
        for sentence in operative(passage)
        if sentence.has(LOOKS)
        for meaning in meanings(passage, sentence)
        if meaning.has(SUPERVISORS)
    ]


def _supervisors(stretch: Stretch) -> Hit | None:
    asked = stretch.hits(ASKED_BY)
    found = [*stretch.hits(SUPERVISORS), *AUTHORITY.hits(stretch)]
    return next((hit for hit in found if not any(each.at.overlaps(hit.at) for each in asked)), None)


def _supervisors_shut_out(stretch: Stretch) -> Hit | None:
    """A supervisor that is denied what it would look into."""
    supervisor = _supervisors(stretch)
    if supervisor is None or (stretch.has(UNLIMITED) and not stretch.has(phrase("neither|no access|not include|excluded|forgo(?:es)?"))):
        return None
    denied = (
        stretch.has(
            phrase(
                r"no access|no dealings|(?:is|are) (?:excluded|not admitted|kept out)|neither CUSTOMER nor|NEITHER|(?:does|do|shall) not (?:include|extend|cover)|forgo(?:es)?|waives?|renounces?|no (?:right|entry|say|standing)"
            )
        )
        or supervisor.negated
    )
    about = stretch.has(LOOKS) or stretch.has(phrase("inspectors?|auditors?|representatives?|means|access"))
    return (
        supervisor
        if denied and about and not stretch.has(phrase("unreasonabl[a-z]+|delay|limit(?:s|ed)?|explain[a-z]*|notif[a-z]*"))
        else None
    )


def _paper_only(passage: Passage, said: list[Sentence]) -> Stretch | None:
    """The statement by which a paper is all that there is."""
    paper = any(each.has(PAPER) for each in said)
    first_only = phrase(
        r"first(?:ly)?|to begin with|starts? with|begins?|initially|before (?:it|CUSTOMER)|leaves? open|does not (?:answer|limit|replace)|thereafter"
    )
    if not paper or any(each.has(first_only) for each in said):
        return None
    about = any(each.has(stems("control. controls audit inspect examin assur secur check")) for each in said)
    for sentence in said:
        more = sentence.has(AND_NO_MORE) and (sentence.has(PAPER) or sentence.has(LOOKS))
        gives_up = (
            sentence.has(WAIVED)
            and sentence.has(phrase("(?:any|every|all) (?:other|further)|nothing|content|as (?:final|conclusive|sufficient)"))
            and (sentence.has(LOOKS) or sentence.has(PAPER))
        )
        none_beside = sentence.has(NO_LOOKING) and sentence.has(phrase("CUSTOMER(?:'s)?|on its behalf"))
        if (
            about
            and (more or gives_up or none_beside)
            and any(each.has(phrase("CUSTOMER(?:'s)?")) for each in said)
            and not sentence.has(phrase("audit logs?|uptime|fees|invoices?|VENDOR may|VENDOR's auditors"))
        ):
            return sentence
    return None


def _granted(said: list[Sentence]) -> tuple[list[str], Sentence | None]:
    """Who may look, and the first statement that lets them."""
    found: list[str] = []
    proof: Sentence | None = None
    right = phrase(r"same right|right|access|may|can|come|accompanied|entitled|let|allowed|admitted|free")
    for sentence in said:
        if sentence.has(NO_LOOKING) and not sentence.has(MAY):
            continue
        looks = sentence.find(LOOKS)
        ours = (
            looks is not None
            and sentence.has(MAY)
            and sentence.has(
                phrase(
                    "CUSTOMER(?:'s [a-z]+)?(?:,? [a-zA-Z',]+){0,12}? (?:may|can|is entitled|is free|are free|has the right|shall have)|(?:let|lets|allow|allows|permits?|admits?|grants?|gives?) CUSTOMER"
                )
            )
        )
        thing = sentence.has(INSIDE) or any(each.has(INSIDE) for each in said)
        if (
            ours
            and thing
            and sentence.has(phrase("VENDOR(?:'s)?|on the spot|systems?|premises|its"))
            and not (looks is not None and looks.negated)
        ):
            found.append("customer")
            proof = proof or sentence
        supervisor = _supervisors(sentence)
        if (
            supervisor is not None
            and said_around(supervisor).has(right)
            and (looks is not None or sentence.has(UNLIMITED))
            and not supervisor.negated
            and _supervisors_shut_out(sentence) is None
        ):
            found.append("regulator")
            proof = proof or sentence
    return list(dict.fromkeys(found)), proof
