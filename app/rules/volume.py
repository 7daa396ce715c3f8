"""Limits on users, units or size, and what follows past them: an end of the licence, a fee, or time to agree on one.

`threshold` is the bare number past which something follows, from the clause, a definition or a table's row. A rate ("forty requests per
second") limits throughput, not the licence, and isn't read.
"""

from __future__ import annotations

from app.domain.reading import Proof, Reading
from app.rules.property_gist import size_limit
from app.rules.reading.numbers import FIGURES, WORDS, parse_figures, parse_words
from app.rules.reading.passage import Hit, Passage, Stretch
from app.rules.reading.pattern import expression, phrase
from app.rules.rule import Rule, fires, near_miss
from app.rules.works import GROUP

COUNTED = phrase(
    r"(?:active |end |monthly |daily |registered |named |authori[sz]ed |permitted |concurrent |unique |different |natural |paying |"
    r"total )*(?:users?|people|persons?|individuals?|subscribers|visitors|seats?|profiles?|audience|reach|inhabitants|head ?count|"
    r"members|players|readers|listeners|accounts|"
    r"api calls?|calls|requests|scores?|transactions|documents|records|devices?|servers?|installations?|instances?|cores|employees?|"
    r"revenues?|turnover|sales|copies|workers|units)"
)
PEOPLE = phrase(
    r"(?:active |end |monthly |daily |registered |different |natural |unique )*(?:users?|people|persons?|individuals?|visitors|"
    r"subscribers|customers|reach|members|players)"
)
LIMIT = phrase(
    r"(?:high-water )?mark|thresholds?|tiers?|bands?|ceilings?|upper limit|limit|line|allowances?|quotas?|capacity(?: tier)?|(?:stated|"
    r"agreed|licensed|permitted|contracted|included|maximum) (?:number|quantity|volume|figure|count)|number (?:of|in|held|stated)|"
    r"middle-sized|size|scale|cap"
)
EXCEEDS = phrase(
    r"exceed(?:s|ed|ing)?|excess|rises? (?:above|beyond|past|over)|(?:goes?|grows?|climbs?|gets?) (?:above|over|beyond|past)|more than|"
    r"surpass(?:es|ed)?|in excess of|(?:over|above) (?:the|that|this|it|[0-9][0-9,.]*)|outgrow(?:s)?|cross(?:es|ed)?|beyond|larger than|"
    r"bigger than|greater than|pass(?:es|ed)? (?:the|[a-z]+ (?:hundred|thousand|million|billion)|[0-9][0-9,.]*)|tops?|too (?:many|"
    r"large)|further profiles"
)
ENDS = phrase(
    r"comes? to an end|ends?|ended|ceases?|terminat(?:e|es|ed)|used up|laps(?:e|es|ed)|expires?|is (?:over|gone|lost|forfeited|void|"
    r"withdrawn|revoked)|forfeit(?:s|ed)?|no longer|must stop|stops?|falls? away|not (?:be )?(?:authori[sz]ed|entitled|permitted|"
    r"allowed) to (?:exercise|use)|(?:cannot|may not|can not|must not) (?:exercise|use|continue)|(?:must|shall|have to|has to|"
    r"need to) (?:first )?(?:request|obtain|ask for|apply for|get|buy) (?:an? |the )?(?:[a-z]+ )?(?:licen[cs]e|permission|"
    r"authori[sz]ation)|is exhausted|(?:is|are) extinguished|become[s]? void|is (?:thereby )?withdrawn|(?:shall|must) (?:at once |"
    r"immediately )?(?:stop|cease)|runs? out|automatically"
)
RIGHTS = phrase(
    r"licen[cs]es?|licen[cs]ed|rights?|permissions?|everything that section [0-9.]+ allows[a-z A-Z]*|what section|operation|use|grant|"
    r"you may|entitlements?|section [0-9.]+ allows|access"
)
GOES_ON = phrase(
    r"(?:carr(?:y|ies)|goes?|go) on|continues?|remains? (?:in force|unaffected)|(?:stays?|unaffected)|not (?:a |be (?:a |"
    r"regarded as )?)?breach|does not (?:end|bring|affect|terminate|limit|cause)|do not (?:cause|end|limit)|not (?:be )?(?:terminated|"
    r"suspended|ended|affected|limited)|no (?:back-charge|penalty|interruption|suspension)|keeps? (?:running|its rights)|still carries on"
)
CHARGED = phrase(
    r"(?:is|are|be|shall be|will be) (?:charged|invoiced|billed)|fees?|charges?|price[ds]?|supplementary|overage|true-?up|paid contract|"
    r"quote|additional (?:fees?|licen[cs]es?|seats)|unit price|upgrade|agree(?:s|d)?|surcharge|purchase (?:more|additional|further)|"
    r"buy (?:more|additional)"
)
AT_ONCE = phrase(
    r"at once|immediately|of itself|automatically|without (?:any )?(?:further )?(?:notice|warning|formality)|"
    r"without notice being required|at midnight|from that (?:moment|instant|day|point)|on the (?:same )?day (?:on which|that)?|"
    r"forthwith|instantly|there and then|that very day|by itself|no notice"
)
TIME_TO_AGREE = phrase(r"agree|negotiate|settle|arrange|talks?|discuss|terms|find|come to|reach|notice|grace|cure|reduce|bring")
THAT_NUMBER = phrase(r"(?:above|beyond|over|past|exceeds?|passes) (?:that|this|it|the) ?(?:figure|number|line|limit|mark|size|count)?")
TURNOVER = phrase(r"turnover|revenues?|sales|income")
RATE = phrase(
    r"(?:per|a|each|every) (?:second|minute|hour|day)|files? a day|requests per|tokens? (?:a|per) day|queue|bandwidth|throughput|"
    r"rate[- ]limit\w*|slow(?:s)? down|storage|(?:gb|tb)|log-?ins|liab\w+|damages|credits?|interest|insur\w+|outage|downtime|fault[s]?|"
    r"defects?|incidents?|majority|votes?|shares|more than half|"
    r"response|confidential|employ(?:s)?|personnel|invoice[sd]? (?:is|are) (?:more|over)|overdue|days late|per cent of the"
)
NOT_COUNTED = phrase(
    r"(?:do|does|shall|will) not (?:be )?(?:count(?:ed)?|included?|matter)|not (?:counted|included)|are (?:left out|disregarded|"
    r"excluded)|excluding|leaving out|(?:neither|nor) do(?:es)?|other than"
)
FOLLOWS = phrase(
    r"if (?:that|this|it) happens|in (?:that|this|such) (?:case|event)|then|meanwhile|if so|where this (?:is|happens)|thereupon|"
    r"once this happens"
)
NO_LIMIT = phrase(
    r"no (?:upper )?(?:limit|ceiling|cap)|unlimited|any number|however (?:many|great|large)|without limit|as many as (?:CUSTOMER|it|"
    r"they) (?:likes?|wish(?:es)?|needs?)|whatever the number"
)
OWN_PRODUCT = phrase(
    r"products? of CUSTOMER(?:'s)?|CUSTOMER's (?:own )?products?|function of the product|the product that|in which [a-z]+ itself|"
    r"(?:licensee|customer) products? (?:that|which)|that (?:calls?|uses?|runs? on) (?:a |an |the )?(?:release|model|weights|licensed)|"
    r"own product"
)
ANY_PRODUCT = phrase(
    r"whether or not [a-z ]{0,40}(?:anything to do|connection|uses?|related|contains)|(?:no|without) connection|(?:any|every|"
    r"at least one) (?:website|application|app|product|service)|irrespective of whether|regardless of whether|that have no connection|"
    r"all products and services|included"
)
COUNT_TERM = expression(
    r"\b(?:number of|natural persons?|people|persons|individuals?|users?|everyone|anyone)\b[^;\n]{0,120}?\b(?:month|days|week|year|"
    r"period|quarter)\b[^;\n]{0,160}?\b(?:us(?:e|es|ing)|visit\w*|sign\w*|access\w*|log\w*|served|reach\w*|makes? use|product|website|"
    r"app|service)\b|"
    r"\b(?:month|days|week|year|period|quarter)\b[^;\n]{0,160}?\b(?:us(?:e|es|ing)|visit\w*|sign\w*|access\w*|served|"
    r"makes? use)\b[^;\n]{0,60}\b(?:product|website|app|service|function|application)"
)
UP_TO = expression(
    r"\b(?:covers?|accommodates?|includes?|allows?|applies to)\b[^;\n]{0,60}?\b(?:up to|as many as|no more than|at most)\b|"
    r"\bline is drawn\b|\bassumes? the number\b|\bfor (?:small|middle)[a-z -]{0,40}users?\b|\bcalculated for the\b"
)
NUMBER = expression(rf"\b(?:(?P<w>{WORDS})(?: \((?P<f>{FIGURES})\))?|(?P<n>{FIGURES})(?: (?P<scale>thousand|million|billion))?)\b")
_SCALE = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
SMALLEST = 20  # fewer are steps or sections, not a size that a contract turns on


