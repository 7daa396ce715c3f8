from app.domain.contract import Contract, Party, Role
from app.review.sides import with_sides
from tests.builders import contract_of


def roles(own_party: str, side: Role, *parties: Party) -> list[Role | None]:
    contract: Contract = contract_of("Text.", *parties)
    return [party.role for party in with_sides(contract, {"own_party": own_party}, side).parties]


LOOM, DRAY = Party("Loom Software, Inc.", ("Loom",), None), Party("Dray Furnishings, LLC", ("Dray",), None)


def test_the_own_party_has_our_side_and_the_other_the_other() -> None:
    assert roles("Dray Furnishings, LLC", "customer", LOOM, DRAY) == ["vendor", "customer"]
    assert roles("Dray Furnishings", "vendor", LOOM, DRAY) == ["customer", "vendor"]


def test_what_the_user_knows_prevails_over_what_the_words_suggest() -> None:
    assert roles("Loom", "customer", Party("Loom Software, Inc.", ("Loom",), "vendor"), DRAY) == ["customer", "vendor"]


def test_a_party_may_be_known_by_the_papers_word_for_it() -> None:
    assert roles("you (the licensee)", "customer", Party("Corvane", ("we", "us"), "vendor"), Party("you", ("you", "your"), None)) == [
        "vendor",
        "customer",
    ]


def test_a_name_that_no_party_has_changes_nothing() -> None:
    assert roles("Somebody Else GmbH", "customer", LOOM, DRAY) == [None, None]


def test_a_word_that_the_paper_uses_for_us_makes_us_a_party() -> None:
    contract = contract_of("The Recipient may run it. " * 6, Party("Foundry P.L.C.", ("Foundry",), None))

    parties = with_sides(contract, {"own_party": "the Recipient"}, "customer").parties

    assert [(party.name, party.role) for party in parties] == [("Foundry P.L.C.", "vendor"), ("Recipient", "customer")]
