"""Warranties: that the product conforms, and for how long; and the clauses that give no or no other warranty ("as is").

Months are of the warranty's own period; `for_term` is the whole term. "As is" counts for the product itself, not for a preview or
what is free, and not where the clause only says that other warranties are excluded.
"""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.reading import Proof, Reading
from app.domain.span import Span
from app.rules.reading.passage import Hit, Passage, Sentence, Stretch
from app.rules.reading.pattern import expression, phrase
from app.rules.rule import Rule, fires, near_miss

WARRANTS = expression(
    r"\b(?:warrants?|warrant(?:y|ies)|guarantees?|represents?|promises?|assures?|stands? behind|undertakes?|ensures?|(?:must|shall|"
    r"will) have the (?:[a-z]+ )?(?:properties|features|functions|qualities|characteristics)|answers? for|is liable for defects|"
    r"vouch(?:es)?|confirms?)\b"
)
CONFORMS = expression(
    r"\bagainst (?:[a-z]+ ){0,2}defects\b|\bfree (?:of|from) (?:[a-z]+ ){0,2}(?:defects?|errors?|faults?)\b|"
    r"\b(?:conform(?:s|ity|ing|ance)?|in accordance|accord(?:s|ance)?|perform(?:s|ance|ing)?|operates?|functions?|corresponds?|"
    r"compl(?:y|ies)|meets?|matches|match|works?|behaves?|substantially|materially|free (?:of|from) (?:[a-z]+ ){0,2}(?:defects?|"
    r"errors?|faults?)|fit for|properties|do(?:es)? what)\b[^;\n]{0,140}?"
    r"\b(?:documentation|specifications?|description|manuals?|user guides?|annex|schedule|exhibit|attachment|order|requirements?|"
    r"model card|criteria|as described|describes?|(?:intended|ordinary|contractual|agreed) (?:use|purpose)|defects?|errors?|"
    r"faults?|statement of work|benchmark|properties set out)\b"
)
PRODUCT = phrase(
    r"services?|software|platform|suite|products?|deliverables?|work product|module|system|application|release(?:s| package)?|"
    r"solution|bench|tools?|models?|wharfe|material|package|files|it|they|milestones?|contract software|work results?|"
    r"licensed [a-z]+|programs?|apis?|code"
)
AS_IS = expression(
    r"(?m)\bwarts and all\b|\bas (?:it|they) comes?\b|\bactual (?:state|condition)\b|\bas[ -]is\b|\bas it is\b|\bas they are\b|"
    r"\bas it stands\b|\bas available\b|\bwith all (?:its |their )?(?:faults|"
    r"defects)\b|\bfaults and all\b|\bwith (?:any|whatever|all) (?:faults|defects|errors)\b|\bas (?:you|CUSTOMER) finds? it\b|"
    r"\bin (?:the|its|their) (?:present |current |existing )?(?:condition|state) in which (?:they are|it is)\b|"
    r"\bin (?:its|their) (?:present|current|actual|existing) (?:condition|state|form)\b|\bwithout (?:any )?(?:warranty|warranties|"
    r"guarantee)(?: of any (?:kind|sort))?(?:,|\.|;|$| either| express| or)|\bat (?:CUSTOMER's|your) own risk\b|\bwhere is\b|"
    r"\bas (?:seen|found)\b"
)
NO_WARRANTY = expression(
    r"\bno (?:[a-z]+,? ){0,4}?(?:warrant(?:y|ies)|guarantees?|promises?|representations?|assurances?)\b|"
    r"\bwithout (?:any )?(?:[a-z]+ ){0,3}?(?:warrant(?:y|ies)|guarantee)|"
    r"\b(?:not|never|neither|nor|NEITHER|n't|don't)\b[^;\n]{0,40}?\b(?:warrants?|promise|guarantee|represent|assure|(?:give|make|"
    r"provide|offer|extend)s? (?:any |no )?(?:[a-z]+ ){0,3}?(?:warrant(?:y|ies)|promises?|guarantees?|representations?|"
    r"assurances?))\b"
    r"|\b(?:disclaims?|excludes?|declines?|rejects?|negates?)\b[^;\n]{0,80}?\b(?:warrant(?:y|ies)|guarantees?|conditions?|"
    r"representations?|others)\b|"
    r"\b(?:warranties|warranty|conditions|guarantees?|terms|promises|representations)\b[^;\n]{0,160}?\b(?:excluded|disclaimed|"
    r"declined|left out|not given|waived|negated|displaced|replaced|no other|expressly stated)\b|\b(?:only (?:one|ones|warrant(?:y|"
    r"ies)))\b[^;\n]{0,40}\b(?:gives?|given|makes?|made)?|\bstands? in place of\b[^;\n]{0,40}\b(?:warranties|conditions|terms)|"
    r"\b(?:are|is|as) no (?:undertaking|promise|guarantee|warranty)\b|\bexist only where\b"
)
DENIED = expression(
    r"\b(?:not|isn't|is not|are not|ours is not|none of)\b[^;\n]{0,24}\bas[ -]is\b|(?:\bours|VENDOR's|\bthis one) is not\b|"
    r"\bnot so\b"
)
TRIAL = phrase(
    r"trials?|betas?|pilots?|previews?|early|evaluation|experimental|free (?:features?|services?|of charge)|third[- ]party|"
    r"open[- ]source|samples?|sandbox|suggestions?|feedback|confidential information|protected information|links?|prototypes?"
)
FOR_TERM = expression(
    r"\b(?:(?:throughout|during|for) (?:the )?(?:entire |whole |full |complete )?(?:duration|length|life|"
    r"currency)?(?: of)? ?(?:the |this )?(?:(?:[a-z]+ )?term|subscription(?: (?:term|period))?|agreement|contract|"
    r"licen[cs]e period)|(?:at all times|as long as|so long as) (?:this|the|CUSTOMER)[^;,\n]{0,40}|for the (?:whole|"
    r"entire) (?:term|time)|at all times)\b"
)
PERIOD = expression(
    r"\b(?:for|within|during|throughout|period|following|after|from|expires?|time-barred|until|lasts?|warranty period|"
    r"defects period)\b"
)
OTHER_WARRANTY = phrase(
    r"duly organi[sz]ed|authority to|authori[sz]ed to|power and authority|entitled to (?:disclose|grant)|no other agreement|"
    r"good standing"
)
CLAIMS_LAPSE = expression(
    r"\bclaims? (?:for|on account of|in respect of) (?:defects?|faults?|non-?conformity)\b[^;\n]{0,80}|"
    r"\bdefects? (?:liability )?period\b|\bwarranty period\b|\blimitation period for (?:defects|claims)\b"
)
NOT_CONFORMITY = phrase(
    r"insurance requirements|workers' compensation|personnel of|skill and care|professional and workmanlike|insurance|virus(?:es)?|"
    r"anti-?bribery|compliance with laws?"
)


