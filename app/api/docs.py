"""/docs: the interface's documentation, rendered from /openapi.json by a small page of our own that loads nothing from elsewhere."""

from __future__ import annotations

from importlib import resources

from fastapi import APIRouter, Response
from fastapi.responses import RedirectResponse

router = APIRouter(include_in_schema=False)

_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"


@router.get("/")
def front() -> Response:
    return RedirectResponse("/docs")


@router.get("/docs")
def page() -> Response:
    return Response(_static("docs.html"), media_type="text/html", headers={"Content-Security-Policy": _POLICY})


@router.get("/docs/docs.js")
def script() -> Response:
    return Response(_static("docs.js"), media_type="text/javascript")


@router.get("/docs/docs.css")
def style() -> Response:
    return Response(_static("docs.css"), media_type="text/css")


def _static(name: str) -> bytes:
    return resources.files("app.api").joinpath("static", name).read_bytes()
