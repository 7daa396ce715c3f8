"""The JSON schemas of the answers, made from `app.domain`, and the check of an answer against one.

The schemas keep to what strict structured output takes everywhere: every key required, none besides, no reference, shallow. The same
schema that is sent is the one that an answer is checked against. A vocabulary (an "enum") is not part of the check: an answer with one
unknown name in it is worth reading without that name, so grounding rejects it item by item.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from app.domain.clause_types import CLAUSE_TYPES
from app.domain.terms import TERMS

Schema = Mapping[str, Any]

MAX_CLAUSES = 200  # of one chunk; a page holds some ten
MAX_TERMS = 24  # of one clause; the type with the most terms has fifteen
MAX_OBSERVATIONS = 20
MAX_QUOTE = 2000  # characters; a long paragraph
MAX_TEXT = 400
MAX_PARAGRAPHS = 60
MAX_PARAGRAPH = 8000
_BOUNDS = frozenset({"maxItems", "maxLength"})


@cache
def clause_readings_schema() -> Schema:
    """The answer to `read_clauses`: clauses with their terms, and observations."""
    names = sorted({name for terms in TERMS.values() for name in terms})
    value = {"anyOf": [{"type": "boolean"}, {"type": "number"}, _text(MAX_TEXT), _list(_text(MAX_TEXT), 40)]}
    term = _object(name=_one_of(names), at=_LINE, quote=_text(MAX_QUOTE), value=value)
    clause = _object(clause_type=_one_of(CLAUSE_TYPES), at=_LINE, quote=_text(MAX_QUOTE), terms=_list(term, MAX_TERMS))
    kinds = ("injection", "inconsistency", "risk")
    observation = _object(kind=_one_of(kinds), title=_text(MAX_TEXT), why=_text(MAX_TEXT * 2), at=_LINE, quote=_text(MAX_QUOTE))
    return _object(clauses=_list(clause, MAX_CLAUSES), observations=_list(observation, MAX_OBSERVATIONS))


@cache
def draft_schema() -> Schema:
    """The answer to `draft_redline`: the revised clause, paragraph by paragraph, and a comment for the other side."""
    return _object(paragraphs=_list(_text(MAX_PARAGRAPH), MAX_PARAGRAPHS), comment=_text(1200))


def conforms(value: object, schema: Schema) -> bool:
    """Whether an answer has the shape that the schema asks for, within its bounds. Vocabularies aren't looked at."""
    if "anyOf" in schema:
        return any(conforms(value, each) for each in schema["anyOf"])
    match schema["type"]:
        case "object":
            wanted: Mapping[str, Schema] = schema["properties"]
            if not isinstance(value, dict) or value.keys() != wanted.keys():
                return False
            return all(conforms(value[key], each) for key, each in wanted.items())
        case "array":
            return isinstance(value, list) and len(value) <= schema["maxItems"] and all(conforms(each, schema["items"]) for each in value)
        case "string":
            return isinstance(value, str) and len(value) <= schema.get("maxLength", MAX_TEXT)
        case "boolean":
            return isinstance(value, bool)
        case "integer":
            return isinstance(value, int) and not isinstance(value, bool)
        case "number":
            return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
    raise ValueError(f"a schema of type {schema['type']!r} isn't known here")


def without_bounds(schema: Any) -> Any:
    """The schema without lengths, for an endpoint that refuses them; the check still keeps them."""
    if isinstance(schema, Mapping):
        return {key: without_bounds(value) for key, value in schema.items() if key not in _BOUNDS}
    return [without_bounds(each) for each in schema] if isinstance(schema, list | tuple) else schema


def _object(**properties: Schema) -> Schema:
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


def _list(items: Schema, most: int) -> Schema:
    return {"type": "array", "items": items, "maxItems": most}


def _text(most: int) -> Schema:
    return {"type": "string", "maxLength": most}


def _one_of(values: Iterable[str]) -> Schema:
    return {"type": "string", "enum": list(values)}


_LINE: Schema = {"type": "integer"}
