"""What the routes work with, built once when the service starts and handed to them."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request

from app.api.counts import Counts
from app.jobs.queue import EmbeddedJobs
from app.settings import Settings
from app.store.reviews import ReviewStore


@dataclass(frozen=True)
class Context:
    """`reading` bounds how many files are read at a time, for each may take hundreds of megabytes while it is.

    `reviewing` bounds the reviews that are done within a request; they don't wait in the queue.
    """

    settings: Settings
    store: ReviewStore
    jobs: EmbeddedJobs
    counts: Counts
    reading: asyncio.Semaphore
    reviewing: asyncio.Semaphore


def context_of(request: Request) -> Context:
    context = request.app.state.context
    assert isinstance(context, Context)
    return context


Here = Annotated[Context, Depends(context_of)]
