"""Transition services: whether service and help go on after the end, for how long, at what rates, with what handed over."""

from __future__ import annotations

from app.domain.reading import Proof, Reading
from app.rules.exit_words import SERVICE_LEVEL, proof, sheet, subject_of, topic
from app.rules.reading.deontic import refuses
from app.rules.reading.passage import Hit, Passage, Sentence, Stretch
from app.rules.reading.pattern import phrase
from app.rules.rule import Rule, fires, near_miss

AFTER_END = phrase(
    r"on which (?:this|the) ?(?:[a-z]+ ){0,3}(?:ends|ended|is over|expires|terminates)|(?:after|upon|on|at|following|from) (?:the |an? |"
    r"any |its |such )*(?:[a-z]+ (?:or|and) )?(?:end|ending|expiry|expiration|termination|close|conclusion|lapse)|(?:when|once|if|where|"
    r"after|as) (?:this|the|it|an?|our|that) ?(?:[a-z]+ ){0,3}(?:ends|ended|is over|expires|terminates|is terminated|comes to an end|"
    r"has ended|lapses)|"
    r"exit|post-?termination|wind-?down|transition(?:al)?|disengagement|off-?boarding|hand-?over (?:period|phase)|run-?off|in each case|"
    r"on the way out|after the end|handback|step-?out|after that day|for (?:up to )?[a-z0-9() -]{1,20} further months"
)
GOES_ON = phrase(
    r"continu(?:e|es|ed|ing)(?: [a-z]+){0,3}? (?:to (?:provide|supply|run|operate|perform|make|furnish|host|serve|give)|the (?:services?|"
    r"supply|provision|hosting|platform|suite)|with the|providing|performing|operating|supplying)|"
    r"keep(?:s|ing)? (?:[A-Za-z' ]{1,50} )?(?:running|open|available|alive|working|in operation|up)|(?:remain|stay)s? (?:available|open|"
    r"accessible|in operation)|(?:transition(?:al)?|exit|termination|disengagement|migration|hand-?over|transfer|off-?boarding|"
    r"wind-?down) (?:services?|assistance|support|help|period|plan|phase)|"
    r"assist(?:s|ance)? (?:[A-Za-z' ]{1,60} )?(?:transition|migrat|transfer|change|move|hand|switch|exit)[a-z-]*|help(?:s|"
    r"ing)? (?:[A-Za-z' ]{1,40} )?(?:move|transition|migrat|transfer|change|switch|exit)[a-z]*|instructs? (?:a|the|its) (?:successor|new|"
    r"replacement|incoming)|"
    r"(?:questions|enquiries) of (?:a|the|its) (?:new|successor|replacement|incoming)|(?:orderly|smooth|seamless) (?:transition|transfer|"
    r"migration|hand-?over|exit|wind-?down)|(?:new|successor|replacement|incoming|another|next|other) (?:provider|supplier|vendor|"
    r"contractor|service provider)|serves? (?:on|CUSTOMER on)|"
    r"go(?:es)? on (?:providing|supplying|running|serving|to)|carr(?:y|ies) on (?:providing|supplying|running|with|serving)|"
    r"bridging (?:period|service)|prolong(?:s|ed)? (?:the )?service|hosted for|further months"
)
NOT_EXIT = phrase(
    r"end of life|eol|transition-in|on-?boarding|implementation|surviv(?:e|es|al)|legacy|incident|force majeure|maintenance window|"
    r"migration (?:from|of CUSTOMER's historical)|transitional relief|go-?live|acquisition|renewal|another of the same|"
    r"for the time being registered"
)
PROVIDES = phrase(
    r"provid(?:e|es|ed)|perform(?:s|ed)?|suppl(?:y|ies)|support(?:s|ed)?|assist(?:s|ed)?|offer(?:s|ed)?|furnish(?:es)?|render(?:s|ed)?|"
    r"available|help(?:s)?|give(?:s)?"
)
NO_DUTY = phrase(
    r"(?:is |are |be )?(?:not|under no|never)(?: (?:obliged|required|bound|obligated|have|responsible|called upon))+(?: to)?|no (?:duty|"
    r"obligation|responsibility|commitment)|need not|does not (?:provide|offer|owe|undertake)|without any (?:duty|obligation)|"
    r"no (?:transition|exit|migration|further|termination) (?:services?|assistance|help|support)|nothing (?:obliges|requires)|"
    r"stops?(?: at)?|not (?:provide|offer|continue|assist)"
)
RATES = phrase(
    r"(?:at|for|on|against) (?:the |its |VENDOR's )?(?:[a-z]+ ){0,3}(?:charges?|fees?|rates?|prices?|terms?|conditions)(?:,? (?:last|"
    r"then|as|that|previously|currently))? ?(?:last |then |currently |previously |most recently )?(?:in force|current|applicable|"
    r"applying|applied|payable|paid|charged|agreed)?|(?:then[- ]?current|current|same|unchanged|existing|prevailing|last|day) (?:rates?|"
    r"fees?|charges?|prices?|terms)"
)
LAST_RATES = phrase(
    r"(?:charges?|fees?|rates?|prices?|terms|conditions)[a-z ]{0,12} (?:last|then|currently|previously|most recently) (?:in force|"
    r"current|applicable|applying|payable|paid|charged)|(?:then[- ]?(?:current|prevailing|applicable)|current|same|unchanged|existing|"
    r"prevailing|last|agreed|contract(?:ual)?) (?:rates?|fees?|charges?|prices?|terms)|"
    r"(?:charges?|fees?|rates?|prices?) (?:in force|applying|applicable|that applied|set out|of this agreement|under this agreement|"
    r"stated|in schedule|agreed)|terms of this (?:agreement|contract)|free of charge|without (?:further |additional )?charge|"
    r"at no (?:extra |additional )?(?:charge|cost)|pro rata"
)
LIST_RATES = phrase(
    r"(?:list|standard|published|commercial) (?:prices?|rates?|fees?)|rate card|price list|time and materials|"
    r"professional services rates|rates? (?:that )?VENDOR (?:sets|determines|decides|chooses)|to be agreed"
)
ARTEFACTS = phrase(
    r"(?:models?|weights|parameters|artefacts?|artifacts?|feature (?:definitions|sets?)|training (?:data|sets?)|embeddings|calibrations?|"
    r"model (?:cards?|documentation))"
)
HANDED = phrase(
    r"hand(?:s|ed)?(?:ing)? (?:over|back)|hand-?over|deliver(?:s|ed|y)?|transfer(?:s|red)?|releas(?:e|es|ed)|return(?:s|ed)?|provid(?:e|"
    r"es|ed)|export(?:s|ed)?|furnish(?:es|ed)?|suppl(?:y|ies|ied)|surrender(?:s|ed)?|give(?:s|n)?(?: back)?|make(?:s)? available|"
    r"made available"
)
PERIOD = phrase(r"continu|keep|transition|exit|assist|further|after|period|services?|months?|hand")


