from typing import Any

from app.domain.reading import Proof, Reading
from app.domain.report import Facts
from app.domain.span import Span
from app.playbook.judge import Judgement, judge_position
from app.playbook.load import load_playbook
from app.playbook.position import Position

SAAS = load_playbook("saas-customer")
ANCHOR = Span(0, 10)
CORE: tuple[str, ...] = ("confidentiality", "ip_infringement", "data_breach", "gross_negligence", "wilful_misconduct")


def position(id: str) -> Position:
    found = SAAS.position(id)
    assert found is not None
    return found


def judged(id: str, facts: Facts | None = None, home: str = "", **terms: Any) -> Judgement:
    proofs = {name: Proof(value, Span(20 + i, 21 + i)) for i, (name, value) in enumerate(terms.items())}
    reading = Reading(position(id).clause_type, Span(0, 100), ANCHOR, proofs)
    return judge_position(position(id), [reading], facts or Facts(), home)[0]


def outcome(judgement: Judgement) -> tuple[str, bool]:
    return judgement.verdict, judgement.walk_away


def test_walk_away_is_tested_first() -> None:
    assert outcome(judged("renewal", auto_renews=True, renewal_term_months=12, notice_days=75)) == ("unacceptable", True)


def test_the_fallback_is_met_exactly_at_its_limits() -> None:
    assert outcome(judged("renewal", auto_renews=True, renewal_term_months=12, notice_days=30, price_cap_percent=5)) == ("fallback", False)
    assert outcome(judged("renewal", auto_renews=True, renewal_term_months=12, notice_days=31)) == ("unacceptable", False)


def test_silence_meets_a_limit_but_is_no_promise() -> None:
    assert outcome(judged("renewal", auto_renews=True, renewal_term_months=12)) == ("fallback", False)
    assert outcome(judged("security_incident", duty=True)) == ("unacceptable", False)


def test_an_absent_burden_is_preferred_and_an_absent_protection_missing() -> None:
    assert outcome(judge_position(position("renewal"), [], Facts())[0]) == ("preferred", False)
    assert outcome(judge_position(position("security_incident"), [], Facts())[0]) == ("missing", True)
    assert outcome(judge_position(position("termination_for_convenience"), [], Facts())[0]) == ("missing", False)


def test_a_right_that_is_refused_in_words_is_unacceptable_with_its_words() -> None:
    judgement = judged("data_return", refused=True)

    assert outcome(judgement) == ("unacceptable", True)
    assert judgement.proof == Span(20, 21)


def test_a_cap_in_days_of_fees_is_judged_in_months() -> None:
    cap: dict[str, Any] = {"basis": "fees_payable", "mutual": True, "exceptions": CORE}

    assert outcome(judged("liability_cap", months=24, **cap)) == ("preferred", False)
    assert outcome(judged("liability_cap", months=12, **cap)) == ("fallback", False)
    assert outcome(judged("liability_cap", months=6, **cap)) == ("unacceptable", True)
    assert outcome(judged("liability_cap", multiple=2, **(cap | {"basis": "annual_value"}))) == ("preferred", False)


def test_exceptions_that_statute_makes_anyway_count_as_none() -> None:
    assert outcome(judged("liability_cap", months=24, mutual=True, exceptions=("fraud", "death_or_injury"))) == ("unacceptable", True)


def test_a_super_cap_counts_as_an_exception() -> None:
    rest = tuple(name for name in CORE if name != "data_breach")

    judgement = judged("liability_cap", months=12, mutual=True, exceptions=rest, super_cap=True, super_cap_covers=("data_breach",))

    assert outcome(judgement) == ("fallback", False)


def test_carve_outs_that_lift_only_the_customers_cap_are_one_sided_whatever_the_heading() -> None:
    judgement = judged("liability_cap", months=24, protects="either", exceptions=(), customer_exceptions=("payment",))

    assert outcome(judgement) == ("unacceptable", True)


def test_a_fixed_cap_whose_share_of_the_fees_is_unknown_is_unacceptable_short_of_walk_away() -> None:
    cap: dict[str, Any] = {"basis": "fixed", "amount": 100_000, "mutual": True, "exceptions": CORE}

    assert outcome(judged("liability_cap", **cap)) == ("unacceptable", False)
    assert outcome(judged("liability_cap", Facts({"annual_fees": 50_000.0}), **cap)) == ("preferred", False)
    assert outcome(judged("liability_cap", Facts({"annual_fees": 200_000.0}), **cap)) == ("unacceptable", True)


def test_the_other_sides_home_law_misses_the_position_and_ours_does_not() -> None:
    home = ", an Oregon corporation with its office at 18 Foundry Alley, Portland, Oregon"

    assert judged("governing_law", home=home, jurisdiction="Oregon").verdict == "unacceptable"
    assert judged("governing_law", home=home, jurisdiction="State of Illinois").verdict == "preferred"
    assert judged("governing_law", Facts({"own_jurisdictions": ("Oregon",)}), home=home, jurisdiction="Oregon").verdict == "preferred"


def test_of_several_readings_the_worst_comes_first() -> None:
    good = Reading("security_incident", Span(0, 9), Span(0, 9), {"notice_hours": Proof(24, Span(0, 1)), "duty": Proof(True, Span(0, 1))})
    bad = Reading("security_incident", Span(10, 19), Span(10, 19), {"notice_hours": Proof(168, Span(10, 11))})

    verdicts = [j.verdict for j in judge_position(position("security_incident"), [good, bad], Facts())]

    assert verdicts == ["unacceptable", "preferred"]


def test_a_position_of_one_party_ignores_the_other_partys_clause() -> None:
    theirs = Reading(
        "indemnity", Span(0, 9), Span(0, 9), {"by": Proof("vendor", Span(0, 1)), "triggers": Proof(("ip_infringement",), Span(0, 1))}
    )

    assert judge_position(position("indemnity.by_customer"), [theirs], Facts())[0].verdict == "preferred"
    assert judge_position(position("indemnity.by_vendor"), [theirs], Facts())[0].verdict == "fallback"


def test_the_decisive_words_are_those_of_the_term_that_decided() -> None:
    judgement = judged("renewal", auto_renews=True, renewal_term_months=12, notice_days=75)

    assert judgement.proof in (Span(20, 21), Span(22, 23))
    assert {test.term for test in judgement.decisive} == {"auto_renews", "notice_days"}
