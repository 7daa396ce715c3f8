"""What the environment says, read once by whoever starts the program and passed on from there. Nothing reads it at import.

OPENAI_API_KEY              the key of the model's endpoint
OPENAI_BASE_URL             its address, when it isn't OpenAI's own; any server with `/chat/completions` will do
COUNTERCLAUSE_MODEL         the model's name; unset: rules alone
COUNTERCLAUSE_AUTHOR        who the tracked changes and comments are by
COUNTERCLAUSE_API_KEY       the key that HTTP callers send as `Authorization: Bearer`; unset: loopback only
COUNTERCLAUSE_DATA_DIR      where the service keeps reviews; unset: in memory, gone when it stops
COUNTERCLAUSE_WORKERS       reviews that the service runs at a time
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from app.errors import UsageError

AUTHOR = "Counterclause"
# A review by rules is one core's work for a second; two keep a small machine busy and leave the service answering.
WORKERS = 2
MOST_WORKERS = 64
# Shorter keys can be tried out.
SHORTEST_KEY = 8


@dataclass(frozen=True)
class ModelSettings:
    """An endpoint and a model there. `key` is None for a local server that asks for none."""

    name: str
    key: str | None = field(repr=False)
    base_url: str | None


@dataclass(frozen=True)
class Settings:
    """All of it, with defaults. Keys are kept out of `repr`, so that no log holds them."""

    model: str | None = None
    openai_key: str | None = field(default=None, repr=False)
    openai_base_url: str | None = None
    author: str = AUTHOR
    api_key: str | None = field(default=None, repr=False)
    data_dir: Path | None = None
    workers: int = WORKERS

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> Settings:
        """The settings of this process. An empty variable counts as unset. Raises UsageError for a value that makes no sense."""
        told = {name: value.strip() for name, value in (os.environ if environment is None else environment).items() if value.strip()}
        data_dir = told.get("COUNTERCLAUSE_DATA_DIR")
        return cls(
            model=told.get("COUNTERCLAUSE_MODEL"),
            openai_key=told.get("OPENAI_API_KEY"),
            openai_base_url=told.get("OPENAI_BASE_URL"),
            author=told.get("COUNTERCLAUSE_AUTHOR", AUTHOR),
            api_key=_key(told.get("COUNTERCLAUSE_API_KEY")),
            data_dir=Path(data_dir) if data_dir else None,
            workers=_workers(told.get("COUNTERCLAUSE_WORKERS")),
        )

    def model_for(self, wanted: str | None) -> ModelSettings | None:
        """The model that a review shall use: the one wanted, else the configured one; None for "none", or when there is none.

        Raises UsageError if one is named and no endpoint is known to ask for it.
        """
        name = self.model if wanted is None else wanted.strip()
        if name is None or name.lower() == "none":
            return None
        if not name or not name.isprintable() or len(name) > 200:
            raise UsageError("model", "its name is empty or no name", "write the name that the endpoint knows, or none")
        if self.openai_key is None and self.openai_base_url is None:
            raise UsageError(f"model {name}", "no endpoint is configured", "set OPENAI_API_KEY or OPENAI_BASE_URL, or use --model none")
        return ModelSettings(name, self.openai_key, self.openai_base_url)


def _key(text: str | None) -> str | None:
    if text is not None and len(text) < SHORTEST_KEY:
        raise UsageError("COUNTERCLAUSE_API_KEY", f"it has fewer than {SHORTEST_KEY} characters", "take a longer, random one")
    return text


def _workers(text: str | None) -> int:
    if text is None:
        return WORKERS
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= MOST_WORKERS:
        raise UsageError("COUNTERCLAUSE_WORKERS", "it isn't such a number", f"write a whole number from 1 to {MOST_WORKERS}")
    return int(text)
