"""A finding in the HTML report: a card for a flagged one, a table row for any other."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.document import Document
from app.domain.finding import Finding, Redline
from app.domain.reading import Reading
from app.domain.terms import Value
from app.report.marks import Piece, marked
from app.report.markup import Child, Markup, tag
from app.report.places import Places
from app.report.shown import one_line
from app.report.summary import redline_of, verdict_of

_SOURCES = {"library": "our library's wording", "template": "a deterministic edit", "model": "the model's draft"}
_PROVENANCES = {"rules": "found by rules", "model": "found by the model", "both": "rules and model agree", "conflict": "readers differ"}


def finding_card(finding: Finding, document: Document, places: Places) -> Markup:
    """All about one flagged finding: verdict, quote, why, ask, redline, terms."""
    return tag(
        "article",
        tag(
            "header",
            tag("h3", one_line(finding.title)),
            badges(finding),
            tag("span", places.cite(finding.span), class_="where faint small"),
        ),
        tag("blockquote", finding.quote) if finding.quote else tag("p", "No clause of the text decides this.", class_="faint"),
        _labelled("Why it matters", finding.why),
        _labelled("What to ask for", finding.ask),
        _redline(finding, finding.redline, document) if finding.redline else None,
        _terms(finding, document),
        _readings(finding, document),
        class_="finding walk" if finding.walk_away else "finding",
        id=finding.id,
    )


def glance(findings: Sequence[Finding], places: Places) -> Markup:
    """The flagged findings as one table, each leading to its card."""
    header = tag("tr", [tag("th", name) for name in ("Priority", "Risk", "Where", "Verdict", "Redline")])
    rows = [
        tag(
            "tr",
            tag("td", tag("span", finding.priority, class_=f"badge {finding.priority}")),
            tag("td", tag("a", one_line(finding.title), href=f"#{finding.id}")),
            tag("td", places.cite(finding.span) or "-"),
            tag("td", verdict_of(finding)),
            tag("td", redline_of(finding)),
        )
        for finding in findings
    ]
    return tag("table", tag("thead", header), tag("tbody", rows))


def position_row(finding: Finding, places: Places) -> Markup:
    """One line about a position that needs nobody's attention; an overridden one says so."""
    overridden = None if finding.prevails else tag("p", "overridden by another clause", class_="faint small")
    return tag(
        "tr",
        tag("td", one_line(finding.title), overridden),
        tag("td", tag("span", finding.verdict, class_=f"badge {finding.verdict}")),
        tag("td", places.cite(finding.span) or "-"),
        tag("td", tag("q", one_line(finding.quote, 280)) if finding.quote else tag("span", one_line(finding.why, 280), class_="faint")),
        id=finding.id,
    )


def badges(finding: Finding) -> list[Markup]:
    """Priority, verdict, walk-away and who read it, as small labels."""
    shown: list[tuple[str, str]] = [(finding.priority, finding.priority), (finding.verdict, finding.verdict)]
    if finding.walk_away:
        shown.append(("walk", "walk-away"))
    shown.append((finding.provenance if finding.provenance == "conflict" else "plain", _PROVENANCES[finding.provenance]))
    return [tag("span", text, class_=f"badge {kind}") for kind, text in shown]


def pieces(parts: tuple[Piece, ...]) -> list[Markup]:
    """Kept, struck and inserted words."""
    names = {"kept": "span", "struck": "del", "inserted": "ins"}
    return [tag(names[piece.kind], piece.text) for piece in parts]


def value_text(value: Value | None) -> str:
    """A term's value as one reads it."""
    if value is None:
        return "not stated"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(value) or "none"
    return f"{value:,g}" if isinstance(value, float | int) else value


def _labelled(label: str, text: str) -> Child:
    return [tag("p", label, class_="label"), tag("p", text)] if text else None


def _redline(finding: Finding, redline: Redline, document: Document) -> Child:
    status = "verified" if redline.verified else "unverified"
    told = f"{finding.why} {finding.ask}"  # what the card says already
    after = f"; the position is then {redline.verdict_after}" if redline.verdict_after else ""
    return [
        tag("p", "Proposed redline ", tag("span", status, class_=f"badge {status}"), class_="label"),
        [tag("div", pieces(parts), class_="redline") for parts in marked(document, redline.edits)],
        tag("p", f"From {_SOURCES[redline.source]}{after}.", class_="faint small"),
        tag("p", redline.comment, class_="small") if redline.comment and redline.comment not in told else None,
    ]


def _terms(finding: Finding, document: Document) -> Markup | None:
    if not finding.terms:
        return None
    read = [_term(name, value_text(proof.value), proof.span.of(document.text)) for name, proof in finding.terms.items()]
    left_open = [_term(name, "not stated", "") for name in finding.open_terms if name not in finding.terms]
    return tag("details", tag("summary", "Terms read, each with its proof"), tag("table", tag("tbody", read, left_open)))


def _term(name: str, value: str, quote: str) -> Markup:
    proof = tag("q", one_line(quote, 300)) if quote else None
    return tag("tr", tag("td", tag("code", name)), tag("td", one_line(value, 200)), tag("td", proof))


def _readings(finding: Finding, document: Document) -> Markup | None:
    if not finding.readings:
        return None
    return tag(
        "details",
        tag("summary", "What each reader said"),
        [_reading(reader, reading, document) for reader, reading in sorted(finding.readings.items(), reverse=True)],
        open=True,
    )


def _reading(reader: str, reading: Reading, document: Document) -> Child:
    terms = "; ".join(f"{name}: {value_text(proof.value)}" for name, proof in reading.terms.items()) or "no terms"
    return [
        tag("p", "The rules" if reader == "rules" else "The model", class_="label"),
        tag("p", one_line(terms, 600)),
        tag("blockquote", one_line(reading.anchor.of(document.text), 400), class_="small"),
    ]
