"""Exclusion of kinds of loss: indirect or consequential loss, lost profit and data; for whom, with what exceptions, and which
losses are said to be direct."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.reading import Proof, Reading
from app.domain.span import Span
from app.rules.carve_outs import exceptions
from app.rules.limits import about_whom, find_caps
from app.rules.reading.deontic import NOT_OWED, WAIVED
from app.rules.reading.passage import Hit, Passage, Sentence, Stretch
from app.rules.reading.pattern import expression, phrase
from app.rules.rule import Rule, fires, near_miss
from app.rules.uncapped_liability import NOT_TOUCHED, lifts

REMOTE = expression(
    r"\b(?:indirect|consequential|incidental|special|punitive|exemplary|remote|follow-?on|knock-?on|collateral|secondary|"
    r"multiple)\b[^;\n]{0,70}?\b(?:loss(?:es)?|damages?|costs?|harm|disadvantages?)\b|"
    r"\b(?:loss(?:es)?|damages?|harm)(?: or (?:loss(?:es)?|damages?))? (?:of|that (?:is|are)|which (?:is|are)|"
    r"being) (?:an? )?(?:indirect|consequential|incidental|special|remote)|\b(?:consequential|indirect) (?:loss|damage)|"
    r"further loss that follows|loss(?:es)? that follows? from|\b(?:knock-?on|ripple|domino|chain|side|after|follow-?on|onward|downstream|"
    r"secondary|wider|indirect|remote|mediate|consequential)[ -](?:effects?|consequences?|results?|impacts?|repercussions?|reactions?|harm|detriment)\b|"
    r"\b(?:too (?:far|remote)[a-z ]{0,12}|far off|far-?fetched|at one remove|at second hand|more distant|not (?:the )?(?:immediate|natural|direct)|"
    r"natural offspring)\b|\b(?:repercussions|ramifications|after-?effects|spin-?off (?:loss|damage)[a-z]*|collateral (?:loss|damage|harm)|"
    r"purely (?:economic|financial|pecuniary) loss|economic loss(?:es)?|pure(?:ly)? (?:financial|economic) (?:loss|harm|damage)[a-z]*)\b"
)
HEADS = expression(
    r"\b(?:profits?|revenues?|sales|savings|earnings)\b[^;\n]{0,30}?\b(?:not|never) (?:make|made|earn|earned|realised?)\b|"
    r"\b(?:loss(?:es)? of|lost|missed|forgone|lack of|deprivation of|damage to|corruption of|"
    r"corrupted) (?:or (?:[a-z]+ )(?:of )?)?(?:(?:any|actual|anticipated|expected|future|the|or|and|of|use|corrupted|business|net|"
    r"contracts?|production|its|corruption|damage to|revenues?|incomes?|profits?|turnover|custom|goodwill|reputation|sales|savings|"
    r"opportunit(?:y|ies)|data|earnings|margin|trade|customers?|,) ?){1,14}\b|"
    r"\b(?:profits?|revenues?|sales|savings|earnings|margin|income)\b[^;\n]{0,25}\b(?:lost|missed|gone|forgone|not made)\b|"
    r"\b(?:interruption|stoppage|standstill) of (?:business|operations|work)|business interruption|downtime|"
    r"\bcosts? of (?:[a-z]+ ){0,3}?(?:substitute|replacement|cover|procur[a-z]+|interruption|substitut[a-z]+)|\b(?:boards|data|"
    r"files|records)(?: or [a-z]+)? (?:that|which) (?:are|is|were) (?:gone|lost)|hours that CUSTOMER's people lost|lost profits?|"
    r"goodwill\b|\b(?:customers?|clients?|sales|orders?|deals?|business|trade|revenue|income|profits?|money|earnings|contracts?|custom|chances?|"
    r"opportunit(?:y|ies)) (?:that |which )?(?:CUSTOMER|EITHER|OTHER|it|they|a party) (?:has |have |had |may |might |would |could |did )?(?:have )?(?:lost|loses?|"
    r"miss(?:es|ed)?|forgoes?|forgone|(?:doesn't|don't|didn't|does not|do not|did not|fails? to|never|cannot|hoped to|hopes to|expected to|expects? to|"
    r"otherwise|should) ?(?:make|made|win|won|get|got|earn|earned|close|closed|land|landed|have)?)\b|\b(?:gains?|advantages?|profits?|returns?|benefits?) "
    r"(?:that |which )?[a-zA-Z ]{0,24}(?:hoped|expected|anticipated|looked|counted|reckoned)\b|\b(?:prospective|anticipated|expected|hoped-for|prospects? of|"
    r"expectation of|would-be|foregone|forgone|unrealised|unrealized) (?:gains?|profits?|earnings|income|revenues?|sales|savings|benefits?|business)\b|"
    r"\b(?:plans?|deals?|projects?) (?:that |which )?(?:fall|fell|falls) through\b|\blost (?:trade|custom|time|hours|production|work|orders?|clients?|"
    r"market|standing|face|image|prestige|use)\b|\bloss(?:es)? in (?:trade|business|turnover|revenue|sales)\b|\b(?:damage|harm|injury) to (?:[a-z]+ )?(?:name|image|brand|standing|"
    r"reputation|goodwill|credit)\b|\b(?:lucrum cessans|gain (?:lost|missed)|non-material (?:loss|harm|damage))\b"
)
NO_ANSWER = expression(
    r"\b(?:will|shall|do|does|need) not cover\b|\b(?:covers?|refunds?)\b|"
    r"\bbills?(?: to| for)?\b|\b(?:charged|chargeable|charge) (?:with|to|for)\b|\b(?:recoverable|reckoned|counted|allowed|admissible|claimable|"
    r"compensated|made good|include[sd]?|taken into account|recompense[sd]?|redress(?:ed)?|sue[sd]?|demands?|look(?:s|ed)? to|held|visited|"
    r"saddled|burdened|laid at|set against)\b|\b(?:liable|liabilit(?:y|ies)|responsib(?:le|ility)|answerable|accountable|"
    r"answers?(?: for)?|owe[sd]?|make(?:s)? (?:good|"
    r"up for)|stands? for|compensat(?:e|es|ion)|reimburses?|claims?|recover(?:s|y|able|ed)?|pays?(?: for)?|bears?|damages (?:for|"
    r"in respect of)|entitled to|seek|compensable)\b"
)
EXCLUDED = expression(
    r"\bwaives?\b[^;\n]{0,50}\b(?:claims?|rights?|recourse|damages)\b|\b(?:are|is|shall be|hereby|expressly|be|disclaims?|"
    r"excludes?|waives?|renounces?|rules? out) ?(?:hereby |expressly |all |any |each |both )?(?:excluded|waived|disclaimed|barred|"
    r"ruled out|not recoverable|irrecoverable|liability for|claims? (?:for|to)|right to (?:claim|recover))"
)
BOTH_WAYS = expression(
    r"\bdirect(?:ly)? or not\b|\b(?:whether|be it|in each case|regardless of whether|irrespective of whether|howsoever|no matter whether|"
    r"either)\b[^;\n]{0,60}?\b(?:direct(?:ly)?|straight|immediate(?:ly)?)\b|\b(?:direct|directly|immediate) (?:or|and|as well as|"
    r"and/or|nor|,) ?(?:indirect(?:ly)?|remotely|consequential|mediate)|\bdirect,? indirect\b|even (?:where|if) (?:it|they|"
    r"such loss|these)? ?(?:is|are|be)? ?direct"
)
COUNTS_AS_DIRECT = expression(
    r"\b(?:counts?|count|regarded|treated|deemed|considered|recoverable|recovered|constitutes?|rank|qualif(?:y|ies)|classed|be|are|"
    r"is|shall be|understood|agreed to be|accepted|taken)\b(?: to be| always| as| being| at all times| in every case|"
    r" in any event){0,3} (?:a )?direct (?:loss(?:es)?|damages?)\b|\bdirect (?:loss(?:es)?|damages?),? (?:shall |will |"
    r"are deemed to |is deemed to )?(?:include|comprise|cover|mean)s?\b|\bnot (?:be )?(?:regarded|treated|deemed|"
    r"considered) (?:as |to be )?(?:indirect|consequential)\b|"
    r"\bthe following (?:[a-z]+ ){0,3}are direct\b|may be recovered as direct"
)
NOT_SUCH = phrase(r"(?:is|are|be|as) not (?:such|indirect|consequential) loss|not such loss")
OUTAGE = phrase(
    r"outages?|interruptions?(?: costs?)?|downtime|standstill|unavailab[a-z]+|replacement (?:service|software|product)s?|"
    r"substitute [a-z]+|failure of (?:the )?[a-z]+|work-?arounds?|by hand|manual(?:ly)?|idle|business interruption"
)
NOTIFICATION = phrase(
    r"notif[a-z]+|informing|restor[a-z]+|re-?enter[a-z]*|re-?key[a-z]*|re-?creat[a-z]+|reconstruct[a-z]+|recover(?:y|"
    r"ing) (?:of )?(?:lost |the )?data|credit monitoring|forensic[a-z]*"
)
SHARED = phrase(
    r"(?:in|except in|other than in|save in) the cases? (?:of (?:paragraph|section|clause)|that the limit|listed in|named in|"
    r"set out in|mentioned in|referred to in)[^;\n]{0,60}"
)
OTHER_SUBJECT = phrase(
    r"(?:jurisdictions|states|countries|laws?) (?:do|does|may) not (?:allow|permit)|service credits?|insurance|export|tax(?:es)?|"
    r"expenses incurred|indemnif(?:y|ies)|notice of|source code|confidential information to"
)


def read_consequential_damages(passage: Passage) -> Sequence[Reading]:
    """Read an exclusion of loss, or a list of losses that count as direct; None where neither stands."""
    named = _direct(passage)
    for sentence in passage.sentences:
        excluded = _excluded(passage, sentence)
        if excluded is not None:
            return (_exclusion(passage, sentence, excluded, named),)
    if named is not None:
        return (passage.reading("consequential_damages", named.sentence, **_direct_terms(passage, named)),)
    return _beside(passage)


def _listed(passage: Passage, sentence: Sentence) -> Stretch:
    """A sentence with the list that it leads to ("shall not be liable for any: (a) loss of ...")."""
    leads = sentence.words.rstrip().endswith((":", ":-", "for", "any"))
    return Stretch(passage.view, Span(sentence.at.start, passage.at.end)) if leads else sentence


def _excluded(passage: Passage, sentence: Sentence) -> Hit | None:
    """The loss for which somebody doesn't answer; None where the sentence only names losses."""
    whole = _listed(passage, sentence)
    loss = whole.find(REMOTE) or whole.find(HEADS)
    if loss is None or sentence.has(OTHER_SUBJECT) or (sentence.has(COUNTS_AS_DIRECT) and not sentence.has(_NEITHER)):
        return None
    untouched = sentence.find(NOT_TOUCHED)
    if untouched is not None and not sentence.has(_BEARS) and not _behind(sentence, loss, untouched):
        return None
    for hit in sentence.hits(NO_ANSWER):
        if (hit.negated or hit.actor == "neither" or _no_before(hit) or sentence.has(_BY_NEITHER)) and not _turns(sentence, hit, loss):
            return loss
    if sentence.find(EXCLUDED) is not None and not sentence.has(_NOT_EXCLUDED):
        return loss
    strictly = whole.find(REMOTE) or whole.find(_LOST)
    return strictly if strictly is not None and _given_up(passage, sentence) else None


