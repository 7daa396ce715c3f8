"""Account of models in words that no governance clause usually has: how results come about, fairness, papers, authorities, people turned down.

Each topic is found by itself, with its own yes or no: the denial must govern the topic's words or the whole statement.
"""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.reading import Proof, Reading
from app.domain.span import Span
from app.rules.reading.deontic import ANSWERED_NO, NOT_OWED, UNTOLD, WAIVED
from app.rules.reading.passage import Hit, Passage, Sentence, Stretch
from app.rules.reading.pattern import phrase, stems
from app.rules.reading.subjects import AUTHORITY, row_says_no, said_around, statements

MACHINE = stems(
    "model algorithm engine score scoring tool system ai. machine software outcome result decision assessment rating prediction recommend denial declin refus reject applicant flag output"
)
EXPLAINED = phrase(
    r"explain(?:s|ed|able|ing|ability)?|explanations?|account of (?:the )?(?:factors|how|why)|(?:workings?|logic|reasoning|functioning|mechanics|inner life|method) (?:of|behind|in|are|is)|how (?:the |a |each |its |any |it |[a-zA-Z']+ )*(?:works?|thinks?|reach(?:es|ed)|arriv(?:es|ed)|decid(?:es|ed)|"
    r"comes?|came|calculat[a-z]+|score[sd]?|weigh(?:s|ed)|functions?|operates?)|what weighs|factors (?:behind|that|which|in)|transparen[a-z]+|interpret[a-z]+|intelligib[a-z]+|understandab[a-z]+|traceab[a-z]+|drivers? (?:of|behind)|weighting|contribution of each"
)
UNFAIR = stems(
    "bias discriminat unfair fair fairness disparate disparit unequal skew disadvantag prejudice equal_treat protected_group protected_class treats_groups treat_groups treats_people treatment_of_wom inequal slant partial lopsid even-hand worse_off less_favour even. evenly alike equally impartial same_way differently differences_in differences_between approval_rate rates_between men_and women_and ethnic"
)
STUDIED = stems(
    "test check examin try tries tried study studies measur assess analys analyz review monitor investigat evaluat correct screen probe survey look watch audit compar inquir studied look_for looks_for look_at report correct. statistic show"
)
PAPERS = phrase(
    r"(?:technical |model |written |full |complete |detailed |system )+(?:description|documentation|records?|papers?|accounts?|files?|dossiers?|documents?|manuals?)|model cards?|documentation|documents? (?:on|about|of|for)|document(?:s|ed|ing)? (?:it|them|the|each|every|its|how|purpose|data|assumptions|design|method)|"
    r"(?:papers?|records?|file|dossier|description|manual|sheet|written account|notes) (?:on|of|about|describing|for)(?: [a-z]+){0,6} (?:model|algorithm|engine|built|designed|made|trained|works?)[a-z]*|(?:keeps?|kept|put|puts|writes?|written|sets?)(?: [a-z]+){0,4} (?:in writing|papers?|records?|file|down)|"
    r"(?:keep|keeps|hold|holds) (?:papers?|records?|a file|notes)|data ?sheets?|papers? on (?:it|them)|in writing for the purpose"
)
HELPS = stems(
    "assist support help cooperat co-operat answer deal discuss supply provid furnish explain examin question attend disclose reveal give. gives. inform open access show. shows. testif submit speak accompan dealings"
)
AUTHORITIES = stems("supervis regulator authorit examiner watchdog inspectorate central_bank ombudsman prudential")
WHY = phrase(
    r"reasons?|grounds?|causes?|factors?|why|justifications?|(?:un)?reasoned|what (?:tipped|weighed|led|made|caused|drove|counted|decided)[a-z ]*|explanation of (?:a |the |each |every |any )?(?:reject|declin|denial|refus|negative|adverse)[a-z]*|adverse action (?:notice|codes?)|criteria|motiv(?:es|ation)|chief points"
)
TURNED_DOWN = stems(
    "refus reject declin denial denied denies adverse unfavour unfavor turn_down turned_down turns_down negative applicant application decision against below result outcome finding verdict"
)
LOOKED_AT_AGAIN = phrase(
    r"second (?:look|opinion|pair of eyes|assessment|review)|re-?assess[a-z]*|reconsider[a-z]*|revisit[a-z]*|overturn[a-z]*|overrul[a-z]*|overrid[a-z]*|look(?:s|ed)? (?:at|into) (?:it|the case|them|[a-z ]{1,20}) again|(?:manual|human|personal) (?:re-?)?(?:assessment|review|check|look|examination|intervention|oversight|decision)|"
    r"(?:fresh|new|further) (?:assessment|look|review|decision)|(?:change|alter|correct|set aside|reverse|undo|amend)s? (?:the |its |that |a |any )?(?:outcome|result|decision|score|verdict|refusal)|(?:by|from|to) a (?:human|person|natural person|human being)|human being|review(?:s|ed)? (?:by|it|the case|the decision|the result)|"
    r"(?:officers?|employees?|staff|clerks?|underwriters?|person|people|somebody|someone|nobody|no one)[a-zA-Z ,']{0,50} (?:review|look|check|decid|reconsider|confirm|examin)[a-z]*"
)
STANDS = phrase(
    r"(?:is|are|be|stands?|remains?) (?:final|conclusive|as issued|unalterable|binding|automatic)|final and [a-z]+|no appeal|automatic"
)
SAYS_NO = phrase(
    r"closed to|withheld|kept (?:secret|back|from|confidential)|(?:business|trade) secrets?|secret|not (?:disclosed|given|made available|provided|revealed|shown|offered|supplied|obtainable|explained|tested|owed|made|kept|examined)|nothing else|nothing more|black box|"
    r"not (?:something|anything|a thing|say|tell|told)|nothing (?:that )?VENDOR|no (?:justification|explanation|grounds|reasons?|causes?)|unexplained|unreasoned|nobody|no one|none|for CUSTOMER (?:alone|itself)|CUSTOMER alone"
)
IF_ASKED = phrase(
    r"(?:up)?on (?:[a-zA-Z']+ ){0,3}?(?:request|requisition|demand|application|inquiry)|if (?:[a-zA-Z]+ )?(?:so )?(?:asked|asks?|requested|requests?|required|demanded)|when(?:ever)? (?:[a-zA-Z]+ )?(?:asked|asks?|requested|requests?)|at (?:[a-zA-Z']+ )?(?:request|instance)|asks? (?:for|why)"
)
EACH_ONE = phrase(
    r"(?:each|every|any|single|with each|per)(?: single| individual)? (?:[a-z-]+ )?(?:score|result|decision|outcome|output|decline|rating|assessment|prediction|recommendation|case)s?"
)
NOT_GOVERNANCE = phrase(
    r"user (?:documentation|guide|manual)s?|consent|VENDOR provides (?:user |online )?documentation|prices?|expert(?:'s)?|board|invoices?|dispute[sd]?|court|arbitrat[a-z]+|indemnif[a-z]+|liab(?:le|ility)|terminat[a-z]+|confidential information|employment|tender|small orders|uptime|outages?|tickets?|support (?:requests?|desk)|purchase|suspen[a-z]+|acceptance|deliverables?"
)


