"""What an endpoint's reply means."""

import json
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from app.domain.report import Usage
from app.llm.replies import CallFailed, failure_of, read_reply
from app.llm.schema import draft_schema


@pytest.mark.parametrize(
    ("message", "feature"),
    [
        ("'response_format' of type json_schema is not supported", "response_format"),
        ("Invalid json_schema: maxLength is not permitted", "response_format"),
        ("max_tokens is too large: 16000; this model's maximum context length is 8192", "max_completion_tokens"),
        ("Unsupported value: 'temperature' does not support 0", "temperature"),
    ],
)
def test_a_refused_part_of_the_request_is_named(message: str, feature: str) -> None:
    failure = failure_of(400, {"error": {"message": message, "code": "x"}}, {})

    assert (failure.reason, failure.feature) == ("unsupported", feature)


def test_a_text_that_is_too_long_is_told_from_an_answer_that_would_be() -> None:
    assert failure_of(400, {"error": {"message": "This model's maximum context length is 8192 tokens."}}, {}).reason == "too_long"


@pytest.mark.parametrize("body", [None, "<html>", [], {"error": "odd"}, {"error": None}, {"error": {"message": 5, "code": []}}])
def test_an_error_of_any_shape_is_read(body: object) -> None:
    assert failure_of(500, body, {}).reason == "server_error"
    assert failure_of(400, body, {}).reason == "bad_request"


def test_retry_after_is_seconds_or_a_date() -> None:
    soon = format_datetime(datetime.now(UTC) + timedelta(seconds=30), usegmt=True)

    waits = [failure_of(429, {}, {"retry-after": told}).retry_after for told in ("2.5", soon, "soon", "-1", "")]

    assert waits[0] == 2.5
    assert waits[1] is not None
    assert 25 < waits[1] <= 30
    assert waits[2:] == [None, None, None]


@pytest.mark.parametrize("choices", [b"", b"[]", b"{}", b"[{}]", b'[{"message": null}]', b"[" * 50_000])
def test_a_body_that_no_endpoint_sends_is_told_apart(choices: bytes) -> None:
    with pytest.raises(CallFailed) as caught:
        read_reply(b'{"choices": ' + choices + b"}", draft_schema())

    assert (caught.value.reason, caught.value.usage) == ("no_api", Usage(calls=1))


def test_odd_token_counts_count_as_none() -> None:
    message = {"content": json.dumps({"paragraphs": [], "comment": ""})}
    body = {"choices": [{"message": message}], "usage": {"prompt_tokens": "9", "completion_tokens": -4}}

    assert read_reply(json.dumps(body).encode(), draft_schema()).usage == Usage(calls=1)
