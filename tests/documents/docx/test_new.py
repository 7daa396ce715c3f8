from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from app.documents.docx.new import new_docx
from app.documents.docx.resolve import accept_all
from app.documents.docx.write import write_redline
from app.domain.document import Cell, Document, Paragraph
from app.domain.edit import Edit
from app.domain.span import Span
from tests.documents.docx.wordml import lines, read


def _document(*paragraphs: tuple[str, dict[str, object]]) -> Document:
    text, found = "\n".join(words for words, _ in paragraphs), []
    start = 0
    for words, more in paragraphs:
        found.append(Paragraph(Span(start, start + len(words)), **more))  # type: ignore[arg-type]
        start += len(words) + 1
    return Document("offer.pdf", "pdf", "0" * 64, text, tuple(found))


def test_text_headings_numbers_and_cells_come_back() -> None:
    document = _document(
        ("Agreement", {"heading": 1}), ("Term\tand\vend", {"number": "7.1"}), ("Also", {"number": "7.2"}), ("A", {"cell": Cell(0, 0, 0)}),
        ("B", {"cell": Cell(0, 0, 1)}), ("C", {"cell": Cell(0, 1, 0)}), ("End & <more>", {"indent": 36.0}),
    )  # fmt: skip

    back = read(new_docx(document))

    assert back.text == document.text
    for name in ("heading", "number", "cell", "indent"):
        assert [getattr(x, name) for x in back.paragraphs] == [getattr(x, name) for x in document.paragraphs]


def test_the_same_text_gives_the_same_bytes() -> None:
    document = _document(("A", {}), ("B", {}))

    assert new_docx(document) == new_docx(document)


def test_a_redline_is_made_of_it_as_of_any_file() -> None:
    made = new_docx(_document(("The fee is due.", {}), ("End", {})))
    redlined = write_redline(made, read(made), [Edit(Span(4, 7), "charge")], author="Ours", date=datetime(2026, 3, 1, tzinfo=UTC))

    assert lines(accept_all(redlined)) == ["The charge is due.", "End"]


@given(st.lists(st.text(st.characters(exclude_characters="\n\r\x85\u2028\u2029", exclude_categories=["Cs"])), min_size=1))
def test_every_text_keeps_its_length_and_all_that_xml_can_hold(words: list[str]) -> None:
    document = _document(("first", {}), *((w, {}) for w in words))

    back = read(new_docx(document)).text

    assert len(back) == len(document.text)
    assert all(b in (a, "\ufffd") for a, b in zip(document.text, back, strict=True))
