"""Audit rights: who may look into whose systems and records, on what occasion and notice, how far, and does a report end the matter.

Three who may audit (`DOMAIN` 1, Q1): the customer, its regulator, and, the other way round, the vendor. A current report is a first
tier; where nothing stands behind it, the right is refused (`report_only`).
"""

from __future__ import annotations

from app.domain.reading import Proof, Reading
from app.rules.looking_in import denies_vendors_look, notice_of_look, read_customers_look, read_vendors_look
from app.rules.reading.passage import Hit, Passage, Sentence, Stretch
from app.rules.reading.pattern import Pattern, expression, phrase
from app.rules.reading.subjects import AUTHORITY, find_in, meanings, operative
from app.rules.rule import Rule, fires, near_miss
from app.rules.settled import loosely, usual

AUDITS = phrase(
    r"audit(?:s|ed|ing)?|inspect(?:s|ed|ing|ion|ions)?|examin(?:e|es|ed|ing|ation|ations)|verif(?:y|ies|ied|ication)|review(?:s|ed|"
    r"ing)?|(?:has|have|had|full|free|unrestricted|given|gives?|grants?|granted|shall have)(?: [a-z]+){0,3} access to|(?:same|"
    r"unrestricted|free|unlimited|full) access|access to (?:the )?premises|satisf(?:y|ies) itself|look(?:s)? (?:at|into|over)|"
    r"enter(?:s)?(?: (?:and|upon|CUSTOMER))?|"
    r"assess(?:es|ment)?|check(?:s|ed)?|question(?:s|naire)|monitor(?:s)? compliance|investigat(?:e|es|ion)|visit(?:s|ed)?|"
    r"test(?:s)? (?:any|the|its)|scan(?:s)?|see(?:s)? (?:its|VENDOR's|CUSTOMER's)|come to look"
)
MAY = phrase(
    r"may|can|is entitled|are entitled|has the right|have the right|shall have the right|has (?:full|free|unrestricted|"
    r"unlimited)? ?access|have (?:full|free|unrestricted|unlimited)? ?access|shall have (?:[a-z]+ )?access|right to|"
    r"shall (?:permit|allow|grant|give|afford|let)|will (?:permit|allow|grant|give|let)|permits?|allows?|grants?|lets?|reserves?|"
    r"shall be (?:entitled|given|allowed)|begins? an audit"
)
# Looking into accounts, systems and premises; tests of deliverables and readings of text are other things.
OBJECT = phrase(
    r"operations?|same access|systems?|records?|premises|sites?|books?|accounts|controls?|processing|compliance|complies|facilit(?:y|"
    r"ies)|usage|use of|"
    r"use is|is used|number of|users|devices|staff|data cent(?:er|re)s?|procedures|performance of this agreement|security|"
    r"adherence|logs?|servers?|environment|report|itself of|how"
)
NOT_AUDIT = phrase(
    r"unavailability|uptime|downtime|acceptance|deliverables?|invoices? (?:for|within)|goods|financial statements|examination by|"
    r"assessment of|"
    r"impact assessments?|reviewed by counsel|have reviewed|review(?:ed)? (?:of|by) (?:a |an )?(?:human|natural person|court|"
    r"claims handler)|background checks|penalty|price review|yearly review may lower|code review|security review of code|"
    r"independent accountant sets|performance review|confidential information|re-examination|"
    r"recipient|stock exchange|audited|accepted|content|posted|step verification|identity|test(?:ed)? each|benchmark|"
    r"quarterly review|review meetings?|committee|relationship managers?|dispute(?:s|d)?|impact|tax (?:authority|audit)|"
    r"auditor reports|judicial review|peer review|insurance|insurer"
)
VENDORS_THINGS = phrase(
    r"VENDOR's|of VENDOR|its (?:sub-?contractors|systems|premises|controls)|systems (?:in|on) which|systems that process|"
    r"the publisher's|VENDOR and"
)
CUSTOMERS_THINGS = phrase(
    r"CUSTOMER's|CUSTOMER (?:complies|keeps|observes|uses|has kept|is complying)|of CUSTOMER(?:'s)?|number of|"
    r"how (?:the )?[a-z]+ is used|CUSTOMER's use|users|usage|active|seats?|licences|licenses|scores requested|fees have been|"
    r"articles? 2"
)
UNANNOUNCED = phrase(
    r"unannounced|without (?:any |prior |advance |previous |giving )*(?:notice|announcement|announcing|warning|notification|"
    r"telling CUSTOMER|informing CUSTOMER|warning CUSTOMER)(?: it)?(?: beforehand)?|at any (?:time|hour)(?: of [a-z ]+)?(?: and|"
    r" or)? ?(?:without|unannounced)|no (?:prior |advance )?(?:notice|warning|announcement)|need not (?:announce|give notice|"
    r"notify)|not (?:be )?announced"
)
NOTICE = phrase(r"notice|announc(?:ing|ement|es|ed)|advance|notif(?:ying|ication)|beforehand|ahead|warning|prior")
ANY_TIME = phrase(
    r"at any (?:time|hour)|at all times|whenever|without (?:occasion|cause|reason|trigger|limit|restriction|notice|any)|"
    r"unrestricted|unlimited|full access|to whatever extent|as (?:often|far|much) as|where(?:ver)? (?:it|they|the law) requires?|"
    r"in the manner (?:that )?it requires|full and unrestricted|without (?:[a-z]+,? ){0,4}(?:or )?(?:other )?(?:limit|notice|"
    r"restriction)|do(?:es)? not (?:apply to|bind) (?:them|an?|the|any)"
)
YEARLY = phrase(
    r"(?:not more (?:often )?than |no more (?:often )?than |at most |not exceeding |up to )?once (?:in |during |per |every |each |"
    r"a |within )?(?:in |any |each |every |the |a )*(?:contract |calendar |rolling )?(?:year|twelve|12|period of twelve)|"
    r"annual(?:ly)?|yearly|every year|each (?:contract |calendar )?year|one audit (?:per|a|in any|each) (?:contract |"
    r"calendar )?year|in any (?:twelve|12)"
)
QUARTERLY = phrase(r"quarterly|(?:once )?(?:a|per|each|every) quarter")
MONTHLY = phrase(r"monthly|once a month|every month")
OCCASION = {
    "breach": phrase(r"(?:material |suspected |serious |alleged |actual )*(?:breach(?:es)?|non-?compliance|default|contravention)"),
    "incident": phrase(
        r"(?:security |data |personal data )+(?:incidents?|breach(?:es)?|events?)|incidents?|confirmed events?|"
        r"after each [a-z ]*event|break-?in|compromise"
    ),
    "regulator_request": phrase(
        r"(?:request|demand|requirement|order|instruction|direction)s? (?:by|of|from) (?:an? |any |the |its |"
        r"CUSTOMER's )?(?:competent |supervisory )?(?:authorit(?:y|ies)|regulators?|supervisors?)|(?:authority|regulator|"
        r"supervisor|authorities|regulators)[a-zA-Z ]{0,30} (?:so )?(?:requests?|requires?|demands?|orders?|asks?|directs?)|"
        r"regulatory request|required by (?:an? |the |its |any )?(?:authority|regulator|supervisor|law)"
    ),
    "report_finding": phrase(
        r"(?:material |critical |adverse |serious )*(?:finding|exception|deficiency|qualification|weakness|issue|question)s? (?:in|"
        r"arising from|revealed by|disclosed by|of|noted in) (?:a |the |any |such |that )?(?:[a-zA-Z0-9 ]{0,20})?report|"
        r"report[a-zA-Z0-9 ]{0,60}(?:gives? rise to|reveals?|shows?|discloses?|raises?|identifies|does not answer)|"
        r"report is qualified|whatever the report does not"
    ),
}
WHEN = phrase(
    r"occasion|after|following|upon|in case of|in the event of|if|where|when(?:ever)?|trigger(?:s|ed)?|on (?:a|any|the)|because of|"
    r"additionally|in addition|once|grounds?|case(?:s)?|reasonable (?:grounds|cause)"
)
REPORT = expression(
    r"\b(?P<report>soc ?[12](?:,? type ?(?:ii|i|2|1)\b)?|isae ?3402(?: type ?(?:ii|2))?|iso(?:/iec)? ?27001(?: certificate)?|"
    r"service organi[sz]ation controls? report[a-z0-9 ,()]*|(?:independent |current |latest |third-?party |external )+(?:audit|"
    r"assurance) reports?|assurance reports?|iso certificate|audit reports?)"
)
INSTEAD = phrase(
    r"solely by|only by|discharges?|in lieu of|in place of|instead of|sole(?:ly)?|exclusive(?:ly)?|satisf(?:y|ies) (?:in full|any|"
    r"all|every)|(?:fully )?satisfied(?: in full| fully| solely)? by|in full satisfaction|satisfaction of|fulfils?|"
    r"fully (?:satisfies|discharges)|exhausts?|takes? the place of|shall suffice|replaces|beyond that report|"
    r"limited to (?:the )?(?:receipt|review|reading|copy|provision)|confined to|no (?:other|further|more) (?:audit|right|"
    r"inspection|review)|nothing (?:more|further|beyond)|not be entitled to any (?:other|further)|extent of"
)
BEHIND = phrase(
    r"(?:does|do|shall|will) not (?:limit|affect|exclude|restrict|prejudice)|do(?:es)? not replace|not replace|"
    r"without prejudice to|first(?: place| instance| tier)?|begin(?:s)?(?: an audit)? by|start(?:s)? with|before (?:exercising|"
    r"carrying)|may be (?:submitted|offered|presented) first|may be examined|does not answer|in the first place|initially|"
    r"to begin with"
)
ON_SITE = phrase(r"on[- ]?site|premises|in person|enter(?:s)?|visit(?:s)?|data cent(?:er|re)s|physical(?:ly)?|sites?")
NOT_ON_SITE = phrase(
    r"no (?:person|one|site|right)[a-zA-Z ,]{0,60}(?:enter|premises|site|visit|made available|inspect)|(?:shall not|may not|"
    r"will not|does not|do not|nor|no right to)[a-zA-Z ,]{0,30}(?:enter|visit|premises|inspect)|remote(?:ly)? only|no site|"
    r"no physical|not (?:on|include) (?:site|premises)|no on-?site"
)
PEN_TEST = phrase(
    r"penetration(?: tests?| testing)?|pen-?tests?|intrusion tests?|red team(?:ing)?|vulnerability (?:tests?|scans?)|"
    r"ethical hacking|threat-led|(?:scan|test) any (?:premises|system)|examine, scan or test"
)
ITS_OWN_TEST = phrase(
    r"(?:its|VENDOR's) own (?:yearly |annual )?(?:penetration )?tests?|results of its|annual penetration test|"
    r"yearly penetration test|penetration test each year|performed by VENDOR"
)
SEGREGATED = phrase(
    r"(?:segregated|isolated|separate|dedicated|replica|mirror(?:ed)?|sandbox(?:ed)?|non-?production|staging|test|"
    r"cloned) (?:[a-z]+ )?(?:environment|instance|copy|system)|sandbox|reproduces the productive"
)
SCOPE = phrase(
    r"systems (?:in|on) which (?:the )?CUSTOMER|systems that (?:process|store|hold|handle)|(?:limited|confined|restricted) to|"
    r"compliance with (?:this|the|its)|to verify|to confirm|in order to (?:verify|check|establish|confirm)|such of (?:its|"
    r"CUSTOMER's|VENDOR's) [a-z]+ as|so far as (?:it|they) (?:relate|concern|bear)|relat(?:e|es|ing) to|no more than it needs|"
    r"only (?:such|those|to the extent)|insofar as|in so far as|to the end of confirming|reports only|relevant|reported number|"
    r"which process|necessary to (?:verify|establish)|concern(?:s|ing)? CUSTOMER data|processing"
)
REFUSED = phrase(
    r"no (?:right|person|audit|inspection|review|party|site)|(?:has|have|shall have|grants?|gives?|confers?) no (?:right|audit)|"
    r"not (?:be )?(?:entitled|permitted|allowed|obliged to (?:permit|allow|submit|admit))|may not|shall not (?:audit|inspect|"
    r"examine|be entitled|be subject)|waives?|excluded|do(?:es)? not (?:inspect|audit|permit|allow|grant|include|extend)|"
    r"will not (?:come|inspect|audit|permit|allow)|nor (?:to )?(?:inspect|audit|enter)|neither|need not (?:permit|allow|admit)|"
    r"no access"
)
STATEMENT = phrase(
    r"(?:written )?(?:statement|questionnaire|self-?certification|report|declaration|certificate|certification)s? (?:of|about|on|"
    r"regarding|stating|as to|that)|complete a questionnaire|tell(?:s)? VENDOR in an e-?mail|how many users|certif(?:y|"
    r"ies) (?:in writing )?(?:its|the|that|how)|self-?certif[a-z]+"
)
DENIES = phrase(
    r"(?:does|do|shall) not (?:extend|include|cover|apply|have)(?: to)?|excludes?|to the exclusion of|excluding|no (?:site|person|"
    r"premises|records?|systems?|access|party)|(?:is|are) not (?:available|open|granted|extended|accessible) to|(?:cannot|may not|"
    r"shall not|not) be exercised"
)
INSIDE = phrase(r"premises|systems?|records?|books|facilit(?:y|ies)|data cent(?:er|re)s?|staff|personnel|controls|logs?|operations?")
NOT_LET_IN = phrase(
    r"(?:is|are|shall be) (?:not (?:admitted|entitled|included|allowed|permitted)|excluded)|(?:has|have) no (?:right|access)|"
    r"may not|shall not|shall have no|do(?:es)? not (?:have|enjoy)"
)
REVIEWERS = phrase(r"reviewers?|auditors?|accountants|inspectors?")
CUSTOMERS_PEOPLE = phrase(
    r"CUSTOMER's (?:[a-z]+ ){0,3}(?:auditors?|staff|personnel|accountants|representatives|employees|experts|advisers) (?:may|can|shall|"
    r"are|is)"
)
VENDOR_MAY = phrase(
    r"VENDOR's (?:[a-z]+ ){0,2}(?:representatives|auditors?|staff|agents|accountants|personnel) (?:may|can)|"
    r"VENDOR(?: and [a-z ]{1,30})? (?:may|can|is entitled|has the right|reserves)"
)
THE_CUSTOMER = phrase("CUSTOMER")
SUPERVISED = phrase(
    r"(?:supervis(?:es?|ing)|regulat(?:es?|ing)|resolv(?:es?|ing)|authorit(?:y|ies) of|regulators? of|supervisors? of|"
    r"charge of) CUSTOMER|CUSTOMER's (?:[a-z]+ )?(?:regulators?|authorit(?:y|ies)|supervisors?|supervisory)"
)
COST = phrase(r"costs?|expenses?|charge(?:s|d)?")
OWN_COST = phrase(
    r"(?:at|bears?) its (?:own|sole)(?: sole)? (?:cost|expense|charge)s?|at (?:no|its|VENDOR's) (?:own )?(?:cost|charge|expense)"
)


