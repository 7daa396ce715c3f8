"""Facts and edits as people write them."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.errors import EditError, FactError
from app.jobs.requests import read_edit_list, split_facts


def test_a_fact_keeps_what_follows_its_first_equals_sign() -> None:
    assert split_facts(["own_party=A=B Ltd", " currency = USD "]) == {"own_party": "A=B Ltd", "currency": "USD"}


@pytest.mark.parametrize("facts", [["annual_fees"], ["=3"], [""], ["a=1", "a=2"]])
def test_a_fact_without_name_or_value_or_given_twice_is_refused(facts: list[str]) -> None:
    with pytest.raises(FactError):
        split_facts(facts)


def test_a_list_of_edits_is_read(tmp_path: Path) -> None:
    path = tmp_path / "edits.json"
    path.write_text('[{"old": "90", "new": "30"}]')

    assert read_edit_list(path) == [{"old": "90", "new": "30"}]


@pytest.mark.parametrize(
    ("contents", "problem"),
    [
        (b"", "it isn't JSON .line 1"),
        (b"\xff", "it isn't JSON in UTF-8"),
        (b"[" * 100_000, "it isn't JSON in UTF-8"),
        (b'{"old": "a"}', "it isn't a list of objects"),
        (b'["a"]', "it isn't a list of objects"),
        (b"[]", "the list is empty"),
    ],
)
def test_a_file_that_is_no_list_of_edits_is_refused_by_name(tmp_path: Path, contents: bytes, problem: str) -> None:
    path = tmp_path / "edits.json"
    path.write_bytes(contents)

    with pytest.raises(EditError, match=f"^edits.json: {problem}"):
        read_edit_list(path)


def test_a_file_that_isnt_there_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(EditError, match=r"edits\.json: there is no such file"):
        read_edit_list(tmp_path / "edits.json")
