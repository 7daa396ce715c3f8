"""The numbers that clauses carry: "7.1", "(iv)", "Article IV", "§ 5", "Schedule 2", bullets, and what each counts.

A mark is the same whether Word made it or somebody typed it. Its `style` tells lists apart: two marks of one style belong to one
sequence. "(i)" may be the first roman or the ninth letter; a mark keeps both readings, and the tree, which sees its neighbours,
chooses. Offsets are within the text that was given.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

Family = Literal["attachment", "part", "article", "decimal", "list", "bullet"]


@dataclass(frozen=True, slots=True)
class Mark:
    """One clause number.

    `style` names the sequence ("1", "1.1", "(a)", "article"), `label` is how one would cite it alone ("7.1", "(a)", "Article IV",
    "Schedule 2"), `ordinal` its place in the sequence. `end` is where the clause's own words begin. A `weak` mark may be
    something else ("12 Months", "J. Smith") and counts only where it continues a sequence or begins one. `other` is the
    second reading of an ambiguous letter.
    """

    family: Family
    style: str
    label: str
    ordinal: int
    end: int = 0
    weak: bool = False
    other: Mark | None = None

    @property
    def path(self) -> tuple[int, ...]:
        """The components of a decimal number, the value of an article: what links "7.1" to "7" and to "Article VII"."""
        if self.family == "decimal" and self.style != "A-1" and not self.style.startswith("1@"):
            return tuple(int(part) for part in re.findall(r"\d+", self.label.partition("(")[0]))
        return (self.ordinal,) if self.family == "article" and self.style != "A." else ()


_ROMAN = re.compile(r"m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$")
_ROMAN_VALUES = (("m", 1000), ("cm", 900), ("d", 500), ("cd", 400), ("c", 100), ("xc", 90), ("l", 50), ("xl", 40), ("x", 10),
                 ("ix", 9), ("v", 5), ("iv", 4), ("i", 1))  # fmt: skip
_NUMBER_WORDS = {word: value for value, word in enumerate(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty".split(), start=1)}  # fmt: skip

ATTACHMENT_WORDS = "schedule|exhibit|annexure|annex|appendix|attachment|addendum|enclosure"
_ATTACHMENT = re.compile(
    rf"(?P<word>{ATTACHMENT_WORDS}|statement of work|order form)\s+(?:no\.?\s*|number\s+)?[“\"‘']?"
    r"(?P<id>(?:[A-Z]{1,2}|\d{1,3}|[IVX]{1,5})(?:[.-]?\d{1,2}){0,2}(?:-[A-Z])?(?![\w’'])|one|two|three|four|five)\b[”\"’']?",
    re.IGNORECASE,
)
_KEYWORD = re.compile(
    r"(?P<word>article|section|clause|paragraph|part|§§?)\s*(?P<id>\d{1,3}(?:\.\d{1,3})*(?:\([a-z0-9]{1,4}\))*|[ivxlc]{1,7}|[a-z])"
    r"(?P<stop>\.\d+)?(?P<after>[.:)]?(?:\s*[–—-]\s|[\t\v]|\s|$)|[.:](?=\w))",
    re.IGNORECASE,
)
_DECIMAL = re.compile(
    r"(?P<id>\d{1,3}(?:\.\d{1,3}){0,5})(?P<sub>(?:\([a-z0-9]{1,4}\))*)(?P<stop>\.?\)?)(?P<after>[\t\v\xa0 ]+|" r"$|(?=[A-Z“\"(\[]))"
)
_PAREN = re.compile(r"\((?P<id>[a-z]{1,6}|[A-Z]{1,6}|\d{1,3})\)[.:]?(?P<after>\s+|$|(?=[\w“\"(\[]))")
_CLOSING = re.compile(r"(?P<id>[a-z]{1,2}|[A-Z]|[ivxl]{1,6}|\d{1,3})\)(?P<after>\s+|$)")
_STOPPED = re.compile(r"(?P<id>[a-z]|[A-Z]|[ivxl]{1,6}|[IVXL]{1,6})\.(?P<after>\s+|$)")
_CODED = re.compile(r"(?P<id>[A-Z]{1,2}-(?P<count>\d{1,2}))(?:[.:]\s|\t)")
_BULLET = re.compile(r"(?:[•●▪◦■□▫∙·‣⁃\uf0b7\uf0a7]|[–—*-](?=\s)|o(?=\t))\s*")


def as_article(mark: Mark) -> Mark:
    """A capital letter or roman with a full stop above a heading ("IV. FEES", "A. Services") numbers articles, not list items."""
    if mark.style not in ("I.", "A."):
        return mark
    return replace(mark, family="article", label=mark.label.strip("()"), other=as_article(mark.other) if mark.other else None)


def parse_mark(label: str) -> Mark | None:
    """Read an automatic number such as "7.1", "(a)" or "Article IV."; nothing follows it. None for one we can't place."""
    label = label.strip()
    mark = read_mark(label + "\t")
    if mark is None:
        return None
    return replace(mark, end=0, weak=False, other=replace(mark.other, end=0, weak=False) if mark.other else None)


