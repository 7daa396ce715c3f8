"""The wheel holds the program with its prompts, playbooks and pages, nothing beside it, and works from any folder."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)], cwd=ROOT, check=True, capture_output=True
    )
    (built,) = folder.glob("*.whl")
    return built


def test_it_installs_the_program_and_no_other_package(wheel: Path) -> None:
    tops = {name.partition("/")[0] for name in zipfile.ZipFile(wheel).namelist()}

    assert {top for top in tops if not top.endswith(".dist-info")} == {"app"}


def test_it_holds_everything_that_the_source_reads_beside_code(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    sources = [path for path in (ROOT / "app").rglob("*") if path.suffix in (".yaml", ".css", ".html", ".js", ".md", ".json")]
    prompts = list((ROOT / "prompts").glob("*.md"))

    assert {path.relative_to(ROOT).as_posix() for path in sources} <= names
    assert {f"app/_prompts/{path.name}" for path in prompts} <= names
    assert prompts


def test_it_holds_nothing_that_isnt_part_of_the_program(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()

    assert not [name for name in names if "test" in name.lower() or name.endswith((".pyc", ".docx", ".gold.json"))]


def test_it_works_from_another_folder(wheel: Path, tmp_path: Path) -> None:
    installed, elsewhere = tmp_path / "site", tmp_path / "elsewhere"
    elsewhere.mkdir()
    zipfile.ZipFile(wheel).extractall(installed)
    (elsewhere / "msa.txt").write_text("AGREEMENT\nThis Agreement renews automatically for terms of 24 months.\n")
    program = (
        f"import sys; sys.path.insert(0, {str(installed)!r})\n"
        "import app; assert app.__file__.startswith(sys.path[0]), app.__file__\n"
        "from app.llm.prompts import load_prompt\n"
        f"for name in {sorted(path.stem for path in (ROOT / 'prompts').glob('*.md'))!r}: load_prompt(name)\n"
        "from app.cli import main\n"
        "main(['review', 'msa.txt', '--playbook', 'saas-customer', '--model', 'none', '--json', 'r.json', '--html', 'r.html'])\n"
    )

    done = subprocess.run([sys.executable, "-c", program], cwd=elsewhere, check=False, capture_output=True, text=True)

    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads((elsewhere / "r.json").read_bytes())["playbook"]["id"] == "saas-customer"
