"""What several families ask about secrecy: is the whole paper a secrecy agreement, is this its chapter, whose information is it."""

from __future__ import annotations

import re
from bisect import bisect_left

from app.domain.reading import Proof
from app.rules.reading.passage import Passage, Stretch
from app.rules.reading.view import View
from app.rules.secrecy_words import (
    INFORMATION,
    KEEPS,
    NOT_SECRETS,
    OWNER,
    PROMISES,
    SECRECY_PAPER,
    SECTION,
)

Found = tuple[Stretch, dict[str, Proof | None]]


def is_secrecy_paper(passage: Passage) -> bool:
    """Whether the whole paper is a secrecy agreement: its first lines say so, or it speaks of secrets and talks and of no trade."""
    return _titled(passage) or passage.view.remembered(_speaks_of_secrets_alone, _speaks_of_secrets_alone)


def _titled(passage: Passage) -> bool:
    return any(
        each.words.count(" ") < 40 and each.has(SECRECY_PAPER)
        for each in passage.paper.all[:6]
        if each.clause.kind in ("title", "heading", "clause", "parties", "other", "definition")
    )


# Words of a paper that only guards what two firms show each other, and of one that also trades. Counted over the whole document.
_OF_SECRETS = re.compile(
    r"\b(?:secre\w+|confiden(?:ce|tial\w*)|non-?disclos\w*|disclos\w+|divulg\w+|discloser|silen\w+|talks?|discussions?|negotiations?|evaluat\w+|"
    r"information|papers|particulars|shar(?:e|es|ed|ing)|trade secrets?|recollect\w*|remember\w*|memory|recipient|listener|talking|protect(?:ed|ion|s)?|recall\w*|leak\w*|mute|oath|authority|subpoena\w*|quiet|seal|tell(?:s|ing)?|"
    r"(?:last|first|next|each|every|our|their) meetings?|the nda|submissions?|keep quiet|private|figures)\b",
    re.IGNORECASE,
)
_OF_TRADE = re.compile(
    r"\b(?:fees?|charges?|invoic\w+|deliverables?|subscri\w+|subscription|services agreement|statement of work|order forms?|milestones?|"
    r"remuneration|service levels?|uptime|work products?|build|built|licensed (?:model|material)|weights|royalt(?:y|ies)|the model|platform|"
    r"(?:the|each|every|this) (?:module|app|program|deliverable|services?|project|contract work)|acceptance|pric(?:e|es|ing)|"
    r"customer data|hosting|copyright)\b",
    re.IGNORECASE,
)


def _speaks_of_secrets_alone(view: View) -> bool:
    text = view.contract.text  # the whole of it, whatever part is being read again
    for name in sorted(
        {alias for party in view.contract.parties for alias in (party.name, *party.aliases) if len(alias) > 3}, key=len, reverse=True
    ):
        text = text.replace(name, "")  # "Platform" may be a firm
    secrets = sum(1 for _ in _OF_SECRETS.finditer(text))
    return secrets > 0 and secrets > 3 * sum(1 for _ in _OF_TRADE.finditer(text))


def near(passage: Passage) -> tuple[Passage, ...]:
    """The passages of the same chapter; where the paper has no chapters, those just before and after."""
    if passage.siblings:
        return passage.siblings
    index = bisect_left([each.at.start for each in passage.paper.all], passage.at.start)
    return tuple(each for each in passage.paper.all[max(0, index - 5) : index + 6] if each != passage)


def in_section(passage: Passage) -> bool:
    """Whether a heading or a neighbour makes it part of a chapter on secrecy."""
    return passage.titled(*SECTION) or any(
        sentence.has(KEEPS) and sentence.has(INFORMATION) and sentence.has(PROMISES) and not sentence.has(NOT_SECRETS)
        for each in near(passage)
        for sentence in each.sentences_with(KEEPS)
    )


def owners_in(where: Stretch) -> set[str]:
    """The sides whose information a stretch speaks of: a role that isn't merely the one who gets it ("to CUSTOMER")."""
    return {
        hit.groups["role"].lower()
        for hit in where.hits(OWNER)
        if (hit.groups.get("ahead") or "").strip() not in ("to", "for", "on", "with", "upon")
    }
