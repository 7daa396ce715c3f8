"""The deal's facts: given by the user, read from the contract, or the playbook's default, and which of these."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from app.domain.contract import Contract
from app.domain.report import Facts, FactSource, FactValue
from app.errors import FactError
from app.playbook.position import Playbook
from app.rules.reading.numbers import find_dates, find_durations

_NUMBERS = ("annual_fees", "total_fees", "fees_paid", "term_months", "outage_loss_per_hour")
_FLAGS = ("personal_data", "regulated_buyer", "critical_function", "free_of_charge")
_LISTS = ("own_jurisdictions", "allowed_regions")
_TEXTS = ("currency", "own_party")
_DATES = ("effective_date",)
FACTS = (*_NUMBERS, *_FLAGS, *_LISTS, *_TEXTS, *_DATES)

_PERSONAL = re.compile(
    r"\bpersonal (?:data|information|details)\b|\bdata subjects?\b|\bpersonally identifiable|\bGDPR\b|\bprotected health"
    r"|\bnames?, [^.]{0,40}e-?mail addresses",
    re.IGNORECASE,
)
_YES, _NO = ("true", "yes", "1"), ("false", "no", "0")


def parse_facts(given: Mapping[str, str]) -> dict[str, FactValue]:
    """Facts as the user wrote them, typed. Raises FactError for an unknown name or a value of the wrong kind."""
    return {name: _parse(name, value.strip()) for name, value in given.items()}


def _parse(name: str, value: str) -> FactValue:
    if name not in FACTS:
        raise FactError(f"fact {name}", "there is no such fact", f"use one of {', '.join(FACTS)}")
    if not value:
        raise FactError(f"fact {name}", "has no value", f"write {name}=VALUE")
    if name in _NUMBERS:
        try:
            return float(value.replace(",", "").replace("_", ""))
        except ValueError:
            raise FactError(f"fact {name}", f"is {value[:40]!r}", "write a plain number, such as 30240") from None
    if name in _FLAGS:
        if value.lower() not in (*_YES, *_NO):
            raise FactError(f"fact {name}", f"is {value[:40]!r}", "write true or false")
        return value.lower() in _YES
    if name in _DATES:
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise FactError(f"fact {name}", f"is {value[:40]!r}", "write a date as YYYY-MM-DD") from None
    if name in _LISTS:
        return tuple(item.strip() for item in value.split(",") if item.strip())
    return value.upper() if name == "currency" else value


def settle_facts(given: Mapping[str, FactValue], contract: Contract, playbook: Playbook | None) -> Facts:
    """All facts with their sources. What the user gave prevails, then the contract, then the playbook's default."""
    values: dict[str, FactValue] = {}
    sources: dict[str, FactSource] = {}
    layers: tuple[tuple[FactSource, Mapping[str, object]], ...] = (
        ("playbook", playbook.facts if playbook else {}),
        ("contract", read_facts(contract)),
        ("given", given),
    )
    for source, layer in layers:
        for name, value in layer.items():
            if isinstance(value, str | float | int | bool | date | tuple):
                values[name], sources[name] = value, source
    return Facts(values, sources)


_STARTS = ("effective date", "start date", "commencement date", "subscription start date", "service start date")
_TERMS = ("initial term", "term", "commitment period", "subscription term", "initial subscription term", "contract term", "minimum term")


def read_facts(contract: Contract) -> dict[str, FactValue]:
    """The facts that the contract itself tells: what its definitions and order form fix, and whether it speaks of personal data."""
    found: dict[str, FactValue] = {"personal_data": True} if _PERSONAL.search(contract.text) else {}
    for definition in contract.definitions:
        term = " ".join(definition.term.lower().split())
        words = definition.body.of(contract.text).lower().encode("ascii", "replace")
        if term in _STARTS and "effective_date" not in found and len(days := find_dates(words)) == 1:
            found["effective_date"] = days[0].value
        if term in _TERMS and "term_months" not in found:
            lengths = [each for each in find_durations(words) if each.unit in ("month", "year")]
            if len(lengths) == 1 and lengths[0].months == int(lengths[0].months):
                found["term_months"] = int(lengths[0].months)
    return found
