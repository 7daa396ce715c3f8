"""Training on the customer's data: paraphrases by drafters of different schools, and lookalikes."""

import pytest

from app.rules import ai_training
from tests.builders import readings_of, terms_of


def training(text: str) -> dict[str, object] | None:
    """The terms read in a text, None when it isn't read as training at all."""
    readings = readings_of(text, ai_training.RULE)
    return terms_of(readings) if readings else None


@pytest.mark.parametrize(
    "text",
    [
        "Customer hereby grants Vendor a perpetual licence to use Customer Data for the purpose of training, validating and improving "
        "Vendor's machine learning models and other products.",
        "We learn from what you do: your documents help us teach the assistants that all of our customers use.",
        "The Vendor shall be entitled to employ the Customer Data for the further development of its algorithms, also for the benefit of "
        "other customers.",
        "Customer Data may be fed by the Vendor into the training sets of its foundation models.",
        "Vendor may derive from Customer Data features and parameters for use in models that it supplies to other institutions.",
        "Records that the Customer submits are pooled with those of other customers, and the Vendor's scoring models are re-estimated on "
        "the pool.",
        "Service improvement. The Vendor uses the content of all workspaces to refine the predictive features of the product for every "
        "customer.",
        "The Customer acknowledges that the Vendor's models continue to learn from Customer Data and that what they have learned is "
        "available to all users of the Service.",
        "To keep our AI up to date, prompts and outputs are used to fine-tune the general model, unless you switch this off in the "
        "console.",
        "“Enhancement” means the building and tuning of models that the Vendor offers to its customers at large.\nThe Vendor may use "
        "Customer Data to provide the Service and for Enhancement.",
    ],
)
def test_a_permission_to_train_general_models_is_read_whatever_its_words(text: str) -> None:
    found = training(text)

    assert found is not None
    assert (found.get("allowed"), found.get("scope")) == (True, "general")


@pytest.mark.parametrize(
    "text",
    [
        "Vendor shall not use Customer Data to train, retrain or improve any artificial intelligence or machine learning model.",
        "Your content is never used to train AI models, ours or anybody else's.",
        "The use of Customer Data for the training of models is prohibited.",
        "Under no circumstances may the Vendor or its sub-processors develop or tune models with Customer Data.",
        "We do not train, test or improve any model with your prompts or outputs.",
        "Vendor will refrain from using the Customer's inputs as training material for its models.",
        "Neither the Vendor nor its affiliates shall permit Customer Data to be used in training any model.",
    ],
)
def test_a_ban_on_training_is_read_as_not_allowed(text: str) -> None:
    found = training(text)

    assert found is not None
    assert found.get("allowed") is False


@pytest.mark.parametrize(
    "text",
    [
        "Vendor may use Customer Data to fine-tune a model instance that is dedicated to Customer and that serves Customer only.",
        "We train your model with your data, and with no one else's, and it works only for you.",
        "The Vendor trains models on the Customer Data exclusively for the Customer's own use; they are not made available to any other "
        "customer.",
        "Customer Data shall not be used to train any model other than the Customer's own dedicated models.",
    ],
)
def test_models_that_serve_this_customer_alone_are_its_own_tenant(text: str) -> None:
    found = training(text)

    assert found is not None
    assert found.get("scope") == "own_tenant"


def test_data_stripped_of_names_and_an_opt_in_are_read() -> None:
    found = training("With the Customer's prior written consent the Vendor may use anonymised Customer Data to train its general models.")

    assert found is not None
    assert (found.get("de_identified_only"), found.get("opt_in")) == (True, True)


def test_a_switch_is_an_opt_out() -> None:
    found = training("We use your files to train the models that we offer to all customers. You can opt out in the settings.")

    assert found is not None
    assert found.get("opt_out") is True


@pytest.mark.parametrize(
    "text",
    [
        "The Vendor shall provide two days of training for the Customer's users.",
        "Vendor shall ensure that its personnel are trained in data protection.",
        "The Vendor may use statistics on clicks and loading times to improve the Service.",
        "The Customer may train its own models with its data on the Platform.",
        "The Vendor shall process Customer Data only to provide the Service.",
        "We will improve the documentation of the service as our customers learn about it.",
        "Vendor warrants that the data on which its models were trained was lawfully obtained.",
        "The parties will learn from this pilot and improve the project plan.",
    ],
)
def test_what_merely_sounds_like_training_is_not_read(text: str) -> None:
    assert training(text) is None
