"""Errors as problem details (RFC 9457): what the service answers with, and keeps of a review that failed."""

from __future__ import annotations

import re

from app.errors import CounterclauseError

MEDIA_TYPE = "application/problem+json"


def problem(kind: str, status: int, detail: str, **more: object) -> dict[str, object]:
    """A problem of a kind in words ("document error"); `type` is a name for programs to switch on, not an address."""
    name = kind.replace(" ", "-")
    return {"type": f"urn:counterclause:problem:{name}", "title": kind.capitalize(), "status": status, "detail": detail, **more}


def problem_of(error: CounterclauseError) -> dict[str, object]:
    """An error of ours: its three parts, and the line that they make. None of them holds contract text."""
    kind = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", type(error).__name__).lower()
    return problem(kind, error.http_status, str(error), subject=error.subject, problem=error.problem, remedy=error.remedy)


def defect() -> dict[str, object]:
    """A defect of ours: nothing of it is told, for its message may hold contract text."""
    return problem("internal error", 500, "the service failed; its log says where, try again or report it")
