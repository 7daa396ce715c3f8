"""/v1/word/reviews: for an add-in that has the paragraphs and no file. Nothing is kept; the answer is the review."""

from __future__ import annotations

import asyncio
from typing import Any, Literal

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field
from typing_extensions import TypedDict

from app.api.context import Context, Here
from app.api.wire import PROBLEMS
from app.api.word_places import PlaceOut, SentParagraph, WordEditOut, WordPlaces, document_of, placed
from app.documents import limits
from app.domain.document import Document
from app.jobs.model import review_of
from app.jobs.work import check_request
from app.report.json import as_json
from app.report.wire import EngineOut, FindingOut, GapOut, ObservationOut, PlaybookOut, RedlineOut
from app.review.pipeline import Request as ReviewRequest
from app.settings import ModelSettings

router = APIRouter(prefix="/v1/word", tags=["word"], responses=PROBLEMS)

# A paragraph past this is a whole document pasted into one.
_LONGEST_PARAGRAPH = 1_000_000


class ParagraphIn(BaseModel):
    """A paragraph as Word's `paragraph.text` gives it, with what its list shows and its outline level if they are known."""

    model_config = ConfigDict(extra="forbid")

    text: str = Field(max_length=_LONGEST_PARAGRAPH)
    number: str | None = Field(None, max_length=40, description="The number that its list shows.", examples=["7.1"])
    heading: int | None = Field(None, ge=1, le=9, description="Its outline level.")


class WordReviewIn(BaseModel):
    """The paragraphs of a document's body in order, and what to review it by."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{
        "paragraphs": [
            {"text": "This Agreement is between Acme Hosting Ltd (\"Vendor\") and Bellflower Inc (\"Customer\")."},
            {"text": "This Agreement renews for further terms of 24 months unless notice is given 90 days before.", "number": "2.1"},
        ],
        "playbook": "saas-customer",
        "facts": {"annual_fees": "30240"},
    }]})  # fmt: skip

    paragraphs: list[ParagraphIn] = Field(min_length=1, max_length=limits.MAX_PARAGRAPHS)
    name: str = Field("document.docx", max_length=255)
    playbook: str | None = None
    side: Literal["customer", "vendor"] = "customer"
    facts: dict[str, str] = Field(default_factory=dict)
    model: str | None = None


class WordRedlineOut(RedlineOut):
    """A redline whose edits are in Word's terms, in the order in which to make them."""

    edits: list[WordEditOut]  # type: ignore[misc]  # the same field in other coordinates


class WordFindingOut(FindingOut):
    places: list[PlaceOut]
    redline: WordRedlineOut | None  # type: ignore[misc]  # the same field in other coordinates


class WordObservationOut(ObservationOut):
    places: list[PlaceOut]


class WordReviewOut(TypedDict):
    """A review in places: each finding says in which paragraphs it stands, in UTF-16 code units, with a hash of each paragraph."""

    playbook: PlaybookOut
    engine: EngineOut
    findings: list[WordFindingOut]
    observations: list[WordObservationOut]
    gaps: list[GapOut]


@router.post("/reviews", response_model=None, responses={200: {"model": WordReviewOut}})
async def review_paragraphs(here: Here, asked: WordReviewIn) -> dict[str, Any]:
    """Review the paragraphs of an open document."""
    sent = [SentParagraph(each.text, each.number, each.heading) for each in asked.paragraphs]
    wanted = ReviewRequest(asked.playbook or None, asked.side, asked.facts)
    model = here.settings.model_for(asked.model or None)
    async with here.reviewing:
        await asyncio.to_thread(check_request, wanted)
        document = document_of(asked.name, sent)
        return await asyncio.to_thread(_reviewed, here, document, sent, wanted, model)


def _reviewed(
    here: Context, document: Document, sent: list[SentParagraph], wanted: ReviewRequest, model: ModelSettings | None
) -> dict[str, Any]:
    report = as_json(review_of(document, wanted, model, here.settings.data_dir))
    places = WordPlaces(document, sent)
    return {
        "playbook": report["playbook"],
        "engine": report["engine"],
        "findings": [placed(finding, places) for finding in report["findings"]],
        "observations": [placed(observation, places) for observation in report["observations"]],
        "gaps": report["gaps"],
    }
