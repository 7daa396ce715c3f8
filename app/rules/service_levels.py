"""Service levels: the availability promised, whether it is firm, credits for missing it, and whether repeated failure ends the deal.

Figures may stand in a schedule or a table. A percentage is of the time measured; a cap on credits is in percent of the period's fee.
"""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.reading import Proof, Reading
from app.domain.span import Span
from app.rules.reading.numbers import Quantity
from app.rules.reading.passage import Passage, Sentence, Stretch
from app.rules.reading.pattern import expression, phrase
from app.rules.rule import Rule, fires, near_miss

AVAILABLE = expression(
    r"\b(?:availab(?:le|ility)|uptime|up-time|up and running|reachable|accessible|accessibility|operational|answering|in service|"
    r"in operation|(?:service|platform|system|software) responds|usable|online|ready for (?:use|operation)|functioning|"
    r"service levels?|in working order|(?:able to|can) (?:sign|log) in|(?:keep|stay|be|is|are) up|keeps? (?:the |our )?[A-Za-z]+ up)\b"
)
OF_TIME = expression(
    r"\b(?:month(?:ly|s)?|quarter(?:ly)?|year(?:ly)?|annual(?:ly)?|minutes?|of the time|hours|week|round the clock|24/7|per annum|"
    r"calendar|measurement period|at all times|period)\b"
)
MONTH = phrase(r"month(?:ly|s)?|thirty days|30[- ]day")
QUARTER = phrase(r"quarter(?:ly|s)?")
YEAR = phrase(r"year(?:ly|s)?|annual(?:ly)?|per annum|contract year|twelve[- ]month")
SOFT = expression(
    r"\bVENDOR targets?\b|\b(?:aims?|aiming|targets?(?: an?| is| of)|targeted|strives?|endeavou?rs?|intends?|hopes?|seeks?|tries|"
    r"try|expects?|goal|"
    r"objective|(?:commercially )?reasonable (?:commercial )?(?:efforts?|endeavou?rs)|best efforts?|best endeavou?rs|efforts|"
    r"plans? to|is designed|guide|guideline|indicative|aspir[a-z]+|attempts?)\b"
)
NOT_FIRM = expression(
    r"\bnothing\b[^;\n]{0,50}\b(?:guarantee|commitment|promise|warranty)\b|\b(?:goal|target|aim|objective|estimate|aspiration|"
    r"indication|figure|percentage|guide(?:line)?)s?\b[^;\n]{0,60}?\b(?:not|"
    r"no)\b[^;\n]{0,30}?\b(?:commitment|commit|guarantee|obligation|promise|warranty|undertaking|binding|assurance)\b|\bnot (?:a |"
    r"an )?(?:binding|commitment|guarantee|obligation|promise|warranted)\b|"
    r"\b(?:does|do) not (?:guarantee|promise|warrant|commit)[^;\n]{0,60}\b(?:availab|uptime|uninterrupted|level|access)|"
    r"\bno (?:guarantee|commitment|promise|warranty|particular level|level)\b[^;\n]{0,40}\b(?:availab|uptime|service level|"
    r"level of)"
)
BY_TABLE = expression(
    r"\b(?:at least|not (?:less|lower|fall below) than|no (?:less|lower) than|meets?|reach(?:es)?|"
    r"maintains?) the (?:[a-z]+ ){0,2}?(?:uptime|availability|service|level|target|percentage)(?: (?:level|figure|percentage|"
    r"commitment|target|uptime))?\b|\b(?:not (?:less|lower) than|at least|no (?:less|lower) than|reach(?:es)?|meets?|"
    r"equals?)\b[^;\n]{0,40}\b(?:figure|percentage|level|target|value|row|table)\b[^;\n]{0,40}\b(?:below|above|shown|stated|row|"
    r"table|schedule|annex|exhibit|target|column)"
)
NO_LEVEL = expression(
    r"\b(?:not|no|nor)\b[^;\n]{0,60}\b(?:level|percentage|degree|measure) of (?:availability|uptime|up-time|service)\b|"
    r"\bno (?:uptime|availability) (?:commitment|guarantee|promise)"
)
CREDIT = expression(
    r"\b(?:(?:service |fee |performance |availability |sla )?credits?(?: notes?)?|take (?:the percentage|[^;\n]{0,40}) off|"
    r"takes? off|deducts?|deductions?|rebates?|(?:price )?(?:reduction|abatement|allowance|discount)s?|refund a share)\b"
)
DOWN = phrase(r"unavailab(?:le|ility)|outages?|downtime|interruptions?")
CREDITS = phrase(r"(?:service |fee |performance |availability |sla )?credits?")
SHORTFALL = expression(
    r"\b(?:short(?:fall|falls)?|(?:a )?short months?|falls? (?:short|below)|below|miss(?:es|ed)?|fail(?:s|ure|ures|ed)?|not (?:met|"
    r"reached|attained|achieved|kept|made)|less than|unavailab[a-z]+|interruptions?|outages?|downtime|want of availability|"
    r"under the|lower than|breach of (?:the |this )?(?:service|availability))\b"
)
SOLE = expression(
    r"\b(?:full extent|the whole) of what\b|\ball (?:that )?CUSTOMER (?:may|can|gets?|receives?)\b|\b(?:sole|only|exclusive|"
    r"exclusively|entire|exhaustive|single|all that|everything|full and final|in full satisfaction|"
    r"final)\b[^;\n]{0,60}?\b(?:remed(?:y|ies)|recourse|claim|rights?|liability|redress|relief|consequence|comes? to|gets?|"
    r"receives?|due|compensation|settlement)\b|"
    r"\b(?:no other|no further|nothing (?:else|more|further|beyond)|beyond (?:that|this|these)|in lieu of|in place of|instead of|"
    r"to the exclusion of|excludes?|exclud(?:ed|ing)|discharges?|settles?|satisf(?:y|ies)|"
    r"final(?:ly)? settle[sd]?)\b[^;\n]{0,60}?\b(?:remed(?:y|ies)|claims?|rights?|recourse|liability|damages|compensation|redress|"
    r"owed|owes?)\b|\b(?:has|have) no (?:other|further) (?:claim|right|remedy)|credits? (?:is|are) (?:all|everything)|"
    r"\bbeyond (?:the |such |these |those |that )?(?:service )?credits?\b"
)
NOT_SOLE = expression(
    r"\b(?:not|nor|without|don't|never)\b[^;\n]{0,50}?\b(?:sole|only|exclusive|exclude|limit|prejudice|displace|replace|affect|"
    r"stop|restrict|prevent|bar)\b|\b(?:in addition to|without prejudice|over and above|on top of|besides|alongside|cumulative|"
    r"remain(?:s)? (?:untouched|unaffected|open)|set off against damages|offset against damages|counted towards damages|"
    r"not exhaust)\b"
)
NOT_A_GROUND = expression(
    r"\b(?:no|not|nor|neither|never|cannot)\b[^;\n]{0,90}?\b(?:terminat(?:e|es|ion)|end (?:this|the)|leave|give notice|exit|quit|"
    r"breach|break|rescind|"
    r"cancel|withdraw|ground|walk away|default)\b|\b(?:without|no) (?:any )?right (?:to|of) (?:terminat|end|cancel)"
)
CHRONIC = expression(
    r"\b(?:(?:two|three|four|five|six|2|3|4|5|6|any|consecutive|successive|running|in a row|repeated(?:ly)?|persistent(?:ly)?|"
    r"chronic|twice|more than once|several|rolling)(?: \([0-9]\))?\b[^;\n]{0,60}?\b(?:months?|quarters?|periods?|times|occasions|"
    r"year|row)|persistent failure|chronic(?: (?:service )?failures?)?|repeated(?:ly)? (?:fail|miss|short)[a-z]*|"
    r"critical (?:service )?(?:level )?failure|(?:stays?|remains?|drops?|falls?|is) (?:below|under) [0-9.]+)\b"
)
TERMINATES = expression(
    r"\b(?:terminat(?:e|es|ion|ing)|end(?:ing|s)?|cancel(?:s|lation)?|rescind|withdraw|leave|exit|quit|walk away|drop|step out|"
    r"give notice)\b"
)
MAINTENANCE = expression(
    r"\b(?:(?:planned|scheduled|announced|notified|regular|emergency)[a-z ,]{0,20} (?:maintenance|work|upkeep|downtime|windows?)|"
    r"maintenance|planned work|upkeep|service windows?|excluded minutes)\b"
)
LEFT_OUT = expression(
    r"\b(?:left out|leav(?:es?|ing) out|disregard(?:s|ed|ing)?|exclud(?:es?|ed|ing)|not (?:be )?(?:counted?|taken into account|"
    r"regarded|considered|include)|less|other than|excepted|except(?:ing)?|apart from|does not count|do not count|without|net of|"
    r"minus|deducted|outside of|save|not count(?:ed)?)\b"
)
INCLUDED = phrase(r"maintenance included|including (?:planned |scheduled )?maintenance|maintenance counts")
CREDIT_CAP = expression(
    r"\b(?:(?:not|never|no)\b[^;\n]{0,50}?\b(?:exceed|more than|above|over|higher than)|up to|maximum|at most|capped|limited to|"
    r"limit of|the most|ceiling)\b"
)
WHOLLY_OTHER = phrase(
    r"give (?:[A-Za-z]+ ){0,2}credit|author|insurance|credit (?:card|check|rating|scor[a-z]+|institution|origination|line)|"
    r"tax credits?|letters? of credit|backlog|accredit|credit note for|late|interest|increase|escrow|gini|stability index|passes|"
    r"rejected|employment|cumulative downtime"
)
NOT_UPTIME = phrase(
    r"fees? (?:are|is) available|available (?:at|on) (?:www|http)|data room|available on request|available (?:to the public|"
    r"publicly)|deliver|tax|tickets?|response time|restored? within|encrypt"
)
REFERS = expression(
    r"\b(?:service levels?|availability|sla)\b[^;\n]{0,80}\b(?:set out|governed|stated|described|schedule|annex|exhibit|appendix|"
    r"part)\b"
)


