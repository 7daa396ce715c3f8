"""Defined terms: where a contract says what its capitalised words mean.

Five ways are read: a quoted term with a verb or a colon ("“Fees” means ..."), a term given in passing ("(the “Stop Date”)"),
an unquoted term before "means", a row of a table of expressions, and the label of an order form's row when the text uses it.
Names and bodies are spans of `Document.text`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from app.domain.contract import Clause, Contract, Definition
from app.domain.span import Span
from app.segment.marks import read_mark

_OPEN, _CLOSE = '“"«„', '”"»“'
_QUOTED = rf"[{_OPEN}](?P<term>[^“”\"«»„\n]{{1,90}}?)[,.]?[{_CLOSE}]"
_ANY_QUOTED = re.compile(_QUOTED)
# Between the term and its verb: other terms of the same kind, or a few words ("“Written” without addition means").
_SAYS = re.compile(
    r"(?P<gap>[^“”\".;:()\n]{0,70}?(?:\([^()\n]{0,80}\)[^“”\".;:()\n]{0,20}?)?)"
    r"(?P<verb>\b(?:means?|shall mean|will mean|(?:has|have|shall have|is given|are given|bears?|"
    r"shall bear) the (?:same )?(?:respective )?(?:meanings?|values?)"
    r"|(?:has|have) the values?|is defined|are defined|denotes?|refers? to|shall refer to|(?:shall )?includes?)\b)",
    re.IGNORECASE,
)
_SAYS_SHORT = re.compile(r"\s*(?P<verb>:|=|–|—|\bis\b|\bare\b|\bshall be\b|\bwas\b)", re.IGNORECASE)
_LINKED = re.compile(r"(?:\s*(?:,|and|or|/|and/or|,\s*and|,\s*or|\(or)\s*)$", re.IGNORECASE)
_IN_PASSING = re.compile(
    r"(?:^|[\s,(])(?:the|an?|each|either|together|collectively|individually|jointly|this|these|"
    r"such|all|as|or|and|with|in|being|hereinafter|"
    r"hereafter|herein|referred|defined|called|known|named|to|its|affiliates?|including|any|also|our|such|of|,|;|both)*[\s,]*$",
    re.IGNORECASE,
)
_HEREINAFTER = re.compile(
    r"(?:hereinafter|hereafter|herein|referred to (?:herein |in this \w+ )?as|called|known as|"
    r"designated as|we call)[\s,]*(?:(?:to )?as\s*)?(?:the|an?|collectively)?\s*$",
    re.IGNORECASE,
)
_UNQUOTED = re.compile(
    r"(?:the (?:term|expression|word)s?\s+)?(?P<term>[A-Z][\w’'&/-]*(?:[ \xa0](?:[A-Z(][\w’'&/)-]*|"
    r"of|and|the|or|for|to|in|by|on)){0,8})"
    r"(?:[ \xa0]\([^()]{1,40}\))?\s*(?:[ \xa0](?P<verb>means?|shall mean|will mean|has the meaning|"
    r"have the meaning|shall have the meaning|is defined)\b|(?P<colon>:|\s[–—-]\s|\t))"
)
_DEFINITION_HEADING = re.compile(
    r"\b(?:definitions?|interpretation|defined terms|glossary|expressions|meaning|terms used|"
    r"words (?:we use|used|with)|particulars|key terms|vocabulary)\b",
    re.IGNORECASE,
)
_TERM_COLUMN = re.compile(
    r"(?:defined )?(?:terms?|expressions?|definitions?|words?|phrases?|capitali[sz]ed terms?|name of term)\W*$", re.IGNORECASE
)
_SENTENCE_START = re.compile(r"(?<=[.;:!?])[\s”\"’)]+(?=[A-Z“\"(\[])")
_NOT_A_LABEL = re.compile(
    r"^(?:no\.?|item|name|date|title|by|total.*|\d.*|[A-Z]{0,2}-?\d+|n/?a|none|signature|address|" r"e-?mail|notes?|other)\W*$",
    re.IGNORECASE,
)
_MAX_LABEL = 70
# A sentence without a stop for longer than this ends with its paragraph.
_LONGEST_SENTENCE = 4_000


def find_definitions(contract: Contract) -> tuple[Definition, ...]:
    """All definitions, in order of their names; a term that is defined twice is listed twice."""
    finder = _Finder(contract)
    found: dict[int, Definition] = {}
    for definition in (*finder.quoted(), *finder.unquoted(), *finder.rows()):
        found.setdefault(definition.name.start, definition)
    return tuple(found[start] for start in sorted(found))


class _Finder:
    def __init__(self, contract: Contract) -> None:
        self.contract = contract
        self.text = contract.text
        self.paragraphs = [p.span for p in contract.document.paragraphs]
        self.starts = [span.start for span in self.paragraphs]
        self.owns = [clause.own.start for clause in contract.clauses]

    def quoted(self) -> Iterator[Definition]:
        """Terms in quotation marks that a verb, a colon or a parenthesis defines."""
        pending: list[Span] = []
        names: list[tuple[Span, bool]] = []
        previous_end = -1
        for match in _ANY_QUOTED.finditer(self.text):
            name = Span(*match.span("term"))
            if not any(c.isalnum() for c in match["term"]):
                continue
            linked = bool(pending) and bool(_LINKED.match(self.text, previous_end, match.start()))
            pending = [*pending, name] if linked else [name]
            previous_end = match.end()
            heads = self._defined_after(match.end(), match.start())
            if heads or self._in_passing(match.start(), match.end()):
                names.extend((span, heads) for span in (pending if heads else [name]))
                pending = []
        order = sorted({span.start: (span, heads) for span, heads in names}.values())
        heads_at = [span.start for span, heads in order if heads]
        for span, heads in order:
            yield Definition(span.of(self.text).strip(" ,."), span, self._body(span, heads, heads_at))

    def _defined_after(self, end: int, start: int) -> bool:
        stop = min(self._paragraph(start).end, end + 240)
        says = _SAYS.match(self.text, end, stop)
        # A participle or clause between ("“X” ... includes") is fine for "means", too loose for "includes".
        if says and (len(says["gap"]) <= 3 or says["verb"].lower() not in ("includes", "include", "refers to", "refer to")):
            return not re.search(r"\b(?:shall|will|may|must|if|which|that)\b", says["gap"]) or len(says["gap"]) < 30
        return self._leads(start) and bool(_SAYS_SHORT.match(self.text, end, stop))

    def _leads(self, start: int) -> bool:
        """Whether a term begins its paragraph, or a sentence of it."""
        paragraph = self._paragraph(start)
        lead = self.text[paragraph.start : start]
        mark = read_mark(self.text[paragraph.start : paragraph.start + 40])
        rest = lead[mark.end :] if mark and mark.end <= len(lead) else lead
        rest = rest[-80:] if rest.strip() else rest
        return (
            not rest.strip(' \t\v\xa0*•“"')
            or bool(re.search(r"[.;:]\s+(?:an?\s+|the\s+)?$", rest, re.IGNORECASE))
            or bool(re.search(r"(?:^|[”\"],?\s*(?:and|or)?\s*)(?:the (?:term|expression|word)s?|an?|the)\s*$", rest, re.IGNORECASE))
        )

    def _in_passing(self, start: int, end: int) -> bool:
        paragraph = self._paragraph(start)
        before = self.text[max(paragraph.start, start - 200) : start]
        if _HEREINAFTER.search(before):
            return True
        opening = max(before.rfind("("), before.rfind("["))
        if opening < 0 or before.rfind(")") > opening or before.rfind("]") > opening:
            return False
        inside = re.sub(rf"[{_OPEN}][^“”\"]*[{_CLOSE}]", "", before[opening + 1 :])
        closing = re.search(r"[)\]]", self.text[end : end + 250])
        return closing is not None and (
            bool(_IN_PASSING.match(inside)) or bool(re.search(r"\b(?:the|this|or|and|a|an|as|together|collectively)[\s,]*$", inside))
        )

    def _body(self, name: Span, heads: bool, heads_at: list[int]) -> Span:
        paragraph = self._paragraph(name.start)
        if not heads:
            return self._sentence(name, paragraph)
        mark = read_mark(self.text[paragraph.start : min(name.start, paragraph.start + 40)])
        start = max(self._sentence_start(name.start, paragraph), paragraph.start + (mark.end if mark else 0))
        following = heads_at[bisect_right(heads_at, name.start) :][:12]
        end = paragraph.end
        for other in following:
            if other >= paragraph.end:
                break
            between = self._sentence_start(other, paragraph)
            if between > name.end:
                end = len(self.text[:between].rstrip()) if between - paragraph.start > 0 else between
                break
        clause = self._clause(name.start)
        if (
            end == paragraph.end
            and clause is not None
            and clause.own.end == paragraph.end
            and clause.kind == "clause"
            and self._leads(name.start - 1)
        ):
            end = clause.span.end
        return Span(start, max(end, name.end))

    def _sentence(self, name: Span, paragraph: Span) -> Span:
        after = _SENTENCE_START.search(self.text, name.end, min(paragraph.end, name.end + _LONGEST_SENTENCE))
        return Span(self._sentence_start(name.start, paragraph), after.start() if after else paragraph.end)

    def _sentence_start(self, offset: int, paragraph: Span) -> int:
        start = paragraph.start
        for match in _SENTENCE_START.finditer(self.text, max(paragraph.start, offset - _LONGEST_SENTENCE // 3), offset):
            start = match.end()
        return start

    def unquoted(self) -> Iterator[Definition]:
        """Terms without quotation marks at the head of a paragraph; with a colon only among definitions."""
        for clause in self.contract.clauses:
            if clause.kind not in ("clause", "heading", "other"):
                continue
            among = bool(clause.path) and bool(_DEFINITION_HEADING.search(clause.path[-1]))
            head = self.text[clause.own.start : min(clause.own.end, clause.own.start + 200)]
            mark = read_mark(head)
            match = _UNQUOTED.match(head, mark.end if mark else 0)
            if not match or not (match["verb"] or (among and len(clause.own) - match.end() > 8)):
                continue
            words = match["term"].split()
            if words[0].lower() in ("this", "it", "the", "these") and len(words) == 1:
                continue
            name = Span(*match.span("term")).shifted(clause.own.start)
            yield Definition(name.of(self.text), name, Span(clause.own.start, max(clause.own.end, clause.span.end)))

    def rows(self) -> Iterator[Definition]:
        """Rows of tables whose first column holds terms."""
        headers: dict[str | None, tuple[int, bool]] = {}
        document = self.contract.document
        for clause in self.contract.clauses:
            if clause.kind != "table_row":
                continue
            cells = self._cells(clause)
            table = document.paragraphs[document.paragraph_at(clause.own.start)].cell
            key = str(table.table) if table else clause.parent
            header = headers.get(key)
            if header is None:
                column = next((i for i, span in enumerate(cells[:2]) if _TERM_COLUMN.match(span.of(self.text).strip())), None)
                headers[key] = (column if column is not None else -1, column is not None)
                if column is not None:
                    continue
                header = headers[key]
            column, definite = header
            if not definite:
                column = 1 if len(cells) >= 3 and re.fullmatch(r"\W*[A-Z]{0,2}[-.]?\d*\W*", cells[0].of(self.text)) else 0
            if column + 1 >= len(cells) or not cells[column].of(self.text).strip():
                continue
            yield from self._row_terms(clause, cells[column], definite, len(cells) - column)

    def _row_terms(self, clause: Clause, cell: Span, definite: bool, columns: int) -> Iterator[Definition]:
        label = cell.of(self.text)
        quoted = list(_ANY_QUOTED.finditer(label))
        if quoted and len(quoted[0].group()) > len(label.strip()) * 0.4:
            for match in quoted:
                yield Definition(match["term"], Span(*match.span("term")).shifted(cell.start), clause.own)
            return
        term = label.strip().rstrip(":").strip()
        if not term or len(term) > _MAX_LABEL or "\n" in term:
            return
        among = bool(clause.path) and bool(re.search(r"definition|expression|glossary|defined terms", clause.path[-1], re.IGNORECASE))
        if definite or (columns == 2 and (among or self._is_used(term, cell))):
            start = cell.start + label.index(term)
            yield Definition(term, Span(start, start + len(term)), clause.own)

    def _is_used(self, term: str, cell: Span) -> bool:
        """Whether the text speaks of the label elsewhere, capitalised as it is there, inside a sentence."""
        if not term[:1].isupper() or _NOT_A_LABEL.match(term) or not any(c.islower() for c in term):
            return False
        at = self.text.find(term)
        while at >= 0:
            end = at + len(term)
            outside = not (cell.start <= at < cell.end)
            bounded = not self.text[end : end + 1].isalpha() and at > 0 and self.text[at - 1] in " \xa0“\"(’'"
            if outside and bounded and self.text[max(0, at - 2) : at - 1] not in (".", ":", "\t", "\n"):
                return True
            at = self.text.find(term, end)
        return False

    def _cells(self, clause: Clause) -> list[Span]:
        document = self.contract.document
        cells: list[Span] = []
        columns: list[int] = []
        for index in document.paragraphs_in(clause.own):
            paragraph = document.paragraphs[index]
            column = paragraph.cell.column if paragraph.cell else -1 - index
            if columns and columns[-1] == column:
                cells[-1] = cells[-1].union(paragraph.span)
            else:
                cells.append(paragraph.span)
                columns.append(column)
        return cells

    def _paragraph(self, offset: int) -> Span:
        return self.paragraphs[max(0, bisect_right(self.starts, offset) - 1)]

    def _clause(self, offset: int) -> Clause | None:
        at = bisect_right(self.owns, offset) - 1
        return self.contract.clauses[at] if at >= 0 else None


def definitions_by_name(definitions: tuple[Definition, ...], start: int, end: int) -> tuple[Definition, ...]:
    """Those whose names stand between two offsets."""
    starts = [d.name.start for d in definitions]
    return definitions[bisect_left(starts, start) : bisect_left(starts, end)]
