"""Reader 2: a contract to what the model says of it, one call for each chunk of whole clauses.

What comes back are claims; `app.review.grounding` makes readings of those that the text proves. A call that failed is a gap with its
span: what couldn't be read isn't missing. Spans count in `Document.text`, budgets in tokens as `app.segment.chunks` estimates them.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeVar

from app.domain.contract import Contract
from app.domain.report import Gap, Usage
from app.domain.span import Span
from app.llm.answers import ChunkAnswer, parse_chunk_answer
from app.llm.client import ModelClient
from app.llm.excerpt import Excerpt, render_excerpt
from app.llm.prompts import READ_CLAUSES, RenderedPrompt, render_prompt
from app.llm.replies import CallFailed
from app.llm.schema import clause_readings_schema
from app.llm.vocabulary import render_clause_types

if TYPE_CHECKING:
    from app.segment.chunks import Chunk

T = TypeVar("T")

STAGE = "reading"
# About twelve pages: most agreements fit into one or two calls, and the answer stays below what models write at once.
CHUNK_TOKENS = 8000
# A chunk whose answer was cut off, or that was too long, is halved; below this there is nothing to gain.
_LEAST_TOKENS = 700
_HALVED = ("truncated", "too_long")


@dataclass(frozen=True)
class ModelReadings:
    """What the model said, chunk by chunk in the document's order, what it could not be asked, and what it cost."""

    answers: tuple[ChunkAnswer, ...] = ()
    gaps: tuple[Gap, ...] = ()
    usage: Usage = field(default_factory=Usage)


async def read_with_model(
    contract: Contract, client: ModelClient, *, chunk_tokens: int = CHUNK_TOKENS, only: Sequence[Span] | None = None
) -> ModelReadings:
    """Ask the model about every chunk, or only about those that touch a span of `only`.

    Never fails as a whole because calls did; raises ModelRefused if the endpoint refuses the key or the model.
    """
    started = time.perf_counter()
    wanted = [chunk for chunk in _chunks(contract, chunk_tokens) if only is None or any(chunk.span.overlaps(span) for span in only)]
    parts = await together([_read_chunk(contract, client, chunk, chunk_tokens) for chunk in wanted])
    usage = sum((part.usage for part in parts), Usage())
    return ModelReadings(
        tuple(answer for part in parts for answer in part.answers),
        tuple(gap for part in parts for gap in part.gaps),
        replace(usage, seconds=time.perf_counter() - started),
    )


def render_chunk(contract: Contract, chunk: Chunk) -> tuple[RenderedPrompt, Excerpt]:
    """The prompt for one chunk, and the excerpt that its answer's line numbers count in."""
    excerpt = render_excerpt(contract, chunk.span, headings=chunk.headings)
    inputs = {"sides": excerpt.sides, "elsewhere": excerpt.elsewhere, "clauses": excerpt.clauses}
    return render_prompt(READ_CLAUSES, clause_readings_schema(), clause_types=render_clause_types(), **inputs), excerpt


async def _read_chunk(contract: Contract, client: ModelClient, chunk: Chunk, tokens: int) -> ModelReadings:
    prompt, excerpt = render_chunk(contract, chunk)
    try:
        completion = await client.complete(prompt)
    except CallFailed as failure:
        failed = ModelReadings(gaps=(Gap(STAGE, chunk.span, str(failure)),), usage=failure.usage)
        return await _read_halves(contract, client, chunk, tokens, failed) if failure.reason in _HALVED else failed
    answer = parse_chunk_answer(completion.answer, chunk.span, excerpt.places)
    return ModelReadings((answer,), usage=completion.usage)


async def _read_halves(contract: Contract, client: ModelClient, chunk: Chunk, tokens: int, failed: ModelReadings) -> ModelReadings:
    """Read a chunk in smaller pieces; the gap that it would be stays if it can't be cut."""
    tokens //= 2
    pieces = [piece for piece in _chunks(contract, tokens) if piece.span.overlaps(chunk.span)] if tokens >= _LEAST_TOKENS else []
    if len(pieces) < 2:
        return failed
    pieces = [replace(piece, span=_shared(piece.span, chunk.span)) for piece in pieces]
    parts = await together([_read_chunk(contract, client, piece, tokens) for piece in pieces])
    return ModelReadings(
        tuple(answer for part in parts for answer in part.answers),
        tuple(gap for part in parts for gap in part.gaps),
        sum((part.usage for part in parts), failed.usage),
    )


async def together(calls: Sequence[Awaitable[T]]) -> list[T]:
    """Run them together; when one raises, the others are stopped before it is told."""
    tasks = [asyncio.ensure_future(call) for call in calls]
    try:
        return list(await asyncio.gather(*tasks))
    except BaseException:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        raise


def _shared(one: Span, other: Span) -> Span:
    return Span(max(one.start, other.start), min(one.end, other.end))


def _chunks(contract: Contract, tokens: int) -> list[Chunk]:
    from app.segment.chunks import chunks  # needs a splitter that only a review with a model shall load

    return chunks(contract, tokens)
