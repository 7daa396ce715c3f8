"""Plain text: which encoding it is in, and where its paragraphs end.

A line is a paragraph, unless the file was wrapped hard at a column (as e-mail and old systems do): then lines that fill the
width are joined. Leading blanks become the indent (points, at six a column). A form feed begins a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from app.documents.assemble import Draft, assemble
from app.domain.document import Document
from app.errors import DocumentError

POINTS_PER_COLUMN = 6.0
_LINE_ENDS = re.compile(r"\r\n|[\n\r\x85\u2028\u2029]")
# What a line begins with that is one of a list, or a numbered clause.
BEGINS_ITEM = re.compile(
    r"\s*(?:[•●▪◦–—*-]\s|\(?(?:\d{1,3}|[a-z]|[A-Z]|[ivxl]{1,6}|[IVXL]{1,6})[.)]\s|\d+(?:\.\d+)+\.?\s|§\s?\d"
    r"|(?:article|section|schedule|exhibit|annex|appendix)\s+[\dA-Z])",
    re.IGNORECASE,
)
# Longer than this, a paragraph that counts is several.
_LONG = 1200
_RUN_ON = re.compile(
    r"(?:^|(?<=[.;:)”\"’])\s+|(?<=[A-Za-z])\s+)(?P<number>\d{1,2}(?:\.\d{1,2}){0,3})(?:\.\s+|"
    r"\s+(?<=\.\d\s)|\s+(?<=\.\d\d\s))(?=[A-Z“\"(])"
)
# A text wrapped by hand or by a mail program has lines of 60 to 100 columns; longer ones are paragraphs.
_NARROWEST, _WIDEST = 55, 100


def read_text(name: str, data: bytes, sha256: str) -> Document:
    """Read a .txt file. Raises DocumentError if it is binary or has no text."""
    text = decode(name, data)
    return assemble(name, "txt", sha256, split_run_together(paragraphs_of(text)), pages=text.count("\f") + 1 if "\f" in text else None)


def decode(name: str, data: bytes) -> str:
    """The characters of a text file: by its byte order mark, as UTF-8, else as Windows-1252. Raises for binary."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe\0\0", "utf-32"), (b"\0\0\xfe\xff", "utf-32"),
                           (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):  # fmt: skip
        if data.startswith(mark):
            return _checked(name, data.decode(encoding, errors="replace"))
    if b"\0" in data[:65536]:
        return _checked(name, _wide(name, data))
    try:
        return _checked(name, data.decode("utf-8"))
    except UnicodeDecodeError:
        # Windows-1252 leaves five bytes undefined; Latin-1 gives them the control characters that they are.
        return _checked(name, data.decode("cp1252", errors="replace"))


def paragraphs_of(text: str) -> Iterator[Draft]:
    """The paragraphs of plain text, wrapped lines joined."""
    page = 1 if "\f" in text else None
    lines: list[tuple[str, int | None]] = []
    for line in _LINE_ENDS.split(text):
        for turn, part in enumerate(line.split("\f")):
            page = page + 1 if turn and page else page
            lines.append((part.rstrip(), page))
    width = wrap_width([line.expandtabs(4) for line, _ in lines])
    block: list[tuple[str, int | None]] = []
    for line, page in lines:
        if block and (width is None or not line.strip() or _begins(block[-1][0], line, width)):
            yield _joined(block)
            block = []
        if line.strip():
            block.append((line, page))
    if block:
        yield _joined(block)


