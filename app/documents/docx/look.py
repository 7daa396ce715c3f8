"""What is in the text for a machine and not for a person's eye: vanished, white on white, or too small to read.

A white run counts as hidden only where nothing dark can stand behind it: header rows of tables and text boxes are often filled.
"""

from __future__ import annotations

from app.documents.docx.flow import Piece
from app.documents.docx.names import RPR, TBL, TC, TCPR, TEXTBOX, Element, val, w
from app.documents.docx.story import Block
from app.documents.docx.styles import RunLook, Style, Styles, shade_of
from app.domain.span import Span

# Half points: nobody reads type under three points, and no form uses it.
_TINY = 6


class Look:
    """Judges the runs of a document; the answers are kept by the run's properties, which repeat."""

    def __init__(self, styles: Styles) -> None:
        self._runs = RunLook(styles)

    def read(self, block: Block, style: Style | None) -> tuple[bool, list[Span]]:
        """Whether all visible words of the block are bold, and its hidden spans (from the block's start)."""
        hidden: list[Span] = []
        bold, seen = True, False
        on_fill: bool | None = None
        for piece in block.flow.pieces:
            if not piece.text or piece.run is None:
                continue
            rpr = piece.run.find(RPR)
            if piece.text.strip():
                if self._runs.flag(rpr, style, "vanish") or self._is_tiny(rpr, style):
                    _extend(hidden, piece)
                    continue
                if self._is_white(rpr, style):
                    on_fill = _on_fill(block, style) if on_fill is None else on_fill
                    if not on_fill and shade_of(rpr) is None and val(rpr, "highlight") in (None, "none"):
                        _extend(hidden, piece)
                        continue
                seen = True
                bold = bold and self._runs.flag(rpr, style, "b")
        if block.covered and block.flow.length:
            hidden = [Span(0, block.flow.length)]
        return bold and seen, hidden

    def _is_tiny(self, rpr: Element | None, style: Style | None) -> bool:
        size = self._runs.value(rpr, style, "sz")
        return size is not None and size.isdigit() and int(size) < _TINY

    def _is_white(self, rpr: Element | None, style: Style | None) -> bool:
        colour = self._runs.value(rpr, style, "color")
        return colour is not None and colour.upper() == "FFFFFF"


def _extend(hidden: list[Span], piece: Piece) -> None:
    if hidden and hidden[-1].end == piece.start:
        hidden[-1] = Span(hidden[-1].start, piece.end)
    else:
        hidden.append(Span(piece.start, piece.end))


def _on_fill(block: Block, style: Style | None) -> bool:
    """Whether something other than white paper may stand behind the block."""
    if shade_of(block.last.find(w("pPr"))) or (style is not None and shade_of(style.ppr)):
        return True
    for around in block.last.iterancestors(TC, TBL, TEXTBOX):
        if around.tag == TEXTBOX:
            return True
        if around.tag == TC and shade_of(around.find(TCPR)):
            return True
        if around.tag == TBL and val(around.find(w("tblPr")), "tblStyle") is not None:
            return True
    return False
