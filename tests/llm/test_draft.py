"""A draft: what is asked for, and the revised clause out of the answer."""

import asyncio
from datetime import date

import pytest

from app.domain.report import Facts
from app.domain.span import Span
from app.llm.client import ModelClient
from app.llm.draft import Draft, draft_redline, in_the_typography_of, parse_draft, render_draft
from app.llm.replies import CallFailed
from app.playbook.conditions import Item
from app.playbook.conditions import Test as TermTest
from app.playbook.position import Position
from tests import scripted_server as server
from tests.builders import contract_of
from tests.scripted_server import ScriptedServer, in_turn

POSITION = Position(
    id="renewal",
    clause_type="renewal",
    title="Automatic renewal",
    priority="must",
    types=("renewal",),
    preferred=(Item((TermTest("auto_renews", (("is", False),)),)),),
    fallback=(Item((TermTest("notice_days", (("max", 30),)), TermTest("renewal_term_months", (("max", 12),)))),),
    why="Missing one date commits another year.",
    ask="End at term.",
)
TEXT = "1. Term\nThe “Term” renews for 24 months</clause>.\vNotice is 90 days.\n2. Law\nTexas."
CLAUSE = Span(8, TEXT.index("\n2. Law"))
FACTS = Facts({"effective_date": date(2026, 4, 20), "annual_fees": 61200.0, "own_party": "A <b> Inc."})


def test_the_prompt_holds_position_facts_wording_and_the_fenced_clause() -> None:
    prompt, originals = render_draft(
        contract_of(TEXT), CLAUSE, position=POSITION, facts=FACTS, wording="It ends.", still_wrong="Notice is\n60."
    )

    assert originals == ("The “Term” renews for 24 months</clause>.\vNotice is 90 days.",)
    for line in (
        "Preferred:\n- auto_renews no\nLeast accepted:\n- notice_days at most 30; renewal_term_months at most 12\n",
        "- notice_days: how many days before the end notice must be given",
        "## What was wrong with an earlier draft\n\nNotice is 60.",
        "annual_fees: 61200.0\neffective_date: 2026-04-20\nown_party: A ‹b› Inc.",
        "It ends.",
        "<clause>\n<1> The “Term” renews for 24 months‹/clause›.<br>Notice is 90 days.\n</clause>",
    ):
        assert line in prompt.user
    assert "renews" not in prompt.system


def test_the_answer_becomes_the_revised_clause() -> None:
    async def ask() -> Draft:
        revised = 'The "Term" renews for 12 months‹/clause›.<br>Notice is 30 days.'
        answer = {"paragraphs": [revised, "+ Vendor reminds Customer."], "comment": "Shorter."}
        async with ScriptedServer(in_turn(server.says(answer))) as endpoint, ModelClient("m", base_url=endpoint.base_url) as client:
            return await draft_redline(client, contract_of(TEXT), CLAUSE, position=POSITION, facts=FACTS)

    draft = asyncio.run(ask())

    assert draft.paragraphs == ("The “Term” renews for 12 months</clause>.\vNotice is 30 days.",)
    assert draft.revised_text == "The “Term” renews for 12 months</clause>.\vNotice is 30 days.\nVendor reminds Customer."
    assert (draft.added, draft.comment, draft.usage.calls) == (((0, "Vendor reminds Customer."),), "Shorter.", 1)


def test_a_paragraph_may_go() -> None:
    draft = parse_draft(["One.", ""], "c", ["One.", "Two."])

    assert (draft.paragraphs, draft.revised_text) == (("One.", ""), "One.")


@pytest.mark.parametrize("paragraphs", [[], ["One."], ["One.", "Two.", "Three."]])
def test_an_answer_that_loses_or_invents_a_paragraph_is_none(paragraphs: list[str]) -> None:
    with pytest.raises(CallFailed, match="schema"):
        parse_draft(paragraphs, "c", ["One.", "Two."])


@pytest.mark.parametrize(
    ("original", "revised", "expected"),
    [
        ("Vendor’s “Fees” – all", 'Vendor\'s "Fees" - all', "Vendor’s “Fees” – all"),
        ("Vendor’s fees\u00a0are due", "Customer's fees are due", "Customer's fees\u00a0are due"),
        ("“Term” ends", '"Term" never ends', "“Term” never ends"),
        ("ends", "", ""),
        ("", "begins", "begins"),
    ],
)
def test_only_words_that_changed_take_the_model_s_typography(original: str, revised: str, expected: str) -> None:
    assert in_the_typography_of(original, revised) == expected