def split_run_together(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Part paragraphs in which numbered clauses stand one after another, as where a converter lost the line ends.

    A long paragraph is cut before "2. Fees" when "1." stands before it and the count goes on; only blanks give way to the cut.
    """
    last: tuple[int, ...] = ()
    for draft in drafts:
        if len(draft.text) < _LONG:
            found = _RUN_ON.match(draft.text)
            last = _path(found["number"]) if found and _follows(last, _path(found["number"])) else last
            yield draft
            continue
        starts: list[int] = []
        chain = last
        for found in _RUN_ON.finditer(draft.text):
            if _follows(chain, path := _path(found["number"])):
                chain = path
                starts.append(found.start("number"))
        cuts = [start for start in starts if start]
        if len(starts) < 2:
            yield draft
            continue
        last = chain
        for start, end in pairwise((0, *cuts, len(draft.text))):
            yield replace(draft, text=draft.text[start:end])


def _path(number: str) -> tuple[int, ...]:
    return tuple(int(part) for part in number.split(".") if part)


def _follows(before: tuple[int, ...], path: tuple[int, ...]) -> bool:
    """Whether a number comes next: 2 after 1 or 1.4, 1.1 after 1, 1.2 after 1.1; the first is 1 or 1.1."""
    if path[-1] == 1 and (path[:-1] == before or path[:-1] == before[: len(path) - 1] or not before):
        return True
    if len(path) == 2 and path[-1] == 1 and before and path[0] == before[0] + 1:
        return True
    return len(path) <= len(before) and path[:-1] == before[: len(path) - 1] and path[-1] == before[len(path) - 1] + 1


def wrap_width(lines: list[str]) -> int | None:
    """The column at which the text was wrapped, None if a line is a paragraph."""
    lengths = sorted(len(line) for line in lines if line.strip())
    if len(lengths) < 8:
        return None
    width = lengths[int(len(lengths) * 0.97)]
    if not _NARROWEST <= width <= _WIDEST or lengths[-1] > width * 1.5:
        return None
    pairs = [(a, b) for a, b in pairwise(lines) if a.strip() and b.strip()]
    running = sum(1 for a, b in pairs if len(a) > width * 0.75 and a.rstrip()[-1] not in ".;:" and b.strip()[0].islower())
    return width if pairs and running >= max(3, 0.15 * len(pairs)) else None


def _begins(previous: str, line: str, width: int) -> bool:
    """Whether `line` begins a paragraph: it is numbered, or its first word would have fitted on the line before."""
    if BEGINS_ITEM.match(line):
        return True
    first = line.split(maxsplit=1)[0] if line.strip() else ""
    room = width - len(previous.expandtabs(4)) - 1 - len(first)
    # A ragged edge leaves some columns free without meaning anything by it.
    return room > 8 or (room > 0 and previous.rstrip().endswith((".", ":", ";")) and not first[:1].islower())


def _joined(block: list[tuple[str, int | None]]) -> Draft:
    text = ""
    for line, _ in block:
        part = line.strip()
        glue = "" if not text or re.search(r"[^\W\d_]-$", text) else " "
        text += glue + part
    first, page = block[0]
    expanded = first.expandtabs(4)
    return Draft(text, indent=(len(expanded) - len(expanded.lstrip())) * POINTS_PER_COLUMN, page=page)


def _wide(name: str, data: bytes) -> str:
    """Two bytes a character without a mark: every other byte of a western text is NUL."""
    sample = data[:4096]
    odd, even = sample[1::2].count(0), sample[::2].count(0)
    half = max(1, len(sample) // 2)
    if len(data) % 2 == 0 and odd > half * 0.6 and even < half * 0.05:
        return data.decode("utf-16-le", errors="replace")
    if len(data) % 2 == 0 and even > half * 0.6 and odd < half * 0.05:
        return data.decode("utf-16-be", errors="replace")
    raise _binary(name)


def _checked(name: str, text: str) -> str:
    """Refuse what decodes but can't have been written as text."""
    strange = sum(1 for c in text[:65536] if (c < " " and c not in "\t\n\r\f\v\x1a") or c in "\x7f\ufffd")
    if strange > max(4, len(text[:65536]) // 200):
        raise _binary(name)
    return text


def _binary(name: str) -> DocumentError:
    return DocumentError(name, "it holds binary data, not text", "send .docx, .pdf, .txt, .md or .html")
