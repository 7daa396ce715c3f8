"""The command `counterclause`. Exit 0: done; 1: flagged at or above `--fail-on`; 2: bad input or usage, told in one line on stderr.

Whatever a command needs is imported when it runs, so that `--help` and a review by rules start at once.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, cast

import click

from app.errors import CounterclauseError, UsageError, place_of

if TYPE_CHECKING:
    from app.domain.report import Review

_PATH = click.Path(path_type=Path)
_STDOUT = Path("-")
_INTERNAL_ERROR = 70  # EX_SOFTWARE of sysexits.h
_INTERRUPTED = 130  # what a shell reports after Ctrl-C


def main(arguments: Sequence[str] | None = None) -> None:
    """The console script: run a command and exit with its code."""
    sys.exit(run(sys.argv[1:] if arguments is None else list(arguments)))


def run(arguments: Sequence[str]) -> int:
    """Run a command; its exit code. Every failure is one line on stderr, never a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        code = _cli.main(args=list(arguments), prog_name="counterclause", standalone_mode=False)
        sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.ClickException as error:
        return _fail(_one_line(error), 2)
    except CounterclauseError as error:
        return _fail(str(error), error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        return _fail("interrupted", _INTERRUPTED)
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output has left; Python would complain about it on the way out
        return 0
    except Exception as error:  # a defect of ours: its message may hold contract text, so it isn't shown
        return _fail(f"internal error: {place_of(error)}; please report it with this line", _INTERNAL_ERROR)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="counterclause", message="counterclause %(version)s")
def _cli() -> None:
    """Review a contract: flagged risks with verbatim quotes, and a Word redline."""


@_cli.command()
@click.argument("file", type=_PATH)
@click.option("--playbook", metavar="ID|PATH", help="The positions to judge by. Without it the best-fitting bundled one is chosen.")
@click.option("--side", type=click.Choice(["customer", "vendor"]), default="customer", show_default=True, help="Whose side we are on.")
@click.option("--facts", multiple=True, metavar="K=V", help="A fact of the deal, such as annual_fees=30240. Repeatable.")
@click.option("--model", metavar="NAME|none", help="The model to read with. Without it COUNTERCLAUSE_MODEL, else rules alone.")
@click.option("--json", "json_path", type=_PATH, metavar="PATH|-", help="Write the report as JSON; - for standard output.")
@click.option("--docx", "docx_path", type=_PATH, metavar="PATH", help="Write the contract with our tracked changes and comments.")
@click.option("--html", "html_path", type=_PATH, metavar="PATH", help="Write the report as one HTML file.")
@click.option("--text", "text_path", type=_PATH, metavar="PATH", help="Write the text that all spans count in.")
@click.option("--fail-on", type=click.Choice(["must", "should", "nice"]), help="Exit 1 if anything of this priority or above is flagged.")
def review(
    file: Path, playbook: str | None, side: str, facts: tuple[str, ...], model: str | None, fail_on: str | None, **paths: Path | None
) -> int:
    """Review the contract in FILE (.docx, .pdf, .txt, .md or .html)."""
    from app.documents.load import load_document
    from app.jobs.model import review_of, without_answers
    from app.jobs.requests import split_facts
    from app.review.pipeline import Request
    from app.settings import Settings
    from app.store.files import check_outputs, write_all

    outputs = {f"--{name.removesuffix('_path')}": path for name, path in paths.items() if path is not None}
    to_stdout = outputs.get("--json") == _STDOUT
    if any(path == _STDOUT for name, path in outputs.items() if name != "--json"):
        raise UsageError("-", "only the JSON report goes to standard output", "give the other outputs a file name")
    check_outputs({name: path for name, path in outputs.items() if path != _STDOUT}, inputs=(file,))
    settings = Settings.from_environment()
    request = Request(playbook, cast(Literal["customer", "vendor"], side), split_facts(facts))
    chosen = settings.model_for(model)
    document = load_document(file)
    found = review_of(document, request, chosen, settings.data_dir)
    if (reason := without_answers(found)) is not None:
        print(f"counterclause: the model answered nothing ({reason}); the report rests on rules alone", file=sys.stderr)

    contents = {path: _rendered(name, found, file, settings.author) for name, path in outputs.items()}
    stdout = contents.pop(_STDOUT, b"")
    write_all(contents)
    if to_stdout:
        sys.stdout.buffer.write(stdout)
    else:
        _print(found)
        for path in contents:
            print(f"Wrote {path}")
    return int(fail_on is not None and _reaches(found, fail_on))


