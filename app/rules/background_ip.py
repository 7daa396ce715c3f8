"""Background rights: what a party had before or keeps, and how far the other may use it.

A licence that ends with the agreement reads `perpetual` False, wherever that is said: in the grant, in the definition of its period,
in a table's key, or in a clause on the end that takes the grant back. A product that the vendor keeps is background, too.
"""

from __future__ import annotations

from app.domain.reading import Proof, Reading
from app.rules import property_gist
from app.rules.reading.passage import Hit, Passage, Sentence, Stretch
from app.rules.reading.pattern import Pattern, expression, phrase
from app.rules.rule import Rule, fires, near_miss
from app.rules.secrecy_paper import is_secrecy_paper
from app.rules.works import (
    AS_PART,
    BACKGROUND,
    BACKGROUND_MEANING,
    FREE,
    GROUP,
    IRREVOCABLE,
    KEEPS,
    LISTED,
    NOT_SUBLICENSABLE,
    PERPETUAL,
    RIGHTS,
    SUBLICENCE,
    SUCCESSORS,
    TIMED,
    WORLDWIDE,
    names,
    negated_near,
)

PRODUCT = phrase(
    r"(?:the )?(?:service|services|platform|software|product|products|suite|documentation|system|application|solution|tool|technology|"
    r"code|program|api|(?:cloud|hosted|online|subscription) service)s?"
)
RETAINED = expression(
    r"\b(?P<kept>CUSTOMER|VENDOR|EITHER|the publisher)(?: and its (?:licensors|affiliates|suppliers))?(?: shall| will| hereby|"
    r" exclusively)* (?:retains?|keeps?|reserves? (?:to itself )?(?:all|any|its|every|title|ownership)|owns?|remains? (?:the )?(?:sole |"
    r"exclusive )?(?:owner|holder|proprietor)|(?:is|are) (?:and (?:shall )?remains? )?(?:the )?(?:[a-z]+ )?(?:owner|holder))\b|"
    r"\b(?:remains?|stays?|belongs?|vests?|continues?|(?:is|are) and remains?)(?: [a-z,]+){0,6}? (?:with|to|in|of|"
    r"by) (?P<kept2>CUSTOMER|VENDOR|EITHER|the publisher)\b|\b(?:remains?|stays?|is|are)(?: [a-z]+){0,3}? (?P<kept3>CUSTOMER|VENDOR)'s?\b|"
    r"\bproperty of (?:the )?(?P<kept4>CUSTOMER|VENDOR|publisher)\b"
)
GRANTS = phrase(
    r"(?:is|are) (?:lent|loaned|made available|provided|left) to|lends?|may (?:go on|continue|keep on|keep) (?:using|to use|running)|"
    r"(?:is|are) (?:hereby )?(?:granted|given|licensed)|"
    r"(?:hereby )?(?:grants?|gives?|licen[cs]es?|permits?|allows?|confers?|extends?)|may (?:also )?(?:[a-z]+,? (?:and |"
    r"or )?){0,4}(?:use|run|copy|adapt|operate|modify|exploit|reproduce)|(?:has|have|receives?|obtains?|acquires?|is granted|"
    r"are granted|gets?|shall have|will have|enjoys?)(?: [a-z,-]+){0,10}? (?:rights?|licen[cs]e)|"
    r"(?:is|are) (?:entitled|free|allowed|permitted|licensed) to use|licensed to|right of use|licen[cs]e"
)
NO_LICENCE = phrase(
    r"no (?:licen[cs]e|right)(?: [a-z,]+){0,6}|(?:does|do|shall|will) not (?:grant|give|confer|include|"
    r"extend)(?: [a-z,]+){0,6} (?:licen[cs]e|right)"
)
ENDS = phrase(
    r"(?:ceases?|lapses?|expires?|terminates?|ends?|falls? away|comes? to an end|(?:is|are) (?:withdrawn|revoked|extinguished)|stops?|"
    r"runs? out)|(?:shall|must|will|is to|are to|to be) (?:[a-z0-9() ]{0,30})?(?:remove[d]?|uninstall(?:ed)?|delete[d]?|return(?:ed)?|"
    r"uninstall(?:ed)?|"
    r"stop using|cease using|cease)|no longer"
)
AT_THE_END = phrase(
    r"when (?:the|this|such) (?:contract|agreement|statement of work|engagement) (?:ends|is over|expires)|(?:end|expiry|expiration|"
    r"termination|close|conclusion) (?:date|of|ends?)|on (?:the )?(?:end|expiry|termination)|(?:this|the|such|"
    r"that) (?:agreement|contract|statement of work|engagement|licen[cs]e|order) (?:ends?|expires?|terminates?|is terminated|comes)|"
    r"end date|same day|whatever ground|when (?:a|the|this) (?:statement of work|agreement|contract|order) ends|upon it|(?:end|"
    r"termination) of (?:the |this )?(?:agreement|contract|engagement|term)"
)
NOT_OURS = phrase(
    r"(?:CUSTOMER|CUSTOMER's|personal|test|sample) (?:data|materials?|content|marks?)|client data|customer data|outputs?|scores?|"
    r"confidential information|credentials|logos?|names?|trade ?marks?|marks|premises|equipment"
)
TITLE = phrase(
    r"rights?,? title|all (?:[a-z]+ )?rights|title|ownership|intellectual property|copyrights?|owner|holder|property|proprietary rights|"
    r"rights (?:in|to)|owns?|(?:remains?|stays?) VENDOR's|its (?:code|looks)"
)
OTHER_MATTERS = phrase(r"indemnif\w+|infring\w+|warrants|liab\w+|holds? harmless|escrow|deposits?|costs? of")
SURVIVES = phrase(r"surviv\w+|outliv\w+|outlast\w+|continues? after|not (?:end|cease|lapse|affect\w*)|beyond")
REVOCABLE = expression(r"(?:^|[ ,])revocable\b|\bmay (?:be )?(?:revoked?|withdrawn?|recall(?:ed)?|cancel(?:led)?)\b")
ACCORDING_TO_LIST = phrase(r"subject to (?:section|clause|article|paragraph|annex|schedule|exhibit|attachment|the)[a-z0-9. ]*")


