"""The redlined file of a review, read by a small reader that shares no code with ours: rejecting all gives the original's text, accepting
all gives the text with the edits made."""

import io
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from lxml import etree

from app.documents.docx.read import read_docx
from app.documents.load import read_document
from app.domain.edit import applied
from app.review.output import redlined_docx, redlinings_of
from app.review.pipeline import Request, review
from evals.gold import Case, load_cases

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DATE = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
CASES = load_cases()


def paragraphs(data: bytes, *, accepted: bool) -> list[str]:
    """The body's paragraphs with every tracked change accepted or rejected; a paragraph whose mark goes joins the next."""
    body = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml")).find(f"{W}body")
    found, open_text = [], ""
    assert body is not None
    for p in body.iter(f"{W}p"):
        open_text += "".join(_pieces(p, accepted))
        mark = p.find(f"{W}pPr/{W}rPr/{W}{'del' if accepted else 'ins'}")
        if mark is None:
            found.append(open_text)
            open_text = ""
    return found


def _pieces(p: etree._Element, accepted: bool) -> Iterator[str]:
    gone = f"{W}{'del' if accepted else 'ins'}"
    for el in p.iter(f"{W}t", f"{W}delText", f"{W}tab", f"{W}br", f"{W}noBreakHyphen"):
        parent = el.getparent()
        assert parent is not None
        if any(above.tag == gone for above in el.iterancestors()) or parent.tag == f"{W}tabs" or el.get(f"{W}type") == "page":
            continue
        yield el.text or "" if el.tag in (f"{W}t", f"{W}delText") else {"tab": "\t", "br": "\v"}.get(el.tag.removeprefix(W), "\u2011")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_rejecting_gives_the_original_and_accepting_the_edits(case: Case) -> None:
    data = case.document.read_bytes()
    document = read_docx(case.document.name, data)
    found = review(document, Request(case.playbook, facts=case.facts))

    redlined = redlined_docx(found, data, date=DATE)

    body = [p for p in document.paragraphs if p.story == "body"]
    edits = [edit for each in redlinings_of(document, found.findings) for edit in each.edits]
    original = paragraphs(data, accepted=True)
    assert paragraphs(redlined, accepted=False) == original
    assert "\n".join(paragraphs(redlined, accepted=True)) == applied("\n".join(original), edits)
    assert len(body) == len(original)


def test_every_flagged_finding_has_a_comment_with_why_and_ask() -> None:
    case = next(case for case in CASES if case.name == "saas_hostile")
    data = case.document.read_bytes()
    found = review(read_docx(case.document.name, data), Request(case.playbook, facts=case.facts))

    comments = zipfile.ZipFile(io.BytesIO(redlined_docx(found, data, date=DATE))).read("word/comments.xml").decode()

    flagged = [finding for finding in found.findings if finding.flagged]
    assert comments.count("<w:comment ") == len(flagged)
    assert all(finding.title in comments for finding in flagged)


def test_a_text_file_gives_a_clean_word_file_with_the_same_changes() -> None:
    text = "Cloud Agreement\n1.\tThis Agreement renews automatically for successive terms of two years unless a party gives ninety (90) days' notice."
    found = review(read_document("paper.txt", text.encode()), Request("saas-customer"))

    redlined = redlined_docx(found, text.encode(), date=DATE)

    edits = [edit for each in redlinings_of(found.contract.document, found.findings) for edit in each.edits]
    assert "\n".join(paragraphs(redlined, accepted=False)) == found.contract.text
    assert "\n".join(paragraphs(redlined, accepted=True)) == applied(found.contract.text, edits)
    assert edits


def test_the_same_review_gives_the_same_bytes() -> None:
    case = CASES[0]
    data = case.document.read_bytes()
    found = review(read_docx(case.document.name, data), Request(case.playbook, facts=case.facts))

    assert redlined_docx(found, data, date=DATE) == redlined_docx(found, data, date=DATE)
