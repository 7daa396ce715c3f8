"""Model retraining: is it owed, how often or on what, checked before release, reversible, announced; or at the vendor's will.

A frequency or trigger binds only where the vendor must act. The vendor's freedom to propose is none to change.
"""

from __future__ import annotations

from app.domain.reading import Proof, Reading
from app.rules.model_upkeep import read_upkeep
from app.rules.reading.passage import Hit, Passage, Sentence
from app.rules.reading.pattern import Pattern, expression, phrase
from app.rules.reading.subjects import AT_WILL, CUSTOMER_DATA, MODEL, REFUSES, first, operative
from app.rules.rule import Rule, fires, near_miss
from app.rules.settled import laid_together, loosely, usual

RETRAINS = phrase(
    r"re-?train(?:s|ed|ing)?|re-?calibrat(?:e|es|ed|ing|ion)|re-?estimat(?:e|es|ed|ing|ion)|re-?fit(?:s|ted|ting)?|rebuil(?:d|ds|t|"
    r"ding)|re-?tun(?:e|es|ed|ing)|refresh(?:es|ed|ing|ment)?|renew(?:s|ed|al)?|updat(?:e|es|ed|ing)|re-?develop(?:s|ed|ment)?|"
    r"adjust(?:s|ed|ing|ment)?|replac(?:e|es|ed|ing|ement)|"
    r"upkeep|maintenance|substitut(?:e|es|ed|ion)|swap(?:s|ped)?|withdraw(?:s|n)?|maintain(?:s|ed)?|"
    r"keeps? (?:[a-z ]{1,30} )?(?:current|up to date|fit)|upgrad(?:e|es|ed)|re-?parametri[sz][a-z]+|chang(?:e|es|ed|ing)|modif(?:y|"
    r"ies|ied|ication)|revis(?:e|es|ed|ion)|trained|train(?:s|ing)? (?:again|anew|afresh)|improv(?:e|es|ements?)|discontinu(?:e|es|"
    r"ed)|re-?learn(?:s|ed)?|retir(?:e|es|ed)|alter(?:s|ed)?|brings? [a-z ]{1,30} up to date"
)
STRONG = phrase(r"re-?train[a-z]*|re-?calibrat[a-z]+|re-?estimat[a-z]+|re-?fit[a-z]*|rebuil[a-z]+|re-?tun[a-z]+|refresh[a-z]*|drift")
RELEASES = phrase(
    r"releas(?:e|es|ed|ing)|places? (?:any |a |the )?[a-z ]{0,20}in (?:productive )?use|in(?:to)? (?:operation|production|"
    r"productive use)|deploy(?:s|ed|ment)?|goes? live|go live|roll(?:s|ed)? out|new versions?|(?:put|puts) (?:it |them )?into|"
    r"takes? effect|introduc(?:e|es|ed)|version"
)
VALIDATES = phrase(
    r"validat(?:e|es|ed|ion|ing)|independent(?:ly)? (?:test|review|check)[a-z]*|tested (?:on|against|by)|(?:champion|challenger)|"
    r"verif(?:y|ies|ied|ication)|check(?:s|ed)? (?:on|against|by)|withheld|held-?out|acceptance test[a-z]*|sign(?:s|ed)? off|"
    r"approv(?:al|es|ed)|back-?test(?:s|ed|ing)?|hold-?out"
)
BEFORE = phrase(
    r"before|until|prior to|unless|only after|not (?:be )?(?:released|deployed|put|placed)|no (?:[a-z-]+ )?(?:model|version|"
    r"release)|first|without"
)
ROLLS_BACK = phrase(
    r"roll(?:s|ed)?[- ]?back|roll back|(?:previous|preceding|earlier|prior|former|last|old) (?:version|release|model|"
    r"state)[a-zA-Z ,]{0,60}(?:kept|ready|restor|return|available|reinstat|revert|retain|remain|hold|keep)[a-z]*|(?:return|revert|"
    r"restore[sd]?|go(?:es)? back|fall back|switch back|reinstate[sd]?)[a-zA-Z ,]{0,40}(?:previous|preceding|earlier|prior|former|"
    r"last|old|it)|(?:restored|reinstated) within"
)
FLOOR = expression(
    r"\b(?:(?:an? |the )?(?P<metric>(?:auc|gini|f1|accuracy|precision|recall|ks|psi|stability index|hit rate|error rate|"
    r"area under the curve|true positive rate|performance|discrimination)[a-z ()-]{0,40}?)(?: score| coefficient| index|"
    r" value)?(?: that is)?(?: is| of| at| does)?(?: not)?(?: falls?| drops?| sinks?)? ?(?:of|at least|no(?:t)? (?:less|"
    r"lower) than|not below|below|above|under|exceeds?|minimum of)(?: at least| an? [a-z]+ of)? (?P<value>[0-9][0-9.,]*(?: ?(?:%|"
    r"per cent|percent|points))?))"
)
METRIC = phrase(r"auc|gini|f1|accuracy|precision|recall|ks|psi|stability index|hit rate|error rate|area under the curve|true positive rate")
KEEPS_UP = phrase(
    r"(?:floor|minimum|at least|no(?:t)? less than|not below|must (?:reach|keep|hold)|falls? below|drops? below|sinks? below|below)"
)
DRIFT = phrase(
    r"(?:model |data |concept |population )*drift(?:s|ed)?|stability index|gini(?: coefficient)?|psi|population stability|"
    r"performance (?:falls|drops|declines|degrades|deteriorates|decays)|(?:falls?|drops?|declines?|degrades?|deteriorates?|"
    r"worsens?) (?:below|by more|beyond)|degradation|deteriorat(?:es|ion)|no longer fits?|still fit|exceeds? (?:the |"
    r"a )?(?:threshold|limit|[0-9])"
)
PERIODS = {
    "weekly": phrase(r"weekly|every week|each week|once a week"),
    "monthly": phrase(r"monthly|every month|each month|once a month|(?:once )?in each (?:calendar )?month"),
    "quarterly": phrase(
        r"quarterly|every quarter|each quarter|(?:once )?(?:in|per|a) (?:each |every )?(?:calendar )?quarter|every three months|"
        r"four times a year"
    ),
    "half-yearly": phrase(
        r"half-?yearly|semi-?annual(?:ly)?|twice (?:a|per|each|in each) (?:contract )?year|every six months|each half-?year"
    ),
    "yearly": phrase(
        r"yearly|annual(?:ly)?|(?:at least )?once (?:a|per|each|in (?:each|every|any)|every) (?:contract |calendar )?year|"
        r"every year|each (?:contract |calendar )?year|every twelve months"
    ),
}
MUST = phrase(
    r"shall|will|must|undertakes? to|is to|are to|commits? to|agrees? to|is obliged to|re-?estimates?|re-?trains?|rebuilds?|"
    r"re-?calibrates?|refreshes|renews|maintains|keeps|measures|monitors"
)
AHEAD = phrase(
    r"notice|notif(?:y|ies|ied)|announc(?:e|es|ed|ement|ing)|ahead|in advance|beforehand|inform(?:s|ed)?|tell(?:s)?|before|prior|"
    r"advance|warning"
)
UNANNOUNCED = phrase(
    r"(?:without|no)(?: any)?(?: prior| advance| further| separate| previous)* (?:announcement|notice|warning|notification|"
    r"information)|(?:does|do|shall|will|need)(?:n't| not) (?:announce|notify|give notice|inform|tell)[a-z ]{0,30}|unannounced|"
    r"as soon as it is deployed|without (?:telling|informing|notifying|announcing|reference)[a-zA-Z ]{0,20}|"
    r"not (?:be )?(?:announced|notified)|need not (?:be )?(?:announce|notif|tell|inform)[a-z]*|at any time and without"
)
PROPOSES = phrase(r"propos(?:e|es|ed)|suggest(?:s|ed)?|recommend(?:s|ed)?|whether and when further releases are trained|offer(?:s)? to")
MEASURED = phrase(r"measures? (?:every|each|weekly|monthly|daily)|monitors?|watch(?:es|ing)?")
NOT_MODELS = phrase(
    r"scanners?|phantom|business model|pricing model|model clauses?|service model|model contract|model procedure|staff|personnel|policy|policies|"
    r"polic(?:y|ies)|terms|standards|documentation|fees|prices?|rate card|invoice|components|sub-?processors?|contractors|exhibits|"
    r"annex|this agreement|schedule may|licen[cs]e|indemnif|infring|as is|warrant"
)
NO_MODEL = phrase(r"scanners?|phantoms?|vehicles?|printers?|pumps?")
OWN_BUILD = phrase(
    r"common baseline|shared|foundation|to improve|derived models?|fine-tun|CUSTOMER (?:may|shall|will|trains?|tunes?)|outputs? to"
)


