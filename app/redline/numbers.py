"""A figure put in place of another, in the style in which the contract writes it: "ninety (90) days" gives "thirty (30) days"."""

from __future__ import annotations

import re

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()
_WORD = "|".join([*_ONES, *_TENS[2:], "hundred", "thousand"])
_WORDS = rf"(?:(?:a |one )?(?:{_WORD})(?:[ -](?:and )?(?:{_WORD}))*)"
_FIGURE = r"[0-9]+(?:[.,][0-9]+)*"
_UNIT = (
    r"(?P<unit>(?:[ -](?:calendar|business|working|full|consecutive))*[ -]?(?:hour|day|week|fortnight|month|quarter|year)"
    r"(?P<plural>s?)(?P<own>['’]?)|[ ]?%|[ ]?per ?cent|[ ]percent)"
)
_QUANTITY = re.compile(
    rf"(?:(?P<words>{_WORDS})(?P<gap> ?)(?:\((?P<figures>{_FIGURE})\))?|(?P<bare>{_FIGURE})(?: \({_WORDS}\))?){_UNIT}", re.IGNORECASE
)


def in_words(number: int) -> str:
    """A whole number below a thousand in words: "one hundred and eighty" is 180."""
    if not 0 <= number < 1000:
        raise ValueError(f"{number} is not written in words")
    if number < 20:
        return _ONES[number]
    if number < 100:
        return _TENS[number // 10] + (f"-{_ONES[number % 10]}" if number % 10 else "")
    rest = number % 100
    return f"{_ONES[number // 100]} hundred" + (f" and {in_words(rest)}" if rest else "")


def restated(words: str, value: float, unit: str) -> str | None:
    """The first quantity of a passage replaced by another value and unit ("day", "hour", "month", "percent"); None if it has none.

    Words stay words, figures stay figures, and both stay both. A value that isn't whole is written in figures.
    """
    match = _QUANTITY.search(words)
    if match is None:
        return None
    whole = value == int(value)
    figures = str(int(value)) if whole else f"{value:g}"
    spoken = in_words(int(value)) if whole and 0 <= value < 1000 else figures
    if match["words"]:
        number = spoken + (f"{match['gap'] or ' '}({figures})" if match["figures"] else "")
        if match["words"][:1].isupper():
            number = number[:1].upper() + number[1:]
    else:
        number = figures
    if unit == "percent":
        tail = match["unit"] if "%" in match["unit"] or "cent" in match["unit"] else " percent"
    else:
        joint = "-" if match["unit"].startswith("-") else " "
        tail = f"{joint}{unit}" + ("s" if value != 1 and joint == " " else "") + (match["own"] or "")
    return words[: match.start()] + number + tail + words[match.end() :]
