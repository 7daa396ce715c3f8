"""Renewal: does the agreement roll over, for how long, at what price, and what notice stops it.

Notice is in calendar days before the end, counted to the last moment for giving it: a window that "opens 120 days before and closes
90 days before" the end is 90. An index or a list price without a figure leaves the price uncapped.
"""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.reading import Proof, Reading
from app.domain.span import Span
from app.rules.exit_words import subject_of
from app.rules.reading.numbers import Duration
from app.rules.reading.passage import Hit, Passage, Sentence, Stretch
from app.rules.reading.pattern import expression, phrase
from app.rules.rollover import read_rollover
from app.rules.rule import Rule, fires, near_miss

PAPER = phrase(
    r"agreements?|terms?|subscriptions?|contracts?|order forms?|orders?|licen[cs]es?|services?|(?:[a-z]+ )?periods?|engagement|"
    r"extensions?|statements? of work|sow|it|commitments?|plans?|memberships?|arrangement|relationship|(?:three|two|four|five|"
    r"[a-z]+) years|maintenance|support"
)
NOT_THE_PAPER = phrase(
    r"certificates?|keys?|tokens?|passwords?|credentials?|insurance|polic(?:y|ies)|domains?|cookies|cache|back-?ups?|leases?|cards?|"
    r"sessions?|registrations?|patents?|trade ?marks?|passports?|visas?|permits?|leave|confidentiality|batter(?:y|ies)|stocks?|wood|"
    r"energy|offers?|option to renew the lease|deadlines?|time limits?|trade secrets?|dut(?:y|ies)|obligations"
)
_AUTO = (
    r"(?:automatically|tacitly|auto-?matically|by itself|of itself|itself|without (?:any )?(?:further|more|other|the need)|"
    r"without (?:formality|notice|action)|ipso facto|of its own accord|silently)"
)
_RENEW = (
    r"(?:re-?new(?:s|ed|al|als)?|extend(?:s|ed)?|prolong(?:s|ed)?|continu(?:e|es|ed)|roll(?:s|ed)? (?:over|on|forward)|run(?:s)? on|"
    r"carr(?:y|ies) on|go(?:es)? on|recur(?:s)?)"
)
ROLLS_OVER = phrase(
    rf"{_AUTO},? (?:(?:be|is|are|shall|will|then|and) )*{_RENEW}|{_RENEW},? (?:for [a-z0-9() -]{{1,40}} )?{_AUTO}|automatic (?:renewal|"
    rf"extension|prolongation|continuation)s?|auto-?renew(?:s|al|als|ed)?|tacit (?:renewal|extension|prolongation)|evergreen|"
    rf"keeps? (?:going|running|renewing)"
)
RENEWS_FOR = phrase(
    r"(?:shall|will|is|are|be)(?: (?:then|thereupon|also|further|be|deemed|thereafter))* (?:re-?new(?:ed)?|extend(?:ed)?|prolong(?:ed)?|"
    r"continued?|run on|roll (?:over|on)|carry on|go on)|renews|extends|rolls (?:over|on|forward)|runs on|continues|goes on|carries on|"
    r"re-?new(?:s|ed)? (?:for|from)"
)
NEXT_PERIOD = phrase(
    r"(?:another|a further|a fresh|a new|the next|a successive|an additional|a subsequent|one more|a second|successive|further|"
    r"additional|consecutive|subsequent|recurring|like) "
    r"(?:(?:[a-z0-9()-]+ ){0,6})?(?:terms?|periods?|years?|months?|one|extensions?|stretch(?:es)?|spells?|cycles?|times?|quarters?)|"
    r"another of the same length|(?:same|equal|like|identical) (?:length|duration|term|period)|equal in length|"
    r"from year to year|year by year|year after year|month to month|renewal (?:term|period)s?|successive terms?|"
    r"one [a-z]+ period after another|(?:continuation|extension) (?:period|term)s?|year at a time|consecutive periods|each as long as|"
    r"as long again as"
)
BEGINS = phrase(
    r"takes? its place|begins?|starts?|commences?|follows?|comes? into being|continues?|runs?|goes on|go on|is added|are added|"
    r"attach(?:es)?|kicks? in|prolonged|extended|renewed|takes? effect|succeeds?|sets? in|opens?|joins on|arises?"
)
TERM_ENDS = phrase(
    r"(?:runs? out|expir(?:es|ed|y|ation)|end(?:s|ed)?|comes? to (?:an end|its end)|is over|has run|lapses?|upon completion|last day|"
    r"anniversary|elapse[sd]?|close of)"
)
UNLESS = phrase(
    r"unless|until|save where|except where|if (?:neither|no|none|not|nobody|EITHER has not|[A-Z]+ does not)|failing|in the absence of|"
    r"absent|so long as neither|provided (?:that )?(?:neither|no)|where no|(?:does|do|has|have|is) not (?:been )?(?:given|receive|cancel|"
    r"terminate|object|notif|sent|give|stop)[a-z]*|NEITHER"
)
BY_AGREEMENT = phrase(
    r"(?:by|upon|on|with|if|only|through|subject to) (?:the )?(?:mutual |written |express |prior |further |signed )*(?:agreement|consent|"
    r"agree)(?: of EITHER| in writing| both)?|EITHER (?:so )?(?:agree|agrees|may agree|sign)|option(?:s)? (?:to|of)|"
    r"at CUSTOMER's (?:option|request|election)|signed|"
    r"(?:may|can) (?:be )?(?:renew|extend|prolong)[a-z]*|CUSTOMER (?:may|can|has the right|is entitled)|if CUSTOMER (?:so )?(?:wishes|"
    r"requests|elects|asks|chooses)|new (?:order form|agreement|contract)"
)
NO_RENEWAL = phrase(
    r"(?:does|do|shall|will|is|are|can|may) not,? (?:[a-z]+ ){0,3}?(?:be )?(?:automatically |tacitly )?(?:be )?(?:re-?new(?:ed)?|"
    r"extended|extend|prolonged?|roll(?:ed)? over|continue)|no (?:automatic|tacit) (?:renewal|extension|prolongation)s?|(?:neither|"
    r"nor) [a-zA-Z ,]{1,60} (?:prolong|extend|renew)[a-z]*|"
    r"without (?:any )?(?:automatic )?(?:renewal|extension)|ends,? (?:[a-z0-9 ]{1,30},? )?without (?:[a-z]+ ){0,3}(?:notice|termination|"
    r"being needed)|ends,? without|ends? (?:by itself|of itself|automatically|of its own accord)|expires? (?:automatically|of its own|"
    r"by itself|without (?:[a-z]+ ){0,2}notice)|then (?:simply )?(?:ends?|expires?)|"
    r"(?:extension|renewal|prolongation)s? (?:of [a-z ]{1,40})?(?:of up to [a-z0-9 ]{1,20})?(?:requires?|needs?|takes?|calls? for|"
    r"shall require|is subject to|only by|only if|may be agreed)|(?:renewed|extended|prolonged) only (?:by|if|with|through|upon|after)|"
    r"only be (?:renewed|extended|prolonged) (?:by|if|with|through)|"
    r"not (?:to )?renew|longer term takes|never (?:renews?|rolls? over)|not prolonged|doesn't (?:renew|roll over|continue)"
)
STOPS_NEXT = phrase(
    r"non-?renewal|(?:not|no longer) (?:to )?(?:be )?(?:re-?new|extend|prolong|continue)[a-z]*|(?:keep|prevent|stop|avoid|avert|"
    r"forestall|bar|exclude)s?[a-zA-Z ]{1,60}(?:starting|renewal|renewing|beginning|extension|term|period|place)|(?:contrary|opposite|"
    r"that) intention|does not wish|not want|closing note|(?:notice|declaration) of (?:exit|non-?renewal|cancellation|expiry|"
    r"termination)|"
    r"opt(?:s|ed)? out|declin(?:e|es|ed)|(?:further|next|new|successive|renewal|continuation) (?:[a-z]+ )?(?:term|"
    r"period)[a-z ]{0,30}(?:does not|do not|from starting|no effect)|cancel(?:s|led|lation)?(?: (?:its|the|this|your|"
    r"CUSTOMER's)? ?(?:subscription|renewal|agreement|order|plan))|terminat(?:e|es|ed|ion)|object(?:s|ed)? to|put a stop|notice|informed|"
    r"written word|in writing|letter"
)
LAST_MOMENT = phrase(
    r"before|prior to|ahead of|in advance(?: of)?|preceding|earlier than|prior|advance|beforehand|leading up to|notice|written notice|"
    r"warning|of the (?:end|expiry|expiration)"
)
REMINDER = phrase(
    r"remind(?:s|er|ers|ed)?|alert(?:s|ed)?|draws? [a-zA-Z' ]{0,30}attention|(?:tells?|notif(?:y|ies)|informs?|"
    r"writes? to) CUSTOMER (?:of|that|about) (?:the )?(?:coming|approaching|upcoming|imminent|end|expiry|renewal)"
)
PRICE = phrase(
    r"prices?|fees?|charges?|rates?|rate card|price (?:list|book)|list price|charged|pricing|tariffs?|costs?|increase|amounts?|"
    r"remuneration|uplift"
)
AT_LIST = phrase(
    r"(?:then|VENDOR's|its)[ -](?:then[ -])?(?:current|prevailing|applicable|standard|published|list|usual|general|"
    r"commercial)(?: [a-z]+)? (?:prices?|fees?|rates?|charges?|price (?:list|book)|rate card|pricing|tariffs?)|(?:current|prevailing|"
    r"standard|published|list|catalogue) (?:[a-z]+ )?(?:prices?|fees?|rates?|charges?|pricing|tariffs?)|"
    r"(?:prices?|fees?|rates?|charges?|pricing|tariffs?|figures?) (?:then |that are then |which are then )?(?:at that time|current|"
    r"prevailing|in force|in effect|applicable|published)|(?:rate card|price (?:list|book)|tariff|list)(?: [a-z]+){0,4}? (?:current|"
    r"of the day|as it|at that time|then|on (?:its|the|their) first day|in force|reads|stands|for the time being)|by the (?:rate card|"
    r"price (?:list|book)|tariff)|on (?:VENDOR's|its|the) (?:rate card|price (?:list|book))|"
    r"(?:prices?|fees?|charges?|rates?) (?:that |which |as )?(?:VENDOR|it) (?:then )?(?:sets?|may set|determines?|decides?|fixes|"
    r"publishes|chooses|announces|sees fit)|at (?:VENDOR's|its) (?:sole |own |absolute )*discretion|(?:fix|set|determine|"
    r"reset)s? (?:the |its |new )?(?:prices?|fees?|charges?|rates?)[a-zA-Z ]{0,20}(?:anew|freely|as it sees fit|fit|discretion)?|"
    r"(?:without|no) (?:limit|cap|ceiling)|consumer price[s]? index|cpi|inflation|market (?:rates?|conditions|price)|price (?:list|book)"
)
SAME_PRICE = phrase(
    r"(?:same|unchanged|existing) (?:prices?|fees?|charges?|rates?|pricing|terms and prices)|(?:prices?|fees?|charges?|"
    r"rates?)[a-z ]{0,30} (?:remain|stay|are) (?:unchanged|the same|fixed|firm)|at no (?:higher|increased)|"
    r"without (?:any )?(?:price )?(?:increase|uplift)|(?:not|no) (?:be )?(?:increased?|raised?)"
)
OF_NEXT_TERM = phrase(
    r"re-?new(?:al|als|ed|s)?|extensions?|(?:further|later|successive|subsequent|following|additional|new|next|continuation|"
    r"renewal) (?:[a-z]+ ){0,2}?(?:term|period|year|one)s?|later (?:ones|terms|periods|years)|each (?:further|later|new|"
    r"successive) (?:[a-z]+ )?(?:term|period)|prolongation|successive terms?|first (?:[a-z]+ )?(?:term|period|year) only|"
    r"after the (?:initial|first)"
)
LIMIT = expression(
    r"\b(?:(?:not|never|no event|nor) (?:to )?(?:exceed|be more than|rise by more than|increase by more than|go up by more than|"
    r"more than|be greater than|by more than)|(?:without|not) exceeding|no (?:more|greater|higher) than|at (?:most|the most)|up to|"
    r"a? ?maximum(?: increase)? of|(?:a )?cap of|capped at|limited to|whichever is (?:the )?l(?:ess|esser|ower)|lesser of|lower of|"
    r"(?:rise|increase)s? (?:of|by))\b"
)
GREATER = phrase(r"(?:greater|higher) of|whichever is (?:the )?(?:greater|higher|more)")
SAME_LENGTH = phrase(
    r"(?:same|equal|like|identical|equivalent) (?:length|duration|term|period)|equal (?:in )?(?:length|duration)|same as the (?:initial|"
    r"first)|as long (?:again )?as|another of the same length|of the length of|further (?:[a-z]+ )?periods? of that length|"
    r"equal to the (?:initial|first|preceding|previous|expiring)"
)
FIRST_TERM = phrase(
    r"(?:initial|first|fixed|minimum|commitment|subscription|contract|original|expiring|agreement|order)[ -](?:subscription |commitment |"
    r"contract )?(?:term|period)|term|duration|commitment"
)
YEARLY = phrase(r"from year to year|year to year|year by year|year after year|annual(?:ly)?|yearly|a year at a time|every year|each year")
MONTHLY = phrase(r"month[- ]to[- ]month|from month to month|monthly")


