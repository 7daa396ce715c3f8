"""Words that the families on the life of the agreement share: the agreement, ending it, breach, notice, consent, money back.

Also who a sentence is about, the words around it, and the nearest duration. Durations are in the unit that is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from app.domain.reading import Proof
from app.domain.span import Span
from app.rules.reading.numbers import Duration
from app.rules.reading.passage import Hit, Passage, Stretch
from app.rules.reading.pattern import Pattern, expression, phrase

DEAL = phrase(
    r"agreements?|contracts?|subscriptions?|orders?|order forms?|statements? of work|sows?|engagements?|licen[cs]es?|permissions?|"
    r"arrangements?|relationship|terms?|"
    r"(?:commitment|subscription|initial|renewal) (?:period|term)s?|services?|projects?|plans?|accounts?|memberships?|assignment|"
    r"legal relations|deal|schedules?|"
    r"modules?|products?|cooperation|mandate|commitments?|this paper|call-offs?|work orders?"
)
ENDS = phrase(
    r"terminat(?:e|es|ed|ing|ion)|end(?:s|ed|ing)?|bring (?:[a-z ]{1,50} )?to an (?:early )?end|brought to an (?:early )?end|"
    r"put an end to|put a stop to|cancel(?:s|led|ed|ling|lation)?|"
    r"withdraw(?:s|n|ing|al)?|rescind(?:s|ed)?|rescission|retire(?:s|d)?|stop (?:serving|offering|providing)|walk away|walk out|leave|"
    r"exit|quit|give (?:ordinary |due )?notice of termination|"
    r"notice of termination|resile|wind (?:up|down)|call (?:it |the [a-z]+ )?off|determine|dissolve|discontinue|close (?:its|"
    r"CUSTOMER's) account|give (?:up )?notice|opt out|denounce|"
    r"break off|step back from|part ways|over|ceases?|extinguished|lapse[sd]?|falls away|revoke[sd]?|forfeit(?:s|ed)?"
)
BREACH = phrase(
    r"breach(?:es|ed)?|default(?:s|ed)?|violat(?:e|es|ed|ion|ions)|infring(?:e|es|ed) (?:any|a|its) (?:[a-z]+ )?(?:obligation|duty|"
    r"provision|term)s?|fail(?:s|ed|ure)? (?:to (?:perform|observe|comply|meet|honou?r|keep|pay|fulfil[l]?|carry out|discharge)|"
    r"in (?:its|any))|"
    r"non-?(?:performance|compliance|payment|fulfil?lment)|break(?:s|ing)? (?:this|the|an?|any|its|one of)|broken|does not (?:perform|"
    r"comply|keep|honou?r|do what)|not (?:kept|keeping|complied|performed)|good cause|important reasons?|"
    r"serious(?:ly)? (?:grounds?|cause|wrong)|compelling reasons?|misconduct|for cause|contravenes?|contravention|lets? (?:OTHER|"
    r"the other) down|important cause|grave (?:cause|reason)|wichtiger grund"
)
INSOLVENT = phrase(
    r"insolven(?:t|cy)|bankrupt(?:cy)?|receiver(?:ship)?|(?:in|into|under) administration|(?:appointment of|appoints?) an? administrator|"
    r"liquidat(?:or|ion|ed)|winding[- ]up|wound up|benefit of (?:its )?creditors|composition with|ceases? to (?:carry on|do) business|"
    r"unable to pay|"
    r"moratorium|dissolution|creditors|goes (?:out of business|bust|under)|suspension of payments"
)
CURE = phrase(
    r"cur(?:e|es|ed|ing)|remed(?:y|ies|ied|ying)|rectif(?:y|ies|ied)|correct(?:s|ed)?|put(?:s|ting)? (?:it |this |that |the matter |"
    r"the breach |things |matters |the situation |the default )?right|set (?:it |things |matters )?right|"
    r"put in order|made good|make (?:it |that |this )?good|repair(?:s|ed)?|fix(?:es|ed)?|redress(?:ed)?|resolve[sd]?|removed?|"
    r"eliminat(?:e|es|ed)|ceas(?:e|es|ed)|desist(?:s)?|abat(?:e|ed)|heal(?:s|ed)?|clear(?:s|ed)? (?:it )?up|mend(?:s|ed)?|sort(?:s|"
    r"ed)? (?:it |this )?out|stopped"
)
NOTICE = phrase(
    r"notices?|notif(?:y|ies|ied|ication)|in writing|written (?:word|notice|demand|request|warning)|letters?|warn(?:s|ed|ing|ings)?|"
    r"remind(?:s|ed|er|ers)?|announc(?:e|es|ed|ement|ing)|inform(?:s|ed|ing)?|tell(?:s|ing)?|told|"
    r"advance word|e-?mail(?:s|ed|ing)?|word|text form|ahead|in advance|beforehand|before|prior|writ(?:es?|ing)"
)
CONSENT = phrase(
    r"consents?|approv(?:al|als|ed|e|es)|permission|agree(?:s|d|ment in writing)?|written agreement|authori[sz]ation|leave|assent|"
    r"sanction|blessing|(?:a )?yes in writing|say-so|go-ahead|acceptance|accepts|sign-?off|licen[cs]e of|concurrence"
)
GROUP = phrase(
    r"affiliates?|affiliated (?:compan(?:y|ies)|entit(?:y|ies)|enterprises?|undertakings?)|group(?: compan(?:y|ies))?|subsidiar(?:y|ies)|"
    r"parent(?: company)?|holding company|related (?:compan(?:y|ies)|bod(?:y|ies)|entit(?:y|ies))|sister compan(?:y|ies)|"
    r"compan(?:y|ies) (?:in|of|within|belonging to) (?:its|CUSTOMER's|VENDOR's|their|the same|the) group|common control|"
    r"members? of (?:its|the same|CUSTOMER's) group|connected compan(?:y|ies)|associated compan(?:y|ies)"
)
SUCCESSOR = phrase(
    r"successors?(?: in (?:title|interest|business))?(?: to)?|acquirers?|acquir(?:es|ing|ed)|purchasers?|buyers?|buys|takes? over|"
    r"took over|mergers?|reorgani[sz]ation|(?:sale|transfer|disposal) of (?:all|substantially|its|the|CUSTOMER's)|"
    r"transferee of the business|"
    r"assets (?:or|and) (?:stock|business)|consolidation|whoever (?:buys|takes)"
)
MONEY_BACK = phrase(
    r"refund(?:s|ed|able)?|repa(?:y|ys|id|yment)|reimburse[sd]?|paid back|pays? back|return(?:s|ed)?|credit(?:s|ed)?|recover|give back|"
    r"gives back|given back|hand back|get back|gets back|money back|restored|rebate[sd]?"
)
PREPAID = phrase(
    r"prepa(?:id|yments?)|pre-?paid|paid (?:ahead|in advance|up front|beforehand|already)|in advance|advances?|unused|unearned|"
    r"remain(?:ing|der)|the time (?:after|thereafter|following)|thereafter|pro[- ]?rat(?:a|ed|able)|rat(?:e)?abl[ey]|"
    r"in proportion|proportion(?:al|ate|ately)|(?:period|time|portion|part)s? (?:falling |lying )?(?:after|following|thereafter|not|"
    r"of the term|beyond)|relat(?:e|es|ing) to the (?:time|period)|attributable to|not yet|unexpired|balance of the"
)
FEES = phrase(
    r"fees?|charges?|sums?|amounts?|prices?|payments?|remuneration|money|invoiced|paid|subscription fees?|dues|consideration|compensation"
)
FREE_OF_COST = phrase(
    r"without (?:any )?(?:cost|charge|penalty|liability|payment|compensation|fee|further (?:cost|payment|liability)|extra charge|"
    r"indemnity)|free of charge|no (?:termination )?(?:fee|charge|penalty|compensation|payment|cost)s? (?:is|are|shall be|will be|"
    r"becomes?|falls?)? ?(?:owed|due|payable|incurred)?|"
    r"at no (?:cost|charge)|no penalty|no compensation|no (?:cancellation|exit|termination|break) (?:charge|fee)s?|owes? (?:us |"
    r"VENDOR )?nothing"
)
SUBJECT = expression(
    r"\b(?P<role>CUSTOMER|VENDOR|EITHER|NEITHER|OTHER)(?:'s obligations| itself| alone|, [^,\n]{1,80},| (?:also|then|thereupon|likewise|"
    r"however|furthermore|only|and its affiliates|or its affiliates))? "
    r"(?:may|can|could|cannot|shall|will|must|need|might|is|are|has|have|reserves?|retains?|enjoys?|does|do|gives?|also|agrees?|"
    r"undertakes?|terminates?|ends?|pays?|keeps?|continues?|provides?|assists?|hands?|names?|uses?|"
    r"transfers?|assigns?|notifies|announces?|revises?|changes?|updates?|maintains?|sets?|reports?|informs?|remains?|owes?|thinks?|"
    r"considers?|sees?|posts?|publishes|develops?|rewrites?|reworks?|swaps?|leaves?)\b"
)
# Whom something lets or keeps from doing it.
GIVEN_LEAVE = expression(
    r"\b(?:restrains?|prevents?|stops?|restricts?|bars?|limits?|keeps?|prohibits?|forbids?|allows?|permits?|entitles?|lets?|enables?|"
    r"authori[sz]es?|obliges?|requires?|binds?) (?P<role>CUSTOMER|VENDOR|EITHER|OTHER) (?:from|to)\b"
)
PERMITS = phrase(
    r"may|can|could|is (?:entitled|free|permitted|allowed|at liberty|authori[sz]ed)|are (?:entitled|free|permitted|allowed|at liberty)|"
    r"has (?:the |a |full |an? [a-z]+ )?(?:right|option|freedom|power)|have (?:the |a )?(?:right|option|freedom|power)|"
    r"reserves? the (?:right|power)|retains? the (?:right|power)|entitles?|the right (?:to|of)|"
    r"nothing (?:in [a-z0-9. ]{1,40} )?(?:restrains|prevents|stops|keeps|restricts|limits|bars)|at liberty to|"
    r"is for [A-Z]+ (?:alone )?to|in [A-Z]+'s (?:sole )?(?:power|gift)"
)
SERVICE_LEVEL = phrase(r"availability|uptime|service levels?|credits?|persistent failure|downtime|response times?")
# What stands for no reasons at all.
NO_REASON = phrase(
    r"without (?:any )?(?:cause|reasons?|grounds?|fault|justification|explanation|motive)|without (?:stating|giving|assigning|specifying|"
    r"showing|alleging|naming|citing|explaining|proving|"
    r"having to [a-z]+|being (?:obliged|required) to [a-z]+|the need (?:to|of) [a-z]+|needing to [a-z]+|need of [a-z]+) (?:it |any |a |"
    r"its |the |why|good |particular )*(?:reasons?|cause|grounds?|explanation|justification|motives?|why)?|"
    r"for (?:its |their |VENDOR's |CUSTOMER's )?(?:own )?convenience|for (?:any|whatever) reason(?:s)?|for no reason|(?:any|a) (?:reason|"
    r"cause) or (?:for )?(?:none|no)|with or without (?:a )?(?:cause|reason)|"
    r"need(?:s)? not (?:give|state|have|show|explain|justify|name|offer|furnish|say|be given|be stated)(?: a| any| why|"
    r" its)?(?: reasons?| grounds?| cause)?|(?:not|never) (?:have|has|be required|be obliged|obliged|required|need) to (?:give|state|"
    r"have|show|explain|say|name|justify)|"
    r"for reasons of (?:its|VENDOR's|CUSTOMER's|their) own|for (?:its|VENDOR's|CUSTOMER's) own reasons|at will|at pleasure|"
    r"no reasons? (?:is|are|needs?|need|has|have|being|required)|"
    r"whether or not there is a (?:reason|cause)|ordinary (?:notice|termination|right)|ordinarily|regular termination|(?:irrespective|"
    r"regardless) of (?:any )?(?:cause|reason|breach|fault|whether)|"
    r"(?:business|commercial|strategic|portfolio|product) (?:reasons|plans?|considerations?)|no matter (?:why|what the reason)|"
    r"whatever the reason|change of mind|change[sd]? (?:its|CUSTOMER's|VENDOR's) mind|"
    r"even (?:though|if|where) (?:nobody|no one|OTHER|the other|CUSTOMER|VENDOR|neither) (?:is|has|did|kept)[a-z ]{0,30}|no (?:cause|"
    r"grounds?) (?:is |are |being )?(?:needed|required|necessary|stated|given)|or for none|reason or none|or none at all|(?:whenever|"
    r"any time|when) (?:it|CUSTOMER|VENDOR|they|EITHER) (?:so )?(?:likes?|wish(?:es)?|pleases?|chooses?|wants?|feels? like|prefers?)"
)
# The same in weaker words: true of any right, unless a condition stands beside them.
AT_OPTION = phrase(
    r"at (?:its |VENDOR's |CUSTOMER's |their )?(?:own |sole |absolute |entire |free |unfettered |sole and absolute )*(?:discretion|"
    r"option|election|choice|pleasure)|in (?:its|VENDOR's|CUSTOMER's) (?:own |sole |absolute )*(?:discretion|judge?ment)|unilaterally|"
    r"(?:whenever|any time|when|if|as) (?:it|CUSTOMER|VENDOR|they|EITHER) (?:so )?(?:likes?|wish(?:es)?|pleases?|chooses?|wants?|"
    r"sees? fit|thinks? fit|deems? (?:fit|appropriate)|feels? like|decides?|prefers?|considers?)|(?:if|when|whenever|where) (?:this|it|"
    r"that|doing so) suits|"
    r"(?:by|on|upon) (?:mere|simple) notice|by simply|simply by"
)
ANY_TIME = phrase(
    r"at any time|any time|at all times|whenever|at every time|any day|earlier|sooner|prematurely|ahead of (?:its )?time|early"
)
CONDITION = phrase(
    r"if|in the event|in case|upon (?:a|an|any|the occurrence|such|becoming)|where|because|due to|should|as a result|following|unless|"
    r"when|in accordance with|pursuant to|under (?:section|clause|article|paragraph|the foregoing)|"
    r"thereupon|whereupon|upon which|change (?:of|in) (?:its )?control|in that case|for that|such|accordingly|therefore|"
    r"on account of|by reason of|provided that|so long as|only|once|after"
)
AHEAD = phrase(
    r"before|prior to|ahead|in advance|preceding|earlier|prior|beforehand|notice|notify|notifies|announce[sd]?|writing|written|warning|"
    r"word|inform(?:s|ed)?|tell(?:s)?"
)


# "The Customer acknowledges that the terms change": it does nothing there itself.
ADMITS = expression(
    r"\b(?P<role>CUSTOMER|VENDOR|EITHER)(?: hereby| expressly| further| irrevocably| also| fully| has read and)*,? (?:acknowledges?|agrees?|accepts?|understands?|notes?|recogni[sz]es?|concedes?|confirms?|admits?|is aware|are aware|knows?|takes note|declares?)(?: and [a-z]+)? that\b"
)
_ANY_ROLE = phrase("CUSTOMER|VENDOR|EITHER")


def subject_of(hit: Hit) -> str | None:
    """Who does it: the last role before the hit that a verb follows ("VENDOR may ... end"), else the nearest actor."""
    before = hit.sentence.before(hit)
    reach = Stretch(hit.view, Span(before.at.start, min(hit.sentence.at.end, before.at.end + 12)))
    admits = before.hits(ADMITS)
    found = [
        each
        for each in reach.hits(SUBJECT, GIVEN_LEAVE)
        if each.at.start < hit.at.start and not any(a.at.overlaps(each.at) for a in admits)
    ]
    if found:
        return found[-1].groups["role"].lower()
    actor = hit.actor
    admitted = {each.groups["role"].lower() for each in admits}
    return None if admits and actor in admitted and len(before.after(admits[-1]).hits(_ANY_ROLE)) == 0 else actor


def side_of(hit: Hit) -> str | None:
    """The side that does it; both, where it is "the other party" of the two."""
    side = subject_of(hit)
    return {"other": "either", "discloser": "either", "recipient": "either"}.get(side or "", side)


def endings(stretch: Stretch) -> list[Hit]:
    """Words for ending, without the noun: "the end of a month" ends nothing."""
    return [
        hit
        for hit in stretch.hits(ENDS)
        if not (
            hit.words == "end" and hit.sentence.before(hit).words.endswith(("the ", "an ", "its ", "that ", "each ", "any ", "a ", "very "))
        )
    ]


def around(passage: Passage, sentence: Stretch, *, back: int = 0, ahead: int = 2) -> Stretch:
    """A sentence with its neighbours in the passage: what may complete it."""
    sentences = passage.sentences
    index = next((i for i, each in enumerate(sentences) if each.at.covers(sentence.at) or each.at.start >= sentence.at.start), 0)
    first, last = sentences[max(0, index - back)], sentences[min(len(sentences) - 1, index + ahead)]
    return Stretch(passage.view, Span(min(first.at.start, sentence.at.start), max(last.at.end, sentence.at.end)))


def near(stretch: Stretch, *words: Pattern, units: Iterable[str] = ("day", "week", "month", "hour"), within: int = 90) -> Duration | None:
    """The duration that stands nearest to one of the words, of these units, at most so many characters away."""
    durations = [each for each in stretch.durations if each.unit in units]
    best: tuple[int, Duration] | None = None
    for hit in stretch.hits(*words):
        for duration in durations:
            gap = max(duration.at.start - hit.at.end, hit.at.start - duration.at.end, 0)
            if gap <= within and (best is None or gap < best[0]):
                best = (gap, duration)
    return best[1] if best else None


def days(stretch: Stretch, duration: Duration | None) -> Proof | None:
    """The days of a duration, proven by its words."""
    return None if duration is None else stretch.place(duration).proves(duration.days)


def elsewhere(passage: Passage, test: Callable[[Passage], bool]) -> bool:
    """Whether another passage of the paper passes a test."""
    return any(test(each) for each in passage.paper.all if each is not passage)


def proof(hit: Stretch | None, value: bool | int | float | str | tuple[str, ...] = True) -> Proof | None:
    """A value proven by a hit; None where nothing was hit."""
    return None if hit is None else hit.proves(value)


# A table longer than this is a summary of many things, whose rows are read one by one.
_SHEET = 600


def table_rows(passage: Passage) -> tuple[Passage, ...]:
    """The rows of the table that it is the first row of, itself included; none where it isn't, or where the table is long."""
    if passage.clause.kind != "table_row":
        return ()
    return passage.view.remembered(table_rows, lambda _: _tables(passage.paper.all)).get(passage.at.start, ())


