"""What is asked for, as people and programs write it: facts as K=V, edits as a JSON list."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from app.errors import EditError, FactError

# The longest list that was tried has 200 edits in 100 kB.
_MAX_EDITS_BYTES = 16 * 1024 * 1024


def split_facts(facts: Sequence[str]) -> dict[str, str]:
    """K=V pairs as a mapping. A fact that is given twice is an error, not a choice of ours. Raises FactError."""
    split: dict[str, str] = {}
    for fact in facts:
        name, equals, value = (part.strip() for part in fact.partition("="))
        if not equals or not name:
            raise FactError("facts", "one isn't of the form K=V", "write for example annual_fees=30240")
        if name in split:
            raise FactError(f"fact {name[:40]}", "it is given twice", "give it once")
        split[name] = value
    return split


def read_edit_list(path: Path) -> list[Mapping[str, object]]:
    """The edits in a JSON file, each an object that nothing has checked yet. Raises EditError naming the file."""
    name = path.name
    try:
        if path.is_dir():
            raise EditError(name, "it is a folder", "name a JSON file")
        if path.stat().st_size > _MAX_EDITS_BYTES:
            raise EditError(name, f"it has more than {_MAX_EDITS_BYTES // 1024**2} MB", "split the list")
        edits = json.loads(path.read_bytes())
    except FileNotFoundError:
        raise EditError(name, "there is no such file", "check its name and folder") from None
    except OSError as error:
        raise EditError(name, f"it can't be read ({(error.strerror or 'no reason given').lower()})", "check its permissions") from None
    except json.JSONDecodeError as error:
        raise EditError(name, f"it isn't JSON (line {error.lineno}, column {error.colno})", "correct it there") from None
    except (UnicodeDecodeError, RecursionError):
        raise EditError(name, "it isn't JSON in UTF-8", "save it as a JSON list of edits") from None
    if not isinstance(edits, list) or not all(isinstance(edit, dict) for edit in edits):
        raise EditError(name, "it isn't a list of objects", 'write [{"old": "...", "new": "..."}]')
    if not edits:
        raise EditError(name, "the list is empty", "give at least one edit")
    return edits