def read_renewal(passage: Passage) -> Reading | None:
    """Read the roll-over terms; None if the passage doesn't speak of renewal.

    "Shall not renew" is an answer (False), silence is None. Where the notice is a defined date ("the Stop Date"), its figure comes
    from the definition or the table that gives it. A passage that only says how to stop the next term, what it costs or who reminds
    has a reading of its own.
    """
    if passage.clause.kind in ("recital", "title", "heading"):
        return None
    found = [hit for sentence in passage.sentences if (hit := _rolls_over(sentence))]
    rolls = next((hit for hit in found if hit.sentence.has(UNLESS) or hit.sentence.has(NEXT_PERIOD)), next(iter(found), None))
    if rolls is None:
        ends = next((hit for sentence in passage.sentences if (hit := _ends(passage, sentence))), None)
        if ends is not None:
            return passage.reading("renewal", ends.sentence, auto_renews=ends.proves(False), vendor_reminder=_reminder(passage))
        return (None if _usual(passage) else read_rollover(passage)) or _side_clause(passage)
    length = _length(passage, rolls)
    return passage.reading(
        "renewal",
        rolls.sentence,
        auto_renews=rolls.proves(True),
        renewal_term_months=length,
        notice_days=_notice(passage, length),
        **_price(passage, renewing=True),
        vendor_reminder=_reminder(passage),
    )


