"""How prices move, in whatever words: who may move them, when, how far. `price_adjustment` and `renewal` know the usual words.

A figure that bounds a rise makes it capped, wherever it stands in the passage; a price that one side sets, a list, a market or an
index alone leaves it uncapped.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.reading import Proof, Reading
from app.domain.span import Span
from app.rules.exit_words import days, subject_of, table_rows
from app.rules.reading.deontic import AS_IT_PLEASES, MAY, TELLS
from app.rules.reading.passage import Hit, Passage, Stretch
from app.rules.reading.pattern import phrase

PRICE = phrase(
    r"prices?|pric(?:ing|ed)|fees?|charges?|charged|rates?|rate card|tariffs?|remuneration|considerations?|compensation|subscription (?:price|cost|fee|charge)s?|what (?:CUSTOMER|CUSTOMER's plan) (?:pays?|costs?)|dues|sums?|amounts?|bill(?:s|ed|ing)?|cost(?:s)?(?: of (?:the |CUSTOMER's )?(?:plan|service|subscription|licen[cs]e))?|figures?|"
    r"(?:plan|service|subscription|licen[cs]e|year) costs?|pay more|pays? more|more money|more expensive|dearer|rent|premium|honorari(?:um|a)"
)
MOVES = phrase(
    r"(?:increas|rais|adjust|adapt|recomput|recalculat|reassess|revis|repric|re-pric|correct|hik|uplift|bump|escalat|climb|grow|vary|vari|amend|alter|chang|redetermin|updat|review|align|index|inflat|lift|modif|mov|shift|ratchet|readjust|re-adjust|recalibrat|rebas|boost|enhanc|augment|advanc|upgrad|heighten)(?:e|es|ed|s|ing|ment|ments|ion|ions|ation|ations|ication|ications|y|ies|ied|n|al)?|"
    r"rise[sn]?|rising|rose|go(?:es|ing)? up|went up|put(?:s|ting)? (?:[a-zA-Z' ]{1,30} )?up|step(?:s|ped)? up|mark(?:s|ed)? up|(?:set|sets|setting|fix|fixes|fixed|name|names|determine|determines|decide|decides|publish|publishes|quote|quotes|settle|settles|charge|charges|bill|bills|announce|announces)(?: [a-zA-Z']+){0,5}? (?:anew|afresh|new|again|higher|another|different|next|price|prices|fees?|rates?|more|whatever|what)|"
    r"(?:new|higher|different|another|fresh|revised|adapted|next|greater) (?:[a-z]+ )?(?:prices?|fees?|rates?|charges?|tariffs?|figures?|sums?|amounts?)|cost(?:s)? more|pay(?:s)? more|more (?:per cent|percent)|(?:per cent|percent|%) more|ask (?:for )?(?:up to )?(?:[a-z0-9 ]{1,30} )?more|follow(?:s)?|track(?:s)?|keep(?:s)? (?:pace|up|step)|float(?:s)?|dearer|more expensive|upwards?"
)
_OTHER = phrase(
    r"service credits?|interest|tax(?:es)?|vat|additional (?:users?|seats?|units?)|adds? (?:users?|seats?)|extra (?:users?|seats?)|more (?:users?|seats?|units?)|overage|usage|excess|exchange rate|insur(?:ed|ance|er)|cover|liabilit(?:y|ies)|cap on|royalt(?:y|ies)|change (?:order|request|of scope)s?|out of scope|deposit|wages? claims|response|error rate|late|overdue|discount|"
    r"premium support|royalties|penalt(?:y|ies)|instal?lments?|credit rate|refund(?:s|ed)?|damages"
)
_CEILING = phrase(
    r"(?:not|never|nor|no|n't|cannot)(?: [a-z]+){0,5}? (?:exceed(?:s|ing)?|more|beyond|above|over|higher|greater|further|surpass|outpace|outstrip|past)|exceed(?:s|ing)?(?: [a-z]+){0,8}? (?:at most|at the most)|no (?:more|greater|higher|further)|at (?:the )?(?:very )?most|up to|a? ?maximum|max|cap(?:ped|s)?|limit(?:s|ed)?|ceiling|within|(?:stays?|remains?|kept|keep) (?:under|below|within)|top(?:s)? (?:out|at)|stop(?:s)? at|lesser|lower of|"
    r"whichever is (?:the )?(?:less|lower|lesser|smaller)|under|below|bounded|tops|limited to|restricted to|by [a-z0-9() ]{1,30}(?:per cent|percent|%)|of [a-z0-9() ]{1,20}(?:per cent|percent|%)"
)
_FLOOR = phrase(
    r"at least|not less than|no less than|minimum|greater of|higher of|whichever is (?:the )?(?:greater|higher|more|larger)|plus|on top of|in addition to|or more"
)
_INDEX = phrase(
    r"(?:[a-z]+ )?(?:consumer|retail|producer|labou?r|wage|cost)[a-z' -]{0,20}index|price index|indices|index|cpi(?:-u|-w)?|rpi|hicp|ppi|inflation|cost[- ]of[- ]living"
)
_OPEN = phrase(
    r"whatever|list(?: price)?s?|price (?:list|page|book|sheet)|rate card|catalogue|tariff|then[- ]?(?:current|prevailing|applicable|valid)|current|prevailing|market(?:s)?(?: [a-z]+)?|of the day|on that day|at that time|for the time being|own cost|its costs?|cost (?:base|development|structure)|development of|as (?:it|VENDOR)|at will|freely|discretion|opinion|judge?ment|any time|from time to time|whenever|as often as|no (?:limit|ceiling|cap)|without (?:any )?(?:limit|ceiling|cap)|"
    r"(?:price|prices|fee|fees|rate|rates) (?:so |thus )?(?:recomputed|announced|set|fixed|named|published|posted|shown|communicated|notified|quoted)|new price|free to|at liberty|equitable|reasonably"
)
_MID = phrase(
    r"(?:during|within|in the (?:middle|course)|throughout|in mid|in the midst|while|before|inside|in)(?: [a-z]+){0,3}? (?:fixed |initial |first |current |running |contract |subscription |paid )*(?:terms?|periods?|years?|commitment|subscription|month|runs?|running|is up|is over|plan)|mid-?(?:term|year|period|contract|way)|any (?:time|day|month)|at all times|each (?:year|month|quarter)|every (?:year|month|quarter|january)|once (?:a|per|each|every) (?:year|quarter|month)|yearly|annual(?:ly)?|monthly|quarterly|anniversar(?:y|ies)|twice a year|half-?yearly|every twelve months|part-?way|next (?:invoice|bill|month|day)|following (?:month|invoice|bill)|immediate(?:ly)?|at once|month following|from time to time|whenever"
)
_NEXT = phrase(
    r"renew(?:al|als|ed|s|ing)?|extension|prolongation|(?:each|any|a|every|the|for) (?:further|later|new|next|following|successive|subsequent|renewal|continuation|coming|additional) (?:[a-z]+ ){0,2}(?:term|period|year|one|access year|twelve months|subscription)s?|predecessor|(?:next|new|further|successive|following) (?:[a-z]+ )?(?:term|period|year)s?|goes? on for|rolls? over|roll(?:ed)?|carried forward|carries forward|second (?:year|term|period)"
)
_HOLDS = phrase(
    r"(?:does|do|shall|will|may|can|must|is|are|be|to)(?:n't| not| never)(?: [a-z]+){0,3} (?:chang|ris|increas|go up|rais|alter|mov|var|adjust|revis|budge)[a-z]*|(?:stay|remain|hold|kept|keep|is|are|be|stand)(?:s|ing)? (?:put|fixed|firm|the same|unchanged|unaltered|constant|frozen|locked|flat|level|as (?:it is|they are|agreed|stated)|steady|still|guaranteed)|fixed|frozen|price (?:lock|freeze|guarantee|hold)|no (?:increase|rise|change|adjustment|uplift)s?|nothing (?:is |shall be )?added"
)


@dataclass(frozen=True)
class Move:
    """A movement of prices: how far ("none", "capped", "uncapped"), the figure, and where it says so."""

    extent: str
    said: Stretch
    percent: Proof | None
    index_only: Proof | None


def move_in(statements: tuple[Stretch, ...]) -> Move | None:
    """The movement of prices that statements tell of, the loosest one; None where they tell of none."""
    found = [move for index, said in enumerate(statements) if (move := _move(said, statements[index + 1 : index + 3]))]
    order = ("none", "capped", "uncapped")
    return max(found, key=lambda move: order.index(move.extent), default=None)


def _move(said: Stretch, following: tuple[Stretch, ...]) -> Move | None:
    if not said.has(PRICE) or said.has(_OTHER):
        return None
    hit = _moving(said)
    held = said.find(_HOLDS)
    percents = [(s, p) for s in (said, *(f for f in following if f.has(_CEILING) and not f.has(_OTHER))) for p in s.percents]
    if hit is None:
        return Move("none", said, None, None) if held is not None and not percents else None
    bounded = [(s, p) for s, p in percents if s.has(_CEILING) or s is said]
    if bounded and not said.has(_FLOOR):
        place, percent = min(bounded, key=lambda each: each[1].value)
        return Move("capped", said, place.place(percent).proves(percent.value), None)
    if held is not None and not said.has(_OPEN):
        return Move("none", said, None, None)
    index, loose = said.find(_INDEX), said.find(_OPEN) or said.find(AS_IT_PLEASES)
    if index is not None and not percents:
        return Move("uncapped", said, None, index.proves(True) if subject_of(hit) != "vendor" or loose is None else None)
    if subject_of(hit) == "vendor" and (said.has(MAY) or loose is not None or _tells(hit)):
        return Move("uncapped", said, None, None)
    return Move("uncapped", said, None, None) if loose is not None or bounded else None


def _moving(said: Stretch) -> Hit | None:
    """The word by which a price moves: not the customer's doing, near a price, and not denied."""
    for hit in said.hits(MOVES):
        near = Stretch(hit.view, Span(max(said.at.start, hit.at.start - 90), min(said.at.end, hit.at.end + 70)))
        if near.has(PRICE) and subject_of(hit) not in ("customer", "either", "neither") and (not hit.negated or said.has(_CEILING)):
            return hit
    return None