def read_service_levels(passage: Passage) -> Sequence[Reading]:
    """Read a promise of availability, the credits for missing it, or what else follows from missing it."""
    if passage.is_title:
        return ()
    for sentence in passage.sentences:
        level = _level(passage, sentence)
        if level is not None:
            return (_promise(passage, sentence, sentence.place(level).proves(level.value)),)
        if sentence.has(BY_TABLE) and sentence.has(AVAILABLE, OF_TIME) and not sentence.has(CREDITS):
            return (_promise(passage, sentence, _table_level(passage) or _defined_level(passage, sentence)),)
    for sentence in passage.sentences:
        if _about_credits(passage, sentence) or _about_failure(passage, sentence):
            return (passage.reading("service_levels", sentence, **_consequences(passage)),)
    none = next((hit for hit in passage.hits(NO_LEVEL)), None)
    if none is not None:
        return (passage.reading("service_levels", none.sentence, firm=none.proves(False), refused=none.proves(True)),)
    return _beside(passage)


def _level(passage: Passage, sentence: Sentence) -> Quantity | None:
    """The percentage of time for which the service is to be available."""
    if not sentence.has(AVAILABLE) or sentence.has(WHOLLY_OTHER) or sentence.has(NOT_UPTIME):
        return None
    for percent in sentence.percents:
        if (
            90 <= percent.value <= 100
            and (sentence.has(OF_TIME) or passage.titled("availab", "uptime", "service level", "sla"))
            and not (sentence.has(CREDIT) and sentence.has(SHORTFALL))
        ):
            if sentence.before(sentence.place(percent)).words.rstrip().endswith(_UNDER):
                continue
            if sentence.has(CHRONIC) and sentence.has(TERMINATES):
                continue
            return percent
    return None


