"""The pipeline by rules alone, on a small agreement."""

import pytest

from app.domain.finding import Finding
from app.domain.report import Review
from app.errors import FactError, PlaybookError, UsageError
from app.review.pipeline import Request, review
from tests.builders import document_of

PAPER = """Cloud Subscription Agreement
This Agreement is between Loom Software, Inc., an Oregon corporation (“Vendor”), and Dray Furnishings, LLC, an Ohio company (“Customer”).
1.\tTerm
1.1\tThis Agreement renews automatically for successive terms of two years unless a party gives ninety (90) days' notice before the end of the term.
2.\tPayment
2.1\tCustomer shall pay each invoice within ten (10) days after receipt.
3.\tLaw
3.1\tThis Agreement is governed by the laws of the State of Illinois."""
FACTS = {"effective_date": "2026-03-02", "term_months": "24", "annual_fees": "30240", "currency": "usd"}


def reviewed(**changes: object) -> Review:
    return review(document_of(PAPER), Request(**{"playbook": "saas-customer", "facts": FACTS, **changes}))  # type: ignore[arg-type]


def finding(found: Review, position: str) -> Finding:
    return next(each for each in found.findings if each.position == position)


def test_a_walk_away_is_flagged_with_the_sentence_that_proves_it() -> None:
    renewal = finding(reviewed(), "renewal")

    assert (renewal.verdict, renewal.walk_away, renewal.flagged) == ("unacceptable", True, True)
    assert renewal.quote is not None and renewal.quote.startswith("This Agreement renews automatically")


def test_every_quote_is_the_text_at_its_span() -> None:
    found = reviewed()

    assert [f.quote for f in found.findings if f.span is not None] == [
        f.span.of(found.contract.text) for f in found.findings if f.span is not None
    ]


def test_every_position_of_the_playbook_is_in_the_findings() -> None:
    assert len({each.position for each in reviewed().findings}) == 25


def test_the_same_document_gives_the_same_findings_with_the_same_ids() -> None:
    assert [each.id for each in reviewed().findings] == [each.id for each in reviewed().findings]


def test_verified_redlines_leave_the_rest_of_the_paper_alone() -> None:
    renewal = finding(reviewed(), "renewal")

    assert renewal.redline is not None and renewal.redline.verified
    start, end = PAPER.index("1.1"), PAPER.index("\n2.")
    assert all(start <= edit.span.start and edit.span.end <= end for edit in renewal.redline.edits)


def test_deadlines_come_from_the_facts_and_the_quote() -> None:
    days = {each.kind: each.date.isoformat() for each in reviewed().deadlines}

    assert days == {"term_ends": "2028-03-01", "next_renewal": "2028-03-02", "last_day_for_notice": "2027-12-02"}


def test_each_fact_says_where_it_comes_from() -> None:
    facts = reviewed().facts

    assert facts.sources["annual_fees"] == "given"
    assert facts.sources["free_of_charge"] == "playbook"
    assert facts.values["currency"] == "USD"


def test_a_deals_overrides_change_the_verdict() -> None:
    loose = {"positions": [{"id": "renewal", "walk_away": [{"notice_days": {"over": 365}}], "fallback": [{"auto_renews": True}]}]}

    assert finding(reviewed(overrides=loose), "renewal").verdict == "fallback"


def test_without_a_playbook_the_best_fitting_one_is_chosen_and_named() -> None:
    assert (reviewed(playbook=None).playbook.id, reviewed(playbook=None).playbook.chosen) == ("saas-customer", "automatic")


def test_where_no_playbook_fits_nothing_is_claimed_missing() -> None:
    lease = document_of(
        "Lease of Premises\nThe Landlord lets the premises to the Tenant for a rent of 900 a month.\nThe Tenant keeps the garden."
    )

    found = review(lease, Request())

    assert found.playbook.chosen == "none"
    assert found.findings == ()


@pytest.mark.parametrize(
    ("changes", "error", "told"),
    [
        ({"facts": {"anual_fees": "1"}}, FactError, "there is no such fact"),
        ({"facts": {"annual_fees": "lots"}}, FactError, "write a plain number"),
        ({"facts": {"effective_date": "2026-02-30"}}, FactError, "YYYY-MM-DD"),
        ({"facts": {"personal_data": "perhaps"}}, FactError, "true or false"),
        ({"playbook": "saas"}, PlaybookError, "no such playbook"),
        ({"playbook": None, "side": "vendor"}, UsageError, "no bundled playbook"),
    ],
)
def test_a_request_that_cannot_be_met_is_refused_in_one_line(changes: dict[str, object], error: type[Exception], told: str) -> None:
    with pytest.raises(error, match=told):
        reviewed(**changes)
