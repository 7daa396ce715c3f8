"""The versioned prompt files: where they are, what they say, and how they are filled in.

A file has front matter between "---" lines (id, version, inputs, answers, why) and a body. A line "---" in the body parts it: above it
stands what is the same in every call (the system message, which providers can cache), below it what differs (the user message).
`{{ name }}` takes an input; what is filled in is never filled in again. In a wheel the files lie in `app/_prompts`.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path

READ_CLAUSES = "read_clauses.v1"
DRAFT_REDLINE = "draft_redline.v1"
IN_USE = (READ_CLAUSES, DRAFT_REDLINE)

_INPUT = re.compile(r"\{\{ *([a-z_]+) *\}\}")
_PARTED = re.compile(r"^---\n", re.MULTILINE)


@dataclass(frozen=True)
class Prompt:
    """A prompt file. `fixed` and `varying` are the two parts of its body, `sha256` the hash of the file."""

    name: str
    front: Mapping[str, str]
    fixed: str
    varying: str
    sha256: str

    @property
    def inputs(self) -> frozenset[str]:
        return frozenset(_INPUT.findall(self.fixed + self.varying))


@dataclass(frozen=True)
class RenderedPrompt:
    """What is asked of a model: two messages, and the schema that the answer keeps to."""

    name: str
    system: str
    user: str
    schema: Mapping[str, object]

    @property
    def messages(self) -> list[dict[str, str]]:
        return [{"role": "system", "content": self.system}, {"role": "user", "content": self.user}]


@cache
def load_prompt(name: str) -> Prompt:
    """The prompt file of this name, such as "read_clauses.v1". Raises LookupError if the installation lacks it."""
    text = _read(f"{name}.md")
    _, front, body = _PARTED.split(text, maxsplit=2)
    fixed, varying = _PARTED.split(body, maxsplit=1)
    return Prompt(name, _front_matter(front), fixed.strip(), varying.strip(), hashlib.sha256(text.encode()).hexdigest())


def render_prompt(name: str, schema: Mapping[str, object], **inputs: str) -> RenderedPrompt:
    """Fill a prompt in. Raises ValueError unless exactly its inputs are given."""
    prompt = load_prompt(name)
    if prompt.inputs != inputs.keys():
        raise ValueError(f"{name} takes {sorted(prompt.inputs)}, not {sorted(inputs)}")
    return RenderedPrompt(name, _filled(prompt.fixed, inputs), _filled(prompt.varying, inputs), schema)


def prompt_hashes() -> dict[str, str]:
    """The hash of every prompt file in use, by file name, for the report."""
    return {f"{name}.md": load_prompt(name).sha256 for name in IN_USE}


def _filled(template: str, inputs: Mapping[str, str]) -> str:
    return _INPUT.sub(lambda match: inputs[match[1]], template)


def _front_matter(front: str) -> dict[str, str]:
    pairs = (line.partition(":") for line in front.splitlines() if line.strip())
    return {key.strip(): value.strip() for key, _, value in pairs}


def _read(file: str) -> str:
    packaged = resources.files("app").joinpath("_prompts", file)
    if packaged.is_file():
        return packaged.read_text(encoding="utf-8")
    source = Path(__file__).resolve().parents[2] / "prompts" / file
    if source.is_file():
        return source.read_text(encoding="utf-8")
    raise LookupError(f"no prompt file {file} in this installation")
