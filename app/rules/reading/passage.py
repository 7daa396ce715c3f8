"""What rules may ask of a clause: is a phrase here, is it negated, who acts, which figure goes with it, what its terms mean.

A passage is a clause with its list items. Everything found is a `Stretch` of the folded text that can prove a value: its
`span` covers the document's own characters.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from app.domain.contract import Clause
from app.domain.reading import Proof, Reading
from app.domain.span import Span
from app.domain.terms import Value
from app.rules.reading.numbers import Day, Duration, Money, Quantity
from app.rules.reading.pattern import Pattern, expression, phrase
from app.rules.reading.view import Q, View

# "no less than" and the like bound a figure; they deny nothing.
NEGATION = phrase(
    r"not|no|never|neither|nor|NEITHER|without|cannot|none|nobody|nothing|(?:refrain|abstain|desist|forbear|keep|shy away|stay away|hold back|hold off|steer clear)(?:s|ed|ing)? (?:from|of)(?: (?:all|any))?|forbidden|barred from|[a-z]+n't|prohibited from|"
    r"(?:un|not )able to|is free of|rather than|instead of"
)
BOUND = phrase(
    r"(?:not|no) (?:less|more|later|fewer|earlier|longer|sooner|greater|other) than|not (?:to )?exceed(?:ing)?|not only|"
    r"not limited to|without limit(?:ation|ing)|not (?:be )?unreasonably|without prejudice|notwithstanding|whether or not|no matter|(?:not|no) (?:less|more|fewer) (?:often|frequently|seldom|rarely)(?: than)?|"
    r"not later than|at no (?:extra |additional )?(?:charge|cost)|without (?:(?:undue|unreasonable|any|further|culpable) )?delay|not withstanding|"
    r"(?:or )?for none(?: at all)?|or none(?: at all)?|(?:or )?(?:for )?no (?:reason|cause)(?: at all)?|with or without"
)
EXCEPTION = phrase(
    r"except|excepting|excluding|other than|save|saving|unless|apart from|with the exception of|but not|provided(?:, however,)? that|"
    r"to the exclusion of|otherwise than|aside from|does not apply to|do not apply to|shall not apply to"
)
# "If it is not paid, VENDOR may suspend": the condition ends at the comma, what follows is said of something else.
CONDITION = phrase(
    r"so that|in order that|because|since|although|though|if|where|when|should|unless|once|in case|in the event|as long as|so long as|whenever|failing|as soon as"
)
NEW_SUBJECT = ("the ", "a ", "an ", "this ", "it ", "they ", "another ", "such ", "all ", "each ", "any ", "our ")
AND_THEN = phrase(r"and (?:then |also )?(?:shall|will|may|must|can|is|are|has|have|pays|owes|bears|keeps|receives|gets)")
GOES_ON = phrase(r"may|shall|will|can|must|is|are|has|have|it|they|CUSTOMER|VENDOR|EITHER|OTHER|the other|ends|terminates|then")
# "CUSTOMER data" is a thing of the customer's, like "CUSTOMER's data".
_ROLE = expression(
    r"(?P<role>CUSTOMER|VENDOR|EITHER|NEITHER|OTHER|DISCLOSER|RECIPIENT)"
    r"(?P<owns>'s|'\B| (?:data|content|information|materials?|models?|systems?|property|technology|group|affiliates?|products?|premises|software|works?|records)\b)?"
)
_AFTER_PREPOSITION = phrase(r"(?:to|by|of|for|with|against|from|upon|on|between|towards|than|and|or|at|under|in)(?: the)?")


@dataclass(frozen=True)
class Stretch:
    """A part of the folded text. Equal when it is the same part of the same view."""

    view: View = field(repr=False, compare=False)
    at: Span

    @property
    def words(self) -> str:
        """Its folded text."""
        return self.view.text[self.at.start : self.at.end].decode("ascii")

    @property
    def span(self) -> Span:
        """What it stands for in the document."""
        return self.view.document_span(self.at)

    def proves(self, value: Value | list[str] | None) -> Proof | None:
        """A term's value with this stretch as its proof; None for None, so that a silent term stays silent."""
        return None if value is None else Proof(_plain(value), self.span)

    def hits(self, *patterns: Pattern) -> list[Hit]:
        """All matches of any of the patterns, in order."""
        found = [Hit(self.view, m.at, m.groups) for pattern in patterns for m in self.view.matches(pattern, self.at)]
        return sorted(found, key=lambda hit: (hit.at.start, -hit.at.end)) if len(patterns) > 1 else found

    def find(self, *patterns: Pattern) -> Hit | None:
        """The first match of any of the patterns."""
        hits = self.hits(*patterns)
        return hits[0] if hits else None

    def has(self, *patterns: Pattern) -> bool:
        """Whether every one of the patterns matches somewhere in it."""
        for pattern in patterns:  # noqa: SIM110 - a loop, for nothing is asked more often
            if not self.view.holds(pattern, self.at):
                return False
        return True

    def affirms(self, pattern: Pattern) -> Hit | None:
        """The first match that is neither negated nor in an exception."""
        return next((hit for hit in self.hits(pattern) if not hit.negated and not hit.excepted), None)

    def denies(self, pattern: Pattern) -> Hit | None:
        """The first match that is negated."""
        return next((hit for hit in self.hits(pattern) if hit.negated), None)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Its sentences; for a part of one, the sentence that holds it."""
        whole = self.view.sentences_in(self.at)
        return tuple(Sentence(self.view, at) for at in whole or (self.view.sentence_at(self.at.start),))

    def sentences_with(self, *patterns: Pattern) -> tuple[Sentence, ...]:
        """Its sentences in which every one of the patterns matches."""
        return tuple(sentence for sentence in self.sentences if sentence.has(*patterns))

    def _within(self, quantities: list[Q]) -> list[Q]:
        return self.view.within(quantities, self.at)

    @property
    def durations(self) -> list[Duration]:
        return self._within(self.view.durations)

    @property
    def percents(self) -> list[Quantity]:
        return self._within(self.view.percents)

    @property
    def money(self) -> list[Money]:
        return self._within(self.view.money)

    @property
    def dates(self) -> list[Day]:
        return self._within(self.view.dates)

    def place(self, quantity: Quantity | Day) -> Stretch:
        """The stretch of a quantity, to prove a value with."""
        return Stretch(self.view, quantity.at)

    def before(self, hit: Stretch) -> Stretch:
        return Stretch(self.view, Span(self.at.start, max(self.at.start, hit.at.start)))

    def after(self, hit: Stretch) -> Stretch:
        return Stretch(self.view, Span(min(hit.at.end, self.at.end), self.at.end))


def _plain(value: Value | list[str]) -> Value:
    return tuple(value) if isinstance(value, list) else value


class Sentence(Stretch):
    """One sentence."""


@dataclass(frozen=True)
class Hit(Stretch):
    """A match, with its named groups as folded text."""

    groups: dict[str, str] = field(default_factory=dict, compare=False)

    @cached_property
    def sentence(self) -> Sentence:
        return Sentence(self.view, self.view.sentence_at(self.at.start))

    @cached_property
    def negated(self) -> bool:
        """Whether a "not", "no", "neither party" or the like governs it: before it, with no comma or "but" between (a list of
        alternatives, "shall not sell, rent or lend", is one reach: commas in it are followed by no new subject)."""
        reach = self.sentence.before(self)
        words = reach.words
        cut = max(
            (words.rfind(stop) + len(stop) for stop in ("; ", ": ", " but ", ". ", " provided ", " except ", " unless ") if stop in words),
            default=0,
        )
        near = Stretch(self.view, Span(max(reach.at.start + cut, reach.at.end - 160), reach.at.end))
        roles = near.hits(_ROLE)
        bounds = near.hits(BOUND)
        for negation in near.hits(NEGATION):
            if any(bound.at.overlaps(negation.at) for bound in bounds):
                continue
            between = near.after(negation)
            turned = any(
                role.at.start >= between.at.start
                and not role.groups.get("owns")
                and between.before(role).words.rstrip().endswith((",", " and", " or", " and that", ", that"))
                for role in roles
            )
            if not turned and not self._outside(negation, between):
                return True
        return False

    def _outside(self, negation: Hit, between: Stretch) -> bool:
        """Whether a negation is only that of a condition or of a phrase put in before it: "at once, and with no warning, interrupt"."""
        said = between.words
        ahead = self.sentence.before(negation)
        condition = next(iter(ahead.hits(CONDITION)[-1:]), None)
        if condition is not None and "," in said and not set(",;") & set(ahead.after(condition).words):
            rest = Stretch(self.view, Span(between.at.start + said.index(",") + 1, self.at.end))
            if (
                rest.before(self).has(GOES_ON)
                or rest.words.strip().startswith(NEW_SUBJECT)
                or ahead.before(condition).words.rstrip().endswith(",")
            ):
                return True
        phrase_only = negation.words == "without" or ahead.words.endswith(("with ", "on ", "at ", "by "))
        return phrase_only and ("," in said or between.has(AND_THEN)) and not self.words.split()[0].endswith("ing")

    @cached_property
    def excepted(self) -> bool:
        """Whether it stands in an exception ("except", "other than", "unless", "provided that") of its sentence."""
        before = self.sentence.before(self)
        exceptions = [each for each in before.hits(EXCEPTION) if not self._opens(each)]
        return bool(exceptions) and ";" not in before.after(exceptions[-1]).words

    def _opens(self, exception: Hit) -> bool:
        """Whether an exception opens the sentence and ends at its comma: "Unless otherwise agreed, the term renews"."""
        before = self.sentence.before(self)
        return len(before.before(exception).words.strip()) < 14 and "," in before.after(exception).words

    @cached_property
    def actor(self) -> str | None:
        """Who acts at it: "customer", "vendor", "either", "neither", "other", "discloser", "recipient", None where nobody is named.

        The last role before it that isn't owned by or object of something ("VENDOR's data", "to CUSTOMER"), else the role
        after a following "by" ("shall be paid by CUSTOMER").
        """
        before = self.sentence.before(self)
        for role in reversed(before.hits(_ROLE)):
            if role.groups.get("owns"):
                continue
            ahead = before.before(role).words.rstrip()
            if ahead and any(
                ahead.endswith(" " + hit.words) or ahead == hit.words for hit in before.before(role).hits(_AFTER_PREPOSITION)[-1:]
            ):
                continue
            return role.groups["role"].lower()
        by = self.sentence.after(self).find(expression_by)
        return by.groups["role"].lower() if by else None

    def nearest(self, quantities: Sequence[Q], *, within: int = 200) -> Q | None:
        """The quantity closest to it, at most so many characters away; one after it is preferred at equal distance."""

        def distance(quantity: Q) -> int:
            if quantity.at.start >= self.at.end:
                return quantity.at.start - self.at.end
            return max(0, self.at.start - quantity.at.end) + 1

        near = [quantity for quantity in quantities if distance(quantity) <= within]
        return min(near, key=distance, default=None)


expression_by = expression(r"\bby (?:the |an? )?(?P<role>CUSTOMER|VENDOR|EITHER|NEITHER|OTHER|DISCLOSER|RECIPIENT)\b")


@dataclass(frozen=True)
class Passage(Stretch):
    """A clause with its list items, as rules read it."""

    clause: Clause = field(compare=False)
    paper: Passages = field(repr=False, compare=False)

    @cached_property
    def heading(self) -> str:
        """Its own heading and those above it, folded, innermost first: "termination for cause | term and termination"."""
        titles = [title for title in (self.clause.heading, *reversed(self.clause.path)) if title]
        return " | ".join(dict.fromkeys(" ".join(title.lower().split()) for title in titles))

    def titled(self, *words: str) -> bool:
        """Whether a heading of it holds one of the words."""
        return any(word in self.heading for word in words)

    @cached_property
    def is_title(self) -> bool:
        """Whether it is a heading and no more, whatever its layout made of it."""
        title = self.clause.heading
        own = self.clause.own.of(self.view.contract.text).strip()
        return self.clause.kind in ("heading", "title") or bool(title and self.clause.children and len(own) <= len(title) + 16)

    @cached_property
    def definitions(self) -> tuple[Passage, ...]:
        """The passages that define the terms it uses, and the rows of tables that give their values; those that these use, after them."""
        return self.paper.definitions_of(self)

    @cached_property
    def siblings(self) -> tuple[Passage, ...]:
        """The other passages under the same heading, in order."""
        return tuple(p for p in self.paper.all if p.clause.parent == self.clause.parent and p is not self and p.clause.parent)

    @cached_property
    def referred(self) -> tuple[Passage, ...]:
        """The passages that its cross references lead to."""
        return self.paper.referred_by(self)

    @cached_property
    def referring(self) -> tuple[Passage, ...]:
        """The passages that refer to it or to a clause above it by number."""
        return self.paper.referring_to(self)

    @cached_property
    def wide(self) -> tuple[Stretch, ...]:
        """Itself and its definitions: where a figure of the clause may stand."""
        return (self, *self.definitions)

    def reading(self, clause_type: str, anchor: Stretch, **terms: Proof | None) -> Reading:
        """A reading of this passage; terms that are None are left out."""
        proofs = {name: proof for name, proof in terms.items() if proof is not None}
        return Reading(clause_type, self.span, anchor.span, proofs)


class Passages:
    """All passages of a view, and how they hang together."""

    def __init__(self, view: View) -> None:
        self.view = view
        clauses = view.clauses
        self.all: tuple[Passage, ...] = tuple(self._cut(view.contract.clauses, clauses))
        self._by_clause = {}
        for passage in self.all:
            for clause_id in self._below(passage.clause, clauses):
                self._by_clause[clause_id] = passage
        self._defined = self._definitions()

    def _cut(self, all_clauses: Iterable[Clause], by_id: dict[str, Clause]) -> Iterable[Passage]:
        """Clauses whose children are items of a list are one passage; others are one passage for their own words."""
        done: set[str] = set()
        for clause in all_clauses:
            if clause.id in done:
                continue
            whole = bool(clause.children) and self._is_list(clause, by_id)
            if whole:
                done.update(self._below(clause, by_id))
            span = clause.span if whole or not clause.children else clause.own
            at = self.view.at(span)
            if at.end > at.start:
                yield Passage(self.view, at, clause, self)

    def _is_list(self, clause: Clause, by_id: dict[str, Clause]) -> bool:
        text = self.view.contract.text
        lead = clause.own.of(text).rstrip()
        if clause.kind == "heading" or not lead:
            return False
        if by_id[clause.children[0]].kind == "definition":
            return False  # each definition is a passage of its own
        first = by_id[clause.children[0]].own.of(text).lstrip(" \t\v(")
        return lead.endswith((":", ",", ";", "-", "—", "–")) or first[:1].islower()

    def _below(self, clause: Clause, by_id: dict[str, Clause]) -> list[str]:
        return [clause.id, *(each for child in clause.children for each in self._below(by_id[child], by_id))]

    def _definitions(self) -> dict[str, list[Passage]]:
        """Passages by the defined term whose meaning or value they give, the term as it is written."""
        found: dict[str, list[Passage]] = {}
        for definition in self.view.contract.definitions:
            at = self.view.at(definition.body)
            if at.end <= at.start:
                continue
            holder = self.holding(at)
            if holder is not None:
                found.setdefault(definition.term, []).append(Passage(self.view, at, holder.clause, self))
        return found

    def holding(self, at: Span) -> Passage | None:
        """The passage that holds a stretch's start."""
        starts = self._starts
        index = bisect_right(starts, at.start) - 1
        return self.all[index] if index >= 0 else None

    @cached_property
    def _starts(self) -> list[int]:
        return [passage.at.start for passage in self.all]

    @cached_property
    def _uses(self) -> list[tuple[int, str]]:
        """Where each defined term is used in the document, in order: (offset, term); the longest term at a place counts."""
        if not self._defined:
            return []
        written = {term.upper(): term for term in self._defined} | {term: term for term in self._defined}  # clauses in capitals
        names = "|".join(re.escape(term) for term in sorted(written, key=len, reverse=True))
        return [(m.start(), written[m.group(1)]) for m in re.finditer(rf"\b({names})(?:s|es|S|’s|'s|’S)?\b", self.view.contract.text)]

    @cached_property
    def _use_offsets(self) -> list[int]:
        return [offset for offset, _ in self._uses]

    def terms_in(self, stretch: Stretch) -> tuple[tuple[Stretch, tuple[Passage, ...]], ...]:
        """The defined terms that a stretch uses, in order: where each stands, and the passages that give its meaning."""
        span = stretch.span
        used = self._uses[bisect_left(self._use_offsets, span.start) : bisect_left(self._use_offsets, span.end)]
        return tuple(
            (Stretch(self.view, self.view.at(Span(offset, offset + len(term)))), tuple(self._defined[term])) for offset, term in used
        )

    def definitions_of(self, passage: Passage, depth: int = 2) -> tuple[Passage, ...]:
        found: dict[tuple[int, int], Passage] = {}
        layer: list[Passage] = [passage]
        offsets = self._use_offsets
        for _ in range(depth):
            fresh: list[Passage] = []
            for each in layer:
                span = each.span
                used = self._uses[bisect_left(offsets, span.start) : bisect_left(offsets, span.end)]
                for _, term in used:
                    for meaning in self._defined[term]:
                        key = (meaning.at.start, meaning.at.end)
                        if key not in found and not passage.at.covers(meaning.at):
                            found[key] = meaning
                            fresh.append(meaning)
            layer = fresh
        return tuple(found.values())

    def referred_by(self, passage: Passage) -> tuple[Passage, ...]:
        span = passage.span
        targets = [r.target for r in self.view.contract.references if r.target and span.covers(r.span)]
        clauses = self.view.clauses
        found = [self._by_clause[id] for target in targets for id in self._below(clauses[target], clauses) if id in self._by_clause]
        return tuple(dict.fromkeys(p for p in found if p != passage))

    def referring_to(self, passage: Passage) -> tuple[Passage, ...]:
        return tuple(p for p in self.all if p != passage and any(passage == each for each in p.referred))
