"""What each paragraph is for the structure: a heading, a numbered or plain clause, a table row, a signature, a contents entry.

Judged from styles where there are any, else from layout: bold, capitals, a short line without a stop. Where a document uses bold
or styles for its headings, a short plain line isn't one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from app.domain.document import Document, Paragraph
from app.segment.marks import Mark, as_article, parse_mark, read_attachment, read_mark

LineKind = Literal["heading", "body", "row", "attachment", "signature", "contents", "title", "apart"]

# A heading is a phrase; longer than this it is a sentence.
_HEADING_WORDS, _HEADING_CHARACTERS = 14, 110
_RUN_IN_WORDS = 9
# A cell longer than this holds clauses, not values: such a table only lays out the page.
_ROW_PARAGRAPHS, _ROW_CHARACTERS = 12, 3000

_VERBS = re.compile(
    r"\b(?:shall|will|must|may|can|cannot|is|are|was|were|be|been|has|have|had|does|do|did|agrees?|means?|provides?|grants?|pays?|"
    r"hereby|says?|warrants?|it|they|we|you|he|she|i|who|which|whereas|if|unless|please|including)\b(?!['’])",
    re.IGNORECASE,
)
_DUTY = re.compile(r"\b(?:shall|must|hereby|agrees?)\b")
# Below these words the contract itself begins, even where they look like a title's.
_INTRODUCES = re.compile(r"\b(?:between|agreement|contract|entered|dated|parties|licen[cs]e|terms)\b", re.IGNORECASE)
_KNOWN_HEADING = re.compile(
    r"(?:recitals?|background|preamble|introduction|(?:the )?parties|w ?i ?t ?n ?e ?s ?s ?e ?t ?h|"
    r"whereas|agreed terms|terms and conditions"
    r"|(?:key )?definitions|particulars|general provisions|miscellaneous|operative provisions|statement of purpose)\W*$",
    re.IGNORECASE,
)
RECITAL_HEADING = re.compile(r"(?:recitals?|background|preamble|introduction|w ?i ?t ?n ?e ?s ?s ?e ?t ?h|whereas)\W*$", re.IGNORECASE)
_SIGNATURE = re.compile(
    r"(?:in witness (?:whereof|thereof)|signed (?:by|for|and delivered|as a deed)|executed (?:by|as|for)|for and on behalf of"
    r"|(?:agreed|accepted|acknowledged) and (?:agreed|accepted)\b|by:?\s*(?:/s/|_{2,}|\.{4,}|$)|/s/|signatures?\b\W*(?:_|\.{3}|$|:)"
    r"|authori[sz]ed (?:signature|signatory)\W*(?:_|\.{3}|$|:)|_{6,}|[.…]{8,}|for the \w+$|-?\s*signature page)",
    re.IGNORECASE,
)
_CLOSING_WORDS = re.compile(r"(?:in witness (?:whereof|thereof)|signed (?:by|for)|(?:this|the) \w+ has been (?:entered|executed|signed)"
                            r"|executed (?:by|as|for)|the parties have (?:caused|executed|signed))", re.IGNORECASE)  # fmt: skip
_SIGNATURE_FIELD = re.compile(
    r"(?:by|name|title|date|its|print(?:ed)? name|position|place|witness|signature|organi[sz]ation|company|address|e-?mail)\s*:"
    r"|_{3,}|[.…]{5,}|/s/",
    re.IGNORECASE,
)
_CONTENTS_END = re.compile(r"(?:[.…_ ]{4}|\t|\s{3})\s{0,40}(?:page\s)?(?:[A-Z]-)?(?:\d{1,3}|[ivx]{1,5})\s*$")
_CONTENTS_CHARACTERS = 220
_CONTENTS_HEADING = re.compile(r"(?:table of )?contents\W*$|index\W*$", re.IGNORECASE)
_RUN_IN = re.compile(
    r"[“\"‘']?(?P<heading>[A-Z0-9][^.:!?\t\v\n]{1,78}?)(?P<stop>[.:](?=[\s\xa0]|$)|\s[–—-]{1,2}(?=\s)|" r"\t)[”\"’']?[\s\xa0]*(?P<next>\S?)"
)
_ABBREVIATIONS = frozenset(("no", "inc", "ltd", "co", "corp", "e.g", "i.e", "mr", "ms", "dr", "u.s", "vs", "art", "sec", "llc"))
_SMALL_WORDS = frozenset(
    "a an and as at by for from in into not of on or per the to under upon with without no between beyond after before during "
    "against within through than".split()
)
# What a short sentence begins with, and a heading rarely does.
_OPENERS = frozenset(
    "the this these that those we you it each either both neither nothing nobody all any no some there here for in as if".split()
)


@dataclass(slots=True)
class Line:
    """A paragraph, or a table row or signature block of several, as the tree sees it.

    `first` and `last` are paragraph indices. `rank` is the level of its heading style. `heading` is the whole line's or the
    run-in's heading text, without the number. `whole` says that the heading is all there is.
    """

    first: int
    last: int
    text: str
    kind: LineKind
    mark: Mark | None = None
    heading: str | None = None
    whole: bool = False
    rank: int | None = None
    indent: float = 0.0


def read_lines(document: Document) -> list[Line]:
    """The lines of a document in order. Blank paragraphs belong to none."""
    reader = _Reader(document)
    return list(_signatures_joined(list(_titles(list(reader.lines())))))


class _Reader:
    """Knows what this document uses for its headings."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.text
        body = [p for p in document.paragraphs if p.cell is None and p.story == "body" and len(p.span)]
        styled = sum(1 for p in body if p.heading)
        bold = sum(1 for p in body if p.bold and len(p.span) <= _HEADING_CHARACTERS)
        self.marks_headings = styled + bold >= 3
        self.signature_tables = self._signature_tables()
        self.page_tables = self._page_tables()

    def lines(self) -> Iterator[Line]:
        paragraphs = self.document.paragraphs
        index, contents = 0, False
        while index < len(paragraphs):
            paragraph = paragraphs[index]
            last = index
            if not self.text[paragraph.span.start : paragraph.span.end].strip():
                index += 1
                continue
            cell = paragraph.cell
            if cell is not None and (cell.table, cell.row) not in self.page_tables:
                while last + 1 < len(paragraphs):
                    following = paragraphs[last + 1].cell
                    if following is None or (following.table, following.row) != (cell.table, cell.row):
                        break
                    last += 1
                yield self._row(index, last)
            else:
                line = self._line(index, paragraph)
                if line.kind == "contents" and _CONTENTS_HEADING.match(line.text):
                    contents = True
                elif contents and line.kind == "heading" and not self._is_contents(paragraph, line.text):
                    contents = False
                yield line
            index = last + 1

    def _row(self, first: int, last: int) -> Line:
        paragraphs = self.document.paragraphs
        start, end = paragraphs[first].span.start, paragraphs[last].span.end
        text = self.text[start:end]
        cell = paragraphs[first].cell
        kind: LineKind = "signature" if cell and cell.table in self.signature_tables else "row"
        lead = next((t for t in text.split("\n") if t.strip()), "").strip()
        number = next((p.number for p in paragraphs[first : last + 1] if p.number), None)
        mark = parse_mark(number) if number else None
        heading = lead if len(lead) <= 90 and "\n" in text.strip() else None
        return Line(first, last, text, kind, mark if mark and mark.family != "bullet" else None, heading)

    def _line(self, index: int, paragraph: Paragraph) -> Line:
        text = self.text[paragraph.span.start : paragraph.span.end]
        line = Line(index, index, text, "body", rank=paragraph.heading, indent=paragraph.indent)
        if paragraph.story != "body":
            line.kind = "apart"
        elif self._is_contents(paragraph, text):
            line.kind = "contents"
        elif _SIGNATURE.match(text.strip()) or (_CLOSING_WORDS.match(text.strip()) and len(text) < 400):
            line.kind = "signature"
        else:
            self._read_mark(line, paragraph)
        return line

    def _read_mark(self, line: Line, paragraph: Paragraph) -> None:
        attachment = read_attachment(line.text)
        rest = line.text.strip()
        if attachment and self._is_attachment_title(line, paragraph, attachment):
            line.kind, line.mark = "attachment", attachment
            line.heading, line.whole = line.text[attachment.end :].strip() or None, True
            return
        line.mark = parse_mark(paragraph.number) if paragraph.number else None
        if line.mark and line.mark.style == "1" and paragraph.level:
            # "1." of a list inside a list is a sequence of its own; only its level tells it from the outer one.
            line.mark = replace(line.mark, style=f"1@{paragraph.level}")
        typed = read_mark(line.text) if line.mark is None or line.mark.family == "bullet" else None
        if paragraph.number and (titled := read_attachment(paragraph.number)):
            line.kind, line.mark, line.heading, line.whole = "attachment", titled, rest or None, True
            return
        if typed:
            line.mark = typed
            rest = line.text[typed.end :].strip()
        if self._is_heading(rest, line, paragraph):
            line.kind, line.heading, line.whole = "heading", rest.rstrip(" .:"), True
            line.mark = as_article(line.mark) if line.mark else None
        else:
            line.heading = run_in_heading(rest)

    def _is_attachment_title(self, line: Line, paragraph: Paragraph, mark: Mark) -> bool:
        text = line.text.strip()
        if len(text) > _HEADING_CHARACTERS + 30 or text.endswith((";", ",")):
            return False
        rest = text[mark.end :].lstrip(' \t\v.:–—-)]”"')
        if paragraph.heading or (paragraph.bold and not text.endswith(".")):
            return True
        if not rest:
            return True
        if _VERBS.search(rest) and not rest.isupper():
            return False
        return rest[:1].isupper() or rest[:1] in '“"([' or rest[:1].isdigit()

    def _is_heading(self, rest: str, line: Line, paragraph: Paragraph) -> bool:
        if not rest:
            return bool(line.mark and line.mark.family in ("article", "part"))
        if paragraph.heading is not None and paragraph.heading <= 6:
            # A style can number whole sentences; those are clauses at that level.
            return len(rest) <= 160 and not (rest.endswith((".", ";")) and len(rest.split()) > _HEADING_WORDS)
        if _KNOWN_HEADING.match(rest):
            return True
        words = rest.split()
        if len(rest) > _HEADING_CHARACTERS or len(words) > _HEADING_WORDS or rest.endswith((";", ",", "and", "or")):
            return False
        if not re.search(r"[^\W\d_]{2}", rest) or _SIGNATURE_FIELD.search(rest):
            return False
        if rest[0] in '“"‘' and len(words) > 1 and rest[-1] in ".:":
            return False
        capitals = rest.isupper()
        family = line.mark.family if line.mark else None
        if paragraph.bold or capitals:
            lettered = line.mark is not None and line.mark.style in ("A.", "I.")
            return (family not in ("list", "bullet") or lettered) and not (rest.endswith(".") and _VERBS.search(rest))
        if rest.endswith((".", ":", "?", "!")) and family is None:
            return False
        if not rest[0].isupper():
            return False
        if family in ("decimal", "article", "part") and not rest.endswith((".", ":")) and len(words) <= 8:
            return not _DUTY.search(rest) and not rest.endswith(",")
        if ". " in rest:
            return False
        if _VERBS.search(rest):
            return False
        if family in ("decimal", "article", "part"):
            return len(words) <= 6 and words[0].lower() not in _OPENERS if rest.endswith((".", ":")) else True
        return family is None and not self.marks_headings and _title_case(words) and not any(c.isdigit() for c in rest)

    def _is_contents(self, paragraph: Paragraph, text: str) -> bool:
        style = (paragraph.style or "").lower().replace(" ", "")
        if style.startswith(("toc", "contents", "tableofcontents")):
            return True
        if len(text) > _CONTENTS_CHARACTERS:
            return False
        return bool(_CONTENTS_HEADING.match(text.strip()) or (_CONTENTS_END.search(text) and not text[:1].isspace()))

    def _signature_tables(self) -> set[int]:
        fields: dict[int, int] = {}
        longest: dict[int, int] = {}
        for paragraph in self.document.paragraphs:
            if paragraph.cell is None:
                continue
            table = paragraph.cell.table
            text = self.text[paragraph.span.start : paragraph.span.end].strip()
            longest[table] = max(longest.get(table, 0), len(text))
            blank = re.search(r"_{4,}|[.…]{6,}|/s/", text) or re.match(r"(?:by|signature|name|title|date)\s*:", text, re.IGNORECASE)
            fields[table] = fields.get(table, 0) + bool(blank)
        return {table for table, count in fields.items() if count >= 2 and longest[table] < 250}

    def _page_tables(self) -> set[tuple[int, int]]:
        """Rows that hold clauses rather than values: their paragraphs are read one by one."""
        counts: dict[tuple[int, int], list[int]] = {}
        for paragraph in self.document.paragraphs:
            if paragraph.cell is not None and len(paragraph.span):
                entry = counts.setdefault((paragraph.cell.table, paragraph.cell.row), [0, 0])
                entry[0] += 1
                entry[1] += len(paragraph.span)
        return {row for row, (count, length) in counts.items() if count > _ROW_PARAGRAPHS and length > _ROW_CHARACTERS}


