"""A contract read again after edits: only what they may have changed, the rest taken over from the reading before.

What a clause says can change with its own words, with the clauses beside it, with a definition that it uses, and with what it refers to
or is referred to by. These are read again, in the company of all that they lean on and of the clauses of the same types; readings of
other clauses are moved to where their words now stand. A change that reaches most of the contract is read as a whole.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from app.domain.contract import Contract
from app.domain.edit import Edit
from app.domain.reading import Proof, Reading
from app.domain.span import Span
from app.rules.reading.passage import Passage, Passages
from app.rules.settled import LOOSELY_READ

_MOST = 0.6  # of the text: past this a whole reading is no slower

_HEAD = 5  # passages: the title and the parties, by which others know where they stand


class Moved:
    """Where the characters of a text stand after edits. Spans that an edit touches have no place of their own."""

    def __init__(self, edits: Iterable[Edit]) -> None:
        ordered = sorted(edits, key=lambda edit: (edit.span.start, edit.span.end))
        self._ends, self._shifts, shift = [0], [0], 0
        for edit in ordered:
            shift += len(edit.replacement) - len(edit.span)
            self._ends.append(edit.span.end)
            self._shifts.append(shift)

    def offset(self, offset: int) -> int:
        """The new place of an offset; one at the end of an edit stands after it."""
        return offset + self._shifts[bisect_right(self._ends, offset) - 1]

    def span(self, span: Span) -> Span:
        start = self.offset(span.start)
        return Span(start, max(start, self.offset(span.end)))

    def reading(self, reading: Reading) -> Reading:
        terms = {name: Proof(proof.value, self.span(proof.span)) for name, proof in reading.terms.items()}
        return replace(reading, clause=self.span(reading.clause), anchor=self.span(reading.anchor), terms=terms)


def affected(paper: Passages, readings: Sequence[Reading], edits: Sequence[Edit]) -> tuple[list[Passage], list[Passage]] | None:
    """The passages that must be read again after edits, and those that they must be read beside; None for nearly all of them."""
    spans = [Span(max(0, edit.span.start - 1), edit.span.end + 1) for edit in edits]
    touched = {p.at for p in paper.all if any(p.span.overlaps(span) for span in spans)}
    again = {p.at: p for p in paper.all if p.at in touched or _leans_on(p, touched)}
    for passage in [p for p in paper.all if p.at in touched]:
        holders = (paper.holding(meaning.at) for meaning in passage.definitions)
        again |= {other.at: other for other in (*_beside(passage), *passage.referred, *holders) if other is not None}
    types = {reading.clause_type for reading in readings if any(reading.clause.overlaps(p.span) for p in again.values())}
    alike = [reading.clause for reading in readings if reading.clause_type in types or reading.clause_type == "order_of_precedence"]
    beside = {p.at: p for each in again.values() for p in (*each.definitions, *_beside(each), *each.referred)}
    beside |= {p.at: p for p in paper.all if any(meaning.at == at or at.covers(meaning.at) for meaning in p.definitions for at in again)}
    settling = _settling(readings, again.values())
    beside |= {p.at: p for p in paper.all if any(p.span.overlaps(clause) for clause in settling)}
    beside |= {p.at: p for p in (*paper.all[:_HEAD], *(p for p in paper.all if any(p.span.overlaps(clause) for clause in alike)))}
    size = sum(len(at) for at in {*again, *beside})
    if size > _MOST * len(paper.view.text):
        return None
    return list(again.values()), list(beside.values())


def _settling(readings: Sequence[Reading], again: Iterable[Passage]) -> list[Span]:
    """A clause of each loosely read type that settles it and isn't read again: in its company other clauses are read as before."""
    spans = [passage.span for passage in again]
    found: dict[str, Span] = {}
    for reading in readings:
        if reading.clause_type in LOOSELY_READ and reading.terms and not any(reading.clause.overlaps(span) for span in spans):
            found.setdefault(reading.clause_type, reading.clause)
    return list(found.values())


def _leans_on(passage: Passage, touched: set[Span]) -> bool:
    near = (*passage.definitions, *_beside(passage), *passage.referred)
    return any(other.at in touched or any(at.covers(other.at) for at in touched) for other in near)


def _beside(passage: Passage) -> Sequence[Passage]:
    """The clauses that share its heading; definitions stand in one list and say nothing of each other."""
    return () if passage.clause.kind == "definition" else passage.siblings


def scope(before: Sequence[Passage], moved: Moved, edits: Sequence[Edit], after: Contract) -> list[Span]:
    """The paragraphs of the new text that hold these passages and what the edits brought in."""
    document = after.document
    spans = [moved.span(passage.span) for passage in before]
    spans += [Span(max(0, moved.offset(e.span.end) - len(e.replacement)), moved.offset(e.span.end)) for e in edits]
    indices = {index for span in spans if span.start <= len(after.text) for index in document.paragraphs_in(span)}
    return [document.paragraphs[index].span for index in sorted(indices)]
