"""Who may take a party's place: transfer of the agreement and sale of a party, in whatever words.

`read_assignment` and `read_change_of_control` of `transfer` know the usual words; this reads what they leave: a successor recognised, a
firm put in the other's place, a table of transfers, a merger that needs a yes. By whom, whether the other side must agree, to whom free.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.reading import Reading
from app.rules.exit_rights import NEW_OWNER, exit_rights, parts
from app.rules.exit_words import CONSENT, ENDS, GROUP, SUCCESSOR, subject_of, table_rows
from app.rules.reading.deontic import AS_IT_PLEASES, MAY, WAITS_FOR, YES
from app.rules.reading.passage import Hit, Passage, Stretch
from app.rules.reading.pattern import phrase

_DEAL = r"(?:this |the |its |their |our |CUSTOMER's |VENDOR's |any |all |such |of |or |and |part |whole |rights? |benefits? |burdens? |duties |obligations? |under |a |one's )*(?:agreement|contract|licen[cs]e|deal|subscription|engagement|order|bargain|place|role|position|part|seat|shoes|rights|obligations|benefits?|burdens?|relationship|instrument|paper|rights and duties|interest|account|membership)"
HANDS_ON = phrase(
    rf"(?:assign|transfer|ced|novat|delegat|subrogat|alienat|convey|substitut|mak|made|pass|hand|sell|sold|trad|giv|turn|sign|ship|mov|shift|carry|vest|grant|dispos|part|farm|leas)(?:e|es|s|ed|ing|ation|ment|n|ted|ring|red)?(?: [a-zA-Z',]+){{0,4}}? (?:over |on |away |out |of |with |off )?{_DEAL}|"
    rf"(?:transfer|assignment|cession|novation|subrogation|delegation|substitution|disposal|succession|replacement|alienation|sale|passing on|handing over|handover|transmission)s? (?:by|of|to|is|are|needs?|requires?|shall|may|without|with)|"
    r"(?:put|puts|putting|set|sets|install|installs|place|places) [a-zA-Z' ]{1,60} in (?:its|VENDOR's|CUSTOMER's|their|the other's) (?:place|stead|shoes|room|position)|(?:take|takes|taking|took|step|steps|stepping|stand|stands|standing|slip|succeed|succeeds|enter|enters)(?: [a-z]+)? (?:in|into|to|up)? ?(?:its|VENDOR's|CUSTOMER's|the|their) (?:place|stead|shoes|room|position|role|rights)|"
    r"stand(?:s)? in for|(?:someone|somebody|anyone|anybody|another|others?|other (?:firm|compan(?:y|ies)|supplier|business)|a third party|new (?:party|owner|counterparty|supplier|provider))(?: else)? (?:(?:may|can|will|could|might) )?(?:take(?:s)? (?:it|this|the [a-z]+|them)? ?over|takes? (?:its|VENDOR's) place|step(?:s)? in|run(?:s)?|become(?:s)?|carr(?:y|ies) on)|"
    r"(?:recogni[sz]e|accept|admit|approve|tolerate|put up with)s? (?:a |any |the |another |an )?(?:[a-z]+ )?(?:successor|assignee|transferee|substitute|new (?:party|supplier|provider|contractor|counterparty|partner)|nominee|replacement)|"
    r"(?:e|i)nures? to|binds? (?:and benefits? )?(?:its |the )?successors|(?:successors?|assign(?:s|ees?)|nominees?|transferees?|substitutes?) (?:of|to|in title|for)|(?:change|switch|swap)(?:s)? (?:of )?(?:the )?(?:contracting part(?:y|ies)|contract partner|counterpart(?:y|ies))|non-?(?:assignable|transferable)|freely (?:assignable|transferable)|"
    r"(?:is|are) (?:personal|assignable|transferable) ?(?:to)?|(?:pass|passes|passed|hand|hands|handed|sign|signs|give|gives|turn|turns) (?:it|this|them) (?:on|over|away|to)|assign(?:s|ed|ing)?(?: it| this| them)?|transfer(?:s|red|ring)?(?: it| this| them)?"
)
_NOT_PAPER = phrase(
    r"(?:personal |CUSTOMER |customer )?data|files?|engineers?|staff|personnel|consultants?|employees?|crew|title|ownership|intellectual property|copyrights?|deliverables?|work product|money|funds|amounts?|payments?|bank transfer|wire|invoices?|risk|seats?|technology|know-how|weights|"
    r"sub-?contract(?:s|ors?|ing)?|sub-?processors?|countr(?:y|ies)|receivables|tickets?|severity|priority|regions?|heirs|tasks?|servers?|users?|log-?ins?|credentials|licen[cs]es? (?:to|for) (?:use|users?)|jurisdictions?|incoming (?:supplier|provider|firm)|exit|knowledge"
)
_FREELY = phrase(
    r"unrestricted(?:ly)?|without (?:any )?(?:restriction|limit|condition|hindrance|let)|free(?:ly)?|no (?:leave|consent|approval|permission|agreement|assent|yes|say|restriction|objection)s?|(?:simple|mere|bare) (?:notice|notification|letter|e-?mail|announcement|declaration)|simply (?:by|telling|notifying|informing)|(?:agree(?:s|d|ing)|consent(?:s|ed|ing)?|assent(?:s|ing)?|accept(?:s|ed|ing)?|approv(?:es|ed|ing))(?: hereby| herewith| now| already| in advance| beforehand| up front)+|"
    r"(?:now|already|hereby|in advance|beforehand|up front) (?:agree|consent|accept|approve)[a-z]*|whoever|whomever|whomsoever|whosoever|any(?:one|body)(?: (?:it|else|at all|VENDOR))?|any (?:third party|person|company|firm|body|buyer|other (?:firm|company|person|party))|to (?:a )?third part(?:y|ies)|(?:without|not) (?:having to |need(?:ing)? to |hav(?:e|ing) to )?(?:the |any |CUSTOMER's |first |prior )*(?:ask(?:ing)?|leave|consent|approval|permission|agreement|yes)|"
    r"need(?:s)?(?: not|n't| no| neither| nobody's) ?(?:ask|consent|approval|permission|to ask)?|does(?:n't| not) (?:need|have) to ask|at (?:its )?(?:own |sole |free )*(?:discretion|will|pleasure|option|choice)|any time|rivals?|competitors?"
)
_BARRED = phrase(
    r"prohibited|forbidden|barred|excluded|not (?:allowed|permitted|possible|assignable|transferable)|non-?(?:assignable|transferable)|personal to|no (?:transfer|assignment|cession|successor)|never|none|no|ruled out|void|may not|shall not|cannot|must not"
)
_RIVAL = phrase(r"competitors?|rivals?|competing (?:business|compan(?:y|ies)|firm|party)|competes?")
_FAIR = phrase(
    r"(?:not|never|nor|n't|no)(?: [a-z]+){0,4}? (?:unreasonabl[ey]|without (?:good |objective |just |valid |fair |an? )*(?:reason|cause|grounds?))|unreasonably (?:withh|refus|den|delay)[a-z]*|(?:reasonable|good|objective|weighty|important|fair|proper|just|serious) (?:objection|grounds?|reasons?|cause)|act(?:s|ing)? reasonably|good reason"
)


@dataclass(frozen=True)
class _Move:
    """A transfer that a statement speaks of: whose, and whether free or bound to a yes."""

    side: str
    free: bool
    said: Stretch
    hit: Hit


def read_succession(passage: Passage) -> Reading | None:
    """Read who may hand the agreement on, where the usual words are missing."""
    moves = _moves(passage)
    if not moves:
        return None
    vendor = next((move for move in moves if move.free and move.side == "vendor" and _to_anyone(move.said)), None)
    bound = next((move for move in moves if not move.free and move.side in ("vendor", "either")), None) or next(
        (m for m in moves if not m.free), None
    )
    free = next((move for move in moves if move.free), None)
    main = vendor or bound or free
    assert main is not None
    fair = passage.find(_FAIR)
    rival = passage.find(_RIVAL)
    group = [
        name
        for name, words in (("affiliate", GROUP), ("successor", SUCCESSOR))
        if any(m.free and m.side != "vendor" and m.said.has(words) for m in moves)
    ]
    ours = next((m for m in moves if m.free and m.side in ("customer", "either") and (m.said.has(GROUP) or m.said.has(SUCCESSOR))), None)
    return passage.reading(
        "assignment",
        main.said,
        by=main.said.proves(main.side) if main.side else None,
        consent_required=None if bound is None and vendor is None else main.said.proves(bound is not None and vendor is None),
        reasonable=None if fair is None or vendor is not None else fair.proves(True),
        exceptions=main.said.proves(tuple(group)) if group and vendor is None else None,
        competitor_barred=None if rival is None else rival.proves(vendor is None),
        vendor_free=None if vendor is None else vendor.said.proves(True),
        customer_free_to_group=None if ours is None else ours.said.proves(True),
    )


def _to_anyone(said: Stretch) -> bool:
    return not (said.has(GROUP) or said.has(SUCCESSOR)) or said.has(
        phrase(
            r"any(?:one|body)|whom(?:so)?ever|whoever|whosoever|any (?:other|third)[a-z ]*|unrestricted|third part(?:y|ies)|rivals?|competitors?|nominat(?:e|es)"
        )
    )


def _moves(passage: Passage) -> list[_Move]:
    if passage.clause.kind in ("definition", "recital", "heading", "title", "parties", "signature"):
        return []
    if passage.clause.kind == "table_row":
        return [move for row in table_rows(passage) if (move := _move(row))]
    found = []
    for sentence in passage.sentences:
        if sentence.has(_NOT_PAPER):
            continue
        found += [move for part in parts(sentence) if (move := _move(part))]
    return found


def _move(said: Stretch) -> _Move | None:
    hit = said.find(HANDS_ON)
    if hit is None or said.has(_NOT_PAPER) or (said.has(NEW_OWNER) and said.has(ENDS)):
        return None
    waits = said.has(WAITS_FOR) and (said.has(YES) or said.has(CONSENT))
    freely = said.find(_FREELY) or said.find(AS_IT_PLEASES)
    side = _mover(hit, said)
    barred = hit.negated or said.has(_BARRED)
    if freely is not None and not freely.words.startswith("no ") and barred and not said.has(phrase("without|whom(?:so)?ever|whoever|any")):
        freely = None
    if (
        freely is not None
        and (said.has(MAY) or said.has(phrase("unrestricted|free(?:ly)?|whom(?:so)?ever|no (?:leave|consent|approval)|agreeing|consents?")))
        and not (waits and barred and "no " not in freely.words)
    ):
        return _Move(side, True, said, hit) if side else None
    if waits or barred:
        return _Move(side or "either", False, said, hit)
    return None


def _mover(hit: Hit, said: Stretch) -> str | None:
    """Whose place is taken: the owner of the place, the one who hands on, the one by whom."""
    whose = said.find(
        phrase(
            r"(?:by|of|to) (?:a successor (?:of|to) )?(?:CUSTOMER|VENDOR|EITHER)|successor (?:of|to|for) (?:CUSTOMER|VENDOR)|(?:CUSTOMER|VENDOR)'s (?:place|shoes|stead|successor|transfer|position)"
        )
    )
    subject = subject_of(hit)
    after = next((role.words.lower() for role in (whose.hits(phrase("CUSTOMER|VENDOR|EITHER")) if whose else [])), None)
    if hit.words.startswith(("recogni", "accept", "admit", "approv", "toler", "put up")):
        return {"customer": "vendor", "vendor": "customer"}.get(subject or "", after)
    side = subject if subject in ("customer", "vendor", "either", "neither", "other") else None
    if side is None or said.view.text[hit.at.end : hit.at.end + 14].decode("ascii").startswith((" by ", "by ")):
        side = after or side
    if hit.words.startswith(("enure", "inure")):
        side = after or side
    return {"neither": "either", "other": "either"}.get(side or "", side)


def read_new_owner(passage: Passage) -> Reading | None:
    """Read a merger or a sale of a party that needs a yes, or that the other side must bear."""
    if passage.clause.kind in ("definition", "recital", "heading", "title", "parties", "signature"):
        return None
    for sentence in passage.sentences:
        owner = sentence.find(NEW_OWNER)
        if (
            owner is None
            or sentence.has(phrase("infring|title|ownership of|intellectual property|data|deliverables?|goods|products?|sold by"))
            or exit_rights(passage)
        ):
            continue
        roles = sentence.hits(phrase("CUSTOMER|VENDOR|EITHER"))
        nearest = min(roles, key=lambda role: max(role.at.start - owner.at.end, owner.at.start - role.at.end), default=None)
        if nearest is None:
            continue
        side = nearest.words.lower()
        freely = sentence.find(_FREELY)
        asks = (sentence.find(YES) or sentence.find(CONSENT)) if sentence.has(WAITS_FOR) else None
        if freely is not None and not (asks is not None and "no" not in freely.words and "without" not in freely.words):
            free = freely.proves(True) if side == "vendor" else None
            return passage.reading(
                "change_of_control", sentence, by=sentence.proves(side), consent_required=freely.proves(False), vendor_free=free
            )
        if asks is not None and not asks.negated:
            fair = passage.find(_FAIR)
            return passage.reading(
                "change_of_control",
                sentence,
                by=sentence.proves("vendor" if side == "vendor" else side),
                consent_required=asks.proves(True),
                reasonable=None if fair is None else fair.proves(True),
            )
    return None
