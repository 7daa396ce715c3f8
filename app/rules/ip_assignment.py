"""Ownership of what is made: who gets the rights in it, now or by a promise, from creation or from payment, alone or together.

`present_assignment` is True for words that transfer by themselves ("hereby assigns", an exclusive grant of all rights where the law
knows no transfer), False for a promise to transfer and where the maker keeps the rights. `licence_back` is a broad right of the
licensor in what the licensee derives from its model.
"""

from __future__ import annotations

from app.domain.reading import Proof, Reading
from app.rules.conveyance import (
    Found,
    derived,
    effective_on,
    made,
    made_by_name,
    read_exclusive_grant,
    read_transfer,
)
from app.rules.ownership_words import (
    BACK,
    BROAD_USES,
    BY_VENDOR_ITSELF,
    FOUND_IN_TALKS,
    HIRED,
    IN_RETURN,
    LETS,
    LICENSED_THINGS,
    MERE_LICENCE,
    NAMED_WORKS,
    NO_ASSIGNMENT,
    NOT_OURS,
    NOTHING_PASSES,
    OF_THE_CONTRACT,
    OWNS,
    PASSES_TO_IT,
    PROPERTY_CHAPTER,
    SIMPLE_LICENCE,
    WORKS,
)
from app.rules.property_gist import owner, takes_effect
from app.rules.reading.passage import Hit, Passage, Sentence
from app.rules.reading.pattern import phrase
from app.rules.rule import Rule, fires, near_miss
from app.rules.secrecy_paper import is_secrecy_paper
from app.rules.works import (
    BACKGROUND,
    BACKGROUND_MEANING,
    FURTHER,
    FURTHER_END,
    JOINT,
    MADE_MEANING,
    MORAL,
    RIGHTS,
    WAIVES,
    licenses_models,
    names,
)


def read_ip_assignment(passage: Passage) -> Reading | None:
    """Read who gets the rights in what is made (or derived from a model, or found in an evaluation)."""
    for read in (read_transfer, read_exclusive_grant, _licensed_back, _denied, read_owner, _only_licensed, _refused):
        found = read(passage)
        if found is not None:
            anchor, terms = found
            effect = takes_effect(passage)
            assignee = terms.get("assignee")
            to_customer = assignee is not None and assignee.value == "customer"
            if to_customer and terms.get("present_assignment") is None and effect is not None:
                terms = terms | {"present_assignment": effect.proves(True)}
            return passage.reading("ip_assignment", anchor, **terms, **_formalities(passage, terms))
    beside = _accompanying(passage)
    settled = licenses_models(passage) or passage.view.remembered(read_ip_assignment, lambda _: _settled(passage))
    if beside is None and not settled and passage.clause.kind not in ("definition", "recital", "heading", "title", "parties"):
        told = owner(passage, is_secrecy_paper(passage))
        if told is not None:
            return passage.reading("ip_assignment", told[0], **told[1], **_formalities(passage, told[1]))
    return beside


def _settled(passage: Passage) -> bool:
    """Whether some clause of the paper says in the usual words whose the results are: then the gist has nothing to add."""
    return any(read_transfer(each) or read_exclusive_grant(each) or read_owner(each) for each in passage.paper.all)


def _licensed_back(passage: Passage) -> Found | None:
    """A broad right of the licensor (or of anyone) in what the licensee derives from the model."""
    if not licenses_models(passage) or not derived(passage, passage):
        return None
    for sentence in passage.sentences:
        if (back := sentence.affirms(BACK)) is not None and " no " not in back.words and derived(sentence, passage):
            return sentence, {"licence_back": back.proves(True)}
        uses = [each for each in sentence.hits(BROAD_USES) if not each.negated and not each.excepted and each.actor in ("vendor", None)]
        lets = sentence.find(LETS)
        if lets is not None and len({each.words for each in sentence.hits(BROAD_USES)}) >= 2 and sentence.has(IN_RETURN):
            return sentence, {"licence_back": lets.proves(True)}
        may = sentence.find(phrase("may|can|(?:is|are) free to|(?:is|are) entitled to|shall be entitled to"))
        if (
            may is not None
            and len({each.words for each in uses}) >= 2
            and sentence.has(IN_RETURN)
            and sentence.before(may).has(phrase("VENDOR|everybody|everyone|anyone|any person|the public"))
            and not sentence.before(may).has(phrase("CUSTOMER"))
        ):
            return sentence, {"licence_back": may.proves(True)}
    return None


def _denied(passage: Passage) -> Found | None:
    """Words that no right passes: of information in a secrecy agreement, of derived models to the licensor."""
    secrecy = is_secrecy_paper(passage)
    for sentence in passage.sentences:
        said = sentence.find(NOTHING_PASSES)
        if said is None:
            continue
        if (
            derived(sentence, passage)
            and sentence.has(phrase("VENDOR"))
            and said.sentence.has(RIGHTS | MERE_LICENCE)
            and not sentence.has(phrase("CUSTOMER (?:acquires?|obtains?|gets?|receives?|has)"))
        ):
            return sentence, {"licence_back": said.proves(False)}
        if (
            secrecy
            and sentence.has(RIGHTS | phrase("property"))
            and not sentence.has(OF_THE_CONTRACT)
            and not sentence.has(phrase(r"licen[cs]es?|enforce|third part(?:y|ies)\)?|waiver|beneficiar\w+"))
        ):
            return sentence, {"refused": said.proves(True)}
    return None


