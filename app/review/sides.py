"""Who is who, settled with what the user knows: where the own party is named, it is our side, whatever the paper's words suggest."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from app.domain.contract import Contract, Party, Role
from app.domain.report import FactValue

_OTHER: dict[Role, Role] = {"customer": "vendor", "vendor": "customer"}


_OFTEN = 5  # a word that stands for a party is said at least so often
_SPEAKERS = ("we", "you", "us", "i")


def with_sides(contract: Contract, given: Mapping[str, FactValue], side: Role) -> Contract:
    """The contract with the roles of its parties settled by the fact `own_party`: ours has our side's role and, where one other party
    is named, that has the other. A name that no party has changes nothing, unless the
    paper uses it as a word for somebody."""
    own = str(given.get("own_party", ""))
    parties = _settled(contract.parties, own.lower(), side) if own else contract.parties
    if own and not any(_likeness(party, own.lower()) for party in parties):
        parties = _with_own(contract.text, parties, own, side)
    return replace(contract, parties=parties)


def _settled(parties: tuple[Party, ...], own: str, side: Role) -> tuple[Party, ...]:
    ours = max(parties, key=lambda party: _likeness(party, own), default=None)
    if ours is None or not _likeness(ours, own):
        return parties
    others = [party for party in parties if party is not ours and party.name.lower() not in _SPEAKERS]
    named = others if len(others) == 1 else [party for party in others if party.role == side]
    roles = {id(ours): side} | {id(party): _OTHER[side] for party in named}
    return tuple(replace(party, role=roles.get(id(party), party.role)) for party in parties)


def _with_own(text: str, parties: tuple[Party, ...], own: str, side: Role) -> tuple[Party, ...]:
    """Our party added by a word that the paper uses for it ("the Recipient" of a public licence); a single other party is then the
    other side."""
    word = next((word for word in re.findall(r"[A-Z]\w+", own) if len(re.findall(rf"\b{word}\b", text)) >= _OFTEN), None)
    if word is None:
        return parties
    others = tuple(replace(party, role=_OTHER[side]) for party in parties) if len(parties) == 1 else parties
    return (*others, Party(word, (word,), side))


def _likeness(party: Party, own: str) -> int:
    """How well a party answers to a name: its whole name, else one of its own words in the paper ("you (the licensee)")."""
    name = party.name.lower()
    if name and (name in own or own in name):
        return 1000 + len(name)
    words = set(re.findall(r"\w+", own))
    aliases = {alias.lower().removeprefix("the ") for alias in party.aliases}
    if aliases & words:
        return 100
    return len(words & set(re.findall(r"\w{4,}", name)))
