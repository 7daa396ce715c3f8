"""WordprocessingML in short: a package out of a few elements, each a string."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

from app.documents.docx.read import read_docx
from app.domain.document import Document

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_NAMESPACES = f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
THEIRS = 'w:author="Their Counsel" w:date="2026-01-05T10:00:00Z"'


def run(text: str, properties: str = "", preserve: bool = True) -> str:
    space = ' xml:space="preserve"' if preserve else ""
    return f"<w:r>{_properties(properties)}<w:t{space}>{escape(text)}</w:t></w:r>"


def raw(inside: str, properties: str = "") -> str:
    """A run with the elements given."""
    return f"<w:r>{_properties(properties)}{inside}</w:r>"


def p(*inside: str, properties: str = "") -> str:
    """A paragraph; a plain string is a run of text."""
    shown = "".join(each if each.startswith("<") else run(each) for each in inside)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{shown}</w:p>"


def inserted(*inside: str, id: int = 901) -> str:
    return f'<w:ins w:id="{id}" {THEIRS}>{"".join(inside)}</w:ins>'


def deleted(text: str, id: int = 902) -> str:
    return f'<w:del w:id="{id}" {THEIRS}><w:r><w:delText xml:space="preserve">{escape(text)}</w:delText></w:r></w:del>'


def link(*inside: str) -> str:
    return f'<w:hyperlink w:anchor="there">{"".join(inside)}</w:hyperlink>'


def control(*inside: str) -> str:
    return f'<w:sdt><w:sdtPr><w:alias w:val="name"/></w:sdtPr><w:sdtContent>{"".join(inside)}</w:sdtContent></w:sdt>'


def field(code: str, result: str) -> str:
    return (
        raw('<w:fldChar w:fldCharType="begin"/>') + raw(f"<w:instrText>{code}</w:instrText>")
        + raw('<w:fldChar w:fldCharType="separate"/>') + run(result) + raw('<w:fldChar w:fldCharType="end"/>')
    )  # fmt: skip


def table(*rows: tuple[str, ...]) -> str:
    """A table of rows of cells, each cell its paragraphs."""
    shown = ("<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in row) + "</w:tr>" for row in rows)
    return f"<w:tbl>{''.join(shown)}</w:tbl>"


def docx_of(*body: str, **parts: str) -> bytes:
    """A package with this body. Other parts by name (styles, numbering, footnotes, header1, comments), the inside of their root."""
    roots = {"styles": "styles", "numbering": "numbering", "footnotes": "footnotes", "header1": "hdr", "comments": "comments",
             "settings": "settings"}  # fmt: skip
    kinds = {"header1": "header"}
    overrides, relations = "", ""
    files = {"word/document.xml": f"<w:document {_NAMESPACES}><w:body>{''.join(body)}<w:sectPr/></w:body></w:document>"}
    for n, (name, inside) in enumerate(parts.items(), start=1):
        root, kind = roots[name], kinds.get(name, name)
        files[f"word/{name}.xml"] = f"<w:{root} {_NAMESPACES}>{inside}</w:{root}>"
        overrides += f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{kind}+xml"/>'
        relations += f'<Relationship Id="rId{n}" Type="{R}/{kind}" Target="{name}.xml"/>'
    files["word/_rels/document.xml.rels"] = f'<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>'
    files["_rels/.rels"] = (
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" Type="{R}/officeDocument" '
        'Target="word/document.xml"/></Relationships>'
    )
    files["[Content_Types].xml"] = (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>{overrides}</Types>'
    )
    return zip_of({name: f'<?xml version="1.0" encoding="UTF-8"?>\n{content}'.encode() for name, content in files.items()})


def zip_of(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def files_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def body_of(data: bytes) -> str:
    """The XML of the document part."""
    return files_of(data)["word/document.xml"].decode()


def read(data: bytes) -> Document:
    return read_docx("test.docx", data)


def lines(data: bytes) -> list[str]:
    return read(data).text.split("\n")


def _properties(properties: str) -> str:
    return f"<w:rPr>{properties}</w:rPr>" if properties else ""
