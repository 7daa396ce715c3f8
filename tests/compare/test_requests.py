from __future__ import annotations

from collections.abc import Mapping

import pytest

from app.compare.requests import locate_requests
from app.domain.edit import Edit, Redlining, applied
from app.domain.span import Span
from app.errors import EditError
from tests.documents.docx.wordml import docx_of, p, raw, read, table

DOCUMENT = read(docx_of(p("The fee is due."), p("The fee is high."), table((p("cell"),)), p("End"), header1=p("Draft 1")))


def _text(*requests: Mapping[str, object]) -> str:
    return applied(DOCUMENT.text, [edit for each in locate_requests(DOCUMENT, requests) for edit in each.edits])


def test_words_are_found_and_only_what_differs_is_edited() -> None:
    assert locate_requests(DOCUMENT, [{"old": "fee is due", "new": "fee was due", "comment": "Past"}]) == [
        Redlining((Edit(Span(8, 10), "was"),), Span(4, 14), "Past", "edit 1")
    ]


def test_an_occurrence_counts_over_the_part() -> None:
    assert _text({"old": "fee", "new": "charge", "occurrence": 1}).split("\n")[:2] == ["The fee is due.", "The charge is high."]


def test_a_part_is_named() -> None:
    assert _text({"old": "Draft 1", "new": "Draft 2", "part": "word/header1.xml"}).endswith("Draft 2")


def test_paragraphs_go_and_come_and_the_last_of_a_cell_is_only_emptied() -> None:
    gone = {"op": "delete_paragraph", "old": "due"}
    new = {"op": "insert_paragraph_after", "old": "high", "new": "New."}
    cell = {"op": "delete_paragraph", "old": "cell", "new": None}

    assert _text(gone, new, cell) == "The fee is high.\nNew.\n\nEnd\nDraft 1"


def test_a_line_break_may_be_written_either_way() -> None:
    document = read(docx_of(p(raw("<w:t>a</w:t><w:br/><w:t>b</w:t>"))))

    assert locate_requests(document, [{"old": "a\nb", "new": "a\nc"}]) == locate_requests(document, [{"old": "a\vb", "new": "a\vc"}])


@pytest.mark.parametrize(
    ("request_", "problem"),
    [
        ({"old": "rent", "new": "x"}, "not in the part"),
        ({"old": "fee", "new": "x"}, "there 2 times"),
        ({"old": "fee", "new": "x", "occurrence": 2}, "2 times only"),
        ({"old": "due.\nThe", "new": "x"}, "not in the part"),
        ({"old": "fee", "new": "x", "part": "word/footer9.xml"}, "no such part"),
        ({"old": "", "new": "x"}, "old is empty"),
        ({"old": "fee"}, "new is missing"),
        ({"old": "fee", "new": "x", "occurrence": -1}, "occurrence counts from 0"),
        ({"old": "fee", "new": 3}, "new"),
        ({"old": "fee", "new": "x", "odd": 1}, "odd"),
        ({"op": "explode", "old": "fee", "new": "x"}, "op"),
    ],
)
def test_a_request_that_is_not_clear_is_refused_by_its_place(request_: dict[str, object], problem: str) -> None:
    with pytest.raises(EditError, match=problem) as caught:
        locate_requests(DOCUMENT, [{"old": "End", "new": "Fin"}, request_])
    assert caught.value.subject == "edit 2"


def test_requests_that_overlap_are_refused() -> None:
    with pytest.raises(EditError, match="overlaps with edit 2"):
        locate_requests(DOCUMENT, [{"old": "is due", "new": "x"}, {"old": "The fee is", "new": "y", "occurrence": 0}])
