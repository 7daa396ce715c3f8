"""/v1/reviews: send a contract, fetch what was found.

What would be exit 2 on the command line is refused by the POST itself; after that only the model's endpoint or a defect of ours can
make a review fail.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
from collections.abc import Sequence
from typing import Annotated, Any, Literal
from urllib.parse import quote

from fastapi import APIRouter, File, Form, Header, Query, Request, Response, UploadFile
from fastapi.responses import JSONResponse

from app.api.context import Context, Here
from app.api.problems import answer
from app.api.wire import EXAMPLE_QUEUED, PROBLEMS, ReviewOut, ReviewsOut, review_out
from app.documents.load import read_document
from app.errors import Conflict, NotFound, UsageError
from app.jobs.requests import split_facts
from app.jobs.work import HTML, NO_REDLINE, REDLINE, REPORT, TEXT, Order, check_request
from app.report.wire import ReportOut
from app.review.pipeline import Request as ReviewRequest
from app.store.reviews import FINISHED, Claim, ReviewRecord, new_id

LONGEST_WAIT = 300
_LONGEST_KEY = 255
_FIELDS = frozenset(("file", "playbook", "side", "facts", "model"))
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
# The page forbids itself everything by a policy of its own; these two can only be said in a header.
_PAGE_POLICY = "frame-ancestors 'none'; sandbox"

router = APIRouter(prefix="/v1/reviews", tags=["reviews"], responses=PROBLEMS)


@router.post("", response_model=None, responses={
    200: {"model": ReviewOut, "description": "Done within `wait` seconds: the report is in it."},
    202: {"model": ReviewOut, "description": "Accepted: ask for it again at `links.self`.",
          "content": {"application/json": {"example": EXAMPLE_QUEUED}}},
})  # fmt: skip
async def create_review(
    request: Request,
    here: Here,
    file: Annotated[UploadFile, File(description="The contract: .docx, .pdf, .txt, .md or .html.")],
    playbook: Annotated[str | None, Form(description="A bundled playbook's id; without it the best-fitting one is chosen.")] = None,
    side: Annotated[Literal["customer", "vendor"], Form(description="Whose side we are on.")] = "customer",
    facts: Annotated[list[str] | None, Form(description="A fact of the deal as K=V, repeated.", examples=[["annual_fees=30240"]])] = None,
    model: Annotated[str | None, Form(description="The model to read with, or none for rules alone.")] = None,
    wait: Annotated[float, Query(ge=0, le=LONGEST_WAIT, description="Seconds to wait for the report.")] = 0,
    idempotency_key: Annotated[str | None, Header(max_length=_LONGEST_KEY, description="The same key makes one review.")] = None,
) -> Response:
    """Review a contract. The same request with the same `Idempotency-Key` answers with the same review."""
    unknown = sorted(set(await request.form()) - _FIELDS)
    if unknown:
        raise UsageError(f"field {unknown[0][:40]}", "there is no such field", f"use {', '.join(sorted(_FIELDS))}")
    wanted = ReviewRequest(playbook or None, side, split_facts([fact for fact in facts or () if fact]))
    data, name, id = await file.read(), file.filename or "", new_id()
    if idempotency_key is not None:
        claim = Claim(id, _fingerprint(name, data, wanted, model))
        held = await asyncio.to_thread(here.store.claim, idempotency_key, claim)
        if held is not None:
            return await _once_more(here, held, claim, wait)
    try:
        record = await _accept(here, name, data, wanted, model, id)
    except BaseException:
        if idempotency_key is not None:
            here.store.release(idempotency_key)
        raise
    return await _told(here, record, wait)


@router.get("", response_model=ReviewsOut)
def list_reviews(
    here: Here,
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
    before: Annotated[str | None, Query(description="The id of a review: those older than it.")] = None,
) -> dict[str, Any]:
    """The reviews, the newest first, without their reports."""
    records = here.store.page(limit, before)
    more = f"/v1/reviews?limit={limit}&before={records[-1].id}" if len(records) == limit else None
    return {"reviews": [review_out(record) for record in records], "next": more}


@router.get("/{id}", response_model=None, responses={200: {"model": ReviewOut}})
async def get_review(here: Here, id: str, wait: Annotated[float, Query(ge=0, le=LONGEST_WAIT)] = 0) -> Response:
    """A review, with its report once it is done."""
    return await _told(here, await here.jobs.wait(id, wait), 0, status=200)


@router.get("/{id}/report", response_model=None, responses={200: {"model": ReportOut}})
def get_report(here: Here, id: str) -> Response:
    """The report."""
    return Response(_file(here, id, REPORT), media_type="application/json")


@router.get("/{id}/report.html", response_model=None, responses={200: {"content": {"text/html": {}}}})
def get_page(here: Here, id: str) -> Response:
    """The report as one HTML page."""
    return Response(_file(here, id, HTML), media_type="text/html", headers={"Content-Security-Policy": _PAGE_POLICY})


@router.get("/{id}/text", response_model=None, responses={200: {"content": {"text/plain": {}}}})
def get_text(here: Here, id: str) -> Response:
    """The text that all spans count in."""
    return Response(_file(here, id, TEXT), media_type="text/plain; charset=utf-8")


@router.get("/{id}/redline.docx", response_model=None, responses={200: {"content": {_DOCX: {}}}})
def get_redline(here: Here, id: str) -> Response:
    """The contract with our tracked changes and comments."""
    record = _done(here, id)
    refused = here.store.read(id, NO_REDLINE)
    if refused is not None:
        return answer(json.loads(refused))
    stem = record.name.rpartition(".")[0] or record.name
    disposition = f"attachment; filename=\"redline.docx\"; filename*=UTF-8''{quote(f'{stem}_redline.docx', safe='')}"
    return Response(_file(here, id, REDLINE), media_type=_DOCX, headers={"Content-Disposition": disposition})


@router.post("/{id}/cancel", response_model=ReviewOut)
def cancel_review(here: Here, id: str) -> dict[str, Any]:
    """Stop a review that isn't finished."""
    return review_out(here.jobs.cancel(id))


