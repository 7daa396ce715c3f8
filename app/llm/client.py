"""Calls to a model's endpoint: bounded in number and time, retried where that helps, counted on every path, never paid twice.

The one module that imports openai, and only when the first call is made. The SDK's own retries are off: the policy is here. Times are
seconds. No request, reply or contract text reaches a log: the SDK's logger is silenced, for at level DEBUG it would show requests whole.
"""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit
from weakref import WeakKeyDictionary

from app.domain.report import Usage
from app.errors import ModelRefused, UsageError
from app.llm.ledger import Entry, Ledger, ledger_key
from app.llm.prompts import RenderedPrompt, load_prompt
from app.llm.replies import ASKED_AGAIN, RETRIED, CallFailed, Reply, failure_of, parse_answer, read_reply
from app.llm.schema import without_bounds

if TYPE_CHECKING:
    from openai import AsyncOpenAI

# How structured output is asked for, best first.
_FORMS = ("bounded schema", "schema", "json", "prompt")


@dataclass(frozen=True)
class _Manner:
    """How an endpoint is asked: an index of `_FORMS`, and the parameters that it doesn't take. Each change gives something up."""

    form: int = 0
    left_out: frozenset[str] = frozenset()

    def without(self, feature: str | None) -> _Manner | None:
        """The manner that does without a feature; None if there is nothing left to go without."""
        if feature == "response_format":
            return replace(self, form=self.form + 1) if self.form + 1 < len(_FORMS) else None
        return None if feature is None or feature in self.left_out else replace(self, left_out=self.left_out | {feature})


@dataclass(frozen=True)
class Limits:
    """What a client may use. `attempts` counts all tries of one call, `answer_tokens` bounds the length of one answer.

    An endpoint that asks for a longer pause than `longest_wait` isn't waited for. 16 calls at a time is what a paid account bears.
    """

    attempts: int = 4
    concurrency: int = 16
    timeout: float = 180.0
    first_wait: float = 0.5
    longest_wait: float = 60.0
    answer_tokens: int = 16_000
    temperature: float = 0.0


@dataclass(frozen=True)
class Completion:
    """An answer that keeps to the prompt's schema, and what it cost: nothing if it was in the ledger."""

    answer: Mapping[str, Any]
    usage: Usage
    replayed: bool = False


@dataclass
class _Line:
    """What belongs to one event loop: the SDK with its connections, the places for calls, and the end of a pause."""

    sdk: AsyncOpenAI
    places: asyncio.Semaphore
    paused_until: float = 0.0


