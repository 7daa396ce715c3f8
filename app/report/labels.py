"""The clause list of a report: which passage is of which type, by whom it was read so, and what proves it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from app.domain.reading import Reading
from app.domain.report import Review
from app.domain.span import Span
from app.report.places import Places


@dataclass(frozen=True)
class Label:
    """A passage of one type. `number` and `heading` are those of the smallest clause that holds it, or of one above."""

    id: str
    clause_type: str
    number: str | None
    heading: str | None
    span: Span
    evidence: tuple[Span, ...]
    provenance: Literal["rules", "model", "both"]


def labelled_clauses(review: Review) -> tuple[Label, ...]:
    """The labels in the order of the text. Readings of the same passage and type are one label; two types are two."""
    contract, groups = review.contract, dict[tuple[Span, str], list[Reading]]()
    for reading in review.readings:
        groups.setdefault((reading.clause, reading.clause_type), []).append(reading)
    places, counts, labels = Places(contract), dict[str, int](), list[Label]()
    for (span, clause_type), readings in sorted(groups.items()):
        clause = places.smallest(span)
        id = f"{clause.id if clause else 'text'}.{clause_type}"
        counts[id] = counts.get(id, 0) + 1
        labels.append(
            Label(
                id=id if counts[id] == 1 else f"{id}.{counts[id]}",
                clause_type=clause_type,
                number=places.inherited(clause, "number"),
                heading=places.inherited(clause, "heading"),
                span=span,
                evidence=_narrowest(reading.anchor for reading in readings),
                provenance=_provenance(readings),
            )
        )
    return tuple(labels)


def _narrowest(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans without those that hold another one whole, in order."""
    kept: list[Span] = []
    for span in sorted(set(spans), key=lambda span: (len(span), span.start)):
        if not any(span.covers(each) for each in kept):
            kept.append(span)
    return tuple(sorted(kept))


def _provenance(readings: Iterable[Reading]) -> Literal["rules", "model", "both"]:
    readers = {reading.reader for reading in readings}
    return "both" if len(readers) > 1 else readers.pop()
