"""/v1/word/reviews: paragraphs in, places in paragraphs out, in Word's own counting."""

from __future__ import annotations

import hashlib
from typing import Any

import pytest
from httpx import AsyncClient, Response
from hypothesis import given
from hypothesis import strategies as st

from app.api.word_places import SentParagraph, WordPlaces, document_of
from app.domain.span import Span
from app.errors import DocumentError
from tests.api.serving import talk

PARAGRAPHS = [
    {"text": 'This Agreement is between Acme Hosting Ltd ("Vendor") and Bellflower Inc ("Customer").'},
    {
        "text": "Note 😀: this Agreement renews automatically for further terms of 24 months unless 90 days' notice is given.",
        "number": "2.1",
    },
]


def sent(*texts: str) -> list[SentParagraph]:
    return [SentParagraph(text) for text in texts]


def in_units(text: str, start: int, end: int) -> str:
    """What Word would take from a paragraph between two offsets."""
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")


def ask(body: Any) -> Response:
    async def said(client: AsyncClient) -> Response:
        return await client.post("/v1/word/reviews", json=body)

    return talk(said)


def test_findings_stand_in_the_paragraphs_that_were_sent() -> None:
    answer = ask({"paragraphs": PARAGRAPHS, "playbook": "saas-customer", "facts": {"annual_fees": "30240"}})

    assert answer.status_code == 200
    (renewal,) = [f for f in answer.json()["findings"] if f["position"] == "renewal"]
    text = PARAGRAPHS[1]["text"]
    assert [(p["paragraph"], in_units(text, p["start"], p["end"])) for p in renewal["places"]] == [(1, renewal["quote"])]
    assert renewal["places"][0]["sha256"] == hashlib.sha256(text.encode()).hexdigest()


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ({}, "paragraphs"),
        ({"paragraphs": []}, "paragraphs"),
        ({"paragraphs": [{"text": " "}]}, "none of its paragraphs has text"),
        ({"paragraphs": [{"words": "x"}]}, "text"),
        ({"paragraphs": [{"text": "x"}], "playbok": "y"}, "playbok"),
        ({"paragraphs": [{"text": "x"}], "playbook": "no-such"}, "there is none of that id"),
        ({"paragraphs": [{"text": "x"}], "facts": {"colour": "blue"}}, "there is no such fact"),
    ],
)
def test_what_cant_be_reviewed_is_refused(body: Any, told: str) -> None:
    answer = ask(body)

    assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json")
    assert told in answer.json()["detail"]


def test_an_error_never_repeats_what_was_sent() -> None:
    assert "secret" not in ask({"paragraphs": [{"text": ["secret words"]}]}).text


def test_half_a_character_is_refused() -> None:
    with pytest.raises(DocumentError, match="half a character"):
        document_of("a.docx", sent("\ud83d"))


def test_a_line_break_inside_a_paragraph_keeps_its_place() -> None:
    document = document_of("a.docx", sent("one\ntwo\rthree", "four"))

    assert document.text == "one\vtwo\vthree\nfour"


def test_a_new_paragraph_is_inserted_after_the_one_it_follows_the_last_first() -> None:
    paragraphs = sent("one", "two")

    edits = WordPlaces(document_of("a.docx", paragraphs), paragraphs).edits(Span(3, 3), "\nnew\nnewer")

    assert [(e["op"], e["paragraph"], e["text"]) for e in edits] == [
        ("insert_paragraph_after", 0, "newer"),
        ("insert_paragraph_after", 0, "new"),
    ]


@pytest.mark.parametrize(
    ("span", "gone"),
    [(Span(4, 8), [1]), (Span(0, 7), [0, 1]), (Span(0, 8), [0, 1]), (Span(3, 7), [1])],
)
def test_whole_paragraphs_go(span: Span, gone: list[int]) -> None:
    paragraphs = sent("one", "two", "three")

    edits = WordPlaces(document_of("a.docx", paragraphs), paragraphs).edits(span, "")

    assert [(e["op"], e["paragraph"]) for e in edits] == [("delete_paragraph", index) for index in gone]


def test_a_paragraph_that_is_emptied_stays() -> None:
    paragraphs = sent("one", "two")

    (edit,) = WordPlaces(document_of("a.docx", paragraphs), paragraphs).edits(Span(0, 3), "")

    assert (edit["op"], edit["start"], edit["end"]) == ("replace", 0, 3)


@given(st.lists(st.text(st.characters(codec="utf-8")), min_size=1, max_size=5).filter(lambda ts: any(t.strip() for t in ts)), st.data())
def test_every_place_is_the_text_of_its_span(texts: list[str], data: st.DataObject) -> None:
    paragraphs = sent(*texts)
    try:
        document = document_of("a.docx", paragraphs)
    except DocumentError:
        return  # nothing but what no contract holds
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(document.text))] * 2)))

    places = WordPlaces(document, paragraphs).places(Span(start, end))

    found = [in_units(document.paragraphs[p["paragraph"]].span.of(document.text), p["start"], p["end"]) for p in places]
    assert "\n".join(found).strip("\n") == document.text[start:end].strip("\n")
    assert all(p["sha256"] == hashlib.sha256(texts[p["paragraph"]].encode()).hexdigest() for p in places)
