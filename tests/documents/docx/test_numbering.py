from __future__ import annotations

import pytest

from app.documents.docx.numbering import render_number
from tests.documents.docx.wordml import docx_of, p, read


def _level(at: int, text: str, format: str = "decimal", more: str = "", start: int = 1) -> str:
    return f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{format}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'


def _list(*levels: str, id: int = 0) -> str:
    return f'<w:abstractNum w:abstractNumId="{id}">{"".join(levels)}</w:abstractNum>'


def _num(id: int, abstract: int = 0, more: str = "") -> str:
    return f'<w:num w:numId="{id}"><w:abstractNumId w:val="{abstract}"/>{more}</w:num>'


def _item(level: int, num: int = 1) -> str:
    return p("x", properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>')


def _numbers(*items: str, numbering: str, styles: str = "") -> list[str | None]:
    return [x.number for x in read(docx_of(*items, numbering=numbering, styles=styles)).paragraphs]


CLAUSES = (_level(0, "%1."), _level(1, "%1.%2"), _level(2, "(%3)", "lowerLetter"))


def test_deeper_levels_begin_again_after_a_higher_one() -> None:
    found = _numbers(*map(_item, (0, 1, 1, 2, 2, 1, 2, 0, 1)), numbering=_list(*CLAUSES) + _num(1))

    assert found == ["1.", "1.1", "1.2", "(a)", "(b)", "1.3", "(a)", "2.", "2.1"]


def test_lists_with_one_definition_go_on_counting_unless_a_start_is_set() -> None:
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = _list(*CLAUSES) + _num(1) + _num(2) + _num(3, more=again)

    assert _numbers(_item(0), _item(0, 2), _item(0, 3), _item(0, 3), numbering=numbering) == ["1.", "2.", "1.", "2."]


def test_a_legal_level_shows_roman_parents_as_decimal() -> None:
    levels = (_level(0, "Article %1", "upperRoman"), _level(1, "%1.%2", more="<w:isLgl/>"))

    assert _numbers(_item(0), _item(1), numbering=_list(*levels) + _num(1)) == ["Article I", "1.1"]


def test_a_level_that_never_restarts_goes_on() -> None:
    levels = (_level(0, "%1"), _level(1, "%2", more='<w:lvlRestart w:val="0"/>'))

    assert _numbers(*map(_item, (0, 1, 0, 1)), numbering=_list(*levels) + _num(1)) == ["1", "1", "2", "2"]


def test_a_style_gives_the_list_and_its_level() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="C"><w:name w:val="Clause"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="D"><w:name w:val="Based"/><w:basedOn w:val="C"/></w:style>'
    )
    numbering = _list(_level(0, "%1."), _level(1, "%1.%2", more='<w:pStyle w:val="C"/>')) + _num(1)
    off = p("x", properties='<w:pStyle w:val="C"/><w:numPr><w:numId w:val="0"/></w:numPr>')

    styled = (p("x", properties=f'<w:pStyle w:val="{style}"/>') for style in "CD")

    found = _numbers(_item(0), *styled, off, numbering=numbering, styles=styles)

    assert found == ["1.", "1.1", "1.2", None]


def test_a_bullet_of_a_symbol_font_is_shown_as_one() -> None:
    assert _numbers(_item(0), numbering=_list(_level(0, "\uf0b7", "bullet")) + _num(1)) == ["\u2022"]


def test_a_list_that_is_not_there_gives_no_number() -> None:
    assert _numbers(_item(0, 7), _item(8), numbering=_list(*CLAUSES) + _num(1)) == [None, None]


@pytest.mark.parametrize(
    ("number", "format", "shown"),
    [
        (4, "lowerRoman", "iv"), (1994, "upperRoman", "MCMXCIV"), (27, "lowerLetter", "aa"), (26, "upperLetter", "Z"),
        (7, "decimalZero", "07"), (11, "ordinal", "11th"), (22, "ordinal", "22nd"), (21, "ordinalText", "Twenty-first"),
        (105, "cardinalText", "One hundred five"), (3, "unheard", "3"),
    ],
)  # fmt: skip
def test_number_formats(number: int, format: str, shown: str) -> None:
    assert render_number(number, format) == shown