def run_in_heading(text: str) -> str | None:
    """The heading at the head of a clause's own paragraph: "Renewal" of "Renewal. This Agreement ...", else None."""
    found = _RUN_IN.match(text)
    if not found:
        return None
    heading, following = found["heading"].strip(), found["next"]
    words = heading.split()
    if len(words) > _RUN_IN_WORDS or not following or following.islower() or words[-1].lower() in _ABBREVIATIONS:
        return None
    if found["stop"] == ":" and not (_title_case(words) and (following.isupper() or following in '“"(')):
        return None
    if len(words) > 1 and _VERBS.search(heading) and not heading.isupper():
        return None
    if text[0] in "“\"‘'" and found["stop"] not in (".", "\t"):
        return None
    title = _title_case(words) and ((len(words) <= 2 and ";" not in heading) or _all_capital(words))
    weighty = [w for w in words if w.lower() not in _SMALL_WORDS]
    return heading if title or (len(weighty) <= 2 and len(words) <= 3 and words[0].lower() not in _OPENERS) else None


def _all_capital(words: list[str]) -> bool:
    return all(w.lower().strip("(),") in _SMALL_WORDS or not w[:1].islower() for w in words)


def _title_case(words: list[str]) -> bool:
    """Whether every word of weight is capitalised, or there are too few to tell."""
    weighty = [w for w in words if w.lower().strip("(),“”\"'") not in _SMALL_WORDS]
    capital = sum(1 for w in weighty if w.lstrip("(“\"'‘[").replace("§", "")[:1].isupper() or w[:1].isdigit() or w in "&/–—-")
    return bool(words[0][:1].isupper() or words[0][:1].isdigit()) and (len(words) <= 4 or capital >= len(weighty) * 0.75)


