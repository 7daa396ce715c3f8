"""The report as readers outside get it: the shape of its JSON, one type for each object.

`as_json` fills these, the service publishes them as a JSON Schema, and a change that breaks a reader raises `SCHEMA_VERSION`. All
spans are half-open and count Unicode code points of the document's text; all dates are ISO 8601.
"""

from __future__ import annotations

from typing import Any, Literal

from typing_extensions import TypedDict

from app.domain.document import Format
from app.domain.finding import Priority, Provenance, Source, Verdict

TermValue = bool | int | float | str | list[str] | None


class SpanOut(TypedDict):
    start: int
    end: int


class PartyOut(TypedDict):
    name: str
    role: Literal["customer", "vendor"] | None


class DocumentOut(TypedDict):
    name: str
    format: Format
    sha256: str
    characters: int
    paragraphs: int
    pages: int | None
    parties: list[PartyOut]
    warnings: list[str]


class PlaybookOut(TypedDict):
    """`chosen` tells whether it was named, chosen to fit, or none fitted; then `id` is empty and nothing is called missing."""

    id: str
    version: str
    sha256: str
    side: str
    chosen: Literal["named", "automatic", "none"]
    overrides: dict[str, Any]


class EngineOut(TypedDict):
    """What read. `model` is null for rules alone; `prompts` maps each prompt file to its hash."""

    rules_version: str
    model: str | None
    prompts: dict[str, str]


class ClauseOut(TypedDict):
    """A labelled clause. `evidence` are the narrowest spans that prove the label; a clause of two types is listed twice."""

    id: str
    clause_type: str
    number: str | None
    heading: str | None
    span: SpanOut
    evidence: list[SpanOut]
    provenance: Literal["rules", "model", "both"]


class ReadingOut(TypedDict):
    """What one reader said where the two differ."""

    clause_type: str
    span: SpanOut
    quote: str
    terms: dict[str, TermValue]
    term_quotes: dict[str, str]


class ReadingsOut(TypedDict):
    rules: ReadingOut | None
    model: ReadingOut | None


class EditOut(TypedDict):
    span: SpanOut
    replacement: str


class RedlineOut(TypedDict):
    """Verified: every reader sees at least the fallback once it is made, and no other position got worse."""

    status: Literal["verified", "unverified"]
    verdict_after: Verdict | None
    source: Source
    comment: str
    edits: list[EditOut]


class FindingOut(TypedDict):
    """One position of the playbook as the text stands. `quote` is always the text of `span`; both are null where nothing decides."""

    id: str
    clause_type: str
    position: str
    title: str
    verdict: Verdict
    flagged: bool
    walk_away: bool
    priority: Priority
    provenance: Provenance
    span: SpanOut | None
    quote: str | None
    terms: dict[str, TermValue]
    term_quotes: dict[str, str]
    open_terms: list[str]
    readings: ReadingsOut | None
    prevails: bool
    why: str
    ask: str
    redline: RedlineOut | None


class ObservationOut(TypedDict):
    kind: Literal["injection", "inconsistency", "risk"]
    title: str
    why: str
    span: SpanOut
    quote: str


class DeadlineOut(TypedDict):
    kind: str
    date: str
    quote: str
    span: SpanOut
    computed_from: str


class GapOut(TypedDict):
    stage: str
    span: SpanOut | None
    reason: str


class RejectionOut(TypedDict):
    stage: str
    clause_type: str | None
    quote: str
    reason: str


class UsageOut(TypedDict):
    calls: int
    prompt_tokens: int
    cached_tokens: int
    completion_tokens: int
    cost: float | None
    seconds: float


class ReportOut(TypedDict):
    """A whole review: the document, what judged it, and all that was found."""

    schema_version: int
    document: DocumentOut
    playbook: PlaybookOut
    engine: EngineOut
    facts: dict[str, Any]
    fact_sources: dict[str, Literal["given", "contract", "playbook"]]
    clauses: list[ClauseOut]
    findings: list[FindingOut]
    observations: list[ObservationOut]
    exposure: dict[str, Any] | None
    deadlines: list[DeadlineOut]
    gaps: list[GapOut]
    rejected: list[RejectionOut]
    usage: UsageOut
