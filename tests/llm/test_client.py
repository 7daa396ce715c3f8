"""Every way in which a call can fail, over a real socket, and what becomes of it."""

import asyncio
import json
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.domain.report import Usage
from app.errors import ModelRefused, UsageError
from app.llm.client import Completion, Limits, ModelClient
from app.llm.ledger import FolderLedger
from app.llm.prompts import READ_CLAUSES, RenderedPrompt
from app.llm.replies import CallFailed
from app.llm.schema import clause_readings_schema
from tests import scripted_server as server
from tests.scripted_server import EMPTY, Reply, Script, ScriptedServer, in_turn

PROMPT = RenderedPrompt(READ_CLAUSES, "Read.", "The Secret Term is one year.", clause_readings_schema())
ONE_CALL = Usage(calls=1, prompt_tokens=100, cached_tokens=60, completion_tokens=10)
LIMITS = Limits(timeout=20)


Outcomes = list[Completion | BaseException]


def asked(script: Script, *, times: int = 1, limits: Limits = LIMITS, **options: Any) -> tuple[Outcomes, ScriptedServer, list[float]]:
    """Ask a scripted endpoint some times at once: what came of it, the server, and how long the client would have waited."""
    waits: list[float] = []

    async def wait(seconds: float) -> None:
        waits.append(seconds)

    async def ask() -> tuple[Outcomes, ScriptedServer]:
        async with (
            ScriptedServer(script) as endpoint,
            ModelClient("scripted", key="k", base_url=endpoint.base_url, limits=limits, sleep=wait, **options) as client,
        ):
            calls = (client.complete(PROMPT) for _ in range(times))
            return await asyncio.gather(*calls, return_exceptions=True), endpoint

    outcomes, endpoint = asyncio.run(ask())
    return outcomes, endpoint, waits


def outcome_of(outcome: Completion | BaseException) -> tuple[str, int]:
    """How a call ended, and how many requests it took."""
    if isinstance(outcome, CallFailed):
        return outcome.reason, outcome.usage.calls
    if isinstance(outcome, ModelRefused):
        return "refused", 0
    assert isinstance(outcome, Completion)
    return "answered", outcome.usage.calls


FOREVER: list[tuple[Callable[[], Reply], str, int]] = [
    (server.declines, "declined", 1),
    (server.cut_off, "truncated", 1),
    (server.filtered, "filtered", 1),
    (server.not_json, "not_json", 2),
    (server.off_schema, "off_schema", 2),
    (server.busy, "busy", 4),
    (server.no_quota, "out_of_quota", 1),
    (server.breaks_down, "server_error", 4),
    (server.resets, "unreachable", 4),
    (server.too_long, "too_long", 1),
    (server.not_an_api, "no_api", 1),
    (server.wrong_key, "refused", 0),
    (server.unknown_model, "refused", 0),
]


@pytest.mark.parametrize(("fault", "ending", "calls"), FOREVER, ids=lambda value: getattr(value, "__name__", ""))
def test_a_fault_that_stays_ends_as_a_failure_of_its_kind(fault: Callable[[], Reply], ending: str, calls: int) -> None:
    outcomes, _, _ = asked(in_turn(fault()))

    assert [outcome_of(each) for each in outcomes] == [(ending, calls)]


@pytest.mark.parametrize(
    "fault", [server.busy, server.breaks_down, server.resets, server.not_json, server.off_schema], ids=lambda fault: fault.__name__
)
def test_a_fault_that_passes_is_followed_by_the_answer(fault: Callable[[], Reply]) -> None:
    outcomes, _, _ = asked(in_turn(fault(), server.says(EMPTY)))

    assert [outcome_of(each) for each in outcomes] == [("answered", 2)]


@pytest.mark.parametrize("status", [408, 409, 429, 500, 502, 503, 529])
def test_passing_states_of_an_endpoint_are_tried_again(status: int) -> None:
    outcomes, _, waits = asked(in_turn(server.breaks_down(status), server.says(EMPTY)))

    assert [outcome_of(each) for each in outcomes] == [("answered", 2)]
    assert len(waits) == 1


def test_tokens_of_answers_that_can_t_be_used_are_counted() -> None:
    outcomes, _, _ = asked(in_turn(server.off_schema(), server.says(EMPTY)))

    assert outcomes == [Completion(EMPTY, ONE_CALL + ONE_CALL)]


def test_the_endpoint_s_own_pause_is_kept() -> None:
    _, _, waits = asked(in_turn(server.busy("7"), server.says(EMPTY)))

    assert waits[0] == 7.0


def test_an_endpoint_that_asks_for_an_hour_isn_t_waited_for() -> None:
    outcomes, _, waits = asked(in_turn(server.busy("3600")))

    assert [outcome_of(each) for each in outcomes] == [("busy", 1)]
    assert waits == []


