"""Redlines read again: all of them together, by the same readers, and judged as a whole.

A redline is verified only if its position then reaches at least the fallback in every reader's eyes, no other position got worse, and
every defined term and cross reference that it brings in exists. Deleting the evidence isn't reaching the fallback: where the playbook
wants a clause, its absence is judged as missing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from app.domain.contract import Contract
from app.domain.edit import Edit
from app.domain.finding import GRADES, Finding, Redline
from app.redline.propose import Proposal

Assess = Callable[[Sequence[Edit]], Sequence[Finding]]
Mend = Callable[[Proposal, Sequence[Edit], Finding], Proposal | None]

_ROUNDS = 6  # of trying: each reads again what the edits may have changed
_LAST_TRIES = 2  # rounds before the end in which nothing new is tried
_MENDS = 2  # times that one proposal may be extended by what still stands against it


@dataclass(frozen=True)
class _Tried:
    """A finding with its proposals, the one that is being tried, and how often it was mended."""

    finding: Finding
    proposals: tuple[Proposal, ...]
    choice: int = 0
    mends: int = 0

    @property
    def current(self) -> Proposal:
        return self.proposals[self.choice]

    def next(self) -> _Tried | None:
        return replace(self, choice=self.choice + 1, mends=0) if self.choice + 1 < len(self.proposals) else None

    def mended(self, proposal: Proposal) -> _Tried:
        proposals = (*self.proposals[: self.choice], proposal, *self.proposals[self.choice + 1 :])
        return replace(self, proposals=proposals, mends=self.mends + 1)


def verify(
    contract: Contract,
    findings: Sequence[Finding],
    proposals: Mapping[str, tuple[Proposal, ...]],
    assess: Assess,
    *,
    before: Sequence[Finding] | None = None,
    mend: Mend | None = None,
) -> tuple[Finding, ...]:
    """The findings with their redlines. `proposals` are by finding id, best first; `assess` reads and judges the contract with edits
    made, and `before` is what it said without any (the findings themselves unless given). `mend` extends a proposal, given all edits
    and the finding that still stands, or says that it can't.

    All first choices are tried together. One that doesn't reach the fallback is mended or gives way to the next choice, as does one
    whose place another one needs; one that makes another position worse is taken out. The rest are tried again, until all that remain
    hold together.
    """
    sound = {f.id: tuple(p for p in proposals.get(f.id, ()) if p.edits and is_sound(contract, p)) for f in findings}
    tried = [_Tried(finding, sound[finding.id]) for finding in findings if sound[finding.id]]
    given_up = [_Tried(finding, proposals[finding.id]) for finding in findings if proposals.get(finding.id) and not sound[finding.id]]
    grades = _grades(findings if before is None else before)
    after: dict[str, Finding] = {}
    for round in range(_ROUNDS):
        tried, clashing = _apart(tried)
        given_up += clashing
        if not tried:
            break
        edits = [edit for each in tried for edit in each.current.edits]
        after = _worst(assess(edits))
        failed = [each for each in tried if not _reached(each.finding, after)]
        worse = {position for position, finding in after.items() if finding.grade > grades.get(position, finding.grade)}
        # What fails may be what makes another position worse: it is changed first.
        guilty = [] if failed and round < _ROUNDS - _LAST_TRIES else [each for each in _guilty(tried, worse) if each not in failed]
        out = [*failed, *guilty]
        if not out:
            break
        trying = round < _ROUNDS - _LAST_TRIES
        again = {each.finding.id: _again(each, after, edits, contract, mend) for each in out} if trying else {}
        given_up += [each for each in out if again.get(each.finding.id) is None]
        tried = [next_one for each in tried if (next_one := again.get(each.finding.id) if each in out else each) is not None]
    else:
        given_up += tried
        tried = []
    redlines = {each.finding.id: _redline(each, None) for each in given_up}
    redlines |= {each.finding.id: _redline(each, after) for each in tried}
    return tuple(replace(finding, redline=redlines.get(finding.id)) for finding in findings)


def _again(each: _Tried, after: Mapping[str, Finding], edits: Sequence[Edit], contract: Contract, mend: Mend | None) -> _Tried | None:
    """What is tried in place of a proposal that failed: the same one mended, else the next choice."""
    standing = after.get(each.finding.position)
    if mend is not None and standing is not None and standing.flagged and each.mends < _MENDS:
        mended = mend(each.current, edits, standing)
        if mended is not None and is_sound(contract, mended):
            return each.mended(mended)
    return each.next()


def _redline(tried: _Tried, after: Mapping[str, Finding] | None) -> Redline:
    """The redline that is tried; verified when `after`, the findings that it leads to, are given."""
    finding = tried.finding
    reached = after.get(finding.position) if after is not None else None
    comment = f"{finding.why} {finding.ask}".strip()
    return Redline(reached is not None, reached.verdict if reached else None, tried.current.source, comment, tried.current.edits)


def _worst(findings: Sequence[Finding]) -> dict[str, Finding]:
    worst: dict[str, Finding] = {}
    for finding in findings:
        if finding.position not in worst or finding.grade > worst[finding.position].grade:
            worst[finding.position] = finding
    return worst


def _grades(findings: Sequence[Finding]) -> dict[str, tuple[int, bool]]:
    return {position: finding.grade for position, finding in _worst(findings).items()}


def _reached(finding: Finding, after: Mapping[str, Finding]) -> bool:
    now = after.get(finding.position)
    return now is not None and GRADES[now.verdict] <= GRADES["fallback"] and now.verdict != "elsewhere"


def _guilty(tried: Sequence[_Tried], worse: set[str]) -> list[_Tried]:
    """Whose edits made other positions worse: those that touch the passages of these positions, else all that were new wording."""
    if not worse:
        return []
    holders = [each for each in tried if each.current.source != "template"]
    near = [each for each in holders if any(position.split(".")[0] == each.finding.clause_type for position in worse)]
    return near or holders


def _apart(tried: Sequence[_Tried]) -> tuple[list[_Tried], list[_Tried]]:
    """Those whose edits don't overlap (in the order of the findings), and those that must give way to an earlier one."""
    chosen: list[_Tried] = []
    clashing: list[_Tried] = []
    taken: list[Edit] = []
    for each in tried:
        choices = [replace(each, choice=index) for index in range(each.choice, len(each.proposals))]
        free = next((c for c in choices if not any(_collide(edit, other) for edit in c.current.edits for other in taken)), None)
        if free is None:
            clashing.append(each)
        else:
            chosen.append(free)
            taken += free.current.edits
    return chosen, clashing


