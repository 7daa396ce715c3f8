"""Price adjustment: whether, when and how far prices may rise.

`applies` is renewal where they may change only when a new term begins. A fixed rate of increase is a cap of that rate; the lesser of
an index and a rate likewise; an index alone, list prices and the greater of two are uncapped.
"""

from __future__ import annotations

from app.domain.reading import Proof, Reading
from app.rules.exit_words import PERMITS, days, near, subject_of
from app.rules.price_moves import read_price_move
from app.rules.reading.passage import Hit, Passage, Sentence, Stretch
from app.rules.reading.pattern import expression, phrase
from app.rules.rule import Rule, fires, near_miss

PRICE = phrase(
    r"prices?|pricing|fees?|charges?|rates?|rate card|price (?:list|book)|tariffs?|amounts? (?:in|stated|set out|shown)|sums? (?:in|"
    r"stated|set out|shown)|subscription fees?|remuneration|unit prices?|day rates?|hourly rates?|all amounts|figures?"
)
RISES = phrase(
    r"increas(?:e|es|ed|ing)|rais(?:e|es|ed|ing)|ris(?:e|es|en|ing)|adjust(?:s|ed|ment|ments|ing)?|chang(?:e|es|ed|ing)|revis(?:e|es|ed|"
    r"ion|ing)|uplift(?:s|ed)?|escalat(?:e|es|ed|ion|or)|go(?:es)? up|put(?:s)? (?:[A-Za-z']+ ){0,4}up|index(?:ed|ation)?|amend(?:s|ed)?|"
    r"modif(?:y|ies|ied)|var(?:y|ies|ied)|re-?price[sd]?|reset|review(?:s|ed)?|"
    r"exceed(?:s)?|mark(?:ed)? up|step(?:s)? up|move(?:s)? (?:with|in line)|follow(?:s)? the|alter(?:s|ed)?|replac(?:e|es|ed)|set (?:new|"
    r"anew)|grow(?:s)?"
)
FIXED = phrase(
    r"(?:fees|charges|prices|rates|amounts|remuneration|fee|price|sums|they|which)[a-zA-Z' ,()0-9-]{0,80} (?:is|are|remains?|stays?|"
    r"stands?|be|shall be|will be|shall remain|will remain) (?:and (?:remain|stay) )?(?:firm|fixed|unaltered|unchanged|constant|frozen|"
    r"locked|stable|the same|held|guaranteed)|fixed (?:price|fees|charges|prices) (?:for|throughout|during)|price (?:lock|freeze|hold)|"
    r"no (?:change|increase|adjustment|rise)s? (?:of|in|to) (?:the )?(?:fees|charges|prices|rates|amounts)|(?:hold|keep)s? (?:the |its |"
    r"VENDOR's )?(?:fees|charges|prices|rates)[a-z ]{0,20} (?:steady|unchanged|fixed|firm|constant)|no price (?:increase|rise|change)s?"
)
INDEX = phrase(
    r"(?:[a-z]+ )?consumer[s']* price[s']* index|harmonised index|retail price[s']* index|producer price index|cpi(?:-u|-w)?|rpi|hicp|"
    r"ppi|inflation|index(?:ation)?|cost[- ]of[- ]living|employment cost index|eci|price index|labour cost"
)
GREATER = phrase(
    r"(?:greater|higher|larger) of|whichever is (?:the )?(?:greater|higher|more|larger)|or,? if (?:greater|higher|more)|(?:at least|"
    r"not less than|no less than|a minimum of) [a-z0-9() .%]{1,30}(?:percent|per cent|%)|plus [a-z0-9() .]{1,20}(?:percent|per cent|%)"
)
LESSER = phrase(r"(?:lesser|lower|smaller) of|whichever is (?:the )?(?:less|lesser|lower|smaller)|or,? if (?:less|lower|smaller)")
LIMIT = expression(
    r"\b(?:(?:not|never|no event|nor) (?:to )?(?:exceed|be more than|rise by more than|increase by more than|go up by more than|"
    r"more than|be greater than|by more than)|(?:without|not) exceeding|no (?:more|greater|higher) than|at (?:most|the most)|up to|"
    r"a? ?maximum(?: increase)? of|(?:a )?cap of|capped at|limited to|subject to a (?:cap|maximum|ceiling|limit) of|"
    r"(?:not|never|nor|yet not|but not)(?: [a-z]+)? (?:beyond|above|over|past|further than)|(?:stays?|remains?|kept|keep) (?:under|below|within)|tops? out at|"
    r"within (?:a )?(?:limit|ceiling) of|ceiling of|may not exceed|cannot exceed|more than)\b"
)
LISTED = phrase(
    r"(?:then[- ]?(?:current|prevailing|applicable)|current|prevailing|standard|published|list|revised|new) (?:[a-z]+ )?(?:prices?|fees?|"
    r"rates?|charges?|price (?:list|book)|rate card|pricing|figure)|rate card|price (?:list|book)|at (?:its|VENDOR's) (?:sole |own |"
    r"absolute )*discretion|as (?:it|VENDOR) (?:sees? fit|thinks? fit|may decide|decides|determines|chooses|pleases)|"
    r"(?:prices?|fees?|rates?|charges?) (?:that |which )?(?:VENDOR|it) (?:sets|may set|determines|decides|fixes|publishes)|"
    r"whenever (?:it|VENDOR)|from time to time|at any time|in line with (?:the )?market|market (?:rates|conditions)"
)
AT_RENEWAL = phrase(
    r"renew(?:al|als|ed|s)?|extension|prolongation|(?:each|any|a|every|the) (?:further|later|new|next|following|successive|subsequent|"
    r"renewal|continuation) (?:[a-z]+ )?(?:term|period|year)s?|(?:next|new|further|successive|continuation|"
    r"subsequent) (?:[a-z]+ )?(?:term|period)s?|later ones|after the (?:initial|first) (?:term|period)|beginning of (?:each|a|"
    r"any) (?:renewal|new|further)|upon expiry of the (?:initial|first)|successive term"
)
IN_TERM = phrase(
    r"(?:during|within|in the course of|throughout|in) (?:the|an?|any|each|its) (?:initial |current |then[- ]current |subscription |"
    r"first |commitment )?(?:term|period)|at any time|anniversar(?:y|ies)|(?:each|every|any|once a|per|once per|once in any|"
    r"a) (?:calendar |contract )?year|annual(?:ly)?|yearly|(?:each|every|on [0-9]{1,2}|in) (?:january|february|march|april|may|june|july|"
    r"august|september|october|november|december)|(?:during|within) [A-Z]+'s term|january 1|next invoice|whichever part of|"
    r"from time to time|on (?:[a-z() 0-9-]{1,40}) notice|every twelve months|once in (?:any|a|each)|months? after"
)
# A renewal clause that names the price of the next term is renewal's.
GOES_ON = phrase(r"(?:automatically |tacitly )?(?:renews?|renewed|extended|prolonged)|run on|runs on|roll(?:s)? over")
NOT_PRICE = phrase(
    r"service credits?|credit rate|interest|tax(?:es)?|seats that|recovery|cap on liability|liabilit(?:y|ies)|response|error rate|"
    r"rates? of (?:error|exchange)|exchange rate|scope|change orders?|change requests?|unit price in schedule|further profiles|"
    r"additional (?:seats|users|units)|overage|in excess of|data rate|usage|royalt(?:y|ies)|wages|bit rate|sampling|volume"
)


