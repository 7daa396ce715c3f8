"""Restraints: who may not hire, win over, compete, deal with others or speak ill, for how long, and what stays free.

Months are counted as the clause counts them (mostly after the end of the agreement). `mutual` is whether both sides are bound alike.
A clause that says that there is no such restraint is read with `restrained` False.
"""

from __future__ import annotations

from app.domain.reading import Proof, Reading
from app.rules.reading.passage import Hit, Passage, Sentence
from app.rules.reading.pattern import phrase
from app.rules.restraint_gist import competing_ban, dealing_ban, hiring_ban, terms_of
from app.rules.restraint_words import (
    ADVERTISED,
    AFTERWARDS,
    ALONE,
    BUSINESS,
    BY_USE,
    COMPETING,
    CONDITION,
    DEAL_WORDS,
    FIRST,
    FORBIDDEN_TO,
    GRANTS_EXCLUSIVITY,
    HOWEVER_MET,
    ILL,
    NO_RESTRAINT,
    NOT_A_DEAL,
    NOT_ALONE,
    NOT_PEOPLE,
    OTHERS_BARRED,
    PAYS_FOR_IT,
    RESTRAINT_LIFTED,
    STAYS_FREE,
    STAYS_OUT,
    STILL_BARRED,
    THEIR_PEOPLE,
    TOLD_NOT,
    WINS_CUSTOMERS,
    WINS_PEOPLE,
)
from app.rules.rule import Rule, fires, near_miss


def _actor(hit: Hit) -> str | None:
    """The side that a restraint binds, as a term's value; "neither" and "either" bind both."""
    granted = hit.sentence.find(GRANTS_EXCLUSIVITY)
    if granted is not None:
        return granted.groups["role"].lower()
    forbidden = hit.sentence.find(FORBIDDEN_TO)
    if forbidden is not None:
        return forbidden.groups["role"].lower()
    return {
        "customer": "customer",
        "vendor": "vendor",
        "either": "either",
        "neither": "either",
        "discloser": "either",
        "recipient": "either",
        "other": "either" if hit.sentence.before(hit).has(phrase("EITHER|NEITHER")) else None,
        None: None,
    }[hit.actor]


def _bound(hit: Hit) -> dict[str, Proof | None]:
    """Who is bound and whether both are, from the subject of the sentence."""
    actor = _actor(hit)
    return {"by": hit.proves(actor), "mutual": hit.proves(None if actor is None else actor == "either")}


def _months(passage: Passage, sentence: Sentence) -> Proof | None:
    """The longest duration in months or years by the words for what follows the end; else one in the passage or its definitions."""
    for where in (sentence, passage, *passage.definitions):
        found = [each for each in where.durations if each.unit in ("day", "month", "year", "week") and each.months >= 1]
        if found and where.has(AFTERWARDS):
            longest = max(found, key=lambda each: each.months)
            return where.place(longest).proves(longest.months)
    return None


def read_no_solicit_employees(passage: Passage) -> Reading | None:
    """Read a ban on hiring or winning over the other's people."""
    for sentence in passage.sentences:
        hit = next((each for each in sentence.hits(WINS_PEOPLE) if _barred(passage, sentence, each)), None)
        taken = next((each for each in sentence.hits(TAKEN_ON) if each.negated and _actor(each) is not None), None)
        if taken is not None and passage.has(THEIR_PEOPLE) and not sentence.has(NOT_PEOPLE):
            hit = hit or taken
        if (
            hit is None
            or not (sentence.has(THEIR_PEOPLE) or hit is taken)
            or sentence.has(phrase("confidential information"))
            or _freed(sentence, hit)
        ):
            continue
        return passage.reading(
            "no_solicit_employees",
            sentence,
            restrained=hit.proves(True),
            months=_months(passage, sentence),
            general_advertising=_advertising(passage),
            **_bound(hit),
        )
    told = hiring_ban(passage)
    if told is None:
        return None
    return passage.reading(
        "no_solicit_employees", told[0], months=_months(passage, told[0]), general_advertising=_advertising(passage), **terms_of(told)
    )


def _barred(passage: Passage, sentence: Sentence, hit: Hit) -> bool:
    """Whether winning people over is denied to a side, or made to cost it a sum."""
    if hit.has(NOT_PEOPLE):
        return False
    if _denied(passage, hit):
        return True
    return _actor(hit) is not None and sentence.has(CONDITION) and sentence.after(hit).has(PAYS_FOR_IT)