class ModelClient:
    """One model at one endpoint. Safe to share by tasks; use it as `async with` so that its connections are closed.

    `http_client` (an httpx2 or httpx AsyncClient) is the seam for tests. With `replay_only` only the ledger answers. Raises UsageError
    for an address or a key that can't be one.
    """

    def __init__(
        self,
        model: str,
        *,
        key: str | None = None,
        base_url: str | None = None,
        limits: Limits | None = None,
        ledger: Ledger | None = None,
        replay_only: bool = False,
        http_client: Any = None,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        if base_url is not None and not _is_web_address(base_url):
            raise UsageError("OPENAI_BASE_URL", "it isn't a web address", "write one such as https://models.example/v1")
        if key is not None and not (key.isascii() and key.isprintable()):
            raise UsageError("OPENAI_API_KEY", "it has characters that no key has", "copy the key again")
        self.model = model
        self.limits = limits or Limits()
        self._key, self._base_url, self._http_client = key, base_url, http_client
        self._ledger, self._replay_only, self._sleep = ledger, replay_only, sleep
        self._manner = _Manner()
        self._lines: WeakKeyDictionary[asyncio.AbstractEventLoop, _Line] = WeakKeyDictionary()

    def __repr__(self) -> str:
        return f"ModelClient({self.model!r})"

    async def __aenter__(self) -> ModelClient:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Close the connections that this event loop's calls opened."""
        line = self._lines.pop(asyncio.get_running_loop(), None)
        if line is not None:
            await line.sdk.close()

    @property
    def form(self) -> str:
        """How this endpoint was last asked for structured output: "bounded schema", "schema", "json" or "prompt"."""
        return _FORMS[self._manner.form]

    @property
    def parameters(self) -> dict[str, object]:
        """What is asked for beside the prompt; a part of the ledger's key."""
        return {"temperature": self.limits.temperature, "max_completion_tokens": self.limits.answer_tokens}

    async def complete(self, prompt: RenderedPrompt) -> Completion:
        """The model's answer to a prompt, from the ledger if it is there.

        Raises CallFailed, which says why and what it cost, and ModelRefused if the endpoint refuses the key or the model.
        """
        key = ledger_key(self.model, self.parameters, prompt)
        if (answer := self._recorded(key, prompt)) is not None:
            return Completion(answer, Usage(), replayed=True)
        if self._replay_only:
            raise CallFailed("not_recorded")
        line = self._line()
        async with line.places:
            reply, spent = await self._persistently(line, prompt)
        if self._ledger is not None:
            tokens = (reply.usage.prompt_tokens, reply.usage.cached_tokens, reply.usage.completion_tokens)
            entry = Entry(key, self.model, prompt.name, load_prompt(prompt.name).sha256, reply.text, *tokens)
            await asyncio.to_thread(self._ledger.put, entry)  # a disk may take its time, and other calls go on
        return Completion(reply.answer, spent)

    def _recorded(self, key: str, prompt: RenderedPrompt) -> Mapping[str, Any] | None:
        entry = self._ledger.get(key) if self._ledger is not None else None
        if entry is None:
            return None
        try:
            return parse_answer(entry.answer, prompt.schema)
        except CallFailed:
            return None

    async def _persistently(self, line: _Line, prompt: RenderedPrompt) -> tuple[Reply, Usage]:
        """Ask until there is an answer or no sense in asking again: four tries, and one more question after an unusable answer."""
        spent = Usage()
        tries = asked_again = 0
        while True:
            await self._wait_for_pause(line)
            manner = self._manner
            try:
                reply = await self._once(line, prompt, manner)
                return reply, spent + reply.usage
            except CallFailed as failure:
                spent = spent + failure.usage
                if failure.reason == "unsupported" and self._step_down(failure.feature, manner):
                    continue
                tries += 1
                wait = self._wait(tries, failure)
                if failure.reason in ASKED_AGAIN and not asked_again:
                    asked_again = 1
                elif failure.reason in RETRIED and tries < self.limits.attempts and wait <= self.limits.longest_wait:
                    if failure.reason == "busy":
                        line.paused_until = max(line.paused_until, asyncio.get_running_loop().time() + (failure.retry_after or 0))
                    await self._sleep(wait)
                else:
                    self._raise(failure, spent)

    def _raise(self, failure: CallFailed, spent: Usage) -> None:
        if failure.reason == "key_refused":
            raise ModelRefused(f"model {self.model}", "the endpoint refused the key", "check OPENAI_API_KEY and OPENAI_BASE_URL") from None
        if failure.reason == "unknown_model":
            raise ModelRefused(
                f"model {self.model}", "the endpoint doesn't know it", "check COUNTERCLAUSE_MODEL (or --model) and OPENAI_BASE_URL"
            ) from None
        raise CallFailed(failure.reason, spent) from None

    def _wait(self, tries: int, failure: CallFailed) -> float:
        """What the endpoint asks for, else twice as long each time; with jitter, so that calls that failed together don't return so."""
        if failure.retry_after is not None:
            return failure.retry_after
        longest = min(self.limits.longest_wait, self.limits.first_wait * 2 ** (tries - 1))
        return random.uniform(longest / 2, longest)

    async def _wait_for_pause(self, line: _Line) -> None:
        """When one call was told to wait, none of the others asks before."""
        left = line.paused_until - asyncio.get_running_loop().time()
        if left > 0:
            await self._sleep(left)

    async def _once(self, line: _Line, prompt: RenderedPrompt, manner: _Manner) -> Reply:
        import openai

        try:
            async with asyncio.timeout(self.limits.timeout):
                raw = await line.sdk.chat.completions.with_raw_response.create(**self._request(prompt, manner))
        except openai.APIStatusError as error:
            raise failure_of(error.status_code, error.body, error.response.headers) from None
        except (openai.APITimeoutError, TimeoutError):
            raise CallFailed("timed_out", Usage(calls=1)) from None
        except (openai.OpenAIError, OSError):
            raise CallFailed("unreachable", Usage(calls=1)) from None
        return read_reply(raw.content, prompt.schema)

    def _request(self, prompt: RenderedPrompt, manner: _Manner) -> dict[str, Any]:
        request: dict[str, Any] = {"model": self.model, "messages": prompt.messages}
        request |= {name: value for name, value in self.parameters.items() if name not in manner.left_out}
        match _FORMS[manner.form]:
            case "json":
                request["response_format"] = {"type": "json_object"}
            case "bounded schema" | "schema":
                schema = prompt.schema if manner.form == 0 else without_bounds(prompt.schema)
                named = {"name": prompt.name.replace(".", "_"), "strict": True, "schema": schema}
                request["response_format"] = {"type": "json_schema", "json_schema": named}
        return request

    def _step_down(self, feature: str | None, manner: _Manner) -> bool:
        """Go without a feature that the endpoint lacks, from now on. True if there is another manner to ask in."""
        if manner == self._manner:  # else another call has stepped down meanwhile
            lower = manner.without(feature)
            if lower is None:
                return False
            self._manner = lower
        return True

    def _line(self) -> _Line:
        loop = asyncio.get_running_loop()
        line = self._lines.get(loop)
        if line is None:
            line = self._lines[loop] = _Line(self._sdk(), asyncio.Semaphore(self.limits.concurrency))
        return line

    def _sdk(self) -> AsyncOpenAI:
        from openai import AsyncOpenAI

        logging.getLogger("openai").setLevel(logging.WARNING)
        return AsyncOpenAI(
            api_key=self._key or "none", base_url=self._base_url, max_retries=0, timeout=self.limits.timeout, http_client=self._http_client
        )


def _is_web_address(address: str) -> bool:
    try:
        parts = urlsplit(address)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        return False
