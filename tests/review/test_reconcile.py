from app.domain.reading import Proof, Reading
from app.domain.report import Facts
from app.domain.span import Span
from app.domain.terms import Value
from app.playbook.load import load_playbook
from app.playbook.position import Position
from app.review.reconcile import reconcile

NONE = Facts()


def position(id: str) -> Position:
    found = load_playbook("saas-customer").position(id)
    assert found is not None
    return found


def reading(clause_type: str, **terms: Value) -> Reading:
    span = Span(0, 10)
    return Reading(clause_type, span, span, {name: Proof(value, span) for name, value in terms.items()})


def outcomes(id: str, rules: list[Reading], model: list[Reading] | None) -> list[tuple[str, bool, str]]:
    return [(r.judgement.verdict, r.judgement.walk_away, r.provenance) for r in reconcile(position(id), rules, model, NONE)]


def test_readers_that_agree_are_both_named() -> None:
    said = reading("payment_terms", net_days=45, dispute_right=True)

    assert outcomes("payment_terms", [said], [said]) == [("preferred", False, "both")]


def test_a_model_that_says_nothing_takes_no_finding_away() -> None:
    assert outcomes("payment_terms", [reading("payment_terms", net_days=10)], []) == [("unacceptable", True, "rules")]


def test_a_model_that_denies_a_walk_away_leaves_it_standing_as_disputed() -> None:
    rules, model = reading("payment_terms", net_days=10), reading("payment_terms", net_days=45, dispute_right=True)

    assert outcomes("payment_terms", [rules], [model]) == [("unacceptable", True, "conflict")]


def test_a_model_can_add_what_the_rules_missed() -> None:
    assert outcomes("payment_terms", [], [reading("payment_terms", net_days=10)]) == [("unacceptable", True, "model")]


def test_a_clause_that_either_reader_quotes_is_not_missing() -> None:
    found = reading("security_incident", duty=True, notice_hours=24)

    assert outcomes("security_incident", [], [found]) == [("preferred", False, "model")]


def test_a_worse_reading_of_the_model_stands_over_a_better_one_of_the_rules() -> None:
    rules, model = reading("security_incident", duty=True, notice_hours=24), reading("security_incident", duty=True, notice_hours=96)

    assert outcomes("security_incident", [rules], [model])[0][:2] == ("unacceptable", False)


def test_one_reader_fills_the_others_silence() -> None:
    rules, model = reading("payment_terms", net_days=45), reading("payment_terms", dispute_right=True)

    assert outcomes("payment_terms", [rules], [model]) == [("preferred", False, "both")]
