"""Acceptance: by which criteria deliverables are tested, in how many days, and whether silence or use is acceptance.

Days are calendar days (five business days are seven, 72 hours are three). The test period may be a defined term or a table row.
"""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.reading import Proof, Reading
from app.domain.span import Span
from app.rules.reading.numbers import Duration
from app.rules.reading.passage import Hit, Passage, Sentence, Stretch
from app.rules.reading.pattern import expression, phrase
from app.rules.rule import Rule, fires, near_miss

DELIVERABLE = phrase(
    r"deliverables?|milestones?|work (?:product|results?|packages?)|modules?|release(?:s| packages?)?|software|builds?|systems?|"
    r"deliver(?:y|ies)|results?|works?|increments?|version|component|it|stage|phase|items?|materials"
)
ACCEPTANCE = expression(
    r"\b(?:accept(?:s|ed|ance)?(?: (?:test(?:s|ing)?|criteria|certificate|notice|period|declaration))?|sign(?:s|ed)?[- ]?off|"
    r"approv(?:es?|ed|al)|conforming|regarded as (?:conforming|accepted)|(?:taken|take|taking)[- ]over|deemed (?:accepted|approved|"
    r"conforming|delivered))\b"
)
TEST = expression(
    r"\b(?:tests?|tested|testing|examines?|examination|inspects?|inspection|reviews?|reviewing|evaluat(?:es?|ion|ing)|verif(?:y|"
    r"ies|ication)|checks?|trial|try out)\b"
)
CRITERIA = expression(
    r"\b(?:acceptance criteria|(?:written )?criteria|criterion|specifications?|test (?:cases?|plan|book|criteria|protocol)|"
    r"requirements?|benchmark values|description in|described in|particulars)\b"
)
REJECTS = expression(
    r"\b(?:reject(?:s|ed|ion)?|notice of (?:defects?|rejection|non-?conformity)|refus(?:es?|al)|complain(?:s|ts?)?|object(?:s|"
    r"ion)?|names? (?:a|no) defect|report(?:s|ed)? (?:a |any )?(?:defects?|faults?|non-?conformit(?:y|ies)))\b"
)
DEEMED = expression(
    r"\bis (?:at the same time|also|thereby) (?:an? |its |the )?acceptance\b|\b(?:deemed|regarded|considered|treated|taken|counts?|"
    r"held|understood|presumed|stands?)\b(?: to be| to have been| as|"
    r" having been| conclusively| finally){0,3} (?:an? )?(?:accept(?:ed|ance)|approved|taken over|conforming|final|complete)\b|\b(?:is|are|"
    r"shall be|will be) (?:automatically |thereby |conclusively |finally |irrevocably |conforming and )*accepted\b|"
    r"\bconclusively (?:regarded|deemed|presumed)\b|\bacceptance (?:occurs|takes place|is effected|happens|is complete|"
    r"is given) (?:automatically|on|upon|by|when|with)\b|\bautomatic(?:ally)? accept[a-z]+|\b(?:amounts? to|constitutes?|implies|"
    r"is equivalent to|means?|signif(?:y|ies)|is) (?:an? |its |the )?(?:final )?acceptance\b|\bconforming and accepted\b"
)
SILENCE = expression(
    r"\b(?:hours|days|weeks) after\b|\b(?:uploads?|submits?|delivers?|hands? over|sends?) (?:it|them)\b|\bdelivery of\b|"
    r"\b(?:silen(?:ce|t)|not so reject(?:ed)?|no (?:notice|rejection|objection|complaint|response|reaction|reply|defect)|(?:does|"
    r"do|has|have|did|is|are) not (?:[a-z]+ ){0,3}?(?:reject(?:ed)?|object(?:ed)?|notif(?:y|ied)|respond(?:ed)?|report(?:ed)?|"
    r"given|complain(?:ed)?|raised?|accept(?:ed)?|received?)|fails? to (?:reject|respond|notify|object|give|report|raise)|"
    r"unless\b[^;\n]{0,80}\b(?:notice|reject|object|particulars|notif|writing)|without (?:a |any )?(?:rejection|objection|notice|"
    r"complaint)|"
    r"hears? nothing|no (?:word|answer|message) |use of (?:an?|the|any|it)|in production|commercial use|upon (?:its )?delivery|"
    r"on (?:its )?delivery|at (?:the )?close of|when (?:VENDOR|it) (?:delivers?|sends?|posts?)|delivers it|from the moment|"
    r"productive use|live (?:use|operation)|uses? (?:it|the|them)|put(?:s|ting)? (?:it )?(?:in)?to (?:productive |live )?(?:use|"
    r"service|production)|payment|expir(?:y|es|ation)|lapses?|within (?:that|this|the)|after delivery|in silence|by (?:payment|use|"
    r"conduct))\b"
)
CURE = expression(
    r"\b(?:cures?|cured|correct(?:s|ed|ion|ions)?|remed(?:y|ies|ied)|repairs?|rectif(?:y|ies|ied)|puts? (?:it|them|"
    r"the[a-z ]*)? ?right|re-?deliver(?:s|ed|y)?|resubmits?|re-?perform(?:s|ed)?|makes? good|fix(?:es|ed)?|mends?|replaces?)\b"
)
CONTRACT_ACCEPTANCE = phrase(
    r"accept(?:s|ance|ed|ing)? (?:of )?(?:this|these|the terms|our terms|an order|the order|orders?|the offer|payment|by email|"
    r"electronic|no (?:liability|responsibility|obligation))|by (?:clicking|signing|using)|acceptable use|insurance|"
    r"accepted (?:industry|standards?|practices?|accounting)|report accepted|notices?"
)
SECOND_CHANCE = expression(
    r"\b(?:further|second|additional|grace) (?:period|notice|reminder|warning)|after (?:a )?(?:reminder|warning|second notice)|"
    r"reminder\b"
)


