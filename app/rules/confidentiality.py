"""Confidentiality: what is secret, for whom, for what use, how long, what falls outside, what an authority gets, what memory may keep.

Years count from disclosure or from the end, as the clause says. In a secrecy agreement the sides are DISCLOSER and RECIPIENT, whoever
they are in the case at hand; a duty, a definition or a period that names one side alone makes it one-sided.
"""

from __future__ import annotations

from app.domain.reading import Proof, Reading
from app.rules import secrecy_gist
from app.rules.reading.passage import Hit, Passage, Sentence, Stretch
from app.rules.reading.pattern import phrase
from app.rules.residuals import read_residuals
from app.rules.rule import Rule, fires, near_miss
from app.rules.secrecy_paper import Found, in_section, is_secrecy_paper, near, owners_in
from app.rules.secrecy_period import read_period
from app.rules.secrecy_words import (
    ALL_FOUR,
    ANSWERS,
    ANY_PURPOSE,
    BOTH_SIDES,
    BOUND_ALIKE,
    BOUND_ALONE,
    COMPELLED,
    INFORMATION,
    IS_NOT_SECRET,
    KEEPS,
    LAW,
    LEFT_OUT,
    LOST,
    MARKED,
    MEANS,
    NEED_NOT,
    NO_DUTY_ON,
    NO_WARNING,
    NOT_SECRETS,
    ONLY_FOR,
    ONLY_IF,
    OTHER_MATTERS,
    OUTSIDE,
    OWNER,
    PURPOSE_DUTY,
    PURPOSE_TERM,
    SECRET,
    SECTION,
    SHARES,
    USES,
    WARNS,
)


def read_confidentiality(passage: Passage) -> Reading | None:
    """Read what a passage says of secrecy; None if it doesn't. Silence on a point leaves its term out."""
    secrecy = is_secrecy_paper(passage)
    terms: dict[str, Proof | None] = {}
    anchors: list[Stretch] = []
    for part in (_definition, _duty, _purpose, _exclusions, _compelled, read_period, _handling, _one_sided):
        found = part(passage, secrecy)
        if found is not None:
            anchor, proved = found
            anchors.append(anchor)
            for name, proof in proved.items():
                if (proof is not None and terms.get(name) is None) or (proof is not None and name == "mutual" and proof.value is False):
                    terms[name] = proof
    speaks = secrecy or in_section(passage)
    if passage.clause.kind not in ("heading", "title", "recital", "parties"):
        for gist_of in GISTS if secrecy else (secrecy_gist.mutuality,) if speaks or passage.has(secrecy_gist.QUIET) else ():
            told = gist_of(passage)
            if told is None:
                continue
            worse = "term_differs" in told[1] and "term_differs" not in terms
            better = (proof := told[1].get("standard_exclusions")) is not None and proof.value is True
            if any(name in terms for name in (*told[1], *BESIDE.get(next(iter(told[1])), ()))) and not worse and not better:
                continue
            anchors.append(told[0])
            terms |= told[1]
    gist = secrecy_gist.memory(passage) if secrecy else None
    usual = read_residuals(passage, secrecy)
    memory = gist if gist is not None and gist.groups.get("denied", "").startswith("NEITHER") else usual or gist
    if memory is not None:
        anchors.append(memory.sentence)
        terms["residuals"] = memory.proves(not memory.groups.get("denied"))
    if not anchors:
        return None
    return passage.reading("confidentiality", anchors[0], **terms)


GISTS = (secrecy_gist.mutuality, secrecy_gist.purpose, secrecy_gist.period, secrecy_gist.exclusions, secrecy_gist.compelled)
# Terms that answer the same question: where one is known, the gist has nothing to add.
BESIDE = {
    "free_use": ("purpose_only",), "purpose_only": ("free_use",), "perpetual": ("duty_years", "term_differs"), "duty_years": ("perpetual", "term_differs"),
    "term_differs": ("perpetual",), "mutual": ("protects",),
}  # fmt: skip