_LOST = expression(
    r"\b(?:lost|loss(?:es)? of|missed|forgone|foregone|anticipated|hoped-for|prospective|expected) (?:[a-z]+,? (?:and |or )?){0,4}?(?:profits?|revenues?|earnings|"
    r"business|income|savings|sales|custom|margin|opportunit(?:y|ies)|turnover|trade|gains?|data)\b|\b(?:customers?|sales|deals?|profits?|business|gains?|orders?|"
    r"revenue|income) (?:that |which )?(?:[a-zA-Z]+ ){0,3}?(?:lost|loses?|miss(?:es|ed)?|make|made|won|hoped|expected)\b"
)
# Somebody is not to have it, whatever the words: not owed, given up, kept by who suffers it.
_KEPT = phrase(
    r"(?:lies|lie|stays?|remains?|rests?|falls?|is|are|be) (?:[a-z]+ )?(?:where (?:it|they) (?:falls?|lies?|lands?)|with (?:the )?(?:CUSTOMER|EITHER|sufferer|party|side|"
    r"one)[a-z ]*|(?:CUSTOMER|EITHER)'s own|outside|on CUSTOMER|upon CUSTOMER|for CUSTOMER|its own|beyond|left out|off the table|out of (?:account|the reckoning|bounds|the question))|"
    r"(?:CUSTOMER|EITHER|each|who(?:ever)? [a-z ]{1,20}) (?:shall |will |must |itself |alone |[a-z]+ )?(?:bears?|carr(?:y|ies)|shoulders?|absorbs?|swallows?|keeps?|suffers?|"
    r"puts? up with|lives? with|takes?)|(?:borne|carried|absorbed|kept|suffered) (?:[a-z]+ )?by (?:CUSTOMER|EITHER|who)[a-z ]*|no part of|none of (?:VENDOR's|the|that)|"
    r"(?:leaves?|left) (?:out|aside)|disregard(?:s|ed)?|ignored?|drops? out|is not [a-z]+ concern|VENDOR (?:is|be) (?:free|clear|quit|relieved|released|absolved|exempt)[a-z ]*|"
    r"(?:releases?|absolves?|exonerates?|frees?|relieves?|exempts?) VENDOR|(?:only|solely|nothing but|no more than) (?:[a-z ]{0,30})(?:direct|immediate|positive|actual|"
    r"repair|cost of|damnum emergens)"
)