def _usual(passage: Passage) -> bool:
    """Whether some clause of the paper says in the usual words whether it goes on."""

    def told(each: Passage) -> bool:
        return each.clause.kind not in ("recital", "title", "heading") and any(_rolls_over(s) or _ends(each, s) for s in each.sentences)

    return passage.view.remembered(_usual, lambda _: any(told(each) for each in passage.paper.all))


def _rolls_over(sentence: Sentence) -> Hit | None:
    """Where it says that the agreement goes on: by a word for it, or because another period follows when one ends."""
    for hit in sentence.hits(ROLLS_OVER):
        near = Stretch(hit.view, Span(max(sentence.at.start, hit.at.start - 120), min(sentence.at.end, hit.at.end + 60)))
        if not hit.negated and not hit.excepted and near.has(PAPER) and not near.has(NOT_THE_PAPER) and not _agreed(sentence):
            return hit
    if sentence.has(NOT_THE_PAPER) or not sentence.has(PAPER) or sentence.has(NO_RENEWAL) or _agreed(sentence):
        return None
    if sentence.has(phrase("(?:that|which) follows?")):
        return None
    follows = sentence.affirms(NEXT_PERIOD)
    if follows is None:
        return None
    goes_on = sentence.affirms(RENEWS_FOR) or sentence.affirms(BEGINS)
    return (
        follows
        if goes_on is not None
        and (sentence.has(TERM_ENDS) or sentence.has(UNLESS) or sentence.has(phrase("after another|successive|consecutive")))
        and sentence.has(PAPER)
        else None
    )


