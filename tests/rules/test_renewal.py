"""Renewal and its notice in the words of several schools of drafting."""

import pytest

from app.rules.renewal import NOTICE, RULE
from tests.builders import readings_of, terms_of


@pytest.mark.parametrize(
    ("text", "months", "days"),
    [
        (
            "Upon expiration of the Initial Term, this Agreement shall automatically renew for successive one-year periods unless either "
            "party gives written notice of non-renewal at least ninety (90) days prior to the end of the then-current term.",
            12,
            90,
        ),
        (
            "Your subscription renews by itself for another 12 months, unless you tell us at least 30 days before it ends that you want "
            "to stop.",
            12,
            30,
        ),
        (
            "The contract is tacitly extended by one further year in each case if it is not terminated by giving three months' notice to "
            "the end of its term.",
            12,
            90,
        ),
        (
            "After the Initial Term this agreement will carry on for further periods of two years each until one of us gives the other "
            "six months' notice before the end of a period.",
            24,
            180,
        ),
        (
            "The term rolls over into a new term of eighteen (18) months unless Customer cancels not later than sixty (60) days ahead of "
            "the last day of the running one.",
            18,
            60,
        ),
        (
            "This Agreement shall be deemed renewed for an additional term of thirty-six months if neither party has objected in writing "
            "one hundred and twenty days before its expiry.",
            36,
            120,
        ),
        (
            "If nobody gives notice at least 45 days before the end of a term, the next term of one year begins on the following day and "
            "this agreement goes on.",
            12,
            45,
        ),
        (
            "This Agreement continues from year to year unless terminated by either party on ninety days' notice before the anniversary.",
            12,
            90,
        ),
        (
            "Absent a written notice of non-renewal delivered at least two months before expiry, the order form shall be extended for "
            "consecutive periods of twelve months.",
            12,
            60,
        ),
        (
            "Each Order Form will auto-renew for additional 12-month terms, unless a party opts out by email 75 days in advance of the "
            "renewal date.",
            12,
            75,
        ),
    ],
)
def test_a_roll_over_is_read_with_its_length_and_notice(text: str, months: int, days: int) -> None:
    terms = terms_of(readings_of(text, RULE))

    assert (terms.get("auto_renews"), terms.get("renewal_term_months"), terms.get("notice_days")) == (True, months, days)


@pytest.mark.parametrize(
    "text",
    [
        "This Agreement shall not automatically renew.",
        "The term ends on 31 December 2027 without notice and isn't prolonged tacitly; any extension needs a document signed by both "
        "parties.",
        "There is no automatic renewal of the subscription.",
        "The contract expires automatically at the end of the term; it may be extended only by written agreement.",
        "It does not renew of itself, and neither silence nor payment extends it.",
        "The four years do not roll over; a longer term takes a new order form.",
    ],
)
def test_an_end_without_renewal_is_read_as_an_answer(text: str) -> None:
    assert terms_of(readings_of(text, RULE)).get("auto_renews") is False


@pytest.mark.parametrize(
    "text",
    [
        "Customer may renew this Agreement for one further year by written notice.",
        "This Agreement may be extended for twelve months by mutual written agreement of the parties.",
        "Browser sessions renew automatically when a user signs in again.",
        "The insurance policy renews automatically each year.",
        "Backups run each night and roll over after thirty days.",
        "The confidentiality duties continue for a further period of three years after the end of this Agreement.",
        "Time limits for a reply are extended automatically over public holidays.",
    ],
)
def test_lookalikes_are_no_roll_over(text: str) -> None:
    assert terms_of(readings_of(text, RULE)).get("auto_renews") is not True


@pytest.mark.parametrize(
    ("text", "rise", "percent"),
    [
        ("Fees for each renewal term shall be at Vendor's then-current list prices.", "uncapped", None),
        ("For every further term we charge what our price list says on its first day.", "uncapped", None),
        ("Vendor may increase the fees at each renewal at its discretion.", "uncapped", None),
        ("Upon renewal, Vendor may raise the fees by up to five percent (5%).", "capped", 5),
        ("The price of a renewal term shall not exceed that of the term before by more than 3 %.", "capped", 3),
        ("In a renewal term the fees rise by the lesser of the change in the consumer price index and 4%.", "capped", 4),
        ("In a renewal term the fees rise by the greater of the change in the consumer price index and 4%.", "uncapped", None),
        ("The fees remain unchanged in each renewal term.", "none", None),
    ],
)
def test_the_price_of_the_next_term_is_read(text: str, rise: str, percent: float | None) -> None:
    terms = terms_of(readings_of(text, RULE))

    assert (terms.get("price_rise"), terms.get("price_cap_percent")) == (rise, percent)


def test_a_notice_window_counts_to_the_moment_at_which_it_closes() -> None:
    text = (
        "“Exit Window” means the period of thirty (30) days that opens 120 days before, and closes 90 days before, the last day of the "
        "term then running.\n"
        "The term is extended automatically by consecutive periods of one year, unless Customer gives notice of exit during the Exit "
        "Window."
    )

    assert terms_of(readings_of(text, RULE))["notice_days"] == 90


def test_the_length_of_a_term_like_the_first_comes_from_the_order_form() -> None:
    text = (
        "1. Definitions\n“Initial Term” means the thirty-six (36) months that begin on the Effective Date.\n"
        "2. Renewal\nAt the end of the Initial Term another of the same length begins unless a party has given sixty days' notice before "
        "that end."
    )

    assert terms_of(readings_of(text, RULE))["renewal_term_months"] == 36


def test_a_reminder_is_no_notice_period() -> None:
    terms = terms_of(
        readings_of(
            "The Agreement shall not automatically renew. Vendor reminds Customer of the expiry in writing at least ninety (90) days "
            "beforehand.",
            RULE,
            NOTICE,
        )
    )

    assert (terms.get("vendor_reminder"), terms.get("notice_days")) == (True, None)


def test_a_refused_reminder_is_read_as_such() -> None:
    text = (
        "Either of us can keep a further term from starting by a letter that arrives 60 days before the end. We do not send a reminder "
        "of that date."
    )

    assert terms_of(readings_of(text, RULE)).get("vendor_reminder") is False
