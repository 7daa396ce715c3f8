"""The clause tree: which line is a part of which, and how each would be cited.

Every node remembers the sequences of its children ("1" is at 7, "(a)" at 3). A numbered line goes where it continues a sequence,
below the number that its own begins with ("7.1" below "7" or "Article VII"), else below what is open. A heading without number goes
above the clause that follows it, or inside the clause whose sequence goes on after it. Schedules close everything and begin
their numbers anew. One pass, with look-ups by (style, ordinal); the cost is linear.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from app.domain.contract import ClauseKind
from app.segment.lines import RECITAL_HEADING, Line
from app.segment.marks import Mark, roman_value

_TOP_STYLES = frozenset(("1", "section", "§", "article", "part"))
# A typed "30." that is neither next nor near is the end of a sentence that was broken there.
_NEAR = 8
# No contract's numbering is deeper than this; what seems to be was made to exhaust us.
_DEEPEST = 12


@dataclass(slots=True, eq=False)
class Node:
    """A clause in the making. `last` is its own last paragraph; `scope` what its children's numbers are prefixed with."""

    line: Line | None
    parent: Node | None
    kind: ClauseKind = "clause"
    mark: Mark | None = None
    heading: str | None = None
    first: int = 0
    last: int = 0
    scope: str | None = None
    children: list[Node] = field(default_factory=list)
    sequences: dict[str, int] = field(default_factory=dict)

    @property
    def number(self) -> str | None:
        """The full number, as one would cite it: "7.1(a)", "Schedule 2, 3"."""
        local = self.local_number()
        if local is None or self.mark is None or self.mark.family == "attachment":
            return local
        scope = next((node.scope for node in self.ancestors() if node.scope), None)
        return f"{scope}, {local}" if scope else local

    def local_number(self) -> str | None:
        """The number within its schedule, or within the main part."""
        mark = self.mark
        if mark is None or mark.family == "bullet":
            return None
        plain = mark.style in ("1", "section") or mark.style.startswith("1@")
        nested = mark.family == "list" or (plain and self._below_numbers())
        if not nested:
            return mark.label
        above = next((n for n in self.ancestors() if n.scope or (n.mark and n.mark.family not in ("bullet", "part"))), None)
        base = "" if above is None or above.scope else above.local_number() or ""
        if mark.style.startswith("1@") and above is not None and above.mark is not None and above.mark.style.startswith("1"):
            return f"{base}.{mark.label}"
        label = mark.label if mark.label.startswith("(") else f"({mark.label})"
        return base + label

    def ancestors(self) -> Iterator[Node]:
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    def _below_numbers(self) -> bool:
        for node in self.ancestors():
            if node.scope:
                return False
            if node.mark and node.mark.family in ("decimal", "list"):
                return True
        return False


def build_tree(lines: list[Line], *, broken_lines: bool) -> Node:
    """Build the tree; the root stands for the document. `broken_lines`: the format may break paragraphs in the middle (PDF, text)."""
    return _Builder(lines, broken_lines).build()