def _tables(passages: tuple[Passage, ...]) -> dict[int, tuple[Passage, ...]]:
    found: dict[int, tuple[Passage, ...]] = {}
    run: list[Passage] = []
    for each in (*passages, None):
        if each is not None and each.clause.kind == "table_row" and (not run or run[-1].clause.parent == each.clause.parent):
            run.append(each)
            continue
        if run and run[-1].at.end - run[0].at.start <= _SHEET:
            found[run[0].at.start] = tuple(run)
        run = [each] if each is not None and each.clause.kind == "table_row" else []
    return found


def sheet(passage: Passage) -> Passage | None:
    """A small table as one passage, for its first row: what one row leaves open another says."""
    rows = table_rows(passage)
    return Passage(passage.view, Span(rows[0].at.start, rows[-1].at.end), passage.clause, passage.paper) if rows else None


def topic(passage: Passage) -> str:
    """Its headings; where the layout gives it none, the nearest heading or title above it."""
    if passage.heading and passage.clause.kind != "table_row":
        return passage.heading
    above = passage.view.remembered(topic, lambda _: _titles(passage.paper.all))
    return f"{passage.heading} | {above.get(passage.at.start, '')}"


def _titles(passages: tuple[Passage, ...]) -> dict[int, str]:
    found, last = {}, ""
    for each in passages:
        if each.clause.kind in ("title", "heading"):
            last = each.words.strip()
        found[each.at.start] = last
    return found
