"""The rest of the HTML report: observations, figures, deadlines, clauses, facts, and what was not done or not accepted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from app.domain.report import Review
from app.report.labels import labelled_clauses
from app.report.markup import Child, Markup, tag
from app.report.places import Places
from app.report.shown import one_line

_SOURCES = {"given": "given", "contract": "read from the contract", "playbook": "the playbook's default"}


def appendix(review: Review, places: Places) -> list[Markup | None]:
    """The sections that follow the findings; one that has nothing to say is left out."""
    return [
        _section("Observations", ("Kind", "What", "Where", "Quote"), _observations(review, places)),
        _exposure(review),
        _section("Deadlines", ("Date", "What", "Computed from", "Quote"), _deadlines(review)),
        _section("Facts of the deal", ("Fact", "Value", "From"), _facts(review)),
        _section("Clauses", ("Type", "Where", "Begins", "Read by"), _clauses(review, places)),
        _section("Not done", ("Stage", "Where", "Reason"), ((g.stage, places.cite(g.span), g.reason) for g in review.gaps)),
        _section("Claims that were rejected", ("Stage", "Type", "Claimed quote", "Reason"), _rejected(review)),
    ]


def _section(title: str, columns: Sequence[str], rows: Iterable[Sequence[Child]]) -> Markup | None:
    body = [tag("tr", [tag("td", cell) for cell in row]) for row in rows]
    if not body:
        return None
    header = tag("tr", [tag("th", column) for column in columns])
    return tag("section", tag("h2", title), tag("table", tag("thead", header), tag("tbody", body)))


def _observations(review: Review, places: Places) -> Iterable[Sequence[Child]]:
    for each in review.observations:
        yield each.kind, [tag("p", each.title), tag("p", each.why, class_="faint")], places.cite(each.span), _quote(each.quote)


def _deadlines(review: Review) -> Iterable[Sequence[Child]]:
    for each in sorted(review.deadlines, key=lambda deadline: deadline.date):
        yield each.date.isoformat(), words(each.kind), each.computed_from, _quote(each.quote)


def _facts(review: Review) -> Iterable[Sequence[Child]]:
    for name, value in review.facts.values.items():
        yield words(name), figure(value), _SOURCES.get(review.facts.sources.get(name, ""), "")


def _clauses(review: Review, places: Places) -> Iterable[Sequence[Child]]:
    text = review.contract.text
    for each in labelled_clauses(review):
        where = ", ".join(part for part in (each.number, each.heading) if part)
        yield words(each.clause_type), one_line(where, 60), one_line(each.span.of(text), 120), each.provenance


def _rejected(review: Review) -> Iterable[Sequence[Child]]:
    for each in review.rejected:
        yield each.stage, words(each.clause_type or ""), _quote(each.quote), each.reason


def _exposure(review: Review) -> Markup | None:
    if not review.exposure:
        return None
    return tag("section", tag("h2", "Exposure"), _listed(review.exposure))


def _listed(mapping: Mapping[str, object]) -> Markup:
    """A mapping as a list of names and values; a mapping in it is a list in it."""
    items = [(tag("dt", words(name)), tag("dd", _shown(value))) for name, value in mapping.items()]
    return tag("dl", items, class_="facts")


def _shown(value: object) -> Child:
    if isinstance(value, Mapping):
        return _listed(value)
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [tag("div", _shown(each)) for each in value] if any(isinstance(each, Mapping) for each in value) else figure(value)
    return figure(value)


def words(name: str) -> str:
    """An identifier as words: "annual_fees" is "annual fees"."""
    return one_line(name.replace("_", " ").replace(".", ", "))


def figure(value: object) -> str:
    """A fact or a figure as one reads it."""
    if value is None:
        return "unknown"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return f"{value:,.2f}".rstrip("0").rstrip(".")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Sequence) and not isinstance(value, str):
        return ", ".join(figure(each) for each in value)
    return one_line(str(value), 400)


def _quote(text: str) -> Markup | None:
    return tag("q", one_line(text, 400)) if text else None
