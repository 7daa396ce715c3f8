"""Licences: scope, ending at will, feedback and refusals."""

import pytest

from app.rules import license_grant
from tests.builders import readings_of, terms_of


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        (
            "Mutual Non-Disclosure Agreement\nThe Recipient may use any feedback that the Discloser gives about its products without "
            "restriction and without payment.",
            {"feedback": True, "granted": True},
        ),
        (
            "Mutual Non-Disclosure Agreement\nIf Vendor makes suggestions for improving the Platform, Customer receives a perpetual and "
            "free right to use them.",
            {"feedback": True},
        ),
        (
            "Mutual Non-Disclosure Agreement\nNothing herein shall be construed as granting any licence under any patent or copyright.",
            {"granted": False},
        ),
        (
            "Mutual Non-Disclosure Agreement\nThe disclosure of information confers no right of use of any kind; in particular no "
            "licences are granted.",
            {"granted": False},
        ),
        (
            "Mutual Non-Disclosure Agreement\nVendor grants Customer a worldwide, royalty-free licence to use, copy and modify the "
            "samples and data that it provides.",
            {"granted": True, "by": "vendor"},
        ),
        (
            "Model Licence for the Weights of a Language Model\nThe licensor may at any time withdraw this licence by notice without "
            "giving reasons.",
            {"revocable_at_will": True},
        ),
        (
            "Model Licence for the Weights of a Language Model\nWe may end your right to use the weights whenever we like, on ten days' "
            "notice.",
            {"revocable_at_will": True},
        ),
        (
            "Model Licence for the Weights of a Language Model\nVendor reserves the right to revoke the licence in its sole discretion.",
            {"revocable_at_will": True},
        ),
        (
            "Model Licence for the Weights of a Language Model\nVendor can call the model back for business reasons of its own, and "
            "Customer then ceases all use.",
            {"revocable_at_will": True},
        ),
        (
            "Model Licence for the Weights of a Language Model\nThe licence for weights that have been delivered cannot be revoked by "
            "Vendor, not even for breach.",
            {"irrevocable": True},
        ),
        (
            "Model Licence for the Weights of a Language Model\nYou may use the model solely for non-commercial research.",
            {"commercial": False},
        ),
        (
            "Model Licence for the Weights of a Language Model\nUse of the weights for commercial ends is not covered by this licence "
            "and requires a separate agreement.",
            {"commercial": False},
        ),
        (
            "Model Licence for the Weights of a Language Model\nVendor grants Customer the right to run, adapt, fine-tune and host the "
            "model for any purpose, commercial or not.",
            {"granted": True, "commercial": True, "modify": True, "host": True},
        ),
        (
            "Mutual Non-Disclosure Agreement\nVendor may build into its products whatever Customer suggests during the trial, free of "
            "charge.",
            {"granted": True, "feedback": True},
        ),
        (
            "Mutual Non-Disclosure Agreement\nCustomer hereby gives Vendor leave to copy and adapt the samples for its own products.",
            {"granted": True},
        ),
        (
            "Model Licence for the Weights of a Language Model\nThis licence runs for as long as Vendor chooses to offer the model.",
            {"revocable_at_will": True},
        ),
        (
            "Model Licence for the Weights of a Language Model\nThe licence is given until further notice and Vendor may cancel it on "
            "fourteen days' notice for any reason.",
            {"revocable_at_will": True},
        ),
        (
            "Model Licence for the Weights of a Language Model\nVendor decides from time to time which releases may still be run; a "
            "release that it strikes off the list must be taken out of service, no ground being needed.",
            {"revocable_at_will": True},
        ),
        (
            "Model Licence for the Weights of a Language Model\nYou shall not earn money with the model or with anything made from it.",
            {"commercial": False},
        ),
        ("Model Licence for the Weights of a Language Model\nCommercial exploitation requires a paid licence.", {"commercial": False}),
        (
            "Mutual Non-Disclosure Agreement\nIdeas for improving the Platform that Customer mentions are free for Vendor to use.",
            {"feedback": True},
        ),
        (
            "Mutual Non-Disclosure Agreement\nVendor is licensed to use, reproduce and modify all material supplied by Customer under "
            "this Agreement, for any purpose.",
            {"granted": True},
        ),
        (
            "Model Licence for the Weights of a Language Model\nVendor may discontinue the licence without cause by e-mail.",
            {"revocable_at_will": True},
        ),
        (
            "Model Licence for the Weights of a Language Model\nThe permission can be withdrawn by us at any moment and for whatever "
            "reason.",
            {"revocable_at_will": True},
        ),
        (
            "Model Licence for the Weights of a Language Model\nThe model may be used in teaching and research, but not in trade.",
            {"commercial": False},
        ),
    ],
)
def test_a_licence_and_its_limits_are_read(text: str, terms: dict[str, object]) -> None:
    readings = readings_of(text, license_grant.RULE)

    assert readings
    found = terms_of(readings)
    assert {name: found.get(name) for name in terms} == terms


@pytest.mark.parametrize(
    "text",
    [
        "The licence fee is payable annually in advance.",
        "Vendor holds all licences that it needs to operate its business.",
        "Customer may terminate the agreement at any time if Vendor loses its licence.",
    ],
)
def test_a_licence_in_another_sense_is_not_read(text: str) -> None:
    assert readings_of(text, license_grant.RULE) == ()


@pytest.mark.parametrize(
    ("text", "never"),
    [
        (
            "Model Licence for the Weights of a Language Model\nThe licence is irrevocable and may not be terminated at will by Vendor.",
            {"revocable_at_will": True},
        ),
        (
            "Model Licence for the Weights of a Language Model\nCustomer may end this licence at any time by deleting the weights.",
            {"revocable_at_will": True},
        ),
        (
            "Model Licence for the Weights of a Language Model\nVendor may terminate the licence if Customer commits a material breach and "
            "does not cure it.",
            {"revocable_at_will": True},
        ),
        (
            "Model Licence for the Weights of a Language Model\nYou may use the model commercially, not only for research.",
            {"commercial": False},
        ),
    ],
)
def test_ending_for_cause_or_by_the_licensee_is_not_at_will(text: str, never: dict[str, object]) -> None:
    found = [reading.value(name) for reading in readings_of(text, license_grant.RULE) for name in never]

    assert all(value not in never.values() for value in found)
