"""Names in public, and what a licensee must show, in many words."""

import pytest

from app.rules.publicity import ATTRIBUTION, PUBLICITY
from tests.builders import readings_of, terms_of


@pytest.mark.parametrize(
    "text",
    [
        "Neither party will issue a press release about this Agreement without the other's prior approval.",
        "Vendor may name Customer as a reference only after Customer has agreed in writing.",
        "We won't use your logo on our website unless you have said yes first and given your consent in writing.",
        "Customer's trademarks shall not be used in advertising without Customer's prior written consent.",
        "Each party needs the other party's written permission before it mentions their cooperation in public announcements.",
    ],
)
def test_naming_by_consent_is_read(text: str) -> None:
    assert terms_of(readings_of(text, PUBLICITY)).get("consent_required") is True


@pytest.mark.parametrize(
    "text",
    [
        "Vendor may identify Customer as a customer and use its name and logo in marketing materials.",
        "You agree that we may list you on our customer page and show your logo there and in press releases, and need not ask beforehand.",
        "Customer grants Vendor the right to use Customer's name and trademarks in promotional material without further approval.",
    ],
)
def test_naming_without_consent_is_read(text: str) -> None:
    terms = terms_of(readings_of(text, PUBLICITY))

    assert (terms.get("allowed"), terms.get("consent_required")) == (True, None)


@pytest.mark.parametrize(
    "text",
    [
        "Information that is publicly known isn't confidential.",
        "Vendor publishes the names of its subprocessors on its website.",
        "The user names of Customer's staff may be shown in the console.",
        "Vendor warrants that the Deliverables infringe no trademark or right of publicity.",
    ],
)
def test_other_uses_of_names_are_no_publicity(text: str) -> None:
    assert not readings_of(text, PUBLICITY)


@pytest.mark.parametrize(
    ("text", "duty"),
    [
        ("Customer shall retain all copyright notices and include a copy of this licence with each distribution of the Model.", "notice"),
        ("Mention in your documentation or read-me file that the product uses Larkspur.", "notice"),
        ("You must prominently display “Powered by Larkspur” in the user interface of any product that contains the Model.", "built_with"),
        ("Put the words “Built with Larkspur” on the about page of each product.", "built_with"),
        ("If you distribute a model that was tuned on outputs, its name must begin with “Larkspur”.", "product_name"),
        ("Products that contain the Model are marketed under a designation that opens with “Larkspur”.", "product_name"),
        ("Include “Larkspur” at the beginning of the name of any derivative model.", "product_name"),
    ],
)
def test_a_duty_to_credit_is_read_with_its_weight(text: str, duty: str) -> None:
    assert terms_of(readings_of(text, ATTRIBUTION)).get("duty") == duty


@pytest.mark.parametrize(
    "text",
    [
        "Vendor credits the next invoice with ten percent.",
        "Customer must give notice of termination in writing.",
        "Customer will not reverse engineer the Product or remove proprietary notices.",
        "The parties name a contact person each.",
    ],
)
def test_other_credits_and_notices_are_no_attribution(text: str) -> None:
    assert not readings_of(text, ATTRIBUTION)
