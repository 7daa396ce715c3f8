"""A page as lines of text, the form in which a PDF is read. Lengths are points from the page's lower left corner."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class PageLine:
    """One line of text on a page. `size` is the type's, `bold` that of its first and last character."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    size: float = 10.0
    bold: bool = False


@dataclass(slots=True)
class Sheet:
    """A page: its size and its lines in reading order."""

    width: float
    height: float
    lines: list[PageLine]
