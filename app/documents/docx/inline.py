"""Changes inside one paragraph, made in the runs that they touch.

Struck text stays where it is, inside a deletion; new text goes into an insertion beside it, formatted like the text it replaces,
or like a neighbour. Objects go only with struck text on both sides of them; a field goes whole or stays whole.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from lxml import etree

from app.documents.docx.comments import range_marks
from app.documents.docx.cut import cut_runs, cut_texts, place
from app.documents.docx.flow import Flow, Piece, boxes_in
from app.documents.docx.marks import Marker
from app.documents.docx.names import ADDED, FLD_CHAR, FORMULAS, PPR, RPR, SDT, WRAPPERS, Element, P, w
from app.documents.docx.plan import Anchor, Inline
from app.documents.docx.story import mark_of
from app.errors import EditError

_FLD_TYPE = w("fldCharType")
# The number at the head of a note: the note can't be without it.
_NOTE_NUMBERS = frozenset({w("footnoteRef"), w("endnoteRef")})


@dataclass(slots=True)
class _Insertion:
    """`text` goes beside `beside`; `model` has the formatting."""

    text: str
    beside: Piece | None
    after: bool
    model: Piece | None
    name: str


def edit_paragraph(p: Element, flow: Flow, edits: list[Inline], anchors: list[Anchor], marker: Marker) -> None:
    """Make the edits and the comment ranges in a paragraph whose flow is given; `p` is where it ends.

    The edits are in order and don't overlap. Raises EditError.
    """
    bounds = {b for e in edits for b in (e.start, e.end)} | {b for a in anchors for b in (a.start, a.end) if b is not None}
    cut_texts(flow, bounds)
    struck: set[int] = set()
    insertions: list[_Insertion] = []
    for edit in edits:
        gone = [i for i, x in enumerate(flow.pieces) if x.text and edit.start <= x.start and x.end <= edit.end]
        if sum(len(flow.pieces[i].text) for i in gone) != edit.end - edit.start:
            raise EditError(edit.name, "its place can't be found in the file exactly", "leave it out and make it by hand")
        if gone:
            struck |= set(gone) | struck_objects(flow, gone[0], gone[-1])
        if edit.text:
            insertions.append(_replacing(flow, gone, edit) if gone else _between(flow, edit))
    cut_runs(flow, _breaks(flow, struck, insertions, anchors), marker.id_of_rest)
    for anchor in anchors:
        _place_range(p, flow, anchor, marker)
    strike(flow, struck, marker)
    for insertion in insertions:
        try:
            _insert(p, insertion, marker)
        except EditError as error:
            raise EditError(insertion.name, error.problem, error.remedy) from None


def strike_paragraph(flow: Flow, marker: Marker) -> None:
    """Strike all that a paragraph holds; what can't go (a text box, half of a field) stays."""
    everything = {i for i, piece in enumerate(flow.pieces) if piece.text}
    objects = {i for i in struck_objects(flow, -1, len(flow.pieces)) if flow.pieces[i].element.tag not in _NOTE_NUMBERS}
    struck = everything | objects
    cut_runs(flow, _breaks(flow, struck, [], []), marker.id_of_rest)
    strike(flow, struck, marker)


def struck_objects(flow: Flow, first: int, last: int) -> set[int]:
    """The objects between two struck pieces that go with them."""
    between = range(first + 1, last)
    gone = {i for i in between if flow.pieces[i].kind == "object" and _can_go(flow.pieces[i])}
    opened: list[int] = []
    for i in between:
        piece = flow.pieces[i]
        if piece.element.tag != FLD_CHAR:
            continue
        if piece.element.get(_FLD_TYPE) == "begin":
            opened.append(i)
        elif piece.element.get(_FLD_TYPE) == "end" and opened:
            start = opened.pop()
            if not opened:
                gone |= {k for k in range(start, i + 1) if flow.pieces[k].kind == "field"}
    return gone


def _can_go(piece: Piece) -> bool:
    if piece.run is None:
        return piece.element.tag in FORMULAS
    return not boxes_in(piece.element)


def _breaks(flow: Flow, struck: set[int], insertions: list[_Insertion], anchors: list[Anchor]) -> set[int]:
    """Before which pieces a run has to begin."""
    pieces = flow.pieces
    found = {i for i in range(1, len(pieces)) if (i in struck) != (i - 1 in struck)}
    places = {id(piece): i for i, piece in enumerate(pieces)}
    for insertion in insertions:
        if insertion.beside is not None:
            found.add(places[id(insertion.beside)] + (1 if insertion.after else 0))
    for anchor in anchors:
        for first, last in (_covered(flow, anchor),):
            found |= {i for i in (first, last + 1 if last is not None else None) if i is not None}
    return {i for i in found if 0 < i < len(pieces)}


