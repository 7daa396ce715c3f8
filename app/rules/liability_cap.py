"""Cap on liability: whose liability is limited, to what sum, what a higher limit covers, and what no limit touches.

The sum may stand in the clause, in a definition or in a table; carve-outs may stand in clauses beside it. All that modifies the
general limit is read into its reading. Months are months of fees, a multiple counts annual value (`DOMAIN` 3).
"""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.reading import Proof, Reading
from app.domain.terms import STATUTORY_EXCEPTIONS
from app.rules.carve_outs import CarveOut, exceptions
from app.rules.fees import Measure
from app.rules.limits import DENIED, HIGHER, Cap, find_caps, whose
from app.rules.reading.passage import Passage, Stretch
from app.rules.reading.pattern import expression, phrase
from app.rules.rule import Rule, fires, near_miss
from app.rules.uncapped_liability import lifts

NO_LIABILITY = expression(
    r"\bowes? (?:[A-Za-z]+ )?no (?:compensation|damages)\b|\b(?:no|any|all) (?:other )?liability (?:whatsoever|of any (?:kind|"
    r"nature|sort)|at all)\b|\bno (?:compensation|damages) (?:is|are|will be) (?:owed|due|payable)\b|"
    r"\bany (?:claims?|damages?|loss(?:es)?)(?: or (?:damages?|loss(?:es)?))? (?:whatsoever|of any (?:kind|nature|sort)|"
    r"however caused)\b|\bany (?:and all )?direct(?:,| or) indirect\b|\bdamages,? including(?:,? (?:but not limited to|"
    r"without limitation),?)? (?:any )?direct\b|\bliable (?:to (?:[A-Za-z]+) )?for anything\b"
)
_LIABLE = expression(r"\b(?:liab(?:le|ility)|owes?|responsible|answerable)\b")
_HEAD_ONLY = expression(r"\bdirect (?:or indirect )?loss(?:es)? of\b|\bindirect loss of\b|in each case|whether direct")


def read_liability_cap(passage: Passage) -> Sequence[Reading]:
    """Read each limit of a passage, its figures wherever they stand, and what other clauses take out of it."""
    readings: list[Reading] = []
    for cap in find_caps(passage):
        readings += _read(passage, cap)
    if readings:
        return readings
    none = _no_liability(passage)
    return (none,) if none is not None else tuple(_beside(passage))


def _read(passage: Passage, cap: Cap) -> list[Reading]:
    measure = cap.measure or Measure(None)
    if cap.covers and _has_general(passage, cap):
        return [
            passage.reading("liability_cap", cap.sentence, **_higher(cap), protects=_kept(cap.protects)),
            *_figures(passage, measure, label_only=True),
        ]
    lifted = lifts(passage, cap.limit.sentence)
    vendors, customers = exceptions(lifted, cap.sentence)
    other = _counterpart(passage, cap)
    protects = cap.protects if other is None or cap.protects is None else Proof("either", cap.protects.span)
    if protects is not None and protects.value == "either" and (turned := _turned(lifted)) is not None:
        protects = turned
    higher = next((found for near in _near(passage) for found in find_caps(near) if found.covers and found.sentence != cap.sentence), None)
    reading = passage.reading(
        "liability_cap",
        cap.sentence,
        basis=measure.basis,
        months=measure.months,
        multiple=measure.multiple,
        amount=measure.amount,
        currency=measure.currency,
        protects=protects,
        mutual=_mutual(protects),
        exceptions=vendors,
        customer_exceptions=customers,
        **(_higher(higher) if higher is not None else {"super_cap": Proof(False, cap.sentence.span)}),
    )
    return [reading, *_figures(passage, measure, label_only=False)]


def _turned(lifted: Sequence[CarveOut]) -> Proof | None:
    """That a limit for both protects the vendor alone, because its carve-outs lift only the customer's (`DOMAIN` 4)."""
    customers = [each for each in lifted if each.customer_only and each.matter != "payment"]
    vendors = [each for each in lifted if not each.customer_only and each.matter not in STATUTORY_EXCEPTIONS]
    return Proof("vendor", customers[0].at.span) if customers and not vendors else None


def _kept(protects: Proof | None) -> Proof | None:
    """A higher limit for the vendor's breaches is naturally the vendor's: that alone makes nothing one-sided."""
    return None if protects is None or protects.value == "vendor" else protects


def _mutual(protects: Proof | None) -> Proof | None:
    return None if protects is None else Proof(protects.value == "either", protects.span)


def _higher(cap: Cap) -> dict[str, Proof | None]:
    """The terms of a higher limit; months of fees are kept as they are, a multiple of a year's fees as years."""
    measure = cap.measure or Measure(None)
    covers = tuple(dict.fromkeys(each.matter for each in cap.covers))
    months, multiple = measure.months, measure.multiple
    if months is not None and multiple is not None and isinstance(months.value, int | float) and isinstance(multiple.value, int | float):
        months, multiple = Proof(months.value * multiple.value, multiple.span), None
    return {
        "super_cap": cap.limit.proves(True),
        "super_cap_covers": Proof(covers, cap.covers[0].at.span) if covers else None,
        "super_cap_months": months,
        "super_cap_multiple": multiple,
        "super_cap_amount": measure.amount,
    }


def _near(passage: Passage) -> tuple[Passage, ...]:
    return (passage, *passage.siblings)


def _has_general(passage: Passage, cap: Cap) -> bool:
    """Whether another limit stands beside it, for which it makes an exception; words for a higher one say so too."""
    if cap.sentence.has(HIGHER):
        return True
    return any(not each.covers for near in _near(passage) for each in find_caps(near) if each.sentence != cap.sentence)


