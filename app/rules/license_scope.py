"""Scope of a licence: may it be passed on, does it take in affiliates, is it unlimited in use, does it last for good.

Each is a label of its own beside `license_grant`; these types carry no terms but the common `refused`.
"""

from __future__ import annotations

from collections.abc import Callable

from app.domain.reading import Reading
from app.rules.reading.passage import Passage, Sentence
from app.rules.reading.pattern import expression, phrase
from app.rules.rule import Rule, fires, near_miss
from app.rules.secrecy_paper import is_secrecy_paper
from app.rules.works import GROUP, IRREVOCABLE, PERPETUAL

LICENCE = phrase(
    r"licen[cs]es?|licen[cs]ed|rights? (?:to use|of use|to access|to run|to install|to reproduce|to exploit|to allow)|permissions?|"
    r"(?:non-?)?(?:exclusive|transferable)[a-z, -]{0,60} rights?|the right|this right|may use|right"
)
BOUND_TO_HOLDER = expression(
    r"\bnon-?transferable\b|\bnot (?:be )?(?:transferable|transferred|assignable)\b|\b(?:licen[cs]es?|rights?|permission|"
    r"it)\b[^;\n]{0,40}?\b(?:may|can|shall|must) (?:not|only) be (?:transferred|assigned|passed on|sublicen[cs]ed or transferred)\b|"
    r"\b(?:may|can|shall) be transferred only\b|"
    r"\b(?:may|must|shall|can) not\b[^;\n]{0,40}?\b(?:transfer|hand|pass|assign|sell|rent)\w*\b[^;\n]{0,30}?\b(?:it|licen[cs]e|right|"
    r"permission|the (?:service|software))\b|\bpersonal to CUSTOMER\b"
)
NOT_A_LICENCE = phrase(
    r"(?:transfer|assign) (?:this|the) (?:agreement|contract)|invoice|non-transferable (?:vote|ticket|share)|copyright|moral rights?|"
    r"confidential information|data"
)
EXTENDS = phrase(
    r"may (?:also )?(?:use|exercise|access|run|benefit|be made|have)|exercise|extends? to|grants?|same (?:way|right|terms)|"
    r"for the benefit of|includes?|covers?|(?:is|are) (?:entitled|permitted|allowed|licensed)|use|right|licen[cs]e|sublicen[cs]e"
)
USERS_OF_GROUP = expression(
    r"\b(?:affiliates?|subsidiar(?:y|ies)|group|compan(?:y|ies)|entit(?:y|ies)|members?)\b[^;\n]{0,120}?\b(?:may|can|"
    r"shall be entitled to|are entitled to|is entitled to)\b[^;\n]{0,40}?\b(?:use|exercise|access|run|benefit|be made)\b|"
    r"\b(?:right|licen[cs]e|grants?|permission)\b[^;\n]{0,140}?\b(?:extends? to|to CUSTOMER (?:and|or)|and (?:to )?(?:its|each|any|the|"
    r"all)|for|including|sublicen[cs]\w* (?:it |this |these rights )?to)\b[^;\n]{0,60}?\b(?:affiliates?|subsidiar(?:y|ies)|group|"
    r"compan(?:y|ies) (?:of|in|that))\b"
)
NOT_GROUP_USE = phrase(
    r"liab\w+|indemnif\w+|assign(?:ment)?|controls? a party|confidential|competit\w+|solicit\w*|employ\w*|audit\w*|defends?|"
    r"VENDOR's (?:affiliates|group)|by VENDOR and its affiliates|means|CUSTOMER grants? (?:to )?VENDOR|(?:business|"
    r"purposes) of (?:CUSTOMER's|the) group|for the internal business of CUSTOMER's group"
)
LICENSOR_GROUP = expression(
    r"\bVENDOR(?:,)? (?:and|on behalf of itself and|for itself and|together with) (?:each of )?its (?:affiliates|subsidiaries|"
    r"group companies)(?:,)? (?:hereby )?(?:grants?|licen[cs]es?)\b|\bVENDOR shall (?:cause|procure|"
    r"ensure) (?:that )?(?:each of )?its (?:affiliates|subsidiaries)(?: to| shall)? (?:grant|licen[cs]e)\b|"
    r"\baffiliates of VENDOR (?:hereby )?(?:grant|licen[cs]e)\b|\b(?:intellectual property|rights|patents) of (?:VENDOR (?:and|or) its|"
    r"VENDOR's) affiliates\b[^;\n]{0,60}\blicen[cs]ed?\b"
)
WITHOUT_LIMIT = phrase(
    r"unlimited (?:number of )?(?:[a-z]+ )?(?:users?|use|usage|copies|seats|devices|instances|sites|installations|access)|"
    r"enterprise-?wide|whatever the number of|no (?:limit|ceiling|cap|restriction) on (?:the )?(?:number of )?(?:[a-z]+ )?(?:users?|"
    r"servers?|requests|seats|copies|use|instances|accelerators)|any number of (?:users|copies|people|seats|persons)|"
    r"all-you-can-(?:eat|use)|without (?:any )?limit(?:ation)? (?:on|as to|of|in) (?:the )?number|site[- ]wide licen[cs]e|"
    r"for any number, however great|(?:any number|no ceiling)[a-z ,]{0,40}users"
)
LIFELONG_THINGS = phrase(
    r"jurisdiction|consent|appointment|payment|offer|confidential\w*|secrecy|waive[sr]?|letter of credit|instruction|power of attorney|"
    r"undertaking|data|content|dut(?:y|ies)|CUSTOMER grants? (?:to )?VENDOR|CUSTOMER gives? VENDOR|proxy"
)


