"""A review as plain JSON, in the shape that `wire` fixes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from app.domain.finding import Finding, Redline
from app.domain.reading import Proof, Reading
from app.domain.report import SCHEMA_VERSION, Review
from app.domain.span import Span
from app.report.labels import labelled_clauses

if TYPE_CHECKING:  # typing_extensions, which `wire` needs, costs a start-up more than it is worth
    from app.report import wire


def as_json(review: Review) -> wire.ReportOut:
    """The report: findings in the order of the playbook, all else in the order of the text."""
    text = review.contract.text
    return {
        "schema_version": SCHEMA_VERSION,
        "document": _document(review),
        "playbook": {
            "id": review.playbook.id,
            "version": review.playbook.version,
            "sha256": review.playbook.sha256,
            "side": review.playbook.side,
            "chosen": review.playbook.chosen,
            "overrides": _plain(review.playbook.overrides),
        },
        "engine": {
            "rules_version": review.engine.rules_version,
            "model": review.engine.model,
            "prompts": dict(sorted(review.engine.prompts.items())),
        },
        "facts": _plain(review.facts.values),
        "fact_sources": dict(review.facts.sources),
        "clauses": [
            {
                "id": each.id,
                "clause_type": each.clause_type,
                "number": each.number,
                "heading": each.heading,
                "span": _span(each.span),
                "evidence": [_span(span) for span in each.evidence],
                "provenance": each.provenance,
            }
            for each in labelled_clauses(review)
        ],
        "findings": [_finding(each, text) for each in review.findings],
        "observations": [
            {"kind": each.kind, "title": each.title, "why": each.why, "span": _span(each.span), "quote": each.quote}
            for each in review.observations
        ],
        "exposure": None if review.exposure is None else _plain(review.exposure),
        "deadlines": [
            {
                "kind": each.kind,
                "date": each.date.isoformat(),
                "quote": each.quote,
                "span": _span(each.span),
                "computed_from": each.computed_from,
            }
            for each in review.deadlines
        ],
        "gaps": [{"stage": each.stage, "span": _maybe(each.span), "reason": each.reason} for each in review.gaps],
        "rejected": [
            {"stage": each.stage, "clause_type": each.clause_type, "quote": each.quote, "reason": each.reason} for each in review.rejected
        ],
        "usage": {
            "calls": review.usage.calls,
            "prompt_tokens": review.usage.prompt_tokens,
            "cached_tokens": review.usage.cached_tokens,
            "completion_tokens": review.usage.completion_tokens,
            "cost": review.usage.cost,
            "seconds": round(review.usage.seconds, 3),
        },
    }


def json_bytes(review: Review) -> bytes:
    """The report as a JSON file in UTF-8, readable by people too."""
    return (json.dumps(as_json(review), ensure_ascii=False, indent=1) + "\n").encode()


def _document(review: Review) -> wire.DocumentOut:
    document = review.contract.document
    return {
        "name": document.name,
        "format": document.format,
        "sha256": document.sha256,
        "characters": len(document.text),
        "paragraphs": len(document.paragraphs),
        "pages": document.pages,
        "parties": [{"name": party.name, "role": party.role} for party in review.contract.parties],
        "warnings": list(document.warnings),
    }


def _finding(finding: Finding, text: str) -> wire.FindingOut:
    return {
        "id": finding.id,
        "clause_type": finding.clause_type,
        "position": finding.position,
        "title": finding.title,
        "verdict": finding.verdict,
        "flagged": finding.flagged,
        "walk_away": finding.walk_away,
        "priority": finding.priority,
        "provenance": finding.provenance,
        "span": _maybe(finding.span),
        "quote": finding.quote,
        "terms": {**dict.fromkeys(finding.open_terms), **_values(finding.terms)},
        "term_quotes": _quotes(finding.terms, text),
        "open_terms": list(finding.open_terms),
        "readings": None if finding.readings is None else _readings(finding.readings, text),
        "prevails": finding.prevails,
        "why": finding.why,
        "ask": finding.ask,
        "redline": None if finding.redline is None else _redline(finding.redline),
    }


def _readings(readings: Mapping[str, Reading], text: str) -> wire.ReadingsOut:
    rules, model = (readings.get(reader) for reader in ("rules", "model"))
    return {
        "rules": None if rules is None else _reading(rules, text),
        "model": None if model is None else _reading(model, text),
    }


def _reading(reading: Reading, text: str) -> wire.ReadingOut:
    return {
        "clause_type": reading.clause_type,
        "span": _span(reading.anchor),
        "quote": reading.anchor.of(text),
        "terms": _values(reading.terms),
        "term_quotes": _quotes(reading.terms, text),
    }


def _redline(redline: Redline) -> wire.RedlineOut:
    return {
        "status": "verified" if redline.verified else "unverified",
        "verdict_after": redline.verdict_after,
        "source": redline.source,
        "comment": redline.comment,
        "edits": [{"span": _span(edit.span), "replacement": edit.replacement} for edit in redline.edits],
    }


def _values(terms: Mapping[str, Proof]) -> dict[str, wire.TermValue]:
    return {name: list(proof.value) if isinstance(proof.value, tuple) else proof.value for name, proof in terms.items()}


def _quotes(terms: Mapping[str, Proof], text: str) -> dict[str, str]:
    return {name: proof.span.of(text) for name, proof in terms.items()}


def _span(span: Span) -> wire.SpanOut:
    return {"start": span.start, "end": span.end}


def _maybe(span: Span | None) -> wire.SpanOut | None:
    return None if span is None else _span(span)


def _plain(value: Any) -> Any:
    """A value of a mapping that has no type of its own (facts, exposure, overrides), as JSON can hold it."""
    if isinstance(value, Mapping):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, Span):
        return _span(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Iterable) and not isinstance(value, str | bytes):
        return [_plain(each) for each in value]
    return value
