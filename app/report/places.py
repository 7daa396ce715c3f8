"""Where a span stands, in a lawyer's words: the number and heading of its clause, and the page."""

from __future__ import annotations

from bisect import bisect_right
from typing import Literal

from app.domain.contract import Clause, Contract
from app.domain.span import Span
from app.report.shown import one_line

# A heading can be a whole sentence; where a place is cited there is room for a few words.
_LONGEST_LABEL = 40


class Places:
    """Finds the smallest clause of the tree that holds a span: clauses are in document order, parents before children."""

    def __init__(self, contract: Contract) -> None:
        self._document = contract.document
        self._clauses = contract.clauses
        self._by_id = {clause.id: clause for clause in contract.clauses}
        self._starts = [clause.span.start for clause in contract.clauses]

    def smallest(self, span: Span) -> Clause | None:
        last = bisect_right(self._starts, span.start) - 1
        clause = self._clauses[last] if last >= 0 else None
        while clause is not None and not clause.span.covers(span):
            clause = self._parent(clause)
        return clause

    def inherited(self, clause: Clause | None, name: Literal["number", "heading"]) -> str | None:
        """The clause's own number or heading, or that of the nearest clause above which has one."""
        while clause is not None:
            value = clause.number if name == "number" else clause.heading
            if value:
                return value
            clause = self._parent(clause)
        return None

    def cite(self, span: Span | None) -> str:
        """How one would cite the place: "12.2", "Fees, p. 4"; empty where the text gives nothing to cite by."""
        if span is None:
            return ""
        clause = self.smallest(span)
        label = self.inherited(clause, "number") or self.inherited(clause, "heading") or ""
        page = self._document.paragraphs[self._document.paragraph_at(span.start)].page if self._document.paragraphs else None
        return ", ".join(part for part in (one_line(label, _LONGEST_LABEL), f"p. {page}" if page else "") if part)

    def _parent(self, clause: Clause) -> Clause | None:
        return None if clause.parent is None else self._by_id[clause.parent]
