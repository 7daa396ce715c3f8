"""The frame of the paper: title, parties, dates, first term, whole agreement, rank of its parts, force majeure, rights of others.

These readings carry no terms: they label clauses, and dates and durations are read from them elsewhere.
"""

from __future__ import annotations

from app.domain.reading import Reading
from app.rules.reading.passage import Passage, Sentence
from app.rules.reading.pattern import Pattern, expression, phrase
from app.rules.rule import Rule, fires, near_miss

# Titles, parties and the date of signing stand at the head: within so many passages, or in the signature block.
HEAD = 40

PAPER_NAME = phrase(
    r"agreements?|contracts?|licen[cs]es?|terms(?: (?:of|and) [a-z ]+)?|nda|deed|undertaking|order form|addendum|"
    r"amendment(?: no\.? ?[0-9]+)?|memorandum of understanding|letter of intent|statement of work|framework|conditions"
)
THIS_PAPER = expression(r"^(?:\(?[a-z0-9.]+\)? )?this (?:[a-z&/,-]+ ){0,9}(?:agreement|contract|licen[cs]e|deed|amendment|addendum)\b")
PAPER = phrase(
    r"this (?:[a-z-]+ ){0,5}(?:agreement|contract|licen[cs]e|deed|nda|order|framework|amendment)|(?:the|our) (?:agreement|contract|"
    r"licen[cs]e)|it|these terms|agreement|contract"
)

SIGNED_ON = phrase(
    r"dated(?: as of)?|sign(?:ed|ing|ature)|made(?: and entered into)?(?: as of| on| this)?|entered into(?: as of| on)?|executed|"
    r"concluded on|agreed on|date of (?:this )?(?:agreement|signature|signing|contract)|agreement date|as of"
)
TAKES_EFFECT = phrase(
    r"effective (?:date|as of|from|on|upon|when)|commencement date|start date|(?:takes?|took|shall take|comes?|came|enters?|"
    r"goes?) (?:into )?(?:effect|force)|(?:commences?|starts?|begins?|is effective|becomes effective|shall (?:commence|begin|start)|"
    r"will (?:commence|begin|start))(?: to apply)?|applies from|starts to apply|in force from|valid from|go-?live date|service start|"
    r"subscription start"
)
CONTINUES = phrase(
    r"(?:continues?|runs|lasts?|remains? in (?:force|effect)|stays? in force|is (?:concluded|made) for|endures?|covers (?:the|an?)|ends|"
    r"expires|shall (?:continue|remain|run|last|end|expire|terminate)|will (?:continue|remain|run|last|end|expire|terminate)|is (?:fixed|"
    r"valid)|has a (?:fixed )?(?:term|duration)|comes? to an end|terminates)(?:,? [a-z,]+){0,8}? ?"
    r"(?:for|until|on|till|through|at the end|at the close|after|when|[a-z]+ period|from)"
)
TERM_ROW = phrase(
    r"(?:initial|minimum|contract|subscription|commitment|fixed|engagement|first|license|licence|agreement|order)[ -](?:subscription |"
    r"commitment )?(?:term|period|duration)|expir(?:y|ation) date|end date|order end date|how long(?: it lasts)?|term|duration|"
    r"term of (?:the |this )?(?:agreement|contract|order)"
)
NOT_AGREEMENT_TERM = phrase(
    r"confidential(?:ity)?|secrecy|duty|duties|obligations?|warranty|warrants|restraint|insurance|notice|credit|token|key|session|"
    r"back-?ups?|logs?|patent|suspension|force majeure|event|trial|archiv|surviv|statute|audit|seat|personnel|solicit|invoice|offer|"
    r"claims?"
)