def read_mark(text: str) -> Mark | None:
    """Read the number that a paragraph begins with, typed as text; None if it begins with none."""
    start = len(text) - len(text.lstrip())
    text = text[start : start + 160]
    first = text[:1]
    if not first:
        return None
    mark: Mark | None = None
    if first.isdigit():
        mark = _decimal(text) or _closing(text)
    elif first == "(":
        mark = _paren(text)
    elif first.isascii() and first.isalpha():
        mark = _keyword(text) or _closing(text) or _stopped(text) or _coded(text)
    elif first == "§":
        mark = _keyword(text)
    if mark is None and (bullet := _BULLET.match(text)):
        mark = Mark("bullet", "bullet", "", 0, bullet.end())
    if mark is None or start == 0:
        return mark
    other = replace(mark.other, end=mark.other.end + start) if mark.other else None
    return replace(mark, end=mark.end + start, other=other)


def read_attachment(text: str) -> Mark | None:
    """Read the title line of a schedule, exhibit, annex or the like; the words of the title begin at `end`."""
    found = _ATTACHMENT.match(text.lstrip('[(“" \t'))
    if not found:
        return None
    lead = len(text) - len(text.lstrip('[(“" \t'))
    word, ident = found["word"].capitalize(), found["id"]
    ident = str(_NUMBER_WORDS[ident.lower()]) if ident.lower() in _NUMBER_WORDS else ident.upper()
    end = lead + found.end()
    end += len(text[end:]) - len(text[end:].lstrip(' \t\v\xa0.:–—-)]”"'))
    return Mark("attachment", word.lower(), f"{word} {ident}", ordinal_of(ident) or 1, end)


def ordinal_of(ident: str) -> int | None:
    """What a number, a roman or a letter counts: "7" 7, "IV" 4, "C" 3; a roman before a letter where it may be both."""
    if ident.isdigit():
        return int(ident)
    return roman_value(ident) or letter_value(ident)


def roman_value(ident: str) -> int | None:
    """The value of a roman number in either case, None if it isn't one."""
    rest = ident.lower()
    if not rest or not _ROMAN.match(rest):
        return None
    total = 0
    for digit, value in _ROMAN_VALUES:
        while rest.startswith(digit):
            total, rest = total + value, rest[len(digit) :]
    return total


def letter_value(ident: str) -> int | None:
    """a is 1, z 26, aa 27, bb 28: the way lists go on after z."""
    low = ident.lower()
    if len(low) == 1 and "a" <= low <= "z":
        return ord(low) - 96
    return 26 + ord(low[0]) - 96 if len(low) == 2 and low[0] == low[1] and "a" <= low[0] <= "z" else None


