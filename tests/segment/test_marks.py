import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.segment.marks import Mark, letter_value, parse_mark, read_attachment, read_mark, roman_value


@pytest.mark.parametrize(
    ("text", "label", "style", "ordinal"),
    [
        ("7.1\tFees are due.", "7.1", "1.1", 1),
        ("1.1  “Fees” means money.", "1.1", "1.1", 1),
        ("12. Odds and ends", "12", "1", 12),
        ("1.Definitions", "1", "1", 1),
        ("Section 3. Fees", "3", "section", 3),
        ("Section 2.1 Fees", "2.1", "1.1", 1),
        ("ARTICLE IV", "Article IV", "article", 4),
        ("Article 12: Term", "Article 12", "article", 12),
        ("§ 5 Acceptance", "§ 5", "§", 5),
        ("(a) the first", "(a)", "(a)", 1),
        ("(iv) the fourth", "(iv)", "(i)", 4),
        ("(l) the twelfth", "(l)", "(a)", 12),
        ("b) the second", "(b)", "a)", 2),
        ("(1)  ACME LIMITED", "(1)", "(1)", 1),
        ("7.1(a) Fees", "7.1(a)", "1.1(", 1),
        ("Part B: Terms", "Part B", "part", 2),
        ("B-2. Credits", "B-2", "A-1", 2),
        ("• a bullet", "", "bullet", 0),
    ],
)
def test_a_number_is_read_with_its_style_and_place(text: str, label: str, style: str, ordinal: int) -> None:
    mark = read_mark(text)

    assert mark is not None
    assert (mark.label, mark.style, mark.ordinal) == (label, style, ordinal)


@pytest.mark.parametrize(
    "text",
    [
        "30 days after receipt",
        "99.9 % of the minutes",
        "1.5 million dollars",
        "Section 5 shall survive.",
        "Clause 5.1 does not oblige anyone.",
        "Part of the price",
        "2019 was a good year",
        "(c) 2024 Acme, Inc.",
        "I agree.",
        "",
    ],
)
def test_quantities_and_sentences_are_no_numbers(text: str) -> None:
    assert read_mark(text) is None


def test_an_ambiguous_letter_keeps_both_readings() -> None:
    mark = read_mark("(i) either")

    assert mark is not None and mark.other is not None
    assert (mark.style, mark.ordinal, mark.other.style, mark.other.ordinal) == ("(i)", 1, "(a)", 9)


def test_an_automatic_number_ends_before_the_text() -> None:
    assert parse_mark("7.1.") == Mark("decimal", "1.1", "7.1", 1)


@pytest.mark.parametrize(
    ("text", "label", "rest"),
    [
        ("Schedule 2: Service levels", "Schedule 2", "Service levels"),
        ("EXHIBIT A – STATEMENT OF WORK", "Exhibit A", "STATEMENT OF WORK"),
        ("Exhibit “B”", "Exhibit B", ""),
        ("Annex IV", "Annex IV", ""),
        ("Schedule One", "Schedule 1", ""),
        ("Attachment 1-A", "Attachment 1-A", ""),
    ],
)
def test_the_title_of_an_attachment_is_read(text: str, label: str, rest: str) -> None:
    mark = read_attachment(text)

    assert mark is not None
    assert (mark.label, text[mark.end :]) == (label, rest)


def test_a_list_of_attachments_is_no_title() -> None:
    assert read_attachment("Exhibits B and C are attached.") is None


@given(st.integers(1, 399))
def test_roman_numbers_are_read(value: int) -> None:
    roman, rest = "", value
    for worth, digit in ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")):
        roman, rest = roman + digit * (rest // worth), rest % worth

    assert roman_value(roman) == roman_value(roman.upper()) == value


def test_letters_go_on_after_z() -> None:
    assert [letter_value(letters) for letters in ("a", "z", "aa", "bb", "ab")] == [1, 26, 27, 28, None]


@given(st.text(max_size=60))
def test_any_text_can_be_asked_for_its_number(text: str) -> None:
    mark = read_mark(text)

    assert mark is None or 0 <= mark.end <= len(text)
