"""A .docx as a zip of parts: opened within limits, parsed without following anything, written with the rest copied.

Every file is taken for hostile. Sizes are those of `app.documents.limits`, checked while inflating and not only as the zip's
directory claims them. No DOCTYPE in any part (ECMA-376 part 2 forbids it), no entity, no network, no relationship followed.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from posixpath import normpath

from lxml import etree

from app.documents import limits
from app.documents.docx.names import Element
from app.errors import DocumentError, TooLarge

TYPES = "[Content_Types].xml"
_RESAVE = "open it in Word, save it as .docx and send that"
_MAIN_TYPE = re.compile(r"\.(document|template)\.main\+xml$")
_DOCTYPE = re.compile(rb"<!DOCTYPE|<!ENTITY", re.IGNORECASE)
_DECLARATION = re.compile(rb"\A(?:\xef\xbb\xbf)?<\?xml[^>]*\?>\s*")
# Strict documents (ISO 29500) differ in the names of their namespaces only; they are parsed as transitional ones.
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships",
     b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
)  # fmt: skip

# A path of one step for each level: true when an element stands on the level past the limit.
_TOO_DEEP = etree.XPath(f"boolean({'/*' * (limits.MAX_XML_DEPTH + 1)})")


@dataclass(frozen=True, slots=True)
class Relationship:
    """`target` is a part's name, or an address when `external`; `kind` the last word of the relationship's type."""

    id: str
    kind: str
    target: str
    external: bool


@dataclass
class Package:
    """An opened package. `parts` are the names in the order of the zip; `main` is the document part."""

    name: str
    archive: zipfile.ZipFile
    parts: tuple[str, ...]
    main: str = ""
    types: dict[str, str] = field(default_factory=dict)
    _relations: dict[str, tuple[Relationship, ...]] = field(default_factory=dict)

    def read(self, part: str) -> bytes:
        """The bytes of a part. Raises DocumentError if it is missing or damaged, TooLarge past the limits."""
        if part not in self.parts:
            raise DocumentError(self.name, f"its part {shown(part)} is missing", _RESAVE)
        return _inflate(self.name, self.archive, self.archive.getinfo(part))

    def crc(self, part: str) -> tuple[int, int]:
        """The size and check sum of a part's content."""
        info = self.archive.getinfo(part)
        return info.file_size, info.CRC

    def parse(self, part: str) -> Element:
        """The root of an XML part."""
        return parse_xml(self.name, part, self.read(part))

    def type_of(self, part: str) -> str:
        return self.types.get("/" + part.lower()) or self.types.get(part.rpartition(".")[2].lower(), "")

    def relations(self, part: str) -> tuple[Relationship, ...]:
        """What a part refers to; of the package itself for "". Empty without relationships."""
        if part not in self._relations:
            source = relations_part(part)
            root = self.parse(source) if source in self.parts else None
            self._relations[part] = tuple(_relationship(part, el) for el in root) if root is not None else ()
        return self._relations[part]

    def related(self, part: str, kind: str) -> list[str]:
        """The parts of a kind that a part refers to, those that are there, each once."""
        targets = [r.target for r in self.relations(part) if r.kind == kind and not r.external and r.target in self.parts]
        return list(dict.fromkeys(targets))


def open_package(name: str, data: bytes) -> Package:
    """Open a .docx given as bytes. Raises DocumentError for what isn't one, TooLarge past a limit; nothing is written."""
    _check_kind(name, data)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError):
        raise DocumentError(name, "the file is damaged or was cut off", "send it again, or open it in Word and save it") from None
    _check_directory(name, archive)
    package = Package(name, archive, tuple(i.filename for i in archive.infolist() if not i.is_dir()))
    if TYPES not in package.parts:
        raise DocumentError(name, "it is a zip archive but not a Word document", "send the .docx itself")
    _check_markup(package)
    for el in package.parse(TYPES):
        key = el.get("Extension") or el.get("PartName") if isinstance(el.tag, str) else None
        if key:
            package.types[key.lower()] = el.get("ContentType", "")
    package.main = _main_part(package)
    return package


def parse_xml(name: str, part: str, data: bytes) -> Element:
    """Parse a part. Raises DocumentError when it isn't well-formed or holds a DOCTYPE, TooLarge when it is nested too deep."""
    if has_doctype(data):
        raise DocumentError(name, f"its part {shown(part)} holds a DOCTYPE, which no Word file does", _RESAVE)
    for strict, transitional in _STRICT:
        data = data.replace(strict, transitional)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, recover=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        if "depth" in str(error):
            raise TooLarge(name, f"its part {shown(part)} is nested too deep", _RESAVE) from None
        raise DocumentError(name, f"its part {shown(part)} is not well-formed XML", _RESAVE) from None
    if _TOO_DEEP(root):
        raise TooLarge(name, f"its part {shown(part)} is nested more than {limits.MAX_XML_DEPTH} deep", _RESAVE)
    return root


def render_xml(root: Element, original: bytes = b"") -> bytes:
    """The bytes of a tree, with the XML declaration and the (strict) namespaces that `original` has."""
    declaration = _DECLARATION.match(original)
    body: bytes = etree.tostring(root.getroottree(), encoding="UTF-8", xml_declaration=False)
    if any(strict in original for strict, _ in _STRICT):
        for strict, transitional in _STRICT:
            body = body.replace(b'"' + transitional + b'"', b'"' + strict + b'"')
    utf8 = declaration is not None and not re.search(rb"encoding\s*=\s*[\"'](?!utf-?8)", declaration.group(), re.IGNORECASE)
    head = declaration.group() if declaration and utf8 else b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return head + body


