"""The paragraphs of a whole package in the order of `Document.text`, as elements with their flow.

Body first with its tables in place, then its text boxes, footnotes, endnotes, headers, footers. What a tracked change deletes
isn't there: rows, cells, and a paragraph mark, whose paragraph is one with the next. Tables and cells count as in `Cell`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from app.documents import limits
from app.documents.docx import names as ox
from app.documents.docx.flow import Fields, Flow, read_flow
from app.documents.docx.names import Element
from app.documents.docx.package import Package
from app.domain.document import Cell, Story
from app.errors import TooLarge

_PASSED = ox.MARKS | {ox.w("proofErr")}
_BLOCKS = frozenset({ox.P, ox.TBL, ox.SDT, ox.w("customXml"), ox.w("altChunk")})
_CONTENT = frozenset({ox.R, ox.HYPERLINK, ox.SDT, ox.w("smartTag"), ox.w("customXml"), ox.w("fldSimple")})
_NO_NOTE = ("separator", "continuationSeparator", "continuationNotice")


@dataclass(slots=True)
class Block:
    """A paragraph as a reader sees it. `elements` are its `w:p`s, several where marks between them are deleted.

    The last one's properties are the paragraph's. `fields` are the complex fields open before it. `covered` is a cell that a
    vertical merge hides. `final` is the last of its cell, note, text box, header, footer, content control or the body.
    """

    elements: tuple[Element, ...]
    part: str
    story: Story
    flow: Flow
    fields: tuple[str, ...] = ()
    cell: Cell | None = None
    covered: bool = False
    final: bool = False

    @property
    def last(self) -> Element:
        return self.elements[-1]


@dataclass
class Manuscript:
    """A package with its story parts parsed and walked. `trees` are in the order of the text."""

    package: Package
    trees: dict[str, Element]
    stories: dict[str, Story]
    blocks: list[Block] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join(block.flow.text for block in self.blocks)


def read_manuscript(package: Package) -> Manuscript:
    """Parse and walk the parts that hold text. Raises DocumentError or TooLarge."""
    trees = {package.main: package.parse(package.main)}
    stories: dict[str, Story] = {package.main: "body"}
    for part, story in _other_parts(package, trees[package.main]):
        if part not in trees:
            trees[part], stories[part] = package.parse(part), story
    blocks = walk(trees, stories)
    if len(blocks) > limits.MAX_PARAGRAPHS:
        raise TooLarge(package.name, f"it has more than {limits.MAX_PARAGRAPHS:,} paragraphs", "send the contract alone")
    return Manuscript(package, trees, stories, blocks)


def walk(trees: Mapping[str, Element], stories: Mapping[str, Story]) -> list[Block]:
    """The blocks of parsed parts, in order."""
    blocks: list[Block] = []
    tables = 0
    for part, root in trees.items():
        walker = _Walker(part, stories[part], tables)
        walker.story_part(root)
        blocks += walker.blocks
        blocks += walker.text_boxes()
        tables = walker.tables
    return blocks


def _other_parts(package: Package, body: Element) -> Iterator[tuple[str, Story]]:
    kinds: tuple[tuple[str, Story], ...] = (("footnotes", "footnote"), ("endnotes", "endnote"))
    for kind, story in kinds:
        for part in package.related(package.main, kind)[:1]:
            yield part, story
    targets = {r.id: r.target for r in package.relations(package.main) if not r.external}
    margins: tuple[Story, ...] = ("header", "footer")
    for margin in margins:
        there = package.related(package.main, margin)
        ids = [el.get(f"{{{ox.R_NS}}}id", "") for el in body.iter(ox.w(f"{margin}Reference"))]
        for part in dict.fromkeys([targets[i] for i in ids if targets.get(i) in there] + there):
            yield part, margin


class _Walker:
    """Walks one part. Text boxes wait until its paragraphs are done."""

    def __init__(self, part: str, story: Story, tables: int) -> None:
        self.part, self.story, self.tables = part, story, tables
        self.blocks: list[Block] = []
        self.fields = Fields()

    def story_part(self, root: Element) -> None:
        if self.story == "body":
            body = root.find(ox.w("body"))
            if body is not None:
                self.container(body, None, False)
        elif self.story in ("footnote", "endnote"):
            for note in root.iterchildren(ox.w(self.story)):
                if note.get(ox.TYPE) not in _NO_NOTE:
                    self.container(note, None, False)
        else:
            self.container(root, None, False)

    def text_boxes(self) -> list[Block]:
        """The paragraphs of the text boxes on the blocks so far, and of those in turn on theirs."""
        found: list[Block] = []
        waiting = [box for block in self.blocks for box in block.flow.boxes]
        while waiting:
            self.blocks, self.story, self.fields = [], "textbox", Fields()
            self.container(waiting.pop(0), None, False)
            found += self.blocks
            waiting[:0] = [box for block in self.blocks for box in block.flow.boxes]
        return found

    def container(self, el: Element, cell: Cell | None, covered: bool) -> None:
        groups = _joined(el)
        final = next((group for group in reversed(groups) if group[0].tag != ox.w("sectPr")), None)
        for group in groups:
            first = group[0]
            if first.tag == ox.P:
                before = tuple(self.fields.stack)
                flow = read_flow(group, self.fields)
                self.blocks.append(Block(group, self.part, self.story, flow, before, cell, covered, group is final))
            elif first.tag == ox.TBL:
                self.table(first)
            elif first.tag == ox.SDT:
                for content in first.iterchildren(ox.SDT_CONTENT):
                    self.container(content, cell, covered)
            elif first.tag in ox.WRAPPERS:
                self.container(first, cell, covered)

    def table(self, table: Element) -> None:
        number = self.tables
        self.tables += 1
        for row, tr in enumerate(rows_of(table)):
            column = int(_number(tr.find(ox.TRPR), "gridBefore"))
            for tc in cells_of(tr):
                properties = tc.find(ox.TCPR)
                merge = properties.find(ox.w("vMerge")) if properties is not None else None
                covered = merge is not None and merge.get(ox.VAL, "continue") == "continue"
                if not covered or any(el.text for el in tc.iter(ox.w("t"))):
                    self.container(tc, Cell(number, row, column), covered)
                column += max(1, _number(properties, "gridSpan"))


def rows_of(table: Element) -> Iterator[Element]:
    """The rows of a table that no tracked change deletes, content controls and the like looked through."""
    for tr in _through(table, ox.TR):
        properties = tr.find(ox.TRPR)
        if properties is None or properties.find(ox.DEL) is None:
            yield tr


def cells_of(row: Element) -> Iterator[Element]:
    for tc in _through(row, ox.TC):
        properties = tc.find(ox.TCPR)
        if properties is None or properties.find(ox.w("cellDel")) is None:
            yield tc


def _through(el: Element, wanted: str) -> Iterator[Element]:
    for child in el:
        if child.tag == wanted:
            yield child
        elif child.tag in ox.WRAPPERS or child.tag in ox.ADDED or child.tag == ox.SDT:
            yield from _through(child, wanted)


def mark_of(p: Element) -> Element | None:
    """The properties of a paragraph's mark."""
    properties = p.find(ox.PPR)
    return properties.find(ox.RPR) if properties is not None else None


