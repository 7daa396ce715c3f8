"""/healthz (the process lives), /readyz (it can take work), /metrics (counts)."""

from __future__ import annotations

from fastapi import APIRouter, Response

from app.api import counts
from app.api.context import Here

router = APIRouter(tags=["health"])


@router.get("/healthz")
def healthz() -> dict[str, str]:
    """The process lives."""
    return {"status": "ok"}


@router.get("/readyz")
def readyz(here: Here) -> dict[str, object]:
    """The store answers; whether a model is configured."""
    here.store.page(1)
    return {"status": "ready", "model": here.settings.model is not None}


@router.get("/metrics", response_class=Response, responses={200: {"content": {"text/plain": {}}}})
def metrics(here: Here) -> Response:
    """Counts in Prometheus' text format."""
    return Response(here.counts.render(here.jobs.unfinished), media_type=counts.MEDIA_TYPE)
