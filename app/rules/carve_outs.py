"""What a limit or exclusion of liability does not touch: the matters that a carve-out names, and whose liability it lifts.

The vocabulary is `DOMAIN` 3's list of exceptions. A matter named only by a cross reference ("breach of clause 10") is what that
clause is about; one named by a defined term ("a Data Event") is what the definition says.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.domain.contract import Clause
from app.domain.reading import Proof
from app.domain.span import Span
from app.rules.reading.passage import Passage, Sentence, Stretch
from app.rules.reading.pattern import Pattern, expression, phrase

MATTERS: dict[str, Pattern] = {
    "confidentiality": phrase(
        r"confidential(?:ity)?|secrecy|secrets?|non-?disclosure|breach of confidence|leaks? of|discretion duty|duty of silence|breach(?:es)? of (?:trust|faith|confidence)|"
        r"confidences?|keep(?:s|ing)? (?:[a-zA-Z]+ ){0,3}?(?:quiet|silent|private|to (?:itself|themselves|ourselves))|indiscretion|blab(?:s|bing)?|betray(?:al|s|ed|ing)? (?:of )?(?:confidence|secrets)"
    ),
    "ip_infringement": expression(
        r"\b(?:infring(?:es?|ed|ing|ements?)|misappropriat[a-z]+|violat[a-z]+ of (?:[a-z']+ ){0,4}(?:intellectual|proprietary|"
        r"property|copyright)[a-z]*|"
        r"(?:ip|intellectual property)(?: rights)? (?:claims?|indemn[a-z]+|warrant[a-z]+|breach(?:es)?|disputes?)|"
        r"third[- ]part(?:y|ies)'? (?:ip|intellectual property|industrial property|proprietary) rights|"
        r"rights of third parties|third part(?:y|ies)'s? rights|copyright claims?|patent claims?|intellectual property(?: rights)?|"
        r"(?:breach|violation|violating|invasion|invading|trespass(?:es|ing)? (?:on|upon)|encroach[a-z]* (?:on|upon)) (?:of |on |upon )?(?:[a-z']+ ){0,3}(?:intellectual property|rights of others)|"
        r"plagiari[a-z]+|copying (?:of )?(?:others?'?|another's|someone's)[a-z' ]*|pirac(?:y|ies)|(?:stolen|copied) (?:code|works?|ideas?)|copyrights?|patents?|trade ?marks?|"
        r"ip (?:trouble|rights?|matters?|problems?|cases?|infringement)|others?'? (?:rights|ip)|"
        r"(?:patents?|copyrights?|ip) (?:trouble|matters?|disputes?|quarrels?))\b"
    ),
    "data_breach": expression(
        r"\b(?:(?:personal )?data (?:breach(?:es)?|events?|incidents?|loss(?:es)?|leaks?|compromises?|security|protection|privacy)|"
        r"security (?:incidents?|breach(?:es)?|events?|obligations?|failures?|dut(?:y|ies)|compromises?)|"
        r"(?:breach(?:es)? of|compromise of) (?:[a-z']+ ){0,3}(?:security|privacy|safeguards?)|protection of (?:personal )?data|"
        r"(?:data|information|records?) (?:that |which )?(?:[a-z]+ ){0,3}?(?:leak(?:s|ed|ing)?|escap(?:e|es|ed|ing)|stolen|exposed|compromised|hacked|breached|spill(?:s|ed|ing)?|lost)|"
        r"(?:spill|escape|leak(?:age|ing|s)?|theft|loss|breach|breaches|compromise|exposure|hack(?:ing)?) (?:of|to|in|into) (?:[a-zA-Z']+ ){0,2}?(?:data|records|information|files)|"
        r"(?:breach|breaches|lapse|failure)(?:s)? (?:of|in) (?:[a-z]+ )?security|hack(?:s|ed|ing|er|ers)?|cyber[a-z -]*|personal (?:information|details)|break-?ins?|intrusions?|"
        r"unauthori[sz]ed (?:or [a-z]+ )?(?:access|disclosure|use|acquisition|processing)|privacy|gdpr|cyber ?(?:security|attacks?|"
        r"incidents?)|information security|"
        r"(?:loss|theft|leak(?:age)?|corruption|exposure|destruction) (?:or (?:[a-z]+ )?[a-z]+ )?of (?:CUSTOMER's |the |its |"
        r"any )?(?:personal |CUSTOMER )?data|personal data|data processing)\b"
    ),
    "gross_negligence": phrase(
        r"gross(?:ly)? (?:[a-z]+ )?(?:negligen[a-z]+|fault|careless[a-z]*)|negligen[a-z]+ that is gross|reckless(?:ly|ness)?|"
        r"(?:serious|culpable|extreme|aggravated|heavy|severe|flagrant|blatant|crass|inexcusable) (?:negligence|careless[a-z]*|fault|neglect|recklessness|dereliction)|"
        r"culpa lata|faute lourde|utter (?:dis)?regard[a-z ]*|wanton(?:ly|ness)?|crass(?:ly)? (?:negligen|careless)[a-z]*|grave (?:fault|negligence|carelessness)"
    ),
    "wilful_misconduct": phrase(
        r"wil?l?ful(?:ly|ness)?|intent|intention(?:al(?:ly)?)?|deliberate(?:ly)?|on purpose|purposely|malicious(?:ly)?|malice|"
        r"knowing(?:ly)?(?: (?:breach|violation|misconduct|wrong)[a-z]*)?|dolus|dol|meant (?:to )?|wanton(?:ly)?|premeditated|consciously|conscious wrong[a-z]*|with design|designedly|"
        r"bad faith|(?:meaning|meant) (?:it|harm|to)|purpose(?:ful(?:ly)?)|misconduct that is meant"
    ),
    "fraud": phrase(r"fraud(?:s|ulent|ulently)?|deceit|deceived|cheat(?:ed|ing|s)?|dishonest[a-z]*|misrepresentations?"),
    "death_or_injury": phrase(
        r"deaths?|(?:bodily|personal|physical) (?:injur(?:y|ies)|harm)|injur(?:y|ies) to (?:a )?(?:life|persons?|body|bodies|"
        r"health|people|limb)|life, (?:body|limb)|hurt|killed|loss of life"
    ),
    "indemnity": phrase(r"indemni[a-z]+|hold(?:ing)? harmless|(?:defen[cs]e|duty to defend)(?: obligations?)?"),
    "payment": expression(
        r"\b(?:pay(?:ment)?(?: of)?(?: all| any| the| its| undisputed)* (?:fees?|charges?|prices?|sums?|amounts?|invoices?|"
        r"remuneration)|(?:fees?|charges?|prices?|amounts?|sums?)(?: that are| which are)? (?:due|owed|owing|payable)|"
        r"(?:obligations?|dut(?:y|ies)|liabilit(?:y|ies)) to pay|pay(?:ment)? (?:obligations?|dut(?:y|ies))|"
        r"owes? (?:[a-z]+ ){0,2}(?:as|in|by way of) (?:fees|charges|payment)|(?:charges|fees) owed|non-?payment|unpaid (?:fees|"
        r"charges|amounts|invoices)|price itself)\b"
    ),
    "breach_of_law": phrase(
        r"(?:breach(?:es)?|violations?|infringement|non-?compliance|compliance) (?:of|with) (?:[a-z]+ ){0,3}(?:laws?|statutes?|"
        r"regulations?|sanctions|legislation)|unlawful(?:ly)?|anti-(?:bribery|corruption)|bribery"
    ),
}
# A clause that a carve-out only refers to, by what its headings say.
_BY_HEADING: dict[str, Pattern] = {
    "confidentiality": phrase(r"confidential(?:ity)?|secrecy|non-?disclosure|secrets?|keeping things to ourselves"),
    "ip_infringement": phrase(
        r"infringement|intellectual property|third part(?:y|ies)(?: rights| claims)?|rights of third parties|"
        r"claims of third parties"
    ),
    "data_breach": phrase(
        r"data protection|protection of data|security|privacy|personal (?:data|information|details)|data processing|data handling"
    ),
    "indemnity": phrase(r"indemni[a-z]+"),
    "payment": phrase(r"fees?|payments?|charges?|prices?|remuneration|what you pay"),
}
_CUSTOMERS = expression(
    r"(?m)CUSTOMER's? (?:[a-z-]+ ){0,3}?(?:liabilit(?:y|ies)|obligations?|dut(?:y|ies)|breach(?:es)?|infringements?|"
    r"misappropriation|violations?|indemni[a-z]+|use|misuse|responsibilit(?:y|ies)|failure|acts?|fraud|payments?)\b|"
    r"\b(?:by|of|on) CUSTOMER(?:[,.;)]|$| (?:to|of|under|in|for|and|or|which|that|with|from|against|arising|contained))|"
    r"CUSTOMER (?:[a-z]+ ){0,2}?(?:owes?|is liable|breaches|infringes|must pay|pays?|violates|answers|uses?|fails?)\b"
)
_VENDORS = expression(
    r"(?m)VENDOR's? (?:[a-z-]+ ){0,3}?(?:liabilit(?:y|ies)|obligations?|dut(?:y|ies)|breach(?:es)?|infringements?|misappropriation|"
    r"violations?|indemni[a-z]+|responsibilit(?:y|ies)|failure|acts?|fraud|gross|wil?lful)\b|"
    r"\b(?:by|of|on) VENDOR(?:[,.;)]|$| (?:to|of|under|in|for|and|or|which|that|with|from|against|arising|contained))|"
    r"VENDOR (?:[a-z]+ ){0,2}?(?:owes?|is liable|breaches|infringes|violates|answers|fails?)\b|EITHER\b"
)
_ITEM = expression(r"(?m); ?|(?:^|[ \n])\((?:[a-z]|[ivx]+|[0-9])\) ?|\n")
_COMMA = expression(r", ?(?:or |and |nor )?")
_PIECE = expression(r" or | and | nor ")
_OTHERWISE = expression(r"\b(?:otherwise than|other than|except(?: for)?|excluding|but not|apart from)\b")


@dataclass(frozen=True)
class CarveOut:
    """A matter that a limit doesn't touch. `customer_only`: it lifts the customer's limit alone."""

    matter: str
    at: Stretch
    customer_only: bool


def read_carve_outs(passage: Passage, words: Stretch, *, customer_only: bool | None = None, nested: bool = False) -> list[CarveOut]:
    """The matters named in `words`, a part of `passage`, in order. `customer_only` says what the lead-in says of them all."""
    found: list[CarveOut] = []
    for item in _split(words, _ITEM):
        lead = customer_only is True
        for part in _split(item, _COMMA):
            theirs = lead  # "Customer's liability for infringement or misappropriation" governs both
            for piece in _split(part, _PIECE):
                customers, vendors = piece.has(_CUSTOMERS), piece.has(_VENDORS)
                if customers and not vendors:
                    theirs = True
                    lead = lead or piece.has(_LEADS) or piece.words.strip(" :").endswith(("liability", "obligations", "duties"))
                elif vendors:
                    theirs = False
                named = _matters(passage, piece)
                found += [CarveOut(matter, at, theirs or (matter == "payment" and not vendors)) for matter, at in named]
                if not named and not nested:
                    found += [each for meaning in _named_lists(passage, piece) for each in read_carve_outs(meaning, meaning, nested=True)]
    return _unique(found)


_LEADS = expression(r"\bwhat CUSTOMER\b")


def _unique(found: Iterable[CarveOut]) -> list[CarveOut]:
    """One of each matter; a mention that lifts the vendor's limit too outweighs one that lifts the customer's alone."""
    kept: dict[str, CarveOut] = {}
    for each in found:
        if each.matter not in kept or (kept[each.matter].customer_only and not each.customer_only):
            kept[each.matter] = each
    return list(kept.values())


def _split(words: Stretch, at: Pattern) -> list[Stretch]:
    parts, start = [], words.at.start
    for hit in words.hits(at):
        parts.append(Stretch(words.view, Span(start, max(start, hit.at.start))))
        start = hit.at.end
    parts.append(Stretch(words.view, Span(start, max(start, words.at.end))))
    return [part for part in parts if part.words.strip()]


def _matters(passage: Passage, piece: Stretch) -> list[tuple[str, Stretch]]:
    """The matters of one piece: by its words; failing these by the clauses it refers to, or by the terms it uses."""
    other = piece.find(_OTHERWISE)
    own = piece if other is None else piece.before(other)
    named: list[tuple[str, Stretch]] = [(matter, hit) for matter, pattern in MATTERS.items() if (hit := own.find(pattern)) is not None]
    if named and not {name for name, _ in named} <= {"indemnity", "payment"}:
        return named
    known = {name for name, _ in named}
    referred = [(matter, own) for matter in _referred(passage, own) if matter not in known]
    if referred or named:
        return [*named, *referred]
    return [(matter, own) for matter in _defined(passage, own)]


def _referred(passage: Passage, piece: Stretch) -> list[str]:
    """What the clauses are about to which a piece refers: by their headings; an indemnity by what it covers."""
    view = passage.view
    span = piece.span
    matters: list[str] = []
    for reference in view.contract.references:
        if reference.target is None or not span.covers(reference.span):
            continue
        clause = view.clauses[reference.target]
        titles = _titles(passage, clause)
        about = [matter for matter, pattern in _BY_HEADING.items() if any(title.has(pattern) for title in titles)]
        text = Stretch(view, view.at(clause.own if clause.children else clause.span))
        if not about or "indemnity" in about or "ip_infringement" in about or "payment" in about:
            covered = [matter for matter in ("ip_infringement", "data_breach") if text.has(MATTERS[matter])]
            about = covered or [matter for matter in about if matter != "ip_infringement"] or about
        matters += about
    return list(dict.fromkeys(matters))


def _named_lists(passage: Passage, piece: Stretch) -> list[Passage]:
    """The definitions of a term that stands for a list of exceptions ("except for Excluded Claims")."""
    meanings = passage.paper.definitions_of(Passage(passage.view, piece.at, passage.clause, passage.paper), depth=1)
    return [m for m in meanings if Stretch(m.view, Span(m.at.start, min(m.at.end, m.at.start + 60))).has(_LIST_NAME)]


_LIST_NAME = phrase(
    r"exclu(?:ded|sions?)|excepted|exceptions?|uncapped|unlimited|exempt(?:ed)?|carve-?outs?|enhanced|increased|special|super"
)


def _titles(passage: Passage, clause: Clause) -> list[Stretch]:
    """Where the headings of a clause and of those above it stand."""
    view, found = passage.view, []
    above: Clause | None = clause
    while above is not None:
        if above.heading:
            start = above.own.start
            found.append(Stretch(view, view.at(Span(start, min(above.own.end, start + len(above.heading) + 16)))))
        above = view.clauses.get(above.parent) if above.parent else None
    return found


def _defined(passage: Passage, piece: Stretch) -> list[str]:
    """What the defined terms of a piece mean, where they name an event ("a Data Event")."""
    meanings = passage.paper.definitions_of(Passage(passage.view, piece.at, passage.clause, passage.paper), depth=1)
    return [matter for matter in ("data_breach", "ip_infringement") for meaning in meanings[:2] if meaning.has(_EVENT[matter])][:1]


_EVENT = {
    "data_breach": expression(
        r"unauthori[sz]ed (?:or [a-z]+ )?(?:access|disclosure|acquisition)|not entitled thereto|endangers the confidentiality|"
        r"impairs the confidentiality|personal data breach|breach of security|"
        r"(?:loss|theft|disclosure|compromise) of (?:[a-z]+ ){0,3}data"
    ),
    "ip_infringement": expression(r"\binfring(?:es|ement|ing)\b"),
}


def exceptions(found: Sequence[CarveOut], otherwise: Stretch) -> tuple[Proof, Proof | None]:
    """The exceptions to the vendor's limit and those to the customer's alone, as proofs; none found is proven by `otherwise`."""
    vendors = [each for each in found if not each.customer_only]
    customers = [each for each in found if each.customer_only]
    return (
        Proof(_ordered(vendors), (vendors[0].at if vendors else otherwise).span),
        Proof(_ordered(customers), customers[0].at.span) if customers else None,
    )


def _ordered(found: Sequence[CarveOut]) -> tuple[str, ...]:
    names = {each.matter for each in found}
    return tuple(matter for matter in MATTERS if matter in names)


def lead_is_customers(sentence: Sentence) -> bool | None:
    """Whether a lead-in speaks of the customer's liability alone ("what Customer owes under ..."); None where it doesn't say."""
    customers, vendors = sentence.has(_CUSTOMERS), sentence.has(_VENDORS)
    return True if customers and not vendors else None
