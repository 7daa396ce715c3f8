"""Sentences of contract prose, as spans. A stop after an abbreviation, an initial or a number in a list ends nothing."""

from __future__ import annotations

import re

from app.domain.span import Span

_END = re.compile(r"""[.!?]["'”’)\]]*(?=\s+["'“‘(\[]?[A-Z0-9“‘§])|\v""")
_ABBREVIATED = re.compile(
    r"(?:\b(?:inc|ltd|co|corp|llc|no|nos|art|arts|sec|para|cl|st|mr|mrs|ms|dr|jr|sr|vs|v|approx|est|dept|univ|e\.g|i\.e|cf|al|etc"
    r"|u\.s|u\.s\.c|u\.k|a\.m|p\.m|b\.v|n\.v|s\.a|p\.c|l\.p|l\.l\.c)|\b[A-Za-z]|^\s*\(?[0-9]+(?:\.[0-9]+)*|^\s*\(?[ivxlc]+)$",
    re.IGNORECASE,
)
_TYPED_NUMBER = re.compile(r"\s*(?:(?:article|section|clause|§)\s?)?\(?(?:[0-9][0-9.]*[a-z]?|[a-z]|[ivxlc]+)[).:]*\t", re.IGNORECASE)
QUOTE_WORDS = 90  # a quote longer than this is cut to the part that proves the point


def split_sentences(text: str, span: Span) -> list[Span]:
    """The sentences of one paragraph, without the white space between them. A paragraph without a stop is one sentence; a number that
    was typed before a tab belongs to none."""
    found: list[Span] = []
    numbered = _TYPED_NUMBER.match(text, span.start, span.end)
    start = numbered.end() if numbered else span.start
    for match in _END.finditer(text, span.start, span.end):
        if match.group(0) != "\v":
            stop = match.start()
            before = text[max(start, stop - 16) : stop]
            if text[stop] == "." and _ABBREVIATED.search(before) and not before.endswith((" I", " you", " us")):
                continue
        _add(found, text, start, match.end())
        start = match.end()
    _add(found, text, start, span.end)
    return found


def _add(found: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append(Span(start, end))


def quotable(text: str, paragraph: Span, proof: Span) -> Span:
    """What a finding quotes for a proof: its sentence, or the part of a long sentence between semicolons, colons or commas.

    Stays inside the paragraph that holds the proof's start; never shorter than the proof itself within that paragraph.
    """
    start = max(proof.start, paragraph.start)
    proof = Span(start, max(start, min(proof.end, paragraph.end)))
    sentence = next((each for each in split_sentences(text, paragraph) if each.end > proof.start), proof)
    sentence = Span(min(sentence.start, proof.start), max(sentence.end, proof.end))
    for separators in (r"[;:]\s", r"[;:,]\s"):
        if len(sentence.of(text).split()) <= QUOTE_WORDS:
            break
        cuts = [m.end() for m in re.finditer(separators, sentence.of(text))]
        starts = [sentence.start + cut for cut in cuts if sentence.start + cut <= proof.start]
        ends = [sentence.start + cut for cut in cuts if sentence.start + cut >= proof.end]
        sentence = Span(max([sentence.start, *starts]), min([sentence.end, *ends]))
        trimmed = sentence.of(text).rstrip()
        sentence = Span(sentence.start, sentence.start + len(trimmed))
    return sentence
