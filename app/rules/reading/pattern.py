"""Phrases and expressions over the folded text.

The engine is RE2: a document can be crafted against the expressions, and RE2's time is linear in the text whatever it holds. So
there are no look-arounds and no back references. `.` never leaves a sentence, since the folded text puts "\\n" between sentences.
The folded text is lower case; what is upper case are the roles: CUSTOMER, VENDOR, EITHER (each party, the parties, both of us),
NEITHER, OTHER (the other party), DISCLOSER, RECIPIENT. Articles before a role are gone, and "our" is "VENDOR's".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import re2

from app.domain.span import Span


@dataclass(frozen=True, slots=True)
class Match:
    """A match in folded text. `at` is its place there (not in the document), `groups` the named groups that took part."""

    at: Span
    words: str
    groups: dict[str, str] = field(default_factory=dict)


class Pattern:
    """An expression, compiled at its first use (a rule that never runs costs nothing at start-up)."""

    __slots__ = ("_compiled", "_names", "source")

    def __init__(self, source: str) -> None:
        self.source = source
        self._compiled: Any = None
        self._names: tuple[tuple[str, int], ...] = ()

    def finditer(self, text: bytes) -> Iterator[Match]:
        """All matches in folded text (ASCII, so that offsets in bytes and in characters agree), left to right."""
        if self._compiled is None:
            options = re2.Options()
            options.log_errors = False
            options.encoding = re2.Options.Encoding.LATIN1
            self._compiled = re2.compile(self.source.encode("ascii"), options)
            self._names = tuple((name.decode(), index) for name, index in self._compiled.groupindex.items())
        for match in self._compiled.finditer(text):
            spans = match._spans  # what `span` would give, at a tenth of the time; all that is searched is searched here
            start, end = spans[0]
            groups = (
                {name: text[slice(*spans[index])].decode() for name, index in self._names if spans[index][0] >= 0} if self._names else {}
            )
            yield Match(Span(start, end), text[start:end].decode(), groups)

    def __or__(self, other: Pattern) -> Pattern:
        return _pattern(f"(?:{self.source})|(?:{other.source})")

    def __repr__(self) -> str:
        return f"Pattern({self.source!r})"


def phrase(alternatives: str) -> Pattern:
    """Any of the phrases, as whole words: `phrase("renews? automatically|roll over")`."""
    return _pattern(rf"\b(?:{alternatives})\b")


def expression(source: str) -> Pattern:
    """An expression as it stands, for what isn't a list of phrases. `{w}` stands for up to eight words between."""
    return _pattern(source.replace("{w}", r"(?:[^\s]+ ){0,8}?"))


def stems(words: str) -> Pattern:
    """Any word that begins with one of these, in all its inflections: `stems("notif inform")`. "end." is the word itself, "_" a space."""
    whole = "|".join(word[:-1] for word in words.split() if word.endswith("."))
    begun = "|".join(word for word in words.split() if not word.endswith("."))
    either = "|".join(part for part in (rf"(?:{begun})[a-z']*" if begun else "", rf"(?:{whole})" if whole else "") if part)
    return _pattern(rf"\b(?:{either})\b".replace("_", " "))


@cache
def _pattern(source: str) -> Pattern:
    """One Pattern for one source, so that a phrase written inside of a function is searched only once in each contract."""
    return Pattern(source)
