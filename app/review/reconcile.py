"""What two readers say of one position, and which of it stands.

Where they agree, or one is silent, their terms fill each other's gaps. Where they disagree the worse verdict stands and both readings
are kept. So a model can add to what the rules found and can't take from it: it may fill what they leave open, with a quote, and not undo
what they prove. A clause that either reader quotes isn't missing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.finding import Provenance
from app.domain.reading import Reading
from app.domain.report import Facts
from app.playbook.judge import Judgement, judge_position
from app.playbook.position import Position


@dataclass(frozen=True)
class Reconciled:
    """A judgement, who it rests on, and each reader's own reading where they differ."""

    judgement: Judgement
    provenance: Provenance
    rules: Reading | None = None
    model: Reading | None = None


def reconcile(
    position: Position, rules: Sequence[Reading], model: Sequence[Reading] | None, facts: Facts, others_home: str = ""
) -> tuple[Reconciled, ...]:
    """The judgements of a position, worst first. `rules` and `model` are combined readings; `model` is None when none was asked."""
    by_rules = judge_position(position, rules, facts, others_home)
    if not model:
        return tuple(Reconciled(judgement, "rules") for judgement in by_rules)
    by_model = judge_position(position, model, facts, others_home)
    if by_model[0].reading is None:
        return tuple(Reconciled(judgement, "rules") for judgement in by_rules)
    if by_rules[0].reading is None:
        return tuple(Reconciled(judgement, "model") for judgement in by_model)
    said_rules, said_model = by_rules[0].reading, by_model[0].reading
    filled_rules = judge_position(position, [_filled(j.reading, said_model) for j in by_rules if j.reading], facts, others_home)
    filled_model = judge_position(position, [_filled(j.reading, said_rules) for j in by_model if j.reading], facts, others_home)
    stands = () if by_rules[0].rests_on_silence else (by_rules[0],)
    worst = max((filled_rules[0], *stands, filled_model[0]), key=_certain)
    if filled_rules[0].grade == filled_model[0].grade == worst.grade:
        return (Reconciled(filled_rules[0], "both"),)
    return (Reconciled(worst, "conflict", said_rules, said_model),)


def _certain(judgement: Judgement) -> tuple[tuple[int, bool], int]:
    """Orders judgements: the worse first; among equals the one that leaves least open."""
    return judgement.grade, -len(judgement.open_terms)


def _filled(reading: Reading, other: Reading) -> Reading:
    """A reading with the other reader's terms where it is silent (of the same type only)."""
    if reading.clause_type != other.clause_type:
        return reading
    return reading.with_terms(**{name: proof for name, proof in other.terms.items() if name not in reading.terms})
