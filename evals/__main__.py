"""`python -m evals run`: the samples through the production pipeline, scored, against the committed baseline."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from app.errors import CounterclauseError
from app.settings import Settings
from evals.baseline import PATH, load_baseline, regressions, save_baseline
from evals.gold import FOLDER, load_cases
from evals.readers import RECORDINGS, Reader, by_live_model, by_recordings, by_rules
from evals.runs import run, stability
from evals.table import render_runs


@click.group()
def cli() -> None:
    """Score reviews against expert gold."""


@cli.command("run")
@click.option("--suite", default="scenarios", type=click.Choice(["scenarios"]), help="Which cases.")
@click.option(
    "--model", "model", metavar="NAME|none", help="A live model beside the rules; none for the rules alone. Default: recorded answers."
)
@click.option("--repeat", type=click.IntRange(1, 100), default=1, help="Run so many times, and tell how stable the findings are.")
@click.option("--recorded", type=click.Path(exists=True, file_okay=False, path_type=Path), help="Replay the answers of this folder.")
@click.option(
    "--cases",
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=FOLDER,
    help="A folder of cases of your own.",
)
@click.option("--only", default="", help="Only cases whose name holds this.")
@click.option("--json", "json_path", type=click.Path(dir_okay=False, path_type=Path), help="Write the runs to a file.")
@click.option("--save-baseline", "save", is_flag=True, help="Make this run the baseline.")
def run_command(
    suite: str, model: str | None, repeat: int, recorded: Path | None, folder: Path, only: str, json_path: Path | None, save: bool
) -> None:
    """Review and score the samples; exit 1 when the baseline is missed."""
    cases = load_cases(folder, only)
    readers = _readers(model, recorded)
    runs = [
        run([case for case in cases if reader.cases is None or case.name in reader.cases], reader.review_of, reader.name)
        for reader in readers
        for _ in range(repeat)
    ]
    runs = [each for each in runs if each.results]
    click.echo(render_runs(runs))
    if repeat > 1:
        for reader in readers:
            share = stability([each for each in runs if each.reader == reader.name])
            click.echo(f"{reader.name}: {share} of the flagged findings are in every run")
    if json_path:
        json_path.write_text(json.dumps([each.as_json() for each in runs], indent=1) + "\n", encoding="utf-8")
    if save:
        save_baseline(runs)
        click.echo(f"\nbaseline written to {PATH.name}")
        return
    if folder != FOLDER or only:
        return
    baselines = load_baseline()
    lines = [f"{each.reader}: {line}" for each in runs if each.reader in baselines for line in regressions(each, baselines[each.reader])]
    for line in lines:
        click.echo(f"worse than the baseline: {line}", err=True)
    if lines:
        sys.exit(1)
    click.echo("\nnothing is worse than the baseline")


def _readers(model: str | None, recorded: Path | None) -> list[Reader]:
    """The rules, and beside them what was asked for: a live model, a folder of answers, else the committed recordings."""
    if model is not None and recorded is not None:
        raise click.UsageError("--model and --recorded exclude each other; leave one out")
    if model == "none":
        return [by_rules()]
    if model is not None:
        return [by_rules(), by_live_model(model, Settings.from_environment())]
    folder = recorded or RECORDINGS
    return [by_rules(), by_recordings(folder)] if folder.is_dir() else [by_rules()]


def main() -> None:
    try:
        cli()
    except CounterclauseError as error:
        click.echo(str(error), err=True)
        sys.exit(error.exit_code)


if __name__ == "__main__":
    main()