def read_warranty_duration(passage: Passage) -> Sequence[Reading]:
    """Read a promise that the product conforms, the period of claims for defects, or the statement that none is given."""
    for sentence in passage.sentences:
        promise = _promise(sentence)
        if promise is not None:
            months, term, label = _duration(passage, sentence)
            reading = passage.reading("warranty_duration", sentence, months=months, for_term=term, as_is=Proof(False, sentence.span))
            return (reading, *label)
    for sentence in passage.sentences:
        lapse = sentence.find(CLAIMS_LAPSE)
        if lapse is not None and sentence.has(PERIOD):
            months, term, label = _duration(passage, sentence)
            if months is not None or (sentence.has(_BARRED)):
                return (passage.reading("warranty_duration", sentence, months=months, for_term=term), *label)
    as_is = _as_is(passage)
    if as_is is not None and not _stands_beside(passage, as_is.sentence):
        return (passage.reading("warranty_duration", as_is.sentence, as_is=as_is.proves(True)),)
    return _in_other_words(passage)


# What may be wrong with the product, what is done about it, and who takes the chance, in whatever words.
_FLAW = expression(
    r"\b(?:defects?|faults?|bugs?|errors?|flaws?|deficienc(?:y|ies)|shortcomings?|imperfections?|malfunctions?|non-?conformit(?:y|ies)|deviat(?:es?|ions?)|departures?|falls? short|fall short|strays?|stray|differs?|does not (?:work|match|conform|do|perform|meet)|"
    r"doesn't (?:work|match|do|perform|meet)|out of line|divergen[a-z]+|diverges?|discrepanc(?:y|ies)|mistakes?|failings?|not (?:as|in accordance|in line|up to)|misbehav[a-z]+|glitch(?:es)?|poor(?:ly)? (?:work|made)|bad work|snags?)\b"
)
_MENDED = expression(
    r"\b(?:mend(?:s|ed)?|put(?:s)? (?:it |them |things |that |matters )?(?:right|in order|straight)|puts? right|remed(?:y|ies|ied)|repair(?:s|ed)?|correct(?:s|ed|ion|ions)?|fix(?:es|ed)?|cur(?:e|es|ed)|rectif(?:y|ies|ied|ication)|"
    r"re-?perform(?:s|ed)?|re-?do(?:es|ne)?|replac(?:e|es|ed|ement)|make(?:s)? good|made good|set(?:s)? right|sort(?:s|ed)? out|patch(?:es|ed)?|eliminat(?:e|es|ed)|subsequent (?:improvement|performance)|"
    r"return(?:s)? the price|refund(?:s|ed)?|money back|conform(?:s|ed)? again|work(?:s)? as|free (?:of charge|repair)|without charge|liable for defects|answers? for)\b"
)
_CHANCE = expression(
    r"\b(?:just (?:the way|as) (?:it|they) (?:is|are|come|comes|stands?)|the way (?:it|they) (?:is|are|comes?)|such as (?:it|they) (?:is|are)|bugs? and all|warts and all|faults and all|bought as seen|as seen|sold as seen|seen and approved|with all (?:its|their) [a-z]+|"
    r"(?:a |the )?(?:chance|gamble|hazard|risk|peril)s?\b[^;\n]{0,30}\b(?:CUSTOMER|it) (?:takes?|runs?|bears?|accepts?)|(?:CUSTOMER|it) (?:takes?|runs?|bears?|accepts?) (?:the |its |any |every |all )?(?:chance|risk|hazard|gamble)s?|caveat emptor|buyer beware|"
    r"(?:no|without|sans) (?:any )?(?:promise|warranty|guarantee|assurance|undertaking|recourse)s?|for what (?:it is|they are) worth|take it or leave it|(?:defects?|quality|conformity|fitness|faults?)[a-zA-Z ,]{0,60} (?:excluded|waived|disclaimed|ruled out|renounced)|"
    r"(?:in|with) whatever (?:state|condition|shape)|in (?:the|its) (?:state|condition|shape)|CUSTOMER's (?:own )?(?:risk|look-?out|peril|affair)|as and when|raw|unwarranted|no (?:claims?|rights?|remed(?:y|ies)|recourse) (?:for|on account of|in respect of|because of) (?:[a-z]+ )?"
    r"(?:defects?|faults?|bugs?|errors?|quality))\b"
)
_PERFORMS = phrase(
    r"performs?|works?|functions?|does what|operates?|matches|conforms?|quality|defects?|faults?|bugs?|fitness|fit for|suitab(?:le|ility)|accura(?:te|cy)|errors?|condition|state|suits?|as described|promises?"
)
_NOT_THE_PRODUCT = phrase(
    r"test data|outputs?|personal data|confidential|trials?|betas?|previews?|pilots?|samples?|third[- ]party (?:products?|software|services?)|links?|insur[a-z]+|invoices?|uptime|availab(?:le|ility)|service credits?|duly|authority|acceptance test|"
    r"before acceptance|tests? again|inspect(?:s|ion)?|audit(?:s|or)?|security incident|infring[a-z]+|breach(?:es)? of this|terminat(?:e|es|ion)|CUSTOMER (?:data|hands|warrants|provides|supplies)|notif(?:y|ies) CUSTOMER|severity|priority|tickets?|free of copyleft|"
    r"express warrant(?:y|ies)|implied (?:terms|warranties)|terms implied|postal|within (?:[a-z]+ )?hours|source code|escrow|addresses|model weights|retrain[a-z]*"
)