WHOLE = phrase(
    r"(?:entire|whole|complete|sole|full|exclusive|total) (?:and (?:exclusive|complete|only|entire|final) )?(?:agreement|understanding|"
    r"contract|deal|statement|bargain|arrangement)|(?:is|are|sets? out|contains?|states?|records?|embod(?:y|ies)|comprises?|constitutes?|"
    r"represents?) (?:the (?:whole|entire|complete)|all(?: that)?(?: the)?|everything(?: that)?)[a-zA-Z' ,]{0,40}(?:agree(?:d|ments?)?|"
    r"understanding|terms|promises|bargain|deal)|"
    r"supersedes? (?:and replaces? )?(?:all|any|every|each|earlier|prior|previous|what)|replaces? (?:all|any|every|earlier|prior|"
    r"previous|what)[a-zA-Z ]{0,40}(?:agree|understanding|proposal|negotiation|discussion|arrangement)[a-z]*|(?:no|"
    r"not) (?:oral )?(?:side|collateral|ancillary|verbal) (?:agreements?|arrangements?|promises)|"
    r"the whole of (?:what|the|our)[a-zA-Z' ]{0,40}(?:agreed|agreement|understanding|bargain)|nothing (?:else )?(?:said|written|"
    r"agreed) (?:before|elsewhere|outside)[a-z ]{0,40}|(?:side|oral) agreements (?:do not exist|have not been made)|merges? all|"
    r"replaces (?:what|everything)(?: that)?[a-zA-Z ]{0,30} (?:said|wrote|written|agreed)|whole of EITHER's understanding"
)
RANKS = phrase(
    r"order of (?:precedence|priority|rank|preference)|take(?:s|n)? (?:precedence|priority)|prevails?|rank(?:s|ed|ing)?|displac(?:es?|"
    r"ing)|(?:comes?|goes|counts?) first|(?:is|are) (?:to be followed|the one that counts)|has priority|have priority|governs?|controls?|"
    r"overrides?|supersedes?|shall (?:prevail|govern|control|rank|override)|will (?:prevail|govern|control|override)|wins?|trumps?|"
    r"gives? way|yields?|precedence|in the following order"
)
CONFLICT = phrase(
    r"conflicts?|contradict(?:s|ion|ions|ory)?|inconsisten(?:t|cy|cies)|discrepanc(?:y|ies)|differ(?:s|ent|ences?)?|disagree(?:s|ment)?|"
    r"ambiguit(?:y|ies)|clash(?:es)?|say different|diverge(?:s|nce)?|at odds|collide|order of precedence|variance|deviat(?:e|es|ion)|"
    r"depart(?:s)? from|prevails? over|rank(?:s)? (?:above|before|over)|read together"
)
PARTS = phrase(
    r"order forms?|schedules?|exhibits?|annex(?:es)?|appendi(?:x|ces)|attachments?|statements? of work|sows?|main (?:part|body)|"
    r"articles?|clauses|sections|terms|parts?|documents?|addend(?:um|a)|dpa|data processing (?:agreement|addendum)|instruments|"
    r"data sheet|charter|policies|standards|provisions|orders?|conditions"
)
OUR_FORMS = phrase(
    r"(?:general|standard)? ?(?:terms|conditions) (?:of|and conditions of) (?:business|purchase|trade|sale|"
    r"delivery)[a-zA-Z ,]{0,60}(?:do not apply|have no application|no application|excluded|not apply|no effect)|general (?:terms|"
    r"conditions)[a-zA-Z, ]{0,60}(?:do not apply|have no application|no application)"
)
NOT_RANK = phrase(
    r"choice of law|conflicts? of (?:laws?|interests?)|conflict rules|(?:words and|both in) (?:in )?figures|in figures|governed by|"
    r"translation|language version|english (?:text|version)|between the parties as|purchase orders? (?:issued|sent)"
)

