"""Where a reader's quotes stand, exactly; and readings from a model's claims, of which only the proven ones pass.

Only white space and typography are folded (`folding`), never case, word order, a number or a missing "not"; a quote begins and ends
where words do. Spans are half-open code-point offsets into `Document.text`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from app.domain.contract import Clause, Contract
from app.domain.reading import Proof, Reading
from app.domain.report import Observation, Rejection
from app.domain.span import Span
from app.domain.terms import TERMS, Term, Value
from app.llm.answers import ChunkAnswer, Claimed, ClauseAnswer, TermAnswer
from app.review.folding import folded, folded_quote

STAGE = "reading"
_KINDS: dict[str, Literal["injection", "inconsistency", "risk"]] = {
    "injection": "injection", "inconsistency": "inconsistency", "risk": "risk",
}  # fmt: skip
_HYPHENS = "-\u2010\u2011"
_DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212"
_APOSTROPHES = "'\u2019\u02bc"


@dataclass(frozen=True, slots=True)
class Found:
    """The quote stands here and nowhere else in the part that was searched."""

    span: Span


@dataclass(frozen=True, slots=True)
class NotFound:
    """The part that was searched doesn't hold these words."""


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """It holds them more than once."""


@dataclass(frozen=True, slots=True)
class CrossesParagraph:
    """It holds them, over the end of a paragraph."""


Location = Found | NotFound | Ambiguous | CrossesParagraph
_REASONS: dict[type, str] = {
    NotFound: "these words aren't in the text",
    Ambiguous: "these words are in the text more than once",
    CrossesParagraph: "the quote runs over the end of a paragraph",
}


class SpanOutOfRange(ValueError):
    """A span that ends after the text that it is said to be of."""


def locate_quote(text: str, quote: str, *, within: Span) -> Location:
    """Find where a reader's quote stands.

    Spans are half-open code-point offsets into `Document.text`. White space and typographic variants are folded for the search
    only; the span covers the original characters. A quote that cuts a word, a number or a hyphenated word isn't found.
    Returns Found, NotFound, Ambiguous or CrossesParagraph; never a guess. Raises SpanOutOfRange if `within` ends after the text.
    """
    if within.end > len(text):
        raise SpanOutOfRange(f"{within.start}:{within.end} of a text of {len(text)}")
    wanted = folded_quote(quote)
    if not wanted:
        return NotFound()
    spans = _matches(text, wanted, within)
    if len(spans) > 1:
        return Ambiguous()
    if spans:
        return Found(spans[0])
    return CrossesParagraph() if _matches(text, wanted, within, over_paragraphs=True) else NotFound()


def _matches(text: str, wanted: str, within: Span, *, over_paragraphs: bool = False) -> list[Span]:
    """The first two places of a folded quote; two are enough to know that it isn't one."""
    searched = folded(text)
    low, high = searched.at(within.start), searched.at(within.end)
    haystack = searched.text[low:high]
    if over_paragraphs:
        haystack = haystack.replace("\n", " ")
    found: list[Span] = []
    at = haystack.find(wanted)
    while at >= 0 and len(found) < 2:
        if not _cuts_a_word(haystack, at, at + len(wanted)):
            span = Span(searched.start(low + at), searched.end(low + at + len(wanted)))
            if within.covers(span) and not _cuts_a_compound(text, span):
                found.append(span)
        at = haystack.find(wanted, at + 1)
    return found


def _cuts_a_word(text: str, start: int, end: int) -> bool:
    if any("\u0300" <= sign <= "\u036f" for sign in (text[start], text[end : end + 1])):
        return True  # an accent apart from its letter
    before = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    return before or (end < len(text) and text[end].isalnum() and text[end - 1].isalnum())


def _cuts_a_compound(text: str, span: Span) -> bool:
    """Whether a quote begins or ends inside "non-exclusive", "Vendor's", "1.5", "10,000" or "30–60"."""
    return _joined(text, span.start - 1) or _joined(text, span.end)


def _joined(text: str, at: int) -> bool:
    """Whether the sign at an offset, just outside of a quote, ties the characters beside it into one word or number."""
    if not 0 < at < len(text) - 1:
        return False
    before, sign, after = text[at - 1], text[at], text[at + 1]
    if before.isdigit() and after.isdigit():
        return sign in ".,:/" or sign in _DASHES or sign in _APOSTROPHES
    return before.isalnum() and after.isalnum() and (sign in _HYPHENS or sign in _APOSTROPHES)


def ground(answers: Iterable[ChunkAnswer], contract: Contract) -> tuple[tuple[Reading, ...], tuple[Rejection, ...]]:
    """The readings of a model whose quotes stand in the text, and what was rejected.

    A clause without a quote that can be located is rejected whole; a term whose quote can't be, or whose value isn't in its
    vocabulary, is left out of its reading and rejected. `Reading.clause` is the smallest clause that holds the quote.
    """
    readings: dict[tuple[str, Span], Reading] = {}
    rejected: list[Rejection] = []
    for answer in answers:
        for claim in answer.clauses:
            reading = _reading(claim, answer, contract, rejected)
            if reading is not None:
                key = (reading.clause_type, reading.anchor)
                readings[key] = _merged(readings[key], reading) if key in readings else reading
    return tuple(readings.values()), tuple(rejected)


