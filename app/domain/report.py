"""What a review hands over, beyond its findings: observations, gaps, rejected quotes, deadlines, exposure, usage."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from app.domain.contract import Contract
from app.domain.finding import Finding
from app.domain.reading import Reading
from app.domain.span import Span

FactValue = str | float | int | bool | date | tuple[str, ...]
FactSource = Literal["given", "contract", "playbook"]

SCHEMA_VERSION = 1


@dataclass(frozen=True, slots=True)
class Observation:
    """Something worth knowing that is no position's matter."""

    kind: Literal["injection", "inconsistency", "risk"]
    title: str
    why: str
    span: Span
    quote: str


@dataclass(frozen=True, slots=True)
class Gap:
    """A part of the text or of the work that wasn't done, and why. Nothing is dropped in silence."""

    stage: str
    span: Span | None
    reason: str


@dataclass(frozen=True, slots=True)
class Rejection:
    """A model's claim that was not accepted: its quote isn't in the text, or its value isn't in the vocabulary."""

    stage: str
    clause_type: str | None
    quote: str
    reason: str


@dataclass(frozen=True, slots=True)
class Deadline:
    """A calendar date, with the quote that it was computed from; `computed_from` says how, in words."""

    kind: str
    date: date
    quote: str
    span: Span
    computed_from: str


@dataclass(frozen=True, slots=True)
class Usage:
    """What a model's calls cost. `cost` is None where no price is known."""

    calls: int = 0
    prompt_tokens: int = 0
    cached_tokens: int = 0
    completion_tokens: int = 0
    cost: float | None = None
    seconds: float = 0.0

    def __add__(self, other: Usage) -> Usage:
        """Both together. The cost is known only if that of each part with calls is."""
        unknown = any(part.calls and part.cost is None for part in (self, other))
        cost = None if unknown or (self.cost is None and other.cost is None) else (self.cost or 0.0) + (other.cost or 0.0)
        return Usage(
            self.calls + other.calls, self.prompt_tokens + other.prompt_tokens, self.cached_tokens + other.cached_tokens,
            self.completion_tokens + other.completion_tokens, cost, self.seconds + other.seconds,
        )  # fmt: skip


@dataclass(frozen=True)
class Facts:
    """The deal's facts (names in `DOMAIN.md` 5), each with where it came from."""

    values: Mapping[str, FactValue] = field(default_factory=dict)
    sources: Mapping[str, FactSource] = field(default_factory=dict)

    def number(self, name: str) -> float | None:
        value = self.values.get(name)
        return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None

    def flag(self, name: str) -> bool | None:
        value = self.values.get(name)
        return value if isinstance(value, bool) else None

    def text(self, name: str) -> str | None:
        value = self.values.get(name)
        return value if isinstance(value, str) else None

    def names(self, name: str) -> tuple[str, ...]:
        value = self.values.get(name)
        return value if isinstance(value, tuple) else (value,) if isinstance(value, str) else ()

    def day(self, name: str) -> date | None:
        value = self.values.get(name)
        return value if isinstance(value, date) else None


@dataclass(frozen=True)
class PlaybookUsed:
    """Which playbook judged, and how it was chosen."""

    id: str
    version: str
    sha256: str
    side: str
    chosen: Literal["named", "automatic", "none"]
    overrides: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Engine:
    """What read: the rules' version, the model's name (None: rules alone) and the hash of every prompt file used."""

    rules_version: str
    model: str | None
    prompts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Review:
    """All that one review found. `report.as_json` renders it for readers outside."""

    contract: Contract
    playbook: PlaybookUsed
    engine: Engine
    facts: Facts
    readings: tuple[Reading, ...]
    findings: tuple[Finding, ...]
    observations: tuple[Observation, ...] = ()
    exposure: Mapping[str, object] | None = None
    deadlines: tuple[Deadline, ...] = ()
    gaps: tuple[Gap, ...] = ()
    rejected: tuple[Rejection, ...] = ()
    usage: Usage = Usage()
