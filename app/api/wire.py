"""What goes over the wire beside the report: a review's state and links, and examples for the documentation."""

from __future__ import annotations

from typing import Any, Literal

from typing_extensions import TypedDict

from app.report.wire import ReportOut
from app.store.reviews import ReviewRecord, Status


class LinksOut(TypedDict):
    self: str
    report: str
    report_html: str
    redline_docx: str
    text: str


class ProblemOut(TypedDict):
    """A problem detail (RFC 9457). `detail` is one line: what it is about, what is wrong, what to do."""

    type: str
    title: str
    status: int
    detail: str


class ReviewOut(TypedDict):
    """A review: its state, where its files are, and its report once it is done. `problem` says why it failed."""

    id: str
    status: Status
    name: str
    created: str
    links: LinksOut
    report: ReportOut | None
    problem: ProblemOut | None


class ReviewsOut(TypedDict):
    """One page, the newest first. `next` is the address of the following one."""

    reviews: list[ReviewOut]
    next: str | None


class PlaybookOut(TypedDict):
    id: str
    title: str
    version: str
    side: Literal["customer", "vendor", "either"]
    positions: int


class PlaybooksOut(TypedDict):
    playbooks: list[PlaybookOut]


class PositionOut(TypedDict):
    """A position in words: what each grade is stands in the playbook's YAML; here is what it is about and what to ask for."""

    id: str
    clause_type: str
    title: str
    priority: Literal["must", "should", "nice"]
    why: str
    ask: str


class PlaybookDetailOut(TypedDict):
    id: str
    title: str
    version: str
    side: Literal["customer", "vendor", "either"]
    sha256: str
    positions: list[PositionOut]


def review_out(record: ReviewRecord, report: ReportOut | None = None) -> dict[str, Any]:
    """A record as it is told."""
    base = f"/v1/reviews/{record.id}"
    links = {"self": base, "report": f"{base}/report", "report_html": f"{base}/report.html"}
    links |= {"redline_docx": f"{base}/redline.docx", "text": f"{base}/text"}
    return {
        "id": record.id,
        "status": record.status,
        "name": record.name,
        "created": record.created.isoformat(timespec="milliseconds"),
        "links": links,
        "report": report,
        "problem": record.problem,
    }


EXAMPLE_QUEUED: dict[str, Any] = {
    "id": "r019a2b3c4d5e0123456789abcdef",
    "status": "queued",
    "name": "msa.docx",
    "created": "2026-03-02T09:30:00.000+00:00",
    "links": {
        "self": "/v1/reviews/r019a2b3c4d5e0123456789abcdef",
        "report": "/v1/reviews/r019a2b3c4d5e0123456789abcdef/report",
        "report_html": "/v1/reviews/r019a2b3c4d5e0123456789abcdef/report.html",
        "redline_docx": "/v1/reviews/r019a2b3c4d5e0123456789abcdef/redline.docx",
        "text": "/v1/reviews/r019a2b3c4d5e0123456789abcdef/text",
    },
    "report": None,
    "problem": None,
}

EXAMPLE_PROBLEM: dict[str, Any] = {
    "type": "urn:counterclause:problem:document-error",
    "title": "Document error",
    "status": 422,
    "detail": "offer.pdf: none of its 12 pages has text (a scan); run OCR first or send the .docx",
    "subject": "offer.pdf",
    "problem": "none of its 12 pages has text (a scan)",
    "remedy": "run OCR first or send the .docx",
}

PROBLEMS: dict[int | str, dict[str, Any]] = {
    "4XX": {
        "description": "What was sent can't be used; `detail` says why and what to do.",
        "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/ProblemOut"}, "example": EXAMPLE_PROBLEM}},
    }
}
