"""Source code: handed over as the work goes on, at the end, lodged, or withheld."""

import pytest

from app.rules import source_code
from tests.builders import readings_of, terms_of


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("The software is delivered in object code only; Customer has no claim to the source code.", {"delivery": "none"}),
        ("You get the running program. The source code stays with us.", {"delivery": "none"}),
        ("Source code is excluded from the scope of delivery.", {"delivery": "none"}),
        ("Vendor commits the complete source code to Customer's repository at the end of each sprint.", {"delivery": "milestone"}),
        ("With every delivery we hand over the source files and build instructions.", {"delivery": "milestone"}),
        ("After final acceptance Vendor surrenders to Customer the source code with documentation.", {"delivery": "completion"}),
        ("The sources are handed to Customer once the whole price has been paid in full.", {"delivery": "completion"}),
        ("The source code is lodged with an escrow agent and released on insolvency of Vendor.", {"delivery": "escrow"}),
        ("What Customer gets is the compiled program; the code behind it is and stays a secret of Vendor.", {"delivery": "none"}),
        ("Vendor delivers binaries. A right to the source does not exist.", {"delivery": "none"}),
        ("The repository with the full source history is transferred to Customer at the end of the project.", {"delivery": "completion"}),
        ("Each release is accompanied by its source text.", {"delivery": "milestone"}),
        ("Customer receives executables; source remains undisclosed.", {"delivery": "none"}),
        ("The code is pushed to a repository of Customer every Friday, in source form.", {"delivery": "milestone"}),
        ("On winding up of the project the contractor releases the source code to Customer.", {"delivery": "completion"}),
    ],
)
def test_when_source_comes_is_read(text: str, terms: dict[str, object]) -> None:
    readings = readings_of(text, source_code.RULE)

    assert readings
    found = terms_of(readings)
    assert {name: found.get(name) for name in terms} == terms


@pytest.mark.parametrize(
    "text",
    [
        "Customer shall not reverse engineer the software or try to obtain its source code.",
        "The funds are held in escrow by the bank until closing.",
        "Vendor protects its source code by access controls.",
        "The data sources are listed in Annex 2 and delivered each month.",
    ],
)
def test_guarding_source_code_is_no_delivery_of_it(text: str) -> None:
    assert readings_of(text, source_code.RULE) == ()


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Delivery in object code alone does not count; source code must come with each release.", {"delivery": "none"}),
        ("No source code is withheld: with each release Vendor hands over the source code.", {"delivery": "none"}),
    ],
)
def test_a_denied_refusal_is_no_refusal(text: str, never: dict[str, object]) -> None:
    found = [reading.value(name) for reading in readings_of(text, source_code.RULE) for name in never]

    assert all(value not in never.values() for value in found)