def is_mark_removed(p: Element) -> bool:
    mark = mark_of(p)
    return mark is not None and any(child.tag in ox.REMOVED for child in mark)


def _joined(container: Element) -> list[tuple[Element, ...]]:
    """The block children of a container; paragraphs between which the mark is deleted stand together.

    A paragraph without mark and without content before a table vanishes; at the end of a container its mark has to stay.
    """
    siblings = list(_shown(container))
    groups: list[tuple[Element, ...]] = []
    for at in range(len(siblings) - 1, -1, -1):
        el = siblings[at]
        if el.tag == ox.P and is_mark_removed(el):
            following = groups[-1] if groups else None
            if following is not None and following[0].tag == ox.P:
                groups[-1] = (el, *following)
                continue
            must_stay = following is None and container.tag != ox.w("body")
            others = bool(groups and any(g[0].tag in _BLOCKS for g in groups)) or any(s.tag in _BLOCKS for s in siblings[:at])
            if others and not must_stay and not has_content(el):
                continue
        groups.append((el,))
    groups.reverse()
    return groups


def _shown(container: Element) -> Iterator[Element]:
    """Children that stand in the current text: without deleted tables, with what is inside insertions."""
    for el in container:
        if not isinstance(el.tag, str) or el.tag in _PASSED or el.tag in ox.REMOVED:
            continue
        if el.tag in ox.ADDED:
            yield from _shown(el)
        elif el.tag != ox.TBL or next(rows_of(el), None) is not None:
            yield el


def has_content(el: Element) -> bool:
    """Whether anything of a paragraph is in the current text, a link or a control without text included."""
    return any(c.tag in _CONTENT or (c.tag in ox.ADDED and has_content(c)) for c in el)


def _number(properties: Element | None, name: str) -> int:
    text = ox.val(properties, name) or "0"
    return int(text) if text.isdigit() and len(text) < 6 else 0
