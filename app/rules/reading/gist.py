"""The gist of a sentence: what it forbids or leaves free, and whom it binds, whatever order its words come in.

Rules that know the usual phrases look first; the gist is for clauses that say a known thing in words of their own. It only says that a
refusal or a freedom is there: what is refused is the rule's own subject matter.
"""

from __future__ import annotations

from app.rules.reading.passage import Hit, Passage, Sentence, Stretch
from app.rules.reading.pattern import expression, phrase

# Any way to say no.
FORBIDS = phrase(
    r"not|no|never|neither|nor|NEITHER|nobody|none|nothing|no one|cannot|can't|won't|mustn't|shan't|without|refrains?|refrain|abstains?|desists?|forbears?|forgoes?|"
    r"forego(?:es)?|forswears?|renounces?|avoids?|shuns?|eschews?|waives?|gives? up|foregoes|barred|bars|forbidden|forbids?|prohibited|prohibits?|bans?|banned|"
    r"excluded?|precluded?|ruled out|off[- ]limits|out of bounds|(?:stays?|keeps?|remains?|steers?|stands?|holds?)(?: [a-z]+)? (?:out of|away from|clear of|aloof from|off|back from|"
    r"out|away|clear)|hands off|(?:leaves?|let) [^;\n]{1,60} (?:alone|be|unanswered|in peace|untouched)|turns? (?:away|down)|declines?|rejects?|refuses?|resists?|disclaims?|taboo|at arm's length|"
    r"(?:is|are) (?:closed|shut|denied|unavailable)"
)
# Any way to leave somebody free, or to say that a ban isn't one.
FREE_TO = phrase(
    r"(?:is|are|be|remains?|stays?|shall be|keeps? itself|feels?)(?: [a-z]+){0,2} (?:free|at liberty|unrestricted|unrestrained|unfettered|unbound|unaffected|welcome|untouched|uninhibited|entitled|permitted|allowed)|"
    r"(?:nothing|not|NEITHER|no|none|nor|nobody)(?: [a-z0-9,'.-]+){0,9}? (?:prevents?|restricts?|restrains?|hinders?|stops?|limits?|bars?|precludes?|prohibits?|forbids?|impedes?|"
    r"keeps?|fetters?|inhibits?|ties?|tied|binds?|bound|obliges?|confines?|curtails?|be construed|commits?|stands? in the way|obliged|obligated|required|restricted|restrained|prevented|prohibited)|"
    r"reserves?(?: to itself)? (?:the |its |full )?(?:liberty|freedom|right)|(?:keeps?|retains?) (?:its |full |the |a )?(?:liberty|freedom|free hand)|free hand|unrestricted|freely|at will|"
    r"as (?:it|they|he|she|CUSTOMER|VENDOR|EITHER|RECIPIENT) (?:likes?|pleases?|wish(?:es)?|chooses?|sees? fit|thinks? fit)|"
    r"with whom(?:ever|soever)? (?:it|they|CUSTOMER|VENDOR) (?:likes?|pleases?|wish(?:es)?|chooses?)|no (?:bar|ban|restriction|restraint|limitation|impediment|hindrance|obstacle)|"
    r"need(?:s)? not|is allowed|are allowed|is no breach|no breach|not (?:a |be a |be an )?(?:breach|violation|infringement)|may nevertheless|(?:allowed|permitted|free|unrestricted)$"
)
_PARTY = expression(r"\b(?P<role>CUSTOMER|VENDOR|EITHER|NEITHER|OTHER|DISCLOSER|RECIPIENT)\b(?P<owns>'s|')?")
_BEHIND = phrase(
    r"(?:to|by|of|for|with|against|from|upon|on|between|towards|than|at|under|in|about|that|which|what|whom|like|over)(?: the| both| any| either)?"
)


def bound_side(stretch: Stretch, before: Stretch | None = None) -> Hit | None:
    """The side that a sentence binds or frees: the first that stands as a subject, else the one after "by" or "on"."""
    where = stretch.before(before) if before is not None else stretch
    for role in where.hits(_PARTY):
        if role.groups.get("owns"):
            continue
        ahead = stretch.before(role)
        words = ahead.words.rstrip()
        last = ahead.hits(_BEHIND)[-1:]
        if last and words.endswith(last[0].words) and ahead.at.start + len(words) == last[0].at.end:
            continue
        return role
    return stretch.find(
        expression(
            r"\b(?:by|on|upon|binds?|obliges?|forbidden to|falls (?:on|to)|for) (?:the )?(?P<role>CUSTOMER|VENDOR|EITHER|RECIPIENT)\b"
        )
    )


def side_named(role: Hit | None) -> str | None:
    """A role as a term's value: customer, vendor or either; None where nobody is named."""
    if role is None:
        return None
    return {"CUSTOMER": "customer", "VENDOR": "vendor"}.get(role.groups.get("role", ""), "either")


def statements(passage: Passage) -> tuple[Sentence, ...]:
    """What it states: its sentences; a table's row as one whole, its cells being one statement; a list's items each."""
    if passage.clause.kind == "table_row":
        return (Sentence(passage.view, passage.at),)
    return passage.sentences


def forbids(stretch: Stretch) -> Hit | None:
    """The first refusal that isn't part of a freedom ("nothing prevents")."""
    free = stretch.hits(FREE_TO)
    return next((hit for hit in stretch.hits(FORBIDS) if not any(each.at.overlaps(hit.at) for each in free)), None)
