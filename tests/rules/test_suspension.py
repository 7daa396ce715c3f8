"""Stopping access in many words: at will, after notice, on narrow grounds; and what only looks like it."""

import pytest

from app.rules.suspension import RULE
from tests.builders import readings_of, terms_of


@pytest.mark.parametrize(
    "text",
    [
        "Vendor may suspend Customer's access to the Service at any time in its sole discretion without notice.",
        "We can lock any account immediately and without warning whenever we believe that this is in our interest.",
        "The Vendor is entitled to cut off the connection, as it deems appropriate, and need not announce this.",
        "Vendor reserves the right to disable the Platform for Customer as it sees fit; no prior notice is required.",
        "We may pull the plug: we turn your access off if we think it right, without telling you first.",
        "Access to the Services may be restricted by Vendor at its discretion, with immediate effect.",
    ],
)
def test_a_stop_at_will_without_notice_is_read(text: str) -> None:
    terms = terms_of(readings_of(text, RULE))

    assert (terms.get("at_discretion"), terms.get("notice_days"), terms.get("cure_first")) == (True, 0, None)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "If an undisputed invoice is more than thirty days overdue, Vendor may suspend the Services on ten (10) days' written notice "
            "unless Customer pays within that time.",
            10,
        ),
        (
            "We may pause your access only if you haven't paid an undisputed bill and still haven't paid fourteen days after our reminder.",
            14,
        ),
        ("The Vendor may block access solely where undisputed fees remain unpaid seven days after a final demand in writing.", 7),
    ],
)
def test_a_stop_for_unpaid_bills_after_notice_is_read(text: str, days: float) -> None:
    terms = terms_of(readings_of(text, RULE))

    assert (terms.get("notice_days"), terms.get("cure_first"), terms.get("at_discretion")) == (
        days,
        True,
        terms.get("at_discretion") and False,
    )


@pytest.mark.parametrize(
    "text",
    [
        "Vendor shall not suspend the Service except (i) where an undisputed sum remains unpaid fifteen days after a written demand or "
        "(ii) to ward off an attack on its security.",
        "Vendor may restrict access only to the extent that a threat to the security of the Service requires it and after it has given "
        "Customer the opportunity to remove the cause.",
        "The Services may not be suspended save in respect of an undisputed invoice which remains unpaid thirty days after a final "
        "written warning.",
    ],
)
def test_narrow_grounds_after_a_chance_to_cure_are_read(text: str) -> None:
    terms = terms_of(readings_of(text, RULE))

    assert (terms.get("cure_first"), terms.get("grounds_limited"), terms.get("at_discretion")) == (True, True, False)


@pytest.mark.parametrize(
    "text",
    [
        "Customer may suspend payment of disputed sums.",
        "Access to Customer Data is limited to personnel who need it.",
        "Neither party's liability is limited for fraud.",
        "The Service may be unavailable during planned maintenance windows.",
        "Vendor shall restrict access to production systems to named administrators.",
        "Nothing in this Agreement limits the use of Outputs.",
        "The parties' duties are suspended while an event of force majeure lasts.",
        "Vendor may use statistics without limit in time to improve the Service.",
    ],
)
def test_other_limits_are_no_suspension(text: str) -> None:
    assert not readings_of(text, RULE)