def _agreed(sentence: Sentence) -> bool:
    """Whether the next term needs both, or the customer, to act."""
    agreed = sentence.find(BY_AGREEMENT)
    return agreed is not None and not sentence.has(UNLESS)


def _ends(passage: Passage, sentence: Sentence) -> Hit | None:
    hit = sentence.find(NO_RENEWAL)
    if (
        hit is None
        or not sentence.has(PAPER)
        or sentence.has(NOT_THE_PAPER)
        or sentence.has(phrase("confidential|secrecy|duties?|obligations?|restraint|suspension|event|outage|warranty|licen[cs]e ends"))
    ):
        return None
    if sentence.has(phrase("in (?:this|that|such|which) case|time (?:for|to)|deadline|payment period|objection|time limit")):
        return None
    if sentence.has(STOPS_NEXT) and sentence.has(
        phrase("wish(?:es)?|notif(?:y|ies)|may give notice|election|intention|unless|decides?|elects?|informs?|chooses?")
    ):
        return None
    return hit


def _before_end(stretch: Stretch) -> Iterator[Duration]:
    """Durations that count back from the end of a term."""
    for duration in stretch.durations:
        if duration.unit not in ("day", "week", "month"):
            continue
        next_one = min((d.at.start for d in stretch.durations if d.at.start >= duration.at.end), default=stretch.at.end)
        after = Stretch(stretch.view, Span(duration.at.end, min(stretch.at.end, next_one, duration.at.end + 40)))
        before = Stretch(stretch.view, Span(max(stretch.at.start, duration.at.start - 30), duration.at.start))
        if after.has(LAST_MOMENT) or before.has(phrase("notice of|notice period(?: of| is|:)?|notice|notified")):
            yield duration