BEYOND = phrase(
    r"force majeure|acts? of god|(?:beyond|outside|not within|out of|exceeds?) (?:the |its |their |a party's |that party's |EITHER's |"
    r"VENDOR's |such party's |anyone's |OTHER's |one's )?(?:reasonable )?(?:control|influence|power|sphere)|(?:can|"
    r"could) neither foresee nor (?:avert|prevent|avoid)|(?:could|can|nobody could|no one could)(?: not)?(?: have)? (?:foreseen?|"
    r"prevent(?:ed)?|avoid(?:ed)?|avert(?:ed)?) (?:or|nor|and|and not) (?:prevent|avoid|avert|overcome|foresee)[a-z]*|(?:un|"
    r"not )foresee(?:n|able)?[a-z ,]{0,40}(?:avert|prevent|avoid|unavoidable)|(?:flood|war|earthquake|strike|epidemic|pandemic|"
    r"natural disaster)s?(?:,| or)|"
    r"unforeseeable|unavoidable event|events? (?:that|which) (?:nobody|no one|it|neither)[a-z ]{0,30}(?:control|prevent|foresee)|"
    r"higher power|hindrances?"
)
EXCUSED = phrase(
    r"(?:not|neither|nobody|no party|NEITHER|no)[a-zA-Z' ]{0,60}(?:liable|in breach|in default|responsible|answerable|at fault|answers?|"
    r"answer)|(?:releas|excus|reliev|suspend|exempt|exonerat|discharg)[a-z]*|for as long as|while they last|performance (?:is|"
    r"shall be) (?:suspended|extended)|deadlines? (?:are|is|move|extend)[a-z]*|extends?|NEITHER[a-z ]{0,30}(?:liable|breach|default|"
    r"answers?|responsible)|delay(?:s|ed)?"
)
NOT_FORCE = phrase(
    r"(?:uptime|availability) (?:percentage|calculation)|excluded minutes|credits? (?:is|are) not|service level|indemnif|"
    r"liability (?:cap|shall not exceed)"
)
OTHERS = phrase(
    r"third[- ]part(?:y|ies)(?: beneficiar(?:y|ies))?|(?:person|anyone|anybody|one|party|nobody|entity|somebody|people|others?|"
    r"strangers?|body) (?:who|that|which|other than|else|outside|except|but|apart from|besides|beyond)[a-z ]*|nobody (?:except|else|but|"
    r"other|outside|apart)|no one (?:other|else|but|except|besides)|non-?part(?:y|ies)|contributors|rights of third parties|outsiders?|"
    r"nobody|only (?:the (?:two )?parties|EITHER)"
)
GETS_RIGHTS = phrase(
    r"(?:right|rights|benefit|benefits|remedy|claim|claims)(?: [a-z]+){0,6}? (?:under|from|to enforce|by|out of|in|upon|on)|enforce(?:s|"
    r"d|able|ment)?|gets? rights|beneficiar(?:y|ies)|(?:confer|creat|giv|grant|acquir|deriv|hav|ha)[a-z]* (?:any |no |a )?(?:rights?|"
    r"benefits?)|may rely on|contracts \(rights of third parties\) act|inure|stipulation in favou?r|for the (?:sole )?benefit of EITHER|"
    r"has any right|no right"
)
NOT_OTHERS = phrase(
    r"infring|indemnif(?:y|ies)|defends?|claims? (?:of|by|from) (?:a )?third part(?:y|ies)|does not reach|promise|warrants?|"
    r"open[- ]source|components|confidential information|personal data|sub-?processors?|licen[cs]ors? may|software of|moral rights|"
    r"publicity|offer it to|audit|disclose[sd]?|rights? in (?:it|them)|intellectual property"
)


def _index(passage: Passage) -> int:
    return passage.view.remembered(PAPER_NAME, lambda _: {id(p): i for i, p in enumerate(passage.paper.all)}).get(id(passage), HEAD + 1)


def read_title(passage: Passage) -> Reading | None:
    """The title of the paper: the first one that names a kind of paper, and the words "This ... Agreement" that open it."""
    if _index(passage) > HEAD or not passage.has(PAPER_NAME):
        return None
    first = next(
        (p for p in passage.paper.all[:HEAD] if p.clause.kind in ("title", "heading", "other", "clause", "parties") and p.has(PAPER_NAME)),
        None,
    )
    if (
        first is not None
        and first.at == passage.at
        and (passage.clause.kind == "title" or len(passage.words) < 120 or (passage.sentences and passage.sentences[0].has(THIS_PAPER)))
    ):
        return passage.reading("document_name", passage.sentences[0] if passage.sentences else passage)
    opening = next((p for p in passage.paper.all[:HEAD] if p.sentences and p.sentences[0].has(THIS_PAPER)), None)
    if opening is not None and opening.at == passage.at and (hit := passage.find(THIS_PAPER)) is not None:
        return passage.reading("document_name", hit)
    return None