def _covered(flow: Flow, anchor: Anchor) -> tuple[int | None, int | None]:
    """The first and the last piece with text that a comment's range covers; None where the range has no such end here."""
    low = anchor.start if anchor.start is not None else 0
    high = anchor.end if anchor.end is not None else flow.length
    inside = [i for i, piece in enumerate(flow.pieces) if piece.text and low <= piece.start and piece.end <= high]
    if not inside:
        return None, None
    return inside[0] if anchor.start is not None else None, inside[-1] if anchor.end is not None else None


def _place_range(p: Element, flow: Flow, anchor: Anchor, marker: Marker) -> None:
    first, last = _covered(flow, anchor)
    start, end, reference = range_marks(p, anchor.comment)
    # In a field's code or a formula nothing can stand; both have no text, so that no range begins there.
    if anchor.start is not None:
        ahead = flow.pieces[first].run if first is not None else None
        if ahead is not None:
            _place_mark(start, ahead, False, marker)
        else:
            p.append(start)
    if anchor.end is not None:
        behind = flow.pieces[last].run if last is not None else None
        if behind is not None:
            _place_mark(end, behind, True, marker)
            end.addnext(reference)
        else:
            p.extend([end, reference])


def _place_mark(mark: Element, run: Element, after: bool, marker: Marker) -> None:
    """Beside a run and outside of anybody's insertion, so that the comment outlives it; inside where that can't be cut."""
    try:
        place(mark, run, after=after, id_of_rest=marker.id_of_rest)
    except EditError:
        run.addnext(mark) if after else run.addprevious(mark)


def strike(flow: Flow, struck: set[int], marker: Marker) -> None:
    """Put the struck pieces' runs into deletions, neighbours into one. Runs hold either struck pieces or others."""
    done: set[Element] = set()
    made: list[Element] = []
    for i in sorted(struck):
        target = flow.pieces[i].run
        if target is None:
            target = flow.pieces[i].element
        if target not in done:
            done.add(target)
            made.append(marker.strike(target))
    previous: Element | None = None
    for removed in made:
        if previous is not None and removed.getprevious() is previous:
            for child in list(removed):
                previous.append(child)
            parent = removed.getparent()
            assert parent is not None
            parent.remove(removed)
        else:
            previous = removed


def _replacing(flow: Flow, gone: list[int], edit: Inline) -> _Insertion:
    """New text goes behind the longest stretch of struck text that is in one container and of one formatting."""
    stretches = [list(same) for _, same in groupby((flow.pieces[i] for i in gone), key=_setting)]
    best = max(stretches, key=lambda pieces: (not pieces[0].in_field, sum(len(piece.text.strip()) for piece in pieces)))
    return _Insertion(edit.text, best[-1], True, best[0], edit.name)


def _setting(piece: Piece) -> tuple[object, ...]:
    rpr = piece.run.find(RPR) if piece.run is not None else None
    return _container(piece), piece.in_field, etree.tostring(rpr) if rpr is not None else b""


def _container(piece: Piece) -> Element | None:
    start = piece.run if piece.run is not None else piece.element
    return next((a for a in start.iterancestors() if a.tag in WRAPPERS or a.tag == P), None)


def _awkwardness(piece: Piece) -> tuple[bool, bool, int]:
    """How little a piece is fit to have new text beside it; the lower the better.

    A field's result goes when the field is updated; a control inside somebody's insertion can't be cut in two; and outside of
    links and controls is safer than in them.
    """
    depth, uncuttable = 0, False
    for a in (piece.run if piece.run is not None else piece.element).iterancestors():
        if a.tag == P:
            break
        depth += a.tag in WRAPPERS or a.tag == SDT
        uncuttable = uncuttable or (a.tag in ADDED and depth > 0)
    return piece.in_field, uncuttable, depth


def _between(flow: Flow, edit: Inline) -> _Insertion:
    """New text between two characters: like the one before it, unless the one after is the better neighbour."""
    left = next((piece for piece in reversed(flow.pieces) if piece.text and piece.end == edit.start), None)
    right = next((piece for piece in flow.pieces if piece.text and piece.start == edit.start), None)
    if left is None or right is None:
        one = left or right
        return _Insertion(edit.text, one, left is not None, one, edit.name)
    order = [_awkwardness(left), _awkwardness(right)]
    if order[0] == order[1]:
        begins_a_word = left.text[-1:].isspace() and edit.text[-1:].isspace() and not edit.text[0].isspace()
        use_left = not begins_a_word
    else:
        use_left = order[0] < order[1]
    piece = left if use_left else right
    return _Insertion(edit.text, piece, use_left, piece, edit.name)


def _insert(p: Element, insertion: _Insertion, marker: Marker) -> None:
    beside = insertion.beside
    if beside is None or beside.run is None:
        element = marker.inserted(p, insertion.text, mark_of(p))
        properties = p.find(PPR)
        p.append(element) if properties is None or len(p) > 1 else properties.addnext(element)
        return
    model = insertion.model.run.find(RPR) if insertion.model is not None and insertion.model.run is not None else None
    element = marker.inserted(p, insertion.text, model)
    place(element, beside.run, after=insertion.after, id_of_rest=marker.id_of_rest)
