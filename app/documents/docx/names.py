"""Namespaces and element names of WordprocessingML (ECMA-376, transitional), as lxml writes them."""

from __future__ import annotations

from lxml import etree

# lxml's element class has no public name.
Element = etree._Element

W_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R_NS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC_NS = "http://schemas.openxmlformats.org/markup-compatibility/2006"
W14_NS = "http://schemas.microsoft.com/office/word/2010/wordml"
W15_NS = "http://schemas.microsoft.com/office/word/2012/wordml"
M_NS = "http://schemas.openxmlformats.org/officeDocument/2006/math"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def w(name: str) -> str:
    """The qualified name of a WordprocessingML element or attribute."""
    return f"{{{W_NS}}}{name}"


def all_of(*names: str) -> frozenset[str]:
    return frozenset(w(name) for name in names)


P, R, T, TBL, TR, TC = w("p"), w("r"), w("t"), w("tbl"), w("tr"), w("tc")
PPR, RPR, TRPR, TCPR, SECTPR = w("pPr"), w("rPr"), w("trPr"), w("tcPr"), w("sectPr")
INS, DEL, MOVE_FROM, MOVE_TO = w("ins"), w("del"), w("moveFrom"), w("moveTo")
DEL_TEXT, INSTR_TEXT, DEL_INSTR_TEXT, FLD_CHAR = w("delText"), w("instrText"), w("delInstrText"), w("fldChar")
SDT, SDT_CONTENT, HYPERLINK = w("sdt"), w("sdtContent"), w("hyperlink")
TEXTBOX = w("txbxContent")
COMMENT_START, COMMENT_END = w("commentRangeStart"), w("commentRangeEnd")
COMMENT_REFERENCE = w("commentReference")
ALTERNATE, CHOICE, FALLBACK = f"{{{MC_NS}}}AlternateContent", f"{{{MC_NS}}}Choice", f"{{{MC_NS}}}Fallback"
VAL, ID, AUTHOR, DATE, TYPE = w("val"), w("id"), w("author"), w("date"), w("type")
PARA_ID = f"{{{W14_NS}}}paraId"

# In the current text what is added stands, what is removed doesn't; a move is both.
ADDED, REMOVED = frozenset({INS, MOVE_TO}), frozenset({DEL, MOVE_FROM})
# Elements around runs, or around paragraphs, that show nothing themselves.
WRAPPERS = all_of("hyperlink", "smartTag", "customXml", "sdtContent", "fldSimple", "dir", "bdo")
# Points in the text that other things refer to: they are never deleted with it.
MARKS = all_of(
    "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "permStart", "permEnd", "moveFromRangeStart",
    "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd", "customXmlInsRangeStart", "customXmlInsRangeEnd",
    "customXmlDelRangeStart", "customXmlDelRangeEnd", "customXmlMoveFromRangeStart", "customXmlMoveFromRangeEnd",
    "customXmlMoveToRangeStart", "customXmlMoveToRangeEnd",
)  # fmt: skip
FORMULAS = frozenset({f"{{{M_NS}}}oMath", f"{{{M_NS}}}oMathPara"})
PROPERTY_CHANGES = all_of(
    "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tcPrChange", "trPrChange", "tblPrExChange", "tblGridChange",
    "numberingChange",
)  # fmt: skip


def val(parent: Element | None, name: str) -> str | None:
    """The w:val of a child; None without the child or the attribute."""
    child = parent.find(w(name)) if parent is not None else None
    return child.get(VAL) if child is not None else None


def is_on(parent: Element | None, name: str) -> bool | None:
    """An on/off property (ECMA-376 17.17.4): None when it isn't stated."""
    child = parent.find(w(name)) if parent is not None else None
    if child is None:
        return None
    return child.get(VAL, "true") not in ("0", "false", "off", "none")