def read_parties(passage: Passage) -> Reading | None:
    """A passage that introduces a party."""
    return passage.reading("parties", passage.sentences[0] if passage.sentences else passage) if passage.clause.kind == "parties" else None


def read_agreement_date(passage: Passage) -> Reading | None:
    """The date on which the paper is made or signed, at its head or beside the signatures."""
    signature = passage.clause.kind == "signature" or (_index(passage) > HEAD and len(passage.words) < 100)
    if not passage.dates or not (_index(passage) <= HEAD or signature):
        return None
    for sentence in passage.sentences:
        dated = sentence.dates and ((sentence.has(SIGNED_ON) and _index(passage) <= HEAD) or passage.clause.kind == "signature")
        if dated and not sentence.has(phrase("act|regulation|directive|data cut-?off|table|price|effective as of")):
            return passage.reading("agreement_date", sentence)
    return None


def read_effective_date(passage: Passage) -> Reading | None:
    """From when the agreement works: the sentence that says so, or the row or definition of the date it names."""
    if passage.clause.kind in ("definition", "table_row") or passage.words.startswith('"'):
        first = passage.find(TAKES_EFFECT)
        return (
            passage.reading("effective_date", passage)
            if first is not None and first.at.start - passage.at.start < 6 and passage.dates
            else None
        )
    for sentence in passage.sentences:
        hit = sentence.find(TAKES_EFFECT)
        if hit is None or (sentence.has(NOT_AGREEMENT_TERM) and not sentence.dates):
            continue
        about = sentence.has(
            phrase(
                r"(?:this|the) (?:[a-z&/,-]+ ){0,9}(?:agreement|contract|licen[cs]e|deed)|it (?:starts|applies|takes|begins|commences|"
                r"comes)"
            )
        ) and not sentence.has(phrase("change|version|amendment|order takes|revis|in witness|days after notice"))
        if (
            about
            and (sentence.dates or (sentence.has(phrase("on the day|when|upon|as soon as")) and "date" not in sentence.words))
            and _near_paper(sentence, hit.at.start)
        ):
            return passage.reading("effective_date", sentence)
    return None


def _near_paper(sentence: Sentence, offset: int) -> bool:
    return any(abs(hit.at.start - offset) < 160 for hit in sentence.hits(PAPER))


def read_expiration(passage: Passage) -> Reading | None:
    """How long the first term lasts, or when it ends: the sentence, or the row of a table."""
    if passage.clause.kind == "table_row":
        first = passage.find(TERM_ROW)
        timed = any(d.unit in ("month", "year") for d in passage.durations) or bool(passage.dates)
        return (
            passage.reading("expiration_date", passage) if first is not None and first.at.start - passage.at.start < 6 and timed else None
        )
    if passage.clause.kind in ("recital", "title"):
        return None
    for sentence in passage.sentences:
        hit = sentence.find(CONTINUES)
        timed = (
            bool(sentence.dates)
            or any(d.unit in ("month", "year") for d in sentence.durations)
            or sentence.has(
                phrase(
                    "(?:first|second|third|fourth|fifth|[a-z]+th) anniversary|(?:commitment|subscription|initial|fixed|contract|order) "
                    "(?:period|term)|order end date"
                )
            )
        )
        if (
            hit is None
            or not timed
            or sentence.before(hit).has(NOT_AGREEMENT_TERM)
            or sentence.has(phrase("while this|during (?:this|the)"))
            or (
                sentence.has(phrase("a further|another of|successive (?:terms|periods)"))
                and not sentence.has(phrase("initial (?:term|period)|first (?:term|period)"))
            )
        ):
            continue
        if sentence.before(hit).has(PAPER) or passage.titled("term", "duration", "how long", "commencement"):
            return passage.reading("expiration_date", sentence)
    return None


