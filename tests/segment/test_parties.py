import pytest

from app.domain.contract import Role
from app.segment import segment
from tests.builders import document_of

Found = list[tuple[str, tuple[str, ...], Role | None]]


def parties(text: str) -> Found:
    return [(p.name, p.aliases, p.role) for p in segment(document_of(text)).parties]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "This Agreement (this “Agreement”) is made as of May 3 (the “Effective Date”) by and between "
            "Alder Systems, Inc., a Delaware corporation (“Vendor”), and "
            "Beech & Oak Bank plc, a company incorporated in England (“Customer”).",
            [("Alder Systems, Inc.", ("Vendor",), "vendor"), ("Beech & Oak Bank plc", ("Customer",), "customer")],
        ),
        (
            "Parties\n(1) ALDER SYSTEMS LIMITED, a company registered in England (the “Supplier”); and\n"
            "(2) BEECH HOMES LIMITED, a company registered in England (the “Client”).",
            [("ALDER SYSTEMS LIMITED", ("Supplier",), "vendor"), ("BEECH HOMES LIMITED", ("Client",), "customer")],
        ),
        (
            "Agreement\nbetween\nAlder Technik GmbH, with its seat in Ulm\n– hereinafter the “Principal” –\nand\n"
            "Beech Systemhaus GmbH, with its seat in Bremen\n– hereinafter the “Contractor” –",
            [("Alder Technik GmbH", ("Principal",), "customer"), ("Beech Systemhaus GmbH", ("Contractor",), "vendor")],
        ),
        (
            "This agreement is between Alder Software, Inc., an Oregon corporation (“we”, “us” or “our”), and "
            "Beech Works, LLC, an Ohio company (“you” or “your”).\nWe provide the Service.\nYou pay us the fees.",
            [("Alder Software, Inc.", ("we", "us", "our"), "vendor"), ("Beech Works, LLC", ("you", "your"), "customer")],
        ),
        (
            "Between DOT ALDER LLC, a Delaware company (Developer), and Beech Foods Inc., a Texas corporation (Client).",
            [("DOT ALDER LLC", ("Developer",), "vendor"), ("Beech Foods Inc.", ("Client",), "customer")],
        ),
    ],
)
def test_the_parties_their_words_and_their_roles_are_found(text: str, expected: Found) -> None:
    assert parties(text) == expected


def test_deeds_tell_the_roles_where_words_do_not() -> None:
    text = (
        "This agreement is between Alder, Inc. (“Alder”) and Beech Bank plc (“Beech”).\n"
        "Alder shall provide the services.\nAlder grants Beech a licence.\n"
        "Beech shall pay Alder the fees.\nAlder invoices Beech every month."
    )

    assert [role for _, _, role in parties(text)] == ["vendor", "customer"]


def test_the_reverse_paper_makes_you_the_vendor() -> None:
    text = (
        "Purchase terms between Alder, Inc. (“we”) and Beech Ltd (“you”).\nYou shall provide the services.\nYou shall deliver the works.\n"
        "We pay you the price. We shall pay your invoices. You grant us a licence."
    )

    assert [(aliases[0], role) for _, aliases, role in parties(text)] == [("we", "customer"), ("you", "vendor")]


def test_neither_side_of_a_mutual_secrecy_agreement_is_customer_or_vendor() -> None:
    text = (
        "Mutual Non-Disclosure Agreement\nThis agreement is between Alder, Inc. (“Alder”) and Beech B.V. (“Beech”).\n"
        "Alder supplies software. Each party keeps the secrets of the other."
    )

    assert [role for _, _, role in parties(text)] == [None, None]


def test_a_form_that_names_nobody_has_its_partys_words() -> None:
    text = "Standard terms\n" + "Provider shall host the service. Customer shall pay Provider.\n" * 10

    assert parties(text) == [("Provider", ("Provider",), "vendor"), ("Customer", ("Customer",), "customer")]


def test_public_terms_are_between_us_and_you() -> None:
    text = (
        "Community licence\n“Alder” or “we” means Alder Research Ltd.\n" + "We give you a licence. You may use our work as you like.\n" * 10
    )

    assert parties(text) == [("Alder Research Ltd.", ("Alder", "we"), "vendor"), ("you", ("you",), "customer")]


def test_terms_defined_in_passing_are_no_parties() -> None:
    text = (
        "This agreement is between Alder, Inc. (“Provider”) and Beech Ltd (“Customer”).\n"
        "1. Fees\nCustomer pays the fees in Exhibit A (the “Fees”).\n"
        "2. Module\nProvider builds a module (the “Link Module”).\n"
    )

    assert [name for name, _, _ in parties(text)] == ["Alder, Inc.", "Beech Ltd"]


def test_a_blank_name_gives_way_to_the_word() -> None:
    text = "This agreement is between ____________ (“Provider”) and Beech Ltd (“Customer”)."

    assert [name for name, _, _ in parties(text)] == ["Provider", "Beech Ltd"]


def test_the_span_of_a_party_is_where_it_is_introduced() -> None:
    text = "This agreement is between Alder, Inc. (“Provider”) and Beech Ltd (“Customer”)."
    contract = segment(document_of(text))

    assert [p.span.of(text) if p.span else None for p in contract.parties] == ["Alder, Inc.", "Beech Ltd"]
    assert contract.clauses[0].kind == "parties"


def test_a_word_in_parentheses_without_quotation_marks_names_the_company_before_it() -> None:
    text = (
        "Between\n(1) Fjordbakke Analytics A/S, of Aarhus (the Supplier); and\n(2) Aldermoor Mutual Insurance Society Limited, of Bristol (the Insurer).\n"
        + "The Supplier provides the Service to the Insurer. The Insurer pays the Supplier.\n" * 5
    )

    assert parties(text) == [
        ("Fjordbakke Analytics A/S", ("Supplier",), "vendor"),
        ("Aldermoor Mutual Insurance Society Limited", ("Insurer",), "customer"),
    ]


def test_of_we_and_you_the_role_of_one_tells_that_of_the_other() -> None:
    found = parties("Terms\n" + "You pay us each month. We run the service for you. You use it.\n" * 8)

    assert {role for _, _, role in found} == {"customer", "vendor"}