def _reader(clause_type: str, holds: Callable[[Sentence, Passage], bool]) -> Callable[[Passage], Reading | None]:
    """A reader that labels a passage when one of its sentences holds."""

    def read(passage: Passage) -> Reading | None:
        if passage.clause.kind in ("heading", "title", "recital"):
            return None
        found = next((each for each in passage.sentences if holds(each, passage)), None)
        return passage.reading(clause_type, found) if found is not None else None

    return read


def _non_transferable(sentence: Sentence, passage: Passage) -> bool:
    return (
        sentence.has(BOUND_TO_HOLDER)
        and (sentence.has(LICENCE) or passage.has(LICENCE))
        and not sentence.has(NOT_A_LICENCE)
        and not is_secrecy_paper(passage)
    )


def _licensee_group(sentence: Sentence, passage: Passage) -> bool:
    group = sentence.find(GROUP)
    return (
        group is not None
        and sentence.has(USERS_OF_GROUP)
        and sentence.has(EXTENDS)
        and not sentence.has(NOT_GROUP_USE)
        and not group.negated
        and not is_secrecy_paper(passage)
    )


def _licensor_group(sentence: Sentence, passage: Passage) -> bool:
    return sentence.has(LICENSOR_GROUP)


def _unlimited(sentence: Sentence, passage: Passage) -> bool:
    return sentence.has(WITHOUT_LIMIT) and not sentence.has(phrase("liab\\w+|indemnif\\w+"))


def _lasting(sentence: Sentence, passage: Passage) -> bool:
    hit = sentence.affirms(PERPETUAL) or next(
        (each for each in sentence.hits(IRREVOCABLE) if not each.excepted and (not each.negated or "not" in each.words)), None
    )
    return (
        hit is not None
        and sentence.has(phrase(r"licen[cs]es?|licen[cs]ed|the right (?:to|of)|rights? to use|right"))
        and not sentence.has(LIFELONG_THINGS)
        and not hit.words.startswith(("surviv", "outl", "continues"))
    )


NON_TRANSFERABLE = Rule(
    "non_transferable_license",
    _reader("non_transferable_license", _non_transferable),
    examples=(
        fires("Vendor grants Customer a non-exclusive, non-transferable right to use the Service."),
        fires("This permission is not exclusive, and you may not sell it, rent it out or hand it to anyone else."),
        fires("The right may be transferred only together with this Agreement."),
        near_miss("Vendor grants Customer a transferable licence to use the Deliverables."),
        near_miss("Neither party may transfer this Agreement without consent."),
        near_miss("Shares are non-transferable votes."),
    ),
)
LICENSEE_GROUP = Rule(
    "affiliate_license_licensee",
    _reader("affiliate_license_licensee", _licensee_group),
    examples=(
        fires("The subsidiaries of Customer may exercise the foregoing right."),
        fires("The right extends to every company that belongs to Customer's group."),
        fires("Vendor grants to Customer and its affiliates a licence to use the Software."),
        near_miss("Affiliate means a company which controls a party or is controlled by it."),
        near_miss("Vendor shall indemnify Customer and its affiliates."),
        near_miss("Customer may assign this agreement to an affiliate."),
    ),
)
LICENSOR_GROUP_RULE = Rule(
    "affiliate_license_licensor",
    _reader("affiliate_license_licensor", _licensor_group),
    examples=(
        fires("Vendor, on behalf of itself and its affiliates, grants Customer a licence under the Patents."),
        fires("Vendor and its affiliates hereby grant Customer a non-exclusive licence."),
        fires("Vendor shall cause its affiliates to grant Customer the same licence."),
        near_miss("Vendor grants Customer and its affiliates a licence."),
        near_miss("Affiliates of Vendor may perform the services."),
        near_miss("Vendor and its affiliates are not liable for lost profit."),
    ),
)
UNLIMITED = Rule(
    "unlimited_license",
    _reader("unlimited_license", _unlimited),
    examples=(
        fires("Customer may use the Software for an unlimited number of users."),
        fires("The licence is enterprise-wide."),
        fires("There is no limit on the number of users or servers."),
        near_miss("Vendor's liability is unlimited."),
        near_miss("The licence covers up to fifty users."),
        near_miss("Vendor is liable without limit for intent."),
    ),
)
PERPETUAL_RULE = Rule(
    "perpetual_license",
    _reader("perpetual_license", _lasting),
    examples=(
        fires("Vendor grants Customer a perpetual, irrevocable licence to use the Deliverables."),
        fires("The right to that release is irrevocable and unlimited in time."),
        fires("For every file that we have delivered to you, the licence lasts for good."),
        near_miss("Vendor grants Customer a licence for the term of this Agreement."),
        near_miss("The duties of confidentiality are perpetual."),
        near_miss("Each party irrevocably submits to the jurisdiction of the courts of London."),
    ),
)