def _given_up(passage: Passage, sentence: Sentence) -> bool:
    """Whether it says in any words that the loss is not to be paid for: not of what a party has to keep, insure or prevent."""
    if passage.clause.kind in ("definition", "recital", "title", "parties") or sentence.has(_NOT_EXCLUDED) or sentence.has(_PROMISES):
        return False
    if passage.clause.kind == "table_row":
        return any(line.has(_NOT_PAID) for line in passage.sentences[1:])
    return bool(sentence.hits(NOT_OWED, WAIVED, _KEPT)) or (sentence.has(_DENIES, _ANSWERING) and not sentence.has(_NOT_LIMITED_TO))


_NOT_PAID = phrase(
    r"(?:not|no|never|un|ir)-?(?:recoverable|payable|paid|covered|claimable|owed|included)|irrecoverable|excluded|none|no|nil|out|waived"
)
_ANSWERING = expression(
    r"\b(?:answer[a-z]*|liab[a-z]+|responsib[a-z]+|pay[a-z]*|paid|owe[sd]?|claim[a-z]*|recover[a-z]*|compensat[a-z]+|reimburs[a-z]+|bear[a-z]*|charge[a-z]*|"
    r"sue[sd]?|demand[a-z]*|ask(?:s|ed)?|look(?:s|ed)?|account(?:able)?|made good|make good|include[sd]?|cover(?:s|ed)?|count(?:s|ed)?|reckon[a-z]*|damages|held|"
    r"bill[a-z]*|recourse|remed(?:y|ies)|due)\b"
)
_NOT_LIMITED_TO = phrase(r"not limited to|without limitation|not only")
_PROMISES = expression(
    r"\b(?:indemnif[a-z]+|hold(?:s|ing)? [a-zA-Z ]{1,24}harmless|back-?ups?|restores?|insur(?:e|es|ance)|prevent(?:s|ing)?|protect(?:s)? (?:data|against)|encrypt[a-z]*|"
    r"safeguards?|notif(?:y|ies)|uptime|availability)\b"
)


