"""Governance of models: paraphrases by drafters of different schools, and lookalikes."""

import pytest

from app.rules import model_governance
from tests.builders import readings_of, terms_of


def governed(text: str) -> dict[str, object] | None:
    readings = readings_of(text, model_governance.RULE)
    return terms_of(readings) if readings else None


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("For each decision Vendor shall provide an explanation of how the model reached its result.", ("explainability",)),
        ("We test our models for bias against protected groups before every release.", ("bias_testing",)),
        ("The Vendor maintains technical documentation of each model and makes it available to the Customer.", ("documentation",)),
        ("The Vendor cooperates with the Customer's regulators when they examine a model.", ("regulator_access",)),
        (
            "The models shall be assessed annually for discriminatory effects and documented in a model card that the Vendor supplies.",
            ("bias_testing",),
        ),
        ("The Vendor states the principal reasons for each score that leads to the refusal of an application.", ("reasons",)),
        ("A member of the Customer's staff can overrule each score of the model.", ("human_review",)),
        (
            "Every automated decision is reviewed by a human being before it takes effect, and the model's output is only advisory.",
            ("human_review",),
        ),
    ],
)
def test_duties_are_read(text: str, terms: tuple[str, ...]) -> None:
    found = governed(text)

    assert found is not None
    assert all(found.get(term) is True for term in terms)


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Vendor shall have no obligation to explain any output of its models or to disclose how they work.", ("explainability",)),
        (
            "The models are proprietary; the Vendor does not provide explanations, bias test results or technical documentation of its "
            "models.",
            ("explainability", "bias_testing", "documentation"),
        ),
        ("We do not have to tell you or any authority how our model came to a result.", ("explainability",)),
        (
            "The Vendor does not supply reasons for a score, and a review by a human being is not part of the service.",
            ("reasons", "human_review"),
        ),
    ],
)
def test_refusals_are_read(text: str, terms: tuple[str, ...]) -> None:
    found = governed(text)

    assert found is not None
    assert all(found.get(term) is False for term in terms)


def test_reasons_on_request_are_a_grade_of_their_own() -> None:
    found = governed("Upon request the Vendor shall provide the main reasons for an adverse score.")

    assert found is not None
    assert (found.get("reasons"), found.get("reasons_on_request")) == (True, True)


@pytest.mark.parametrize(
    "text",
    [
        "The Vendor shall document its working hours.",
        "A party that refuses consent shall give its reasons.",
        "The Vendor complies with the laws against discrimination in employment.",
        "The Customer shall explain its requirements to the Vendor's consultants.",
        "The Vendor provides user documentation for the Software.",
        "Support staff review tickets by hand.",
    ],
)
def test_other_explanations_are_not_governance(text: str) -> None:
    assert governed(text) is None
