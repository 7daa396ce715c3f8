"""The redlined Word file of a review: its verified edits as tracked changes, and a comment for each flagged finding."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from app.documents.docx.new import new_docx
from app.documents.docx.read import read_docx
from app.documents.docx.write import write_redline
from app.domain.document import Document
from app.domain.edit import Redlining
from app.domain.finding import Finding
from app.domain.report import Review
from app.domain.span import Span

AUTHOR = "Counterclause"


def redlined_docx(review: Review, data: bytes, *, author: str = AUTHOR, date: datetime) -> bytes:
    """The .docx with the review's verified redlines and its comments. `data` is the file that was reviewed; for a format other than
    .docx a clean file of the text is made first. Raises SelfCheckFailed rather than give out a file that isn't right."""
    document = review.contract.document
    if document.format != "docx":
        data = new_docx(document)
        document = read_docx(f"{document.name}.docx", data)
    return write_redline(data, document, redlinings_of(document, review.findings), author=author, date=date)


def redlinings_of(document: Document, findings: Sequence[Finding]) -> list[Redlining]:
    """What is written into the file: for each flagged finding its edits, if verified, and a comment with why and ask."""
    found = []
    for finding in findings:
        if not finding.flagged:
            continue
        edits = finding.redline.edits if finding.redline is not None and finding.redline.verified else ()
        anchor = finding.span or _anchor(document, edits[0].span.start if edits else 0)
        if anchor is not None:
            found.append(Redlining(tuple(edits), anchor, comment_of(finding), finding.id))
    return found


def comment_of(finding: Finding) -> str:
    """The comment in the margin: how much it matters, why, and what to ask for."""
    weight = "walk-away" if finding.walk_away else finding.priority
    return f"{finding.title} ({weight}). {finding.why} Ask: {finding.ask}".strip()


def _anchor(document: Document, offset: int) -> Span | None:
    """The text of the paragraph at an offset, or of the first one after it that has any: where a comment on what is missing hangs."""
    for paragraph in document.paragraphs[document.paragraph_at(offset) :]:
        if paragraph.span.of(document.text).strip():
            return paragraph.span
    return None