def _denied(passage: Passage, hit: Hit) -> bool:
    """Whether a party is told not to: in the sentence, or in the lead-in of the list whose item it is ("Vendor shall not: (a) hire")."""
    lead = passage.sentences[0] if passage.sentences else None
    if hit.has(phrase("none|nobody|no one|no")) or hit.has(LET_BE):
        return True
    if hit.negated:
        return _actor(hit) is not None or hit.sentence.before(hit).has(TOLD_NOT)
    return (
        lead is not None
        and lead != hit.sentence
        and lead.words.rstrip().endswith((":", "-", "to", "directly or indirectly"))
        and lead.has(TOLD_NOT)
    )


TAKEN_ON = phrase(
    r"(?:be|is|are|being|been) (?:approached|solicited|hired|recruited|engaged|employed|poached|enticed|taken on|headhunted|offered|tempted|contacted|lured|won over|"
    r"courted|contracted)"
)
LET_BE = phrase(r"leaves?|let|hands off|off[- ]limits|out of bounds")


def _freed(sentence: Sentence, hit: Hit) -> bool:
    """Whether the "not" belongs to "nothing restrains X from"."""
    return any(free.at.start < hit.at.start for free in sentence.hits(NO_RESTRAINT))


def _advertising(passage: Passage) -> Proof | None:
    """Whether those who answer an advertisement may be hired: False where the clause covers them in words."""
    for sentence in passage.sentences:
        public = sentence.find(ADVERTISED)
        if (
            public is not None
            and sentence.has(STILL_BARRED)
            and not sentence.has(phrase("no breach|permitted|not (?:a )?solicitation|do(?:es)? not apply"))
        ):
            return public.proves(False)
        if public is not None and sentence.has(STAYS_FREE):
            return public.proves(True)
    met = passage.find(HOWEVER_MET)
    return met.proves(False) if met else None


def read_no_solicit_customers(passage: Passage) -> Reading | None:
    for sentence in passage.sentences:
        hit = next((each for each in sentence.hits(WINS_CUSTOMERS) if _denied(passage, each)), None)
        if hit is not None and not _freed(sentence, hit):
            return passage.reading("no_solicit_customers", sentence)
    return None


def read_non_compete(passage: Passage) -> Reading | None:
    """Read a ban on competing business, or the statement that there is none. A limit on what the product may be used for is neither."""
    for sentence in passage.sentences:
        out = sentence.find(STAYS_OUT)
        if out is not None and _actor(out) is not None:
            return passage.reading("non_compete", sentence, restrained=out.proves(True), months=_months(passage, sentence), **_bound(out))
        out = sentence.find(phrase(r"(?:stays?|keeps?|remains?|shall stay|shall keep) (?:well |entirely )?(?:out|away|clear)"))
        if out is not None and _actor(out) is not None and not out.negated and passage.has(COMPETING):
            return passage.reading("non_compete", sentence, restrained=out.proves(True), months=_months(passage, sentence), **_bound(out))
        competing = sentence.find(COMPETING)
        if competing is None or not sentence.has(BUSINESS):
            continue
        free = sentence.find(NO_RESTRAINT)
        may = sentence.affirms(
            phrase(r"may (?:[a-z]+,? (?:or |and )?){0,4}(?:make|buy|sell|develop|offer|compete|market|distribute)[a-z ,]{0,60}")
        )
        if (free is not None or may is not None) and not sentence.has(phrase("use the|access")) and sentence.has(phrase(r"compet\w+")):
            freed = free or may
            assert freed is not None
            if freed.at.start < competing.at.start and (freed.actor is not None or free is not None):
                return passage.reading("non_compete", sentence, restrained=freed.proves(False))
        hit = next(
            (
                each
                for each in sentence.hits(BUSINESS)
                if _denied(passage, each) and each.at.start <= competing.at.end and (_actor(each) is not None or not each.negated)
            ),
            None,
        )
        if hit is None or sentence.has(BY_USE) or free is not None:
            continue
        if not (passage if hit.sentence != passage.sentences[0] else sentence).has(
            phrase(
                "shall not|will not|must not|may not|does not|do not|NEITHER|agrees? not|undertakes? not|refrains?|abstains?|abstain "
                "from|refrain from|forbidden|not to|shall neither|won't|(?:shall|will|must|may|agrees?|undertakes?|promises?|does|do)(?: [a-z,]+){1,6} not|never|desists?|"
                "forbears?|(?:keeps?|holds?) (?:back )?from|forgoes?|no longer|nor"
            )
        ):
            continue
        return passage.reading("non_compete", sentence, restrained=competing.proves(True), months=_months(passage, sentence), **_bound(hit))
    told = competing_ban(passage)
    return passage.reading("non_compete", told[0], months=_months(passage, told[0]), **terms_of(told)) if told is not None else None


