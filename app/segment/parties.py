"""Who the contract is between: names, the contract's own words for them, and where it says so.

Read from the paragraph that introduces the parties ("between X (the “Provider”) and Y"), from the signature blocks, and, in forms
and public terms that name nobody, from the words that act as a party ("Provider", "we", "you"). `app.segment.sides` gives the roles.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from app.domain.contract import Contract, Definition, Party
from app.domain.span import Span
from app.segment.party_names import ALIASES, BETWEEN, COMPANY, PRONOUN_OF, PRONOUNS, alias_terms, is_name, name_before
from app.segment.sides import ROLE_WORDS, assign_roles

# Parties are introduced at the head, after a cover page and a table of contents at the latest; or in the parties table.
_HEAD_CHARACTERS = 24_000
_FIRST_PAGE = 5_000
# A word that stands for a party is said at least this often.
_OFTEN = 8
_CAPITALISED = re.compile(r"(?:(?<=the )|(?<![A-Za-z’'-]))([A-Z][a-z]+(?: [A-Z][a-z]+)?)(?=(?:’s|'s)?[ ,.;)])")
_MAKES_CONTRACT = re.compile(r"\b(?:between|among|parties|by and|hereinafter)\b|^\(?[12][.)]", re.IGNORECASE | re.MULTILINE)
_ROLE_ONLY = re.compile(rf"(?:(?:each|the|a)\s+)?(?:{'|'.join(re.escape(w) for w in ROLE_WORDS)})s?$", re.IGNORECASE)


@dataclass(slots=True)
class _Introduction:
    name: str
    span: Span
    aliases: list[str]


def find_parties(contract: Contract) -> tuple[Party, ...]:
    """The parties in the order of their introduction, with roles where the text settles them."""
    introduced = _merged(list(_introduced(contract)))
    if len(introduced) < 2:
        introduced = _merged([*introduced, *_defined(contract), *_unaliased(contract)])
    if len(introduced) < 2:
        introduced = _merged([*introduced, *_described(contract)])
    if len(introduced) < 2:
        introduced = _merged([*introduced, *_signed(contract, introduced)])
    parties = [Party(_shown(i), tuple(dict.fromkeys(i.aliases)), None, i.span) for i in introduced[:12]]
    if len([p for p in parties if p.aliases]) < 2:
        parties = _with_speakers(contract, parties)
    return assign_roles(contract, tuple(parties))


def _introduced(contract: Contract) -> Iterator[_Introduction]:
    """Names that are followed by what the contract calls them."""
    body = _first_numbered(contract)
    roled, done_at = 0, _HEAD_CHARACTERS
    for paragraph in contract.document.paragraphs:
        start, end = paragraph.span.start, paragraph.span.end
        if start > done_at:
            break
        if paragraph.story != "body" or len(paragraph.span) < 8:
            continue
        for introduction in _of_paragraph(contract, start, end):
            # In the clauses themselves many things are named in passing; a party is then a company, or called by a party's word.
            spoken = {a.lower() for a in introduction.aliases}
            told = COMPANY.search(introduction.name) or spoken & (ROLE_WORDS.keys() | PRONOUN_OF.keys())
            if not told and (start >= body or not _MAKES_CONTRACT.search(contract.text, max(0, start - 60), end)):
                continue
            roled += 1
            yield introduction
        if roled >= 2 and contract.text[start : start + 12].strip().upper().startswith(("WHEREAS", "NOW, THERE")):
            break
        if roled >= 2 and done_at == _HEAD_CHARACTERS:
            done_at = min(end + 1200, max(end + 1, body))


def _shown(item: _Introduction) -> str:
    """The name on one line; a form that leaves it blank has the alias instead."""
    name = " ".join(item.name.split())
    return item.aliases[0] if item.aliases and not re.search(r"[^\W\d_]{2}", name) else name


def _first_numbered(contract: Contract) -> int:
    """Where the first clause after the parties begins: the first with a main number, or the second page or so."""
    for clause in contract.clauses:
        if clause.span.start < 250 or clause.kind != "clause" or clause.number is None:
            continue
        if not clause.number.startswith("(") and "part" not in (clause.heading or "").lower():
            return clause.span.start
    return 6_000


def _of_paragraph(contract: Contract, start: int, end: int) -> Iterator[_Introduction]:
    text = contract.text
    if end > start:
        cursor = start
        for match in ALIASES.finditer(text, start, end):
            bare = match["bare"]
            if bare and not _is_bare_alias(text, bare, cursor, match.start()):
                continue
            aliases = [bare.removeprefix("the ")] if bare else alias_terms(match["inside"] or match["after"])
            before = text[cursor : match.start()]
            if not aliases:
                # "(this “Agreement”)", "(the “Effective Date”)": the name comes later
                cursor = match.end()
                continue
            if _ROLE_ONLY.match(before.strip(" ,.()")) is not None:
                cursor = match.end()
                continue
            found = name_before(before) or (name_before(text[start : match.start()]) if cursor == start else None)
            if found is None and not before.strip(" ,–—-") and start > 0:
                # A line of its own: "– hereinafter the “Principal” –" below the name
                previous = contract.document.paragraphs[max(0, contract.document.paragraph_at(start) - 1)].span
                found = name_before(previous.of(text))
                if found:
                    yield _Introduction(found[0], Span(previous.start + found[1], previous.start + found[1] + len(found[0])), aliases)
                cursor = match.end()
                continue
            if found:
                at = cursor + found[1]
                yield _Introduction(found[0], Span(at, at + len(found[0])), aliases)
            cursor = match.end()


def _is_bare_alias(text: str, bare: str, start: int, end: int) -> bool:
    """Whether a word in parentheses without quotation marks names a party: a party's word, or one by which a company just named is
    called throughout ("(the Insurer)")."""
    word = bare.removeprefix("the ").removeprefix("The ")
    if word.lower() in ROLE_WORDS:
        return True
    named = bare.lower().startswith("the ") and COMPANY.search(text, start, end) is not None
    return named and len(re.findall(rf"\b[Tt]he {word}\b", text)) >= _OFTEN


_SOMEBODY = re.compile(
    r"\b(?i:persons?|entit(?:y|ies)|individual|organi[sz]ations?|whoever|whosoever|anyone|anybody|everyone|body|company|user)\b"
    r"[^.;“”\"()]{0,160}[(\[,–-]\s*(?:hereinafter |hereafter |called |referred to as |the )*[“\"](?:the )?(?P<alias>[A-Z][a-z]+)[”\"]",
)


def _described(contract: Contract) -> Iterator[_Introduction]:
    """The taker of a public licence, who has no name: "any person who obtains a copy (the “Recipient”)"."""
    for match in _SOMEBODY.finditer(contract.text, 0, min(len(contract.text), _HEAD_CHARACTERS)):
        word = match["alias"]
        if len(re.findall(rf"\b{word}\b", contract.text)) >= _OFTEN and alias_terms(f"“{word}”"):
            yield _Introduction(word, Span(*match.span("alias")), [word])
            return


def _defined(contract: Contract) -> Iterator[_Introduction]:
    """A company that a definition names: "“Licensor” or “we” means X Ltd"; only its own short name or a party's word counts."""
    grouped: dict[Span, list[Definition]] = {}
    for definition in contract.definitions:
        grouped.setdefault(Span(definition.body.start, definition.body.end), []).append(definition)
    for group in grouped.values():
        terms = [d.term for d in group]
        after = group[-1].name.end
        company = COMPANY.search(contract.text, after, min(after + 160, group[-1].body.end))
        if company is None or not is_name(company["name"]):
            continue
        spoken = [t for t in terms if t.lower() in ROLE_WORDS or t.lower() in PRONOUN_OF or company["name"].lower().startswith(t.lower())]
        if spoken and re.fullmatch(r"[”\",\s]*(?:means?|shall mean|is|refers to|:)\s*(?:the\s+)?", contract.text[after : company.start()]):
            yield _Introduction(company["name"], Span(*company.span("name")), spoken)


