"""Comments of ours: ranges in the text, entries in the comments part, which is made if the file has none."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from app.documents.docx import names as ox
from app.documents.docx.marks import Marker, new_run
from app.documents.docx.names import Element
from app.documents.docx.package import TYPES, Package, relations_part, render_xml

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_TYPES_NS = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS_NS = "http://schemas.openxmlformats.org/package/2006/relationships"


@dataclass
class Comments:
    """Collects the comments to be added to a package."""

    package: Package
    marker: Marker
    added: list[tuple[str, str]] = field(default_factory=list)

    def add(self, text: str) -> str:
        """Note a comment; its id."""
        comment = self.marker.fresh_id()
        self.added.append((comment, text))
        return comment

    def changed_parts(self) -> dict[str, bytes]:
        """The parts that hold the comments, rewritten; empty when there are none."""
        if not self.added:
            return {}
        existing = next(iter(self.package.related(self.package.main, "comments")), None)
        if existing is not None:
            original = self.package.read(existing)
            root = self.package.parse(existing)
            self._append(root)
            return {existing: render_xml(root, original)}
        part = self._free_name()
        root = etree.Element(ox.w("comments"), nsmap={"w": ox.W_NS})
        self._append(root)
        return {part: render_xml(root), **self._registered(part)}

    def _append(self, root: Element) -> None:
        initials = "".join(word[0] for word in re.findall(r"\w+", self.marker.author))[:4].upper()
        for comment, text in self.added:
            entry = etree.SubElement(root, ox.w("comment"))
            for name, value in ((ox.ID, comment), (ox.AUTHOR, self.marker.author), (ox.DATE, self.marker.date)):
                entry.set(name, value)
            entry.set(ox.w("initials"), initials)
            for line in text.split("\n"):
                paragraph = etree.SubElement(entry, ox.P)
                if line:
                    paragraph.append(new_run(paragraph, line, None))

    def _free_name(self) -> str:
        folder = self.package.main.rpartition("/")[0]
        names = [f"{folder}/comments{n or ''}.xml".lstrip("/") for n in range(len(self.package.parts) + 1)]
        return next(name for name in names if name not in self.package.parts)

    def _registered(self, part: str) -> dict[str, bytes]:
        """Content type and relationship of a new comments part."""
        types = self.package.parse(TYPES)
        override = etree.SubElement(types, f"{{{_TYPES_NS}}}Override")
        override.set("PartName", f"/{part}")
        override.set("ContentType", _TYPE)
        source = relations_part(self.package.main)
        if source in self.package.parts:
            original = self.package.read(source)
            relations = self.package.parse(source)
        else:
            original = b""
            relations = etree.fromstring(f'<Relationships xmlns="{_RELATIONS_NS}"/>')
        taken = {el.get("Id") for el in relations}
        relation = etree.SubElement(relations, f"{{{_RELATIONS_NS}}}Relationship")
        relation.set("Id", next(f"rId{n}" for n in range(1, len(taken) + 2) if f"rId{n}" not in taken))
        relation.set("Type", _KIND)
        relation.set("Target", part.rpartition("/")[2])
        return {TYPES: render_xml(types, self.package.read(TYPES)), source: render_xml(relations, original)}


def range_marks(beside: Element, comment: str) -> tuple[Element, Element, Element]:
    """The start and the end of a comment's range, and the run that refers to it."""
    start, end = beside.makeelement(ox.COMMENT_START), beside.makeelement(ox.COMMENT_END)
    start.set(ox.ID, comment)
    end.set(ox.ID, comment)
    run = beside.makeelement(ox.R)
    reference = run.makeelement(ox.COMMENT_REFERENCE)
    reference.set(ox.ID, comment)
    run.append(reference)
    return start, end, run
