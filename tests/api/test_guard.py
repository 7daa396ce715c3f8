"""Who may come in, and how much they may send."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from httpx import AsyncClient, Response

from app.api.guard import is_loopback
from app.settings import Settings
from tests.api.serving import FILE, talk

KEYED = Settings(api_key="a-long-enough-key")


async def listed(client: AsyncClient) -> Response:
    return await client.get("/v1/reviews")


@pytest.mark.parametrize("base_url", ["http://127.0.0.1:8000", "http://localhost", "http://[::1]:9", "http://LOCALHOST:1"])
def test_without_a_key_this_machine_is_served(base_url: str) -> None:
    assert talk(listed, base_url=base_url).status_code == 200


@pytest.mark.parametrize(
    "base_url", ["http://evil.example", "http://127.0.0.1.evil.example", "http://192.168.0.5", "http://localhost.evil.example"]
)
def test_without_a_key_another_host_name_is_refused(base_url: str) -> None:
    answer = talk(listed, base_url=base_url)

    assert (answer.status_code, answer.headers["content-type"]) == (403, "application/problem+json")


def test_without_a_key_a_caller_from_elsewhere_is_refused() -> None:
    assert talk(listed, peer=("192.168.0.5", 4000)).status_code == 403


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://127.0.0.1:9999", "https://127.0.0.1:8000.evil.example"])
def test_without_a_key_a_web_page_of_another_origin_is_refused(origin: str) -> None:
    async def said(client: AsyncClient) -> Response:
        return await client.post("/v1/reviews", files={"file": FILE}, headers={"Origin": origin})

    assert talk(said).status_code == 403


def test_without_a_key_a_page_of_the_service_itself_is_served() -> None:
    async def said(client: AsyncClient) -> Response:
        return await client.get("/v1/reviews", headers={"Origin": "http://127.0.0.1:8000"})

    assert talk(said).status_code == 200


@pytest.mark.parametrize("authorization", [None, "Bearer wrong", "Basic a-long-enough-key", "a-long-enough-key", "Bearer", "Bearer ä"])
def test_with_a_key_a_missing_or_wrong_one_is_401(authorization: str | None) -> None:
    async def said(client: AsyncClient) -> Response:
        headers = [] if authorization is None else [(b"Authorization", authorization.encode("latin-1"))]
        return await client.get("/v1/reviews", headers=headers)

    answer = talk(said, KEYED)

    assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")


@pytest.mark.parametrize("path", ["/v1/reviews", "/v1/reviews/x", "/v1/word/reviews", "/v1/playbooks", "/v1//reviews", "/v1/nothing"])
def test_with_a_key_everything_under_v1_needs_it(path: str) -> None:
    async def said(client: AsyncClient) -> Response:
        return await client.get(path)

    assert talk(said, KEYED).status_code == 401


def test_with_a_key_the_right_one_is_served_from_anywhere() -> None:
    async def said(client: AsyncClient) -> Response:
        return await client.get("/v1/reviews", headers={"Authorization": "bearer a-long-enough-key"})

    assert talk(said, KEYED, base_url="https://contracts.example", peer=("192.168.0.5", 4000)).status_code == 200


@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/metrics", "/docs", "/openapi.json"])
def test_with_a_key_health_and_documentation_stay_open(path: str) -> None:
    async def said(client: AsyncClient) -> Response:
        return await client.get(path)

    assert talk(said, KEYED).status_code == 200


def test_a_body_that_says_it_is_too_long_is_refused_unread() -> None:
    read: list[int] = []

    async def never() -> AsyncIterator[bytes]:
        read.append(1)
        yield b" "

    async def said(client: AsyncClient) -> Response:
        headers = {"Content-Length": str(200 * 1024**2), "Content-Type": "multipart/form-data; boundary=x"}
        return await client.post("/v1/reviews", content=never(), headers=headers)

    answer = talk(said)

    assert (answer.status_code, answer.headers["content-type"], read) == (413, "application/problem+json", [])


def test_a_body_that_grows_too_long_is_refused_when_it_does() -> None:
    async def endless() -> AsyncIterator[bytes]:
        for _ in range(1000):
            yield b" " * 1024

    async def said(client: AsyncClient) -> Response:
        return await client.post("/v1/reviews/x/cancel", content=endless(), headers={"Content-Type": "application/json"})

    async def sent_to_word(client: AsyncClient) -> Response:
        async def more() -> AsyncIterator[bytes]:
            for _ in range(30):
                yield b" " * 1024**2

        return await client.post("/v1/word/reviews", content=more(), headers={"Content-Type": "application/json"})

    assert talk(said).status_code in (404, 413)
    assert talk(sent_to_word).status_code == 413


def test_every_answer_says_how_it_may_be_used() -> None:
    answer = talk(listed)

    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    ("host", "answer"),
    [
        ("127.0.0.1", True), ("127.8.8.8", True), ("::1", True), ("[::1]", True), ("localhost", True),
        ("0.0.0.0", False), ("::", False), ("10.0.0.1", False), ("example.com", False), ("", False), ("127.0.0.1.nip.io", False),
    ],
)  # fmt: skip
def test_only_loopback_names_are_this_machine(host: str, answer: bool) -> None:
    assert is_loopback(host) is answer