def _unaliased(contract: Contract) -> Iterator[_Introduction]:
    """The names after "between", where no alias is given: "between X, a ..., and Y"."""
    text = contract.text
    for between in BETWEEN.finditer(text, 0, min(len(text), _HEAD_CHARACTERS)):
        window = text[between.end() : between.end() + 900]
        companies = [m for m in COMPANY.finditer(window) if is_name(m["name"])]
        if len(companies) >= 2 and companies[0].start() < 120:
            yield from (_Introduction(m["name"], Span(*m.span("name")).shifted(between.end()), []) for m in companies[:2])
            return
        # The names stand in the sentence itself, or on lines of their own below a "between" that ends its line.
        line = window.find("\n")
        window = window[:line] if line > 12 else window
        named = window[:1].isupper() and between.start() < _FIRST_PAGE
        first = name_before(window[:160]) if named else None
        conjunction = re.search(r"[\s,–-]and[\s:–-]+(?:\(?\d\)?\s+)?(?=[A-Z])", window[first[1] + len(first[0]) :]) if first else None
        if first is None or conjunction is None:
            continue
        at = first[1] + len(first[0]) + conjunction.end()
        second = name_before(window[at : at + 160])
        if second:
            yield _Introduction(first[0], Span(first[1], first[1] + len(first[0])).shifted(between.end()), [])
            yield _Introduction(second[0], Span(second[1], second[1] + len(second[0])).shifted(between.end() + at), [])
            return


