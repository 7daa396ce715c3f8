"""Open source: may it be used, copyleft too, with whose consent, how kept apart, disclosed and warranted.

A table's row with a strong copyleft licence (GPL, AGPL and the like) is read with how the component is built in; a weak one that is
linked dynamically, or a tool that only builds, is named and otherwise left alone. Licences are SPDX ids as far as the text gives them.
"""

from __future__ import annotations

from app.domain.reading import Proof, Reading
from app.rules.component_words import (
    ABOUT_OTHERS,
    APART,
    BARS,
    BILL,
    BUILD_ONLY,
    BUILT_IN,
    CONSENT,
    COPYLEFT,
    DELIVERED,
    DYNAMIC,
    GIVEN_CONSENT,
    LIST,
    MAY,
    NAMED,
    NO_CONSENT,
    NO_EFFECT,
    ONLY_SO,
    OPEN,
    PERMISSIVE,
    PERMISSIVE_ONLY,
    STRONG,
    WARRANTS,
    WEAK,
)
from app.rules.property_gist import components
from app.rules.reading.passage import Hit, Passage, Sentence, Stretch
from app.rules.reading.pattern import phrase
from app.rules.rule import Rule, fires, near_miss

Terms = dict[str, Proof | None]


def read_open_source(passage: Passage) -> Reading | None:
    """Read the rules on components of other authors, or one component of a table."""
    if passage.clause.kind == "table_row":
        return _component(passage)
    if passage.clause.kind in ("definition", "heading", "title") or passage.words.count(" ") < 6:
        return None
    for sentence in passage.sentences:
        if sentence.words.count(" ") < 5 or (sentence.has(ABOUT_OTHERS) and not sentence.has(WARRANTS)) or not _speaks(sentence, passage):
            continue
        return passage.reading("open_source", sentence, **_terms(passage), **_named(passage), **_disclosed(passage))
    told = components(passage)
    return passage.reading("open_source", told[0], **told[1], **_named(passage)) if told is not None else None


def _speaks(sentence: Sentence, passage: Passage) -> bool:
    """Whether a sentence is about such components in what is delivered; a licence named in passing is not enough."""
    named = (
        sentence.has(STRONG) or sentence.has(WEAK) or (sentence.has(PERMISSIVE) and sentence.has(phrase(r"licen[cs]es?|open[- ]source")))
    )
    if (
        named
        and sentence.has(phrase(r"mit|massachusetts"))
        and not sentence.has(STRONG | WEAK)
        and not sentence.has(phrase(r"licen[cs]es?"))
    ):
        return False
    if sentence.has(phrase(r"mentions?|technology of VENDOR")):
        return False
    if (
        sentence.has(WARRANTS)
        and sentence.has(NO_EFFECT)
        and sentence.has(
            phrase(
                r"(?:oblig|requir|forc|compel)\w*[^;\n]{0,60}(?:publish|disclose|licens|open|release|"
                r"make available)\w*[^;\n]{0,60}(?:source|software|code|works?)"
            )
        )
    ):
        return True
    if sentence.has(phrase("consent(?:ed|s)?")) and passage.titled("open source", "open-source"):
        return True
    about = (
        sentence.has(OPEN)
        or named
        or (
            sentence.has(COPYLEFT)
            and sentence.has(phrase(r"licen[cs]es?"))
            and sentence.has(phrase("code|components?|software|librar(?:y|ies)"))
        )
        or sentence.has(phrase(r"copy-?left|reciprocal licen[cs]e"))
    )
    does = (
        sentence.has(MAY)
        or sentence.has(BARS)
        or sentence.has(WARRANTS)
        or sentence.has(CONSENT)
        or sentence.has(NO_CONSENT)
        or sentence.has(LIST)
    )
    return (
        about
        and does
        and (
            named
            or sentence.has(DELIVERED)
            or passage.titled("open source", "open-source", "third-party", "third party", "components", "libraries", "software of others")
        )
    )


