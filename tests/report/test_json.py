"""The report as JSON: its shape, and that every quote is the text of its span."""

from __future__ import annotations

import json
from datetime import date

from pydantic import TypeAdapter

from app.domain.edit import Edit
from app.domain.finding import Redline
from app.domain.reading import Proof, Reading
from app.domain.report import Deadline, Engine, Facts, Gap, Observation, Rejection, Usage
from app.domain.span import Span
from app.report.json import as_json, json_bytes
from app.report.wire import ReportOut
from tests.builders import finding_of, review_of

TEXT = "1. Term\nThis Agreement renews for 24 months unless 90 days’ notice is given.\n2. Law\nEnglish law governs."
RENEWS = "This Agreement renews for 24 months unless 90 days’ notice is given."


def span_of(quote: str) -> Span:
    return Span(TEXT.index(quote), TEXT.index(quote) + len(quote))


def full_review() -> object:
    terms = {"notice_days": Proof(90, span_of("90 days")), "renewal_term_months": Proof(24, span_of("24 months"))}
    reading = Reading("renewal", span_of(RENEWS), span_of("renews"), terms)
    redline = Redline(True, "fallback", "template", "Shorter.", (Edit(span_of("90"), "30"),))
    finding = finding_of(
        TEXT, RENEWS, terms=terms, readings={"rules": reading}, open_terms=("price_rise",), redline=redline, walk_away=True
    )
    return as_json(
        review_of(
            TEXT,
            finding,
            finding_of(TEXT, None, position="indemnity.by_vendor", clause_type="indemnity"),
            readings=(reading,),
            facts=Facts({"effective_date": date(2026, 1, 31), "own_jurisdictions": ("Ohio",)}, {"effective_date": "given"}),
            engine=Engine("7", "some-model", {"read_clauses.v3.md": "cd" * 32}),
            exposure={"per_month": {"loss": 360_000.0, "at": Span(0, 2), "on": date(2026, 2, 1)}},
            observations=(Observation("risk", "Two laws", "They differ.", span_of("English law"), "English law"),),
            deadlines=(Deadline("notice", date(2026, 10, 2), "90 days", span_of("90 days"), "the end of the term, less 90 days"),),
            gaps=(Gap("read", None, "the call timed out"),),
            rejected=(Rejection("ground", "renewal", "not there", "not in the text"),),
            usage=Usage(2, 100, 50, 20, None, 1.23456),
        )
    )


def test_a_report_of_everything_has_the_shape_that_is_published() -> None:
    report = full_review()

    assert TypeAdapter(ReportOut).validate_python(report, strict=True, extra="forbid") == report


def test_a_report_survives_json() -> None:
    report = full_review()

    assert json.loads(json.dumps(report)) == report


def test_every_quote_is_the_text_of_its_span() -> None:
    finding = as_json(review_of(TEXT, finding_of(TEXT, RENEWS)))["findings"][0]

    assert finding["span"] is not None
    assert TEXT[finding["span"]["start"] : finding["span"]["end"]] == finding["quote"] == RENEWS


def test_a_term_that_is_left_open_is_null_and_has_no_quote() -> None:
    finding = as_json(review_of(TEXT, finding_of(TEXT, RENEWS, open_terms=("notice_days",))))["findings"][0]

    assert (finding["terms"], finding["term_quotes"]) == ({"notice_days": None}, {})


def test_each_term_is_quoted_from_where_it_stands_and_a_list_stays_a_list() -> None:
    terms = {"exceptions": Proof(("fraud",), span_of("Law"))}

    finding = as_json(review_of(TEXT, finding_of(TEXT, RENEWS, clause_type="liability_cap", terms=terms)))["findings"][0]

    assert (finding["terms"], finding["term_quotes"]) == ({"exceptions": ["fraud"]}, {"exceptions": "Law"})


def test_a_finding_that_another_overrides_is_not_flagged() -> None:
    finding = as_json(review_of(TEXT, finding_of(TEXT, RENEWS, prevails=False)))["findings"][0]

    assert (finding["flagged"], finding["prevails"]) == (False, False)


def test_the_file_is_utf_8_and_keeps_typographic_quotes() -> None:
    assert "90 days’ notice" in json_bytes(review_of(TEXT, finding_of(TEXT, RENEWS))).decode()