def read_volume_restriction(passage: Passage) -> Reading | None:
    """Read what follows when a number of users or units is passed; None for a mere rate or price list."""
    if passage.clause.kind in ("heading", "title"):
        return None
    if passage.clause.kind == "table_row":
        return _row(passage)
    for sentence in passage.sentences:
        if not sentence.has(EXCEEDS) or sentence.has(RATE) or not _counts(sentence, passage):
            continue
        follows = [each for each in passage.siblings if _near(passage, each) and each.has(FOLLOWS)]
        consequence = any(
            (each.has(ENDS) and each.has(RIGHTS)) or each.has(GOES_ON) or each.has(CHARGED)
            for where in (passage, *follows)
            for each in where.sentences
        )
        if not consequence or (sentence.has(phrase("shall not exceed (?:the )?(?:fees|amount|total)")) and not sentence.has(PEOPLE)):
            continue
        return passage.reading("volume_restriction", sentence, **_terms(passage))
    told = _defined(passage) or (size_limit(passage) if passage.clause.kind != "definition" else None)
    if isinstance(told, tuple):
        return passage.reading("volume_restriction", told[0], threshold=_threshold(passage), **told[1])
    return told


def _counts(sentence: Stretch, passage: Passage) -> bool:
    """Whether a sentence is about a number of users or units: by a word, or by a defined term that counts them or names the limit."""
    if sentence.has(PEOPLE) or (sentence.has(COUNTED) and sentence.has(LIMIT | phrase("licen[cs]e|number"))):
        return True
    if sentence.has(THAT_NUMBER) and passage.has(PEOPLE) and _threshold(passage) is not None:
        return True
    if sentence.has(COUNTED) and _threshold(sentence) is not None:
        return True
    for _, bodies in passage.paper.terms_in(sentence):
        if any(
            each.has(COUNT_TERM)
            or (each.has(UP_TO) and each.has(COUNTED))
            or (each.clause.kind == "table_row" and each.has(PEOPLE) and _threshold(each))
            for each in bodies
        ):
            return True
    return False


