"""Cases: a document, who reviews it with which playbook and facts, and what an expert expects to be found.

A case is `NAME.docx` with `NAME.gold.json`. Gold quotes are verbatim and lie in one paragraph; a quote is null only for what is missing.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "cases"


@dataclass(frozen=True)
class Expectation:
    """What is beyond debate about one position. `terms` holds what the text fixes; None for a term that it leaves open."""

    clause_type: str
    position: str
    verdict: str
    walk_away: bool
    priority: str
    quotes: tuple[str, ...]
    types: frozenset[str]
    terms: Mapping[str, Any]

    @property
    def is_issue(self) -> bool:
        return self.verdict in ("unacceptable", "missing")


@dataclass(frozen=True)
class Forbidden:
    """A provision that looks risky and isn't: no flagged finding of its type may rest on it."""

    clause_type: str
    quote: str


@dataclass(frozen=True)
class Label:
    """A paragraph that belongs to a clause type; an optional one is right either way."""

    clause_type: str
    quote: str
    optional: bool


@dataclass(frozen=True)
class Case:
    name: str
    document: Path
    playbook: str
    facts: Mapping[str, str]
    expected: tuple[Expectation, ...]
    forbidden: tuple[Forbidden, ...]
    labels: tuple[Label, ...]


SIBLINGS = {"renewal_notice": "renewal", "uncapped_liability": "liability_cap", "joint_ip_ownership": "ip_assignment"}


def family(clause_type: str) -> str:
    """The type under which siblings are compared (either id is right)."""
    return SIBLINGS.get(clause_type, clause_type)


def load_cases(folder: Path = FOLDER, only: str = "") -> tuple[Case, ...]:
    """The cases of a folder whose name holds `only`, by name."""
    return tuple(_case(path) for path in sorted(folder.glob("*.gold.json")) if only in path.name)


def _case(path: Path) -> Case:
    raw = json.loads(path.read_text(encoding="utf-8"))
    expected = []
    for entry in raw["expect"]:
        quotes = [entry["quote"], *entry.get("also_quotes", [])]
        types = [entry["clause_type"], *entry.get("alt_clause_types", [])]
        expected.append(
            Expectation(
                entry["clause_type"],
                entry.get("position") or entry["clause_type"],
                entry["verdict"],
                bool(entry["walk_away"]),
                entry["priority"],
                tuple(quote for quote in quotes if quote),
                frozenset(map(family, types)),
                entry["terms"],
            )
        )
    return Case(
        path.name.removesuffix(".gold.json"),
        path.with_name(raw["contract"]),
        raw["playbook"],
        {name: _written(value) for name, value in (raw.get("facts") or {}).items() if value is not None},
        tuple(expected),
        tuple(Forbidden(entry["clause_type"], entry["quote"]) for entry in raw["must_not_flag"]),
        tuple(Label(entry["clause_type"], entry["quote"], bool(entry.get("optional"))) for entry in raw["clauses"]),
    )


def _written(value: object) -> str:
    """A fact as a user would write it on the command line."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return ",".join(map(str, value))
    return str(value)
