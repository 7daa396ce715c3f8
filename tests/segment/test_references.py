import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.segment import segment
from tests.builders import document_of

CONTRACT = """\
Agreement
1. Fees
1.1 The fees are due.
1.2 They are owed if:
(a) an invoice came; or
(b) none was needed.
2. Term
2.1 The term is (a) a year or (b) two.
2.2 It ends.
ARTICLE IX. Notices
By post.
Schedule 2: Levels
1. Uptime
2. Credits
Part A: Records
Exhibit B
Things.
"""


def found(sentence: str, before: str = CONTRACT) -> list[tuple[str, str | None]]:
    text = before + sentence
    contract = segment(document_of(text))
    numbers = {clause.id: clause.number for clause in contract.clauses}
    return [(r.span.of(text), numbers[r.target] if r.target else None) for r in contract.references if r.span.start >= len(before)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("See section 1.1.", [("section 1.1", "1.1")]),
        ("Clause 1.2(a) applies.", [("Clause 1.2(a)", "1.2(a)")]),
        ("Sections 1, 2.1 and 2.2 survive.", [("Sections 1", "1"), ("2.1", "2.1"), ("2.2", "2.2")]),
        ("Schedule 2 says so.", [("Schedule 2", "Schedule 2")]),
        ("It follows from Article IX and Exhibit B.", [("Article IX", "Article IX"), ("Exhibit B", "Exhibit B")]),
        ("It follows from Article 9.", [("Article 9", "Article IX")]),
        ("Under § 2 of Schedule 2 it is so.", [("§ 2 of Schedule 2", "Schedule 2, 2")]),
        ("Section 2.1(b) lets it run on.", [("Section 2.1(b)", "2.1")]),
        ("Section 44 is missing.", [("Section 44", None)]),
        ("The right under 2.2 stays.", [("2.2", "2.2")]),
        ("See Part A of Schedule 2.", [("Part A of Schedule 2", "Schedule 2, Part A")]),
    ],
)
def test_a_reference_names_its_clause(sentence: str, expected: list[tuple[str, str | None]]) -> None:
    assert found(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "as Article 28 GDPR says",
        "within the meaning of § 631 BGB",
        "under section 365 of the Bankruptcy Code",
        "by 17 U.S.C. § 101",
        "an uptime of 99.9 % in part of the month",
        "It takes part in the project.",
    ],
)
def test_statutes_and_figures_are_no_references(sentence: str) -> None:
    assert found(sentence) == []


def test_a_range_names_what_lies_in_it() -> None:
    text = "1. A\n1.1 One.\n1.2 Two.\n1.3 Three.\n2. Survival. Clauses 1.1 to 1.3 survive."
    contract = segment(document_of(text))
    numbers = {clause.id: clause.number for clause in contract.clauses}

    assert [numbers[r.target or ""] for r in contract.references] == ["1.1", "1.2", "1.3"]


def test_a_paragraph_is_one_of_the_same_section() -> None:
    text = "§ 1 Loss\n(1) It counts.\n§ 2 Claims\n(1) They arise.\n(2) Paragraph (1) does not apply."
    contract = segment(document_of(text))
    target = next(c for c in contract.clauses if c.id == contract.references[0].target)

    assert target.number == "§ 2(1)"


def test_the_number_of_a_clause_is_no_reference_to_itself() -> None:
    contract = segment(document_of("Section 1. Fees\nThey are due.\nSchedule 2: Levels\nHigh ones."))

    assert contract.references == ()


@given(
    st.lists(
        st.sampled_from(["section ", "1.1", " and ", "(a)", "Schedule ", "2", " to ", "§", "IX", ", ", "A", "99.9 %", "\n", ". "]),
        max_size=40,
    )
)
def test_every_reference_lies_in_the_text_and_its_target_exists(parts: list[str]) -> None:
    contract = segment(document_of(CONTRACT + "".join(parts)))
    ids = {clause.id for clause in contract.clauses}

    for reference in contract.references:
        assert reference.span.end <= len(contract.text)
        assert reference.target is None or reference.target in ids