def read_audit_rights(passage: Passage) -> list[Reading]:
    """Read who may audit whom and how; nothing if the passage gives or denies no such right.

    The vendor's right over the customer is a reading of its own, granted to vendor alone.
    """
    if passage.clause.kind in ("heading", "title", "parties", "recital", "signature"):
        return []
    vendors = usual(passage, _usual_vendor)
    if vendors:
        return list(vendors)
    found = usual(passage, _usual_customer)
    ours = _with_other_words(
        found[0] if found else None, loosely(passage, _usual_customer, read_customers_look, "granted_to", "report_only")
    )
    theirs = loosely(passage, _usual_vendor, read_vendors_look) if ours is None else None
    return [reading for reading in (ours, theirs) if reading is not None]


def _usual_vendor(passage: Passage) -> Reading | None:
    vendor = _by_vendor(passage) if passage.clause.kind != "table_row" else None
    return _vendor_reading(passage, vendor) if vendor is not None else None


def _usual_customer(passage: Passage) -> Reading | None:
    return None if usual(passage, _usual_vendor) else _by_customer(passage)


def _with_other_words(known: Reading | None, other: Reading | None) -> Reading | None:
    """The reading by the usual words, with what other words add: somebody more who may come, a paper that is all, a supervisor kept out."""
    if known is None or other is None:
        return known or other
    added = {name: proof for name, proof in other.terms.items() if name not in known.terms}
    if known.value("report_only") is False:
        added.pop("refused", None)
    for name in ("report_only", "regulator_excluded"):
        if other.value(name) is True and known.value(name) is not False:
            added[name] = other.terms[name]
    if "regulator_excluded" in added:
        added.pop("regulator_unrestricted", None)
    named, more = known.value("granted_to"), other.value("granted_to")
    if isinstance(named, tuple) and isinstance(more, tuple) and not set(more) <= set(named):
        added["granted_to"] = Proof((*named, *(name for name in more if name not in named)), known.terms["granted_to"].span)
    if (
        other.value("regulator_unrestricted") is True
        and known.value("regulator_unrestricted") is not True
        and "regulator_unrestricted" in other.terms
    ):
        added["regulator_unrestricted"] = other.terms["regulator_unrestricted"]
    return known.with_terms(**added)