def _terms(passage: Passage) -> Terms:
    """What the rules say of copyleft and of consent; one passage may bar one kind and permit another."""
    terms: Terms = {}
    for sentence in passage.sentences:
        strong = (
            sentence.find(STRONG)
            or sentence.find(phrase(r"copy-?left|reciprocal|viral|licen[cs]es? whose dut[a-z]+ to disclose may"))
            or _reciprocal(sentence, passage)
        )
        if strong is None and sentence.has(phrase(r"licen[cs]es?")) and not sentence.has(WEAK):
            strong = sentence.find(COPYLEFT)
        about = strong or sentence.find(OPEN) or sentence.find(WEAK) or sentence.find(PERMISSIVE)
        kind = sentence.find(PERMISSIVE_ONLY)
        if kind is not None:
            terms.setdefault("permitted", kind.proves(True))
            terms.setdefault("copyleft_permitted", kind.proves(False))
            continue
        warrants = sentence.find(WARRANTS)
        no_effect = sentence.find(NO_EFFECT)
        if warrants is not None and no_effect is not None and sentence.has(COPYLEFT | STRONG | phrase("disclose|publish")):
            terms.setdefault("warranty", no_effect.proves(True))
            continue
        if about is None:
            about = passage.find(OPEN)
        if about is None:
            continue
        free, consent, barred = sentence.find(NO_CONSENT), sentence.find(CONSENT), sentence.find(BARS)
        lifted = consent is not None and not (free is not None and free.at.overlaps(consent.at))
        if free is not None and not sentence.has(phrase("CUSTOMER may|CUSTOMER's (?:own )?discretion")):
            terms.setdefault("consent_required", free.proves(False))
            terms.setdefault("permitted", free.proves(True))
            if strong is not None:
                terms.setdefault("copyleft_permitted", free.proves(True))
        elif lifted and consent is not None:
            terms.setdefault("consent_required", consent.proves(True))
            terms.setdefault("permitted", consent.proves(True))
            if strong is not None:
                terms.setdefault("copyleft_permitted", consent.proves(True))
        elif barred is not None and not _except(sentence):
            terms.setdefault("copyleft_permitted" if strong is not None else "permitted", barred.proves(False))
        elif strong is not None and (built := sentence.affirms(BUILT_IN)) is not None and not sentence.has(ONLY_SO):
            terms |= {"permitted": built.proves(True), "copyleft_permitted": built.proves(True), "isolation": built.proves("none")}
        elif strong is None and sentence.has(MAY):
            terms.setdefault("permitted", about.proves(True))
        if strong is not None and (apart := sentence.find(APART)) is not None:
            terms.setdefault("isolation", apart.proves("separate_process"))
    return terms


def _except(sentence: Sentence) -> bool:
    """Whether a ban has an exception ("no component other than those listed")."""
    return sentence.has(phrase(r"other than|except|unless|save|only|apart from"))


def _reciprocal(sentence: Sentence, passage: Passage) -> Hit | None:
    """A defined term for copyleft licences ("Reciprocal Licence") that the sentence uses."""
    for term, bodies in passage.paper.terms_in(sentence):
        if any(each.has(STRONG) or each.has(COPYLEFT) for each in bodies) and any(each.has(phrase(r"licen[cs]es?")) for each in bodies):
            return Hit(term.view, term.at)
    return None


def _named(passage: Passage) -> Terms:
    """The licences that it names."""
    found = [(name, passage.find(words)) for name, words in NAMED]
    named = [(name, hit) for name, hit in found if hit is not None and not (name == "GPL" and hit.words.startswith(("agpl", "lgpl")))]
    return {"licences_named": named[0][1].proves(tuple(name for name, _ in named))} if named and named[0][1] is not None else {}


def _disclosed(passage: Passage) -> Terms:
    bill, listed = passage.find(BILL), passage.find(LIST)
    if bill is not None and not bill.negated:
        return {"disclosure": bill.proves("SBOM")}
    return {"disclosure": listed.proves("list")} if listed is not None and not listed.negated else {}


