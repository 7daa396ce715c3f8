"""Long measurements, run by `make measure` alone: they print figures, and fail when one misses what we promise."""
