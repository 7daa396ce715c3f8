"""HTML that text can't break out of: a string becomes markup only by passing through `tag`, which escapes it.

There is no way to paste text in raw; so an unescaped word of a contract is a type error, not an oversight.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from app.report.shown import visible

_EMPTY = frozenset({"meta", "br", "hr", "wbr"})


class Markup(str):
    """A piece of HTML that is safe as it is. Only this module and constants of our own make any."""

    __slots__ = ()


Child = str | Markup | None | Iterable["Child"]


def tag(name: str, /, *children: Child, **attributes: str | int | bool | None) -> Markup:
    """An element. Children that aren't markup are text and are escaped, as are attributes; None and False leave a thing out.

    `class_` and the like lose their underscore; other underscores become hyphens (`http_equiv`).
    """
    told = "".join(
        f" {key.rstrip('_').replace('_', '-')}" + ("" if value is True else f'="{escape(visible(str(value)), quote=True)}"')
        for key, value in attributes.items()
        if value is not None and value is not False
    )
    if name in _EMPTY:
        return Markup(f"<{name}{told}>")
    return Markup(f"<{name}{told}>{joined(children)}</{name}>")


def joined(children: Child) -> Markup:
    """Children one after the other, with text escaped."""
    if children is None:
        return Markup("")
    if isinstance(children, Markup):
        return children
    if isinstance(children, str):
        return Markup(escape(visible(children), quote=False))
    return Markup("".join(joined(child) for child in children))
