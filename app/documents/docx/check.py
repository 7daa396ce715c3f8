"""The self-check that every redline passes before it goes out; when in doubt it fails.

Our changes are rejected in a copy, which must then be the original: text, formatting, containers, tables, everybody else's
changes. Accepted, the text must be the one that the edits ask for. Ids must be unique and insertions not inside one another.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from copy import deepcopy

from lxml import etree

from app.documents.docx import names as ox
from app.documents.docx.flow import shown_text
from app.documents.docx.names import Element
from app.documents.docx.package import Package, open_package
from app.documents.docx.resolve import resolve
from app.documents.docx.story import read_manuscript, walk
from app.domain.document import Document
from app.domain.edit import Edit, applied
from app.errors import CounterclauseError, SelfCheckFailed

_COMMENT_MARKS = frozenset({ox.w("commentRangeStart"), ox.w("commentRangeEnd"), ox.COMMENT_REFERENCE})
_SKIPPED = frozenset({ox.w("proofErr"), ox.w("lastRenderedPageBreak")})
_REMEDY = "report this; the file was not written"


def self_check(original: bytes, redlined: bytes, document: Document, edits: Iterable[Edit], *, made: Collection[str]) -> None:
    """Raise SelfCheckFailed unless `redlined` is `original` with exactly these edits tracked.

    `document` is the reading of `original`; `made` are the ids of the tracked changes that are ours.
    """
    try:
        before = read_manuscript(open_package(document.name, original))
        after = read_manuscript(open_package(document.name, redlined))
    except CounterclauseError as error:
        raise SelfCheckFailed(document.name, f"the redline can't be read ({error.problem})", _REMEDY) from None
    edits = list(edits)
    if after.text != applied(document.text, edits):
        raise SelfCheckFailed(document.name, "the redline's text isn't the one that the edits ask for", _REMEDY)
    _check_ids(document.name, after.trees.values(), made)
    _check_other_parts(document.name, before.package, after.package, set(before.trees))
    comments = _comment_ids(after.trees.values()) - _comment_ids(before.trees.values())
    changed: list[tuple[Element, Element]] = []
    for part, root in after.trees.items():
        was = before.trees.get(part)
        if was is None:
            raise SelfCheckFailed(document.name, "the redline has another text part than the file", _REMEDY)
        if before.package.read(part) == after.package.read(part):
            continue
        resolve(root, False, lambda el: el.get(ox.ID) in made)
        _drop_comments(root, comments)
        changed.append((was, root))
    if "\n".join(block.flow.text for block in walk(after.trees, after.stories)) != document.text:
        raise SelfCheckFailed(document.name, "rejecting the redline doesn't give the text back", _REMEDY)
    if not all(_is_same(was, root) for was, root in changed):
        raise SelfCheckFailed(document.name, "rejecting the redline doesn't give the file back", _REMEDY)


def _is_same(was: Element, now: Element) -> bool:
    """Whether two parts say the same; how the text is cut into runs doesn't count. Uses the trees up."""
    was_paragraphs, now_paragraphs = list(_outer_paragraphs(was)), list(_outer_paragraphs(now))
    if len(was_paragraphs) != len(now_paragraphs):
        return False
    for one, other in zip(was_paragraphs, now_paragraphs, strict=True):
        if etree.tostring(one, with_tail=False) != etree.tostring(other, with_tail=False) and _signature(one) != _signature(other):
            return False
    for p in [*was_paragraphs, *now_paragraphs]:
        for child in list(p):
            p.remove(child)
        p.attrib.clear()
    for el in [row for root in (was, now) for row in root.iter(ox.TRPR) if len(row) == 0]:
        _drop(el)
    for el in [*was.iter(), *now.iter()]:
        # Between blocks, white space is only the writer's layout of the file.
        el.text, el.tail = (el.text or "").strip(), (el.tail or "").strip()
    return _canonical(was) == _canonical(now)


def _outer_paragraphs(root: Element) -> Iterable[Element]:
    return (p for p in root.iter(ox.P) if next(p.iterancestors(ox.P), None) is None)


def _signature(el: Element) -> list[object]:
    """What an element and all in it say: the texts of like runs in a row as one, everything else in full and in order."""
    out: list[object] = []
    _sign(el, (), out)
    return out