def _signed(contract: Contract, known: list[_Introduction]) -> Iterator[_Introduction]:
    """Company names in the signature blocks, and the name that a public licence gives itself."""
    text = contract.text
    names = {i.name.lower() for i in known}
    for clause in contract.clauses:
        if clause.kind != "signature":
            continue
        for match in COMPANY.finditer(text, clause.own.start, clause.own.end):
            if match["name"].lower() not in names and len(names) < 4 and is_name(match["name"]):
                names.add(match["name"].lower())
                yield _Introduction(match["name"], Span(*match.span("name")), [])


def _merged(found: list[_Introduction]) -> list[_Introduction]:
    """One entry for each party: a second introduction adds its aliases to the first."""
    result: list[_Introduction] = []
    for item in found:
        key = _plain(item.name)
        lowered = {a.lower() for a in item.aliases}
        same = next((r for r in result if _plain(r.name) == key or (lowered and lowered & {a.lower() for a in r.aliases})), None)
        if same is None:
            result.append(item)
        elif _plain(same.name) == key:
            same.aliases.extend(item.aliases)
    return result


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", " ", name.lower()).strip()


def _with_speakers(contract: Contract, parties: list[Party]) -> list[Party]:
    """Where names or aliases lack, the words that act as a party: role words that the text capitalises, then "we" and "you"."""
    text = contract.text
    taken = {alias.lower() for party in parties for alias in party.aliases}
    lettered = [word for word in ("Party A", "Party B", "Party C") if len(re.findall(rf"\b{word}\b", text)) >= _OFTEN // 2]
    if len(parties) < 2 and len(lettered) >= 2:
        return [*parties, *(Party(word, (word,), None, _first_span(text, word)) for word in lettered)]
    acting = _acting_words(text, taken, alone=not parties)
    forms = {first: _spoken_forms(text, first) for first, words in PRONOUNS.items() if not set(words) & taken}
    said = {first: len(re.findall(rf"\b(?:{'|'.join(PRONOUNS[first])})\b", text, re.IGNORECASE)) for first in forms}
    additions: dict[str, tuple[str, ...]] = {word: (word,) for word in list(acting)[: max(0, 2 - sum(1 for p in parties if p.aliases))]}
    if not acting or said.get("you", 0) > 3 * sum(acting.values()):
        additions = {first: forms[first] for first, count in said.items() if count >= _OFTEN * 3 // 2}
        if len(parties) == 1 and not parties[0].aliases and "we" in additions:
            # One company that calls itself "we": a public licence or terms of service
            parties = [replace(parties[0], aliases=additions.pop("we"))]
    return [*parties, *(Party(word, aliases, None, _first_span(text, word)) for word, aliases in additions.items())]


def _acting_words(text: str, taken: set[str], *, alone: bool) -> dict[str, int]:
    """One word for each role that the text uses often as a name, with how often; a word without a role only where one lacks."""
    counts = Counter(word for word in _CAPITALISED.findall(text) if word.lower() in ROLE_WORDS and word.lower() not in taken)
    frequent = [(word, count) for word, count in counts.most_common() if count >= _OFTEN]
    chosen: dict[str, int] = {}
    for word, count in frequent:
        role = ROLE_WORDS[word.lower()]
        if role and role not in {ROLE_WORDS[other.lower()] for other in chosen}:
            chosen[word] = count
    if len(chosen) == 1 and alone:
        chosen.update([(word, count) for word, count in frequent if ROLE_WORDS[word.lower()] is None][:1])
    return chosen


def _spoken_forms(text: str, pronoun: str) -> tuple[str, ...]:
    """The forms of a pronoun that the text uses."""
    return tuple(w for w in PRONOUNS[pronoun] if re.search(rf"\b{w}\b", text, re.IGNORECASE))


def _first_span(text: str, word: str) -> Span | None:
    at = re.search(rf"\b{re.escape(word)}\b", text) or re.search(rf"\b{re.escape(word)}\b", text, re.IGNORECASE)
    return Span(*at.span()) if at else None
