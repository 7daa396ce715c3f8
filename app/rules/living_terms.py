"""Terms that change without the customer: a page that is the contract in whatever version it has, new editions that simply apply.

`unilateral_changes` knows the usual words; this asks for a text that binds, a word for another version of it, and a way in which it
comes about that needs no yes of the customer. Notice is in calendar days.
"""

from __future__ import annotations

from app.domain.reading import Proof, Reading
from app.domain.span import Span
from app.rules.exit_rights import HELD, LEAVING
from app.rules.exit_words import days, proof, subject_of, table_rows, topic
from app.rules.reading.deontic import AS_IT_PLEASES, MAY, TELLS, UNTOLD, WAITS_FOR, YES
from app.rules.reading.passage import Hit, Passage, Sentence, Stretch
from app.rules.reading.pattern import phrase

_TEXT = phrase(
    r"terms(?: and conditions)?|conditions|t&cs|(?:this|the|our|VENDOR's|that) (?:[a-z]+ )?(?:page|document|text|wording|contract|agreement|licen[cs]e|instrument|paper|deed|notice|charter)|(?:house |usage |platform |service |general |standard |special |entire )*(?:rules|polic(?:y|ies)|conditions|guidelines|by-?laws|regulations|code)|"
    r"(?:part|annex|schedule|section|clause|chapter|exhibit|appendix) [a-z0-9]{1,3}|clauses?|provisions?|small print|fine print|handbook|rulebook|edition|versions?|wording|contract|agreement|licen[cs]e"
)
_OTHER_TEXT = phrase(
    r"(?:chang|amend|modif|revis|updat|alter|replac|rewrit|rewrot|rework|swap|supplement|adapt|substitut|redraft|refresh|adjust|edit|recast|reword|reformulat|overhaul|tweak|evolv|vari|supersed|rephras|renew|redo|remodel|reshap|reissu|re-issu|tidy|touch|add|delet|strik|develop)(?:e|es|ed|s|ing|ment|ments|ation|ations|ion|ions|ication|ications|y|ies|ied|ten|t|al|ped|ded)?|"
    r"var(?:y|ies|ied|iation|iations)|rewritten|(?:new|fresh|later|latest|newest|another|next|current|most recent|present|different|other|different|today's|successive|up-to-date|replacement|then[- ]current) (?:[a-z]+ )?(?:versions?|editions?|texts?|wording|terms|conditions|rules|polic(?:y|ies)|issue|release|form|ones?)|(?:version|edition|text|wording|form) (?:that |which )?(?:[a-z]+ )?(?:here|on (?:the|that|VENDOR's|this)|for the time being|then|in force|current|of the day|today|posted|published|shown)|"
    r"living|in flux|moves? with|for the time being|from time to time|as (?:it|they) (?:then )?(?:stands?|reads?)|whatever (?:it|they|the page|the [a-z]+) (?:then )?(?:says?|reads?)"
)
_APPEARS = phrase(
    r"post(?:s|ed|ing|ings)?|publish(?:es|ed|ing)?|publication|put(?:s|ting)? (?:it |them |[a-z ]{1,30} )?(?:up|online)|is up|goes (?:up|live|online)|appear(?:s|ed|ance|ing)?|upload(?:s|ed|ing)?|display(?:s|ed)?|web ?sites?|web ?pages?|home ?page|portal|online|https?:[^\s]+|www\.[^\s]+|url|link|address|site|page|app|dashboard|console|repository|notice ?board|intranet|blog|register|gazette|"
    r"here today|see here|check (?:back|in|it|this)|look(?:s|ing)? (?:in|at it|here|again|up)|available at|hosted at|found (?:at|on|here|there)|linked|scroll|banner|in-app|changelog|git|readme"
)
_TAKES_HOLD = phrase(
    r"bind(?:s|ing)?|bound|appl(?:y|ies|ied)|effect(?:ive)?|in force|into force|govern(?:s|ed)?|counts?|prevails?|replaces?|replaced|supersedes?|takes? (?:over|effect|hold|the place)|stands?|rules|from (?:that|the) (?:very )?(?:moment|day|hour|time|instant|date|minute)|covers?|part of|incorporated|deemed|accept(?:s|ed|ance)?|agree(?:s|d|ing)?|"
    r"(?:carr(?:y|ies|ying) on|continu(?:es?|ing|ed)|keep(?:s|ing)?|stay(?:s|ing)?|go(?:es|ing)? on|further|still|remain(?:s|ing)?)(?: [a-z]+){0,4}? (?:us(?:e|es|ing)|with VENDOR|access(?:es|ing)?|log(?:s|ging)? in|subscribed?|working)|by using|using (?:it|the)|logging in|next log-?in|on board|valid|operative|controls?|is the (?:contract|deal|one)|the (?:one|version) that|owes? (?:it )?obedience|follow(?:s)?"
)
_BOTH_SIGN = phrase(
    r"sign(?:ed|ature|s|atures)? (?:by|of) (?:both|each|EITHER|CUSTOMER|all)|both (?:sign|agree|have)|EITHER (?:sign|agree|have|both)|countersign(?:ed|s|ature)?|mutual(?:ly)?|agreed (?:by|between|in writing)|written (?:agreement|amendment|consent) (?:of|by|between) (?:both|EITHER|CUSTOMER)|(?:with|by|without|until|unless|only|needs?|requires?)(?: [a-z]+){0,4} (?:CUSTOMER(?:'s)?) (?:[a-z]+ ){0,2}(?:consents?|agree(?:s|ment)?|approv(?:al|es)|assent|signature|signed|signs|accepts?|acceptance)|"
    r"signed|signatures?|in writing and signed|executed by"
)
_THING = phrase(
    r"(?:services?|platform|software|features?|functions?|functionality|product|products|documentation|models?|modules?|suite|system|infrastructure|hosting|seats?|deliverables?|specifications?|fees?|prices?|charges|rates?|tariffs?|rate card|credentials|passwords?|sub-?processors?|roadmap|plans for|schedule of|personnel|staff|contact details|address for notices|user interface|remuneration|scope)"
)
_AHEAD = phrase(
    r"before|ahead|notice|in advance|prior|beforehand|earlier|e-?mail(?:s|ed)?|inform(?:s|ed)?|tell(?:s)?|notif(?:y|ies|ied)|writ(?:es?|ing|ten)|letter|announce(?:s|d|ment)?|after|from|later|send(?:s|ing)?|sent|message|warn(?:s|ing)?"
)
_SAVED = phrase(
    r"(?:not|no|never|nor|without|neither|n't)[a-zA-Z' ,]{0,70}(?:materially |substantially |significantly |adversely )?(?:reduc|diminish|degrad|lessen|decreas|impair|worsen|limit|weaken|curtail|erod|harm|prejudic|detract|take away|cut|lower|undermin|disadvantag|to (?:CUSTOMER's|its) (?:detriment|disadvantage|harm))[a-z]*|no (?:less|worse)[a-z ]*|at least as (?:good|favou?rable|protective)"
)
_EARLIER_USE = phrase(
    r"(?:already|existing|earlier|before|previous(?:ly)?|past|prior|old|older|so far|to date)[a-zA-Z ,]{0,40} (?:us(?:e|es|ed)|deliver(?:ed|ies)|downloaded|download|fetched|made|deployed|deployments?|obtained|received|running|copies|installations?|releases?|versions?|weights|models?|products?|hands|built|derivatives?|granted|licen[cs]es?)|"
    r"(?:cop(?:y|ies)|weights|releases?|versions?|models?|deployments?|use|downloads?|derivatives?|products?|licen[cs]es?)[a-zA-Z ,]{0,40} (?:already|existing|earlier|before|previous(?:ly)?|whenever|no matter when|in hand|in use|at any time|regardless of when|of whatever (?:age|date))|retroactive(?:ly)?|retrospective(?:ly)?|backwards?|past (?:and|as well as|or) (?:future|present)|reaches? back|whenever (?:it was |they were )?(?:obtained|downloaded|made|received)"
)
_STAYS_OLD = phrase(
    r"(?:stays?|remains?|keeps?|continues?|goes on|goes? by|lives? on)(?: [a-z]+){0,3}? (?:under|with|by|on|to|governed|subject|bound)[a-zA-Z' ]{0,40} (?:edition|version|text|terms|one|licen[cs]e|wording|it|conditions|old|those)|(?:only|solely)(?: [a-z]+){0,4} (?:future|later|new|yet to come|next|following|coming|afterwards|thereafter)|(?:future|later|new|yet to come|coming|next)(?: [a-z]+){0,3} only|not (?:reach|touch|affect|bind|concern|apply|govern)[a-zA-Z ]{0,30}(?:already|existing|earlier|old|past|before)"
)


