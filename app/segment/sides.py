"""Which party is the customer and which the vendor.

Read from the word that the contract uses for a party ("Licensor", "Client"), else counted from who provides, grants and invoices and
who pays and uses. In a confidentiality agreement between two that are called by their names neither is either.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from app.domain.contract import Contract, Party, Role

_VENDOR = (
    "provider supplier vendor licensor developer contractor agency consultant seller manufacturer publisher processor host "
    "freelancer designer advisor adviser franchisor lessor landlord servicer administrator"
)
_CUSTOMER = "customer client licensee subscriber buyer purchaser user controller principal franchisee lessee tenant distributor reseller"
ROLE_WORDS: dict[str, Role | None] = {
    **dict.fromkeys(_VENDOR.split(), "vendor"),
    **dict.fromkeys(_CUSTOMER.split(), "customer"),
    "service provider": "vendor", "services provider": "vendor", "software provider": "vendor",
    "end user": "customer", "covered entity": "customer",
    "business associate": "vendor", "partner": None, "company": None, "bank": None,
}  # fmt: skip
# One word settles it unless the deeds of the parties speak against it this clearly.
_CLEAR = 2.0
_SAMPLE_CHARACTERS = 150_000

_VENDOR_DEEDS = (
    r"(?:shall|will|agrees? to|undertakes? to|must|may|hereby|also|further)?\s*(?:provides?|"
    r"supplie?s|supply|grants?|delivers?|hosts?|maintains? the|invoices?|"
    r"licen[cs]es? (?:to|the)|makes? available|warrants? that the (?:service|software|deliverable|"
    r"product|platform)|performs?|develops?|trains?|run such|retains?|"
    r"give you a (?:licen[cs]e|permission|right)|deploys?|operates? the)\b"
)
_CUSTOMER_DEEDS = (
    r"(?:shall|will|agrees? to|must|may|is|are)?\s*(?:pays?|reimburses?|purchases?|orders?|subscribes?|"
    r"buys?|accepts? the|(?:access and )?uses? the|"
    r"use (?:our|the (?:service|software|material))|not (?:reverse|decompile|sublicen[cs]e|resell)|accesses?)\b"
)


def assign_roles(contract: Contract, parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """The same parties with roles; None where neither words nor deeds tell."""
    if not parties:
        return parties
    worded = [_role_by_word(party) for party in parties]
    if _is_confidentiality(contract) and not any(worded):
        return parties
    deeds = [_balance(contract, party) for party in parties]
    roles = list(worded)
    if len(parties) >= 2 and not all(worded):
        roles = _completed(worded, deeds)
    if not any(roles):
        roles = [_role_by_pronoun(party) for party in parties]
        if len(parties) == 2 and len({role for role in roles if role}) == 1:
            roles = _completed(roles, deeds)
    return _speakers(tuple(replace(party, role=role) for party, role in zip(parties, roles, strict=True)))


def _speakers(parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """Where "we" and "you" are parties of their own and one has a role, the other has the other."""
    speaking = [party for party in parties if party.name.lower() in ("we", "you")]
    known = [party.role for party in speaking if party.role is not None]
    if len(speaking) != 2 or len(known) != 1:
        return parties
    other: Role = "vendor" if known[0] == "customer" else "customer"
    return tuple(replace(party, role=other) if party in speaking and party.role is None else party for party in parties)


def _role_by_word(party: Party) -> Role | None:
    for alias in (*party.aliases, party.name):
        words = alias.lower().split()
        role = ROLE_WORDS.get(alias.lower()) or (ROLE_WORDS.get(words[-1]) if words and len(words) <= 3 else None)
        if role is not None:
            return role
    return None


def _role_by_pronoun(party: Party) -> Role | None:
    """Public terms are written by who offers: "we" is the vendor and "you" the customer, where nothing says otherwise."""
    spoken = {alias.lower() for alias in party.aliases}
    return "vendor" if "we" in spoken else "customer" if "you" in spoken else None


def _completed(worded: list[Role | None], deeds: list[float]) -> list[Role | None]:
    """Fill the roles that no word gives: the opposite of the one that is known, else by the balance of deeds."""
    known = {role for role in worded if role}
    order = sorted(range(len(worded)), key=lambda i: deeds[i])
    roles = list(worded)
    unknown = [i for i in order if roles[i] is None]
    if len(worded) == 2 and len(known) == 1:
        roles[unknown[0]] = "vendor" if known == {"customer"} else "customer"
        return roles
    if len(known) == 2 or not unknown:
        return roles
    lowest, highest = unknown[0], unknown[-1]
    if known == {"vendor"}:
        roles[lowest] = "customer" if deeds[lowest] < 0 else None
    elif known == {"customer"}:
        roles[highest] = "vendor" if deeds[highest] > 0 else None
    elif deeds[highest] - deeds[lowest] >= _CLEAR:
        roles[highest], roles[lowest] = "vendor", "customer"
    return roles


def _balance(contract: Contract, party: Party) -> float:
    """How much a party acts as a vendor (above nought) or as a customer (below)."""
    text = contract.text[:_SAMPLE_CHARACTERS]
    subject = _subject(_words_for(party))
    if subject is None:
        return 0.0
    vendor = len(re.findall(subject + r"\s+" + _VENDOR_DEEDS, text))
    customer = len(re.findall(subject + r"\s+" + _CUSTOMER_DEEDS, text))
    return (vendor - 1.5 * customer) + 2.0 * _transfers(text, party)


def _transfers(text: str, party: Party) -> float:
    """Who is paid, invoiced and granted rights: "shall pay Provider", "grants to Customer"."""
    subject = _subject(_words_for(party))
    paid = (
        len(re.findall(r"\b(?:pay|pays|paid to|payable to|reimburse|remit to)\s+(?:to\s+)?(?:the\s+)?" + subject, text)) if subject else 0
    )
    given = (
        len(
            re.findall(
                r"\b(?:grants?(?: to)?|hereby grants?(?: to)?|deliver to|provided to|invoices?|bill|licen[cs]es? to|"
                r"provide)\s+(?:the\s+)?" + subject,
                text,
            )
        )
        if subject
        else 0
    )
    return paid - given


def _words_for(party: Party) -> tuple[str, ...]:
    words = tuple(a for a in party.aliases if a.lower() not in ("party", "parties"))
    return words or (party.name,)


def _subject(words: Iterable[str]) -> str | None:
    parts = []
    for word in words:
        escaped = re.escape(word)
        if word.lower() in ("we", "us", "our", "you", "your", "ours", "yours"):
            if word.lower() not in ("our", "your", "ours", "yours"):
                parts.append(f"(?i:{escaped})")
        else:
            parts.append(escaped)
    return rf"\b(?:{'|'.join(parts)})\b" if parts else None


def _is_confidentiality(contract: Contract) -> bool:
    titles = " ".join(c.own.of(contract.text) for c in contract.clauses[:6] if c.kind == "title").lower()
    head = titles or contract.text[:300].lower()
    return bool(re.search(r"non-?\s?disclosure|confidential(?:ity)? (?:disclosure )?agreement|secrecy|\bnda\b", head))