def _definition(passage: Passage, secrecy: bool) -> Found | None:
    """What counts as confidential. Information of one side alone is protection of that side alone."""
    for sentence in passage.sentences:
        if (
            not sentence.has(SECRET | phrase("information"))
            or not sentence.has(MEANS)
            or sentence.has(KEEPS)
            or sentence.has(phrase("personal data"))
        ):
            continue
        first = sentence.find(SECRET) or (sentence.find(phrase("information")) if secrecy and passage.clause.kind == "definition" else None)
        if first is None or first.at.start - sentence.at.start > 40 or not sentence.has(INFORMATION):
            continue
        owners = owners_in(sentence)
        if len(owners) == 1 and not sentence.has(BOTH_SIDES):
            side = owners.pop()
            return sentence, {"mutual": sentence.proves(False), "protects": sentence.proves(side)}
        return sentence, {"mutual": sentence.proves(True) if sentence.has(BOTH_SIDES) and secrecy and not _narrowed(passage) else None}
    return None


def _narrowed(passage: Passage) -> bool:
    """Whether somewhere one side's information alone is narrowed or left out."""
    return any(_one_sided(each, True) is not None for each in passage.paper.all)


def _duty(passage: Passage, secrecy: bool) -> Found | None:
    """Who keeps what secret."""
    for sentence in passage.sentences:
        hit = next((each for each in sentence.hits(KEEPS) if not each.excepted), None)
        if (
            hit is None
            or not passage.has(INFORMATION | SECRET)
            or sentence.has(NOT_SECRETS)
            or not (secrecy or passage.has(SECRET) or in_section(passage))
            or sentence.has(NEED_NOT)
        ):
            continue
        actor = hit.actor
        if actor in ("customer", "vendor") and not (secrecy or passage.titled(*SECTION)):
            continue
        if actor is None and not sentence.has(phrase(r"whoever|EITHER|each")):
            continue
        if sentence.has(OTHER_MATTERS) and not sentence.has(phrase("uses?|discloses?")):
            continue
        return sentence, {"mutual": _mutual(passage, sentence, hit)}
    alike = passage.find(BOUND_ALIKE) if in_section(passage) else None
    return (alike.sentence, {"mutual": alike.proves(True)}) if alike is not None else None


def _mutual(passage: Passage, sentence: Sentence, hit: Hit) -> Proof | None:
    """True where both sides are bound and no definition takes one side's information out; False where one alone is bound."""
    if hit.actor in ("customer", "vendor"):
        others = {
            each.actor
            for where in passage.paper.all
            if where.has(KEEPS)
            for each in where.hits(KEEPS)
            if each.sentence.has(INFORMATION) and not each.sentence.has(NOT_SECRETS)
        }
        return None if {"customer", "vendor"} <= others or others & {"either", "recipient"} else hit.proves(False)
    for meaning in passage.definitions:
        found = _definition(meaning, False)
        if found is not None and found[1].get("mutual") is not None and found[1]["mutual"].value is False:  # type: ignore[union-attr]
            return None
    if hit.actor == "recipient" and not sentence.has(BOTH_SIDES):
        return None
    return hit.proves(True)