def read_model_retraining(passage: Passage) -> Reading | None:
    """Read what is promised about renewing models; None if the passage doesn't speak of it."""
    found, other = usual(passage, _read_usual), loosely(passage, _read_usual, read_upkeep)
    if found and other is not None and other.value("at_discretion") is True and found[0].value("at_discretion") is None:
        return laid_together((other,), found[0])
    return laid_together(found, other)


def _read_usual(passage: Passage) -> Reading | None:
    if passage.clause.kind in ("heading", "title", "parties", "recital", "signature", "definition", "table_row"):
        return None
    act = _act(passage)
    if act is None:
        return None
    sentence = act.sentence
    free = _at_will(passage)
    bound = None if free is not None else _committed(passage)
    terms = {
        "validation": _validation(passage),
        "rollback": _proves(passage, ROLLS_BACK),
        "change_notice_days": _notice(passage),
    }
    if free is None and bound is None and not any(terms.values()):
        return passage.reading("model_retraining", sentence) if _governs(passage) else None
    return passage.reading(
        "model_retraining",
        (free or bound or act).sentence,
        committed=free.sentence.proves(False) if free is not None else (bound.sentence.proves(True) if bound is not None else None),
        at_discretion=free.sentence.proves(True) if free is not None else (bound.sentence.proves(False) if bound is not None else None),
        frequency=_frequency(bound) if bound is not None else None,
        trigger=_trigger(passage) if bound is not None else None,
        performance_floor=_floor(passage) if free is None else None,
        **terms,
    )


