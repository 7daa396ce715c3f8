"""Reviews kept in a folder, so that they outlive the service: one folder for each, readable by its owner alone.

reviews/ID/record.json   the record
reviews/ID/NAME          a file of the review
claims/HASH.json         an idempotency key (hashed, for it may be any text) and the review that it made
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from app.store.files import write_all, write_file
from app.store.reviews import Claim, ReviewRecord, is_id

_RECORD = "record.json"


class FolderStore:
    """Reviews in a folder. One process writes to it; a record is replaced whole, so that a crash leaves the old one or the new."""

    def __init__(self, folder: Path) -> None:
        self._reviews, self._claims = folder / "reviews", folder / "claims"
        for each in (folder, self._reviews, self._claims):
            each.mkdir(mode=0o700, parents=True, exist_ok=True)
        for path in self._claims.iterdir():  # a crash may have left a key whose review never came to be
            claim = _read_claim(path)
            if claim is None or self.get(claim.id) is None:
                path.unlink(missing_ok=True)

    def put(self, record: ReviewRecord) -> None:
        folder = self._reviews / _checked(record.id)
        folder.mkdir(mode=0o700, exist_ok=True)
        write_file(folder / _RECORD, _record_json(record))

    def get(self, id: str) -> ReviewRecord | None:
        return _read_record(self._reviews / id) if is_id(id) else None

    def page(self, limit: int, before: str | None = None) -> Sequence[ReviewRecord]:
        ids = sorted((name for name in os.listdir(self._reviews) if is_id(name) and (before is None or name < before)), reverse=True)
        return [record for id in ids[:limit] if (record := self.get(id)) is not None]

    def delete(self, id: str) -> bool:
        if self.get(id) is None:
            return False
        (self._reviews / id / _RECORD).unlink(missing_ok=True)  # first, so that what is left of a crash isn't a review
        shutil.rmtree(self._reviews / id, ignore_errors=True)
        for path in self._claims.iterdir():
            claim = _read_claim(path)
            if claim is not None and claim.id == id:
                path.unlink(missing_ok=True)
        return True

    def write(self, id: str, files: Mapping[str, bytes]) -> None:
        folder = self._reviews / _checked(id)
        if (folder / _RECORD).exists():
            write_all({folder / _plain_name(name): contents for name, contents in files.items()})

    def read(self, id: str, name: str) -> bytes | None:
        if not is_id(id):
            return None
        try:
            return (self._reviews / id / _plain_name(name)).read_bytes()
        except FileNotFoundError:
            return None

    def claim(self, key: str, claim: Claim) -> Claim | None:
        path = self._claim_path(key)
        try:
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            held = _read_claim(path)
            if held is not None:
                return held
            write_file(path, _claim_json(claim))  # damaged by a crash while it was made: nobody holds it
            return None
        with os.fdopen(handle, "wb") as file:
            file.write(_claim_json(claim))
        return None

    def release(self, key: str) -> None:
        self._claim_path(key).unlink(missing_ok=True)

    def _claim_path(self, key: str) -> Path:
        return self._claims / f"{hashlib.sha256(key.encode()).hexdigest()}.json"


def _checked(id: str) -> str:
    if not is_id(id):
        raise ValueError("not an id of a review")
    return id


def _plain_name(name: str) -> str:
    if name != os.path.basename(name) or name.startswith("."):
        raise ValueError("not a plain file name")
    return name


def _record_json(record: ReviewRecord) -> bytes:
    return json.dumps(
        {
            "id": record.id,
            "name": record.name,
            "status": record.status,
            "created": record.created.isoformat(),
            "finished": record.finished.isoformat() if record.finished else None,
            "problem": dict(record.problem) if record.problem else None,
        }
    ).encode()


def _read_record(folder: Path) -> ReviewRecord | None:
    """The record in a folder; None where there is none that can be read."""
    try:
        told = json.loads((folder / _RECORD).read_bytes())
        finished = told["finished"]
        return ReviewRecord(
            id=told["id"],
            name=told["name"],
            status=told["status"],
            created=datetime.fromisoformat(told["created"]),
            finished=datetime.fromisoformat(finished) if finished else None,
            problem=told["problem"],
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _claim_json(claim: Claim) -> bytes:
    return json.dumps({"id": claim.id, "fingerprint": claim.fingerprint}).encode()


def _read_claim(path: Path) -> Claim | None:
    try:
        told = json.loads(path.read_bytes())
        return Claim(str(told["id"]), str(told["fingerprint"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None
