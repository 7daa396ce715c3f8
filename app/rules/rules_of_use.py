"""Rules of use in words that no policy clause usually has: who rewrites them and how, and who answers for what strangers do."""

from __future__ import annotations

from app.domain.reading import Proof, Reading
from app.rules.reading.deontic import AS_IT_PLEASES, TELLS, UNTOLD
from app.rules.reading.passage import Passage, Sentence, Stretch
from app.rules.reading.pattern import phrase, stems
from app.rules.reading.subjects import statements, table_head

USE_RULES = phrase(
    r"(?:acceptable|permitted|responsible|prohibited|good|fair|proper|use|usage|conduct|ground|house|deployment|community|content|ethical|ethics)[- ](?:[a-z]+ ){0,2}?(?:polic(?:y|ies)|rules?|rulebook|guidelines?|standards?|restrictions?|codes?|charters?|principles|terms|"
    r"book|lists?|uses?|purposes?)|(?:polic(?:y|ies)|rules?|guidelines?|standards?|codes?|charters?|principles|lists?|catalogues?|registers?|schedules?|inventor(?:y|ies)) (?:of|on|for|about|against)(?: [a-z]+){0,3} (?:uses?|usage|conduct|behaviou?r|purposes?|practices?|applications?|fields|"
    r"no-?gos|don'ts|misuse|activit(?:y|ies))|(?:forbidden|prohibited|impermissible|banned|barred|disallowed|restricted|excluded|unacceptable) (?:uses?|purposes?|fields?|practices?|applications?|activit(?:y|ies)|conduct)|no-?gos|dos and don'ts|what (?:[a-zA-Z]+ ){1,4}(?:may not|must not|is not allowed)|aup"
)
REWRITTEN = stems(
    "chang rewrit reword edit alter amend tighten revis updat vary varie add. adds. added addition replac supplement modif expand extend widen adjust adapt rework evolv new_version new_edition introduc issue reissue form_of_the form. wording version as_posted posting posted regard count_as deem from_time_to_time redraft overhaul stiffen"
)
SUDDEN = phrase(
    r"(?:at )?any time|overnight|at once|immediately|forthwith|straight ?away|on (?:posting|publication)|(?:when|once|as soon as|the moment|from the (?:moment|minute|day|hour|second)) (?:[a-z]+ ){0,3}?(?:posted|published|made|online|up|appears?|changed|shown)|as (?:posted|published|amended|revised|updated)|"
    r"from time to time|of the day|on the day in question|then[- ]current|for the time being|as it (?:then )?(?:reads|stands)|current(?: from)?|check (?:back|it|them)(?: often| regularly)?|without (?:more|further ado)|with immediate effect|daily|whatever (?:the|its) (?:page|site|version)[a-z ]*"
)
AHEAD = phrase(r"(?:in )?advance|ahead|before|beforehand|notice|prior|earlier|after")
ANSWERS = phrase(
    r"answer(?:s|able)?(?: to VENDOR)?(?:,? [a-z ,]{0,40})? (?:for|to)|(?:is|are|be|remains?|stays?|held)(?: [a-z]+){0,3} (?:liable|responsible|accountable|answerable|to blame)|treated as (?:an? |the )?(?:[a-z]+ )?(?:breach|act|use|fault|default|conduct|omission)[a-zA-Z ]{0,20} (?:by|of) CUSTOMER|"
    r"(?:breach|act|fault|default|doing|conduct|misconduct|use) (?:by|of) CUSTOMER(?: itself)?|as (?:if|though) (?:[a-zA-Z]+ ){0,4}(?:its|CUSTOMER's) own|as its own|CUSTOMER's own (?:act|doing|breach|conduct|misuse|fault)s?|(?:imputed|attributed|charged|laid|ascribed) to CUSTOMER|stands? (?:in )?for|"
    r"stands? surety|surety|guarantors?|(?:ensures?|warrants?|guarantees?) (?:that|the)|vouch(?:es)? for|guarantees? (?:for|the conduct)|bears? (?:the|all|full|every)[a-z ]{0,30} (?:consequences?|responsibility|liability|blame|risk)|(?:at|on|for) CUSTOMER's (?:account|door|head|charge)|CUSTOMER (?:pays|makes good|takes the blame)"
)
WHOEVER = phrase(
    r"anyone|anybody|any (?:other )?(?:person|user|third party|recipient|one|end[- ]user)|everyone|everybody|everything|whoever|whomever|(?:every|each|all)(?: [a-z]+){0,3} (?:users?|persons?|people|recipients?|end[- ]users?|acts?|uses?|misuse|third parties|customers)|down(?:stream| the (?:line|chain))|"
    r"end[- ]users?|third parties|strangers|(?:those|people|persons|users|customers) (?:who|that|to whom|of its)|its (?:users|customers)|further down|no matter who|users of|misuse by"
)
THE_THING = stems(
    "model product application weights output service software api tool system platform misuse use. uses used release material chain"
)
SAFE_PEOPLE = phrase(
    r"its (?:own )?(?:staff|employees|personnel|affiliates|contractors|authori[sz]ed users)|authori[sz]ed users|seats?|login|password|credentials"
)
NOT_OUR_FAULT = phrase(
    r"(?:is|are|be|shall be)(?: not|n't| neither| in no way)(?: [a-z]+){0,2} (?:liable|responsible|accountable|answerable)|(?:does|do|shall|will)(?: not|n't) answer|no (?:liability|responsibility) for"
)
NOT_RULES = phrase(
    r"privacy|security polic|retention|indemnif[a-z]+|harmless|insurance|fees|prices?|invoice|sub-?process[a-z]*|personnel shall|weapons onto|at the gate|smok[a-z]+|premises|service levels?|sla|support polic|cookie|travel|infring[a-z]+|confidential information"
)


