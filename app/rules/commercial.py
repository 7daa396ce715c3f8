"""Commercial promises: terms as good as another's, a share of revenue, limits on prices."""

from __future__ import annotations

from app.domain.reading import Reading
from app.rules.reading.passage import Passage, Sentence
from app.rules.reading.pattern import expression, phrase
from app.rules.rule import Rule, fires, near_miss

FAVOURED = expression(
    r"\bmost[- ]favou?red\b|\b(?:no|not) (?:less|more|worse|higher)(?: [a-z]+){0,2}? (?:than|favou?rable)\b[^;\n]{0,120}?\b(?:any|other|"
    r"another|similar(?:ly)?)(?: [a-z-]+){0,4}? (?:customers?|licensees?|clients?|buyers?|purchasers?|distributors?|party|person|"
    r"third part\w+)\b|"
    r"\b(?:at least )?as (?:favou?rable|low|good)(?: [a-z]+){0,3}? as\b[^;\n]{0,100}?\b(?:any|other|"
    r"another)(?: [a-z-]+){0,4}? (?:customers?|licensees?|clients?|buyers?|purchasers?|distributors?)\b|"
    r"\b(?:lowest|best) (?:prices?|rates?|terms|fees?)\b[^;\n]{0,100}?\b(?:any|other|another|customers?|anyone)\b|\b(?:better|lower|"
    r"more favou?rable) (?:prices?|terms|rates?|conditions|fees?)\b[^;\n]{0,140}?\b(?:other|another|any|"
    r"third)\b[^;\n]{0,40}\b(?:customer|client|licensee|party|buyer)\w*\b[^;\n]{0,160}\b(?:extend|offer|reduce|lower|apply|same|benefit|"
    r"adjust|match|give)\w*"
)
NOT_FAVOURED = phrase(
    r"confidential|care|insur\w+|protective|processor|sub-?processors?|own (?:information|confidential)|dut(?:y|ies) (?:no|not)|"
    r"affiliates? (?:no|on terms)|assignee|severab\w+"
)
SHARE = expression(
    r"\b(?:share|sharing|split|portion|participation|percentage|percent|per cent|royalt(?:y|ies)|commission)\b[^;\n]{0,80}?\b(?:of|in|"
    r"on)\b[^;\n]{0,30}?\b(?:revenues?|profits?|sales|proceeds|income|turnover|receipts|margin|selling price)\b|\b(?:revenue|"
    r"profit)[- ]shar\w+\b|[0-9] ?% (?:\([^)]{1,20}\) )?of\b[^;\n]{0,30}?\b(?:revenues?|profits?|sales|proceeds|income|turnover|"
    r"receipts)\b|\bshares? (?:equally )?(?:the |all )?(?:[a-z]+ )?(?:revenues?|profits?|proceeds)\b|\broyalt(?:y|"
    r"ies)\b[^;\n]{0,60}?\b(?:shall|will|is|are|equal|at the rate|of [0-9]|on net)\b|"
    r"\b(?:commission|royalty)\b[^;\n]{0,50}\b(?:of|at) [^;\n]{0,20}(?:%|percent|per cent)"
)
NO_SHARE = phrase(
    r"royalty-free|without royalt(?:y|ies)|no royalt(?:y|ies)|free of royalt(?:y|ies)|liab\w+|damages|loss(?:es)?|lost|taxe?s?|"
    r"indemnif\w+|infring\w+|penalt(?:y|ies)|cap|credits?|refund|threshold|exceed|interest|insur\w+|earn-?out|consequential|"
    r"profits? (?:lost|and loss)|controls?|ownership|votes?|shareholders?|shares? of stock"
)
PAYS = phrase(
    r"pays?|paid|payable|receives?|entitled|shall (?:be|have|remit|share|pay)|remits?|owes?|earns?|split|share[sd]?|equal|royalt(?:y|"
    r"ies)|commission"
)
PRICE_LIMIT = expression(
    r"\b(?:resale|retail|selling|minimum advertised|list|wholesale|end[- ]user|transfer) prices?\b[^;\n]{0,100}?\b(?:shall|must|may|not|"
    r"no (?:less|more|higher|lower)|below|above|least|exceed|fixed|set)\b|\b(?:not|NEITHER|never|no)\b[^;\n]{0,40}?\b(?:sell|resell|"
    r"charge|offer|advertise)\w*\b[^;\n]{0,60}?\b(?:below|above|for less|for more|at (?:a|any) price|more than|less than)\b|"
    r"\b(?:prices?|fees?|charges?|rates?)\b[^;\n]{0,60}?\b(?:shall|will|may|do|does|must) not\b[^;\n]{0,20}?\b(?:be )?(?:increased?|"
    r"raised?|rise|go up|changed?|exceed|reduced?)\b"
)
TO_OTHERS = phrase(
    r"third part(?:y|ies)|resell\w*|resale|retail|distribut\w+|end[- ]users?|customers of|to its customers|sublicensees?|dealers?|"
    r"advertis\w+|selling price|subscribers"
)


