"""Transfers of rights in what is made: now or by a promise, to whom, from creation or payment, or an exclusive right in their stead."""

from __future__ import annotations

from app.domain.reading import Proof
from app.rules.ownership_words import (
    EXCLUSIVE,
    GRANTS,
    OF_THE_CONTRACT,
    OUTPUTS,
    TO_WHOM,
    VENDORS_OWN,
)
from app.rules.reading.passage import Hit, Passage, Sentence, Stretch
from app.rules.reading.pattern import expression, phrase
from app.rules.secrecy_paper import is_secrecy_paper
from app.rules.works import (
    AT_CREATION,
    AT_PAYMENT,
    BACKGROUND_MEANING,
    DERIVED,
    DERIVED_MEANING,
    FURTHER,
    LATER,
    MADE,
    MADE_MEANING,
    NOW,
    PERPETUAL,
    RIGHTS,
    licenses_models,
    names,
)

Found = tuple[Stretch, dict[str, Proof | None]]


def read_transfer(passage: Passage) -> Found | None:
    """A transfer, now or promised. A promise beside a transfer ("and shall sign what is needed") takes nothing from it."""
    for words, present in ((NOW, True), (LATER, False)):
        for sentence in passage.sentences:
            hit = next((each for each in sentence.hits(words) if not each.negated), None)
            if (
                hit is None
                or sentence.has(OF_THE_CONTRACT)
                or (sentence.has(OUTPUTS) and not made_by_name(sentence) and not sentence.has(DERIVED))
                or not (
                    sentence.has(RIGHTS)
                    or made(sentence, passage)
                    or derived(sentence, passage)
                    or (sentence.has(phrase("them|it|these|the same")) and made(passage, passage))
                )
            ):
                continue
            if not present and (
                sentence.has(FURTHER)
                and sentence.has(phrase(r"perfect\w*|confirm\w*|record\w*|evidenc\w*|regist\w*|proof|prove|enforce"))
                and not sentence.has(phrase("conveying|assigning|transferring"))
            ):
                continue
            if not present and _transferred_elsewhere(passage):
                continue
            who = _assignee(sentence, hit)
            if (
                who == "vendor"
                and sentence.has(VENDORS_OWN)
                and not any(derived(each, passage) for each in (sentence, *passage.definitions))
                and not is_secrecy_paper(passage)
            ):
                continue
            if who is None or (sentence.has(phrase(r"return|hand over|confidential information to")) and not sentence.has(RIGHTS)):
                continue
            promised = hit.proves(present)
            return sentence, {"assignee": hit.proves(who), "present_assignment": promised, "effective_on": effective_on(passage, sentence)}
    return None


def _transferred_elsewhere(passage: Passage) -> bool:
    """Whether another clause transfers at once: then a promise beside it only secures what has passed."""
    return any(
        hit is not None and not each.has(OF_THE_CONTRACT) and (each.has(RIGHTS) or made(each, other))
        for other in passage.paper.all
        if other != passage and other.has(NOW)
        for each in other.sentences_with(NOW)
        for hit in [next((found for found in each.hits(NOW) if not found.negated), None)]
    )


def made(sentence: Stretch, passage: Passage) -> bool:
    """Whether a stretch names what is made under the contract, by a usual word or by a defined term."""
    return sentence.has(MADE) or names(sentence, passage, MADE_MEANING, unless=BACKGROUND_MEANING)


def derived(where: Stretch, passage: Passage) -> bool:
    """Whether a stretch names what is derived from a licensed model."""
    return licenses_models(passage) and derived_by_name(where, passage)


def derived_by_name(where: Stretch, passage: Passage) -> bool:
    return where.has(DERIVED) or names(where, passage, DERIVED_MEANING)


def _assignee(sentence: Sentence, hit: Hit) -> str | None:
    """The side to which it passes: the role after the verb's "to", else before it."""
    for where in (sentence.after(hit), sentence):
        for role in where.hits(TO_WHOM):
            if not role.groups.get("owns"):
                return _side(role.groups["side1"], hit)
    if hit.words.startswith(("ask", "call", "apply", "demand", "request")) and hit.actor in ("customer", "vendor"):
        return hit.actor
    whom = sentence.find(expression(r"\b(?P<whom>CUSTOMER|VENDOR), to whom\b"))
    if whom is not None:
        return whom.groups["whom"].lower()
    if sentence.has(phrase("jointly|in common|co-owners")):
        return "joint"
    return None


def _side(role: str, hit: Hit) -> str | None:
    if role in ("CUSTOMER", "VENDOR"):
        return role.lower()
    if role == "EITHER":
        return "joint"
    return "either" if hit.actor in ("either", "discloser", "recipient") else None


def effective_on(passage: Passage, sentence: Sentence) -> Proof | None:
    """When rights pass: payment where it is a condition of it in words, else creation."""
    for where in (sentence, passage):
        paid = next(
            (
                each
                for each in where.hits(AT_PAYMENT)
                if not each.negated
                and not each.sentence.has(phrase(r"not (?:be )?(?:conditional|depend\w*|subject|contingent)|independent\w* of"))
            ),
            None,
        )
        if paid is not None:
            return paid.proves("payment")
        made = next((each for each in where.hits(AT_CREATION) if not each.negated), None)
        if made is not None:
            return made.proves("creation")
    return None


def read_exclusive_grant(passage: Passage) -> Found | None:
    """An exclusive right without end in what is made: what a transfer is where copyright can't be transferred."""
    for sentence in passage.sentences:
        hit = sentence.affirms(EXCLUSIVE)
        if (
            hit is None
            or not sentence.has(PERPETUAL)
            or not sentence.has(GRANTS)
            or not (made(sentence, passage) or sentence.has(phrase("copyright|authors?")))
        ):
            continue
        who = _assignee(sentence, hit) or ("customer" if sentence.has(phrase("CUSTOMER (?:receives?|obtains?|acquires?|is)")) else None)
        if who is not None:
            return sentence, {
                "assignee": hit.proves(who),
                "present_assignment": hit.proves(True),
                "effective_on": effective_on(passage, sentence),
                "exclusive_licence_instead": hit.proves(True),
            }
    return None


def made_by_name(sentence: Stretch) -> bool:
    return sentence.has(
        phrase("work[- ]products?|work results?|deliverables?|created works?|developments|foreground [a-z]+|commissioned works?")
    )
