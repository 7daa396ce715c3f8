"""PDF with a text layer: read in a process of its own, with limits on memory and time; laid out here into paragraphs.

A password that only restricts printing or copying ("owner") opens; one that is needed to read ("user") is named. A scan is refused.
"""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from app.documents import limits
from app.documents.assemble import assemble
from app.documents.layout import lay_out
from app.documents.pages import PageLine, Sheet
from app.domain.document import Document
from app.errors import DocumentError, TooLarge

_WORKER = Path(__file__).with_name("pdf_worker.py")
# Fewer characters than this on a page are stamps and page numbers over a scan.
_TEXT_PER_PAGE = 20


def read_pdf(name: str, data: bytes, sha256: str) -> Document:
    """Read a PDF. Raises DocumentError if it is damaged, encrypted or a scan, TooLarge past a limit of pages, text or time."""
    sheets = _sheets(name, data)
    written = [sum(len(line.text.strip()) for line in sheet.lines) for sheet in sheets]
    pages = len(sheets)
    if sum(written) < _TEXT_PER_PAGE * (pages if pages > 2 else 1):
        which = "its only page has no text" if pages == 1 else f"none of its {pages} pages has text"
        raise DocumentError(name, f"{which} (a scan)", "run OCR first or send the .docx")
    bare = [number for number, count in enumerate(written, start=1) if count < _TEXT_PER_PAGE]
    warnings = []
    if bare and len(bare) < pages:
        listed = ", ".join(map(str, bare[:10])) + (" and others" if len(bare) > 10 else "")
        warnings.append(f"no text on page {listed}: blank, or a scan that wasn't read")
    return assemble(name, "pdf", sha256, lay_out(sheets), pages=pages, warnings=warnings)


def _sheets(name: str, data: bytes) -> list[Sheet]:
    answer = _ask(name, data)
    error = answer.get("error")
    if error == "password":
        raise DocumentError(name, "it is encrypted and needs a password", "remove the password or send the .docx")
    if error == "pages":
        problem = f"it has {answer.get('count'):,} pages, more than the {limits.MAX_PDF_PAGES:,} that can be read"
        raise TooLarge(name, problem, "send the contract alone")
    if error == "characters":
        raise TooLarge(name, f"it has more than {limits.MAX_TEXT_BYTES:,} characters", "send the contract alone")
    if error or not isinstance(answer.get("pages"), list):
        raise _damaged(name)
    return [Sheet(page["width"], page["height"], [PageLine(*line) for line in page["lines"]]) for page in answer["pages"]]


def _ask(name: str, data: bytes) -> dict[str, Any]:
    """The worker's answer. A worker that crashes or goes over a limit is an answer too: the file is at fault."""
    bindings = importlib.util.find_spec("pypdfium2_raw")
    if bindings is None or bindings.origin is None:
        raise DocumentError(name, "this installation can't read PDFs (pypdfium2 is missing)", "install it or send the .docx")
    # -I and -S: no site packages, no environment, no start-up files; the worker imports nothing but the bindings.
    command = [
        sys.executable, "-I", "-S", str(_WORKER), str(Path(bindings.origin).parent.parent), str(limits.PDF_MEMORY_BYTES),
        str(limits.PDF_SECONDS), str(limits.MAX_PDF_PAGES), str(limits.MAX_TEXT_BYTES),
    ]  # fmt: skip
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=limits.PDF_SECONDS * 1.5, check=False, env={})
    except subprocess.TimeoutExpired:
        raise TooLarge(name, f"it can't be read within {limits.PDF_SECONDS} seconds", "send the .docx") from None
    if done.returncode != 0:
        raise _damaged(name)
    try:
        answer = json.loads(done.stdout)
    except ValueError:
        raise _damaged(name) from None
    return answer if isinstance(answer, dict) else {}


def _damaged(name: str) -> DocumentError:
    return DocumentError(name, "it is damaged or isn't a PDF", "save it as a PDF again or send the .docx")