def _in_other_words(passage: Passage) -> Sequence[Reading]:
    """Conformity in other words: flaws that are mended within a time or for the term, or a product that is the customer's chance."""
    if passage.clause.kind in ("title", "heading", "definition", "recital", "parties") or passage.is_title:
        return ()
    titled = passage.titled(
        "warrant",
        "guarantee",
        "defect",
        "conform",
        "quality",
        "bug",
        "fault",
        "correction",
        "fixing",
        "as is",
        "as it",
        "what you see",
        "gewahr",
        "garan",
        "repair",
        "risk",
        "condition",
        "performance",
        "promise",
    )
    if passage.clause.kind == "table_row":
        return _row(passage, titled)
    for sentence in passage.sentences:
        if sentence.has(_NOT_THE_PRODUCT):
            continue
        if (
            (chance := sentence.find(_CHANCE)) is not None
            and (sentence.has(PRODUCT) or titled)
            and (sentence.has(_PERFORMS) or titled)
            and not sentence.has(DENIED)
            and not any(_promise(line) is not None for near in (passage, *passage.siblings) for line in near.sentences)
        ):
            return (passage.reading("warranty_duration", sentence, as_is=chance.proves(True)),)
        if sentence.has(_FLAW, _MENDED) and (titled or sentence.has(_CLEARLY) or sentence.has(PRODUCT)):
            term = sentence.find(FOR_TERM)
            months = next((part.place(d).proves(d.months) for part in (sentence, passage) for d in part.durations if d.days >= 7), None)
            if (months is not None or term is not None) and not any(hit.negated for hit in sentence.hits(_MENDED)):
                return (
                    passage.reading(
                        "warranty_duration",
                        sentence,
                        months=months if term is None else None,
                        for_term=term.proves(True) if term is not None else None,
                        as_is=Proof(False, sentence.span),
                    ),
                )
    return ()