def _by_vendor(passage: Passage) -> Hit | None:
    """Where the vendor looks into the customer's affairs, or is told that it may not."""
    for sentence in operative(passage):
        if sentence.has(NOT_AUDIT) and not sentence.has(STATEMENT):
            continue
        for hit in sentence.hits(AUDITS):
            about_customer = sentence.has(CUSTOMERS_THINGS) and not _is_vendors_system(sentence)
            if (
                (hit.actor == "vendor" or _vendor_may(sentence, hit))
                and about_customer
                and (sentence.has(MAY) or sentence.has(REFUSED))
                and sentence.has(OBJECT)
                and not sentence.has(phrase("CUSTOMER may|CUSTOMER, its"))
            ):
                return hit
        told = sentence.find(STATEMENT)
        asked = (
            sentence.has(phrase(r"VENDOR may (?:ask|require|request)|CUSTOMER (?:tell|shall (?:certify|report|provide|send)|certif)[a-z]*"))
            and sentence.has(CUSTOMERS_THINGS)
            and sentence.has(phrase("users?|seats?|use of|usage|number"))
        )
        if told is not None and asked and not sentence.has(NOT_AUDIT):
            return told
    return None


def _vendor_may(sentence: Sentence, hit: Hit) -> bool:
    """Whether the sentence opens with what the vendor may do: "We may drop in, without telling you, to check ..."."""
    opening = sentence.find(VENDOR_MAY)
    return opening is not None and opening.at.start < hit.at.start and not sentence.before(opening).has(THE_CUSTOMER)


