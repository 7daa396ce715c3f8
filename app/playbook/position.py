"""A playbook and its positions, frozen. `load` makes them from YAML, `judge` applies them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from app.domain.finding import Priority
from app.playbook.conditions import Item

IfMissing = Literal["preferred", "missing", "walk_away"]


@dataclass(frozen=True)
class Position:
    """What one side wants of one kind of clause.

    `types` are the clause types that are read for it (its own and siblings whose id is as right). `applies` picks, among the
    readings of these types, those that the position is about (indemnity.by_vendor: {by: vendor}). `about` names terms of which at
    least one must be stated for the position to be addressed at all. `if_missing` says what an absent clause means. `only_if` are
    facts without which the position isn't assessed.
    """

    id: str
    clause_type: str
    title: str
    priority: Priority
    types: tuple[str, ...]
    preferred: tuple[Item, ...] = ()
    fallback: tuple[Item, ...] = ()
    walk_away: tuple[Item, ...] = ()
    applies: tuple[Item, ...] = ()
    about: tuple[str, ...] = ()
    only_if: tuple[Item, ...] = ()
    if_missing: IfMissing = "missing"
    why: str = ""
    ask: str = ""
    missing_why: str = ""
    wording: str | None = None

    @property
    def least(self) -> tuple[Item, ...]:
        """The least that is accepted: the fallback, or the preferred where no fallback is given."""
        return self.fallback or self.preferred


@dataclass(frozen=True)
class Fit:
    """How a contract is recognised as one that the playbook is for: words of its title, words of its text with weights, and signs:
    for a clause type the share of the text that must be about it (0 to 1), and what that is worth."""

    titles: tuple[str, ...] = ()
    words: Mapping[str, float] = field(default_factory=dict)
    signs: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    never: tuple[str, ...] = ()


@dataclass(frozen=True)
class Playbook:
    """Positions of one side. `facts` are its defaults for facts that neither the user nor the contract gives."""

    id: str
    title: str
    version: str
    side: Literal["customer", "vendor", "either"]
    sha256: str
    positions: tuple[Position, ...]
    fit: Fit = Fit()
    facts: Mapping[str, object] = field(default_factory=dict)

    def position(self, id: str) -> Position | None:
        return next((position for position in self.positions if position.id == id), None)

    @property
    def clause_types(self) -> frozenset[str]:
        """The types that it assesses."""
        return frozenset(type for position in self.positions for type in position.types)