def read_acceptance(passage: Passage) -> Sequence[Reading]:
    """Read how deliverables are tested and accepted; nothing where acceptance is that of the contract or of an order."""
    if passage.is_title:
        return ()
    titled = passage.titled("accept", "review", "testing", "conformance", "sign-off", "completion notice", "inspection")
    for sentence in passage.sentences:
        if _about(passage, sentence, titled):
            days, label = _test_days(passage, titled)
            criteria = passage.find(CRITERIA)
            cure = next((hit for line in passage.sentences if (hit := line.affirms(CURE)) is not None and line.has(_DEFECT)), None)
            reading = passage.reading(
                "acceptance",
                sentence,
                criteria=criteria.proves(True) if criteria is not None and (passage.has(TEST) or passage.has(REJECTS)) else None,
                test_days=days,
                deemed=_deemed(passage),
                cure=cure.proves(True) if cure is not None else None,
            )
            return (reading, *label)
    return _in_other_words(passage)


# What is handed over, looked at, and taken or refused, in whatever words.
_HANDED = expression(
    r"\b(?:deliver(?:y|ies|ed|s|ables?)?|hand(?:s|ed)?[- ]?over|handing over|uploads?(?:ed)?|build|works?|milestones?|result|results|outcome|deliverables?|module|modules|release|code|product|installation|installed|"
    r"submit(?:s|ted)?|submission|completion|completed|possession|suppl(?:y|ied)|version|draft|files?|go-?live|stage|phase|sprint|increment|package|goods|items?|tender(?:s|ed)?|sends?|sent|transfer|presented|ships?|shipped)\b"
)
_LOOKED_AT = expression(
    r"\b(?:tests?|tested|testing|tries|try|trying|trial|checks?|checked|checking|inspect(?:s|ed|ion|ing)?|examin(?:e|es|ed|ation|ing)|review(?:s|ed|ing)?|verif(?:y|ies|ied|ication)|control|evaluat(?:e|es|ion)|probe[sd]?|"
    r"look(?:s|ed|ing)? (?:at|over|it over)|prov(?:e|es|ing)|scrutin[a-z]+|assess(?:es|ed|ment)?|judge[sd]?|verdict|try-?out|walk-?through|demonstrat[a-z]+|validat[a-z]+|audition|survey)\b"
)
_TAKEN = expression(
    r"\b(?:accept(?:s|ed|ance|able)?|approv(?:e|es|ed|al)|sign(?:s|ed)?[- ]?off|happy|satisf(?:ied|action|ies|actory)|content|pleased|taken over|takes? over|(?:deemed|presumed|regarded|treated|considered|counts?|passes|passed|stands?|held) (?:as |to be |to have been )?(?:[a-z]+ )?"
    r"(?:fine|good|right|in order|conforming|complete|correct|done|faultless|accepted|approved|final|proper)|waive[sd]?|complaints?|object(?:s|ed|ion|ions)?|reject(?:s|ed|ion)?|refus(?:e|es|ed|al)|verdict|"
    r"conclusive|final|in order|green light|thumbs|yes|quits|discharged|no longer (?:be )?(?:refused|rejected|complain(?:ed)?|object(?:ed)?|challenged|questioned)|passed|signature|put right|rework)\b"
)
_DEFAULT = expression(
    r"\b(?:silen(?:ce|t)|quiet|mute|mere (?:passing|delivery|receipt|use|lapse|expiry)|(?:hears?|hearing|heard) nothing|no (?:word|news|answer|reply|response|objection|complaint|notice|reaction|comment|feedback|rejection|refusal|protest|sound)|"
    r"without (?:a |any )?(?:word|complaint|objection|protest|comment|answer|reply|rejection|refusal)|(?:not|n't|never) (?:so )?(?:[a-z]+ ){0,2}?(?:refused?|rejected?|object(?:ed)?|complain(?:ed)?|answer(?:ed)?|repl(?:y|ied)|respond(?:ed)?|heard|hear|reported?|raised?|"
    r"protest(?:ed)?|notified|notify|said|speak|spoken|written|returned?)|(?:fails?|failing|failure) to (?:object|reject|complain|respond|reply|answer|speak|report|refuse|notify)|conclusive (?:evidence|proof)|automatic(?:ally)?|on its own|by itself|"
    r"the moment|as soon as|at once|immediately|no later (?:complaint|objection|claim)s?|can no longer|is (?:then )?too late|too late|lapses?|forfeit(?:s|ed)?|loses? (?:the|its|any) right|estopped|barred|time-barred|precluded|first (?:use|login|run)|"
    r"(?:use|using|uses|used|payment|paying|pays|paid|deploy(?:s|ed|ment|ing)?|receipt|possession|go-?live|production|opening|download(?:s|ed|ing)?|merge[sd]?|merging|login)\b[^;\n]{0,50}?\b(?:is|are|means?|mean|amounts?|counts?|settles?|closes?|ends?|"
    r"concludes?|evidences?|proves?|shows?|signif(?:y|ies)|constitutes?|equals?|implies|shall be|will be|stands?))\b"
)
_PROMISED = expression(
    r"\b(?:silence|use|delivery|payment|lapse)[a-zA-Z ]{0,30} (?:is|are|does|do|shall|will)(?: not|n't)\b|\b(?:only (?:when|by|on|upon|if|after|with|in)|(?:in writing|written|signed)|await(?:s)?|until CUSTOMER|when CUSTOMER (?:says|signs|confirms|declares|approves)|"
    r"expressly|nothing (?:else|less)|never by)\b"
)
_NOT_A_WORK = phrase(
    r"invoices?|box|terms|agree to|click(?:s|ing)?|order|orders|offer|assignment|consent|transfer of (?:personal|data)|incident|audit(?:s|ed|ors?)?|sub-?processors?|renewal|notices? (?:is|are|shall|under)|fees?|termination|terminat(?:es?|ed)|"
    r"confidential|personal data|privacy|licen[cs]es?|back-?ups?|change order|policy|policies|courts?|arbitrat[a-z]+|insur[a-z]+|warrant(?:s|y|ies|ed)|liab(?:le|ility)|open[- ]source|export|credits?|uptime|availab(?:le|ility)|support|tickets?|"
    r"intellectual|ownership|title|copyright|model(?:s)?|data|claims?|regulators?|price|prices"
)


