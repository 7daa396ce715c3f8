"""Insurance: what must be carried, whether cyber risks are covered, and for what sum (units of its currency, for each claim)."""

from __future__ import annotations

from app.domain.reading import Reading
from app.rules.reading.deontic import NOT_OWED, WAIVED
from app.rules.reading.passage import Passage
from app.rules.reading.pattern import expression, phrase
from app.rules.rule import Rule, fires, near_miss

INSURANCE = phrase(r"insurances?|insured|cover(?:age)?|polic(?:y|ies)|liability cover|underwriters?|insurers?")
INSURES = phrase(
    r"insurances?|insured|insurers?|(?:liability|indemnity|cyber|omissions|security|professional) (?:cover(?:age)?|polic(?:y|ies))|"
    r"insurance polic(?:y|ies)"
)
CARRIES = phrase(
    r"carr(?:y|ies)|maintains?|keeps?|holds?|takes? out|procures?|effects?|obtains?|has in (?:force|place)|have in (?:force|place)|"
    r"is insured|are insured|insures?|shall be insured|provides? evidence|required|be covered|purchases?|buys?"
)
CYBER = phrase(
    r"cyber(?:[ -]?(?:risks?|liability|security))?|network security|data (?:breach|protection|loss|risks?)|privacy|"
    r"information security|technology errors|breach response|hacking"
)
KINDS = expression(
    r"\b(?:liability|indemnity|errors and omissions|workers'? compensation|general liability|professional|property|umbrella|"
    r"product liability|commercial)\b"
)
NOT_CARRIED = phrase(
    r"insurers and lenders|insurance (?:business|software|compan(?:y|ies)|text|contracts?|industry|claims?|broker)|claims-handling|"
    r"bears? the cost|notice to (?:its )?insurers?"
)


def read_insurance(passage: Passage) -> Reading | None:
    """Read a duty to carry insurance; None where insurance is only mentioned."""
    for sentence in passage.sentences:
        if not sentence.has(INSURES) or (sentence.has(NOT_CARRIED) and not sentence.has(KINDS)):
            continue
        carried = sentence.find(CARRIES)
        if carried is None and passage.titled("insurance") and sentence.has(KINDS):
            carried = sentence.find(KINDS)
        if carried is None or not (sentence.money or sentence.has(KINDS) or passage.titled("insurance")):
            continue
        if carried.negated:
            return passage.reading("insurance", sentence, required=carried.proves(False))
        money = next((m for line in passage.sentences for m in line.money), None)
        cyber = passage.find(CYBER)
        return passage.reading(
            "insurance",
            sentence,
            required=carried.proves(True),
            cyber=cyber.proves(True) if cyber is not None else None,
            amount=passage.place(money).proves(money.value) if money else None,
            currency=passage.place(money).proves(money.currency) if money else None,
        )
    return _in_other_words(passage)


# What insures: for "policy" and "cover" alone, which mean other things too, the clause has to be about risks.
_ABOUT = expression(
    r"\b(?:insur[a-z]+|underwrit[a-z]+|premiums?|sum assured|assurance cover|brokers?)\b|\b(?:polic(?:y|ies)|cover(?:age)?s?|certificates? of cover)\b"
)
_SURE = expression(
    r"\b(?:insur[a-z]+|underwrit[a-z]+|sum (?:assured|insured)|certificates? of (?:cover|insurance))\b|"
    r"\b(?:procur(?:e|es|ing)|buy(?:s|ing)?|purchas(?:e|es|ing)|tak(?:e|es|ing) out|maintain(?:s|ing)?|carry(?:ing)?|carries|hold(?:s|ing)?|keep(?:s|ing)?|effect(?:s|ing)?|obtain(?:s|ing)?|renew(?:s|ing)?) "
    r"(?:[a-z]+,? ){0,5}?(?:cover(?:age)?|polic(?:y|ies))\b|\bpolic(?:y|ies) (?:to be |that are |are |is |be )?(?:[a-z]+ )?(?:maintained|held|taken out|carried|renewed|lapse[sd]?|in force|kept)\b|"
    r"\bcover(?:age)? (?:of (?:whatever|any|every) (?:class|kind|sort|description)|against|in force)\b|\b(?:cyber|professional|liability|indemnity)[a-z, ]{0,30} (?:cover|polic(?:y|ies))\b|\blapse\b|\bits (?:own )?policies\b"
)
_RISKS = expression(
    r"\b(?:cyber[a-z -]*|hacks?|hacking|hacker attacks?|data (?:leaks?|breach(?:es)?|loss(?:es)?|thefts?)|(?:network|information|it|data|computer|digital)[ -](?:security|failures?|attacks?|risks?|crime)|"
    r"security failures?|privacy|loss of (?:personal )?data|ransomware|malicious (?:code|software)|intrusions?|breach response|leak(?:s|ed|age)?|electronic (?:risks?|attacks?|crime)|online attacks?|"
    r"break-?ins? (?:into|to) (?:its |the )?(?:systems?|networks?|computers?))\b"
)
_NOT_INSURANCE = phrase(
    r"limits? (?:of|on) liability|acceptable use|privacy polic(?:y|ies)|security polic(?:y|ies)|use polic(?:y|ies)|social (?:insurance|security)|retention polic(?:y|ies)|insurance (?:business|software|compan(?:y|ies)|text|"
    r"industry|claims?|broker|contributions?)|claims-handling|test coverage|health (?:insurance|cover)|bank guarantee|workers|travel|policyholders?|service[- ]level|cover letter|internal polic(?:y|ies)"
)
_KEEPS = phrase(
    r"keeps?|kept|holds?|held|maintains?|maintained|carr(?:y|ies)|carried|takes? out|taken out|procures?|buys?|bought|purchases?|effects?|effected|obtains?|has|have|is|are|be|must|shall|will|undertakes?|"
    r"warrants?|confirms?|sustains?|remains?|stays?|provides?|covers?|pays out|insures?|in force|in place|in effect|evidence"
)
_ANY_NO = expression(
    r"\b(?:no|not|never|nor|neither|none|nothing|cannot|without|n't|[a-z]+n't|declin[a-z]+|refus[a-z]+|struck out|deleted|waive[sd]?|excused|relieved|released|exempt(?:ed)?|free (?:not )?to|self-insure[sd]?|"
    r"own (?:balance sheet|pocket|funds|means|resources)|uninsured|discretion|at liberty|for information|lapse|omitted|removed|dispensed with|optional|if (?:it|VENDOR) (?:sees fit|wishes|chooses)|look to its own|"
    r"CUSTOMER's own|left to VENDOR|at will|voluntar(?:y|ily)|outside)\b"
)