@router.delete("/{id}", status_code=204)
def delete_review(here: Here, id: str) -> None:
    """Forget a review with all its files; one that isn't finished is cancelled first."""
    record = here.store.get(id)
    if record is not None and record.status not in FINISHED:
        here.jobs.cancel(id)
    if not here.store.delete(id):
        raise _unknown(id)


async def _accept(here: Context, name: str, data: bytes, wanted: ReviewRequest, model: str | None, id: str) -> ReviewRecord:
    """Check all that can be checked now, then take the review on."""
    chosen = here.settings.model_for(model or None)
    async with here.reading:
        await asyncio.to_thread(check_request, wanted)
        document = await asyncio.to_thread(read_document, name, data)
    return await asyncio.to_thread(here.jobs.submit, Order(document, data, wanted, chosen), id)


async def _once_more(here: Context, held: Claim, claim: Claim, wait: float) -> Response:
    """The answer to a request whose idempotency key is taken."""
    if held.fingerprint != claim.fingerprint:
        raise Conflict("Idempotency-Key", "it was sent with another request", "take a new key for each review")
    record = here.store.get(held.id)
    if record is None:
        raise Conflict("Idempotency-Key", "the first request with it is still being read", "send it again in a moment")
    return await _told(here, record, wait)


async def _told(here: Context, record: ReviewRecord, wait: float, status: int | None = None) -> Response:
    """A review as an answer: 200 once it is finished, 202 before, unless a status is given."""
    if record.status not in FINISHED and wait:
        record = await here.jobs.wait(record.id, wait)
    report = await asyncio.to_thread(here.store.read, record.id, REPORT) if record.status == "done" else None
    shown = review_out(record, None if report is None else json.loads(report))
    headers = {"Location": shown["links"]["self"]} if status is None else None
    return JSONResponse(shown, status or (200 if record.status in FINISHED else 202), headers)


def _file(here: Context, id: str, name: str) -> bytes:
    _done(here, id)
    contents = here.store.read(id, name)
    if contents is None:
        raise _unknown(id)
    return contents


def _done(here: Context, id: str) -> ReviewRecord:
    record = here.store.get(id)
    if record is None:
        raise _unknown(id)
    if record.status != "done":
        remedy = "ask again when it is done" if record.status not in FINISHED else "its `problem` says why"
        raise Conflict(f"review {record.id}", f"it has no files, for it is {record.status}", remedy)
    return record


def _unknown(id: str) -> NotFound:
    return NotFound(f"review {id[:40]}", "there is none of that id", "list them with GET /v1/reviews")


def _fingerprint(name: str, data: bytes, wanted: ReviewRequest, model: str | None) -> str:
    asked: Sequence[object] = (name, hashlib.sha256(data).hexdigest(), wanted.playbook, wanted.side, sorted(wanted.facts.items()), model)
    return hashlib.sha256(json.dumps(asked).encode()).hexdigest()
