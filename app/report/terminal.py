"""A review on a terminal: the same content as the plain text, in colours and at the width of the window."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table
from rich.text import Text

from app.domain.report import Review
from app.report.summary import Row, head, notes, rows

_PRIORITY_STYLES = {"must": "bold red", "should": "yellow", "nice": "cyan"}
_REDLINE_STYLES = {"verified": "green", "unverified": "yellow", "none": "dim"}


def print_review(review: Review, console: Console) -> None:
    """Print the report. Every text goes in as `Text`, so that nothing in a contract is taken for markup."""
    first = Table.grid(padding=(0, 2))
    for name, value in head(review).items():
        first.add_row(Text(name, style="dim"), Text(value))
    console.print(first)
    flagged = rows(review)
    if flagged:
        console.print(_table(flagged))
    for note in notes(review):
        console.print(Text(note, style="magenta"))


def _table(flagged: list[Row]) -> Table:
    table = Table(show_lines=True, header_style="bold", border_style="dim", expand=True)
    table.add_column("Priority", no_wrap=True)
    table.add_column("Risk", ratio=2)
    table.add_column("Where", max_width=10)
    table.add_column("What it says, and what to ask for", ratio=5)
    table.add_column("Redline", width=11)
    for row in flagged:
        style = _PRIORITY_STYLES[row.priority]
        priority = Text(row.priority.upper(), style=style)
        if row.walk_away:
            priority.append("\nwalk-away", style="bold white on red")
        says = Text(f"“{row.quote}”" if row.quote else "not in the text", style="italic" if row.quote else "dim italic")
        if row.ask:
            says.append(f"\nAsk: {row.ask}", style="not italic")
        risk = Text.assemble((row.title, "bold"), ("\n" + row.verdict, "dim"))
        table.add_row(priority, risk, Text(row.where), says, Text(row.redline, style=_REDLINE_STYLES[row.redline.partition(",")[0]]))
    return table