def read_account(passage: Passage) -> Reading | None:
    """Read which duties of account are taken on or refused; None if the passage speaks of none."""
    if passage.clause.kind in ("heading", "title", "parties", "recital", "signature", "definition"):
        return None
    said = [each for each in statements(passage) if not each.has(NOT_GOVERNANCE)]
    about = any(each.has(MACHINE) for each in said) or passage.titled(
        "model", "declin", "denial", "decision", "explain", "fair", "governance", "output", "gov-", "score", "algorithm", "tool"
    )
    terms: dict[str, Proof] = {}
    for sentence in said:
        if not about:
            break
        for name, hit in _topics(passage, sentence):
            refused = _is_refused(passage, sentence, hit)
            if name not in terms or refused:
                terms[name] = Proof(not refused, sentence.span)
    if not terms:
        return None
    asked = (
        next((each for each in said if each.has(IF_ASKED, WHY)), None)
        if terms.get("reasons") is not None and terms["reasons"].value
        else None
    )
    each_one = (
        next((each for each in said if each.has(EACH_ONE)), None)
        if terms.get("explainability") is not None and terms["explainability"].value
        else None
    )
    whole = [proof for name, proof in terms.items() if name not in ("reasons", "human_review")]
    anchor = next(each for each in said if each.span in [proof.span for proof in terms.values()])
    return passage.reading(
        "model_governance",
        anchor,
        **terms,
        reasons_on_request=asked.proves(True) if asked is not None else None,
        per_decision=each_one.proves(True) if each_one is not None else None,
        refused=Proof(True, whole[0].span) if whole and not any(proof.value for proof in terms.values()) else None,
    )


