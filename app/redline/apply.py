"""A document with edits made, as `Document.text` would be after them: for reading and judging again, not for a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.domain.document import Document, Paragraph
from app.domain.edit import Edit
from app.domain.span import Span


def apply_edits(document: Document, edits: Sequence[Edit]) -> Document:
    """The document after the edits. They don't overlap, and each stays inside one paragraph, makes new ones at a paragraph's end
    (its replacement begins with "\\n"; they are laid out like it, without a number of their own), or deletes whole paragraphs."""
    changes = sorted(edits, key=lambda edit: (edit.span.start, edit.span.end))
    paragraphs: list[Paragraph] = []
    texts: list[str] = []
    length = 0
    for index, paragraph in enumerate(document.paragraphs):
        mine = [
            e
            for e in changes
            if document.paragraph_at(e.span.start) == index or (e.span.start < paragraph.span.end and e.span.end > paragraph.span.start)
        ]
        text = _changed(document.text, paragraph.span, mine)
        if not text and len(paragraph.span) and any(e.span.covers(paragraph.span) and len(e.span) > len(paragraph.span) for e in mine):
            continue
        for part, piece in enumerate(text.split("\n")):
            span = Span(length, length + len(piece))
            paragraphs.append(replace(paragraph, span=span) if part == 0 else replace(paragraph, span=span, number=None, index=None))
            texts.append(piece)
            length += len(piece) + 1
    return replace(document, text="\n".join(texts), paragraphs=tuple(paragraphs), revisions=(), comments=(), hidden=())


def _changed(text: str, span: Span, edits: Sequence[Edit]) -> str:
    """A paragraph's text after its edits; one that begins before or ends after it counts as far as it lies within."""
    parts, at = [], span.start
    for edit in edits:
        start, end = max(edit.span.start, span.start), min(max(edit.span.end, edit.span.start), span.end)
        parts += [text[at:start], edit.replacement if edit.span.start >= span.start else ""]
        at = max(at, end)
    return "".join([*parts, text[at : span.end]])
