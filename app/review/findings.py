"""Judgements to findings: the passage that decides, quoted; why, and what to ask for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.domain.contract import Contract
from app.domain.finding import Finding
from app.domain.reading import Reading
from app.domain.report import Facts
from app.domain.span import Span
from app.playbook.derived import values_of
from app.playbook.judge import assessed, reasons
from app.playbook.position import Playbook, Position
from app.review.reconcile import Reconciled, reconcile
from app.rules.incorporation import Incorporated
from app.segment.sentences import quotable


def findings_of(
    contract: Contract,
    playbook: Playbook,
    facts: Facts,
    rules: Sequence[Reading],
    model: Sequence[Reading] | None = None,
    incorporated: Sequence[Incorporated] = (),
) -> tuple[Finding, ...]:
    """A finding for every position that the playbook assesses; more than one where clauses disagree.

    `rules` and `model` are combined readings; what is missing and may stand in an `incorporated` paper is elsewhere. The same input
    gives the same findings, in the playbook's order.
    """
    home = others_home(contract, playbook, facts)
    found: list[Finding] = []
    for position in assessed(playbook, facts):
        stands = reconcile(position, rules, model, facts, home)
        distinct = _distinct([_finding(contract, position, each, facts, home) for each in stands])
        found.extend(_elsewhere(contract, each, incorporated) if each.verdict == "missing" else each for each in distinct)
    return tuple(found)


def _distinct(findings: Sequence[Finding]) -> list[Finding]:
    """The worst finding of a position, and the flagged ones that rest on other passages."""
    kept = [findings[0]]
    for finding in findings[1:]:
        if finding.flagged and finding.span is not None and all(k.span is None or not k.span.overlaps(finding.span) for k in kept):
            kept.append(finding)
    return kept


def _finding(contract: Contract, position: Position, each: Reconciled, facts: Facts, home: str) -> Finding:
    judgement = each.judgement
    span = None if judgement.proof is None else quoted(contract, judgement.proof)
    reading = judgement.reading
    values = {} if reading is None else values_of(reading, facts, home)
    why = " ".join(part for part in (_why(position, judgement.verdict, reading is None), reasons(judgement, values)) if part)
    return Finding(
        clause_type=position.clause_type,
        position=position.id,
        title=position.title,
        verdict=judgement.verdict,
        walk_away=judgement.walk_away,
        priority=position.priority,
        provenance=each.provenance,
        span=span,
        quote=None if span is None else span.of(contract.text),
        terms={} if reading is None else dict(reading.terms),
        why=why,
        ask=position.ask,
        open_terms=judgement.open_terms,
        anchor=None if reading is None else reading.anchor,
        readings=None if each.rules is None or each.model is None else {"rules": each.rules, "model": each.model},
    )


def _elsewhere(contract: Contract, finding: Finding, incorporated: Sequence[Incorporated]) -> Finding:
    """A missing clause that may stand in a paper which the contract incorporates and which isn't here."""
    paper = next((each for each in incorporated if finding.clause_type in each.types), None)
    if paper is None:
        return finding
    span = quoted(contract, paper.span)
    moving = " The other side may change that paper." if paper.changeable else ""
    return replace(
        finding,
        verdict="elsewhere",
        walk_away=False,
        span=span,
        quote=span.of(contract.text),
        why=f"It may stand in a paper that this one incorporates and that isn't here.{moving}",
        ask=f"Send us that paper. {finding.ask}",
    )


def _why(position: Position, verdict: str, absent: bool) -> str:
    if not absent:
        return position.why
    if verdict == "missing":
        return f"The text has no such clause. {position.why}"
    return position.missing_why or "The text has no such clause, which is what we want."


def quoted(contract: Contract, proof: Span) -> Span:
    """The passage that a finding quotes for a proof: its sentence, within its paragraph. Of a proof that reaches over several (the cells
    of a table's row) it is the one that holds most of it."""
    document = contract.document
    touched = [document.paragraphs[index].span for index in document.paragraphs_in(proof)]
    paragraph = max(touched, key=lambda span: min(span.end, proof.end) - max(span.start, proof.start))
    return quotable(contract.text, paragraph, proof)


def others_home(contract: Contract, playbook: Playbook, facts: Facts) -> str:
    """How the paper describes the other side where it names the parties: its seat, law and address."""
    own_party = (facts.text("own_party") or "").lower()
    for party in contract.parties:
        theirs = party.role is not None and party.role != ("customer" if playbook.side == "either" else playbook.side)
        if playbook.side == "either" and own_party:
            theirs = party.name.lower() not in own_party and own_party not in party.name.lower()
        if theirs and party.span is not None:
            document = contract.document
            end = document.paragraphs[document.paragraph_at(party.span.start)].span.end
            later = [p.span.start for p in contract.parties if p.span and party.span.end < p.span.start < end]
            return contract.text[party.span.end : min([end, *later])]
    return ""
