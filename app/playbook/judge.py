"""The judge: what a contract's terms are worth under a position. The same terms, playbook and facts give the same verdict, always.

Walk-away is tested first. Then preferred, then fallback; what meets neither is unacceptable. Silence gives nobody a right: it can't
meet a promise, and it proves no walk-away. A clause that refuses in words what the position asks for is unacceptable, and a
walk-away where an absent clause would be one. Given several readings, each is judged by itself and the worse counts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.domain.finding import Verdict
from app.domain.reading import Reading
from app.domain.report import Facts
from app.domain.span import Span
from app.domain.terms import TERMS
from app.playbook.conditions import Item, Test
from app.playbook.derived import DERIVED, SOURCES, values_of
from app.playbook.position import Playbook, Position


@dataclass(frozen=True)
class Judgement:
    """A verdict with what decided it. `decisive` are the tests that did, `proof` the span that proves the first of them; None
    when the position's clause is missing. `open_terms` are terms that the position asks for and the text leaves open."""

    verdict: Verdict
    walk_away: bool
    reading: Reading | None
    proof: Span | None
    decisive: tuple[Test, ...] = ()
    open_terms: tuple[str, ...] = ()
    refused: bool = False

    @property
    def rests_on_silence(self) -> bool:
        """Whether nothing that the text says counts against it, only what it leaves open."""
        open_only = bool(self.open_terms) and all(test.term in self.open_terms for test in self.decisive)
        return not self.walk_away and not self.refused and (self.reading is None or self.verdict != "unacceptable" or open_only)

    @property
    def grade(self) -> tuple[int, bool]:
        order: dict[Verdict, int] = {"preferred": 0, "fallback": 1, "elsewhere": 1, "unacceptable": 2, "missing": 2}
        return order[self.verdict], self.walk_away


def judge_position(position: Position, readings: Sequence[Reading], facts: Facts, others_home: str = "") -> tuple[Judgement, ...]:
    """The judgement of each reading that the position is about, the worst first; of the absent clause when there is none."""
    relevant = [each for each in readings if _concerns(position, each, facts, others_home)]
    if not relevant:
        return (_judge_absence(position),)
    judged = [_judge_reading(position, reading, facts, others_home) for reading in relevant]
    return tuple(sorted(judged, key=lambda judgement: judgement.grade, reverse=True))


def assessed(playbook: Playbook, facts: Facts) -> tuple[Position, ...]:
    """The positions that the playbook assesses under these facts."""
    values = {f"fact.{name}": value for name, value in facts.values.items()}
    return tuple(p for p in playbook.positions if not p.only_if or any(item.holds(values) for item in p.only_if))


def _concerns(position: Position, reading: Reading, facts: Facts, others_home: str) -> bool:
    if reading.clause_type not in position.types:
        return False
    values = values_of(reading, facts, others_home)
    if position.applies and not any(item.holds(values) for item in position.applies):
        return False
    return not position.about or reading.value("refused") is True or any(reading.value(name) is not None for name in position.about)


def _judge_absence(position: Position) -> Judgement:
    if position.if_missing == "preferred":
        return Judgement("preferred", False, None, None)
    return Judgement("missing", position.if_missing == "walk_away", None, None, open_terms=_asked(position))


def _asked(position: Position) -> tuple[str, ...]:
    return tuple(dict.fromkeys(test.term for item in position.least for test in item.tests if test.term not in SOURCES))


def _judge_reading(position: Position, reading: Reading, facts: Facts, others_home: str) -> Judgement:
    values = values_of(reading, facts, others_home)
    for item in position.walk_away:
        if item.holds(values):
            return Judgement("unacceptable", True, reading, _proof(item.tests, reading), item.tests)
    if reading.value("refused") is True and position.if_missing != "preferred":
        proof = reading.terms["refused"].span
        return Judgement("unacceptable", position.if_missing == "walk_away", reading, proof, refused=True)
    grades: tuple[tuple[tuple[Item, ...], Verdict], ...] = ((position.preferred, "preferred"), (position.fallback, "fallback"))
    for items, verdict in grades:
        met = next((item for item in items if item.holds(values)), None)
        if met is not None:
            return Judgement(verdict, False, reading, _proof(met.tests, reading), met.tests)
    closest = min(position.least, key=lambda item: len(item.unmet(values)), default=None)
    if closest is None:
        return Judgement("fallback", False, reading, reading.anchor)
    unmet = closest.unmet(values)
    failed = tuple(test for test in unmet if test.holds(values.get(test.term)) is False)
    silent = tuple(test.term for test in unmet if test.holds(values.get(test.term)) is None and test.term not in SOURCES)
    return Judgement("unacceptable", False, reading, _proof(failed, reading), unmet, silent)


def _proof(tests: Sequence[Test], reading: Reading) -> Span:
    """The words that decide: those of the first test's term, else the reading's anchor. What a list lacks no words of it prove."""
    for test in tests:
        if any(operator in ("has", "lacks") for operator, _ in test.operators):
            return reading.anchor
        for name in (test.term, *SOURCES.get(test.term, ())):
            if name in reading.terms:
                return reading.terms[name].span
    return reading.anchor


def reasons(judgement: Judgement, values: Mapping[str, object]) -> str:
    """Why the judgement came out as it did, in a sentence: the terms that decided, as read and as wanted."""
    reading = judgement.reading
    if reading is None:
        return ""
    if judgement.refused:
        return "The text refuses it in words."
    known = TERMS[reading.clause_type] | DERIVED.get(reading.clause_type, {})
    said = []
    for test in judgement.decisive:
        term, value = known.get(test.term), values.get(test.term)
        meaning = term.meaning if term else test.term.removeprefix("fact.").replace("_", " ")
        if judgement.verdict == "unacceptable" and not judgement.walk_away:
            said.append(f"{meaning}: {_shown(value)}, wanted {test.wanted}" if value is not None else f"{meaning}: not stated")
        elif value is not None:
            said.append(f"{meaning}: {_shown(value)}")
    return "; ".join(said)[:1].upper() + "; ".join(said)[1:] + "." if said else ""


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(str(each).replace("_", " ") for each in value) or "none"
    return f"{value:,g}" if isinstance(value, float | int) else str(value).replace("_", " ")
