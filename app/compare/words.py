"""The difference between two texts in whole words, as edits: as few struck and inserted characters as possible.

A word is a run of letters and digits with inner apostrophes and hyphens; a number keeps its commas and points; white space and
each sign stand for themselves. Of the ways that cost the same the one with the fewest separate changes is taken, and spaces and
signs alone between two changed words change with them: "three (3)" becomes "two (2)" in one piece.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from app.domain.edit import Edit
from app.domain.span import Span

_TOKEN = re.compile(r"\d[\d.,]*\d|\w+(?:['\u2019-]\w+)*|\n|[^\S\n]+|[^\w\s]")
# Cells of the table that finds the least change: a paragraph of 500 words against another is well inside. Past it the texts
# are first cut at words that both have exactly once.
_MAX_CELLS = 600_000
# A separate change costs less than any character, so that it only decides between equals.
_CHARACTER = 1 << 16

# Half-open ranges of tokens of the old and of the new text that differ.
_Hunk = tuple[int, int, int, int]


def split_words(text: str) -> list[str]:
    """The tokens that are compared; joined they are the text."""
    return _TOKEN.findall(text)


def word_edits(start: int, old: str, new: str) -> list[Edit]:
    """The edits that turn `old`, which stands at offset `start` of a text, into `new`; empty when they are equal.

    In order, apart from each other, spans counted in that text. Where a piece could be inserted or struck at several places
    that mean the same, it begins with a word rather than with the space before.
    """
    a, b = split_words(old), split_words(new)
    offsets = [0]
    for token in a:
        offsets.append(offsets[-1] + len(token))
    edits: list[Edit] = []
    for low, high, new_low, new_high in _without_islands(_slid(_hunks(a, b, 0, 0), a, b), a):
        span = Span(start + offsets[low], start + offsets[high])
        edits.append(Edit(span, "".join(b[new_low:new_high])))
    return edits


def _hunks(a: Sequence[str], b: Sequence[str], at_a: int, at_b: int) -> list[_Hunk]:
    """Where two token lists differ; `at_a` and `at_b` are added to the places."""
    head = 0
    while head < min(len(a), len(b)) and a[head] == b[head]:
        head += 1
    tail = 0
    while tail < min(len(a), len(b)) - head and a[-1 - tail] == b[-1 - tail]:
        tail += 1
    a, b = a[head : len(a) - tail], b[head : len(b) - tail]
    at_a, at_b = at_a + head, at_b + head
    if not a or not b:
        return [(at_a, at_a + len(a), at_b, at_b + len(b))] if a or b else []
    if len(a) * len(b) <= _MAX_CELLS:
        return [(i1 + at_a, i2 + at_a, j1 + at_b, j2 + at_b) for i1, i2, j1, j2 in _least(a, b)]
    pairs = _unique_pairs(a, b)
    if not pairs:
        return [(at_a, at_a + len(a), at_b, at_b + len(b))]
    found: list[_Hunk] = []
    for (i, j), (next_i, next_j) in pairwise([(-1, -1), *pairs, (len(a), len(b))]):
        found += _hunks(a[i + 1 : next_i], b[j + 1 : next_j], at_a + i + 1, at_b + j + 1)
    return found


def _least(a: Sequence[str], b: Sequence[str]) -> list[_Hunk]:
    """The cheapest script, by dynamic programming from the ends backwards, row by row of the old tokens.

    Each character struck or inserted costs `_CHARACTER`, each change 1. A move is 1 to strike, 2 to insert, 3 to keep.
    """
    rows, columns = len(a), len(b)
    strike = [len(token) * _CHARACTER for token in a]
    insert = [len(token) * _CHARACTER for token in b]
    changed_below = [0] * (columns + 1)
    moves: list[bytearray] = []
    for i in range(rows, -1, -1):
        changed = [0] * (columns + 1)
        move = bytearray(columns + 1)
        for j in range(columns, -1, -1):
            if i == rows and j == columns:
                continue
            best, how = None, 0
            if i < rows:
                best, how = changed_below[j] + strike[i], 1
            if j < columns and (best is None or changed[j + 1] + insert[j] < best):
                best, how = changed[j + 1] + insert[j], 2
            if i < rows and j < columns and a[i] == b[j]:
                onward = changed_below[j + 1] + (1 if moves[-1][j + 1] in (1, 2) else 0)
                if best is None or onward <= best:
                    best, how = onward, 3
            changed[j], move[j] = best or 0, how
        moves.append(move)
        changed_below = changed
    moves.reverse()
    return _walk(moves, rows, columns)


def _walk(moves: list[bytearray], rows: int, columns: int) -> list[_Hunk]:
    found: list[_Hunk] = []
    i = j = 0
    while i < rows or j < columns:
        if moves[i][j] == 3:
            i, j = i + 1, j + 1
            continue
        from_i, from_j = i, j
        while (i < rows or j < columns) and moves[i][j] != 3:
            i, j = (i + 1, j) if moves[i][j] == 1 else (i, j + 1)
        found.append((from_i, i, from_j, j))
    return found


def _unique_pairs(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int]]:
    """Words that both texts have exactly once, the longest list of them that stands in the same order in both."""
    places_a, places_b = _once(a), _once(b)
    candidates = [(i, places_b[token]) for token, i in places_a.items() if token in places_b]
    piles: list[tuple[int, int]] = []
    before: dict[tuple[int, int], tuple[int, int] | None] = {}
    for pair in candidates:
        low, high = 0, len(piles)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if piles[middle][1] < pair[1] else (low, middle)
        before[pair] = piles[low - 1] if low else None
        piles[low : low + 1] = [pair]
    chain: list[tuple[int, int]] = []
    at = piles[-1] if piles else None
    while at is not None:
        chain.append(at)
        at = before[at]
    return chain[::-1]


def _once(tokens: Sequence[str]) -> dict[str, int]:
    seen: dict[str, int] = {}
    for i, token in enumerate(tokens):
        seen[token] = -1 if token in seen else i
    return {token: i for token, i in seen.items() if i >= 0 and _is_word(token)}


def _slid(hunks: list[_Hunk], a: Sequence[str], b: Sequence[str]) -> list[_Hunk]:
    """Pure insertions and deletions moved over an equal space, so that they begin with a word and end with the space."""
    out: list[_Hunk] = []
    for n, (i1, i2, j1, j2) in enumerate(hunks):
        limit = hunks[n + 1][0] if n + 1 < len(hunks) else len(a)
        first = b[j1] if i1 == i2 else a[i1] if j1 == j2 else ""
        if first.isspace() and i2 < limit and a[i2] == first:
            i1, i2, j1, j2 = i1 + 1, i2 + 1, j1 + 1, j2 + 1
        out.append((i1, i2, j1, j2))
    return out


def _without_islands(hunks: list[_Hunk], a: Sequence[str]) -> list[_Hunk]:
    """Join changes between which only spaces and signs stay."""
    out: list[_Hunk] = []
    for hunk in hunks:
        if out and not any(_is_word(token) or token == "\n" for token in a[out[-1][1] : hunk[0]]):
            out[-1] = (out[-1][0], hunk[1], out[-1][2], hunk[3])
        else:
            out.append(hunk)
    return out


def _is_word(token: str) -> bool:
    return any(ch.isalnum() for ch in token)
