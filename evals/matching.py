"""When a finding meets an expectation: the same type, the same party, and a quote that stands where the expert's does.

A quote stands in the right place when it touches a paragraph that one of the expert's quotes touches, and is no longer than three times
that quote (a hundred words are always allowed, more than a hundred and fifty never).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache

from app.domain.finding import Finding
from app.domain.span import Span
from evals.gold import Expectation, family

_ALWAYS, _NEVER, _TIMES = 100, 150, 3


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


@dataclass(frozen=True)
class Paper:
    """A contract's text and its paragraphs, in which gold quotes are looked up whatever their white space and punctuation."""

    text: str

    def __hash__(self) -> int:
        return hash(self.text)

    @lru_cache(maxsize=4096)  # noqa: B019 - papers live as long as a run
    def find(self, quote: str) -> Span | None:
        match = re.search(r"\W+".join(map(re.escape, words(quote))), self.text, re.IGNORECASE)
        return Span(*match.span()) if match else None

    @property
    def starts(self) -> list[int]:
        return _starts(self.text)

    def paragraphs(self, span: Span | None) -> frozenset[int]:
        """The numbers of the paragraphs that a span touches."""
        if span is None:
            return frozenset()
        first = bisect_right(self.starts, span.start) - 1
        return frozenset(range(first, max(first + 1, bisect_left(self.starts, span.end))))

    def place(self, quotes: tuple[str, ...]) -> frozenset[int]:
        return frozenset().union(*(self.paragraphs(self.find(quote)) for quote in quotes)) if quotes else frozenset()


@lru_cache(maxsize=64)
def _starts(text: str) -> list[int]:
    return [0, *(match.end() for match in re.finditer("\n", text))]


def party(position: str, by: object) -> str | None:
    """The party that a finding or an expectation is about, by its term or the id of its position."""
    if isinstance(by, str):
        return by
    match = re.search(r"by_(customer|vendor)$", position)
    return match[1] if match else None


def concerns(finding: Finding, types: frozenset[str], expected_party: str | None = None) -> bool:
    proof = finding.terms.get("by")
    mine = party(finding.position, proof.value if proof else None)
    both = mine is None or expected_party is None or mine == expected_party or mine in ("either", "joint")
    return family(finding.clause_type) in types and both


def meets(finding: Finding, expectation: Expectation, paper: Paper) -> bool:
    """Whether a finding is the one that the expert expects (its verdict may still be wrong)."""
    if not concerns(finding, expectation.types, party(expectation.position, expectation.terms.get("by"))):
        return False
    if not expectation.quotes:
        return finding.quote is None and finding.verdict == "missing"
    return stands(finding, expectation.quotes, paper)


def stands(finding: Finding, quotes: tuple[str, ...], paper: Paper) -> bool:
    size = len(words(finding.quote or ""))
    allowed = min(_NEVER, max(_ALWAYS, _TIMES * max(len(words(quote)) for quote in quotes)))
    return 0 < size <= allowed and bool(paper.paragraphs(finding.span) & paper.place(quotes))