def _table_level(passage: Passage) -> Proof | None:
    """The level that a row of a table beside it gives as the target."""
    for near in passage.siblings:
        if near.clause.kind == "table_row" and (level := _row(near).get("uptime_percent")) is not None:
            return level
    return None


def _defined_level(passage: Passage, sentence: Sentence) -> Proof | None:
    """The level that a defined term of the promise stands for ("the Target Uptime")."""
    here = Passage(passage.view, sentence.at, passage.clause, passage.paper)
    for meaning in passage.paper.definitions_of(here, depth=1):
        for percent in meaning.percents:
            if 90 <= percent.value <= 100 and len(meaning.words) < 400:
                return meaning.place(percent).proves(percent.value)
    return None


def _promise(passage: Passage, sentence: Sentence, percent: Proof | None) -> Reading:
    soft = next(
        (
            hit
            for line in (sentence,)
            for hit in line.hits(SOFT)
            if (percent is None or hit.span.start < percent.span.end) and not _names_target(line, hit)
        ),
        None,
    )
    denied = next(
        (hit for near in (passage, *passage.siblings) for hit in near.hits(NOT_FIRM) if near is passage or near.has(AVAILABLE)), None
    )
    return passage.reading(
        "service_levels",
        sentence,
        uptime_percent=percent,
        firm=denied.proves(False) if denied else soft.proves(False) if soft else Proof(True, sentence.span),
        measured_over=_period(passage, sentence),
        excludes_maintenance=_maintenance(passage),
        **_consequences(passage),
    )