def read_transition(passage: Passage) -> Reading | None:
    """Read the help on the way out. None if it speaks only of data to be returned, or of the way in.

    The length may stand in the definition or the row of a table that gives it ("Exit Period").
    """
    if passage.clause.kind in ("title", "heading"):
        return None
    for sentence in passage.sentences:
        hit = _goes_on(passage, sentence)
        if hit is None:
            continue
        refused = _refused(sentence, hit)
        return passage.reading(
            "transition_services",
            sentence,
            months=None if refused else _months(passage, sentence),
            current_rates=None if refused else _rates(passage),
            artefacts=None if refused else _artefacts(passage),
            refused=refused,
        )
    return _row(passage) or _any_words(passage)


# The same in any other words: a time after the end, and the vendor who goes on, stays or helps in it.
LATER = phrase(
    r"(?:after|beyond|past|following|from|upon|on|at|once|since) (?:the |an? |any |its |such |that |CUSTOMER's |VENDOR's )*(?:[a-z]+ (?:or|and) )?(?:last (?:day|hour|minute)|end|ending|expiry|expiration|terminat[a-z]*|closing date|end date|close|conclusion|lapse|exit|departure|cessation|contract|agreement|switch-?off|cut-?over|final day)|"
    r"(?:when|once|if|where|after|as soon as|should|whenever) (?:this|the|it|an?|our|that|CUSTOMER|EITHER|CUSTOMER's) ?(?:[a-z]+ ){0,4}?(?:ends?|ended|(?:is )?over|expires?|terminates?|terminated|comes? to an end|lapses?|leaves?|left|goes|moves? on|moves? away|part(?:s)? ways|switch(?:es)?|closes?|runs? out|quits?|finish(?:es|ed)?|done)|"
    r"(?:leaving (?:VENDOR|the service|us)|on leaving|moving on|moving out|on the way out|winding down|wind-?down|step(?:ping)?-?out|run-?off|hand-?over|hand-?back|exit|transition|disengagement|off-?boarding|switching|changeover|aftercare|tail) ?(?:period|phase|plan|assistance|help|services?|support)?|afterwards|thereafter|for (?:a|up to|another|further|the) [a-z0-9 ()-]{1,30} (?:more|longer|further)|post-?(?:termination|expiry|contract)|after-?life"
)
HELPS = phrase(
    r"(?:help(?:s|ed|ing)?|assist(?:s|ed|ance|ing)?|support(?:s|ed|ing)?|aid(?:s|ed|ing)?|cooperat(?:e|es|ion|ing)|co-operat(?:e|es|ion|ing)|work(?:s|ing)? with|lend(?:s)? a hand|hand(?:s|ed|ing)?[- ]?over|teach(?:es|ing)?|train(?:s|ing)?|instruct(?:s|ing)?|brief(?:s|ing)?|guid(?:e|es|ance|ing)|shadow(?:s|ing)?|"
    r"migrat(?:e|es|ion|ing)|transition(?:s|ing)?|switch(?:es|ing)?|mov(?:e|es|ing)|transfer(?:s|ring)?|continu(?:e|es|ed|ing|ation)|carr(?:y|ies|ying) on|go(?:es|ing)? on|keep(?:s|ing)?|remain(?:s|ing)?|stay(?:s|ing)?|prolong(?:s|ed)?|extend(?:s|ed)?|maintain(?:s|ed|ing)?|serv(?:e|es|ing)|perform(?:s|ed|ing)?|"
    r"provid(?:e|es|ed|ing)|suppl(?:y|ies|ied|ying)|run(?:s|ning)?|operat(?:e|es|ed|ing|ion)|host(?:s|ed|ing)?|available|up|in service|on duty|aftercare|bridge(?:s)?|bridging|exit (?:plan|services?|help|assistance)|tail|render(?:s|ed|ing)?|make(?:s)? available|made available|successor|incoming|new (?:provider|supplier|firm|vendor))"
)
_AID_ONLY = phrase(
    r"incoming|new (?:provider|supplier|firm|vendor|contractor|home)|successor|replacement|another (?:provider|supplier|vendor|firm)|(?:other|next) (?:provider|supplier|vendor|firm)|switch(?:es|ing)?|transition|migrat[a-z]*|exit|hand-?over|handing over|mov(?:e|ing) (?:on|away|out|over)|wind(?:ing)?[- ]?down|"
    r"(?:service|services|platform|system|suite|tools|running|up|performing|performance|serving|supply|operation|operating|supplying|rendering|models?|did before|in force|available|hosting|host|providing|contract)"
)
_ONLY_DATA = phrase(
    r"(?:return|delet|eras|destroy|destruct|export|download|cop(?:y|ies) of|retriev|purg)[a-z]*(?: [a-zA-Z']+){0,5}? (?:data|content|records|files|information)|confidential|invoices?|refund(?:s|ed)?|warrant(?:y|ies)|non-?solicit|surviv(?:e|es|al)|records for|retain(?:s|ed)? records|insurance|audit"
)
_NONE_OWED = phrase(
    r"(?:no|not|nothing|neither|never|nor|none|without|n't|nobody|don't|won't)|need(?:s)? not|(?:stops?|ceases?|ends?|goes (?:dark|off)|switched off|shut(?:s)? (?:down|off)) (?:at once|on (?:that|the)|at midnight|immediately|there and then|the same|dead)|on its own|CUSTOMER's (?:own )?(?:affair|concern|business|problem|matter)|as best it can|excluded|nil"
)