def _is_vendors_system(sentence: Sentence) -> bool:
    return sentence.has(phrase(r"(?:examine|inspect|audit|review|enter)[a-zA-Z ]{0,30} VENDOR's"))


def _vendor_reading(passage: Passage, hit: Hit) -> Reading:
    sentence = hit.sentence
    refused = _denied(sentence, hit)
    return passage.reading(
        "audit_rights",
        sentence,
        granted_to=hit.sentence.proves(() if denies_vendors_look(sentence) else ("vendor",)),
        scope_limited=_says(passage, SCOPE),
        notice_days=_notice(passage) or (notice_of_look(passage, sentence) if not refused else None),
        frequency=_frequency(passage),
        onsite=hit.proves(False) if refused else _onsite(passage),
        cost_bearer=_vendor_cost(passage),
    )


def _denied(sentence: Sentence, hit: Hit) -> bool:
    """Whether the vendor is told, or says, that it doesn't look; "without announcing it" denies nothing."""
    refusal = sentence.find(REFUSED)
    return (hit.negated and not sentence.has(UNANNOUNCED)) or (refusal is not None and refusal.at.start <= hit.at.start)


def _by_customer(passage: Passage) -> Reading | None:
    """What the customer and its regulator may look into."""
    sentence = _granting(passage)
    if sentence is None:
        return None
    only = _report_only(passage)
    regulator = _regulator(passage)
    return passage.reading(
        "audit_rights",
        only or sentence,
        granted_to=_granted(passage),
        **regulator,
        scope_limited=_says(passage, SCOPE) if passage.has(AUDITS) and only is None else None,
        triggers=_triggers(passage),
        notice_days=_notice(passage) if only is None else None,
        frequency=_frequency(passage) if only is None else None,
        report_accepted=_report(passage),
        report_only=only.proves(True) if only is not None else _something_behind(passage),
        onsite=_onsite(passage) or (only.proves(False) if only is not None else None),
        penetration_test=_penetration(passage) or (only.proves(False) if only is not None else None),
        segregated_environment=_says(passage, SEGREGATED) or (only.proves(False) if only is not None else None),
        cost_bearer=_cost(passage),
    )


