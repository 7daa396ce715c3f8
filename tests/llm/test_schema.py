"""The schema is strict, and the check of an answer keeps to the same schema."""

from collections.abc import Iterator
from typing import Any

import pytest

from app.domain.clause_types import CLAUSE_TYPES
from app.domain.terms import TERMS
from app.llm.replies import CallFailed, parse_answer
from app.llm.schema import MAX_QUOTE, clause_readings_schema, conforms, draft_schema, without_bounds

TERM = {"name": "notice_days", "at": 1, "quote": "30 days", "value": 30}
CLAUSE = {"clause_type": "renewal", "at": 1, "quote": "renews", "terms": [TERM]}
OBSERVATION = {"kind": "risk", "title": "t", "why": "w", "at": 1, "quote": "q"}


def answer(**changed: Any) -> dict[str, Any]:
    return {"clauses": [CLAUSE], "observations": [OBSERVATION]} | changed


def schemas_in(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        yield schema
        for value in schema.values():
            yield from schemas_in(value)
    elif isinstance(schema, list):
        for each in schema:
            yield from schemas_in(each)


@pytest.mark.parametrize("schema", [clause_readings_schema(), draft_schema()], ids=["readings", "draft"])
def test_every_object_requires_all_its_keys_and_no_others(schema: dict[str, Any]) -> None:
    objects = [each for each in schemas_in(schema) if each.get("type") == "object"]

    assert objects
    assert all(each["additionalProperties"] is False and each["required"] == list(each["properties"]) for each in objects)


def test_lists_and_strings_are_bounded_unless_an_endpoint_refuses_bounds() -> None:
    bounded = [each for each in schemas_in(clause_readings_schema()) if each.get("type") in ("array", "string") and "enum" not in each]

    assert all("maxItems" in each or "maxLength" in each for each in bounded)
    assert "max" not in str(without_bounds(clause_readings_schema()))


def test_the_vocabularies_are_the_domain_s() -> None:
    clause = clause_readings_schema()["properties"]["clauses"]["items"]["properties"]

    assert clause["clause_type"]["enum"] == list(CLAUSE_TYPES)
    assert set(clause["terms"]["items"]["properties"]["name"]["enum"]) == {name for terms in TERMS.values() for name in terms}


@pytest.mark.parametrize("value", [True, 30, 1.5, "Texas", [], ["a", "b"]])
def test_a_value_of_every_kind_keeps_to_the_schema(value: object) -> None:
    assert conforms(answer(clauses=[CLAUSE | {"terms": [TERM | {"value": value}]}]), clause_readings_schema())


def test_an_unknown_name_is_left_to_grounding() -> None:
    assert conforms(answer(clauses=[CLAUSE | {"clause_type": "warp_drive"}]), clause_readings_schema())


@pytest.mark.parametrize(
    "broken",
    [
        [],
        {"clauses": []},
        answer(extra=1),
        answer(clauses=None),
        answer(clauses=[CLAUSE | {"at": "1"}]),
        answer(clauses=[CLAUSE | {"at": True}]),
        answer(clauses=[CLAUSE | {"quote": "x" * (MAX_QUOTE + 1)}]),
        answer(clauses=[CLAUSE | {"terms": [TERM | {"value": None}]}]),
        answer(clauses=[CLAUSE | {"terms": [TERM | {"value": {"a": 1}}]}]),
        answer(clauses=[CLAUSE] * 201),
    ],
)
def test_an_answer_of_another_shape_or_size_is_refused(broken: object) -> None:
    assert not conforms(broken, clause_readings_schema())


@pytest.mark.parametrize("content", ["", "{", "NaN", '{"clauses": [NaN], "observations": []}', "[" * 100_000, '"\ud800"', '"\\ud800"'])
def test_what_is_no_json_is_told_apart(content: str) -> None:
    with pytest.raises(CallFailed, match="no valid JSON"):
        parse_answer(content, clause_readings_schema())
