"""Governing law, courts and the steps of a dispute in many words."""

import pytest

from app.rules.law_and_disputes import DISPUTES, LAW
from tests.builders import readings_of, terms_of


@pytest.mark.parametrize(
    ("text", "law", "venue", "exclusive"),
    [
        (
            "This Agreement shall be governed by and construed in accordance with the laws of the State of New York, and the parties "
            "submit to the exclusive jurisdiction of the courts of New York County.",
            "New York",
            "New York County",
            True,
        ),
        ("English law governs this contract. Disputes go to the courts of London.", "England", "London", None),
        ("The contract is subject to Swiss law; the exclusive place of jurisdiction is Zurich.", "Switzerland", "Zurich", True),
        ("This licence is governed by the law of Ireland.", "Ireland", None, None),
        (
            "German law applies to the exclusion of the CISG. The courts in Munich have non-exclusive jurisdiction.",
            "Germany",
            "Munich",
            False,
        ),
        (
            "This Agreement is governed by the laws of England and Wales, and the courts of England and Wales have exclusive jurisdiction.",
            "England and Wales",
            "England and Wales",
            True,
        ),
    ],
)
def test_law_and_courts_are_read(text: str, law: str, venue: str | None, exclusive: bool | None) -> None:
    terms = terms_of(readings_of(text, LAW))

    assert (terms.get("jurisdiction"), terms.get("venue"), terms.get("exclusive")) == (law, venue, exclusive)


@pytest.mark.parametrize(
    "text",
    [
        "Vendor is a company under Dutch law with its seat in Utrecht.",
        "Each party observes the laws of the countries in which it works.",
        "Disclosure that the law requires is permitted.",
        "A court of competent jurisdiction may order disclosure.",
    ],
)
def test_laws_that_govern_nothing_are_not_read(text: str) -> None:
    assert not readings_of(text, LAW)


@pytest.mark.parametrize(
    ("text", "steps", "days"),
    [
        (
            "Any dispute shall be referred to senior executives, who shall try to resolve it within twenty days; failing that, it shall "
            "be finally resolved by arbitration.",
            ("negotiation", "arbitration"),
            20,
        ),
        (
            "If we disagree, we talk first. A dispute that isn't settled within two weeks goes to mediation, and after that to court.",
            ("negotiation", "mediation", "court"),
            None,
        ),
        (
            "All disputes arising out of this contract are finally settled by arbitration under the rules of the German Arbitration "
            "Institute.",
            ("arbitration",),
            None,
        ),
        (
            "The parties shall attempt in good faith to settle any controversy by negotiation between their managing directors within 30 "
            "days.",
            ("negotiation",),
            30,
        ),
    ],
)
def test_steps_are_read_in_order(text: str, steps: tuple[str, ...], days: float | None) -> None:
    terms = terms_of(readings_of(text, DISPUTES))

    assert terms.get("steps") == steps
    assert days is None or terms.get("timetable_days") == days


@pytest.mark.parametrize(
    ("text", "open_", "side"),
    [
        ("Either party may apply to any court for interim relief at any time.", True, "either"),
        ("Vendor may seek an injunction without posting a bond; Customer's claims lie in damages.", True, "vendor"),
        ("The parties waive any right to apply to a court for interim relief; disputes are settled by arbitration.", False, None),
        ("Nothing in this clause prevents a party from seeking injunctive relief.", True, "either"),
    ],
)
def test_interim_relief_is_read_with_the_side_to_which_it_is_open(text: str, open_: bool, side: str | None) -> None:
    terms = terms_of(readings_of(text, DISPUTES))

    assert (terms.get("interim_relief"), terms.get("interim_relief_for")) == (open_, side)


@pytest.mark.parametrize(
    "text",
    [
        "Customer may withhold a disputed amount until the matter is settled.",
        "Vendor controls the defence and settlement of the claim.",
        "The managers meet each month to review the service.",
    ],
)
def test_other_settlements_are_no_dispute_resolution(text: str) -> None:
    assert not readings_of(text, DISPUTES)