def _row(passage: Passage, titled: bool) -> Sequence[Reading]:
    """A row of a table that gives the period of a guarantee."""
    label = passage.sentences[0]
    if len(passage.sentences) > 1 and label.has(_GUARANTEE_ROW) and (titled or label.has(_GUARANTEE)):
        months = next((passage.place(d).proves(d.months) for d in passage.durations if d.days >= 7), None)
        if months is not None:
            return (passage.reading("warranty_duration", label, months=months, as_is=Proof(False, label.span)),)
    return ()


_GUARANTEE = phrase(r"guarantee|warranty|defects?(?: liability)?|bug ?-?fix(?:es|ing)?|free repair|correction")
_GUARANTEE_ROW = phrase(r"(?:[a-z]+ )*(?:period|time|term|duration|length|months)|guarantee|warranty|bug ?-?fix(?:es|ing)?")


_BARRED = phrase(r"time-barred|lapse|expire|barred|excluded")


def _promise(sentence: Sentence) -> Hit | None:
    """Where conformity is warranted, and not denied."""
    if not sentence.has(PRODUCT) or sentence.has(NOT_CONFORMITY) or sentence.has(_DISCLAIMS):
        return None
    conforms = sentence.find(CONFORMS)
    direct = sentence.hits(_WILL)
    for hit in (*sentence.hits(WARRANTS), *direct):
        if (
            conforms is None
            or hit.negated
            or hit.excepted
            or (hit.actor == "customer" and not hit.words.startswith(("will", "shall", "must")))
        ):
            continue
        if hit in direct and not _of_product(sentence, hit):
            continue
        if hit.words in ("undertakes", "ensures", "represents", "ensure") and not sentence.has(_CLEARLY):
            continue
        if hit.at.start < conforms.at.start or hit.words.startswith("warrant"):
            return hit
    return None


_WILL = expression(
    r"\b(?:will|shall|must) (?:at all times |always |substantially |materially |in all material respects )?(?:conform|perform|"
    r"do what|operate|function|work|correspond|comply|match|be (?:delivered )?free)\b"
)


