"""To which type a clause belongs, where several rules read it.

Rules that know many ways of saying a thing also see it where a clause speaks of something else. A reading gives way when its clause says
more of another type and another clause of the paper says more of its own: a duty to notify seen in a suspension clause, beside the clause
that is about notices of incidents. The only clause of a type never gives way, and a well-read one neither.
"""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.reading import Reading

_WELL_READ = 4  # terms: a clause that fixes so many is of the type, whatever else it is
_ONE_THING = (
    {"renewal", "renewal_notice"},
    {"liability_cap", "uncapped_liability"},
    {"ip_assignment", "joint_ip_ownership"},
    {"warranty_duration", "warranty_disclaimer"},
)


def arbitrated(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """The readings without those that give way. Order is kept."""
    most: dict[str, int] = {}
    for reading in readings:
        most[reading.clause_type] = max(most.get(reading.clause_type, 0), len(reading.terms))
    ordered = sorted(readings, key=lambda reading: reading.clause)
    stray = {
        id(each) for each in readings if len(each.terms) < min(_WELL_READ, most[each.clause_type]) and _belongs_elsewhere(each, ordered)
    }
    return tuple(reading for reading in readings if id(reading) not in stray)


def _belongs_elsewhere(reading: Reading, ordered: Sequence[Reading]) -> bool:
    """Whether another type's reading of the same clause says more."""
    for other in ordered:
        if other.clause.start >= reading.clause.end:
            break
        if other.clause.overlaps(reading.clause) and len(other.terms) > len(reading.terms) and not _same_thing(reading, other):
            return True
    return False


def _same_thing(one: Reading, other: Reading) -> bool:
    types = {one.clause_type, other.clause_type}
    return len(types) == 1 or types in _ONE_THING
