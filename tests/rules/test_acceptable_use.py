"""Acceptable use: paraphrases by drafters of different schools, and lookalikes."""

import pytest

from app.rules import acceptable_use
from tests.builders import readings_of, terms_of


def use(text: str) -> dict[str, object] | None:
    readings = readings_of(text, acceptable_use.RULE)
    return terms_of(readings) if readings else None


@pytest.mark.parametrize(
    "text",
    [
        "Licensor may update the Acceptable Use Policy at any time in its sole discretion by posting the new version, which applies at "
        "once.",
        "The Use Policy as published from time to time applies; we may change it without telling you.",
        "Our house rules change whenever we find it useful, and the version online at the time is the one that counts.",
        "“Code” means the rules on responsible use at vendor.example/code.\nThe Vendor revises the Code as it thinks fit and without "
        "notice, and the Customer shall comply with it.",
    ],
)
def test_a_policy_that_changes_at_will_is_read(text: str) -> None:
    found = use(text)

    assert found is not None
    assert found.get("changes_at_will") is True


@pytest.mark.parametrize(
    "text",
    [
        "Licensor may amend the Acceptable Use Policy on thirty days' notice.",
        "We write to you two months before we change the use policy.",
        "A revision of the Use Policy takes effect sixty days after the Customer has been notified of it.",
    ],
)
def test_a_policy_that_changes_with_notice_is_read(text: str) -> None:
    found = use(text)

    assert found is not None
    assert (found.get("changes_at_will"), found.get("notice_of_changes")) == (False, True)


@pytest.mark.parametrize(
    ("text", "liable"),
    [
        ("Customer is responsible for every act of any end user, and each such act is deemed to be an act of Customer.", True),
        ("Anything that anyone does with the model downstream is treated as done by you; you are liable for it.", True),
        ("Customer is not responsible for what end users of its products do with the Model.", False),
    ],
)
def test_liability_for_what_others_do_is_read(text: str, liable: bool) -> None:
    found = use(text)

    assert found is not None
    assert found.get("downstream_liability") is liable


@pytest.mark.parametrize(
    "text",
    [
        "The Customer shall bind its end users to the Use Policy in its terms with them.",
        "Your agreements with your users must require them to comply with the acceptable use policy.",
    ],
)
def test_pass_through_terms_are_read(text: str) -> None:
    found = use(text)

    assert found is not None
    assert found.get("pass_through") is True


@pytest.mark.parametrize(
    "text",
    [
        "Customer shall not reverse engineer, resell or sublicense the Service.",
        "You must not use the model to build weapons or to deceive people.",
        "The Customer shall not, and shall ensure that users do not, introduce malicious code into the Platform or probe its security.",
        "Please do not upload anything unlawful to the service.",
    ],
)
def test_forbidden_uses_are_read(text: str) -> None:
    assert use(text) is not None


@pytest.mark.parametrize(
    "text",
    [
        "The Vendor shall not reverse engineer the Customer's products.",
        "Vendor's insurance policy covers cyber risks.",
        "The privacy policy explains how we handle personal data.",
        "The Customer may use the Service for its own business.",
        "Neither party shall solicit the other's staff.",
        "Customer shall not disclose Confidential Information.",
    ],
)
def test_other_limits_are_not_acceptable_use(text: str) -> None:
    assert use(text) is None