def _names_target(sentence: Sentence, hit: Stretch) -> bool:
    """Whether "target" only names the figure of a firm duty ("shall ensure ... (the Target)")."""
    return "target" in hit.words and sentence.has(_SHALL)


_UNDER = ("below", "under", "beneath", "lower than", "short of", "drops to", "falls to")
_SHALL = phrase(r"shall|will|ensures?|undertakes?|warrants?|guarantees?|must|owes?|commits?|promises?")


def _period(passage: Passage, sentence: Stretch) -> Proof | None:
    for stretch in (sentence, passage):
        for name, pattern in (("month", MONTH), ("quarter", QUARTER), ("year", YEAR)):
            if (hit := stretch.find(pattern)) is not None and (stretch is sentence or stretch.has(AVAILABLE)):
                return hit.proves(name)
    return None


def _maintenance(passage: Passage) -> Proof | None:
    """Whether planned maintenance is left out of the count: in the clause, beside it, or in what it defines."""
    for stretch in (
        passage,
        *(near for near in passage.siblings if near.has(AVAILABLE)),
        *(m for m in passage.definitions if m.has(AVAILABLE) or m.has(MAINTENANCE)),
    ):
        for line in stretch.sentences:
            if (included := line.find(INCLUDED)) is not None:
                return included.proves(False)
            if line.has(MAINTENANCE) and (out := line.find(LEFT_OUT)) is not None:
                return out.proves(True)
    return None


def _about_credits(passage: Passage, sentence: Sentence) -> bool:
    if sentence.has(WHOLLY_OTHER) or not sentence.has(CREDIT):
        return False
    titled = passage.titled("availab", "service level", "credits", "uptime")
    if not (
        titled or passage.has(AVAILABLE) or passage.has(DOWN) or any(near.has(AVAILABLE) and near.percents for near in passage.siblings)
    ):
        return False
    about = sentence.has(SHORTFALL) or titled or (sentence.has(CREDITS) and (passage.has(NOT_SOLE) or passage.has(SOLE)))
    return about and (
        sentence.has(SHORTFALL) or passage.has(SOLE) or passage.has(NOT_SOLE) or sentence.has(CREDIT_CAP) or bool(sentence.percents)
    )