def _purpose(passage: Passage, secrecy: bool) -> Found | None:
    """What the information may be used for. A defined "permitted use" counts with the words that define it."""
    for sentence in passage.sentences:
        free = sentence.affirms(ANY_PURPOSE)
        if (
            secrecy
            and free is not None
            and sentence.has(USES)
            and not sentence.has(phrase(r"feedback|suggestions?|remarks|proposals"))
            and (sentence.has(INFORMATION | phrase("permitted use")) or passage.heading.startswith(("permitted use", "purpose")))
        ):
            return free.sentence, {"free_use": free.proves(True)}
    if secrecy and passage.clause.kind == "table_row" and passage.heading.startswith(("permitted use", "purpose")):
        free = passage.affirms(ANY_PURPOSE)
        return (free, {"free_use": free.proves(True)}) if free is not None else (passage.sentences[0], {})
    for sentence in passage.sentences:
        only = sentence.find(ONLY_FOR)
        if (
            only is None
            or sentence.has(NOT_SECRETS)
            or not passage.has(PURPOSE_DUTY)
            or not (secrecy or sentence.has(SECRET) or in_section(passage))
        ):
            continue
        if not sentence.has(INFORMATION) and not passage.has(KEEPS) and secrecy:
            continue
        if not secrecy and not sentence.has(INFORMATION) and not passage.has(KEEPS):
            continue
        defined = _free_by_definition(passage, sentence) if secrecy else None
        return sentence, {"free_use": defined} if defined is not None else {"purpose_only": only.proves(True)}
    if secrecy:
        named = passage.find(PURPOSE_TERM)
        return (named.sentence, {}) if named is not None else None
    return None


def _free_by_definition(passage: Passage, sentence: Sentence) -> Proof | None:
    """Where the purpose or use that a sentence limits to is defined as any purpose: in a definition or in a table's row."""
    for term, meanings in passage.paper.terms_in(sentence):
        for meaning in meanings if term.has(phrase("use|uses|purposes?")) else ():
            if (free := meaning.affirms(ANY_PURPOSE)) is not None:
                return free.proves(True)
    return None


def _exclusions(passage: Passage, secrecy: bool) -> Found | None:
    """What falls outside: public, already known, received from another, developed alone. All four are the standard ones."""
    if not passage.has(OUTSIDE):
        return None
    present = [passage.find(words) for words in ALL_FOUR]
    if sum(each is not None for each in present) < 2 or (present[0] is None and present[3] is None):
        return None
    sentence = next((each for each in passage.sentences if each.has(OUTSIDE)), passage.sentences[0])
    chapter = (passage, *near(passage)) if in_section(passage) or secrecy else (passage,)
    if not (secrecy or in_section(passage) or passage.has(SECRET) or sum(each is not None for each in present) >= 3):
        return None
    whole = all(any(each.has(words) for each in chapter) for words in ALL_FOUR) if sum(each is not None for each in present) >= 3 else False
    if sum(each is not None for each in present) == 2 and not secrecy:
        return None
    return sentence, {"standard_exclusions": sentence.proves(whole)}


def _compelled(passage: Passage, secrecy: bool) -> Found | None:
    """Disclosure that law or an authority compels: after notice (True), or with notice denied in words (False)."""
    if not (secrecy or in_section(passage) or passage.has(SECRET)):
        return None
    for sentence in passage.sentences:
        said = sentence.find(COMPELLED)
        if (
            said is None
            or not sentence.has(LAW)
            or sentence.has(phrase(r"personal data|customer data|client data|return|destroy|sub-?processors?"))
        ):
            continue
        denied = passage.find(NO_WARNING)
        if denied is not None:
            return denied.sentence, {"compelled_disclosure": denied.proves(False)}
        warned = passage.find(WARNS)
        return sentence, {"compelled_disclosure": warned.proves(True) if warned is not None else None}
    return None


def _handling(passage: Passage, secrecy: bool) -> Found | None:
    """Who may see it, who answers for them, what follows a loss: a label, no term."""
    if not (secrecy or passage.titled(*SECTION)) or passage.clause.kind in ("heading", "title"):
        return None
    for sentence in passage.sentences:
        if (
            sentence.has(SECRET | phrase("information"))
            and (sentence.has(SHARES) or sentence.has(LOST))
            and not sentence.has(OTHER_MATTERS)
        ):
            return sentence, {}
        if secrecy and sentence.has(ANSWERS) and not sentence.has(phrase("damages|indemnif")):
            return sentence, {}
        if secrecy and sentence.has(SECRET) and sentence.has(MARKED) and sentence.has(MEANS | phrase("is (?:protected|confidential)")):
            return sentence, {}
    return None


