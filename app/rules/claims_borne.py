"""Who bears the claims of outsiders, where no usual word of indemnity says so.

A statement holds four things in any order: trouble (a claim, a suit, a loss), who bears it (fights, pays, makes good, stands in), for
whom, and what it is about. Read by `indemnity` from passages in which its own words find nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.domain.reading import Proof, Reading
from app.rules.indemnity_scope import fault_covered, procedure
from app.rules.indemnity_triggers import INFRINGE, excluded_triggers, triggers
from app.rules.reading.deontic import NOT_OWED, WAIVED
from app.rules.reading.passage import Passage, Sentence, Stretch
from app.rules.reading.pattern import expression, phrase

TROUBLE = expression(
    r"\b(?:claims?|claimed|claimants?|suits?|lawsuits?|sues?|sued|suing|actions?(?: at law)?|proceedings?|proceeds against|litigations?|litigates?|quarrels?|disputes?|"
    r"demands?|court|tribunal|complaints?|complains?|complainants?|accus(?:es?|ed|ations?)|alleg(?:es?|ed|ations?|ing)|grievances?|attacks?|challenges?|"
    r"judge?ments?|awards?|verdicts?|settlements?|goes after|go after|comes after|come after|come for|threatens?|objects?|asserts?|contests?|says? (?:that )?(?:the|it|its|CUSTOMER|VENDOR)|said to|"
    r"infring[a-z]+|third[- ]part(?:y|ies)|outsiders?|strangers?|any (?:other )?person|anyone|anybody|someone|somebody|whoever|rights? holders?|right-?owners?|"
    r"owners? of (?:an? |the )?(?:patents?|copyrights?|rights?|works?)|titles?|adverse|interlopers?|trouble|patent trolls?|trespass(?:es)? on)\b"
)
OUTSIDER = expression(
    r"\b(?:third[- ]part(?:y|ies)|third persons?|outsiders?|outside (?:part(?:y|ies)|claims?|person)|strangers?|any (?:other )?person|anyone(?: else)?|anybody(?: else)?|someone(?: else)?|"
    r"somebody(?: else)?|whoever|whosoever|others|people|individuals?|patients?|data subjects?|end users?|authorit(?:y|ies)|regulators?|private persons?|owners?|holders?|"
    r"right-?holders?|patentees?|claimants?|plaintiffs?|sued|sues|takes? [A-Za-z]+ to court|infring[a-z]+|patents?|copyrights?)\b"
)
BEARS = expression(
    r"\b(?:bears?|borne|bearing|carr(?:y|ies|ied)|shoulders?|shouldered|absorbs?|absorbed|foots?|picks? up|takes? (?:over|on|up|care|charge|responsibility|the (?:case|stand|"
    r"field|matter|claim|brunt))|fights?|fund(?:s|ed)?|pay(?:s|ing|master)?|paid|cover(?:s|ed)?|satisf(?:y|ies)|discharges?|settles?|meets?|mak(?:e|es|ing) (?:[A-Za-z']+ ){0,4}?(?:good|whole)|"
    r"made (?:good|whole)|refund(?:s|ed)?|reimburs(?:e|es|ed|ement)|recompens(?:e|es|ed)|repa(?:y|ys|id)|(?:puts?|put) (?:[A-Za-z]+ ){0,3}?(?:back )?(?:in funds|right)|"
    r"stand(?:s)? (?:good|in|up|surety|behind|between|by)|step(?:s)? in|(?:sav(?:e|es)|keep(?:s)?|hold(?:s)?)(?: and (?:save|keep|hold))? (?:[A-Za-z']+ ){0,6}?(?:whole|safe|harmless|clear|free|unharmed|"
    r"scatheless|indemnified|out of (?:it|pocket)|from (?:all|any|every))|defend(?:s|ed)?|defen[cs]e|indemnif(?:y|ies|ied)|indemnit(?:y|ies)|hold(?:s)? harmless|answers? for|answerable|"
    r"responsib(?:le|ility)|handle(?:s|d)?|deals? with|looks? after|sees? (?:to|off)|resist(?:s|ed)?|warrant(?:s|y) against|vouche[ds]|vouched to|insure(?:s|d)?|protect(?:s|ed|ion)?|"
    r"shield(?:s|ed)?|guard(?:s|ed)?|compensat(?:e|es|ed|ion)|draw (?:up)?on|bills?|recovers? from|on (?:its|CUSTOMER's|VENDOR's) (?:account|shoulders|bill|tab|head|dime|nickel)|"
    r"at (?:its|CUSTOMER's|VENDOR's) (?:own )?(?:cost|expense|charge)|in (?:[A-Za-z]+'s|its) (?:stead|place)|tak(?:e|es|ing) (?:the )?(?:fall|heat|hit)|liab(?:le|ility)|owes?|cost(?:s)? (?:CUSTOMER|VENDOR)|"
    r"insurer|guarantor|backstops?|out of pocket)\b"
)
# The bearer takes what falls on the other side.
FOR_VENDOR = expression(
    r"\b(?:makes? (?:good|up) to|made good to|good to|refunds?(?: to)?|reimburses?|recompenses?|repays?|pays? (?:back )?(?:to )?|indemnif(?:y|ies)|saves?(?: and keep)?|keeps?|holds?|covers?|defends?|protects?|"
    r"shields?|compensates?|makes?|made|make|towards?|against|for|to|behalf of|place of|costs?|cost of|bring(?:s)? (?:on|up)on|stands? (?:good |surety )?(?:for|to|towards)|proceeds against|sues?) "
    r"(?:all of )?VENDOR(?:'s)?\b|"
    r"\bVENDOR(?:'s)? (?:[a-z]+ ){0,3}?(?:loss(?:es)?|costs?|damages?|bills?|outlay|expenses?|has to (?:pay|bear|forgo)|pays|incurs|suffers|sustains|is sued|is made to|be sued|liability|estate)\b|"
    r"\bVENDOR (?:itself )?(?:whole|harmless|safe|free|clear|indemnified|in funds)\b"
)
FOR_CUSTOMER = expression(r"\b(?:CUSTOMER(?:'s)?|OTHER|EITHER)\b")
ALONE = expression(
    r"\b(?:for|on|upon|with|to) CUSTOMER (?:alone|itself|only|to (?:fight|pay|fund|settle|bear|defend|deal|handle|sort|resolve|answer|resist|see|meet|carry|face|take))|"
    r"CUSTOMER's (?:own |sole |alone )*(?:affair|concern|business|problem|matter|headache|risk|look-?out|trouble|fight|bill|to (?:fight|bear|settle|pay|handle|resolve))|"
    r"\b(?:between|among) CUSTOMER and (?:them|the|that|those|whoever)|CUSTOMER (?:alone|itself|by itself|on its own) (?:bears?|fights?|faces?|answers?|deals?|carries|handles?|pays?|settles?|"
    r"defends?|resists?|meets?)|CUSTOMER (?:shall |will |must )?(?:bears?|carries|runs?|takes?|assumes?|accepts?) (?:the |all |any |every |this )?(?:[a-z]+ )?(?:risk|chance|peril|danger|hazard)|"
    r"CUSTOMER (?:shall |will |must )?(?:takes?|accepts?|has|gets?|receives?) [a-zA-Z ,]{1,60}? (?:subject to|with) (?:whatever|any|all|every|such)|at CUSTOMER's (?:own )?(?:risk|peril)|"
    r"CUSTOMER (?:is|are|stands?|be) (?:alone|on its own|by itself)|(?:lies|falls|rests|is|stays|remains) (?:[a-z]+ )?(?:on|with|upon) CUSTOMER\b"
)
BARRED = expression(
    r"\b(?:not|no|never|nor|neither|nobody|nothing|none|cannot|[a-z]+n't|without|declin(?:e|es|ed|ing)|refus(?:e|es|ed)|disclaim[a-z]*|excluded?s?|waives?|waived|outside|beyond|free of|exempt|"
    r"releases?|released|absolved|relieved|excused|does not operate|keeps? out|stays? out|stands? aside|washes its hands|unavailable|not available)\b"
)
ANY_WAY = expression(
    r"\b(?:account|enjoyment|being on|use|using|dealings?|anything|everything|whatever|whatsoever|howsoever|however|in connection|connected|to do with|relat(?:es?|ed|ing)|goes back|each and every|"
    r"every claim|any claim|all claims|all actions|about the|about it|over (?:them|it|the|a|an)|builds? with|all that|arising|arises?|stems?|follows?|downstream|end users do|comes? of|flows?|regarding)\b"
)
EVEN_ITS_FAULT = expression(
    r"\b(?:whose(?:ver)? (?:mistake|fault|error|doing)|whoever (?:is|was|be) (?:at fault|to blame|responsible)|VENDOR(?:'s)? (?:own )?(?:errors?|faults?|mistakes?|negligence|carelessness|defaults?|slips?|"
    r"blunders?|breach(?:es)?|acts?)(?: or [a-z]+)? (?:not excepted|included|notwithstanding|too|as well|no bar|not excluded|no exception|being no)|(?:the )?(?:default|fault|negligence|carelessness|neglect|act|error) of VENDOR "
    r"(?:[a-z]+ )?(?:notwithstanding|included|not excepted)|(?:even|though|although|albeit|whether or not|no matter (?:that|if|whether)|regardless)[a-zA-Z ,]{0,40} (?:VENDOR|it) (?:[a-z]+ ){0,3}?(?:be|is|was|were|had|has)? ?(?:to blame|"
    r"at fault|careless|negligent|caused|contributed|in the wrong|responsible|the cause|erred|wrong)|VENDOR's (?:own )?(?:fault|negligence|errors?|mistakes?|blame) (?:included|not excepted)|(?:including|included) [a-z ]{0,20}VENDOR's own|"
    r"without regard to (?:fault|blame|cause)|irrespective of (?:fault|blame|cause)|regardless of (?:fault|blame|cause|who)|blame (?:is )?immaterial|no matter (?:who|whose|what))\b"
)
UNLIMITED = expression(
    r"\b(?:uncapped|unlimited|without (?:any )?(?:upper )?(?:ceiling|limit|cap|bound|maximum|end)|no (?:upper )?(?:limit|ceiling|cap|maximum|bound)|however (?:much|large|high|great)|whatever (?:the )?(?:amount|sum|cost|it comes to)|"
    r"to any (?:amount|extent|height)|in whatever amount|limitless|boundless|to the (?:last|full)|entire financial outcome|in full)\b"
)
FIRST_PARTY = expression(
    r"\b(?:(?:loss|damage|cost)(?:es|s)? of VENDOR|VENDOR's (?:own )?(?:loss|damage|profit|cost|expense|outlay)|VENDOR (?:loses?|lost|forgoes?|has to (?:pay or )?forgo|itself|suffers?|is out of pocket|goes without)|own,? profits?|"
    r"profits? included|forgo|fines included|first[- ]party|anything VENDOR lose|lost profits?|whether or not anyone|all loss(?:es)?)\b"
)
OTHER_THAN = phrase(
    r"(?:may|can|might) (?:bring|make|raise|assert|pursue|answer|contest|sue|file|start|commence)|seeking|relying (?:up)?on|defends? (?:its|their) (?:own )?(?:[a-z]+ )?(?:marks?|trade ?marks?|propert(?:y|ies)|brands?|rights|names?)|"
    r"insurance|polic(?:y|ies)|invoice[sd]?|fees? (?:is|are|fall|become)|taxes?|tickets?|by-laws|officers?|travel|renewal|uptime|service credits?|passwords?|export|statute of|prices?|"
    r"no claim for money|asks nothing|sues? VENDOR|decides whether|infringing VENDOR's|lowest|discount|interest|consequential|indirect|aggregate|exceed|cap on|limited to|limit of|"
    r"interim relief|injunctive|confidential information|clients?' information|limits? (?:does|do|shall|is|are|in|on)|(?:liability|liable) (?:under|of|without limit)|section [0-9.]+ (?:shall|does|do) not|"
    r"limitation[s]? of liability|further liable|audit(?:s|ed|ors?)?|termination|deletes?|assign(?:s|ed|ment)?|own(?:s|ed)? all|title to|licen[cs]e(?:s|d)? (?:to|granted)|incident|breach notification|back-?ups?|restor[a-z]+|defects? in|warrant(?:s|ed)? that"
)
_POSSESSED = phrase(r"VENDOR|CUSTOMER|EITHER|NEITHER|nobody|no one")


@dataclass(frozen=True)
class Burden:
    """A sentence that says who bears outsiders' claims: `by`, for the other side; or that the vendor doesn't (`refused`)."""

    sentence: Sentence
    by: str
    refused: bool


def read_burdens(passage: Passage, given: frozenset[str]) -> Iterator[Reading]:
    """The readings of type indemnity that a passage gives in words of its own. `given`: the sides that indemnify in usual words
    somewhere in the contract; for these, only a further burden on the customer is worth reading."""
    if passage.clause.kind in ("title", "heading", "definition", "recital", "parties", "signature") or passage.is_title:
        return
    burdens = (
        list(_row(passage))
        if passage.clause.kind == "table_row"
        else [b for s in passage.sentences if (b := _burden(passage, s)) is not None]
    )
    if not burdens and (left_out := _exclusion(passage)) is not None:
        yield left_out
    seen: set[str] = set()
    for burden in burdens:
        if burden.by in seen or (burden.by in given and burden.by != "customer"):
            continue
        seen.add(burden.by)
        yield _refusal(passage, burden) if burden.refused else _given(passage, burden)


def _exclusion(passage: Passage) -> Reading | None:
    """A clause under a heading of claims that takes matters out of an indemnity which stands elsewhere."""
    if not passage.titled("claim", "indemn", "infring", "exclusion", "not covered", "harmless"):
        return None
    for sentence in passage.sentences:
        if sentence.has(_TAKES_OUT) and (names := excluded_triggers(passage, (passage,))) is not None:
            return passage.reading("indemnity", sentence, by=sentence.proves("vendor"), excludes=names)
    return None


_TAKES_OUT = expression(
    r"\b(?:(?:does|do|shall|will|is|are) not (?:[a-z]+ ){0,2}?(?:operate|apply|extend|cover|reach|include|hold|available|concern|run|stretch|count)|(?:is|are) (?:excluded|left out|outside|exempt|carved out)|"
    r"excludes?|leaves? out|not covered|no (?:cover|indemnity|protection|defen[cs]e))\b"
)
_CHARGED = expression(
    r"\b(?:bills?|charges?|debits?|invoices?|recovers? (?:it |them )?from|recoups? (?:it |them )?from|deducts? from|collects? from|turns? to|looks? to|falls? back on|claims? from) (?:the )?CUSTOMER(?:'s)?\b[^;\n]{0,90}\b(?:VENDOR|it) (?:[a-z]+ ){0,2}?"
    r"(?:pays?|has to|loses?|suffers?|incurs?|spends?|bears?|forgoes?|must|had to)\b"
)


def _burden(passage: Passage, sentence: Sentence) -> Burden | None:
    if sentence.has(OTHER_THAN):
        return None
    if sentence.has(_CHARGED) and sentence.has(ANY_WAY):
        return Burden(sentence, "customer", False)
    if sentence.has(BEARS, FOR_VENDOR, UNLIMITED) and _bearer(sentence) == "customer":
        return Burden(sentence, "customer", False)
    if not sentence.has(TROUBLE):
        return None
    if sentence.has(_NOBODY) and sentence.has(_INDEMNITY):
        return Burden(sentence, "either", True)
    if sentence.has(ALONE) and (sentence.has(INFRINGE) or sentence.has(OUTSIDER)) and not sentence.has(FOR_VENDOR):
        return Burden(sentence, "vendor", True)
    if not sentence.has(BEARS):
        return None
    by = _bearer(sentence)
    if by == "vendor":
        if (
            sentence.has(OUTSIDER)
            or sentence.has(INFRINGE)
            or excluded_triggers(passage, (sentence,)) is not None
            or passage.titled("claim", "infring", "rights", "ip", "indemn", "harmless")
        ):
            denied = any(hit.negated for hit in sentence.hits(BEARS) if (hit.actor or "vendor") == "vendor") or (
                bool(sentence.hits(NOT_OWED, WAIVED)) and sentence.has(BARRED)
            )
            return Burden(sentence, "vendor", denied)
        return None
    if by == "customer" and (sentence.has(FOR_VENDOR) or sentence.has(EVEN_ITS_FAULT)):
        return Burden(sentence, "customer", False)
    if by == "either" and sentence.has(_EACH_OTHER):
        return Burden(sentence, "either", False)
    return None


_NOBODY = phrase(r"nobody|no one|NEITHER|none of (?:us|them|the)")
_INDEMNITY = phrase(r"indemnit(?:y|ies)|indemnif(?:y|ies)|defen[cs]e|defend")
_EACH_OTHER = phrase(r"OTHER|one another|each other|EITHER")


def _bearer(sentence: Sentence) -> str | None:
    """Who bears: the actor of the first word for it that isn't denied, else of any."""
    hits = sentence.hits(BEARS)
    for hit in (*[h for h in hits if not h.negated], *hits):
        actor = hit.actor
        if actor in ("vendor", "customer"):
            return actor
        if actor in ("either", "neither"):
            return "either"
    if sentence.has(BARRED) and "VENDOR" in sentence.words:
        return "vendor"
    return None


