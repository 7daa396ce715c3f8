import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.document import Cell, Document, Paragraph
from app.domain.span import Span
from app.segment import segment
from tests.builders import document_of


def terms(text: str) -> list[str]:
    return [d.term for d in segment(document_of(text)).definitions]


def body(text: str, term: str) -> str:
    contract = segment(document_of(text))
    return next(d for d in contract.definitions if d.term == term).body.of(text)


def tabled(before: str, *rows: tuple[str, ...]) -> Document:
    paragraphs, texts, start = [Paragraph(Span(0, len(before)))], [before], len(before) + 1
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            paragraphs.append(Paragraph(Span(start, start + len(cell)), cell=Cell(0, row, column)))
            texts.append(cell)
            start += len(cell) + 1
    return Document("a.docx", "docx", "0" * 64, "\n".join(texts), tuple(paragraphs))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Fees” means the charges in Exhibit A.", ["Fees"]),
        ('"Fees" shall mean the charges.', ["Fees"]),
        ("1.1 “Affiliate”: a company under common control;", ["Affiliate"]),
        ("“Seat” is one person’s right. An “Editor Seat” can change a board; a “Viewer Seat” can look.", ["Seat"]),
        ("“Limit” and “Window” have the values assigned to them in Part 2.", ["Limit", "Window"]),
        ("“Written” without addition means on paper.", ["Written"]),
        ("The “Term” is the Initial Term and every Extension.", ["Term"]),
        ("It runs for three years (the “Initial Term”).", ["Initial Term"]),
        ("The party that receives it (“Recipient”) keeps it secret.", ["Recipient"]),
        ("Acme, Inc. (“we”, “us” or “our”) sells.", ["we", "us", "our"]),
        ("This paper (together with its Exhibits, this “Agreement”) binds.", ["Agreement"]),
        ("Acme GmbH – hereinafter the “Principal” –", ["Principal"]),
        ("Fees means the charges in Exhibit A.", ["Fees"]),
        ("The term “Fees” means the charges.", ["Fees"]),
    ],
)
def test_a_term_is_found_however_it_is_defined(text: str, expected: list[str]) -> None:
    assert terms(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The word “including” does not limit.",
        "We call such things “early” and you need not use them.",
        "He said “no” and left.",
        "This means that the fees are due.",
        "The table is read by the column “Use”.",
    ],
)
def test_quotation_marks_alone_define_nothing(text: str) -> None:
    assert terms(text) == []


def test_the_body_ends_where_the_next_definition_begins() -> None:
    text = "1.1 “Material” means the Weights and the code. “Weights” means the numbers. They are large."

    assert body(text, "Material") == "“Material” means the Weights and the code."
    assert body(text, "Weights") == "“Weights” means the numbers. They are large."


def test_the_body_of_a_term_in_passing_is_its_sentence() -> None:
    text = "The fees are due. They are paid within thirty days (the “Period”). Interest runs."

    assert body(text, "Period") == "They are paid within thirty days (the “Period”)."


def test_the_body_holds_the_items_of_its_list() -> None:
    text = "1. “Event” means:\n(a) a fire; or\n(b) a flood.\n2. Term"

    assert body(text, "Event") == "“Event” means:\n(a) a fire; or\n(b) a flood."


def test_a_table_of_expressions_defines_all_its_rows() -> None:
    contract = segment(tabled("Schedule 1 – Particulars", ("Expression", "Meaning"), ("Outage", "a gap"), ("outage loss", "what it costs")))

    assert [(d.term, d.body.of(contract.text)) for d in contract.definitions] == [
        ("Outage", "Outage\na gap"), ("outage loss", "outage loss\nwhat it costs"),
    ]  # fmt: skip


def test_the_label_of_an_order_form_is_a_term_if_the_text_uses_it() -> None:
    contract = segment(
        tabled(
            "Notice is given before the Stop Date.",
            ("Item", "What we agreed"),
            ("Stop Date", "75 days before the end"),
            ("Owner", "A. Person"),
        )
    )

    assert [d.term for d in contract.definitions] == ["Stop Date"]


def test_names_and_bodies_are_spans_of_the_text() -> None:
    contract = segment(document_of("1.1 “Fees” means the charges.\nIt lasts a year (the “Term”).\nDay means a working day."))

    for definition in contract.definitions:
        assert definition.name.of(contract.text) == definition.term
        assert definition.body.covers(definition.name)


@given(
    st.lists(
        st.sampled_from(["“A” means b. ", "(the “C D”) ", "“", "”", '"E" ', "and ", "F means g.\n", "(", ")", ": ", "shall "]), max_size=40
    )
)
def test_any_text_can_be_asked_for_its_definitions(parts: list[str]) -> None:
    contract = segment(document_of("".join(parts)))

    for definition in contract.definitions:
        assert definition.body.covers(definition.name)
        assert definition.body.end <= len(contract.text)
