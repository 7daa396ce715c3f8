"""Reader 1: deterministic rules. `RULES` is the only registration of a rule; `read_contract` runs them all over a contract.

`reading/` is the shared machinery (folded text, negation, exceptions, direction, numbers, definitions); each module beside it reads
one family of clauses. `RULES_VERSION` is raised with every change of what rules read: it stands in each report.
"""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.contract import Contract
from app.domain.edit import Edit
from app.domain.reading import Reading
from app.rules import (
    acceptable_use,
    acceptance,
    ai_outputs,
    ai_training,
    audit,
    background_ip,
    commercial,
    confidentiality,
    continuity,
    customer_data,
    damages,
    data_protection,
    data_residency,
    data_return,
    frame,
    indemnity,
    insurance,
    ip_assignment,
    joint_ownership,
    law_and_disputes,
    liability_cap,
    license_grant,
    license_scope,
    loss_exclusion,
    model_governance,
    model_lifecycle,
    open_source,
    payment,
    price_adjustment,
    publicity,
    renewal,
    restraints,
    security_incident,
    service_levels,
    source_code,
    subprocessors,
    support,
    suspension,
    termination,
    termination_for_cause,
    transfer,
    transition,
    uncapped_liability,
    unilateral_changes,
    volume,
    warranty,
)
from app.rules.arbitration import arbitrated
from app.rules.reading.passage import Passages
from app.rules.reading.view import View
from app.rules.reread import Moved, affected, scope
from app.rules.rule import Rule

RULES_VERSION = "1"

RULES: tuple[Rule, ...] = (
    acceptable_use.RULE,
    acceptance.RULE,
    ai_outputs.OWNERSHIP,
    ai_outputs.RESTRICTION,
    ai_training.RULE,
    audit.RULE,
    background_ip.RULE,
    commercial.MOST_FAVORED,
    commercial.PRICE_RESTRICTION,
    commercial.REVENUE_SHARING,
    confidentiality.RULE,
    continuity.RULE,
    customer_data.RULE,
    damages.COVENANT_NOT_TO_SUE,
    damages.LIQUIDATED_DAMAGES,
    damages.MINIMUM_COMMITMENT,
    data_protection.RULE,
    data_residency.RULE,
    data_return.RULE,
    frame.AGREEMENT_DATE,
    frame.DOCUMENT_NAME,
    frame.EFFECTIVE_DATE,
    frame.ENTIRE_AGREEMENT,
    frame.EXPIRATION_DATE,
    frame.FORCE_MAJEURE,
    frame.ORDER_OF_PRECEDENCE,
    frame.PARTIES,
    frame.THIRD_PARTY_BENEFICIARY,
    indemnity.RULE,
    insurance.RULE,
    ip_assignment.RULE,
    joint_ownership.RULE,
    law_and_disputes.DISPUTES,
    law_and_disputes.LAW,
    liability_cap.RULE,
    license_grant.RULE,
    license_scope.LICENSEE_GROUP,
    license_scope.LICENSOR_GROUP_RULE,
    license_scope.NON_TRANSFERABLE,
    license_scope.PERPETUAL_RULE,
    license_scope.UNLIMITED,
    loss_exclusion.RULE,
    model_governance.RULE,
    model_lifecycle.RULE,
    open_source.RULE,
    payment.RULE,
    price_adjustment.RULE,
    publicity.ATTRIBUTION,
    publicity.PUBLICITY,
    renewal.NOTICE,
    renewal.RULE,
    restraints.EXCLUSIVITY,
    restraints.FIRST_REFUSAL,
    restraints.NON_COMPETE,
    restraints.NON_DISPARAGEMENT,
    restraints.NO_SOLICIT_CUSTOMERS,
    restraints.NO_SOLICIT_EMPLOYEES,
    restraints.RESTRICTION_EXCEPTION,
    security_incident.RULE,
    service_levels.RULE,
    source_code.RULE,
    subprocessors.RULE,
    support.RULE,
    suspension.RULE,
    termination.CONVENIENCE,
    termination.REGULATOR,
    termination_for_cause.RULE,
    transfer.ASSIGNMENT,
    transfer.CHANGE_OF_CONTROL,
    transition.RULE,
    uncapped_liability.RULE,
    unilateral_changes.RULE,
    volume.RULE,
    warranty.DISCLAIMER,
    warranty.RULE,
)


def open_contract(contract: Contract) -> Passages:
    """The contract as rules see it, folded and cut into passages. Made once for all that is read from it."""
    return Passages(View(contract))


def read_contract(contract: Contract, *, rules: tuple[Rule, ...] = RULES, passages: Passages | None = None) -> tuple[Reading, ...]:
    """All readings of a contract, in document order. One passage may be of several types."""
    paper = passages or open_contract(contract)
    return arbitrated([reading for passage in paper.all for rule in rules for reading in rule.readings(passage)])


def read_again(after: Contract, edits: Sequence[Edit], paper: Passages, readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """The readings of a contract after edits, given its passages and readings before them; see `reread`."""
    found = affected(paper, readings, edits)
    if found is None:
        return read_contract(after)
    again, beside = found
    moved = Moved(edits)
    mine = scope(again, moved, edits, after)
    reduced = Passages(View(after, scope([*again, *beside], moved, edits, after)))
    fresh = [r for p in reduced.all if any(p.span.overlaps(span) for span in mine) for rule in RULES for r in rule.readings(p)]
    kept = [moved.reading(r) for r in readings if not any(r.clause.overlaps(p.span) for p in again)]
    return arbitrated(sorted([*kept, *fresh], key=lambda reading: reading.clause))
