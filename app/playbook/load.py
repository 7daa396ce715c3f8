"""Playbooks from YAML: bundled ones by id, a user's own by path. A playbook may extend another.

`extends` names a bundled id or a path beside the file. A position with an id that the base has is laid over it, key by key; a
new id is added; `drop: [ids]` leaves some out. A deal's overrides are laid on in the same way. Every condition is checked
against the table of terms, and an error names the file, the position and the way out.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from importlib import resources
from pathlib import Path
from typing import Any

import yaml

from app.domain.clause_types import CLAUSE_TYPES
from app.domain.finding import PRIORITIES
from app.domain.terms import TERMS
from app.errors import PlaybookError
from app.playbook.conditions import Item, parse_items
from app.playbook.derived import DERIVED
from app.playbook.position import Fit, Playbook, Position

_LIMIT = 1_000_000  # a playbook is a page or ten; past this it is something else
_KEYS = {"id", "title", "version", "side", "extends", "drop", "facts", "fit", "positions"}
_POSITION_KEYS = {
    "id", "clause_type", "title", "priority", "also", "preferred", "fallback", "walk_away", "applies", "about", "only_if", "if_missing",
    "why", "ask", "missing_why", "wording",
}  # fmt: skip
_CONDITIONS = ("preferred", "fallback", "walk_away", "applies", "only_if")

try:  # libyaml's parser is ten times faster; both load plain data only
    _Loader: Any = yaml.CSafeLoader
except AttributeError:  # pragma: no cover - a build without libyaml
    _Loader = yaml.SafeLoader


def bundled_ids() -> tuple[str, ...]:
    """The ids of the bundled playbooks, in alphabetical order."""
    folder = resources.files("app.playbook") / "bundled"
    return tuple(sorted(entry.name.removesuffix(".yaml") for entry in folder.iterdir() if entry.name.endswith(".yaml")))


def load_playbook(name: str, *, overrides: Mapping[str, Any] | None = None) -> Playbook:
    """The playbook with a bundled id or at a path, with a deal's overrides laid on it.

    Raises PlaybookError for an unknown id, a file that isn't YAML, or a condition that makes no sense.
    """
    raw, contents = _load_raw(name, seen=())
    if overrides:
        raw = _laid_over(raw, overrides, name)
        contents += yaml.safe_dump(dict(overrides), sort_keys=True).encode()
    return _parse(raw, name, hashlib.sha256(contents).hexdigest())


def _load_raw(name: str, seen: tuple[str, ...], beside: Path | None = None) -> tuple[dict[str, Any], bytes]:
    subject, contents, folder = _contents(name, beside)
    if subject in seen:
        raise PlaybookError(subject, "extends itself", "break the circle")
    try:
        raw = yaml.load(contents, Loader=_Loader)
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        place = f" at line {mark.line + 1}" if mark else ""
        raise PlaybookError(subject, f"is not YAML{place}", "correct it; `counterclause check-playbook` shows when it is right") from None
    if not isinstance(raw, dict):
        raise PlaybookError(subject, "holds no mapping", "begin with id, title, version, side and positions")
    if "extends" in raw:
        base, base_contents = _load_raw(str(raw["extends"]), (*seen, subject), folder)
        raw, contents = _laid_over(base, raw, subject), base_contents + contents
    return raw, contents


def _contents(name: str, beside: Path | None) -> tuple[str, bytes, Path | None]:
    if name in bundled_ids():
        return f"{name}.yaml", (resources.files("app.playbook") / "bundled" / f"{name}.yaml").read_bytes(), None
    path = Path(name) if beside is None or Path(name).is_absolute() else beside / name
    if not path.is_file():
        raise PlaybookError(name, "no such playbook", f"give a path, or one of {', '.join(bundled_ids())}")
    if path.stat().st_size > _LIMIT:
        raise PlaybookError(path.name, "is too large for a playbook", "split it")
    return path.name, path.read_bytes(), path.parent


def _laid_over(base: Mapping[str, Any], top: Mapping[str, Any], subject: str) -> dict[str, Any]:
    """The base with what the top says in its place; positions by id."""
    positions = {position["id"]: position for position in base.get("positions", [])}
    for position in top.get("positions") or []:
        if not isinstance(position, Mapping) or "id" not in position:
            raise PlaybookError(subject, "a position has no id", "give each one an id, such as renewal")
        positions[position["id"]] = {**positions.get(position["id"], {}), **position}
    for dropped in top.get("drop") or []:
        if positions.pop(dropped, None) is None:
            raise PlaybookError(subject, f"drops {dropped!r}, which its base doesn't have", "name one of the base's positions")
    merged = {**base, **{key: value for key, value in top.items() if key not in ("positions", "extends", "drop")}}
    merged["positions"] = list(positions.values())
    return merged


def _parse(raw: Mapping[str, Any], name: str, sha256: str) -> Playbook:
    subject = name if name.endswith((".yaml", ".yml")) else f"{name}.yaml"
    subject = Path(subject).name
    for key in raw:
        if key not in _KEYS:
            raise PlaybookError(subject, f"has {key!r}", f"use {', '.join(sorted(_KEYS))}")
    for key in ("id", "version", "side", "positions"):
        if not raw.get(key):
            raise PlaybookError(subject, f"has no {key}", "add it")
    if raw["side"] not in ("customer", "vendor", "either"):
        raise PlaybookError(subject, f"side is {raw['side']!r}", "write customer, vendor or either")
    if not isinstance(raw["positions"], list):
        raise PlaybookError(subject, "positions is not a list", "write each position with a dash before it")
    return Playbook(
        id=str(raw["id"]),
        title=str(raw.get("title", raw["id"])),
        version=str(raw["version"]),
        side=raw["side"],
        sha256=sha256,
        positions=tuple(_position(entry, subject) for entry in raw["positions"]),
        fit=_fit(raw.get("fit") or {}, subject),
        facts=dict(raw.get("facts") or {}),
    )


def _fit(raw: Any, subject: str) -> Fit:
    try:
        signs = {str(name): (float(least), float(worth)) for name, (least, worth) in dict(raw.get("signs", {})).items()}
        words = {str(word): float(weight) for word, weight in dict(raw.get("words", {})).items()}
        return Fit(tuple(raw.get("titles", ())), words, signs, tuple(raw.get("never", ())))
    except (AttributeError, TypeError, ValueError):
        raise PlaybookError(
            f"{subject}, fit", "can't be read", "write titles, words, signs and never as the bundled playbooks do"
        ) from None


def _position(entry: Any, subject: str) -> Position:
    if not isinstance(entry, Mapping) or not isinstance(entry.get("id"), str):
        raise PlaybookError(subject, "a position has no id", "give each one an id, such as renewal")
    place = f"{subject}, position {entry['id']}"
    for key in entry:
        if key not in _POSITION_KEYS:
            raise PlaybookError(place, f"has {key!r}", f"use {', '.join(sorted(_POSITION_KEYS))}")
    clause_type = entry.get("clause_type", entry["id"].split(".")[0])
    types = (clause_type, *(entry.get("also") or ()))
    for each in types:
        if each not in CLAUSE_TYPES:
            raise PlaybookError(place, f"there is no clause type {each!r}", "see `counterclause playbooks --types`")
    if entry.get("priority") not in PRIORITIES:
        raise PlaybookError(place, f"priority is {entry.get('priority')!r}", "write must, should or nice")
    if entry.get("if_missing", "missing") not in ("preferred", "missing", "walk_away"):
        raise PlaybookError(place, f"if_missing is {entry['if_missing']!r}", "write preferred, missing or walk_away")
    terms = {name: term for each in types for name, term in (TERMS[each] | DERIVED.get(each, {})).items()}
    conditions: dict[str, tuple[Item, ...]] = {}
    for key in _CONDITIONS:
        try:
            conditions[key] = parse_items(entry.get(key), terms)
        except ValueError as error:
            problem, _, remedy = str(error).partition("|")
            raise PlaybookError(place, f"{key}: {problem}", remedy or "correct it") from None
    for name in entry.get("about") or ():
        if name not in terms:
            raise PlaybookError(place, f"about: there is no term {name!r}", f"use one of {', '.join(sorted(terms))}")
    return Position(
        id=entry["id"],
        clause_type=clause_type,
        title=str(entry.get("title", entry["id"])),
        priority=entry["priority"],
        types=types,
        about=tuple(entry.get("about") or ()),
        if_missing=entry.get("if_missing", "missing"),
        wording=entry.get("wording"),
        preferred=conditions["preferred"],
        fallback=conditions["fallback"],
        walk_away=conditions["walk_away"],
        applies=conditions["applies"],
        only_if=conditions["only_if"],
        why=str(entry.get("why", "")).strip(),
        ask=str(entry.get("ask", "")).strip(),
        missing_why=str(entry.get("missing_why", "")).strip(),
    )
