"""A review, from a document to its findings and redlines, in order.

segment      the document into clauses, definitions, parties
choose       the playbook, and settle the deal's facts
read         by rules, and by the model when there is one; its quotes are grounded
combine      the readings of each type, and reconcile the two readers
judge        every position of the playbook
redline      what is flagged: propose, apply all in memory, read and judge again
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Any, Literal

from app.domain.contract import Contract
from app.domain.document import Document
from app.domain.edit import Edit
from app.domain.finding import Finding
from app.domain.reading import Reading
from app.domain.report import Engine, Facts, Gap, Observation, PlaybookUsed, Rejection, Review, Usage
from app.errors import UsageError
from app.playbook.choose import choose_playbook
from app.playbook.load import bundled_ids, load_playbook
from app.playbook.position import Playbook
from app.redline.apply import apply_edits
from app.redline.propose import Proposal, mend
from app.redline.verify import verify
from app.review.combine import combine
from app.review.facts import parse_facts, settle_facts
from app.review.figures import deadlines, exposure
from app.review.findings import findings_of
from app.review.redlines import Spent, by_library, by_model, confirm
from app.review.sides import with_sides
from app.rules import RULES_VERSION, open_contract, read_again, read_contract
from app.rules.incorporation import Incorporated, read_incorporated
from app.rules.injection import observe_injections
from app.rules.reading.passage import Passages
from app.segment import segment

if TYPE_CHECKING:
    from app.llm.client import ModelClient

NO_PLAYBOOK = PlaybookUsed("none", "0", "", "none", "none")


@dataclass(frozen=True)
class Request:
    """What the user asked for. `facts` as written (K=V); `overrides` are laid over the playbook for this deal."""

    playbook: str | None = None
    side: Literal["customer", "vendor"] = "customer"
    facts: Mapping[str, str] = field(default_factory=dict)
    overrides: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Told:
    """What the model's reading adds: grounded readings (None when no model was asked), and what didn't work."""

    readings: tuple[Reading, ...] | None = None
    observations: tuple[Observation, ...] = ()
    gaps: tuple[Gap, ...] = ()
    rejected: tuple[Rejection, ...] = ()
    usage: Usage = field(default_factory=Usage)


@dataclass(frozen=True)
class ReadByRules:
    """What the rules' reading leaves, for reading again after edits."""

    paper: Passages
    readings: tuple[Reading, ...]
    incorporated: tuple[Incorporated, ...]


def review(document: Document, request: Request, *, model: ModelClient | None = None) -> Review:
    """Review a document: by rules, and by the model too when one is given. Raises InputError for a request that can't be met, and
    ModelRefused when the endpoint refuses the key or the model; calls that fail otherwise are gaps in the report."""
    return asyncio.run(review_async(document, request, model=model))


async def review_async(document: Document, request: Request, *, model: ModelClient | None = None) -> Review:
    """The same, inside a running event loop. The reading by rules keeps the loop busy while it lasts."""
    started = time.perf_counter()
    given = parse_facts(request.facts)
    contract = with_sides(segment(document), given, request.side)
    named = load_playbook(request.playbook, overrides=request.overrides) if request.playbook else None

    paper = open_contract(contract)
    readings = read_contract(contract, passages=paper)
    playbook = named or _fitting(contract, readings, request)
    facts = settle_facts(given, contract, playbook)
    incorporated = read_incorporated(paper.all)
    told = await read_by_model(contract, model) if model else Told()
    rules = combine(readings)
    both = None if told.readings is None else combine(told.readings)

    findings: tuple[Finding, ...] = ()
    if playbook is not None:
        findings = findings_of(contract, playbook, facts, rules, both, incorporated)
        read = ReadByRules(paper, readings, incorporated)
        findings, spent = await _redlined(contract, playbook, facts, findings, read, model)
        told = replace(told, gaps=(*told.gaps, *spent.gaps), usage=told.usage + spent.usage)
    return Review(
        contract=contract,
        playbook=_used(playbook, request),
        engine=_engine(model),
        facts=facts,
        readings=(*readings, *(told.readings or ())),
        findings=findings,
        observations=(*observe_injections(paper.all), *told.observations),
        exposure=exposure(both or rules, facts),
        deadlines=deadlines(contract, (*rules, *(both or ())), facts),
        gaps=told.gaps,
        rejected=told.rejected,
        usage=replace(told.usage, seconds=time.perf_counter() - started),
    )


