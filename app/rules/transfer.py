"""Assignment and change of control: who may hand the agreement on, to whom, with whose consent, and what a new owner brings about."""

from __future__ import annotations

from app.domain.reading import Proof, Reading
from app.domain.span import Span
from app.rules.exit_rights import NEW_OWNER as ANY_OWNER
from app.rules.exit_rights import exit_rights
from app.rules.exit_words import CONSENT, DEAL, ENDS, GROUP, PERMITS, SUCCESSOR, around, proof, subject_of
from app.rules.reading.passage import Hit, Passage, Sentence, Stretch
from app.rules.reading.pattern import phrase
from app.rules.rule import Rule, fires, near_miss
from app.rules.succession import read_new_owner, read_succession

HANDS_ON = phrase(
    r"assign(?:s|ed|ing|ment)?|transfer(?:s|red|ring)?|novat(?:e|es|ed|ion)|pass(?:es|ed)? (?:[a-z ]{1,40} )?on|passing (?:it|this|"
    r"the) (?:[a-z]+ )?on|hand(?:s|ed)? (?:[A-Za-z' ]{1,60} )?(?:over|on|to)|delegat(?:e|es|ed)|dispose[sd]? of|cede[sd]?|cession|"
    r"mak(?:e|es) over|convey(?:s|ed)?|part with|sign over|give (?:[a-z ]{1,30} )?away|step into|stepping in"
)
# What is handed on: the paper or the position under it, not a right that is its subject.
THE_PAPER = phrase(
    r"(?:this|the|these|such|its|CUSTOMER's|VENDOR's|their) (?:[a-z]+ ){0,2}?(?:agreement|contract|licen[cs]e|terms|order|subscription|"
    r"position|statement of work|nda|deed)s?|rights? (?:and|or|,) (?:[a-z]+ )?(?:obligations?|dut(?:y|ies)|interests?)|(?:rights?|"
    r"obligations?|dut(?:y|ies)|interests?|position)[a-z ,]{0,30} (?:under|hereunder|herein|arising|in|of) (?:it|this|the|hereunder)?|"
    r"hereunder"
)
NOT_THE_PAPER = phrase(
    r"(?:hereby|irrevocably|shall|will|agrees? to|covenants? to|does) (?:and irrevocably )?(?:assigns?|transfers?|conveys?|"
    r"cedes?)(?: and transfers?| and conveys?)? (?:to (?:CUSTOMER|VENDOR)|all (?:right|its)|(?:to [A-Z]+ )?(?:all|its|any|"
    r"the entire) (?:right, )?(?:title|rights?|intellectual|copyright))|"
    r"benefit of (?:its )?creditors|personal data|customer data|CUSTOMER data|outside (?:the|of)|third countr(?:y|ies)|"
    r"intellectual property|copyrights?|title to|right, title|(?:any|no|every) part of it|work product|deliverables?|(?:work|"
    r"tasks?) (?:[a-z]+ )?assigned|assigned work|assigned to (?:the|this) (?:project|services|work)|personnel|invoices?|"
    r"transfer (?:of )?(?:data|risk|title|ownership|files)|tickets?|weights|seats?|assign(?:ed|s)? (?:a|an|the) (?:severity|priority|"
    r"level|meaning)|"
    r"(?:meaning|value)s? assigned|file transfer|wire transfer|bank transfer|data transfers?|heirs|receivables?|data protection|"
    r"processing|technolog(?:y|ies)|know-how|moral rights|confidential information|software (?:to|onto)"
)
NO_CONSENT = phrase(
    r"without (?:the |any |first |obtaining |having |needing |asking |prior |need(?:ing)? (?:of|"
    r"for) )*(?:[A-Z]+(?:'s)? )?(?:prior )?(?:written )?(?:consent|approval|permission|asking|agreement)(?: of [A-Z]+)?|"
    r"need(?:s)? not (?:ask|obtain|seek|have)[a-zA-Z ]*|no consent|freely|to whom(?:so)?ever|to any(?:one|body| person| third party|"
    r" entity| company)(?: whatsoever)?|to a third party|"
    r"whomever (?:it|VENDOR|CUSTOMER) (?:chooses?|likes?|wants?|pleases?|thinks?)|at (?:its )?(?:own |sole )?discretion|as (?:it|"
    r"VENDOR) (?:sees?|thinks?) (?:fit|right)|at any time|whoever it likes|needs? nobody's|nothing (?:in [a-z0-9. ]{1,40} )?(?:restrains|"
    r"prevents|stops|restricts|limits|bars)|free(?:ly)? to|without restriction|requires? (?:mere|only) (?:notice|notification)|"
    r"by (?:mere )?notice"
)
NEEDS_CONSENT = phrase(
    r"needs? (?:OTHER|the other)['s]*|without|absent|only with|only (?:by|after|upon|on)|unless|except with|save with|subject to|needs?|"
    r"requires?|with (?:the )?(?:prior )?(?:written )?(?:consent|approval|agreement)|with OTHER's|with the other's|first (?:obtain|ask|"
    r"get)|not (?:until|before)|prior"
)
REASONABLE = phrase(
    r"(?:not|never) (?:to )?(?:be )?(?:unreasonably|withheld unreasonably|refused unreasonably)[a-z ,]*|not (?:to )?(?:be )?(?:withheld|"
    r"refused|held back|denied|delayed|declined)[a-z ,]* (?:unreasonably|without (?:good |objective |just |valid |an? )?(?:reason|cause|"
    r"grounds?))|may (?:be refused|be withheld|not be refused|refuse) (?:only|unreasonably)[a-z ]*|"
    r"refused only for|withheld only|only (?:be )?(?:refused|withheld|denied)|unreasonably (?:withhold|refuse|delay|held|deny|withheld|"
    r"refused)[a-z]*|reasonable (?:grounds|reason) to refuse|not (?:unreasonably )?(?:withhold|refuse)|act reasonably|(?:neither|not|"
    r"NEITHER|nor)[a-zA-Z ]{0,30} (?:refuse|withhold|deny|delay)[a-z]* (?:it |them )?(?:without|unreasonably|except)"
)
AT_WILL_REFUSAL = phrase(
    r"(?:may|can) (?:be )?(?:refuse|give or refuse|grant or refuse|withhold|refused|withheld)[a-z]* (?:for any reason|as it sees fit|"
    r"at will|at (?:its )?(?:sole |absolute )?discretion|in (?:its )?(?:sole |absolute )?discretion)"
)
EXCEPTED = phrase(
    r"except(?: that)?|but|provided(?:,? however,?)? that|save(?: that)?|however|no consent|consent is not|not (?:be )?(?:required|"
    r"needed)|without (?:such |the |any )*(?:[A-Z]+(?:'s)? )?(?:prior )?(?:written )?consent|by (?:mere )?notice|on notice|may (?:assign|"
    r"transfer|pass|hand|novate)|free to|notwithstanding|unless|requires? (?:mere|only)|other than"
)
COMPETITOR = phrase(r"competitors?|competing (?:business|compan(?:y|ies)|party)|competes?|rivals?|the (?:trade|line of business) in which")
NEW_OWNER = phrase(
    r"changes? hands|new owner|acquires? (?:[a-z ]{0,20})(?:control|majority|shares|interest)|change(?:s)? (?:of|in) (?:the |its |"
    r"a party's |VENDOR's |CUSTOMER's |their )?(?:[a-z]+ )?(?:control|ownership|majority|shareholding)(?: over| of)?|changes? (?:hands|"
    r"owner(?:s|ship)?)|(?:control|ownership|majority)(?: over| of)? (?:[A-Z]+|it|a party) (?:changes|passes|is acquired)|"
    r"acquires? (?:control|a majority|more than half|[a-z ]{1,20}shares|the majority)|(?:comes|falls|passes) under the (?:control|"
    r"influence)|"
    r"new (?:controlling )?(?:owner|parent|majority)|takeover|taken over|is acquired|being acquired|(?:merges?|merged) with|merger|"
    r"(?:majority|controlling) (?:shareholder|interest|stake)|sale of (?:all|substantially|its|the) [a-z ]{0,40}(?:shares|stock|assets|"
    r"business)|controlled by"
)


