"""A redline as a reader sees it: the paragraphs that it touches, in kept, struck and inserted words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from app.domain.document import Document
from app.domain.edit import Edit
from app.domain.span import Span

# Words that stay are shown around a change to place it, no more of them than that takes.
_CONTEXT = 120


@dataclass(frozen=True)
class Piece:
    """A stretch of text and what becomes of it. "…" in a kept piece stands for text left out."""

    kind: Literal["kept", "struck", "inserted"]
    text: str


def marked(document: Document, edits: Sequence[Edit]) -> tuple[tuple[Piece, ...], ...]:
    """One sequence of pieces for each run of neighbouring paragraphs that the edits touch, in the order of the text."""
    return tuple(_pieces(document.text, span, inside) for span, inside in _passages(document, edits))


def _passages(document: Document, edits: Sequence[Edit]) -> list[tuple[Span, list[Edit]]]:
    """The edits by the paragraphs that they stand in; edits of one paragraph come together."""
    found: list[tuple[Span, list[Edit]]] = []
    for edit in sorted(edits, key=lambda edit: (edit.span.start, edit.span.end)):
        touched = document.paragraphs_in(edit.span)
        span = document.paragraphs[touched[0]].span.union(document.paragraphs[touched[-1]].span)
        if found and span.start <= found[-1][0].end:
            found[-1] = (found[-1][0].union(span), [*found[-1][1], edit])
        else:
            found.append((span, [edit]))
    return found


def _pieces(text: str, span: Span, edits: Sequence[Edit]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    at = span.start
    for edit in edits:
        kept = text[at : edit.span.start]
        pieces += (
            Piece("kept", _shortened(kept, head=at != span.start, tail=True)),
            Piece("struck", edit.span.of(text)),
            Piece("inserted", edit.replacement),
        )
        at = max(at, edit.span.end)
    pieces.append(Piece("kept", _shortened(text[at : max(at, span.end)], head=True, tail=False)))
    return tuple(piece for piece in pieces if piece.text)


def _shortened(text: str, *, head: bool, tail: bool) -> str:
    """Kept text without its middle; `head` and `tail` tell at which of its ends a change stands."""
    if len(text) <= _CONTEXT * (head + tail):
        return text
    before = text[:_CONTEXT].rpartition(" ")[0] + " " if head else ""
    after = " " + text[-_CONTEXT:].partition(" ")[2] if tail else ""
    return f"{before}…{after}"
