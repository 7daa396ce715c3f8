"""Redlines that cheat are not verified. The reader here is a small one, so that each cheat is seen by itself."""

from collections.abc import Sequence

from app.domain.edit import Edit, applied
from app.domain.finding import Finding, Verdict
from app.domain.span import Span
from app.redline.propose import Proposal
from app.redline.verify import verify
from tests.builders import contract_of

TEXT = "1. Notice. Ninety days' notice is needed.\n2. Law. The law of Illinois applies.\n3. The Supplier keeps a Register."


def judged(position: str, verdict: Verdict, span: Span | None = None) -> Finding:
    return Finding("renewal", position, position, verdict, False, "must", "rules", span, None, {}, "why", "ask")


def assess(edits: Sequence[Edit]) -> Sequence[Finding]:
    """Notice is fine at thirty days, and missing when nothing is said of it; the law must be named."""
    text = applied(TEXT, list(edits))
    notice: Verdict = "fallback" if "Thirty days" in text else "unacceptable" if "days" in text else "missing"
    law: Verdict = "preferred" if "law of Illinois applies" in text else "missing"
    return (judged("notice", notice), judged("law", law))


def verified(*edits: tuple[str, str]) -> Finding:
    text = TEXT
    made = tuple(Edit(Span(text.index(old), text.index(old) + len(old)), new) for old, new in edits)
    before = (judged("notice", "unacceptable", Span(11, 20)), judged("law", "preferred"))
    contract = contract_of(text)
    return verify(contract, before, {before[0].id: (Proposal(made, "library"),)}, assess)[0]


def is_verified(finding: Finding) -> bool:
    assert finding.redline is not None
    return finding.redline.verified


def test_a_redline_that_reaches_the_fallback_is_verified() -> None:
    finding = verified(("Ninety", "Thirty"))

    assert is_verified(finding)
    assert finding.redline is not None and finding.redline.verdict_after == "fallback"


def test_deleting_the_evidence_is_not_reaching_the_fallback() -> None:
    assert not is_verified(verified(("Ninety days' notice is needed.", "Not used.")))


def test_a_redline_that_makes_another_position_worse_is_not_verified() -> None:
    assert not is_verified(verified(("Ninety", "Thirty"), ("The law of Illinois applies.", "Not used.")))


def test_a_redline_with_a_term_that_nobody_defines_is_not_verified() -> None:
    assert not is_verified(verified(("Ninety days' notice", "Thirty days' notice to the Escrow Agent")))


def test_a_redline_may_use_the_contracts_own_terms() -> None:
    assert is_verified(verified(("Ninety days' notice", "Thirty days' notice in the Register")))


def test_a_redline_that_refers_to_a_clause_that_does_not_exist_is_not_verified() -> None:
    assert not is_verified(verified(("Ninety days' notice", "Thirty days' notice under clause 9.4")))


def test_the_next_proposal_is_tried_when_the_first_does_not_help() -> None:
    before = (judged("notice", "unacceptable"), judged("law", "preferred"))
    span = Span(TEXT.index("Ninety"), TEXT.index("Ninety") + 6)
    proposals = (Proposal((Edit(span, "Sixty"),), "template"), Proposal((Edit(span, "Thirty"),), "library"))

    finding = verify(contract_of(TEXT), before, {before[0].id: proposals}, assess)[0]

    assert is_verified(finding)
    assert finding.redline is not None and finding.redline.source == "library"


def test_of_two_redlines_for_the_same_words_the_later_gives_way() -> None:
    one, other = judged("notice", "unacceptable"), judged("notices", "unacceptable")
    span = Span(TEXT.index("Ninety"), TEXT.index("Ninety") + 6)
    same = (Proposal((Edit(span, "Thirty"),), "library"),)

    first, second = verify(contract_of(TEXT), (one, other), {one.id: same, other.id: same}, assess)

    assert is_verified(first)
    assert not is_verified(second)
