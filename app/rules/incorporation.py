"""Papers that a contract incorporates and that aren't here: a processing agreement behind a link, a master agreement above an order.

What such a paper is apt to hold can't be claimed missing: it may stand there. Only a paper that the text makes part of the deal in
words counts, and only if no schedule or heading of the document is that paper.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.span import Span
from app.rules.reading.passage import Passage, Sentence
from app.rules.reading.pattern import Pattern, phrase

INCORPORATES = phrase(
    r"incorporated (?:herein |in(?:to)? (?:this|the) [a-z]+ )?by (?:this )?reference|incorporates? by reference|forms? (?:an integral )?part of (?:this|the|our)|"
    r"(?:is|are) (?:hereby )?made (?:a )?part of|(?:is|are) governed by|(?:is|are) subject to|applies? to|apply to|(?:have|has) (?:entered into|signed)|under the terms of|"
    r"(?:entered into|made|issued|placed) under|pursuant to|in accordance with"
)
LINK = phrase(r"https?://[^ ]+|www\.[^ ]+|[a-z0-9-]+\.(?:com|org|net|io|example|ai)/[^ ]*")
CHANGEABLE = phrase(
    r"as (?:updated|amended|revised|modified)|from time to time|(?:then[- ])?current version|may (?:update|change|revise|modify|amend)"
)

_DATA = ("data_protection", "security_incident", "subprocessors", "data_residency", "data_return")
PAPERS: tuple[tuple[Pattern, tuple[str, ...], tuple[str, ...]], ...] = (
    (phrase(r"data (?:processing|protection) (?:agreement|addendum|terms)|dpa"), _DATA, ("data processing", "data protection", "processing on behalf", "dpa")),
    (phrase(r"service level (?:agreement|terms|policy)|sla"), ("service_levels", "support"), ("service level", "sla", "availability")),
    (phrase(r"acceptable use policy|usage policy|use policy"), ("acceptable_use",), ("acceptable use", "use policy")),
    (
        phrase(r"master (?:[a-z]+ ){0,3}agreement|framework agreement|msa|(?:main|head) agreement"),
        ("liability_cap", "indemnity", "confidentiality", "ip_assignment", "background_ip", "termination_for_cause", "termination_for_convenience",
         "warranty_duration", "acceptance", "governing_law", "assignment", "open_source", "insurance", *_DATA),
        ("master", "framework", "msa"),
    ),
)  # fmt: skip


@dataclass(frozen=True)
class Incorporated:
    """A paper that is part of the deal and not here: the words that make it so, the clause types that it is apt to hold, and whether
    the other side may change it."""

    types: tuple[str, ...]
    span: Span
    changeable: bool


def read_incorporated(passages: Sequence[Passage]) -> tuple[Incorporated, ...]:
    """The papers that a contract incorporates and does not contain, in order."""
    headings = " | ".join(passage.heading for passage in passages)
    opening = passages[0].words.split("\n")[0] if passages else ""
    found = []
    for passage in passages:
        for sentence in passage.sentences:
            if sentence.has(INCORPORATES):
                found += [each for paper in PAPERS if (each := _paper(sentence, paper, headings, opening)) is not None]
    return tuple(found)


def _paper(sentence: Sentence, paper: tuple[Pattern, tuple[str, ...], tuple[str, ...]], headings: str, opening: str) -> Incorporated | None:
    name, types, titles = paper
    hit = sentence.find(name)
    if hit is None or hit.negated or any(title in headings or title in opening for title in titles):
        return None
    linked = sentence.find(LINK)
    if linked is None and not sentence.has(phrase("by reference|part of|master|framework|msa|separate|separately")):
        return None
    return Incorporated(types, sentence.span, linked is not None or sentence.has(CHANGEABLE))
