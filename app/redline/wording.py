"""The library's words, filled with the contract's own names for its sides and things.

An entry names the position that its text is meant for. In its text stand `{customer}`, `{vendor}`, `{customer's}`, `{vendor's}` (with
a capital for the start of a sentence; `warrant[s]` and `[is|are]` behind a name agree with "we" and "you" too), and for things that
contracts name differently `{agreement}`, `{services}`, `{fees}`, `{data}`, `{term}`, `{documentation}`: the contract's own defined term
where it has one, else a plain word, so that no undefined term gets in.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

import yaml

from app.domain.contract import Contract, Party

_THINGS: dict[str, tuple[tuple[str, ...], str]] = {
    "agreement": (("Agreement", "Contract", "Licence", "License"), "agreement"),
    "services": (("Services", "Service", "Platform", "Software", "Suite", "Solution", "Product", "Model", "Material"), "services"),
    "fees": (("Fees", "Charges", "Subscription Fees", "Price", "Remuneration"), "fees"),
    "annual_fees": (("Annual Fees", "Annual Charges", "Annual Fee"), "fees payable for twelve months"),
    "data": (("Customer Data", "Client Data", "Customer Content", "Content", "Subscriber Data", "Licensee Data", "User Data"), "data"),
    "term": (("Term", "Subscription Term"), "term"),
    "documentation": (("Documentation",), "documentation"),
    "deliverables": (("Deliverables", "Deliverable", "Work Product", "Work Products"), "deliverables"),
    "confidential_information": (("Confidential Information",), "confidential information"),
    "outputs": (("Outputs", "Output", "Results"), "outputs"),
}


@dataclass(frozen=True)
class Wording:
    """An entry of the library: what it is called, the position that it claims to meet, a heading, and its text. `definition` is what
    stands in place of a definition that makes the clause what it is; `{defined}` is its term."""

    id: str
    position: str
    heading: str
    text: str
    definition: str = ""


@lru_cache(maxsize=1)
def library() -> Mapping[str, Wording]:
    """The bundled wording by id."""
    found: dict[str, Wording] = {}
    for file in sorted((resources.files("app.playbook") / "wording").iterdir(), key=lambda each: each.name):
        if file.name.endswith(".yaml"):
            raw: Any = yaml.load(file.read_bytes(), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
            for entry in raw or []:
                text, definition = (" ".join(str(entry.get(key, "")).split()) for key in ("text", "definition"))
                found[entry["id"]] = Wording(entry["id"], entry["position"], entry.get("heading", ""), text, definition)
    return found


def fill(text: str, contract: Contract) -> str:
    """A wording's text with the contract's own names."""
    sides = _sides(contract)
    names = {**sides, **_things(contract)}
    if names["data"] == _THINGS["data"][1]:
        names["data"] = sides["customer's"] + " data"
        text = text.replace("the {data}", "{data}")

    plural = False

    def name(match: re.Match[str]) -> str:
        nonlocal plural
        key = match["name"]
        if key is None:
            return (match["plural"] or "") if plural else match["single"]
        value = names.get(key[:1].lower() + key[1:], match[0])
        plural = value in ("we", "you")
        return value[:1].upper() + value[1:] if key[:1].isupper() else value

    return re.sub(r"\{(?P<name>[A-Za-z_']+)\}|\[(?P<single>[a-z]+)(?:\|(?P<plural>[a-z]+))?\]", name, text)


def _sides(contract: Contract) -> dict[str, str]:
    found = {}
    for role in ("customer", "vendor"):
        party = next((party for party in contract.parties if party.role == role), None)
        subject, owner = _called(party, contract.text, role)
        found[role], found[f"{role}'s"] = subject, owner
    return found


def _called(party: Party | None, text: str, role: str) -> tuple[str, str]:
    """How the paper calls a side, as a subject and as an owner: ("the Supplier", "the Supplier's"), ("we", "our")."""
    aliases = [] if party is None else [alias for alias in party.aliases if alias]
    lowered = [alias.lower() for alias in aliases]
    for subject, owner in (("we", "our"), ("you", "your")):
        if subject in lowered:
            return subject, owner
    proper = [alias.removeprefix("the ").removeprefix("The ") for alias in aliases if alias[:1].isalpha()]
    name = max(proper, key=lambda each: len(re.findall(rf"\b{re.escape(each)}\b", text)), default=None) or (
        party.name if party else role.capitalize()
    )
    count = len(re.findall(rf"\b{re.escape(name)}\b", text))
    article = "the " if count and len(re.findall(rf"\b[Tt]he {re.escape(name)}\b", text)) * 2 > count else ""
    mark = "’" if "’" in text else "'"
    return f"{article}{name}", f"{article}{name}{mark}s"


def _things(contract: Contract) -> dict[str, str]:
    defined = {definition.term for definition in contract.definitions}
    found = {}
    for key, (candidates, plain) in _THINGS.items():
        term = next((each for each in candidates if each in defined), None)
        if term is None and key == "agreement":
            term = next((each for each in candidates[:1] if re.search(rf"\bthis {each}\b", contract.text)), None)
        found[key] = term or plain
    return found
