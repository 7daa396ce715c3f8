"""Redlines proposed for a finding, best first: a figure changed where figures are all that is wrong, else the library's wording.

A proposal is a set of edits. None is accepted here: `verify` reads them again. A numbered clause is never removed whole, since the
numbers after it, and the references to them, would move.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.compare.words import split_words, word_edits
from app.domain.contract import Clause, Contract
from app.domain.edit import Edit
from app.domain.finding import Finding, Source
from app.domain.reading import Proof
from app.domain.span import Span
from app.playbook.conditions import Item, Test
from app.playbook.derived import SOURCES
from app.playbook.position import Position
from app.redline.numbers import restated
from app.redline.wording import Wording, fill, library
from app.segment.sentences import quotable, split_sentences

_UNITS = {"_days": "day", "_months": "month", "_hours": "hour", "_percent": "percent", "months": "month"}
_LONGEST_FIGURE = 80  # characters of a proof that is a quantity and not a sentence
_SHARED = 0.5  # with fewer words in common than this a new sentence reads better than changed words


@dataclass(frozen=True)
class Proposal:
    """Edits for one finding, and where they come from."""

    edits: tuple[Edit, ...]
    source: Source


def propose(
    contract: Contract, position: Position, finding: Finding, values: Mapping[str, object], anchors: Sequence[Span] = ()
) -> tuple[Proposal, ...]:
    """The proposals for a flagged finding, best first; none where the library has no words for it.

    `values` are the terms, derived ones and facts that the finding was judged by, `anchors` the passages that are of its type.
    """
    found = []
    figures = _figures(contract, position, finding, values)
    if figures:
        found.append(Proposal(figures, "template"))
    wording = library().get(position.wording or "")
    if wording is not None and finding.span is None:
        found.append(Proposal(_inserted(contract, wording), "library"))
    elif wording is not None:
        main, new = _target(contract, finding, wording, anchors)
        rewritten = _rewritten(contract.text, main, new)
        full = (*rewritten, *_rest(contract, position, finding, values, main, rewritten))
        found += [Proposal(edits, "library") for edits in dict.fromkeys((full, tuple(rewritten), _inserted(contract, wording)))]
    return tuple(proposal for proposal in found if proposal.edits)


def mend(contract: Contract, proposal: Proposal, edits: Sequence[Edit], standing: Finding) -> Proposal | None:
    """A proposal extended by striking the sentence on which its position still rests after all `edits`; None where that is a table's, a
    definition's, or one that the edits brought in."""
    if standing.span is None:
        return None
    place = _before_edits(edits, standing.span)
    if place is None or _kind(contract, place) != "clause":
        return None
    sentence = _whole_sentence(contract.text, _paragraph(contract, place), place)
    if any(sentence.overlaps(edit.span) for edit in edits):
        return None
    return Proposal((*proposal.edits, *_struck(contract, sentence)), proposal.source)


def _before_edits(edits: Sequence[Edit], span: Span) -> Span | None:
    """Where a span of the changed text stood before the edits; None for one that they made."""
    shift = 0
    for edit in sorted(edits, key=lambda edit: (edit.span.start, edit.span.end)):
        start = edit.span.start + shift
        if span.end <= start:
            break
        if span.start < start + len(edit.replacement):
            return None
        shift += len(edit.replacement) - len(edit.span)
    return span.shifted(-shift)


def _offending(position: Position, finding: Finding, values: Mapping[str, object]) -> list[Test]:
    """The tests that make it what it is: of all walk-aways that hold, and of the least accepted item that is closest to being met."""
    tests = [test for item in position.walk_away if item.holds(values) for test in item.tests]
    closest = min(position.least, key=lambda item: len(item.unmet(values)), default=Item(()))
    return list(dict.fromkeys([*tests, *closest.unmet(values)]))


def _proofs(test: Test, finding: Finding) -> list[tuple[str, Proof]]:
    return [(name, finding.terms[name]) for name in (test.term, *SOURCES.get(test.term, ())) if name in finding.terms]


# --- figures ---


def _figures(contract: Contract, position: Position, finding: Finding, values: Mapping[str, object]) -> tuple[Edit, ...]:
    """Edits of the figures alone, where those would do: every failing test is a limit with a figure in the text."""
    for item in (*position.fallback[:1], *position.preferred[:1]):
        unmet = item.unmet(values)
        edits = [_figure(contract, test, finding) for test in unmet]
        if unmet and all(edits):
            return tuple(edit for each in edits if each for edit in each)
    return ()


def _figure(contract: Contract, test: Test, finding: Finding) -> list[Edit] | None:
    limits = {name: value for name, value in test.operators if name in ("min", "max") and isinstance(value, int | float)}
    proofs = _proofs(test, finding)
    if len(limits) != 1 or not proofs:
        return None
    limit = float(next(iter(limits.values())))
    name, proof = proofs[0]
    unit = next((unit for suffix, unit in _UNITS.items() if (test.term if test.term.startswith("cap_") else name).endswith(suffix)), None)
    old = proof.span.of(contract.text)
    if unit is None or len(old) > _LONGEST_FIGURE or "\n" in old:
        return None
    new = restated(old, limit, unit)
    return word_edits(proof.span.start, old, new) if new and new != old else None


# --- library wording ---


