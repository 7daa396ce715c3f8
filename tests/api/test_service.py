"""The rest of the service: playbooks, health, metrics, documentation, and the whole over a real socket."""

from __future__ import annotations

import re
import threading
from typing import Any

import pytest
import uvicorn
from httpx import AsyncClient, Client, Response

from app.main import create_app
from app.settings import Settings
from tests.api.serving import FILE, talk


def get(path: str, settings: Settings | None = None) -> Response:
    async def said(client: AsyncClient) -> Response:
        return await client.get(path)

    return talk(said, settings)


def test_playbooks_are_listed_and_told() -> None:
    listed = get("/v1/playbooks").json()["playbooks"]
    book = get("/v1/playbooks/saas-customer").json()

    assert "saas-customer" in [each["id"] for each in listed]
    assert "renewal" in [position["id"] for position in book["positions"]]


@pytest.mark.parametrize("id", ["no-such", "..%2F..%2Fpyproject.toml", "%2Fetc%2Fpasswd"])
def test_a_playbook_that_isnt_bundled_is_404(id: str) -> None:
    assert get(f"/v1/playbooks/{id}").status_code == 404


def test_health_and_readiness_are_told() -> None:
    assert get("/healthz").json() == {"status": "ok"}
    assert get("/readyz").json() == {"status": "ready", "model": False}


def test_metrics_count_and_hold_nothing_of_a_contract() -> None:
    async def said(client: AsyncClient) -> str:
        await client.post("/v1/reviews", params={"wait": 60}, data={"playbook": "saas-customer"}, files={"file": FILE})
        await client.get("/v1/reviews/secret-path")
        return (await client.get("/metrics")).text

    metrics = talk(said)

    assert 'counterclause_reviews_total{status="done"} 1' in metrics
    assert 'counterclause_http_answers_total{method="GET",status="404"} 1' in metrics
    assert all(word not in metrics for word in ("Bellflower", "msa", "secret"))


@pytest.mark.parametrize(("path", "status"), [("/nothing", 404), ("/v1/reviews/x/nothing", 404)])
def test_what_isnt_there_is_a_problem_too(path: str, status: int) -> None:
    answer = get(path)

    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")


def test_a_method_that_isnt_there_is_a_problem_too() -> None:
    async def said(client: AsyncClient) -> Response:
        return await client.put("/v1/reviews")

    answer = talk(said)

    assert (answer.status_code, answer.headers["content-type"]) == (405, "application/problem+json")


def test_a_defect_in_a_route_is_a_problem_that_tells_nothing(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    def broken() -> None:
        raise ValueError("secret words")

    monkeypatch.setattr("app.api.playbooks.bundled_ids", broken)

    answer = get("/v1/playbooks")

    assert (answer.status_code, answer.json()["type"]) == (500, "urn:counterclause:problem:internal-error")
    assert "secret" not in answer.text + caplog.text


def test_the_documentation_loads_nothing_from_elsewhere() -> None:
    page = get("/docs")

    addresses = re.findall(r'(?:src|href)="([^"]+)"', page.text)
    assert addresses
    assert all(address.startswith("/") for address in addresses)
    assert all(get(address).status_code == 200 for address in addresses)
    assert "'self'" in page.headers["content-security-policy"]


def test_openapi_names_every_route_with_a_summary_and_problems() -> None:
    told: dict[str, Any] = get("/openapi.json").json()

    paths = set(told["paths"])
    assert {"/v1/reviews", "/v1/reviews/{id}/redline.docx", "/v1/word/reviews", "/v1/playbooks", "/healthz", "/metrics"} <= paths
    for path, methods in told["paths"].items():
        for operation in methods.values():
            assert operation["description"]
            assert not path.startswith("/v1") or "application/problem+json" in operation["responses"]["4XX"]["content"]
    names = re.findall(r'"#/components/schemas/(\w+)"', get("/openapi.json").text)
    assert set(names) <= set(told["components"]["schemas"])


def test_openapi_has_examples() -> None:
    told = get("/openapi.json").text

    assert "annual_fees=30240" in told
    assert "This Agreement renews for further terms" in told
    assert '"status":"queued"' in told


def test_a_review_over_a_real_socket() -> None:
    server = uvicorn.Server(uvicorn.Config(create_app(Settings()), port=0, log_level="warning"))
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        with Client(base_url=f"http://127.0.0.1:{_port(server)}", timeout=60) as client:
            answer = client.post("/v1/reviews", params={"wait": 60}, data={"playbook": "saas-customer"}, files={"file": FILE})
            redline = client.get(answer.json()["links"]["redline_docx"])
    finally:
        server.should_exit = True
        thread.join(20)

    assert (answer.status_code, answer.json()["status"]) == (200, "done")
    assert redline.content.startswith(b"PK")


def _port(server: uvicorn.Server) -> int:
    """The port that the system chose, as soon as the server listens."""
    waited = threading.Event()
    for _ in range(1000):
        if server.started:
            return int(server.servers[0].sockets[0].getsockname()[1])
        waited.wait(0.02)
    raise AssertionError("the server didn't start")
