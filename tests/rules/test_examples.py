"""Every rule's own examples, and that no rule is forgotten."""

import importlib
import pkgutil

import pytest

import app.rules
from app.rules import RULES
from app.rules.rule import Example, Rule
from tests.builders import readings_of, terms_of

CASES = [(rule, example) for rule in RULES for example in rule.examples]


def test_every_rule_of_every_module_is_registered() -> None:
    written = set()
    for module in pkgutil.iter_modules(app.rules.__path__):
        if not module.ispkg:
            found = importlib.import_module(f"app.rules.{module.name}")
            written |= {value for value in vars(found).values() if isinstance(value, Rule)}

    assert written == set(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.clause_type)
def test_a_rule_has_texts_that_fire_and_lookalikes_that_must_not(rule: Rule) -> None:
    assert sum(example.fires for example in rule.examples) >= 3
    assert sum(not example.fires or bool(example.terms) for example in rule.examples) >= 3


@pytest.mark.parametrize(("rule", "example"), CASES, ids=lambda value: value.text[:60] if isinstance(value, Example) else value.clause_type)
def test_a_rule_reads_its_examples(rule: Rule, example: Example) -> None:
    text = f"{example.heading}\n{example.text}" if example.heading else example.text

    readings = tuple(r for r in readings_of(text, rule) if r.clause_type == rule.clause_type)

    assert bool(readings) == example.fires
    terms = terms_of(readings)
    assert {name: terms.get(name) for name in example.terms} == example.terms
