"""The redline cases, judged by their independent checker, and a sample of public Word files. Skipped without the shared folder."""

from __future__ import annotations

import importlib.util
import json
import os
import random
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType

import pytest

from app.compare.requests import locate_requests
from app.documents.docx.read import read_docx
from app.documents.docx.write import write_redline
from app.errors import DocumentError

SHARED = os.environ.get("COUNTERCLAUSE_SHARED", "")
CASES = Path(SHARED) / "redline-cases"
NAMES = sorted(json.loads((CASES / "fixtures" / "edits.json").read_text("utf-8"))) if SHARED and (CASES / "fixtures").is_dir() else []
pytestmark = pytest.mark.skipif(not NAMES, reason="COUNTERCLAUSE_SHARED names no folder with redline-cases and data")
DATE = datetime(2026, 3, 1, 12, tzinfo=UTC)
AUTHOR = "Counterclause"
# Enough to meet every kind of file there; all of them are a long measurement.
SAMPLE = 40


@pytest.fixture(scope="module")
def checker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("redline_check", CASES / "redline_check.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _redlined(data: bytes, edits: Sequence[Mapping[str, object]]) -> bytes:
    document = read_docx("case.docx", data)
    return write_redline(data, document, locate_requests(document, edits), author=AUTHOR, date=DATE)


@pytest.mark.parametrize("name", NAMES)
def test_a_fixture_passes_all_four_verdicts(name: str, checker: ModuleType) -> None:
    edits = json.loads((CASES / "fixtures" / "edits.json").read_text("utf-8"))[name]["edits"]
    data = (CASES / "fixtures" / f"{name}.docx").read_bytes()

    assert [x for why in checker.check(data, _redlined(data, edits), AUTHOR, edits=edits)["why"].values() for x in why] == []


@pytest.mark.measure
def test_the_long_document_passes_all_four_verdicts(checker: ModuleType) -> None:
    edits = json.loads((CASES / "big_edits.json").read_text("utf-8"))
    data = (CASES / "big.docx").read_bytes()

    assert [x for why in checker.check(data, _redlined(data, edits), AUTHOR, edits=edits)["why"].values() for x in why] == []


def test_every_bad_file_is_refused_in_one_line() -> None:
    for path in sorted((CASES / "bad").glob("*.docx")):
        with pytest.raises(DocumentError, match=rf"\A{re.escape(path.name)}: [^\n]+; [^\n]+\Z"):
            read_docx(path.name, path.read_bytes())


@pytest.mark.slow
def test_a_sample_of_public_files_takes_an_edit_each(checker: ModuleType) -> None:
    files = sorted((Path(SHARED) / "data" / "docx").rglob("*.docx"))
    faults = []
    for path in random.Random(4).sample(files, min(SAMPLE, len(files))):
        data = path.read_bytes()
        try:
            document = read_docx(path.name, data)
        except DocumentError:
            continue
        paragraph = random.Random(path.name).choice([x for x in document.paragraphs if x.span.of(document.text).strip()])
        words = paragraph.span.of(document.text).split()
        old = random.Random(path.name).choice(words)
        edits = [{"old": old, "new": "agreed", "part": paragraph.part, "occurrence": 0}]
        if old == "agreed":
            continue
        why = checker.check(data, _redlined(data, edits), AUTHOR, edits=edits)["why"]
        faults += [f"{path.name}: {x}" for v in why.values() for x in v]
    assert faults == []