def read_background_ip(passage: Passage) -> Reading | None:
    """Read what is kept and what may be used of it; None where the passage speaks of neither."""
    if is_secrecy_paper(passage):
        return None
    for sentence in passage.sentences if passage.clause.kind != "definition" else ():
        if not _background(sentence, passage) or sentence.has(OTHER_MATTERS):
            continue
        refused = sentence.find(NO_LICENCE)
        if refused is not None and not any(
            each.has(GRANTS) and _licensed(passage, each) is not None for each in passage.sentences if each != sentence
        ):
            return passage.reading("background_ip", sentence, retained_by=_retained(sentence), licence_to_customer=refused.proves(False))
        kept, licensed = _retained(sentence), _licensed(passage, sentence)
        if kept is None and licensed is None:
            continue
        terms = _licence_terms(passage) if licensed is not None else {}
        return passage.reading(
            "background_ip",
            (licensed.sentence if licensed is not None and not _ordinary(terms) else sentence),
            retained_by=kept or next((proof for each in passage.sentences if (proof := _retained(each)) is not None), None),
            licence_to_customer=licensed.proves(True) if licensed is not None else None,
            listed=_listed(passage),
            **terms,
        )
    known = _table_key(passage) or _ended(passage)
    if known is None and passage.clause.kind != "definition":
        for sentence in passage.sentences:
            told = property_gist.background(sentence)
            if told is not None and not sentence.has(OTHER_MATTERS):
                return passage.reading("background_ip", sentence, retained_by=_retained(sentence), **told)
    return known or _kept_product(passage) or _defined(passage)


def _ordinary(terms: dict[str, Proof | None]) -> bool:
    return not any(terms.values())


