"""The printed report: what it says first, the order of its rows, and that hostile text can't move the cursor."""

from __future__ import annotations

import io

from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from app.domain.report import Gap, PlaybookUsed
from app.report.shown import one_line, visible
from app.report.summary import result
from app.report.terminal import print_review
from app.report.text import as_text
from tests.builders import finding_of, review_of

TEXT = "We may renew it. We may end it."


def test_it_says_that_rules_alone_read_and_how_much_is_flagged() -> None:
    printed = as_text(review_of(TEXT, finding_of(TEXT, "We may renew it.", walk_away=True)))

    assert "rules alone (no model is configured)" in printed
    assert "1 flagged of 1 positions: 1 must, 0 should, 0 nice; 1 past a walk-away" in printed


def test_walk_aways_come_first_then_musts() -> None:
    findings = (
        finding_of(TEXT, None, title="Nice thing", position="a", priority="nice"),
        finding_of(TEXT, None, title="Must thing", position="b"),
        finding_of(TEXT, None, title="Walk thing", position="c", priority="should", walk_away=True),
    )

    printed = as_text(review_of(TEXT, *findings))

    assert printed.index("Walk thing") < printed.index("Must thing") < printed.index("Nice thing")


def test_what_is_not_flagged_is_not_in_the_table() -> None:
    assert "Automatic renewal" not in as_text(review_of(TEXT, finding_of(TEXT, "We may renew it.", verdict="fallback")))


def test_a_gap_is_told() -> None:
    assert "Not done: read: the call timed out" in as_text(review_of(TEXT, gaps=(Gap("read", None, "the call timed out"),)))


def test_where_no_playbook_fits_it_says_so_and_counts_nothing() -> None:
    printed = as_text(review_of(TEXT, playbook=PlaybookUsed("none", "0", "", "none", "none")))

    assert "none of the bundled playbooks" in printed
    assert "Result" not in printed


def test_an_escape_sequence_in_a_contract_reaches_no_terminal() -> None:
    text = "Fees \x1b[2J\x1b]0;owned\x07 and [red]more[/red]"
    review = review_of(text, finding_of(text, text))
    out = io.StringIO()

    print_review(review, Console(file=out, width=200))

    assert "\x1b[2J" not in out.getvalue() and "\x1b" not in as_text(review)
    assert "[U+001B][2J" in as_text(review)
    assert "[red]more[/red]" in out.getvalue()


def test_nothing_flagged_is_said_in_so_many_words() -> None:
    assert result(review_of(TEXT, finding_of(TEXT, "We may renew it.", verdict="preferred"))) == "nothing flagged in 1 positions"


def test_a_long_line_is_cut_at_a_word() -> None:
    assert one_line("one two  three", 10) == "one two…"


@given(st.text())
def test_no_control_character_is_left(text: str) -> None:
    assert all(character in "\n\t" or character.isprintable() or not character.isascii() for character in visible(text))
    assert "\n" not in one_line(text)