class _Builder:
    def __init__(self, lines: list[Line], broken_lines: bool) -> None:
        self.lines = lines
        self.broken_lines = broken_lines
        self.root = Node(None, None)
        self.stack = [self.root]
        self.ranks: dict[int, int] = {}
        self.places: dict[tuple[str, int], list[int]] = {}
        for position, line in enumerate(lines):
            mark = line.mark
            while mark is not None:
                self.places.setdefault((mark.style, mark.ordinal), []).append(position)
                mark = mark.other
        self.ends = [p for p, line in enumerate(lines) if line.kind == "attachment"]

    def build(self) -> Node:
        for position, line in enumerate(self.lines):
            if not self._joined(line):
                self._place(position, line)
        return self.root

    def _place(self, position: int, line: Line) -> None:
        if line.kind == "title":
            self._close_to(self.root)
            self._leaf(line, "title")
        elif line.kind in ("contents", "apart"):
            self._close_to(self.root)
            self._leaf(line, "other")
        elif line.kind == "signature":
            self._close_to(self._going_on(position))
            self._leaf(line, "signature")
        elif line.kind == "row":
            self._close_lists(line)
            self._leaf(line, "table_row")
        elif line.kind == "attachment":
            self._close_to(self.root)
            self._open(line, line.mark, "heading").scope = line.mark.label if line.mark else None
        elif line.mark is not None and (mark := self._accepted(position, line, line.mark)):
            self._place_marked(line, mark)
        elif line.kind == "heading" and line.mark is None:
            self._place_heading(position, line)
        else:
            self._place_plain(line)

    # Numbered lines

    def _accepted(self, position: int, line: Line, mark: Mark) -> Mark | None:
        """The reading of the mark that fits here; None if it is no number after all."""
        readings = [mark, mark.other] if mark.other else [mark]
        for reading in readings:
            if self._continued(reading) is not None:
                return reading
        if mark.end == 0 or mark.family == "bullet":
            return mark
        if mark.weak and not (mark.ordinal == 1 and (line.whole or line.heading or self._has_second(position, mark))):
            return None
        if mark.style == "1" and not line.whole:
            home = self._holder(mark)
            last = home.sequences[mark.style] if home else 0
            if mark.ordinal > last + _NEAR or 1 < mark.ordinal <= last:
                return None
        if mark.ordinal != 1:
            for reading in readings:
                if self._holder(reading) is not None:
                    return reading
        return mark

    def _has_second(self, position: int, mark: Mark) -> bool:
        """Whether the second of the sequence follows before long: "A." alone may be an initial."""
        places = self.places.get((mark.style, mark.ordinal + 1), ())
        at = bisect_right(places, position)
        return at < len(places) and places[at] <= position + 40

    def _place_marked(self, line: Line, mark: Mark) -> None:
        home = self._home(line, mark) if len(self.stack) < 2 * _DEEPEST else self.root
        self._close_to(home)
        home.sequences[mark.style] = mark.ordinal
        self._open(line, mark, "heading" if line.whole and line.kind == "heading" and mark.family in ("part",) else "clause")

    def _home(self, line: Line, mark: Mark) -> Node:
        if len(mark.path) > 1:
            for node in self._within():
                if node.mark is not None and node.mark.path == mark.path[:-1]:
                    return node
        if line.rank is not None and mark.family != "list":
            return self._below_rank(line.rank, mark)
        continued = self._continued(mark)
        if continued is not None:
            return continued
        holder = self._holder(mark)
        # "1." once more may begin a list inside of (a); "(a)" inside of (a) doesn't happen.
        inner = mark.family == "decimal" and mark.ordinal == 1 and not line.whole and len(self.stack) < _DEEPEST
        if holder is not None and (holder is self.stack[-1] or not inner):
            return holder
        return self._first_of(mark)

    def _first_of(self, mark: Mark) -> Node:
        """Where a new sequence begins: below what is open, but a main number not below a list or among the recitals."""
        top = self.stack[-1]
        if mark.family in ("list", "bullet") or mark.style.startswith("1@"):
            if mark.family == "list" and top.mark is not None and top.mark.family == "bullet":
                return self._without_bullets()
            return top
        if mark.family in ("article", "part"):
            families = ("attachment", "part") if mark.family == "article" else ("attachment",)
            return next(n for n in reversed(self.stack) if n is self.root or n.scope or (n.mark and n.mark.family in families))
        for node in reversed(self.stack):
            if node is self.root or node.scope:
                return node
            if node.mark is None:
                if node.heading and RECITAL_HEADING.match(node.heading):
                    continue
                return node
            if node.mark.family in ("article", "part"):
                return node
            if len(mark.path) == 1 and mark.ordinal == 1 and node.local_number() and self._numbered(node):
                return node
        return self.root

    def _numbered(self, node: Node) -> bool:
        """Whether a node stands in the main numbering, so that what begins with 1 below it is a list of its own."""
        return any(n.mark is not None and n.mark.family in ("decimal", "article") for n in (node, *node.ancestors()))

    def _below_rank(self, rank: int, mark: Mark | None) -> Node:
        """The parent of a line in a heading style: the nearest open node of a higher style, or that its number continues."""
        if mark is not None and (continued := self._continued(mark)) is not None:
            return continued
        for node in reversed(self.stack):
            if node is self.root or (node.line is not None and node.line.rank is not None and node.line.rank < rank):
                return node
            if (
                node.mark is not None
                and node.mark.family in ("attachment", "part")
                and mark is not None
                and mark.family != node.mark.family
            ):
                return node
            if node.scope and node.mark is not None and node.mark.family == "attachment":
                return node
        return self.root

    def _continued(self, mark: Mark) -> Node | None:
        """The innermost open node in which the mark is the next of its sequence."""
        if mark.family == "bullet":
            return self._holder(mark)
        return next((n for n in self._within() if n.sequences.get(mark.style) == mark.ordinal - 1), None)

    def _holder(self, mark: Mark) -> Node | None:
        return next((n for n in self._within() if mark.style in n.sequences), None)

    def _within(self) -> Iterator[Node]:
        """The open nodes, innermost first, as far as the schedule that the text is in: numbers don't go on across its border."""
        for node in reversed(self.stack):
            yield node
            if node.scope:
                return

    # Headings without number

    def _place_heading(self, position: int, line: Line) -> None:
        following = self._next_mark(position)
        if line.rank is not None:
            home = self._below_rank(line.rank, None)
        elif following is not None and (above := self._above(following)) is not None:
            home = above
        else:
            home = self._going_on(position)
        restarts = (
            following is not None and following.ordinal == 1 and following.style in _TOP_STYLES
            and any(n.sequences.get(following.style, 0) >= 2 for n in (*self.stack, home))
        )  # fmt: skip
        if restarts:
            home = self.root
        self._close_to(home)
        node = self._open(line, None, "heading")
        if restarts and line.heading and len(line.heading) <= 60:
            node.scope = line.heading

    def _next_mark(self, position: int) -> Mark | None:
        for line in self.lines[position + 1 : position + 4]:
            if line.mark is not None:
                return line.mark if line.kind != "attachment" else None
            if line.kind != "heading":
                return None
        return None

    def _above(self, mark: Mark) -> Node | None:
        """For a heading just before a numbered line: the node whose sequence that line continues, so the heading divides it."""
        if mark.family == "bullet" or (mark.family == "list" and mark.ordinal == 1):
            return None
        node = self._continued(mark)
        if node is not None and node.line is not None and node.mark is None and node.parent is not None:
            node = node.parent  # the open heading ends where the next one begins
        return node

    def _going_on(self, position: int) -> Node:
        """The innermost open node that the numbering still returns to: what is unnumbered here stands inside of it."""
        bound = self.ends[i] if (i := bisect_right(self.ends, position)) < len(self.ends) else len(self.lines)
        for depth in range(len(self.stack) - 1, 0, -1):
            node = self.stack[depth]
            if node.scope:
                return node
            if node.line is not None and node.line.rank is not None and node.mark is None:
                return node
            if node.mark is not None and node.mark.family in ("decimal", "article", "part"):
                places = self.places.get((node.mark.style, node.mark.ordinal + 1), ())
                at = bisect_right(places, position)
                if at < len(places) and places[at] < bound:
                    return node
        return self.root

    # Lines without number

    def _place_plain(self, line: Line) -> None:
        self._close_lists(line)
        kind: ClauseKind = "clause"
        top = self.stack[-1]
        if (top.heading and top.mark is None and RECITAL_HEADING.match(top.heading)) or line.text.lstrip().upper().startswith("WHEREAS"):
            kind = "recital"
        self._leaf(line, kind)

    def _close_lists(self, line: Line) -> None:
        """Text after a list belongs to what the list is in, unless it is indented as deep as the list's items."""
        while len(self.stack) > 1:
            top = self.stack[-1]
            if top.mark is None or top.mark.family not in ("list", "bullet"):
                break
            if top.line is not None and line.indent > 0 and line.indent > top.line.indent + 1 and line.kind == "body":
                break
            if self._lead(top):
                break
            self.stack.pop()

    def _lead(self, node: Node) -> bool:
        """Whether a list item is a bare heading or number that its text follows."""
        return node.line is not None and node.line.whole and node.line.kind == "heading" and not node.children

    def _without_bullets(self) -> Node:
        return next(n for n in reversed(self.stack) if n.mark is None or n.mark.family != "bullet")

    def _joined(self, line: Line) -> bool:
        """Whether the line is a part of the last one: a title below "EXHIBIT A", the rest of a broken paragraph."""
        top = self.stack[-1]
        last = top.children[-1] if top.children else top
        if last.line is None or last.kind in ("title", "table_row", "signature", "other"):
            return False
        if line.kind not in ("heading", "body") or line.mark is not None:
            return False
        bare = last is top and not top.children and last.mark is not None and not _words_of(last)
        if bare and (line.kind == "heading" or (last.mark and last.mark.family not in ("attachment", "article", "part"))):
            last.last = line.last
            last.heading = line.heading
            last.line = Line(last.first, line.last, last.line.text + "\n" + line.text, last.line.kind, last.mark, line.heading,
                             line.whole, last.line.rank, last.line.indent)  # fmt: skip
            return True
        if not self.broken_lines or last.children or line.kind != "body" or last.line.whole:
            return False
        if line.text[:1].islower() and last.line.text.rstrip()[-1:] not in '.;:,!?)”"':
            last.last, last.line.text = line.last, last.line.text + "\n" + line.text
            return True
        return False

    # The stack

    def _open(self, line: Line, mark: Mark | None, kind: ClauseKind) -> Node:
        node = self._leaf(line, kind)
        node.mark = mark
        if mark is not None and kind == "clause" and mark.family == "list" and self._among_recitals(node):
            node.kind = "recital"
        self.stack.append(node)
        return node

    def _among_recitals(self, node: Node) -> bool:
        return any(n.heading and n.mark is None and RECITAL_HEADING.match(n.heading) for n in node.ancestors())

    def _leaf(self, line: Line, kind: ClauseKind) -> Node:
        parent = self.stack[-1]
        node = Node(line, parent, kind, line.mark if kind == "table_row" else None, line.heading, line.first, line.last)
        parent.children.append(node)
        return node

    def _close_to(self, node: Node) -> None:
        while self.stack[-1] is not node:
            self.stack.pop()


def _words_of(node: Node) -> str:
    """What a numbered line says beside its number."""
    if node.line is None or node.mark is None:
        return ""
    text = node.line.text
    if node.mark.family == "attachment":
        return node.heading or ""
    return text[node.mark.end :].strip()


def article_key(ident: str) -> int | None:
    """What an article is filed under, whether cited as "Article IX" or "Article 9"."""
    return int(ident) if ident.isdigit() else roman_value(ident)
