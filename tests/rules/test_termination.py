"""Ending without a reason, for breach, over an IP claim and at an authority's demand, in many words."""

import pytest

from app.rules.termination import CONVENIENCE, REGULATOR
from app.rules.termination_for_cause import RULE as CAUSE
from tests.builders import readings_of, terms_of


@pytest.mark.parametrize(
    ("text", "by", "days"),
    [
        ("Customer may terminate this Agreement for convenience upon thirty (30) days' prior written notice to Vendor.", "customer", 30),
        ("You can cancel your plan whenever you like; it ends fourteen days after we get your e-mail.", "customer", None),
        ("Either party may terminate this Agreement without cause by giving the other ninety days' notice in writing.", "either", 90),
        (
            "The Vendor is entitled to discontinue the Service or to withdraw from this contract at its sole discretion on sixty days' "
            "notice.",
            "vendor",
            60,
        ),
        ("Vendor reserves the right to terminate this Agreement at any time, with or without cause, on ten days' notice.", "vendor", 10),
        (
            "The Customer may give notice of termination of the contract at any time with a period of three months to the end of a "
            "month; grounds need not be stated.",
            "customer",
            90,
        ),
        (
            "Nothing obliges the Customer to give reasons: it may bring this Agreement to an end at any time on one month's notice.",
            "customer",
            30,
        ),
        ("We may stop offering the service and end this agreement for business reasons if we let you know two months ahead.", "vendor", 60),
        (
            "This Agreement may be terminated by either party for any reason or no reason upon forty-five (45) days' written notice.",
            "either",
            45,
        ),
        ("The Customer shall have the right to terminate at will on 30 days' notice.", "customer", 30),
    ],
)
def test_a_right_to_end_without_reason_is_read(text: str, by: str, days: float | None) -> None:
    terms = terms_of(readings_of(text, CONVENIENCE))

    assert (terms.get("by"), terms.get("notice_days")) == (by, days)


@pytest.mark.parametrize(
    "text",
    [
        "Customer may terminate this Agreement if Vendor fails to perform its obligations, at Customer's option in whole or in part.",
        "Either party may prevent renewal by notice given thirty days before the end of the term.",
        "Upon termination for any reason, Customer shall stop using the Service.",
        "When this Agreement ends, for whatever reason, the rights of use cease.",
        "Customer may cancel a meeting at any time without giving reasons.",
        "If an event of force majeure lasts for sixty days, either party may terminate this Agreement by notice.",
        "Each party may terminate this Agreement with immediate effect if the other becomes insolvent.",
        "If Customer objects to the change, it may terminate this Agreement within sixty days.",
    ],
)
def test_rights_that_need_a_reason_are_not_for_convenience(text: str) -> None:
    assert not readings_of(text, CONVENIENCE)


@pytest.mark.parametrize(
    "text",
    [
        "Customer has no right to terminate this Agreement for convenience.",
        "You have agreed to the whole of the term and cannot leave in the middle of it for reasons of your own.",
        "All subscriptions are non-cancellable, and Customer may not terminate them before the end of the term.",
        "Customer's commitment for the Initial Term is firm and may not be ended early.",
    ],
)
def test_a_customer_that_may_not_leave_is_told_so(text: str) -> None:
    assert terms_of(readings_of(text, CONVENIENCE)).get("refused") is True


@pytest.mark.parametrize(
    ("text", "refund", "fee"),
    [
        (
            "Customer may terminate this Agreement without cause on 30 days' notice. Vendor shall refund any prepaid fees for the period "
            "after termination.",
            True,
            None,
        ),
        (
            "You may leave for any reason with a month's notice. We pay back what you paid for the time after that, and leaving costs "
            "nothing extra: no cancellation fee is owed.",
            True,
            False,
        ),
        ("Customer may terminate at any time on 30 days' notice; fees already paid are non-refundable.", False, None),
        (
            "Customer may terminate for convenience on 30 days' notice, in which case the remaining fees for the balance of the term "
            "become due at once.",
            None,
            True,
        ),
        (
            "Customer may end this contract without giving reasons on 30 days' notice and pays an early termination fee of half the "
            "remaining charges.",
            None,
            True,
        ),
    ],
)
def test_money_at_an_early_end_is_read(text: str, refund: bool | None, fee: bool | None) -> None:
    terms = terms_of(readings_of(text, CONVENIENCE))

    assert (terms.get("refund_of_prepaid_fees"), terms.get("early_termination_fee")) == (refund, fee)


def test_each_of_two_named_sides_is_both() -> None:
    assert (
        terms_of(
            readings_of("Each of the Customer and the Vendor may terminate this Agreement without cause on 90 days' notice.", CONVENIENCE)
        )["by"]
        == "either"
    )


def test_rights_of_both_sides_in_two_clauses_are_a_right_of_both() -> None:
    text = (
        "1.1 Customer may terminate this Agreement without cause on 60 days' notice.\n1.2 Vendor may terminate this Agreement without "
        "cause on 180 days' notice."
    )

    assert {reading.value("by") for reading in readings_of(text, CONVENIENCE)} == {"either"}