def read_price(passage: Passage) -> Reading | None:
    """Read how prices may change. None where prices of other things, of more units or of changed scope are meant."""
    if passage.clause.kind in ("definition", "recital", "heading", "title"):
        return None
    rise = next((hit for sentence in passage.sentences if (hit := _rise(passage, sentence))), None)
    fixed = next((hit for sentence in passage.sentences if (hit := _fixed(sentence))), None)
    if rise is None and fixed is None:
        return None if _usual(passage) else read_price_move(passage)
    if rise is None:
        assert fixed is not None
        if _whole_term(passage, fixed):
            return passage.reading("price_adjustment", fixed.sentence, price_rise=fixed.proves("none"))
        return passage.reading("price_adjustment", fixed.sentence) if _rises_elsewhere(passage) else None
    extent, cap, index_only = _extent(passage, rise)
    if extent is None:
        return None if _usual(passage) else read_price_move(passage)
    return passage.reading(
        "price_adjustment",
        rise.sentence,
        applies=_applies(passage, rise, fixed),
        price_rise=extent,
        cap_percent=cap,
        notice_days=_notice(passage),
        index_only=index_only,
    )


def _usual(passage: Passage) -> bool:
    """Whether some clause of the paper tells in the usual words how prices change."""

    def told(each: Passage) -> bool:
        if each.clause.kind in ("definition", "recital", "heading", "title"):
            return False
        return any((hit := _rise(each, s)) is not None and _extent(each, hit)[0] is not None for s in each.sentences)

    return passage.view.remembered(_usual, lambda _: any(told(each) for each in passage.paper.all))


