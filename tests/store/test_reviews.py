"""Both stores keep the same promises; the folder's outlive the process."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.store.folder import FolderStore
from app.store.reviews import Claim, MemoryStore, ReviewRecord, ReviewStore, is_id, new_id


def id_at(n: int) -> str:
    return f"r{n:012x}{0:016x}"


@pytest.fixture(params=["memory", "folder"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> ReviewStore:
    return MemoryStore() if request.param == "memory" else FolderStore(tmp_path)


def test_a_record_comes_back_as_it_was(store: ReviewStore) -> None:
    record = ReviewRecord(new_id(), "Übersicht.docx", "failed", finished=datetime.now(UTC), problem={"status": 502})

    store.put(record)

    assert store.get(record.id) == record


def test_a_record_that_changed_comes_back_changed(store: ReviewStore) -> None:
    record = ReviewRecord(new_id(), "a.docx")
    store.put(record)
    store.put(replace(record, status="running"))

    assert store.get(record.id) == replace(record, status="running")


@pytest.mark.parametrize("id", ["", ".", "..", "../reviews", "r", "/etc", id_at(1) + "/x", id_at(1) + "\n", "r" + "A" * 28])
def test_what_is_no_id_finds_nothing_and_deletes_nothing(store: ReviewStore, id: str) -> None:
    store.put(ReviewRecord(id_at(1), "a.docx"))

    assert store.get(id) is None
    assert store.read(id, "report.json") is None
    assert not store.delete(id)
    assert store.get(id_at(1)) is not None


def test_pages_run_from_the_newest_to_the_oldest(store: ReviewStore) -> None:
    for n in range(5):
        store.put(ReviewRecord(id_at(n), f"{n}.docx"))

    assert [record.name for record in store.page(2)] == ["4.docx", "3.docx"]
    assert [record.name for record in store.page(9, before=id_at(3))] == ["2.docx", "1.docx", "0.docx"]


def test_files_are_kept_with_the_review_and_go_with_it(store: ReviewStore) -> None:
    record = ReviewRecord(new_id(), "a.docx")
    store.put(record)
    store.write(record.id, {"report.json": b"{}", "text.txt": b"text"})

    assert store.read(record.id, "text.txt") == b"text"
    assert store.read(record.id, "redline.docx") is None
    assert store.delete(record.id)
    assert store.read(record.id, "text.txt") is None
    assert not store.delete(record.id)


def test_files_of_a_review_that_was_deleted_meanwhile_are_dropped(store: ReviewStore) -> None:
    id = new_id()
    store.write(id, {"report.json": b"{}"})

    assert store.read(id, "report.json") is None


def test_a_key_is_taken_once_until_it_is_released_or_its_review_deleted(store: ReviewStore) -> None:
    first, second = Claim(new_id(), "x"), Claim(new_id(), "x")

    assert store.claim("key", first) is None
    assert store.claim("key", second) == first
    store.release("key")
    assert store.claim("key", second) is None
    store.put(ReviewRecord(second.id, "a.docx"))
    store.delete(second.id)
    assert store.claim("key", first) is None


def test_a_folder_keeps_its_reviews_when_the_process_ends(tmp_path: Path) -> None:
    record = ReviewRecord(new_id(), "a.docx", "done")
    FolderStore(tmp_path / "new").put(record)

    assert list(FolderStore(tmp_path / "new").page(9)) == [record]


def test_a_key_whose_review_never_came_to_be_is_free_after_a_restart(tmp_path: Path) -> None:
    FolderStore(tmp_path).claim("key", Claim(new_id(), "x"))

    assert FolderStore(tmp_path).claim("key", Claim(new_id(), "x")) is None


def test_only_its_owner_can_look_into_the_folder(tmp_path: Path) -> None:
    FolderStore(tmp_path / "new")

    assert (tmp_path / "new").stat().st_mode & 0o077 == 0


def test_a_damaged_record_counts_as_none(tmp_path: Path) -> None:
    store, record = FolderStore(tmp_path), ReviewRecord(new_id(), "a.docx")
    store.put(record)
    (tmp_path / "reviews" / record.id / "record.json").write_bytes(b'{"id":')

    assert store.get(record.id) is None
    assert list(store.page(9)) == []


def test_in_memory_the_oldest_finished_reviews_make_room() -> None:
    store = MemoryStore(most=2)
    store.put(ReviewRecord(id_at(0), "running.docx", "running"))
    for n in range(1, 5):
        store.put(ReviewRecord(id_at(n), f"{n}.docx", "done"))

    assert [record.name for record in store.page(9)] == ["4.docx", "3.docx", "running.docx"]


def test_ids_cant_be_told_from_one_another_and_are_ids() -> None:
    assert is_id(new_id())
    assert new_id() != new_id()
