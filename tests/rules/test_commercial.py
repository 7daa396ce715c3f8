"""Commercial promises: favoured terms, shares of revenue, limits on prices."""

import pytest

from app.rules import commercial
from app.rules.rule import Rule
from tests.builders import readings_of

RULES = {rule.clause_type: rule for rule in vars(commercial).values() if isinstance(rule, Rule)}


@pytest.mark.parametrize(
    ("clause_type", "text"),
    [
        ("most_favored_nation", "Vendor warrants that its fees are not higher than those of any other customer of like size."),
        ("most_favored_nation", "Customer shall at all times receive prices at least as favourable as any other customer of Vendor."),
        ("revenue_sharing", "Vendor pays Customer 20% of the revenue from sales that Customer refers."),
        ("revenue_sharing", "The parties agree on a revenue share of forty percent for Vendor."),
        ("price_restriction", "Customer shall not offer the product to third parties below the recommended retail price."),
    ],
)
def test_a_commercial_promise_is_labelled(clause_type: str, text: str) -> None:
    assert [reading.clause_type for reading in readings_of(text, RULES[clause_type])] == [clause_type]


@pytest.mark.parametrize(
    ("clause_type", "text"),
    [
        ("most_favored_nation", "Vendor treats the data with no less care than that of other customers."),
        ("revenue_sharing", "Vendor is not liable for loss of revenue or profit."),
        ("price_restriction", "Vendor shall not increase the fees during the initial term."),
    ],
)
def test_a_lookalike_is_left_alone(clause_type: str, text: str) -> None:
    assert readings_of(text, RULES[clause_type]) == ()
