"""A playbook's position as a prompt shows it: what is asked, the conditions in words, and what their terms mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.domain.terms import TERMS, Term
from app.playbook.conditions import Item
from app.playbook.conditions import Test as TermTest
from app.playbook.derived import DERIVED
from app.playbook.position import Position

_OPERATORS = {
    "is": "", "any": "one of", "min": "at least", "max": "at most", "over": "over", "under": "under",
    "has": "holds", "has_any": "holds one of", "lacks": "lacks one of", "none_of": "holds none of",
}  # fmt: skip


def render_position(position: Position) -> str:
    """The position in words. Alternatives are one to a line; what stands in one line holds together."""
    terms = _terms_of(position)
    parts = [
        f"{position.title} ({position.clause_type})",
        f"What we ask for: {position.ask}",
        f"Why: {position.why}",
        _alternatives("Preferred", position.preferred),
        _alternatives("Least accepted", position.least) if position.fallback else "",
        _alternatives("Never accepted", position.walk_away) if position.walk_away else "",
        _alternatives("It is about clauses with", position.applies) if position.applies else "",
        "What the terms mean:\n" + "\n".join(f"- {term.name}: {term.meaning}" for term in terms) if terms else "",
    ]
    return "\n".join(part for part in parts if part)


def _alternatives(title: str, items: Sequence[Item]) -> str:
    if not items:
        return f"{title}: no such clause"
    lines = (f"- {'; '.join(map(_condition, item.tests))}" for item in items)
    return f"{title}{', any one of' if len(items) > 1 else ''}:\n" + "\n".join(lines)


def _condition(test: TermTest) -> str:
    """One condition, such as "notice_days at most 30" or "refused no, or not stated"."""
    rules = dict(test.operators)
    if "known" in rules:
        return f"{test.term} {'stated' if rules['known'] else 'not stated'}"
    told = " and ".join(_wanted(name, wanted) for name, wanted in test.operators if name in _OPERATORS)
    return f"{test.term} {told}" + (", or not stated" if rules.get("or_silent") else "")


def _wanted(operator: str, wanted: object) -> str:
    values = list(wanted) if isinstance(wanted, list | tuple) else [wanted]
    word = "" if operator == "any" and len(values) == 1 else _OPERATORS[operator]
    return f"{word} {', '.join(map(_shown, values))}".strip()


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:g}" if isinstance(value, int | float) else str(value)


def _terms_of(position: Position) -> list[Term]:
    """The terms that the conditions name, with their meaning; facts of the deal have none."""
    known: Mapping[str, Term] = TERMS[position.clause_type] | DERIVED.get(position.clause_type, {})
    items = (*position.preferred, *position.fallback, *position.walk_away)
    names = dict.fromkeys(test.term for item in items for test in item.tests)
    return [known[name] for name in names if name in known]