def _fixed(sentence: Sentence) -> Hit | None:
    if (hit := sentence.find(FIXED)) is not None and not hit.negated:
        return hit
    if sentence.has(NOT_PRICE) and not sentence.has(phrase("increas(?:e|ed)|raised?")):
        return None
    rise = next((hit for hit in sentence.hits(RISES) if hit.negated and _about_price(sentence, hit)), None)
    return (
        rise
        if rise is not None
        and not sentence.percents
        and not sentence.has(phrase("more than|unless|except|no other|without (?:prior )?(?:written )?notice|exceed"))
        else None
    )


def _whole_term(passage: Passage, fixed: Hit) -> bool:
    """Whether nothing is reserved ("section 3 of schedule 3 remains reserved")."""
    return not fixed.sentence.has(phrase(r"reserved|except as|save as|only as|subject to|vary only|apart from")) and not passage.has(
        AT_RENEWAL
    )


def _rises_elsewhere(passage: Passage) -> bool:
    return any(_rise(each, sentence) for each in passage.paper.all if each is not passage for sentence in each.sentences)


# The verb with its price: "raise the unit prices", "the amounts in Table A-2 rise", "an increase in the fees", "price review".
RAISES_PRICE = expression(
    rf"\b(?:{RISES.source})(?: of| in| to| by)?(?: the| its| any| all| such| these| those| VENDOR's| each| every| a| CUSTOMER's| this|"
    rf" of| [a-z-]+){{0,4}} (?:{PRICE.source})"
    rf"|(?:{PRICE.source})(?:,? [a-z0-9'()-]+){{0,9}}?,? (?:{RISES.source})"
)
BE_RAISED = expression(rf"(?:{PRICE.source}).{{0,160}} (?:shall|will|may|must) (?:not )?be (?:increased|raised)\b")


def _about_price(sentence: Sentence, hit: Hit) -> bool:
    if sentence.has(
        phrase(
            r"infring(?:e|es|ement)|non-infringing|change (?:of|in) (?:its |the )?(?:control|ownership|law)|refund(?:s|ed)?|repaid|recover"
        )
    ):
        return False
    return Stretch(hit.view, hit.at).has(PRICE) or any(
        found.at.overlaps(hit.at) for found in (*sentence.hits(RAISES_PRICE), *sentence.hits(BE_RAISED))
    )


def _rise(passage: Passage, sentence: Sentence) -> Hit | None:
    """The word by which prices may or do rise."""
    if sentence.has(NOT_PRICE) or not sentence.has(PRICE):
        return None
    for hit in sentence.hits(RISES):
        if (hit.negated and not sentence.has(LIMIT)) or not _about_price(sentence, hit) or subject_of(hit) == "customer":
            continue
        if sentence.has(PERMITS) or sentence.has(IN_TERM) or sentence.has(AT_RENEWAL) or sentence.has(INDEX):
            return hit
    listed = sentence.find(LISTED)
    return (
        listed
        if listed is not None
        and sentence.has(AT_RENEWAL)
        and not listed.negated
        and "time" not in listed.words
        and not passage.has(GOES_ON)
        else None
    )