def _of_product(sentence: Sentence, hit: Hit) -> bool:
    """Whether the product is what "will conform", and not a party."""
    before = Stretch(sentence.view, Span(max(sentence.at.start, hit.at.start - 40), hit.at.start))
    products = before.hits(PRODUCT)
    return (
        bool(products)
        and sentence.has(_CLEARLY)
        and not before.has(_USE_OF)
        and not any(role in before.after(products[-1]).words for role in ("CUSTOMER", "VENDOR", "EITHER"))
    )


_USE_OF = phrase(r"use of|access to")
_CLEARLY = expression(r"\b(?:documentation|specifications?|description|manuals?|defects?)\b")
_DISCLAIMS = expression(
    r"\b(?:disclaims?|except as (?:expressly )?(?:stated|set out|provided)|no warrant|does not warrant|do not warrant|in lieu of)\b"
)


def _duration(passage: Passage, sentence: Sentence) -> tuple[Proof | None, Proof | None, list[Reading]]:
    """How long: the whole term, or a period in the sentence, its neighbour or a defined term; and the definition to label."""
    term = sentence.find(FOR_TERM)
    for stretch in (sentence, *(s for s in passage.sentences if s != sentence and s.has(_SHORT))):
        for duration in stretch.durations:
            around = Stretch(stretch.view, Span(max(stretch.at.start, duration.at.start - 60), min(stretch.at.end, duration.at.end + 40)))
            before = Stretch(stretch.view, Span(max(stretch.at.start, duration.at.start - 50), duration.at.start))
            if duration.days >= 7 and around.has(PERIOD) and (not before.has(_CURE) or before.has(_REPORTED)) and term is None:
                return stretch.place(duration).proves(duration.months), None, []
    if term is not None:
        return None, term.proves(True), []
    here = Passage(passage.view, sentence.at, passage.clause, passage.paper)
    for meaning in passage.paper.definitions_of(here, depth=1):
        head = Stretch(meaning.view, Span(meaning.at.start, min(meaning.at.end, meaning.at.start + 50)))
        if head.has(_PERIOD_NAME) and meaning.durations:
            duration = meaning.durations[0]
            proof = meaning.place(duration).proves(duration.months)
            return proof, None, [meaning.reading("warranty_duration", meaning.sentences[0], months=proof)]
    return None, None, []


_PERIOD_NAME = phrase(r"(?:[a-z]+ )?(?:period|time|window|term)")
_SHORT = expression(r"\b(?:falls? short|within|warranty period|that period|reports?|months?)\b")
_REPORTED = phrase(r"report(?:s|ed)?|notif(?:y|ies|ied)|discover(?:s|ed)?|appear(?:s|ing)?|show(?:s|n)?")
_CURE = phrase(r"cures?|remed(?:y|ies)|corrects?|repairs?|replaces?|responds?|notice")


def _as_is(passage: Passage) -> Hit | None:
    """Where the product itself is given as it is; not where that is denied, or said of a preview or of information."""
    for sentence in passage.sentences:
        hit = sentence.find(AS_IS)
        if (
            hit is None
            or (hit.negated and "without" not in hit.words)
            or sentence.has(DENIED)
            or any(line.has(DENIED) for line in passage.sentences)
        ):
            continue
        if (
            sentence.has(TRIAL)
            or sentence.has(NOT_CONFORMITY)
            or not (sentence.has(PRODUCT) or sentence.has(_DELIVERS))
            or _outside(sentence, hit)
        ):
            continue
        return hit
    return None


_DELIVERS = phrase(
    r"provided|furnished|supplied|delivered|tendered|you take|licensed|made available|CUSTOMER takes?|CUSTOMER gets?|accepts?|gets?"
)


def _outside(sentence: Sentence, hit: Hit) -> bool:
    """Whether "without warranty" and the like stands beside something other than delivery."""
    words = hit.words
    weak = (
        words.startswith(("without", "as it", "as they", "as seen", "as found", "as delivered", "as furnished", "where is"))
        or "risk" in words
    )
    return weak and not (sentence.has(_DELIVERS) and sentence.has(PRODUCT))


