"""The tracked changes and comments that a file already holds, with the spans of `Document.text` they concern."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from app.documents.docx import names as ox
from app.documents.docx.flow import Flow
from app.documents.docx.names import Element
from app.documents.docx.package import Package
from app.documents.docx.story import Block, mark_of
from app.domain.document import Comment, Revision, RevisionKind
from app.domain.span import Span

_KINDS: dict[str, RevisionKind] = {ox.INS: "insertion", ox.DEL: "deletion", ox.MOVE_FROM: "move", ox.MOVE_TO: "move"}


def read_revisions(block: Block, start: int) -> Iterator[Revision]:
    """The changes in a block that begins at `start`, in order: of its text, its mark, its formatting."""
    for change in block.flow.changes:
        kind, el = _KINDS[change.element.tag], change.element
        if change.text or change.end > change.start:
            yield _revision(kind, el, Span(start + change.start, start + change.end), change.text)
    end = start + block.flow.length
    for p in block.elements:
        mark = mark_of(p)
        for el in mark if mark is not None else ():
            if el.tag in ox.ADDED or el.tag in ox.REMOVED:
                yield _revision("paragraph_mark", el, Span(end, end), "\n" if el.tag in ox.REMOVED else "")
        properties = p.find(ox.PPR)
        if properties is not None and properties.find(ox.w("pPrChange")) is not None:
            yield _revision("formatting", properties.find(ox.w("pPrChange")), Span(start, end))
    for piece in block.flow.pieces:
        rpr = piece.run.find(ox.RPR) if piece.text and piece.run is not None else None
        changed = rpr.find(ox.w("rPrChange")) if rpr is not None else None
        if changed is not None:
            yield _revision("formatting", changed, Span(start + piece.start, start + piece.end))


def read_row_revisions(root: Element, starts: dict[Element, Span]) -> Iterator[Revision]:
    """Tracked rows of a part: an inserted one with its span, a deleted one with the text that it took.

    `starts` gives the span of each `w:p` that is in the text.
    """
    at = 0
    for el in root.iter(ox.P, ox.TR):
        if el.tag == ox.P:
            at = starts[el].start if el in starts else at
            continue
        properties = el.find(ox.TRPR)
        for change in properties if properties is not None else ():
            inside = [starts[p] for p in el.iter(ox.P) if p in starts]
            if change.tag == ox.INS and inside:
                yield _revision("row", change, Span(inside[0].start, inside[-1].end))
            elif change.tag == ox.DEL:
                yield _revision("row", change, Span(at, at), "\n".join(_all_text(p) for p in el.iter(ox.P)))


def _all_text(p: Element) -> str:
    return "".join(t.text or "" for t in p.iter(ox.T, ox.w("delText")))


def _revision(kind: RevisionKind, el: Element | None, span: Span, text: str = "") -> Revision:
    author = el.get(ox.AUTHOR, "") if el is not None else ""
    return Revision(kind, author, read_date(el.get(ox.DATE) if el is not None else None), span, text)


def read_date(text: str | None) -> datetime | None:
    try:
        return datetime.fromisoformat(text) if text else None
    except ValueError:
        return None


def has_revisions(root: Element) -> bool:
    return next(root.iter(*ox.ADDED, *ox.REMOVED, *ox.PROPERTY_CHANGES), None) is not None


class CommentAnchors:
    """Collects where comments begin and end while blocks are passed in order."""

    def __init__(self) -> None:
        self._starts: dict[str, int] = {}
        self._ends: dict[str, int] = {}
        self._references: dict[str, int] = {}

    def add(self, flow: Flow, start: int) -> None:
        for comment, what, offset in flow.comments:
            {"start": self._starts, "end": self._ends, "reference": self._references}[what].setdefault(comment, start + offset)

    def span(self, comment: str) -> Span | None:
        """None for a comment that the text doesn't refer to."""
        end = self._ends.get(comment, self._references.get(comment))
        start = self._starts.get(comment, end)
        return Span(min(start, end), max(start, end)) if start is not None and end is not None else None


def read_comments(package: Package, anchors: CommentAnchors) -> Iterator[Comment]:
    """The comments of the package that are anchored in the text, with replies and whether they are resolved."""
    part = next(iter(package.related(package.main, "comments")), None)
    if part is None:
        return
    threads = _threads(package)
    by_para: dict[str, str] = {}
    found: list[tuple[Element, str]] = []
    for el in package.parse(part).iterchildren(ox.w("comment")):
        paragraphs = list(el.iter(ox.P))
        para = paragraphs[-1].get(ox.PARA_ID, "") if paragraphs else ""
        by_para[para] = el.get(ox.ID, "")
        found.append((el, para))
    for el, para in found:
        span = anchors.span(el.get(ox.ID, ""))
        if span is None:
            continue
        parent, done = threads.get(para, (None, False))
        text = "\n".join("".join(t.text or "" for t in p.iter(ox.T)) for p in el.iter(ox.P))
        yield Comment(
            id=el.get(ox.ID, ""), author=el.get(ox.AUTHOR, ""), date=read_date(el.get(ox.DATE)), span=span, text=text,
            parent=by_para.get(parent) if parent else None, resolved=done,
        )  # fmt: skip


def _threads(package: Package) -> dict[str, tuple[str | None, bool]]:
    """Of each comment's last paragraph: the paragraph it answers, and whether the thread is resolved."""
    part = next(iter(package.related(package.main, "commentsExtended")), None)
    if part is None:
        return {}
    w15 = f"{{{ox.W15_NS}}}"
    return {
        el.get(f"{w15}paraId", ""): (el.get(f"{w15}paraIdParent"), el.get(f"{w15}done") in ("1", "true"))
        for el in package.parse(part).iterchildren(f"{w15}commentEx")
    }