def _component(passage: Passage) -> Reading | None:
    """A row of a table of components. Strong copyleft that is built in, without consent, is what counsel must hear of."""
    strong = next((hit for hit in passage.hits(STRONG) if not hit.words.startswith("lgpl")), None)
    weak = passage.find(WEAK)
    if strong is None and weak is None:
        return None
    anchor: Stretch = (strong or weak).sentence  # type: ignore[union-attr]
    listed = {"disclosure": (strong or weak).proves("list")}  # type: ignore[union-attr]
    if passage.has(BUILD_ONLY):
        return passage.reading("open_source", passage.find(BUILD_ONLY).sentence, **_named(passage), **listed)  # type: ignore[union-attr]
    if strong is None:
        static = passage.find(BUILT_IN)
        if (
            static is not None
            and not static.negated
            and passage.find(DYNAMIC) is None
            and static.words.startswith(("static", "compiled", "linked", "built", "merged"))
        ):
            return passage.reading(
                "open_source",
                static.sentence,
                isolation=static.proves("none"),
                copyleft_permitted=static.proves(True),
                **_named(passage),
                **listed,
            )
        return passage.reading("open_source", anchor, **_named(passage), **listed)
    built, dynamic = passage.find(BUILT_IN), passage.find(DYNAMIC)
    merged = built is not None and not built.negated and built.words.startswith(("static", "compiled", "linked", "built", "merged"))
    apart = None if merged else passage.find(APART)
    if apart is not None and passage.has(GIVEN_CONSENT):
        return passage.reading("open_source", apart.sentence, **_named(passage), **listed)
    if apart is not None:
        consented = any(each.has(CONSENT) or each.has(phrase("consented")) for each in _rules(passage))
        terms: Terms = (
            {}
            if consented
            else {
                "permitted": strong.proves(True),
                "copyleft_permitted": strong.proves(True),
                "isolation": apart.proves("separate_process"),
            }
        )
        return passage.reading("open_source", apart.sentence, **terms, **_named(passage), **listed)
    how = built or dynamic
    return passage.reading(
        "open_source",
        (how or strong).sentence,
        permitted=(how or strong).proves(True),
        copyleft_permitted=(how or strong).proves(True),
        isolation=how.proves("none" if built is not None else "dynamic_link") if how is not None else None,
        consent_required=_free(passage),
        **_named(passage),
        **listed,
    )


def _rules(passage: Passage) -> tuple[Passage, ...]:
    """The clauses of the paper that speak of such components."""
    return tuple(
        each
        for each in passage.paper.all
        if each.clause.kind != "table_row" and any(_speaks(sentence, each) for sentence in each.sentences_with(OPEN))
    )


def _free(passage: Passage) -> Proof | None:
    """The words elsewhere that ask for no consent to a component."""
    for each in _rules(passage):
        if (hit := each.find(NO_CONSENT)) is not None:
            return hit.proves(False)
    return None


RULE = Rule(
    "open_source",
    read_open_source,
    examples=(
        fires(
            "Components under a copyleft licence such as GPL-3.0 may be used only with the prior written consent of Customer and only "
            "as a separate process that is not linked with the deliverables.",
            permitted=True, copyleft_permitted=True, consent_required=True, isolation="separate_process",
        ),
        fires("Vendor selects the open source components of the software in its own engineering judgment and no approval of Customer is "
            "needed.", permitted=True, consent_required=False),
        fires("The Deliverables shall not contain any GPL or other copyleft code.", copyleft_permitted=False),
        fires(
            "Vendor warrants that no open source licence obliges Customer to disclose the source code of the Deliverables.",
            warranty=True,
        ),
        near_miss("Vendor shall defend Customer against third-party claims that the software infringes a patent."),
        near_miss("Vendor may engage third-party hosting providers for the service."),
        near_miss("The laboratory works with MIT in Massachusetts on materials."),
        near_miss("The code contains libraries under the Apache-2.0 and MIT licences, which Exhibit A lists.", copyleft_permitted=None),
    ),
)  # fmt: skip
