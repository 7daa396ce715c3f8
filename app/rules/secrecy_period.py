"""How long secrecy lasts: years after disclosure or end, without end, longer for trade secrets, different for the two sides."""

from __future__ import annotations

from app.domain.reading import Proof
from app.rules.reading.passage import Hit, Passage, Sentence, Stretch
from app.rules.reading.pattern import phrase
from app.rules.secrecy_paper import Found, in_section, owners_in
from app.rules.secrecy_words import (
    AFTER,
    ANNIVERSARY,
    ANY_SECRET,
    DUTIES,
    ENDLESS,
    INFORMATION,
    LASTS,
    LIFE_OF_PAPER,
    NOT_DURATION,
    OBLIGATIONS,
    ORDINALS,
    TRADE_SECRETS,
    WHILE_SECRET,
)
from app.rules.works import PERPETUAL


def read_period(passage: Passage, secrecy: bool) -> Found | None:
    """How long the duties last: years for everything, longer for trade secrets, without end, or differently for the two sides."""
    if not (secrecy or in_section(passage)):
        return None
    terms: dict[str, Proof | None] = {}
    anchor: Stretch | None = None
    sides: set[str] = set()
    for sentence in passage.sentences:
        if passage.clause.kind != "table_row" and not (sentence.has(DUTIES) and (sentence.has(LASTS) or sentence.has(PERPETUAL))):
            continue
        if (sentence.has(LIFE_OF_PAPER) and not sentence.has(OBLIGATIONS)) or sentence.has(NOT_DURATION):
            continue
        if passage.clause.kind == "table_row" and not (
            secrecy and (passage.has(INFORMATION | OBLIGATIONS) or "protection" in passage.heading or "confidential" in passage.heading)
        ):
            continue
        if secrecy and passage.clause.kind != "table_row" and not passage.has(OBLIGATIONS):
            continue
        endless = _endless(sentence)
        years = _years(passage, sentence, secrecy)
        secrets = (
            sentence.find(TRADE_SECRETS)
            if sentence.has(WHILE_SECRET) and sentence.has(phrase(r"trade secrets?|business secrets?|secret|weights"))
            else None
        )
        if endless is not None:
            terms["perpetual"] = endless.proves(True)
        if years is not None:
            terms.setdefault("duty_years", years)
            terms.setdefault("perpetual", Proof(False, years.span) if endless is None else None)
        if (
            secrets is not None
            and endless is None
            and (years is not None or "duty_years" in terms or in_section(passage))
            and sentence.has(
                phrase("as long as|so long as|while|until|cease[sd]?|remains?|without limit|indefinitely|not before|retain|stays?")
            )
        ):
            terms["trade_secrets_longer"] = secrets.proves(True)
        if endless is not None or years is not None or secrets is not None:
            anchor = anchor or sentence
            sides |= owners_in(sentence)
            if (
                secrecy
                and years is not None
                and len(sides) == 2
                and len(lengths := {each.months for each in sentence.durations if each.months >= 6}) > 1
            ):
                terms["term_differs"] = Proof(True, years.span)
                terms["duty_years"] = Proof(max(lengths) / 12, years.span)
    if anchor is None or not any(terms.values()):
        return None
    one_alone = len(sides) == 2 or (passage.clause.kind == "table_row" and len(sides) == 1)
    proof = terms.get("perpetual")
    if secrecy and one_alone and proof is not None and proof.value:
        terms["term_differs"] = Proof(True, proof.span)
    return anchor, terms


def _endless(sentence: Sentence) -> Hit | None:
    """The words that make the duties endless for everything, not for trade secrets alone."""
    hit = sentence.affirms(PERPETUAL) if not sentence.has(phrase("licen[cs]e")) else None
    hit = next((each for each in sentence.hits(ENDLESS)), None) or (
        hit if hit is not None and not hit.words.startswith(("surviv", "outl", "continues after")) else None
    )
    if hit is None:
        return None
    return None if sentence.has(phrase(r"trade secrets?|business secrets?")) and not sentence.has(ANY_SECRET) else hit


def _years(passage: Passage, sentence: Sentence, secrecy: bool) -> Proof | None:
    """The duration of the duties in years: in the sentence, else in the defined period that it names."""
    ordinal = sentence.find(ANNIVERSARY)
    if ordinal is not None:
        return ordinal.proves(ORDINALS[ordinal.groups["which"]])
    if not sentence.has(AFTER):
        return None
    for duration in sentence.durations:
        if duration.unit in ("year", "month") and duration.months >= 6:
            return sentence.place(duration).proves(duration.years)
    if secrecy or sentence.has(phrase(r"(?:protection|confidentiality|secrecy) period")):
        for meaning in passage.definitions:
            if any(word in meaning.heading or word in meaning.words[:40] for word in ("period", "protection", "survival")):
                for duration in meaning.durations:
                    if duration.unit in ("year", "month") and duration.months >= 6:
                        return meaning.place(duration).proves(duration.years)
    return None
