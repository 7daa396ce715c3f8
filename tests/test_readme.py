"""The README tells every command and every setting."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import app.settings
from app.cli import run

README = (Path(__file__).resolve().parents[1] / "README.md").read_text(encoding="utf-8")


def test_every_command_is_in_it(capsys: pytest.CaptureFixture[str]) -> None:
    run(["--help"])

    commands = re.findall(r"^  ([a-z-]+)  ", capsys.readouterr().out.partition("Commands:")[2], re.MULTILINE)
    assert len(commands) >= 5
    assert [name for name in commands if f"counterclause {name}" not in README] == []


def test_every_setting_is_in_its_table() -> None:
    settings = re.findall(r"^ *([A-Z]+_[A-Z_]+) ", app.settings.__doc__ or "", re.MULTILINE)

    assert len(settings) >= 7
    assert [name for name in settings if f"| `{name}` |" not in README] == []


def test_every_target_that_it_names_is_in_the_makefile() -> None:
    makefile = (Path(__file__).resolve().parents[1] / "Makefile").read_text(encoding="utf-8")

    assert [name for name in re.findall(r"`?make (\w+)", README) if f"\n{name}:" not in makefile] == []
