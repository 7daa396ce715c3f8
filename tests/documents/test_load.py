import hashlib
from pathlib import Path

import pytest

from app.documents import limits
from app.documents.load import base_name, load_document, read_document
from app.errors import DocumentError, TooLarge

ZIP = b"PK\x03\x04\x14\x00\x00\x00"
WORD = ZIP + b"....word/document.xml...."


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        ("a.txt", b"", "the file is empty"),
        ("a.docx", b"", "the file is empty"),
        ("a.xyz", b"text", "the suffix .xyz isn't one that can be read"),
        ("contract", b"text", "a name without suffix isn't one that can be read"),
        ("a.docx", b"MZ\x90\x00\x03\x00\x00\x00", "it isn't a Word document but a Windows program"),
        ("a.docx", b"%PDF-1.7\n", "it isn't a Word document but a PDF"),
        ("a.docx", b"just words", "it isn't a Word document but something else"),
        ("a.txt", b"%PDF-1.7\n", "it isn't text but a PDF"),
        ("a.txt", WORD, "it isn't text but a Word document"),
        ("a.pdf", WORD, "it isn't a PDF but a Word document"),
        ("a.pdf", b"plain", "it isn't a PDF but something else"),
        ("a.html", b"\x89PNG\r\n\x1a\n", "it isn't text but a picture"),
        ("a.txt", bytes(range(256)) * 20, "it holds binary data, not text"),
        ("a.txt", b" \n\t\n  ", "it has no text"),
        ("a.docm", ZIP, "it is a file with macros"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ".doc files can't be read"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "it is encrypted or an old .doc"),
    ],
)
def test_what_is_no_contract_is_refused_with_one_line_that_names_it(name: str, data: bytes, problem: str) -> None:
    with pytest.raises(DocumentError) as caught:
        read_document(name, data)

    assert caught.value.subject == name
    assert caught.value.problem == problem
    assert "\n" not in str(caught.value)


def test_a_text_that_begins_with_mz_is_a_text() -> None:
    assert read_document("a.txt", b"MZ Holdings agrees.").text == "MZ Holdings agrees."


def test_a_file_past_the_limit_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)

    with pytest.raises(TooLarge, match=r"huge\.txt: it has 200 MB"):
        load_document(path)


def test_a_long_text_is_refused_sooner_than_a_long_word_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_TEXT_BYTES", 10)

    with pytest.raises(TooLarge):
        read_document("a.txt", b"more than ten bytes")


def test_a_file_that_is_not_there_is_named_without_its_folder(tmp_path: Path) -> None:
    with pytest.raises(DocumentError) as caught:
        load_document(tmp_path / "absent.txt")

    assert str(caught.value) == "absent.txt: there is no such file; check its name and folder"


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="it is a folder"):
        load_document(tmp_path)


def test_only_the_last_part_of_a_name_is_kept() -> None:
    assert base_name("../../etc/passwd.txt") == "passwd.txt"
    assert base_name("C:\\deals\\offer.docx") == "offer.docx"
    assert base_name("of\x00fer\u202e.txt") == "offer.txt"


def test_the_hash_is_that_of_the_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"The Fees are due.\r\n")

    document = load_document(path)

    assert document.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert (document.name, document.format, document.text) == ("a.txt", "txt", "The Fees are due.")
