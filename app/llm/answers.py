"""What a model said, as frozen types: claims that nobody has checked yet.

`at` is the number of the line that the model says it quotes. `ChunkAnswer.places` gives the span of each line of the excerpt that the
model saw, line 1 first; spans count in `Document.text`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.domain.span import Span

Claimed = bool | int | float | str | tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class TermAnswer:
    """A term that the model says a clause has, and the words that prove it."""

    name: str
    value: Claimed
    at: int
    quote: str


@dataclass(frozen=True, slots=True)
class ClauseAnswer:
    """A clause that the model says is there; `quote` are the words that make it one of its type."""

    clause_type: str
    at: int
    quote: str
    terms: tuple[TermAnswer, ...] = ()


@dataclass(frozen=True, slots=True)
class ObservationAnswer:
    """Something worth knowing that is no clause type's matter."""

    kind: str
    title: str
    why: str
    at: int
    quote: str


@dataclass(frozen=True, slots=True)
class ChunkAnswer:
    """What the model said of one chunk."""

    chunk: Span
    places: tuple[Span, ...]
    clauses: tuple[ClauseAnswer, ...] = ()
    observations: tuple[ObservationAnswer, ...] = ()

    def place(self, at: int) -> Span | None:
        """The span of a line; None if there was no such line."""
        return self.places[at - 1] if 1 <= at <= len(self.places) else None


def parse_chunk_answer(answer: Mapping[str, Any], chunk: Span, places: tuple[Span, ...]) -> ChunkAnswer:
    """The answer to `read_clauses` as types. It keeps to `schema.CLAUSE_READINGS`, which the client has checked."""
    clauses = tuple(
        ClauseAnswer(each["clause_type"], each["at"], each["quote"], tuple(map(_term, each["terms"]))) for each in answer["clauses"]
    )
    return ChunkAnswer(chunk, places, clauses, tuple(ObservationAnswer(**each) for each in answer["observations"]))


def _term(given: Mapping[str, Any]) -> TermAnswer:
    value = given["value"]
    return TermAnswer(given["name"], tuple(value) if isinstance(value, list) else value, given["at"], given["quote"])
