"""Findings: what a review says of each position that the playbook assesses, and the redline that it proposes."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from app.domain.edit import Edit
from app.domain.reading import Proof, Reading
from app.domain.span import Span

Verdict = Literal["preferred", "fallback", "unacceptable", "missing", "elsewhere"]
Priority = Literal["must", "should", "nice"]
Provenance = Literal["rules", "model", "both", "conflict"]
Source = Literal["library", "template", "model"]

PRIORITIES: tuple[Priority, ...] = ("must", "should", "nice")
GRADES: dict[Verdict, int] = {"preferred": 0, "elsewhere": 1, "fallback": 1, "unacceptable": 2, "missing": 2}


@dataclass(frozen=True)
class Redline:
    """The edits proposed for a finding. Verified: every reader sees at least the fallback after them, and nothing got worse."""

    verified: bool
    verdict_after: Verdict | None
    source: Source
    comment: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True)
class Finding:
    """One position as the text stands.

    `span` is the passage that decides it, None where nothing does (a missing clause). `terms` are the terms that were judged, each
    with its proof; `open_terms` names those that the position needs and the text leaves open. `readings` holds what each reader
    said where they differ. `anchor` is what makes the clause one of its type (`span` may be a figure in a table). `prevails` is
    False for a finding that another clause overrides. `occurrence` tells apart findings of one position with the same quote.
    """

    clause_type: str
    position: str
    title: str
    verdict: Verdict
    walk_away: bool
    priority: Priority
    provenance: Provenance
    span: Span | None
    quote: str | None
    terms: Mapping[str, Proof]
    why: str
    ask: str
    open_terms: tuple[str, ...] = ()
    readings: Mapping[str, Reading] | None = None
    anchor: Span | None = None
    prevails: bool = True
    occurrence: int = 0
    redline: Redline | None = field(default=None, compare=False)

    @property
    def flagged(self) -> bool:
        """Whether it needs somebody's attention: unacceptable or missing, and not overridden."""
        return self.prevails and self.verdict in ("unacceptable", "missing")

    @property
    def id(self) -> str:
        """From position, quote and occurrence, so that a decision on it survives another run."""
        key = "\x1f".join((self.position, self.quote or "", str(self.occurrence)))
        return "f" + hashlib.sha256(key.encode()).hexdigest()[:12]

    @property
    def grade(self) -> tuple[int, bool]:
        """Orders verdicts from good to bad; a walk-away is worse than the same verdict without."""
        return GRADES[self.verdict], self.walk_away
