"""A contract read by a model over a real socket: what failed is a gap, what came is told apart by chunk."""

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest

from app.domain.contract import Contract
from app.domain.report import Gap
from app.domain.span import Span
from app.errors import ModelRefused
from app.llm.answers import ChunkAnswer, ClauseAnswer, TermAnswer
from app.llm.client import Limits, ModelClient
from app.llm.ledger import FolderLedger, Ledger
from app.llm.reader import ModelReadings, read_with_model
from app.review.grounding import ground
from app.segment.chunks import chunks
from tests import scripted_server as server
from tests.builders import contract_of
from tests.scripted_server import EMPTY, Reply, Script, ScriptedServer, failing, in_turn

TEXT = "\n".join(f"{n}. Matter {n}\n{n}.1 On matter {n} the parties agree to talk once in a while and to keep notes." for n in range(1, 13))
CONTRACT = contract_of(TEXT)
SMALL = 60
CHUNKS = chunks(CONTRACT, SMALL)


def read(
    script: Script,
    *,
    contract: Contract = CONTRACT,
    tokens: int = SMALL,
    only: list[Span] | None = None,
    ledger: Ledger | None = None,
) -> tuple[ModelReadings, ScriptedServer]:
    async def wait(seconds: float) -> None:
        return None

    async def run() -> tuple[ModelReadings, ScriptedServer]:
        async with (
            ScriptedServer(script) as endpoint,
            ModelClient("scripted", key="k", base_url=endpoint.base_url, limits=Limits(timeout=20), ledger=ledger, sleep=wait) as client,
        ):
            return await read_with_model(contract, client, chunk_tokens=tokens, only=only), endpoint

    return asyncio.run(run())


def test_each_chunk_is_asked_once_and_answers_come_in_the_document_s_order() -> None:
    result, endpoint = read(in_turn(server.says(EMPTY)))

    assert [answer.chunk for answer in result.answers] == [chunk.span for chunk in CHUNKS]
    assert len(endpoint.requests) == len(CHUNKS) > 3
    assert result.gaps == ()
    assert (result.usage.calls, result.usage.prompt_tokens) == (len(CHUNKS), 100 * len(CHUNKS))


def test_what_the_model_says_comes_back_as_claims_that_can_be_grounded() -> None:
    quote = "the parties agree to talk once in a while"
    steps = {"name": "steps", "at": 2, "quote": "talk", "value": ["negotiation"]}
    said = {"clauses": [{"clause_type": "dispute_resolution", "at": 2, "quote": quote, "terms": [steps]}], "observations": []}

    result, _ = read(in_turn(server.says(said)), tokens=10_000)

    claim = ClauseAnswer("dispute_resolution", 2, quote, (TermAnswer("steps", ("negotiation",), 2, "talk"),))
    places = tuple(paragraph.span for paragraph in CONTRACT.document.paragraphs)
    assert result.answers == (ChunkAnswer(CONTRACT.document.span, places, (claim,)),)
    readings, rejected = ground(result.answers, CONTRACT)
    assert [(reading.anchor.of(TEXT), reading.value("steps")) for reading in readings] == [(quote, ("negotiation",))]
    assert rejected == ()


def test_only_the_chunks_that_changed_are_asked_about() -> None:
    result, endpoint = read(in_turn(server.says(EMPTY)), only=[Span(TEXT.index("On matter 7"), TEXT.index("On matter 7") + 5)])

    assert len(endpoint.requests) == 1
    assert [answer.chunk for answer in result.answers] == [chunk.span for chunk in CHUNKS if "On matter 7" in chunk.span.of(TEXT)]


def test_a_call_that_fails_is_a_gap_with_its_span_and_reason() -> None:
    def script(number: int, request: dict[str, Any]) -> Reply:
        return server.declines() if "On matter 7" in request["messages"][1]["content"] else server.says(EMPTY)

    result, _ = read(script)

    (failed,) = [chunk.span for chunk in CHUNKS if "On matter 7" in chunk.span.of(TEXT)]
    assert result.gaps == (Gap("reading", failed, "the model declined to answer"),)
    assert len(result.answers) == len(CHUNKS) - 1


def test_when_every_call_fails_there_are_only_gaps() -> None:
    result, _ = read(in_turn(server.breaks_down()))

    assert result.answers == ()
    assert [gap.span for gap in result.gaps] == [chunk.span for chunk in CHUNKS]


@pytest.mark.parametrize("fault", [server.cut_off, server.too_long], ids=lambda fault: fault.__name__)
def test_a_chunk_whose_answer_doesn_t_fit_is_read_in_halves(fault: Any) -> None:
    contract = contract_of("\n".join(f"{n}. Matter {n}\n{n}.1 {'On this matter they talk. ' * 20}" for n in range(1, 13)))

    def script(number: int, request: dict[str, Any]) -> Reply:
        return fault() if number == 0 else server.says(EMPTY)

    result, endpoint = read(script, contract=contract, tokens=2400)

    assert result.gaps == ()
    assert "".join(answer.chunk.of(contract.text) for answer in result.answers) == contract.text
    assert len(endpoint.requests) == 3
    assert result.usage.calls == 3


def test_a_short_chunk_whose_answer_doesn_t_fit_stays_a_gap() -> None:
    result, endpoint = read(in_turn(server.cut_off()), tokens=1000)

    assert [gap.span for gap in result.gaps] == [CONTRACT.document.span]
    assert len(endpoint.requests) == 1


@pytest.mark.parametrize("fault", [server.wrong_key, server.unknown_model], ids=lambda fault: fault.__name__)
def test_a_refused_key_or_model_ends_the_reading(fault: Any) -> None:
    with pytest.raises(ModelRefused):
        read(in_turn(fault()))


def test_with_a_third_of_the_calls_failing_every_chunk_is_answered_or_a_gap() -> None:
    result, _ = read(failing(0.3, seed=3))

    spans = sorted([answer.chunk for answer in result.answers] + [gap.span for gap in result.gaps if gap.span])
    assert spans == [chunk.span for chunk in CHUNKS]


def test_a_second_reading_is_the_same_and_asks_nobody(tmp_path: Path) -> None:
    ledger = FolderLedger(tmp_path)
    first, _ = read(in_turn(server.says(EMPTY)), ledger=ledger)

    second, endpoint = read(in_turn(server.breaks_down()), ledger=ledger)

    assert endpoint.requests == []
    assert (second.answers, second.gaps, second.usage.calls) == (first.answers, first.gaps, 0)


def test_an_entry_of_the_ledger_tells_the_prompt_and_not_the_contract(tmp_path: Path) -> None:
    read(in_turn(server.says(EMPTY)), ledger=FolderLedger(tmp_path), tokens=10_000)

    (file,) = tmp_path.iterdir()
    entry = json.loads(file.read_text())
    assert file.stem == entry["key"]
    assert (entry["model"], entry["prompt"], entry["answer"]) == ("scripted", "read_clauses.v1", json.dumps(EMPTY))
    assert "talk" not in file.read_text()


def test_a_damaged_entry_is_asked_for_again(tmp_path: Path) -> None:
    ledger = FolderLedger(tmp_path)
    read(in_turn(server.says(EMPTY)), ledger=ledger, tokens=10_000)
    (file,) = tmp_path.iterdir()
    file.write_text(file.read_text()[:-9])

    result, endpoint = read(in_turn(server.says(EMPTY)), ledger=ledger, tokens=10_000)

    assert len(endpoint.requests) == 1
    assert result.gaps == ()