def _terms(passage: Passage) -> dict[str, Proof | None]:
    wide = (passage, *passage.definitions)
    ends = _ends(passage)
    threshold = next((proof for each in wide if (proof := _threshold(each)) is not None), None)
    return {
        "threshold": threshold,
        "ends_licence": ends,
        "counts_affiliates": _in_the_clause(passage, _affiliates(wide)),
        "own_product_only": _own_product(wide),
        "notice_days": _notice(passage, ends),
    }


def _in_the_clause(passage: Passage, proof: Proof | None) -> Proof | None:
    """A proof out of a definition, proved by the clause that uses the defined term: there counsel reads what it does."""
    if proof is None or passage.span.covers(proof.span):
        return proof
    used = next((term for term, bodies in passage.paper.terms_in(passage) if any(each.has(COUNT_TERM) for each in bodies)), None)
    return proof if used is None else used.sentences[0].proves(proof.value)


def _threshold(where: Stretch) -> Proof | None:
    """The number that goes with the users or units; a number of days, of money or of percent is none."""
    for amount in where.money if where.has(TURNOVER) else ():
        return where.place(amount).proves(amount.value)
    taken = [
        *(each.at for each in where.durations),
        *(each.at for each in where.money),
        *(each.at for each in where.percents),
        *(each.at for each in where.dates),
    ]
    for hit in where.hits(NUMBER):
        if any(each.overlaps(hit.at) for each in taken):
            continue
        value = _value(hit)
        if value is not None and value >= SMALLEST and _beside(where, hit):
            return hit.proves(value)
    return None


def _value(hit: Hit) -> float | None:
    words, figures = hit.groups.get("w"), hit.groups.get("n")
    if words is not None:
        return parse_words(words)
    return parse_figures(figures) * _SCALE.get(hit.groups.get("scale", ""), 1) if figures is not None else None


def _beside(where: Stretch, hit: Hit) -> bool:
    """Whether users or units stand within a few words of a number."""
    return any(
        -8 <= each.at.start - hit.at.end <= 30
        or 0 <= hit.at.start - each.at.end <= 12
        or (0 <= hit.at.start - each.at.end <= 45 and where.has(EXCEEDS))
        for each in where.hits(COUNTED)
    )


def _ends(passage: Passage) -> Proof | None:
    """True where the licence ends by itself, False where the rights are said to go on."""
    goes_on = next((each for each in passage.hits(GOES_ON) if not each.sentence.has(phrase("stays ended"))), None)
    for sentence in passage.sentences:
        ends = next((each for each in sentence.hits(ENDS) if not each.negated), None)
        if ends is not None and sentence.has(RIGHTS) and (sentence.has(EXCEEDS) or goes_on is None):
            return ends.proves(True)
    for neighbour in passage.siblings if goes_on is None else ():
        later = neighbour.find(GOES_ON)
        if later is not None and neighbour.has(RIGHTS) and _near(passage, neighbour):
            return later.proves(False)
    return goes_on.proves(False) if goes_on is not None else None


def _near(passage: Passage, neighbour: Passage) -> bool:
    """Whether a neighbour follows at once, or next but one."""
    return 0 < neighbour.at.start - passage.at.end < 700


