"""The marks of tracked changes: who made them, when, and ids that nothing else in the file has."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from datetime import UTC, datetime

from app.documents.docx import names as ox
from app.documents.docx.names import Element
from app.errors import EditError

# An id is a signed 32-bit number; some programs choke on the upper half.
_MAX_ID = 2**31 - 1
_WRITTEN = {"\t": ox.w("tab"), "\v": ox.w("br"), "\u2011": ox.w("noBreakHyphen"), "\u00ad": ox.w("softHyphen")}
# Properties of a run that record a change of it, or that it is one: an inserted run has its own.
_RECORDS = frozenset({ox.w("rPrChange"), *ox.ADDED, *ox.REMOVED})
_AFTER_TRACKED_ROW = frozenset({ox.w("trPrChange")})


class Marker:
    """Makes the marks of one author at one time. `made` are the ids of all of them, comments apart."""

    def __init__(self, author: str, date: datetime, used: Iterable[str]) -> None:
        self.author = author
        self.date = (date.astimezone(UTC) if date.tzinfo else date).strftime("%Y-%m-%dT%H:%M:%SZ")
        self.made: set[str] = set()
        self._used = {int(i) for i in used if i.lstrip("-").isdigit()}
        highest = max(self._used, default=0)
        self._next = highest + 1 if 0 <= highest < _MAX_ID // 2 else 1

    def fresh_id(self) -> str:
        while self._next in self._used:
            self._next += 1
        self._next += 1
        return str(self._next - 1)

    def id_of_rest(self, change: Element) -> str:
        """An id for the second half of a tracked change that was cut in two; it is ours if the first half is."""
        own = self.fresh_id()
        if change.get(ox.ID) in self.made:
            self.made.add(own)
        return own

    def mark(self, beside: Element, tag: str) -> Element:
        """An empty mark of ours."""
        element = beside.makeelement(tag)
        own = self.fresh_id()
        self.made.add(own)
        element.set(ox.ID, own)
        element.set(ox.AUTHOR, self.author)
        element.set(ox.DATE, self.date)
        return element

    def strike(self, run: Element) -> Element:
        """Wrap a run (or a formula) in a deletion where it stands; its texts become deleted ones."""
        removed = self.mark(run, ox.DEL)
        run.addprevious(removed)
        removed.append(run)
        for el in run.iter(ox.T, ox.INSTR_TEXT):
            el.tag = ox.DEL_TEXT if el.tag == ox.T else ox.DEL_INSTR_TEXT
        return removed

    def inserted(self, beside: Element, text: str, properties: Element | None) -> Element:
        """An insertion of ours that holds a run of this text, formatted by the given run properties."""
        insertion = self.mark(beside, ox.INS)
        insertion.append(new_run(beside, text, properties))
        return insertion

    def mark_paragraph(self, p: Element, tag: str) -> None:
        """Mark a paragraph's own mark as inserted or deleted."""
        properties = p.find(ox.PPR)
        if properties is None:
            properties = p.makeelement(ox.PPR)
            p.insert(0, properties)
        of_mark = properties.find(ox.RPR)
        if of_mark is None:
            of_mark = properties.makeelement(ox.RPR)
            later = [i for i, c in enumerate(properties) if c.tag in (ox.SECTPR, ox.w("pPrChange"))]
            properties.insert(later[0] if later else len(properties), of_mark)
        order = (ox.INS, ox.DEL)
        before = [c for c in of_mark if c.tag in order and order.index(c.tag) < order.index(tag)]
        of_mark.insert(len(before), self.mark(p, tag))

    def mark_row(self, row: Element) -> None:
        """Mark a table row as deleted."""
        properties = row.find(ox.TRPR)
        if properties is None:
            properties = row.makeelement(ox.TRPR)
            exceptions = row.find(ox.w("tblPrEx"))
            row.insert(0 if exceptions is None else 1, properties)
        later = [i for i, c in enumerate(properties) if c.tag in _AFTER_TRACKED_ROW]
        properties.insert(later[0] if later else len(properties), self.mark(row, ox.DEL))


def new_run(beside: Element, text: str, properties: Element | None) -> Element:
    """A run of text; tabs, breaks and special hyphens as their elements. Formatting without any record of its changes."""
    run = beside.makeelement(ox.R)
    if properties is not None:
        kept = deepcopy(properties)
        for child in list(kept):
            if child.tag in _RECORDS:
                kept.remove(child)
        if len(kept):
            kept.tail = None
            run.append(kept)
    words = ""
    for ch in text:
        if ch in _WRITTEN:
            _add_text(run, words)
            run.append(run.makeelement(_WRITTEN[ch]))
            words = ""
        else:
            words += ch
    _add_text(run, words)
    return run


def _add_text(run: Element, text: str) -> None:
    if not text:
        return
    element = run.makeelement(ox.T)
    try:
        element.text = text
    except ValueError:
        raise EditError("an edit", "its text holds characters that a Word file can't hold", "leave control characters out") from None
    element.set(ox.XML_SPACE, "preserve")
    run.append(element)
