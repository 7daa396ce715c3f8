"""Sums and promises around breach: liquidated damages, minimum commitments, and covenants not to sue."""

from __future__ import annotations

from app.domain.reading import Reading
from app.rules.reading.passage import Passage
from app.rules.reading.pattern import expression, phrase
from app.rules.rule import Rule, fires, near_miss

LIQUIDATED = expression(
    r"\b(?:liquidated damages|agreed (?:damages|sum|compensation)|contractual penalt(?:y|ies)|conventional penalt(?:y|ies)|"
    r"penalty (?:clause|payment|of)|lump[- ]sum (?:damages|compensation)|not as a penalty|genuine pre-?estimate|"
    r"stipulated (?:damages|sum)|delay (?:damages|compensation)|fixed (?:damages|compensation)|delay credit)\b"
)
BREACH_SUM = expression(
    r"\b(?:for each|per|for every)\b[^;\n]{0,40}\b(?:breach|violation|infringement|day|week|month|hour)\b[^;\n]{0,60}\b(?:late|"
    r"delay|pays?|credit|owes?|forfeits?|deduct[a-z]*)\b|\b(?:misses|missed|late|delay(?:ed|s)?|"
    r"overdue)\b[^;\n]{0,160}\b(?:for each|per|for every)\b[^;\n]{0,30}\b(?:day|week|month)\b"
)
NOT_LIQUIDATED = phrase(
    r"service charge|finance charge|unpaid|late payments?|amounts? not paid|not paid when due|interest|overdue|availability|uptime|"
    r"invoices?|support|storage|service credits?|response"
)
EARLY_END = expression(
    r"\b(?:early[- ]termination (?:fee|charge)|cancellation (?:fee|charge)|termination (?:fee|charge)|remaining (?:fees|"
    r"charges)[^;\n]{0,60}\b(?:become|fall|immediately) (?:due|payable))\b"
)
MINIMUM = expression(
    r"\b(?:minimum (?:annual |yearly |monthly |quarterly |purchase |order |contract |spend |volume )*(?:commitment|purchases?|"
    r"quantit(?:y|ies)|orders?|spend|volume|fees?|payments?|royalt(?:y|ies)|amounts?|sales|charges?|guarantee)|(?:guaranteed|"
    r"committed) (?:minimum|volume|spend|purchases?|quantit(?:y|ies))|take[- ]or[- ]pay|(?:purchase|pay for|order|buy|take|license|"
    r"acquire)s? (?:[a-z]+ ){0,3}?(?:at least|no fewer than|not (?:less|fewer) than|a minimum of|no less than) (?:usd |eur |gbp |"
    r"\$ ?)?(?:[0-9]|one|two|three|five|ten|twenty|fifty|(?:a |one )?hundred|(?:a |one )?thousand)[a-z0-9,.() ]*|"
    r"minimum of [a-z0-9 ,()]{1,30} (?:seats|users|licen[cs]es|units|profiles|hours))\b"
)
BUYS = phrase(
    r"purchas(?:e|es|ing)|pays?|payable|orders?|buys?|takes?|commit(?:s|ted|ment)?|licen[cs]es?|spend|shall|must|will|guarantees?|"
    r"acquire"
)
NO_SUE = expression(
    r"\b(?:covenants? not to sue|(?:not|never|nor|NEITHER|refrains? from|agrees? not to|shall not|will not|"
    r"may not)\b[^;\n]{0,60}?\b(?:sues?|suing|bring(?:ing)? (?:any |an |a )?(?:claim|action|suit|proceeding)s?|"
    r"assert(?:ing)? (?:any |a |its )?(?:claims?|patents?|rights?|intellectual)|challeng(?:e|es|ing)|contest(?:s|ing)?|attack(?:s|"
    r"ing)?|disput(?:e|es|ing) the (?:validity|ownership|title)|question(?:s|ing)? the (?:validity|ownership|title)|enforc(?:e|"
    r"ing) (?:any |its )?patents?|institut(?:e|ing)))\b|\bwaives? (?:any|all|every) (?:right to (?:sue|bring)|claims? against)|"
    r"\breleases? (?:and (?:forever )?discharges?|VENDOR from all claims)"
)
OF_RIGHTS = expression(
    r"\b(?:validity|ownership|title|patents?|intellectual property|(?:trade)?marks?|copyrights?|rights? (?:in|to)|claims? against|"
    r"sue|covenant|registration|infring[a-z]+|proprietary|suit|releases?)\b"
)
NOT_SUING = phrase(
    r"arbitrat[a-z]+|before (?:commencing|bringing)|until|invoices?|mediation|limitation period|within (?:one|two|three)|"
    r"class actions?|jurisdiction|moral rights|unless|assert (?:their|its|any)? ?moral|attack the (?:system|service)|prevent"
)


