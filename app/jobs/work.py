"""One review as a job: what was asked for, checked before it is accepted, and all the files that it yields."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from app.domain.document import Document
from app.errors import CounterclauseError, PlaybookError, UsageError
from app.jobs.model import review_of
from app.jobs.problem import problem_of
from app.playbook.load import bundled_ids, load_playbook
from app.report.html import as_html
from app.report.json import json_bytes
from app.review.facts import parse_facts
from app.review.output import redlined_docx
from app.review.pipeline import Request
from app.settings import ModelSettings, Settings

REPORT, HTML, REDLINE, TEXT = "report.json", "report.html", "redline.docx", "text.txt"
# Kept in place of a redline that could not be made: a report without it is worth having.
NO_REDLINE = "redline.problem.json"


@dataclass(frozen=True)
class Order:
    """A review that somebody asked for. `data` is the file that `document` was read from."""

    document: Document
    data: bytes
    request: Request
    model: ModelSettings | None = None


def check_request(request: Request) -> None:
    """Raise now what the review would raise later: an unknown playbook or fact, a side that no playbook is for.

    Only bundled playbooks can be named: a path would let a caller read the service's own files.
    """
    parse_facts(request.facts)
    if request.playbook is not None and request.playbook not in bundled_ids():
        raise PlaybookError(f"playbook {request.playbook[:60]}", "there is none of that id", f"use one of {', '.join(bundled_ids())}")
    if request.playbook is None and not any(load_playbook(id).side in (request.side, "either") for id in bundled_ids()):
        raise UsageError(f"side {request.side}", "no bundled playbook is for it", "name a playbook")


def carry_out(order: Order, settings: Settings) -> Mapping[str, bytes]:
    """Do the review; its files by name. Raises what the review raises; a redline that fails is a file that says why."""
    found = review_of(order.document, order.request, order.model, settings.data_dir)
    files = {REPORT: json_bytes(found), HTML: as_html(found).encode(), TEXT: found.contract.text.encode()}
    try:
        date = datetime.now(UTC).replace(microsecond=0)
        files[REDLINE] = redlined_docx(found, order.data, author=settings.author, date=date)
    except CounterclauseError as error:
        files[NO_REDLINE] = json.dumps(problem_of(error)).encode()
    return files