def _granting(passage: Passage) -> Sentence | None:
    about = passage.titled("audit", "inspection", "assurance", "examination", "regulator", "supervis", "review", "oversight")
    for sentence in operative(passage):
        if _keeps_the_right(sentence) or _keeps_out(sentence) is not None:
            return sentence
        if sentence.has(NOT_AUDIT) and not sentence.has(REPORT) and not (about and AUTHORITY.within(sentence)):
            continue
        audits = sentence.find(AUDITS)
        if audits is not None and _audits_vendor(sentence, about):
            return sentence
        report = sentence.find(REPORT)
        named = report is not None and (not report.words.startswith("iso") or sentence.has(phrase("certificates?|submitted")))
        if (
            named
            and (sentence.has(phrase("CUSTOMER|ask")) or passage.has(phrase("ask for it")) or about)
            and not passage.titled("security measures")
        ):
            return sentence
        if (
            about
            and sentence.has(phrase(r"(?:an?|the|each|such) (?:inspection|audit|review|examination)s?"))
            and (sentence.has(COST) or sentence.has(PEN_TEST))
        ):
            return sentence
        if report is not None and sentence.has(INSTEAD | BEHIND) and sentence.has(AUDITS):
            return sentence
        if about and sentence.has(phrase(r"these (?:stages|tiers|steps)|(?:stages|tiers|steps) order|the right under")):
            return sentence
    return None


def _keeps_the_right(sentence: Sentence) -> bool:
    """Whether it says that the steps of an audit don't replace the right to one."""
    return (
        sentence.has(BEHIND)
        and sentence.has(AUDITS)
        and sentence.has(phrase(r"(?:stages|tiers|steps|report)[a-zA-Z ,0-9.]* (?:do|does|shall|will) not replace"))
    )