def _given(passage: Passage, burden: Burden) -> Reading:
    sentence, by = burden.sentence, burden.by
    parts: tuple[Stretch, ...] = (passage,)
    found = triggers(passage, by, parts, sentence)
    if found is None and passage.clause.kind == "table_row":
        found = triggers(passage, by, rows_beside(passage), sentence)
    if found is None and (fault_of := sentence.find(_FAULT)) is not None:
        found = fault_of.proves(("breach",) if "breach" in fault_of.words else ("negligence",))
    names = found.value if found is not None and isinstance(found.value, tuple) else ()
    if by == "customer" and "any_use" not in names and not set(names) & {"customer_data", "unlawful_use"} and sentence.has(ANY_WAY):
        found = sentence.proves((*names, "any_use"))
    fault = (
        next((hit.proves(True) for line in passage.sentences if (hit := line.find(EVEN_ITS_FAULT)) is not None), None)
        if by == "customer"
        else None
    )
    own = next((hit.proves(False) for line in passage.sentences if (hit := line.find(FIRST_PARTY)) is not None and not hit.negated), None)
    third = sentence.find(OUTSIDER)
    unlimited = sentence.find(UNLIMITED)
    return passage.reading(
        "indemnity",
        sentence,
        by=sentence.proves(by),
        for_whom=sentence.proves({"vendor": "customer", "customer": "vendor", "either": "either"}[by]),
        triggers=found,
        third_party_claims_only=(own if by == "customer" else None) or (third.proves(True) if third is not None else None),
        covers_indemnitee_fault=fault or fault_covered(by, parts, passage.siblings),
        procedure=procedure(by, (passage,)),
        capped=unlimited.proves(False) if unlimited is not None else None,
    )


