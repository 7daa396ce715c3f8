"""A cap on liability in money: months or multiples of fees, fixed amounts, the greater or lesser of them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CapTerms:
    """What the clause says. `fees_paid`: only fees already paid count, so that the cap is small at first."""

    basis: str | None
    months: float | None = None
    multiple: float | None = None
    amount: float | None = None


def cap_amount(
    cap: CapTerms, *, annual_fees: float | None, total_fees: float | None = None, months_since_start: float | None = None
) -> float | None:
    """The cap in the currency of the fees; None when what it is counted in is unknown.

    With `months_since_start` a cap on fees paid counts no more than has been paid by then (fees taken as paid evenly and in arrears).
    """
    parts: list[float] = []
    if annual_fees is not None and cap.months is not None:
        months = cap.months
        if cap.basis == "fees_paid" and months_since_start is not None:
            months = min(months, months_since_start)
        parts.append(annual_fees / 12 * months * (cap.multiple or 1))
    elif cap.multiple is not None:
        base = total_fees if cap.basis == "total_price" else annual_fees
        if base is not None:
            parts.append(base * cap.multiple)
    if cap.amount is not None:
        parts.append(cap.amount)
    if not parts:
        return None
    return round(min(parts) if cap.basis == "lesser_of" else max(parts), 2)
