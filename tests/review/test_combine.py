from app.domain.reading import Proof, Reading
from app.domain.span import Span
from app.domain.terms import Value
from app.review.combine import combine


def reading(clause_type: str, start: int, **terms: Value) -> Reading:
    span = Span(start, start + 10)
    return Reading(clause_type, span, span, {name: Proof(value, span) for name, value in terms.items()})


def values(readings: tuple[Reading, ...]) -> list[dict[str, Value]]:
    return [{name: proof.value for name, proof in each.terms.items()} for each in readings]


def test_clauses_of_one_type_fill_each_others_silence() -> None:
    combined = combine([reading("renewal", 0, auto_renews=True, renewal_term_months=24), reading("renewal", 50, notice_days=75)])

    assert values(combined) == [{"auto_renews": True, "renewal_term_months": 24, "notice_days": 75}]


def test_lists_are_united() -> None:
    combined = combine(
        [reading("liability_cap", 0, months=12, exceptions=("confidentiality",)), reading("liability_cap", 50, exceptions=("fraud",))]
    )

    assert values(combined)[0]["exceptions"] == ("confidentiality", "fraud")


def test_clauses_that_give_different_figures_are_judged_apart() -> None:
    combined = combine([reading("payment_terms", 0, net_days=45, dispute_right=True), reading("payment_terms", 50, net_days=10)])

    assert [each["net_days"] for each in values(combined)] == [45, 10]
    assert all(each["dispute_right"] for each in values(combined))
    assert combined[1].anchor == Span(50, 60)


def test_indemnities_of_different_parties_stay_apart_and_share_the_procedure() -> None:
    combined = combine(
        [
            reading("indemnity", 0, by="customer", triggers=("any_use",)),
            reading("indemnity", 20, by="vendor", triggers=("ip_infringement",)),
            reading("indemnity", 40, procedure=("notice",)),
        ]
    )

    assert [(each["by"], each["procedure"]) for each in values(combined)] == [("customer", ("notice",)), ("vendor", ("notice",))]


def test_a_right_that_each_side_has_in_its_own_clause_is_both_sides_right() -> None:
    combined = combine([reading("termination_for_convenience", 0, by="customer"), reading("termination_for_convenience", 20, by="vendor")])

    assert values(combined) == [{"by": "either"}]


def test_what_says_that_nothing_else_applies_is_undone_by_one_clause() -> None:
    combined = combine(
        [
            reading("indemnity", 0, by="customer", third_party_claims_only=True),
            reading("indemnity", 20, by="customer", third_party_claims_only=False),
        ]
    )

    assert values(combined)[0]["third_party_claims_only"] is False


def test_the_notice_that_stops_a_renewal_is_a_term_of_the_renewal() -> None:
    combined = combine([reading("renewal", 0, auto_renews=True), reading("renewal_notice", 20, notice_days=75)])

    assert values(combined) == [{"auto_renews": True, "notice_days": 75}]