def _titles(lines: list[Line]) -> Iterator[Line]:
    """The first short lines are the contract's title, up to the first that is a clause, or a heading after it."""
    open_ = True
    for position, line in enumerate(lines):
        if position > 0 and _heads_text(line, lines[position + 1 : position + 2]):
            open_ = False
        if line.kind == "contents":
            yield line
            continue
        short = len(line.text.split()) <= 18 and not line.text.rstrip().endswith((".", ";", ","))
        if open_ and position < 14 and line.kind in ("heading", "body", "attachment") and short and not _starts_body(line, position):
            line.kind, line.mark, line.heading, line.whole = "title", None, line.text.strip(), True
        elif line.kind != "apart":
            open_ = False
        yield line


def _heads_text(line: Line, following: list[Line]) -> bool:
    """Whether a heading stands above a sentence that isn't the contract's introduction: then it is no part of the title."""
    if line.kind != "heading" or not following or following[0].kind != "body":
        return False
    text = following[0].text
    return text.rstrip().endswith((".", ";", ":")) and not _INTRODUCES.search(text[:400])


def _starts_body(line: Line, position: int) -> bool:
    if _KNOWN_HEADING.match(line.text.strip()):
        return True
    if line.mark is not None and line.mark.family != "attachment":
        return not line.mark.weak
    return position > 0 and line.rank is not None