_DEAL = phrase(r"agreements?|contracts?|deal|terms|position|place|shoes|letter|deed|undertaking|rights|duties|obligations|arrangement")


def read_assignment(passage: Passage) -> Reading | None:
    """Read who may hand the agreement on. None where something else is assigned (title, data, staff).

    `by` is the party whose transfer it is about. Where the vendor is free and the customer isn't, the reading is the vendor's.
    """
    bound: dict[str, Hit] = {}
    free: dict[str, Hit] = {}
    for sentence in passage.sentences:
        for hit in _transfers(passage, sentence):
            side = _side(hit)
            if side is None:
                continue
            if _is_free(sentence, hit):
                free.setdefault(side, hit)
            elif _is_bound(sentence, hit):
                bound.setdefault(side, hit)
    if not bound and not free:
        return None if _usual(passage) or not passage.has(_DEAL) else read_succession(passage)
    return _assignment(passage, bound, free)


def _usual(passage: Passage) -> bool:
    """Whether some clause of the paper speaks of assignment in the usual words."""
    return passage.view.remembered(
        _usual,
        lambda _: any(
            _side(hit) and (_is_free(sentence, hit) or _is_bound(sentence, hit))
            for each in passage.paper.all
            for sentence in each.sentences
            for hit in _transfers(each, sentence)
        ),
    )


