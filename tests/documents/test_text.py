import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.documents.text import decode, paragraphs_of, split_run_together, wrap_width
from app.errors import DocumentError

WRAPPED = """\
1. The Supplier shall provide the Services to the Customer with the care
and skill of a good provider of such services, and shall see to it that
the persons whom it employs for that end are suitably trained for them.

2. The Customer shall pay the Charges within thirty days of the date on
which it receives a correct invoice. A sum that is overdue bears interest
at four per cent a year from the day on which it was due until payment.
3. This Agreement ends on 31 March.
The parties signed it in Leeds.
"""


def texts(text: str) -> list[str]:
    return [draft.text for draft in paragraphs_of(text)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_a_text_reads_the_same_in_every_usual_encoding(encoding: str) -> None:
    text = "“Fees” means £1,200 – café charges, and nothing else.\nSecond line."

    assert decode("a.txt", text.encode(encoding)) == text


def test_binary_data_is_refused() -> None:
    with pytest.raises(DocumentError, match="binary data"):
        decode("a.txt", b"\x00\x01\x02\x03" * 100)


def test_a_line_is_a_paragraph_where_lines_are_long() -> None:
    assert texts("One clause.\n\nAnother clause, which goes on.\r\nA third.") == [
        "One clause.",
        "Another clause, which goes on.",
        "A third.",
    ]


def test_lines_wrapped_at_a_column_are_joined_into_paragraphs() -> None:
    paragraphs = texts(WRAPPED)

    assert [p.split()[0] for p in paragraphs] == ["1.", "2.", "3.", "The"]
    assert "care and skill" in paragraphs[0]
    assert paragraphs[1].endswith("until payment.")


def test_an_unwrapped_text_has_no_width() -> None:
    assert wrap_width(["Short title", *("A clause that says one thing and stops." for _ in range(20))]) is None


def test_a_hyphen_at_a_lines_end_keeps_the_word_whole() -> None:
    wrapped = WRAPPED.replace("for that end are", "for such ends are made, on a non-\nexclusive basis,")

    assert "on a non-exclusive basis," in "\n".join(texts(wrapped))


def test_a_form_feed_begins_a_page() -> None:
    assert [(d.text, d.page) for d in paragraphs_of("First page.\fSecond page.")] == [("First page.", 1), ("Second page.", 2)]


def test_clauses_that_lost_their_line_ends_are_parted_where_the_count_goes_on() -> None:
    sentence = "The parties shall do what this clause says, and they shall do it well. "
    text = "".join(f"{n}. Charges and payment. {sentence * 6}" for n in (1, 2, 3)) + "Section 9. stays where it is."

    assert [d.text[:8] for d in split_run_together(paragraphs_of(text))] == ["1. Charg", "2. Charg", "3. Charg"]


def test_a_long_paragraph_with_quantities_is_not_parted() -> None:
    text = "The price is 30. Then 45. After that it is 12. " * 60

    assert len(list(split_run_together(paragraphs_of(text)))) == 1


@given(st.text(alphabet=st.sampled_from("ab1. \n\r\f\v\t-(é"), max_size=300))
def test_no_character_that_shows_is_lost(text: str) -> None:
    def shown(part: str) -> str:
        return "".join(part.split())

    assert shown("".join(draft.text for draft in split_run_together(paragraphs_of(text)))) == shown(text)
