"""How much downtime an availability allows. A month is 30 days, a year 365 (so that 99.9 % is 43.2 minutes and 8 h 46 min)."""

from __future__ import annotations

HOURS = {"day": 24.0, "week": 168.0, "month": 720.0, "quarter": 2190.0, "year": 8760.0}


def allowed_minutes(uptime_percent: float, period: str = "month") -> float:
    """Minutes of downtime in a period that an availability of `uptime_percent` allows. Raises ValueError for a percent out of 0..100."""
    if not 0 <= uptime_percent <= 100:
        raise ValueError(f"an availability of {uptime_percent} percent")
    return round((100 - uptime_percent) / 100 * HOURS[period] * 60, 4)