def ground_observations(answers: Iterable[ChunkAnswer], contract: Contract) -> tuple[tuple[Observation, ...], tuple[Rejection, ...]]:
    """The observations of a model whose quotes stand in the text, and what was rejected."""
    observations: dict[tuple[str, Span], Observation] = {}
    rejected: list[Rejection] = []
    for answer in answers:
        for claim in answer.observations:
            location = _locate(claim.quote, claim.at, answer, contract)
            if not isinstance(location, Found):
                rejected.append(Rejection("observing", None, claim.quote, _REASONS[type(location)]))
            elif claim.kind not in _KINDS:
                rejected.append(Rejection("observing", None, claim.quote, "no such kind of observation"))
            else:
                span = location.span
                observed = Observation(_KINDS[claim.kind], claim.title, claim.why, span, span.of(contract.text))
                observations.setdefault((claim.kind, span), observed)
    return tuple(observations.values()), tuple(rejected)


def _reading(claim: ClauseAnswer, answer: ChunkAnswer, contract: Contract, rejected: list[Rejection]) -> Reading | None:
    if claim.clause_type not in TERMS:
        rejected.append(Rejection(STAGE, None, claim.quote, "no such clause type"))
        return None
    location = _locate(claim.quote, claim.at, answer, contract)
    if not isinstance(location, Found):
        rejected.append(Rejection(STAGE, claim.clause_type, claim.quote, _REASONS[type(location)]))
        return None
    clause = _clause_of(contract, location.span)
    terms: dict[str, Proof] = {}
    for each in claim.terms:
        if each.value is None:
            continue
        proof = _proof(each, claim.clause_type, answer, contract)
        if isinstance(proof, str):
            rejected.append(Rejection(STAGE, claim.clause_type, each.quote, proof))
        elif terms.setdefault(each.name, proof).value != proof.value:
            rejected.append(Rejection(STAGE, claim.clause_type, each.quote, f"{each.name} was given before with another value"))
    return Reading(claim.clause_type, clause, location.span, terms, "model")


def _merged(one: Reading, other: Reading) -> Reading:
    """Two answers about the same words (two chunks, or a clause given twice): what the second adds, the first prevailing."""
    return one.with_terms(**{name: proof for name, proof in other.terms.items() if name not in one.terms})


def _proof(claim: TermAnswer, clause_type: str, answer: ChunkAnswer, contract: Contract) -> Proof | str:
    """The proof of a term, or why there is none."""
    term = TERMS[clause_type].get(claim.name)
    if term is None:
        return f"{clause_type} has no such term"
    value = _value(term, claim.value)
    if value is None:
        return f"not a value of {term.name}"
    location = _locate(claim.quote, claim.at, answer, contract)
    return Proof(value, location.span) if isinstance(location, Found) else f"{term.name}: {_REASONS[type(location)]}"


def _value(term: Term, claimed: Claimed) -> Value | None:
    """The claimed value as the term's kind writes it; None if it isn't one. Only what can't be misread is converted."""
    if isinstance(claimed, str) and term.kind == "flag" and claimed in ("true", "false"):
        claimed = claimed == "true"
    elif isinstance(claimed, str) and term.kind == "number":
        try:
            claimed = float(claimed)
        except ValueError:
            return None
    elif isinstance(claimed, str) and term.kind in ("choices", "texts"):
        claimed = (claimed,)
    if isinstance(claimed, float):
        if not math.isfinite(claimed):
            return None
        claimed = int(claimed) if claimed.is_integer() else claimed
    if isinstance(claimed, tuple):
        claimed = tuple(dict.fromkeys(claimed))
    return claimed if claimed is not None and term.accepts(claimed) else None


def _locate(quote: str, at: int, answer: ChunkAnswer, contract: Contract) -> Location:
    """Search the line that the model named, then the chunk, then the whole text: the first part that holds the words decides."""
    place = answer.place(at)
    parts = [part for part in (place, answer.chunk, contract.document.span) if part is not None]
    crossing: Location = NotFound()
    for part in parts:
        location = locate_quote(contract.text, quote, within=part)
        if isinstance(location, Found | Ambiguous):
            return location
        if isinstance(location, CrossesParagraph):
            crossing = location
    return crossing


def _clause_of(contract: Contract, span: Span) -> Span:
    """The smallest clause that holds a span, or its paragraph where none does."""
    holding = [clause for clause in contract.clauses if clause.span.covers(span)]
    if holding:
        return min(holding, key=_length).span
    return contract.document.paragraphs[contract.document.paragraph_at(span.start)].span


def _length(clause: Clause) -> int:
    return len(clause.span)
