"""A service to talk to in a test: the real application, called in this process without a socket."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from httpx import ASGITransport, AsyncClient

from app.main import create_app
from app.settings import Settings

T = TypeVar("T")

CONTRACT = (
    'MASTER SERVICES AGREEMENT\nThis Agreement is between Acme Hosting Ltd ("Vendor") and Bellflower Inc ("Customer").\n'
    "1. Term\nThis Agreement renews automatically for successive terms of 24 months unless 90 days' notice is given.\n"
    "2. Law\nThis Agreement is governed by the laws of England.\n"
)
FILE = ("msa.txt", CONTRACT.encode(), "text/plain")
LOCAL = "http://127.0.0.1:8000"


def talk(
    talk: Callable[[AsyncClient], Awaitable[T]],
    settings: Settings | None = None,
    *,
    base_url: str = LOCAL,
    peer: tuple[str, int] = ("127.0.0.1", 5000),
) -> T:
    """Start the service, let a client talk to it, stop it; what the client returns."""

    async def run() -> T:
        app = create_app(settings or Settings())
        async with app.router.lifespan_context(app), AsyncClient(transport=ASGITransport(app, client=peer), base_url=base_url) as client:
            return await talk(client)

    return asyncio.run(run())