def _signatures_joined(lines: list[Line]) -> Iterator[Line]:
    """A signature block is one line, from its opening words or first blank to the last name in it."""
    current: Line | None = None
    for line in _names_above(lines):
        if current is not None:
            if _goes_on(line):
                current.last, current.text = line.last, current.text + "\n" + line.text
                continue
            yield current
            current = None
        if line.kind == "signature":
            current = line
        else:
            yield line
    if current is not None:
        yield current


def _names_above(lines: list[Line]) -> list[Line]:
    """The names, place and date that stand above the blanks of a signature block are parts of it."""
    for position, line in enumerate(lines):
        if line.kind != "signature":
            continue
        for above in reversed(lines[max(0, position - 4) : position]):
            short = len(above.text) <= 90 and not above.text.rstrip().endswith((".", ";", ":", ","))
            if above.kind not in ("heading", "body") or above.mark is not None or above.rank is not None or not short:
                break
            above.kind = "signature"
    return lines


def _goes_on(line: Line) -> bool:
    if line.kind == "signature":
        return True
    if line.kind in ("attachment", "row", "apart", "contents") or line.rank is not None:
        return False
    if _SIGNATURE_FIELD.match(line.text.strip()):
        return True
    if line.mark is not None and line.mark.family != "bullet" and not line.mark.weak:
        return False
    if len(line.text) <= 90 and not line.text.rstrip().endswith("."):
        return True
    return len(line.text) < 250 and _SIGNATURE_FIELD.search(line.text) is not None