def _transfers(passage: Passage, sentence: Sentence) -> list[Hit]:
    """Where the sentence speaks of handing on the paper, and of no other thing."""
    if (sentence.has(NOT_THE_PAPER) and not passage.titled("assign", "transfer", "successor")) or passage.clause.kind in (
        "definition",
        "recital",
        "heading",
    ):
        return []
    titled = passage.titled("assign", "transfer", "successor", "novation") or any(
        s.has(HANDS_ON, THE_PAPER) for s in passage.sentences if s.at.start < sentence.at.start
    )
    hits = [hit for hit in sentence.hits(HANDS_ON) if not hit.words.startswith(("assigned to", "transferred to"))]
    found: list[Hit] = []
    for hit in hits:
        reach = Stretch(hit.view, Span(hit.at.start, min(sentence.at.end, hit.at.end + 70)))
        ahead = Stretch(hit.view, Span(max(sentence.at.start, hit.at.start - 60), hit.at.end))
        if reach.has(THE_PAPER) or titled or found or (ahead.has(THE_PAPER) and sentence.has(DEAL)):
            found.append(hit)
    return found


def _side(hit: Hit) -> str | None:
    side = subject_of(hit)
    passive = side is None and hit.sentence.has(
        phrase(r"(?:may|shall|can|is|are) (?:not |only |freely )*(?:be )?(?:assign|transfer|novat|delegat)[a-z]*")
    )
    return (
        "either"
        if passive
        else {"neither": "either", "other": "either", "discloser": "either", "recipient": "either"}.get(side or "", side)
    )


def _is_bound(sentence: Sentence, hit: Hit) -> bool:
    barred = hit.negated or subject_of(hit) == "neither"
    return barred or sentence.has(CONSENT, NEEDS_CONSENT)


def _is_free(sentence: Sentence, hit: Hit) -> bool:
    """A right to hand on to anybody, or to whom the sentence names, with no consent."""
    clause = _own_part(sentence, hit)
    if (hit.negated and not _freed(hit) and not clause.has(phrase("restrains|prevents|stops|restricts|limits|bars"))) or subject_of(
        hit
    ) == ("neither"):
        return False
    return clause.has(PERMITS) and (clause.has(NO_CONSENT) or not clause.has(CONSENT))


def _freed(hit: Hit) -> bool:
    """Whether the negation is that of an earlier part: "Neither party may assign ..., save that VENDOR may assign"."""
    return subject_of(hit) in ("vendor", "customer") and _own_part(hit.sentence, hit).at.start > hit.sentence.at.start


def _own_part(sentence: Sentence, hit: Hit) -> Stretch:
    """The part of the sentence that is about this transfer: from the last "but", ";" or "provided that" to the next."""
    words, start = sentence.words, hit.at.start - sentence.at.start
    cuts = (
        "; ",
        ", but ",
        " but ",
        "provided",
        " except that",
        " save that",
        " whereas ",
        " while ",
        ", though ",
        " although ",
        " however",
    )
    first = max((words.rfind(cut, 0, start) for cut in cuts), default=-1)
    last = min((at for cut in cuts if (at := words.find(cut, start)) >= 0), default=len(words))
    return Stretch(hit.view, Span(sentence.at.start + max(first, 0), sentence.at.start + last))


def _assignment(passage: Passage, bound: dict[str, Hit], free: dict[str, Hit]) -> Reading:
    vendor_free = _vendor_free(bound, free)
    exceptions = _exceptions(passage, free)
    reasonable = passage.find(REASONABLE)
    competitor = passage.find(COMPETITOR)
    anchor = vendor_free or next(iter((bound or free).values()))
    side = "vendor" if vendor_free else next(iter(bound or free))
    needs = None if vendor_free and not bound else next(iter(bound.values()), None) or _others_need_consent(passage)
    return passage.reading(
        "assignment",
        anchor.sentence,
        by=anchor.sentence.proves(side) if side in ("customer", "vendor", "either") else None,
        consent_required=needs.sentences[0].proves(True) if needs else anchor.sentence.proves(False),
        reasonable=proof(passage.find(AT_WILL_REFUSAL), False) if reasonable is None else proof(reasonable),
        exceptions=exceptions,
        competitor_barred=_competitor(competitor, vendor_free),
        vendor_free=vendor_free.sentence.proves(True) if vendor_free else None,
        customer_free_to_group=_customer_to_group(free),
    )


