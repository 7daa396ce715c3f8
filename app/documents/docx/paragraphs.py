"""Whole paragraphs and rows, tracked: new ones after a paragraph, and ones that go.

A new paragraph's own mark is the inserted one, which a following paragraph takes in when it is rejected. Where no paragraph
follows (the end of a cell, before a table) the old paragraph's mark is the inserted one and the last new paragraph takes over
its properties, as when one presses Enter in Word.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import deepcopy

from app.documents.docx.flow import Flow
from app.documents.docx.inline import strike_paragraph
from app.documents.docx.marks import Marker
from app.documents.docx.names import ADDED, DEL, INS, MARKS, PPR, REMOVED, RPR, SECTPR, TR, Element, P, w
from app.documents.docx.story import Block, has_content
from app.errors import EditError

_PASSED = MARKS | {w("proofErr")}
# What a mark records of itself, not of its looks.
_RECORDS = frozenset({*ADDED, *REMOVED, w("rPrChange")})


def add_paragraphs(block: Block, lines: Iterable[str], marker: Marker) -> None:
    """Put new paragraphs after a block, styled and numbered like it."""
    last = block.last
    model = _text_properties(block.flow)
    own = last.find(PPR)
    takes_over = not _is_paragraph_next(last) or (own is not None and own.find(SECTPR) is not None)
    fresh = [_new_paragraph(last, line, model, marker) for line in lines]
    for new in reversed(fresh):
        last.addnext(new)
    if not takes_over:
        for new in fresh:
            marker.mark_paragraph(new, INS)
        return
    if own is not None:
        properties = fresh[-1].find(PPR)
        if properties is not None:
            fresh[-1].replace(properties, deepcopy(own))
        else:
            fresh[-1].insert(0, deepcopy(own))
        last.replace(own, _plain_properties(own))
    elif (properties := fresh[-1].find(PPR)) is not None:
        fresh[-1].remove(properties)
    for p in [last, *fresh[:-1]]:
        marker.mark_paragraph(p, INS)


def _new_paragraph(last: Element, line: str, model: Element | None, marker: Marker) -> Element:
    new = last.makeelement(P)
    own = last.find(PPR)
    if own is not None:
        new.append(_plain_properties(own))
    if line:
        new.append(marker.inserted(new, line, model))
    return new


def _plain_properties(own: Element) -> Element:
    """Paragraph properties without the section that ends there and without records of changes."""
    copy = deepcopy(own)
    copy.tail = None
    for child in list(copy):
        if child.tag in (SECTPR, w("pPrChange")):
            copy.remove(child)
    mark = copy.find(RPR)
    for child in list(mark) if mark is not None else ():
        if child.tag in _RECORDS and mark is not None:
            mark.remove(child)
    return copy


def _text_properties(flow: Flow) -> Element | None:
    """The formatting of the text at a paragraph's end, rather not that of a link or a field; of its mark when it is empty."""
    texts = [piece for piece in flow.pieces if piece.text.strip() and piece.run is not None]
    plain = [piece for piece in texts if not piece.in_field and not _is_linked(piece.run)]
    for piece in reversed(plain or texts):
        return piece.run.find(RPR) if piece.run is not None else None
    return None


def _is_linked(run: Element | None) -> bool:
    parent = run.getparent() if run is not None else None
    return parent is not None and parent.tag == w("hyperlink")


def _is_paragraph_next(p: Element) -> bool:
    following = _next(p)
    return following is not None and following.tag == P


def _next(el: Element) -> Element | None:
    following = el.getnext()
    while following is not None and (following.tag in _PASSED or not isinstance(following.tag, str)):
        following = following.getnext()
    return following


def delete_blocks(blocks: Iterable[Block], names: Mapping[int, str], all_blocks: Iterable[Block], marker: Marker) -> None:
    """Strike whole paragraphs with their marks, and whole rows where every paragraph of them goes.

    `names` gives the edit's name by the id of the block. Raises EditError for a paragraph that has to stay.
    """
    gone = list(blocks)
    elements = {p for block in gone for p in block.elements}
    rows = _whole_rows(elements, {p for block in all_blocks for p in block.elements})
    for row in rows:
        marker.mark_row(row)
    for block in gone:
        strike_paragraph(block.flow, marker)
        if not any(row in rows for row in block.last.iterancestors(TR)):
            _check_may_go(block, elements, names[id(block)])
            marker.mark_paragraph(block.last, DEL)


def _whole_rows(gone: set[Element], shown: set[Element]) -> set[Element]:
    """The outermost rows whose paragraphs all go. `shown` are the paragraphs of the current text."""
    found: set[Element] = set()
    for p in gone:
        for row in reversed(list(p.iterancestors(TR))):
            if row in found:
                break
            if all(each in gone for each in row.iter(P) if each in shown):
                found.add(row)
                break
    return found


def _check_may_go(block: Block, gone: set[Element], name: str) -> None:
    own = block.last.find(PPR)
    if own is not None and own.find(SECTPR) is not None:
        raise EditError(name, "a section of the document ends with that paragraph", "delete its text and keep the paragraph")
    following = _next(block.last)
    while following is not None and following.tag == P and following in gone:
        following = _next(following)
    if following is None or following.tag == SECTPR:
        raise EditError(name, "the last paragraph of a cell, a note or the document can't go", "delete its text and keep the paragraph")
    if following.tag != P and any(has_content(p) for p in block.elements):
        raise EditError(name, "that paragraph holds something that has to stay", "delete its text and keep the paragraph")
