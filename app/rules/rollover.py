"""The agreement goes on for another term unless somebody acts, in whatever words; `renewal` knows the usual ones.

Asked for: a word for going on, another period, and that nobody has to agree to it. Notice is in calendar days before the end.
"""

from __future__ import annotations

from app.domain.reading import Proof, Reading
from app.domain.span import Span
from app.rules.exit_words import days, proof, table_rows, topic
from app.rules.price_moves import move_in
from app.rules.reading.numbers import Duration
from app.rules.reading.passage import Hit, Passage, Stretch
from app.rules.reading.pattern import phrase

GOES_ON = phrase(
    r"re-?new(?:s|ed|al|als|ing)?|roll(?:s|ed|ing)?|extend(?:s|ed)?|extension|prolong(?:s|ed|ation)?|prorog(?:ue|ued|ation)|tacit(?:ly)?|reconduct(?:ion|ed)|continu(?:e|es|ed|ation|ing)|carr(?:y|ies|ied) (?:on|forward|over)|go(?:es)? on|run(?:s)? on|tick(?:s)? over|keep(?:s|ing)? going|repeat(?:s|ed)?|restart(?:s|ed)?|re-?start|recommence(?:s)?|begin(?:s)? (?:again|anew|afresh)|start(?:s)? (?:again|anew|afresh|over)|"
    r"succeed(?:s|ed)?|follow(?:s|ed)?(?: one another)?|take(?:s)? its place|re-?up(?:s)?|re-?subscrib(?:e|es|ed)|evergreen|perpetuat(?:e|es)|added|adds?|tack(?:s|ed)? on|sign(?:s|ed)? (?:CUSTOMER )?up (?:again|for another)|another (?:year|term|period|round|twelve months)|lengthen(?:s|ed)?|re-?engag(?:e|es|ed)|stay(?:s)? (?:on|with VENDOR|in force|alive|in place)|remain(?:s)? in force|revive[sd]?|re-?book(?:s|ed)?|self-?renewing|auto[- ]?(?:renew|extend|roll)[a-z]*|lives? on|persist(?:s)?"
)
ANOTHER = phrase(
    r"(?:another|one more|a further|further|a fresh|fresh|a new|new|the next|next|successive|subsequent|additional|an additional|following|like|equal|same|consecutive|second|renewed|extra|again|more)(?: [a-z0-9()-]+){0,4}? (?:years?|terms?|periods?|months?|spells?|stretch(?:es)?|cycles?|rounds?|ones?|time|times|length|duration|quarters?|lustr[a-z]*|[0-9]+ months)|year (?:by|to|after|upon|on) year|(?:one|a) year at a time|month (?:by|to) month|from (?:year|term|month) to (?:year|term|month)|"
    r"(?:another|further|more|again) (?:for )?(?:[a-z0-9()-]+ ){0,2}(?:years?|months?|twelve|24|36|12)|(?:two|three|four|five|[0-9]+)-?year (?:term|period|stint|block|spell)s?|again and again|by (?:itself|another)|the next|term after term|one another|years? at a time|per(?:iod)? (?:upon|after) period|(?:as|just as) long (?:again )?as"
)
BY_ITSELF = phrase(
    r"automatic(?:ally)?|auto[- ]?[a-z]*|by itself|of itself|itself|own accord|own motion|tacit(?:ly)?|silent(?:ly)?|silence|(?:without|no)(?: [a-z]+){0,4} (?:act(?:ion)?|formalit(?:y|ies)|step|steps|notice|need|word|signature|doing|document|paper|declaration)|(?:nothing|no need|need(?:s)? not|not need|not have) (?:[a-z]+ )?(?:to )?(?:do|act|sign|lift a finger)|do(?:es)? nothing|ipso (?:facto|iure|jure)|as a matter of course|unless|until|save where|except (?:where|if)|"
    r"if (?:neither|no|nobody|none|CUSTOMER (?:does|do|says|say|has|have) (?:not|nothing)|EITHER does not|it is not|not)|in the absence|absent|failing|fails? to|forget(?:s)?|not (?:been )?(?:cancelled|given|told|stopped|terminated|denounced|ended)|no (?:one|party|side)|NEITHER|NEITHER|where no|deemed|bears? no|cancel (?:up to|at least|by|no later|not later|before)|(?:can|may) (?:prevent|stop|avert|avoid)"
)
AGREED = phrase(
    r"(?:only|subject to|upon|on|by|with|requires?|needs?|takes?)(?: [a-z]+){0,4}? (?:agreement|consent|signature|signed|document|accord|yes|confirm(?:s|ation|ed)?|request|order|acceptance|bearing both)|EITHER (?:agree|sign|so wish)|(?:if|when|where|should) (?:CUSTOMER|EITHER)(?: [a-z]+){0,2} (?:wish(?:es)?|wants?|ask(?:s)?|requests?|agrees?|elects?|chooses?|orders?|says yes|sign(?:s)?|confirm(?:s)?)|at CUSTOMER's (?:option|request|choice|election|wish)|CUSTOMER (?:may|can) (?:extend|renew|prolong|ask|elect|opt|choose)[a-z]*|new (?:order|agreement|contract|document)"
)
_PAPER = phrase(
    r"agreements?|contracts?|subscriptions?|plans?|orders?|licen[cs]es?|services?|terms?|periods?|years?|engagement|arrangement|relationship|commitment|membership|deal|it|this|package|months?|annuit(?:y|ies)"
)
_NOT_PAPER = phrase(
    r"certificates?|keys?|tokens?|passwords?|insur(?:ance|ed)|polic(?:y|ies)|indemnity|domains?|cookies?|back-?ups?|leases?|sessions?|registrations?|patents?|trade ?marks?|visas?|permits?|confidential(?:ity)?|secrecy|non-?solicit|suspen(?:sion|d)|force majeure|transition|warrant(?:y|ies)|data|outage|deadline|dut(?:y|ies)|obligations?|survive|invoices?|payments?|late|interest|cure|breach(?:es)?|"
    r"trial|hand-?over|after (?:the )?(?:end|termination|expiry)|dispute|escrow|training|retraining|model|support (?:hours|ticket)"
)
_STOPS = phrase(
    r"cancel(?:s|led|lation)?|notice|notif(?:y|ies|ied)|stop(?:s|ped)?|prevent(?:s|ed)?|unless|withdraw(?:s|n)?|denounc(?:e|ed|es)|denunciation|terminat(?:e|es|ed|ion)|object(?:s|ed|ion)?|tell(?:s)?|told|say(?:s)?|said|write[s]?|writing|letter|inform(?:s|ed)?|opt(?:s)? out|not (?:wish|want)|leave|end(?:s|ed)?|give(?:s|n)? up|quit|decline|until|without"
)
_BACKWARD = phrase(
    r"before|prior|ahead|in advance|beforehand|preceding|earlier|notice|warning|previous(?:ly)?|of the (?:end|expiry)|to (?:go|run)|left"
)
_REMIND = phrase(r"remind(?:s|er|ers|ed)?|alert(?:s|ed)?|heads-?up|draws? [a-zA-Z' ]{0,30}attention|warn(?:s|ed)?")
_SAME = phrase(
    r"(?:same|equal|like|identical|equivalent) (?:length|duration|term|period)|as long (?:again )?as|equally long|of (?:that|the same|equal|like) length"
)
_OWN_LIST = phrase(
    r"(?:whatever|what) (?:VENDOR's|the|VENDOR|its|it)(?: [a-z]+){0,3} (?:says?|shows?|charges?|asks?|reads?|costs?|is|be)|(?:price|rate) (?:page|list|card|book|sheet|table)|list(?: |-)?price|(?:price|prices|fee|fees|rate|rates|charges?|tariffs?)(?: [a-z]+){0,4} (?:of the day|then|on that day|at that time|current|in force|VENDOR (?:sets|names|asks|fixes|chooses|decides|then))|then[- ]?(?:current|prevailing|applicable|standard|valid)|as VENDOR (?:may )?(?:sets?|fix(?:es)?|decides?|chooses?|sees?|thinks?)"
)


