"""Figures of one review: its readings and facts, put through `app.figures`."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.contract import Contract
from app.domain.reading import Reading, of_type
from app.domain.report import Deadline, Facts
from app.figures.calendar import term_dates
from app.figures.cap import CapTerms
from app.figures.exposure import exposure_of
from app.review.findings import quoted


def _number(reading: Reading | None, name: str) -> float | None:
    value = None if reading is None else reading.value(name)
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def _text(reading: Reading | None, name: str) -> str | None:
    value = None if reading is None else reading.value(name)
    return value if isinstance(value, str) else None


def exposure(readings: Sequence[Reading], facts: Facts) -> dict[str, object] | None:
    """What an outage costs beside what the agreement pays, from the combined readings; None where nothing can be computed."""
    levels = next(iter(of_type(readings, "service_levels")), None)
    caps = [cap for cap in of_type(readings, "liability_cap") if cap.value("protects") != "customer"]
    cap = caps[0] if caps else None
    limits = None
    higher = None
    if cap is not None:
        limits = CapTerms(_text(cap, "basis"), _number(cap, "months"), _number(cap, "multiple"), _number(cap, "amount"))
        if cap.value("super_cap") is True:
            higher = CapTerms(None, _number(cap, "super_cap_months"), _number(cap, "super_cap_multiple"), _number(cap, "super_cap_amount"))
    return exposure_of(
        currency=facts.text("currency") or _text(cap, "currency"),
        loss_per_hour=facts.number("outage_loss_per_hour"),
        uptime_percent=_number(levels, "uptime_percent"),
        credit_cap_percent=_number(levels, "credit_cap_percent"),
        annual_fees=facts.number("annual_fees"),
        total_fees=facts.number("total_fees"),
        cap=limits,
        super_cap=higher,
    )


def deadlines(contract: Contract, readings: Sequence[Reading], facts: Facts) -> tuple[Deadline, ...]:
    """The dates that can be computed from effective date, term, renewal and notice, each with the quote that it came from."""
    effective, months = facts.day("effective_date"), facts.number("term_months")
    renewal = next(iter([*of_type(readings, "renewal"), *of_type(readings, "renewal_notice")]), None)
    if effective is None or not months or months != int(months) or renewal is None:
        return ()
    renews = renewal.value("auto_renews")
    try:
        dates = term_dates(effective, int(months), renews=renews is True, notice_days=_number(renewal, "notice_days"))
    except (ValueError, OverflowError):
        return ()
    found = []
    start = f"term of {int(months)} months from {effective.isoformat()}"
    proofs = {name: quoted(contract, proof.span) for name, proof in renewal.terms.items()}
    anchor = quoted(contract, renewal.anchor)
    found.append(("term_ends", dates.term_ends, anchor, start))
    if dates.renews_on is not None:
        found.append(("next_renewal", dates.renews_on, proofs.get("auto_renews", anchor), start))
        if dates.last_notice is not None:
            days = _number(renewal, "notice_days")
            found.append(
                (
                    "last_day_for_notice",
                    dates.last_notice,
                    proofs.get("notice_days", anchor),
                    f"{start}, notice {days:g} days before its end",
                )
            )
    return tuple(Deadline(kind, day, span.of(contract.text), span, how) for kind, day, span, how in found)
