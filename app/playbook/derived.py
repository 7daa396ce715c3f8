"""Figures that positions need and no clause states as such: a cap in months of fees, which exceptions count, whose home law.

They are computed from a reading's terms, the deal's facts and the parties; conditions name them like terms. `SOURCES` says which
terms each comes from, so that a finding quotes the words that made it so.
"""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.reading import Reading
from app.domain.report import Facts
from app.domain.terms import EXCEPTIONS, STATUTORY_EXCEPTIONS, Term

DERIVED: dict[str, dict[str, Term]] = {
    "liability_cap": {
        term.name: term
        for term in (
            Term("cap_months", "number", "the cap in months of fees"),
            Term("super_cap_years", "number", "the super-cap in years of fees"),
            Term("exempt", "choices", "exceptions, and what a super-cap covers", EXCEPTIONS),
            Term("counted_exceptions", "number", "how many exceptions count: not those that statute makes anyway; a super-cap is one"),
            Term("one_sided_for_vendor", "flag", "only the vendor is protected, or the carve-outs lift the customer's cap alone"),
        )
    },
    "governing_law": {"others_home": Term("others_home", "flag", "the law or the courts are at home where the other side is")},
    "dispute_resolution": {"others_home": Term("others_home", "flag", "the seat is at home where the other side is")},
}
DERIVED["uncapped_liability"] = DERIVED["liability_cap"]

SOURCES: dict[str, tuple[str, ...]] = {
    "cap_months": ("months", "multiple", "amount"),
    "super_cap_years": ("super_cap_multiple", "super_cap_months", "super_cap_amount"),
    "exempt": ("exceptions", "super_cap_covers"),
    "counted_exceptions": ("exceptions",),
    "one_sided_for_vendor": ("protects", "mutual", "customer_exceptions"),
    "others_home": ("favours", "jurisdiction", "venue", "seat"),
}


def derive(reading: Reading, facts: Facts, others_home: str = "") -> dict[str, object]:
    """The derived terms of a reading. `others_home` is the text that describes the other party where it is named."""
    if reading.clause_type in ("liability_cap", "uncapped_liability"):
        return _cap(reading, facts)
    if reading.clause_type in ("governing_law", "dispute_resolution"):
        return {"others_home": _at_home(reading, facts, others_home)}
    return {}


def _number(reading: Reading, name: str) -> float | None:
    value = reading.value(name)
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def _cap(reading: Reading, facts: Facts) -> dict[str, object]:
    exceptions, covered = (_names(reading.value(name)) for name in ("exceptions", "super_cap_covers"))
    counted = [name for name in exceptions if name not in STATUTORY_EXCEPTIONS]
    known = reading.value("exceptions") is not None or reading.value("super_cap") is not None
    customers = _names(reading.value("customer_exceptions"))
    alone = bool(customers) and not counted and reading.value("super_cap") is not True
    one_sided = reading.value("protects") == "vendor" or reading.value("mutual") is False or alone
    stated = reading.value("protects") is not None or reading.value("mutual") is not None or alone
    return {
        "cap_months": cap_months(reading, facts),
        "super_cap_years": _super_cap_years(reading, facts),
        "exempt": tuple(sorted({*exceptions, *covered})) if known or covered else None,
        "counted_exceptions": len(counted) + (reading.value("super_cap") is True) if known else None,
        "one_sided_for_vendor": one_sided if stated else None,
    }


def _names(value: object) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()


def cap_months(reading: Reading, facts: Facts) -> float | None:
    """The cap in months of fees: months, times 12 for annual value, or its share of the fees; None when that is unknown.

    Of the lesser of two figures the smaller counts, of the greater the larger, as far as both are known.
    """
    months, multiple, amount = (_number(reading, name) for name in ("months", "multiple", "amount"))
    found: list[float] = []
    if months is not None:
        found.append(months * (multiple or 1))
    elif multiple is not None:
        total, annual = facts.number("total_fees"), facts.number("annual_fees")
        if reading.value("basis") == "total_price" and total and annual:
            found.append(multiple * total / annual * 12)
        else:
            found.append(multiple * 12)
    fees = facts.number("annual_fees")
    if amount is not None and fees:
        found.append(amount / fees * 12)
    if not found:
        return None
    if amount is not None and not fees and reading.value("basis") != "greater_of" and months is None:
        return None
    return min(found) if reading.value("basis") == "lesser_of" else max(found)


def _super_cap_years(reading: Reading, facts: Facts) -> float | None:
    multiple, months, amount = (_number(reading, name) for name in ("super_cap_multiple", "super_cap_months", "super_cap_amount"))
    if multiple is not None:
        return multiple
    if months is not None:
        return months / 12
    fees = facts.number("annual_fees")
    return amount / fees if amount is not None and fees else None


def _at_home(reading: Reading, facts: Facts, others_home: str) -> bool | None:
    """Whether the law, courts or seat lie where the other side is at home, and not where we are."""
    if (favours := reading.value("favours")) in ("customer", "vendor"):
        return favours == "vendor"  # the text names the side itself
    named = [str(value) for name in ("jurisdiction", "venue", "seat") if (value := reading.value(name))]
    if not named or not others_home:
        return None
    own = [place.lower() for place in facts.names("own_jurisdictions")]
    home = others_home.lower()
    for place in named:
        words = place.lower().removeprefix("the ").removeprefix("state of ").removeprefix("commonwealth of ").strip()
        if any(mine in words or words in mine for mine in own):
            continue
        if any(part.strip() and part.strip() in home for part in words.replace(" and ", ",").split(",")):
            return True
    return False


def values_of(reading: Reading, facts: Facts, others_home: str = "") -> Mapping[str, object]:
    """All that conditions may ask of a reading: its terms, the derived ones, and the facts as `fact.NAME`."""
    values: dict[str, object] = {name: proof.value for name, proof in reading.terms.items()}
    values.update({name: value for name, value in derive(reading, facts, others_home).items() if value is not None})
    values.update({f"fact.{name}": value for name, value in facts.values.items()})
    return values
