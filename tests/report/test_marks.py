"""A redline in kept, struck and inserted words, however its edits lie."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.domain.edit import Edit, applied
from app.domain.span import Span
from app.report.marks import Piece, marked
from tests.builders import document_of


def test_edits_of_one_paragraph_are_shown_together() -> None:
    document = document_of("one two three\nfour")

    assert marked(document, (Edit(Span(8, 13), "3"), Edit(Span(0, 3), "1"))) == (
        (Piece("struck", "one"), Piece("inserted", "1"), Piece("kept", " two "), Piece("struck", "three"), Piece("inserted", "3")),
    )


def test_edits_far_apart_are_shown_apart() -> None:
    document = document_of("one\ntwo\nthree")

    assert marked(document, (Edit(Span(0, 3), "1"), Edit(Span(8, 13), "3"))) == (
        (Piece("struck", "one"), Piece("inserted", "1")),
        (Piece("struck", "three"), Piece("inserted", "3")),
    )


def test_a_new_paragraph_follows_the_one_that_it_stands_after() -> None:
    assert marked(document_of("one\ntwo"), (Edit(Span(3, 3), "\nnew"),)) == ((Piece("kept", "one"), Piece("inserted", "\nnew")),)


def test_paragraphs_that_go_are_struck_with_their_ends() -> None:
    assert marked(document_of("one\ntwo\nthree"), (Edit(Span(0, 7), ""),)) == ((Piece("struck", "one\ntwo"),),)


def test_long_text_around_a_change_is_left_out() -> None:
    text = "word " * 100 + "90 days" + " more" * 100

    ((before, struck, _, after),) = marked(document_of(text), (Edit(Span(500, 502), "30"),))

    assert struck == Piece("struck", "90")
    assert before.text.startswith("…") and len(before.text) < 130
    assert after.text.endswith("…") and len(after.text) < 130


@given(st.data())
def test_what_isnt_kept_out_of_short_texts_is_the_text_before_and_after(data: st.DataObject) -> None:
    text = data.draw(st.text(st.characters(codec="utf-8", exclude_characters="\n"), min_size=1, max_size=60))
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=6)))
    edits = tuple(Edit(Span(a, b), "new") for a, b in zip(cuts[::2], cuts[1::2], strict=False))

    pieces = [piece for passage in marked(document_of(text), edits) for piece in passage]

    if edits:
        assert "".join(piece.text for piece in pieces if piece.kind != "inserted") == text
        assert "".join(piece.text for piece in pieces if piece.kind != "struck") == applied(text, edits)
