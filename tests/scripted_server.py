"""An OpenAI-compatible endpoint on a real socket that answers, fails or hangs as a script tells it.

In a test:

    async with ScriptedServer(in_turn(busy(after=2), says(answer))) as server:
        client = ModelClient("scripted", base_url=server.base_url)

By hand, answering like a model that has nothing to say, and failing now and then:

    python -m tests.scripted_server --port 8766 --failing 0.3 --seed 1
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import re
import socket
import struct
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

EMPTY: dict[str, Any] = {"clauses": [], "observations": []}


@dataclass(frozen=True)
class Reply:
    """What goes back: a status and a body, or (`reset`) the connection's abrupt end, or (`hangs`) nothing at all."""

    status: int = 200
    body: bytes = b""
    headers: tuple[tuple[str, str], ...] = ()
    reset: bool = False
    hangs: bool = False


Script = Callable[[int, dict[str, Any]], Reply]


def in_turn(*replies: Reply) -> Script:
    """The first reply to the first request and so on; the last to all that follow."""
    return lambda number, request: replies[min(number, len(replies) - 1)]


def says(answer: object) -> Reply:
    """An answer, as JSON, or as it is if it is text."""
    return _completion(answer if isinstance(answer, str) else json.dumps(answer))


def declines() -> Reply:
    return _completion(None, refusal="I can't help with that.")


def cut_off() -> Reply:
    return _completion('{"clauses": [{"clause_ty', finish="length")


def filtered() -> Reply:
    return _completion("", finish="content_filter")


def not_json() -> Reply:
    return _completion("Here is what I found: a renewal clause.")


def off_schema() -> Reply:
    return _completion('{"clauses": "none"}')


def busy(after: str | None = None) -> Reply:
    return _error(429, "rate_limit_exceeded", (("Retry-After", after),) if after is not None else ())


def no_quota() -> Reply:
    return _error(429, "insufficient_quota")


def breaks_down(status: int = 500) -> Reply:
    return _error(status, "server_error")


def wrong_key() -> Reply:
    return _error(401, "invalid_api_key")


def unknown_model() -> Reply:
    return _error(404, "model_not_found")


def too_long() -> Reply:
    return _error(400, "context_length_exceeded")


def lacks(feature: str) -> Reply:
    return _error(400, "unsupported_parameter", message=f"'{feature}' is not supported with this model.", param=feature)


def echoes(request: dict[str, Any], status: int = 400) -> Reply:
    """An error whose message repeats what was sent, as some endpoints' do."""
    return _error(status, "bad_request", message=json.dumps(request["messages"]))


def resets() -> Reply:
    return Reply(reset=True)


def hangs() -> Reply:
    return Reply(hangs=True)


def not_an_api() -> Reply:
    return Reply(body=b"<html><body>It works!</body></html>")


def _completion(content: str | None, *, refusal: str | None = None, finish: str = "stop") -> Reply:
    message = {"role": "assistant", "content": content, "refusal": refusal}
    usage = {"prompt_tokens": 100, "completion_tokens": 10, "total_tokens": 110, "prompt_tokens_details": {"cached_tokens": 60}}
    choice = {"index": 0, "message": message, "finish_reason": finish}
    told = {"id": "c", "object": "chat.completion", "created": 0, "model": "scripted", "choices": [choice], "usage": usage}
    return Reply(body=json.dumps(told).encode())


def _error(status: int, code: str, headers: tuple[tuple[str, str], ...] = (), *, message: str = "no", param: str | None = None) -> Reply:
    told = {"error": {"message": message, "type": "error", "code": code, "param": param}}
    return Reply(status, json.dumps(told).encode(), headers)


@dataclass
class ScriptedServer:
    """Serves a script on a loopback port; `requests` holds the bodies that came in, in order."""

    script: Script
    port: int = 0
    requests: list[dict[str, Any]] = field(default_factory=list)
    most_at_once: int = 0
    _open: int = 0

    async def __aenter__(self) -> ScriptedServer:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]
        self._connections: set[asyncio.StreamWriter] = set()
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()
        for writer in tuple(self._connections):
            writer.transport.abort()
        await self._server.wait_closed()

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self.port}/v1"

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._connections.add(writer)
        try:
            while (request := await _read_request(reader)) is not None:
                number = len(self.requests)
                self.requests.append(request)
                self._open += 1
                self.most_at_once = max(self.most_at_once, self._open)
                try:
                    await asyncio.sleep(0)
                    if not await self._answer(writer, self.script(number, request)):
                        return
                finally:
                    self._open -= 1
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass  # the client, or the test, is done
        finally:
            self._connections.discard(writer)
            writer.close()

    async def _answer(self, writer: asyncio.StreamWriter, reply: Reply) -> bool:
        """Send a reply; False if the connection is over."""
        if reply.hangs:
            await asyncio.Event().wait()
        if reply.reset:
            linger = struct.pack("ii", 1, 0)  # closing now sends RST instead of FIN
            writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
            writer.transport.abort()
            return False
        headers = [("Content-Type", "application/json"), ("Content-Length", str(len(reply.body))), *reply.headers]
        head = f"HTTP/1.1 {reply.status} X\r\n" + "".join(f"{name}: {value}\r\n" for name, value in headers)
        writer.write(head.encode() + b"\r\n" + reply.body)
        await writer.drain()
        return True


async def _read_request(reader: asyncio.StreamReader) -> dict[str, Any] | None:
    head = await reader.readuntil(b"\r\n\r\n") if not reader.at_eof() else b""
    if not head:
        return None
    length = next((int(line.split(b":")[1]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")), 0)
    body: dict[str, Any] = json.loads(await reader.readexactly(length)) if length else {}
    return body


def idle(request: dict[str, Any]) -> Reply:
    """The answer of a model that has nothing to say: no clauses, or the clause as it was."""
    clause = re.search(r"<clause>\n(.*)\n</clause>", request["messages"][1]["content"], re.DOTALL)
    if clause is None:
        return says(EMPTY)
    return says({"paragraphs": [line.split("> ", 1)[1] for line in clause[1].splitlines()], "comment": "No change."})


def failing(share: float, seed: int) -> Script:
    """Idle answers, of which a share fails in one of eleven ways."""
    faults = [declines(), cut_off(), filtered(), not_json(), off_schema(), busy("0"), breaks_down(), breaks_down(503), resets(),
              too_long(), not_an_api()]  # fmt: skip
    dice = random.Random(seed)
    return lambda number, request: dice.choice(faults) if dice.random() < share else idle(request)


async def _main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--port", type=int, default=8766)
    parser.add_argument("--failing", type=float, default=0.0, help="share of the requests that fail")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    async with ScriptedServer(failing(options.failing, options.seed), options.port) as server:
        print(f"scripted endpoint at {server.base_url}", flush=True)  # noqa: T201 - started by hand
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(_main())