def read_exclusivity(passage: Passage) -> Reading | None:
    """Read a duty to deal with the other alone, or the statement that there is none."""
    for sentence in passage.sentences:
        free = sentence.find(NOT_ALONE)
        if free is not None and not sentence.has(
            phrase(r"jurisdiction|licen[cs]es?|remed(?:y|ies)|permission|right to (?:use|access)|rights? (?:granted|of use)")
        ):
            return passage.reading("exclusivity", sentence, restrained=free.proves(False))
    for sentence in passage.sentences:
        barred = next((each for each in sentence.hits(OTHERS_BARRED) if _shut_out(each) and each.actor not in (None, "other")), None)
        alone = next(
            (
                each
                for each in sentence.hits(ALONE)
                if not each.negated and not each.excepted and not sentence.before(each).words.endswith(("non-", "non ", "co-"))
            ),
            None,
        )
        named = alone is not None and len(sentence.words) > 30 and (alone.actor is not None or passage.titled("exclusiv"))
        if (
            barred is not None
            and not _freed(sentence, barred)
            and sentence.has(DEAL_WORDS)
            and (alone is not None or not sentence.has(NOT_A_DEAL))
            and not (sentence.has(WINS_PEOPLE) and sentence.has(THEIR_PEOPLE))
        ):
            return passage.reading("exclusivity", sentence, restrained=barred.proves(True), **_bound(barred))
        trade = alone is not None and alone.words.startswith("exclusive right")
        if alone is not None and named and (trade or not sentence.has(NOT_A_DEAL)):
            return passage.reading("exclusivity", sentence, restrained=alone.proves(True), **_bound(alone))
    told = dealing_ban(passage)
    return passage.reading("exclusivity", told[0], **terms_of(told)) if told is not None else None


def _shut_out(hit: Hit) -> bool:
    """Whether dealing with others is denied: by a "not" before it, by "no" inside of it ("buy no software from another house"), or
    by a duty to turn them away."""
    if hit.has(TURNS_AWAY):
        return not hit.negated and hit.sentence.has(BOUND_TO)
    return hit.negated or hit.has(phrase("no|none|nobody"))


TURNS_AWAY = phrase(
    r"(?:leaves?|let) (?:[a-z]+ )?unanswered|turns? (?:away|down)|reject\w*|declin\w*|refus\w*|ignor\w*|rebuff\w*|breaks? off|suspends?|ceases?|"
    r"discontinues?|freezes?"
)
BOUND_TO = phrase(
    r"shall|will|must|is (?:held|bound|obliged|to)|are (?:held|bound|obliged|to)|undertakes?|agrees?|promises?|has to|have to|covenants?|leaves?|turns?|declines?|rejects?"
)


def read_restriction_exception(passage: Passage) -> Reading | None:
    """Read what lifts a restraint: an exception in the passage of one, or in a neighbour that speaks of competing."""
    restrained = [
        reading
        for reading in (read_non_compete(passage), read_exclusivity(passage), read_no_solicit_customers(passage))
        if reading is not None
    ]
    if not any(reading.value("restrained") is not False for reading in restrained):
        return None
    for sentence in passage.sentences:
        lifted = sentence.find(RESTRAINT_LIFTED)
        if lifted is not None and sentence.has(COMPETING | phrase(r"exclusiv\w+|restrict(?:ion|ed|ions)|solicit\w*")):
            return passage.reading("competitive_restriction_exception", sentence)
    return None


def read_non_disparagement(passage: Passage) -> Reading | None:
    for sentence in passage.sentences:
        hit = next((each for each in sentence.hits(ILL) if _denied(passage, each)), None)
        if (
            hit is not None
            and not sentence.has(phrase(r"warrants|content|upload\w*|material|users?"))
            and sentence.has(phrase(r"OTHER|the other|CUSTOMER|VENDOR|EITHER|products?|services?|reputation|name"))
        ):
            return passage.reading("non_disparagement", sentence)
    return None


def read_first_refusal(passage: Passage) -> Reading | None:
    """Read a right of first refusal, offer or negotiation."""
    found = next(
        (hit.sentence for hit in passage.hits(FIRST) if not hit.negated and not hit.sentence.has(phrase("governing|courts?|mortgage"))),
        None,
    )
    return passage.reading("rofr_rofo_rofn", found) if found else None


