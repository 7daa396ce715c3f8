"""The folded text of a contract, with its map back to `Document.text`.

Folding makes texts comparable: lower case, ASCII, one space for any white space, straight quotes and hyphens, "\\n" between
sentences, and a role in capitals for every name of a side (see `pattern`). Every character of it knows the characters that it stands
for, so that what is found here is quoted from the document as it is written there.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any, TypeVar

from app.domain.contract import Clause, Contract, Party
from app.domain.span import Span
from app.rules.reading.numbers import Day, Duration, Money, Quantity, find_dates, find_durations, find_money, find_percents
from app.rules.reading.pattern import Match, Pattern
from app.segment.sentences import split_sentences

T = TypeVar("T")
Q = TypeVar("Q", Duration, Quantity, Money, Day)

_FOLDS = {
    "‘": "'", "’": "'", "‚": "'", "‛": "'", "′": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "″": '"',
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-", "…": "...", "·": ".", "•": "*", "×": "x",
    "£": "gbp ", "€": "eur ", "¥": "jpy ", "§": "section ", "ß": "ss", "æ": "ae", "ø": "o", "œ": "oe", "½": " 1/2",
    "\u00ad": "", "\u200b": "", "\u200c": "", "\u200d": "", "\u2060": "", "\ufeff": "",
}  # fmt: skip
_COLLECTIVE = re.compile(
    r"\b(?P<neither>neither (?:of the )?(?:contracting )?part(?:y|ies)|neither side|neither of them|neither(?= (?:shall|will|may|must|can)\b)|neither of (?:us|VENDOR|CUSTOMER)|neither partner|neither of the two|no (?:contracting )?party|neither (?:CUSTOMER|VENDOR)(?:'s)? (?:n?or) (?:CUSTOMER|VENDOR))\b"
    r"|\b(?P<other>the other (?:contracting )?part(?:y|ies)|the other one|one another|each other|the other (?:side|partner)|the (?:(?:non-)?(?:breaching|defaulting|terminating)|aggrieved|innocent|injured|wronged|faithful|faultless|blameless|disappointed) (?:party|side|one|partner)|the (?:party|side|partner|one) (?:not )?(?:in|at) (?:default|fault|breach|the wrong))\b"
    r"|\b(?P<either>(?:each|either|both|any|one|a|every) (?:of the )?(?:contracting )?part(?:y|ies)(?: hereto)?|the (?:contracting )?parties(?: hereto)?|(?:either |both |each of )?CUSTOMER (?:and|or) VENDOR|(?:either |both |each of )?VENDOR (?:and|or) CUSTOMER"
    r"|(?:each|both|either|one) of (?:us|VENDOR|CUSTOMER)|both sides|either side|(?:a|one|any|every|whichever) (?:side|partner)|whichever party|we both|(?:the |both |both the )(?:contracting )?partners|both of them|the two (?:of (?:us|them|CUSTOMER|VENDOR)|parties|sides|companies)|each (?:partner|side)|both(?= (?:shall|will|must|may|keep|hold|undertake|agree|promise)\b))\b"
    r"|\b(?P<discloser>(?:the |a |any )?(?:(?:disclosing|giving|furnishing|divulging) part(?:y|ies)|discloser|owner of the information))\b"
    r"|\b(?P<recipient>(?:the |a |any )?(?:receiving part(?:y|ies)|recipient|receiver|listener|holder of the information))\b"
)
_PRONOUNS = {"we": "", "us": "", "our": "'s", "ours": "'s", "ourselves": "", "you": "", "your": "'s", "yours": "'s", "yourself": ""}
_FORMS = ({"we", "us", "our", "ours", "ourselves"}, {"you", "your", "yours", "yourself"})  # who is "we" is "our" too


class _Folded:
    """Characters with the document offsets that they stand for, while the text is being built."""

    def __init__(self) -> None:
        self.characters: list[str] = []
        self.starts = array("L")
        self.ends = array("L")

    def add(self, character: str, start: int, end: int) -> None:
        self.characters.append(character)
        self.starts.append(start)
        self.ends.append(end)

    def fold(self, text: str, span: Span) -> None:
        """Append the folded characters of a span; runs of white space become one space."""
        for offset in range(span.start, span.end):
            character = text[offset]
            if character.isspace():
                if self.characters and self.characters[-1] not in " \n":
                    self.add(" ", offset, offset + 1)
                continue
            folded = _FOLDS.get(character)
            if folded is None:
                if character.isascii():
                    folded = character.lower()
                else:
                    folded = unicodedata.normalize("NFKD", character).encode("ascii", "ignore").decode().lower() or "?"
            for each in folded:
                self.add(each, offset, offset + 1)

    def replaced(self, pattern: re.Pattern[str], token: Callable[[re.Match[str]], str | None]) -> _Folded:
        """A copy with each match replaced by its token (None leaves it); the token stands for all that it replaces."""
        text = "".join(self.characters)
        result, done = _Folded(), 0
        for match in pattern.finditer(text):
            word = token(match)
            if word is None:
                continue
            result._copy(self, done, match.start())
            start, end = self.starts[match.start()], self.ends[match.end() - 1]
            for character in word:
                result.add(character, start, end)
            done = match.end()
        result._copy(self, done, len(text))
        return result

    def _copy(self, other: _Folded, start: int, end: int) -> None:
        self.characters.extend(other.characters[start:end])
        self.starts.extend(other.starts[start:end])
        self.ends.extend(other.ends[start:end])


def _alias_pattern(parties: Sequence[Party], text: str) -> tuple[re.Pattern[str], dict[str, str]] | None:
    """One expression for all names of the sides, and the role of each. Where no role is known the first named party is taken
    for the customer: rules about symmetry need two sides, whichever they are."""
    known = [party.role for party in parties]
    roles: dict[str, str] = {}
    for index, party in enumerate(parties[:2] if not any(known) else parties):
        role = party.role or (None if any(known) else ("customer", "vendor")[index])
        if role is None:
            continue
        spoken = {alias.lower() for alias in party.aliases}
        for alias in (party.name, *party.aliases, *(form for forms in _FORMS if forms & spoken for form in sorted(forms))):
            folded = _Folded()
            folded.fold(alias, Span(0, len(alias)))
            name = "".join(folded.characters).strip().removeprefix("the ")
            if len(name) > 1 and name not in roles:
                roles[name] = role.upper()
    if not roles:
        return None
    names = "|".join(re.escape(name) for name in sorted(roles, key=len, reverse=True))
    return re.compile(rf"\b(?:(?:the|this|said) )?(?P<name>{names})\b"), roles


class View:
    """The folded text of a contract. Passages and sentences are spans of it; `document_span` leads back.

    `only` are the paragraphs that it holds, by their spans; all of them without.
    """

    def __init__(self, contract: Contract, only: Sequence[Span] | None = None) -> None:
        self.contract = contract
        self._only = None if only is None else frozenset(only)
        folded, bounds = self._fold(contract)
        self.text: bytes = "".join(folded.characters).encode("ascii")
        self._starts, self._ends = folded.starts, folded.ends
        self.sentences: tuple[Span, ...] = tuple(bounds)
        self._sentence_starts = [sentence.start for sentence in self.sentences]
        self._found: dict[Pattern, tuple[list[Match], list[int]]] = {}
        self._remembered: dict[int, tuple[object, Any]] = {}

    def _fold(self, contract: Contract) -> tuple[_Folded, list[Span]]:
        text = contract.text
        raw = _Folded()
        for paragraph in contract.document.paragraphs:
            if self._only is not None and paragraph.span not in self._only:
                continue
            for sentence in split_sentences(text, paragraph.span):
                raw.fold(text, sentence)
                if raw.characters and raw.characters[-1] != "\n":
                    raw.add("\n", sentence.end, sentence.end)
        named = _alias_pattern(contract.parties, text)
        folded = raw
        if named is not None:
            pattern, roles = named
            starts = raw.starts

            def token(match: re.Match[str]) -> str | None:
                name = match["name"]
                first = text[starts[match.start("name")]]
                if name in _PRONOUNS:
                    if name == "us" and text[starts[match.start("name")] : starts[match.end("name") - 1] + 1] == "US":
                        return None
                    return roles[name] + _PRONOUNS[name]
                return roles[name] if first.isupper() or not first.isalpha() else None

            folded = raw.replaced(pattern, token)
        folded = folded.replaced(_COLLECTIVE, lambda match: (match.lastgroup or "").upper() or None)
        bounds, start = [], 0
        for offset, character in enumerate(folded.characters):
            if character == "\n":
                if offset > start:
                    bounds.append(Span(start, offset))
                start = offset + 1
        return folded, bounds

    def document_span(self, at: Span) -> Span:
        """The document's characters that a stretch of folded text stands for."""
        if at.start >= at.end:
            offset = self._starts[min(at.start, len(self._starts) - 1)] if self._starts else 0
            return Span(offset, offset)
        return Span(self._starts[at.start], max(self._starts[at.start], self._ends[at.end - 1]))

    def at(self, span: Span) -> Span:
        """The stretch of folded text for a span of the document."""
        return Span(bisect_left(self._starts, span.start), bisect_left(self._starts, span.end))

    def matches(self, pattern: Pattern, at: Span) -> list[Match]:
        """The matches of a pattern that lie wholly in a stretch. The whole text is searched once for each pattern."""
        found = self._found.get(pattern)
        if found is None:
            matches = list(pattern.finditer(self.text))
            found = self._found[pattern] = (matches, [match.at.start for match in matches])
        matches, starts = found
        first = bisect_left(starts, at.start)
        if first == len(starts) or starts[first] >= at.end:  # the common case, which has to be quick
            return []
        end = at.end
        return [match for match in matches[first : bisect_left(starts, end, first)] if match.at.end <= end]

    def holds(self, pattern: Pattern, at: Span) -> bool:
        """Whether a match of a pattern lies wholly in a stretch."""
        found = self._found.get(pattern)
        if found is None:
            return bool(self.matches(pattern, at))
        matches, starts = found
        index, end = bisect_left(starts, at.start), at.end
        while index < len(starts) and starts[index] < end:
            if matches[index].at.end <= end:
                return True
            index += 1
        return False

    def remembered(self, key: object, make: Callable[[View], T]) -> T:
        """What `make` says of this view, made once for each key."""
        if id(key) not in self._remembered:
            self._remembered[id(key)] = (key, make(self))  # keeping the key keeps its id ours
        value: T = self._remembered[id(key)][1]
        return value

    def sentence_at(self, offset: int) -> Span:
        """The sentence that holds a folded offset."""
        index = max(0, bisect_right(self._sentence_starts, offset) - 1)
        return self.sentences[index] if self.sentences else Span(0, 0)

    def sentences_in(self, at: Span) -> tuple[Span, ...]:
        first = bisect_right(self._sentence_starts, at.start) - 1
        last = bisect_left(self._sentence_starts, at.end)
        return tuple(s for s in self.sentences[max(first, 0) : last] if s.start >= at.start and s.end <= at.end)

    def within(self, quantities: list[Q], at: Span) -> list[Q]:
        """The quantities that lie wholly in a stretch; the list is in order."""
        first = bisect_left(quantities, at.start, key=lambda each: each.at.start)
        last = bisect_left(quantities, at.end, first, key=lambda each: each.at.start)
        return [each for each in quantities[first:last] if each.at.end <= at.end]

    @cached_property
    def durations(self) -> list[Duration]:
        return find_durations(self.text)

    @cached_property
    def percents(self) -> list[Quantity]:
        return find_percents(self.text)

    @cached_property
    def money(self) -> list[Money]:
        return find_money(self.text)

    @cached_property
    def dates(self) -> list[Day]:
        return find_dates(self.text)

    @cached_property
    def clauses(self) -> dict[str, Clause]:
        return {clause.id: clause for clause in self.contract.clauses}
