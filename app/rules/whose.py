"""Whose a thing is, however it is said: belongs to, is the property of, vests in, owns, makes over, lays no claim, a table's cell.

The thing itself is the asking rule's: it gives a function that finds its subject in a stretch. A statement that one side never gets
it gives it to the other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from app.domain.span import Span
from app.rules.reading.passage import Hit, Sentence, Stretch
from app.rules.reading.pattern import expression, phrase, stems
from app.rules.reading.subjects import said_after, said_before

Find = Callable[[Stretch], Hit | None]

_OWNER = r"(?P<owner>CUSTOMER|VENDOR|EITHER)"
_ADV = r"(?: [a-z,]+){0,5}?"
_BE = r"(?:(?:is|are|be) (?:treated|regarded|deemed|considered|taken) (?:as|to be)|counts? as|(?:is|are) and shall remain|is|are|be|been|being|remains?|stays?|becomes?|become|count as|counts as|constitutes?)"
_ASSET = r"(?:propert(?:y|ies)|ownership|assets?|title|possession|goods|belongings)"
_RIGHTS = r"(?:rights?|title|ownership|interests?|copyrights?|propert(?:y|ies)|proprietorship)"
TO_SIDE = expression(
    rf"\b(?:(?:belong|vest|accrue|revert|inure|enure|fall|appertain|pertain)(?:s|ed|ing)?{_ADV} (?:to|in|with|on|upon)|"
    rf"{_BE}{_ADV} (?:owned{_ADV} by|{_ASSET} of|vested{_ADV} in|the sole {_ASSET} of|due to|assigned to|transferred to|held by|reserved to|reserved for)|"
    rf"(?:rests?|lies?|lie|resides?|remains?|stays?|sits?|is|are|be)(?: [a-z]+){{0,3}}? (?:with|in|vested in)|"
    rf"{_RIGHTS}[a-zA-Z', ]{{0,80}}? (?:go|goes|pass|passes|transfer|transfers|fall|falls|move|moves)(?: [a-z]+){{0,3}}? to) {_OWNER}(?P<of>'s\b)?"
)
IS_SIDES = expression(
    rf"\b{_BE}(?:,? (?:and|shall|will|at|all|times|always|forever|remain|stay|be|become|solely|exclusively|wholly|still|also|entirely|thus|hereby|from|the|outset|in|any|case|upon|on|creation|to|stays|remains))* "
    rf"(?P<owner>CUSTOMER|VENDOR)'s(?P<of> (?:alone|own|sole|exclusive|absolute|{_ASSET}|to|and|entirely|in|from|for|at|throughout|upon|on|with|without|once|as)\b| ?[.,;:)\n]|$)"
)
IS_YOURS = expression(
    r"\b(?:is|are|remains?|stays?|be) (?:and (?:remains?|stays?|shall remain) )?(?:all )?(?:(?P<yours>yours)|(?P<ours>ours))\b"
)
ITS_PROPERTY = phrase(rf"(?:{_BE}) (?:its|their|his) (?:own |sole |exclusive )*{_ASSET}")
SIDE_HAS = expression(
    r"\b(?P<owner>CUSTOMER|VENDOR|EITHER)(?:'s group| and its [a-z]+)?(?: [a-z]+){0,3}? "
    r"(?:owns?|(?:is|are|be|remains?|becomes?)(?: [a-z]+){0,4}? the (?:[a-z]+ )*(?:owners?|proprietors?|masters?|title-?holders?|holders?)|"
    r"(?:has|have|holds?|retains?|keeps?|reserves?|enjoys?|acquires?|takes?|gets?|obtains?|receives?)(?: [a-z,]+){0,6}? (?:title|ownership|copyrights?|propert(?:y|ies))|"
    r"(?:has|have|holds?|retains?|keeps?|reserves?|enjoys?|acquires?|takes?|gets?|obtains?|receives?)(?: to itself)? (?:all|every|full|any and all|the entire|the sole|the exclusive|sole|exclusive|each)(?: [a-z,]+){0,5}? (?:rights?|interests?))"
)
MAKES_OVER = expression(
    r"\b(?P<giver>CUSTOMER|VENDOR)(?: [a-z]+){0,5}? (?:assigns?|transfers?|cedes?|conveys?|makes? over|gives? up|surrenders?|yields?|signs? (?:over|away)|passes|grants? and assigns?|vests?)"
    r"(?: [a-zA-Z',-]+){0,24}? (?:to|in) (?P<owner>CUSTOMER|VENDOR)\b"
)
NEVER_GETS = expression(
    rf"\b(?:(?:{_RIGHTS})[a-zA-Z', ]{{0,60}}? (?:never|not|nor)(?: [a-z]+){{0,2}} (?:pass|vest|transfer|go|goes|accrue|fall|belong)[a-z]* (?:to|in|on) (?P<other>CUSTOMER|VENDOR)|"
    r"(?P<other2>CUSTOMER|VENDOR)(?: [a-z]+){0,4}? (?:(?:lays?|makes?|asserts?|claims?|has|have|acquires?|takes?|gains?|obtains?|gets?|raises?|receives?)(?: [a-z]+)? (?:no|neither|not any)(?: [a-z]+){0,4} (?:claims?|title|ownership|rights?|propert(?:y|ies)|interests?)|"
    r"claims? (?:neither|nothing|none)|(?:do|does|shall|will|can)(?: not|n't)(?: [a-z]+)? (?:own|claim|acquire|assert|take|gain|obtain)|(?:shall|will) (?:never|not) (?:own|claim|acquire|assert)))"
)
CEASES = expression(r"\b(?:ceases?|stops?) to (?:be|belong to)(?: the property of)? (?P<other>CUSTOMER|VENDOR)\b")
AUTHORED = expression(
    r"\b(?:deemed|regarded|treated|considered|taken|held)(?: [a-z]+){0,4}? (?:made|created|written|produced|authored|prepared|drawn up|work|works)(?: product)? (?:by|of) (?P<owner>CUSTOMER|VENDOR)\b"
)
CELL = expression(r"\n ?(?P<owner>CUSTOMER|VENDOR)(?P<of>'s)?\b")
OWNING = stems(
    "belong own. owns. owned owner propert title right vest proprietor copyright yours ours assign transfer cede convey claim deemed accrue revert hold holds rest lie stay remain with"
)
NOT_THE_THING = phrase(r"the right to|no right to|a right to|rights? to (?:use|view|access|terminate|suspend|change|inspect)")


def _denied(hit: Hit) -> bool:
    """Whether the statement is denied: "never passes to" stands inside of the words themselves."""
    return hit.negated or any(f" {word} " in hit.words for word in ("not", "never", "no", "nor"))


def whose(sentence: Sentence, find: Find, *, is_row: bool = False) -> Iterator[tuple[Hit, str]]:
    """Each statement of who owns what `find` finds: the words, and customer, vendor or either."""
    if is_row:
        cell = next(iter(sentence.hits(CELL)), None)
        if cell is not None and cell.groups.get("of") is None and find(sentence.before(cell)) is not None:
            yield cell, cell.groups["owner"].lower()
        return
    if find(sentence) is None:
        return
    for hit in sentence.hits(NEVER_GETS):
        other = hit.groups.get("other") or hit.groups["other2"]
        yield hit, "customer" if other == "VENDOR" else "vendor"
    for hit in sentence.hits(CEASES):
        if not hit.negated and find(said_before(hit)) is not None:
            yield hit, "customer" if hit.groups["other"] == "VENDOR" else "vendor"
    for hit in sentence.hits(TO_SIDE, IS_SIDES, AUTHORED):
        if _denied(hit) or find(said_before(hit)) is None:
            continue
        if hit.groups.get("of") != "'s":
            yield hit, hit.groups["owner"].lower()
    for hit in sentence.hits(IS_YOURS):
        if not hit.negated and find(said_before(hit)) is not None:
            yield hit, "customer" if "yours" in hit.groups else "vendor"
    for hit in sentence.hits(ITS_PROPERTY):
        if not hit.negated and hit.actor in ("customer", "vendor") and find(said_before(hit)) is not None:
            yield hit, hit.actor
    for hit in sentence.hits(SIDE_HAS):
        after = Stretch(hit.view, Span(hit.at.start, said_after(hit).at.end))
        if (
            not hit.negated
            and not hit.sentence.has(NOT_THE_THING)
            and " no " not in hit.words
            and " not " not in hit.words
            and find(after) is not None
        ):
            yield hit, hit.groups["owner"].lower()
    for hit in sentence.hits(MAKES_OVER):
        if (
            not _denied(hit)
            and hit.groups["giver"] != hit.groups["owner"]
            and sentence.has(phrase(r"rights?|title|ownership|propert(?:y|ies)|copyrights?|interests?|assigns?|cedes?"))
        ):
            yield hit, hit.groups["owner"].lower()