_FAULT = expression(r"\b(?:negligen(?:ce|t)|breach(?:es)?|careless(?:ness)?|faults?|misconduct|defaults?|wrongdoing)\b")


def widened(by: str, parts: Sequence[Stretch], found: Proof | None) -> tuple[Proof | None, Proof | None]:
    """For an indemnity in usual words: its triggers, any use too where a wide word says so, and whether the vendor's fault is covered."""
    if by != "customer":
        return found, None
    lines = [line for part in parts for line in part.sentences]
    fault = next((hit.proves(True) for line in lines if (hit := line.find(EVEN_ITS_FAULT)) is not None), None)
    if found is None and (wide := next((hit for line in lines if (hit := line.find(_WIDE)) is not None), None)) is not None:
        found = wide.proves(("any_use",))
    return found, fault


_WIDE = expression(
    r"\b(?:anything|everything|whatever|any (?:claim|loss|matter)|all (?:claims|loss(?:es)?|that))\b[^;\n]{0,80}\b(?:to do with|connected|in connection|relat(?:es?|ed|ing) to|about|over|around|touching|concerning)\b"
)


def rows_beside(passage: Passage) -> tuple[Passage, ...]:
    """The rows of the table that a row stands in, itself included; the first is its head."""
    tables: dict[int, tuple[Passage, ...]] = passage.view.remembered(_TABLES, lambda _: _tables(passage.paper.all))
    return tables.get(passage.at.start, (passage,))


