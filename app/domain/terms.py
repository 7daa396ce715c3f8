"""The typed terms of each clause type: the one table from which rules, prompts, playbooks, reports and evals take them.

A number is in the unit that its name says (`notice_days`; 14 for ten business days, 0 for at once). Silent or unknown is None, never
a guess; a list is empty where the clause stands and names none. A flag is true or false only where the text says so. "customer" is
the buyer, licensee or client, "vendor" the provider, licensor or developer.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from app.domain.clause_types import CLAUSE_TYPES

Kind = Literal["flag", "number", "choice", "choices", "text", "texts"]
Value = bool | int | float | str | tuple[str, ...]

SIDES = ("customer", "vendor", "either", "joint")
EXCEPTIONS = (
    "confidentiality", "ip_infringement", "data_breach", "gross_negligence", "wilful_misconduct", "fraud", "death_or_injury",
    "indemnity", "payment", "breach_of_law",
)  # fmt: skip
STATUTORY_EXCEPTIONS = ("fraud", "death_or_injury")  # what statute can't let a party exclude counts as no exception
AUDIT_TRIGGERS = ("breach", "incident", "regulator_request", "report_finding", "periodic")
INDEMNITY_TRIGGERS = (
    "ip_infringement", "open_source", "outputs", "training_data", "data_breach", "customer_data", "unlawful_use", "breach",
    "negligence", "any_use",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Term:
    """A typed fact that a clause of one type may hold. `values` is the closed vocabulary of a choice."""

    name: str
    kind: Kind
    meaning: str
    values: tuple[str, ...] = ()

    def accepts(self, value: object) -> bool:
        """Whether a value is of this term's kind and within its vocabulary."""
        match self.kind:
            case "flag":
                return isinstance(value, bool)
            case "number":
                return isinstance(value, int | float) and not isinstance(value, bool) and value == value
            case "choice":
                return isinstance(value, str) and value in self.values
            case "text":
                return isinstance(value, str) and bool(value.strip())
            case "choices":
                return isinstance(value, tuple) and all(item in self.values for item in value)
            case "texts":
                return isinstance(value, tuple) and all(isinstance(item, str) for item in value)


def _flag(name: str, meaning: str) -> Term:
    return Term(name, "flag", meaning)


def _number(name: str, meaning: str) -> Term:
    return Term(name, "number", meaning)


def _choice(name: str, values: tuple[str, ...], meaning: str) -> Term:
    return Term(name, "choice", meaning, values)


def _choices(name: str, values: tuple[str, ...], meaning: str) -> Term:
    return Term(name, "choices", meaning, values)


def _text(name: str, meaning: str) -> Term:
    return Term(name, "text", meaning)


def _texts(name: str, meaning: str) -> Term:
    return Term(name, "texts", meaning)


_PRICE_RISE = ("none", "capped", "uncapped")
_RENEWAL = (
    _flag("auto_renews", "the agreement goes on by itself unless somebody acts"),
    _number("renewal_term_months", "length of each further term, in months"),
    _number("notice_days", "how many days before the end notice must be given"),
    _choice("price_rise", _PRICE_RISE, "whether the price may rise at renewal; an index or list price without a figure is uncapped"),
    _number("price_cap_percent", "the most by which it may rise at renewal, in percent"),
    _flag("vendor_reminder", "the vendor must remind the customer before the date"),
)
_TRANSFER = (
    _choice("by", SIDES, "the party whose transfer the clause is about"),
    _flag("consent_required", "the transfer needs the other party's consent"),
    _flag("reasonable", "consent may not be unreasonably withheld"),
    _choices("exceptions", ("affiliate", "successor"), "to whom the transfer is free"),
    _flag("competitor_barred", "a transfer to a competitor is barred"),
    _flag("termination_right", "the other party may terminate because of it"),
    _flag("vendor_free", "the vendor may transfer without consent to anyone"),
    _flag("customer_free_to_group", "the customer may transfer to affiliates and successors without consent"),
)

# One term, for every type: a clause that refuses in words the right that the position asks for.
REFUSED = _flag("refused", "the clause says in words that the right or duty isn't given")

