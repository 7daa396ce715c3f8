from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.compare.words import split_words, word_edits
from app.domain.edit import Edit, applied
from app.domain.span import Span

TEXT = st.lists(st.sampled_from(["fee", "the", " ", " ", "30", "(", ")", ",", "party's", "1,000.50", "\v", "é"]), max_size=20).map("".join)


def _shown(old: str, new: str) -> list[tuple[str, str]]:
    return [(edit.span.of(old), edit.replacement) for edit in word_edits(0, old, new)]


@pytest.mark.parametrize(
    ("old", "new", "changes"),
    [
        ("comply with law", "comply with applicable law", [("", "applicable ")]),
        ("Supplier may", "Supplier may not", [("", " not")]),
        ("three (3) years", "two (2) years", [("three (3", "two (2")]),
        ("strict confidence and shall", "confidence and shall", [("strict ", "")]),
        ("USD 1,000 a month", "USD 1,500 a month", [("1,000", "1,500")]),
        ("the party's fee", "the parties' fee", [("party's", "parties'")]),
        ("ten days from notice", "five days from receipt", [("ten", "five"), ("notice", "receipt")]),
        ("same", "same", []),
        ("", "new", [("", "new")]),
        ("old", "", [("old", "")]),
    ],
)
def test_only_the_words_that_differ_change(old: str, new: str, changes: list[tuple[str, str]]) -> None:
    assert _shown(old, new) == changes


def test_spans_count_from_the_start_given() -> None:
    assert word_edits(100, "a b", "a c") == [Edit(Span(102, 103), "c")]


def test_tokens_keep_numbers_and_words_whole_and_lose_nothing() -> None:
    assert split_words("Pay $1,000.50 (net-30), party’s own.") == [
        "Pay", " ", "$", "1,000.50", " ", "(", "net-30", ")", ",", " ", "party’s", " ", "own", ".",
    ]  # fmt: skip


@given(TEXT, TEXT)
def test_the_edits_turn_one_text_into_the_other(old: str, new: str) -> None:
    assert applied(old, word_edits(0, old, new)) == new


@given(st.text(), st.text())
def test_the_edits_turn_any_text_into_any_other(old: str, new: str) -> None:
    assert applied(old, word_edits(0, old, new)) == new


def test_a_long_text_with_few_changes_changes_little() -> None:
    old = " ".join(f"word{n}" for n in range(4_000))
    new = " ".join(f"word{n}" for n in range(4_000) if n % 100)

    assert sum(len(edit.span) + len(edit.replacement) for edit in word_edits(0, old, new)) == len(old) - len(new)