def write_package(package: Package, changed: Mapping[str, bytes]) -> bytes:
    """The package with the content of some parts replaced, and new ones at the end. The others keep their bytes and order."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for info in package.archive.infolist():
            copy = zipfile.ZipInfo(info.filename, info.date_time)
            copy.compress_type = info.compress_type if info.compress_type == zipfile.ZIP_STORED else zipfile.ZIP_DEFLATED
            copy.external_attr = info.external_attr
            content = changed.get(info.filename)
            target.writestr(copy, _inflate(package.name, package.archive, info) if content is None else content)
        for part, content in changed.items():
            if part not in package.parts:
                # Word's own date for parts: the format has no other use for it, and a fixed one keeps the output the same.
                fresh = zipfile.ZipInfo(part, (1980, 1, 1, 0, 0, 0))
                fresh.compress_type = zipfile.ZIP_DEFLATED
                target.writestr(fresh, content)
    return out.getvalue()


def relations_part(part: str) -> str:
    """The name of the part that holds a part's relationships."""
    folder, _, last = part.rpartition("/")
    return f"{folder}/_rels/{last}.rels" if folder else f"_rels/{last}.rels"


def has_doctype(data: bytes) -> bool:
    """Whether a part declares a document type, in any encoding that a parser would recognise."""
    return _DOCTYPE.search(data) is not None or (b"\0" in data and _DOCTYPE.search(data.replace(b"\0", b"")) is not None)


def shown(part: str) -> str:
    """A part's name fit for a message: file names are the sender's words too."""
    return re.sub(r"[^\w./\[\]-]", "?", part)[:80]


def _check_kind(name: str, data: bytes) -> None:
    if not data:
        raise DocumentError(name, "the file is empty", "send the file that holds the contract")
    if len(data) > limits.MAX_FILE_BYTES:
        megabytes = limits.MAX_FILE_BYTES // (1024 * 1024)
        raise TooLarge(name, f"it has more than {megabytes} MB", "send the contract without pictures and attachments")
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise DocumentError(name, "it is encrypted or an old .doc", "remove the password, save it as .docx and send that")
    if not data.startswith(b"PK"):
        raise DocumentError(name, "it isn't a Word document, whatever its name says", "send the .docx itself")


def _check_directory(name: str, archive: zipfile.ZipFile) -> None:
    """What the zip's directory says of itself, before anything is inflated."""
    infos = archive.infolist()
    if len(infos) > limits.MAX_PARTS:
        raise TooLarge(name, f"it has more than {limits.MAX_PARTS:,} parts", _RESAVE)
    if sum(info.file_size for info in infos) > limits.MAX_INFLATED_BYTES:
        megabytes = limits.MAX_INFLATED_BYTES // (1024 * 1024)
        raise TooLarge(name, f"it inflates to more than {megabytes} MB", "send the contract without pictures and attachments")
    seen: set[str] = set()
    for info in infos:
        path = info.filename
        if path.startswith("/") or "\\" in path or "\0" in path or ".." in path.split("/") or ":" in path.split("/")[0]:
            raise DocumentError(name, f"its part {shown(path)} has a name that leads out of the file", _RESAVE)
        if path.lower() in seen:
            raise DocumentError(name, f"it holds the part {shown(path)} twice", _RESAVE)
        seen.add(path.lower())
        if info.flag_bits & 1:
            raise DocumentError(name, "it is encrypted", "remove the password and send it again")
        _check_ratio(name, info, info.file_size)


def _check_ratio(name: str, info: zipfile.ZipInfo, size: int) -> None:
    if size > limits.RATIO_FREE_BYTES and size > limits.MAX_INFLATE_RATIO * max(1, info.compress_size):
        raise TooLarge(name, f"its part {shown(info.filename)} inflates out of proportion (a zip bomb)", _RESAVE)
    if size > limits.MAX_XML_BYTES and _is_xml(info.filename):
        raise TooLarge(name, f"its part {shown(info.filename)} is past the size limit", "split the document and send the parts")


def _inflate(name: str, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """A member's content. zipfile stops at the size that the directory claims, and checks the sum, so that is the limit."""
    try:
        with archive.open(info) as member:
            return member.read(info.file_size)
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError, ValueError):
        raise DocumentError(name, f"its part {shown(info.filename)} is damaged", "send it again, or open it in Word and save it") from None


def _is_xml(part: str) -> bool:
    return part.lower().endswith((".xml", ".rels", ".vml"))


def _check_markup(package: Package) -> None:
    """No part may hold a DOCTYPE, read by us or not: a program down the line may read it."""
    for part in package.parts:
        if _is_xml(part) and has_doctype(package.read(part)):
            raise DocumentError(package.name, f"its part {shown(part)} holds a DOCTYPE, which no Word file does", _RESAVE)


def _main_part(package: Package) -> str:
    """The document part, by the package's relationships."""
    main = next(iter(package.related("", "officeDocument")), None)
    if main is None:
        raise DocumentError(package.name, "it holds no document part", "send a .docx that Word opens")
    content_type = package.type_of(main)
    if "macroEnabled" in content_type:
        raise DocumentError(package.name, "it is a file with macros", "save it as .docx and send that")
    if not _MAIN_TYPE.search(content_type):
        raise DocumentError(package.name, "it is an Office file of another kind", "send a .docx that Word opens")
    return main


def _relationship(part: str, el: Element) -> Relationship:
    target, external = el.get("Target", ""), el.get("TargetMode") == "External"
    if not external:
        target = target.split("#")[0]
        folder = part.rpartition("/")[0]
        target = target.lstrip("/") if target.startswith("/") else normpath(f"{folder}/{target}" if folder else target)
    return Relationship(el.get("Id", ""), el.get("Type", "").rpartition("/")[2], target, external)
