"""Renewal of models in words that no such clause usually has: a model, its change, and what is promised, left open or kept quiet."""

from __future__ import annotations

import re

from app.domain.reading import Proof, Reading
from app.rules.reading.deontic import AS_IT_PLEASES, TELLS, UNTOLD, WAIVED, refuses
from app.rules.reading.passage import Hit, Passage, Sentence
from app.rules.reading.pattern import expression, phrase, stems
from app.rules.reading.subjects import statements

A_MODEL = stems(
    "model algorithm engine scoring scorecard neural network classifier predictor version assistant weights learning_system ai. ai-"
)
IS_RENEWED = stems(
    "fresh_model train. trained trains. retrain re-train relearn learned_anew learns_anew learn_anew learned_again train_it train_the train_each trains afresh anew again refit fit_it fits_it fit_the refresh rebuil recalibrat re-calibrat re-estimat reestimat apprentice "
    "evolv chang updat upgrad replac swap new_version version release renew modif alter keep_current kept_current keeps_current up_to_date retun re-tun redevelop adjust swapped revis successor substitut switch rework overhaul upkeep re-fit"
)
RETRAINS = stems(
    "fresh_model model_is_train models_are_train retrain re-train relearn learned_anew learns_anew learn_anew train_ trains afresh anew refit re-fit fit_it fits_it refresh rebuil recalibrat re-calibrat re-estimat reestimat apprentice renew retun re-tun keep_current kept_current keeps_current up_to_date updat "
    "overhaul redevelop brought_up brings_up learn_again learned_again fitted_again fits_again"
)
DRIFTS = stems(
    "drift deteriorat degrad worsen falls_below fall_below drops_below drop_below sinks_below stability decline_in declin loses_ stale out_of_date no_longer_fit slips_below slips_under decay"
)
TRIED = stems(
    "validat test tested tests back-test backtest check verif try tries tried trying prove proven proved examin passed_the passes_the review sign_off signed_off signs_off approv vet. vetted held_back hold-out holdout held-out challenger benchmark trial"
)
UNTRIED = phrase(
    r"(?:without|no|not|never|nor|n't)(?: [a-z]+){0,3} (?:test(?:ing|ed|s)?|try(?:ing)?|tried|validat[a-z]+|check(?:ing|ed|s)?|verif[a-z]+|trials?|proof|examin[a-z]+)(?: [a-z]+)?"
)
GOES_LIVE = stems(
    "live release use. used production switch deploy operation roll rollout in_service launch put. version goes new. before until first"
)
PUT_BACK = stems(
    "roll_back rolled_back rolls_back rollback roll-back put_back undone undo. revert restor previous_version version_before earlier_version former_version prior_version old_version last_version preceding_version switch_back switched_back go_back goes_back fall_back falls_back reinstat return_to brought_back bring_back"
)
FLOOR = expression(
    r"\b(?P<floor>(?:an? |the |its )?(?:auc|gini|f1|accuracy|precision|recall|ks|psi|hit rate|error rate|area under the curve|discrimination|performance|stability index|score quality)[a-z ()-]{0,40}?"
    r"(?:(?:of|at|to|is|above|below|under|than|exceeds?|stays?|least|minimum|reach(?:es)?|keeps?|holds?|fall|falls|drop|drops) )+[0-9][0-9.,]*(?: ?(?:%|per ?cent|points?))?(?: or (?:better|more|above|higher|less|lower))?)"
)
OFTEN = (
    (re.compile(r"\b(?:daily|every day|each day)\b"), "daily"),
    (re.compile(r"\b(?:weekly|(?:every|each|a|per) week)\b"), "weekly"),
    (
        re.compile(r"\b(?:quarterly|(?:every|each|a|per) (?:calendar )?quarter|every (?:three|3) months|four times (?:a|per|each) year)\b"),
        "quarterly",
    ),
    (
        re.compile(
            r"\b(?:half-?yearly|semi-?annual[a-z]*|bi-?annual[a-z]*|twice (?:a|per|each|every|in (?:a|each|every)) (?:[a-z]+ )?year|every (?:six|6) months|each half-?year|(?:[a-z]+ and [a-z]+) of (?:each|every) year)\b"
        ),
        "half-yearly",
    ),
    (re.compile(r"\b(?:monthly|(?:every|each|a|per) (?:calendar )?month)\b"), "monthly"),
    (
        re.compile(
            r"\b(?:yearly|annual[a-z]*|(?:every|each|a|per) (?:[a-z]+ )?year|every (?:twelve|12) months|each (?:spring|summer|autumn|winter|january|december))\b"
        ),
        "yearly",
    ),
)
NOT_A_MODEL = phrase(
    r"model (?:years?|numbers?|clauses?|contracts?|laws?|forms?|terms|agreement)|(?:business|pricing|price|service|delivery|operating|charging|licensing|working|data) models?|scanners?|devices?|vehicles?|phantom|"
    r"staff|employees|prices?|fees|invoice[sd]?|polic(?:y|ies)|terms of (?:use|service)|this agreement|outputs?|licen[cs]es?|indemnif[a-z]+|infring[a-z]+|sub-?process[a-z]*|software releases?|documentation|explain[a-z]*|bias|discriminat[a-z]+|"
    r"improve (?:its|VENDOR's)|CUSTOMER(?:'s)? (?:data|records|files|content) (?:to|for)|reserved to VENDOR|derivatives?|fine-?tun[a-z]+"
)