def read_warranty_disclaimer(passage: Passage) -> Reading | None:
    """Read a statement that no or no other warranty is given; None where a warranty is only given."""
    if passage.is_title:
        return None
    as_is = _as_is(passage)
    for sentence in passage.sentences:
        denied = sentence.find(DENIED)
        if denied is not None and passage.has(AS_IS):
            return passage.reading("warranty_disclaimer", sentence, as_is=denied.proves(False))
        if as_is is not None and as_is.sentence == sentence:
            return passage.reading("warranty_disclaimer", sentence, as_is=None if _stands_beside(passage, sentence) else as_is.proves(True))
        hit = sentence.find(AS_IS) if sentence.has(_INFORMATION) else None
        none = sentence.find(NO_WARRANTY)
        if hit is not None or (
            none is not None
            and not sentence.has(_NOT_ABOUT)
            and (
                passage.titled("warrant", "disclaim", "promise", "stand", "quality", "information", "defect", "guarantee", "condition")
                or sentence.has(_CLASSIC)
            )
        ):
            return passage.reading("warranty_disclaimer", sentence)
    return None


_INFORMATION = phrase(r"confidential information|protected information|information|pilot|beta|trial|early")
_CLASSIC = expression(
    r"\b(?:promises? (?:about|beyond|other than)|merchantab[a-z]+|fitness for|implied|express(?:ed)? or|non-?infringement|"
    r"warrant(?:s|y|ies)|as[ -]is)\b"
)
_NOT_ABOUT = phrase(
    r"surviv[a-z]+|(?:only|sole|exclusive) remed(?:y|ies)|warranty claims?|under (?:the )?warranty|months?' warranty|"
    r"extended warranty|manufacturer|insurance|breach of (?:the |any |a )?warrant(?:y|ies)|negotiat[a-z]+|"
    r"conditions? (?:of business|precedent)"
)
_EXCEPT_WARRANTY = expression(
    r"\b(?:except|apart from|save|other than|beyond|subject to)\b[^;\n]{0,60}\b(?:warrant(?:y|ies)|section|clause|article|"
    r"expressly|paragraph|this agreement)\b"
)


def _stands_beside(passage: Passage, sentence: Sentence) -> bool:
    """Whether "as is" is subject to a warranty of conformity that stands beside it."""
    return sentence.has(_EXCEPT_WARRANTY) and any(_promise(line) is not None for near in passage.siblings for line in near.sentences)


RULE = Rule(
    "warranty_duration",
    read_warranty_duration,
    examples=(
        fires(
            "Vendor warrants that throughout the Term the Services will conform in all material respects to the Documentation.",
            for_term=True,
            as_is=False,
        ),
        fires(
            "Vendor warrants that, for ninety (90) days after delivery, the Software will perform as described in the Documentation.",
            months=3,
            for_term=None,
        ),
        fires("You take the Service as you find it on the day you use it, faults and all.", as_is=True),
        near_miss("Each party warrants that it has authority to enter into this Agreement."),
        near_miss("Pilot features are supplied “as is” and may be withdrawn at any time."),
        near_miss("Confidential Information is made available as it stands."),
        near_miss("Much model software is handed over “as is”. Ours is not."),
    ),
)
DISCLAIMER = Rule(
    "warranty_disclaimer",
    read_warranty_disclaimer,
    examples=(
        fires("THE SOFTWARE IS PROVIDED “AS IS”, AND VENDOR DISCLAIMS ALL WARRANTIES, EXPRESS OR IMPLIED.", as_is=True),
        fires(
            "Except as expressly stated in this agreement, all warranties, conditions and terms implied by statute are excluded.",
            as_is=None,
        ),
        fires("Much model software is handed over “as is”. Ours is not.", as_is=False),
        near_miss("Vendor warrants that the Services will conform to the Documentation."),
        near_miss("Vendor shall cure a breach of the warranty within thirty days."),
        near_miss("No Fee is payable for corrections under warranty during the first month."),
    ),
)
