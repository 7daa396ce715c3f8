"""Who reads in a run: the rules alone, the rules with a live model, or the rules with answers that were recorded.

Recorded answers are those of a strong reader who was given each prompt and nothing else; `recordings/recordings.json` says which cases
they cover, when they were given, and the hashes of the prompts that they answer. A prompt that has changed since finds no answer: the
calls without one are gaps in the review, and the run says how many.
"""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from pathlib import Path

from app.domain.document import Document
from app.domain.report import Review
from app.review.pipeline import Request, review, review_async
from app.settings import Settings
from evals.runs import ReviewOf

RECORDINGS = Path(__file__).with_name("recordings")
RECORDED_MODEL = "strong-reader"  # what the recordings call who gave them; no model's name


@dataclass(frozen=True)
class Reader:
    """What a run calls a reader, how it reviews, and the cases that it can read (None: all)."""

    name: str
    review_of: ReviewOf
    cases: tuple[str, ...] | None = None


def by_rules() -> Reader:
    return Reader("rules", review)


def by_live_model(name: str, settings: Settings, ledger: Path | None = None) -> Reader:
    """The rules and a model, built as the command line builds it. Answers are kept under `ledger`, if given, for replaying them."""
    from app.llm.client import ModelClient
    from app.llm.ledger import FolderLedger

    model = settings.model_for(name)
    assert model is not None

    async def reviewed(document: Document, request: Request) -> Review:
        kept = FolderLedger(ledger) if ledger is not None else None
        async with ModelClient(model.name, key=model.key, base_url=model.base_url, ledger=kept) as client:
            return await review_async(document, request, model=client)

    return Reader(f"rules and {name}", lambda document, request: asyncio.run(reviewed(document, request)))


def by_recordings(folder: Path = RECORDINGS) -> Reader:
    """The rules and the recorded answers of a folder; nothing is asked of any endpoint."""
    from app.llm.client import ModelClient
    from app.llm.ledger import FolderLedger

    about = folder / "recordings.json"
    cases = tuple(json.loads(about.read_text(encoding="utf-8"))["cases"]) if about.is_file() else None

    async def reviewed(document: Document, request: Request) -> Review:
        async with ModelClient(RECORDED_MODEL, ledger=FolderLedger(folder / "answers"), replay_only=True) as client:
            return await review_async(document, request, model=client)

    return Reader("rules and recorded answers", lambda document, request: asyncio.run(reviewed(document, request)), cases)
