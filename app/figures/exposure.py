"""What an outage costs beside what the agreement pays for it: downtime that the service levels allow, credits, the cap."""

from __future__ import annotations

from app.figures.cap import CapTerms, cap_amount
from app.figures.downtime import allowed_minutes


def exposure_of(
    *,
    currency: str | None,
    loss_per_hour: float | None,
    uptime_percent: float | None,
    credit_cap_percent: float | None,
    annual_fees: float | None,
    total_fees: float | None = None,
    cap: CapTerms | None = None,
    super_cap: CapTerms | None = None,
) -> dict[str, object] | None:
    """The figures that can be computed, each in the unit that its name says; None when there are none.

    The largest credit is its percentage of a month's fee. `loss_covered_by_credit` is that credit's share of the loss that the
    allowed downtime of a month causes.
    """
    figures: dict[str, object] = {}
    loss_month: float | None = None
    if uptime_percent is not None and 0 <= uptime_percent <= 100:
        month, year = allowed_minutes(uptime_percent), allowed_minutes(uptime_percent, "year")
        figures |= {"uptime_percent": uptime_percent, "downtime_minutes_month": month, "downtime_minutes_year": year}
        if loss_per_hour is not None:
            loss_month = round(month / 60 * loss_per_hour, 2)
            figures |= {"loss_month": loss_month, "loss_year": round(year / 60 * loss_per_hour, 2)}
    if credit_cap_percent is not None and annual_fees is not None:
        credit = round(annual_fees / 12 * credit_cap_percent / 100, 2)
        figures["largest_credit_month"] = credit
        if loss_month:
            figures["loss_covered_by_credit"] = round(credit / loss_month, 4)
    for name, terms in (("cap", cap), ("super_cap", super_cap)):
        if terms is None:
            continue
        after_year = cap_amount(terms, annual_fees=annual_fees, total_fees=total_fees, months_since_start=12)
        at_signature = cap_amount(terms, annual_fees=annual_fees, total_fees=total_fees, months_since_start=0)
        if after_year is None:
            continue
        figures |= {f"{name}_at_signature": at_signature, f"{name}_after_a_year": after_year}
        if loss_per_hour:
            figures[f"outage_hours_to_{name}"] = round(after_year / loss_per_hour, 2)
    if not figures:
        return None
    return {"currency": currency, "loss_per_hour": loss_per_hour, **figures}
