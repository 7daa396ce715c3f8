"""A redline: edits made in a .docx as tracked changes with comments, everything else left as it is."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime

from app.documents.docx.check import self_check
from app.documents.docx.comments import Comments
from app.documents.docx.inline import edit_paragraph
from app.documents.docx.marks import Marker
from app.documents.docx.names import ID, Element
from app.documents.docx.package import open_package, render_xml, write_package
from app.documents.docx.paragraphs import add_paragraphs, delete_blocks
from app.documents.docx.plan import Work, plan
from app.documents.docx.story import Manuscript, read_manuscript
from app.domain.document import Document
from app.domain.edit import Edit, Redlining
from app.errors import EditError


def write_redline(data: bytes, document: Document, changes: Sequence[Edit | Redlining], *, author: str, date: datetime) -> bytes:
    """The file with the changes tracked as `author`'s. `document` is what `read_docx` made of `data`.

    Spans count in `document.text`; none may overlap. All or nothing: raises EditError, by the edit's name, when one can't be
    made exactly, and SelfCheckFailed when the file that came out isn't right. A `date` with a zone is written in UTC.
    """
    if hashlib.sha256(data).hexdigest() != document.sha256:
        raise EditError(document.name, "the document was read from another file", "read the file again")
    redlinings = [c if isinstance(c, Redlining) else Redlining((c,), c.span) for c in changes]
    redlinings = [r for r in redlinings if r.edits or r.comment is not None]
    if not redlinings:
        return data
    manuscript = read_manuscript(open_package(document.name, data))
    marker = Marker(author, date, _used_ids(manuscript))
    comments = Comments(manuscript.package, marker)
    comment_ids = {n: comments.add(r.comment) for n, r in enumerate(redlinings) if r.comment is not None}
    work = plan(document, redlinings, comment_ids)
    changed = _do(manuscript, work, marker)
    package = manuscript.package
    parts = {part: render_xml(manuscript.trees[part], package.read(part)) for part in changed}
    redlined = write_package(package, {**parts, **comments.changed_parts()})
    edits = [edit for redlining in redlinings for edit in redlining.edits]
    self_check(data, redlined, document, edits, made=marker.made)
    return redlined


def _do(manuscript: Manuscript, work: dict[int, Work], marker: Marker) -> list[str]:
    """Make all changes in the trees; the parts that were changed."""
    blocks = manuscript.blocks
    for index in sorted(work):
        todo, block = work[index], blocks[index]
        if todo.inline or todo.anchors:
            edit_paragraph(block.last, block.flow, todo.inline, todo.anchors, marker)
    for index in sorted(work, reverse=True):
        if work[index].following:
            add_paragraphs(blocks[index], work[index].following, marker)
    gone = [blocks[index] for index in sorted(work) if work[index].deleted is not None]
    names = {id(blocks[index]): todo.deleted for index, todo in work.items() if todo.deleted is not None}
    delete_blocks(gone, names, blocks, marker)
    return list(dict.fromkeys(blocks[index].part for index in sorted(work)))


def _used_ids(manuscript: Manuscript) -> list[str]:
    """Every id in the text, and in the comments: the ranges of both share their numbers with ours."""
    roots: list[Element] = list(manuscript.trees.values())
    package = manuscript.package
    roots += [package.parse(part) for part in package.related(package.main, "comments")]
    found = (el.get(ID) for root in roots for el in root.iter("{*}*"))
    return [i for i in found if i is not None and i.lstrip("-").isdigit() and len(i) < 12]
