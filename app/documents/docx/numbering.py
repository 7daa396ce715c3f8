"""Automatic numbers as a reader sees them: the counters of each list, walked in document order (ECMA-376 17.9).

Lists that share an abstract definition share its counters; an override with a start begins again, once. A deeper level begins
again after a higher one, as far as lvlRestart lets it. A bullet is shown as "\\u2022" unless it is another plain character.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from app.documents.docx.names import Element, is_on, val, w
from app.documents.docx.styles import Style, Styles, indent_of

_LEVELS = 9
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"),
          (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_ONES = ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
         "eighteen nineteen").split()  # fmt: skip
_TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
             "twelve": "twelfth"}  # fmt: skip
_BULLET = "\u2022"
# Counters are a sender's figures too.
_MAX_START = 32_767


@dataclass(slots=True)
class _Level:
    start: int = 1
    format: str = "decimal"
    text: str = ""
    legal: bool = False
    restart: int | None = None
    style: str | None = None
    indent: float | None = None


@dataclass(slots=True)
class _List:
    """A w:num: its levels after overrides, the counters it shares, the starts it still has to set."""

    abstract: str
    levels: list[_Level]
    starts: dict[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Numbered:
    """`text` as shown, `level` from 0, `indent` in points where the list states one."""

    text: str
    level: int
    indent: float | None
    by_style: bool


class Numbering:
    """Gives each paragraph of a story its number; ask in document order, once for each."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        abstracts = {el.get(w("abstractNumId"), ""): el for el in root.iterchildren(w("abstractNum"))} if root is not None else {}
        self._abstracts = abstracts
        self._nums = {el.get(w("numId"), ""): el for el in root.iterchildren(w("num"))} if root is not None else {}
        self._by_style_link = {val(el, "styleLink"): i for i, el in abstracts.items() if val(el, "styleLink")}
        self._lists: dict[str, _List | None] = {}
        self._counters: dict[str, list[int | None]] = {}

    def next(self, ppr: Element | None, style: Style | None) -> Numbered | None:
        """The number of the next paragraph; None where it has none. Counts it."""
        own = ppr.find(w("numPr")) if ppr is not None else None
        styled = style.list_place if style is not None else (None, None)
        num_id = val(own, "numId") or styled[0]
        if num_id is None or num_id == "0":
            return None
        by_style = val(own, "numId") is None
        found = self._list(num_id)
        if found is None:
            return None
        level = self._level(found, val(own, "ilvl"), styled[1] if by_style else None, style if by_style else None)
        if level >= len(found.levels):
            return None
        text = self._count(found, level)
        return Numbered(text, level, found.levels[level].indent, by_style) if text else None

    def _level(self, found: _List, own: str | None, styled: str | None, style: Style | None) -> int:
        if own is not None:
            return _int(own, 0)
        named = style.list_style.id if style is not None and style.list_style is not None else None
        for at, level in enumerate(found.levels):
            if named is not None and level.style == named:
                return at
        return _int(styled, 0)

    def _list(self, num_id: str) -> _List | None:
        if num_id not in self._lists:
            num = self._nums.get(num_id)
            abstract_id = val(num, "abstractNumId") if num is not None else None
            self._lists[num_id] = self._build(num, abstract_id) if num is not None and abstract_id in self._abstracts else None
        return self._lists[num_id]

    def _build(self, num: Element, abstract_id: str | None) -> _List:
        abstract_id = self._linked(abstract_id or "")
        levels = [_Level() for _ in range(_LEVELS)]
        for el in self._abstracts[abstract_id].iterchildren(w("lvl")):
            _set_level(levels, el)
        starts: dict[int, int] = {}
        for override in num.iterchildren(w("lvlOverride")):
            at = _int(override.get(w("ilvl")), _LEVELS)
            if at >= _LEVELS:
                continue
            for el in override.iterchildren(w("lvl")):
                _set_level(levels, el)
            start = val(override, "startOverride")
            if start is not None:
                starts[at] = _int(start, 1)
        return _List(abstract_id, levels, starts)

    def _linked(self, abstract_id: str) -> str:
        """Follow numStyleLink to the definition that holds the levels."""
        for _ in range(_LEVELS):
            link = val(self._abstracts[abstract_id], "numStyleLink")
            if link is None:
                break
            direct = self._by_style_link.get(link)
            style = self._styles.get(link)
            num = self._nums.get(style.list_place[0] or "") if style is not None else None
            target = direct or (val(num, "abstractNumId") if num is not None else None)
            if target is None or target not in self._abstracts:
                break
            abstract_id = target
        return abstract_id

    def _count(self, found: _List, level: int) -> str:
        counters = self._counters.setdefault(found.abstract, [None] * _LEVELS)
        start = found.starts.pop(level, None)
        current = counters[level]
        if start is not None:
            counters[level] = start
        else:
            counters[level] = found.levels[level].start if current is None else current + 1
        for deeper in range(level + 1, _LEVELS):
            restart = found.levels[deeper].restart
            if restart is None or (restart > 0 and level < restart):
                counters[deeper] = None
        for higher in range(level):
            if counters[higher] is None:
                counters[higher] = found.starts.get(higher, found.levels[higher].start)
        return _shown(found.levels, counters, level)