def _stops(stretch: Stretch) -> bool:
    """Whether it is about stopping the next term, and not about a reminder or a new price."""
    return (
        stretch.has(STOPS_NEXT)
        and not stretch.has(REMINDER)
        and not (stretch.has(PRICE) and stretch.has(phrase("raise|increase|adjust|revise|new (?:prices?|fees?)|change")))
    )


def _notice(passage: Passage, length: Proof | None) -> Proof | None:
    """The notice that stops it, in calendar days: in a sentence on it, else in a definition or row that it uses."""
    places: list[Stretch] = [s for s in passage.sentences if _stops(s) or s.has(UNLESS)]
    dates = phrase(r"stop|notice|window|deadline|date|day|exit|cancel|renewal|closes?|last day|non-?renewal|election")
    places += [
        m
        for m in passage.definitions
        if m.has(dates) and m.has(phrase("before|prior to|preceding|notice|ahead")) and not m.has(REMINDER) and len(m.words) < 900
    ]
    for place in places:
        found = [d for d in _before_end(place) if length is None or place.place(d).span != length.span]
        if found:
            last = min(found, key=lambda each: each.days) if len(found) > 1 else found[0]
            return place.place(last).proves(last.days)
    return None


def _length(passage: Passage, rolls: Hit) -> Proof | None:
    """The length of the next term: a duration of months or years by the words for it, else that of the defined or first period."""
    sentence = rolls.sentence
    counted = {d.at for d in _before_end(sentence)}
    for duration in sentence.durations:
        if duration.unit in ("month", "year", "quarter") and duration.at not in counted and not _of_first_term(sentence, duration):
            return sentence.place(duration).proves(duration.months)
    if not sentence.has(SAME_LENGTH):
        for pattern, months in ((YEARLY, 12), (MONTHLY, 1)):
            if (hit := sentence.find(pattern)) is not None:
                return hit.proves(months)
        for meaning in passage.definitions:
            if meaning.has(OF_NEXT_TERM) and not meaning.has(SAME_LENGTH):
                for duration in meaning.durations:
                    if duration.unit in ("month", "year", "quarter") and duration not in list(_before_end(meaning)):
                        return meaning.place(duration).proves(duration.months)
    if sentence.has(SAME_LENGTH) or any(m.has(SAME_LENGTH) for m in passage.definitions):
        return _first_term(passage)
    return None


def _of_first_term(sentence: Sentence, duration: Duration) -> bool:
    """Whether a duration is the first term's ("runs for three years and then renews for one")."""
    later = [
        d
        for d in sentence.durations
        if d.at.start > duration.at.start and d.unit in ("month", "year", "quarter") and d not in list(_before_end(sentence))
    ]
    return (
        bool(later)
        and sentence.view.text[max(sentence.at.start, duration.at.start - 60) : duration.at.start].decode("ascii").find("further") < 0
    )


def _first_term(passage: Passage) -> Proof | None:
    near = [*passage.definitions, *passage.siblings, passage]
    for each in (*near, *passage.paper.all):
        hit = each.find(FIRST_TERM)
        if (
            hit is None
            or each.clause.kind in ("recital", "signature")
            or (each.has(STOPS_NEXT) and each.has(LAST_MOMENT) and each not in near)
        ):
            continue
        counted = list(_before_end(each))
        durations = [d for d in each.durations if d.unit in ("month", "year") and d not in counted]
        duration = hit.nearest(durations, within=120)
        if duration is not None and (
            each.clause.kind in ("table_row", "definition")
            or each.has(phrase("initial|first|commitment period|fixed|minimum|continues?|runs?|lasts?|term"))
        ):
            return each.place(duration).proves(duration.months)
    return None


