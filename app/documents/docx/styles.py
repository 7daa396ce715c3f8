"""What a paragraph or run looks like: its own properties, its styles', what they are based on, and the document's defaults.

Only what tells structure or hides text is resolved: outline level, list, bold, indent, size, colour, vanish (ECMA-376 17.7).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from app.documents.docx.names import PPR, RPR, TYPE, Element, is_on, val, w

_HEADING = re.compile(r"heading\s*([1-9])$", re.IGNORECASE)
_NUMBER = re.compile(r"-?\d{1,6}(?:\.\d+)?")
_TWIPS_PER_POINT = 20


@dataclass(frozen=True, slots=True)
class ListPlace:
    """Which list, and which level of it from 0; `level` None where only the style says so."""

    num_id: str
    level: int | None


class Style:
    """A style with what it is based on."""

    def __init__(self, element: Element, base: Style | None) -> None:
        self.base = base
        self.id = element.get(w("styleId"), "")
        self.name = val(element, "name") or self.id
        self.ppr, self.rpr = element.find(PPR), element.find(RPR)

    @cached_property
    def heading(self) -> int | None:
        named = _HEADING.match(self.name)
        if named:
            return int(named.group(1))
        return outline_level(self.ppr) or (self.base.heading if self.base else None)

    @cached_property
    def list_place(self) -> tuple[str | None, str | None]:
        """numId and ilvl, each from the nearest style that states it."""
        own = self.ppr.find(w("numPr")) if self.ppr is not None else None
        base = self.base.list_place if self.base else (None, None)
        return val(own, "numId") or base[0], val(own, "ilvl") or base[1]

    @cached_property
    def list_style(self) -> Style | None:
        """The style in the chain that states the list: the one that a level's pStyle would name."""
        if self.ppr is not None and val(self.ppr.find(w("numPr")), "numId") is not None:
            return self
        return self.base.list_style if self.base else None

    @cached_property
    def indent(self) -> float | None:
        own = indent_of(self.ppr)
        return own if own is not None else (self.base.indent if self.base else None)

    def flag(self, name: str) -> bool | None:
        own = is_on(self.rpr, name)
        return own if own is not None else (self.base.flag(name) if self.base else None)

    def value(self, name: str) -> str | None:
        own = val(self.rpr, name)
        return own if own is not None else (self.base.value(name) if self.base else None)


class Styles:
    """The styles of a document. Unknown ids resolve to the default paragraph style, as in Word."""

    def __init__(self, root: Element | None) -> None:
        self._elements = {el.get(w("styleId"), ""): el for el in root.iterchildren(w("style"))} if root is not None else {}
        self._built: dict[str, Style | None] = {}
        defaults = [i for i, el in self._elements.items() if el.get(w("default")) in ("1", "true", "on")]
        self._default = next((i for i in defaults if self._elements[i].get(TYPE) == "paragraph"), None)
        self.default_rpr = root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{RPR}") if root is not None else None

    def paragraph(self, ppr: Element | None) -> Style | None:
        found = self.get(val(ppr, "pStyle"))
        return found if found is not None else self.get(self._default)

    def get(self, style_id: str | None) -> Style | None:
        """The style of that id; None for an unknown one. A loop of basedOn is cut where it closes."""
        if style_id is None or style_id not in self._elements:
            return None
        if style_id not in self._built:
            chain: list[str] = []
            at: str | None = style_id
            while at is not None and at in self._elements and at not in chain and at not in self._built:
                chain.append(at)
                at = val(self._elements[at], "basedOn")
            for each in reversed(chain):
                base = val(self._elements[each], "basedOn")
                self._built[each] = Style(self._elements[each], self._built.get(base) if base else None)
        return self._built[style_id]


class RunLook:
    """How the text of runs in a paragraph looks. Answers are kept by the run's properties, which repeat."""

    def __init__(self, styles: Styles) -> None:
        self.styles = styles

    def flag(self, rpr: Element | None, style: Style | None, name: str) -> bool:
        own = is_on(rpr, name)
        if own is not None:
            return own
        run_style = self.styles.get(val(rpr, "rStyle"))
        for source in (run_style, style):
            said = source.flag(name) if source is not None else None
            if said is not None:
                return said
        return bool(is_on(self.styles.default_rpr, name))

    def value(self, rpr: Element | None, style: Style | None, name: str) -> str | None:
        own = val(rpr, name)
        if own is not None:
            return own
        run_style = self.styles.get(val(rpr, "rStyle"))
        for source in (run_style, style):
            said = source.value(name) if source is not None else None
            if said is not None:
                return said
        return val(self.styles.default_rpr, name)


def outline_level(ppr: Element | None) -> int | None:
    """The outline level from 1; None for body text (9)."""
    level = val(ppr, "outlineLvl")
    return int(level) + 1 if level is not None and level.isdigit() and int(level) < 9 else None


def indent_of(ppr: Element | None) -> float | None:
    """The left indent in points; None when it isn't stated."""
    ind = ppr.find(w("ind")) if ppr is not None else None
    if ind is None:
        return None
    for name in ("start", "left"):
        said = ind.get(w(name))
        if said is not None and _NUMBER.fullmatch(said):
            return float(said) / _TWIPS_PER_POINT
    return None


def shade_of(properties: Element | None) -> str | None:
    """The fill behind text, None when there is none."""
    shading = properties.find(w("shd")) if properties is not None else None
    fill = shading.get(w("fill")) if shading is not None else None
    return fill if fill and fill.lower() not in ("auto", "ffffff") else None