def _any_words(passage: Passage) -> Reading | None:
    """Help after the end, or its refusal, in whatever words; a table's rows are read together."""
    if passage.clause.kind in ("definition", "recital", "title", "heading", "parties", "signature") or any(
        _usual(each) for each in passage.paper.all
    ):
        return None
    whole = sheet(passage) if passage.clause.kind == "table_row" else passage
    if whole is None:
        return None
    titled = any(word in topic(passage) for word in EXIT_TITLES)
    statements: tuple[Stretch, ...] = (whole,) if passage.clause.kind == "table_row" else passage.sentences
    for statement in statements:
        around_it = whole if titled else statement
        if (
            not (titled or statement.has(LATER))
            or not around_it.has(LATER)
            or statement.has(NOT_EXIT)
            or statement.has(SERVICE_LEVEL)
            or not statement.has(HELPS, _AID_ONLY)
        ):
            continue
        if statement.has(_ONLY_DATA) and not statement.has(
            phrase(
                "VENDOR (?:shall|will|must)? ?(?:continue|keep|go on|carry on|help|assist)[a-z]*|incoming|successor|switching|new (?:provider|supplier)"
            )
        ):
            continue
        helps = next((hit for hit in statement.hits(HELPS)), None)
        vendors = statement.has(phrase("VENDOR(?:'s)?")) or passage.clause.kind == "table_row" or whole.has(phrase("VENDOR(?:'s)?"))
        if helps is None or not vendors or _customers_act(helps):
            continue
        lengths = [d for d in whole.durations if d.unit in ("month", "year", "week", "day", "quarter") and not _deadline(whole, d.at.start)]
        denied = (
            any(hit.negated for hit in statement.hits(HELPS)) or refuses(statement) is not None or statement.find(_NONE_OWED) is not None
        )
        if lengths and not (denied and not statement.durations):
            longest = max(lengths, key=lambda each: each.days)
            return passage.reading(
                "transition_services",
                statement,
                months=whole.place(longest).proves(longest.months),
                current_rates=_rates(whole),
                artefacts=_artefacts(passage),
            )
        if denied:
            return passage.reading("transition_services", statement, refused=statement.proves(True))
        if titled and statement.has(LATER):
            return passage.reading("transition_services", statement, current_rates=_rates(whole), artefacts=_artefacts(passage))
    return None