def _collide(one: Edit, other: Edit) -> bool:
    return one.span.overlaps(other.span) or (one.span == other.span and not one.replacement.startswith("\n"))


_DEFINED = re.compile(r"(?<![.!?:;“\"(] )(?<!^)\b[A-Z][a-z]+(?: [A-Z][a-z]+)*\b")
_REFERENCE = re.compile(r"\b(?:[Ss]ections?|[Cc]lauses?|[Aa]rticles?|Schedules?|Exhibits?|Annex(?:es)?) ([0-9A-Z][0-9.]*)")


def is_sound(contract: Contract, proposal: Proposal) -> bool:
    """Whether a proposal brings in no term and no reference that the contract doesn't have, and takes no definition that it needs."""
    return _names_exist(contract, proposal) and _keeps_definitions(contract, proposal)


def _names_exist(contract: Contract, proposal: Proposal) -> bool:
    """Whether every capitalised term and every cross reference that the edits bring in stands in the contract already."""
    text = contract.text
    for edit in proposal.edits:
        for name in _DEFINED.findall(edit.replacement):
            if name not in text and name not in _KNOWN:
                return False
        for number in _REFERENCE.findall(edit.replacement):
            if not any(clause.number and clause.number.rstrip(".").endswith(number.rstrip(".")) for clause in contract.clauses):
                return False
    return True


def _keeps_definitions(contract: Contract, proposal: Proposal) -> bool:
    """Whether no term loses its definition while the contract still uses it."""
    text = contract.text
    for definition in contract.definitions:
        for edit in proposal.edits:
            if edit.span.overlaps(definition.name) and definition.term not in edit.replacement:
                rest = text[: edit.span.start] + edit.replacement + text[edit.span.end :]
                if re.search(rf"\b{re.escape(definition.term)}\b", rest):
                    return False
    return True


_KNOWN = frozenset({"Type", "Type II", "English", "Not"})  # words of the library that are no defined terms
