"""The contract in pieces for a model: whole clauses up to a budget, a clause that is too long cut at paragraphs, sentences, words.

Chunks lie side by side: joined they are the text, character for character. A token is taken to be three characters, which is few for
English prose and right for text full of names and figures, so that a chunk is rather too small than too large.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from app.domain.contract import Clause, Contract, Definition
from app.domain.span import Span

CHARACTERS_PER_TOKEN = 3


@dataclass(frozen=True, slots=True)
class Chunk:
    """A stretch of the text. `clause_ids` are the clauses with own text in it, `headings` those above its first clause, outermost
    first; `definitions` are of terms that it uses and that are defined elsewhere."""

    span: Span
    clause_ids: tuple[str, ...]
    headings: tuple[str, ...]
    definitions: tuple[Definition, ...]


def chunks(contract: Contract, budget_tokens: int) -> list[Chunk]:
    """Cut the whole text into chunks of at most `budget_tokens`. Raises ValueError for a budget below 1."""
    if budget_tokens < 1:
        raise ValueError("a budget is at least one token")
    budget = budget_tokens * CHARACTERS_PER_TOKEN
    spans = [part for span in _grouped(_units(contract, budget), budget) for part in _within(contract.text, span, budget)]
    terms = _Terms(contract)
    clauses = contract.clauses
    result: list[Chunk] = []
    at = 0
    for span in spans:
        while at < len(clauses) and clauses[at].own.end <= span.start:
            at += 1
        inside: list[Clause] = []
        for clause in clauses[at:]:
            if clause.own.start >= span.end:
                break
            inside.append(clause)
        headings = inside[0].path if inside else ()
        result.append(Chunk(span, tuple(c.id for c in inside), headings, terms.used_in(span)))
    return result


def _units(contract: Contract, budget: int) -> Iterator[Span]:
    """Clauses that fit, the largest possible, with what stands between them; they cover the text without a gap."""
    by_id = {clause.id: clause for clause in contract.clauses}
    cuts = {0, len(contract.text)}
    pending = [clause for clause in reversed(contract.clauses) if clause.parent is None]
    while pending:
        clause = pending.pop()
        cuts.add(clause.span.start)
        if len(clause.span) > budget:
            pending.extend(by_id[child] for child in reversed(clause.children))
    order = sorted(cuts)
    for start, end in pairwise(order):
        yield Span(start, end)


def _grouped(units: Iterable[Span], budget: int) -> Iterator[Span]:
    current: Span | None = None
    for unit in units:
        if current is not None and unit.end - current.start <= budget:
            current = Span(current.start, unit.end)
            continue
        if current is not None:
            yield current
        current = unit
    if current is not None:
        yield current


def _within(text: str, span: Span, budget: int) -> Iterator[Span]:
    """The span itself if it fits, else its parts."""
    if len(span) <= budget:
        if len(span):
            yield span
        return
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    splitter = RecursiveCharacterTextSplitter(
        chunk_size=budget, chunk_overlap=0, strip_whitespace=False, keep_separator="end", separators=["\n", "\v", ". ", "; ", " ", ""]
    )
    start = span.start
    for part in splitter.split_text(span.of(text)):
        yield Span(start, start + len(part))
        start += len(part)
    if start != span.end:
        raise AssertionError("the splitter lost characters")


class _Terms:
    """Finds the defined terms that a stretch of text uses."""

    def __init__(self, contract: Contract) -> None:
        self.text = contract.text
        self.by_term: dict[str, Definition] = {}
        for definition in contract.definitions:
            self.by_term.setdefault(definition.term, definition)
        terms = sorted(self.by_term, key=len, reverse=True)
        self.pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, terms))})\b") if terms else None

    def used_in(self, span: Span) -> tuple[Definition, ...]:
        if self.pattern is None:
            return ()
        found = {match[0] for match in self.pattern.finditer(self.text, span.start, span.end)}
        used = (self.by_term[term] for term in found)
        return tuple(sorted((d for d in used if not span.covers(d.body)), key=lambda d: d.name.start))
