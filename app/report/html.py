"""A review as one HTML file for counsel: opens without a network, holds no script, prints well, in light and dark.

The page's policy forbids everything but its own style sheet, which it names by hash; so even markup that found its way in could
load and run nothing.
"""

from __future__ import annotations

import hashlib
from base64 import b64encode
from importlib import resources

from app.domain.finding import PRIORITIES
from app.domain.report import Review
from app.report.finding_html import finding_card, glance, position_row
from app.report.markup import Markup, joined, tag
from app.report.places import Places
from app.report.shown import one_line
from app.report.summary import NO_PLAYBOOK, RULES_ALONE, head, in_reading_order
from app.report.tables_html import appendix


def as_html(review: Review) -> str:
    """The whole page."""
    style = _style()
    title = f"Review of {one_line(review.contract.document.name)}"
    places = Places(review.contract)
    body = tag("main", _top(review), _flagged(review, places), _others(review, places), appendix(review, places), _foot(review))
    page = tag(
        "html",
        tag(
            "head",
            tag("meta", charset="utf-8"),
            tag("meta", http_equiv="Content-Security-Policy", content=policy(style)),
            tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
            tag("meta", name="referrer", content="no-referrer"),
            tag("title", title),
            Markup(f"<style>{style}</style>"),
        ),
        tag("body", body),
        lang="en",
    )
    return f"<!doctype html>\n{page}\n"


def policy(style: str) -> str:
    """What the page may load: its own style sheet and nothing else."""
    digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _style() -> str:
    return resources.files("app.report").joinpath("report.css").read_text("utf-8")


def _top(review: Review) -> Markup:
    """Title, first facts, counts, and what must be known before anything else is read."""
    first = {name: value for name, value in head(review).items() if name != "Result"}
    warnings = list(review.contract.document.warnings)
    if review.engine.model is None:
        warnings.append(f"Read by {RULES_ALONE}: deterministic rules found and judged all that follows.")
    if review.playbook.chosen == "none":
        warnings.append(NO_PLAYBOOK[0].upper() + NO_PLAYBOOK[1:] + ".")
    if review.gaps:
        warnings.append(f"{len(review.gaps)} parts of the work were not done; they are listed below.")
    return tag(
        "section",
        tag("p", "Counterclause review", class_="kicker"),
        tag("h1", one_line(review.contract.document.name)),
        tag("dl", [(tag("dt", name), tag("dd", value)) for name, value in first.items()], class_="facts"),
        None if review.playbook.chosen == "none" else _counts(review),
        [tag("p", warning, class_="notice") for warning in warnings],
    )


def _counts(review: Review) -> Markup:
    flagged = in_reading_order(review)
    cells = [("past a walk-away", sum(finding.walk_away for finding in flagged), "count walk")]
    cells += [(f"{priority} issues", sum(each.priority == priority for each in flagged), "count") for priority in PRIORITIES]
    return tag("div", [tag("div", tag("b", str(count)), name, class_=kind) for name, count, kind in cells], class_="counts")


def _flagged(review: Review, places: Places) -> Markup | None:
    if review.playbook.chosen == "none":
        return None
    flagged = in_reading_order(review)
    if not flagged:
        return tag("section", tag("h2", "Flagged"), tag("p", "Every position is at least at its fallback.", class_="faint"))
    cards = [finding_card(finding, review.contract.document, places) for finding in flagged]
    return joined([tag("section", tag("h2", "At a glance"), glance(flagged, places)), tag("section", tag("h2", "Flagged"), cards)])


def _others(review: Review, places: Places) -> Markup | None:
    others = [finding for finding in review.findings if not finding.flagged]
    if not others:
        return None
    header = tag("tr", [tag("th", name) for name in ("Position", "Verdict", "Where", "What it says")])
    return tag(
        "section",
        tag("h2", "Acceptable, or settled elsewhere"),
        tag("table", tag("thead", header), tag("tbody", [position_row(finding, places) for finding in others])),
    )


def _foot(review: Review) -> Markup:
    engine, usage, document = review.engine, review.usage, review.contract.document
    lines: list[str] = [
        f"Document SHA-256 {document.sha256}",
        f"Playbook {review.playbook.id} {review.playbook.version}, SHA-256 {review.playbook.sha256 or 'none'}",
        f"Rules version {engine.rules_version}; model {one_line(engine.model or 'none')}",
        *(f"Prompt {one_line(name)}, SHA-256 {sha256}" for name, sha256 in sorted(engine.prompts.items())),
    ]
    if usage.calls:
        cost = "" if usage.cost is None else f", cost {usage.cost:.4f}"
        lines.append(f"{usage.calls} calls, {usage.prompt_tokens:,} tokens in, {usage.completion_tokens:,} out{cost}")
    return tag("footer", joined([tag("p", tag("code", line), class_="faint small") for line in lines]))