def _others_need_consent(passage: Passage) -> Stretch | None:
    """Where any other transfer than the free ones needs consent."""
    return next(
        (
            s
            for s in passage.sentences
            if s.has(
                CONSENT,
                phrase(
                    r"(?:any )?other (?:assignment|transfer)|otherwise|in all other cases|(?:needs?|"
                    r"requires?) (?:[A-Za-z' ]{1,40} )?consent"
                ),
            )
        ),
        None,
    )


def _vendor_free(bound: dict[str, Hit], free: dict[str, Hit]) -> Hit | None:
    """Where the vendor may hand on to anybody: not only within its group or to a successor."""
    hit = free.get("vendor")
    if hit is None:
        return None
    part = Stretch(hit.view, Span(hit.at.start, hit.sentence.at.end))
    anyone = part.has(
        phrase(
            r"(?:to|or|and) any(?:one|body| person| third party| entity| company| other)|whom(?:so)?ever|whoever (?:it|VENDOR)|"
            r"competitors?|"
            r"without (?:restriction|limitation|condition)"
        )
    )
    if (part.has(GROUP) or part.has(SUCCESSOR)) and not anyone:
        return None
    return hit


def _exceptions(passage: Passage, free: dict[str, Hit]) -> Proof | None:
    """To whom both, or the customer, may hand on without consent."""
    found: list[str] = []
    proven: Stretch | None = None
    for sentence in passage.sentences:
        for name, words in (("affiliate", GROUP), ("successor", SUCCESSOR)):
            hit = sentence.find(words)
            if (
                hit is not None
                and sentence.has(EXCEPTED)
                and not sentence.has(phrase("successors and (?:permitted )?assigns"))
                and name not in found
                and _for_both(hit, free)
            ):
                found.append(name)
                proven = proven or sentence
    return proven.proves(tuple(found)) if proven else None


def _for_both(hit: Hit, free: dict[str, Hit]) -> bool:
    """An exception for one side alone is that of the last side named before it."""
    part = _own_part(hit.sentence, hit)
    side = subject_of(hit) if hit.sentence.before(hit).at.start <= part.at.start else None
    side = side or subject_of(hit)
    return side != "vendor"


def _customer_to_group(free: dict[str, Hit]) -> Proof | None:
    for side in ("customer", "either"):
        hit = free.get(side)
        if hit is not None and (hit.sentence.has(GROUP) or hit.sentence.has(SUCCESSOR)):
            return hit.sentence.proves(True)
    return None


def _competitor(hit: Hit | None, vendor_free: Hit | None) -> Proof | None:
    if hit is None:
        return None
    return hit.proves(vendor_free is None)


def read_change_of_control(passage: Passage) -> Reading | None:
    """Read what a new owner of a party brings about: a right to end, a need of consent, a duty to tell."""
    for sentence in passage.sentences:
        hit = sentence.find(NEW_OWNER)
        if hit is None or passage.clause.kind == "definition" or not _consequence(passage, sentence):
            continue
        window = around(passage, sentence, ahead=1)
        return passage.reading(
            "change_of_control", sentence, by=_changed(sentence), termination_right=_may_end(window), consent_required=_asks(sentence)
        )
    return _by_rights(passage) or read_new_owner(passage)


def _by_rights(passage: Passage) -> Reading | None:
    """What the rights to leave because of a new owner say, however they are worded."""
    rights = [right for right in exit_rights(passage) if right.ground == "owner"]
    if not rights:
        return None
    ours = next((right for right in rights if right.granted and right.holder in ("customer", "either")), None)
    right = ours or rights[0]
    side = _whose(right.window if not right.said.has(ANY_OWNER) else right.said)
    barred = next((each for each in rights if not each.granted and each.holder != "vendor"), None)
    return passage.reading(
        "change_of_control",
        right.said,
        by=right.said.proves(side) if side else None,
        termination_right=right.said.proves(ours is not None) if ours is not None or barred is not None else None,
        refused=barred.hit.proves(True) if barred is not None and ours is None else None,
    )


