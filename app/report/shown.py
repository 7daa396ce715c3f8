"""Text of a hostile document made safe to look at: nothing in it can move a cursor, turn a line around or hide itself."""

from __future__ import annotations

import re

# Control characters, and the marks that change the direction of what follows: a reader must see that they are there.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufff9-\ufffb\U000e0000-\U000e007f\ud800-\udfff]"
)
_BREAKS = re.compile("[\n\v\f\r\u2028\u2029]")


def visible(text: str) -> str:
    """The text with characters that can't be seen written out (U+202E as "[U+202E]"). Line breaks and tabs stay."""
    return _UNSEEN.sub(lambda found: f"[U+{ord(found.group()):04X}]", _BREAKS.sub("\n", text))


def one_line(text: str, longest: int | None = None) -> str:
    """The same on one line, cut at a word to at most `longest` characters, with an ellipsis where something was left out."""
    line = " ".join(visible(text).split())
    if longest is None or len(line) <= longest:
        return line
    cut = line[: longest - 1]
    return (cut.rpartition(" ")[0] or cut).rstrip(" ,;:") + "…"
