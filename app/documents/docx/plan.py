"""What a list of edits means for each paragraph, checked before anything is touched.

Offsets here count from a paragraph's start. Raises EditError by the edit's name when it can't be done exactly.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from app.domain.document import Document
from app.domain.edit import Edit, Redlining, in_order
from app.errors import EditError


@dataclass(slots=True)
class Inline:
    """A change within a paragraph: `start` to `end` gives way to `text`."""

    start: int
    end: int
    text: str
    name: str


@dataclass(slots=True)
class Anchor:
    """A comment over `start` to `end` of a paragraph. In a paragraph further on the range may only begin, or only end."""

    comment: str
    start: int | None
    end: int | None


@dataclass
class Work:
    """All that happens to one paragraph."""

    inline: list[Inline] = field(default_factory=list)
    anchors: list[Anchor] = field(default_factory=list)
    following: list[str] = field(default_factory=list)
    deleted: str | None = None


def plan(document: Document, redlinings: Sequence[Redlining], add_comment: dict[int, str]) -> dict[int, Work]:
    """The work on each paragraph, by its index. `add_comment` gives the comment's id of a redlining, by its place."""
    work: dict[int, Work] = {}
    named = [(edit, redlining.id or f"edit {n + 1}") for n, redlining in enumerate(redlinings) for edit in redlining.edits]
    names = {id(edit): name for edit, name in named}
    at = 0
    for edit in in_order(edit for edit, _ in named):
        name = names[id(edit)]
        if edit.span.start < at:
            raise EditError(name, "it overlaps with another edit", "join the two, or leave one out")
        if edit.span.end > len(document.text):
            raise EditError(name, "it reaches past the end of the text", "take spans from this document's text")
        at = edit.span.end
        _sort_in(document, edit, name, work)
    for n, redlining in enumerate(redlinings):
        if redlining.comment is not None:
            _sort_in_comment(document, redlining, add_comment[n], work)
    return work


def _sort_in(document: Document, edit: Edit, name: str, work: dict[int, Work]) -> None:
    start, end = edit.span.start, edit.span.end
    if "\n" in edit.span.of(document.text):
        if edit.replacement:
            raise EditError(name, "it reaches over a paragraph's end and inserts text", "edit each paragraph by itself")
        _sort_in_deletion(document, edit, name, work)
        return
    at = document.paragraph_at(start)
    paragraph = document.paragraphs[at]
    if edit.replacement.startswith("\n"):
        if start != end or start != paragraph.span.end:
            raise EditError(name, "it makes a new paragraph but isn't at the end of one", "begin a new paragraph at the end of another")
        work.setdefault(at, Work()).following += edit.replacement[1:].split("\n")
    elif "\n" in edit.replacement:
        raise EditError(name, "it would break a paragraph in two", "begin the text with a line end, at the end of a paragraph")
    else:
        offset = paragraph.span.start
        inline = work.setdefault(at, Work()).inline
        if inline and inline[-1].end == start - offset and start == end:
            inline[-1].text += edit.replacement
        else:
            inline.append(Inline(start - offset, end - offset, edit.replacement, name))


def _sort_in_deletion(document: Document, edit: Edit, name: str, work: dict[int, Work]) -> None:
    """Whole paragraphs go: between their starts, or between the ends before them."""
    paragraphs, start, end = document.paragraphs, edit.span.start, edit.span.end
    starts, ends = [p.span.start for p in paragraphs], [p.span.end for p in paragraphs]
    first = bisect_right(starts, start) - 1
    last = bisect_right(starts, end) - 1
    if starts[first] == start and starts[last] == end:
        gone = range(first, last)
    elif ends[first] == start and ends[last] == end:
        gone = range(first + 1, last + 1)
    elif starts[first] == start and ends[last] == end:
        gone = range(first, last)
        work.setdefault(last, Work()).inline.append(Inline(0, end - starts[last], "", name))
    else:
        raise EditError(name, "it begins or ends inside a paragraph and reaches over its end", "delete whole paragraphs, or edit each")
    for index in gone:
        work.setdefault(index, Work()).deleted = name


def _sort_in_comment(document: Document, redlining: Redlining, comment: str, work: dict[int, Work]) -> None:
    span, paragraphs = redlining.anchor, document.paragraphs
    if span.end > len(document.text):
        raise EditError(redlining.id or "a comment", "it is anchored past the end of the text", "take spans from this document's text")
    touched = document.paragraphs_in(span)
    first, last = touched[0], touched[-1]
    story, part = paragraphs[first].story, paragraphs[first].part
    if story in ("header", "footer"):
        raise EditError(redlining.id or "a comment", "Word keeps no comments in headers and footers", "leave the comment out")
    # A range stays in the part where it begins.
    while paragraphs[last].part != part or paragraphs[last].story != story:
        last -= 1
    low = span.start - paragraphs[first].span.start
    high = min(span.end, paragraphs[last].span.end) - paragraphs[last].span.start
    if first == last:
        work.setdefault(first, Work()).anchors.append(Anchor(comment, low, max(low, high)))
    else:
        work.setdefault(first, Work()).anchors.append(Anchor(comment, low, None))
        work.setdefault(last, Work()).anchors.append(Anchor(comment, None, high))
