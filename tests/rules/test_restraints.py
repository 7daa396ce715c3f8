"""Restraints: hiring, competing, dealing with others, in several schools of drafting, and what is none of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules import restraints
from app.rules.rule import Rule
from tests.builders import readings_of, terms_of

RULES = {rule.clause_type: rule for rule in vars(restraints).values() if isinstance(rule, Rule)}


@pytest.mark.parametrize(
    ("clause_type", "text", "terms"),
    [
        (
            "no_solicit_employees",
            "Mutual Non-Disclosure Agreement\nUntil twelve months after the end of the talks neither side may hire away staff of the "
            "other; replies to public job postings are not affected.",
            {"mutual": True, "months": 12, "general_advertising": True},
        ),
        (
            "no_solicit_employees",
            "The Customer shall not for a period of 18 months after termination offer employment to any employee or subcontractor of "
            "the Vendor, whether or not such person responded to an advertisement.",
            {"mutual": False, "by": "customer", "months": 18, "general_advertising": False},
        ),
        (
            "no_solicit_employees",
            "You agree not to poach our people for a year after this agreement ends.",
            {"by": "customer", "mutual": False, "months": 12},
        ),
        (
            "no_solicit_employees",
            "Each party undertakes to refrain from soliciting the personnel of the other party during the term and for one year "
            "thereafter. General recruitment advertising not aimed at such personnel is permitted.",
            {"mutual": True, "months": 12, "general_advertising": True},
        ),
        (
            "no_solicit_employees",
            "The parties shall not actively recruit each other's employees for 6 months following the end of the contract.",
            {"mutual": True, "months": 6},
        ),
        (
            "no_solicit_employees",
            "Should Customer within two years of the end of the project take a member of Vendor's team into its employ, it pays a "
            "recruitment fee of one annual salary.",
            {"by": "customer", "months": 24},
        ),
        (
            "no_solicit_employees",
            "For twelve months after the end of the project it is forbidden to Customer to employ anyone who worked on it for Vendor.",
            {"by": "customer", "months": 12},
        ),
        (
            "exclusivity",
            "Mutual Non-Disclosure Agreement\nDuring a period of ninety days Vendor may not negotiate with any third party about a "
            "transaction of this kind.",
            {"restrained": True, "mutual": False, "by": "vendor"},
        ),
        (
            "exclusivity",
            "Mutual Non-Disclosure Agreement\nCustomer will deal exclusively with Vendor on the subject of the Purpose until 31 December.",
            {"restrained": True, "mutual": False, "by": "customer"},
        ),
        (
            "exclusivity",
            "Mutual Non-Disclosure Agreement\nFor six months Customer keeps the field of cold-chain forecasting free for Vendor and "
            "does not speak to anybody else about it.",
            {"restrained": True, "mutual": False, "by": "customer"},
        ),
        (
            "exclusivity",
            "Mutual Non-Disclosure Agreement\nNothing in this agreement prevents either party from talking to others about similar "
            "projects.",
            {"restrained": False},
        ),
        ("exclusivity", "Mutual Non-Disclosure Agreement\nNeither party is bound to exclusivity.", {"restrained": False}),
        (
            "non_compete",
            "Mutual Non-Disclosure Agreement\nFor two years Vendor shall not offer on the market a product with functions similar to "
            "those of the Platform.",
            {"restrained": True, "by": "vendor", "months": 24},
        ),
        (
            "non_compete",
            "Mutual Non-Disclosure Agreement\nCustomer undertakes to abstain from any activity that competes with Vendor's business "
            "during the term and one year thereafter.",
            {"restrained": True, "by": "customer", "months": 12},
        ),
        (
            "non_compete",
            "Mutual Non-Disclosure Agreement\nVendor will stay out of the market for visual inspection, directly and through "
            "affiliates, for twelve months.",
            {"restrained": True, "by": "vendor", "months": 12},
        ),
        (
            "non_compete",
            "Mutual Non-Disclosure Agreement\nEach party remains free to develop and market competing products.",
            {"restrained": False},
        ),
        (
            "no_solicit_employees",
            "Mutual Non-Disclosure Agreement\nIt is agreed that Customer leaves the staff of Vendor alone: for two years it employs "
            "none of them.",
            {"by": "customer", "months": 24},
        ),
        (
            "no_solicit_employees",
            "While the contract runs and for 24 months afterwards, Customer may not make use of the services of any person employed by "
            "Vendor otherwise than through Vendor.",
            {"by": "customer"},
        ),
        (
            "exclusivity",
            "Mutual Non-Disclosure Agreement\nAs long as the talks go on, Customer talks to nobody but Vendor about forecasting software.",
            {"restrained": True, "by": "customer"},
        ),
        (
            "exclusivity",
            "Mutual Non-Disclosure Agreement\nCustomer grants Vendor a period of exclusivity of sixty days, in which it enters into no "
            "negotiations with competitors of Vendor.",
            {"restrained": True, "by": "customer"},
        ),
        (
            "non_compete",
            "Mutual Non-Disclosure Agreement\nCustomer will not, for three years, build or buy a system that does what the Platform does.",
            {"restrained": True, "by": "customer"},
        ),
        (
            "no_solicit_employees",
            "Mutual Non-Disclosure Agreement\nCustomer shall leave it to Vendor's employees to stay where they are: it makes them no "
            "offers for one and a half years.",
            {"by": "customer"},
        ),
        (
            "no_solicit_employees",
            "Neither side will try to win over people who work for the other while this agreement is in force and for half a year after "
            "it.",
            {"mutual": True, "months": 6},
        ),
        (
            "no_solicit_employees",
            "The Customer is prohibited from employing staff of the Vendor, directly or via third parties, for a period of three years.",
            {"by": "customer", "mutual": False, "months": 36},
        ),
        (
            "exclusivity",
            "Mutual Non-Disclosure Agreement\nUntil the option period is over Customer shall not open talks on the same subject with "
            "another supplier.",
            {"restrained": True, "by": "customer"},
        ),
        (
            "exclusivity",
            "Mutual Non-Disclosure Agreement\nBoth sides may at any time hold talks with whomever they like.",
            {"restrained": False},
        ),
        (
            "non_compete",
            "Mutual Non-Disclosure Agreement\nDuring the talks and for a year after, Customer shall refrain from bringing to market "
            "anything comparable with the product of Vendor.",
            {"restrained": True, "by": "customer", "months": 12},
        ),
    ],
)
def test_who_is_bound_and_for_how_long_is_read(clause_type: str, text: str, terms: dict[str, object]) -> None:
    readings = readings_of(text, RULES[clause_type])

    assert readings
    found = terms_of(readings)
    assert {name: found.get(name) for name in terms} == terms


@pytest.mark.parametrize(
    ("clause_type", "text"),
    [
        ("no_solicit_employees", "Each party bears the cost of its own staff."),
        ("no_solicit_employees", "Vendor shall not replace key personnel without the consent of Customer."),
        (
            "no_solicit_employees",
            "Vendor may engage subcontractors but shall not engage any person who is barred from working in the country.",
        ),
        ("no_solicit_employees", "Customer shall not instruct the employees of Vendor."),
        ("no_solicit_employees", "The auditors shall not employ the findings against the staff of Vendor."),
        ("exclusivity", "Customer's sole and exclusive remedy is a refund."),
        ("exclusivity", "Vendor shall not disclose the report to any third party."),
        ("exclusivity", "Vendor shall not sell the Customer Data to third parties."),
        ("exclusivity", "Customer shall not make the Service available to third parties."),
        ("exclusivity", "The courts at the seat of Vendor alone have jurisdiction."),
        ("exclusivity", "The rights are exclusively those of Customer."),
        ("non_compete", "Customer shall not use the Service to develop a competing product."),
        ("non_compete", "Customer shall not access the Service if it is a competitor of Vendor."),
        ("non_compete", "Vendor shall not assign this agreement to a competitor of Customer."),
        ("non_compete", "Each party complies with competition law and does not engage in bribery."),
        ("non_compete", "The receiver shall not share the information with a competitor of the discloser."),
        ("non_disparagement", "Users must not post defamatory content about others."),
        ("rofr_rofo_rofn", "The parties first negotiate for thirty days before they go to court."),
    ],
)
def test_what_restrains_nobody_is_not_read(clause_type: str, text: str) -> None:
    assert readings_of(text, RULES[clause_type]) == ()


def test_answers_to_advertisements_may_be_barred_in_words() -> None:
    text = "For one year Customer shall not hire an employee of Vendor. A person who answers a public advertisement is included."

    assert terms_of(readings_of(text, RULES["no_solicit_employees"]))["general_advertising"] is False


def test_the_items_of_a_list_are_denied_by_its_lead_in() -> None:
    text = (
        "1. During the term and for two years after it Vendor shall not:\n"
        "(a) sell the data; or\n"
        "(b) hire or solicit any employee of Customer."
    )

    found = terms_of(readings_of(text, RULES["no_solicit_employees"]))

    assert found["restrained"] is True
    assert found["months"] == 24


@given(st.integers(min_value=1, max_value=60))
def test_the_months_of_a_ban_are_those_of_the_text(months: int) -> None:
    text = f"For {months} months after the end neither party shall solicit the employees of the other."

    assert terms_of(readings_of(text, RULES["no_solicit_employees"]))["months"] == months