def _sign(el: Element, around: tuple[object, ...], out: list[object]) -> None:
    for child in el:
        if not isinstance(child.tag, str) or child.tag in _SKIPPED:
            continue
        if child.tag == ox.R:
            _sign_run(child, around, out)
        elif child.tag == ox.PPR:
            stated = _stated(child)
            if stated:
                out.append((around, stated))
        elif child.tag in ox.ADDED or child.tag in ox.REMOVED:
            # Somebody's change may have been cut in two: its id differs then, and nothing else does.
            kept = tuple(sorted((k, v) for k, v in child.attrib.items() if k != ox.ID))
            _sign(child, (*around, child.tag, kept), out)
        else:
            # A paragraph's own attributes are ids of editing sessions; a rejected paragraph takes over its neighbour's.
            own = () if child.tag == ox.P else tuple(sorted(child.attrib.items()))
            out.append((around, child.tag, own, (child.text or "").strip()))
            _sign(child, (*around, child.tag), out)
            out.append((around, "end", child.tag))


def _sign_run(run: Element, around: tuple[object, ...], out: list[object]) -> None:
    properties = run.find(ox.RPR)
    look = (*around, _look(properties) if properties is not None and len(properties) else b"")
    for child in run:
        if not isinstance(child.tag, str) or child.tag == ox.RPR or child.tag in _SKIPPED:
            continue
        if child.tag in (ox.T, ox.w("delText")):
            text = shown_text(child)
            if not text:
                continue
            if out and isinstance(out[-1], list) and out[-1][0] == (look, child.tag):
                out[-1][1] += text
            else:
                out.append([(look, child.tag), text])
        elif child.tag == ox.ALTERNATE or next(child.iter(ox.P), None) is not None:
            out.append((look, child.tag, tuple(sorted(child.attrib.items()))))
            _sign(child, look, out)
        else:
            out.append((look, _canonical(child)))


def _look(properties: Element) -> bytes:
    """A run's formatting; a run with a recorded change of it may have been cut, and then the two records' ids differ."""
    if properties.find(ox.w("rPrChange")) is not None:
        properties = deepcopy(properties)
        for record in properties.iter(ox.w("rPrChange")):
            record.attrib.pop(ox.ID, "")
    return _canonical(properties)


def _canonical(el: Element) -> bytes:
    data: bytes = etree.tostring(el, method="c14n", exclusive=True, with_tail=False)
    return data


def _stated(properties: Element) -> bytes:
    """A paragraph's properties; empty ones, of it or of its mark, state nothing."""
    if any(child.tag == ox.RPR and len(child) == 0 for child in properties):
        properties = deepcopy(properties)
        for child in [c for c in properties if c.tag == ox.RPR and len(c) == 0]:
            properties.remove(child)
    return _canonical(properties) if len(properties) else b""


def _check_ids(name: str, roots: Iterable[Element], made: Collection[str]) -> None:
    """Our changes have ids of their own, and no change of a kind stands inside one like it."""
    seen: set[str] = set()
    for root in roots:
        for el in root.iter(*ox.ADDED, *ox.REMOVED, *ox.PROPERTY_CHANGES):
            own = el.get(ox.ID, "")
            if own in seen and own in made:
                raise SelfCheckFailed(name, "two tracked changes have the same id", _REMEDY)
            seen.add(own)
            if own in made:
                kind = ox.ADDED if el.tag in ox.ADDED else ox.REMOVED
                if any(a.tag in kind for a in _around(el)):
                    raise SelfCheckFailed(name, "a tracked change stands inside another of its kind", _REMEDY)


def _around(el: Element) -> Iterable[Element]:
    for a in el.iterancestors():
        if a.tag == ox.P:
            return
        yield a


def _check_other_parts(name: str, before: Package, after: Package, stories: set[str]) -> None:
    """Parts that hold no text are the same bytes, but for what a comment needs."""
    may_change = {"[Content_Types].xml", *(part for part in after.parts if "comments" in part or part.endswith("document.xml.rels"))}
    may_change |= {part for part in after.parts if part.endswith(".rels") and part not in before.parts}
    may_change |= {f"{before.main.rpartition('/')[0]}/_rels/{before.main.rpartition('/')[2]}.rels".lstrip("/")}
    for part in before.parts:
        if part not in after.parts:
            raise SelfCheckFailed(name, "a part of the file is missing in the redline", _REMEDY)
        if part not in stories and part not in may_change and before.crc(part) != after.crc(part):
            raise SelfCheckFailed(name, "a part of the file that holds no text was changed", _REMEDY)


def _comment_ids(roots: Iterable[Element]) -> set[str]:
    return {el.get(ox.ID, "") for root in roots for el in root.iter(ox.COMMENT_REFERENCE)}


def _drop_comments(root: Element, ids: Collection[str]) -> None:
    for el in [el for el in root.iter(*_COMMENT_MARKS) if el.get(ox.ID) in ids]:
        run = el.getparent()
        _drop(run if el.tag == ox.COMMENT_REFERENCE and run is not None else el)


def _drop(el: Element) -> None:
    above = el.getparent()
    if above is not None:
        above.remove(el)
