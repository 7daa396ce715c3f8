"""Jobs in the service's own process: each ends in exactly one way, and what it ended in can be waited for."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Mapping

import pytest

from app.errors import Busy, Conflict, DocumentError, NotFound
from app.jobs.queue import MOST_WAITING, EmbeddedJobs, mark_interrupted
from app.jobs.work import Order
from app.review.pipeline import Request
from app.store.reviews import MemoryStore, ReviewRecord, new_id
from tests.builders import document_of

Work = Callable[[Order], Mapping[str, bytes]]


def order() -> Order:
    return Order(document_of("We may renew it."), b"We may renew it.", Request())


def jobs_of(work: Work, store: MemoryStore | None = None, workers: int = 1) -> tuple[EmbeddedJobs, list[str]]:
    ends: list[str] = []
    return EmbeddedJobs(store or MemoryStore(), work, workers, ends.append), ends


def waited(jobs: EmbeddedJobs, id: str, seconds: float = 10) -> ReviewRecord:
    return asyncio.run(jobs.wait(id, seconds))


class Gate:
    """Work that tells when it has begun and goes on when it is let."""

    def __init__(self) -> None:
        self.begun, self.let = threading.Event(), threading.Event()

    def __call__(self, order: Order) -> Mapping[str, bytes]:
        self.begun.set()
        assert self.let.wait(10)
        return {"report.json": b"{}"}


def test_a_review_that_is_done_has_its_files() -> None:
    store = MemoryStore()
    jobs, ends = jobs_of(lambda _: {"report.json": b"{}"}, store)

    record = waited(jobs, jobs.submit(order()).id)

    assert (record.status, store.read(record.id, "report.json"), ends) == ("done", b"{}", ["done"])


def test_an_error_of_ours_is_kept_as_its_problem() -> None:
    def refused(_: Order) -> Mapping[str, bytes]:
        raise DocumentError("a.pdf", "it is a scan", "run OCR first")

    jobs, ends = jobs_of(refused)

    record = waited(jobs, jobs.submit(order()).id)

    assert (record.status, ends) == ("failed", ["failed"])
    assert record.problem is not None
    assert record.problem["detail"] == "a.pdf: it is a scan; run OCR first"


def test_a_defect_tells_nothing_of_the_contract(caplog: pytest.LogCaptureFixture) -> None:
    def broken(_: Order) -> Mapping[str, bytes]:
        raise ValueError("secret words of the contract")

    jobs, _ = jobs_of(broken)

    record = waited(jobs, jobs.submit(order()).id)

    assert record.status == "failed"
    assert "secret" not in str(record.problem) + caplog.text
    assert "ValueError" in caplog.text


def test_waiting_ends_when_the_time_is_over() -> None:
    gate = Gate()
    jobs, _ = jobs_of(gate)
    id = jobs.submit(order()).id
    assert gate.begun.wait(10)

    assert waited(jobs, id, 0.01).status == "running"

    gate.let.set()
    assert waited(jobs, id).status == "done"


def test_a_review_that_is_cancelled_while_it_runs_stays_cancelled() -> None:
    gate, store = Gate(), MemoryStore()
    jobs, ends = jobs_of(gate, store)
    id = jobs.submit(order()).id
    assert gate.begun.wait(10)

    assert jobs.cancel(id).status == "cancelled"
    gate.let.set()
    jobs.close()

    record = store.get(id)
    assert record is not None
    assert (record.status, ends) == ("cancelled", ["cancelled"])


def test_a_review_that_is_cancelled_before_it_runs_never_does() -> None:
    gate = Gate()
    jobs, _ = jobs_of(gate)
    jobs.submit(order())
    waiting = jobs.submit(order()).id

    assert jobs.cancel(waiting).status == "cancelled"

    gate.let.set()
    assert waited(jobs, waiting).status == "cancelled"


def test_what_is_finished_cant_be_cancelled() -> None:
    jobs, _ = jobs_of(lambda _: {})
    id = waited(jobs, jobs.submit(order()).id).id

    with pytest.raises(Conflict, match="it is done"):
        jobs.cancel(id)


def test_past_a_number_of_waiting_reviews_more_are_refused() -> None:
    gate = Gate()
    jobs, _ = jobs_of(gate)
    for _ in range(MOST_WAITING + 1):
        jobs.submit(order())

    with pytest.raises(Busy):
        jobs.submit(order())

    gate.let.set()
    jobs.close()


def test_an_id_that_nobody_knows_is_not_found() -> None:
    jobs, _ = jobs_of(lambda _: {})

    with pytest.raises(NotFound):
        waited(jobs, new_id())


def test_what_an_earlier_process_left_is_marked_as_failed_and_the_rest_stays() -> None:
    store = MemoryStore()
    left, done = ReviewRecord(new_id(), "a.docx", "running"), ReviewRecord(new_id(), "b.docx", "done")
    store.put(left)
    store.put(done)

    mark_interrupted(store)

    marked = store.get(left.id)
    assert marked is not None
    assert marked.status == "failed"
    assert store.get(done.id) == done