def _whose(stretch: Stretch) -> str | None:
    """Whose owner changes: the side named nearest to the words for it."""
    owner = stretch.find(ANY_OWNER)
    roles = [] if owner is None else stretch.hits(phrase("VENDOR|CUSTOMER|EITHER"))
    nearest = min(roles, key=lambda role: max(role.at.start - owner.at.end, owner.at.start - role.at.end), default=None) if owner else None
    return nearest.words.lower() if nearest else None


def _consequence(passage: Passage, sentence: Sentence) -> bool:
    window = around(passage, sentence, ahead=1)
    return (
        window.has(ENDS, PERMITS)
        or passage.titled("change of control", "change in control", "ownership")
        or sentence.has(
            phrase("notif(?:y|ies)|reports?|informs?|tells?|announces?|prior (?:written )?consent"),
            phrase("change (?:of|in)|changes hands"),
        )
    )


def _changed(sentence: Sentence) -> Proof | None:
    roles = sentence.hits(phrase("VENDOR(?:'s)?|CUSTOMER(?:'s)?|EITHER|OTHER"))
    owner = sentence.find(NEW_OWNER)
    if owner is None:
        return None
    before = [role for role in roles if role.at.end <= owner.at.start and not role.words.endswith("'s")]
    if owner.words.startswith(("changes hands", "changes", "is acquired", "merge", "comes", "falls", "passes", "is taken")) and before:
        return sentence.proves(
            {"VENDOR": "vendor", "CUSTOMER": "customer"}.get(
                before[-1 if before[-1].words != ("CUSTOMER") or len(before) == 1 else -2].words, "either"
            )
        )
    whose = [
        role
        for role in roles
        if 0 <= role.at.start - owner.at.end < 20 and sentence.after(owner).before(role).words.strip() in ("of", "over", "in", "")
    ]
    nearest = min(whose or roles, key=lambda role: abs(role.at.start - owner.at.start), default=None)
    side = {"VENDOR": "vendor", "CUSTOMER": "customer"}.get(nearest.words.removesuffix("'s"), "either") if nearest else None
    return sentence.proves(side)


def _may_end(window: Stretch) -> Proof | None:
    for sentence in window.sentences:
        for hit in sentence.hits(ENDS):
            if not hit.negated and sentence.before(hit).has(PERMITS) and subject_of(hit) in ("customer", "either", "other", None):
                return hit.proves(True)
    return None


def _asks(sentence: Sentence) -> Proof | None:
    consent = sentence.find(CONSENT)
    return (
        proof(consent)
        if consent is not None
        and sentence.has(NEEDS_CONSENT)
        and not sentence.has(phrase("without (?:any )?(?:need of )?(?:the )?consent of [A-Z]+ being"))
        else None
    )


ASSIGNMENT = Rule(
    "assignment",
    read_assignment,
    examples=(
        fires(
            "Neither party may assign this Agreement without the prior written consent of the other, which shall not be unreasonably "
            "withheld; but either party may assign it to an affiliate or to the successor to its business.",
            by="either",
            consent_required=True,
            reasonable=True,
            exceptions=("affiliate", "successor"),
            vendor_free=None,
        ),
        fires(
            "You may not pass this agreement on without our written consent. We may pass it on to whomever we choose.",
            by="vendor",
            vendor_free=True,
        ),
        fires(
            "Neither party shall assign this Agreement without consent; provided, however, that nothing in this Section restrains Vendor "
            "from assigning this Agreement to any person at any time.",
            by="vendor",
            vendor_free=True,
        ),
        near_miss("Vendor agrees to assign to Customer all right, title and interest in the Deliverables."),
        near_miss("Either party may terminate if the other makes a general assignment for the benefit of its creditors."),
        near_miss("Vendor shall not transfer Personal Data outside the European Union without consent."),
        near_miss(
            "Neither party may assign this Agreement without consent, except that Vendor may assign it to an affiliate.",
            vendor_free=None,
            exceptions=None,
        ),
    ),
)

CHANGE_OF_CONTROL = Rule(
    "change_of_control",
    read_change_of_control,
    examples=(
        fires(
            "Vendor reports any change in the control over it without delay. Customer may then terminate within six months.",
            by="vendor",
            termination_right=True,
        ),
        fires(
            "If a competitor of Customer acquires control of Vendor, Customer may terminate this Agreement on thirty days' notice.",
            by="vendor",
            termination_right=True,
        ),
        fires("Vendor shall not undergo a change of control without Customer's prior written consent.", consent_required=True),
        near_miss("“Affiliate” means an entity that is controlled by a party."),
        near_miss("Changes in the control panel are announced in the release notes."),
        near_miss("Either party may assign this Agreement to its successor in a merger."),
    ),
)