_DENIED = phrase(r"(?:have|has|having|are|is|be|of) (?:no|without|not of any) (?:effect|force|validity)|without effect|do(?:es)? not bind")


def read_living_terms(passage: Passage) -> Reading | None:
    """Read how the terms change by the vendor's doing alone, where the usual words are missing."""
    if passage.has(_DENIED):
        return None
    if passage.clause.kind in ("definition", "recital", "title", "heading", "parties", "signature"):
        return None
    whole: Stretch = passage
    if passage.clause.kind == "table_row":
        rows = table_rows(passage)
        if not rows:
            return None
        whole = Stretch(passage.view, Span(rows[0].at.start, rows[-1].at.end))
    found = _changing(passage, whole)
    if found is None or not whole.has(_TAKES_HOLD | _APPEARS):
        return None
    if whole.has(_BOTH_SIGN) or (whole.has(WAITS_FOR, YES) and _asks_customer(whole)):
        return None
    notice = _notice(whole)
    shown = next((hit for hit in whole.hits(_APPEARS)), None)
    silent = next((hit for hit in whole.hits(UNTOLD) if hit.words not in ("on the moment",)), None)
    at_will = whole.find(AS_IT_PLEASES) or whole.find(
        phrase(
            r"at any time|any time|from time to time|whenever|now and then|as often as|every so often|when(?:ever)? (?:it|VENDOR)|for the time being|unilaterally|alone|one-sidedly"
        )
    )
    way = silent or shown or at_will
    if notice is None and (way is None or not (whole.has(_TAKES_HOLD) or whole.has(MAY))):
        return None
    existing = next((hit for hit in whole.hits(_EARLIER_USE) if not hit.negated and not hit.sentence.has(_STAYS_OLD)), None)
    future = whole.find(_STAYS_OLD)
    return passage.reading(
        "unilateral_changes",
        way.sentence if way is not None and notice is None else found.sentence,
        by_posting=None if way is None or notice is not None else way.proves(True),
        notice_days=notice,
        termination_right=_may_leave(whole),
        no_material_reduction=proof(whole.find(_SAVED)),
        future_versions_only=proof(future),
        binds_existing=proof(existing) if future is None else None,
    )


