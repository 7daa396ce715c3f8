"""Accept and reject tracked changes, as Word does: all of them, those of some authors, or those with some ids.

Runs and rows come or go, a rejected formatting change gives the old properties back, and a paragraph whose mark goes joins the
next one, which keeps its own properties (ECMA-376 17.13.5).
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from app.documents.docx import names as ox
from app.documents.docx.names import Element
from app.documents.docx.package import open_package, render_xml, write_package
from app.documents.docx.story import mark_of, read_manuscript

Chosen = Callable[[Element], bool]

_PASSED = ox.MARKS | {ox.w("proofErr")}
_BLOCKS = frozenset({ox.P, ox.TBL, ox.w("sdt"), ox.w("customXml"), ox.w("altChunk")})
_MOVE_RANGES = frozenset(tag for tag in ox.MARKS if "}move" in tag)
_IN_PROPERTIES = frozenset({ox.RPR, ox.TRPR, ox.w("numPr"), ox.w("ctrlPr")})
# What a rejected change of properties doesn't concern, for each kind.
_KEPT = {
    ox.w("pPrChange"): (ox.RPR, ox.SECTPR), ox.w("sectPrChange"): (ox.w("headerReference"), ox.w("footerReference")),
    ox.w("rPrChange"): (*ox.ADDED, *ox.REMOVED), ox.w("trPrChange"): (ox.INS, ox.DEL),
    ox.w("tcPrChange"): (ox.w("cellIns"), ox.w("cellDel"), ox.w("cellMerge")),
}  # fmt: skip
# Where in the properties they stand: before the others in these, after them elsewhere.
_FIRST = (ox.w("rPrChange"), ox.w("sectPrChange"))


def accept_all(data: bytes, authors: Collection[str] | None = None, name: str = "the file") -> bytes:
    """The file with the changes of these authors (None: everybody's) accepted. Raises DocumentError or TooLarge."""
    return _resolved(data, True, authors, name)


def reject_all(data: bytes, authors: Collection[str] | None = None, name: str = "the file") -> bytes:
    """The file with the changes of these authors (None: everybody's) rejected. Raises DocumentError or TooLarge."""
    return _resolved(data, False, authors, name)


def _resolved(data: bytes, accept: bool, authors: Collection[str] | None, name: str) -> bytes:
    manuscript = read_manuscript(open_package(name, data))
    package = manuscript.package
    changed: dict[str, bytes] = {}
    for part, root in manuscript.trees.items():
        chosen: Chosen = lambda el: authors is None or el.get(ox.AUTHOR) in authors  # noqa: E731
        if any(chosen(el) for el in root.iter(*ox.ADDED, *ox.REMOVED, *ox.PROPERTY_CHANGES, ox.w("cellIns"), ox.w("cellDel"))):
            resolve(root, accept, chosen, everything=authors is None)
            changed[part] = render_xml(root, package.read(part))
    return write_package(package, changed) if changed else data


def resolve(root: Element, accept: bool, chosen: Chosen, *, everything: bool = False) -> None:
    """Accept or reject the chosen changes of a part in place. With `everything` the ranges of moves go too."""
    _resolve_properties(root, accept, chosen)
    _resolve_rows(root, accept, chosen)
    _resolve_content(root, accept, chosen)
    if everything:
        for el in list(root.iter(*_MOVE_RANGES)):
            _drop(el)
    _resolve_marks(root, accept, chosen)


def _resolve_properties(root: Element, accept: bool, chosen: Chosen) -> None:
    for change in [el for el in root.iter(*ox.PROPERTY_CHANGES) if chosen(el)]:
        properties = change.getparent()
        if properties is None:
            continue
        old = change[0] if len(change) else None
        properties.remove(change)
        if accept or change.tag == ox.w("numberingChange"):
            continue
        kept = [child for child in properties if child.tag in _KEPT.get(change.tag, ())]
        for child in list(properties):
            properties.remove(child)
        restored = list(old) if old is not None else []
        properties.extend(kept + restored if change.tag in _FIRST else restored + kept)


def _resolve_rows(root: Element, accept: bool, chosen: Chosen) -> None:
    emptied: set[Element] = set()
    for row in list(root.iter(ox.TR)):
        properties = row.find(ox.TRPR)
        for mark in [m for m in properties if m.tag in (ox.INS, ox.DEL) and chosen(m)] if properties is not None else []:
            if (mark.tag == ox.INS) == accept:
                _drop(mark)
                if properties is not None and len(properties) == 0:
                    _drop(properties)
            elif row.getparent() is not None:
                emptied.update(row.iterancestors(ox.TBL))
                _drop(row)
    for cell in list(root.iter(ox.TC)):
        properties = cell.find(ox.TCPR)
        marks = [m for m in properties if m.tag in (ox.w("cellIns"), ox.w("cellDel")) and chosen(m)] if properties is not None else []
        for mark in marks:
            if (mark.tag == ox.w("cellIns")) == accept:
                _drop(mark)
            elif cell.getparent() is not None:
                _drop(cell)
    for table in emptied:
        if next(table.iter(ox.TR), None) is None:
            _drop(table)


def _resolve_content(root: Element, accept: bool, chosen: Chosen) -> None:
    """Runs and what else stands inside insertions and deletions: unwrapped, or gone but for the marks of other things."""
    for change in [el for el in root.iter(*ox.ADDED, *ox.REMOVED) if chosen(el)]:
        parent = change.getparent()
        if parent is None or parent.tag in _IN_PROPERTIES or not _hangs_on(change, root):
            continue
        if (change.tag in ox.ADDED) != accept:
            for mark in list(change.iter(*ox.MARKS)):
                change.addprevious(mark)
            _drop(change)
            continue
        for child in list(change):
            change.addprevious(child)
        _drop(change)
    for el in list(root.iter(ox.DEL_TEXT, ox.DEL_INSTR_TEXT)):
        if next(el.iterancestors(*ox.REMOVED), None) is None:
            el.tag = ox.T if el.tag == ox.DEL_TEXT else ox.INSTR_TEXT


def _resolve_marks(root: Element, accept: bool, chosen: Chosen) -> None:
    """Paragraph marks, from the last to the first, so that chains join."""
    for p in reversed(list(root.iter(ox.P))):
        of_mark = mark_of(p)
        if of_mark is None:
            continue
        goes = False
        for mark in [m for m in of_mark if (m.tag in ox.ADDED or m.tag in ox.REMOVED) and chosen(m)]:
            of_mark.remove(mark)
            goes = goes or (mark.tag in ox.ADDED) != accept
        if len(of_mark) == 0:
            _drop(of_mark)
        if goes and p.getparent() is not None:
            _join_next(p)


def _join_next(p: Element) -> None:
    following = p.getnext()
    while following is not None and (following.tag in _PASSED or not isinstance(following.tag, str)):
        following = following.getnext()
    content = [child for child in p if child.tag != ox.PPR]
    if following is not None and following.tag == ox.P:
        at = 1 if len(following) and following[0].tag == ox.PPR else 0
        for child in reversed(content):
            following.insert(at, child)
        _drop(p)
        return
    parent = p.getparent()
    if parent is None:
        return
    others = any(child.tag in _BLOCKS for child in parent if child is not p)
    must_stay = following is None and parent.tag != ox.w("body")
    if others and not must_stay and not any(child.tag not in _PASSED for child in content):
        for child in content:
            p.addprevious(child)
        _drop(p)


def _hangs_on(el: Element, root: Element) -> bool:
    """Whether an element is still in the tree: what was around it may have gone."""
    top = el
    while (above := top.getparent()) is not None:
        top = above
    return top is root


def _drop(el: Element) -> None:
    parent = el.getparent()
    if parent is not None:
        el.tail = None
        parent.remove(el)
