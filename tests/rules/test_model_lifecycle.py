"""Retraining of models: paraphrases by drafters of different schools, and lookalikes."""

import pytest

from app.rules import model_lifecycle
from tests.builders import readings_of, terms_of


def retrained(text: str) -> dict[str, object] | None:
    readings = readings_of(text, model_lifecycle.RULE)
    return terms_of(readings) if readings else None


@pytest.mark.parametrize(
    "text",
    [
        "Vendor may update, modify or discontinue any model at any time in its sole discretion.",
        "Whether and when a model is retrained is for the Vendor alone to decide.",
        "We change our models whenever we think it useful, and we do not announce it.",
        "The Vendor shall be under no obligation to retrain any model.",
        "Models are recalibrated at such intervals as the Vendor considers appropriate.",
    ],
)
def test_the_vendors_will_is_read(text: str) -> None:
    found = retrained(text)

    assert found is not None
    assert (found.get("at_discretion"), found.get("committed")) == (True, False)


@pytest.mark.parametrize(
    ("text", "frequency"),
    [
        ("Vendor shall retrain the models at least once in each calendar quarter.", "quarterly"),
        ("We retrain your model every month.", "monthly"),
        ("The Vendor undertakes to recalibrate each scoring model annually.", "yearly"),
        ("Each model shall be re-estimated by the Vendor twice a year.", "half-yearly"),
    ],
)
def test_a_schedule_is_a_commitment(text: str, frequency: str) -> None:
    found = retrained(text)

    assert found is not None
    assert (found.get("committed"), found.get("frequency")) == (True, frequency)


def test_drift_is_a_trigger() -> None:
    found = retrained("If monitoring shows drift beyond the threshold, the Vendor shall retrain the model within thirty days.")

    assert found is not None
    assert (found.get("committed"), found.get("trigger")) == (True, "drift")


@pytest.mark.parametrize(
    "text",
    [
        "No new model version shall be deployed until the Customer has had thirty (30) days' notice and the version has been validated "
        "on held-out data.",
        "We tell you thirty days before we release a new version of the model, after an independent team has validated it.",
    ],
)
def test_validation_and_notice_are_read(text: str) -> None:
    found = retrained(text)

    assert found is not None
    assert (found.get("validation"), found.get("change_notice_days")) == (True, 30)


@pytest.mark.parametrize(
    "text",
    [
        "The Vendor keeps the previous model version available for ninety days so that the Customer can roll back.",
        "If a new model disappoints, we put the earlier version back within one day of your request and restore the previous model.",
    ],
)
def test_the_way_back_is_read(text: str) -> None:
    found = retrained(text)

    assert found is not None
    assert found.get("rollback") is True


@pytest.mark.parametrize(
    "text",
    [
        "The Vendor may change the Fees at its discretion.",
        "The Customer may fine-tune the model whenever it likes.",
        "The parties renew this Agreement every year.",
        "Vendor shall train the Customer's staff once a year.",
        "The Vendor updates the Documentation from time to time.",
        "The Vendor shall not use Customer Data to train any model.",
    ],
)
def test_other_changes_are_not_retraining(text: str) -> None:
    assert retrained(text) is None
