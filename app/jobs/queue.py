"""Reviews waiting, running and done: the interface `Jobs`, and the one that lives in the service's own process.

The embedded one runs reviews in threads: the event loop goes on answering, and a review that was cancelled while it ran is worked off
and dropped. What waits or runs when the process ends is marked as failed at the next start; a durable queue takes its place behind
the same interface.
"""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from typing import Protocol

from app.errors import Busy, Conflict, CounterclauseError, NotFound, place_of
from app.jobs.problem import defect, problem, problem_of
from app.jobs.work import Order
from app.store.reviews import FINISHED, ReviewRecord, ReviewStore, Status, new_id

# Each one that waits holds its file in memory.
MOST_WAITING = 32

_log = logging.getLogger(__name__)


class Jobs(Protocol):
    """Work that is done apart from the request that asked for it."""

    def submit(self, order: Order, id: str | None = None) -> ReviewRecord:
        """Take on a review. Raises Busy when as many wait as may."""

    async def wait(self, id: str, seconds: float) -> ReviewRecord:
        """The record as soon as the review is finished, or as it stands after that many seconds. Raises NotFound."""

    def cancel(self, id: str) -> ReviewRecord:
        """Stop a review that isn't finished. Raises NotFound, and Conflict for one that is."""

    def close(self) -> None:
        """Finish what runs, drop what waits."""


class EmbeddedJobs:
    """Threads in this process. `work` makes a review's files from its order; `finished` is told of each end, for counting."""

    def __init__(
        self,
        store: ReviewStore,
        work: Callable[[Order], Mapping[str, bytes]],
        workers: int,
        finished: Callable[[Status], None] = lambda status: None,
    ) -> None:
        self._store, self._work, self._finished = store, work, finished
        self._pool = ThreadPoolExecutor(workers, thread_name_prefix="review")
        self._most = MOST_WAITING + workers
        self._futures: dict[str, Future[None]] = {}
        self._lock = threading.Lock()

    @property
    def unfinished(self) -> int:
        """How many wait or run."""
        return len(self._futures)

    def submit(self, order: Order, id: str | None = None) -> ReviewRecord:
        record = ReviewRecord(id or new_id(), order.document.name)
        with self._lock:
            if len(self._futures) >= self._most:
                raise Busy("the service", f"{len(self._futures)} reviews are waiting", "send it again in a minute")
            self._store.put(record)
            future = self._futures[record.id] = self._pool.submit(self._run, record, order)
        future.add_done_callback(lambda _: self._futures.pop(record.id, None))
        return record

    async def wait(self, id: str, seconds: float) -> ReviewRecord:
        future = self._futures.get(id)
        if future is not None and seconds > 0:
            await asyncio.wait([asyncio.ensure_future(asyncio.wrap_future(future))], timeout=seconds)
        return self._record(id)

    def cancel(self, id: str) -> ReviewRecord:
        with self._lock:
            record = self._record(id)
            if record.status in FINISHED:
                raise Conflict(f"review {id}", f"it is {record.status}", "delete it if it isn't wanted")
            record = self._end(record, "cancelled")
        future = self._futures.get(id)
        if future is not None:
            future.cancel()
        return record

    def close(self) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _run(self, record: ReviewRecord, order: Order) -> None:
        if not self._advance(record, "running"):
            return
        try:
            files = self._work(order)
        except CounterclauseError as error:
            self._advance(record, "failed", problem_of(error))
        except Exception as error:
            _log.error("review %s failed: %s", record.id, place_of(error))
            self._advance(record, "failed", defect())
        else:
            self._store.write(record.id, files)
            self._advance(record, "done")

    def _advance(self, record: ReviewRecord, status: Status, told: Mapping[str, object] | None = None) -> bool:
        """Move a review on, unless somebody cancelled or deleted it meanwhile."""
        with self._lock:
            now = self._store.get(record.id)
            if now is None or now.status in FINISHED:
                return False
            if status in FINISHED:
                self._end(now, status, told)
            else:
                self._store.put(replace(now, status=status))
            return True

    def _end(self, record: ReviewRecord, status: Status, told: Mapping[str, object] | None = None) -> ReviewRecord:
        ended = replace(record, status=status, finished=datetime.now(UTC), problem=told)
        self._store.put(ended)
        self._finished(status)
        return ended

    def _record(self, id: str) -> ReviewRecord:
        record = self._store.get(id)
        if record is None:
            raise NotFound(f"review {id[:40]}", "there is none of that id", "list them with GET /v1/reviews")
        return record


def mark_interrupted(store: ReviewStore) -> None:
    """Mark as failed what an earlier process left waiting or running. Called once, at the start."""
    before: str | None = None
    while records := store.page(500, before):
        for record in records:
            if record.status not in FINISHED:
                told = problem("interrupted", 503, "the service stopped before this review was done; send the file again")
                store.put(replace(record, status="failed", finished=datetime.now(UTC), problem=told))
        before = records[-1].id
