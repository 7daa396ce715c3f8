"""A clean .docx of the text of a document in another format, so that a redline of it can be made in the same way.

Reading it back gives the same text, paragraph by paragraph. Headings, tables, indents and bold come along as far as the format told
them; a number that wasn't typed becomes an automatic one that shows just this number.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from app.documents.docx.names import R_NS, W_NS
from app.domain.document import Document, Paragraph

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
# What XML 1.0 can't hold; a replacement character keeps every offset.
_UNWRITABLE = re.compile("[^\t\n\v\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPECIAL = {"\t": "<w:tab/>", "\v": "<w:br/>"}
_HEADINGS = 9
_TWIPS_PER_POINT = 20
# The width of text on a letter page with inch margins, in twips.
_TEXT_WIDTH = 9_360
# An instant for all members: the same text gives the same bytes.
_INSTANT = (1980, 1, 1, 0, 0, 0)


def new_docx(document: Document) -> bytes:
    """A .docx with the document's paragraphs as its body. Its text, read back, is `document.text` character by character.

    Characters that XML can't hold (controls) become U+FFFD, each one for one.
    """
    numbers = _Numbers()
    body = "".join(_blocks(document, numbers))
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _relations("rId1", "officeDocument", "word/document.xml"),
        "word/document.xml": f'{_DECLARATION}<w:document xmlns:w="{W_NS}"><w:body>{body}{_SECTION}</w:body></w:document>',
        "word/styles.xml": _styles(),
        "word/numbering.xml": numbers.part(),
        "word/_rels/document.xml.rels": _relations("rId1", "styles", "styles.xml", "rId2", "numbering", "numbering.xml"),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            member = zipfile.ZipInfo(name, _INSTANT)
            member.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(member, content.encode())
    return out.getvalue()


class _Numbers:
    """A list of one level for each number that is shown: its text is the number itself."""

    def __init__(self) -> None:
        self.ids: dict[str, int] = {}

    def properties(self, number: str | None) -> str:
        # "%1" in a level's text would count.
        if number is None or "%" in number or not number.strip():
            return ""
        own = self.ids.setdefault(number, len(self.ids) + 1)
        return f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{own}"/></w:numPr>'

    def part(self) -> str:
        abstracts = "".join(
            f'<w:abstractNum w:abstractNumId="{own}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
            f'<w:numFmt w:val="decimal"/><w:lvlText w:val={quoteattr(_clean(number))}/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum>'
            for number, own in self.ids.items()
        )
        nums = "".join(f'<w:num w:numId="{own}"><w:abstractNumId w:val="{own}"/></w:num>' for own in self.ids.values())
        return f'{_DECLARATION}<w:numbering xmlns:w="{W_NS}">{abstracts}{nums}</w:numbering>'


def _blocks(document: Document, numbers: _Numbers) -> Iterator[str]:
    for table, group in groupby(document.paragraphs, key=lambda p: p.cell.table if p.cell is not None else None):
        paragraphs = list(group)
        if table is None:
            yield from (_paragraph(document.text, p, numbers) for p in paragraphs)
        else:
            yield _table(document.text, paragraphs, numbers)


def _table(text: str, paragraphs: Sequence[Paragraph], numbers: _Numbers) -> str:
    """The cells that have text, row by row. An empty cell would need a paragraph that the text doesn't have."""
    rows: list[str] = []
    for _, in_row in groupby(paragraphs, key=lambda p: p.cell.row if p.cell is not None else 0):
        cells = [list(cell) for _, cell in groupby(in_row, key=lambda p: p.cell.column if p.cell is not None else 0)]
        width = f'<w:tcPr><w:tcW w:w="{_TEXT_WIDTH // len(cells)}" w:type="dxa"/></w:tcPr>'
        shown = ("".join(_paragraph(text, p, numbers) for p in cell) for cell in cells)
        rows.append("<w:tr>" + "".join(f"<w:tc>{width}{cell}</w:tc>" for cell in shown) + "</w:tr>")
    columns = max(row.count("<w:tc>") for row in rows)
    grid = f'<w:gridCol w:w="{_TEXT_WIDTH // columns}"/>' * columns
    sides = "".join(f'<w:{s} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for s in _SIDES)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>{sides}</w:tblBorders></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def _paragraph(text: str, paragraph: Paragraph, numbers: _Numbers) -> str:
    properties = ""
    if paragraph.heading is not None:
        properties += f'<w:pStyle w:val="Heading{min(paragraph.heading, _HEADINGS)}"/>'
    properties += numbers.properties(paragraph.number)
    if paragraph.indent > 0:
        properties += f'<w:ind w:left="{round(paragraph.indent * _TWIPS_PER_POINT)}"/>'
    look = "<w:rPr><w:b/></w:rPr>" if paragraph.bold and paragraph.heading is None else ""
    words = _clean(paragraph.span.of(text))
    pieces = (_SPECIAL.get(s) or f'<w:t xml:space="preserve">{escape(s)}</w:t>' for s in re.split("([\t\v])", words) if s)
    run = f"<w:r>{look}{''.join(pieces)}</w:r>" if words else ""
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{run}</w:p>"


def _clean(text: str) -> str:
    return _UNWRITABLE.sub("\ufffd", text)


def _relations(*triples: str) -> str:
    each = "".join(
        f'<Relationship Id="{i}" Type="{R_NS}/{kind}" Target="{target}"/>'
        for i, kind, target in zip(triples[::3], triples[1::3], triples[2::3], strict=True)
    )
    return f'{_DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{each}</Relationships>'


def _styles() -> str:
    headings = "".join(
        f'<w:style w:type="paragraph" w:styleId="Heading{n}"><w:name w:val="heading {n}"/><w:basedOn w:val="Normal"/>'
        f'<w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before="{max(120, 400 - 60 * n)}"/>'
        f'<w:outlineLvl w:val="{n - 1}"/></w:pPr><w:rPr><w:b/><w:sz w:val="{max(22, 34 - 3 * n)}"/></w:rPr></w:style>'
        for n in range(1, _HEADINGS + 1)
    )
    return (
        f'{_DECLARATION}<w:styles xmlns:w="{W_NS}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" '
        'w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="22"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120"/>'
        '</w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        f"<w:qFormat/></w:style>{headings}</w:styles>"
    )


_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_SECTION = (
    '<w:sectPr><w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" '
    'w:header="720" w:footer="720" w:gutter="0"/></w:sectPr>'
)
_TYPES = (
    f'{_DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_WORD}.styles+xml"/>'
    f'<Override PartName="/word/numbering.xml" ContentType="{_WORD}.numbering+xml"/></Types>'
)