@pytest.mark.parametrize(
    ("text", "by", "days"),
    [
        (
            "A party may terminate this Agreement by notice if the other party materially breaches it and fails to cure the breach "
            "within thirty (30) days after notice of it.",
            "either",
            30,
        ),
        (
            "If one of us seriously breaks this agreement and hasn't put it right within twenty days of being asked, the other may end it.",
            "either",
            20,
        ),
        (
            "The right of each party to terminate for good cause is unaffected. Good cause exists if the other party does not remedy a "
            "breach of duty within four weeks of a warning.",
            "either",
            28,
        ),
        (
            "Vendor may terminate this Agreement immediately if Customer fails to pay and does not remedy the failure within ten days.",
            "vendor",
            10,
        ),
        (
            "Customer is entitled to terminate where Vendor is in default and the default is not corrected within forty-five days of a "
            "written request.",
            "customer",
            45,
        ),
        ("Should you violate these terms, we can close your account and end the agreement unless you fix it within 14 days.", "vendor", 14),
        (
            "Either party shall have the right to terminate this Agreement upon the material breach of the other, if not cured within "
            "sixty (60) days.",
            "either",
            60,
        ),
    ],
)
def test_a_right_to_end_for_breach_is_read(text: str, by: str, days: float) -> None:
    terms = terms_of(readings_of(text, CAUSE))

    assert (terms.get("by"), terms.get("cure_days")) == (by, days)


def test_the_delay_for_a_bankruptcy_petition_is_no_time_to_cure() -> None:
    terms = terms_of(
        readings_of(
            "Either party may terminate this Agreement if the other files for bankruptcy and the petition is not dismissed within ninety "
            "(90) days.",
            CAUSE,
        )
    )

    assert (terms.get("by"), terms.get("cure_days")) == ("either", None)


@pytest.mark.parametrize(
    "text",
    [
        "The duties that survive termination are not affected by a breach.",
        "Vendor shall cure a defect within thirty days of notice.",
        "If availability falls below 95 % in two months, Customer may terminate the Service.",
        "On termination for breach Customer shall return the documents.",
    ],
)
def test_other_remedies_are_no_termination_for_breach(text: str) -> None:
    assert not readings_of(text, CAUSE)


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        (
            "If you sue anyone, in a claim, cross-claim or counterclaim, alleging that the Materials or any other product infringes "
            "intellectual property, your licence ends automatically.",
            "any",
        ),
        (
            "The licence terminates as of the date on which Customer files any action against Vendor or its affiliates alleging patent "
            "or copyright infringement.",
            "any",
        ),
        (
            "All permissions lapse at once if you or a company in your group asserts in court, be it in defence, that anything made by "
            "us violates its patents.",
            "any",
        ),
        (
            "Vendor may terminate the licence on thirty days' notice if Customer brings an action alleging that the Model itself "
            "infringes a patent.",
            "model_only",
        ),
        (
            "Should Customer institute patent litigation which contends that the weights themselves infringe, the licence to them "
            "terminates.",
            "model_only",
        ),
    ],
)
def test_an_ip_claim_that_ends_the_licence_is_read_with_its_reach(text: str, scope: str) -> None:
    assert terms_of(readings_of(text, CAUSE)).get("ip_claim") == scope


@pytest.mark.parametrize(
    "text",
    [
        "If a third party claims that the Service infringes a patent, Vendor may modify it, procure a licence or end the subscription "
        "against a refund.",
        "Vendor shall defend Customer in an action alleging infringement; the duty ends with this Agreement.",
    ],
)
def test_a_third_party_claim_ends_no_licence(text: str) -> None:
    assert terms_of(readings_of(text, CAUSE)).get("ip_claim") is None


@pytest.mark.parametrize(
    "text",
    [
        "Customer may terminate this Agreement immediately where a competent authority orders it to do so.",
        "If the central bank or another supervisor objects to the outsourcing, the Customer can cancel it at no cost.",
        "The Customer has the right to end this contract when its regulator finds that the arrangement impedes effective supervision.",
        "You may leave at once if a supervisory authority requires you to.",
        "Termination by Customer is permitted at the direction of a Regulator; Customer may terminate without penalty.",
        "Customer is entitled to withdraw from this Agreement in whole or in part if instructed by a resolution authority.",
    ],
)
def test_an_end_at_an_authoritys_demand_is_read(text: str) -> None:
    assert terms_of(readings_of(text, REGULATOR)).get("granted") is True


@pytest.mark.parametrize(
    "text",
    [
        "Vendor may terminate this Agreement if a regulator orders it to stop the Service.",
        "Customer shall answer requests of a regulator after the end of this Agreement.",
        "An authority may ask for records before this Agreement ends.",
    ],
)
def test_what_authorities_ask_otherwise_is_no_right_to_end(text: str) -> None:
    assert terms_of(readings_of(text, REGULATOR)).get("granted") is not True