def test_waits_grow_and_differ() -> None:
    _, _, waits = asked(in_turn(server.breaks_down()))

    assert [0.25 <= waits[0] <= 0.5, 0.5 <= waits[1] <= 1.0, 1.0 <= waits[2] <= 2.0] == [True] * 3


def test_an_endpoint_that_never_answers_times_out() -> None:
    outcomes, _, _ = asked(in_turn(server.hangs()), limits=Limits(timeout=0.2, attempts=2))

    assert [outcome_of(each) for each in outcomes] == [("timed_out", 2)]


def test_nothing_listens_at_the_address() -> None:
    async def ask() -> Completion:
        async with ScriptedServer(in_turn()) as gone:
            address = gone.base_url
        async with ModelClient("m", base_url=address, limits=Limits(attempts=1)) as client:
            return await client.complete(PROMPT)

    with pytest.raises(CallFailed, match="the connection failed"):
        asyncio.run(ask())


def test_no_more_calls_run_at_once_than_allowed() -> None:
    _, endpoint, _ = asked(in_turn(server.says(EMPTY)), times=12, limits=Limits(concurrency=3))

    assert len(endpoint.requests) == 12
    assert endpoint.most_at_once <= 3


def test_structured_output_is_asked_for_strictly() -> None:
    _, endpoint, _ = asked(in_turn(server.says(EMPTY)))

    asked_for = endpoint.requests[0]["response_format"]
    assert (asked_for["type"], asked_for["json_schema"]["strict"]) == ("json_schema", True)
    assert asked_for["json_schema"]["schema"] == clause_readings_schema()


def test_an_endpoint_without_structured_output_is_asked_in_simpler_forms() -> None:
    def script(number: int, request: dict[str, Any]) -> Reply:
        return server.lacks("response_format") if "response_format" in request else server.says(f"```json\n{json.dumps(EMPTY)}\n```")

    outcomes, endpoint, _ = asked(script)

    forms = [request.get("response_format", {}).get("type") for request in endpoint.requests]
    assert forms == ["json_schema", "json_schema", "json_object", None]
    assert [outcome_of(each) for each in outcomes] == [("answered", 4)]


def test_a_parameter_that_the_endpoint_doesn_t_know_is_left_out() -> None:
    _, endpoint, _ = asked(in_turn(server.lacks("temperature"), server.says(EMPTY)))

    assert ["temperature" in request for request in endpoint.requests] == [True, False]


def test_a_request_that_is_refused_for_no_known_reason_is_no_answer() -> None:
    outcomes, _, _ = asked(in_turn(server.breaks_down(400)))

    assert [outcome_of(each) for each in outcomes] == [("bad_request", 1)]


def test_an_answer_in_the_ledger_is_never_asked_for_again(tmp_path: Path) -> None:
    ledger = FolderLedger(tmp_path / "ledger")
    asked(in_turn(server.says(EMPTY)), ledger=ledger)

    outcomes, endpoint, _ = asked(in_turn(server.breaks_down()), ledger=ledger)

    assert outcomes == [Completion(EMPTY, Usage(), replayed=True)]
    assert endpoint.requests == []


def test_an_answer_that_can_t_be_used_isn_t_kept(tmp_path: Path) -> None:
    asked(in_turn(server.off_schema()), ledger=FolderLedger(tmp_path))

    assert list(tmp_path.iterdir()) == []


def test_a_client_that_only_replays_asks_nobody(tmp_path: Path) -> None:
    outcomes, endpoint, _ = asked(in_turn(server.says(EMPTY)), ledger=FolderLedger(tmp_path), replay_only=True)

    assert [outcome_of(each) for each in outcomes] == [("not_recorded", 0)]
    assert endpoint.requests == []


def test_the_same_client_serves_one_event_loop_after_another() -> None:
    client = ModelClient("scripted", limits=LIMITS)

    async def ask() -> Completion:
        async with ScriptedServer(in_turn(server.says(EMPTY))) as endpoint, client:
            client._base_url = endpoint.base_url
            return await client.complete(PROMPT)

    assert [asyncio.run(ask()), asyncio.run(ask())] == [Completion(EMPTY, ONE_CALL)] * 2


@pytest.mark.parametrize("fault", [fault for fault, _, _ in FOREVER], ids=lambda fault: fault.__name__)
def test_contract_text_is_in_no_log_and_no_error(fault: Callable[[], Reply], caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        outcomes, _, _ = asked(lambda number, request: fault() if number == 0 else server.echoes(request))

    assert "Secret Term" not in caplog.text
    assert all("Secret Term" not in repr(each) + str(each) for each in outcomes)


@pytest.mark.parametrize("address", ["models.example/v1", "ftp://models.example", "http://", "http://host:port/", "http://[::1"])
def test_an_address_that_is_none_is_told_at_once(address: str) -> None:
    with pytest.raises(UsageError, match="OPENAI_BASE_URL"):
        ModelClient("m", base_url=address)


def test_a_key_is_not_shown() -> None:
    assert "secret" not in repr(ModelClient("m", key="secret-key"))