def _affiliates(wide: tuple[Passage, ...]) -> Proof | None:
    """Whether users of affiliates count: False where they are left out in words."""
    for where in wide:
        for sentence in where.sentences:
            group = sentence.find(GROUP)
            if group is None or not sentence.has(COUNTED):
                continue
            left_out = sentence.find(NOT_COUNTED)
            if left_out is not None and not sentence.has(phrase("included|(?:no|without) connection")):
                return left_out.proves(False)
            if where.has(COUNT_TERM) or (where.has(COUNTED) and where.has(EXCEEDS)):
                return group.proves(True)
    circles = [each for each in wide if each.clause.kind == "definition" and each.has(GROUP) and not each.has(COUNT_TERM)]
    counted = any(each.has(COUNT_TERM) and _uses(each, circles) for each in wide)
    return circles[0].find(GROUP).proves(True) if circles and counted else None  # type: ignore[union-attr]


def _uses(where: Passage, meanings: list[Passage]) -> bool:
    return any(each in meanings for _, bodies in where.paper.terms_in(where) for each in bodies)


def _own_product(wide: tuple[Passage, ...]) -> Proof | None:
    for where in wide:
        if where.has(COUNTED) and (anything := where.find(ANY_PRODUCT)) is not None and where.has(COUNT_TERM):
            return anything.proves(False)
        if where.has(COUNTED) and (own := where.find(OWN_PRODUCT)) is not None:
            return own.proves(True)
    return None


def _notice(passage: Passage, ends: Proof | None) -> Proof | None:
    """Time to agree after the number is passed, in days; 0 where the end comes at once."""
    for sentence in passage.sentences:
        days = [each for each in sentence.durations if each.unit in ("day", "week", "month") and each.days >= 5]
        if (
            days
            and sentence.has(TIME_TO_AGREE)
            and (sentence.has(phrase("agree|negotiate|settle|terms|grace|reduce|bring")) or (ends is not None and ends.value is True))
        ):
            longest = max(days, key=lambda each: each.days)
            if not sentence.has(phrase("consecutive")) or len(days) > 1:
                return sentence.place(longest).proves(longest.days)
    if ends is not None and ends.value is True and (once := passage.find(AT_ONCE)) is not None:
        return once.proves(0)
    return None


def _defined(passage: Passage) -> Reading | None:
    """The definition of who is counted, the sentence that draws the line, and what goes on past it."""
    for sentence in passage.sentences:
        if (sentence.has(RATE) and not sentence.has(phrase("more than half"))) or sentence.has(NO_LIMIT):
            continue
        if passage.clause.kind == "definition" and sentence.has(COUNT_TERM) and sentence.has(PEOPLE):
            return passage.reading(
                "volume_restriction",
                sentence,
                counts_affiliates=_affiliates((passage, *passage.definitions)),
                own_product_only=_own_product((passage,)),
            )
        if sentence.has(UP_TO) and (
            (sentence.has(COUNTED) and sentence.has(LIMIT)) or (_counts(sentence, passage) and sentence.has(LIMIT))
        ):
            return passage.reading("volume_restriction", sentence)
        if (
            sentence.has(GOES_ON)
            and sentence.has(RIGHTS)
            and passage.has(FOLLOWS | phrase("excess"))
            and any(_counts(each, each) and each.has(EXCEEDS) and each.has(CHARGED) for each in passage.siblings)
        ):
            return passage.reading("volume_restriction", sentence, ends_licence=_ends(passage))
    return None


def _row(passage: Passage) -> Reading | None:
    """A row that gives the number of users."""
    threshold = _threshold(passage)
    if threshold is None or not passage.has(PEOPLE | phrase("seats?")) or passage.has(RATE) or passage.money:
        return None
    hit = next(each for each in passage.sentences if each.span.start <= threshold.span.start < each.span.end)
    return passage.reading("volume_restriction", hit, threshold=threshold)


RULE = Rule(
    "volume_restriction",
    read_volume_restriction,
    examples=(
        fires(
            "If more than 700 million monthly active users use the products of Customer or its affiliates, the licence ends "
            "automatically at once.",
            threshold=700_000_000, counts_affiliates=True, ends_licence=True, notice_days=0,
        ),
        fires(
            "If the number of users exceeds two million (2,000,000), the parties have ninety days to agree on a fee. The licence "
            "continues meanwhile.",
            threshold=2_000_000, ends_licence=False, notice_days=90,
        ),
        fires("If the number of profiles held exceeds the stated number by more than 5%, the further profiles are charged at the unit "
            "price; the licence is not affected.", ends_licence=False),
        near_miss("The server answers up to forty requests per second for each account; requests beyond that rate wait in a queue."),
        near_miss("Vendor's total liability shall not exceed the fees paid."),
        near_miss("The licence has no upper limit on the number of users."),
        near_miss("Vendor employs more than one hundred people in its support team."),
    ),
)  # fmt: skip
