from collections.abc import Mapping
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.domain.contract import Clause, Contract
from app.domain.document import Cell, Document, Paragraph
from app.domain.span import Span
from app.segment import segment
from tests.builders import document_of


def contract_of(text: str) -> Contract:
    return segment(document_of(text))


def laid_out(*paragraphs: tuple[str, Mapping[str, object]]) -> Document:
    """A document of paragraphs with the layout given for each, as from a Word file."""
    made, start = [], 0
    for text, layout in paragraphs:
        made.append(Paragraph(Span(start, start + len(text)), **layout))  # type: ignore[arg-type]
        start += len(text) + 1
    return Document("a.docx", "docx", "0" * 64, "\n".join(text for text, _ in paragraphs), tuple(made))


def outline(contract: Contract) -> list[tuple[int, str | None, str | None]]:
    return [(clause.level, clause.number, clause.heading) for clause in contract.clauses]


def clause(contract: Contract, number: str) -> Clause:
    return next(c for c in contract.clauses if c.number == number)


def test_typed_numbers_nest_by_their_parts() -> None:
    contract = contract_of(
        "Services Agreement\nThis agreement is made between the parties today.\n"
        "1. Fees\n1.1 Amount. The Customer pays:\n(a) the price; and\n"
        "(b) the tax,\nin each case within 30 days.\n1.2 The price is fixed.\n2. Term\nThe term is one year."
    )

    assert outline(contract)[2:] == [
        (0, "1", "Fees"),
        (1, "1.1", "Amount"),
        (2, "1.1(a)", None),
        (2, "1.1(b)", None),
        (2, None, None),
        (1, "1.2", None),
        (0, "2", "Term"),
        (1, None, None),
    ]
    assert clause(contract, "1").span.covers(clause(contract, "1.1(b)").span)
    assert clause(contract, "1.1(a)").path == ("Fees", "Amount")


def test_automatic_numbers_count_as_typed_ones() -> None:
    contract = segment(
        laid_out(
            ("Licence", {"number": "Article 2", "heading": 1}),
            ("The Licensor grants a licence.", {"number": "2.1", "heading": 2}),
            ("for use; and", {"number": "(a)", "level": 2}),
            ("Term", {"number": "Article 3", "heading": 1}),
        )
    )

    assert [c.number for c in contract.clauses] == ["Article 2", "2.1", "2.1(a)", "Article 3"]


def test_romans_above_decimals_are_articles() -> None:
    contract = segment(
        laid_out(
            ("RECITALS", {"bold": True}),
            ("WHEREAS, the parties wish to contract.", {}),
            ("DEFINITIONS", {"number": "I.", "heading": 1}),
            ("“Fees” means the charges.", {"number": "1.1"}),
            ("FEES", {"number": "II.", "heading": 1}),
            ("Fees are due.", {"number": "2.1"}),
        )
    )

    assert outline(contract)[2:] == [(0, "I", "DEFINITIONS"), (1, "1.1", None), (0, "II", "FEES"), (1, "2.1", None)]
    assert contract.clauses[1].kind == "recital"


def test_the_ninth_letter_is_not_a_roman_one() -> None:
    letters = "\n".join(f"({letter}) item {letter} of the list;" for letter in "abcdefghij")
    contract = contract_of(f"1. The list of things is as follows:\n{letters}")

    assert [c.number for c in contract.clauses][-2:] == ["1(i)", "1(j)"]


def test_romans_inside_letters_are_a_list_of_their_own() -> None:
    contract = contract_of("1. It is so:\n(a) first:\n(i) one;\n(ii) two;\n(b) second.")

    assert [c.number for c in contract.clauses] == ["1", "1(a)", "1(a)(i)", "1(a)(ii)", "1(b)"]


def test_paragraph_signs_and_numbers_in_parentheses_nest() -> None:
    contract = contract_of(
        "§ 1 Terms used\n(1) In this Contract\na) “Works” means all;\nb) “Day” means a day.\n(2) Writing means writing.\n§ 2 Rank"
    )

    assert [c.number for c in contract.clauses] == ["§ 1", "§ 1(1)", "§ 1(1)(a)", "§ 1(1)(b)", "§ 1(2)", "§ 2"]


