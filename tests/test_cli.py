"""The command line: what it prints and writes, its exit codes, and that bad input is one line on stderr with nothing half-written."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from app.cli import run
from tests.scripted_server import Reply, ScriptedServer, declines, in_turn, says, wrong_key

CONTRACT = (
    'MASTER SERVICES AGREEMENT\nThis Agreement is between Acme Hosting Ltd ("Vendor") and Bellflower Inc ("Customer").\n'
    "1. Term\nThis Agreement renews automatically for successive terms of twenty-four (24) months "
    "unless a party gives ninety (90) days' notice.\n"
    "2. Law\nThis Agreement is governed by the laws of England.\n"
)


@pytest.fixture
def contract(tmp_path: Path) -> Path:
    path = tmp_path / "msa.txt"
    path.write_text(CONTRACT)
    return path


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test asks a model or takes the settings of whoever runs it."""
    for name in list(os.environ):
        if name.startswith(("COUNTERCLAUSE_", "OPENAI_")):
            monkeypatch.delenv(name)


def review(contract: Path, *options: str) -> int:
    return run(["review", str(contract), "--playbook", "saas-customer", *options])


def test_a_review_prints_its_risks_and_says_that_rules_alone_read(contract: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert review(contract) == 0

    out = capsys.readouterr().out
    assert "Automatic renewal" in out
    assert "rules alone (no model is configured)" in out


def test_all_outputs_are_written_and_their_spans_count_in_the_text(contract: Path, tmp_path: Path) -> None:
    outputs = [f"--{name}={tmp_path / f'r.{name}'}" for name in ("json", "docx", "html", "text")]

    assert review(contract, *outputs) == 0

    text = (tmp_path / "r.text").read_bytes().decode()
    report = json.loads((tmp_path / "r.json").read_bytes())
    quoted = [finding for finding in report["findings"] if finding["quote"]]
    assert quoted
    assert all(text[f["span"]["start"] : f["span"]["end"]] == f["quote"] for f in quoted)
    assert (tmp_path / "r.html").read_text().startswith("<!doctype html>")
    assert "word/document.xml" in zipfile.ZipFile(tmp_path / "r.docx").namelist()


def test_json_to_standard_output_is_nothing_but_json(contract: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from app.cli import main; main()", "review", str(contract), "--json", "-"], capture_output=True, check=True
    )

    assert json.loads(done.stdout)["schema_version"] == 1
    assert done.stderr == b""


def test_fail_on_is_exit_1_when_something_of_that_priority_is_flagged(contract: Path) -> None:
    assert review(contract, "--fail-on", "must") == 1


def test_fail_on_is_exit_0_when_nothing_of_that_priority_is_flagged(tmp_path: Path) -> None:
    lease = tmp_path / "lease.txt"
    lease.write_text("LEASE OF LAND\nThe tenant pays rent for the orchard to the landlord each month.\n")

    assert run(["review", str(lease), "--fail-on", "nice"]) == 0


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        (["--playbook", "no-such"], "no-such: no such playbook"),
        (["--facts", "annual_fees"], "facts: one isn't of the form K=V"),
        (["--facts", "colour=blue"], "fact colour: there is no such fact"),
        (["--facts", "annual_fees=much"], "fact annual_fees"),
        (["--side", "landlord"], "'landlord' is not one of"),
        (["--fail-on", "all"], "'all' is not one of"),
        (["--model", "some-model"], "no endpoint is configured"),
        (["--colour"], "No such option"),
        (["--json", "/no/such/folder/r.json"], "its folder doesn't exist"),
    ],
)
def test_bad_usage_is_exit_2_and_one_line(contract: Path, capsys: pytest.CaptureFixture[str], options: list[str], problem: str) -> None:
    before = set(contract.parent.iterdir())

    assert run(["review", str(contract), "--html", str(contract.parent / "r.html"), *options]) == 2

    told = capsys.readouterr()
    assert problem in told.err
    assert told.err.startswith("counterclause: ")
    assert told.err.count("\n") == 1
    assert told.out == ""
    assert set(contract.parent.iterdir()) == before


@pytest.mark.parametrize(
    ("name", "contents"),
    [
        ("empty.txt", b""),
        ("program.docx", b"MZ\x90\x00" + b"\0" * 80),
        ("data.txt", b"\x00\x01\x02" * 50),
        ("a.docm", b"PK\x03\x04"),
        ("a.pdf", b"%PDF-1.7\n"),
    ],
)
def test_a_file_that_cant_be_read_is_exit_2_and_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, contents: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(contents)

    assert run(["review", str(path), "--json", str(tmp_path / "r.json")]) == 2

    err = capsys.readouterr().err
    assert err.startswith(f"counterclause: {name}: ")
    assert err.count("\n") == 1
    assert not (tmp_path / "r.json").exists()


def test_the_contract_cant_be_overwritten_by_an_output(contract: Path) -> None:
    assert review(contract, "--text", str(contract)) == 2
    assert contract.read_text() == CONTRACT


