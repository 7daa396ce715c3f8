"""Background rights: who keeps them, and how far the licence to use them goes."""

import pytest

from app.rules import background_ip
from tests.builders import readings_of, terms_of


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        (
            "Vendor's Pre-Existing Materials stay with Vendor. To the extent that they are contained in a Deliverable, Customer has a "
            "non-exclusive, perpetual, irrevocable, worldwide, fully paid-up licence to use and modify them as part of it.",
            {
                "retained_by": "vendor",
                "licence_to_customer": True,
                "perpetual": True,
                "irrevocable": True,
                "worldwide": True,
                "royalty_free": True,
                "limited_to_deliverable": True,
            },
        ),
        (
            "We keep our toolkit. While this agreement lasts you may use the parts of the toolkit that are built into the module.",
            {"retained_by": "vendor", "licence_to_customer": True, "perpetual": False},
        ),
        (
            "Vendor reserves all rights in its Background Technology and grants Customer a licence to use it for a period of three years.",
            {"licence_to_customer": True, "perpetual": False},
        ),
        (
            "No licence is granted in respect of the Background IP of Vendor, which Customer may obtain against a separate fee.",
            {"licence_to_customer": False},
        ),
        (
            "The licence to the Background Materials ends when this Agreement is terminated, for whatever reason. Vendor grants "
            "Customer a licence to use the Background Materials in the Deliverables.",
            {"perpetual": False},
        ),
        (
            "Vendor retains ownership of its pre-existing software listed in Annex 2 and licenses it to Customer without limit in time "
            "or territory, royalty-free, sublicensable to affiliates and successors.",
            {
                "retained_by": "vendor",
                "perpetual": True,
                "worldwide": True,
                "royalty_free": True,
                "sublicensable": True,
                "affiliates_successors": True,
                "listed": True,
            },
        ),
        (
            "Vendor grants Customer a licence, revocable on thirty days notice, to use the reusable components of Vendor in the software.",
            {"licence_to_customer": True, "irrevocable": False},
        ),
        (
            "You may go on using our building blocks inside the module for as long as you hold a maintenance contract with us.",
            {"licence_to_customer": True, "perpetual": False},
        ),
        (
            "Customer shall uninstall the Pre-Existing Materials of Vendor when the contract ends. Vendor licenses the Pre-Existing "
            "Materials to Customer for use in the software.",
            {"perpetual": False},
        ),
        ("The licence for Vendor's background know-how is granted for five years from acceptance.", {"perpetual": False}),
        (
            "Pre-existing modules of Vendor are lent to Customer for the duration of the hosting agreement and are switched off when it "
            "ends.",
            {"perpetual": False},
        ),
        (
            "Vendor grants Customer an everlasting, irrevocable and cost-free right to use Vendor's tools that are contained in the "
            "deliverables, anywhere in the world, with the right to pass it on to group companies and successors.",
            {"perpetual": True, "irrevocable": True, "royalty_free": True, "worldwide": True, "affiliates_successors": True},
        ),
    ],
)
def test_what_is_kept_and_licensed_is_read(text: str, terms: dict[str, object]) -> None:
    readings = readings_of(text, background_ip.RULE)

    assert readings
    found = terms_of(readings)
    assert {name: found.get(name) for name in terms} == terms


@pytest.mark.parametrize(
    ("text", "never"),
    [
        (
            "Vendor retains its Background IP and grants Customer a perpetual licence to use it in the Deliverables. During the term "
            "Customer may ask for support.",
            {"perpetual": False},
        ),
        (
            "Vendor retains its Background IP and grants Customer a perpetual licence to it. The licence survives termination of this "
            "Agreement.",
            {"perpetual": False},
        ),
        ("Vendor grants Customer a licence to the Background IP for the full term of copyright.", {"perpetual": False}),
    ],
)
def test_a_licence_that_lasts_is_not_read_as_one_that_ends(text: str, never: dict[str, object]) -> None:
    found = [reading.value(name) for reading in readings_of(text, background_ip.RULE) for name in never]

    assert all(value not in never.values() for value in found)


def test_a_licence_for_a_defined_period_that_ends_is_not_perpetual() -> None:
    text = (
        "1. Definitions\n"
        "1.1 “Enjoyment Period” means the period that lasts for as long as the Statement of Work remains in effect.\n"
        "1.2 “Toolbox” means the software that Vendor owned before the Effective Date.\n"
        "2. Rights\n"
        "2.1 Vendor retains all rights in the Toolbox and grants Customer, for the Enjoyment Period, a licence to run the parts of the "
        "Toolbox that are embodied in a Deliverable."
    )

    assert terms_of(readings_of(text, background_ip.RULE))["perpetual"] is False


def test_perpetual_subject_to_a_clause_that_ends_the_licence_is_not_read_as_perpetual() -> None:
    text = (
        "1. Rights\n"
        "1.1 Vendor keeps its Background Materials and grants Customer a (subject to Section 2.1) perpetual licence to use the "
        "Background Materials in the software.\n"
        "2. End\n"
        "2.1 On the end of this Agreement the rights granted in Section 1.1 cease."
    )
    readings = readings_of(text, background_ip.RULE)

    assert [reading.value("perpetual") for reading in readings] == [None, False]
