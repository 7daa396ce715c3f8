"""What several clauses of one type say together.

An agreement spreads a position over clauses: the cap here, its exceptions there, the figure in a table. Readings of one type are laid
together: a term that one of them fixes fills the silence of the others, lists are united, a promise or a burden stands if any clause
makes it. Where two clauses give different figures for the same thing both stand, as alternatives that are judged apart.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from app.domain.reading import Proof, Reading
from app.domain.terms import TERMS

# A flag says that something is there, and is there if any clause says so. These say that nothing else is: one clause undoes them.
_UNDONE_BY_ONE = frozenset(
    {
        "mutual", "third_party_claims_only", "firm", "de_identified_only", "grounds_limited", "present_assignment", "scope_limited",
        "purpose_only", "own_product_only",
    }
)  # fmt: skip


def _by(reading: Reading) -> str | None:
    value = reading.value("by")
    return str(value) if value is not None else None


def _audience(reading: Reading) -> str | None:
    granted = reading.value("granted_to")
    if not isinstance(granted, tuple) or not granted:
        return None
    return "vendor" if granted == ("vendor",) else "customer"


def _term(name: str) -> Callable[[Reading], str | None]:
    def key(reading: Reading) -> str | None:
        value = reading.value(name)
        return None if value is None else str(value)

    return key


# What keeps readings of one type apart: different people's duties are different things.
_KEYS: dict[str, Callable[[Reading], str | None]] = {
    "indemnity": _by,
    "audit_rights": _audience,
    "price_adjustment": _term("applies"),
    "ip_assignment": _term("assignee"),
    "license_grant": _term("feedback"),
    "liability_cap": _term("protects"),
    "consequential_damages": _term("protects"),
    "non_compete": _by,
    "exclusivity": _by,
}

# The notice that stops a renewal is a term of the renewal.
_ONE_THING = {"renewal_notice": "renewal"}


def combine(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    """The readings of each type laid together, with an alternative for each figure on which clauses disagree."""
    by_type: dict[str, list[Reading]] = {}
    for reading in readings:
        one = _ONE_THING.get(reading.clause_type, reading.clause_type)
        by_type.setdefault(one, []).append(reading if one == reading.clause_type else replace(reading, clause_type=one))
    return tuple(each for of_type in by_type.values() for group in _groups(of_type) for each in _merge(group))


def _groups(readings: Sequence[Reading]) -> list[list[Reading]]:
    key = _KEYS.get(readings[0].clause_type)
    if key is None:
        return [list(readings)]
    keyed: dict[str, list[Reading]] = {}
    for reading in readings:
        if (name := key(reading)) is not None:
            keyed.setdefault(name, []).append(reading)
    if not keyed:
        return [list(readings)]
    shared = [reading for reading in readings if key(reading) is None]
    return [sorted([*group, *shared], key=lambda reading: reading.clause.start) for group in keyed.values()]


def _merge(readings: Sequence[Reading]) -> list[Reading]:
    """One reading with all terms, then one for each figure that another clause gives differently."""
    readings = _without_stray_refusals(readings)
    main = max(readings, key=lambda reading: (len(reading.terms), -reading.clause.start))
    terms: dict[str, Proof] = dict(main.terms)
    others: list[tuple[Reading, str, Proof]] = []
    known = TERMS[main.clause_type]
    for reading in readings:
        if reading is main:
            continue
        for name, proof in reading.terms.items():
            if name not in terms:
                terms[name] = proof
                continue
            settled = _settled(name, known[name].kind, terms[name], proof)
            if settled is None:
                others.append((reading, name, proof))
            else:
                terms[name] = settled
    merged = replace(main, terms=terms)
    return [merged, *(replace(merged, clause=r.clause, anchor=r.anchor, terms={**terms, name: proof}) for r, name, proof in others)]


_SUBSTANCE = 2  # terms that make a clause one that gives what another could refuse


def _without_stray_refusals(readings: Sequence[Reading]) -> Sequence[Reading]:
    """The readings without those that do nothing but refuse, where another clause gives the right with its terms: what is given is then
    judged by its terms, and a refusal beside it speaks of something else."""
    given = [reading for reading in readings if len(reading.terms) >= _SUBSTANCE and reading.value("refused") is not True]
    return [r for r in readings if not given or set(r.terms) != {"refused"}] or readings


def _settled(name: str, kind: str, one: Proof, other: Proof) -> Proof | None:
    """The proof that stands where two clauses fix the same term; None when they disagree on a figure or a choice."""
    if one.value == other.value:
        return one
    if kind in ("choices", "texts") and isinstance(one.value, tuple) and isinstance(other.value, tuple):
        return Proof(tuple(dict.fromkeys((*one.value, *other.value))), one.span if one.value else other.span)
    if kind == "flag":
        wanted = name not in _UNDONE_BY_ONE
        return one if one.value is wanted else other
    if name == "by":
        return Proof("either", one.span)
    if kind == "text":
        return one
    return None