def _labelled(
    clause_type: str,
    passage: Passage,
    *words: Pattern,
    unless: Pattern | None = None,
    kinds: tuple[str, ...] = ("definition", "recital", "title", "heading"),
) -> Reading | None:
    """A passage with a sentence that holds all of the words."""
    if passage.clause.kind in kinds:
        return None
    for sentence in passage.sentences:
        if sentence.has(*words) and not (unless is not None and sentence.has(unless)):
            return passage.reading(clause_type, sentence)
    return None


def read_entire(passage: Passage) -> Reading | None:
    """That the paper is all that was agreed."""
    about = phrase(r"agreement|contract|this|terms|deal|parties|EITHER|document|paper|schedules?|subject")
    return _labelled(
        "entire_agreement",
        passage,
        WHOLE,
        about,
        unless=phrase("entire liability|sole remedy|sole and exclusive|liability|assign|processing|sub-?processors?|previous version"),
    )


def read_precedence(passage: Passage) -> Reading | None:
    """Which part prevails where parts contradict; and that nobody's general terms apply."""
    ranked = _labelled("order_of_precedence", passage, RANKS, CONFLICT, PARTS, unless=NOT_RANK)
    if ranked is not None:
        return ranked
    titled = passage.titled("precedence", "rank", "priority", "parts of the contract", "hierarchy") and len(passage.words) > 60
    for sentence in passage.sentences if titled and passage.clause.kind not in ("heading", "title", "definition") else ():
        if sentence.has(OUR_FORMS) or sentence.has(RANKS, PARTS):
            return passage.reading("order_of_precedence", sentence)
    return None


def read_force_majeure(passage: Passage) -> Reading | None:
    """Events beyond control that excuse a party."""
    return _labelled("force_majeure", passage, BEYOND, EXCUSED, unless=NOT_FORCE)


def read_beneficiaries(passage: Passage) -> Reading | None:
    """Whether others than the parties have rights under the paper."""
    titled = passage.titled("third part", "beneficiar", "strangers")
    found = _labelled(
        "third_party_beneficiary",
        passage,
        OTHERS,
        GETS_RIGHTS,
        phrase("agreement|contract|terms?|it|hereof|hereunder|licen[cs]e|provisions?|sections?|clauses?|act"),
        unless=NOT_OTHERS,
    )
    return (
        found
        if found is not None
        and (
            titled
            or passage.find(
                phrase(
                    "nobody|no one|no person|not (?:a party|EITHER)|(?:person|one|body|party) other than|third[- ]party "
                    "beneficiar(?:y|ies)|may "
                    "rely|rights of third parties|third part(?:y|ies)|confer|no third part(?:y|ies)|only the (?:two "
                    ")?(?:parties|EITHER)|only EITHER"
                )
            )
            is not None
        )
        else None
    )


