"""Word's coordinates and ours: paragraphs in, places in paragraphs out.

Word counts UTF-16 code units within a paragraph; `Document.text` counts code points over the whole text. A place carries a hash of its
paragraph's text as it was sent, so that the sender can tell whether the paragraph has changed since.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from typing_extensions import TypedDict

from app.documents.load import base_name
from app.domain.document import Document, Paragraph
from app.domain.span import Span
from app.errors import DocumentError

# One character for one, so that offsets stay: a line break inside a paragraph is "\v" with us; what no contract holds is a space.
_FOLDED = {**dict.fromkeys(range(0x20), " "), ord("\t"): "\t", ord("\v"): "\v", ord("\n"): "\v", ord("\r"): "\v", 0x7F: " "}


class PlaceOut(TypedDict):
    """A stretch of one paragraph, in UTF-16 code units; `sha256` is of the paragraph's text in UTF-8."""

    paragraph: int
    start: int
    end: int
    sha256: str


class WordEditOut(TypedDict):
    """A change in Word's terms: `text` replaces the stretch, or is a new paragraph after this one, or the paragraph goes."""

    op: Literal["replace", "insert_paragraph_after", "delete_paragraph"]
    paragraph: int
    start: int
    end: int
    sha256: str
    text: str


@dataclass(frozen=True)
class SentParagraph:
    """A paragraph as Word tells it. `number` is what its list shows ("7.1"), `heading` its outline level from 1."""

    text: str
    number: str | None = None
    heading: int | None = None


def document_of(name: str, sent: Sequence[SentParagraph]) -> Document:
    """The paragraphs as a document. Raises DocumentError for no text at all, or half a character."""
    name = base_name(name)
    folded = [each.text.translate(_FOLDED) for each in sent]
    if not any(text.strip() for text in folded):
        raise DocumentError(name, "none of its paragraphs has text", "send the paragraphs of the contract")
    paragraphs, start = [], 0
    for each, text in zip(sent, folded, strict=True):
        paragraphs.append(Paragraph(Span(start, start + len(text)), number=each.number, heading=each.heading))
        start += len(text) + 1
    text = "\n".join(folded)
    try:
        sha256 = hashlib.sha256(text.encode()).hexdigest()
    except UnicodeEncodeError:
        raise DocumentError(name, "a paragraph holds half a character", "send text that is valid Unicode") from None
    return Document(name, "docx", sha256, text, tuple(paragraphs))


class WordPlaces:
    """Turns spans and edits of a document into places in the paragraphs that were sent."""

    def __init__(self, document: Document, sent: Sequence[SentParagraph]) -> None:
        self._document = document
        self._hashes = [hashlib.sha256(each.text.encode()).hexdigest() for each in sent]

    def places(self, span: Span) -> list[PlaceOut]:
        """One place for each paragraph that the span touches."""
        return [self._place(paragraph, part) for paragraph, part in self._parts(span)]

    def edits(self, span: Span, replacement: str) -> list[WordEditOut]:
        """An edit in Word's terms. To be made from the last to the first, so that places stay true."""
        if not len(span) and replacement.startswith("\n"):
            at = self._document.paragraph_at(span.start)
            place = self._place(at, span)
            return [{"op": "insert_paragraph_after", **place, "text": text} for text in reversed(replacement[1:].split("\n"))]
        across = "\n" in span.of(self._document.text)
        edits: list[WordEditOut] = []
        for paragraph, part in self._parts(span):
            whole = across and not replacement and part == self._document.paragraphs[paragraph].span
            if len(part) or not across or whole:
                text = "" if edits else replacement
                edits.append({"op": "delete_paragraph" if whole else "replace", **self._place(paragraph, part), "text": text})
        return edits

    def _parts(self, span: Span) -> list[tuple[int, Span]]:
        paragraphs = self._document.paragraphs
        touched = [(index, paragraphs[index].span) for index in self._document.paragraphs_in(span)]
        return [(index, Span(max(span.start, own.start), max(own.start, min(span.end, own.end)))) for index, own in touched]

    def _place(self, paragraph: int, part: Span) -> PlaceOut:
        text, start = self._document.text, self._document.paragraphs[paragraph].span.start
        return {
            "paragraph": paragraph,
            "start": _units(text[start : part.start]),
            "end": _units(text[start : part.end]),
            "sha256": self._hashes[paragraph],
        }


def placed(entry: Mapping[str, Any], places: WordPlaces) -> dict[str, Any]:
    """A finding or observation of a report with its places beside its span, and its edits in Word's terms."""
    span = entry["span"]
    told = {**entry, "places": [] if span is None else places.places(Span(**span))}
    redline = entry.get("redline")
    if redline is not None:
        made = [places.edits(Span(**each["span"]), each["replacement"]) for each in redline["edits"]]
        told["redline"] = {**redline, "edits": [edit for edits in made for edit in edits]}
    return told


def _units(text: str) -> int:
    """The length of a text in UTF-16 code units: characters beyond the first plane take two."""
    return len(text) + sum(character > "\uffff" for character in text)
