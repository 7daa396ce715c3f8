"""Lines on pages to paragraphs: running heads and page numbers apart, wrapped lines joined.

Pure geometry. Lengths are points from the page's lower left corner. A new paragraph shows by a gap, an indent, a number, a change of
type or a line that ends where the next word would have fitted. What recurs in one place on many pages is a running head;
it comes once, after the body.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from app.documents.assemble import Draft
from app.documents.pages import PageLine, Sheet
from app.documents.running import is_page_number, running_key, running_lines
from app.documents.text import BEGINS_ITEM
from app.domain.document import Box, Story

# A page with fewer lines than this doesn't show where its right margin is.
_FEW_LINES = 15
# Lefts and rights closer than this are the same margin.
_SAME = 4.0
_STOPPED = (".", ";", ":", "!", "?", ".”", '."', ".)", ";”")
_HYPHEN = "\ufffe"  # the library's mark for a hyphen at the end of a line
# Hard blanks that converters put between all words, and the Greek question mark that fonts have for a semicolon.
_PLAIN = str.maketrans({"\xa0": " ", "\u037e": ";"})
_STUCK = re.compile(r"^(\d{1,2}\.(?:\d{1,2}\.?)*|\([a-z]{1,4}\))(?=[A-Za-z“\"])")
_SPLIT_WORD = re.compile(rf"([^\W\d_]+)(?:{_HYPHEN}|[\x02\u00ad])([^\W\d_]+)")


@dataclass(slots=True)
class _Run:
    """The lines of a paragraph in the making; the box covers those on its first page."""

    page: int
    lines: list[PageLine] = field(default_factory=list)
    box: Box | None = None
    last_page: int = 0


def lay_out(sheets: list[Sheet]) -> list[Draft]:
    """The paragraphs of the body in reading order, then each running head once."""
    for sheet in sheets:
        for line in sheet.lines:
            # A tab after a number is a gap that holds no character: "2.1Subject".
            line.text = _STUCK.sub(r"\1 ", line.text.translate(_PLAIN).strip())
        sheet.lines = [line for line in sheet.lines if line.text]
    running = running_lines(sheets)
    words = Counter(w for sheet in sheets for line in sheet.lines for w in re.findall(r"[^\W\d_]{2,}(?:-[^\W\d_]+)*", line.text.lower()))
    drafts = [_draft(run, words) for run in _paragraphs(sheets, running)]
    seen: set[str] = set()
    for number, sheet in enumerate(sheets, start=1):
        for position, line in enumerate(sheet.lines):
            story = running.get((number - 1, position))
            if story and not is_page_number(line.text) and (key := running_key(line.text)) not in seen:
                seen.add(key)
                drafts.append(Draft(line.text, story=story, page=number, box=_box([line])))
    return drafts


def _paragraphs(sheets: list[Sheet], running: dict[tuple[int, int], Story]) -> Iterator[_Run]:
    run: _Run | None = None
    usual = _usual_margin(sheets)
    for page, sheet in enumerate(sheets):
        lines = [line for position, line in enumerate(sheet.lines) if (page, position) not in running]
        geometry = _Geometry(sheet, lines, usual)
        for line in lines:
            if run is None or _begins(run, line, geometry, turned=run.last_page != page):
                if run is not None:
                    yield run
                run = _Run(page, last_page=page)
            run.lines.append(line)
            run.last_page = page
            if run.page == page:
                run.box = _box([line], run.box)
    if run is not None:
        yield run


class _Geometry:
    """A page's usual measures: the pitch of its lines, and the margins of its columns."""

    def __init__(self, sheet: Sheet, lines: list[PageLine], usual: float) -> None:
        drops = [a.bottom - b.bottom for a, b in pairwise(lines) if 2 < a.bottom - b.bottom < 40]
        self.pitch = _lower_mode(drops) if drops else 12.0
        self.middle = sheet.width / 2
        right_half = sum(1 for line in lines if line.left > self.middle - 20)
        left_half = sum(1 for line in lines if line.right < self.middle + 20)
        self.columns = len(lines) >= 12 and right_half >= 0.3 * len(lines) and left_half >= 0.3 * len(lines)
        self.margins = {column: self._margin(lines, column) for column in (0, 1)}
        if len(lines) < _FEW_LINES and not self.columns:
            self.margins[0] = max(self.margins[0], usual)
        lefts = sorted(line.left for line in lines)
        self.left = lefts[len(lefts) // 10] if lefts else 0.0

    def column(self, line: PageLine) -> int:
        return int(self.columns and line.left > self.middle - 20)

    def room(self, line: PageLine) -> float:
        """How much of its column the line leaves free at its right."""
        return self.margins[self.column(line)] - line.right

    def width(self, line: PageLine) -> float:
        """The width of the line's column."""
        column = self.column(line)
        return max(1.0, self.margins[column] - (self.middle if column else self.left))

    def _margin(self, lines: list[PageLine], column: int) -> float:
        rights = sorted(line.right for line in lines if self.column(line) == column)
        return rights[int(len(rights) * 0.9)] if rights else 0.0


def _usual_margin(sheets: list[Sheet]) -> float:
    """The right margin of the document, for pages too short to show their own."""
    rights = sorted(line.right for sheet in sheets for line in sheet.lines)
    return rights[int(len(rights) * 0.9)] if rights else 0.0


def _lower_mode(drops: list[float]) -> float:
    """The most usual distance between lines; the smaller of two that are about as usual."""
    counts = Counter(round(drop) for drop in drops)
    most = max(counts.values())
    return float(min(drop for drop, count in counts.items() if count >= most * 0.6))


def _begins(run: _Run, line: PageLine, geometry: _Geometry, *, turned: bool) -> bool:
    """Whether a line begins a paragraph rather than continuing the one before."""
    last = run.lines[-1]
    stopped = last.text.endswith(_STOPPED)
    lower = line.text[:1].islower()
    moved = turned or line.bottom > last.top or geometry.column(line) != geometry.column(last)
    item = bool(BEGINS_ITEM.match(line.text))
    full = geometry.room(last) < _word_width(line) + 6
    if moved:
        if lower and not item and not stopped:
            return False
        return stopped or item or not (full or turned) or last.bold != line.bold or _short(run)
    same_row = abs(line.bottom - last.bottom) < geometry.pitch * 0.4
    if same_row:
        return False
    drop = last.bottom - line.bottom
    if drop > geometry.pitch * 1.45 and drop > max(last.size, line.size) * 1.45:
        return not (lower and not stopped and full)
    if abs(line.size - last.size) > 1.5 and not (lower and full):
        return True
    if item:
        return (
            stopped
            or not full
            or line.left < last.left - _SAME
            or last.text.endswith((",", " and", " or"))
            or line.left > last.left + _SAME
        )
    if last.bold != line.bold and (last.bold or not lower) and not full:
        return True
    if line.left > last.left + 8 and not (len(run.lines) == 1 and BEGINS_ITEM.match(run.lines[0].text)):
        return stopped or (not full and not lower)
    if len(run.lines) > 1 and line.left < last.left - 8 and stopped:
        return True
    if full:
        return False
    # A line that leaves a third of its column free was ended on purpose, as cells and addresses are.
    return stopped or not lower or geometry.room(last) > geometry.width(last) / 3


def _short(run: _Run) -> bool:
    return len(run.lines) == 1 and len(run.lines[0].text) < 60


def _word_width(line: PageLine) -> float:
    """The width of the line's first word and a blank, by the line's average character."""
    each = (line.right - line.left) / max(1, len(line.text))
    return each * (len(line.text.split(maxsplit=1)[0]) + 1)


def _draft(run: _Run, words: Counter[str]) -> Draft:
    text = ""
    for line in run.lines:
        text = _glued(text, line.text, words) if text else line.text
    text = _SPLIT_WORD.sub(lambda m: _rejoined(m[1], m[2], words), text).replace(_HYPHEN, "-")
    first = run.lines[0]
    bold = all(line.bold for line in run.lines)
    return Draft(text, bold=bold, indent=max(0.0, round(first.left, 1)), page=run.page + 1, box=run.box)


def _glued(text: str, line: str, words: Counter[str]) -> str:
    split = re.search(r"([^\W\d_]+)-$", text)
    following = re.match(r"[^\W\d_]+", line)
    if split and following:
        whole = _rejoined(split[1], following[0], words)
        return text[: split.start()] + whole + line[following.end() :]
    return text + line if re.search(r"\w-$", text) and line[:1].isalnum() else text + " " + line


def _rejoined(before: str, after: str, words: Counter[str]) -> str:
    """A word that was parted at a line's end: with its hyphen if it is spelt so elsewhere, or if both halves are words."""
    if not after[0].islower():
        return f"{before}-{after}"
    joined, hyphened = (before + after).lower(), f"{before}-{after}".lower()
    if words[joined] > words[hyphened]:
        return before + after
    if words[hyphened] or (words[before.lower()] > 1 and words[after.lower()]):
        return f"{before}-{after}"
    return f"{before}-{after}" if before.lower() in ("non", "self", "co", "third", "sub", "pre", "post", "re", "e") else before + after


def _box(lines: Iterable[PageLine], box: Box | None = None) -> Box:
    for line in lines:
        here = Box(line.left, line.bottom, line.right, line.top)
        box = here if box is None else Box(
            min(box.left, here.left), min(box.bottom, here.bottom), max(box.right, here.right), max(box.top, here.top)
        )  # fmt: skip
    assert box is not None
    return box