def _in_other_words(passage: Passage) -> Sequence[Reading]:
    """Acceptance in other words: silence, possession or use that settles it, or a time to check against a list and say so."""
    if passage.clause.kind in ("title", "heading", "definition", "recital", "parties", "table_row"):
        return ()
    titled = passage.titled(
        "accept",
        "review",
        "test",
        "trial",
        "inspect",
        "verif",
        "check",
        "control",
        "approv",
        "sign-off",
        "trying",
        "deliver",
        "hand",
        "conform",
        "examin",
        "completion",
        "quality",
        "evaluat",
        "demo",
    )
    for sentence in passage.sentences:
        if not sentence.has(_HANDED) or (
            sentence.has(_NOT_A_WORK) and not passage.titled("accept", "inspect", "deliverable", "testing", "sign-off")
        ):
            continue
        default = sentence.find(_DEFAULT)
        checked = sentence.has(_LOOKED_AT) or passage.has(_LOOKED_AT)
        taken = sentence.find(_TAKEN)
        if (
            default is not None
            and taken is not None
            and not sentence.has(_PROMISED)
            and (titled or sentence.has(_LOOKED_AT) or not sentence.durations or sentence.has(_SILENT))
        ):
            days = _first_period(passage)
            return (passage.reading("acceptance", sentence, deemed=default.proves(True), test_days=days),)
        if (
            checked
            and (passage.has(_TAKEN) or passage.has(CURE))
            and (days := _first_period(passage)) is not None
            and (titled or (taken is not None and sentence.durations))
        ):
            criteria = passage.find(CRITERIA, _LIST)
            return (
                passage.reading(
                    "acceptance",
                    sentence,
                    test_days=days,
                    criteria=criteria.proves(True) if criteria is not None else None,
                    deemed=_deemed(passage),
                ),
            )
    return ()