def _rest(
    contract: Contract, position: Position, finding: Finding, values: Mapping[str, object], main: Span, made: Sequence[Edit]
) -> list[Edit]:
    """What is wrong beside the sentence that gives way: other sentences of its clause are struck, figures elsewhere (a table) changed."""
    edits: list[Edit] = []
    for test in _offending(position, finding, values):
        for _, proof in _proofs(test, finding):
            span = _whole_sentence(contract.text, _paragraph(contract, proof.span), proof.span)
            taken = [main, *(edit.span for edit in (*made, *edits))]
            if any(span.overlaps(other) for other in taken):
                continue
            if _same_clause(contract, span, main):
                edits += _struck(contract, span)
            elif _kind(contract, span) in ("table_row", "definition"):
                edits += [edit for edit in _figure(contract, test, finding) or [] if not any(edit.span.overlaps(o) for o in taken)]
    return edits


def _target(contract: Contract, finding: Finding, wording: Wording, anchors: Sequence[Span]) -> tuple[Span, str]:
    """Which sentence gives way, and to what: an operative one to the wording's text. A definition keeps defining: it gives way only to
    wording that is one, else the clause's operative sentence does."""
    assert finding.span is not None
    places = [place for place in (finding.span, finding.anchor, *anchors) if place is not None]
    defined = next((d for d in contract.definitions if d.body.overlaps(finding.span) or d.name.overlaps(finding.span)), None)
    if defined is not None and wording.definition and _kind(contract, finding.span) == "definition":
        words = fill(wording.definition.replace("{defined}", defined.name.of(contract.text)), contract)
        return _whole_sentence(contract.text, _paragraph(contract, finding.span), finding.span), words
    place = operative(contract, places)
    return _whole_sentence(contract.text, _paragraph(contract, place), place), fill(wording.text, contract)


def operative(contract: Contract, places: Sequence[Span]) -> Span:
    """The first of these passages that isn't a definition or a table's row, for those say nothing by themselves; else the first."""
    return next((place for place in places if _kind(contract, place) not in ("definition", "table_row")), places[0])


def _kind(contract: Contract, span: Span) -> str:
    clause = clause_at(contract, span.start)
    return clause.kind if clause is not None else "other"


def _paragraph(contract: Contract, span: Span) -> Span:
    document = contract.document
    return document.paragraphs[document.paragraph_at(span.start)].span


def _whole_sentence(text: str, paragraph: Span, span: Span) -> Span:
    """The sentences that a passage touches, whole, within its paragraph."""
    touched = [each for each in split_sentences(text, paragraph) if each.overlaps(span)]
    if not touched:
        return quotable(text, paragraph, span)
    return Span(touched[0].start, touched[-1].end)


def _rewritten(text: str, span: Span, new: str) -> list[Edit]:
    """A sentence put in another's place: by its words where most stay, else as a whole."""
    old = span.of(text)
    kept = set(split_words(old.lower())) & set(split_words(new.lower()))
    words = [word for word in split_words(new.lower()) if word.strip()]
    if words and sum(word in kept for word in words) >= _SHARED * len(words):
        return word_edits(span.start, old, new)
    return [Edit(span, new)] if old != new else []


def _struck(contract: Contract, span: Span) -> list[Edit]:
    """A sentence struck; alone in its paragraph it leaves "Not used.", so that numbers after it stay."""
    text, paragraph = contract.text, _paragraph(contract, span)
    before = text[paragraph.start : span.start].strip()
    after = text[span.end : paragraph.end].strip()
    if not after and (not before or len(before) <= 12):
        return [Edit(span, "Not used.")]
    end = span.end
    while end < paragraph.end and text[end] == " ":
        end += 1
    start = span.start
    if end == paragraph.end:
        while start > paragraph.start and text[start - 1] == " ":
            start -= 1
    return [Edit(Span(start, end), "")]


def _same_clause(contract: Contract, one: Span, other: Span) -> bool:
    """Whether two passages stand in one clause or under one heading, in running text."""
    a, b = (clause_at(contract, span.start) for span in (one, other))
    return (
        a is not None
        and b is not None
        and "table_row" not in (a.kind, b.kind)
        and (a.id == b.id or (a.parent is not None and a.parent == b.parent))
    )


def clause_at(contract: Contract, offset: int) -> Clause | None:
    """The innermost clause that holds an offset."""
    holding = [clause for clause in contract.clauses if clause.span.start <= offset < clause.span.end]
    return max(holding, key=lambda clause: clause.level, default=None)


# --- clauses that are missing ---


def _inserted(contract: Contract, wording: Wording) -> tuple[Edit, ...]:
    """The wording as a new paragraph, at the end of the section where it belongs or before the signatures."""
    place = _place(contract, wording)
    return () if place is None else (Edit(Span(place, place), "\n" + fill(wording.text, contract)),)


def _place(contract: Contract, wording: Wording) -> int | None:
    """The end of the paragraph after which a missing clause goes: the last clause of the section whose heading shares most words
    with the wording's, else the last clause of the main part."""
    prose = [c for c in contract.clauses if c.kind == "clause" and not c.children and _in_body(contract, c)]
    if not prose:
        return None
    wanted = set(wording.heading.lower().split())

    def shared(clause: Clause) -> int:
        headings: Sequence[str] = (*clause.path, clause.heading or "")
        return max((len(wanted & set(heading.lower().split())) for heading in headings), default=0)

    best = max(shared(clause) for clause in prose)
    among = [clause for clause in prose if shared(clause) == best] if best else [c for c in prose if not _scheduled(c)] or prose
    return _paragraph(contract, Span(max(among[-1].span.end - 1, 0), among[-1].span.end)).end


def _in_body(contract: Contract, clause: Clause) -> bool:
    paragraph = contract.document.paragraphs[contract.document.paragraph_at(clause.span.start)]
    return paragraph.story == "body" and paragraph.cell is None


def _scheduled(clause: Clause) -> bool:
    return any(heading.lower().startswith(("schedule", "exhibit", "annex", "appendix", "attachment")) for heading in clause.path)