def _behind(sentence: Sentence, loss: Hit, untouched: Hit) -> bool:
    """Whether what isn't touched is another statement behind the exclusion."""
    return untouched.at.start > loss.at.end and ";" in Stretch(sentence.view, Span(loss.at.end, untouched.at.start)).words


_BEARS = phrase(r"liable|responsible|answerable|accountable|owes?|claims?")


def _turns(sentence: Sentence, hit: Hit, loss: Hit) -> bool:
    """Whether a new statement begins between the denial and the loss ("no maximum is agreed, and lost profit is made good")."""
    between = Stretch(sentence.view, Span(hit.at.end, max(hit.at.end, loss.at.start))).words.rstrip()
    return between.endswith((", and", ", but", ";"))


_BY_NEITHER = phrase(r"(?:by|to|from|on) NEITHER")
_NEITHER = phrase(r"NEITHER")
_NOT_EXCLUDED = expression(r"\b(?:not|nothing|no)\b[^;\n]{0,60}\b(?:exclude[sd]?|limit(?:s|ed)?|waive[sd]?)\b")
_DENIES = phrase(r"not|no|never|NEITHER|nor|neither|none|nobody|nothing")


def _no_before(hit: Hit) -> bool:
    """Whether "no" stands right before it or after it: "no liability for", "owes no compensation"."""
    before, after = hit.sentence.before(hit), hit.sentence.after(hit)
    tail = Stretch(hit.view, Span(max(before.at.start, before.at.end - 24), before.at.end))
    head = Stretch(hit.view, Span(after.at.start, min(after.at.end, after.at.start + 24)))
    return tail.has(_DENIES) or head.has(_DENIES)