async def read_by_model(contract: Contract, model: ModelClient) -> Told:
    """What the model says of a contract, grounded."""
    from app.llm.reader import read_with_model
    from app.review.grounding import ground, ground_observations

    answered = await read_with_model(contract, model)
    readings, rejected = ground(answered.answers, contract)
    observations, unfounded = ground_observations(answered.answers, contract)
    return Told(readings, observations, answered.gaps, (*rejected, *unfounded), answered.usage)


async def _redlined(
    contract: Contract, playbook: Playbook, facts: Facts, findings: tuple[Finding, ...], read: ReadByRules, model: ModelClient | None
) -> tuple[tuple[Finding, ...], Told]:
    """The findings with redlines that hold when all are made together: in the rules' eyes, then in the model's."""

    def changed_by(edits: Sequence[Edit]) -> tuple[Contract, tuple[Reading, ...]]:
        changed = replace(segment(apply_edits(contract.document, edits)), parties=contract.parties)
        return changed, combine(read_again(changed, edits, read.paper, read.readings))

    def assess(edits: Sequence[Edit]) -> tuple[Finding, ...]:
        changed, rules = changed_by(edits)
        return findings_of(changed, playbook, facts, rules, None, read.incorporated)

    by_rules = findings_of(contract, playbook, facts, combine(read.readings), None, read.incorporated)

    proposals: dict[str, tuple[Proposal, ...]] = by_library(contract, playbook, facts, findings, read.readings)
    if model is None:
        return verify(contract, findings, proposals, assess, before=by_rules, mend=partial(mend, contract)), Told()

    proposals, drafted = await by_model(contract, playbook, facts, findings, read.readings, proposals, model)
    verified = verify(contract, findings, proposals, assess, before=by_rules, mend=partial(mend, contract))

    async def reread(edits: Sequence[Edit]) -> tuple[tuple[Finding, ...], Spent]:
        changed, rules = changed_by(edits)
        told = await read_by_model(changed, model)
        both = combine(told.readings or ())
        return findings_of(changed, playbook, facts, rules, both, read.incorporated), Spent(told.gaps, told.usage)

    confirmed, reading = await confirm(verified, reread)
    return confirmed, Told(gaps=(*drafted.gaps, *reading.gaps), usage=drafted.usage + reading.usage)


def _fitting(contract: Contract, readings: Sequence[Reading], request: Request) -> Playbook | None:
    """The bundled playbook that fits best, None where none fits. Raises UsageError for a side that has none."""
    if not any(load_playbook(name).side == request.side for name in bundled_ids()):
        raise UsageError(f"side {request.side}", "no bundled playbook is for it", "give a playbook of your own with --playbook PATH")
    playbook = choose_playbook(contract, readings, request.side)
    return load_playbook(playbook.id, overrides=request.overrides) if playbook and request.overrides else playbook


def _used(playbook: Playbook | None, request: Request) -> PlaybookUsed:
    if playbook is None:
        return replace(NO_PLAYBOOK, side=request.side)
    chosen: Literal["named", "automatic"] = "named" if request.playbook else "automatic"
    return PlaybookUsed(playbook.id, playbook.version, playbook.sha256, playbook.side, chosen, request.overrides)


def _engine(model: ModelClient | None) -> Engine:
    if model is None:
        return Engine(RULES_VERSION, None)
    from app.llm.prompts import prompt_hashes

    return Engine(RULES_VERSION, model.model, prompt_hashes())