NO_SOLICIT_EMPLOYEES = Rule(
    "no_solicit_employees",
    read_no_solicit_employees,
    examples=(
        fires(
            "During this Agreement and for twelve months thereafter neither party shall solicit or engage an employee of the other, "
            "unless that person answers a public advertisement.",
            restrained=True, mutual=True, months=12, general_advertising=True,
        ),
        fires(
            "For two years after the end, you will not take on anyone from our staff. A person who comes through a public advertisement "
            "is included.",
            restrained=True, mutual=False, by="customer", months=24, general_advertising=False,
        ),
        fires(
            "Customer agrees not to hire any Vendor engineer, however the contact came about.",
            mutual=False, by="customer", general_advertising=False,
        ),
        near_miss("The parties' staff remain the staff of the party that employs them."),
        near_miss("Vendor shall not engage subcontractors whose employees have not signed an undertaking of secrecy."),
        near_miss("Nothing in this Agreement restrains Vendor from engaging personnel of Customer."),
        near_miss("Neither party shall disclose Confidential Information except to employees of the other who need it."),
    ),
)  # fmt: skip
NO_SOLICIT_CUSTOMERS = Rule(
    "no_solicit_customers",
    read_no_solicit_customers,
    examples=(
        fires("Vendor shall not, for one year after the end, solicit or divert any customer of Customer."),
        fires("Neither party will approach the other party's clients in order to win them over."),
        fires("We will not entice away your customers."),
        near_miss("Vendor may name Customer to its other customers."),
        near_miss("Vendor shall not disclose the data to its customers."),
        near_miss("Nothing prevents either party from soliciting the customers of the other."),
    ),
)
NON_COMPETE = Rule(
    "non_compete",
    read_non_compete,
    examples=(
        fires(
            "During the Term and for 12 months after it Vendor shall not develop or sell a product that competes with Customer's.",
            restrained=True, by="vendor", months=12,
        ),
        fires("Customer undertakes not to engage in any business similar to that of Vendor.", restrained=True, by="customer"),
        fires("Neither party shall offer services that are comparable to those of the other.", restrained=True, mutual=True),
        near_miss("Neither party is hindered from developing goods that stand in competition with those of the other.", restrained=False),
        near_miss("Customer shall not use the Service to build a product that competes with it."),
        near_miss("Representatives does not include a person who works for a competitor of the Discloser."),
    ),
)  # fmt: skip
EXCLUSIVITY = Rule(
    "exclusivity",
    read_exclusivity,
    examples=(
        fires("Until the end of the talks Customer shall conduct discussions with Vendor alone and shall not seek offers from anyone "
            "else.", restrained=True, mutual=False, by="customer"),
        fires("Customer shall purchase widgets exclusively from Vendor.", restrained=True, by="customer"),
        fires("Neither party will negotiate a similar transaction with any third party before 1 May.", restrained=True, mutual=True),
        near_miss("The talks bind nobody to go further, and they are not exclusive.", restrained=False),
        near_miss("Nothing in this agreement obliges Customer to buy services from Vendor alone.", restrained=False),
        near_miss("The courts of London have exclusive jurisdiction."),
        near_miss("Vendor grants Customer a non-exclusive right to use the Service."),
        near_miss("Credits are Customer's sole and exclusive remedy."),
    ),
)  # fmt: skip
RESTRICTION_EXCEPTION = Rule(
    "competitive_restriction_exception",
    read_restriction_exception,
    examples=(
        fires("Vendor shall not sell competing products. Nothing in this clause prevents Vendor from competing outside of France."),
        fires(
            "Customer shall not engage in a competing business, except that it may hold shares of a competitor that are traded on an "
            "exchange."
        ),
        fires("Vendor shall not offer services similar to those of Customer, provided that this restriction does not apply to hardware."),
        near_miss("Vendor shall not sell competing products."),
        near_miss("The cap does not apply to fraud."),
        near_miss("Nothing in this agreement prevents either party from paying taxes."),
    ),
)
NON_DISPARAGEMENT = Rule(
    "non_disparagement",
    read_non_disparagement,
    examples=(
        fires("Neither party shall disparage the other or its products."),
        fires("Customer will not make derogatory remarks about Vendor."),
        fires("Each party shall refrain from negative statements about the other."),
        near_miss("Customer may publish reviews, critical comments included."),
        near_miss("Users must not upload defamatory content."),
        near_miss("Each party shall speak to the press through its own office."),
    ),
)
FIRST_REFUSAL = Rule(
    "rofr_rofo_rofn",
    read_first_refusal,
    examples=(
        fires("Customer has a right of first refusal if Vendor wishes to sell the Software."),
        fires("Before offering the territory to others Vendor shall first negotiate with Customer in good faith."),
        fires("Vendor grants Customer the first option to license each improvement."),
        near_miss("Customer has no right of first refusal."),
        near_miss("The first invoice falls due on signature."),
        near_miss("The parties shall first try to settle a dispute by talks."),
    ),
)
