"""Changes that are asked of a document: exact spans and what comes in their place.

An edit stays inside one paragraph, deletes whole paragraphs, or begins with "\\n" at a paragraph's end: one or more new
paragraphs, styled like that one. Spans count in `Document.text`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.document import Document
from app.domain.span import Span


@dataclass(frozen=True, slots=True)
class Edit:
    """`span` gives way to `replacement`.

    - An empty span inserts, an empty replacement deletes.
    - A replacement that begins with "\\n", at the end of a paragraph and with an empty span, makes new paragraphs ("\\n" parts
      them): styled and, in a list, numbered like the one they follow.
    - A span that holds a "\\n" deletes whole paragraphs and has an empty replacement: from the start of the first to the start
      of the one after the last, or from the end of the one before the first to the end of the last (`deletion` makes it).
      One from the first's start to the last's end leaves the last one standing, empty: the text says exactly what goes.
    - "\\v" is a line break, "\\t" a tab.
    """

    span: Span
    replacement: str

    def __post_init__(self) -> None:
        if len(self.span) == 0 and not self.replacement:
            raise ValueError(f"an edit that changes nothing at {self.span.start}")


@dataclass(frozen=True, slots=True)
class Redlining:
    """The edits that belong together (those of one finding), and what is said about them.

    `comment` is anchored at `anchor`, a span of the original text that isn't empty. Without edits it is a comment alone.
    `id` names it in errors: a finding's id, or an edit's place in a list.
    """

    edits: tuple[Edit, ...]
    anchor: Span
    comment: str | None = None
    id: str = ""


def deletion(document: Document, first: int, last: int) -> Edit:
    """The edit that takes the paragraphs of these indices out, both included."""
    start, end = document.paragraphs[first].span.start, document.paragraphs[last].span.end
    return Edit(Span(start - 1, end) if first else Span(start, min(end + 1, len(document.text))), "")


def in_order(edits: Iterable[Edit]) -> list[Edit]:
    """By place. Of insertions at the same place the earlier in the list comes first, and new paragraphs come last."""
    return sorted(edits, key=lambda edit: (edit.span.start, edit.span.end, edit.replacement.startswith("\n")))


def applied(text: str, edits: Iterable[Edit]) -> str:
    """The text with all edits made. Their spans all count in `text`; raises ValueError where two overlap."""
    parts: list[str] = []
    at = 0
    for edit in in_order(edits):
        if edit.span.start < at:
            raise ValueError(f"edits overlap at {edit.span.start}")
        parts += (text[at : edit.span.start], edit.replacement)
        at = edit.span.end
    return "".join([*parts, text[at:]])
