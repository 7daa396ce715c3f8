"""Files that are written all together or not at all: a temporary file beside each, then a rename.

What was at a path before survives every refusal. A path that is no regular file (a pipe, `/dev/null`) is written in place.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from app.errors import UsageError


def check_outputs(paths: Mapping[str, Path], inputs: tuple[Path, ...] = ()) -> None:
    """Raise UsageError for an output that could not be written, before any work is done.

    `paths` maps what a path is called ("--docx") to it. No output may be an input, or be named twice.
    """
    seen: dict[Path, str] = {}
    for name, path in paths.items():
        subject = f"{name} {path.name or path}"
        real = _real(path)
        if real.is_dir():
            raise UsageError(subject, "it is a folder", "name a file in it")
        if not real.parent.is_dir():
            raise UsageError(subject, "its folder doesn't exist", "create the folder first")
        if _written_in_place(real):
            continue
        if not os.access(real.parent, os.W_OK):
            raise UsageError(subject, "its folder can't be written to", "choose another folder")
        if any(real == _real(each) for each in inputs):
            raise UsageError(subject, "it is a file that is read", "choose another name, so that the original stays")
        if real in seen:
            raise UsageError(subject, f"{seen[real]} names the same file", "give each output its own name")
        seen[real] = name


def write_all(outputs: Mapping[Path, bytes]) -> None:
    """Write every file, or none. Raises UsageError naming the file that could not be written."""
    staged: dict[Path, Path] = {}
    try:
        for path, contents in outputs.items():
            real = _real(path)
            if not _written_in_place(real):
                staged[real] = _stage(real, contents)
        for path, contents in outputs.items():
            real = _real(path)
            if real in staged:
                os.replace(staged.pop(real), real)
            else:
                real.write_bytes(contents)
    except OSError as error:
        problem = f"it can't be written ({(error.strerror or 'no reason given').lower()})"
        raise UsageError(path.name or str(path), problem, "make room, or choose another folder") from None
    finally:
        for temporary in staged.values():
            with suppress(OSError):
                temporary.unlink()


def write_file(path: Path, contents: bytes) -> None:
    """Write one file, whole or not at all."""
    write_all({path: contents})


def _stage(path: Path, contents: bytes) -> Path:
    """The contents in a temporary file beside `path`, on disk and with the rights that the file shall have."""
    temporary = path.parent / f".counterclause-{secrets.token_hex(8)}"
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(contents)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            temporary.chmod(path.stat().st_mode & 0o777)
    except BaseException:
        temporary.unlink()
        raise
    return temporary


def _real(path: Path) -> Path:
    """Where a link leads: the file behind it is replaced, not the link."""
    return Path(os.path.realpath(path))


def _written_in_place(path: Path) -> bool:
    return path.exists() and not path.is_file()
