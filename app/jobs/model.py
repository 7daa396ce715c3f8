"""A review with the configured model, or by rules alone: made the same way for the command line and the service."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.document import Document
from app.domain.report import Review
from app.review.pipeline import Request, review, review_async
from app.settings import ModelSettings

if TYPE_CHECKING:
    from app.llm.client import ModelClient


def model_client(model: ModelSettings, data_dir: Path | None = None) -> ModelClient:
    """A client for the model; nothing is asked of the endpoint yet.

    With a data folder, answers are kept in its ledger, so that none is paid twice.
    """
    from app.llm.client import ModelClient
    from app.llm.ledger import FolderLedger

    ledger = None if data_dir is None else FolderLedger(data_dir / "ledger")
    return ModelClient(model.name, key=model.key, base_url=model.base_url, ledger=ledger)


def review_of(document: Document, request: Request, model: ModelSettings | None, data_dir: Path | None = None) -> Review:
    """Review a document; blocks until it is done. Raises InputError and, for a key or model that is refused, ModelRefused."""
    if model is None:
        return review(document, request)
    return asyncio.run(_with_model(document, request, model_client(model, data_dir)))


def without_answers(found: Review) -> str | None:
    """Why a review with a model rests on rules alone: it read nothing and calls failed. None when that isn't so."""
    if found.engine.model is None:
        return None
    from app.llm.reader import STAGE

    reasons = [gap.reason for gap in found.gaps if gap.stage == STAGE]
    return reasons[0] if reasons and not any(reading.reader == "model" for reading in found.readings) else None


async def _with_model(document: Document, request: Request, client: ModelClient) -> Review:
    async with client:
        return await review_async(document, request, model=client)
