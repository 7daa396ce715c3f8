from __future__ import annotations

import zipfile

import pytest

from app.documents import limits
from app.documents.docx.package import open_package, render_xml, write_package
from app.errors import DocumentError, TooLarge
from tests.documents.docx.wordml import docx_of, files_of, p, read, zip_of


def _changed(**files: bytes) -> bytes:
    """A sound package with some members replaced or added."""
    named = {name.replace("__", "/").replace("_xml", ".xml"): content for name, content in files.items()}
    return zip_of({**files_of(docx_of(p("Text"))), **named})


def _problem(data: bytes) -> str:
    with pytest.raises(DocumentError) as caught:
        read(data)
    assert "\n" not in str(caught.value)
    assert str(caught.value).startswith("test.docx: ")
    return caught.value.problem


def test_a_file_that_is_no_word_document_is_named_for_what_it_is() -> None:
    assert _problem(b"") == "the file is empty"
    assert _problem(b"MZ\x90\x00program") == "it isn't a Word document, whatever its name says"
    assert _problem(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64)) == "it is encrypted or an old .doc"
    assert _problem(docx_of(p("Text"))[:-40]) == "the file is damaged or was cut off"
    assert _problem(zip_of({"a.txt": b"x"})) == "it is a zip archive but not a Word document"


def test_a_package_without_document_part_is_refused() -> None:
    files = files_of(docx_of(p("Text")))
    del files["word/document.xml"]

    assert _problem(zip_of(files)) == "it holds no document part"


def test_a_document_with_macros_is_refused_by_its_content_type() -> None:
    files = files_of(docx_of(p("Text")))
    files["[Content_Types].xml"] = files["[Content_Types].xml"].replace(
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        b"application/vnd.ms-word.document.macroEnabled.main+xml",
    )

    assert _problem(zip_of(files)) == "it is a file with macros"


@pytest.mark.parametrize("part", ["word__document_xml", "docProps__unused_xml"])
def test_a_doctype_in_any_part_is_refused_whether_the_part_is_read_or_not(part: str) -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "b">]><a>&b;</a>'

    assert "DOCTYPE" in _problem(_changed(**{part: bomb}))
    assert "DOCTYPE" in _problem(_changed(**{part: bomb.decode().encode("utf-16")}))


def test_the_word_doctype_in_the_text_of_a_contract_is_no_doctype() -> None:
    assert read(docx_of(p("A <!DOCTYPE html> line"))).text == "A <!DOCTYPE html> line"


def test_a_part_that_is_not_well_formed_is_named() -> None:
    assert _problem(_changed(word__document_xml=b"<w:document>")) == "its part word/document.xml is not well-formed XML"


@pytest.mark.parametrize("name", ["../evil.xml", "/etc/passwd", "a\\..\\b.xml", "C:/x.xml"])
def test_a_part_whose_name_leads_out_of_the_file_is_refused(name: str) -> None:
    assert "leads out of the file" in _problem(zip_of({**files_of(docx_of(p("Text"))), name: b"x"}))


def test_a_zip_bomb_is_refused_before_it_is_inflated(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = _changed(word__media__big=bytes(limits.RATIO_FREE_BYTES + 1))
    monkeypatch.setattr(zipfile.ZipFile, "open", None)

    with pytest.raises(TooLarge, match="out of proportion"):
        read(bomb)


def test_nesting_and_part_count_have_limits() -> None:
    deep = "<w:smartTag>" * limits.MAX_XML_DEPTH + "</w:smartTag>" * limits.MAX_XML_DEPTH
    with pytest.raises(TooLarge, match="nested"):
        read(docx_of(p(deep)))
    with pytest.raises(TooLarge, match="parts"):
        read(zip_of({f"{n}": b"" for n in range(limits.MAX_PARTS + 1)}))


def test_members_that_are_not_changed_keep_their_bytes_and_order() -> None:
    data = docx_of(p("Text"), styles="<!-- kept  as is -->")
    package = open_package("test.docx", data)

    written = write_package(package, {"word/document.xml": b"<new/>", "word/added.xml": b"<added/>"})

    before, after = files_of(data), files_of(written)
    assert list(after) == [*before, "word/added.xml"]
    assert {n for n in before if before[n] != after[n]} == {"word/document.xml"}


def test_a_tree_is_written_as_it_was_parsed() -> None:
    original = files_of(docx_of(p("A &amp; B"), "<!-- kept -->"))["word/document.xml"]
    package = open_package("test.docx", docx_of(p("A &amp; B"), "<!-- kept -->"))

    assert render_xml(package.parse("word/document.xml"), original) == original


def test_a_strict_document_is_read_and_stays_strict() -> None:
    strict = {name: content.replace(
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main", b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    ).replace(
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships", b"http://purl.oclc.org/ooxml/officeDocument/relationships"
    ) for name, content in files_of(docx_of(p("Strict text"))).items()}  # fmt: skip
    data = zip_of(strict)
    package = open_package("test.docx", data)

    assert read(data).text == "Strict text"
    assert b"purl.oclc.org" in render_xml(package.parse(package.main), package.read(package.main))
