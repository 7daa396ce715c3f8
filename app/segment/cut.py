"""Cuts a document into a contract: clauses, definitions, cross references, parties. The parts are found in this order."""

from __future__ import annotations

from dataclasses import replace

from app.domain.contract import Clause, Contract, Definition
from app.domain.document import Document
from app.domain.span import Span
from app.segment.definitions import find_definitions
from app.segment.lines import read_lines
from app.segment.parties import find_parties
from app.segment.references import find_references
from app.segment.tree import Node, build_tree


def segment(document: Document) -> Contract:
    """The clause tree of a document, with what the clauses define, refer to, and whom they bind.

    Every paragraph that isn't blank lies in exactly one clause's `own` span; clauses are in document order. Never raises
    for a text of any shape: one without numbers or headings becomes a clause for each paragraph.
    """
    clauses = _clauses(document, build_tree(read_lines(document), broken_lines=document.format in ("pdf", "txt")))
    contract = Contract(document, clauses)
    contract = replace(contract, definitions=find_definitions(contract))
    contract = replace(contract, references=find_references(contract))
    contract = replace(contract, parties=find_parties(contract))
    return replace(contract, clauses=_with_kinds(contract))


def _clauses(document: Document, root: Node) -> tuple[Clause, ...]:
    nodes: list[tuple[Node, int, str | None, tuple[str, ...]]] = []
    ids: dict[int, str] = {}
    ends: dict[int, int] = {}
    stack: list[tuple[Node, int, str | None, tuple[str, ...]]] = [(c, 0, None, ()) for c in reversed(root.children)]
    while stack:
        node, level, parent, path = stack.pop()
        ids[id(node)] = ident = f"c{len(nodes) + 1}"
        nodes.append((node, level, parent, path))
        title = node.heading if node.heading is not None else node.number if node.scope else None
        inner = (*path, title) if title else path
        stack.extend((child, level + 1, ident, inner) for child in reversed(node.children))
    for node, *_ in reversed(nodes):
        ends[id(node)] = max([document.paragraphs[node.last].span.end, *(ends[id(child)] for child in node.children[-1:])])
    clauses = []
    for node, level, parent, path in nodes:
        start = document.paragraphs[node.first].span.start
        clauses.append(
            Clause(
                id=ids[id(node)], kind=node.kind, number=node.number, heading=node.heading, span=Span(start, ends[id(node)]),
                own=Span(start, document.paragraphs[node.last].span.end), level=level, parent=parent,
                children=tuple(ids[id(child)] for child in node.children), path=path,
            )
        )  # fmt: skip
    return tuple(clauses)


def _with_kinds(contract: Contract) -> tuple[Clause, ...]:
    """Mark the clauses that name the parties and those that are definitions: known only once these were found."""
    introductions = [p.span for p in contract.parties if p.span is not None]
    names = _starts(contract.definitions)
    clauses = []
    for clause in contract.clauses:
        if clause.kind == "clause" and any(clause.own.covers(span) for span in introductions):
            clause = replace(clause, kind="parties")
        elif clause.kind == "clause" and not clause.children and any(s in names for s in range(clause.own.start, clause.own.start + 24)):
            clause = replace(clause, kind="definition")
        clauses.append(clause)
    return tuple(clauses)


def _starts(definitions: tuple[Definition, ...]) -> frozenset[int]:
    return frozenset(d.name.start for d in definitions)