def test_numbers_begin_anew_in_a_schedule() -> None:
    contract = contract_of(
        "1. Fees\n2. Term\nSchedule 2: Service levels\n1. Uptime\n1.1 It is 99.9 %.\nSchedule 3\nPart A: Records\n1. Those of the Customer."
    )

    assert [c.number for c in contract.clauses] == [
        "1", "2", "Schedule 2", "Schedule 2, 1", "Schedule 2, 1.1", "Schedule 3", "Schedule 3, Part A", "Schedule 3, 1",
    ]  # fmt: skip


def test_a_sentence_that_names_an_exhibit_is_no_attachment() -> None:
    contract = contract_of("1. Fees\nExhibit A shall prevail over this clause in all respects.\n2. Term")

    assert [c.number for c in contract.clauses] == ["1", None, "2"]


def test_headings_without_number_are_told_by_their_layout() -> None:
    contract = segment(
        laid_out(
            ("Services Agreement", {"style": "Title"}),
            ("Fees", {"bold": True}),
            ("The Customer pays the fees.", {}),
            ("RENEWAL", {}),
            ("This Agreement renews.", {}),
            ("Term", {"bold": True}),
            ("It ends in May.", {}),
            ("Notices", {"bold": True}),
            ("By post.", {}),
        )
    )

    assert outline(contract) == [
        (0, None, "Services Agreement"), (0, None, "Fees"), (1, None, None), (0, None, "RENEWAL"), (1, None, None), (0, None, "Term"),
        (1, None, None), (0, None, "Notices"), (1, None, None),
    ]  # fmt: skip


def test_a_heading_without_number_divides_the_clauses_that_count_on() -> None:
    contract = segment(
        laid_out(
            ("Agreement", {"style": "Title"}),
            ("Commercial terms", {"bold": True}),
            ("1. The Customer pays the fees.", {}),
            ("2. The fees are fixed.", {}),
            ("Legal terms", {"bold": True}),
            ("3. English law applies.", {}),
            ("Signing", {"bold": True}),
        )
    )

    assert [(c.level, c.number or c.heading) for c in contract.clauses] == [
        (0, "Agreement"), (0, "Commercial terms"), (1, "1"), (1, "2"), (0, "Legal terms"), (1, "3"), (0, "Signing"),
    ]  # fmt: skip


def test_a_heading_inside_a_clause_stays_inside_while_the_count_goes_on() -> None:
    contract = segment(
        laid_out(
            ("1. Fees", {"bold": True}), ("They are due.", {}), ("Late fees", {"bold": True}), ("They bear interest.", {}),
            ("2. Term", {"bold": True}), ("Data sheet", {"bold": True}), ("It follows.", {}),
        )
    )  # fmt: skip

    assert [(c.level, c.number or c.heading) for c in contract.clauses if c.number or c.heading] == [
        (0, "1"), (1, "Late fees"), (0, "2"), (0, "Data sheet"),
    ]  # fmt: skip


def test_run_in_headings_are_headings_and_short_sentences_are_not() -> None:
    contract = contract_of(
        "1.1 Renewal. This Agreement renews.\n1.2 Order of Precedence. The Order Form prevails.\n1.3 The fees are due. They are paid.\n"
        "1.4 Language models err. Check what they say.\n1.5 Grant. Vendor grants a licence."
    )

    assert [c.heading for c in contract.clauses] == ["Renewal", "Order of Precedence", None, None, "Grant"]


def test_the_rows_of_a_table_are_clauses_below_the_clause_that_brings_them() -> None:
    cells = [("Item", 0, 0), ("Value", 0, 1), ("Term", 1, 0), ("One year", 1, 1)]
    contract = segment(laid_out(("1. Particulars are these:", {}), *((t, {"cell": Cell(0, r, c)}) for t, r, c in cells), ("2. Term", {})))

    assert [(c.kind, c.own.of(contract.text), c.level) for c in contract.clauses][1:3] == [
        ("table_row", "Item\nValue", 1), ("table_row", "Term\nOne year", 1),
    ]  # fmt: skip


