"""A run as a table that fits a terminal: a line a case, the sum below."""

from __future__ import annotations

from collections.abc import Sequence

from evals.runs import Run
from evals.scorers import Counts

_COLUMNS = ("must", "walk-aways", "right alarms", "false flags", "verdicts", "terms", "quotes", "redlines", "labels")


def render_runs(runs: Sequence[Run]) -> str:
    """All runs under each other, each with its reader's name, and what was missed or wrong."""
    return "\n\n".join(_render(run) for run in runs)


def _render(run: Run) -> str:
    rows = [(result.case, *_cells(result.counts), f"{result.seconds:.2f}") for result in run.results]
    rows.append(("all", *_cells(run.total), f"{sum(result.seconds for result in run.results):.2f}"))
    head = (run.reader, *_COLUMNS, "seconds")
    widths = [max(len(row[i]) for row in [head, *rows]) for i in range(len(head))]
    lines = [
        "  ".join(cell.ljust(width) if i == 0 else cell.rjust(width) for i, (cell, width) in enumerate(zip(row, widths, strict=True)))
        for row in [head, *rows]
    ]
    lines.insert(1, "-" * len(lines[0]))
    lines.insert(-1, "-" * len(lines[0]))
    for result in run.results:
        told = [f"missed {', '.join(result.counts.missed)}"] * bool(result.counts.missed) + [
            f"wrong {', '.join(result.counts.wrong)}"
        ] * bool(result.counts.wrong)
        if told:
            lines.append(f"{result.case}: {'; '.join(told)}")
    gaps = sum(result.gaps for result in run.results)
    if gaps:
        lines.append(f"{gaps} calls had no answer and are gaps in their reviews")
    return "\n".join(line.rstrip() for line in lines)


def _cells(counts: Counts) -> tuple[str, ...]:
    def pair(part: int, whole: int) -> str:
        return f"{part}/{whole}" if whole else "-"

    return (
        pair(counts.must_found, counts.must),
        pair(counts.walk_aways_found, counts.walk_aways),
        pair(counts.alarms_right, counts.alarms),
        pair(counts.acceptable_flagged + counts.forbidden_flagged, counts.acceptable + counts.forbidden),
        pair(counts.verdicts_right, counts.met),
        pair(counts.terms_right, counts.terms),
        pair(counts.quotes_exact, counts.quotes),
        pair(counts.redlines_verified, counts.redlines),
        pair(counts.labels_found, counts.labels),
    )
