"""Errors as problem details (RFC 9457), mapped here and nowhere else. An answer never repeats what was sent."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from app.errors import CounterclauseError
from app.jobs.problem import MEDIA_TYPE, problem, problem_of


def answer(told: Mapping[str, object], headers: Mapping[str, str] | None = None) -> JSONResponse:
    """A problem as the response that it stands for."""
    status = told["status"]
    assert isinstance(status, int)
    return JSONResponse(dict(told), status, dict(headers or {}), media_type=MEDIA_TYPE)


def install(app: FastAPI) -> None:
    """Make every error of the routes leave as a problem."""
    app.add_exception_handler(CounterclauseError, _ours)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)


async def _ours(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, CounterclauseError)
    return answer(problem_of(error), {"Retry-After": "60"} if error.http_status == HTTPStatus.SERVICE_UNAVAILABLE else None)


async def _invalid(_: Request, error: Exception) -> JSONResponse:
    """A field that is missing or of the wrong kind; named, but not with its value."""
    assert isinstance(error, RequestValidationError)
    errors = [{"field": ".".join(str(step) for step in each["loc"][1:]) or "body", "problem": str(each["msg"])} for each in error.errors()]
    first = errors[0] if errors else {"field": "request", "problem": "it can't be read"}
    detail = f"{first['field']}: {first['problem'].lower()}; /docs shows what is expected"
    return answer(problem("invalid request", 422, detail, errors=errors))


async def _http(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    phrase = HTTPStatus(error.status_code).phrase
    detail = error.detail if error.detail != phrase else f"{phrase.lower()}; /docs shows what there is"
    return answer(problem(phrase.lower(), error.status_code, str(detail)), error.headers)