def _set_level(levels: list[_Level], el: Element) -> None:
    at = _int(el.get(w("ilvl")), _LEVELS)
    if at >= _LEVELS:
        return
    restart = val(el, "lvlRestart")
    levels[at] = _Level(
        start=_int(val(el, "start"), 0 if val(el, "start") is None else 1), format=val(el, "numFmt") or "decimal",
        text=val(el, "lvlText") or "", legal=bool(is_on(el, "isLgl")), restart=_int(restart, 0) if restart else None,
        style=val(el, "pStyle"), indent=indent_of(el.find(w("pPr"))),
    )  # fmt: skip


def _shown(levels: list[_Level], counters: list[int | None], at: int) -> str:
    level = levels[at]
    if level.format == "none" and "%" not in level.text:
        return level.text.strip()
    if level.format == "bullet":
        mark = level.text.strip()[:1]
        return "" if not mark else _BULLET if "\ue000" <= mark <= "\uf8ff" or mark in "\u00b7o\u00a7\u00a8" else mark
    out: list[str] = []
    text, i = level.text, 0
    while i < len(text):
        if text[i] == "%" and i + 1 < len(text) and text[i + 1] in "123456789":
            shown = int(text[i + 1]) - 1
            format = "decimal" if level.legal and levels[shown].format not in ("none", "bullet") else levels[shown].format
            if shown <= at:
                out.append(render_number(counters[shown] or 0, format))
            i += 2
        else:
            out.append(text[i])
            i += 1
    return "".join(out).strip()


def render_number(number: int, format: str) -> str:
    """A counter in a number format of ECMA-376 17.18.59; unknown formats are shown as decimal, as Word does."""
    if format in ("lowerRoman", "upperRoman"):
        return _roman(number) if format == "lowerRoman" else _roman(number).upper()
    if format in ("lowerLetter", "upperLetter"):
        if number < 1:
            return ""
        letter = chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 30)
        return letter if format == "lowerLetter" else letter.upper()
    if format == "decimalZero":
        return f"{number:02d}"
    if format == "ordinal":
        ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
        return f"{number}{ending}"
    if format in ("cardinalText", "ordinalText"):
        words = _words(number)
        return (words if format == "cardinalText" else _ordinal(words)).capitalize()
    if format in ("none", "bullet"):
        return ""
    if format == "decimalEnclosedParen":
        return f"({number})"
    if format == "numberInDash":
        return f"- {number} -"
    return str(number)


def _roman(number: int) -> str:
    out = []
    for value, letters in _ROMAN:
        out.append(letters * (number // value))
        number %= value
    return "".join(out)


def _words(number: int) -> str:
    if number < 20:
        return _ONES[number]
    if number < 100:
        return _TENS[number // 10] + (f"-{_ONES[number % 10]}" if number % 10 else "")
    if number < 1000:
        return f"{_ONES[number // 100]} hundred" + (f" {_words(number % 100)}" if number % 100 else "")
    return f"{_words(number // 1000)} thousand" + (f" {_words(number % 1000)}" if number % 1000 else "")


def _ordinal(words: str) -> str:
    head, sign, last = max(words.rpartition(" "), words.rpartition("-"), key=lambda cut: len(cut[0]))
    if last in _ORDINALS:
        last = _ORDINALS[last]
    else:
        last = f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th"
    return head + sign + last


def _int(text: str | None, default: int) -> int:
    if text is None or not text.lstrip("-").isdigit() or len(text) > 6:
        return default
    return max(0, min(int(text), _MAX_START))
