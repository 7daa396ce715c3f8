"""A chunk of a contract as a model sees it: numbered lines in a fence, below them nothing.

Each paragraph (each table cell) is a line that begins with its number in angle brackets, which no contract text holds (`fence`), so a
model can say where a quote stands though the words occur twice. Numbers count within the excerpt: a chunk whose text didn't change
renders the same though text before it did, and its answer is found in the ledger. Spans count in `Document.text`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from app.domain.contract import Contract
from app.domain.document import Cell
from app.domain.span import Span
from app.llm.fence import fenced

_MOST_ALIASES = 8
# What is brought along from elsewhere, in characters: a share of the excerpt, so that prompts stay near 1.4 times the contract, and
# for a single clause enough for what it takes to understand it.
_SHARE_ELSEWHERE = 0.3
_LEAST_ELSEWHERE = 1500


@dataclass(frozen=True)
class Excerpt:
    """Parts of a contract rendered for a prompt; `places` has the span of each line, line 1 first."""

    sides: str
    elsewhere: str
    clauses: str
    places: tuple[Span, ...]


def render_excerpt(contract: Contract, span: Span, *, headings: Sequence[str] = ()) -> Excerpt:
    """A span of the contract, with the headings above it and what it builds on: definitions and clauses from elsewhere."""
    lines = _Lines(contract)
    elsewhere = _elsewhere(lines, span)
    above = f"<under> {' / '.join(fenced(heading) for heading in headings)}\n" if headings else ""
    clauses = above + "\n".join(lines.of(span))
    return Excerpt(render_sides(contract), elsewhere, clauses, tuple(lines.places))


def render_elsewhere(contract: Contract, span: Span) -> str:
    """What a span builds on that stands elsewhere: definitions, and clauses that it refers to."""
    return _elsewhere(_Lines(contract), span)


def _elsewhere(lines: _Lines, span: Span) -> str:
    most = max(_LEAST_ELSEWHERE, int(len(span) * _SHARE_ELSEWHERE))
    spans = sorted({*_referred_to(lines.contract, span, most // 2), *_defined(lines.contract, span, most)})
    return "\n".join(line for each in spans for line in lines.of(each)) or "nothing"


def _referred_to(contract: Contract, span: Span, left: int) -> list[Span]:
    """The clauses elsewhere that a span refers to, as far as there is room: a schedule would bring half the paper along."""
    clauses = {clause.id: clause.span for clause in contract.clauses}
    targets = dict.fromkeys(each.target for each in contract.references if each.target in clauses and span.covers(each.span))
    found = []
    for target in targets:
        there = clauses[target] if target else span
        if not there.overlaps(span) and len(there) <= left:
            found.append(there)
            left -= len(there)
    return found


def _defined(contract: Contract, span: Span, left: int) -> list[Span]:
    """The meanings of the terms that a span uses, in singular or plural, and of those that these use in turn. Sides are told apart."""
    sides = {alias for party in contract.parties for alias in party.aliases}
    bodies = {_stem(each.term): each.body for each in reversed(contract.definitions) if each.term not in sides}
    if not bodies:
        return []
    stems = "|".join(map(re.escape, sorted(bodies, key=len, reverse=True)))
    used = re.compile(rf"\b({stems})(?:e?s)?\b")
    found: list[Span] = []
    sources = [span]
    for source in sources:  # grows as meanings are found
        for match in used.finditer(contract.text, source.start, source.end):
            body = bodies[match[1]]
            if body not in found and not body.overlaps(span) and len(body) <= left:
                found.append(body)
                sources.append(body)
                left -= len(body)
    return found


def _stem(term: str) -> str:
    return term.removesuffix("s") if len(term) > 3 else term


def render_sides(contract: Contract) -> str:
    """Who is customer and who is vendor, in the contract's own words."""
    told = []
    for party in contract.parties:
        names = ", ".join(f"“{fenced(alias)}”" for alias in party.aliases[:_MOST_ALIASES])
        told.append(f"{party.role or 'side not known'}: {fenced(party.name)}" + (f", called {names}" if names else ""))
    return "\n".join(told) or "not known"


@dataclass
class _Lines:
    """Numbers lines as they come. A paragraph that is asked for twice gets the number that it has."""

    contract: Contract
    places: list[Span] = field(default_factory=list)
    seen: set[Span] = field(default_factory=set)
    numbers: dict[int, str] = field(init=False)

    def __post_init__(self) -> None:
        self.numbers = {clause.own.start: clause.number for clause in reversed(self.contract.clauses) if clause.number}

    def of(self, span: Span) -> list[str]:
        """The lines of a span, one for each paragraph; the cells of a table row share a line."""
        document = self.contract.document
        lines: list[str] = []
        row: tuple[int, int] | None = None
        for index in document.paragraphs_in(span):
            paragraph = document.paragraphs[index]
            place = Span(max(span.start, paragraph.span.start), max(span.start, min(span.end, paragraph.span.end)))
            shown = fenced(place.of(document.text))
            if not shown or place in self.seen:
                continue
            self.seen.add(place)
            self.places.append(place)
            number = self.numbers.get(place.start, paragraph.number) if paragraph.number and place.start == paragraph.span.start else None
            line = f"<{self._label(number, place)}> {shown}"
            if row is not None and row == _row(paragraph.cell):
                lines[-1] += f" {line}"
            else:
                lines.append(line)
            row = _row(paragraph.cell)
        return lines

    def _label(self, number: str | None, place: Span) -> str:
        hidden = any(place.overlaps(span) for span in self.contract.document.hidden)
        parts = (str(len(self.places)), f"no. {fenced(number)}" if number else "", "hidden" if hidden else "")
        return ", ".join(part for part in parts if part)


def _row(cell: Cell | None) -> tuple[int, int] | None:
    return None if cell is None else (cell.table, cell.row)
