"""HTML: the text that a browser would show, cut where it would break lines into blocks.

Parsed by lxml's forgiving parser, without network and with its size limits on. Scripts, styles and the head are no text. What a style
or an attribute hides is kept and marked hidden: a reader doesn't see it, a model would. List numbers are the paragraph's
(`Paragraph.number`); "<br>" is a line break in the paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from app.documents.assemble import Draft, assemble
from app.documents.text import decode
from app.domain.document import Cell, Document
from app.errors import DocumentError, TooLarge

_SKIPPED = frozenset(
    "script style head title meta link template noscript iframe object embed svg math canvas audio video select option".split()
)
_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul".split()
)  # fmt: skip
_BOLD = frozenset("b strong th h1 h2 h3 h4 h5 h6".split())
_HIDDEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*0(?:\.\d+)?(?:p[tx]|"
    r"r?em|%)?\s*(?:;|$|!)|opacity\s*:\s*0(?:\.0+)?\s*(?:;|$|!)"
    r"|color\s*:\s*(?:#fff(?:fff)?\b|white\b|transparent|rgba?\(\s*255\s*,\s*255\s*,\s*255)",
    re.IGNORECASE,
)
_BACKGROUND = re.compile(r"background(?:-color)?\s*:\s*(?!\s*(?:#fff(?:fff)?\b|white|none|transparent))", re.IGNORECASE)
_DECLARED = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{2,20})", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\r\n\f]+")
_INDENT = 18.0
# Browsers stop at 512; a contract converted by any program stays below 100.
_MAX_DEPTH = 400


def read_html(name: str, data: bytes, sha256: str) -> Document:
    """Read an .html file. Raises DocumentError if it is binary or has no text, TooLarge if nested too deeply."""
    text = _decoded(name, data)
    parser = etree.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False, encoding="utf-8")
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser) if text.strip() else None
    except (etree.XMLSyntaxError, ValueError):
        raise DocumentError(name, "it can't be read as HTML", "save the page again or send the .docx") from None
    if root is None:
        raise DocumentError(name, "it has no text", "send the file that holds the contract's text")
    return assemble(name, "html", sha256, _Walk(name).drafts(root))


def _decoded(name: str, data: bytes) -> str:
    declared = _DECLARED.search(data[:4096])
    if declared and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        encoding = declared[1].decode("ascii").lower()
        if encoding not in ("utf-8", "utf8", "utf-16"):
            try:
                return decode(name, data.decode("cp1252" if encoding == "iso-8859-1" else encoding, "replace").encode())
            except LookupError:
                pass
    return decode(name, data)


@dataclass(frozen=True, slots=True)
class _State:
    """What an element's text inherits."""

    heading: int | None = None
    bold: bool = False
    hidden: bool = False
    pre: bool = False
    lists: int = 0
    cell: Cell | None = None