def read_liquidated_damages(passage: Passage) -> Reading | None:
    """Label a sum fixed beforehand for a breach, a delay or an early end; `refused` where it is said that none is owed."""
    for sentence in passage.sentences:
        hit = sentence.find(LIQUIDATED) or sentence.find(EARLY_END)
        if hit is not None and hit.sentence.has(_FORFEITED):
            return passage.reading("liquidated_damages", sentence, refused=hit.proves(True))
        if hit is not None and (not hit.negated or sentence.has(_AGREED)):
            return None if sentence.has(_NO_SUM) else passage.reading("liquidated_damages", sentence)
        if sentence.has(BREACH_SUM) and not sentence.has(NOT_LIQUIDATED) and (sentence.percents or sentence.money):
            return passage.reading("liquidated_damages", sentence)
    return None


_FORFEITED = expression(
    r"\b(?:is|are|shall|will|does|do) not\b[^;\n]{0,40}\b(?:forfeit(?:ed)?|payable|due|owed|agreed|apply|incurred)\b|"
    r"\bno (?:contractual )?penalt(?:y|ies)\b"
)
_NO_SUM = phrase(r"perjury|owed to (?:network|third)|civil penalt(?:y|ies)|penalty of law|counts as direct")
_AGREED = phrase(r"liquidated damages|not as a penalty")


def read_minimum_commitment(passage: Passage) -> Reading | None:
    """Label a minimum that must be bought or paid; a denial of one is no commitment."""
    for sentence in passage.sentences:
        hit = sentence.find(MINIMUM)
        if hit is not None and sentence.has(BUYS) and not hit.negated and not sentence.has(_OTHER_MINIMUM):
            return passage.reading("minimum_commitment", sentence)
    return None


_OTHER_MINIMUM = phrase(
    r"insurance|notice|availability|uptime|minimum wage|encryption|security|insured|coverage|password|retention|age|response|"
    r"days' (?:written )?notice"
)


def read_covenant_not_to_sue(passage: Passage) -> Reading | None:
    """Label a promise not to sue or not to challenge rights."""
    for sentence in passage.sentences:
        hit = sentence.find(NO_SUE)
        if hit is not None and sentence.has(OF_RIGHTS) and not sentence.has(NOT_SUING):
            return passage.reading("covenant_not_to_sue", sentence)
    return None


LIQUIDATED_DAMAGES = Rule(
    "liquidated_damages",
    read_liquidated_damages,
    examples=(
        fires(
            "For each breach Client shall pay Agency, as liquidated damages and not as a penalty, a sum equal to forty percent of "
            "the salary."
        ),
        fires(
            "If the Contractor misses the date of a Milestone, it pays for each further Working Day 0.3 % of the remuneration of "
            "that Milestone, at most 5 % of it."
        ),
        fires("On early cancellation an early termination fee of $5,000 falls due."),
        near_miss("A contractual penalty is not forfeited by either party.", refused=True),
        near_miss("A sum that is late bears interest at 6 % for each year of delay."),
        near_miss("The Supplier credits 5 % for each month in which availability is late to recover."),
    ),
)
MINIMUM_COMMITMENT = Rule(
    "minimum_commitment",
    read_minimum_commitment,
    examples=(
        fires("The Client shall pay for no fewer than 1,000 profiles in each Contract Year, whatever the number that it holds."),
        fires("Distributor shall purchase at least 500 units in each calendar year."),
        fires("Customer's minimum annual commitment is $100,000."),
        near_miss("Nothing in this agreement obliges the Company to buy any minimum quantity of services."),
        near_miss("Vendor shall carry insurance with a minimum amount of $1,000,000."),
        near_miss("The parties shall give at least thirty days' notice."),
    ),
)
COVENANT_NOT_TO_SUE = Rule(
    "covenant_not_to_sue",
    read_covenant_not_to_sue,
    examples=(
        fires("Licensee shall not challenge or contest the validity or ownership of Licensor's trademarks."),
        fires("Each party covenants not to sue the other for infringement of any patent by the use of the feedback."),
        fires("Customer agrees not to assert any patents against Vendor or its customers."),
        near_miss("Neither party shall commence an action before it has referred the dispute to mediation."),
        near_miss("The Vendor shall not challenge an invoice after thirty days."),
        near_miss("Authors do not assert moral rights in the deliverables."),
    ),
)
