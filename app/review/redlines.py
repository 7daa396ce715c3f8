"""Redlines of a review: proposals from the library and from the model, and the model's second reading of what the rules accepted."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from app.compare.words import word_edits
from app.domain.contract import Contract
from app.domain.edit import Edit
from app.domain.finding import GRADES, Finding
from app.domain.reading import Reading
from app.domain.report import Facts, Gap, Usage
from app.domain.span import Span
from app.playbook.derived import values_of
from app.playbook.position import Playbook
from app.redline.propose import Proposal, clause_at, operative, propose
from app.redline.wording import fill, library
from app.review.findings import others_home

if TYPE_CHECKING:
    from app.llm.client import ModelClient
    from app.llm.draft import Draft

STAGE = "drafting"
_NOWHERE = Span(0, 0)


@dataclass(frozen=True)
class Spent:
    """What a stage with the model cost, and what it left undone."""

    gaps: tuple[Gap, ...] = ()
    usage: Usage = field(default_factory=Usage)


def by_library(
    contract: Contract, playbook: Playbook, facts: Facts, findings: Sequence[Finding], readings: Sequence[Reading]
) -> dict[str, tuple[Proposal, ...]]:
    """Proposals for each flagged finding, by its id: changed figures, then the library's wording."""
    home = others_home(contract, playbook, facts)
    found: dict[str, tuple[Proposal, ...]] = {}
    for finding in findings:
        position = playbook.position(finding.position)
        if finding.flagged and position is not None:
            values = values_of(Reading(finding.clause_type, _NOWHERE, _NOWHERE, finding.terms), facts, home)
            alike = sorted((r for r in readings if r.clause_type in position.types), key=lambda r: (-len(r.terms), r.clause))
            found[finding.id] = propose(contract, position, finding, values, [reading.anchor for reading in alike])
    return found


async def by_model(
    contract: Contract,
    playbook: Playbook,
    facts: Facts,
    findings: Sequence[Finding],
    readings: Sequence[Reading],
    proposals: Mapping[str, tuple[Proposal, ...]],
    model: ModelClient,
) -> tuple[dict[str, tuple[Proposal, ...]], Spent]:
    """The proposals with the model's drafts among them: after changed figures, before the library. One call for each flagged finding
    that has a passage; a call that fails is a gap, and the other proposals remain."""
    from app.llm.draft import draft_redline
    from app.llm.reader import together
    from app.llm.replies import CallFailed

    async def draft(finding: Finding) -> tuple[Finding, Proposal | None, Spent]:
        position = playbook.position(finding.position)
        assert position is not None and finding.span is not None
        places = [finding.span, finding.anchor, *(r.anchor for r in readings if r.clause_type in position.types)]
        clause = _clause(contract, operative(contract, [place for place in places if place is not None]))
        wording = library().get(position.wording or "")
        words = fill(wording.text, contract) if wording else None
        try:
            drafted = await draft_redline(model, contract, clause, position=position, facts=facts, wording=words)
        except CallFailed as failure:
            return finding, None, Spent((Gap(STAGE, finding.span, str(failure)),), failure.usage)
        return finding, Proposal(edits_of(contract, clause, drafted), "model"), Spent(usage=drafted.usage)

    wanted = [finding for finding in findings if finding.flagged and finding.span is not None]
    results = await together([draft(finding) for finding in wanted])
    merged = dict(proposals)
    for finding, proposal, _ in results:
        if proposal is not None and proposal.edits:
            merged[finding.id] = tuple(
                sorted((*merged.get(finding.id, ()), proposal), key=lambda p: ("template", "model", "library").index(p.source))
            )
    return merged, Spent(tuple(gap for *_, spent in results for gap in spent.gaps), sum((spent.usage for *_, spent in results), Usage()))


def _clause(contract: Contract, span: Span) -> Span:
    """What the model redrafts: the whole clause around a passage, where that is one, else its paragraph."""
    paragraph = contract.document.paragraphs[contract.document.paragraph_at(span.start)].span
    clause = clause_at(contract, span.start)
    return clause.span if clause is not None and clause.kind == "clause" and not clause.children else paragraph


def edits_of(contract: Contract, clause: Span, draft: Draft) -> tuple[Edit, ...]:
    """A draft as word-level edits. A paragraph that the draft leaves out becomes "Not used.", so that numbers after it stay."""
    document, edits = contract.document, []
    indices = list(document.paragraphs_in(clause))
    for index, revised in zip(indices, draft.paragraphs, strict=True):
        span = document.paragraphs[index].span
        old = span.of(document.text)
        if revised != old:
            edits += word_edits(span.start, old, revised or "Not used.")
    for after, text in draft.added:
        end = document.paragraphs[indices[after]].span.end
        edits.append(Edit(Span(end, end), "\n" + text))
    return tuple(edits)


async def confirm(
    findings: tuple[Finding, ...], reread: Callable[[Sequence[Edit]], Awaitable[tuple[Sequence[Finding], Spent]]]
) -> tuple[tuple[Finding, ...], Spent]:
    """The findings with only those redlines verified that the model, too, reads as at least the fallback."""
    edits = [edit for finding in findings if finding.redline and finding.redline.verified for edit in finding.redline.edits]
    if not edits:
        return findings, Spent()
    after, spent = await reread(edits)
    worst: dict[str, Finding] = {}
    for finding in after:
        if finding.position not in worst or finding.grade > worst[finding.position].grade:
            worst[finding.position] = finding
    return tuple(_confirmed(finding, worst.get(finding.position)) for finding in findings), spent


def _confirmed(finding: Finding, after: Finding | None) -> Finding:
    if finding.redline is None or not finding.redline.verified or after is None:
        return finding
    if GRADES[after.verdict] <= GRADES["fallback"]:
        return replace(finding, redline=replace(finding.redline, verdict_after=after.verdict))
    return replace(finding, redline=replace(finding.redline, verified=False, verdict_after=after.verdict))
