"""What every form of the report says first: the lines at its head, and its flagged findings in the order in which to read them."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.contract import Party
from app.domain.finding import PRIORITIES, Finding
from app.domain.report import Review
from app.report.places import Places
from app.report.shown import one_line

RULES_ALONE = "rules alone (no model is configured)"
NO_PLAYBOOK = "none of the bundled playbooks fits this paper: clauses are labelled, nothing is judged or called missing"


@dataclass(frozen=True)
class Row:
    """A flagged finding as one row of a table, every cell on one line."""

    priority: str
    walk_away: bool
    title: str
    verdict: str
    where: str
    quote: str
    ask: str
    redline: str


def in_reading_order(review: Review) -> list[Finding]:
    """The flagged findings: walk-aways first, then by priority, then in the playbook's order."""
    flagged = [finding for finding in review.findings if finding.flagged]
    return sorted(flagged, key=lambda finding: (not finding.walk_away, PRIORITIES.index(finding.priority)))


def rows(review: Review, longest: int = 240) -> list[Row]:
    """The flagged findings as rows; a quote or an ask is cut to `longest` characters."""
    places = Places(review.contract)
    return [
        Row(
            priority=finding.priority,
            walk_away=finding.walk_away,
            title=one_line(finding.title),
            verdict=finding.verdict + _disputed(finding),
            where=one_line(places.cite(finding.span), 24) or "-",
            quote=one_line(finding.quote or "", longest),
            ask=one_line(finding.ask, longest),
            redline=redline_of(finding),
        )
        for finding in in_reading_order(review)
    ]


def verdict_of(finding: Finding) -> str:
    """The verdict in words that counsel uses."""
    return ("walk-away, " if finding.walk_away and finding.flagged else "") + finding.verdict + _disputed(finding)


def _disputed(finding: Finding) -> str:
    return ", readers differ" if finding.provenance == "conflict" else ""


def redline_of(finding: Finding) -> str:
    if finding.redline is None:
        return "none"
    after = f", then {finding.redline.verdict_after}" if finding.redline.verdict_after else ""
    return ("verified" if finding.redline.verified else "unverified") + after


def head(review: Review) -> dict[str, str]:
    """The first facts of a report, by name: what was read, for whom, by what, and with which result."""
    document, playbook, engine = review.contract.document, review.playbook, review.engine
    size = f"{document.pages} pages" if document.pages else f"{len(document.text):,} characters"
    lines = {
        "Document": f"{one_line(document.name)} ({document.format}, {size})",
        "Parties": "; ".join(_party(party) for party in review.contract.parties) or "not found",
        "Playbook": NO_PLAYBOOK if playbook.chosen == "none" else f"{playbook.id} {playbook.version}, {_chosen(review)}",
        "Read by": RULES_ALONE if engine.model is None else f"rules and the model {one_line(engine.model)}",
    }
    if playbook.chosen != "none":
        lines["Result"] = result(review)
    return lines


def result(review: Review) -> str:
    """The counts in one line."""
    flagged = in_reading_order(review)
    if not flagged:
        return f"nothing flagged in {len(review.findings)} positions"
    counts = [f"{sum(finding.priority == priority for finding in flagged)} {priority}" for priority in PRIORITIES]
    walk_aways = sum(finding.walk_away for finding in flagged)
    return f"{len(flagged)} flagged of {len(review.findings)} positions: {', '.join(counts)}; {walk_aways} past a walk-away"


def notes(review: Review) -> list[str]:
    """What a reader must not overlook beside the table, each on one line."""
    lines = [f"Warning: {one_line(warning)}" for warning in review.contract.document.warnings]
    lines += [f"{seen.kind.capitalize()}: {one_line(seen.title)}: {one_line(seen.quote, 160)}" for seen in review.observations]
    for each in sorted(review.deadlines, key=lambda deadline: deadline.date):
        lines.append(f"Deadline: {each.date.isoformat()} {one_line(each.kind.replace('_', ' '))} ({one_line(each.computed_from, 160)})")
    lines += [f"Not done: {one_line(gap.stage)}: {one_line(gap.reason, 200)}" for gap in review.gaps]
    if review.rejected:
        lines.append(f"Rejected: {len(review.rejected)} claims of the model that the text doesn't bear out")
    return lines


def _party(party: Party) -> str:
    return f"{one_line(party.name)} ({party.role})" if party.role else one_line(party.name)


def _chosen(review: Review) -> str:
    how = {"named": "as asked", "automatic": "chosen to fit", "none": ""}[review.playbook.chosen]
    return f"{how}, for the {review.playbook.side}" if review.playbook.side != "either" else f"{how}, for either side"