def read_rollover(passage: Passage) -> Reading | None:
    """Read the roll-over terms, where the usual words are missing; a small table is read as one."""
    if passage.clause.kind in ("recital", "title", "heading", "definition", "parties", "signature"):
        return None
    whole: Stretch = passage
    statements: tuple[Stretch, ...] = passage.sentences
    if passage.clause.kind == "table_row":
        rows = table_rows(passage)
        if not rows:
            return None
        whole = Stretch(passage.view, Span(rows[0].at.start, rows[-1].at.end))
        statements = (whole,)
    rolls = _rolls(passage, whole, statements)
    if rolls is None:
        return None
    said, hit = rolls
    notice = _notice(whole, said)
    length = _length(whole, said, notice)
    extent, percent = _price(whole, statements)
    reminds = next((each for each in whole.hits(_REMIND)), None)
    return passage.reading(
        "renewal",
        said,
        auto_renews=hit.proves(True),
        renewal_term_months=None if length is None else whole.place(length).proves(length.months),
        notice_days=days(whole, notice),
        price_rise=extent,
        price_cap_percent=percent,
        vendor_reminder=proof(reminds, reminds is None or not reminds.negated),
    )


def _rolls(passage: Passage, whole: Stretch, statements: tuple[Stretch, ...]) -> tuple[Stretch, Hit] | None:
    titled = any(
        word in topic(passage)
        for word in (
            "renew",
            "term",
            "duration",
            "plan",
            "going",
            "period",
            "continu",
            "roll",
            "length",
            "extension",
            "expiry",
            "how long",
            "year",
        )
    )
    for said in statements:
        if said.has(_NOT_PAPER) or not said.has(_PAPER):
            continue
        scope = whole if titled else said
        if (
            not said.has(ANOTHER)
            or not scope.has(BY_ITSELF)
            or (said.has(AGREED) and not said.has(phrase("unless|automatic[a-z]*|by itself")))
        ):
            continue
        hit = next((each for each in said.hits(GOES_ON) if not each.negated or _double(each)), None)
        if hit is not None and not said.has(
            phrase(r"(?:no|not|nothing|never|n't)(?: [a-z]+){0,6} (?:renew|prolong|extend|roll|continue)[a-z]*(?: by| automatically|,|$)")
        ):
            return said, hit
    return None


