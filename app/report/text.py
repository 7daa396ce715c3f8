"""A review as plain text: the head, the table of flagged risks, the notes. No colours, fixed width, safe to pipe anywhere."""

from __future__ import annotations

import textwrap

from app.domain.report import Review
from app.report.summary import Row, head, notes, rows

_WIDTH = 110
_COLUMNS = (("Priority", 10), ("Risk", 26), ("Where", 9), ("What it says, and what to ask for", 46), ("Redline", 11))


def as_text(review: Review) -> str:
    """The readable report. Ends with a line break."""
    first = head(review)
    indent = max(map(len, first)) + 2
    lines = [line for name, value in first.items() for line in _hanging(f"{name}:", value, indent)]
    table = rows(review)
    if table:
        lines += ["", _line(tuple(name for name, _ in _COLUMNS)), "-" * _WIDTH]
        for row in table:
            lines += [*_cells(row), ""]
        lines.pop()
    more = notes(review)
    if more:
        lines += ["", *(line for note in more for line in textwrap.wrap(note, _WIDTH, subsequent_indent="  "))]
    return "\n".join(lines) + "\n"


def _cells(row: Row) -> list[str]:
    says = [f'"{row.quote}"'] if row.quote else ["(not in the text)"]
    asks = [f"Ask: {row.ask}"] if row.ask else []
    priority = [row.priority.upper(), *(["WALK-AWAY"] if row.walk_away else [])]
    cells = (priority, [row.title, row.verdict], [row.where], says + asks, [row.redline])
    wrapped = [[part for text in cell for part in textwrap.wrap(text, width)] for cell, (_, width) in zip(cells, _COLUMNS, strict=True)]
    height = max(map(len, wrapped))
    return [_line(tuple(cell[i] if i < len(cell) else "" for cell in wrapped)) for i in range(height)]


def _line(cells: tuple[str, ...]) -> str:
    return "  ".join(cell.ljust(width) for cell, (_, width) in zip(cells, _COLUMNS, strict=True)).rstrip()


def _hanging(name: str, value: str, indent: int) -> list[str]:
    return textwrap.wrap(name.ljust(indent) + value, _WIDTH, subsequent_indent=" " * indent)
