"""The reviews that the service keeps: a record of each, and the files that it yielded. In memory, or in a folder (`folder`).

Ids begin with the time at which they were made, so that sorting them sorts the reviews.
"""

from __future__ import annotations

import re
import secrets
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Literal, Protocol

Status = Literal["queued", "running", "done", "failed", "cancelled"]
FINISHED: frozenset[Status] = frozenset(("done", "failed", "cancelled"))
# In memory the oldest finished reviews make room: with their files each takes up to a few megabytes.
MOST_IN_MEMORY = 200

_ID = re.compile(r"r[0-9a-f]{12}[0-9a-f]{16}")


@dataclass(frozen=True)
class ReviewRecord:
    """A review's life, without its content. `problem` is a problem detail (RFC 9457) when it failed."""

    id: str
    name: str
    status: Status = "queued"
    created: datetime = field(default_factory=lambda: datetime.now(UTC))
    finished: datetime | None = None
    problem: Mapping[str, object] | None = None


@dataclass(frozen=True)
class Claim:
    """An idempotency key in use: which review it made, and a hash of what was asked."""

    id: str
    fingerprint: str


class ReviewStore(Protocol):
    """Where reviews are kept. Methods may be called from any thread."""

    def put(self, record: ReviewRecord) -> None:
        """Keep a record, or what became of it."""

    def get(self, id: str) -> ReviewRecord | None:
        """The record; None if there is none, whatever the id looks like."""

    def page(self, limit: int, before: str | None = None) -> Sequence[ReviewRecord]:
        """The newest records, or those older than the one of id `before`."""

    def delete(self, id: str) -> bool:
        """Forget a review with all its files; False if there was none."""

    def write(self, id: str, files: Mapping[str, bytes]) -> None:
        """Keep files of a review, all or none. Files of a review that was deleted meanwhile are dropped."""

    def read(self, id: str, name: str) -> bytes | None:
        """A file of a review; None if there is none."""

    def claim(self, key: str, claim: Claim) -> Claim | None:
        """Take an idempotency key; or say who has it, and take nothing."""

    def release(self, key: str) -> None:
        """Give a key back whose review never came to be."""


def new_id() -> str:
    """An id that nobody can guess and that sorts by time."""
    return f"r{time.time_ns() // 1_000_000:012x}{secrets.token_hex(8)}"


def is_id(text: str) -> bool:
    return _ID.fullmatch(text) is not None


class MemoryStore:
    """Reviews in memory: gone when the process ends, and the oldest finished ones before, past `most`."""

    def __init__(self, most: int = MOST_IN_MEMORY) -> None:
        self._most = most
        self._records: dict[str, ReviewRecord] = {}
        self._files: dict[str, dict[str, bytes]] = {}
        self._claims: dict[str, Claim] = {}
        self._lock = threading.Lock()

    def put(self, record: ReviewRecord) -> None:
        with self._lock:
            self._records[record.id] = record
            finished = sorted(each.id for each in self._records.values() if each.status in FINISHED)
            for id in finished[: max(0, len(finished) - self._most)]:
                self._forget(id)

    def get(self, id: str) -> ReviewRecord | None:
        with self._lock:
            return self._records.get(id)

    def page(self, limit: int, before: str | None = None) -> Sequence[ReviewRecord]:
        with self._lock:
            ids = sorted((id for id in self._records if before is None or id < before), reverse=True)
            return [self._records[id] for id in ids[:limit]]

    def delete(self, id: str) -> bool:
        with self._lock:
            return self._forget(id)

    def write(self, id: str, files: Mapping[str, bytes]) -> None:
        with self._lock:
            if id in self._records:
                self._files.setdefault(id, {}).update(files)

    def read(self, id: str, name: str) -> bytes | None:
        with self._lock:
            return self._files.get(id, {}).get(name)

    def claim(self, key: str, claim: Claim) -> Claim | None:
        with self._lock:
            holder = self._claims.get(key)
            if holder is None:
                self._claims[key] = claim
            return holder

    def release(self, key: str) -> None:
        with self._lock:
            self._claims.pop(key, None)

    def _forget(self, id: str) -> bool:
        self._files.pop(id, None)
        self._claims = {key: claim for key, claim in self._claims.items() if claim.id != id}
        return self._records.pop(id, None) is not None
