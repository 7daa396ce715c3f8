"""Handing the agreement on, and what a new owner brings about, in many words."""

import pytest

from app.rules.transfer import ASSIGNMENT, CHANGE_OF_CONTROL
from tests.builders import readings_of, terms_of


@pytest.mark.parametrize(
    "text",
    [
        "Vendor may freely assign this Agreement. Customer may not assign it without Vendor's prior written consent.",
        "You can't transfer this agreement to anyone unless we agree in writing. We can transfer it to anyone we like.",
        "Customer shall not novate or delegate this Agreement absent Vendor's consent; Vendor may assign its rights and obligations "
        "hereunder to any third party at any time.",
        "The Vendor is entitled to transfer this contract in whole or in part to third parties without the Customer's approval.",
        "Neither party may assign this Agreement without the other's consent, save that Vendor may assign it without consent to any "
        "person.",
        "Vendor may hand over its position under this agreement to whomever it chooses and need not ask Customer.",
    ],
)
def test_a_vendor_that_is_free_to_transfer_is_read(text: str) -> None:
    terms = terms_of(readings_of(text, ASSIGNMENT))

    assert (terms.get("by"), terms.get("vendor_free")) == ("vendor", True)


@pytest.mark.parametrize(
    ("text", "reasonable", "exceptions"),
    [
        (
            "Neither party may assign this Agreement without the prior written consent of the other party, such consent not to be "
            "unreasonably withheld.",
            True,
            None,
        ),
        (
            "Each of us needs the other's written agreement before passing this contract on, and neither may refuse it without good "
            "reason.",
            True,
            None,
        ),
        (
            "This Agreement may not be assigned by either party without consent, except to an affiliate or in connection with a merger "
            "or the sale of substantially all of its assets.",
            None,
            ("affiliate", "successor"),
        ),
        (
            "The parties may transfer rights and obligations under this contract only with the consent of the other party. No consent is "
            "needed for a transfer within the group.",
            None,
            ("affiliate",),
        ),
        (
            "Either party may assign this Agreement to the successor to its business on notice; any other assignment requires the other "
            "party's consent, which shall not be unreasonably withheld or delayed.",
            True,
            ("successor",),
        ),
    ],
)
def test_a_mutual_bar_is_read_with_its_exceptions(text: str, reasonable: bool | None, exceptions: tuple[str, ...] | None) -> None:
    terms = terms_of(readings_of(text, ASSIGNMENT))

    assert (terms.get("consent_required"), terms.get("reasonable"), terms.get("exceptions"), terms.get("vendor_free")) == (
        True,
        reasonable,
        exceptions,
        None,
    )


def test_a_bar_on_the_customer_alone_is_the_customers() -> None:
    terms = terms_of(readings_of("Customer may not assign this Agreement without Vendor's written consent.", ASSIGNMENT))

    assert (terms.get("by"), terms.get("consent_required"), terms.get("vendor_free")) == ("customer", True, None)


def test_a_vendor_that_may_transfer_within_its_group_only_is_not_free() -> None:
    text = "Neither party may assign this Agreement without consent; Vendor may, however, assign it to a company in its group."

    assert terms_of(readings_of(text, ASSIGNMENT)).get("vendor_free") is None


@pytest.mark.parametrize(
    "text",
    [
        "Vendor hereby assigns to Customer all rights in the Deliverables.",
        "Vendor agrees to assign its title to the Work Product upon payment.",
        "Either party may terminate if the other makes an assignment for the benefit of creditors.",
        "Vendor assigns qualified personnel to the project.",
        "Personal data shall not be transferred outside the European Union without consent.",
        "Each ticket is assigned a severity level.",
        "The licence is non-exclusive and Customer may not sell the Software or hand it to anyone else.",
        "Risk passes and title is transferred on delivery.",
    ],
)
def test_other_things_that_are_assigned_are_not_the_agreement(text: str) -> None:
    assert not readings_of(text, ASSIGNMENT)


@pytest.mark.parametrize(
    "text",
    [
        "If Vendor undergoes a change of control, Customer may terminate this Agreement within ninety days.",
        "Should a competitor of the Customer acquire a majority of the shares in the Vendor, the Customer is entitled to terminate "
        "without cost.",
        "Vendor tells Customer when it changes hands, and Customer may then end this Agreement.",
        "In the event of a change in the ownership of Vendor, Customer may cancel this contract on thirty days' notice.",
    ],
)
def test_a_right_to_leave_on_a_change_of_control_is_read(text: str) -> None:
    terms = terms_of(readings_of(text, CHANGE_OF_CONTROL))

    assert (terms.get("by"), terms.get("termination_right")) == ("vendor", True)


@pytest.mark.parametrize(
    "text",
    [
        "An affiliate is a company that is controlled by a party.",
        "Neither party may assign this Agreement except to its successor in a merger.",
        "Vendor keeps control of the defence and may end the suit by a settlement.",
    ],
)
def test_control_in_other_senses_is_no_change_of_control(text: str) -> None:
    assert not readings_of(text, CHANGE_OF_CONTROL)
