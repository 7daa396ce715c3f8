"""What a run must not fall below: the committed figures of the rules, case by case. A better run is committed as the new baseline."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from evals.runs import Run
from evals.scorers import FIGURES, LOWER_IS_BETTER, figures

PATH = Path(__file__).with_name("baseline.json")
_COUNTED = ("must_found", "walk_aways_found")  # by case: an issue that was found stays found


def regressions(run: Run, baseline: dict[str, Any]) -> list[str]:
    """Where the run is worse than the baseline, a line each; a case that the baseline has and the run has not counts as failed."""
    results = {result.case: result.counts for result in run.results}
    lines = []
    for case, was in baseline["cases"].items():
        now = results.get(case)
        if now is None:
            lines.append(f"{case}: was not run")
            continue
        for name in _COUNTED:
            if getattr(now, name) < was[name]:
                lines.append(f"{case}: {name} {getattr(now, name)}, baseline {was[name]}")
    now_figures = figures(run.total)
    for name in FIGURES:
        now_share, was_share = now_figures[name], baseline["figures"].get(name)
        if now_share is None or was_share is None:
            continue
        worse = now_share > was_share if name in LOWER_IS_BETTER else now_share < was_share
        if worse:
            lines.append(f"all cases: {name} {now_share}, baseline {was_share}")
    return lines


def load_baseline(path: Path = PATH) -> dict[str, dict[str, Any]]:
    """The committed baselines by reader."""
    found: dict[str, dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    return found


def as_baseline(run: Run) -> dict[str, Any]:
    return {"cases": {r.case: {name: getattr(r.counts, name) for name in _COUNTED} for r in run.results}, "figures": figures(run.total)}


def save_baseline(runs: list[Run], path: Path = PATH) -> None:
    path.write_text(json.dumps({run.reader: as_baseline(run) for run in runs}, indent=1, sort_keys=True) + "\n", encoding="utf-8")