def _price(passage: Passage, *, renewing: bool = False) -> dict[str, Proof | None]:
    """What it says of the price of the next term."""
    for index, sentence in enumerate(passage.sentences):
        ours = sentence.has(OF_NEXT_TERM) or renewing or (index and passage.sentences[index - 1].has(OF_NEXT_TERM))
        if not sentence.has(PRICE) or not ours:
            continue
        limit, percents, greater = sentence.find(LIMIT), sentence.percents, sentence.find(GREATER)
        if greater is not None and percents:
            return {"price_rise": greater.proves("uncapped"), "price_cap_percent": None}
        if limit is not None and percents and _caps(sentence):
            least = (
                min(percents, key=lambda each: each.value)
                if sentence.has(phrase("lesser|lower of|whichever is"))
                else limit.nearest(percents) or percents[0]
            )
            return {"price_rise": limit.proves("capped"), "price_cap_percent": sentence.place(least).proves(least.value)}
        if (same := sentence.find(SAME_PRICE)) is not None and sentence.has(OF_NEXT_TERM):
            return {"price_rise": same.proves("none"), "price_cap_percent": None}
        listed = sentence.find(AT_LIST)
        capped = any(_caps(s) for s in passage.sentences[index + 1 :])
        if listed is not None and not listed.negated and not capped:
            return {"price_rise": listed.proves("uncapped"), "price_cap_percent": None}
        if listed is None and not capped and not sentence.percents and _may_raise(sentence):
            return {"price_rise": sentence.proves("uncapped"), "price_cap_percent": None}
    return {"price_rise": None, "price_cap_percent": None}


def _caps(sentence: Sentence) -> bool:
    return (
        bool(sentence.percents)
        and sentence.has(LIMIT, PRICE)
        and not sentence.has(phrase("interest|late|overdue|past due|tax(?:es)?|service credits?|availability|uptime"))
    )


def _may_raise(sentence: Sentence) -> bool:
    raises = sentence.find(
        phrase(r"(?:may|can|is entitled to|reserves the right to) (?:also |then )?(?:raise|increase|adjust|change|revise|modify|set|fix)")
    )
    return raises is not None and subject_of(raises) in ("vendor", None) and sentence.has(OF_NEXT_TERM) and not raises.negated


def _reminder(passage: Passage) -> Proof | None:
    for hit in passage.hits(REMINDER):
        if hit.sentence.has(phrase("unpaid|overdue|invoice|payment")):
            continue
        ours = subject_of(hit) == "vendor" or hit.words.startswith("remind")
        if ours:
            refused = hit.negated or hit.sentence.has(phrase(r"(?:not|under no|no) (?:obliged|required|bound|obligation|duty)"))
            return hit.proves(not refused)
    return None


def _side_clause(passage: Passage) -> Reading | None:
    """A clause that doesn't roll the term over itself but says how to stop it, what the next term costs, or who reminds."""
    if passage.clause.kind in ("definition", "table_row") and _stops_date(passage):
        last = min(_before_end(passage), key=lambda each: each.days, default=None)
        return None if last is None else passage.reading("renewal", passage, notice_days=passage.place(last).proves(last.days))
    for sentence in passage.sentences:
        next_term = sentence.has(OF_NEXT_TERM) or sentence.has(
            phrase(
                r"(?:last day|end|expiry|expiration) of (?:the|a|an|its) (?:[a-z]+ ){0,3}(?:term|period)|(?:term|period) then (?:running|"
                r"current)"
            )
        )
        if not next_term or sentence.has(NOT_THE_PAPER) or sentence.has(phrase("confidential(?:ity)?|secrecy")):
            continue
        stops = sentence.find(
            phrase(
                r"(?:keep|prevent|stop|avoid)[a-zA-Z ]{1,60}(?:starting|renewal|renewing|beginning|extension)|non-?renewal|"
                r"not (?:to )?(?:re-?new|extend|prolong)[a-z]*|no effect on the (?:next|further|successive)|from starting|"
                r"notice of (?:exit|"
                r"non-?renewal)|(?:closes|falls|ends|expires) [a-z0-9() ]{1,40} before"
            )
        )
        if stops is not None and not sentence.has(phrase("surviv|confidential")):
            return passage.reading(
                "renewal", sentence, notice_days=_notice(passage, None), vendor_reminder=_reminder(passage), **_price(passage)
            )
    reminder = _reminder(passage)
    if reminder is not None and passage.has(
        phrase("renew(?:al|s)?|expir(?:y|ation|es)|end of the|extension|(?:next|successive|further) (?:term|period)|exit window|stop date")
    ):
        return passage.reading("renewal", next((s for s in passage.sentences if s.has(REMINDER)), passage), vendor_reminder=reminder)
    price = _price(passage)
    if any(price.values()) and passage.clause.kind != "definition":
        anchor = next(
            s for s in passage.sentences if s.has(PRICE) and (s.has(AT_LIST) or s.has(LIMIT) or s.has(SAME_PRICE) or _may_raise(s))
        )
        return passage.reading("renewal", anchor, **price)
    return None


