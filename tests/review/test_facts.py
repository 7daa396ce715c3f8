from datetime import date

from app.review.facts import parse_facts, read_facts, settle_facts
from tests.builders import contract_of

PAPER = """Order
“Start Date” means 2 March 2026.
“Initial Term” means two (2) years from the Start Date.
1.\tVendor protects personal data."""


def test_the_contract_tells_its_start_its_term_and_whether_it_holds_personal_data() -> None:
    assert read_facts(contract_of(PAPER)) == {"personal_data": True, "effective_date": date(2026, 3, 2), "term_months": 24}


def test_a_date_that_is_one_of_several_is_not_guessed() -> None:
    assert "effective_date" not in read_facts(contract_of("“Start Date” means 2 March 2026 or, for Schedule 2, 4 April 2026."))


def test_what_the_user_gives_prevails_and_every_fact_names_its_source() -> None:
    facts = settle_facts(parse_facts({"term_months": "36", "own_jurisdictions": "Ohio, Texas"}), contract_of(PAPER), None)

    assert facts.values["term_months"] == 36
    assert facts.values["own_jurisdictions"] == ("Ohio", "Texas")
    assert (facts.sources["term_months"], facts.sources["effective_date"]) == ("given", "contract")
