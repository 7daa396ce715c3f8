"""Running heads, feet and page numbers: which lines of the pages are none of the text.

What recurs in one place on many pages is running; so are numbers that count the pages. They are counted inwards from a page's edges: the
first line that isn't one of them is body, and all behind it, however often it recurs.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from math import ceil
from statistics import median

from app.documents.pages import Sheet
from app.domain.document import Story

# Running heads stand in the outer eighth of a page.
_MARGIN_SHARE = 0.125
_RECURS = 0.4
_RUNNING_CHARACTERS = 120
_PAGE_NUMBER = re.compile(
    r"[\W_]*(?:page\s*)?(?:[A-Z]{1,3}-)?(?P<number>\d{1,4}|[ivxlc]{1,7})(?:\s*(?:of|/|\|)\s*\d{1,4})?[\W_]*$", re.IGNORECASE
)
_DASHED = re.compile(r"[-–—]{1,2}\s?(\d{1,3})\s?[-–—]{1,2}$")


def running_lines(sheets: list[Sheet]) -> dict[tuple[int, int], Story]:
    """The (page, line) of each running head or foot and each page number, from 0."""
    places: dict[str, list[tuple[int, int, float]]] = defaultdict(list)
    edges: list[list[tuple[int, Story]]] = []
    for page, sheet in enumerate(sheets):
        edges.append(_edge_lines(sheet))
        for position, _ in edges[page]:
            line = sheet.lines[position]
            places[running_key(line.text)].append((page, position, line.bottom))
    needed = max(2, ceil(_RECURS * len(sheets)))
    found: set[tuple[int, int]] = set()
    for spots in places.values():
        usual = median(bottom for _, _, bottom in spots)
        same = [(page, position) for page, position, bottom in spots if abs(bottom - usual) <= 12]
        if len({page for page, _ in same}) >= needed:
            found.update(_recurring(sheets, same, needed))
    found |= _page_numbers(sheets, edges, found)
    stories: dict[tuple[int, int], Story] = {}
    for page, sheet in enumerate(sheets):
        order = sorted(range(len(sheet.lines)), key=lambda i: -sheet.lines[i].bottom)
        stories.update(_from_edge(sheet, page, order, found, "header"))
        stories.update({k: v for k, v in _from_edge(sheet, page, order[::-1], found, "footer").items() if k not in stories})
    stories.update(_old_page_numbers(sheets))
    return stories


def _old_page_numbers(sheets: list[Sheet]) -> dict[tuple[int, int], Story]:
    """The "- 7 -" of an older printing, which now stands anywhere on a page: lone numbers between dashes that count up by one."""
    dashed = [
        (page, position, int(match[1])) for page, sheet in enumerate(sheets) for position, line in enumerate(sheet.lines)
        if (match := _DASHED.match(line.text))
    ]  # fmt: skip
    steps = [i for i in range(1, len(dashed)) if dashed[i][2] == dashed[i - 1][2] + 1]
    if len(steps) < 2:
        return {}
    counted = set(steps) | {i - 1 for i in steps}
    return {(dashed[i][0], dashed[i][1]): "footer" for i in counted}


def _from_edge(sheet: Sheet, page: int, order: list[int], found: set[tuple[int, int]], story: Story) -> dict[tuple[int, int], Story]:
    """The running lines counted inwards from one edge, up to the first row that isn't one: what lies behind it is body."""
    taken: dict[tuple[int, int], Story] = {}
    at = 0
    while at < len(order):
        level = sheet.lines[order[at]].bottom
        row = [i for i in order[at : at + 6] if abs(sheet.lines[i].bottom - level) < 3]
        if (level > sheet.height / 2) != (story == "header") or any((page, i) not in found for i in row):
            break
        taken.update({(page, i): story for i in row})
        at += len(row)
    return taken


def _recurring(sheets: list[Sheet], spots: list[tuple[int, int]], needed: int) -> set[tuple[int, int]]:
    """Of lines that differ in digits at most, those that are the same, or whose one changing number counts the pages.

    Sentences that happen to begin alike ("S012 ...", "S036 ...") are neither: they stay in the body.
    """
    texts = {spot: sheets[spot[0]].lines[spot[1]].text for spot in spots}
    usual, count = Counter(texts.values()).most_common(1)[0]
    if count >= needed:
        return {spot for spot in spots if texts[spot] == usual}
    counting = Counter(int(number) - page for (page, _), text in texts.items() for number in set(re.findall(r"\d{1,4}", text)))
    offset, count = counting.most_common(1)[0] if counting else (0, 0)
    if count < needed or len(usual) > _RUNNING_CHARACTERS:
        return set()
    return {spot for spot, text in texts.items() if str(spot[0] + offset) in re.findall(r"\d{1,4}", text)}


def _edge_lines(sheet: Sheet) -> list[tuple[int, Story]]:
    low, high = sheet.height * _MARGIN_SHARE, sheet.height * (1 - _MARGIN_SHARE)
    order = sorted(range(len(sheet.lines)), key=lambda i: -sheet.lines[i].bottom)
    edge: list[tuple[int, Story]] = [(i, "header") for i in order[:4] if sheet.lines[i].bottom >= high]
    edge += [(i, "footer") for i in order[-4:] if sheet.lines[i].top <= low and all(i != j for j, _ in edge)]
    return edge


def _page_numbers(sheets: list[Sheet], edges: list[list[tuple[int, Story]]], known: set[tuple[int, int]]) -> set[tuple[int, int]]:
    """Lone numbers at the outermost place of a page that count on from page to page."""
    counted: dict[int, dict[int, int]] = {}
    for page, sheet in enumerate(sheets):
        bare: dict[int, int] = {}
        for position in _outermost(sheet, page, known):
            match = _PAGE_NUMBER.match(sheet.lines[position].text)
            if match:
                number = match["number"]
                bare[position] = int(number) if number.isdigit() else _roman(number)
        counted[page] = bare
    found: set[tuple[int, int]] = set()
    for page, bare in counted.items():
        near = {(other, value) for other in (page - 2, page - 1, page + 1, page + 2) for value in counted.get(other, {}).values()}
        for position, value in bare.items():
            if any(value - page == other_value - other for other, other_value in near):
                found.add((page, position))
    return found


def _outermost(sheet: Sheet, page: int, known: set[tuple[int, int]]) -> set[int]:
    """The first and last lines of a page, by height and in reading order, running heads left aside."""
    rest = [i for i in range(len(sheet.lines)) if (page, i) not in known]
    if not rest:
        return set()
    by_height = sorted(rest, key=lambda i: sheet.lines[i].bottom)
    return {by_height[0], by_height[-1], rest[0], rest[-1]}


def is_page_number(text: str) -> bool:
    """Whether a line is nothing but a page's number: "7", "- 7 -", "Page 7 of 12", "iv"."""
    return _PAGE_NUMBER.match(text) is not None


def running_key(text: str) -> str:
    """What two occurrences of one running line have in common: all but their digits."""
    return re.sub(r"\s+", " ", re.sub(r"\d+", "#", text.lower())).strip(" .-–—|")


def _roman(text: str) -> int:
    values = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
    digits = [values[c] for c in text.lower()]
    return sum(-d if d < max(digits[i:]) else d for i, d in enumerate(digits))
