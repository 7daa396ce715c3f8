"""/v1/playbooks: the positions that a contract can be judged by."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter

from app.api.wire import PROBLEMS, PlaybookDetailOut, PlaybooksOut
from app.errors import NotFound
from app.playbook.load import bundled_ids, load_playbook
from app.playbook.position import Playbook

router = APIRouter(prefix="/v1/playbooks", tags=["playbooks"], responses=PROBLEMS)


@router.get("", response_model=PlaybooksOut)
def list_playbooks() -> dict[str, Any]:
    """The bundled playbooks."""
    books = [load_playbook(id) for id in bundled_ids()]
    return {"playbooks": [{**_first(book), "positions": len(book.positions)} for book in books]}


@router.get("/{id}", response_model=PlaybookDetailOut)
def get_playbook(id: str) -> dict[str, Any]:
    """A playbook and its positions."""
    if id not in bundled_ids():  # never a path: a caller must not read the service's files
        raise NotFound(f"playbook {id[:60]}", "there is none of that id", f"use one of {', '.join(bundled_ids())}")
    book = load_playbook(id)
    positions = [
        {"id": p.id, "clause_type": p.clause_type, "title": p.title, "priority": p.priority, "why": p.why, "ask": p.ask}
        for p in book.positions
    ]
    return {**_first(book), "sha256": book.sha256, "positions": positions}


def _first(book: Playbook) -> dict[str, Any]:
    return {"id": book.id, "title": book.title, "version": book.version, "side": book.side}
