"""Conditions on typed terms, as a playbook writes them.

An item maps terms to tests that hold together; a list of items are alternatives. A test is a value (equal), or a mapping of

    min, max        at least, at most               over, under   more than, less than
    any             one of these values             has, has_any  a list holds all, one of these
    lacks, none_of  a list lacks one, all of these  known         whether the text fixes the term at all
    or_silent       met when the text is silent: a limit on what the other side may do is kept by granting nothing

A test on a silent term is neither met nor failed (None): it can't fulfil a preferred or fallback position, for silence promises
nothing, and it can't prove a walk-away. `fact.NAME` tests a fact of the deal instead of a term.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.terms import Term

_NUMERIC = ("min", "max", "over", "under")
_LISTS = ("has", "has_any", "lacks", "none_of")
OPERATORS = (*_NUMERIC, *_LISTS, "any", "known", "or_silent")

Given = object  # a term's value: bool, number, string, tuple of strings, or None


@dataclass(frozen=True, slots=True)
class Test:
    """One test on one term."""

    term: str
    operators: tuple[tuple[str, object], ...]

    def holds(self, value: Given) -> bool | None:
        """True or False; None when the text is silent and the test doesn't speak of silence."""
        rules = dict(self.operators)
        if "known" in rules:
            return (value is not None) is rules["known"]
        if value is None:
            return True if rules.get("or_silent") else None
        return all(_holds(name, wanted, value) for name, wanted in self.operators if name != "or_silent")

    @property
    def wanted(self) -> str:
        """The test in words: "at most 30"."""
        words = {
            "min": "at least", "max": "at most", "over": "over", "under": "under", "any": "one of", "has": "with",
            "has_any": "with one of", "lacks": "without all of", "none_of": "with none of", "is": "",
        }  # fmt: skip
        shown = [f"{words[name]} {_shown(wanted)}".strip() for name, wanted in self.operators if name in words]
        return " and ".join(shown) or "stated"


def _shown(wanted: object) -> str:
    if isinstance(wanted, bool):
        return "yes" if wanted else "no"
    if isinstance(wanted, list | tuple):
        return ", ".join(str(item).replace("_", " ") for item in wanted)
    return f"{wanted:g}" if isinstance(wanted, int | float) else str(wanted).replace("_", " ")


def _holds(name: str, wanted: object, value: object) -> bool:
    if name == "is":
        return value == wanted
    if name == "any":
        return isinstance(wanted, list | tuple) and value in wanted
    if name in _NUMERIC and isinstance(value, int | float) and isinstance(wanted, int | float):
        return {"min": value >= wanted, "max": value <= wanted, "over": value > wanted, "under": value < wanted}[name]
    if name in _LISTS and isinstance(value, tuple) and isinstance(wanted, list | tuple):
        inside = [item in value for item in wanted]
        return {"has": all(inside), "has_any": any(inside), "lacks": not all(inside), "none_of": not any(inside)}[name]
    return False


@dataclass(frozen=True, slots=True)
class Item:
    """Tests that hold together."""

    tests: tuple[Test, ...]

    def holds(self, values: Mapping[str, Given]) -> bool | None:
        """True when all hold, False when one fails, else None."""
        results = [test.holds(values.get(test.term)) for test in self.tests]
        return False if False in results else None if None in results else True

    def unmet(self, values: Mapping[str, Given]) -> tuple[Test, ...]:
        return tuple(test for test in self.tests if test.holds(values.get(test.term)) is not True)


def parse_items(raw: object, terms: Mapping[str, Term]) -> tuple[Item, ...]:
    """Conditions from YAML. Raises ValueError, with the place and the way out, for what isn't one or names no term."""
    if raw is None:
        return ()
    entries = raw if isinstance(raw, list) else [raw]
    return tuple(Item(tuple(_parse_test(str(name), test, terms) for name, test in _mapping(entry).items())) for entry in entries)


def _mapping(entry: object) -> Mapping[object, object]:
    if not isinstance(entry, Mapping) or not entry:
        raise ValueError(f"{entry!r} is not a condition|write a mapping of terms to values, such as {{notice_days: {{max: 30}}}}")
    return entry


def _parse_test(name: str, raw: object, terms: Mapping[str, Term]) -> Test:
    if name.startswith("fact."):
        return Test(name, _operators(name, raw))
    term = terms.get(name)
    if term is None:
        raise ValueError(f"there is no term {name!r}|use one of {', '.join(sorted(terms))}")
    test = Test(name, _operators(name, raw))
    for operator, wanted in test.operators:
        _check(term, operator, wanted)
    return test


def _operators(name: str, raw: object) -> tuple[tuple[str, object], ...]:
    if not isinstance(raw, Mapping):
        return (("is", tuple(raw) if isinstance(raw, list) else raw),)
    unknown = [str(key) for key in raw if key not in OPERATORS]
    if unknown:
        raise ValueError(f"{name} has {unknown[0]!r}|use one of {', '.join(OPERATORS)}")
    return tuple((str(key), tuple(value) if isinstance(value, list) else value) for key, value in raw.items())


def _check(term: Term, operator: str, wanted: object) -> None:
    """Whether a test's value can be compared with the term at all."""
    if operator in ("known", "or_silent"):
        if not isinstance(wanted, bool):
            raise ValueError(f"{term.name}.{operator} is {wanted!r}|write true or false")
    elif operator in _NUMERIC:
        if term.kind != "number" or not isinstance(wanted, int | float) or isinstance(wanted, bool):
            raise ValueError(f"{term.name}.{operator} is {wanted!r}|write a number, such as 30, for a term that is a number")
    elif operator in _LISTS:
        if term.kind not in ("choices", "texts") or not isinstance(wanted, tuple) or not term.accepts(wanted):
            raise ValueError(f"{term.name}.{operator} is {wanted!r}|write a list from {', '.join(term.values) or 'texts'}")
    else:
        for value in wanted if operator == "any" and isinstance(wanted, tuple) else (wanted,):
            if not term.accepts(value):
                raise ValueError(f"{term.name} is {value!r}|write {_expected(term)}")


def _expected(term: Term) -> str:
    return {"flag": "true or false", "number": "a number, such as 30", "text": "a text", "texts": "a list of texts"}.get(
        term.kind, f"one of {', '.join(term.values)}"
    )