def _act(passage: Passage) -> Hit | None:
    """Where a model is renewed, released, or put back."""
    for sentence in operative(passage):
        model = _model(passage, sentence)
        if model is None or sentence.has(NO_MODEL):
            continue
        if sentence.has(OWN_BUILD) and not sentence.has(phrase("retrained")) and _for_others(passage):
            continue
        act = first(sentence.find(STRONG), sentence.find(ROLLS_BACK), sentence.find(RELEASES) if sentence.has(VALIDATES) else None)
        if act is None and not sentence.has(NOT_MODELS):
            changed = sentence.find(RETRAINS)
            near = changed is not None and any(
                abs(changed.at.start - hit.at.end) < 60 or abs(hit.at.start - changed.at.end) < 80 for hit in MODEL.hits(sentence)
            )
            settled = sentence.has(AT_WILL | REFUSES | RELEASES) or passage.titled("model", "retrain", "life cycle", "lifecycle", "release")
            act = changed if near and settled else None
        if act is not None and act.actor != "customer":
            return act
    return None


def _model(passage: Passage, sentence: Sentence) -> Hit | None:
    own = phrase(r"(?:[a-z-]+ )?models?|scoring systems?|algorithms?|(?:preceding|previous|earlier|prior) version")
    return first(sentence.find(own), MODEL.find(sentence) if passage.titled("model", "retrain", "release", "life cycle") else None)


def _for_others(passage: Passage) -> bool:
    """Building what serves everybody, or the customer's own tuning, is another matter (`ai_training_use`, licence)."""
    return passage.has(phrase("common baseline|shared|foundation|all customers|other customers|participating institutions")) or any(
        CUSTOMER_DATA.within(s) and s.has(phrase("to improve|outputs to")) for s in operative(passage)
    )


def _at_will(passage: Passage) -> Hit | None:
    """Words that leave whether, when or how to the vendor, or that nothing is owed."""
    for sentence in operative(passage):
        about = sentence.has(STRONG) or (sentence.has(RETRAINS) and _model(passage, sentence) is not None)
        if not about or sentence.has(PROPOSES):
            continue
        free = first(sentence.find(AT_WILL), sentence.find(REFUSES))
        if free is not None and free.actor != "customer" and not free.negated:
            return free
        if free is not None and sentence.has(REFUSES):
            return sentence.find(REFUSES)
    return None


def _committed(passage: Passage) -> Hit | None:
    """The vendor's duty to renew: a schedule or an event, and "shall"."""
    for sentence in operative(passage):
        for hit in sentence.hits(STRONG | RETRAINS):
            if hit.negated or hit.actor == "customer" or not (sentence.has(MUST) and _model(passage, sentence) is not None):
                continue
            if not hit.words.startswith(("re", "upkeep", "refresh", "updat", "maintain", "train")) or hit.words.startswith(
                ("replac", "retir", "releas")
            ):
                continue
            if sentence.has(phrase(r"may|no (?:re-?[a-z]+ )?model|not before")) and not sentence.has(phrase("shall|will|must")):
                continue
            schedule = any(sentence.has(pattern) for pattern in PERIODS.values()) or sentence.has(DRIFT) or passage.has(DRIFT)
            if schedule and not sentence.has(phrase("no (?:retrained|re-estimated|model)")):
                return hit
    return None


