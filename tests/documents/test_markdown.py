import pytest

from app.documents.load import read_document
from app.domain.document import Cell, Document, Paragraph
from app.errors import DocumentError, TooLarge


def read(text: str) -> Document:
    return read_document("a.md", text.encode())


def paragraph(document: Document, text: str) -> Paragraph:
    return next(p for p in document.paragraphs if p.span.of(document.text) == text)


def test_emphasis_links_and_escapes_are_not_text() -> None:
    document = read("The **Provider** shall [notify](https://example.com) the *Customer* \\* within `30` days.\n")

    assert document.text == "The Provider shall notify the Customer * within 30 days."


def test_headings_have_their_level() -> None:
    document = read("# Agreement\n\n## Fees\n\nPay.\n\nTerm\n----\n")

    assert [(p.span.of(document.text), p.heading) for p in document.paragraphs] == [
        ("Agreement", 1), ("Fees", 2), ("Pay.", None), ("Term", 2),
    ]  # fmt: skip


def test_numbered_items_carry_their_number_beside_the_text() -> None:
    document = read("3. Fees\n    1. Due in 30 days.\n    2. In euro.\n\n       More on that.\n4. Term\n\n- a bullet\n")

    assert [(p.span.of(document.text), p.number, p.level) for p in document.paragraphs] == [
        ("Fees", "3.", 0),
        ("Due in 30 days.", "1.", 1),
        ("In euro.", "2.", 1),
        ("More on that.", None, 1),
        ("Term", "4.", 0),
        ("a bullet", None, 0),
    ]


def test_a_table_is_read_cell_by_cell() -> None:
    document = read("| Item | Value |\n|---|---|\n| Term | 12 months |\n")

    assert document.text == "Item\nValue\nTerm\n12 months"
    assert paragraph(document, "12 months").cell == Cell(0, 1, 1)


def test_a_soft_line_end_is_a_blank_and_a_hard_one_a_line_break() -> None:
    assert read("one\ntwo  \nthree<br>four").text == "one two\vthree\vfour"


def test_html_around_words_is_dropped() -> None:
    assert read('<span class="x" id="1">Fees</span> are due.\n\n<div>\nAside\n</div>\n<!-- secret -->').text == "Fees are due.\nAside"


def test_a_file_without_words_is_refused() -> None:
    with pytest.raises(DocumentError, match="it has no text"):
        read("---\n\n***\n")


def test_bold_paragraphs_are_told() -> None:
    document = read("**Fees**\n\n**Fees** are due.")

    assert [p.bold for p in document.paragraphs] == [True, False]


def test_quotations_without_end_are_refused() -> None:
    with pytest.raises(TooLarge):
        read("> " * 5000 + "deep")
