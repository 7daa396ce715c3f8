"""Answers kept under the hash of what was asked, so that no call is paid twice; also the form in which answers are recorded for evals.

An entry is one JSON file, `<key>.json`, written whole before its answer is used. The key is the SHA-256 of model, parameters, messages and
schema. The file holds what the model said and which prompt it was asked, not the contract that the prompt held; an answer quotes
the contract, so a ledger is as confidential as the contracts and belongs to one workspace.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Protocol

from app.llm.prompts import RenderedPrompt

_KEY_LENGTH = 64


@dataclass(frozen=True)
class Entry:
    """What was said, to which prompt, by which model, and the tokens that it took."""

    key: str
    model: str
    prompt: str
    prompt_sha256: str
    answer: str
    prompt_tokens: int = 0
    cached_tokens: int = 0
    completion_tokens: int = 0


class Ledger(Protocol):
    """Where answers are kept. `get` is called from an event loop and must be quick, `put` from any thread."""

    def get(self, key: str) -> Entry | None:
        """The entry of this key; None if there is none that can be read."""

    def put(self, entry: Entry) -> None:
        """Keep an entry; when this returns it survives a crash."""


def ledger_key(model: str, parameters: Mapping[str, object], prompt: RenderedPrompt) -> str:
    """The hash under which the answer to a prompt is kept. The address of the endpoint is no part of it."""
    asked = {"model": model, "parameters": dict(parameters), "messages": prompt.messages, "schema": prompt.schema}
    return hashlib.sha256(json.dumps(asked, sort_keys=True, ensure_ascii=False).encode("utf-8", "surrogatepass")).hexdigest()


class FolderLedger:
    """A ledger in a folder, which is made when the first entry is kept."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, key: str) -> Entry | None:
        """As `Ledger.get`. A file that is damaged counts as absent and is written anew."""
        try:
            told = json.loads(self._path(key).read_text(encoding="utf-8"))
            entry = Entry(**told)
        except (OSError, ValueError, TypeError, RecursionError):
            return None
        return entry if entry.key == key and isinstance(entry.answer, str) else None

    def put(self, entry: Entry) -> None:
        """As `Ledger.put`: written beside its place, flushed to the disk, then moved there. Raises OSError if that fails."""
        self._folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=self._folder, prefix=".", suffix=".new")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump(asdict(entry), file, ensure_ascii=False, indent=1)
                file.flush()
                os.fsync(file.fileno())
            os.replace(name, self._path(entry.key))
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise

    def _path(self, key: str) -> Path:
        if len(key) != _KEY_LENGTH or not key.isalnum():
            raise ValueError("a ledger key is a SHA-256 in hexadecimal")
        return self._folder / f"{key}.json"
