"""The text of a paragraph, piece by piece, with the element and the run that hold each piece.

What a reviewer sees in Word's view "No Markup": inserted text is there, deleted text isn't, a field counts by its result. A
tab is "\\t", a line break "\\v", a no-break hyphen U+2011, an optional one U+00AD; other objects (pictures, note references,
formulas, page breaks) have no text. Offsets are code points from the paragraph's start.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from app.documents.docx import names as ox
from app.documents.docx.names import Element

# "text" shows; an "object" shows something that isn't text; "field" is the machinery of a complex field and its code.
PieceKind = Literal["text", "object", "field"]
_SPECIAL = {ox.w("tab"): "\t", ox.w("cr"): "\v", ox.w("noBreakHyphen"): "\u2011", ox.w("softHyphen"): "\u00ad"}
_NO_PIECE = frozenset({ox.RPR, ox.w("lastRenderedPageBreak"), ox.w("annotationRef"), ox.w("proofErr"), ox.COMMENT_REFERENCE})
_BR, _BR_LINE = ox.w("br"), (None, "textWrapping")
_SIMPLE_FIELD = ox.w("fldSimple")
_FLD_TYPE = ox.w("fldCharType")
# XML's own white space, which Word drops at the ends of a text without xml:space.
_SPACE = " \t\r\n"
_LINES = str.maketrans("\r\n", "  ")


@dataclass(slots=True)
class Piece:
    """`text` begins at `start` and is what the reader sees of `element`, a child of `run` (or, for a formula, of no run)."""

    start: int
    text: str
    element: Element
    run: Element | None
    kind: PieceKind = "text"
    in_field: bool = False

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(slots=True)
class Change:
    """A tracked insertion, deletion or move around runs; `text` is what a deletion took."""

    element: Element
    start: int
    end: int
    text: str = ""


@dataclass(slots=True)
class Flow:
    """A paragraph's pieces in order, the changes in it, its comments' ends and the text boxes that hang on it."""

    pieces: list[Piece] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    comments: list[tuple[str, Literal["start", "end", "reference"], int]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    length: int = 0

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


class Fields:
    """The complex fields that are open where a story is being read; they may reach over paragraphs."""

    def __init__(self, stack: Iterable[str] = ()) -> None:
        self.stack = list(stack)

    @property
    def in_code(self) -> bool:
        return "code" in self.stack

    def pass_by(self, kind: str | None) -> None:
        if kind == "begin":
            self.stack.append("code")
        elif self.stack:
            self.stack.pop()
            if kind == "separate":
                self.stack.append("result")

    def copy(self) -> Fields:
        return Fields(self.stack)


def read_flow(paragraphs: Iterable[Element], fields: Fields | None = None) -> Flow:
    """The flow of a paragraph: of one `w:p`, or of several whose marks between them are deleted.

    `fields` are those that are open before it, and are moved on to the paragraph's end.
    """
    flow = Flow()
    reader = _Reader(flow, fields if fields is not None else Fields())
    for p in paragraphs:
        reader.inline(p, simple_field=False)
    return flow


class _Reader:
    def __init__(self, flow: Flow, fields: Fields) -> None:
        self.flow, self.fields = flow, fields

    def inline(self, parent: Element, simple_field: bool) -> None:
        for el in parent:
            tag = el.tag
            if tag == ox.R:
                self.run(el, simple_field)
            elif tag == ox.PPR:
                continue
            elif tag in ox.ADDED:
                start = self.flow.length
                self.inline(el, simple_field)
                self.flow.changes.append(Change(el, start, self.flow.length))
            elif tag in ox.REMOVED:
                self.flow.changes.append(Change(el, self.flow.length, self.flow.length, removed_text(el)))
            elif tag == ox.SDT:
                for content in el.iterchildren(ox.SDT_CONTENT):
                    self.inline(content, simple_field)
            elif tag in ox.WRAPPERS:
                self.inline(el, simple_field or tag == _SIMPLE_FIELD)
            elif tag in (ox.COMMENT_START, ox.COMMENT_END):
                self.flow.comments.append((el.get(ox.ID, ""), "start" if tag == ox.COMMENT_START else "end", self.flow.length))
            elif tag == ox.ALTERNATE or tag in ox.FORMULAS:
                self.add("", el, None, "object")
                self.flow.boxes += boxes_in(el)

    def run(self, run: Element, simple_field: bool) -> None:
        for el in run:
            tag = el.tag
            if tag == ox.T:
                text = shown_text(el)
                if self.fields.stack and self.fields.in_code:
                    self.add("", el, run, "field")
                elif text:
                    self.add(text, el, run, "text", simple_field)
            elif tag in _NO_PIECE or not isinstance(tag, str):
                if tag == ox.COMMENT_REFERENCE:
                    self.flow.comments.append((el.get(ox.ID, ""), "reference", self.flow.length))
            elif tag == ox.FLD_CHAR:
                self.fields.pass_by(el.get(_FLD_TYPE))
                self.add("", el, run, "field")
            elif tag in (ox.INSTR_TEXT, ox.DEL_INSTR_TEXT, ox.DEL_TEXT):
                self.add("", el, run, "field")
            elif tag in _SPECIAL:
                self.add(_SPECIAL[tag], el, run, "text", simple_field)
            elif tag == _BR and el.get(ox.TYPE) in _BR_LINE:
                self.add("\v", el, run, "text", simple_field)
            else:
                self.add("", el, run, "object")
                if len(el):
                    self.flow.boxes += boxes_in(el)

    def add(self, text: str, el: Element, run: Element | None, kind: PieceKind, in_field: bool = False) -> None:
        inside = in_field or bool(self.fields.stack)
        self.flow.pieces.append(Piece(self.flow.length, text, el, run, kind, inside))
        self.flow.length += len(text)


def shown_text(el: Element) -> str:
    """What Word shows of a text element: without xml:space its outer white space is not there."""
    text = el.text or ""
    if el.get(ox.XML_SPACE) != "preserve":
        text = text.strip(_SPACE)
    return text.translate(_LINES) if "\n" in text or "\r" in text else text


def removed_text(el: Element) -> str:
    """The text that a deletion took."""
    parts: list[str] = []
    for child in el.iter(ox.DEL_TEXT, ox.T, *_SPECIAL, _BR):
        tag = child.tag
        if tag in (ox.DEL_TEXT, ox.T):
            parts.append(shown_text(child))
        elif tag in _SPECIAL:
            parts.append(_SPECIAL[tag])
        elif child.get(ox.TYPE) in _BR_LINE:
            parts.append("\v")
    return "".join(parts)


def boxes_in(el: Element) -> list[Element]:
    """The text boxes of an object, each once: of alternative contents the first choice, its fallback only without one."""
    found: list[Element] = []
    for child in el if el.tag != ox.ALTERNATE else _alternative(el):
        if child.tag == ox.TEXTBOX:
            found.append(child)
        elif len(child) and isinstance(child.tag, str):
            found += boxes_in(child)
    return found


def _alternative(el: Element) -> list[Element]:
    for name in (ox.CHOICE, ox.FALLBACK):
        for branch in el.iterchildren(name):
            if next(branch.iter(ox.TEXTBOX), None) is not None:
                return [branch]
    return []


def owner(el: Element) -> Element | None:
    """The `w:p` around an element."""
    return next(el.iterancestors(ox.P), None)
