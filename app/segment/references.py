"""Cross references: "section 13.1", "Clauses 14.2(a) and 15", "§ 3 of Schedule 5", "Article IX", and the clause that each names.

A number is looked up in the main part first and then in the schedule that speaks; "paragraph" the other way round. A reference to
a statute ("Article 28 GDPR", "§ 631 BGB", "section 2 of the ... Act") is none of ours and isn't listed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from app.domain.contract import Contract, Reference
from app.domain.span import Span
from app.segment.marks import ATTACHMENT_WORDS, letter_value, roman_value

_ITEM = (
    r"(?:\d{1,3}(?:\.\d{1,3})*(?:[ \xa0]?\([a-zA-Z0-9]{1,4}\))*|\([a-zA-Z0-9]{1,4}\)(?:[ \xa0]?\([a-zA-Z0-9]{1,4}\))*|"
    r"[IVXLC]{1,7}(?![\w’'])|[A-Z](?:-?\d{1,2})?(?![\w’']))"
)
_JOIN = r"(?:\s*(?:,\s*(?:and|or)?|;|and/or|and|or|&|to|through|–|-)\s*)"
_WORDS = (
    r"sections?|clauses?|articles?|paragraphs?|paras?\.?|sub-?(?:sections?|clauses?|paragraphs?)|"
    r"parts?|appendices|annexures?|annexes|" + "|".join(word + "s?" for word in ATTACHMENT_WORDS.split("|") if word not in ("annexure",))
)
_REFERENCE = re.compile(
    rf"(?P<word>\b(?:{_WORDS})|§§?)(?:[ \xa0]|(?<=§)|(?=\())(?:no\.?[ \xa0])?(?P<items>{_ITEM}(?:{_JOIN}(?:(?:and|"
    rf"or)\s+)?(?:(?:{_WORDS}|§)[ \xa0])?{_ITEM})*)",
    re.IGNORECASE,
)
_EACH = re.compile(rf"(?P<join>{_JOIN})?(?:(?P<word>(?:{_WORDS})|§)[ \xa0])?(?P<item>{_ITEM})", re.IGNORECASE)
_BARE = re.compile(
    r"(?:\b(?:under|see|what|pursuant to|subject to|in accordance with|in|of|and|or|to)[ \xa0]|"
    r"\n)(?P<item>\d{1,2}\.\d{1,2}(?:\([a-z]\))?)(?![\d%\w]|\.\d|[ \xa0]?(?:%|per cent|percent|"
    r"million|billion|hours?|days?|months?|GB|MB|GHz))"
)
_WITHIN = re.compile(
    rf"[ \xa0]+(?:of|to|in)[ \xa0]+(?:the[ \xa0]+)?(?P<word>{ATTACHMENT_WORDS}|section|clause|"
    rf"article|part|paragraph|§)[ \xa0]*(?P<item>{_ITEM})",
    re.IGNORECASE,
)
_BEFORE_STATUTE = re.compile(r"(?:U\.?S\.?C\.?|C\.?F\.?R\.?|Code|Act|Regulations?|GDPR|BGB)(?: Ann\.)?,?[ \xa0]+$")
_STATUTE = re.compile(
    r"[a-z]?(?:[ \xa0]?\(\w{1,3}\))*(?:[ \xa0](?:sentence|no\.|lit\.|para\.?|et seq\.?)[ \xa0]?\w*)*[ \xa0]*(?:,?[ \xa0]*(?:of|"
    r"in|under|to)[ \xa0]+(?:the[ \xa0]+)?(?:[A-Z0-9][\w.’'()&/-]*[ \xa0,]+(?:(?:of|and|on|for|"
    r"the|to|in)[ \xa0]+)*){0,9}"
    r"(?:Acts?|Code|Laws?|Regulations?|Directive|Rules?|Convention|Constitution|Statutes?|Treaty|"
    r"Order|Ordinance|Decree|GDPR|CCPA|CPRA|HIPAA|Uniform|"
    r"U\.S\.C|C\.F\.R|USC|CFR|Rome|Act)\b|(?:GDPR|UK[ \xa0]GDPR|DSGVO|U\.S\.C|USC|CFR|C\.F\.R|"
    r"of the U\.S|[A-Z]{2,4}B\b|[A-Z][a-z]+[A-Z]\b|HGB|UGB|TFEU|RC\b))"
)
_ITEM_WORD = re.compile(r"^[A-Z]$")
_ELSEWHERE = re.compile(
    r"[ \xa0]+(?:of|to|in|under)[ \xa0]+(?:the|that|such|its|his|each|any)[ \xa0]+(?:[A-Z][\w’'-]*[ \xa0]+){0,5}(?:Agreement|"
    r"Terms|Policy|Contract|Plan|Licen[cs]e|Lease|Indenture|Form|Report)\b"
)
_PLURALS = {
    "appendices": "appendix",
    "annexes": "annex",
    "annexures": "annexure",
    "para": "paragraph",
    "para.": "paragraph",
    "paras": "paragraph",
}
_ATTACHMENTS = frozenset(ATTACHMENT_WORDS.split("|"))
_LETTERED = _ATTACHMENTS | {"article", "part"}
_RELATIVE = frozenset(("paragraph", "subparagraph", "subsection", "subclause", "part"))


def find_references(contract: Contract) -> tuple[Reference, ...]:
    """All cross references, in order; each item of a list is one, and so is each number inside a range."""
    index = _Index(contract)
    found = [reference for match in _REFERENCE.finditer(contract.text) for reference in _of_match(contract, index, match)]
    found = [r for before, r in zip([None, *found], found, strict=False) if before is None or not _inside(r.span, before.span)]
    taken = [r.span for r in found]
    starts = [span.start for span in taken]
    for match in _BARE.finditer(contract.text):
        span = Span(*match.span("item"))
        at = bisect_right(starts, span.start) - 1
        target = index.find(None, match["item"], None, span.start)
        if (
            target
            and not (at >= 0 and taken[at].end > span.start)
            and index.owner(span.start) != target
            and index.own_start(span.start) < span.start
        ):
            found.append(Reference(span, match["item"], target))
    found.sort(key=lambda r: (r.span.start, r.span.end))
    return tuple(found)


def _inside(span: Span, outer: Span) -> bool:
    """The "Schedule 5" of "§ 3 of Schedule 5" is a part of that reference, not another."""
    return span != outer and outer.covers(span)


def _of_match(contract: Contract, index: _Index, match: re.Match[str]) -> Iterator[Reference]:
    text = contract.text
    word = _singular(match["word"])
    if word in ("part",) and not match["word"][0].isupper():
        return
    after = text[match.end() : match.end() + 160]
    before = text[max(0, match.start() - 24) : match.start()]
    if word not in _ATTACHMENTS and (_STATUTE.match(after) or _BEFORE_STATUTE.search(before)):
        return
    within = _WITHIN.match(text, match.end()) if word not in _ATTACHMENTS else None
    foreign = _ELSEWHERE.match(after) is not None
    previous: str | None = None
    for position, each in enumerate(_EACH.finditer(text, match.start("items"), match.end("items"))):
        item = each["item"]
        if item[0].isalpha() and item != item.upper():
            continue  # the search ignores case for the words' sake; letters that number are capitals
        # "Exhibits A and B" but "Section 5 and A ...": a letter alone is an item only for what letters number.
        if _ITEM_WORD.match(item) and word not in _ATTACHMENTS | {"part", "section", "article"}:
            continue
        if item.startswith("(") and (word in _LETTERED or (previous is not None and not previous.endswith(")"))):
            continue  # the next item of an enumeration in the text: "(i) Exhibit A; (ii) ..."
        if each["word"]:
            word = _singular(each["word"])
        start = match.start() if position == 0 else each.start("word") if each["word"] else each.start("item")
        scope = f"{within['word']} {within['item']}".lower() if within and each.end() == match.end("items") else None
        end = within.end() if within and scope else each.end()
        span = Span(start, end)
        label = _label(word, item, match["word"]) + (text[each.end() : end] if scope else "")
        if not foreign and (each["join"] or "").strip() in ("to", "through", "–", "-") and previous is not None:
            for between in _range(previous, item):
                yield Reference(span, _label(word, between, match["word"]), index.find(word, between, scope, start))
        previous = item
        target = None if foreign else index.find(word, item, scope, start)
        if target is not None and target == index.owner(start) and index.own_start(start) + 3 > start:
            continue  # the clause's own number
        yield Reference(span, label, target)


def _singular(word: str) -> str:
    low = word.lower().replace("sub-", "sub")
    if low.startswith("§"):
        return "§"
    return _PLURALS.get(low, low[:-1] if low.endswith("s") and low not in _ATTACHMENTS else low)


def _label(word: str, item: str, written: str) -> str:
    return f"{word.capitalize() if written[:1].isupper() else word} {item}"


def _range(first: str, last: str) -> list[str]:
    """What lies between two numbers of one level: 13.2 to 13.4 leaves 13.3. Nothing for a range that is no list of clauses."""
    a, b = re.fullmatch(r"(.*?)(\d+)", first), re.fullmatch(r"(.*?)(\d+)", last)
    if a and b and a[1] == b[1] and 0 < int(b[2]) - int(a[2]) <= 60:
        return [f"{a[1]}{n}" for n in range(int(a[2]) + 1, int(b[2]))]
    romans = roman_value(first), roman_value(last)
    if romans[0] and romans[1] and 0 < romans[1] - romans[0] <= 40:
        return [str(n) for n in range(romans[0] + 1, romans[1])]
    if re.fullmatch("[A-Z]", first) and re.fullmatch("[A-Z]", last) and first < last:
        return [chr(c) for c in range(ord(first) + 1, ord(last))]
    return []


class _Index:
    """Clause ids by scope ("" for the main part, "schedule 2") and number within it."""

    def __init__(self, contract: Contract) -> None:
        self.contract = contract
        self.clauses = {clause.id: clause for clause in contract.clauses}
        self.starts = [clause.own.start for clause in contract.clauses]
        self.by_number: dict[tuple[str, str], str] = {}
        self.local: dict[str, tuple[str, str]] = {}
        for clause in contract.clauses:
            if clause.number is None:
                continue
            scope, local = self._split(clause.number)
            self.local[clause.id] = (scope, local)
            known = self.by_number.get((scope, local))
            if known is None or len(self.clauses[known].span) * 4 < len(clause.span):
                self.by_number[scope, local] = clause.id

    def find(self, word: str | None, item: str, scope: str | None, offset: int) -> str | None:
        """The id of the clause that is meant, None if there is none."""
        item = re.sub(r"\s", "", item)
        if word in _ATTACHMENTS:
            return self.by_number.get((f"{word} {_key(item)}", "")) or self._attachment_by_other_id(word or "", item)
        here = self._scope_of(offset)
        if scope is not None:
            name, _, number = scope.rpartition(" ")
            if name in _ATTACHMENTS:
                return self._look(f"{name} {_key(number)}", word, item)
            return self._look("", None, number + item) or self._look(here, None, number + item)
        if item.startswith("(") or word in _RELATIVE:
            relative = self._relative(offset, item)
            if relative:
                return relative
        order = (here, "") if word in _RELATIVE else ("", here)
        return next((hit for s in order if (hit := self._look(s, word, item))), None) or (self._part(item) if word == "part" else None)

    def owner(self, offset: int) -> str | None:
        at = bisect_right(self.starts, offset) - 1
        return self.contract.clauses[at].id if at >= 0 else None

    def own_start(self, offset: int) -> int:
        at = bisect_right(self.starts, offset) - 1
        return self.starts[at] if at >= 0 else 0

    def _look(self, scope: str, word: str | None, item: str) -> str | None:
        key = _key(item)
        words = [f"part {key}"] if word == "part" else [f"article {key}", key] if word == "article" else [key, f"article {key}"]
        for candidate in words:
            if hit := self.by_number.get((scope, candidate)):
                return hit
        # "13.2(a)" where the letters run on in the paragraph of 13.2.
        base, opening, letters = key.partition("(")
        if base and opening and (hit := self.by_number.get((scope, base))):
            clause = self.clauses[hit]
            if "(" + letters.split(")(")[0].rstrip(")") + ")" in clause.span.of(self.contract.text).lower():
                return hit
        return None

    def _part(self, item: str) -> str | None:
        """A part of some schedule that is named without it, if only one has such a part."""
        hits = [ident for (_, local), ident in self.by_number.items() if local == f"part {_key(item)}"]
        return hits[0] if len(hits) == 1 else None

    def _relative(self, offset: int, item: str) -> str | None:
        """ "Paragraph (3)" inside of § 12 is § 12(3)."""
        clause = self.clauses.get(self.owner(offset) or "")
        label = item if item.startswith("(") else f"({item})"
        while clause is not None:
            scope, local = self.local.get(clause.id, ("", ""))
            if local and (hit := self.by_number.get((scope, local + label.lower()))):
                return hit
            clause = self.clauses.get(clause.parent or "")
        return None

    def _scope_of(self, offset: int) -> str:
        clause = self.clauses.get(self.owner(offset) or "")
        while clause is not None:
            if clause.id in self.local:
                return self.local[clause.id][0]
            clause = self.clauses.get(clause.parent or "")
        return ""

    def _split(self, number: str) -> tuple[str, str]:
        scope, comma, local = number.partition(", ")
        if not comma:
            word, _, ident = number.partition(" ")
            if word.lower() in _ATTACHMENTS or word.lower() in ("statement", "order"):
                return f"{word.lower()} {_key(ident)}", ""
            scope, local = "", number
        else:
            word, _, ident = scope.partition(" ")
            scope = f"{word.lower()} {_key(ident)}"
        word, _, ident = local.partition(" ")
        if word.lower() in ("article", "part"):
            return scope, f"{word.lower()} {_key(ident)}"
        return scope, _key(local.lstrip("§ "))

    def _attachment_by_other_id(self, word: str, item: str) -> str | None:
        value = roman_value(item) or letter_value(item)
        return self.by_number.get((f"{word} {value}", "")) if value and not item.isdigit() and len(item) > 1 else None


def _key(item: str) -> str:
    """Numbers in one form: "IV" is "4", "7.1 (A)" is "7.1(a)", letters are lower case."""
    item = re.sub(r"[\s.]+$", "", item.strip())
    if len(item) > 1 or item in ("I", "V", "X"):
        value = roman_value(item) if item.isupper() else None
        if value:
            return str(value)
    return item.replace(" ", "").replace("\xa0", "").lower()
