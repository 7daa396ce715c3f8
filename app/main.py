"""The service: an ASGI application, and the server that runs it.

`create_app` builds it from settings; nothing is built or read when this module is imported. Another ASGI server can run it with
`uvicorn --factory app.main:create_app`.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from importlib.metadata import version

from fastapi import FastAPI

from app.api import docs, health, playbooks, problems, reviews, word
from app.api.context import Context
from app.api.counts import Counts
from app.api.guard import Guard, is_loopback
from app.errors import UsageError
from app.jobs.queue import EmbeddedJobs, mark_interrupted
from app.jobs.work import carry_out
from app.settings import Settings
from app.store.folder import FolderStore
from app.store.reviews import MemoryStore, ReviewStore

_ABOUT = (
    "Send a contract, get back the flagged risks, each with a verbatim quote, and a redlined Word file. "
    "Every span is half-open and counts Unicode code points of the document's text, which /text gives. "
    "Errors are problem details (RFC 9457)."
)
# A browser or a test that leaves a connection open must not hold up a stop.
_STOP_SECONDS = 10


def create_app(settings: Settings | None = None) -> FastAPI:
    """The application. Without settings it takes the environment's."""
    settings = Settings.from_environment() if settings is None else settings
    store: ReviewStore = MemoryStore() if settings.data_dir is None else FolderStore(settings.data_dir)
    counts = Counts()

    @asynccontextmanager
    async def life(app: FastAPI) -> AsyncIterator[None]:
        await asyncio.to_thread(mark_interrupted, store)
        jobs = EmbeddedJobs(store, partial(carry_out, settings=settings), settings.workers, counts.finished)
        app.state.context = Context(settings, store, jobs, counts, asyncio.Semaphore(settings.workers), asyncio.Semaphore(settings.workers))
        try:
            yield
        finally:
            await asyncio.to_thread(jobs.close)

    app = FastAPI(title="Counterclause", version=version("counterclause"), description=_ABOUT, lifespan=life, docs_url=None, redoc_url=None)
    for resource in (reviews, word, playbooks, health, docs):
        app.include_router(resource.router)
    problems.install(app)
    app.add_middleware(Guard, settings=settings, seen=counts.answered)
    return app


def serve(settings: Settings, *, host: str, port: int) -> None:
    """Serve until told to stop. Raises UsageError for an address that others can reach, when no key protects it."""
    if settings.api_key is None and not is_loopback(host):
        raise UsageError(f"host {host}", "others can reach it and no key is set", "set COUNTERCLAUSE_API_KEY, or listen at 127.0.0.1")
    import uvicorn

    uvicorn.run(create_app(settings), host=host, port=port, server_header=False, timeout_graceful_shutdown=_STOP_SECONDS)