def _in_other_words(passage: Passage) -> Reading | None:
    """Insurance spoken of in other words: refused, left to the vendor, or kept for a sum or against hacks and leaks."""
    if passage.clause.kind in ("title", "heading", "definition", "recital", "parties") or passage.is_title:
        return None
    titled = passage.titled("insur", "cover", "polic", "risk", "protect")
    for sentence in passage.sentences:
        if not sentence.has(_ABOUT) or sentence.has(_NOT_INSURANCE) or not (sentence.has(_SURE) or titled or sentence.has(_RISKS)):
            continue
        if not (
            sentence.has(_SURE) or sentence.has(_RISKS) or passage.has(_SURE) or passage.titled("insur", "cover", "polic", "risk", "tender")
        ):
            continue
        denied = sentence.find(_ANY_NO)
        promised = bool(sentence.money) or sentence.has(_RISKS) or sentence.has(_KINDLY)
        if (
            denied is not None
            and not (promised and not sentence.hits(NOT_OWED))
            and (sentence.hits(NOT_OWED, WAIVED) or "VENDOR" in passage.words or sentence.has(_STRUCK))
        ):
            return passage.reading("insurance", sentence, required=denied.proves(False), refused=denied.proves(True))
        if promised and sentence.has(_KEEPS) and not sentence.has(_BARELY):
            money = next((m for line in passage.sentences for m in line.money), None)
            cyber = passage.find(CYBER) or passage.find(_RISKS)
            return passage.reading(
                "insurance",
                sentence,
                required=sentence.proves(True),
                cyber=cyber.proves(True) if cyber is not None else None,
                amount=passage.place(money).proves(money.value) if money else None,
                currency=passage.place(money).proves(money.currency) if money else None,
            )
    return None


_KINDLY = phrase(
    r"professional (?:indemnity|liability|risks?)|public liability|liability|errors and omissions|negligence|third-party (?:claims|risks)|suitable|adequate|customary|usual|proper|appropriate"
)
_STRUCK = phrase(r"struck out|deleted|not replaced|removed|omitted|dispensed with|no insurance|waived")
_BARELY = phrase(
    r"need not|no (?:duty|obligation)|(?:is|are) not (?:obliged|required|bound)|excused from|released from|free not to|CUSTOMER (?:shall|must|will|is to) (?:carry|maintain|insure|keep|hold|take out)"
)


RULE = Rule(
    "insurance",
    read_insurance,
    examples=(
        fires(
            "Vendor shall carry technology errors and omissions and network security insurance of not less than GBP 10,000,000 for "
            "any one claim.",
            cyber=True,
            amount=10000000,
            currency="GBP",
        ),
        fires(
            "For the Term the Provider maintains liability insurance that includes cyber risks, with a sum insured of at least EUR "
            "20,000,000 per event.",
            cyber=True,
            amount=20000000,
            currency="EUR",
        ),
        fires(
            "We hold commercial general liability insurance of at least US$1,000,000 for each occurrence.",
            required=True,
            cyber=None,
            amount=1000000,
        ),
        near_miss("Representatives are a party's directors, advisers, insurers and lenders."),
        near_miss("Each party bears the cost of its own people, of their travel and of their insurance."),
        near_miss("The Licensee markets claims-handling software to insurance companies."),
    ),
)
