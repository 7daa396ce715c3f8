"""Whether a contract settles a matter in the usual words of its clauses.

Rules of this family read a clause twice: by its usual words, then by any words that mean the same. The second reading is a looser one,
made for papers that never use the usual words; where some clause has settled the matter in them, other clauses aren't read loosely.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from app.domain.reading import Reading
from app.domain.span import Span
from app.rules.reading.passage import Passage

Usual = Callable[[Passage], Reading | Sequence[Reading] | None]

# The types that are read so: what is read again after an edit is read beside a clause of each that settles it.
LOOSELY_READ = frozenset(
    {
        "acceptable_use", "ai_output_ownership", "ai_training_use", "audit_rights", "customer_data", "data_protection", "data_residency",
        "data_return", "model_governance", "model_retraining", "output_use_restriction", "security_incident", "subprocessors",
    }
)  # fmt: skip


def loosely(passage: Passage, read: Usual, other: Callable[[Passage], Reading | None], *names: str) -> Reading | None:
    """What the looser reading adds: in a passage that the usual words speak of, or where no other passage settles the matter in them."""
    speaks = any(reading.terms for reading in usual(passage, read))
    return other(passage) if speaks or not settled(passage, read, *names) else None


def laid_together(found: Sequence[Reading], other: Reading | None) -> Reading | None:
    """The usual reading with the terms that only the looser one has; whichever there is of the two."""
    if not found or other is None:
        return found[0] if found else other
    return found[0].with_terms(**{name: proof for name, proof in other.terms.items() if name not in found[0].terms})


def usual(passage: Passage, read: Usual) -> tuple[Reading, ...]:
    """What a rule reads in a passage by its usual words, read once."""
    known = passage.view.remembered(read, lambda _: _Known()).readings
    if passage.at not in known:
        found = read(passage)
        known[passage.at] = () if found is None else (found,) if isinstance(found, Reading) else tuple(found)
    return known[passage.at]


def settled(passage: Passage, read: Usual, *names: str) -> bool:
    """Whether usual words fix one of these terms (any term if none is named) somewhere else in the contract."""
    answers = passage.view.remembered(read, lambda _: _Known()).settling
    if names not in answers:
        fixing = (
            each.at
            for each in passage.paper.all
            for reading in usual(each, read)
            if reading.terms and (not names or set(names) & set(reading.terms))
        )
        answers[names] = frozenset(fixing)
    return bool(answers[names] - {passage.at})


@dataclass
class _Known:
    """What was read of one contract by the usual words of a rule, and where they fix which terms."""

    readings: dict[Span, tuple[Reading, ...]] = field(default_factory=dict)
    settling: dict[tuple[str, ...], frozenset[Span]] = field(default_factory=dict)
