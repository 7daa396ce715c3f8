"""Open source: consent, copyleft, isolation, lists and warranties in the words of several schools."""

import pytest

from app.rules import open_source
from tests.builders import readings_of, terms_of


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        (
            "Vendor may incorporate third-party and open source software into the Deliverables at its own discretion.",
            {"permitted": True, "consent_required": False},
        ),
        (
            "No component licensed under the GPL, AGPL or any similar copyleft licence may be included in the software unless Customer "
            "has agreed beforehand in writing.",
            {"copyleft_permitted": True, "consent_required": True},
        ),
        ("We use open-source libraries as we see fit and need not ask you about them.", {"permitted": True, "consent_required": False}),
        (
            "The software must not contain code under a licence that would force Customer to publish its own source code.",
            {"copyleft_permitted": False},
        ),
        (
            "Only components under permissive licences such as MIT, BSD or Apache-2.0 may be used; each is listed in the bill of "
            "materials that comes with every delivery.",
            {"permitted": True, "disclosure": "SBOM"},
        ),
        (
            "Vendor shall use open source components only with the prior written approval of Customer and shall keep a list of them.",
            {"permitted": True, "consent_required": True, "disclosure": "list"},
        ),
        (
            "Vendor guarantees that no open source component in the deliverables carries a copyleft effect for Customer's software.",
            {"warranty": True},
        ),
        (
            "AGPL-licensed programs may run only as separate services which communicate over the network and with the consent of Customer.",
            {"copyleft_permitted": True, "consent_required": True, "isolation": "separate_process"},
        ),
        (
            "The engine is built on libfoo, a program under GPL-3.0, which is statically linked into it.",
            {"copyleft_permitted": True, "isolation": "none"},
        ),
        ("GPL-licensed components are included in the Deliverables and Customer accepts their terms.", {"copyleft_permitted": True}),
        (
            "The choice of libraries, copyleft ones included, lies with Vendor alone.",
            {"copyleft_permitted": True, "consent_required": False},
        ),
        ("Which open source packages go into the product is a matter for Vendor.", {"consent_required": False}),
        (
            "Strong copyleft is tolerated only where Customer has said yes in writing and the program runs by itself, talking to ours "
            "over a socket.",
            {"consent_required": True},
        ),
        (
            "The image contains ffmpeg-gpl, licensed under GPL-2.0-or-later and compiled into the player.",
            {"copyleft_permitted": True, "isolation": "none"},
        ),
    ],
)
def test_the_rules_on_components_are_read(text: str, terms: dict[str, object]) -> None:
    readings = readings_of(text, open_source.RULE)

    assert readings
    found = terms_of(readings)
    assert {name: found.get(name) for name in terms} == terms


@pytest.mark.parametrize(
    "text",
    [
        "Vendor provides support for third-party browsers listed in the documentation.",
        "The parties will keep an open mind about the source of the components of the price.",
        "Customer is responsible for third-party software that it installs on its own servers.",
    ],
)
def test_other_third_party_matters_are_no_open_source_terms(text: str) -> None:
    assert readings_of(text, open_source.RULE) == ()


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("No GPL component may be used in the software.", {"copyleft_permitted": True}),
        ("Open source components may not be used without the consent of Customer.", {"consent_required": False}),
    ],
)
def test_a_ban_is_not_read_as_a_permission(text: str, never: dict[str, object]) -> None:
    found = [reading.value(name) for reading in readings_of(text, open_source.RULE) for name in never]

    assert all(value not in never.values() for value in found)


@pytest.mark.parametrize(
    ("text", "isolation"),
    [
        ("The components are listed below. readline 8.2 is under GPL-3.0-or-later and statically linked with the service.", "none"),
        ("Vendor may use the library under AGPL-3.0 as a separate process with the prior consent of Customer.", "separate_process"),
    ],
)
def test_how_copyleft_code_is_kept_apart_is_read_only_where_it_is_said(text: str, isolation: str | None) -> None:
    assert terms_of(readings_of(text, open_source.RULE)).get("isolation") == isolation


def test_the_licences_that_a_clause_names_are_given_once_each() -> None:
    text = (
        "Components under the GPL or the AGPL may be used only with the prior consent of Customer; LGPL libraries are linked dynamically."
    )

    assert set(terms_of(readings_of(text, open_source.RULE))["licences_named"]) == {"GPL", "AGPL", "LGPL"}  # type: ignore[call-overload]
