"""Cutting a paragraph where an edit begins or ends: texts, runs and other people's insertions, nothing lost or moved.

A cut is seen by nobody: both halves keep the run's attributes and formatting. White space that Word doesn't show at the ends of
a text without xml:space is dropped from a text that is cut, for it would show in the middle.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from copy import deepcopy
from itertools import pairwise

from app.documents.docx.flow import Flow, Piece
from app.documents.docx.names import ADDED, ID, PROPERTY_CHANGES, REMOVED, RPR, XML_SPACE, Element, P, T
from app.errors import EditError

_SPACE = " \t\r\n"
_IN_CHANGE = ADDED | REMOVED


def cut_texts(flow: Flow, offsets: Collection[int]) -> None:
    """Cut the texts of a flow so that pieces begin and end at the offsets. Runs stay whole."""
    out: list[Piece] = []
    for piece in flow.pieces:
        inner = sorted(o for o in offsets if piece.start < o < piece.end)
        if not inner or piece.element.tag != T:
            out.append(piece)
            continue
        out += _cut_text(piece, [piece.start, *inner, piece.end])
    flow.pieces = out


def _cut_text(piece: Piece, bounds: list[int]) -> list[Piece]:
    element = piece.element
    raw = element.text or ""
    if element.get(XML_SPACE) != "preserve":
        raw = raw.strip(_SPACE)
    pieces: list[Piece] = []
    for low, high in pairwise(bounds):
        if low == bounds[0]:
            part = element
        else:
            part = _like(element)
            pieces[-1].element.addnext(part)
        part.text = raw[low - piece.start : high - piece.start]
        part.set(XML_SPACE, "preserve")
        pieces.append(Piece(low, piece.text[low - piece.start : high - piece.start], part, piece.run, piece.kind, piece.in_field))
    return pieces


def cut_runs(flow: Flow, breaks: Collection[int], id_of_rest: Callable[[Element], str]) -> None:
    """Cut runs so that a new one begins with each of the pieces of these indices. A recorded change of formatting gets an id."""
    pieces = flow.pieces
    for at in sorted(breaks, reverse=True):
        run = pieces[at].run
        if at == 0 or run is None or pieces[at - 1].run is not run:
            continue
        rest = _like(run)
        properties = run.find(RPR)
        if properties is not None:
            copied = deepcopy(properties)
            for record in copied.iter(*PROPERTY_CHANGES):
                record.set(ID, id_of_rest(record))
            rest.append(copied)
        moved = [pieces[at].element, *pieces[at].element.itersiblings()]
        for child in moved:
            rest.append(child)
        run.addnext(rest)
        for piece in pieces[at:]:
            if piece.run is not run:
                break
            piece.run = rest


def place(new: Element, beside: Element, *, after: bool, id_of_rest: Callable[[Element], str]) -> None:
    """Put an element next to another, outside of any tracked change around it: somebody's insertion is cut in two there.

    Raises EditError where the change holds a whole content control or the like, which can't be cut.
    """
    node = beside
    while (parent := node.getparent()) is not None:
        if parent.tag in _IN_CHANGE:
            node = _cut_change(parent, node, after, id_of_rest)
        elif _is_in_change(parent):
            problem = "it falls into a content control that another author inserted as a whole"
            raise EditError("an edit", problem, "accept or reject that insertion first")
        else:
            break
    if after:
        node.addnext(new)
    else:
        node.addprevious(new)


def _is_in_change(el: Element) -> bool:
    while el is not None and el.tag != P:
        if el.tag in _IN_CHANGE:
            return True
        above = el.getparent()
        if above is None:
            return False
        el = above
    return False


def _cut_change(change: Element, node: Element, after: bool, id_of_rest: Callable[[Element], str]) -> Element:
    """Cut a tracked change after (or before) a child; the part to put something after (or before) it."""
    if (node.getnext() if after else node.getprevious()) is None:
        return change
    rest = _like(change)
    rest.set(ID, id_of_rest(change))
    for child in list(node.itersiblings()) if after else [node, *node.itersiblings()]:
        rest.append(child)
    change.addnext(rest)
    return change if after else rest


def _like(el: Element) -> Element:
    """An element of the same name and attributes, with nothing in it."""
    fresh = el.makeelement(el.tag)
    for name, value in el.attrib.items():
        fresh.set(name, value)
    return fresh
