from typing import Any

from evals.baseline import as_baseline, regressions
from evals.runs import Result, Run
from evals.scorers import Counts


def run_of(**counts: Any) -> Run:
    return Run("rules", (Result("paper", Counts(must=4, walk_aways=2, **counts), 0.1),))


def test_a_run_as_good_as_the_baseline_has_no_regression() -> None:
    run = run_of(must_found=3, walk_aways_found=1)

    assert regressions(run, as_baseline(run)) == []


def test_an_issue_that_is_no_longer_found_is_told_with_its_case() -> None:
    lines = regressions(run_of(must_found=2, walk_aways_found=1), as_baseline(run_of(must_found=3, walk_aways_found=1)))

    assert lines[0] == "paper: must_found 2, baseline 3"


def test_a_case_that_was_not_run_counts_as_failed() -> None:
    assert regressions(Run("rules", ()), as_baseline(run_of(must_found=3)))[0] == "paper: was not run"


def test_more_false_flags_are_a_regression() -> None:
    was, now = run_of(acceptable=4, acceptable_flagged=0), run_of(acceptable=4, acceptable_flagged=1)

    assert regressions(now, as_baseline(was)) == ["all cases: acceptable_flagged 0.25, baseline 0.0"]
