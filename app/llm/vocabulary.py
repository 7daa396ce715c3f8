"""Clause types and terms as a prompt shows them, rendered from `app.domain`, so that prompt and code can't drift."""

from __future__ import annotations

from functools import cache

from app.domain.clause_types import CLAUSE_TYPES
from app.domain.terms import REFUSED, TERMS, Term

_KINDS = {"flag": "true/false", "number": "number", "text": "text", "texts": "list of texts"}


@cache
def render_clause_types() -> str:
    """Every type with its meaning and terms, one to a line; types with the same terms share one list of them."""
    types_of: dict[tuple[Term, ...], list[str]] = {}
    for clause_type in CLAUSE_TYPES:
        types_of.setdefault(_own_terms(clause_type), []).append(clause_type)
    blocks = []
    for terms, clause_types in types_of.items():
        if terms:
            blocks.append("\n".join([*map(_type_line, clause_types), *(f"    {_term_line(term)}" for term in terms)]))
    plain = "\n".join(map(_type_line, types_of.get((), ())))
    return "\n".join([*blocks, "Types without terms of their own:", plain, "A term of every type:", f"    {_term_line(REFUSED)}"])


def _own_terms(clause_type: str) -> tuple[Term, ...]:
    return tuple(term for term in TERMS[clause_type].values() if term is not REFUSED)


def _type_line(clause_type: str) -> str:
    return f"{clause_type}: {CLAUSE_TYPES[clause_type].meaning}"


def _term_line(term: Term) -> str:
    match term.kind:
        case "choice":
            kind = "one of " + ", ".join(term.values)
        case "choices":
            kind = "list of " + ", ".join(term.values)
        case _:
            kind = _KINDS[term.kind]
    return f"{term.name} ({kind}): {term.meaning}"
