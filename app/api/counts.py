"""What /metrics tells, in Prometheus' text format: counts and sizes of the service, never anything of a contract."""

from __future__ import annotations

import threading
import time
from collections import Counter

MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8"
_METHODS = frozenset(("GET", "POST", "DELETE", "PATCH", "PUT", "HEAD", "OPTIONS"))


class Counts:
    """Counters of one process."""

    def __init__(self) -> None:
        self._answers: Counter[tuple[str, int]] = Counter()
        self._reviews: Counter[str] = Counter()
        self._started = time.monotonic()
        self._lock = threading.Lock()

    def answered(self, method: str, status: int) -> None:
        """Count an answer; methods that nobody knows are one label, so that callers can't make labels."""
        with self._lock:
            self._answers[method if method in _METHODS else "other", status] += 1

    def finished(self, status: str) -> None:
        """Count a review that came to its end."""
        with self._lock:
            self._reviews[status] += 1

    def render(self, unfinished: int) -> str:
        """All counters as text."""
        with self._lock:
            answers, reviews = sorted(self._answers.items()), sorted(self._reviews.items())
        lines = ["# HELP counterclause_http_answers_total HTTP answers.", "# TYPE counterclause_http_answers_total counter"]
        lines += [f'counterclause_http_answers_total{{method="{method}",status="{status}"}} {n}' for (method, status), n in answers]
        lines += ["# HELP counterclause_reviews_total Reviews that ended.", "# TYPE counterclause_reviews_total counter"]
        lines += [f'counterclause_reviews_total{{status="{status}"}} {n}' for status, n in reviews]
        lines += ["# HELP counterclause_reviews_unfinished Reviews waiting or running.", "# TYPE counterclause_reviews_unfinished gauge"]
        lines += [f"counterclause_reviews_unfinished {unfinished}"]
        lines += ["# HELP counterclause_uptime_seconds Since the start.", "# TYPE counterclause_uptime_seconds gauge"]
        lines += [f"counterclause_uptime_seconds {time.monotonic() - self._started:.0f}"]
        return "\n".join(lines) + "\n"
