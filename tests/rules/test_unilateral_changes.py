"""Changes of the terms by both or by one side, in many words; and changes of other things."""

import pytest

from app.rules.unilateral_changes import RULE
from tests.builders import readings_of, terms_of


@pytest.mark.parametrize(
    "text",
    [
        "Vendor may modify these Terms at any time by posting a revised version on its website. Continued use of the Service means "
        "acceptance.",
        "We can update this agreement whenever we like; the version that our site shows is the one that binds you.",
        "The Vendor reserves the right to amend the General Conditions unilaterally. Amendments become effective upon publication in the "
        "customer portal.",
        "The Policies form part of this Agreement in the version published at www.vendor.example from time to time, and Vendor may "
        "change them at its discretion.",
        "Our rules are kept online. We rewrite them as often as we think right and do not send word round; what the page says on the day "
        "applies.",
        "Vendor may replace any Exhibit by placing another in the portal, which takes effect when it appears there.",
    ],
)
def test_a_change_by_posting_is_read(text: str) -> None:
    terms = terms_of(readings_of(text, RULE))

    assert (terms.get("by_posting"), terms.get("notice_days")) == (True, None)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "Vendor may amend the Service Policies on thirty (30) days' notice. No amendment may materially reduce Customer's rights, "
            "and Customer may terminate this Agreement before it takes effect.",
            30,
        ),
        (
            "We may change these terms if we write to you 60 days ahead, provided the change doesn't materially worsen the service; you "
            "can end the agreement before then.",
            60,
        ),
        (
            "Changes of the Terms of Use are notified two months in advance; they may not diminish the functions, and the Customer may "
            "terminate. The Vendor may make such changes alone.",
            60,
        ),
    ],
)
def test_a_change_on_notice_with_a_way_out_is_read(text: str, days: float) -> None:
    terms = terms_of(readings_of(text, RULE))

    assert (
        terms.get("notice_days"),
        terms.get("no_material_reduction"),
        terms.get("termination_right"),
        terms.get("by_posting") or False,
    ) == (days, True, True, False)


@pytest.mark.parametrize(
    "text",
    [
        "No modification of this Agreement is valid unless made in writing and signed by both parties.",
        "This contract can be changed only by a paper that you and we both sign.",
        "Amendments and supplements to this Agreement must be in writing; this also applies to a waiver of this requirement.",
        "This Agreement may not be amended except by a written instrument executed by the parties.",
        "Any variation of these terms requires the written agreement of both parties.",
        "Only a document signed by both parties can amend this Agreement.",
        "These terms stay as they are until both of us sign something else; changes need two signatures.",
    ],
)
def test_a_change_by_signature_only_is_read(text: str) -> None:
    terms = terms_of(readings_of(text, RULE))

    assert (terms.get("signed_only"), terms.get("by_posting")) == (True, None)


@pytest.mark.parametrize(
    "text",
    [
        "Vendor may post better texts of this licence. A new text applies only to releases that come out later; for a Release that you "
        "already have the old text goes on.",
        "We may publish new versions of this licence; each version governs only downloads made after it appeared.",
    ],
)
def test_texts_for_later_versions_only_are_read(text: str) -> None:
    terms = terms_of(readings_of(text, RULE))

    assert (terms.get("future_versions_only"), terms.get("binds_existing")) == (True, None)


@pytest.mark.parametrize(
    "text",
    [
        "Vendor may replace this Annex on its portal at any time; the new text is binding for all Releases, whenever delivered.",
        "We can swap these sections for others whenever we choose, and the new wording covers copies that were fetched long before.",
    ],
)
def test_changes_that_bind_existing_use_are_read(text: str) -> None:
    assert terms_of(readings_of(text, RULE)).get("binds_existing") is True


@pytest.mark.parametrize(
    "text",
    [
        "Vendor may at any time release new features of the Service.",
        "Vendor may update the Documentation from time to time.",
        "Vendor may change its prices on ninety days' notice.",
        "Customer may modify the Software and distribute its modifications.",
        "A waiver is effective only if given in writing.",
        "No change of scope binds either party until a change order is signed.",
        "Vendor may replace a subprocessor on thirty days' notice.",
        "Customer may change its password at any time.",
    ],
)
def test_changes_of_other_things_are_not_read(text: str) -> None:
    assert not readings_of(text, RULE)


def test_terms_that_are_denied_all_effect_change_nothing() -> None:
    text = "The publisher may display its own terms and revise them as it pleases. As between the parties, such terms have no effect."

    assert terms_of(readings_of(text, RULE)).get("by_posting") is None