def _taken(passage: Passage) -> Found | None:
    """In a secrecy agreement: what the talks bring forth is said to belong to one named side."""
    for sentence in passage.sentences:
        for hit in sentence.hits(OWNS):
            role = next((value for name, value in hit.groups.items() if name.startswith("side")), None)
            if (
                role not in ("CUSTOMER", "VENDOR")
                or hit.negated
                or hit.excepted
                or (not sentence.before(hit).has(FOUND_IN_TALKS) and not hit.has(FOUND_IN_TALKS))
            ):
                continue
            return sentence, {"assignee": hit.proves(role.lower()), "effective_on": effective_on(passage, sentence)}
    return None


def _only_licensed(passage: Passage) -> Found | None:
    """A mere non-exclusive right in what is made, where no clause of the paper transfers it."""
    if is_secrecy_paper(passage) or licenses_models(passage):
        return None
    for sentence in passage.sentences:
        mere = sentence.affirms(SIMPLE_LICENCE)
        if mere is None or not made_by_name(sentence) or sentence.has(BACKGROUND) or names(sentence, passage, BACKGROUND_MEANING):
            continue
        if not any(read_transfer(each) or read_exclusive_grant(each) or read_owner(each) for each in passage.paper.all):
            return sentence, {"present_assignment": mere.proves(False)}
    return None


def _refused(passage: Passage) -> Found | None:
    """Words that the agreement assigns no rights at all, where no clause of the paper does."""
    for sentence in passage.sentences:
        said = sentence.find(NO_ASSIGNMENT)
        if (
            said is not None
            and not passage.has(NOT_OURS | LICENSED_THINGS)
            and not is_secrecy_paper(passage)
            and not any(read_transfer(each) for each in passage.paper.all if each != passage)
        ):
            return sentence, {"refused": said.proves(True), "present_assignment": said.proves(False)}
    return None


def read_owner(passage: Passage) -> Found | None:
    """A statement of ownership of what is made or from_model: the customer's, the vendor's, or of both together."""
    if is_secrecy_paper(passage):
        return _taken(passage)
    for sentence in passage.sentences:
        moved = sentence.affirms(PASSES_TO_IT)
        if moved is not None and made(sentence, passage) and sentence.before(moved).has(phrase("CUSTOMER")):
            return sentence, {"assignee": moved.proves("customer"), "effective_on": effective_on(passage, sentence)}
        joint = sentence.affirms(JOINT)
        if (
            joint is not None
            and not sentence.has(phrase(r"partnership|account|tax|liab\w+|venture agreement"))
            and (made(passage, passage) or sentence.has(WORKS) or passage.titled(*PROPERTY_CHAPTER))
        ):
            return sentence, {"assignee": joint.proves("joint"), "present_assignment": None}
        for hit in sentence.hits(OWNS):
            role = next((value for name, value in hit.groups.items() if name.startswith("side")), None)
            if hit.words.endswith("'s") and _owns_a_noun(sentence, hit):
                continue
            if role not in ("CUSTOMER", "VENDOR", "EITHER") or hit.negated or hit.excepted:
                continue
            from_model = derived(sentence, passage) and not made_by_name(sentence)
            if (sentence.has(NOT_OURS) and not made_by_name(sentence) and not from_model) or not (from_model or made(sentence, passage)):
                continue
            if sentence.before(hit).has(BACKGROUND | phrase(r"existed|beforehand|earlier|prior")) or (
                names(sentence.before(hit), passage, BACKGROUND_MEANING) and not made_by_name(sentence)
            ):
                continue
            who = "joint" if role == "EITHER" else role.lower()
            if not from_model and not made_by_name(sentence) and sentence.has(VENDORS_PRODUCT):
                continue
            if sentence.before(hit).has(NOT_OURS) and not made_by_name(sentence.before(hit)):
                continue
            if from_model and ((sentence.has(BY_VENDOR_ITSELF) and who == "vendor") or is_secrecy_paper(passage)):
                continue
            if from_model:
                return sentence, {"assignee": hit.proves(who) if who == "vendor" else None, "present_assignment": None}
            created = effective_on(passage, sentence)
            present = False if who == "vendor" else True if created is not None and created.value == "creation" else None
            return sentence, {
                "assignee": hit.proves(who),
                "present_assignment": hit.proves(present),
                "effective_on": created if who != "vendor" else None,
            }
    return None


VENDORS_PRODUCT = phrase(
    r"services?|platform|products?|documentation|the materials|licen[cs]ed|subscription"
)  # kept by the vendor as its own


