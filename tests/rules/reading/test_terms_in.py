"""What the shared reading code offers for defined terms, parties and phrases."""

from app.rules.reading.pattern import phrase
from tests.builders import passages_of


def test_the_defined_terms_that_a_stretch_uses_come_with_their_meaning() -> None:
    passages = passages_of("“Toolbox” means software that Vendor owned before.\nVendor keeps the Toolbox.")

    ((used, meanings),) = passages[-1].paper.terms_in(passages[-1])

    assert used.words == "toolbox"
    assert "owned before" in meanings[0].words


def test_a_contracting_party_is_a_party() -> None:
    (passage,) = passages_of("Neither contracting party is bound, and each contracting party bears its costs.")

    assert passage.words == "NEITHER is bound, and EITHER bears its costs."


def test_the_giving_and_the_receiving_party_are_discloser_and_recipient() -> None:
    (passage,) = passages_of("The Giving Party informs the Receiving Party.")

    assert passage.words == "DISCLOSER informs RECIPIENT."


def test_one_phrase_is_one_pattern_wherever_it_is_written() -> None:
    assert phrase("a|b") is phrase("a|b")
    assert (phrase("a") | phrase("b")) is (phrase("a") | phrase("b"))


def test_each_definition_of_a_list_is_a_passage_of_its_own() -> None:
    passages = passages_of("1. Definitions\n1.1 In this agreement:\n(a) “Alpha” means one thing;\n(b) “Beta” means another thing.")

    assert sum("means" in passage.words for passage in passages) == 2
