"""Scope of a licence: labels for transferability, affiliates, unlimited and lasting licences."""

import pytest

from app.rules import license_scope
from app.rules.rule import Rule
from tests.builders import readings_of

RULES = {rule.clause_type: rule for rule in vars(license_scope).values() if isinstance(rule, Rule)}


@pytest.mark.parametrize(
    ("clause_type", "text"),
    [
        ("non_transferable_license", "The right of use is personal to Customer and can't be handed on."),
        ("non_transferable_license", "Customer receives the simple, non-transferable right to use the Service."),
        ("affiliate_license_licensee", "Companies which belong to Customer's group may use the Service in the same way."),
        ("affiliate_license_licensee", "The licence extends to Customer's affiliates."),
        ("unlimited_license", "The licence permits use by any number of users."),
        ("unlimited_license", "Customer obtains an enterprise-wide right to use the software, whatever the number of seats."),
        ("perpetual_license", "Customer has a perpetual right to use the version delivered last."),
        ("perpetual_license", "The licence cannot be revoked."),
    ],
)
def test_the_scope_of_a_licence_is_labelled(clause_type: str, text: str) -> None:
    assert [reading.clause_type for reading in readings_of(text, RULES[clause_type])] == [clause_type]


@pytest.mark.parametrize(
    ("clause_type", "text"),
    [
        ("non_transferable_license", "Customer may transfer the licence freely to third parties."),
        ("perpetual_license", "Customer grants Vendor a perpetual licence of its logo data."),
        ("affiliate_license_licensee", "Vendor is liable for its affiliates who use the service."),
        ("unlimited_license", "The indemnity is unlimited."),
    ],
)
def test_what_is_no_scope_of_a_licence_is_left_alone(clause_type: str, text: str) -> None:
    assert readings_of(text, RULES[clause_type]) == ()