def _audits_vendor(sentence: Sentence, about: bool) -> bool:
    """Whether the customer, somebody for it or an authority looks into the vendor's side, or is denied to."""
    allowed = sentence.has(MAY) or sentence.has(REFUSED)
    if not allowed or not sentence.has(OBJECT):
        return False
    for hit in sentence.hits(AUDITS):
        if "access" in hit.words and not sentence.has(INSIDE):
            continue
        authority = AUTHORITY.find(sentence.before(hit)) is not None and (hit.actor != "vendor" or about)
        customer = (hit.actor == "customer" or sentence.has(CUSTOMERS_PEOPLE)) and (about or _at_vendor(sentence))
        helped = sentence.has(
            phrase(
                r"VENDOR (?:shall|will|agrees to|must)?(?: at all times)? ?(?:permit|allow|grant|give|afford|let|submit|contribute)[a-z]*"
            )
        ) and (sentence.has(phrase("CUSTOMER")) or AUTHORITY.within(sentence))
        if (
            (authority and _at_vendor(sentence))
            or customer
            or helped
            or (about and hit.actor is None and AUTHORITY.within(sentence))
            or (about and hit.negated)
        ):
            return True
    return False


def _at_vendor(sentence: Sentence) -> bool:
    return sentence.has(
        phrase(
            r"VENDOR(?:'s)?|systems (?:in|on) which|systems that|sub-?processors?|sub-?contractors?|controls that protect|the processing|"
            r"compliance with this|premises|publisher"
        )
    )


def _granted(passage: Passage) -> Proof | None:
    found: list[str] = []
    proof: Stretch | None = None
    for sentence in operative(passage):
        if not sentence.has(AUDITS) or (sentence.has(REFUSED) and not sentence.has(MAY)):
            continue
        who = [
            ("customer", _customer_itself(sentence)),
            ("regulator", AUTHORITY.find(sentence)),
            (
                "third_party",
                sentence.find(
                    phrase(
                        r"(?:independent|expert|external|qualified|impartial) (?:third part(?:y|ies)|auditors?|expert|firm|assessor)|"
                        r"auditor whom it appoints|auditor (?:appointed|engaged|mandated|nominated)|statutory auditors?|third-party auditor"
                    )
                ),
            ),
        ]
        for name, hit in who:
            if hit is not None and name not in found and not _only_asks(sentence, name):
                found.append(name)
                proof = proof or sentence
    return proof.proves(tuple(found)) if proof is not None else None


def _customer_itself(sentence: Sentence) -> Hit | None:
    """The customer as one who audits, not as the one whom an authority supervises."""
    supervised = sentence.hits(SUPERVISED)
    return next((hit for hit in sentence.hits(THE_CUSTOMER) if not any(other.at.covers(hit.at) for other in supervised)), None)


def _only_asks(sentence: Sentence, name: str) -> bool:
    """An authority whose request is an occasion for the customer's audit isn't granted one by that."""
    if name != "regulator":
        return False
    acts = phrase(
        r"(?:authorit(?:y|ies)|regulators?|supervisors?|bod(?:y|ies))(?:,? [a-zA-Z,']+){0,8}? (?:may|shall have|have|has|can|"
        r"is entitled|are entitled)|(?:access|rights?|available|permits?|allows?|grants?|gives?|"
        r"affords?)(?: [a-zA-Z,']+){0,8}? (?:authorit(?:y|ies)|regulators?|supervisors?)"
    )
    return not sentence.has(acts)


def _regulator(passage: Passage) -> dict[str, Proof | None]:
    """Whether the authority gets in freely, on terms, or not at all."""
    excluded = _excluded(passage)
    if excluded is not None:
        return {"regulator_excluded": excluded.proves(True), "regulator_unrestricted": excluded.proves(False)}
    for sentence in operative(passage):
        authority = AUTHORITY.find(sentence)
        if authority is None or not sentence.has(AUDITS) or _only_asks(sentence, "regulator"):
            continue
        if sentence.has(ANY_TIME):
            return {"regulator_unrestricted": sentence.proves(True)}
        if any(d.unit in ("day", "week", "month") for d in sentence.durations) and sentence.has(NOTICE):
            return {"regulator_unrestricted": sentence.proves(False)}
    return {}