def _extent(passage: Passage, rise: Hit) -> tuple[Proof | None, Proof | None, Proof | None]:
    """How far: capped with its percent, uncapped, by an index alone."""
    sentences = [
        rise.sentence,
        *(
            s
            for s in passage.sentences
            if s != rise.sentence and s.has(phrase("increases?|rise|adjustment|change|it|percentage|index|cap"))
        ),
    ]
    for sentence in sentences:
        greater, lesser, index = sentence.find(GREATER), sentence.find(LESSER), sentence.find(INDEX)
        percents = sentence.percents
        if greater is not None and (index is not None or percents) and lesser is None and not (sentence.find(LIMIT) and not index):
            return greater.proves("uncapped"), None, None
        limit = sentence.find(LIMIT)
        if percents and (limit or lesser or not index):
            hit = limit or lesser or rise
            percent = hit.nearest(percents, within=400) or percents[0]
            if lesser is not None:
                percent = min(percents, key=lambda p: p.value)
            return hit.proves("capped"), sentence.place(percent).proves(percent.value), None
        if index is not None and not percents:
            limited = next((s for s in sentences if s.percents and s.has(LIMIT)), None)
            if limited is None:
                return index.proves("uncapped"), None, index.proves(True)
    if not _vendor_sets(rise):
        return None, None, None
    return rise.sentence.proves("uncapped"), None, None


def _vendor_sets(rise: Hit) -> bool:
    """Whether the vendor sets the price: it is named as the one who does, or its list is."""
    sentence = rise.sentence
    return (
        (subject_of(rise) == "vendor" and sentence.has(PERMITS))
        or sentence.has(LISTED)
        or sentence.has(
            phrase(r"(?:prices|fees|charges|rates)[a-z ]{0,20} (?:may|can) (?:be )?(?:change|increase|adjust|revise|rise)[a-z]*")
        )
    )


def _applies(passage: Passage, rise: Hit, fixed: Hit | None) -> Proof | None:
    sentence = rise.sentence
    in_term, at_renewal = sentence.find(IN_TERM), sentence.find(AT_RENEWAL)
    if at_renewal is not None and (
        in_term is None or not sentence.has(phrase("at any time|within (?:the|a|an)|anniversar(?:y|ies)|whichever part"))
    ):
        return at_renewal.proves("renewal")
    if in_term is not None:
        return in_term.proves("in_term")
    return None if fixed is not None else sentence.proves("in_term") if subject_of(rise) == "vendor" else None


def _notice(passage: Passage) -> Proof | None:
    for sentence in passage.sentences:
        duration = near(sentence, phrase("notice|notif(?:y|ies|ied)|beforehand|before|in advance|ahead|states?|announces?"), within=70)
        if duration is not None and sentence.has(phrase("notice|notif(?:y|ies|ied)|announces?|inform(?:s|ed)?|writing")):
            return days(sentence, duration)
    return None


RULE = Rule(
    "price_adjustment",
    read_price,
    examples=(
        fires(
            "Vendor may raise the fees for each renewal term by no more than 4 % on ninety days' notice.",
            applies="renewal",
            price_rise="capped",
            cap_percent=4,
            notice_days=90,
        ),
        fires(
            "On each anniversary within the Initial Term the fees rise by the greater of four percent (4%) and the change in the "
            "consumer price index.",
            applies="in_term",
            price_rise="uncapped",
            cap_percent=None,
        ),
        fires(
            "On 1 January of each year all amounts in this Schedule change in proportion to the Harmonised Index of Consumer Prices.",
            applies="in_term",
            price_rise="uncapped",
            index_only=True,
        ),
        fires("The Fees are fixed for the Term.", price_rise="none"),
        near_miss("The charges shall not be increased before the term ends.", price_rise="none"),
        near_miss(
            "The increase in the fees shall not be more than the change in the Consumer Prices Index or 4%, whichever is the less, in "
            "each renewal term.",
            price_rise="capped",
            cap_percent=4,
        ),
        near_miss("A change of scope changes the fees only as a change order says."),
        near_miss("Service credits rise with the length of the outage."),
    ),
)
