"""Cases put through the production pipeline, and what came out: one result for each case, and how it was made."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from app.documents.load import load_document
from app.domain.document import Document
from app.domain.report import Review
from app.review.pipeline import Request
from app.rules import RULES_VERSION
from evals.gold import Case
from evals.scorers import Counts, figures, score

ReviewOf = Callable[[Document, Request], Review]


@dataclass(frozen=True)
class Result:
    """One case: its counts, how long its review took in seconds, how many calls left a gap, and the ids of what was flagged."""

    case: str
    counts: Counts
    seconds: float
    gaps: int = 0
    findings: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Run:
    """A run over cases by one reader ("rules", or "rules and MODEL")."""

    reader: str
    results: tuple[Result, ...]

    @property
    def total(self) -> Counts:
        return sum((result.counts for result in self.results), Counts())

    def as_json(self) -> dict[str, Any]:
        """The run for a file; counts beside shares, so that runs can be added up and compared."""
        return {
            "reader": self.reader,
            "rules_version": RULES_VERSION,
            "cases": {
                r.case: {"seconds": round(r.seconds, 3), "gaps": r.gaps, "counts": asdict(r.counts), "figures": figures(r.counts)}
                for r in self.results
            },
            "figures": figures(self.total),
        }


def run(cases: Iterable[Case], review_of: ReviewOf, reader: str) -> Run:
    """Review each case with its own playbook and facts, and score it."""
    return Run(reader, tuple(_result(case, review_of) for case in cases))


def _result(case: Case, review_of: ReviewOf) -> Result:
    started = time.perf_counter()
    review = review_of(load_document(case.document), Request(playbook=case.playbook, facts=case.facts))
    flagged = frozenset(finding.id for finding in review.findings if finding.flagged)
    return Result(case.name, score(case, review), time.perf_counter() - started, len(review.gaps), flagged)


def stability(runs: Sequence[Run]) -> float | None:
    """The share of flagged findings that all runs of the same cases have; None where nothing was flagged."""
    by_case: dict[str, list[frozenset[str]]] = {}
    for each in runs:
        for result in each.results:
            by_case.setdefault(result.case, []).append(result.findings)
    union = sum(len(frozenset().union(*found)) for found in by_case.values())
    shared = sum(len(frozenset.intersection(*found)) for found in by_case.values())
    return round(shared / union, 4) if union else None