def _excluded(passage: Passage) -> Hit | None:
    """Words that keep authorities out, here or in the definition of who may come."""
    for stretch in (
        *operative(passage),
        *(
            m
            for s in operative(passage)
            if s.has(AUDITS) or s.has(phrase("report"))
            for m in meanings(passage, s)
            if m.has(phrase("audit|auditors?|accountants|reviewer|inspector"))
        ),
    ):
        authority = _keeps_out(stretch)
        if authority is not None:
            return authority
    return None


def _keeps_out(stretch: Stretch) -> Hit | None:
    """An authority that a sentence or a definition keeps out of audits."""
    authority = AUTHORITY.find(stretch)
    if authority is None or stretch.has(ANY_TIME) or not stretch.has(AUDITS | REVIEWERS):
        return None
    return authority if stretch.before(authority).has(DENIES) or stretch.after(authority).has(NOT_LET_IN) else None


def _triggers(passage: Passage) -> Proof | None:
    found: list[str] = []
    proof: Stretch | None = None
    for sentence in operative(passage):
        if (sentence.has(COST) and not sentence.has(MAY)) or not (
            sentence.has(AUDITS | PEN_TEST) or sentence.has(phrase("occasion|trigger(?:s)?"))
        ):
            continue
        lead = sentence.find(WHEN)
        for name, pattern in OCCASION.items():
            if (
                lead is not None
                and any(hit.at.start >= lead.at.start for hit in sentence.hits(pattern))
                and name not in found
                and not (name == "breach" and _not_a_breach(sentence))
            ):
                found.append(name)
                proof = proof or sentence
        if sentence.has(YEARLY) and sentence.has(MAY) and "periodic" not in found and not sentence.has(REPORT):
            found.append("periodic")
            proof = proof or sentence
    if proof is None:
        return None
    order = ("breach", "incident", "regulator_request", "report_finding", "periodic")
    return proof.proves(tuple(name for name in order if name in found))


def _not_a_breach(sentence: Sentence) -> bool:
    """A data breach is an incident, and "after a breach" of the data annex is one too: not a breach of contract."""
    incident = sentence.hits(OCCASION["incident"])
    return all(any(other.at.overlaps(hit.at) for other in incident) for hit in sentence.hits(OCCASION["breach"]))


def _says(passage: Passage, pattern: Pattern) -> Proof | None:
    hit = next((hit for sentence in operative(passage) for hit in sentence.hits(pattern) if not hit.negated), None)
    return hit.sentence.proves(True) if hit is not None else None


def _notice(passage: Passage) -> Proof | None:
    for sentence in operative(passage):
        sudden = sentence.find(UNANNOUNCED)
        if sudden is not None and not AUTHORITY.within(sentence):
            return sudden.proves(0)
        if AUTHORITY.within(sentence) and sentence.has(ANY_TIME):
            continue
        for hit in sentence.hits(NOTICE):
            duration = hit.nearest([d for d in sentence.durations if d.unit in ("hour", "day", "week", "month")], within=70)
            if duration is not None:
                return sentence.place(duration).proves(duration.days)
    return None


def _frequency(passage: Passage) -> Proof | None:
    for sentence in operative(passage):
        if sentence.has(REPORT) and not sentence.has(AUDITS):
            continue
        for pattern, value in ((YEARLY, "yearly"), (QUARTERLY, "quarterly"), (MONTHLY, "monthly")):
            hit = sentence.find(pattern)
            if hit is not None and not sentence.has(ITS_OWN_TEST) and not sentence.has(phrase("renews? every year")):
                return hit.proves(value)
    return None


def _report(passage: Passage) -> Proof | None:
    """The report that is accepted, in the usual writing of its name; also by the definition of its short name."""
    for stretch in (*operative(passage), *(m for s in operative(passage) for m in meanings(passage, s) if s.has(REPORT))):
        named = [hit for hit in stretch.hits(REPORT) if hit.words.startswith(("soc", "isae", "iso"))]
        if named:
            return named[0].proves(_name_of(named[0].words))
        spelled = stretch.find(expression(r"\bsoc ?2(?:\)|,)* ?\(?,? ?type ?(?:ii|2)"))
        if spelled is not None:
            return spelled.proves("SOC 2 Type II")
    return None


def _name_of(words: str) -> str:
    name = words.replace(",", "")
    for folded, written in (("soc2", "soc 2"), ("soc1", "soc 1"), ("type 2", "type ii"), ("type 1", "type i")):
        name = name.replace(folded, written)
    return name.upper().replace("TYPE", "Type").replace("CERTIFICATE", "certificate")