def _usual(passage: Passage) -> bool:
    """Whether the usual words speak of it."""
    known = passage.view.remembered(
        _usual,
        lambda _: {
            p.at.start for p in passage.paper.all if p.clause.kind not in ("title", "heading") and any(_goes_on(p, s) for s in p.sentences)
        },
    )
    return passage.at.start in known


def _customers_act(hit: Hit) -> bool:
    return subject_of(hit) == "customer" and not hit.sentence.has(phrase("VENDOR"))


def _deadline(place: Stretch, offset: int) -> bool:
    """Whether a period is a notice's or a deadline's: "within ten days", "on thirty days' notice"."""
    before = place.view.text[max(place.at.start, offset - 24) : offset].decode("ascii")
    after = place.view.text[offset : min(place.at.end, offset + 50)].decode("ascii")
    return any(word in before for word in ("within ", "not later", "no later", "every ", "upon ")) or any(
        word in after for word in ("notice", "before", "prior to", "'s warning", "in advance")
    )


EXIT_TITLES = (
    "transition", "exit", "termination assistance", "end of the agreement", "after the end", "disengag", "wind", "hand-over", "handover", "handing over", "close-out", "handing back",
    "offboard", "off-board", "step-out", "stepping out", "incoming", "moving on", "leaving", "successor", "switch", "farewell", "parting", "way out", "continuation", "migrat", "change of provider", "change of supplier",
)  # fmt: skip