DOCUMENT_NAME = Rule(
    "document_name",
    read_title,
    examples=(
        fires("Master Services Agreement"),
        fires("Data Processing Addendum"),
        fires("Licence Terms for Models"),
        near_miss("Vendor runs the platform for hospitals."),
        near_miss("The parties met in Leeds and talked about boats."),
        near_miss("Fees and payment"),
    ),
)
PARTIES = Rule(
    "parties",
    read_parties,
    examples=(
        fires(
            "This Agreement is between Lark Software, Inc., a Delaware corporation (“Vendor”), and Heron Foods, LLC, an Ohio company "
            "(“Customer”)."
        ),
        fires(
            "Master Agreement\nThis Agreement is made by and between Alder GmbH, with its seat in Ulm (the “Customer”), and Birch B.V., "
            "with its seat in Utrecht (the “Vendor”)."
        ),
        fires(
            "Contract\n(1) Cedar Limited, a company registered in England (the “Vendor”); and\n(2) Dogwood plc, a company registered in "
            "England (the “Customer”)."
        ),
        near_miss("Neither party is the agent of the other party."),
        near_miss("Customer shall pay Vendor the fees."),
        near_miss("Notices to the parties go by courier."),
    ),
)
AGREEMENT_DATE = Rule(
    "agreement_date",
    read_agreement_date,
    examples=(
        fires("This Agreement is dated 9 March 2026."),
        fires("Both parties signed this agreement on February 16, 2026."),
        fires("This Agreement is made and entered into as of March 3, 2025."),
        near_miss("The Data Protection Act of 25 May 2018 applies."),
        near_miss("Work begins on March 17, 2025."),
        near_miss("Each invoice is dated on the day on which it is sent."),
    ),
)
EFFECTIVE_DATE = Rule(
    "effective_date",
    read_effective_date,
    examples=(
        fires("This Agreement takes effect on 1 January 2026."),
        fires("“Commencement Date”: 1 April 2026."),
        fires("This contract starts to apply on the day on which you first use the Service; it begins on 2 March 2026."),
        near_miss("A change of the policy takes effect sixty days after notice."),
        near_miss("The warranty period starts on acceptance."),
        near_miss("Each order becomes effective when both parties have signed it."),
    ),
)
EXPIRATION_DATE = Rule(
    "expiration_date",
    read_expiration,
    examples=(
        fires("This Agreement continues for three years from the Effective Date."),
        fires("This contract ends on 31 March 2027 without notice."),
        fires("This agreement runs for eighteen months."),
        near_miss("The duties of confidence last for five years after the end of this Agreement."),
        near_miss("The warranty runs for twelve months."),
        near_miss("Logs are kept for one year."),
    ),
)
ENTIRE_AGREEMENT = Rule(
    "entire_agreement",
    read_entire,
    examples=(
        fires("This Agreement is the entire agreement between the parties and supersedes all prior proposals."),
        fires("This is the whole of what we have agreed about the Service."),
        fires("This Contract contains all agreements of the parties on its subject. There are no oral side agreements."),
        near_miss("Credits are Vendor's entire liability for downtime."),
        near_miss("This Agreement is governed by the law of Ohio."),
        near_miss("The parties have not agreed on a price for later years."),
    ),
)
ORDER_OF_PRECEDENCE = Rule(
    "order_of_precedence",
    read_precedence,
    examples=(
        fires("If the Order Form and these Terms conflict, the Order Form prevails."),
        fires("Where a Schedule and a clause say different things, the Schedule is to be followed."),
        fires("If they contradict one another, the Data Sheet comes first, then this contract, then the Charter."),
        near_miss("This Agreement is governed by the law of Utah without regard to its conflict of laws rules; its provisions prevail."),
        near_miss("Directors shall disclose conflicts of interest."),
        near_miss("The schedule of visits differs by site."),
    ),
)
FORCE_MAJEURE = Rule(
    "force_majeure",
    read_force_majeure,
    examples=(
        fires("Neither party is liable for delay caused by war, flood or another cause beyond its reasonable control."),
        fires("Events that a party can neither foresee nor avert release it from performance while they last."),
        fires("Nobody is in breach for as long as something outside its control keeps it from performing."),
        near_miss("Vendor controls access to its premises."),
        near_miss("Vendor shall keep control of the defence of the claim."),
        near_miss("The delay in payment is charged with interest."),
    ),
)
THIRD_PARTY_BENEFICIARY = Rule(
    "third_party_beneficiary",
    read_beneficiaries,
    examples=(
        fires("A person who is not a party has no right to enforce this Agreement."),
        fires("Nobody except you and us gets rights from this agreement."),
        fires("There are no third-party beneficiaries of this Agreement."),
        near_miss("Vendor shall defend Customer against claims of third parties under this Agreement."),
        near_miss("No third party may see the Confidential Information."),
        near_miss("Customer may let third parties use the Service."),
    ),
)
