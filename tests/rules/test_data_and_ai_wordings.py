"""Data and models in wordings that no rule's examples have: facts hidden in ordinary English, and fair clauses beside them.

Each row is a clause type, the terms that its text fixes, and the text. They were written before the rules were tried on them.
"""

import pytest

from app.rules import RULES
from tests.builders import readings_of, terms_of

HIDDEN: list[tuple[str, dict[str, object], str]] = [
    (
        "ai_training_use",
        {"allowed": True, "scope": "general"},
        "In order that its detection engines may profit from the widest possible experience, the Supplier retains a copy of every "
        "document that the Vendor receives from the Customer and lets its engines learn from it, on behalf of all its subscribers.",
    ),
    (
        "ai_training_use",
        {"allowed": True, "scope": "general"},
        "Vendor may create de-identified data from Customer Data and use such de-identified data to develop, train and commercialise its "
        "artificial intelligence products.",
    ),
    (
        "ai_training_use",
        {"allowed": True, "scope": "general"},
        "Product development. We look at how your team writes and use your texts as examples for the writing suggestions that every "
        "customer sees.",
    ),
    (
        "ai_training_use",
        {"allowed": True, "scope": "general"},
        "The Vendor maintains a library of transactions contributed by its clients, Customer Data included, from which its fraud models "
        "are trained.",
    ),
    (
        "ai_training_use",
        {"allowed": True, "scope": "general"},
        "For quality purposes the Vendor evaluates and optimises its general algorithms with the Customer's records in unredacted form.",
    ),
    (
        "ai_training_use",
        {"allowed": True, "scope": "general"},
        "Nothing in this Agreement prevents Vendor from using Customer Data, in identifiable form or otherwise, for the advancement of "
        "its machine learning technology.",
    ),
    (
        "ai_training_use",
        {"allowed": True, "scope": "general"},
        "Notwithstanding Section 5, Customer Data may be incorporated into the corpora on which the Vendor's language models are trained.",
    ),
    (
        "ai_training_use",
        {"allowed": True, "scope": "general"},
        "The Customer consents to the inclusion of the Customer Data in the common data pool, with the help of which the Vendor develops "
        "the risk models for all participating banks.",
    ),
    ("ai_training_use", {"allowed": False}, "Customer Data shall be used for no machine learning purpose whatsoever."),
    ("ai_training_use", {"allowed": False}, "The Vendor must keep Customer Data away from any process by which a model is trained."),
    (
        "security_incident",
        {"notice_hours": 72, "clock_starts": "awareness"},
        "Where the Vendor has knowledge of an event by which Customer Data was or may have been disclosed to unauthorised persons, it "
        "shall so advise the Customer by telephone and e-mail not later than seventy-two hours thereafter.",
    ),
    (
        "security_incident",
        {"clock_starts": "confirmation"},
        "Upon the conclusion of its forensic review and provided that such review has established that Customer Data was exfiltrated, "
        "Vendor will report the matter to Customer within forty-eight (48) hours.",
    ),
    (
        "security_incident",
        {"clock_starts": "confirmation", "notice_hours": 24},
        "If someone breaks into our systems, our security board looks into it. As soon as the board has declared the case a breach of "
        "your data, we tell you within 24 hours.",
    ),
    (
        "security_incident",
        {"clock_starts": "awareness", "notice_hours": 24},
        "The Vendor informs the Customer of each security incident within one day. The period starts when the first employee of the "
        "Vendor learns of it.",
    ),
    (
        "security_incident",
        {"duty": False},
        "Security incidents are handled by the Vendor internally; the Customer has no right to be informed of them.",
    ),
    ("security_incident", {"duty": False}, "The Vendor makes no undertaking to advise Customer of any compromise of Customer Data."),
    (
        "data_protection",
        {"refused": True},
        "The Vendor may determine the nature and extent of its security precautions as it sees fit, and the Customer waives any claim to "
        "particular safeguards.",
    ),
    ("data_protection", {"refused": True}, "The parties do not conclude a data processing agreement."),
    (
        "data_protection",
        {"dpa": True},
        "Where we handle personal data for you, we do so only as you have told us in writing, and Schedule 3 (Processing of personal "
        "data) applies.",
    ),
    (
        "data_protection",
        {"measures_named": True},
        "Security: role-based access with two-factor login, encrypted storage (AES-256), daily backups, yearly penetration testing.",
    ),
    (
        "data_residency",
        {"anywhere": True},
        "Vendor operates a global infrastructure, and Customer agrees that Customer Data may be stored, accessed and processed in any "
        "jurisdiction where Vendor or its service providers are present.",
    ),
    ("data_residency", {"anywhere": True}, "We decide where your data is kept and may change the place at any time."),
    (
        "data_residency",
        {"anywhere": True},
        "Customer Data is kept in Frankfurt. The Vendor may nevertheless move it to another location if this is convenient for its "
        "operations.",
    ),
    (
        "data_residency",
        {"remote_access": "free"},
        "Support engineers in India, the Philippines and elsewhere may look at Customer Data on their screens as the need arises.",
    ),
    (
        "data_residency",
        {"storage_only": True},
        "Data at rest shall remain in the European Union. For the avoidance of doubt, this does not restrict where Customer Data may be "
        "processed or viewed.",
    ),
    (
        "data_residency",
        {"regions": ("Switzerland",), "storage_only": False, "transfer_requires_consent": True},
        "Customer Data shall not leave Switzerland, whether by transfer, by copy or by remote viewing, unless the Customer has given its "
        "prior written consent.",
    ),
    (
        "data_residency",
        {"government_requests": True, "requests_contested": True},
        "Should any authority of a third country require the Vendor to surrender Customer Data, the Vendor shall, before it complies, "
        "give the Customer notice thereof and exhaust the legal remedies at its disposal.",
    ),
    (
        "data_residency",
        {"government_requests": False},
        "The Vendor answers requests of authorities for Customer Data at its own discretion and without informing the Customer.",
    ),
    (
        "audit_rights",
        {"report_only": True},
        "The Customer acknowledges that the annual SOC 2 Type II report is provided in full satisfaction of any right to audit, and that "
        "the Vendor does not admit auditors to its facilities.",
    ),
    (
        "audit_rights",
        {"report_only": True},
        "Audit. Upon request the Vendor will furnish its latest ISO 27001 certificate. The Customer shall have no further right of "
        "inspection.",
    ),
    (
        "audit_rights",
        {"regulator_excluded": True},
        "Inspections are open to the Customer's own employees; persons acting for a supervisory authority are not admitted.",
    ),
    (
        "audit_rights",
        {"regulator_unrestricted": False},
        "The Customer and its regulators may inspect the Vendor's premises once a year upon sixty days' notice.",
    ),
    (
        "audit_rights",
        {"regulator_unrestricted": True},
        "The Vendor shall afford every authority that supervises the Customer the same access as if it were the Customer's own "
        "operation, at any time and without restriction.",
    ),
    (
        "audit_rights",
        {"granted_to": ("customer",), "notice_days": 30, "frequency": "yearly"},
        "Not more than once annually, and on thirty days' prior written notice, Customer may conduct an audit of Vendor's data security "
        "procedures.",
    ),
    (
        "audit_rights",
        {"granted_to": ("vendor",), "notice_days": 0},
        "We may drop in at your offices whenever we like, without telling you first, to check how many people use the service.",
    ),
    (
        "audit_rights",
        {"granted_to": ("vendor",), "cost_bearer": "customer"},
        "Vendor may audit Customer's use of the Service at any time. The cost of the audit is charged to the Customer if the audit shows "
        "overuse of more than five percent.",
    ),
    (
        "model_retraining",
        {"at_discretion": True, "committed": False},
        "Maintenance of the models lies in the free discretion of the Vendor, which may at any moment and without announcement "
        "substitute another model.",
    ),
    (
        "model_retraining",
        {"at_discretion": True},
        "The Vendor gives no undertaking that any model will be re-estimated, and may withdraw or swap models as its product plans "
        "require.",
    ),
    (
        "model_retraining",
        {"committed": True, "trigger": "drift", "rollback": True},
        "Once the population stability index passes 0.25, the Vendor must refit the model within twenty days and keep the former model "
        "ready so that the Customer can go back to it.",
    ),
    (
        "model_retraining",
        {"committed": True, "frequency": "quarterly", "validation": True, "change_notice_days": 30},
        "The Vendor retrains the Customer's model each quarter. A retrained model is put into service only after it has been validated "
        "independently and thirty days' notice has been given to the Customer.",
    ),
    (
        "model_governance",
        {"explainability": False, "refused": True},
        "The inner workings of the models are the Vendor's business secret. Nobody is entitled to ask for an explanation of a result, "
        "for proof of fairness or for documents on a model.",
    ),
    (
        "model_governance",
        {"explainability": True, "bias_testing": True, "documentation": True},
        "The Vendor makes each model traceable, checks it twice a year for unequal treatment of protected groups, and describes it in a "
        "model card that it hands to the Customer.",
    ),
    (
        "model_governance",
        {"reasons": True, "human_review": True},
        "If the score of an applicant leads to a refusal, the Vendor's system names the main reasons, and an officer of the Customer "
        "reviews the case before the applicant is told.",
    ),
    (
        "model_governance",
        {"reasons": False, "human_review": False},
        "Reasons for a decision are not part of the output of the model, and the Vendor does not offer a review of scores by human beings.",
    ),
    (
        "subprocessors",
        {"consent": "none"},
        "It is for the Vendor alone to choose the firms that help it process Customer Data, and it may replace them from one day to the "
        "next.",
    ),
    (
        "subprocessors",
        {"consent": "prior"},
        "Recourse to further processors is permitted to the Vendor solely with the foregoing written assent of the Customer.",
    ),
    (
        "subprocessors",
        {"consent": "objection", "termination_on_objection": True},
        "Thirty days before a new sub-processor starts, we write to you. If you are against it and we use it all the same, you can leave "
        "and get your money back for the rest of the term.",
    ),
    (
        "ai_output_ownership",
        {"owner": "vendor"},
        "Title to whatever the Suite produces, scores included, lies with the Vendor, and the Customer has the use of it for the Term.",
    ),
    ("ai_output_ownership", {"tuned_models_owner": "vendor"}, "Weights that were adjusted to the Customer's data remain with the Vendor."),
    (
        "ai_output_ownership",
        {"owner": "customer", "tuned_models_owner": "customer"},
        "The Customer is the owner of the outputs and of the weights of each model that was tuned on its data.",
    ),
    (
        "output_use_restriction",
        {"restricts": "all"},
        "Results may serve neither as training material nor as a yardstick for a model other than the Vendor's.",
    ),
    (
        "output_use_restriction",
        {"restricts": "all"},
        "The Customer agrees that Outputs will not be employed in teaching, refining or assessing any artificial intelligence that is "
        "not the Vendor's.",
    ),
    (
        "output_use_restriction",
        {"restricts": "competing"},
        "Outputs shall not be used to create a product that competes with the Vendor's models.",
    ),
    (
        "acceptable_use",
        {"changes_at_will": True},
        "The Code of Conduct is a living document. Its current text, which may be altered at any time, is binding as soon as it appears "
        "on our site; it is for you to keep an eye on it.",
    ),
    (
        "acceptable_use",
        {"downstream_liability": True},
        "The Customer shall be answerable for every use that any person makes of an output, as though the Customer had made it itself.",
    ),
    (
        "data_return",
        {"refused": True},
        "With the end of the agreement the Customer's claim to its data lapses; the Vendor is free to keep or to destroy them.",
    ),
    (
        "data_return",
        {"within_days": 30, "deletion_certified": True},
        "One month after the end at the latest, you get all of your files back in a usual format; we then wipe our copies and send you a "
        "note to confirm it.",
    ),
    ("customer_data", {"licence_purpose": "any"}, "The Vendor may make any use of Customer Data that serves its commercial interests."),
    ("customer_data", {"owner": "vendor"}, "Upon submission, title to Customer Data passes to the Vendor."),
    (
        "ai_training_use",
        {"allowed": True, "scope": "general"},
        "Data supplied by Customer may be combined with data of other customers in order to construct and test new versions of Vendor's "
        "predictive models.",
    ),
    (
        "ai_training_use",
        {"allowed": True, "scope": "general"},
        "Vendor's recommender gets smarter over time: it studies Customer Data and passes on its insights to every tenant.",
    ),
    (
        "ai_training_use",
        {"allowed": True, "scope": "general"},
        "Customer authorises Vendor to retain prompts and outputs and to use them to advance Vendor's artificial intelligence research "
        "and products.",
    ),
    (
        "ai_training_use",
        {"allowed": True, "scope": "own_tenant"},
        "The Vendor adapts a model to the Customer Data for the Customer; this model is used for nobody else and is deleted when the "
        "agreement ends.",
    ),
    ("ai_training_use", {"allowed": False}, "None of the Customer Data will find its way into a training set."),
    (
        "ai_training_use",
        {"allowed": False},
        "Vendor shall ensure that neither it nor its suppliers use inputs or outputs for the training of any model.",
    ),
    (
        "security_incident",
        {"notice_hours": 24, "clock_starts": "awareness"},
        "Any breach of data security shall be communicated to the Customer within one day after the Vendor has gained knowledge of it.",
    ),
    (
        "security_incident",
        {"notice_hours": 48, "clock_starts": "confirmation"},
        "We will tell you about a breach of your data no later than two days after our investigation has been finished.",
    ),
    (
        "security_incident",
        {"notice_hours": 72},
        "The Vendor shall inform the Customer within three days if unauthorised persons have obtained access to Customer Data.",
    ),
    (
        "security_incident",
        {"duty": True, "notice_hours": None},
        "If the Vendor becomes aware of a leak of Customer Data it will inform the Customer in a timely manner.",
    ),
    (
        "data_protection",
        {"refused": True},
        "Vendor does not warrant or undertake that any particular security measures will be applied to personal data.",
    ),
    (
        "data_protection",
        {"dpa": True, "measures_named": True},
        "The processing of personal data is governed by the Data Processing Agreement in Annex 4, whose appendix lists the technical and "
        "organisational measures.",
    ),
    (
        "data_residency",
        {"anywhere": True},
        "Vendor may host the Service, and process Customer Data, from such locations worldwide as it may determine.",
    ),
    ("data_residency", {"anywhere": True}, "Your data may travel to any country where we or the companies that help us have offices."),
    ("data_residency", {"regions": ("Germany",), "storage_only": True}, "Customer Data will be stored on servers in Germany only."),
    (
        "data_residency",
        {"access_covered": True, "remote_access": "barred"},
        "Customer Data is processed solely in Austria; access from any other country is prohibited.",
    ),
    (
        "data_residency",
        {"government_requests": True},
        "If a public authority asks the Vendor for Customer Data, the Vendor refers the authority to the Customer and notifies the "
        "Customer promptly.",
    ),
    (
        "data_residency",
        {"government_requests": False, "requests_contested": False},
        "Vendor may hand over Customer Data whenever a public authority so demands; it is neither obliged to inform Customer nor to "
        "challenge the demand.",
    ),
    (
        "audit_rights",
        {"report_only": True},
        "Customer agrees that review of Vendor's SOC 2 Type II report shall be its exclusive means of verifying Vendor's security.",
    ),
    (
        "audit_rights",
        {"report_only": True},
        "You can look at our yearly audit report. That is all the checking you get; you cannot inspect our systems or buildings.",
    ),
    (
        "audit_rights",
        {"granted_to": ("customer",), "notice_days": 14, "frequency": "yearly"},
        "The Customer may once per calendar year, having announced this ten working days ahead, inspect the Vendor's systems that "
        "process its data.",
    ),
    (
        "audit_rights",
        {"regulator_unrestricted": True},
        "Supervisory authorities may at any time enter the Vendor's premises and examine its systems, records and staff without prior "
        "notice.",
    ),
    (
        "audit_rights",
        {"regulator_excluded": True},
        "Inspection rights belong to the Customer alone and cannot be exercised by or for its regulators.",
    ),
    (
        "audit_rights",
        {"granted_to": ("vendor",), "frequency": "yearly", "notice_days": 30},
        "Once in each year and with a month's notice the Vendor may have the Customer's compliance with the seat limit checked by an "
        "accountant.",
    ),
    ("model_retraining", {"at_discretion": True}, "The Vendor decides if, when and how the models are revised."),
    (
        "model_retraining",
        {"committed": True, "frequency": "yearly"},
        "At least once a year the Vendor re-estimates every scoring model on fresh data.",
    ),
    (
        "model_retraining",
        {"change_notice_days": 60, "validation": True},
        "Model releases are announced sixty days in advance and are validated by persons independent of the developers.",
    ),
    (
        "model_governance",
        {"explainability": False, "refused": True},
        "Vendor will not disclose, and Customer shall not request, information on how the models work or why they produce a given result.",
    ),
    (
        "model_governance",
        {"explainability": True, "bias_testing": True},
        "Every output comes with an explanation of the factors behind it; the Vendor examines its models yearly for discriminatory "
        "effects.",
    ),
    ("model_governance", {"reasons": True}, "Together with each rejection the system delivers the principal grounds for it."),
    (
        "subprocessors",
        {"consent": "none"},
        "Vendor uses third parties to process personal data and may vary them without reference to Customer.",
    ),
    (
        "subprocessors",
        {"consent": "prior", "flow_down": True},
        "No further processor may be used without the Customer's prior written authorisation, and each must accept the same obligations "
        "as the Vendor.",
    ),
    (
        "subprocessors",
        {"consent": "objection"},
        "The Customer is informed of new sub-processors one month in advance and can raise objections.",
    ),
    ("ai_output_ownership", {"owner": "customer"}, "Rights in the generated output vest in the Customer."),
    ("ai_output_ownership", {"owner": "vendor"}, "All scores and reports generated by the Platform are owned by the Vendor."),
    (
        "ai_output_ownership",
        {"tuned_models_owner": "vendor"},
        "Any fine-tuned version of the model, together with its weights, shall be owned exclusively by the Vendor.",
    ),
    ("output_use_restriction", {"restricts": "all"}, "Customer must not use outputs for the development of any other AI model."),
    (
        "output_use_restriction",
        {"restricts": "competing"},
        "You won't use what comes out of the model to develop models competing with ours.",
    ),
    (
        "acceptable_use",
        {"changes_at_will": True},
        "Licensor may modify the Prohibited Use Policy at its discretion, and modifications are effective immediately upon publication.",
    ),
    (
        "acceptable_use",
        {"downstream_liability": True},
        "Licensee, being the Customer, bears responsibility for all acts of third parties who use its derivatives, as if they were the "
        "Customer's own acts.",
    ),
    (
        "data_return",
        {"refused": True},
        "Vendor is not obligated to make Customer Data available after termination and may delete it at any time.",
    ),
    (
        "data_return",
        {"within_days": 60},
        "The Vendor will keep Customer Data available for export for two months after expiry and will delete it afterwards.",
    ),
    (
        "customer_data",
        {"licence_purpose": "any"},
        "Customer grants to Vendor an irrevocable right to use, sell and disclose Customer Data without limitation.",
    ),
    (
        "customer_data",
        {"owner": "customer", "licence_purpose": "service"},
        "Customer Data remain the Customer's property; the Vendor may touch them only so far as the provision of the Services calls for "
        "it.",
    ),
    (
        "ai_training_use",
        {"allowed": True, "scope": "general"},
        "The Vendor shall have the right to include Customer Data in the data sets by means of which it develops and validates "
        "algorithms for its entire clientele.",
    ),
    (
        "ai_training_use",
        {"allowed": True, "scope": "general"},
        "Your support chats and uploads help our assistant improve for everyone; this cannot be turned off.",
    ),
    (
        "ai_training_use",
        {"allowed": False},
        "Vendor shall not permit Customer Data to be used for machine learning, whether its own or a third party's.",
    ),
    (
        "ai_training_use",
        {"allowed": True, "scope": "own_tenant"},
        "Vendor may tune a model on Customer Data provided that the resulting model is accessible to Customer only.",
    ),
    (
        "security_incident",
        {"notice_hours": 24, "clock_starts": "awareness"},
        "Where Customer Data have been lost or stolen, the Vendor informs the Customer at the latest twenty-four hours after it learned "
        "thereof.",
    ),
    (
        "security_incident",
        {"clock_starts": "confirmation", "notice_hours": 72},
        "Following confirmation of an actual security breach, Vendor has seventy-two hours in which to notify Customer.",
    ),
    ("security_incident", {"duty": False}, "It is left to the Vendor whether it informs the Customer of a breach of security."),
    (
        "data_protection",
        {"refused": True},
        "The Vendor is free in its choice of security measures for personal data and owes none in particular.",
    ),
    (
        "data_protection",
        {"dpa": True},
        "The Vendor acts as processor and follows the Customer's instructions when it handles personal data; the annex on data "
        "processing applies.",
    ),
    (
        "data_residency",
        {"anywhere": True},
        "The Customer Data may be replicated to, and handled in, any of the Vendor's facilities around the globe.",
    ),
    (
        "data_residency",
        {"remote_access": "free"},
        "Our engineers can reach your data from anywhere for maintenance, and we keep no record of it.",
    ),
    (
        "data_residency",
        {"regions": ("Canada",), "transfer_requires_consent": True},
        "Customer Data shall be kept in Canada and shall not be exported without Customer's prior written approval.",
    ),
    ("data_residency", {"government_requests": False}, "We answer government requests for your files without telling you."),
    (
        "audit_rights",
        {"report_only": True},
        "The sole evidence of security to which Customer is entitled is the annual SOC 2 Type II report; physical inspections and tests "
        "are excluded.",
    ),
    (
        "audit_rights",
        {"granted_to": ("customer",), "onsite": True},
        "Customer's auditors may visit Vendor's data centers to examine the controls protecting Customer Data.",
    ),
    (
        "audit_rights",
        {"granted_to": ("vendor",), "notice_days": 0},
        "Vendor's representatives may call at Customer's offices at any time without notice to examine its records on usage.",
    ),
    (
        "model_retraining",
        {"at_discretion": True},
        "Vendor is not obliged to keep any model up to date and may replace models without notice.",
    ),
    ("model_retraining", {"committed": True, "frequency": "monthly"}, "The models shall be retrained by the Vendor every month."),
    ("model_governance", {"explainability": False}, "The Vendor owes no account of how a score comes about."),
    (
        "model_governance",
        {"bias_testing": True},
        "Every six months the Vendor checks whether the model treats groups of applicants differently without reason and reports on its "
        "fairness.",
    ),
    ("subprocessors", {"consent": "none"}, "The Vendor may farm out the processing of Customer Data to others as it pleases."),
    ("subprocessors", {"consent": "prior"}, "We only use helpers to process your data if you said yes in writing beforehand."),
    ("ai_output_ownership", {"owner": "vendor"}, "The Vendor holds title to all predictions and recommendations of the system."),
    ("ai_output_ownership", {"owner": "customer"}, "Whatever the model produces for the Customer is the Customer's property."),
    ("output_use_restriction", {"restricts": "all"}, "Outputs are not to be fed into any other model for purposes of training."),
    (
        "acceptable_use",
        {"changes_at_will": True},
        "The rules of use are found on our website and change from time to time; check them before each use, for no notice is given.",
    ),
    ("acceptable_use", {"downstream_liability": True}, "The Customer answers for every act of every end user as for its own."),
    ("data_return", {"refused": True}, "The Vendor is not bound to give the Customer a copy of its data at the end of the contract."),
    (
        "data_return",
        {"within_days": 45},
        "The Vendor shall provide Customer with its data within forty-five days of expiry and shall then destroy its own copies.",
    ),
    ("customer_data", {"licence_purpose": "any"}, "The Vendor may use Customer Data as if they were its own."),
]
FAIR: list[tuple[str, dict[str, object], str]] = [
    (
        "ai_training_use",
        {"allowed": True},
        "The Vendor shall not, and shall ensure that its sub-processors do not, use Customer Data to develop or improve any model for "
        "other customers.",
    ),
    ("ai_training_use", {"allowed": True}, "The Vendor may use aggregated statistics about the performance of the Service to improve it."),
    (
        "ai_training_use",
        {"allowed": True},
        "The Vendor's model was trained on public data before the Effective Date; it learns nothing from the Customer's use.",
    ),
    (
        "security_incident",
        {"clock_starts": "confirmation"},
        "The Vendor notifies the Customer within 24 hours of becoming aware of an incident and confirms the details in writing within "
        "five days.",
    ),
    (
        "security_incident",
        {"clock_starts": "confirmation"},
        "Vendor shall notify Customer within 48 hours after discovering a suspected breach, even if it has not yet been able to "
        "establish the cause.",
    ),
    (
        "security_incident",
        {"duty": False},
        "Vendor shall notify Customer of security incidents without undue delay; it is not required to report unsuccessful attempts such "
        "as pings.",
    ),
    (
        "data_protection",
        {"refused": True},
        "The Vendor shall process personal data only on documented instructions and shall not change the security measures in Annex 2 to "
        "the Customer's disadvantage.",
    ),
    (
        "data_protection",
        {"refused": True},
        "The Vendor may update the security measures from time to time, provided that the level of protection does not fall.",
    ),
    (
        "data_residency",
        {"anywhere": True},
        "The Vendor shall not store or process Customer Data in any country outside the European Economic Area without the Customer's "
        "prior written consent.",
    ),
    ("data_residency", {"anywhere": True}, "The Customer's users may access the Service from any country."),
    (
        "data_residency",
        {"government_requests": False},
        "The Vendor shall notify the Customer of any request by a foreign authority for Customer Data unless the law forbids it to do so.",
    ),
    (
        "audit_rights",
        {"report_only": True},
        "The Customer may rely on the Vendor's SOC 2 Type II report instead of conducting an audit, but this does not limit its right to "
        "audit.",
    ),
    (
        "audit_rights",
        {"report_only": True},
        "The Vendor provides a SOC 2 Type II report every year. In addition the Customer may inspect the Vendor's systems on ten days' "
        "notice.",
    ),
    (
        "audit_rights",
        {"regulator_excluded": True},
        "The Customer and its regulators, but not its competitors, may inspect the Vendor's systems.",
    ),
    (
        "model_retraining",
        {"at_discretion": True},
        "The Vendor shall retrain the model each quarter; the Customer may at its discretion waive a retraining.",
    ),
    (
        "model_retraining",
        {"at_discretion": True},
        "The Vendor shall not release a new version of the model unless the Customer has approved it.",
    ),
    (
        "model_governance",
        {"refused": True},
        "Nothing obliges the Vendor to disclose source code, but it shall explain every score on request.",
    ),
    (
        "model_governance",
        {"explainability": False},
        "The Vendor shall provide an explanation of each decision of the model and may not rely on trade secrets to withhold it.",
    ),
    (
        "subprocessors",
        {"consent": "none"},
        "The Vendor may engage sub-processors only after informing the Customer, which may object within thirty days.",
    ),
    (
        "subprocessors",
        {"consent": "none"},
        "Vendor may use the sub-processors listed in Annex 3; any other requires Customer's prior written consent.",
    ),
    ("ai_output_ownership", {"owner": "vendor"}, "The Vendor owns the Platform; outputs belong to the Customer."),
    (
        "ai_output_ownership",
        {"tuned_models_owner": "vendor"},
        "The Vendor retains its rights in the base model; fine-tuned weights belong to the Customer.",
    ),
    (
        "output_use_restriction",
        {"restricts": "all"},
        "Customer may use outputs for any purpose, including training its own models, but not to build models that compete with Vendor's.",
    ),
    ("acceptable_use", {"changes_at_will": True}, "The Acceptable Use Policy may be changed only with the Customer's written consent."),
    (
        "acceptable_use",
        {"downstream_liability": True},
        "The Customer is responsible for the acts of its authorised users and affiliates under this Agreement.",
    ),
    (
        "data_return",
        {"refused": True},
        "The Vendor shall return Customer Data within thirty days and is not obliged to keep copies thereafter.",
    ),
    (
        "data_return",
        {"refused": True},
        "The Vendor need not delete back-up copies before they are overwritten in the ordinary course, but keeps them confidential.",
    ),
    ("customer_data", {"owner": "vendor"}, "Vendor retains all rights in the Service; Customer retains all rights in Customer Data."),
    ("customer_data", {"licence_purpose": "any"}, "The Vendor may not use Customer Data for any purpose other than providing the Service."),
    ("customer_data", {"licence_purpose": "any"}, "Customer may use the Service for any lawful purpose."),
    (
        "ai_training_use",
        {"allowed": True},
        "The Vendor may use Customer Data solely to provide the Service; training of models is excluded.",
    ),
    (
        "ai_training_use",
        {"scope": "general"},
        "The Vendor may train a model on Customer Data for the Customer alone and shall not offer it to other customers.",
    ),
    (
        "security_incident",
        {"clock_starts": "confirmation"},
        "Vendor shall notify Customer within 24 hours of first suspecting a breach and shall confirm it in writing.",
    ),
    ("security_incident", {"duty": False}, "The Vendor informs the Customer of every incident; this is not an admission of fault."),
    (
        "data_protection",
        {"refused": True},
        "Neither party shall process the other's personal data otherwise than under the data processing agreement.",
    ),
    (
        "data_residency",
        {"anywhere": True},
        "Customer Data may be accessed by the Customer's users from anywhere; the Vendor stores and processes them in France only.",
    ),
    (
        "data_residency",
        {"anywhere": True},
        "The Vendor shall obtain the Customer's consent before it moves Customer Data to another country.",
    ),
    (
        "data_residency",
        {"remote_access": "free"},
        "Support staff outside the United Kingdom may view Customer Data only with the Customer's consent for each session.",
    ),
    ("audit_rights", {"report_only": True}, "The SOC 2 report is only the first step; the Customer may inspect the systems itself."),
    (
        "audit_rights",
        {"regulator_excluded": True},
        "The limits of this clause do not apply to the Customer's regulators, which have full access at any time.",
    ),
    (
        "audit_rights",
        {"notice_days": 0},
        "The regulator may inspect the Vendor's premises without notice; the Customer gives ten days' notice of an audit.",
    ),
    (
        "model_retraining",
        {"at_discretion": True},
        "The Customer decides at its discretion whether a retrained model is released; the Vendor retrains it every quarter.",
    ),
    ("model_governance", {"explainability": False}, "The Vendor explains each score, without being obliged to disclose source code."),
    ("subprocessors", {"consent": "none"}, "The Vendor may change sub-processors on thirty days' notice unless the Customer objects."),
    ("ai_output_ownership", {"owner": "vendor"}, "Outputs belong to the Customer; the Vendor keeps its rights in the models."),
    (
        "output_use_restriction",
        {"restricts": "all"},
        "The Customer may not use the Service to train a model that competes with the Vendor's, but is otherwise free to train on outputs.",
    ),
    (
        "acceptable_use",
        {"downstream_liability": True},
        "The Customer takes reasonable steps against misuse by end users but isn't liable for what they do.",
    ),
    ("data_return", {"refused": True}, "The Vendor has no right to retain Customer Data after it has returned them."),
    ("customer_data", {"licence_purpose": "any"}, "The Vendor shall not use Customer Data for its own purposes."),
    ("customer_data", {"owner": "vendor"}, "Nothing in this Agreement transfers ownership of Customer Data to the Vendor."),
]


def read(clause_type: str, text: str) -> dict[str, object]:
    return terms_of(readings_of(text, *(rule for rule in RULES if rule.clause_type == clause_type)))


@pytest.mark.parametrize(("clause_type", "terms", "text"), HIDDEN)
def test_a_fact_is_read_whatever_its_words(clause_type: str, terms: dict[str, object], text: str) -> None:
    found = read(clause_type, text)

    assert {name: found.get(name) for name in terms} == terms


@pytest.mark.parametrize(("clause_type", "alarm", "text"), FAIR)
def test_a_fair_clause_raises_no_alarm(clause_type: str, alarm: dict[str, object], text: str) -> None:
    found = read(clause_type, text)

    assert all(found.get(name) != value for name, value in alarm.items())