_SILENT = phrase(r"silen(?:ce|t)|no (?:word|answer|reply|objection|complaint)|conclusive (?:evidence|proof)|hears? nothing")
_LIST = expression(
    r"\b(?:that list|checklist|a list|agreed (?:list|requirements|criteria)|(?:written|agreed) [a-z ]{0,12}requirements|definition of done|what .?done.? looks like|description|specification|benchmarks?|yardsticks?|measures agreed|in the statement of work)\b"
)


def _first_period(passage: Passage) -> Proof | None:
    """The first time, in the clause or in the terms that it uses, that may be one for testing; days, or hours of silence."""
    for part in (passage, *passage.definitions):
        for duration in part.durations:
            before = Stretch(part.view, Span(max(part.at.start, duration.at.start - 40), duration.at.start))
            if 0.02 <= duration.days <= 180 and not before.has(_FOR_CURE):
                return part.place(duration).proves(duration.days)
    if (noon := passage.find(_OVERNIGHT)) is not None:
        return noon.proves(1)
    return None


_OVERNIGHT = phrase(
    r"(?:the )?(?:next|following|same) (?:business |working |calendar )?(?:day|morning)|overnight|by (?:noon|midnight|close of business)|within (?:the|a) day|tomorrow|the day after"
)


_DEFECT = phrase(
    r"defects?|departures?|faults?|non-?conformit(?:y|ies)|fail(?:s|ure)?|reject(?:s|ed)?|deficienc(?:y|ies)|errors?|deviations?|"
    r"missed|value"
)


def _about(passage: Passage, sentence: Sentence, titled: bool) -> bool:
    if sentence.has(CONTRACT_ACCEPTANCE) and not sentence.has(DELIVERABLE_SURE):
        return False
    if sentence.has(DEEMED) and sentence.has(DELIVERABLE) and (titled or sentence.has(DELIVERABLE_SURE)):
        return True
    tested = sentence.has(TEST) and (sentence.has(ACCEPTANCE) or sentence.has(REJECTS) or sentence.has(CRITERIA))
    if (
        tested
        and sentence.has(DELIVERABLE_SURE)
        and (titled or sentence.has(ACCEPTANCE) or sentence.has(_WHO_TESTS) or (sentence.has(CRITERIA) and sentence.durations))
    ):
        return True
    if passage.has(ACCEPTANCE) and sentence.has(TEST, DELIVERABLE_SURE, _WHO_TESTS) and sentence.durations:
        return True
    if titled and sentence.has(CURE) and sentence.has(_DEFECT) and sentence.has(_BY_VENDOR):
        return True
    return titled and (sentence.has(ACCEPTANCE) or sentence.has(REJECTS) or tested) and (sentence.has(DELIVERABLE) or sentence.has(_DEFECT))


_BY_VENDOR = expression(r"\bVENDOR\b|\bdefects found\b")
_WHO_TESTS = expression(r"\bCUSTOMER (?:may|shall|will|has|tests|can|must|is entitled)\b")
DELIVERABLE_SURE = phrase(
    r"deliverables?|milestones?|work (?:product|results?)|release(?:s| packages?)?|modules?|builds?|delivered (?:software|items?)|"
    r"increments?"
)


def _deemed(passage: Passage) -> Proof | None:
    """Whether silence, delivery or use is acceptance; False where the text says that they aren't."""
    found: Proof | None = None
    for sentence in passage.sentences:
        if (denied := sentence.find(_NOT_DEEMED)) is not None:
            found = found or denied.proves(False)
            continue
        hit = sentence.find(DEEMED)
        if hit is None or not sentence.has(SILENCE) or sentence.has(_BY_CERTIFICATE):
            continue
        if hit.negated and not sentence.has(_UNLESS_REJECTED):
            found = found or hit.proves(False)
        elif not passage.has(SECOND_CHANCE):
            return hit.proves(True)
    return found