def _background(where: Stretch, passage: Passage) -> bool:
    """Whether a stretch names what was there before, by a usual word or a defined term."""
    named = [
        hit
        for hit in where.hits(BACKGROUND)
        if not hit.words.startswith("VENDOR") or hit.words.endswith(("tools", "tool", "tooling", "toolbox", "blocks"))
    ]
    return bool(named) or names(where, passage, BACKGROUND_MEANING)


def _retained(sentence: Sentence) -> Proof | None:
    """Who keeps it."""
    for hit in sentence.hits(RETAINED):
        who = next((value for name, value in hit.groups.items() if name.startswith("kept")), None)
        if who is not None and not hit.negated and hit.sentence.has(RIGHTS | KEEPS | phrase("property|owner|holder")):
            return hit.proves({"CUSTOMER": "customer", "EITHER": "either"}.get(who, "vendor"))
    return None


def _licensed(passage: Passage, sentence: Sentence) -> Hit | None:
    """The words that let the customer use it, in this sentence or in one after it in the passage."""
    for each in passage.sentences:
        if each.at.start < sentence.at.start or (each.has(NOT_OURS) and not _background(each, passage)):
            continue
        for hit in each.hits(GRANTS):
            to_customer = (
                each.after(hit).has(phrase("CUSTOMER"))
                or hit.actor == "customer"
                or each.before(hit).has(phrase("CUSTOMER"))
                or (
                    hit.words.startswith(("is", "are"))
                    and each.has(phrase(r"licen[cs]es?|rights?"))
                    and not each.has(phrase("CUSTOMER|EITHER"))
                )
            )
            if not hit.negated and to_customer and hit.actor != "either" and not each.has(phrase("VENDOR may (?:use|re-?use)")):
                return hit
    return None


def _licence_terms(passage: Passage) -> dict[str, Proof | None]:
    """How far the licence goes. Timed words, here or in the definition of its period, make it not perpetual."""
    return {
        "perpetual": _perpetual(passage),
        "irrevocable": _affirmed(passage, IRREVOCABLE) or _revocable(passage),
        "worldwide": _affirmed(passage, WORLDWIDE),
        "royalty_free": _affirmed(passage, FREE),
        "sublicensable": _sublicensable(passage),
        "affiliates_successors": _affiliates(passage),
        "limited_to_deliverable": _affirmed(passage, AS_PART),
    }


def _affirmed(passage: Passage, words: Pattern) -> Proof | None:
    """True with the first words that say so; "may not be revoked" says it by a negation of its own."""
    hit = passage.find(words)
    if hit is None:
        return None
    own = any(word in hit.words.split() for word in ("not", "cannot", "never", "without", "no", "nothing"))
    return hit.proves(True) if own or not negated_near(hit) else None


def _perpetual(passage: Passage) -> Proof | None:
    for sentence in passage.sentences:
        ends = next((each for each in sentence.hits(ENDS) if not each.negated), None)
        if (
            ends is not None
            and sentence.has(AT_THE_END)
            and (_background(sentence, passage) or sentence.has(phrase("licen[cs]es?|rights?")))
            and not sentence.has(SURVIVES)
        ):
            return ends.proves(False)
    for sentence in passage.sentences:
        timed = sentence.find(TIMED)
        endless = sentence.find(PERPETUAL)
        if endless is not None and not negated_near(endless):
            ended = _ended_elsewhere(passage)
            return ended or (None if _taken_back(passage, sentence) else endless.proves(True))
        if (
            timed is not None
            and not timed.sentence.has(phrase("copyright|protection|survives?|outlives?|outlasts?|continues after"))
            and sentence.has(GRANTS)
        ):
            return timed.proves(False)
    return None


def _ended_elsewhere(passage: Passage) -> Proof | None:
    """The words of a table or another clause that end the licence which this one calls lasting."""
    for each in passage.paper.all:
        if each != passage and each.has(TIMED | ENDS):
            found = _table_key(each)
            if found is not None:
                return found.terms.get("perpetual")
    return None


