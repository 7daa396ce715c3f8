"""Help on the way out, in many words; its refusal; and the way in."""

import pytest

from app.rules.transition import RULE
from tests.builders import readings_of, terms_of


@pytest.mark.parametrize(
    ("text", "months"),
    [
        (
            "Upon termination or expiry, Vendor shall provide termination assistance services for up to twelve (12) months at the "
            "then-current rates.",
            12,
        ),
        (
            "When this agreement ends, we keep the Service running for another six months if you ask us to, at the prices that applied "
            "last.",
            6,
        ),
        (
            "After the end of the contract the Vendor continues to supply the Services for a transitional period of nine months under "
            "the conditions of this contract.",
            9,
        ),
        (
            "For a period of 180 days following termination, Vendor will continue to perform the Services and assist in an orderly "
            "migration to a successor provider.",
            6,
        ),
        (
            "On expiry Vendor shall help Customer move to another supplier and shall operate the Suite during the Exit Period.\n“Exit "
            "Period” means eighteen months from the end of this Agreement.",
            18,
        ),
    ],
)
def test_continued_service_is_read_with_its_length(text: str, months: float) -> None:
    assert terms_of(readings_of(text, RULE)).get("months") == months


@pytest.mark.parametrize(
    "text",
    [
        "On the day on which this Agreement ends, access stops; Vendor is not required to keep the Service running or to help Customer "
        "move to another supplier.",
        "Vendor has no obligation to provide transition assistance after termination.",
        "When this contract is over we do not offer any exit support, and nothing obliges us to continue the service.",
    ],
)
def test_refused_help_is_read_as_such(text: str) -> None:
    assert terms_of(readings_of(text, RULE)).get("refused") is True


@pytest.mark.parametrize(
    "text",
    [
        "During onboarding Vendor assists Customer in the migration from its legacy system.",
        "Clauses 7 to 9 survive the end of this Agreement.",
        "After termination Customer shall stop using the Service and return the documents.",
        "Vendor shall return Customer Data within thirty days of the end of this Agreement.",
        "The term is extended for a further twelve months unless a party gives notice.",
    ],
)
def test_the_way_in_and_other_consequences_are_no_transition(text: str) -> None:
    assert not readings_of(text, RULE)