def _topics(passage: Passage, sentence: Sentence) -> Iterator[tuple[str, Hit]]:
    """The duties that a statement names, each with the words for it."""
    few = [each for each in statements(passage) if each.has(TURNED_DOWN)][:1] if len(statements(passage)) <= 3 else []
    turned = (
        sentence.has(TURNED_DOWN)
        or bool(few)
        or passage.titled("declin", "denial", "finality", "decision", "rejection", "reasons", "dec-", "grounds")
    )
    why = sentence.find(WHY) if turned else None
    again = sentence.find(LOOKED_AT_AGAIN) or (sentence.find(STANDS) if turned and sentence.has(MACHINE) else None)
    if why is not None:
        yield "reasons", why
    if again is not None and (turned or why is not None):
        yield "human_review", again
    explained = sentence.find(EXPLAINED)
    if (
        explained is not None
        and explained.actor != "customer"
        and not (why is not None and why.at.overlaps(explained.at))
        and not (turned and row_says_no(sentence))
    ):
        yield "explainability", explained
    unfair = sentence.find(UNFAIR) if sentence.has(STUDIED) else None
    if unfair is not None:
        yield "bias_testing", unfair
    papers = sentence.find(PAPERS)
    if papers is not None and papers.actor != "customer":
        yield "documentation", papers
    authority = sentence.find(AUTHORITIES) or AUTHORITY.find(sentence)
    if authority is not None and sentence.has(HELPS) and not sentence.has(phrase("inspect(?:s|ion)?|premises|audit(?:s)?")):
        yield "regulator_access", authority


def _clause_of(hit: Hit) -> Stretch:
    """The part of its statement that a "but" doesn't turn away from it."""
    around = said_around(hit)
    turns = list(around.hits(phrase("but|however|yet|although|though")))
    start = max((turn.at.end for turn in turns if turn.at.end <= hit.at.start), default=around.at.start)
    end = min((turn.at.start for turn in turns if turn.at.start >= hit.at.end), default=around.at.end)
    return Stretch(hit.view, Span(start, end))


def _is_refused(passage: Passage, sentence: Sentence, hit: Hit) -> bool:
    """Whether the statement that holds the topic denies it. A safeguard ("no refusal without a list of factors") denies nothing."""
    around = _clause_of(hit)
    if around.has(phrase(r"(?:may|shall|must|can)(?: not|n't) (?:rely|refuse|withhold|invoke|hide)|without delay|not be a ground")):
        return False
    if around.has(phrase(r"(?:no|not|never|nor)(?: [a-zA-Z]+){1,8} (?:without|until|before|unless)")):
        return False
    if around.has(STANDS) and hit.words in [each.words for each in around.hits(STANDS)]:
        return True
    if passage.clause.kind == "table_row":
        return row_says_no(sentence)
    return hit.negated or around.has(NOT_OWED) or around.has(SAYS_NO) or around.has(WAIVED) or around.has(ANSWERED_NO) or around.has(UNTOLD)
