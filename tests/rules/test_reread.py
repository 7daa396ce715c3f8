"""Reading again after edits gives what reading the whole would give, on the samples with edits that really are proposed."""

import random
from dataclasses import replace
from pathlib import Path

import pytest

from app.documents.load import load_document
from app.domain.edit import Edit
from app.domain.reading import Reading
from app.redline.apply import apply_edits
from app.review.pipeline import Request, review
from app.rules import open_contract, read_again, read_contract
from app.segment import segment
from evals.gold import FOLDER, load_cases

HOSTILE = load_cases(FOLDER, "hostile")


def said(readings: tuple[Reading, ...]) -> set[tuple[object, ...]]:
    return {(r.clause_type, r.clause, r.anchor, tuple(sorted((name, proof.value) for name, proof in r.terms.items()))) for r in readings}


@pytest.mark.parametrize("case", HOSTILE, ids=lambda case: case.name)
def test_reading_again_gives_what_a_whole_reading_gives(case: object) -> None:
    path: Path = case.document  # type: ignore[attr-defined]
    found = review(load_document(path), Request(case.playbook, facts=case.facts))  # type: ignore[attr-defined]
    contract, paper = found.contract, open_contract(found.contract)
    proposed = [f.redline.edits for f in found.findings if f.redline is not None and f.redline.verified]
    chance = random.Random(case.name)  # type: ignore[attr-defined]
    for _ in range(3):
        edits: list[Edit] = [edit for edits in chance.sample(proposed, min(2, len(proposed))) for edit in edits]
        after = replace(segment(apply_edits(contract.document, edits)), parties=contract.parties)

        assert said(read_again(after, edits, paper, found.readings)) ^ said(read_contract(after)) == set()