def read_most_favored(passage: Passage) -> Reading | None:
    """Read a promise of terms no worse than those of another customer."""
    return _first(
        passage,
        "most_favored_nation",
        lambda sentence: (
            (hit := sentence.find(FAVOURED)) is not None
            and not sentence.has(NOT_FAVOURED)
            and not hit.excepted
            and sentence.has(phrase(r"prices?|terms|rates?|fees?|charges?|conditions|most favou?red|discounts?|royalt(?:y|ies)"))
        ),
    )


def read_revenue_sharing(passage: Passage) -> Reading | None:
    """Read a share of revenue or profit that one side owes the other."""
    return _first(
        passage,
        "revenue_sharing",
        lambda sentence: (
            sentence.affirms(SHARE) is not None
            and sentence.has(PAYS)
            and not sentence.has(NO_SHARE)
            and sentence.has(phrase("CUSTOMER|VENDOR|EITHER|OTHER|the other"))
        ),
    )


def read_price_restriction(passage: Passage) -> Reading | None:
    """Read a limit on the prices that a party may charge others; its own prices to the other side are a price adjustment."""
    return _first(
        passage,
        "price_restriction",
        lambda sentence: (
            sentence.has(PRICE_LIMIT) and sentence.has(TO_OTHERS) and not sentence.has(phrase(r"list price then|renewal|anniversary|index"))
        ),
    )


def _first(passage: Passage, clause_type: str, holds: object) -> Reading | None:
    if passage.clause.kind in ("heading", "title", "recital"):
        return None
    found: Sentence | None = next((each for each in passage.sentences if holds(each)), None)  # type: ignore[operator]
    return passage.reading(clause_type, found) if found is not None else None


MOST_FAVORED = Rule(
    "most_favored_nation",
    read_most_favored,
    examples=(
        fires("Vendor's prices to Customer shall be no less favorable than those that it offers to any other customer."),
        fires("Should Vendor grant better terms to another customer, it shall extend the same to Customer."),
        fires("Customer enjoys most favoured customer status on prices."),
        near_miss("Each party protects the information with care no less than that which it gives its own confidential information."),
        near_miss("Vendor may offer other customers different prices."),
        near_miss("Sub-processors are bound to terms no less protective than these."),
    ),
)
REVENUE_SHARING = Rule(
    "revenue_sharing",
    read_revenue_sharing,
    examples=(
        fires("Customer shall pay Vendor a royalty of five percent of net sales."),
        fires("The parties share the profits of the joint offer equally; Vendor receives 40% of the net revenue."),
        fires("Vendor is entitled to a commission of 10% on all sales that it refers to Customer."),
        near_miss("Vendor grants Customer a royalty-free licence."),
        near_miss("Neither party is liable for lost profit or a share of lost revenue."),
        near_miss("If revenue exceeds the threshold the licence ends."),
    ),
)
PRICE_RESTRICTION = Rule(
    "price_restriction",
    read_price_restriction,
    examples=(
        fires("Customer shall not resell the products below the minimum price."),
        fires("The resale price shall not exceed the list price published by Vendor."),
        fires("Customer shall not advertise the goods to third parties for less than the agreed price."),
        near_miss("The Charges shall not be increased during the Initial Term."),
        near_miss("Customer shall pay the fees in the Order Form."),
        near_miss("Customer may set its own prices."),
    ),
)