def _report_only(passage: Passage) -> Sentence | None:
    """The sentence by which the report ends the matter."""
    for sentence in operative(passage):
        denied = next((hit for hit in sentence.hits(AUDITS) if hit.negated and hit.actor == "customer"), None)
        if denied is not None and passage.has(REPORT) and not passage.has(BEHIND):
            return sentence
        instead = sentence.find(INSTEAD)
        if instead is None or instead.negated or sentence.has(BEHIND):
            continue
        near = (
            sentence.has(REPORT)
            or (sentence.has(AUDITS | phrase("report")) and passage.has(REPORT))
            or find_in(meanings(passage, sentence), REPORT) is not None
        )
        if near and not any(s.has(BEHIND) for s in operative(passage)):
            return sentence
    return None


def _something_behind(passage: Passage) -> Proof | None:
    for sentence in operative(passage):
        behind = sentence.find(BEHIND)
        about = sentence.has(REPORT) or sentence.has(phrase("they|these|stages|tiers|the report"))
        if behind is not None and about:
            return sentence.proves(False)
    return None


def _onsite(passage: Passage) -> Proof | None:
    for sentence in operative(passage):
        barred = sentence.find(NOT_ON_SITE)
        if barred is not None and not sentence.has(phrase("on CUSTOMER's premises|without announcing")):
            return sentence.proves(False)
        there = sentence.find(ON_SITE)
        if there is not None and (not there.negated or sentence.has(UNANNOUNCED)) and (sentence.has(AUDITS) or sentence.has(MAY)):
            return there.proves(True)
    return None


def _penetration(passage: Passage) -> Proof | None:
    for sentence in operative(passage):
        test = sentence.find(PEN_TEST)
        if test is None or (sentence.has(ITS_OWN_TEST) and not sentence.has(phrase("not part|live|CUSTOMER may"))):
            continue
        return sentence.proves(not (test.negated or sentence.has(phrase("is not part|not permitted|not included|excluded|no person"))))
    return None


def _vendor_cost(passage: Passage) -> Proof | None:
    """Who pays for the vendor's audit."""
    for sentence in operative(passage):
        own = sentence.find(OWN_COST)
        if own is not None:
            return own.proves("vendor")
        charged = sentence.find(
            phrase(r"(?:invoiced|charged|reimburse[sd]?|together with the cost|bear(?:s)? the cost|pays? the cost)[a-zA-Z ]*")
        )
        if (
            charged is not None
            and sentence.has(COST)
            and sentence.has(
                phrase(
                    r"costs? of (?:the|such|that|any) (?:review|audit|inspection|examination|verification)|(?:audit|inspection|"
                    r"review) costs?"
                )
            )
        ):
            return sentence.proves("vendor" if charged.actor == "vendor" and "bear" in charged.words else "customer")
    return None


def _cost(passage: Passage) -> Proof | None:
    for sentence in operative(passage):
        if not (sentence.has(COST) and sentence.has(AUDITS | phrase("each"))) or sentence.has(
            phrase("EITHER bears? its own|each bears its own")
        ):
            continue
        bears = sentence.find(
            phrase(
                r"(?:CUSTOMER|VENDOR)(?: shall| will)? (?:bears?|pays?|carries|reimburses?)|at (?:its own|CUSTOMER's|VENDOR's) (?:cost|"
                r"expense)"
            )
        )
        if bears is not None:
            who = "vendor" if "VENDOR" in bears.words or (bears.actor == "vendor" and "CUSTOMER" not in bears.words) else "customer"
            return bears.proves(who)
    return None


RULE = Rule(
    "audit_rights",
    read_audit_rights,
    examples=(
        fires(
            "The Customer may inspect the systems in which Customer Data are processed, on site as well, on ten days' written notice, "
            "after a material breach or a security incident.",
            granted_to=("customer",),
            scope_limited=True,
            notice_days=10,
            onsite=True,
            triggers=("breach", "incident"),
        ),
        fires(
            "Regulators have full access to the Vendor's premises, systems and records at any time and without notice.",
            regulator_unrestricted=True,
            granted_to=("regulator",),
        ),
        fires(
            "An audit is carried out solely by reading the Vendor's SOC 2 Type II report.",
            heading="Audit",
            report_only=True,
            report_accepted="SOC 2 Type II",
        ),
        fires(
            "Vendor may at any time and without notice enter the Customer's premises and inspect its records in order to check how the "
            "Service is used.",
            granted_to=("vendor",),
            notice_days=0,
            onsite=True,
        ),
        near_miss("The Customer tests each deliverable and may review it against the acceptance criteria."),
        near_miss("Each party keeps records of its accounts as the law requires."),
        near_miss(
            "These stages do not replace the right to inspect the Vendor's systems, which begins with the SOC 2 report.", report_only=False
        ),
    ),
)