def _owns_a_noun(sentence: Sentence, hit: Hit) -> bool:
    """Whether "is VENDOR's" goes on with a noun ("VENDOR's sole liability"), so that it isn't ownership of what went before."""
    after = sentence.after(hit).words
    return (
        after[:1] == " "
        and after[1:2].isalpha()
        and after.split()[0]
        not in (
            "and",
            "from",
            "as",
            "alone",
            "when",
            "upon",
            "at",
            "on",
            "with",
            "to",
            "for",
            "under",
            "by",
            "in",
            "without",
            "if",
            "once",
            "so",
            "even",
            "whether",
            "until",
        )
    )


def _formalities(passage: Passage, known: dict[str, Proof | None]) -> dict[str, Proof | None]:
    """Moral rights and further assurance, where the same passage speaks of them."""
    moral = next((each.find(MORAL) for each in passage.sentences if each.has(MORAL) and each.has(WAIVES)), None)
    further = next((each.find(FURTHER) for each in passage.sentences if _assures(each)), None)
    found = {"moral_rights": moral.proves(True) if moral else None, "further_assurance": further.proves(True) if further else None}
    return {name: proof for name, proof in found.items() if proof is not None and name not in known}


def _assures(sentence: Sentence) -> bool:
    """Whether it promises the papers that a transfer needs (not the transfer itself)."""
    if not sentence.has(FURTHER) or sentence.has(
        phrase(r"order form|change order|invoice|statement of work|non-disclosure|acceptance certificate")
    ):
        return False
    return sentence.has(FURTHER_END) and (
        sentence.has(phrase(r"request\w*|asks?|require[sd]?|needs?|necessary|reasonably|further|calls? for|appropriate"))
        or sentence.has(phrase(r"perfect|register|record\w*|enforce"))
    )


def _accompanying(passage: Passage) -> Reading | None:
    """What goes with a transfer in the same chapter: who made it for hire, formalities, its conditions, the word that it uses for works."""
    if passage.clause.kind == "definition" or passage.has(NAMED_WORKS):
        named = passage.find(NAMED_WORKS)
        return (
            passage.reading("ip_assignment", passage.sentences[0])
            if named is not None and passage.has(MADE_MEANING)
            else _derived_term(passage)
        )
    hired = next((each for each in passage.sentences if each.has(HIRED)), None)
    if hired is not None:
        return passage.reading("ip_assignment", hired)
    chapter = passage.titled(*PROPERTY_CHAPTER) or any(read_transfer(each) or read_exclusive_grant(each) for each in passage.siblings)
    if not chapter:
        return None
    terms = _formalities(passage, {})
    beside = any(read_transfer(each) or read_exclusive_grant(each) for each in passage.siblings)
    if terms and (beside or passage.has(MORAL)):
        return passage.reading(
            "ip_assignment",
            (next((each for each in passage.sentences if _assures(each) or each.has(MORAL)), passage.sentences[0])),
            **terms,
        )
    speaks = next((each for each in passage.sentences if each.has(phrase(r"(?:the|this) (?:grant|assignment|transfer|conveyance)"))), None)
    if beside and speaks is not None:
        return passage.reading("ip_assignment", speaks)
    return None


def _derived_term(passage: Passage) -> Reading | None:
    """A definition of the licensor's technology that takes in what others derive from it."""
    for sentence in passage.sentences:
        whoever = sentence.find(
            phrase(
                r"(?:no matter|regardless of|irrespective of|whatever|whoever|by whomever|whether (?:made|created|"
                r"developed) by)[a-z ,]{0,60}(?:produces?|makes?|creates?|developed|who|made|wrote|CUSTOMER|VENDOR)"
            )
        )
        if (
            whoever is not None
            and (sentence.has(phrase("refinements?|improvements?|enhancements?|modifications?")) or derived(sentence, passage))
            and sentence.has(phrase("means"))
        ):
            return passage.reading("ip_assignment", sentence)
    return None


RULE = Rule(
    "ip_assignment",
    read_ip_assignment,
    examples=(
        fires(
            "Vendor hereby assigns to Customer, upon creation, all right, title and interest in the Work Product.",
            assignee="customer", present_assignment=True, effective_on="creation",
        ),
        fires(
            "Vendor agrees to assign to Customer all intellectual property rights in the Deliverables after full payment.",
            assignee="customer", present_assignment=False, effective_on="payment",
        ),
        fires(
            "Title to each Deliverable vests and shall remain in Vendor; Customer may use the Deliverables.",
            assignee="vendor", present_assignment=False,
        ),
        fires(
            "Since copyright can't be transferred, Vendor hereby grants to Customer, from the moment at which each work result comes "
            "into being, the exclusive right, unlimited in time, "
            "territory and content, to use it in all known types of use.",
            assignee="customer", present_assignment=True, effective_on="creation", exclusive_licence_instead=True,
        ),
        fires("The deliverables are owned jointly by Customer and Vendor in equal undivided shares.", assignee="joint"),
        near_miss(
            "Vendor hereby assigns to Customer all rights in the Deliverables. The assignment is not conditional upon payment.",
            present_assignment=True, effective_on=None,
        ),
        near_miss("Neither party may assign this Agreement or its rights under this Agreement without consent."),
        near_miss("Customer owns the Customer Data, and all rights in them stay with Customer."),
        near_miss("Vendor makes a general assignment for the benefit of its creditors."),
    ),
)  # fmt: skip
