"""/v1/reviews: send, wait, fetch, cancel, forget."""

from __future__ import annotations

import io
import threading
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from httpx import AsyncClient, Response

from app.jobs.work import Order
from app.settings import Settings
from tests.api.serving import CONTRACT, FILE, talk

FIELDS = {"playbook": "saas-customer"}


async def send(client: AsyncClient, *, wait: float = 60, headers: Mapping[str, str] | None = None, **more: Any) -> Response:
    return await client.post("/v1/reviews", params={"wait": wait}, data=FIELDS | more, files={"file": FILE}, headers=headers)


def test_a_review_that_is_waited_for_comes_with_its_report() -> None:
    async def said(client: AsyncClient) -> Response:
        return await send(client, facts=["annual_fees=30240", "currency=USD"])

    answer = talk(said)

    review = answer.json()
    assert (answer.status_code, review["status"], review["problem"]) == (200, "done", None)
    assert review["report"]["facts"]["annual_fees"] == 30240
    quoted = [finding for finding in review["report"]["findings"] if finding["quote"]]
    assert quoted
    assert all(CONTRACT[f["span"]["start"] : f["span"]["end"]] == f["quote"] for f in quoted)


def test_all_files_of_a_review_are_at_its_links() -> None:
    async def said(client: AsyncClient) -> dict[str, Response]:
        links = (await send(client)).json()["links"]
        return {name: await client.get(link) for name, link in links.items()}

    answers = talk(said)

    assert all(answer.status_code == 200 for answer in answers.values())
    assert answers["text"].text == CONTRACT.rstrip("\n") or answers["text"].text == CONTRACT
    assert answers["report"].json() == answers["self"].json()["report"]
    assert "word/document.xml" in zipfile.ZipFile(io.BytesIO(answers["redline_docx"].content)).namelist()
    assert "msa_redline.docx" in answers["redline_docx"].headers["content-disposition"]
    assert answers["report_html"].text.startswith("<!doctype html>")
    assert "sandbox" in answers["report_html"].headers["content-security-policy"]
    assert all(answer.headers["cache-control"] == "no-store" for answer in answers.values())


def test_a_review_that_isnt_waited_for_is_accepted_and_found_later() -> None:
    async def said(client: AsyncClient) -> tuple[Response, Response]:
        accepted = await send(client, wait=0)
        return accepted, await client.get(accepted.headers["location"], params={"wait": 60})

    accepted, later = talk(said)

    assert (accepted.status_code, accepted.json()["report"]) == (202, None)
    assert (later.status_code, later.json()["status"]) == (200, "done")
    assert later.json()["id"] == accepted.json()["id"]


@pytest.mark.parametrize(
    ("fields", "status", "told"),
    [
        ({"playbook": "no-such"}, 422, "playbook no-such: there is none of that id"),
        ({"playbook": "/etc/passwd"}, 422, "there is none of that id"),
        ({"playbook": "../pyproject.toml"}, 422, "there is none of that id"),
        ({"facts": "colour=blue"}, 422, "there is no such fact"),
        ({"facts": "annual_fees"}, 422, "one isn't of the form K=V"),
        ({"side": "landlord"}, 422, "side"),
        ({"model": "some-model"}, 400, "no endpoint is configured"),
        ({"playbok": "saas-customer"}, 400, "field playbok: there is no such field"),
    ],
)
def test_what_cant_be_done_is_refused_by_the_post_itself(fields: dict[str, str], status: int, told: str) -> None:
    more: dict[str, Any] = dict(fields)

    async def said(client: AsyncClient) -> tuple[Response, Any]:
        return await send(client, **more), (await client.get("/v1/reviews")).json()

    answer, listed = talk(said)

    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert told in answer.json()["detail"]
    assert answer.json()["status"] == status
    assert listed["reviews"] == []


@pytest.mark.parametrize(
    ("name", "contents", "told"),
    [
        ("empty.docx", b"", "empty.docx: the file is empty"),
        ("program.docx", b"MZ\x90\x00" + b"\0" * 80, "program.docx: it isn't a Word document but"),
        ("../../etc/msa.xyz", b"text", "msa.xyz: "),
        ("truncated.docx", b"PK\x03\x04" + b"\0" * 40, "truncated.docx: "),
    ],
)
def test_a_file_that_cant_be_read_is_refused_by_name(name: str, contents: bytes, told: str) -> None:
    async def said(client: AsyncClient) -> Response:
        return await client.post("/v1/reviews", files={"file": (name, contents)})

    answer = talk(said)

    assert answer.status_code == 422
    assert answer.json()["detail"].startswith(told)


