"""What a party's name looks like, and the words by which a contract then calls it.

Names are found by their form: a company's suffix, capitals, their place after "between" and before an alias in parentheses.
"""

from __future__ import annotations

import re

from app.segment.sides import ROLE_WORDS

_FORMS = (
    r"Incorporated|Inc|Corporation|Corp|Company|Co|L\.?L\.?C|L\.?L\.?P|L\.?P|Limited|Ltd|plc|"
    r"P\.?L\.?C|GmbH(?:\s?&\s?Co\.?\s?KG)?|mbH|AG|KG|SE|"
    r"B\.?V|N\.?V|S\.?A\.?S|S\.?A\.?R\.?L|S\.?p\.?A|S\.?A|S\.?r\.?l|A/S|AS|AB|Oy|Oyj|ApS|Pty|"
    r"Pte|Sdn|Bhd|K\.?K|N\.?A|Trust|Bank|Fund|Foundation|University|"
    r"Partnership|Association|Authority|Institute|Group|Holdings|s\.r\.o|d\.o\.o|Kft|Zrt|Sp\. z o\.o"
)
_CAPITALS = (
    "inc|INC|INCORPORATED|CORPORATION|CORP|COMPANY|CO|LIMITED|LTD|GMBH|TRUST|BANK|FUND|FOUNDATION|"
    "UNIVERSITY|PARTNERSHIP|ASSOCIATION|GROUP|HOLDINGS|PTY|PTE"
)
_SUFFIX = rf"(?:{_FORMS}|{_CAPITALS})"
_SPACE = r"[ \t\xa0\v]{1,4}"
_WORD = r"[A-Z0-9ÄÖÜÉ][\w&’'./+*-]{0,40}"
COMPANY = re.compile(
    rf"(?P<name>(?:{_WORD}|&)(?:,?{_SPACE}(?:{_WORD}|\([A-Z][\w ]{{1,20}}\)|&|of|and|the|for|"
    rf"de|van|der|den|du|la|und|y)){{0,9}}?,?{_SPACE}{_SUFFIX}\b\.?"
    rf"(?:,?{_SPACE}{_SUFFIX}\b\.?){{0,3}})"
)
_CAPITALISED_END = re.compile(rf"(?P<name>{_WORD}(?:{_SPACE}{_WORD}){{1,6}}),?\s*$")
ALIASES = re.compile(
    r"[(\[](?P<inside>[^()\[\]]{0,60}?[“\"«„][^()\[\]]{1,160}?)[)\]]|\bhereinafter[^“\"]{0,60}(?P<after>[“\"][^“”\"]{1,60}[”\"])"
    r"|\((?P<bare>(?:the )?(?-i:[A-Z])[a-z]+(?: (?-i:[A-Z])[a-z]+){0,2})\s?\)",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[“\"«„](?P<term>[^“”\"«»„]{1,60}?)[,.;]?[”\"»“]")
BETWEEN = re.compile(r"\b(?:by and (?:between|among)|between|among|amongst|entered into by|made by|parties)\b[\s:,]*", re.IGNORECASE)
_NOT_PARTY = re.compile(
    r"(?:the )?(?:.*\b(?:agreement|contract|date|part(?:y|ies)|terms|licen[cs]e|act|sec|commission|"
    r"product|services?|territory|term|effective|amendment|lease|"
    r"exhibit|schedule|code|plan|project|software|platform|website|site|laws?|rules|shares|notes|"
    r"program|purpose|recitals|master|order|statement|parent agreement|"
    r"affiliates?|patents?|trademarks?|business|marks?|technology|property|premises|facility|"
    r"transaction|closing|stock|board|committee|designee|directors?|officers?|member|debtors?|"
    r"lenders?|notes?)|each|either|gdpr|ipr?|nda|msa|sow|psa|dpa|eula|tos|csa|baa)$",
    re.IGNORECASE,
)
_CUT = re.compile(
    r"(?:,\s+(?=(?:an?|the|with|whose|having|organi[sz]ed|incorporated|registered|acting|located|"
    r"and its|on behalf|for itself|duly|entered|of|in its|formed|existing|as|or|\d)\b)"
    r"|\s+(?=(?:with (?:its|an?|offices?|registered|principal|place)|whose|having|organi[sz]ed|"
    r"incorporated (?:in|under|and)|registered (?:in|office|under|at)|located|acting|duly|"
    r"\s{4}|a (?:company|corporation|subsidiary|Delaware|[A-Z]\w+ (?:corporation|limited|company|"
    r"LLC|general|partnership|non)|private|public|limited|not-for|non-?profit|business|body|"
    r"wholly|division|subsidiary)|"
    r"an? (?:individual|[A-Z][\w ]{2,20}(?:corporation|company|limited|LLC|partnership))|on behalf of|"
    r"is |are |do |does |hereby|agree|shall|established|existing|of \d|at \d|and its (?:affiliates|"
    r"subsidiaries))\b)|\s*[;–—:(\[\v]|,\s*$|\.\s+(?=[A-Z][a-z]+\s[a-z]))"
)
_LEAD = re.compile(
    r"^(?:[\s,;.:–—)\]-]|\(?\d{1,2}[.)]\s|\([a-zA-Z]\)\s|and\b|or\b|by\b|between\b|among\b|is\b|"
    r"the undersigned\b|us,|parties\b|party\b|on the one (?:hand|part)|on the other (?:hand|"
    r"part)|(?:of )?the (?:one|first|second|other) part|the (?=[A-Z])|both\b|(?:you|we|us)\s+and\s+|with\b|to\b|from\b)+",
    re.IGNORECASE,
)
# From a name to its alias there are an address and a register number; more is another sentence.
_LONGEST_SEGMENT = 1_500
_PARTICLES = frozenset("inc of and the for de van der den du la und y plc in von e.v.".split())
_NO_FIRST_WORD = frozenset(
    "WHEREAS NOW RECITALS RECITAL BACKGROUND BETWEEN Whereas Section Article Board Exhibit Schedule Annex Appendix Date Dated "
    "This These That If In For It Any Each All Such No Under During Subject When Where A An As".split()
)
PRONOUNS = {"we": ("we", "us", "our", "ours"), "you": ("you", "your", "yours")}
PRONOUN_OF = {word: first for first, words in PRONOUNS.items() for word in words}


def alias_terms(inside: str) -> list[str]:
    """The contract's words for a party among the quoted terms of a parenthesis; none if it names something else."""
    terms = []
    for match in _QUOTED.finditer(inside):
        term = match["term"].strip(" ,.")
        bare = re.sub(r"^(?:the|a|an)\s+", "", term, flags=re.IGNORECASE)
        if not bare or (_NOT_PARTY.match(bare) and bare.lower().split()[-1] not in ROLE_WORDS):
            continue
        if len(bare.split()) <= 6 and (bare[0].isupper() or bare.lower() in PRONOUN_OF):
            terms.append(bare)
    if re.search(r"\b(?:together|collectively|jointly|individually)\b", inside, re.IGNORECASE) and not any(
        t.lower() in PRONOUN_OF for t in terms
    ):
        return [t for t in terms if t.lower() in ROLE_WORDS]
    return terms


def name_before(segment: str) -> tuple[str, int] | None:
    """The party's name in the words before its alias, and where in them it begins."""
    if len(segment) > _LONGEST_SEGMENT:
        found = name_before(segment[-_LONGEST_SEGMENT:])
        return (found[0], found[1] + len(segment) - _LONGEST_SEGMENT) if found else None
    offset = 0
    between = None
    for between in BETWEEN.finditer(segment):
        if re.match(r"\W*(?:the )?(?:undersigned )?[A-Z0-9(_[]", segment[between.end() : between.end() + 40]):
            offset = between.end()
            break
    rest = segment[offset:]
    lead = _LEAD.match(rest)
    if lead:
        offset += lead.end()
        rest = segment[offset:]
    if not rest or not (rest[0].isupper() or rest[0].isdigit() or rest[0] in "[_"):
        return _company_in(segment)
    cut = _CUT.search(rest)
    name = rest[: cut.start()] if cut else rest
    name = re.split(r"\n|,?\s+and\s+(?=[A-Z][\w&’'. -]+,?\s+(?:Inc|LLC|L\.L\.C|Ltd|Corp|GmbH))", name)[0]
    company = COMPANY.match(name)
    if company and len(company["name"]) < len(name) and re.match(r"[,\s]", name[company.end() : company.end() + 1] or ","):
        name = company["name"]
    name = name.strip(" ,;\t")
    if not is_name(name):
        return _company_in(segment)
    return name, offset + rest.index(name)


def _company_in(segment: str) -> tuple[str, int] | None:
    """The first company named, else the capitalised words just before the alias."""
    found = next((m for m in COMPANY.finditer(segment) if is_name(m["name"])), None)
    if found is None:
        found = _CAPITALISED_END.search(segment[-120:])
        if found is None or not is_name(found["name"]) or re.search(r"\d{4}", found["name"]):
            return None
        return found["name"], len(segment) - len(segment[-120:]) + found.start("name")
    name = re.sub(r"^(?:The|This|Between|And|By)\s+(?=[A-Z])", "", found["name"])
    return (name, found.start("name") + len(found["name"]) - len(name)) if is_name(name) else None


def is_name(name: str) -> bool:
    """Whether words can be a party's name: not a party's word itself, not a title or the beginning of a sentence."""
    words = name.split()
    if not 0 < len(words) <= 14 or len(name) > 120 or not re.search(r"[^\W\d_]{2}|_{2,}", name):
        return False
    if words[-1].lower() in ("and", "or", "the", "of", "with") or ", the " in name.lower():
        return False
    bare = [w for w in re.findall(r"[\w-]+", name.lower()) if w not in ("the", "and", "or", "a", "such")]
    if all(w in ROLE_WORDS or w.rstrip("s") in ROLE_WORDS or w in PRONOUN_OF or w.endswith("processor") for w in bare):
        return False
    if _NOT_PARTY.match(name) or words[0].rstrip(",.:") in _NO_FIRST_WORD:
        return False
    small = sum(1 for word in words if word[:1].islower() and word.lower() not in _PARTICLES)
    return small == 0 or (small <= len(words) * 0.25 and COMPANY.search(name) is not None)