def _goes_on(passage: Passage, sentence: Sentence) -> Hit | None:
    if sentence.has(NOT_EXIT):
        return None
    exit_clause = passage.titled(
        "transition",
        "exit",
        "termination assistance",
        "end of the agreement",
        "after the end",
        "disengagement",
        "wind",
        "hand-over",
        "handover",
        "close-out",
        "handing back",
        "offboarding",
    )
    if not (sentence.has(AFTER_END) or exit_clause or (passage.titled("terminat", "ending") and passage.has(AFTER_END))):
        return None
    for hit in sentence.hits(GOES_ON):
        if hit.words.endswith(("period", "plan", "phase")) and (
            sentence.has(phrase("returns?|deletes?|erases?|meet|drawn up|brought up to date"))
            or (sentence.has(GOES_ON) and len(sentence.hits(GOES_ON)) == 1 and not sentence.has(PROVIDES))
        ):
            continue
        actor = subject_of(hit)
        if actor in ("customer", "either") and not exit_clause:
            continue
        if sentence.has(phrase("VENDOR(?:'s)?|services?|transition|exit")):
            return hit
    return None


def _refused(sentence: Sentence, hit: Hit) -> Proof | None:
    no = sentence.find(NO_DUTY)
    if no is not None and no.at.start < hit.at.start and subject_of(hit) != "customer":
        return no.proves(True)
    return hit.proves(True) if hit.negated else None


def _months(passage: Passage, sentence: Sentence) -> Proof | None:
    for place in (sentence, passage):
        for duration in place.durations:
            if duration.unit in ("month", "year", "week", "day") and _is_the_length(place, duration.at.start):
                return place.place(duration).proves(duration.months)
    for meaning in passage.definitions:
        if meaning.has(
            phrase("exit|transition|termination assistance|hand-?over|disengagement|run-?off|wind|migration|period")
        ) and not meaning.has(phrase("plan drawn|notice|renewal|initial term")):
            for duration in meaning.durations:
                if duration.unit in ("month", "year", "week", "day"):
                    return meaning.place(duration).proves(duration.months)
    return None


def _is_the_length(place: Stretch, offset: int) -> bool:
    """Whether a duration is how long service goes on: "for", "up to", "of", "during" stands before it, and no notice or deadline."""
    before = place.view.text[max(place.at.start, offset - 40) : offset].decode("ascii")
    limit = any(word in before for word in ("within ", "every ", "notice", "not later", "at least every", "once "))
    return not limit and any(word in before for word in ("for ", "up to ", "period of ", "during ", "of ", "until ", "further ", "than "))


def _rates(passage: Stretch) -> Proof | None:
    if (listed := passage.find(LIST_RATES)) is not None:
        return listed.proves(False)
    return proof(passage.find(LAST_RATES))


def _artefacts(passage: Passage) -> Proof | None:
    places: tuple[Stretch, ...] = (passage, *passage.siblings)
    for place in places:
        for sentence in place.sentences:
            hit = sentence.find(ARTEFACTS)
            if hit is not None and sentence.has(HANDED) and not hit.negated:
                return hit.proves(True)
    return None


def _row(passage: Passage) -> Reading | None:
    """A row or a definition that gives the length."""
    if passage.has(NOT_EXIT):
        return None
    named = phrase("(?:exit|transition|disengagement|wind-?down|termination assistance|run-?off|hand-?over) (?:period|phase)")
    for cell, value in zip(passage.sentences, (*passage.sentences[1:], passage), strict=False):
        first = cell.find(named)
        if first is None or first.at.start - cell.at.start > 6:
            continue
        place: Stretch = cell if cell.durations else value
        for duration in place.durations:
            if duration.unit in ("month", "year", "week", "day"):
                return passage.reading("transition_services", place, months=place.place(duration).proves(duration.months))
    return None


RULE = Rule(
    "transition_services",
    read_transition,
    examples=(
        fires(
            "After termination, Vendor shall continue to provide the Services for up to nine (9) months at the Fees then current, and "
            "shall hand over the models.",
            months=9,
            current_rates=True,
            artefacts=True,
        ),
        fires("On expiry Vendor shall provide transition assistance for a period of twelve months.", months=12),
        fires(
            "When this Agreement ends, Vendor is not required to keep the Service running or to help Customer move to another supplier.",
            refused=True,
            months=None,
        ),
        near_miss("During the Transition-In Phase Vendor assists Customer in moving its historical files into the Service."),
        near_miss("Sections 1, 5 and 9 survive the termination of this Agreement and continue to apply."),
        near_miss("Vendor shall return Customer Data within thirty days after the end of this Agreement."),
    ),
)