def test_a_request_without_a_file_names_the_field_that_is_missing() -> None:
    async def said(client: AsyncClient) -> Response:
        return await client.post("/v1/reviews", data=FIELDS)

    answer = talk(said)

    assert answer.status_code == 422
    assert answer.json()["errors"] == [{"field": "file", "problem": "Field required"}]


def test_the_same_key_makes_one_review_and_another_request_with_it_is_refused() -> None:
    key = {"Idempotency-Key": "k-1"}

    async def said(client: AsyncClient) -> list[Response]:
        return [
            await send(client, headers=key),
            await send(client, headers=key),
            await send(client, headers=key, facts="annual_fees=1"),
            await client.get("/v1/reviews"),
        ]

    first, second, other, listed = talk(said)

    assert first.json() == second.json()
    assert other.status_code == 409
    assert [review["id"] for review in listed.json()["reviews"]] == [first.json()["id"]]


def test_a_key_whose_request_was_refused_can_be_used_again() -> None:
    key = {"Idempotency-Key": "k-1"}

    async def said(client: AsyncClient) -> list[int]:
        return [(await send(client, headers=key, playbook="no-such")).status_code, (await send(client, headers=key)).status_code]

    assert talk(said) == [422, 200]


def test_reviews_are_listed_the_newest_first_in_pages() -> None:
    async def said(client: AsyncClient) -> tuple[list[str], list[str]]:
        ids = [(await send(client)).json()["id"] for _ in range(3)]
        first = (await client.get("/v1/reviews", params={"limit": 2})).json()
        second = (await client.get(first["next"])).json()
        return ids, [review["id"] for page in (first, second) for review in page["reviews"]]

    sent, listed = talk(said)

    assert sorted(listed, reverse=True) == listed
    assert set(listed) == set(sent)


def test_a_review_that_is_deleted_is_gone_with_its_files() -> None:
    async def said(client: AsyncClient) -> list[int]:
        links = (await send(client)).json()["links"]
        answers = [
            await client.delete(links["self"]),
            *[await client.get(link) for link in links.values()],
            await client.delete(links["self"]),
        ]
        return [answer.status_code for answer in answers]

    assert talk(said) == [204, 404, 404, 404, 404, 404, 404]


@pytest.mark.parametrize("id", ["r" + "0" * 28, "..", "%2e%2e", "x"])
def test_an_id_that_nobody_knows_is_404(id: str) -> None:
    async def said(client: AsyncClient) -> list[int]:
        base = f"/v1/reviews/{id}"
        return [(await client.get(f"{base}/report")).status_code, (await client.post(f"{base}/cancel")).status_code]

    assert talk(said) == [404, 404]


def test_a_review_that_is_cancelled_has_no_report(monkeypatch: pytest.MonkeyPatch) -> None:
    let = threading.Event()

    def slow(order: Order, settings: Settings) -> Mapping[str, bytes]:
        assert let.wait(20)
        return {}

    monkeypatch.setattr("app.main.carry_out", slow)

    async def said(client: AsyncClient) -> list[Response]:
        links = (await send(client, wait=0)).json()["links"]
        early = await client.get(links["report"])
        cancelled = await client.post(links["self"] + "/cancel")
        let.set()
        again = await client.post(links["self"] + "/cancel")
        return [early, cancelled, again, await client.get(links["self"], params={"wait": 20}), await client.get(links["report"])]

    early, cancelled, again, after, report = talk(said)

    assert early.status_code == 409
    assert (cancelled.status_code, cancelled.json()["status"]) == (200, "cancelled")
    assert again.status_code == 409
    assert after.json()["status"] == "cancelled"
    assert report.status_code == 409


def test_a_defect_in_a_review_tells_nothing_of_the_contract(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    def broken(order: Order, settings: Settings) -> Mapping[str, bytes]:
        raise ValueError(order.document.text)

    monkeypatch.setattr("app.main.carry_out", broken)

    answer = talk(send)

    assert (answer.status_code, answer.json()["status"]) == (200, "failed")
    assert "Bellflower" not in answer.text + caplog.text


def test_reviews_in_a_data_folder_are_there_after_a_restart(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path / "data")
    before = talk(send, settings).json()

    async def said(client: AsyncClient) -> Any:
        return (await client.get(before["links"]["self"])).json()

    assert talk(said, settings) == before
