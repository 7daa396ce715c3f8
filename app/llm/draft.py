"""A flagged clause to its revised wording, by one call. Code makes the edits from it and decides whether they are any good.

The answer is the clause's paragraphs, each whole. Where the model changed nothing but typography the original's is kept, so that a
redline shows no curly quote made straight. The revised text uses "\\n" between paragraphs and "\\v" inside, as `Document.text` does.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from app.compare.words import split_words
from app.domain.contract import Contract
from app.domain.report import Facts, Usage
from app.domain.span import Span
from app.llm.client import ModelClient
from app.llm.excerpt import render_elsewhere, render_sides
from app.llm.fence import LINE_BREAK, fenced, fenced_with_breaks
from app.llm.positions import render_position
from app.llm.prompts import DRAFT_REDLINE, RenderedPrompt, render_prompt
from app.llm.replies import CallFailed
from app.llm.schema import draft_schema
from app.playbook.position import Position

NEW = "+ "  # what begins a paragraph that the clause didn't have


@dataclass(frozen=True)
class Draft:
    """The clause as the model would have it.

    `paragraphs` are those of the clause in order, "" for one that goes; `added` are new ones, each with the index of the paragraph
    that it follows. `comment` is for the other side.
    """

    paragraphs: tuple[str, ...]
    added: tuple[tuple[int, str], ...]
    comment: str
    usage: Usage

    @property
    def revised_text(self) -> str:
        """The clause after the revision, paragraphs joined by "\\n"."""
        lines: list[str] = []
        for index, paragraph in enumerate(self.paragraphs):
            lines += [paragraph] if paragraph else []
            lines += [text for after, text in self.added if after == index]
        return "\n".join(lines)


async def draft_redline(
    client: ModelClient,
    contract: Contract,
    clause: Span,
    *,
    position: Position,
    facts: Facts,
    wording: str | None = None,
    still_wrong: str | None = None,
) -> Draft:
    """Ask for a revision of the paragraphs that `clause` touches, so that they meet the position's least.

    `wording` is the library's, `still_wrong` what code found wrong with an earlier draft. Raises CallFailed if no usable answer comes,
    and ModelRefused if the endpoint refuses the key or the model.
    """
    started = time.perf_counter()
    prompt, originals = render_draft(contract, clause, position=position, facts=facts, wording=wording, still_wrong=still_wrong)
    completion = await client.complete(prompt)
    usage = replace(completion.usage, seconds=time.perf_counter() - started)
    return parse_draft(completion.answer["paragraphs"], completion.answer["comment"], originals, usage)


def render_draft(
    contract: Contract,
    clause: Span,
    *,
    position: Position,
    facts: Facts,
    wording: str | None = None,
    still_wrong: str | None = None,
) -> tuple[RenderedPrompt, tuple[str, ...]]:
    """The prompt for one draft, and the paragraphs that it shows, in order."""
    document = contract.document
    originals = tuple(document.paragraphs[index].span.of(document.text) for index in document.paragraphs_in(clause))
    prompt = render_prompt(
        DRAFT_REDLINE,
        draft_schema(),
        position=render_position(position),
        still_wrong=" ".join(still_wrong.split()) if still_wrong else "nothing: this is the first draft",
        facts=_facts(facts),
        wording="\n".join(map(fenced, wording.splitlines())) if wording else "none",
        sides=render_sides(contract),
        elsewhere=render_elsewhere(contract, clause),
        clause="\n".join(f"<{number}> {fenced_with_breaks(text)}" for number, text in enumerate(originals, 1)),
    )
    return prompt, originals


def parse_draft(paragraphs: Sequence[str], comment: str, originals: Sequence[str], usage: Usage | None = None) -> Draft:
    """The draft in an answer. Raises CallFailed if it doesn't give every paragraph of the clause its place."""
    revised: list[str] = []
    added: list[tuple[int, str]] = []
    for paragraph in paragraphs:
        text = "\v".join(part.strip() for part in " ".join(paragraph.split()).split(LINE_BREAK))
        if text.startswith(NEW):
            added.append((max(0, len(revised) - 1), text.removeprefix(NEW).strip()))
        elif len(revised) < len(originals):
            revised.append(in_the_typography_of(originals[len(revised)], text))
        else:
            raise CallFailed("off_schema", usage)
    if len(revised) != len(originals):
        raise CallFailed("off_schema", usage)
    return Draft(tuple(revised), tuple((at, text) for at, text in added if text), " ".join(comment.split()), usage or Usage())


def in_the_typography_of(original: str, revised: str) -> str:
    """The revised text with the original's quotation marks, dashes, spaces and angles wherever the words are the same."""
    old, new = split_words(original), split_words(revised)
    matcher = SequenceMatcher(None, [_plain(word) for word in old], [_plain(word) for word in new], autojunk=False)
    out: list[str] = []
    at = 0
    for low, start, size in matcher.get_matching_blocks():
        out += new[at:start]
        out += old[low : low + size]
        at = start + size
    return "".join(out)


_PLAIN = str.maketrans({**dict.fromkeys("“”„«»", '"'), **dict.fromkeys("‘’‚", "'"), **dict.fromkeys("‐‑–—−", "-"), "‹": "<", "›": ">"})


def _plain(word: str) -> str:
    return " " if word.isspace() else word.translate(_PLAIN)


def _facts(facts: Facts) -> str:
    shown: Mapping[str, object] = facts.values
    return "\n".join(f"{name}: {fenced(str(value))}" for name, value in sorted(shown.items())) or "none"