def _counterpart(passage: Passage, cap: Cap) -> Cap | None:
    """The like limit for the other side, where each side has a sentence of its own."""
    if cap.protects is None or cap.protects.value not in ("vendor", "customer"):
        return None
    wanted = "customer" if cap.protects.value == "vendor" else "vendor"
    for near in _near(passage):
        for each in find_caps(near):
            if each.protects is not None and each.protects.value == wanted and not each.covers:
                return each
    return None


def _figures(passage: Passage, measure: Measure, *, label_only: bool) -> list[Reading]:
    """The definition or table row that holds the figure, labelled too."""
    proof = measure.amount or measure.months or measure.multiple or measure.basis
    if proof is None:
        return []
    if passage.span.covers(proof.span):
        return []
    holder = passage.paper.holding(passage.view.at(proof.span))
    meaning = next((m for m in passage.definitions if m.span.covers(proof.span)), None)
    where = meaning if meaning is not None and holder is not None and len(meaning.span) < len(holder.span) else holder
    if where is None:
        return []
    terms = {} if label_only else {"basis": measure.basis, "months": measure.months, "multiple": measure.multiple, "amount": measure.amount}
    return [where.reading("liability_cap", Stretch(passage.view, passage.view.at(proof.span)), **terms)]


def _no_liability(passage: Passage) -> Reading | None:
    """A clause under which one side owes nothing at all: a cap of zero."""
    for sentence in passage.sentences:
        hit = sentence.find(NO_LIABILITY)
        if (
            hit is None
            or not sentence.has(_LIABLE)
            or not sentence.has(DENIED)
            or sentence.has(_HEAD_ONLY)
            or sentence.has(_SINGLE_EVENT)
            or (
                not passage.titled("liab", "damage", "loss", "warrant", "risk", "disclaim", "promise", "as is", "responsib")
                and "compensation" not in hit.words
            )
        ):
            continue
        protects = whose(sentence, hit)
        if protects is None or protects.value == "customer":
            continue
        vendors, customers = exceptions(lifts(passage, sentence), sentence)
        return passage.reading(
            "liability_cap",
            sentence,
            basis=hit.proves("fixed"),
            amount=hit.proves(0),
            protects=protects,
            mutual=_mutual(protects),
            exceptions=vendors,
            customer_exceptions=customers,
        )
    return None


_SINGLE_EVENT = phrase(
    r"delays?|suspension|suspends?|force majeure|beyond|third[- ]party (?:products?|services?|content|websites?)|non-[a-z]+|beta|"
    r"free|links|refus(?:al|es)|terminat[a-z]+"
)


def _beside(passage: Passage) -> list[Reading]:
    """A clause that only says what a limit leaves out, or that it covers all: of the cap's type too, with what it lifts."""
    if not any(find_caps(near) for near in passage.siblings):
        return []
    for sentence in passage.sentences:
        if sentence.has(_OTHER_SUBJECT):
            continue
        if sentence.has(_OF_THE_LIMIT) and (lead := sentence.find(_SPEAKS_OF_LIMIT)) is not None:
            return [passage.reading("liability_cap", lead.sentence)]
    return []


_OTHER_SUBJECT = phrase(
    r"(?:countries|jurisdictions|states) (?:and states )?do not|insured|insurance|indirect|consequential|lost profits?|"
    r"loss of profits?"
)
_OF_THE_LIMIT = expression(
    r"\b(?:not (?:[a-z]+ ){0,3}(?:apply|extend|limit|restrict|exclude|affect|operate|reduce|diminish|count|cover|touch)|nothing|"
    r"no (?:limit|cap|ceiling|upper limit|maximum|monetary limit)|leaves? out|outside|unlimited|without (?:any )?(?:financial |"
    r"monetary )?limit|(?:applies|apply|cover|covers|govern) (?:to )?(?:every|everything|all))\b"
)
_SPEAKS_OF_LIMIT = expression(
    r"\b(?:limits?|limitations?|cap|ceiling|liability|liable|exclud[a-z]+|(?:sections?|clauses?|paragraphs?|"
    r"articles?) [0-9]+\.[0-9]+|[0-9]+\.[0-9]+ (?:to|and) [0-9]+\.[0-9]+)\b"
)


RULE = Rule(
    "liability_cap",
    read_liability_cap,
    examples=(
        fires(
            "The total liability of either party under this Agreement shall not exceed the fees paid in the twelve months before "
            "the claim.",
            basis="fees_paid",
            months=12,
            mutual=True,
            protects="either",
            exceptions=(),
        ),
        fires(
            "What we may have to pay you, all claims taken together, stops at the Recovery Amount.\n"
            "“Recovery Amount” is the sum of the charges that you have in fact paid us for the 180 days before the event.",
            basis="fees_paid",
            months=6,
            mutual=False,
            protects="vendor",
        ),
        fires(
            "Each party’s liability for the events of one Contract Year is limited to 150 per cent of the Annual Charges.",
            basis="annual_value",
            multiple=1.5,
            protects="either",
        ),
        fires(
            "For everything that goes wrong in one contract year, neither of us owes the other more than twice the yearly fee.",
            multiple=2,
            mutual=True,
        ),
        fires(
            "Vendor's aggregate liability shall not exceed the greater of $100,000 and the fees payable in the preceding 12 months.",
            basis="greater_of",
            amount=100000,
            months=12,
            protects="vendor",
        ),
        near_miss("Service credits for one month shall not exceed 15% of the monthly fee."),
        near_miss("Vendor shall carry professional liability insurance of not less than $1,000,000 for each claim."),
        near_miss("Interest on late payments shall not exceed 1.5% of the fees a month."),
        near_miss("Neither party shall be liable for delay caused by events beyond its reasonable control."),
    ),
)