def _exclusion(passage: Passage, sentence: Sentence, loss: Hit, named: Hit | None) -> Reading:
    whole = _listed(passage, sentence)
    protects = _for_both(passage, _protects(sentence))
    both = next((hit for hit in whole.hits(BOTH_WAYS) if whole.has(HEADS)), None)
    lifted, _ = exceptions(lifts(passage, sentence), sentence)
    beside = next(((near, hit) for near in (passage, *passage.siblings) if (hit := _direct(near)) is not None), None)
    direct = _direct_terms(*beside) if beside is not None else {"direct_losses_defined": Proof(False, sentence.span)}
    return passage.reading(
        "consequential_damages",
        sentence,
        excluded=loss.proves(True),
        protects=protects,
        mutual=None if protects is None else Proof(protects.value == "either", protects.span),
        exceptions=_shared(passage, sentence) or lifted,
        direct_excluded=both.proves(True) if both is not None else _not_direct(sentence, beside is not None),
        **direct,
    )


def _for_both(passage: Passage, protects: Proof | None) -> Proof | None:
    """Whom it protects; both where a like sentence beside it protects the other side."""
    if protects is None or protects.value not in ("vendor", "customer"):
        return protects
    wanted = "customer" if protects.value == "vendor" else "vendor"
    for near in (passage, *passage.siblings):
        for sentence in near.sentences:
            other = _protects(sentence) if _excluded(near, sentence) is not None else None
            if other is not None and other.value == wanted:
                return Proof("either", protects.span)
    return protects


def _not_direct(sentence: Sentence, named: bool) -> Proof | None:
    """That direct loss stays recoverable, where the sentence or its neighbour says so."""
    return Proof(False, sentence.span) if named or sentence.has(_AS_EXAMPLES) else None


