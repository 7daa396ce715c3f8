"""The committed suite: its cases are consistent, its baseline holds, and it notices when a rule of a must-position is gone."""

import re

import pytest
from click.testing import CliRunner

import app.review.pipeline as pipeline
from app.documents.load import load_document
from app.rules import RULES, read_contract
from evals.__main__ import cli
from evals.gold import FOLDER, Case, load_cases
from evals.matching import Paper

CASES = load_cases()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_gold_quote_stands_in_its_document(case: Case) -> None:
    paper = Paper(load_document(case.document).text)

    quotes = (
        [quote for e in case.expected for quote in e.quotes] + [f.quote for f in case.forbidden] + [label.quote for label in case.labels]
    )
    assert [quote[:60] for quote in quotes if paper.find(quote) is None] == []


def test_the_run_holds_the_committed_baseline() -> None:
    result = CliRunner().invoke(cli, ["run"])

    assert result.exit_code == 0, result.output[-2000:]
    assert "nothing is worse than the baseline" in result.output


def test_the_run_fails_when_a_rule_of_a_must_position_is_disabled(monkeypatch: pytest.MonkeyPatch) -> None:
    fewer = tuple(rule for rule in RULES if rule.clause_type != "liability_cap")
    monkeypatch.setattr(pipeline, "read_contract", lambda contract, passages=None: read_contract(contract, rules=fewer, passages=passages))

    result = CliRunner().invoke(cli, ["run"])

    assert result.exit_code == 1
    assert re.search(r"worse than the baseline: .*must_found", result.output)


def test_a_run_over_other_cases_is_not_held_to_the_baseline() -> None:
    assert CliRunner().invoke(cli, ["run", "--cases", str(FOLDER), "--only", "nda_fair"]).exit_code == 0