def _revocable(passage: Passage) -> Proof | None:
    hit = next((each for each in passage.hits(REVOCABLE) if not each.negated), None)
    return hit.proves(False) if hit is not None else None


def _taken_back(passage: Passage, sentence: Sentence) -> bool:
    """Whether "perpetual" stands "subject to" a clause that ends the licence after all."""
    return sentence.has(ACCORDING_TO_LIST) and any(each.has(ENDS) and each.has(AT_THE_END) for each in passage.referred)


def _sublicensable(passage: Passage) -> Proof | None:
    barred = passage.find(NOT_SUBLICENSABLE)
    if barred is not None:
        return barred.proves(False)
    hit = passage.find(SUBLICENCE)
    if hit is None:
        return None
    return hit.proves(not hit.negated)


def _affiliates(passage: Passage) -> Proof | None:
    for sentence in passage.sentences:
        group = sentence.find(GROUP)
        if group is not None and sentence.has(SUCCESSORS) and not group.negated:
            return group.proves(True)
    return None


def _listed(passage: Passage) -> Proof | None:
    """Whether what is background is listed: said here, in its definition, or by a neighbour of the chapter."""
    for where in (passage, *passage.definitions):
        for hit in where.hits(LISTED):
            if not hit.negated and (_background(hit.sentence, passage) or where is not passage):
                return hit.proves(True) if where is passage or where.has(BACKGROUND_MEANING | BACKGROUND) else None
    return None


def _table_key(passage: Passage) -> Reading | None:
    """A table of background components, or the key to its columns, that says how long they may be used."""
    if not passage.titled(
        "background", "contributed", "pre-existing", "toolbox", "earlier works", "prior works", "own components", "reusable"
    ):
        return None
    for sentence in passage.sentences:
        timed = sentence.find(TIMED)
        if timed is not None and sentence.has(phrase(r"until|end|term|cease|removed?|during|for the")):
            return passage.reading("background_ip", sentence, perpetual=timed.proves(False), listed=timed.proves(True))
    return None


def _ended(passage: Passage) -> Reading | None:
    """A clause on the end that takes the licence back: it names the grant's clause, its period or the background itself."""
    for sentence in passage.sentences:
        hit = next((each for each in sentence.hits(ENDS) if not each.negated), None)
        if hit is None or not (sentence.has(AT_THE_END) or passage.has(AT_THE_END)):
            continue
        grants = _licences(passage)
        grant = any(each in grants for each in passage.referred)
        used = {each for where in grants for each in _meanings(where)}
        period = bool(grants) and (
            _background(sentence, passage)
            or any(each in used and each.has(TIMED) for _, bodies in passage.paper.terms_in(sentence) for each in bodies)
        )
        if (grant and sentence.has(phrase(r"rights?|licen[cs]es?|grants?|section|clause"))) or (
            period and sentence.has(phrase(r"remove|delete|stop|cease|uninstall|return|ends? with it|rights?|licen[cs]e"))
        ):
            return passage.reading("background_ip", sentence, perpetual=hit.proves(False), licence_to_customer=None)
    return None


def _licences(passage: Passage) -> list[Passage]:
    """The passages of the paper that license background to the customer."""
    return [
        each
        for each in passage.paper.all
        if each.clause.kind != "definition"
        and each != passage
        and any(
            _background(sentence, each) and _licensed(each, sentence) is not None and not sentence.has(OTHER_MATTERS)
            for sentence in each.sentences
        )
    ]


