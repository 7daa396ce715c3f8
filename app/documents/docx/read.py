"""A .docx as a `Document`: what a reviewer sees, with the structure that styles, lists and tables tell."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from app.documents.docx.look import Look
from app.documents.docx.names import PPR, Element, P, w
from app.documents.docx.numbering import Numbered, Numbering
from app.documents.docx.package import Package, open_package
from app.documents.docx.revisions import CommentAnchors, has_revisions, read_comments, read_revisions, read_row_revisions
from app.documents.docx.story import Block, Manuscript, read_manuscript
from app.documents.docx.styles import Style, Styles, indent_of, outline_level
from app.domain.document import Document, Paragraph, Revision
from app.domain.span import Span
from app.errors import DocumentError


def read_docx(name: str, data: bytes) -> Document:
    """Read a Word document given as bytes. `name` is for messages and kept as given.

    Raises DocumentError for what can't be read (damaged, encrypted, hostile, without text), TooLarge past a limit.
    """
    package = open_package(name, data)
    return describe(read_manuscript(package), hashlib.sha256(data).hexdigest())


def describe(manuscript: Manuscript, sha256: str) -> Document:
    """The `Document` of a manuscript. Raises DocumentError when it has no text."""
    package = manuscript.package
    reader = _Reader(manuscript)
    paragraphs = tuple(reader.paragraphs())
    text = manuscript.text
    if not text.strip():
        raise DocumentError(package.name, "it has no text", "send the file that holds the contract's text")
    return Document(
        name=package.name, format="docx", sha256=sha256, text=text, paragraphs=paragraphs,
        revisions=tuple(reader.all_revisions()), comments=tuple(read_comments(package, reader.anchors)),
        hidden=tuple(reader.hidden), warnings=tuple(_warnings(manuscript)),
    )  # fmt: skip


class _Reader:
    def __init__(self, manuscript: Manuscript) -> None:
        package = manuscript.package
        self.manuscript = manuscript
        self.styles = Styles(_root_of(package, "styles"))
        self.numbering = Numbering(_root_of(package, "numbering"), self.styles)
        self.look = Look(self.styles)
        self.anchors = CommentAnchors()
        self.hidden: list[Span] = []
        self.revisions: list[Revision] = []
        self.spans: dict[Element, Span] = {}
        self.changed = {part for part, root in manuscript.trees.items() if has_revisions(root)}

    def paragraphs(self) -> Iterator[Paragraph]:
        places = {part: {p: i for i, p in enumerate(root.iter(P))} for part, root in self.manuscript.trees.items()}
        start = 0
        for block in self.manuscript.blocks:
            span = Span(start, start + block.flow.length)
            start = span.end + 1
            self.anchors.add(block.flow, span.start)
            if block.part in self.changed:
                self.revisions += read_revisions(block, span.start)
                self.spans.update((p, span) for p in block.elements)
            yield self.paragraph(block, span, places[block.part][block.last])

    def paragraph(self, block: Block, span: Span, index: int) -> Paragraph:
        properties = block.last.find(PPR)
        style = self.styles.paragraph(properties)
        numbered = self.numbering.next(properties, style)
        bold, hidden = self.look.read(block, style)
        self.hidden += [each.shifted(span.start) for each in hidden]
        return Paragraph(
            span=span, story=block.story, number=numbered.text if numbered else None,
            level=numbered.level if numbered else None,
            heading=outline_level(properties) or (style.heading if style is not None else None),
            style=style.name if style is not None else None, bold=bold, indent=_indent(properties, style, numbered),
            cell=block.cell, part=block.part, index=index, final=block.final,
        )  # fmt: skip

    def all_revisions(self) -> list[Revision]:
        rows = (r for part in self.changed for r in read_row_revisions(self.manuscript.trees[part], self.spans))
        return sorted([*self.revisions, *rows], key=lambda revision: revision.span)


def _indent(properties: Element | None, style: Style | None, numbered: Numbered | None) -> float:
    """Word's order: the paragraph's own; the list's, where the paragraph states the list; the style's; the list's."""
    listed = numbered.indent if numbered else None
    styled = style.indent if style is not None else None
    order = (indent_of(properties), styled, listed) if numbered and numbered.by_style else (indent_of(properties), listed, styled)
    return next((each for each in order if each is not None), 0.0)


def _root_of(package: Package, kind: str) -> Element | None:
    part = next(iter(package.related(package.main, kind)), None)
    return package.parse(part) if part is not None else None


def _warnings(manuscript: Manuscript) -> Iterator[str]:
    """What a reviewer should know of the file itself."""
    package = manuscript.package
    if any(part.lower().endswith("vbaproject.bin") for part in package.parts):
        yield "The file holds macros; they were not run."
    if any("/embeddings/" in f"/{part.lower()}" for part in package.parts):
        yield "The file holds embedded objects; their content was not read."
    if next(manuscript.trees[package.main].iter(w("altChunk")), None) is not None:
        yield "The file embeds another document (altChunk); its text was not read."
    settings_part = next(iter(package.related(package.main, "settings")), None)
    settings = package.parse(settings_part) if settings_part is not None else None
    if any(r.external and r.kind == "attachedTemplate" for r in package.relations(settings_part or package.main)):
        yield "The file refers to a template outside of it; it was not followed."
    protection = settings.find(w("documentProtection")) if settings is not None else None
    if protection is not None and protection.get(w("enforcement")) in ("1", "true", "on"):
        yield "The file is protected against changes; the protection was kept."
