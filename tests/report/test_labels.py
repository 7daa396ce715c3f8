"""The clause list: one label for a passage and type, the narrowest evidence, and where it would be cited."""

from __future__ import annotations

from app.domain.reading import Reading
from app.domain.span import Span
from app.report.labels import labelled_clauses
from tests.builders import review_of

TEXT = "1. Term\n1.1 This Agreement renews yearly. Notice is 30 days.\n2. Law\n2.1 English law governs."
CLAUSE = Span(TEXT.index("This"), TEXT.index("\n2."))
RENEWS = Span(TEXT.index("This"), TEXT.index(" Notice"))
NOTICE = Span(TEXT.index("Notice"), TEXT.index("\n2."))


def test_readings_of_one_passage_and_type_are_one_label_by_both_readers() -> None:
    readings = (Reading("renewal", CLAUSE, RENEWS), Reading("renewal", CLAUSE, NOTICE, reader="model"))

    (label,) = labelled_clauses(review_of(TEXT, readings=readings))

    assert (label.span, label.evidence, label.provenance) == (CLAUSE, (RENEWS, NOTICE), "both")


def test_a_clause_of_two_types_is_listed_twice_under_two_ids() -> None:
    readings = (Reading("renewal", CLAUSE, RENEWS), Reading("renewal_notice", CLAUSE, NOTICE))

    labels = labelled_clauses(review_of(TEXT, readings=readings))

    assert [label.clause_type for label in labels] == ["renewal", "renewal_notice"]
    assert len({label.id for label in labels}) == 2


def test_evidence_that_holds_narrower_evidence_is_left_out() -> None:
    readings = (Reading("renewal", CLAUSE, CLAUSE), Reading("renewal", CLAUSE, NOTICE))

    assert labelled_clauses(review_of(TEXT, readings=readings))[0].evidence == (NOTICE,)


def test_a_label_carries_the_number_of_the_clause_it_stands_in() -> None:
    (label,) = labelled_clauses(review_of(TEXT, readings=(Reading("renewal", CLAUSE, RENEWS),)))

    assert label.number == "1.1"


def test_a_contract_without_readings_has_no_labels() -> None:
    assert labelled_clauses(review_of(TEXT)) == ()