def _kept_product(passage: Passage) -> Reading | None:
    """The vendor keeps the product or service itself: no licence is read from it."""
    for sentence in passage.sentences:
        kept = _retained(sentence)
        if kept is None or kept.value != "vendor" or not sentence.has(TITLE) or (sentence.has(NOT_OURS) and not sentence.has(PRODUCT)):
            continue
        product = sentence.has(PRODUCT) or _own_name(sentence)
        if (
            product
            and sentence.has(phrase(r"remains?|retains?|keeps?|reserves?|stays?|(?:is|are) and|property|owns?"))
            and not sentence.has(phrase(r"derived|created|invoices?|risk|liab\w+|responsib\w+|confidential information|deliverables?"))
        ):
            return passage.reading("background_ip", sentence, retained_by=kept)
    return None


def _own_name(sentence: Sentence) -> bool:
    """Whether it speaks of a product by name: "Rotaline", "its code, its looks and its name"."""
    return sentence.has(phrase(r"its (?:code|looks|design|source|components)|all rights in [a-z]+"))


def _defined(passage: Passage) -> Reading | None:
    """The definition of the background itself, or of the period for which it may be used."""
    ranked = next(
        (each for each in passage.sentences if each.has(phrase(r"prevails?|takes? precedence|overrides?")) and _background(each, passage)),
        None,
    )
    if ranked is not None:
        return passage.reading("background_ip", ranked)
    if passage.clause.kind != "definition":
        return None
    first = passage.find(BACKGROUND)
    if (
        first is not None
        and _background(first, passage)
        and first.at.start - passage.at.start < 12
        and passage.has(phrase(r"means?|materials:|ip:|works:|software|is|are|:"))
    ):
        return passage.reading("background_ip", passage.sentences[0], listed=_listed(passage))
    if (
        passage.sentences[0].has(BACKGROUND_MEANING)
        and passage.sentences[0].has(phrase("VENDOR|CUSTOMER|EITHER|it|party"))
        and passage.has(BACKGROUND | phrase("software|tools|programs|materials|components|know-how"))
    ):
        return passage.reading("background_ip", passage.sentences[0], listed=_listed(passage))
    timed = passage.find(TIMED) or passage.find(phrase(r"continues? for (?:so|as) long as[a-z ,]*"))
    if timed is None or not passage.has(phrase("period|term|duration|time")):
        return None
    if any(
        each is not passage and each.has(GRANTS) and passage in _meanings(each) and _background(each, each) for each in passage.paper.all
    ):
        return passage.reading("background_ip", passage.sentences[0], perpetual=timed.proves(False))
    return None


def _meanings(passage: Passage) -> tuple[Passage, ...]:
    return tuple(each for _, bodies in passage.paper.terms_in(passage) for each in bodies)


RULE = Rule(
    "background_ip",
    read_background_ip,
    examples=(
        fires(
            "Vendor keeps all rights in the Background IP and grants Customer a perpetual, irrevocable, worldwide, royalty-free licence "
            "to use it as part of the Deliverables, "
            "with the right to sublicense to affiliates and successors.",
            retained_by="vendor", licence_to_customer=True, perpetual=True, irrevocable=True, worldwide=True, royalty_free=True,
            sublicensable=True, affiliates_successors=True, limited_to_deliverable=True,
        ),
        fires(
            "Vendor retains its pre-existing tools. It grants Customer, for the term of this Agreement, a non-transferable licence to "
            "run the pre-existing tools that are embodied in a Deliverable, "
            "without any right to grant sublicences.",
            retained_by="vendor", licence_to_customer=True, perpetual=False, sublicensable=False,
        ),
        fires("Earlier works of Vendor are listed in the Order and remain Vendor's. Customer may use them in perpetuity and without "
            "further payment.", perpetual=True, royalty_free=True, listed=True),
        fires("Vendor and its licensors keep all right, title and interest in the Service.", retained_by="vendor"),
        near_miss("Customer keeps all rights in the Customer Data."),
        near_miss("Confidential Information remains the property of the Discloser."),
        near_miss("A licence once granted to Background IP is not perpetual: it is for the term of this Agreement. Vendor grants "
            "Customer that licence.", perpetual=False),
        near_miss("Vendor runs a background check on its staff."),
    ),
)  # fmt: skip
