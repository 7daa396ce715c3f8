from app.documents.layout import lay_out
from app.documents.pages import PageLine, Sheet


def line(text: str, top: float, left: float = 72.0, right: float | None = None, *, bold: bool = False) -> PageLine:
    return PageLine(text, left, top - 10, left + 5 * len(text) if right is None else right, top, 10.0, bold)


def page(*lines: PageLine) -> Sheet:
    return Sheet(595.0, 842.0, list(lines))


def full(text: str, top: float, left: float = 72.0) -> PageLine:
    """A line that reaches the right margin."""
    return line(text, top, left, 523.0)


def body(*sheets: Sheet) -> list[str]:
    return [draft.text for draft in lay_out(list(sheets)) if draft.story == "body"]


def test_wrapped_lines_are_one_paragraph_and_a_short_line_ends_it() -> None:
    assert body(
        page(
            full("The Customer shall pay the Charges within thirty days of the date on", 700),
            full("which it receives a correct invoice, and shall not set off any sum that", 688),
            line("it believes to be owed.", 676),
            full("The Supplier shall send its invoices by post to the address that stands", 664),
            line("in the Order Form.", 652),
        )
    ) == [
        "The Customer shall pay the Charges within thirty days of the date on which it receives a correct invoice, and shall not "
        "set off any sum that it believes to be owed.",
        "The Supplier shall send its invoices by post to the address that stands in the Order Form.",
    ]


def test_a_gap_begins_a_paragraph() -> None:
    assert body(page(full("One clause that fills its line to the end.", 700), full("Another clause that does so as well.", 676),
                     full("It goes on in the line below without a gap", 664))) == [
        "One clause that fills its line to the end.",
        "Another clause that does so as well. It goes on in the line below without a gap",
    ]  # fmt: skip


def test_a_number_begins_a_paragraph_but_not_in_the_middle_of_a_sentence() -> None:
    assert body(
        page(
            full("1. The notice period runs from the day of receipt and lasts no less than", 700),
            full("30. Both parties agree to that number of days and to no other that might", 688),
            line("be named.", 676),
            full("2. Another clause begins here, and it is one that goes on for some words", 664),
        )
    ) == [
        "1. The notice period runs from the day of receipt and lasts no less than 30. Both parties agree to that number of days and to no "
        "other that might be named.",
        "2. Another clause begins here, and it is one that goes on for some words",
    ]


def test_a_hanging_indent_is_one_paragraph() -> None:
    assert body(
        page(full("(a) the first of several items, which goes on to the end", 700), full("of its line and stands further right", 688, 100))
    ) == ["(a) the first of several items, which goes on to the end of its line and stands further right"]


def test_a_paragraph_goes_on_over_the_page() -> None:
    assert body(
        page(full("A clause that has not come to its end when the page", 60 + 100)), page(full("turns, and goes on there.", 780))
    ) == ["A clause that has not come to its end when the page turns, and goes on there."]


def test_running_heads_come_once_after_the_body_and_page_numbers_not_at_all() -> None:
    sheets = [
        page(line("Acme / Beta", 800), full(f"The {word} page has a clause of its own, and it is a whole one.", 700), line(f"- {n} -", 40))
        for n, word in enumerate(("first", "second", "third"), start=1)
    ]

    drafts = lay_out(sheets)

    assert [(d.text, d.story) for d in drafts[-2:]] == [
        ("The third page has a clause of its own, and it is a whole one.", "body"), ("Acme / Beta", "header"),
    ]  # fmt: skip
    assert len(drafts) == 4


def test_a_foot_that_counts_the_pages_is_running() -> None:
    sheets = [
        page(full(f"Clause {word} stands here.", 700), line(f"Services Agreement, page {n} of 3", 40))
        for n, word in enumerate("abc", start=1)
    ]

    assert body(*sheets) == ["Clause a stands here.", "Clause b stands here.", "Clause c stands here."]


def test_sentences_that_begin_alike_at_the_top_of_pages_are_body() -> None:
    sheets = [page(full(f"S{n:03} The clause says this.", 800), full("It says the same on every page.", 788)) for n in (0, 24, 48)]

    assert "".join(body(*sheets)).count("It says the same on every page.") == 3


def test_a_lone_number_that_counts_nothing_is_body() -> None:
    assert "84" in body(page(full("The sum is stated below in words and figures.", 700), line("84", 300)))


def test_two_columns_are_read_one_after_the_other() -> None:
    left = [line(f"left {n} words that fill the column and", 700 - 24 * n, 72, 280) for n in range(8)]
    right = [line(f"Right {n} words that fill the column.", 700 - 24 * n, 320, 520) for n in range(8)]

    text = " ".join(body(page(*left, *right)))

    assert text.index("left 7") < text.index("Right 0")


def test_a_word_parted_at_a_lines_end_is_whole_again() -> None:
    text = " ".join(
        body(
            page(
                full("The liability of the parties is limited, and the lia\ufffebility for non-", 700),
                full("exclusive rights is not. Liability and non-exclusive rights are terms.", 688),
            )
        )
    )

    assert "and the liability for non-exclusive rights" in text


def test_a_number_that_sticks_to_its_heading_is_parted_from_it() -> None:
    assert body(page(line("2.1Subject matter", 700), line("(a)the first", 650))) == ["2.1 Subject matter", "(a) the first"]


def test_page_and_box_are_those_of_the_first_page() -> None:
    drafts = lay_out([page(full("A clause that is", 200), full("not at its end and", 188)), page(full("goes on.", 700))])

    assert drafts[0].page == 1
    assert drafts[0].box is not None
    assert (drafts[0].box.left, drafts[0].box.bottom, drafts[0].box.right, drafts[0].box.top) == (72.0, 178.0, 523.0, 200.0)