def _tells(hit: Hit) -> bool:
    return hit.sentence.has(
        phrase(
            r"VENDOR(?: then| also| simply| alone| itself)? (?:sets|fixes|names|decides|determines|adapts|adjusts|raises|changes|revises|puts|charges|bills|announces|publishes|recomputes|corrects)"
        )
    )


def when(said: Stretch, passage: Stretch) -> Proof | None:
    """Whether it is at renewal only, or within a term."""
    later, within = said.find(_NEXT), said.find(_MID)
    if later is not None and (within is None or not said.has(phrase("mid-?[a-z]+|at any time|any (?:time|month|day)|during|while|within"))):
        return later.proves("renewal")
    if within is not None:
        return within.proves("in_term")
    return said.proves("in_term") if said.has(phrase("VENDOR")) and not passage.has(_NEXT) else None


_OF_CONTROL = phrase(r"change (?:in|of) (?:its |the |their )?(?:control|ownership|management|shareholders)")


def read_price_move(passage: Passage) -> Reading | None:
    """Read how prices may change, where the usual words are missing."""
    if passage.has(_OF_CONTROL):
        return None
    if passage.clause.kind in ("definition", "recital", "heading", "title", "parties", "signature"):
        return None
    rows = table_rows(passage)
    if passage.clause.kind == "table_row" and not rows:
        return None
    statements: tuple[Stretch, ...] = (Stretch(passage.view, Span(rows[0].at.start, rows[-1].at.end)),) if rows else passage.sentences
    move = move_in(statements)
    if move is None:
        return None
    if move.extent == "none" and not move.said.has(phrase(r"(?:price|prices|fee|fees|rates?|charges?|remuneration|pays?|costs?)")):
        return None
    told = next((d for d in move.said.durations if d.unit in ("day", "week", "month") and _is_notice(move.said, d.at)), None)
    return passage.reading(
        "price_adjustment",
        move.said,
        applies=None if move.extent == "none" else when(move.said, passage),
        price_rise=move.said.proves(move.extent),
        cap_percent=move.percent,
        notice_days=days(move.said, told),
        index_only=move.index_only,
    )


def _is_notice(said: Stretch, at: Span) -> bool:
    near = Stretch(said.view, Span(max(said.at.start, at.start - 50), min(said.at.end, at.end + 50)))
    return near.has(phrase("notice|before|ahead|in advance|beforehand|prior|warning|having said so")) or (
        near.has(TELLS) and near.has(phrase("before|notice|ahead|earlier"))
    )