_AS_EXAMPLES = expression(
    r"\b(?:indirect|consequential) (?:loss(?:es)?|damages?),? (?:such as|including|for example|in particular|which includes)|"
    r"other (?:indirect|consequential)"
)


def _shared(passage: Passage, sentence: Sentence) -> Proof | None:
    """The exceptions of a limit beside it that the exclusion takes over ("in the cases that the limit leaves out")."""
    hit = sentence.find(SHARED)
    if hit is None:
        return None
    for near in passage.siblings:
        for cap in find_caps(near):
            return exceptions(lifts(near, cap.sentence), hit)[0]
    return None


_AGAINST = expression(
    r"\b(?:claims?|recourse)\b[^;\n]{0,30}?\bagainst (?P<role>VENDOR|CUSTOMER|EITHER)\b|\b(?:owed|due) by (?P<role2>NEITHER|"
    r"EITHER)\b"
)
_SAID = phrase(r"VENDOR|CUSTOMER|EITHER|NEITHER")
_AGREES = expression(
    r"\bCUSTOMER (?:[a-z]+ ){0,3}?(?:agrees?|acknowledges?|understands?|accepts?)(?: and (?:agrees?|accepts?|"
    r"understands?))? that (?:the company|[a-z]+ [a-z]+ (?:shall|will))\b"
)
_SIDE = {"vendor": "vendor", "customer": "customer", "either": "either", "neither": "either"}
_BY_OWNER = expression(
    r"\bexcluded (?:for|on behalf of|in favou?r of) (?P<role5>VENDOR|CUSTOMER|EITHER)\b|(?P<role>VENDOR|CUSTOMER|EITHER|"
    r"NEITHER)'s? (?:[a-z-]+ ){0,4}?(?:liability|responsibility)|(?:liability|"
    r"responsibility) of (?P<role2>VENDOR|CUSTOMER|EITHER|NEITHER)|"
    r"\b(?:on|for|from) (?P<role4>VENDOR|CUSTOMER|EITHER)'s? (?:part|side)\b|(?:shall|will|may|can|does|do|is|"
    r"are) (?P<role3>VENDOR|CUSTOMER|EITHER|NEITHER)\b[^;,\n]{0,60}? (?:be )?(?:liable|responsible|answerable|owe|recover|claim)"
)


def _protects(sentence: Sentence) -> Proof | None:
    against = sentence.find(_AGAINST)
    if against is not None:
        return against.proves(_SIDE[(against.groups.get("role") or against.groups["role2"]).lower()])
    for hit in sentence.hits(_BY_OWNER):
        role = (
            hit.groups.get("role") or hit.groups.get("role2") or hit.groups.get("role4") or hit.groups.get("role5") or hit.groups["role3"]
        )
        return hit.proves(_SIDE[role.lower()])
    for hit in sentence.hits(NO_ANSWER):
        actor = hit.actor if sentence.before(hit).has(_SAID) and not sentence.has(_AGREES) else None
        if actor in _SIDE and (hit.negated or actor == "neither" or _no_before(hit)):
            side = _SIDE[actor]
            turned = hit.words.split()[0] in ("claim", "claims", "recover", "recovers", "seek", "entitled") and side in (
                "customer",
                "vendor",
            )
            return hit.proves(("vendor" if side == "customer" else "customer") if turned else side)
    if (towards := about_whom(sentence)) is not None:
        return towards
    waived = sentence.find(WAIVED, _CUSTOMERS_OWN)
    if waived is not None:
        return waived.proves("vendor")
    excluded = sentence.find(EXCLUDED)
    if excluded is not None and excluded.actor in _SIDE:
        return excluded.proves(_SIDE[excluded.actor])
    return None