STOPS_OR_KEEPS = phrase(
    r"(?:keep|prevent|stop|avoid)[a-zA-Z ]{1,60}(?:starting|renewal|renewing|beginning|extension)|no effect on the (?:next|further|"
    r"successive)|closing note|notice of (?:exit|non-?renewal)"
)


def read_renewal_notice(passage: Passage) -> Reading | None:
    """The notice that keeps the next term from starting: the sentence, definition or row that gives its length or form."""
    reading = read_renewal(passage)
    if reading is not None and "notice_days" in reading.terms:
        found = reading.terms["notice_days"]
        stops = passage.span.covers(found.span)
        anchor: Stretch | None = Stretch(passage.view, passage.view.at(found.span)).sentences[0] if stops else passage.find(STOPS_OR_KEEPS)
        return None if anchor is None else passage.reading("renewal_notice", anchor.sentences[0], notice_days=found)
    if passage.clause.kind in ("definition", "table_row") and _stops_date(passage):
        last = min(_before_end(passage), key=lambda each: each.days, default=None)
        return None if last is None else passage.reading("renewal_notice", passage, notice_days=passage.place(last).proves(last.days))
    return None


def _stops_date(passage: Passage) -> bool:
    """A definition of the date or window for notice."""
    return passage.has(
        phrase(
            r"(?:last day|end|expiry|expiration) of (?:the|a|an|its|each) (?:[a-z]+ ){0,4}(?:term|period)|(?:term|period) then (?:running|"
            r"current)"
        ),
        phrase("before|prior to|preceding"),
    )


RULE = Rule(
    "renewal",
    read_renewal,
    examples=(
        fires(
            "This Agreement renews automatically for successive terms of one (1) year unless a party gives sixty days' notice before the "
            "end of the term.",
            auto_renews=True,
            renewal_term_months=12,
            notice_days=60,
        ),
        fires(
            "When a Subscription Period runs out, another of twelve months takes its place the following morning and this agreement "
            "covers that one as well.",
            auto_renews=True,
            renewal_term_months=12,
        ),
        fires(
            "At the end of the Initial Term the contract shall be prolonged without further formality for a further period of two years, "
            "unless "
            "one party has given the other at least three months' written notice before that end.",
            auto_renews=True,
            renewal_term_months=24,
            notice_days=90,
        ),
        fires("The Fees for each Renewal Term are those of Vendor's price book then current.", price_rise="uncapped"),
        near_miss("The Term shall not automatically renew.", auto_renews=False),
        near_miss(
            "The Agreement ends, without any notice being needed, on the third anniversary; an extension requires a signed amendment.",
            auto_renews=False,
        ),
        near_miss("TLS certificates renew automatically each year."),
        near_miss("Sign-in keys run for ninety days and then roll over into fresh ones."),
    ),
)

NOTICE = Rule(
    "renewal_notice",
    read_renewal_notice,
    examples=(
        fires(
            "This Agreement renews automatically for further terms of one year unless a party gives sixty days' notice before the end of "
            "the term.",
            notice_days=60,
        ),
        fires(
            "Either of us can keep a further Commitment Period from starting by sending the other a letter at least 75 days before the "
            "end of the running one.",
            notice_days=75,
        ),
        fires("Notice of non-renewal must be given at least three months before the end of the term.", notice_days=90),
        near_miss("Vendor reminds Customer of the expiry in writing at least ninety (90) days beforehand."),
        near_miss("Either party may terminate this Agreement on thirty days' notice."),
        near_miss("The Term shall not automatically renew."),
    ),
)