_NOT_DEEMED = expression(
    r"\b(?:silence|payment|use|delivery)\b[^;\n]{0,90}?\b(?:is|are|does|do|shall|will) not\b[^;\n]{0,40}?\b(?:accept[a-z]+|"
    r"stand in for acceptance|amount|constitute|mean)\b|\b(?:silen(?:ce|t))\b[^;\n]{0,40}\breject(?:ed|ion|s)?\b|"
    r"\bnot (?:to )?(?:be )?(?:deemed|regarded|considered|treated|taken)\b[^;\n]{0,40}\baccept[a-z]+|\bno (?:deemed|implied|"
    r"tacit) acceptance\b"
)
_UNLESS_REJECTED = expression(r"\b(?:not so rejected|unless|if\b[^;\n]{0,60}\b(?:not|no|nothing)|does not|has not|fails)\b")
_BY_CERTIFICATE = phrase(
    r"in no other way|only (?:by|upon|on|when|if) (?:written|signature|CUSTOMER)|signature of|signs? the|written (?:acceptance|"
    r"approval)"
)
PERIOD_NAME = expression(
    r"\b(?:(?:review|test(?:ing)?|acceptance|inspection|examination|evaluation|rejection) (?:window|period|time|phase|term))\b"
)


def _test_days(passage: Passage, titled: bool) -> tuple[Proof | None, list[Reading]]:
    """How long the customer may test, in the clause or in the definition or row of the period that it names."""
    for sentence in passage.sentences:
        if not (sentence.has(TEST) or sentence.has(REJECTS) or sentence.has(DEEMED) or sentence.has(PERIOD_NAME)) or sentence.has(
            SECOND_CHANCE
        ):
            continue
        if (duration := _period(sentence)) is not None:
            return sentence.place(duration).proves(duration.days), []
    here = Passage(passage.view, passage.at, passage.clause, passage.paper)
    for meaning in (
        *passage.paper.definitions_of(here, depth=2),
        *(row for row in passage.referred if row.clause.kind == "table_row" and row.has(PERIOD_NAME)),
    ):
        if passage.has(PERIOD_NAME) and meaning.has(PERIOD_NAME) and (durations := [d for d in meaning.durations if 0.5 <= d.days <= 180]):
            proof = meaning.place(durations[0]).proves(durations[0].days)
            holder = meaning if isinstance(meaning, Passage) else passage
            return proof, [holder.reading("acceptance", Stretch(passage.view, durations[0].at), test_days=proof)]
    return None, []


def _period(sentence: Sentence) -> Duration | None:
    for duration in sentence.durations:
        around = Stretch(sentence.view, Span(max(sentence.at.start, duration.at.start - 60), min(sentence.at.end, duration.at.end + 70)))
        before = Stretch(sentence.view, Span(max(sentence.at.start, duration.at.start - 70), duration.at.start))
        if duration.unit in ("hour", "day", "week", "month") and around.has(_FOR_TESTING) and not before.has(_FOR_CURE):
            return duration
    ordinal = sentence.find(_ORDINAL_DAY)
    if ordinal is not None:
        return _ordinal(ordinal)
    return None


_FOR_TESTING = expression(r"\b(?:within|has|have|for|from|after|of|during|following|in which|period|days to|to test|elapse|expiry)\b")
_FOR_CURE = phrase(r"remed[a-z]+|correct[a-z]*|cure[sd]?|repair[a-z]*|re-?deliver[a-z]*|resubmit[a-z]*|put(?:s)? (?:it|them) right")
_ORDINAL_DAY = expression(
    r"\b(?P<word>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|fifteenth|twentieth|thirtieth)(?: \([0-9]+(?:st|"
    r"nd|rd|th)\))? (?P<kind>business |working |calendar )?day\b"
)
_ORDINALS = {w: n for n, w in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split(), start=1)} | {
    "fifteenth": 15,
    "twentieth": 20,
    "thirtieth": 30,
}


def _ordinal(hit: Hit) -> Duration:
    """ "The third business day after delivery" gives three business days."""
    business = hit.groups.get("kind", "").strip() in ("business", "working")
    return Duration(_ORDINALS[hit.groups["word"]], hit.at, False, "day", business)


RULE = Rule(
    "acceptance",
    read_acceptance,
    examples=(
        fires(
            "The Client has twenty days from delivery to test each Deliverable against the written acceptance criteria; defects "
            "are cured and the test is repeated. Silence is not acceptance.",
            test_days=20,
            deemed=False,
            criteria=True,
            cure=True,
        ),
        fires("A Deliverable counts as accepted when Vendor delivers it.", deemed=True, test_days=None),
        fires(
            "Each Deliverable shall be conclusively regarded as conforming at the close of the third (3rd) business day following "
            "its delivery, unless Customer has given written particulars.",
            deemed=True,
            test_days=5,
        ),
        near_miss("By clicking the button you accept these terms."),
        near_miss("Vendor accepts no responsibility for the Customer's network."),
        near_miss("The policies follow accepted industry standards, tested once a year."),
    ),
)
