"""What stands before the routes: who may come in, how much they may send, and what an answer always says.

Without a key the service is the local user's alone: it answers only callers on this machine who call it by a loopback name, and no
web page of another origin (DNS rebinding would otherwise let any page that the user visits read contracts). With a key, every
request under /v1 carries it.
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable, Iterator
from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.api.problems import answer
from app.documents import limits
from app.errors import place_of
from app.jobs.problem import defect, problem
from app.settings import Settings

# A file's form has a few hundred bytes of fields beside it; facts can make it some thousands.
_FORM_BYTES = 1024 * 1024
_OTHER_BYTES = 64 * 1024
_ALWAYS = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "X-Frame-Options": "DENY"}

_log = logging.getLogger(__name__)


class Guard:
    """The outermost layer. `seen` is told the status of every answer, for counting."""

    def __init__(self, app: ASGIApp, settings: Settings, seen: Callable[[str, int], None]) -> None:
        self._app, self._key, self._seen = app, settings.api_key, seen

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        status = 0

        async def told(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                _add_headers(message, scope["path"])
            await send(message)

        try:
            await self._admit(scope, receive, told)
        except Exception as error:
            _log.error("%s failed: %s", scope["method"], place_of(error))
            if status:  # half an answer is out: the connection has to break, so that nobody takes it for a whole one
                raise RuntimeError("an answer broke off") from None
            await answer(defect())(scope, receive, told)
        finally:
            self._seen(scope["method"], status)

    async def _admit(self, scope: Scope, receive: Receive, send: Send) -> None:
        refusal = self._refusal(scope)
        if refusal is not None:
            headers = {"WWW-Authenticate": "Bearer"} if refusal["status"] == 401 else None
            await answer(refusal, headers)(scope, receive, send)
            return
        limit = _limit(scope["path"])
        length = Headers(scope=scope).get("content-length", "")
        if length.isdigit() and int(length) > limit:
            await answer(_too_long(limit))(scope, receive, send)
            return
        await self._app(scope, _counted(receive, limit), send)

    def _refusal(self, scope: Scope) -> dict[str, object] | None:
        """The problem with who is asking; None if they may."""
        headers = Headers(scope=scope)
        if self._key is None:
            return _not_local(scope, headers)
        if not scope["path"].startswith("/v1/"):
            return None
        scheme, _, key = headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer" and secrets.compare_digest(key.strip().encode(), self._key.encode()):
            return None
        return problem("unauthorized", 401, "the key is missing or wrong; send it as Authorization: Bearer KEY")


def is_loopback(host: str) -> bool:
    """Whether a host, as a name or an address, is this machine and can't be reached from another."""
    if host.lower().rstrip(".") == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _not_local(scope: Scope, headers: Headers) -> dict[str, object] | None:
    remedy = "set COUNTERCLAUSE_API_KEY to serve anybody but this machine"
    client = scope.get("client")
    if client is not None and not is_loopback(client[0]):
        return problem("forbidden", 403, f"without a key only this machine is served; {remedy}")
    if not is_loopback(_host_of(f"//{headers.get('host', '')}")):
        return problem("forbidden", 403, f"the Host header isn't a loopback name; {remedy}")
    origin = headers.get("origin")
    if origin is not None and urlsplit(origin).netloc.lower() != headers.get("host", "").lower():
        return problem("forbidden", 403, f"web pages of another origin aren't served; {remedy}")
    return None


def _host_of(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _limit(path: str) -> int:
    """The longest body that a route takes, in bytes."""
    if path.rstrip("/") == "/v1/reviews":
        return limits.MAX_FILE_BYTES + _FORM_BYTES
    return limits.MAX_TEXT_BYTES if path.startswith("/v1/word/") else _OTHER_BYTES


def _counted(receive: Receive, limit: int) -> Receive:
    """The body, until it grows past the limit: its length may not have been told, or not truly."""
    taken = 0

    async def counted() -> Message:
        nonlocal taken
        message = await receive()
        if message["type"] == "http.request":
            taken += len(message.get("body", b""))
            if taken > limit:
                raise HTTPException(413, _too_long_line(limit))
        return message

    return counted


def _too_long(limit: int) -> dict[str, object]:
    return problem("too large", 413, _too_long_line(limit))


def _too_long_line(limit: int) -> str:
    size = f"{limit // 1024**2} MB" if limit >= 1024**2 else f"{limit // 1024} kB"
    return f"the request is longer than {size}; send the contract without pictures and attachments"


def _add_headers(message: Message, path: str) -> None:
    headers = MutableHeaders(scope=message)
    for name, value in _headers(path):
        headers.setdefault(name, value)


def _headers(path: str) -> Iterator[tuple[str, str]]:
    yield from _ALWAYS.items()
    if path.startswith("/v1/"):
        yield "Cache-Control", "no-store"
