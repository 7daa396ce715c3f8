"""The program that touches a PDF: reads one from standard input, writes its lines as JSON to standard output.

Run as a file of its own in a process with little memory and time, since a PDF is hostile until shown otherwise. It imports nothing of
`app` and only the C bindings of pypdfium2 (their directory is the first argument): this is what its start costs.

Arguments: bindings directory, memory in bytes, CPU seconds, most pages, most characters. Answer: {"pages": [{"width", "height",
"lines": [[text, left, bottom, right, top, size, bold], ...]}, ...]} with lengths in points from the lower left corner, or {"error":
"password" | "format" | "pages" | "characters", "count"}.
"""

from __future__ import annotations

import ctypes
import json
import sys
from typing import Any

_PASSWORD_ERROR = 4
# PDF's own scale; 600 and more is what fonts call semi-bold and bold.
_BOLD_WEIGHT = 600


def main() -> None:
    bindings, memory, seconds, most_pages, most_characters = sys.argv[1], *map(int, sys.argv[2:6])
    _limit(memory, seconds)
    sys.path.append(bindings)
    data = sys.stdin.buffer.read()
    json.dump(read_pages(data, most_pages, most_characters), sys.stdout)


def read_pages(data: bytes, most_pages: int, most_characters: int) -> dict[str, Any]:
    """All pages' lines in the order of the page's content."""
    import pypdfium2_raw as pdfium  # type: ignore[import-untyped]

    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        return {"error": "password" if pdfium.FPDF_GetLastError() == _PASSWORD_ERROR else "format"}
    count = pdfium.FPDF_GetPageCount(document)
    if count > most_pages:
        return {"error": "pages", "count": count}
    pages = []
    for number in range(count):
        pages.append(_read_page(pdfium, document, number))
        most_characters -= sum(len(line[0]) for line in pages[-1]["lines"])
        if most_characters < 0:
            return {"error": "characters", "count": number + 1}
    return {"pages": pages}


def _read_page(pdfium: Any, document: Any, number: int) -> dict[str, Any]:
    page = pdfium.FPDF_LoadPage(document, number)
    if not page:
        return {"width": 0.0, "height": 0.0, "lines": []}
    width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    lines: list[list[Any]] = []
    text_page = pdfium.FPDFText_LoadPage(page)
    if text_page:
        count = pdfium.FPDFText_CountChars(text_page)
        text = _text_of(pdfium, text_page, count)
        start = 0
        for line in text.split("\n"):
            if line.strip():
                lines.append(_line(pdfium, text_page, line, start))
            start += len(line) + 1
        pdfium.FPDFText_ClosePage(text_page)
    pdfium.FPDF_ClosePage(page)
    return {"width": round(width, 1), "height": round(height, 1), "lines": lines}


def _text_of(pdfium: Any, text_page: Any, count: int) -> str:
    """The page's characters, one for each of the library's indices, so that an offset in the text is an index."""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(text_page, 0, count, buffer)
    text = bytes(buffer)[: 2 * max(0, written - 1)].decode("utf-16-le", "replace")
    if len(text) != count:
        text = "".join(chr(c) if 0 < (c := pdfium.FPDFText_GetUnicode(text_page, i)) < 0x110000 else " " for i in range(count))
    return text


def _line(pdfium: Any, text_page: Any, line: str, start: int) -> list[Any]:
    first = start + len(line) - len(line.lstrip())
    last = start + len(line.rstrip()) - 1
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(text_page, first, left, right, bottom, top)
    box = [left.value, bottom.value, right.value, top.value]
    origin = box[1]
    if pdfium.FPDFText_GetCharBox(text_page, last, left, right, bottom, top):
        box = [min(box[0], left.value), min(origin, bottom.value), max(box[2], right.value), max(box[3], top.value)]
    size = pdfium.FPDFText_GetFontSize(text_page, first)
    bold = all(_is_bold(pdfium, text_page, index) for index in (first, last))
    return [line.strip("\r"), *(round(value, 1) for value in box), round(size, 1), bold]


def _is_bold(pdfium: Any, text_page: Any, index: int) -> bool:
    if pdfium.FPDFText_GetFontWeight(text_page, index) >= _BOLD_WEIGHT:
        return True
    name = (ctypes.c_char * 128)()
    flags = ctypes.c_int()
    length = pdfium.FPDFText_GetFontInfo(text_page, index, name, 128, flags)
    return 0 < length <= 128 and b"bold" in name.value.lower()


def _limit(memory: int, seconds: int) -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limits; the parent's time limit remains
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
