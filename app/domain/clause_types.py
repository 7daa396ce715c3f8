"""The clause types: ids are stable, for reports, playbooks, prompts, rules and evals use them.

Each has one line that says what makes a clause one of its kind; prompts show the same line, so the two can't drift. A type with a
`cuad` name is a category of the Contract Understanding Atticus Dataset (CUAD v1), whose definition benchmarks go by.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ClauseType:
    id: str
    group: str
    meaning: str
    cuad: str | None = None


def _group(group: str, *rows: tuple[str, str, str | None]) -> tuple[ClauseType, ...]:
    return tuple(ClauseType(id, group, meaning, cuad) for id, meaning, cuad in rows)


_ALL = (
    *_group(
        "frame",
        ("parties", "who signs, with names and the short names used for them", "Parties"),
        ("document_name", "the title of the paper", "Document Name"),
        ("agreement_date", "the date on which it is signed or made", "Agreement Date"),
        ("effective_date", "the date from which it takes effect", "Effective Date"),
        ("expiration_date", "when the first term ends, or how long it lasts", "Expiration Date"),
        ("renewal", "what happens when the term ends: rolls over, may be extended, or ends", "Renewal Term"),
        ("renewal_notice", "the notice that keeps the next term from starting", "Notice Period To Terminate Renewal"),
        ("governing_law", "which law governs, and which courts", "Governing Law"),
        ("dispute_resolution", "the steps by which a dispute is settled", None),
        ("entire_agreement", "that the paper is the whole agreement", None),
        ("order_of_precedence", "which part prevails where parts contradict", None),
        ("unilateral_changes", "how the terms may be changed, above all by one side alone", None),
        ("force_majeure", "events beyond control that excuse performance", None),
        ("third_party_beneficiary", "whether others than the parties have rights", "Third Party Beneficiary"),
        ("publicity", "use of the other's name, logo or the fact of the deal", None),
        ("attribution", "a duty to credit, name or mark the licensor", None),
    ),
    *_group(
        "exit",
        ("termination_for_convenience", "ending without a reason", "Termination For Convenience"),
        ("termination_for_cause", "ending for breach, insolvency or another stated ground", None),
        ("regulator_termination", "ending because an authority demands it or can't supervise", None),
        ("suspension", "the vendor stops or limits access without ending", None),
        ("transition_services", "continued service and help after the end", "Post-Termination Services"),
        ("change_of_control", "what follows when control over a party changes", "Change Of Control"),
        ("assignment", "whether the agreement may be transferred", "Anti-Assignment"),
    ),
    *_group(
        "money",
        ("payment_terms", "when invoices fall due, late interest, disputes of invoices", None),
        ("price_adjustment", "whether and how far prices may rise", None),
        ("price_restriction", "limits on the prices that a party may charge others or change", "Price Restrictions"),
        ("minimum_commitment", "a minimum that must be bought or paid", "Minimum Commitment"),
        ("volume_restriction", "a limit on users, units or size, and what follows past it", "Volume Restriction"),
        ("revenue_sharing", "a share of revenue or profit for the other party", "Revenue/Profit Sharing"),
        ("most_favored_nation", "terms no worse than those of another customer", "Most Favored Nation"),
        ("liquidated_damages", "a sum fixed beforehand for a breach or an early end", "Liquidated Damages"),
        ("insurance", "insurance that must be carried", "Insurance"),
    ),
    *_group(
        "risk",
        ("liability_cap", "a limit on the amount of liability", "Cap On Liability"),
        ("uncapped_liability", "liability without limit, or what a limit does not touch", "Uncapped Liability"),
        ("consequential_damages", "kinds of loss for which nobody answers", None),
        ("indemnity", "one side holds the other harmless, defends it or pays it back", None),
        ("warranty_duration", "that the product conforms, and for how long", "Warranty Duration"),
        ("warranty_disclaimer", "that no or no other warranty is given", None),
        ("covenant_not_to_sue", "not to challenge rights or bring claims", "Covenant Not To Sue"),
    ),
    *_group(
        "service",
        ("service_levels", "uptime or other levels, credits, and remedies for missing them", None),
        ("support", "help desk, response times, maintenance", None),
        ("acceptance", "how deliverables are tested and accepted", None),
        ("business_continuity", "back-up, disaster recovery, continuity plans", None),
        ("audit_rights", "a right to inspect records, systems or premises", "Audit Rights"),
    ),
    *_group(
        "ip",
        ("ip_assignment", "who gets the rights in what is made", "Ip Ownership Assignment"),
        ("joint_ip_ownership", "rights that both parties own together", "Joint Ip Ownership"),
        ("background_ip", "rights that a party had before or keeps, and the licence to use them", None),
        ("open_source", "use of open-source or third-party components", None),
        ("license_grant", "a licence or right of use, or its refusal", "License Grant"),
        ("non_transferable_license", "a licence that can't be passed on", "Non-Transferable License"),
        ("affiliate_license_licensor", "a licence by the licensor's affiliates", "Affiliate License-Licensor"),
        ("affiliate_license_licensee", "a licence that includes the licensee's affiliates", "Affiliate License-Licensee"),
        ("unlimited_license", "a licence for unlimited use", "Unlimited/All-You-Can-Eat-License"),
        ("perpetual_license", "a licence that is perpetual or irrevocable", "Irrevocable Or Perpetual License"),
        ("source_code_escrow", "delivery or escrow of source code", "Source Code Escrow"),
    ),
    *_group(
        "data_and_ai",
        ("confidentiality", "secrecy: what, how long, exceptions", None),
        ("customer_data", "who owns the customer's data and what the vendor may do with them", None),
        ("data_protection", "processing of personal data, security measures", None),
        ("data_residency", "where data may be stored, processed or reached from", None),
        ("subprocessors", "others who process data for the vendor", None),
        ("security_incident", "telling the customer of a breach of security", None),
        ("data_return", "return and deletion of data at the end or on request", None),
        ("ai_training_use", "use of the customer's data to train or improve models", None),
        ("ai_output_ownership", "who owns outputs and tuned models", None),
        ("output_use_restriction", "outputs may not be used to improve other models", None),
        ("model_retraining", "retraining, updates and releases of models", None),
        ("model_governance", "explanation, bias tests, documentation of models, review by humans", None),
        ("acceptable_use", "what the service or model must not be used for", None),
    ),
    *_group(
        "restraint",
        ("exclusivity", "dealing with the other party alone", "Exclusivity"),
        ("non_compete", "not to compete", "Non-Compete"),
        ("competitive_restriction_exception", "an exception from such a restraint", "Competitive Restriction Exception"),
        ("no_solicit_customers", "not to win over the other's customers", "No-Solicit Of Customers"),
        ("no_solicit_employees", "not to hire or win over the other's staff", "No-Solicit Of Employees"),
        ("non_disparagement", "not to speak ill of the other", "Non-Disparagement"),
        ("rofr_rofo_rofn", "a right of first refusal, offer or negotiation", "Rofr/Rofo/Rofn"),
    ),
)

CLAUSE_TYPES: dict[str, ClauseType] = {each.id: each for each in _ALL}
