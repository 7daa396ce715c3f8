"""Contract text made safe to stand inside a prompt.

Every mark of ours in a prompt is written with "<" and ">" (tags, line numbers), and contract text never holds either: they are
shown as "‹" and "›". So no document can close its fence or forge a line number. Characters that a person doesn't see and a model
does (zero width, direction, tags) are left out. `app.review.folding` folds both back when it looks for a quote.
"""

from __future__ import annotations

import re

# Soft hyphen, joiners and spaces of zero width, direction marks, invisible operators, variation selectors, the "tag" block.
INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e007f"
LINE_BREAK = "<br>"

_DROPPED = re.compile(f"[{INVISIBLE}\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")
_ANGLES = str.maketrans("<>", "‹›")


def fenced(text: str) -> str:
    """One paragraph of a contract on one line. A line break inside of it becomes a space."""
    return " ".join(_DROPPED.sub("", text).translate(_ANGLES).split())


def fenced_with_breaks(text: str) -> str:
    """As `fenced`, with "<br>" for the line breaks inside the paragraph, so that a revised one can keep them."""
    return LINE_BREAK.join(fenced(part) for part in text.split("\v"))
