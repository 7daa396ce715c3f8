"""Edits asked for by their words, as people and agents give them: found in the text, all or none.

Each is `{part?, old, new, occurrence?, comment?}` or `{op: delete_paragraph | insert_paragraph_after, old, new, occurrence?,
part?}`. `old` lies in one paragraph of the part's current text; `occurrence` counts from 0 over the part. "\\n" in a text stands
for a line break, as "\\v" does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, ValidationError, model_validator

from app.compare.words import word_edits
from app.domain.document import Document, Paragraph
from app.domain.edit import Edit, Redlining, deletion
from app.domain.span import Span
from app.errors import EditError

MAIN_PART = "word/document.xml"


class EditRequest(BaseModel):
    """One edit as asked for."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    old: str
    new: str | None = None
    op: Literal["replace", "delete_paragraph", "insert_paragraph_after"] = "replace"
    part: str = MAIN_PART
    occurrence: int | None = None
    comment: str | None = None

    @model_validator(mode="after")
    def _makes_sense(self) -> Self:
        if not self.old:
            raise ValueError("old is empty; quote the words to be changed")
        if self.op == "delete_paragraph" and self.new:
            raise ValueError("new has to be null in delete_paragraph")
        if self.op != "delete_paragraph" and self.new is None:
            raise ValueError('new is missing; give the text, or "" to delete')
        if self.occurrence is not None and self.occurrence < 0:
            raise ValueError("occurrence counts from 0")
        return self


def locate_requests(document: Document, requests: Sequence[EditRequest | Mapping[str, object]]) -> list[Redlining]:
    """The redlinings that the requests ask for, in their order; spans count in `document.text`.

    All are looked up in the text as it is, before any is made. Raises EditError, naming the edit by its place in the list from
    1, when one is malformed, isn't there, could be meant for several places, or overlaps another.
    """
    found: list[Redlining] = []
    taken: list[tuple[Span, str]] = []
    for n, request in enumerate(requests, start=1):
        name = f"edit {n}"
        asked = request if isinstance(request, EditRequest) else parse_request(request, name)
        paragraph, span = _place(document, asked, name)
        redlining, touched = _redlining(document, asked, paragraph, span, name)
        taken.append((touched, name))
        if redlining is not None:
            found.append(redlining)
    _refuse_overlaps(taken)
    return found


def parse_request(request: Mapping[str, object], name: str) -> EditRequest:
    """Check one edit of a list. Raises EditError by the name given."""
    try:
        return EditRequest.model_validate(dict(request))
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(step) for step in first["loc"])
        said = str(first["msg"]).removeprefix("Value error, ")
        problem, _, remedy = said.partition("; ")
        raise EditError(name, f"{where}: {problem}" if where else problem, remedy or "see the format of edits in the manual") from None


def _place(document: Document, asked: EditRequest, name: str) -> tuple[int, Span]:
    hits = list(_hits(document, asked))
    if not any(p.part == asked.part for p in document.paragraphs):
        raise EditError(name, "the document has no such part with text", f"leave part out for {MAIN_PART}")
    if not hits:
        raise EditError(name, "its old text is not in the part, within one paragraph", "quote the current text exactly")
    if asked.occurrence is None:
        if len(hits) > 1:
            raise EditError(name, f"its old text is there {len(hits)} times", "say which with occurrence, from 0, or quote more words")
        return hits[0]
    if asked.occurrence >= len(hits):
        raise EditError(name, f"its old text is there {len(hits)} times only", "occurrence counts from 0")
    return hits[asked.occurrence]


def _hits(document: Document, asked: EditRequest) -> Iterator[tuple[int, Span]]:
    """Where the words stand, overlapping ones too, in the order of the part's paragraphs in the file."""
    old = asked.old.replace("\n", "\v")
    inside = [i for i, p in enumerate(document.paragraphs) if p.part == asked.part]
    inside.sort(key=lambda i: document.paragraphs[i].index or 0)
    for i in inside:
        span = document.paragraphs[i].span
        at = document.text.find(old, span.start, span.end)
        while at != -1:
            yield i, Span(at, at + len(old))
            at = document.text.find(old, at + 1, span.end)


def _redlining(document: Document, asked: EditRequest, at: int, span: Span, name: str) -> tuple[Redlining | None, Span]:
    """The redlining, None when nothing changes; and the span that the edit takes for itself."""
    paragraph = document.paragraphs[at]
    new = (asked.new or "").replace("\n", "\v")
    if asked.op == "insert_paragraph_after":
        end = Span(paragraph.span.end, paragraph.span.end)
        return Redlining((Edit(end, "\n" + new),), span, asked.comment, name), end
    if asked.op == "delete_paragraph":
        edit = _deleted(document, at, paragraph)
        if edit is None:
            return None, paragraph.span
        return Redlining((edit,), paragraph.span, asked.comment, name), paragraph.span
    edits = tuple(word_edits(span.start, span.of(document.text), new))
    if not edits and asked.comment is None:
        return None, span
    return Redlining(edits, span, asked.comment, name), span


def _deleted(document: Document, at: int, paragraph: Paragraph) -> Edit | None:
    """The whole paragraph; only its text where its mark has to stay, at the end of a cell, a note or the document."""
    if not paragraph.final:
        return deletion(document, at, at)
    return Edit(paragraph.span, "") if len(paragraph.span) else None


def _refuse_overlaps(taken: list[tuple[Span, str]]) -> None:
    at, before = 0, ""
    for span, name in sorted(taken, key=lambda each: each[0]):
        if before and span.start < at:
            raise EditError(name, f"it overlaps with {before}", "join the two, or leave one out")
        if span.end >= at:
            at, before = span.end, name
