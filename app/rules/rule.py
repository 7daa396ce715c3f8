"""A rule: how one clause type is read from a passage, with the texts that prove it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from app.domain.reading import Reading
from app.domain.terms import Value
from app.rules.reading.passage import Passage

Read = Callable[[Passage], Reading | Sequence[Reading] | None]


@dataclass(frozen=True)
class Example:
    """A text in which the rule must fire (or must not), and the terms that it must read. A term given as None must be silent.

    The sides are called Customer and Vendor in it, or "you" and "we". Paragraphs are separated by "\\n"; `heading` stands above.
    """

    text: str
    fires: bool
    terms: dict[str, Value | None] = field(default_factory=dict)
    heading: str | None = None


def fires(text: str, heading: str | None = None, **terms: Value | None) -> Example:
    """A text that must be read as the rule's type, with these terms."""
    return Example(text, True, terms, heading)


def near_miss(text: str, heading: str | None = None, **terms: Value | None) -> Example:
    """A lookalike: without terms it must not be read as the rule's type at all; with terms it must be read as they say."""
    return Example(text, bool(terms), terms, heading)


@dataclass(frozen=True, eq=False)
class Rule:
    """How to read clauses of one type. `read` gets one passage, may look at what it defines or refers to, and returns a reading
    for each clause of the type in it; None or nothing when the passage doesn't speak of the type."""

    clause_type: str
    read: Read
    examples: tuple[Example, ...]

    def readings(self, passage: Passage) -> tuple[Reading, ...]:
        result = self.read(passage)
        if result is None:
            return ()
        return (result,) if isinstance(result, Reading) else tuple(result)