def read_upkeep(passage: Passage) -> Reading | None:
    """Read what is promised, left open or kept quiet about changes of a model; None if the passage isn't about them."""
    if passage.clause.kind in ("heading", "title", "parties", "recital", "signature", "definition"):
        return None
    said = [each for each in statements(passage) if not each.has(NOT_A_MODEL)]
    about = next((each for each in said if each.has(A_MODEL, IS_RENEWED) and not _customers(each)), None)
    if about is None or any(each.has(NOT_A_MODEL) and each.at == about.at for each in said):
        return None
    on_it = [each for each in said if each.at.start >= about.at.start]
    free = _left_open(on_it)
    terms = {
        "validation": _validated(on_it),
        "rollback": next((each.proves(not hit.negated) for each in on_it for hit in each.hits(PUT_BACK)[:1]), None),
        "change_notice_days": _notice(on_it),
        "performance_floor": _floor(on_it),
    }
    bound = None if free is not None else _owed(on_it)
    if free is None and bound is None and not any(proof is not None for proof in terms.values()):
        return None
    sentence = (free or bound or about.find(A_MODEL) or about).sentences[0]
    return passage.reading(
        "model_retraining",
        sentence,
        committed=free.proves(False) if free is not None else (bound.proves(True) if bound is not None else None),
        at_discretion=free.proves(True) if free is not None else (bound.proves(False) if bound is not None else None),
        frequency=_frequency(bound) if bound is not None else None,
        trigger=_trigger(on_it) if bound is not None else None,
        **terms,
    )


def _customers(sentence: Sentence) -> bool:
    """What the customer itself does with a model."""
    return sentence.has(phrase("CUSTOMER (?:may|shall|can|must|will|adapts?|changes?|retrains?|makes?)")) and not sentence.has(
        phrase("VENDOR(?:'s)?")
    )


def _left_open(said: list[Sentence]) -> Hit | None:
    for sentence in said:
        if not (sentence.has(IS_RENEWED) or sentence.has(A_MODEL)):
            continue
        free = sentence.find(AS_IT_PLEASES) or sentence.find(WAIVED)
        if free is not None and not free.negated and free.actor != "customer":
            return free
        no = refuses(sentence) if sentence.has(RETRAINS) else None
        if no is not None:
            return no
        denied = next(
            (hit for hit in sentence.hits(RETRAINS) if hit.negated and hit.actor in ("vendor", None) and not sentence.has(GOES_LIVE)), None
        )
        if denied is not None:
            return denied
    return None


def _owed(said: list[Sentence]) -> Sentence | None:
    """The vendor's duty to renew: on a schedule or when the model drifts."""
    for sentence in said:
        renews = next((hit for hit in sentence.hits(RETRAINS) if not hit.negated and hit.actor != "customer"), None)
        if (
            renews is not None
            and not sentence.has(phrase("may|can"))
            and (_frequency(sentence) is not None or any(each.has(DRIFTS) for each in said))
        ):
            return sentence
    return None


def _frequency(sentence: Sentence) -> Proof | None:
    measured = phrase(
        r"(?:monthly|weekly|daily|quarterly|yearly|annual) (?:[a-z]+ )?(?:figure|index|measure|check|test|report|value|reading|statistic)[a-z]*"
    )
    words = sentence.words
    for hit in sentence.hits(measured):
        words = words.replace(hit.words, "")
    return next((sentence.proves(name) for pattern, name in OFTEN if pattern.search(words)), None)


def _trigger(said: list[Sentence]) -> Proof | None:
    return next(
        (
            each.proves("drift")
            for each in said
            if each.has(DRIFTS) and each.has(phrase("if|when|where|should|whenever|once|sooner|upon|on|as soon as|in case"))
        ),
        None,
    )


def _validated(said: list[Sentence]) -> Proof | None:
    for sentence in said:
        untried = sentence.find(UNTRIED)
        if untried is not None and sentence.has(GOES_LIVE):
            return untried.proves(False)
    live = any(each.has(GOES_LIVE) for each in said)
    return next((each.proves(True) for each in said for hit in each.hits(TRIED) if live and not hit.negated), None)


def _notice(said: list[Sentence]) -> Proof | None:
    """Days of notice before a change; 0 where nobody is told."""
    for sentence in said:
        if sentence.has(TELLS):
            days = next((d for d in sentence.durations if d.unit in ("day", "week", "month")), None)
            if days is not None:
                return sentence.place(days).proves(days.days)
    for sentence in said:
        quiet = sentence.find(UNTOLD)
        if quiet is not None and (sentence.has(IS_RENEWED) or sentence.has(A_MODEL)):
            return quiet.proves(0)
    return None


def _floor(said: list[Sentence]) -> Proof | None:
    hit = next((hit for each in said for hit in each.hits(FLOOR)), None)
    return None if hit is None else hit.proves(" ".join(hit.span.of(hit.view.contract.text).split()).rstrip(".,; "))
