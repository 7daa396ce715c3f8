"""Outputs are written whole and together, or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from app.errors import UsageError
from app.store.files import check_outputs, write_all


def test_files_are_written_and_leave_nothing_beside_them(tmp_path: Path) -> None:
    write_all({tmp_path / "a": b"1", tmp_path / "b": b"2"})

    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a": b"1", "b": b"2"}


def test_when_one_cant_be_written_the_others_stay_as_they_were(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"before")

    with pytest.raises(UsageError, match="b: it can't be written"):
        write_all({tmp_path / "a": b"after", tmp_path / "none" / "b": b"2"})

    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a": b"before"}


def test_a_file_that_is_replaced_keeps_its_rights(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"before")
    path.chmod(0o640)

    write_all({path: b"after"})

    assert path.stat().st_mode & 0o777 == 0o640


def test_the_file_behind_a_link_is_replaced_and_the_link_stays(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"before")
    (tmp_path / "link").symlink_to("real")

    write_all({tmp_path / "link": b"after"})

    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"after"


def test_a_device_is_written_to_and_not_replaced() -> None:
    check_outputs({"--json": Path(os.devnull)})
    write_all({Path(os.devnull): b"gone"})

    assert Path(os.devnull).is_char_device()


@pytest.mark.parametrize(
    ("outputs", "problem"),
    [
        ({"--json": ""}, "it is a folder"),
        ({"--json": "none/r.json"}, "its folder doesn't exist"),
        ({"--json": "in.docx"}, "it is a file that is read"),
        ({"--json": "r", "--html": "r"}, "--json names the same file"),
        ({"--json": "r", "--html": "../x/r"}, "--json names the same file"),
    ],
)
def test_what_could_not_be_written_is_refused_before_any_work(tmp_path: Path, outputs: dict[str, str], problem: str) -> None:
    folder = tmp_path / "x"
    folder.mkdir()
    (folder / "in.docx").write_bytes(b"contract")

    with pytest.raises(UsageError, match=problem):
        check_outputs({name: folder / path for name, path in outputs.items()}, inputs=(folder / "in.docx",))


def test_an_output_that_is_there_may_be_replaced(tmp_path: Path) -> None:
    (tmp_path / "old.json").write_bytes(b"{}")

    check_outputs({"--json": tmp_path / "old.json"})
