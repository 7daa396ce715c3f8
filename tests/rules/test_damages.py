"""The long tail of liquidated damages, minimum commitments and covenants not to sue."""

import pytest

from app.rules.damages import COVENANT_NOT_TO_SUE, LIQUIDATED_DAMAGES, MINIMUM_COMMITMENT
from app.rules.rule import Rule
from tests.builders import readings_of


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (LIQUIDATED_DAMAGES, "For every week of delay Vendor owes delay damages of one per cent of the price."),
        (LIQUIDATED_DAMAGES, "A contractual penalty of EUR 10,000 falls due for each breach of this clause."),
        (LIQUIDATED_DAMAGES, "The parties agree that this sum is a genuine pre-estimate of the loss."),
        (MINIMUM_COMMITMENT, "Customer will order at least five hundred licences a year."),
        (MINIMUM_COMMITMENT, "The minimum annual spend is $200,000 and is payable whether or not it is used."),
        (MINIMUM_COMMITMENT, "This is a take-or-pay agreement: Customer must buy the committed volume."),
        (COVENANT_NOT_TO_SUE, "Licensee shall never attack the validity of the licensed patents."),
        (COVENANT_NOT_TO_SUE, "Neither party will assert its patents against the other on account of the standard."),
        (COVENANT_NOT_TO_SUE, "Customer waives any right to bring a suit over ownership of the marks."),
    ],
)
def test_the_promise_is_read_in_other_words(rule: Rule, text: str) -> None:
    assert readings_of(text, rule)


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (LIQUIDATED_DAMAGES, "Late payments carry interest of one per cent for each month."),
        (LIQUIDATED_DAMAGES, "A notice is given under penalty of perjury."),
        (MINIMUM_COMMITMENT, "The Recipient shall take at least reasonable measures to protect the information."),
        (MINIMUM_COMMITMENT, "Passwords have a minimum length of twelve characters and must be kept secret."),
        (COVENANT_NOT_TO_SUE, "Customer may contest an invoice within thirty days."),
        (COVENANT_NOT_TO_SUE, "Neither party shall sue before mediation has failed."),
    ],
)
def test_a_lookalike_is_not(rule: Rule, text: str) -> None:
    assert not readings_of(text, rule)
