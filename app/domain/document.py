"""A contract as text, with where each paragraph of it came from.

`Document.text` is the one coordinate system: paragraphs joined by "\\n"; body first (tables cell by cell, in place), then text
boxes, notes, headers and footers. A line break inside a paragraph is "\\v". A number that Word makes is `Paragraph.number`, not
text. Text that a tracked change deletes is absent; what one inserts is there, and recorded in `revisions`.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from app.domain.span import Span

Story = Literal["body", "textbox", "footnote", "endnote", "header", "footer"]
RevisionKind = Literal["insertion", "deletion", "move", "paragraph_mark", "row", "formatting"]
Format = Literal["docx", "pdf", "txt", "md", "html"]


@dataclass(frozen=True, slots=True)
class Cell:
    """The place of a table cell: which table of the document, which row and column of it, all from 0."""

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a PDF page, in points from the page's lower left corner."""

    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, and what its layout tells of the structure.

    `number` is the automatic number as a reader sees it ("7.1", "(a)"), None when there is none or it was typed as text.
    `level` is the list level from 0, `heading` the outline level from 1 (a heading style), `bold` whether all its text is bold,
    `indent` the left indent in points. `part` and `index` say which `w:p` of which package part it is (index in document
    order, nested ones counted); `page` counts from 1. `final` is the last paragraph of a Word cell, text box, note, header, footer
    or body, which can lose its text but not be deleted.
    """

    span: Span
    story: Story = "body"
    number: str | None = None
    level: int | None = None
    heading: int | None = None
    style: str | None = None
    bold: bool = False
    indent: float = 0.0
    cell: Cell | None = None
    part: str | None = None
    index: int | None = None
    page: int | None = None
    box: Box | None = None
    final: bool = False


@dataclass(frozen=True, slots=True)
class Revision:
    """A tracked change that the file already holds. `span` is empty where the text is gone; `text` is what a deletion took."""

    kind: RevisionKind
    author: str
    date: datetime | None
    span: Span
    text: str = ""


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment that the file already holds; `parent` is the id of the one that it answers."""

    id: str
    author: str
    date: datetime | None
    span: Span
    text: str
    parent: str | None = None
    resolved: bool = False


@dataclass(frozen=True)
class Document:
    """A contract that was read. `hidden` spans are there for a machine and not for a person's eye (vanish, white, tiny)."""

    name: str
    format: Format
    sha256: str
    text: str
    paragraphs: tuple[Paragraph, ...]
    pages: int | None = None
    revisions: tuple[Revision, ...] = ()
    comments: tuple[Comment, ...] = ()
    hidden: tuple[Span, ...] = ()
    warnings: tuple[str, ...] = ()
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", tuple(p.span.start for p in self.paragraphs))

    @property
    def span(self) -> Span:
        return Span(0, len(self.text))

    def paragraph_at(self, offset: int) -> int:
        """The index of the paragraph that holds the character (or the end of paragraph) at `offset`."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def paragraphs_in(self, span: Span) -> range:
        """The indices of the paragraphs that a span touches."""
        first = self.paragraph_at(span.start)
        last = self.paragraph_at(max(span.start, span.end - 1))
        return range(first, last + 1)