def _frequency(bound: Hit) -> Proof | None:
    for name, pattern in PERIODS.items():
        for hit in bound.sentence.hits(pattern):
            measured = any(0 <= hit.at.start - other.at.start < 30 for other in bound.sentence.hits(MEASURED))
            if not measured:
                return hit.proves(name)
    return None


def _trigger(passage: Passage) -> Proof | None:
    """What sets a renewal off besides the calendar, as worded where it is short, else "drift"."""
    for sentence in operative(passage):
        drift = sentence.find(DRIFT)
        if drift is not None and sentence.has(phrase("if|when|where|should|whenever|once|sooner|in case|upon|on")) and not drift.negated:
            return sentence.proves("drift")
    return None


def _floor(passage: Passage) -> Proof | None:
    for sentence in operative(passage):
        for hit in sentence.hits(FLOOR):
            if sentence.has(KEEPS_UP) and "exceed" not in hit.words:
                return hit.proves(_as_written(sentence, hit))
    return None


def _as_written(sentence: Sentence, hit: Hit) -> str:
    """The floor in the contract's own words, from the metric's name on: "AUC of 0.80"."""
    named = sentence.find(METRIC)
    start = named.span.start if named is not None and named.at.overlaps(hit.at) else hit.span.start
    return " ".join(hit.view.contract.text[start : hit.span.end].split()).rstrip(".,; ")


def _validation(passage: Passage) -> Proof | None:
    for sentence in operative(passage):
        checked = sentence.find(VALIDATES)
        if (
            checked is not None
            and (sentence.has(BEFORE) or sentence.has(RELEASES))
            and (sentence.has(RELEASES) or _model(passage, sentence) is not None)
            and not sentence.has(PROPOSES)
        ):
            return sentence.proves(not sentence.has(phrase("without (?:validation|testing)")))
    return None


def _notice(passage: Passage) -> Proof | None:
    for sentence in operative(passage):
        if not (sentence.has(RELEASES) or sentence.has(RETRAINS)) or sentence.has(UNANNOUNCED):
            continue
        for hit in sentence.hits(AHEAD):
            near = hit.nearest(
                [d for d in sentence.durations if d.unit in ("day", "week", "month") and not _of_repair(sentence, d.at.start)], within=45
            )
            if near is not None:
                return sentence.place(near).proves(near.days)
    return None


def _of_repair(sentence: Sentence, at: int) -> bool:
    """Time to renew or to keep the old version isn't notice: "re-estimates within thirty days", "ready for six months"."""
    lead = sentence.words[max(0, at - sentence.at.start - 14) : at - sentence.at.start]
    return lead.rstrip().endswith(("within", "for", "every", "in each", "kept for", "after"))


def _proves(passage: Passage, pattern: Pattern) -> Proof | None:
    for sentence in operative(passage):
        hit = sentence.find(pattern)
        if hit is not None:
            return sentence.proves(not hit.negated)
    return None


def _governs(passage: Passage) -> bool:
    """A pointer to the schedule that governs the models' life."""
    return passage.has(
        phrase(r"schedule|exhibit|annex|appendix"),
        phrase(r"governs?|as described in|as required by|set out in|in accordance with"),
        phrase("models?"),
        RETRAINS | phrase("watching"),
    )


RULE = Rule(
    "model_retraining",
    read_model_retraining,
    examples=(
        fires(
            "The Vendor shall retrain each Customer model every quarter, and sooner if its drift exceeds the threshold. No model is "
            "released before an independent team has validated it "
            "and the Customer has had forty-five days' notice. The previous version is kept for a year and restored on request.",
            committed=True,
            frequency="quarterly",
            at_discretion=False,
            validation=True,
            rollback=True,
            change_notice_days=45,
        ),
        fires(
            "The Vendor recalibrates or replaces its models when it sees fit and does not announce releases.",
            committed=False,
            at_discretion=True,
        ),
        fires(
            "If the model's performance falls below an AUC of 0.80, the Vendor shall retrain the model within thirty days.",
            committed=True,
            trigger="drift",
            performance_floor="AUC of 0.80",
        ),
        near_miss("The Vendor may change its prices at its discretion and update the price list on thirty days' notice."),
        near_miss("Each party shall update the other on the progress of the project every week."),
        near_miss(
            "The Vendor may at its discretion propose improvements to a model; the Vendor shall retrain it every year.", at_discretion=False
        ),
    ),
)