def test_a_signature_block_is_one_clause_with_the_names_above_it() -> None:
    contract = contract_of(
        "1. Term\nThe term is a year.\n"
        "IN WITNESS WHEREOF, the parties have signed.\nACME LTD\nBy: ____________\nName: A. Person\nTitle: Director\n"
        "Schedule 1\nThings."
    )

    signature = next(c for c in contract.clauses if c.kind == "signature")
    assert signature.own.of(contract.text).endswith("Title: Director")
    assert [c.kind for c in contract.clauses].count("signature") == 1


def test_the_parties_and_recitals_are_told_apart() -> None:
    contract = contract_of(
        "Parties\n(1) Alder Systems Limited, a company (the “Supplier”); and\n"
        "(2) Beech Homes Limited, a company (the “Client”).\nBackground\n"
        "(A) The Supplier makes software.\n1. Term\nOne year.\n"
    )

    assert [(c.kind, c.number) for c in contract.clauses] == [
        ("heading", None), ("parties", "(1)"), ("parties", "(2)"), ("heading", None), ("recital", "(A)"), ("clause", "1"), ("clause", None),
    ]  # fmt: skip


def test_a_table_of_contents_is_not_the_structure() -> None:
    contract = contract_of(
        "Agreement\nTable of contents\n1. Fees ........ 3\n2. Term ........ 4\n1. Fees\nThey are due.\n2. Term\nOne year."
    )

    assert [c.number for c in contract.clauses if c.number] == ["1", "2"]


def test_the_rest_of_a_broken_paragraph_belongs_to_its_clause() -> None:
    contract = contract_of("1. The Customer shall pay the fees within thirty\ndays of the invoice.\n2. Term")

    assert contract.clauses[0].own.of(contract.text).endswith("days of the invoice.")


LINES = st.sampled_from(
    [
        "1. Fees", "2. Term", "1.1 The fees are due.", "7.3 Odd one out", "(a) an item;", "(i) a small item;", "(b) another;", "§ 4 Rank",
        "ARTICLE II", "Schedule 1: Things", "Exhibit B", "DEFINITIONS", "Plain words that go on and stop.", "and a rest of words", "3.",
        "WHEREAS, it is so;", "By: ________", "“Fees” means money.", "• bullet", "", "   ", "Part A: Records", "The parties", "A. First",
        "I. General", "12 Months", "Order Form",
    ]
)  # fmt: skip


@given(st.lists(LINES, max_size=40), st.data())
def test_every_paragraph_lies_in_exactly_one_clauses_own_text(lines: list[str], data: st.DataObject) -> None:
    layouts = [
        {"bold": data.draw(st.booleans()), "heading": data.draw(st.sampled_from([None, None, None, 1, 2])),
         "cell": data.draw(st.sampled_from([None, None, None, Cell(0, 0, 0), Cell(0, 1, 0), Cell(1, 0, 1)]))}
        for _ in lines
    ]  # fmt: skip
    contract = segment(laid_out(*zip(lines, layouts, strict=True)))

    owners = [0] * len(lines)
    for each in contract.clauses:
        for index, paragraph in enumerate(contract.document.paragraphs):
            owners[index] += bool(len(paragraph.span)) and each.own.covers(paragraph.span)
    assert all(count == 1 for count, line in zip(owners, lines, strict=True) if line.strip())
    _is_a_tree(contract)


def _is_a_tree(contract: Contract) -> None:
    by_id = {c.id: c for c in contract.clauses}
    assert len(by_id) == len(contract.clauses)
    for before, after in pairwise(contract.clauses):
        assert before.own.end <= after.own.start
    for each in contract.clauses:
        assert each.own.start == each.span.start and each.own.end <= each.span.end
        assert all(by_id[child].parent == each.id and each.span.covers(by_id[child].span) for child in each.children)
        assert each.parent is None or each.level == by_id[each.parent].level + 1


@given(st.lists(LINES, max_size=30))
def test_the_same_text_is_cut_the_same_way(lines: list[str]) -> None:
    document = document_of("\n".join(lines))

    assert segment(document).clauses == segment(document).clauses