def _about_failure(passage: Passage, sentence: Sentence) -> bool:
    """Repeated failure to keep the level, and what it gives."""
    if sentence.has(WHOLLY_OTHER):
        return False
    levels = sentence.has(AVAILABLE) or _defines_level(passage) or (sentence.has(_LEVELS) and "CUSTOMER" in sentence.words)
    return (
        levels
        and sentence.has(CHRONIC)
        and (sentence.has(TERMINATES) or bool(sentence.percents))
        and (sentence.has(SHORTFALL) or sentence.has(_PERSISTENT))
    )


_LEVELS = phrase(r"(?:missed|service) targets?|targets? (?:is|are|was|were) missed|service levels?|kpis?")
_PERSISTENT = phrase(r"persistent failure|chronic failure|repeated failure|critical failure")


def _defines_level(passage: Passage) -> bool:
    return any(m.has(AVAILABLE) and m.has(CHRONIC) and m.percents for m in passage.definitions)


def _consequences(passage: Passage) -> dict[str, Proof | None]:
    """Sole remedy, right to terminate and cap on credits, as far as this passage says."""
    terms: dict[str, Proof | None] = {}
    for sentence in passage.sentences:
        if sentence.has(WHOLLY_OTHER):
            continue
        about = sentence.has(CREDIT) or sentence.has(SHORTFALL) or passage.has(CREDIT)
        if about and (not_sole := sentence.find(NOT_SOLE)) is not None and not _denies_ground(sentence):
            terms.setdefault("credits_sole_remedy", not_sole.proves(False))
        elif about and (sole := sentence.find(SOLE)) is not None and not sole.negated:
            terms.setdefault("credits_sole_remedy", sole.proves(True))
        if (
            sentence.has(CREDIT)
            and (cap := sentence.find(CREDIT_CAP)) is not None
            and (percent := cap.nearest(sentence.percents, within=90)) is not None
            and percent.value < 95
        ):
            terms.setdefault("credit_cap_percent", sentence.place(percent).proves(percent.value))
        if _bare_credit(passage, sentence):
            terms.setdefault("credit_cap_percent", sentence.place(sentence.percents[0]).proves(sentence.percents[0].value))
        if _denies_ground(sentence):
            terms["chronic_failure_termination"] = sentence.proves(False)
        elif _about_failure(passage, sentence) and (ends := sentence.affirms(TERMINATES)) is not None and ends.actor != "vendor":
            terms.setdefault("chronic_failure_termination", ends.proves(True))
        elif sentence.has(TERMINATES) and sentence.has(_NOTHING_PREVENTS):
            terms.setdefault("chronic_failure_termination", sentence.proves(True))
    return terms


def _bare_credit(passage: Passage, sentence: Sentence) -> bool:
    """Whether a cell of a table inside the clause is its highest credit."""
    cells = [
        line.percents[0].value for line in passage.sentences if line.percents and len(line.words) < 16 and line.percents[0].value <= 60
    ]
    return len(cells) > 1 and bool(sentence.percents) and len(sentence.words) < 16 and sentence.percents[0].value == max(cells)


_NOTHING_PREVENTS = expression(r"\bnothing\b[^;\n]{0,60}\bprevents? CUSTOMER\b[^;\n]{0,80}\b(?:end|terminat)[a-z]*")


def _denies_ground(sentence: Sentence) -> bool:
    """Whether it says that shortfalls don't entitle anybody to end the agreement."""
    return (
        sentence.has(NOT_A_GROUND)
        and sentence.has(TERMINATES)
        and (sentence.has(SHORTFALL) or sentence.has(AVAILABLE))
        and not sentence.has(_NOTHING_PREVENTS)
    )


def _beside(passage: Passage) -> Sequence[Reading]:
    """Definitions of availability, tables of credits, measuring, and clauses that only point to the schedule."""
    titled = passage.titled("availab", "service level", "uptime", "credits")
    if passage.is_title:
        return ()
    if passage.clause.kind == "table_row":
        if titled and any(80 <= p.value <= 100 for p in passage.percents):
            return (passage.reading("service_levels", passage.sentences[0], **_row(passage)),)
        return ()
    for sentence in passage.sentences:
        if sentence.has(WHOLLY_OTHER) or sentence.has(NOT_UPTIME):
            continue
        counts = sentence.has(_MEASURES) and sentence.has(_AVAILABILITY) and sentence.has(OF_TIME)
        if counts or (sentence.has(REFERS) and sentence.has(AVAILABLE)) or (titled and sentence.has(_MEASURED) and sentence.has(OF_TIME)):
            return (passage.reading("service_levels", sentence, excludes_maintenance=_maintenance(passage) if counts else None),)
    return ()