def _keyword(text: str) -> Mark | None:
    found = _KEYWORD.match(text)
    if not found:
        return None
    word, ident = found["word"].lower(), found["id"] + (found["stop"] or "")
    plain = found["after"] in (" ", "\xa0")
    rest = text[found.end() :].lstrip()
    # "Section 5 shall survive" and "Part of the" are sentences: after a mere blank a title must follow.
    if plain and not (rest[:1].isupper() or rest[:1] in '“"([') and rest:
        return None
    if word.startswith("§"):
        return Mark("decimal", "§", f"§ {ident}", int(re.findall(r"\d+", ident)[-1]), found.end()) if ident[0].isdigit() else None
    if "." in ident or "(" in ident:
        if not ident[0].isdigit():
            return None
        return _numeral(ident, found.end())
    ordinal = ordinal_of(ident)
    if ordinal is None or (plain and word in ("clause", "paragraph")):
        return None
    if word in ("section", "clause", "paragraph") and ident.isdigit():
        return Mark("decimal", "section", ident, ordinal, found.end())
    family: Family = "part" if word == "part" else "article"
    return Mark(family, word, f"{word.capitalize()} {ident.upper()}", ordinal, found.end())


def _numeral(ident: str, end: int) -> Mark:
    numbers, _, sub = ident.partition("(")
    parts = numbers.split(".")
    if sub:
        inner = sub.rstrip(")").split(")(")[-1]
        return Mark("decimal", ".".join("1" * len(parts)) + "(" * ident.count("("), ident, ordinal_of(inner) or 1, end)
    if len(parts) == 2 and parts[1] == "0":  # "7.0" numbers a section as "7." does
        parts = parts[:1]
    return Mark("decimal", ".".join("1" * len(parts)), ".".join(str(int(part)) for part in parts), int(parts[-1]), end)


def _decimal(text: str) -> Mark | None:
    found = _DECIMAL.match(text)
    if not found:
        return None
    rest = text[found.end() :]
    bare = "." not in found["id"] and not found["stop"] and not found["sub"]
    wide = "\t" in found["after"] or len(found["after"]) > 1
    if found["stop"] == ")":
        if "." not in found["id"]:
            return Mark("list", "1)", f"({found['id']})", int(found["id"]), found.end())
        return None
    if bare and not found["after"]:
        return None
    # A quantity, not a number: "30 days", "1.5 million", "99.9 %".
    if not wide and rest[:1] and not (rest[0].isupper() or rest[0] in "“\"‘'(["):
        if bare or not found["stop"]:
            return None
        return replace(_numeral(found["id"], found.end()), weak=True)
    mark = _numeral(found["id"] + found["sub"], found.end())
    return replace(mark, weak=bare and not wide)


def _paren(text: str) -> Mark | None:
    found = _PAREN.match(text)
    if not found:
        return None
    ident = found["id"]
    if ident.lower() == "c" and re.match(r"\s*(?:19|20)\d\d\b", text[found.end() :]):  # a copyright notice
        return None
    return _lettered(ident, "({})", found.end())


def _closing(text: str) -> Mark | None:
    found = _CLOSING.match(text)
    return _lettered(found["id"], "{})", found.end()) if found else None


def _stopped(text: str) -> Mark | None:
    found = _STOPPED.match(text)
    if not found:
        return None
    mark = _lettered(found["id"], "{}.", found.end())
    if mark is None:
        return None
    return replace(mark, weak=True, other=replace(mark.other, weak=True) if mark.other else None)


def _coded(text: str) -> Mark | None:
    found = _CODED.match(text)
    return Mark("decimal", "A-1", found["id"], int(found["count"]), found.end(), weak=True) if found else None


def _lettered(ident: str, shape: str, end: int) -> Mark | None:
    if ident.isdigit():
        return Mark("list", shape.format("1"), f"({ident})", int(ident), end)
    upper = ident.isupper()
    letter, roman = letter_value(ident), roman_value(ident)
    readings = []
    if roman is not None and (roman < 40 or letter is None):
        readings.append(Mark("list", shape.format("I" if upper else "i"), f"({ident})", roman, end))
    if letter is not None:
        readings.append(Mark("list", shape.format("A" if upper else "a"), f"({ident})", letter, end))
    if not readings:
        return None
    # "(i)" begins a roman list far more often than it is the ninth letter; "(c)", "(d)", "(l)" are letters.
    if len(readings) == 2 and readings[0].ordinal >= 40:
        readings.reverse()
    return replace(readings[0], other=readings[1]) if len(readings) == 2 else readings[0]
