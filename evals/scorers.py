"""What a review is worth against its gold: pure counts, which add up over cases. A share of nothing is None, not zero."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, fields

from app.domain.finding import Finding
from app.domain.report import Review
from app.domain.terms import STATUTORY_EXCEPTIONS, TERMS
from evals.gold import Case, Expectation, family
from evals.matching import Paper, concerns, meets, party, words

# Terms of which nothing said is as good as the expert's false.
_SILENT = frozenset(
    {
        "capped", "direct_losses_defined", "de_identified_only", "compelled_disclosure", "refund_of_prepaid_fees", "opt_out", "list",
        "listed", "warranty", "copyleft_permitted", "deletion_certified", "vendor_reminder",
    }
)  # fmt: skip
_SAME_WORDS = 0.6  # of the shorter text's words, for terms given as worded


@dataclass
class Counts:
    """Counts of one case or of many. Names in pairs: so many, out of so many."""

    must: int = 0
    must_found: int = 0
    walk_aways: int = 0
    walk_aways_found: int = 0
    alarms: int = 0  # flagged must-findings that the gold can judge
    alarms_right: int = 0
    acceptable: int = 0
    acceptable_flagged: int = 0
    forbidden: int = 0
    forbidden_flagged: int = 0
    met: int = 0
    verdicts_right: int = 0
    terms: int = 0
    terms_right: int = 0
    terms_silent: int = 0
    terms_invented: int = 0
    quotes: int = 0
    quotes_exact: int = 0
    redlines: int = 0  # flagged findings
    redlines_verified: int = 0
    labels: int = 0
    labels_found: int = 0
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def __add__(self, other: Counts) -> Counts:
        return Counts(**{each.name: getattr(self, each.name) + getattr(other, each.name) for each in fields(self)})


def share(part: int, whole: int) -> float | None:
    """A share, None where there is nothing to share."""
    return round(part / whole, 4) if whole else None


FIGURES: dict[str, tuple[str, str]] = {
    "must_recall": ("must_found", "must"),
    "walk_away_recall": ("walk_aways_found", "walk_aways"),
    "must_precision": ("alarms_right", "alarms"),
    "acceptable_flagged": ("acceptable_flagged", "acceptable"),
    "forbidden_flagged": ("forbidden_flagged", "forbidden"),
    "verdicts": ("verdicts_right", "met"),
    "terms": ("terms_right", "terms"),
    "terms_invented": ("terms_invented", "terms_silent"),
    "quotes_exact": ("quotes_exact", "quotes"),
    "redlines_verified": ("redlines_verified", "redlines"),
    "labels": ("labels_found", "labels"),
}
LOWER_IS_BETTER = frozenset({"acceptable_flagged", "forbidden_flagged", "terms_invented"})


def figures(counts: Counts) -> dict[str, float | None]:
    """The shares that people compare."""
    return {name: share(getattr(counts, part), getattr(counts, whole)) for name, (part, whole) in FIGURES.items()}


def score(case: Case, review: Review) -> Counts:
    """The counts of one case."""
    paper, findings = Paper(review.contract.text), review.findings
    flagged = [finding for finding in findings if finding.flagged]
    counts = Counts()
    _issues(case, flagged, paper, counts)
    _alarms(case, flagged, paper, counts)
    _verdicts_and_terms(case, findings, paper, counts)
    quoted = [finding for finding in findings if finding.quote is not None]
    counts.quotes = len(quoted)
    counts.quotes_exact = sum(finding.span is not None and finding.span.of(paper.text) == finding.quote for finding in quoted)
    counts.redlines = len(flagged)
    counts.redlines_verified = sum(finding.redline is not None and finding.redline.verified for finding in flagged)
    _labels(case, review, paper, counts)
    return counts


def _issues(case: Case, flagged: Iterable[Finding], paper: Paper, counts: Counts) -> None:
    for expectation in case.expected:
        if not expectation.is_issue:
            continue
        hits = [finding for finding in flagged if meets(finding, expectation, paper)]
        if expectation.priority == "must":
            found = any(finding.priority == "must" for finding in hits)
            counts.must += 1
            counts.must_found += found
            if not found:
                counts.missed.append(expectation.position)
        if expectation.walk_away:
            counts.walk_aways += 1
            counts.walk_aways_found += any(finding.walk_away for finding in hits)


def _alarms(case: Case, flagged: list[Finding], paper: Paper, counts: Counts) -> None:
    """Wrong alarms: flagged findings that rest on what the expert finds acceptable, or quote it from another place."""
    issues = [expectation for expectation in case.expected if expectation.is_issue]
    fine = [expectation for expectation in case.expected if not expectation.is_issue]
    rested: set[int] = set()
    for finding in flagged:
        right = any(meets(finding, issue, paper) for issue in issues)
        at = paper.paragraphs(finding.span)
        mine = [i for i, e in enumerate(fine) if concerns(finding, e.types, party(e.position, e.terms.get("by")))]
        known = any(concerns(finding, e.types, party(e.position, e.terms.get("by"))) for e in issues)
        here = {i for i in mine if at & paper.place(fine[i].quotes)}
        resting = set() if right else here or (set() if known else set(mine[:1]))
        rested |= resting
        forbidden = [f for f in case.forbidden if concerns(finding, frozenset({family(f.clause_type)})) and at & paper.place((f.quote,))]
        counts.forbidden_flagged += len(forbidden) if not right else 0
        if finding.priority == "must" and (right or resting or forbidden):
            counts.alarms += 1
            counts.alarms_right += right
            if not right:
                counts.wrong.append(finding.position)
    counts.acceptable, counts.acceptable_flagged, counts.forbidden = len(fine), len(rested), len(case.forbidden)


def _verdicts_and_terms(case: Case, findings: Iterable[Finding], paper: Paper, counts: Counts) -> None:
    for expectation in case.expected:
        near = [f for f in findings if concerns(f, expectation.types, party(expectation.position, expectation.terms.get("by")))]
        met = [finding for finding in near if meets(finding, expectation, paper)]
        if met:
            counts.met += 1
            counts.verdicts_right += any(_same_verdict(finding, expectation) for finding in met)
        for name, value in expectation.terms.items():
            said = [v for f in met or near if (v := _said(f, name)) is not None]
            if value is None:
                counts.terms_silent += 1
                counts.terms_invented += bool(said)
                continue
            quiet = bool(near) and not said and (value == [] or (value is False and name in _SILENT))
            counts.terms += 1
            counts.terms_right += quiet or any(same_term(expectation.clause_type, name, value, each) for each in said)


def _said(finding: Finding, name: str) -> object:
    proof = finding.terms.get(name)
    if name == "by":
        return party(finding.position, proof.value if proof else None)
    return None if proof is None else proof.value


def _same_verdict(finding: Finding, expectation: Expectation) -> bool:
    return finding.verdict == expectation.verdict


def same_term(clause_type: str, name: str, gold: object, said: object) -> bool:
    """Whether a term was read as the expert reads it. Lists are compared as sets, exceptions that statute makes anyway left out; what
    is given as worded by most of its words; numbers exactly."""
    term = TERMS[clause_type].get(name)
    if isinstance(gold, list | tuple):
        if not isinstance(said, tuple):
            return False
        one, other = ({_bare(each) for each in many if each not in STATUTORY_EXCEPTIONS} for many in (gold, said))
        return one == other
    if isinstance(gold, bool) or isinstance(said, bool):
        return gold is said or (term is not None and term.kind in ("text", "texts") and bool(gold) == bool(said))
    if isinstance(gold, int | float):
        return isinstance(said, int | float) and abs(gold - said) < 1e-6
    if term is not None and term.kind in ("text", "texts"):
        one, other = set(words(str(gold))), set(words(" ".join(said) if isinstance(said, tuple) else str(said)))
        return bool(one and other) and len(one & other) >= _SAME_WORDS * min(len(one), len(other))
    return str(gold).lower() == str(said).lower()


def _bare(item: object) -> str:
    return str(item).lower().replace(" ", "_").split("-")[0]


def _labels(case: Case, review: Review, paper: Paper, counts: Counts) -> None:
    """Labelled paragraphs that a reading of their type covers."""
    covered: dict[str, set[int]] = {}
    for reading in review.readings:
        covered.setdefault(family(reading.clause_type), set()).update(paper.paragraphs(reading.clause))
    for label in case.labels:
        if not label.optional:
            counts.labels += 1
            counts.labels_found += bool(paper.place((label.quote,)) & covered.get(family(label.clause_type), set()))
