"""Builds a `Document` from the paragraphs that a format's reader found, in reading order.

The readers of plain text, Markdown, HTML and PDF give `Draft`s; here they get their spans. Blank drafts are dropped: they carry
nothing in these formats. A "\\n" inside a draft becomes "\\v", so that "\\n" only ever ends a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from app.documents import limits
from app.domain.document import Box, Cell, Document, Format, Paragraph, Story
from app.domain.span import Span
from app.errors import DocumentError, TooLarge

_BREAKS = re.compile(r"\r\n|[\n\r\f\x85\u2028\u2029]")
# Lone surrogates come out of broken encoders and can't be written as UTF-8; NUL and its like print as nothing.
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufeff]")


@dataclass(slots=True)
class Draft:
    """A paragraph before it has a span: its text, and what its layout tells. Fields as in `Paragraph`."""

    text: str
    story: Story = "body"
    number: str | None = None
    level: int | None = None
    heading: int | None = None
    style: str | None = None
    bold: bool = False
    indent: float = 0.0
    cell: Cell | None = None
    page: int | None = None
    box: Box | None = None
    hidden: bool = False


def assemble(
    name: str,
    format: Format,
    sha256: str,
    drafts: Iterable[Draft],
    *,
    pages: int | None = None,
    warnings: Iterable[str] = (),
) -> Document:
    """Join the drafts with "\\n" and give each its span. Raises DocumentError if no text is left, TooLarge if too many."""
    texts: list[str] = []
    paragraphs: list[Paragraph] = []
    hidden: list[Span] = []
    offset = 0
    for draft in drafts:
        text = clean(draft.text)
        if not text:
            continue
        span = Span(offset, offset + len(text))
        offset = span.end + 1
        texts.append(text)
        paragraphs.append(
            Paragraph(
                span=span, story=draft.story, number=draft.number, level=draft.level, heading=draft.heading,
                style=draft.style, bold=draft.bold, indent=draft.indent, cell=draft.cell, index=len(paragraphs),
                page=draft.page, box=draft.box,
            )
        )  # fmt: skip
        if draft.hidden:
            hidden.append(span)
        if len(paragraphs) > limits.MAX_PARAGRAPHS:
            raise TooLarge(name, f"it has more than {limits.MAX_PARAGRAPHS:,} paragraphs", "send the contract alone")
    if not paragraphs:
        raise DocumentError(name, "it has no text", "send the file that holds the contract's text")
    return Document(
        name=name, format=format, sha256=sha256, text="\n".join(texts), paragraphs=tuple(paragraphs), pages=pages,
        hidden=tuple(hidden), warnings=tuple(warnings),
    )  # fmt: skip


def clean(text: str) -> str:
    """One paragraph's text: line breaks as "\\v", no unprintable characters, nothing blank at either end."""
    return _UNPRINTABLE.sub("", _BREAKS.sub("\v", text)).strip(" \t\v")
