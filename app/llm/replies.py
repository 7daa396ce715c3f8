"""What an endpoint's reply means: an answer, or a failure of a known kind. No I/O.

Nothing of a reply's own text goes into a failure: an endpoint may echo what it was sent.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, Literal

from app.domain.report import Usage
from app.llm.schema import Schema, conforms

Reason = Literal[
    "declined", "truncated", "filtered", "not_json", "off_schema", "busy", "server_error", "timed_out", "unreachable", "too_long",
    "out_of_quota", "bad_request", "no_api", "unsupported", "key_refused", "unknown_model", "not_recorded",
]  # fmt: skip

WORDS: dict[Reason, str] = {
    "declined": "the model declined to answer",
    "truncated": "the answer was cut off at its longest allowed length",
    "filtered": "the endpoint's content filter stopped the answer",
    "not_json": "the answer was no valid JSON",
    "off_schema": "the answer didn't keep to the schema",
    "busy": "the endpoint kept answering that it is busy",
    "server_error": "the endpoint failed",
    "timed_out": "the endpoint didn't answer in time",
    "unreachable": "the connection failed",
    "too_long": "the text is longer than the model takes",
    "out_of_quota": "the account at the endpoint has no quota left",
    "bad_request": "the endpoint didn't accept the request",
    "no_api": "what answered isn't a chat completions endpoint",
    "unsupported": "the endpoint lacks a feature that was asked for",
    "key_refused": "the endpoint refused the key",
    "unknown_model": "the endpoint doesn't know the model",
    "not_recorded": "no answer to this was recorded",
}
RETRIED: frozenset[Reason] = frozenset({"busy", "server_error", "timed_out", "unreachable"})
ASKED_AGAIN: frozenset[Reason] = frozenset({"not_json", "off_schema"})

_CODE_FENCE = re.compile(r"^\s*```(?:json)?\s*\n(.*)\n\s*```\s*$", re.DOTALL)
_TOO_LONG = re.compile(r"context[_ ](?:length|window)|maximum context|too many tokens|prompt is too long", re.IGNORECASE)
# A word in an error's message, and the part of the request that it is about.
_FEATURES = {
    "max_completion_tokens": "max_completion_tokens", "max_tokens": "max_completion_tokens", "temperature": "temperature",
    "response_format": "response_format", "json_schema": "response_format",
}  # fmt: skip


class CallFailed(Exception):
    """A call that gave no answer. `usage` is what it cost all the same; `feature` the request's part that isn't supported."""

    def __init__(self, reason: Reason, usage: Usage | None = None, *, retry_after: float | None = None, feature: str | None = None) -> None:
        super().__init__(WORDS[reason])
        self.reason = reason
        self.usage = usage or Usage()
        self.retry_after = retry_after
        self.feature = feature


@dataclass(frozen=True)
class Reply:
    """An answer that keeps to the schema: its text as received, its value, and what it cost."""

    text: str
    answer: Mapping[str, Any]
    usage: Usage


def read_reply(body: bytes, schema: Schema) -> Reply:
    """Read the body of a reply with status 200. Raises CallFailed, with the tokens spent, when it holds no answer."""
    try:
        told = json.loads(body)
        choice = told["choices"][0]
        message = choice["message"]
        content, refusal, finish = message.get("content"), message.get("refusal"), choice.get("finish_reason")
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError):
        raise CallFailed("no_api", Usage(calls=1)) from None
    usage = _usage(told.get("usage"))
    if refusal:
        raise CallFailed("declined", usage)
    if finish in ("length", "content_filter"):
        raise CallFailed("truncated" if finish == "length" else "filtered", usage)
    if not isinstance(content, str):
        raise CallFailed("not_json", usage)
    return Reply(content, parse_answer(content, schema, usage), usage)


def parse_answer(content: str, schema: Schema, usage: Usage | None = None) -> Mapping[str, Any]:
    """The JSON of an answer, checked. Raises CallFailed if it isn't JSON or doesn't keep to the schema."""
    fence = _CODE_FENCE.match(content)
    try:
        answer = json.loads(fence[1] if fence else content, parse_constant=_no_constant)
        (content + json.dumps(answer, ensure_ascii=False)).encode()  # half a character can be neither stored nor reported
        fits = conforms(answer, schema)
    except (ValueError, RecursionError):
        raise CallFailed("not_json", usage) from None
    if not fits:
        raise CallFailed("off_schema", usage)
    value: Mapping[str, Any] = answer
    return value


def failure_of(status: int, body: object, headers: Mapping[str, str]) -> CallFailed:
    """What a reply with another status than 200 means. `body` is its JSON, or its text."""
    usage = Usage(calls=1)
    said = body.get("error", body) if isinstance(body, dict) else {}
    code = str(said.get("code") or said.get("type") or "") if isinstance(said, dict) else ""
    text = f"{said.get('param') or ''} {said.get('message') or ''}" if isinstance(said, dict) else ""
    match status:
        case 401 | 403:
            return CallFailed("key_refused", usage)
        case 404:
            return CallFailed("unknown_model", usage)
        case 429 if code == "insufficient_quota":
            return CallFailed("out_of_quota", usage)
        case 408 | 409 | 429:
            return CallFailed("busy", usage, retry_after=_retry_after(headers))
        case 413:
            return CallFailed("too_long", usage)
        case _ if status >= 500:
            return CallFailed("server_error", usage, retry_after=_retry_after(headers))
        case 400 | 422 if code == "model_not_found":
            return CallFailed("unknown_model", usage)
        case 400 | 422 if code == "content_filter":
            return CallFailed("filtered", usage)
        case 400 | 422 if feature := next((feature for word, feature in _FEATURES.items() if word in text), None):
            return CallFailed("unsupported", usage, feature=feature)  # before too_long: without room for a long answer it may fit
        case 400 | 422 if code == "context_length_exceeded" or _TOO_LONG.search(text):
            return CallFailed("too_long", usage)
    return CallFailed("bad_request", usage)


def _retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds to wait, from a header that gives seconds or a date; None without one that can be read."""
    told = headers.get("retry-after", "").strip()
    if not told:
        return None
    try:
        seconds = float(told) if told[:1].isdigit() else (parsedate_to_datetime(told) - datetime.now(UTC)).total_seconds()
    except (ValueError, TypeError):
        return None
    return max(0.0, seconds)


def _usage(told: object) -> Usage:
    if not isinstance(told, dict):
        return Usage(calls=1)
    details = told.get("prompt_tokens_details")
    return Usage(
        calls=1, prompt_tokens=_count(told.get("prompt_tokens")), completion_tokens=_count(told.get("completion_tokens")),
        cached_tokens=_count(details.get("cached_tokens")) if isinstance(details, dict) else 0,
    )  # fmt: skip


def _count(told: object) -> int:
    return told if isinstance(told, int) and not isinstance(told, bool) and told > 0 else 0


def _no_constant(name: str) -> float:
    raise ValueError(f"{name} isn't JSON")
