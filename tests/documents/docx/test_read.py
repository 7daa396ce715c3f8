from __future__ import annotations

from datetime import UTC, datetime

import pytest

from app.domain.document import Cell, Comment, Revision
from app.domain.span import Span
from app.errors import DocumentError
from tests.documents.docx.wordml import (
    THEIRS,
    control,
    deleted,
    docx_of,
    field,
    inserted,
    lines,
    link,
    p,
    raw,
    read,
    run,
    table,
)  # fmt: skip

THEIR_DATE = datetime(2026, 1, 5, 10, tzinfo=UTC)


def test_text_comes_in_order_with_cells_row_by_row() -> None:
    data = docx_of(p("Before"), table((p("A1") + p("A1 more"), p("B1")), (p("A2"), p("B2"))), p("After"))
    document = read(data)

    assert document.text.split("\n") == ["Before", "A1", "A1 more", "B1", "A2", "B2", "After"]
    assert [x.cell for x in document.paragraphs][1:6] == [Cell(0, 0, 0), Cell(0, 0, 0), Cell(0, 0, 1), Cell(0, 1, 0), Cell(0, 1, 1)]
    assert [x.final for x in document.paragraphs] == [False, False, True, True, True, True, True]


def test_links_controls_and_fields_show_their_content_only() -> None:
    data = docx_of(p("See ", link(run("the Code")), control(run(" of Acme")), field("REF x", " 9.2"), "."), control(p("Block")))

    assert lines(data) == ["See the Code of Acme 9.2.", "Block"]


def test_what_a_field_asks_is_not_text_even_over_paragraphs() -> None:
    begin = raw('<w:fldChar w:fldCharType="begin"/>') + raw("<w:instrText>TOC</w:instrText>")
    separate, end = raw('<w:fldChar w:fldCharType="separate"/>'), raw('<w:fldChar w:fldCharType="end"/>')
    data = docx_of(p(begin), p("hidden code", separate, "shown"), p(end))

    assert lines(data) == ["", "shown", ""]


def test_tabs_breaks_and_hyphens_are_one_character_each() -> None:
    data = docx_of(p(raw('<w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:softHyphen/><w:br w:type="page"/>')))

    assert read(data).text == "a\tb\vc\u2011\u00ad"


def test_white_space_that_word_hides_is_not_text() -> None:
    assert lines(docx_of(p(run("  a  ", preserve=False), run(" b ")))) == ["a b "]


def test_inserted_text_is_in_and_deleted_text_is_out_and_both_are_recorded() -> None:
    document = read(docx_of(p("Pay in ", deleted("30"), inserted(run("45")), " days")))

    assert document.text == "Pay in 45 days"
    assert document.revisions == (
        Revision("deletion", "Their Counsel", THEIR_DATE, Span(7, 7), "30"),
        Revision("insertion", "Their Counsel", THEIR_DATE, Span(7, 9)),
    )


def test_paragraphs_whose_mark_is_deleted_are_one() -> None:
    gone = f'<w:rPr><w:del w:id="9" {THEIRS}/></w:rPr>'
    document = read(docx_of(p("First ", properties=gone), p("second"), p(properties=gone), table((p("cell"),))))

    assert document.text.split("\n") == ["First second", "cell"]
    assert [r.kind for r in document.revisions] == ["paragraph_mark"]


def test_a_deleted_row_is_out() -> None:
    gone = f'<w:tr><w:trPr><w:del w:id="9" {THEIRS}/></w:trPr><w:tc>{p("old")}</w:tc></w:tr>'
    document = read(docx_of(p("x"), f"<w:tbl>{gone}<w:tr><w:tc>{p('kept')}</w:tc></w:tr></w:tbl>"))

    assert document.text.split("\n") == ["x", "kept"]
    assert [(r.kind, r.text) for r in document.revisions] == [("row", "old")]


