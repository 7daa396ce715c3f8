"""A document that was cut into clauses: the clause tree, its definitions, cross references and parties."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from app.domain.document import Document
from app.domain.span import Span

Role = Literal["customer", "vendor"]
ClauseKind = Literal["title", "parties", "recital", "heading", "clause", "definition", "table_row", "signature", "other"]


@dataclass(frozen=True, slots=True)
class Clause:
    """A node of the clause tree.

    `span` is the whole clause with its sub-clauses, `own` what stands before the first of them (its heading and lead-in).
    `number` is the full number as one would cite it ("7.1(a)", "Schedule 2, 3"), `heading` its heading or that of the run-in
    ("Renewal." in "Renewal. This Agreement ..."), None without one. `path` are the headings above it, outermost first.
    A leaf has no children. Ids are stable for the same text: "c12".
    """

    id: str
    kind: ClauseKind
    number: str | None
    heading: str | None
    span: Span
    own: Span
    level: int
    parent: str | None = None
    children: tuple[str, ...] = ()
    path: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Definition:
    """A defined term. `term` as written, `name` its span, `body` the words that give its meaning (a sentence, a table row)."""

    term: str
    name: Span
    body: Span


@dataclass(frozen=True, slots=True)
class Reference:
    """A cross reference such as "section 13.1" or "Schedule 2"; `target` is the clause's id, None if there is no such clause."""

    span: Span
    label: str
    target: str | None


@dataclass(frozen=True, slots=True)
class Party:
    """A side of the contract: its name, the contract's own words for it ("Provider", "we", "us"), and its role."""

    name: str
    aliases: tuple[str, ...]
    role: Role | None
    span: Span | None = None


@dataclass(frozen=True)
class Contract:
    """A segmented document. Clauses are in document order, parents before children."""

    document: Document
    clauses: tuple[Clause, ...]
    definitions: tuple[Definition, ...] = ()
    references: tuple[Reference, ...] = ()
    parties: tuple[Party, ...] = ()

    @property
    def text(self) -> str:
        return self.document.text