def _changing(passage: Passage, whole: Stretch) -> Hit | None:
    """Where a text that binds gets another wording, by the vendor or as if by itself."""
    titled = any(
        word in topic(passage)
        for word in (
            "terms",
            "condition",
            "amend",
            "variation",
            "change",
            "version",
            "edition",
            "up to date",
            "documents",
            "polic",
            "rules",
            "licen",
            "living",
            "contract",
            "text",
        )
    )
    for sentence in whole.sentences:
        if sentence.has(
            phrase(
                "confidential(?:ity)?|personal data|password|assign(?:s|ment)?|change (?:of|in) (?:the )?(?:control|law)|statut(?:e|es|ory)|change orders?|change requests?"
            )
        ):
            continue
        for hit in sentence.hits(_OTHER_TEXT):
            if hit.negated or subject_of(hit) in ("customer", "either", "neither", "other"):
                continue
            reach = Stretch(hit.view, Span(max(sentence.at.start, hit.at.start - 90), min(sentence.at.end, hit.at.end + 70)))
            if not reach.has(_TEXT) and not titled:
                continue
            if _of_thing(sentence, hit) or not (reach.has(_TEXT) or Stretch(hit.view, hit.at).has(_TEXT) or titled):
                continue
            return hit
    return None


def _of_thing(sentence: Sentence, hit: Hit) -> bool:
    """Whether the product or the price changes, and not the text about it."""
    near = Stretch(hit.view, Span(hit.at.start, min(sentence.at.end, hit.at.end + 45)))
    thing, text = near.find(_THING), near.find(_TEXT)
    ahead = Stretch(hit.view, Span(max(sentence.at.start, hit.at.start - 45), hit.at.start))
    before, text_before = ahead.hits(_THING), ahead.hits(_TEXT)
    if thing is not None and (text is None or thing.at.start < text.at.start):
        return True
    return bool(before) and not text_before and text is None


def _asks_customer(whole: Stretch) -> bool:
    return any(
        subject_of(hit) == "customer" and not hit.negated for hit in whole.hits(YES) if hit.sentence.has(WAITS_FOR)
    ) and not whole.has(phrase("deemed|continued|using|carrying on|taken to|by using|silence"))


def _notice(whole: Stretch) -> Proof | None:
    for duration in whole.durations:
        near = Stretch(whole.view, Span(max(whole.at.start, duration.at.start - 60), min(whole.at.end, duration.at.end + 60)))
        if (
            duration.unit in ("day", "week", "month", "hour")
            and (near.has(_AHEAD) or near.has(TELLS))
            and not near.has(phrase("terminate within|leave within|objects? within"))
        ):
            return days(whole, duration)
    return None


def _may_leave(whole: Stretch) -> Proof | None:
    for sentence in whole.sentences:
        for hit in sentence.hits(LEAVING):
            if subject_of(hit) in ("customer", "either") or sentence.has(phrase("CUSTOMER")):
                held = hit.negated or sentence.find(HELD) is not None
                return (
                    hit.proves(not held)
                    if held or sentence.has(MAY) or sentence.has(phrase("CUSTOMER (?:leaves|ends|cancels|terminates)"))
                    else None
                )
        bound = sentence.find(phrase("(?:remains?|stays?|is) (?:still |nevertheless )?bound"))
        if bound is not None and sentence.has(phrase("CUSTOMER")):
            return bound.proves(False)
    return None