def read_rules_of_use(passage: Passage) -> Reading | None:
    """Read whether rules of use change at will or after notice, and whether the customer answers for strangers; None if neither is said."""
    if passage.clause.kind in ("heading", "title", "parties", "recital", "signature"):
        return None
    said: tuple[Sentence, ...] = statements(passage) if passage.clause.kind != "definition" else passage.sentences
    said = tuple(
        each
        for each in (*said, *(s for s in passage.sentences if s not in said and passage.clause.kind != "table_row"))
        if not each.has(NOT_RULES)
    )
    head = table_head(passage)
    titled = passage.titled(
        "rules of use", "use policy", "prohibited", "acceptable use", "rules", "conduct", "no-go", "forbidden", "what not to do"
    ) or (head is not None and _beside_rules(passage))
    changed = _changes(passage, said, titled)
    stranger = _answers_for_strangers(said)
    if changed is None and stranger is None:
        return None
    anchor = changed[0] if changed is not None else stranger
    assert anchor is not None
    return passage.reading(
        "acceptable_use",
        anchor.sentences[0] if passage.clause.kind != "table_row" else passage,
        **(changed[1] if changed is not None else {}),
        downstream_liability=stranger.proves(not stranger.has(NOT_OUR_FAULT)) if stranger is not None else None,
    )


def _beside_rules(passage: Passage) -> bool:
    """Whether another row of its table speaks of rules of use."""
    head = table_head(passage)
    before = passage.paper.holding(passage.at) if head is not None else None
    rows = [head] if head is not None else []
    while before is not None and before != head and len(rows) < 12 and before.at.start >= 2:
        above = passage.paper.holding(type(before.at)(before.at.start - 2, before.at.start))
        if above is None or above == before:
            break
        rows.append(above)
        before = above
    return any(row is not None and row.has(USE_RULES | phrase("rules?")) for row in rows)


def _changes(passage: Passage, said: tuple[Sentence, ...], titled: bool) -> tuple[Stretch, dict[str, Proof | None]] | None:
    """How the rules change: after notice, or at will."""
    speaks = any(each.has(USE_RULES) for each in said) or titled
    for index, sentence in enumerate(said):
        if (
            not speaks
            or not sentence.has(REWRITTEN)
            or not (
                sentence.has(USE_RULES)
                or titled
                or sentence.has(
                    phrase(
                        "they|it|them|these|the (?:rules|policy|list|page|charter|code)|(?:annex|schedule|exhibit|appendix) [0-9a-z]+|page|site"
                    )
                )
            )
        ):
            continue
        near = said[index : index + 2]
        if not (any(each.has(USE_RULES) for each in said) or passage.clause.kind == "table_row"):
            continue
        told = next((each for each in near if not each.has(UNTOLD) and (each.has(TELLS) or each.has(AHEAD)) and each.durations), None)
        if told is not None:
            days = next((d for d in told.durations if d.unit in ("day", "week", "month")), None)
            return sentence, {
                "notice_of_changes": told.proves(True),
                "changes_at_will": told.proves(False),
                "notice_days": told.place(days).proves(days.days) if days is not None else None,
            }
        free = next((each for each in near if each.has(AS_IT_PLEASES) or each.has(UNTOLD) or each.has(SUDDEN)), None)
        barred = sentence.has(
            phrase("(?:may|shall|will|can)(?: not|n't) (?:be )?(?:chang|amend|alter|revis|tighten)[a-z]*|only (?:with|by|after)")
        )
        if free is not None and not barred and not sentence.has(phrase("CUSTOMER (?:may|can) (?:change|amend|edit)")):
            return free, {"changes_at_will": free.proves(True)}
    return None


def _answers_for_strangers(said: tuple[Sentence, ...]) -> Sentence | None:
    """Where the customer answers, or doesn't, for what people it doesn't control do with the product."""
    for sentence in said:
        whose = sentence.find(ANSWERS)
        if whose is None or not sentence.has(WHOEVER, THE_THING) or not sentence.has(phrase("CUSTOMER(?:'s)?|it")):
            continue
        if sentence.has(phrase(r"VENDOR (?:is|shall be|answers|remains|bears)|for VENDOR's")) or (
            sentence.has(SAFE_PEOPLE) and not sentence.has(phrase("anyone|anybody|whoever|end[- ]users?|downstream|down the"))
        ):
            continue
        return sentence
    return None
