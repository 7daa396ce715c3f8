"""Confidentiality: mutuality, purpose, term, exclusions, compelled disclosure and residuals, in secrecy agreements and elsewhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules import confidentiality
from tests.builders import readings_of, terms_of


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        (
            "Mutual Non-Disclosure Agreement\nVendor shall treat as secret all that it learns from Customer, and shall not make it "
            "known to any third person.",
            {"mutual": False},
        ),
        (
            "Mutual Non-Disclosure Agreement\nEach party shall safeguard the Confidential Information of the other with the same degree "
            "of care as its own, and at least with reasonable care.",
            {"mutual": True},
        ),
        (
            "Mutual Non-Disclosure Agreement\nThe Recipient may use the Confidential Information for the Purpose and for any other "
            "business purpose of its group.",
            {"free_use": True},
        ),
        (
            "Mutual Non-Disclosure Agreement\nThe Receiving Party shall make use of the Confidential Information solely in connection "
            "with the Purpose.",
            {"purpose_only": True},
        ),
        (
            "Mutual Non-Disclosure Agreement\nConfidential Information must not be employed for any end other than the Purpose.",
            {"purpose_only": True},
        ),
        (
            "Mutual Non-Disclosure Agreement\nThe obligations under this Agreement shall survive for a period of five (5) years "
            "following its expiry.",
            {"duty_years": 5, "perpetual": False},
        ),
        ("Mutual Non-Disclosure Agreement\nThe duty of confidentiality is unlimited in time.", {"perpetual": True}),
        (
            "Mutual Non-Disclosure Agreement\nThe obligations of secrecy continue for ever, whatever the nature of the information.",
            {"perpetual": True},
        ),
        ("Mutual Non-Disclosure Agreement\nThe Recipient remains bound by its obligations in perpetuity.", {"perpetual": True}),
        (
            "Mutual Non-Disclosure Agreement\nThe obligations last for thirty-six months from the date of disclosure; trade secrets are "
            "protected for as long as they qualify as such.",
            {"duty_years": 3, "perpetual": False, "trade_secrets_longer": True},
        ),
        (
            "Mutual Non-Disclosure Agreement\nCustomer is bound by the duties of this clause for ten years, Vendor for two years, after "
            "the end of this Agreement.",
            {"term_differs": True},
        ),
        (
            "Mutual Non-Disclosure Agreement\nThe duties of Vendor end two years after the date of this Agreement. Customer remains "
            "bound without any limit in time.",
            {"perpetual": True, "term_differs": True},
        ),
        (
            "Mutual Non-Disclosure Agreement\nInformation retained in the unaided memory of the Recipient's personnel who had access to "
            "it may be used freely by the Recipient.",
            {"residuals": True},
        ),
        (
            "Mutual Non-Disclosure Agreement\nNeither party is prevented from using general knowledge, skills, know-how and ideas that "
            "its employees retain in their memory.",
            {"residuals": True},
        ),
        (
            "Mutual Non-Disclosure Agreement\nWhat our people remember without looking it up, they are free to use in their work.",
            {"residuals": True},
        ),
        (
            "Mutual Non-Disclosure Agreement\nNo residuals right is granted: information that is merely remembered stays Confidential "
            "Information.",
            {"residuals": False},
        ),
        (
            "Mutual Non-Disclosure Agreement\nThe obligations do not apply to information that was in the public domain at the time of "
            "disclosure, was in the possession of the Recipient before disclosure, was rightfully obtained from a third party without "
            "restriction, or was developed by the Recipient independently.",
            {"standard_exclusions": True},
        ),
        (
            "Mutual Non-Disclosure Agreement\nWe need not keep secret what everybody knows, what we knew before you told us, what "
            "someone else was allowed to tell us, and what we found out ourselves without your information. None of this is "
            "Confidential Information.",
            {"standard_exclusions": True},
        ),
        (
            "Mutual Non-Disclosure Agreement\nThe obligations do not apply to information that is generally known or that was developed "
            "by the Recipient independently.",
            {"standard_exclusions": False},
        ),
        (
            "Mutual Non-Disclosure Agreement\nIf the Recipient is ordered by a court to produce Confidential Information, it shall "
            "promptly notify the Discloser so that it may seek a protective order.",
            {"compelled_disclosure": True},
        ),
        (
            "Mutual Non-Disclosure Agreement\nThe Recipient may hand over Confidential Information to any authority that asks for it "
            "and is not obliged to inform the Discloser.",
            {"compelled_disclosure": False},
        ),
        (
            'Mutual Non-Disclosure Agreement\n"Confidential Information" means all information that Customer discloses to Vendor, '
            'whether orally or in writing. Information from Vendor is confidential only if it is marked "Secret".',
            {"mutual": False},
        ),
        (
            "Mutual Non-Disclosure Agreement\nInformation of Vendor is protected whether or not it is labelled; that of Customer only "
            "to the extent listed in Annex A.",
            {"mutual": False},
        ),
        ("Mutual Non-Disclosure Agreement\nThe duties in section 3 fall on Customer alone.", {"mutual": False}),
        ("Mutual Non-Disclosure Agreement\nSection 3 does not apply to what Customer sends by e-mail.", {"mutual": False}),
        (
            'Mutual Non-Disclosure Agreement\nOnly documents of Customer that carry the stamp "Confidential" are Confidential '
            "Information; for Vendor every document counts.",
            {"mutual": False},
        ),
        (
            "Mutual Non-Disclosure Agreement\nEngineers of the Recipient may apply whatever of the information has become part of their "
            "general know-how and memory.",
            {"residuals": True},
        ),
        (
            "Mutual Non-Disclosure Agreement\nNobody is expected to unlearn what he has seen; the Recipient may put to use what its "
            "staff keep in their heads.",
            {"residuals": True},
        ),
        (
            "Mutual Non-Disclosure Agreement\nVendor may use what it learns in the talks for developing its own products.",
            {"free_use": True},
        ),
        ("Mutual Non-Disclosure Agreement\nThese obligations do not expire.", {"perpetual": True}),
        (
            "Mutual Non-Disclosure Agreement\nThe confidentiality obligations remain in effect indefinitely for all Confidential "
            "Information.",
            {"perpetual": True},
        ),
        (
            "Mutual Non-Disclosure Agreement\nThe duty of secrecy ends with this Agreement, save that it continues for two further years.",
            {"duty_years": 2},
        ),
        (
            "Mutual Non-Disclosure Agreement\nWhere a statute compels disclosure, the Recipient may disclose forthwith and without a "
            "word to the Discloser.",
            {"compelled_disclosure": False},
        ),
        (
            "Mutual Non-Disclosure Agreement\nThe protection of this Agreement is for the information of Customer; what Vendor brings "
            "to the table is not covered by it.",
            {"mutual": False},
        ),
        (
            "Mutual Non-Disclosure Agreement\nCustomer's drawings count as secret only where each sheet bears the word SECRET, while "
            "anything that Vendor says or shows is secret without more.",
            {"mutual": False},
        ),
        (
            "Mutual Non-Disclosure Agreement\nThe undertakings in clause 2 lapse three years after signature for information of Vendor, "
            "and never for information of Customer.",
            {"perpetual": True},
        ),
        (
            "Mutual Non-Disclosure Agreement\nThere is no point in time at which the duties of the Recipient come to an end.",
            {"perpetual": True},
        ),
        (
            "Mutual Non-Disclosure Agreement\nThe Recipient keeps silence about the information for 24 months from the end of the talks.",
            {"duty_years": 2},
        ),
        (
            "Mutual Non-Disclosure Agreement\nWhat employees of a party have absorbed and can recall without notes may be turned to "
            "account by that party.",
            {"residuals": True},
        ),
        (
            "Mutual Non-Disclosure Agreement\nThe Recipient may exploit the information as it sees fit in its own business.",
            {"free_use": True},
        ),
        ("Mutual Non-Disclosure Agreement\nThe information serves the Purpose and no other end.", {"purpose_only": True}),
    ],
)
def test_each_part_of_secrecy_is_read(text: str, terms: dict[str, object]) -> None:
    readings = readings_of(text, confidentiality.RULE)

    assert readings
    found = terms_of(readings)
    assert {name: found.get(name) for name in terms} == terms


@pytest.mark.parametrize(
    "text",
    [
        "Customer shall keep its passwords secret.",
        "The arbitrators keep the proceedings confidential.",
        "The consultant handles personal data confidentially on instructions only.",
    ],
)
def test_keeping_other_things_secret_is_no_confidentiality_clause(text: str) -> None:
    assert readings_of(text, confidentiality.RULE) == ()


@pytest.mark.parametrize(
    ("text", "never"),
    [
        (
            "Mutual Non-Disclosure Agreement\nEach party shall keep the other's Confidential Information secret.\nThis Agreement runs for "
            "ten years.",
            {"duty_years": 10},
        ),
        (
            "Mutual Non-Disclosure Agreement\nEach party shall keep the information secret.\nTrade secrets are protected for as long as "
            "they are secret.",
            {"perpetual": True},
        ),
        (
            "Mutual Non-Disclosure Agreement\nEach party keeps the other's information secret.\nCustomer pays its own costs. Vendor pays "
            "its own costs.",
            {"mutual": False},
        ),
        ("Mutual Non-Disclosure Agreement\nThe Recipient may use the Confidential Information for the Purpose only.", {"free_use": True}),
        (
            "Mutual Non-Disclosure Agreement\nData in the memory of a server need not be deleted and may be used until overwritten.",
            {"residuals": True},
        ),
        (
            "Mutual Non-Disclosure Agreement\nThe Recipient may disclose Confidential Information to its advisers without prior notice to "
            "the Discloser. It keeps it secret otherwise.",
            {"compelled_disclosure": False},
        ),
    ],
)
def test_a_term_is_not_read_out_of_a_neighbouring_matter(text: str, never: dict[str, object]) -> None:
    found = [reading.value(name) for reading in readings_of(text, confidentiality.RULE) for name in never]

    assert all(value not in never.values() for value in found)


NAMED = (
    "Non-Disclosure Agreement\n"
    "1. Duty\n"
    "1.1 Each party shall keep the other's Confidential Information secret and use it for the Purpose only.\n"
)


def test_a_rule_that_asks_one_named_side_alone_to_mark_its_information_is_one_sided() -> None:
    text = NAMED + "1.2 A document of Vendor is Confidential Information only if it is marked as such on every page."

    assert _says(text, mutual=False)


def test_information_of_one_side_that_is_left_out_is_one_sided() -> None:
    text = NAMED + "1.2 Nothing that Customer uploads to the portal is affected.\n1.3 Data of Customer is not Confidential Information."

    assert _says(text, mutual=False)


def test_a_permitted_use_that_is_defined_as_any_purpose_is_a_free_use() -> None:
    text = (
        "Non-Disclosure Agreement\n"
        "1. Definitions\n"
        "1.1 “Permitted Use” means the evaluation and any other business purpose of Vendor.\n"
        "2. Duty\n"
        "2.1 The Recipient shall not use Confidential Information except for its Permitted Use."
    )

    assert _says(text, free_use=True)
    assert not _says(text, purpose_only=True)


def test_a_period_that_ends_for_one_side_and_never_for_the_other_differs() -> None:
    text = NAMED + "1.2 Vendor's duties end two years after the end of this Agreement. Customer's duties have no end date."

    assert _says(text, perpetual=True)
    assert _says(text, term_differs=True)


def test_a_defined_protection_period_gives_the_years() -> None:
    text = (
        "Non-Disclosure Agreement\n"
        "1. Terms\n"
        "1.1 “Protection Period” means four years after disclosure.\n"
        "1.2 The Recipient's duties of secrecy last until the end of the Protection Period."
    )

    assert _says(text, duty_years=4)


@given(st.integers(min_value=1, max_value=20))
def test_the_years_of_secrecy_are_those_of_the_text(years: int) -> None:
    text = NAMED + f"1.2 The duties of this agreement continue for {years} years after its end."

    assert _says(text, duty_years=years)


def _says(text: str, **terms: object) -> bool:
    """Whether some reading of the text has these terms."""
    return any(all(reading.value(name) == value for name, value in terms.items()) for reading in readings_of(text, confidentiality.RULE))