_TERMS: dict[str, tuple[Term, ...]] = {
    "renewal": _RENEWAL,
    "renewal_notice": _RENEWAL,
    "assignment": _TRANSFER,
    "change_of_control": _TRANSFER,
    "termination_for_convenience": (
        _choice("by", SIDES, "who may end without a reason"),
        _number("notice_days", "notice, in days"),
        _flag("refund_of_prepaid_fees", "fees paid for the time after the end come back"),
        _flag("early_termination_fee", "ending early costs a fee or the rest of the charges"),
    ),
    "termination_for_cause": (
        _choice("by", SIDES, "who may end for the other's breach"),
        _number("cure_days", "time to cure, in days"),
        _choice("ip_claim", ("none", "model_only", "any"), "an IP claim ends the licence: about the model itself only, or any claim"),
        _flag("without_notice", "it ends at once, without notice"),
    ),
    "regulator_termination": (_flag("granted", "the customer may end because an authority demands it"),),
    "suspension": (
        _number("notice_days", "notice before access stops, in days; 0 for none"),
        _flag("cure_first", "the customer may put things right first"),
        _flag("at_discretion", "whenever the vendor thinks fit"),
        _flag("grounds_limited", "only for undisputed non-payment or a threat to security"),
    ),
    "transition_services": (
        _number("months", "how long service goes on after the end, in months"),
        _flag("current_rates", "at the charges last in force"),
        _flag("artefacts", "data and model artefacts are handed over"),
    ),
    "payment_terms": (
        _number("net_days", "days from invoice to payment"),
        _number("late_interest_percent_month", "interest on late sums, in percent a month"),
        _flag("dispute_right", "disputed sums may be withheld"),
    ),
    "price_adjustment": (
        _choice("applies", ("in_term", "renewal"), "whether prices may change within a term or only at renewal"),
        _choice("price_rise", _PRICE_RISE, "uncapped when no figure limits it; an index alone is uncapped"),
        _number("cap_percent", "the most by which prices may rise, in percent"),
        _number("notice_days", "notice of a rise, in days"),
        _flag("index_only", "tied to an index and to nothing else"),
    ),
    "volume_restriction": (
        _number("threshold", "the number of users, units or revenue past which something follows"),
        _flag("counts_affiliates", "users of affiliates count too"),
        _flag("ends_licence", "past it the licence ends"),
        _number("notice_days", "time to agree terms after it is passed, in days; 0 for at once"),
        _flag("own_product_only", "counts only users of the product that uses the model"),
    ),
    "insurance": (
        _flag("required", "insurance must be carried"),
        _flag("cyber", "cyber or data risks are covered"),
        _number("amount", "sum insured"),
        _text("currency", "its currency, ISO 4217"),
    ),
    "liability_cap": (
        _choice(
            "basis", ("fees_paid", "fees_payable", "annual_value", "total_price", "fixed", "greater_of", "lesser_of"), "what is counted"
        ),
        _number("months", "over how many months"),
        _number("multiple", "times what (1.5 for 150 %)"),
        _number("amount", "fixed amount"),
        _text("currency", "its currency, ISO 4217"),
        _flag("mutual", "limits both parties alike"),
        _choice("protects", SIDES, "whose liability is limited"),
        _flag("super_cap", "a higher limit applies to some losses"),
        _choices("super_cap_covers", EXCEPTIONS, "to which"),
        _number("super_cap_months", "the higher limit in months of fees"),
        _number("super_cap_multiple", "the higher limit as a multiple of annual fees"),
        _number("super_cap_amount", "the higher limit as an amount"),
        _choices("exceptions", EXCEPTIONS, "what the vendor's cap does not limit"),
        _choices("customer_exceptions", EXCEPTIONS, "what lifts only the customer's cap"),
    ),
    "consequential_damages": (
        _flag("excluded", "indirect or consequential loss is excluded"),
        _flag("mutual", "for both parties"),
        _choice("protects", SIDES, "whose liability is excluded"),
        _choices("exceptions", EXCEPTIONS, "where the exclusion does not apply"),
        _flag("direct_losses_defined", "losses are named that count as direct"),
        _texts("direct_losses", "which"),
        _flag("direct_excluded", "lost profit or data is excluded even where it is direct"),
        _flag("outage_direct", "the loss of an outage counts as direct"),
        _flag("notification_direct", "the cost of notification and restoration counts as direct"),
    ),
    "indemnity": (
        _choice("by", SIDES, "who indemnifies"),
        _choice("for_whom", SIDES, "who is indemnified"),
        _choices("triggers", INDEMNITY_TRIGGERS, "for what"),
        _choices("excludes", INDEMNITY_TRIGGERS, "what it does not cover, in words"),
        _flag("third_party_claims_only", "for claims of third parties only"),
        _flag("covers_indemnitee_fault", "even where the indemnified party was at fault"),
        _choices("procedure", ("notice", "control", "cooperation"), "what the indemnified party must do"),
        _flag("capped", "the liability cap limits it"),
    ),
    "warranty_duration": (
        _number("months", "how long conformity is warranted, in months"),
        _flag("for_term", "for the whole term"),
        _flag("as_is", "as is: no warranty of conformity"),
    ),
    "warranty_disclaimer": (_flag("as_is", "as is, with all faults"),),
    "service_levels": (
        _number("uptime_percent", "availability, in percent"),
        _flag("firm", "a commitment, not a target or a reasonable effort"),
        _choice("measured_over", ("month", "quarter", "year"), "over what time"),
        _flag("excludes_maintenance", "planned maintenance doesn't count"),
        _number("credit_cap_percent", "the most that credits can come to, in percent of the period's fee"),
        _flag("credits_sole_remedy", "credits are the only remedy"),
        _flag("chronic_failure_termination", "repeated failure gives a right to terminate"),
    ),
    "acceptance": (
        _flag("criteria", "tested against written criteria"),
        _number("test_days", "time to test, in days"),
        _flag("deemed", "silence, delivery or use is acceptance"),
        _flag("cure", "defects are cured and tested again"),
    ),
    "business_continuity": (
        _flag("plan", "there is a plan"),
        _flag("tested", "it is tested"),
        _number("recovery_hours", "time to restore, in hours"),
    ),
    "audit_rights": (
        _choices("granted_to", ("customer", "regulator", "third_party", "vendor"), "who may audit"),
        _flag("regulator_unrestricted", "the regulator without trigger, notice or limit"),
        _flag("regulator_excluded", "the regulator is kept out or has no access"),
        _flag("scope_limited", "limited to what concerns the auditing party"),
        _choices("triggers", AUDIT_TRIGGERS, "on what occasions"),
        _number("notice_days", "notice, in days; 0 for none"),
        _text("frequency", "monthly, quarterly, yearly or as worded"),
        _text("report_accepted", "a report accepted as a first tier"),
        _flag("report_only", "a report and nothing behind it"),
        _flag("onsite", "premises may be visited"),
        _flag("penetration_test", "a penetration test may be made"),
        _flag("segregated_environment", "in a segregated environment"),
        _choice("cost_bearer", SIDES, "who pays"),
    ),
    "ip_assignment": (
        _choice("assignee", SIDES, "who gets the rights"),
        _flag("present_assignment", "hereby assigns, against agrees to assign"),
        _choice("effective_on", ("creation", "payment"), "when they pass"),
        _text("scope", "what is assigned, as worded"),
        _flag("moral_rights", "moral rights are waived or not asserted"),
        _flag("further_assurance", "the assignor signs what is needed"),
        _flag("exclusive_licence_instead", "an exclusive perpetual licence where rights can't be assigned"),
        _flag("licence_back", "a broad licence back to the licensor, or to anyone"),
    ),
    "joint_ip_ownership": (_flag("joint", "the parties own it together"),),
    "background_ip": (
        _choice("retained_by", SIDES, "who keeps it"),
        _flag("licence_to_customer", "the customer may use it"),
        _flag("perpetual", "without end"),
        _flag("irrevocable", "can't be taken back"),
        _flag("worldwide", "everywhere"),
        _flag("royalty_free", "without further payment"),
        _flag("sublicensable", "may be sublicensed"),
        _flag("affiliates_successors", "affiliates and successors too"),
        _flag("limited_to_deliverable", "only as part of the deliverable"),
        _flag("listed", "what it is is listed"),
    ),
    "open_source": (
        _flag("permitted", "open-source components may be used"),
        _flag("copyleft_permitted", "copyleft components may be used"),
        _flag("consent_required", "only with the customer's consent"),
        _choice("isolation", ("none", "dynamic_link", "separate_process"), "how copyleft code is kept apart"),
        _text("disclosure", "list or SBOM"),
        _flag("warranty", "it is warranted that no copyleft reaches the deliverables"),
        _texts("licences_named", "licences named, SPDX ids"),
    ),
    "license_grant": (
        _flag("granted", "a licence is given; false where it is said that none is"),
        _choice("by", SIDES, "who gives it"),
        _flag("commercial", "for commercial use"),
        _flag("modify", "with the right to modify or fine-tune"),
        _flag("host", "with the right to host"),
        _flag("irrevocable", "can't be taken back"),
        _flag("revocable_at_will", "may be ended at will"),
        _flag("feedback", "it is a licence of feedback or suggestions"),
    ),
    "source_code_escrow": (
        _choice("delivery", ("milestone", "completion", "escrow", "none"), "when source code is delivered; none: object code only"),
    ),
    "confidentiality": (
        _flag("mutual", "the same definition, duties and term for both"),
        _choice("protects", SIDES, "whose information is protected, where only one's is"),
        _number("duty_years", "how long, in years after disclosure or end"),
        _flag("perpetual", "without end for everything"),
        _flag("term_differs", "longer for one side"),
        _flag("trade_secrets_longer", "trade secrets while they are secret"),
        _flag("residuals", "what is remembered may be used"),
        _flag("compelled_disclosure", "compelled disclosure after notice"),
        _flag("standard_exclusions", "public, known, received, independently developed are excluded"),
        _flag("purpose_only", "use for the stated purpose only"),
        _flag("free_use", "the recipient may use it freely"),
    ),
    "customer_data": (
        _choice("owner", SIDES, "who owns the customer's data"),
        _choice("licence_purpose", ("service", "improvement", "any"), "what the vendor may use it for"),
        _choice("usage_data", ("none", "de_identified", "identifiable"), "what it may do with usage data"),
    ),
    "data_protection": (
        _flag("dpa", "there is a data processing agreement"),
        _flag("measures_named", "security measures are named"),
    ),
    "data_residency": (
        _texts("regions", "where, as worded"),
        _flag("storage_only", "only storage is limited"),
        _flag("access_covered", "remote access counts as processing"),
        _choice("remote_access", ("barred", "consent", "logged", "free"), "access from elsewhere"),
        _flag("transfer_requires_consent", "a transfer needs prior consent"),
        _flag("government_requests", "foreign authorities' requests are notified"),
        _flag("requests_contested", "and contested"),
        _flag("anywhere", "the vendor may store, process or transfer wherever it or its helpers are"),
    ),
    "subprocessors": (
        _choice("consent", ("prior", "objection", "none"), "the customer's say"),
        _flag("termination_on_objection", "it may terminate when its objection isn't heard"),
        _flag("list", "they are listed"),
        _flag("flow_down", "they are bound to the same duties"),
    ),
    "security_incident": (
        _flag("duty", "there is a duty to notify"),
        _number("notice_hours", "within how many hours"),
        _choice("clock_starts", ("awareness", "confirmation", "occurrence"), "from when"),
        _choice("cost_bearer", SIDES, "who pays"),
    ),
    "data_return": (
        _number("within_days", "within how many days"),
        _text("format", "in which format, as worded"),
        _flag("deletion_certified", "deletion is confirmed in writing"),
    ),
    "ai_training_use": (
        _flag("allowed", "the vendor may train on the customer's data"),
        _choice("scope", ("own_tenant", "general"), "only the customer's own models, or general ones"),
        _flag("de_identified_only", "de-identified data only"),
        _flag("opt_out", "the customer may opt out"),
        _flag("opt_in", "only after the customer opted in"),
    ),
    "ai_output_ownership": (
        _choice("owner", SIDES, "who owns outputs"),
        _choice("tuned_models_owner", SIDES, "who owns models or weights tuned on the customer's data"),
        _flag("indemnified", "outputs are covered by an indemnity"),
        _flag("licence_back", "outputs or derivatives are licensed back broadly"),
    ),
    "output_use_restriction": (_choice("restricts", ("none", "competing", "all"), "for which other models outputs may not be used"),),
    "model_retraining": (
        _flag("committed", "the vendor must retrain"),
        _text("frequency", "monthly, quarterly, yearly or as worded"),
        _text("trigger", "on what, as worded (drift)"),
        _flag("at_discretion", "whether and when is the vendor's choice"),
        _text("performance_floor", "performance that must be kept, as worded"),
        _flag("validation", "validated before release"),
        _flag("rollback", "the earlier version can be restored"),
        _number("change_notice_days", "notice of a change, in days; 0 for none"),
    ),
    "model_governance": (
        _flag("explainability", "outputs can be explained"),
        _flag("per_decision", "for each decision"),
        _flag("reasons", "principal reasons for adverse decisions"),
        _flag("reasons_on_request", "only when asked"),
        _flag("human_review", "a human can review or overrule"),
        _flag("bias_testing", "tested for bias"),
        _flag("documentation", "models are documented"),
        _flag("regulator_access", "cooperation with regulators"),
    ),
    "acceptable_use": (
        _flag("changes_at_will", "the policy may change without notice"),
        _flag("notice_of_changes", "changes are notified"),
        _number("notice_days", "notice of a change of the policy, in days"),
        _flag("pass_through", "users of the product must be bound"),
        _flag("downstream_liability", "the licensee answers for each downstream act"),
    ),
    "unilateral_changes": (
        _flag("by_posting", "terms change when the vendor posts or rewrites them"),
        _number("notice_days", "notice of a change, in days"),
        _flag("termination_right", "the customer may leave because of it"),
        _flag("no_material_reduction", "nothing may be materially reduced"),
        _flag("signed_only", "only by a paper that both sign"),
        _flag("future_versions_only", "changes touch later versions only"),
        _flag("binds_existing", "changes bind existing use"),
    ),
    "publicity": (
        _flag("allowed", "the other side's name may be used"),
        _flag("consent_required", "only with consent"),
    ),
    "attribution": (
        _choice("duty", ("none", "notice", "built_with", "product_name"), "what must be shown, from a notice to a product's name"),
    ),
    "governing_law": (
        _text("jurisdiction", "the law, as worded"),
        _text("venue", "the courts, as worded"),
        _flag("exclusive", "these courts only"),
        _choice("favours", SIDES, "the side at whose home, or at whose choice, the law or the courts are"),
    ),
    "dispute_resolution": (
        _choices("steps", ("negotiation", "mediation", "arbitration", "court", "expert"), "in order"),
        _text("provider", "who administers"),
        _text("seat", "where"),
        _number("panel_size", "how many arbitrators"),
        _number("timetable_days", "time for the first step, in days"),
        _flag("grounds_defined", "what may be brought is defined"),
        _flag("remedies_limited", "remedies are limited"),
        _flag("interim_relief", "courts stay open for interim relief"),
        _choice("interim_relief_for", SIDES, "to whom they stay open"),
        _choice("favours", SIDES, "the side at whose home, or by whose choice, it is decided"),
    ),
    "no_solicit_employees": (
        _flag("restrained", "a restraint stands; false where it is said that there is none"),
        _flag("mutual", "binds both alike"),
        _choice("by", SIDES, "who is bound"),
        _number("months", "how long after the end, in months"),
        _flag("general_advertising", "answers to public advertisements are free"),
    ),
    "non_compete": (
        _flag("restrained", "a restraint stands; false where it is said that there is none"),
        _flag("mutual", "binds both alike"),
        _choice("by", SIDES, "who is bound"),
        _number("months", "how long, in months"),
    ),
    "exclusivity": (
        _flag("restrained", "exclusive dealing is promised; false where it is said that there is none"),
        _flag("mutual", "binds both alike"),
        _choice("by", SIDES, "who is bound"),
    ),
}

TERMS: dict[str, dict[str, Term]] = {
    clause_type: {term.name: term for term in (*_TERMS.get(clause_type, ()), REFUSED)} for clause_type in CLAUSE_TYPES
}