_TABLES = object()


def _tables(passages: Sequence[Passage]) -> dict[int, tuple[Passage, ...]]:
    """The runs of table rows, by where each row starts."""
    found: dict[int, tuple[Passage, ...]] = {}
    run: list[Passage] = []
    for each in (*passages, None):
        if each is not None and each.clause.kind == "table_row":
            run.append(each)
            continue
        for row in run:
            found[row.at.start] = tuple(run)
        run = []
    return found


def _refusal(passage: Passage, burden: Burden) -> Reading:
    sentence = burden.sentence
    if burden.by == "either":
        return passage.reading(
            "indemnity", sentence, by=sentence.proves("either"), refused=sentence.proves(True), triggers=sentence.proves(())
        )
    return passage.reading(
        "indemnity",
        sentence,
        by=sentence.proves("vendor"),
        refused=sentence.proves(True),
        triggers=sentence.proves(()),
        excludes=excluded_triggers(passage, (passage,)),
    )


_CLAIM_ROW = expression(
    r"\b(?:claims?|suits?|infring[a-z]+|indemni[a-z]+|third[- ]party|make[sd]? [A-Za-z]+ whole|proceedings|disputes?|actions?|harmless|copies|taken without right|ip)\b"
)


def _row(passage: Passage) -> Iterator[Burden]:
    """A row of a table: what kind of claim in its first cell (or by the table's head), who bears it in another."""
    cells = passage.sentences
    if len(cells) < 2 or passage.has(OTHER_THAN):
        return
    head = rows_beside(passage)[0]
    about = (
        cells[0].has(_CLAIM_ROW)
        or head.sentences[0].has(_CLAIM_ROW)
        or any(cell.has(_CLAIM_ROW) for cell in head.sentences[1:])
        or passage.titled("claim", "indemn")
    )
    if not about:
        return
    if (own := cells[0].find(_DUTY_OF)) is not None:
        by = own.groups["role"].lower()
        yield Burden(cells[0], by, False)
        return
    for cell in cells[1:]:
        role = cell.find(_FIRST_ROLE)
        if role is None:
            continue
        by = role.groups["role"].lower()
        if by == "customer" and not cell.has(FOR_VENDOR):
            yield Burden(cells[0], "vendor", True)
        elif by in ("customer", "vendor") and not (by == "vendor" and cell.has(BARRED)):
            yield Burden(cells[0], by, False)
        elif by == "vendor":
            yield Burden(cells[0], "vendor", True)
        return


_DUTY_OF = expression(r"\b(?P<role>CUSTOMER|VENDOR)'s? (?:[a-z]+ )?(?:duty|obligation|indemnity|undertaking|promise|covenant)\b")
_FIRST_ROLE = expression(r"\b(?P<role>CUSTOMER|VENDOR)\b")