_AVAILABILITY = phrase(r"availability|uptime|up-time|unavailab(?:le|ility)|downtime|responds")
_MEASURES = expression(r"\b(?:share|number|percentage|proportion|ratio|divided|minutes|means|calculated|measured)\b")
_MEASURED = expression(r"\b(?:measures?|measured|calculat[a-z]+)\b[^;\n]{0,40}\b(?:availab|month|minute|from the outside|interface)")
_BELOW = phrase(r"below|less than|under|up to|but|down to")
_MOST = expression(r"\b(?:the most|maximum|at most|cap)\b")


def _row(passage: Passage) -> dict[str, Proof | None]:
    """A row of a table of credits: the level itself ("99.5% or more (Target)"), or the highest credit."""
    lines = passage.sentences
    first, last = lines[0], lines[-1]
    whole = Stretch(passage.view, Span(first.at.start, last.at.end))
    terms: dict[str, Proof | None] = {}
    if whole.has(_TARGET) and first.percents and whole.has(_NONE) and not first.has(_BELOW):
        terms["uptime_percent"] = first.place(first.percents[0]).proves(first.percents[0].value)
    if last != first and last.percents and last.percents[0].value < 95 and (last.has(_MOST) or _highest(passage, last.percents[0].value)):
        terms["credit_cap_percent"] = last.place(last.percents[0]).proves(last.percents[0].value)
    return terms


def _highest(passage: Passage, percent: float) -> bool:
    """Whether a credit is the highest of its table, and no clause beside it caps credits otherwise."""
    others = [
        p.value
        for near in passage.siblings
        if near.clause.kind == "table_row"
        for p in near.sentences[-1].percents
        if len(near.sentences) > 1
    ]
    capped = any(near.has(CREDIT, CREDIT_CAP) for near in passage.siblings if near.clause.kind != "table_row" and near.percents)
    return not capped and len(others) > 0 and percent > max(others)


_TARGET = expression(
    r"\((?:the )?\"?(?:target|service level|agreed level|commitment)\"?\)|\btarget\b|or more|and above|or (?:higher|better|above)"
)
_NONE = expression(r"\bnone\b|\bno credit\b|\bnil\b|\n-|\n0 ?%|\n0\b|\bn/a\b|target")


RULE = Rule(
    "service_levels",
    read_service_levels,
    examples=(
        fires(
            "Vendor shall make the Service available at least 99.9% of each calendar month, excluding scheduled maintenance.",
            uptime_percent=99.9,
            firm=True,
            measured_over="month",
            excludes_maintenance=True,
        ),
        fires(
            "Vendor aims to have the Platform available for 99.9 percent of each calendar month. That figure is a goal and not a "
            "commitment.",
            uptime_percent=99.9,
            firm=False,
        ),
        fires(
            "Service credits are Customer's sole and exclusive remedy for unavailability, and no shortfall entitles Customer to terminate.",
            credits_sole_remedy=True,
            chronic_failure_termination=False,
        ),
        fires(
            "If availability falls below 99.0 per cent in two months out of six consecutive ones, the Customer may terminate the "
            "Services without notice.",
            chronic_failure_termination=True,
        ),
        fires(
            "Credits for a missed service level are set off against damages; they do not exclude further rights.", credits_sole_remedy=False
        ),
        near_miss("The Customer's credit rating must be available to Vendor each year."),
        near_miss("The report is available on request."),
        near_miss("Vendor will try to keep 99% of its prices stable."),
        near_miss("Refund of prepaid fees is Customer's sole remedy for a breach of the warranty."),
    ),
)
