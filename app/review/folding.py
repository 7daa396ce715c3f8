"""A text as it is searched for quotes: white space and typography folded, every offset mapped back.

Folded alike: any run of white space inside a paragraph; curly, straight and angle quotation marks; hyphens and dashes; an ellipsis
and three dots; ligatures; an accent apart from its letter; characters without width (not there at all). Letters keep their case
and words their order. Ends of paragraphs stay "\\n". Spans are of the original text.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import lru_cache

from app.llm.fence import INVISIBLE

# One character for another, so that offsets hold.
_ALIKE = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″＂", '"'),
        **dict.fromkeys("‘’‚‛′`´ʼ＇", "'"),
        **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
        **dict.fromkeys("‹〈", "<"),
        **dict.fromkeys("›〉", ">"),
        **dict.fromkeys("\v\t\f\r\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u2028\u2029\u202f\u205f\u3000", " "),
        **dict.fromkeys(map(chr, range(0x2000, 0x200B)), " "),
    }
)
# Stretches whose folded form has another length.
_CHANGED = re.compile(f"[{INVISIBLE}]+|…|[ﬀ-ﬆ]|--+|[^\\W\\d_][\u0300-\u036f]+|(?: |\n)(?:[ \n{INVISIBLE}]*[ \n])")


class Folded:
    """A folded text, and where each of its characters stands in the original."""

    def __init__(self, original: str) -> None:
        self.original = original
        alike = original.translate(_ALIKE)
        pieces: list[str] = []
        self._folded_at, self._original_at = [0], [0]
        length = at = 0
        for match in _CHANGED.finditer(alike):
            new = _folded(match[0])
            pieces += (alike[at : match.start()], new)
            length += match.start() - at
            self._mark(length, match.start())
            length += len(new)
            self._mark(length, match.end())
            at = match.end()
        pieces.append(alike[at:])
        self.text = "".join(pieces)

    def _mark(self, folded: int, original: int) -> None:
        self._folded_at.append(folded)
        self._original_at.append(original)

    def start(self, at: int) -> int:
        """Where the folded character at `at` begins in the original."""
        piece = bisect_right(self._folded_at, at) - 1
        into = 0 if self._is_changed(piece) else at - self._folded_at[piece]
        return self._original_at[piece] + into

    def end(self, at: int) -> int:
        """Where the folded character before `at` ends in the original."""
        piece = bisect_right(self._folded_at, at - 1) - 1
        return self._original_at[piece + 1] if self._is_changed(piece) else self._original_at[piece] + at - self._folded_at[piece]

    def at(self, original: int) -> int:
        """The first folded character that begins at or after an offset of the original."""
        piece = bisect_right(self._original_at, original) - 1
        into = original - self._original_at[piece]
        if self._is_changed(piece):
            return self._folded_at[piece] if into == 0 else self._folded_at[piece + 1]
        return self._folded_at[piece] + into

    def _is_changed(self, piece: int) -> bool:
        return piece % 2 == 1  # pieces alternate: as it was, changed, as it was


@lru_cache(maxsize=4)
def folded(text: str) -> Folded:
    """The folded form of a document's text, kept for the next quote."""
    return Folded(text)


def folded_quote(quote: str) -> str:
    """A quote as it is searched for: on one line, without white space at its ends."""
    return " ".join(Folded(quote).text.split())


def _folded(stretch: str) -> str:
    if stretch.isspace() or stretch[0] in " \n":
        return "\n" if "\n" in stretch else " "
    if stretch == "…":
        return "..."
    if stretch[0] == "-":
        return "-"
    if stretch[0] in "ﬀﬁﬂﬃﬄﬅﬆ":
        return unicodedata.normalize("NFKC", stretch)
    if len(stretch) > 1 and stretch[0].isalpha():
        return unicodedata.normalize("NFC", stretch)
    return ""