class _Walk:
    """Collects text until a block begins or ends; explicit stack, so that depth costs no recursion."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.parts: list[str] = []
        self.state = _State()
        self.all_bold = True
        self.number: str | None = None
        self.counts: list[tuple[str, int]] = []
        self.tables = 0
        self.rows: dict[int, int] = {}
        self.columns: dict[tuple[int, int], int] = {}
        self.found: list[Draft] = []

    def drafts(self, root: etree._Element) -> list[Draft]:
        self._walk(root)
        self._flush(_State())
        return self.found

    def _walk(self, root: etree._Element) -> None:
        stack: list[tuple[etree._Element, _State, Iterator[etree._Element]]] = []
        self._enter(root, _State(), stack)
        while stack:
            element, state, children = stack[-1]
            child = next(children, None)
            if child is not None:
                if len(stack) > _MAX_DEPTH:
                    raise TooLarge(
                        self.name, f"its elements are nested deeper than {_MAX_DEPTH} levels", "save the page as text or send the .docx"
                    )
                self._enter(child, state, stack)
                continue
            stack.pop()
            outer = stack[-1][1] if stack else _State()
            self._leave(element, state, outer)

    def _enter(self, element: etree._Element, outer: _State, stack: list[tuple[etree._Element, _State, Iterator[etree._Element]]]) -> None:
        tag = element.tag if isinstance(element.tag, str) else ""
        if not tag or tag in _SKIPPED or tag == "input":
            self._text(element.tail, outer)
            return
        if tag == "br":
            self.parts.append("\v")
            self._text(element.tail, outer)
            return
        if tag in _BLOCKS:
            self._flush(outer)
        state = self._state_of(element, tag, outer)
        self._text(element.text, state)
        stack.append((element, state, iter(element)))

    def _leave(self, element: etree._Element, state: _State, outer: _State) -> None:
        tag = str(element.tag)
        if tag in _BLOCKS:
            self._flush(state)
        if tag in ("ol", "ul") and self.counts:
            self.counts.pop()
        self._text(element.tail, outer)

    def _state_of(self, element: etree._Element, tag: str, outer: _State) -> _State:
        heading = int(tag[1]) if re.fullmatch("h[1-6]", tag) else outer.heading
        style = element.get("style") or ""
        white = _HIDDEN_STYLE.search(style)
        hidden = (
            outer.hidden
            or element.get("hidden") is not None
            or bool(white and not ("color" in white[0].lower() and _BACKGROUND.search(style)))
        )
        lists, cell = outer.lists, outer.cell
        if tag in ("ol", "ul"):
            lists += 1
            self.counts.append((self._list_type(element, tag, style), _integer(element.get("start"), 1) - 1))
        elif tag == "li" and self.counts:
            self._count(element)
        elif tag == "table":
            self.tables += 1
            self.rows[self.tables - 1] = -1
            cell = Cell(self.tables - 1, -1, -1)
        elif tag in ("td", "th"):
            cell = self._cell(outer.cell)
        elif tag == "tr" and outer.cell is not None:
            self.rows[outer.cell.table] += 1
            cell = Cell(outer.cell.table, self.rows[outer.cell.table], -1)
            self.columns[cell.table, cell.row] = -1
        bold = outer.bold or tag in _BOLD or bool(re.search(r"font-weight\s*:\s*(?:bold|[6-9]00)", style, re.IGNORECASE))
        return _State(heading, bold, hidden, outer.pre or tag == "pre" or "pre-wrap" in style, lists, cell)

    def _list_type(self, element: etree._Element, tag: str, style: str) -> str:
        if tag == "ul":
            return ""
        named = re.search(r"list-style(?:-type)?\s*:\s*([a-z-]+)", style, re.IGNORECASE)
        styles = {
            "lower-alpha": "a",
            "lower-latin": "a",
            "upper-alpha": "A",
            "upper-latin": "A",
            "lower-roman": "i",
            "upper-roman": "I",
            "none": "",
        }
        return styles.get(named[1].lower(), "1") if named else element.get("type") or "1"

    def _count(self, element: etree._Element) -> None:
        kind, count = self.counts[-1]
        count = _integer(element.get("value"), count + 1)
        self.counts[-1] = (kind, count)
        self.number = f"{_counted(kind, count)}." if kind else None

    def _cell(self, row: Cell | None) -> Cell | None:
        """The next cell of the row that is open; one outside of any row is no cell."""
        if row is None or row.row < 0:
            return None
        self.columns[row.table, row.row] += 1
        return Cell(row.table, row.row, self.columns[row.table, row.row])

    def _text(self, text: str | None, state: _State) -> None:
        if not text:
            return
        if state.hidden != self.state.hidden and "".join(self.parts).strip():
            self._flush(self.state)
        self.state = state
        if state.pre:
            self.parts.append(text.replace("\r\n", "\n").replace("\n", "\v"))
        else:
            self.parts.append(_SPACES.sub(" ", text))
        self.all_bold = self.all_bold and (state.bold or not text.strip())

    def _flush(self, state: _State) -> None:
        text = re.sub(r" *\v *", "\v", re.sub(" {2,}", " ", "".join(self.parts)) if not state.pre else "".join(self.parts)).strip()
        self.parts = []
        bold, self.all_bold = self.all_bold, True
        if not text:
            return
        used = self.state if self.state.cell or self.state.hidden else state
        self.found.append(
            Draft(
                text, number=self.number, level=used.lists - 1 if used.lists else None, heading=used.heading, bold=bold,
                indent=_INDENT * used.lists, cell=used.cell if used.cell and used.cell.column >= 0 else None, hidden=used.hidden,
            )
        )  # fmt: skip
        self.number = None


def _integer(text: str | None, default: int) -> int:
    return int(text) if text and re.fullmatch(r"-?\d{1,6}", text.strip()) else default


def _counted(kind: str, count: int) -> str:
    if kind in ("a", "A") and 1 <= count <= 26:
        letter = chr(96 + count)
        return letter.upper() if kind == "A" else letter
    if kind in ("i", "I") and 1 <= count < 400:
        roman = ""
        for value, digit in ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")):
            while count >= value:
                roman, count = roman + digit, count - value
        return roman.upper() if kind == "I" else roman
    return str(count)
