"""Markdown: headings, lists, tables and paragraphs, as a reader sees them rendered.

Parsed by markdown-it-py. Emphasis marks, links' addresses and escapes are not text. A numbered item's number is the paragraph's
(`Paragraph.number`), as Word's automatic ones are; a bullet is none. HTML inside is dropped but for its text and line breaks.
"""

from __future__ import annotations

import html
import re

from markdown_it import MarkdownIt
from markdown_it.token import Token

from app.documents.assemble import Draft, assemble
from app.documents.text import decode
from app.domain.document import Cell, Document
from app.errors import TooLarge

_INDENT = 18.0
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"<!--.*?(?:-->|$)|<[^>]*>", re.DOTALL)
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n.*?\n(?:---|\.\.\.)[ \t]*\n", re.DOTALL)
# Nested deeper than this, a text is made to exhaust the parser.
_MAX_NESTING = 60


def read_markdown(name: str, data: bytes, sha256: str) -> Document:
    """Read a .md file. Raises DocumentError if it is binary or has no text."""
    text = decode(name, data).replace("\r\n", "\n").replace("\r", "\n")
    if re.search(rf"(?m)^[ \t]{{0,3}}(?:>[ \t]?){{{_MAX_NESTING},}}", text):
        raise TooLarge(name, f"its quotations are nested deeper than {_MAX_NESTING} levels", "send the text without them")
    front = _FRONT_MATTER.match(text)
    parser = MarkdownIt("commonmark", {"maxNesting": _MAX_NESTING}).enable("table")
    return assemble(name, "md", sha256, _Walk(parser.parse(text[front.end() :] if front else text)).drafts)


class _Walk:
    """Turns the parser's flat list of tokens into paragraphs."""

    def __init__(self, tokens: list[Token]) -> None:
        self.drafts: list[Draft] = []
        self.lists: list[int | None] = []
        self.heading: int | None = None
        self.pending: str | None = None
        self.table = self.row = self.column = -1
        self.cell = False
        for token in tokens:
            self._take(token)

    def _take(self, token: Token) -> None:
        kind = token.type
        if kind == "heading_open":
            self.heading = int(token.tag[1])
        elif kind == "heading_close":
            self.heading = None
        elif kind in ("bullet_list_open", "ordered_list_open"):
            self.lists.append(int(token.attrGet("start") or 1) - 1 if kind == "ordered_list_open" else None)
        elif kind in ("bullet_list_close", "ordered_list_close"):
            self.lists.pop()
        elif kind == "list_item_open":
            self._begin_item(token)
        elif kind == "table_open":
            self.table, self.row = self.table + 1, -1
        elif kind == "tr_open":
            self.row, self.column = self.row + 1, -1
        elif kind in ("td_open", "th_open"):
            self.column, self.cell = self.column + 1, True
        elif kind in ("td_close", "th_close"):
            self.cell = False
        elif kind == "inline":
            self._add(*_plain(token))
        elif kind in ("code_block", "fence"):
            for line in token.content.splitlines():
                self._add(line, False)
        elif kind == "html_block":
            for line in _TAG.sub("", _BREAK.sub("\n", token.content)).splitlines():
                self._add(html.unescape(line), False)

    def _begin_item(self, token: Token) -> None:
        count = self.lists[-1] if self.lists else None
        if count is None:
            self.pending = None
            return
        self.lists[-1] = count + 1
        self.pending = f"{count + 1}{token.markup or '.'}"

    def _add(self, text: str, bold: bool) -> None:
        level = len(self.lists) - 1 if self.lists else None
        cell = Cell(self.table, self.row, self.column) if self.cell else None
        self.drafts.append(
            Draft(
                text, number=self.pending, level=level, heading=self.heading, bold=bold or bool(self.heading),
                indent=_INDENT * len(self.lists), cell=cell,
            )
        )  # fmt: skip
        if text.strip():
            self.pending = None


def _plain(token: Token) -> tuple[str, bool]:
    """The text of an inline token, and whether all of it is bold. A line's end is a blank, a hard one a line break."""
    parts: list[str] = []
    strong, all_bold = 0, True
    for child in token.children or ():
        if child.type == "strong_open":
            strong += 1
        elif child.type == "strong_close":
            strong -= 1
        elif child.type == "softbreak":
            parts.append(" ")
        elif child.type == "hardbreak":
            parts.append("\v")
        elif child.type == "html_inline":
            parts.append("\v" if _BREAK.match(child.content) else "")
        elif child.type in ("text", "code_inline", "text_special"):
            parts.append(child.content)
            all_bold = all_bold and (strong > 0 or not child.content.strip())
        elif child.type == "image":
            parts.append(child.content)
    return "".join(parts), all_bold and bool(parts)
