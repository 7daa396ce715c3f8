"""Which reader a file goes to: chosen by its suffix, checked against its first bytes.

A suffix that doesn't match the content is refused by name, never guessed around: a renamed file is either a mistake or an
attack. Nothing is read before its size is known.
"""

from __future__ import annotations

import hashlib
import os
import re
from pathlib import Path

from app.documents import limits
from app.domain.document import Document
from app.errors import DocumentError, TooLarge

READABLE = ".docx, .pdf, .txt, .md or .html"
_SUFFIXES = {
    ".docx": "docx", ".pdf": "pdf", ".txt": "txt", ".text": "txt", ".md": "md", ".markdown": "md", ".html": "html",
    ".htm": "html",
}  # fmt: skip
# First bytes of what people send by mistake, and of what they would rather not have us notice.
_MAGIC = (
    (b"%PDF-", "pdf", "a PDF"),
    (b"PK\x03\x04", "zip", "a zip archive"),
    (b"PK\x05\x06", "zip", "an empty zip archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole", "an old Office file (.doc), or one that is encrypted"),
    (b"{\\rtf", "rtf", "an RTF file"),
    (b"MZ", "exe", "a Windows program"),
    (b"\x7fELF", "exe", "a program"),
    (b"\x89PNG", "picture", "a picture"),
    (b"GIF8", "picture", "a picture"),
    (b"\xff\xd8\xff", "picture", "a picture"),
    (b"\x1f\x8b", "gzip", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "7z", "a 7-Zip archive"),
    (b"Rar!", "rar", "a RAR archive"),
)


def load_document(path: str | Path) -> Document:
    """Read the file at `path`. Raises DocumentError (or TooLarge) naming the file, what is wrong and what to do."""
    path = Path(path)
    name = base_name(str(path))
    try:
        if path.is_dir():
            raise DocumentError(name, "it is a folder", "name one file")
        if not path.is_file():
            raise DocumentError(name, "there is no such file", "check its name and folder")
        with path.open("rb") as file:
            check_size(name, os.fstat(file.fileno()).st_size)
            data = file.read(limits.MAX_FILE_BYTES + 1)
    except OSError as error:
        problem = f"it can't be opened ({(error.strerror or 'no reason given').lower()})"
        raise DocumentError(name, problem, "check the file and its permissions") from None
    return read_document(name, data)


def read_document(name: str, data: bytes) -> Document:
    """Read a file given as bytes; its suffix tells the format. Only the base name of `name` is kept.

    Raises DocumentError for what is empty, of an unknown kind, renamed, or can't be read; TooLarge past a limit.
    """
    name = base_name(name)
    format = _format_of(name, data)
    check_size(name, len(data))
    if format == "docx":
        from app.documents.docx.read import read_docx

        return read_docx(name, data)
    sha256 = hashlib.sha256(data).hexdigest()
    if format == "pdf":
        from app.documents.pdf import read_pdf

        return read_pdf(name, data, sha256)
    if len(data) > limits.MAX_TEXT_BYTES:
        raise _too_large(name, len(data), limits.MAX_TEXT_BYTES)
    if format == "md":
        from app.documents.markdown import read_markdown

        return read_markdown(name, data, sha256)
    if format == "html":
        from app.documents.html import read_html

        return read_html(name, data, sha256)
    from app.documents.text import read_text

    return read_text(name, data, sha256)


def base_name(name: str) -> str:
    """The last part of a path of either kind, without control characters: the only form in which we show a name."""
    last = name.replace("\\", "/").rstrip("/").rpartition("/")[2]
    return re.sub(r"[\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069]", "", last).strip() or "the file"


def check_size(name: str, size: int) -> None:
    """Raise for an empty file and for one past `limits.MAX_FILE_BYTES`."""
    if size == 0:
        raise DocumentError(name, "the file is empty", "send the file that holds the contract")
    if size > limits.MAX_FILE_BYTES:
        raise _too_large(name, size, limits.MAX_FILE_BYTES)


def _format_of(name: str, data: bytes) -> str:
    suffix = os.path.splitext(name)[1].lower()
    if suffix in (".docm", ".dotm"):
        raise DocumentError(name, "it is a file with macros", "save it as .docx and send that")
    if suffix in (".doc", ".rtf", ".odt"):
        raise DocumentError(name, f"{suffix} files can't be read", "save it as .docx and send that")
    format = _SUFFIXES.get(suffix)
    if format is None:
        found = f"the suffix {suffix}" if suffix and suffix.isprintable() and len(suffix) <= 12 else "a name without suffix"
        raise DocumentError(name, f"{found} isn't one that can be read", f"send {READABLE}")
    if not data:
        check_size(name, 0)
    kind, title = _content_of(data)
    if format == "docx" and kind == "ole":
        raise DocumentError(name, "it is encrypted or an old .doc", "remove the password, save it as .docx and send that")
    if format == "docx" and kind != "zip":
        raise DocumentError(name, f"it isn't a Word document but {title or 'something else'}", f"send {READABLE}")
    if format == "pdf" and kind != "pdf":
        raise DocumentError(name, f"it isn't a PDF but {title or 'something else'}", f"send {READABLE}")
    if format in ("txt", "md", "html") and kind is not None:
        raise DocumentError(name, f"it isn't text but {title}", f"give the file its right suffix, or send {READABLE}")
    return format


def _content_of(data: bytes) -> tuple[str | None, str | None]:
    """What the first bytes say; (None, None) for what may be text. A PDF's header may stand a little further in."""
    for magic, kind, title in _MAGIC:
        if data.startswith(magic):
            # Two letters are no proof: "MZ" may begin a text, a program has NUL bytes in its header.
            if magic == b"MZ" and b"\0" not in data[:64]:
                continue
            if kind == "zip" and b"word/document" in data:
                return kind, "a Word document"
            return kind, title
    if data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"%PDF-") or (b"%PDF-" in data[:1024] and b"\0" in data[:4096]):
        return "pdf", "a PDF"
    return None, None


def _too_large(name: str, size: int, limit: int) -> TooLarge:
    megabyte = 1024 * 1024
    problem = f"it has {size / megabyte:,.0f} MB, more than the {limit // megabyte} MB that can be read"
    return TooLarge(name, problem, "send the contract without pictures and attachments")
