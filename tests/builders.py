"""Small builders that tests share: a document, a contract or its passages out of a few lines of text."""

from __future__ import annotations

import hashlib
from typing import Any

from app.domain.contract import Contract, Party
from app.domain.document import Document, Paragraph
from app.domain.finding import Finding
from app.domain.reading import Reading
from app.domain.report import Engine, Facts, PlaybookUsed, Review
from app.domain.span import Span
from app.rules import RULES
from app.rules.reading.passage import Passage, Passages
from app.rules.reading.view import View
from app.rules.rule import Rule
from app.segment import segment

CUSTOMER = Party("Customer", ("the Customer", "you", "your", "yours"), "customer")
VENDOR = Party("Vendor", ("the Vendor", "we", "us", "our", "ours"), "vendor")


def document_of(text: str, *, name: str = "test.txt") -> Document:
    """A text document; each line is a paragraph."""
    paragraphs, start = [], 0
    for line in text.split("\n"):
        paragraphs.append(Paragraph(Span(start, start + len(line))))
        start += len(line) + 1
    return Document(name, "txt", hashlib.sha256(text.encode()).hexdigest(), text, tuple(paragraphs))


def contract_of(text: str, *parties: Party) -> Contract:
    """A contract between Customer ("you") and Vendor ("we"), or the parties given."""
    contract = segment(document_of(text))
    return Contract(contract.document, contract.clauses, contract.definitions, contract.references, parties or (CUSTOMER, VENDOR))


def passages_of(text: str, *parties: Party) -> tuple[Passage, ...]:
    return Passages(View(contract_of(text, *parties))).all


def readings_of(text: str, *rules: Rule) -> tuple[Reading, ...]:
    """What the rules (all of them unless some are given) read in a text."""
    return tuple(reading for passage in passages_of(text) for rule in rules or RULES for reading in rule.readings(passage))


def terms_of(readings: tuple[Reading, ...]) -> dict[str, object]:
    """The terms of all readings together; the first reading that has a term counts."""
    found: dict[str, object] = {}
    for reading in readings:
        for name, proof in reading.terms.items():
            found.setdefault(name, proof.value)
    return found


def finding_of(text: str, quote: str | None, **more: Any) -> Finding:
    """A flagged finding of a must position; its quote stands once in the text. `more` replaces any field."""
    span = None if quote is None else Span(text.index(quote), text.index(quote) + len(quote))
    first: dict[str, Any] = {
        "clause_type": "renewal",
        "position": "renewal",
        "title": "Automatic renewal",
        "verdict": "missing" if quote is None else "unacceptable",
        "walk_away": False,
        "priority": "must",
        "provenance": "rules",
        "terms": {},
        "why": "Missing one date commits another year.",
        "ask": "End at term.",
    }
    return Finding(span=span, quote=quote, **first | more)


def review_of(text: str, *findings: Finding, **more: Any) -> Review:
    """A review by saas-customer that found these, by rules alone. `more` replaces any field."""
    first: dict[str, Any] = {
        "contract": contract_of(text),
        "playbook": PlaybookUsed("saas-customer", "1", "ab" * 32, "customer", "named"),
        "engine": Engine("1", None),
        "facts": Facts(),
        "readings": (),
    }
    return Review(findings=findings, **first | more)