def _one_sided(passage: Passage, secrecy: bool) -> Found | None:
    """A rule that takes the information of one named side out, or asks of that side alone that it mark what it gives."""
    for sentence in passage.sentences:
        owners = owners_in(sentence)
        freed = sentence.find(NO_DUTY_ON)
        if freed is not None and not passage.has(ALL_FOUR[0]):
            return sentence, {"mutual": freed.proves(False)}
        alone = sentence.find(BOUND_ALONE) or (
            sentence.find(LEFT_OUT) if not passage.has(ALL_FOUR[0]) and not sentence.has(OTHER_MATTERS) else None
        )
        if secrecy and alone is not None and not sentence.has(phrase("EITHER|NEITHER|DISCLOSER|RECIPIENT")):
            return sentence, {"mutual": alone.proves(False)}
        contrast = len(owners) == 2 and sentence.has(phrase("only")) and sentence.has(MARKED) and sentence.has(INFORMATION)
        if secrecy and contrast and not sentence.has(phrase("EITHER|NEITHER|DISCLOSER|RECIPIENT")) and not sentence.has(OTHER_MATTERS):
            return sentence, {"mutual": sentence.proves(False)}
        for term, meanings in passage.paper.terms_in(sentence):
            if len(owners) == 0 and sentence.at.covers(term.at):
                owners |= _first_owner(meanings[0]) if len(meanings) == 1 else set()
        if len(owners) != 1 or sentence.has(phrase("EITHER|NEITHER|DISCLOSER|each party")):
            continue
        left_out = sentence.find(IS_NOT_SECRET)
        if left_out is not None and secrecy and not sentence.has(phrase("feedback|suggestions?|remarks")):
            return sentence, {"mutual": left_out.proves(False)}
        if (
            secrecy
            and sentence.has(MARKED)
            and sentence.has(ONLY_IF)
            and sentence.has(INFORMATION | phrase("records?|words|materials?|documents?"))
            and not sentence.has(OTHER_MATTERS)
            and not sentence.has(phrase("shall not|may not"))
        ):
            return sentence, {"mutual": sentence.proves(False)}
    return None


def _first_owner(meaning: Passage) -> set[str]:
    """The side that a definition names first: whose thing it is ("what CUSTOMER's people send to VENDOR")."""
    first = meaning.find(OWNER)
    return {first.groups["role"].lower()} if first is not None else set()


RULE = Rule(
    "confidentiality",
    read_confidentiality,
    examples=(
        fires(
            "Each party keeps the other's confidential information secret and uses it only for the purposes of this agreement.\n"
            "This does not apply to information that is public, was already known, comes from a third party entitled to pass it on, or "
            "was independently developed.\n"
            "Where a court demands disclosure, the recipient informs the other party beforehand.\n"
            "The duties last five years after the end; for trade secrets as long as they are secret.",
            heading="9. Confidentiality",
            mutual=True, purpose_only=True, standard_exclusions=True, compelled_disclosure=True, duty_years=5, trade_secrets_longer=True,
        ),
        fires(
            "Customer will hold Confidential Information in confidence and use it only to receive the services.",
            heading="9. Confidentiality", mutual=False,
        ),
        fires(
            '"Confidential Information" means non-public information that Vendor makes available to Customer in any form.',
            heading="9. Confidentiality", mutual=False, protects="vendor",
        ),
        fires(
            "Each party shall keep the other's information secret.\nThe obligations of this clause have no end date, whether or not the "
            "information is a trade secret.",
            heading="9. Secrecy", perpetual=True,
        ),
        near_miss("Customer shall keep its login credentials confidential."),
        near_miss("Vendor binds its staff to secrecy and processes personal data on instructions only."),
        near_miss("Arbitration proceedings are held in confidence."),
        near_miss(
            "Each party shall keep the other's information secret.\nThe duty lasts three years and, for trade secrets, without limit in "
            "time for as long as they are secret.",
            heading="9. Secrecy", perpetual=False, duty_years=3, trade_secrets_longer=True,
        ),
    ),
)  # fmt: skip