_CUSTOMERS_OWN = phrase(
    r"CUSTOMER (?:shall |will |must |itself |alone )*(?:bears?|carr(?:y|ies)|shoulders?|absorbs?|swallows?|suffers?|keeps?)|CUSTOMER's own|on CUSTOMER|"
    r"(?:borne|carried|absorbed) by CUSTOMER|VENDOR (?:[a-z]+ ){0,2}(?:released|free|clear|quit|relieved|absolved|exempt)|(?:releases?|absolves?|exonerates?) VENDOR"
)


def _direct(passage: Passage) -> Hit | None:
    """Where losses are named that count as direct."""
    return next((hit for hit in passage.hits(COUNTS_AS_DIRECT) if not (hit.negated and "not" not in hit.words)), None)


def _direct_terms(passage: Passage, hit: Hit) -> dict[str, Proof | None]:
    sentence = hit.sentence
    list_follows = sentence.words.rstrip().endswith(":")
    whole = Stretch(passage.view, Span(sentence.at.start, passage.at.end)) if list_follows else sentence
    outage, notice = whole.find(OUTAGE), whole.find(NOTIFICATION)
    return {
        "direct_losses_defined": hit.proves(True),
        "direct_losses": Proof(_named(whole, hit), whole.span),
        "outage_direct": outage.proves(True) if outage is not None else None,
        "notification_direct": notice.proves(True) if notice is not None else None,
    }


_PARTS = expression(r"; (?:and )?|\((?:[a-z]|[ivx]+)\) |\n|: |, (?:and )?")


def _named(whole: Stretch, hit: Hit) -> tuple[str, ...]:
    """The losses, as worded, after "direct loss:" or before "counts as direct loss"."""
    after = whole.after(hit)
    part = after if len(after.words.strip(" .:")) > 12 else whole.before(hit)
    losses, start = [], part.at.start
    for cut in (*part.hits(_PARTS), None):
        end = cut.at.start if cut is not None else part.at.end
        if end - start > 5:
            losses.append(Stretch(part.view, Span(start, end)).span.of(part.view.contract.text).strip(" .;,"))
        start = cut.at.end if cut is not None else end
    return tuple(loss for loss in losses if loss)


def _beside(passage: Passage) -> Sequence[Reading]:
    """A clause that only refers to an exclusion beside it, to lift it or to widen it, is of its type too."""
    for sentence in passage.sentences:
        if sentence.has(_ABOUT_EXCLUSION):
            targets = [near for near in passage.referred if any(_excluded(near, s) is not None for s in near.sentences)]
            if targets:
                return (passage.reading("consequential_damages", sentence),)
    return ()


_ABOUT_EXCLUSION = expression(r"\b(?:the exclusions? in|exclusion|cover(?:s)? everything|(?:does|do|shall) not apply|give way)\b")


RULE = Rule(
    "consequential_damages",
    read_consequential_damages,
    examples=(
        fires(
            "Neither party shall be liable to the other for any indirect or consequential loss.",
            excluded=True,
            mutual=True,
            protects="either",
            exceptions=(),
        ),
        fires(
            "IN NO EVENT SHALL VENDOR OR ITS LICENSORS BE ANSWERABLE FOR LOSS OF REVENUE, PROFIT OR DATA, WHETHER THE SAME FLOWS "
            "DIRECTLY OR REMOTELY FROM THE EVENT.",
            excluded=True,
            mutual=False,
            protects="vendor",
            direct_excluded=True,
        ),
        fires(
            "We do not make good sales or savings that you missed, whether it comes straight from the event or by a detour.",
            protects="vendor",
            direct_excluded=True,
        ),
        fires(
            "The following count as direct loss: (a) outage cost, (b) the cost of notifying data subjects.",
            direct_losses_defined=True,
            outage_direct=True,
            notification_direct=True,
        ),
        near_miss(
            "Customer shall indemnify Vendor against all losses, including lost profit and consequential damages, arising from its breach."
        ),
        near_miss("Vendor is liable for direct loss, lost profit included."),
        near_miss("The Supplier shall restore lost data from the last back-up."),
    ),
)