def test_a_defect_is_told_by_its_place_and_not_by_its_words(
    contract: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("secret words of the contract")

    monkeypatch.setattr("app.jobs.model.review", broken)

    assert review(contract) == 70
    err = capsys.readouterr().err
    assert "internal error: RuntimeError" in err
    assert "secret" not in err


def test_the_bundled_playbooks_are_listed_and_pass_their_check(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["playbooks"]) == 0

    ids = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
    assert {"saas-customer", "software-development-customer", "ai-platform-customer", "mutual-nda", "ai-model-license"} <= set(ids)
    assert all(run(["check-playbook", id]) == 0 for id in ids)


def test_a_playbook_with_a_mistake_is_exit_2_and_says_where(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "ours.yaml"
    path.write_text("extends: saas-customer\npositions:\n- {id: renewal, priority: always}\n")

    assert run(["check-playbook", str(path)]) == 2

    err = capsys.readouterr().err
    assert "renewal" in err
    assert "always" in err


def docx_of(folder: Path, text: str) -> Path:
    from docx import Document

    path = folder / "msa.docx"
    document = Document()
    document.add_paragraph(text)
    document.save(str(path))
    return path


def test_edits_are_made_as_tracked_changes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, edits, out = docx_of(tmp_path, "Notice is 90 days."), tmp_path / "edits.json", tmp_path / "out.docx"
    edits.write_text(json.dumps([{"old": "90 days", "new": "30 days", "comment": "Shorter."}]))

    assert run(["redline", str(file), str(edits), "--docx", str(out), "--author", "Counsel"]) == 0

    xml = zipfile.ZipFile(out).read("word/document.xml").decode()
    assert "w:del " in xml
    assert 'w:author="Counsel"' in xml


def test_an_edit_that_fits_nowhere_is_exit_2_and_the_older_file_stays(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, edits, out = docx_of(tmp_path, "Notice is 90 days."), tmp_path / "edits.json", tmp_path / "out.docx"
    edits.write_text(json.dumps([{"old": "90 days", "new": "30 days"}, {"old": "sixty days", "new": "30 days"}]))
    out.write_bytes(b"older")

    assert run(["redline", str(file), str(edits), "--docx", str(out)]) == 2

    assert "edit 2" in capsys.readouterr().err
    assert out.read_bytes() == b"older"


def test_what_isnt_a_word_file_cant_be_redlined(contract: Path, tmp_path: Path) -> None:
    (tmp_path / "edits.json").write_text('[{"old": "90", "new": "30"}]')

    assert run(["redline", str(contract), str(tmp_path / "edits.json"), "--docx", str(tmp_path / "out.docx")]) == 2


def test_serving_to_others_without_a_key_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["serve", "--host", "0.0.0.0"]) == 2
    assert "COUNTERCLAUSE_API_KEY" in capsys.readouterr().err


def test_help_and_a_review_by_rules_import_nothing_that_they_dont_need(contract: Path) -> None:
    check = "import sys; from app.cli import run; code = run(sys.argv[1:]); print(code, sorted(m for m in %r if m in sys.modules))"
    heavy = ("fastapi", "openai", "langchain_text_splitters", "langchain_core", "rich.table")

    for arguments in (["--help"], ["review", str(contract), "--playbook", "saas-customer", "--json", str(contract.parent / "r.json")]):
        done = subprocess.run([sys.executable, "-c", check % (heavy,), *arguments], capture_output=True, check=True, text=True)
        assert done.stdout.splitlines()[-1] == "0 []"


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"]) == 0

    out = capsys.readouterr().out
    assert all(name in out for name in ("review", "redline", "playbooks", "check-playbook", "serve"))


def review_with_model(contract: Path, reply: Reply, *options: str) -> subprocess.CompletedProcess[str]:
    """Review in a process of its own, with a model that always replies the same."""

    async def talk() -> subprocess.CompletedProcess[str]:
        async with ScriptedServer(in_turn(*[reply] * 200)) as server:
            environment = os.environ | {"OPENAI_BASE_URL": server.base_url, "OPENAI_API_KEY": "k", "COUNTERCLAUSE_MODEL": "scripted"}
            command = [
                sys.executable,
                "-c",
                "from app.cli import main; main()",
                "review",
                str(contract),
                "--playbook",
                "saas-customer",
                *options,
            ]
            return await asyncio.to_thread(subprocess.run, command, env=environment, capture_output=True, check=False, text=True)

    return asyncio.run(talk())


def test_a_configured_model_reads_too_and_is_named(contract: Path) -> None:
    done = review_with_model(contract, says({"clauses": [], "observations": []}))

    assert (done.returncode, done.stderr) == (0, "")
    assert "rules and the model scripted" in done.stdout


def test_a_model_that_isnt_wanted_isnt_asked(contract: Path) -> None:
    done = review_with_model(contract, wrong_key(), "--model", "none")

    assert (done.returncode, done.stderr) == (0, "")
    assert "rules alone" in done.stdout


def test_a_key_that_the_endpoint_refuses_is_exit_2(contract: Path) -> None:
    done = review_with_model(contract, wrong_key(), "--html", str(contract.parent / "r.html"))

    assert done.returncode == 2
    assert done.stderr == "counterclause: model scripted: the endpoint refused the key; check OPENAI_API_KEY and OPENAI_BASE_URL\n"
    assert not (contract.parent / "r.html").exists()


def test_when_every_call_fails_the_report_by_rules_is_written_and_a_line_says_why(contract: Path) -> None:
    done = review_with_model(contract, declines(), "--json", str(contract.parent / "r.json"))

    assert done.returncode == 0
    assert done.stderr.startswith("counterclause: the model answered nothing (")
    report = json.loads((contract.parent / "r.json").read_bytes())
    assert report["gaps"]
    assert "renewal" in [finding["position"] for finding in report["findings"] if finding["flagged"]]
