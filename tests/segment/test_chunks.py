import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.segment import segment
from app.segment.chunks import CHARACTERS_PER_TOKEN, chunks
from tests.builders import document_of

TEXT = "Agreement\n1. Fees\n1.1 “Fees” means money.\n1.2 They are due.\n2. Term\n2.1 While Fees are paid it lasts.\n2.2 It ends in May.\n"


def test_clauses_that_fit_stay_whole() -> None:
    contract = segment(document_of(TEXT))

    texts = [chunk.span.of(TEXT) for chunk in chunks(contract, 26)]

    assert texts == ["Agreement\n1. Fees\n1.1 “Fees” means money.\n1.2 They are due.\n", TEXT[TEXT.index("2. Term") :]]


def test_a_chunk_knows_its_clauses_headings_and_the_terms_it_uses() -> None:
    contract = segment(document_of(TEXT))

    last = next(chunk for chunk in chunks(contract, 12) if "While" in chunk.span.of(TEXT))

    assert last.headings == ("Term",)
    assert [next(c for c in contract.clauses if c.id == i).number for i in last.clause_ids] == ["2.1"]
    assert [definition.term for definition in last.definitions] == ["Fees"]


def test_a_budget_below_one_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one"):
        chunks(segment(document_of(TEXT)), 0)


PARTS = st.sampled_from(
    ["1. Fees\n", "(a) an item;\n", "A sentence that stops. ", "word ", "x" * 40, "\n", "\v", " ", "Schedule 1\n", "“A” means b.\n"]
)


@given(st.lists(PARTS, min_size=1, max_size=60), st.integers(1, 60))
def test_joined_chunks_are_the_text_and_none_is_too_long(parts: list[str], budget: int) -> None:
    text = "".join(parts)
    contract = segment(document_of(text))

    pieces = chunks(contract, budget)

    assert "".join(piece.span.of(text) for piece in pieces) == text
    assert all(len(piece.span) <= budget * CHARACTERS_PER_TOKEN for piece in pieces)
    assert {i for piece in pieces for i in piece.clause_ids} == {c.id for c in contract.clauses if len(c.own)}