def _double(hit: Hit) -> bool:
    """ "Nothing need be done to renew it": the "no" is that of the act."""
    return hit.sentence.before(hit).has(phrase("nothing|no (?:act|step|formality|need)|need(?:s)? not|not (?:need|have) to|without"))


def _notice(whole: Stretch, said: Stretch) -> Duration | None:
    """The shortest time before the end at which it can still be stopped."""
    found = []
    for duration in whole.durations:
        if duration.unit not in ("day", "week", "month"):
            continue
        after = Stretch(whole.view, Span(duration.at.end, min(whole.at.end, duration.at.end + 45)))
        before = Stretch(whole.view, Span(max(whole.at.start, duration.at.start - 35), duration.at.start))
        sentence = next((s for s in whole.sentences if s.at.covers(duration.at)), whole)
        sided = after.has(_BACKWARD) or before.has(
            phrase("notice|notice of|warning|notice period|deadline|cancel(?:lation)?(?: window| period)?|opt-?out")
        )
        if sided and (sentence.has(_STOPS) or said.at.covers(duration.at)) and not sentence.has(_REMIND):
            found.append(duration)
    return min(found, key=lambda each: each.days, default=None)


def _length(whole: Stretch, said: Stretch, notice: Duration | None) -> Duration | None:
    counted = [d for d in said.durations if d.unit in ("month", "year", "quarter") and (notice is None or d.at != notice.at)]
    if said.has(_SAME):
        return next((d for d in whole.durations if d.unit in ("month", "year") and (notice is None or d.at != notice.at)), None)
    another = said.find(ANOTHER)
    near = another.nearest(counted) if another is not None and counted else None
    return near or (counted[-1] if counted else None)


def _price(whole: Stretch, statements: tuple[Stretch, ...]) -> tuple[Proof | None, Proof | None]:
    """What the next term costs: by a list of the vendor's, or as prices move."""
    move = move_in(statements)
    listed = whole.find(_OWN_LIST)
    if move is not None and move.extent == "capped":
        return move.said.proves("capped"), move.percent
    if (
        listed is not None
        and not listed.negated
        and listed.sentence.has(
            phrase("price|prices|pay(?:s)?|bill(?:ed)?|fees?|charge[sd]?|cost(?:s)?|rates?|tariffs?|pricing|dues|sums?")
        )
    ):
        return listed.proves("uncapped"), None
    if move is None:
        return None, None
    return move.said.proves(move.extent), move.percent
