"""Sub-processors: paraphrases by drafters of different schools, and lookalikes."""

import pytest

from app.rules import subprocessors
from tests.builders import readings_of, terms_of


def engaged(text: str) -> dict[str, object] | None:
    readings = readings_of(text, subprocessors.RULE)
    return terms_of(readings) if readings else None


@pytest.mark.parametrize(
    "text",
    [
        "Vendor may not subcontract any processing of Customer Data unless Customer has agreed beforehand in writing.",
        "The engagement of further processors requires the prior written approval of the Customer.",
        "We bring in another company to handle your data only with your written permission.",
        "No third party shall be entrusted by the Vendor with the processing of personal data save with the Customer's prior consent.",
        "The Vendor shall not appoint a sub-processor until the Customer has approved it in writing.",
    ],
)
def test_prior_consent_is_read(text: str) -> None:
    found = engaged(text)

    assert found is not None
    assert found.get("consent") == "prior"


@pytest.mark.parametrize(
    "text",
    [
        "The Customer gives its general authorisation to the use of sub-processors. The Vendor announces each new one thirty days ahead "
        "and the Customer may object.",
        "We tell you thirty days before we add a sub-processor; if you object for good reason, we will not use it for your data.",
        "Vendor shall give Customer fifteen days' notice of any new sub-processor, during which Customer may raise a reasoned objection.",
        "New sub-processors are published on our website; you may veto one within ten days.",
    ],
)
def test_a_right_to_object_is_read(text: str) -> None:
    found = engaged(text)

    assert found is not None
    assert found.get("consent") == "objection"


@pytest.mark.parametrize(
    "text",
    [
        "Vendor may engage sub-processors at its discretion.",
        "The Vendor is free to use third-party providers for the hosting of Customer Data and to change them without notice.",
        "We work with other companies that process your data, and we may swap them whenever we like.",
        "The Vendor may transfer Customer Data to such sub-contractors as it from time to time selects, without the Customer's consent.",
        "Vendor may add or replace subprocessors without informing Customer.",
        "Vendor may use subprocessors to process personal data.",
    ],
)
def test_free_use_is_read_as_no_say(text: str) -> None:
    found = engaged(text)

    assert found is not None
    assert found.get("consent") == "none"


def test_leaving_lists_and_flow_down_are_read() -> None:
    found = engaged(
        "The sub-processors named in Annex 2 are approved. The Vendor notifies the Customer of changes thirty days ahead. If the "
        "Customer objects and no solution is found, it may "
        "terminate the Service without charge. The Vendor imposes on each sub-processor obligations no less protective than those of "
        "this Agreement."
    )

    assert found is not None
    assert (found.get("consent"), found.get("termination_on_objection"), found.get("list"), found.get("flow_down")) == (
        "objection",
        True,
        True,
        True,
    )


def test_a_vendor_that_need_not_name_them_keeps_no_list() -> None:
    found = engaged("The Vendor may engage sub-processors as it sees fit and need not disclose their identity.")

    assert found is not None
    assert (found.get("consent"), found.get("list")) == ("none", False)


@pytest.mark.parametrize(
    "text",
    [
        "Each party may disclose Confidential Information to its affiliates, contractors and professional advisers who need to know it.",
        "The Customer may engage contractors to configure the Service.",
        "The Vendor shall not solicit the Customer's employees or contractors.",
        "The Vendor shall indemnify the Customer and its subcontractors against all claims.",
        "Neither party may assign this Agreement without the prior written consent of the other.",
        "The insurer appointed by the Vendor shall be of good standing.",
    ],
)
def test_contractors_in_other_clauses_are_not_read(text: str) -> None:
    assert engaged(text) is None
