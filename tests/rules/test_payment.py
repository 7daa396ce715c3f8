"""Due dates, late interest and disputed bills in many words."""

import pytest

from app.rules.payment import RULE
from tests.builders import readings_of, terms_of


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Customer shall pay all invoices within forty-five (45) days of receipt.", 45),
        ("Invoices are due and payable net 60.", 60),
        ("Bills fall due one month after their date.", 30),
        ("All amounts shall be paid no later than ten business days following the invoice date.", 14),
        ("You have two weeks from the date of the invoice to pay it.", 14),
        ("Payment terms: 30 days from date of invoice.", 30),
        ("The fees are payable within 14 days after the invoice has been received.", 14),
        ("The Client settles each invoice by the thirtieth day; payment is due 30 days from receipt of the invoice.", 30),
    ],
)
def test_the_time_for_payment_is_read(text: str, days: float) -> None:
    assert terms_of(readings_of(text, RULE)).get("net_days") == days


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("Late payments accrue interest at 1.5% per month or the highest rate permitted by law, whichever is lower.", 1.5),
        ("Overdue sums bear interest at twelve per cent per annum.", 1),
        ("We charge two percent a month on bills that are paid late.", 2),
        ("An unpaid amount bears a late charge of seven hundredths of one percent (0.07%) for each day.", 2.1),
        ("Sums not paid when due carry interest at 8% a year.", 0.6667),
        ("Sums not paid when due carry interest at 8% above the base rate of the central bank.", None),
        ("No interest is owed on sums that are paid late.", None),
        ("In case of default the statutory interest is owed on overdue sums.", None),
    ],
)
def test_late_interest_is_read_by_the_month(text: str, percent: float | None) -> None:
    assert terms_of(readings_of(text, RULE)).get("late_interest_percent_month") == percent


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Customer may withhold amounts that it disputes in good faith.", True),
        ("If you question an item on a bill you can hold that part back until it is cleared up.", True),
        ("Customer is not obliged to pay a contested invoice until the dispute is resolved.", True),
        ("All invoices are payable in full without set-off, deduction or withholding.", False),
        ("No part of an invoice may be withheld because of a disagreement about the Services.", False),
        ("Customer shall pay each invoice even if it disputes it.", False),
    ],
)
def test_a_right_to_hold_back_disputed_sums_is_read(text: str, right: bool) -> None:
    assert terms_of(readings_of(text, RULE)).get("dispute_right") is right


def test_time_and_rate_in_a_table_are_read() -> None:
    text = (
        "1. Payment\nCustomer pays each invoice within the Payment Period. An overdue sum bears interest at the Daily Rate.\n"
        "2. Definitions\n“Payment Period” means ten (10) days from receipt of the invoice.\n“Daily Rate” means 0.06 per cent of the "
        "overdue sum for each day."
    )
    terms = terms_of(readings_of(text, RULE))

    assert (terms.get("net_days"), terms.get("late_interest_percent_month")) == (10, 1.8)


@pytest.mark.parametrize(
    "text",
    [
        "Vendor shall refund prepaid fees within thirty days after the end of this Agreement.",
        "Customer shall notify a disputed invoice within twenty days after receipt.",
        "If an invoice remains unpaid thirty days after a reminder, Vendor may suspend the Service.",
        "The claim is barred thirty days after payment.",
    ],
)
def test_other_periods_are_no_time_for_payment(text: str) -> None:
    assert terms_of(readings_of(text, RULE)).get("net_days") is None