def test_a_text_box_is_read_once_after_the_body() -> None:
    box = f"<w:txbxContent>{p('Boxed')}</w:txbxContent>"
    both = f'<mc:AlternateContent><mc:Choice Requires="wps">{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>'
    document = read(docx_of(p("Before ", raw(both), "after"), p("Next")))

    assert document.text.split("\n") == ["Before after", "Next", "Boxed"]
    assert [x.story for x in document.paragraphs] == ["body", "body", "textbox"]


def test_notes_come_after_the_body_and_headers_after_notes() -> None:
    notes = f'<w:footnote w:type="separator" w:id="0">{p("line")}</w:footnote><w:footnote w:id="1">{p("A note")}</w:footnote>'
    document = read(docx_of(p("Body"), header1=p("Head"), footnotes=notes))

    assert [(x.story, x.part) for x in document.paragraphs] == [
        ("body", "word/document.xml"), ("footnote", "word/footnotes.xml"), ("header", "word/header1.xml"),
    ]  # fmt: skip
    assert document.text == "Body\nA note\nHead"


def test_vertically_merged_cells_are_read_once_and_columns_follow_the_grid() -> None:
    wide = f'<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{p("wide")}</w:tc><w:tc>{p("last")}</w:tc>'
    below = f"<w:tc><w:tcPr><w:vMerge/></w:tcPr>{p()}</w:tc>"
    document = read(docx_of(f"<w:tbl><w:tr>{wide}</w:tr><w:tr>{below}<w:tc>{p('b')}</w:tc></w:tr></w:tbl>"))

    assert [(x.span.of(document.text), x.cell) for x in document.paragraphs] == [
        ("wide", Cell(0, 0, 0)), ("last", Cell(0, 0, 2)), ("b", Cell(0, 1, 1)),
    ]  # fmt: skip


def test_hidden_text_is_marked() -> None:
    white, tiny = run(" white", '<w:color w:val="FFFFFF"/>'), run("tiny", '<w:sz w:val="2"/>')
    document = read(docx_of(p("Seen ", run("vanished", "<w:vanish/>"), white, tiny)))

    assert [span.of(document.text) for span in document.hidden] == ["vanished whitetiny"]


def test_white_text_on_a_dark_cell_is_seen() -> None:
    dark = '<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:val="clear" w:fill="1F3864"/></w:tcPr>' + p(run("Fee", '<w:color w:val="FFFFFF"/>'))

    assert read(docx_of(dark + "</w:tc></w:tr></w:tbl>")).hidden == ()


def test_style_tells_heading_and_bold_through_what_it_is_based_on() -> None:
    styles = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="Clause Title"/><w:basedOn w:val="H2"/>'
        '<w:pPr><w:ind w:left="720"/></w:pPr></w:style>'
    )
    data = docx_of(p("Term", properties='<w:pStyle w:val="Mine"/>'), p("Text"), p(run("Bold", "<w:b/>"), " not"), styles=styles)
    found = [(x.style, x.heading, x.bold, x.indent) for x in read(data).paragraphs]

    assert found == [("Clause Title", 2, True, 36.0), ("Normal", None, False, 0.0), ("Normal", None, False, 0.0)]


def test_comments_come_with_their_anchor() -> None:
    start, end = '<w:commentRangeStart w:id="4"/>', '<w:commentRangeEnd w:id="4"/>'
    anchored = p("The ", start, run("fee"), end, raw('<w:commentReference w:id="4"/>'))
    document = read(docx_of(anchored, comments=f'<w:comment w:id="4" {THEIRS}>{p("Too high")}</w:comment>'))

    assert document.comments == (Comment("4", "Their Counsel", THEIR_DATE, Span(4, 7), "Too high"),)


def test_a_document_without_text_is_refused() -> None:
    with pytest.raises(DocumentError, match="no text"):
        read(docx_of(p(), p("  ")))


def test_protection_is_told() -> None:
    protected = '<w:documentProtection w:edit="readOnly" w:enforcement="1"/>'

    assert "protected" in read(docx_of(p("x"), settings=protected)).warnings[0]
