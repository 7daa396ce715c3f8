"""Scores on a small paper, worked out by hand, and planted faults that must lower the right figure."""

from collections.abc import Mapping
from dataclasses import replace

from app.domain.finding import Finding, Redline, Verdict
from app.domain.reading import Proof, Reading
from app.domain.report import Engine, Facts, PlaybookUsed, Review
from app.domain.span import Span
from app.domain.terms import Value
from app.playbook.load import load_playbook
from evals.gold import Case, Expectation, Forbidden, Label
from evals.scorers import figures, same_term, score, share
from tests.builders import contract_of

TEXT = "Vendor may raise prices at will.\nThis Agreement rolls over for 24 months.\nInvoices are due in 45 days.\nKeys roll over daily."
PARAGRAPHS = TEXT.split("\n")


def span_of(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def finding(
    position: str, verdict: Verdict, quote: str | None, *, walk_away: bool = False, terms: Mapping[str, Value] | None = None
) -> Finding:
    entry = load_playbook("saas-customer").position(position)
    assert entry is not None
    span = None if quote is None else span_of(quote)
    proofs = {name: Proof(value, span or Span(0, 1)) for name, value in (terms or {}).items()}
    return Finding(
        entry.clause_type,
        position,
        entry.title,
        verdict,
        walk_away,
        entry.priority,
        "rules",
        span,
        quote,
        proofs,
        "why",
        "ask",
    )


def expected(clause_type: str, verdict: str, *quotes: str, walk_away: bool = False, priority: str = "must", **terms: object) -> Expectation:
    return Expectation(clause_type, clause_type, verdict, walk_away, priority, quotes, frozenset({clause_type}), terms)


CASE = Case(
    "paper",
    __import__("pathlib").Path("paper.docx"),
    "saas-customer",
    {},
    (
        expected("renewal", "unacceptable", PARAGRAPHS[1], walk_away=True, renewal_term_months=24, notice_days=None),
        expected("security_incident", "missing", walk_away=True),
        expected("payment_terms", "fallback", PARAGRAPHS[2], priority="nice", net_days=45),
    ),
    (Forbidden("renewal", PARAGRAPHS[3]),),
    (Label("renewal", PARAGRAPHS[1], False), Label("price_adjustment", PARAGRAPHS[0], True)),
)
RIGHT = (
    finding("renewal", "unacceptable", PARAGRAPHS[1], walk_away=True, terms={"renewal_term_months": 24}),
    finding("security_incident", "missing", None, walk_away=True),
    finding("payment_terms", "fallback", PARAGRAPHS[2], terms={"net_days": 45}),
)


def reviewed(*findings: Finding) -> Review:
    readings = (Reading("renewal", span_of(PARAGRAPHS[1]), span_of(PARAGRAPHS[1])),)
    used = PlaybookUsed("saas-customer", "1", "", "customer", "named")
    return Review(contract_of(TEXT), used, Engine("1", None), Facts(), readings, findings)


def scored(*findings: Finding) -> dict[str, float | None]:
    return figures(score(CASE, reviewed(*findings)))


def test_a_perfect_review_scores_full_marks() -> None:
    assert scored(*RIGHT) == {
        "must_recall": 1.0, "walk_away_recall": 1.0, "must_precision": 1.0, "acceptable_flagged": 0.0, "forbidden_flagged": 0.0, "verdicts": 1.0,
        "terms": 1.0, "terms_invented": 0.0, "quotes_exact": 1.0, "redlines_verified": 0.0, "labels": 1.0,
    }  # fmt: skip


def test_a_missed_must_issue_lowers_recall_and_nothing_else_of_alarms() -> None:
    figures = scored(*RIGHT[1:])

    assert (figures["must_recall"], figures["walk_away_recall"], figures["must_precision"]) == (0.5, 0.5, 1.0)


def test_a_quote_from_elsewhere_does_not_meet_the_expectation() -> None:
    assert scored(replace(RIGHT[0], span=span_of(PARAGRAPHS[0]), quote=PARAGRAPHS[0]), *RIGHT[1:])["must_recall"] == 0.5


def test_a_quote_that_is_not_the_text_at_its_span_is_not_exact() -> None:
    assert scored(replace(RIGHT[0], quote="This Agreement does not roll over."), *RIGHT[1:])["quotes_exact"] == 0.5


def test_flagging_an_acceptable_clause_counts_as_such() -> None:
    assert scored(*RIGHT[:2], replace(RIGHT[2], verdict="unacceptable"))["acceptable_flagged"] == 1.0


def test_flagging_a_lookalike_is_a_wrong_alarm() -> None:
    figures = scored(replace(RIGHT[0], span=span_of(PARAGRAPHS[3]), quote=PARAGRAPHS[3]), *RIGHT[1:])

    assert (figures["forbidden_flagged"], figures["must_precision"]) == (1.0, 0.5)


def test_a_term_where_the_text_has_none_is_invented() -> None:
    invented = replace(RIGHT[0], terms={**RIGHT[0].terms, "notice_days": Proof(30, span_of(PARAGRAPHS[1]))})

    assert scored(invented, *RIGHT[1:])["terms_invented"] == 1.0


def test_a_model_that_says_no_issue_always_finds_nothing() -> None:
    figures = scored()

    assert figures["must_recall"] == 0.0
    assert figures["must_precision"] is None


def test_only_verified_redlines_count() -> None:
    redline = Redline(True, "fallback", "library", "comment", ())

    assert scored(replace(RIGHT[0], redline=redline), *RIGHT[1:])["redlines_verified"] == 0.5


def test_terms_are_compared_by_their_kind() -> None:
    assert same_term("liability_cap", "exceptions", ["fraud", "confidentiality"], ("confidentiality",))
    assert not same_term("liability_cap", "exceptions", ["confidentiality"], ())
    assert same_term("governing_law", "jurisdiction", "England and Wales", "the laws of England and Wales")
    assert not same_term("renewal", "notice_days", 30, 90)
    assert not same_term("renewal", "auto_renews", True, False)


def test_a_share_of_nothing_is_not_zero() -> None:
    assert share(0, 0) is None