@_cli.command()
@click.argument("file", type=_PATH)
@click.argument("edits", type=_PATH)
@click.option("--docx", "out", type=_PATH, required=True, metavar="OUT", help="Where the redlined file goes.")
@click.option("--author", help="Who the changes are by. Without it COUNTERCLAUSE_AUTHOR, else Counterclause.")
def redline(file: Path, edits: Path, out: Path, author: str | None) -> None:
    """Make the EDITS (a JSON list) in the Word file FILE as tracked changes: all of them or none."""
    from app.compare.requests import locate_requests
    from app.documents.docx.write import write_redline
    from app.documents.load import load_document
    from app.jobs.requests import read_edit_list
    from app.settings import Settings
    from app.store.files import check_outputs, write_file

    check_outputs({"--docx": out}, inputs=(file, edits))
    document = load_document(file)
    if document.format != "docx":
        raise UsageError(document.name, "it isn't a Word file", "redline a .docx; `counterclause review --docx` makes one of other files")
    redlinings = locate_requests(document, read_edit_list(edits))
    by = author if author is not None else Settings.from_environment().author
    write_file(out, write_redline(file.read_bytes(), document, redlinings, author=by, date=_now()))
    print(f"Wrote {out}: {len(redlinings)} edits")


@_cli.command()
def playbooks() -> None:
    """List the bundled playbooks."""
    from app.playbook.load import bundled_ids, load_playbook

    for id in bundled_ids():
        book = load_playbook(id)
        print(f"{id:<32} {book.version:<4} {book.side:<9} {len(book.positions):>3} positions  {book.title}")


@_cli.command("check-playbook")
@click.argument("path")
def check_playbook(path: str) -> None:
    """Check a playbook of your own: every key, every condition, every term."""
    from app.playbook.load import load_playbook

    book = load_playbook(path)
    print(f"{path}: good; {book.id} {book.version} for the {book.side}, {len(book.positions)} positions")


@_cli.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at. Other than loopback needs a key.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True)
def serve(host: str, port: int) -> None:
    """Serve the HTTP interface; its documentation is at /docs."""
    from app.main import serve as serve_http
    from app.settings import Settings

    serve_http(Settings.from_environment(), host=host, port=port)


def _rendered(name: str, found: Review, file: Path, author: str) -> bytes:
    """One output of a review, by its option."""
    match name:
        case "--json":
            from app.report.json import json_bytes

            return json_bytes(found)
        case "--html":
            from app.report.html import as_html

            return as_html(found).encode()
        case "--text":
            return found.contract.text.encode()
        case _:
            from app.review.output import redlined_docx

            return redlined_docx(found, file.read_bytes(), author=author, date=_now())


def _print(found: Review) -> None:
    if sys.stdout.isatty():
        from rich.console import Console

        from app.report.terminal import print_review

        print_review(found, Console())
    else:
        from app.report.text import as_text

        print(as_text(found), end="")


def _reaches(found: Review, fail_on: str) -> bool:
    from app.domain.finding import PRIORITIES

    counted = PRIORITIES[: [str(priority) for priority in PRIORITIES].index(fail_on) + 1]
    return any(finding.flagged and finding.priority in counted for finding in found.findings)


def _now() -> Any:
    from datetime import UTC, datetime

    return datetime.now(UTC).replace(microsecond=0)


def _one_line(error: click.ClickException) -> str:
    """A usage error as one line that names the way out."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "counterclause"
    message = " ".join(error.format_message().split()).rstrip(".")
    return f"{message}; see `{command} --help`"


def _fail(line: str, code: int) -> int:
    print(f"counterclause: {line}", file=sys.stderr)
    return code
