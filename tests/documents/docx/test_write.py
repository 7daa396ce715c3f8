from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from app.compare.words import word_edits
from app.documents.docx.check import self_check
from app.documents.docx.resolve import accept_all, reject_all
from app.documents.docx.write import write_redline
from app.domain.edit import Edit, Redlining, deletion
from app.domain.span import Span
from app.errors import EditError, SelfCheckFailed
from tests.documents.docx.wordml import (
    THEIRS,
    body_of,
    control,
    deleted,
    docx_of,
    field,
    files_of,
    inserted,
    lines,
    link,
    p,
    raw,
    read,
    run,
    table,
)  # fmt: skip

DATE = datetime(2026, 3, 1, 12, tzinfo=UTC)


def redline(data: bytes, *changes: Edit | Redlining) -> bytes:
    return write_redline(data, read(data), changes, author="Ours", date=DATE)


def replaced(data: bytes, old: str, new: str) -> bytes:
    """The redline that replaces `old`, which stands once."""
    text = read(data).text
    assert text.count(old) == 1
    return redline(data, *word_edits(text.index(old), old, new))


def _mark(kind: str, inside: str, id: int = 1) -> str:
    return f'<w:{kind} w:id="{id}" w:author="Ours" w:date="2026-03-01T12:00:00Z">{inside}</w:{kind}>'


def test_only_the_changed_word_is_struck_and_its_formatting_is_kept() -> None:
    data = docx_of(p(run("Pay in "), run("thirty", "<w:b/>"), " days"))

    body = body_of(replaced(data, "thirty days", "sixty days"))

    struck = _mark("del", '<w:r><w:rPr><w:b/></w:rPr><w:delText xml:space="preserve">thirty</w:delText></w:r>')
    put_in = _mark("ins", '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">sixty</w:t></w:r>', 2)
    assert f"Pay in </w:t></w:r>{struck}{put_in}<w:r><w:t" in body


def test_nothing_but_the_touched_part_changes() -> None:
    data = docx_of(p("Old text"), p("Other"), styles="<!-- kept -->", header1=p("Head"))

    before, after = files_of(data), files_of(replaced(data, "Old", "New"))

    assert {name for name in before if before[name] != after[name]} == {"word/document.xml"}


def test_no_change_gives_the_same_bytes() -> None:
    data = docx_of(p("Text"))

    assert redline(data) == data


def test_an_insertion_in_their_insertion_splits_it_and_stands_outside() -> None:
    data = docx_of(p(inserted(run("three years"))))
    after = replaced(data, "three years", "three full years")

    assert lines(after) == ["three full years"]
    assert body_of(after).count('w:author="Their Counsel"') == 2
    assert "<w:ins" not in body_of(after).split("<w:ins ")[2].split("</w:ins>")[0]
    assert lines(reject_all(after, {"Ours"})) == ["three years"]


def test_a_deletion_in_their_insertion_nests() -> None:
    after = replaced(docx_of(p(inserted(run("three full years")))), "three full years", "three years")

    nested = f'<w:ins w:id="901" {THEIRS}>'
    assert nested in body_of(after) and body_of(after).index(nested) < body_of(after).index("<w:del ") < body_of(after).index("</w:ins>")


def test_their_deletion_is_left_alone_by_an_edit_across_it() -> None:
    data = docx_of(p("within ", deleted("ninety "), "30 days"))
    after = replaced(data, "within 30", "after 45")

    assert lines(after) == ["after 45 days"]
    assert deleted("ninety ") in body_of(after)


def test_a_link_and_a_control_keep_their_ends() -> None:
    data = docx_of(p("The ", link(run("Supplier Code")), " of ", control(run("Acme Corporation")), "."))
    after = replaced(data, "Supplier Code of Acme Corporation.", "Vendor Code of Acme Holdings.")

    assert lines(after) == ["The Vendor Code of Acme Holdings."]
    assert body_of(after).count("<w:hyperlink ") == 1 and body_of(after).count("<w:sdt>") == 1


def test_new_text_beside_a_link_does_not_become_one() -> None:
    after = replaced(docx_of(p("See ", link(run("the Code")), " of today")), "Code of", "Code, as amended, of")

    assert "amended" not in body_of(after).split("<w:hyperlink")[1].split("</w:hyperlink>")[0]


def test_a_field_stays_whole_where_its_end_is_struck_and_goes_whole_where_it_is_inside() -> None:
    data = docx_of(p("as in clause ", field("REF a", "9.2"), " of it. Then."))

    kept = replaced(data, "9.2", "9.3")
    gone = replaced(data, "clause 9.2 of it. Then.", "Then.")

    assert "<w:delInstrText" not in body_of(kept) and lines(kept) == ["as in clause 9.3 of it. Then."]
    assert "<w:delInstrText" in body_of(gone) and lines(gone) == ["as in Then."]


def test_a_note_stays_beside_struck_text_and_goes_inside_it() -> None:
    data = docx_of(p("the cap", raw('<w:footnoteReference w:id="1"/>'), " of fees"))

    assert "footnoteReference" not in body_of(replaced(data, "cap", "limit")).split("<w:del ")[1].split("</w:del>")[0]
    assert "footnoteReference" in body_of(replaced(data, "cap of", "")).split("<w:del ")[1].split("</w:del>")[0]


def test_hidden_white_space_stays_hidden_when_its_text_is_cut() -> None:
    data = docx_of(p(run("  the fee is fixed  ", preserve=False)))
    after = replaced(data, "fixed", "variable")

    assert lines(after) == ["the fee is variable"]
    assert lines(reject_all(after)) == ["the fee is fixed"]


def test_a_new_paragraph_takes_the_list_and_style_of_the_one_before() -> None:
    listed = '<w:pStyle w:val="L"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    data = docx_of(p("One", properties=listed), p("Two", properties=listed))
    after = redline(data, Edit(Span(3, 3), "\nNew\nNewer"))

    assert lines(after) == ["One", "New", "Newer", "Two"]
    assert body_of(after).count(listed) == 4
    assert lines(reject_all(after)) == ["One", "Two"]


def test_a_new_paragraph_at_the_end_of_a_cell_and_of_the_document_can_be_rejected() -> None:
    data = docx_of(p("x"), table((p("cell"),)), p("end"))
    after = redline(data, Edit(Span(6, 6), "\nmore"), Edit(Span(10, 10), "\nlast"))

    assert lines(after) == ["x", "cell", "more", "end", "last"]
    assert lines(reject_all(after)) == ["x", "cell", "end"]


def test_whole_paragraphs_are_struck_with_their_marks() -> None:
    data = docx_of(p("One"), p("Two"), p("Three"), p("Four"))
    after = redline(data, deletion(read(data), 1, 2))

    assert lines(after) == ["One", "Four"]
    assert lines(accept_all(after)) == ["One", "Four"]
    assert lines(reject_all(after)) == ["One", "Two", "Three", "Four"]


def test_a_paragraph_can_go_and_another_come_in_its_place() -> None:
    data = docx_of(p("One"), p("Two"), p("Three"))
    after = redline(data, deletion(read(data), 1, 1), Edit(Span(7, 7), "\nNew"))

    assert lines(after) == ["One", "New", "Three"]
    assert lines(reject_all(after)) == ["One", "Two", "Three"]


def test_deleting_every_paragraph_of_a_row_deletes_the_row() -> None:
    data = docx_of(p("x"), table((p("A1"), p("B1")), (p("A2"), p("B2"))), p("y"))
    after = redline(data, deletion(read(data), 1, 2))

    assert lines(accept_all(after)) == ["x", "A2", "B2", "y"]
    assert body_of(accept_all(after)).count("<w:tr>") == 1
    assert lines(reject_all(after)) == lines(data)


def test_a_paragraph_before_a_table_can_go() -> None:
    data = docx_of(p("x"), p("gone"), table((p("cell"),)), p("y"))
    after = redline(data, deletion(read(data), 1, 1))

    assert lines(accept_all(after)) == ["x", "cell", "y"]
    assert lines(reject_all(after)) == lines(data)


def test_a_comment_makes_its_part_and_spans_its_anchor() -> None:
    data = docx_of(p("The fee is high"))
    after = redline(data, Redlining((Edit(Span(4, 7), "charge"),), Span(4, 7), "Too much\nAsk for less", "fee"))

    comment = read(after).comments[0]
    assert (comment.author, comment.text, comment.span) == ("Ours", "Too much\nAsk for less", Span(4, 10))
    assert "comments+xml" in files_of(after)["[Content_Types].xml"].decode()


def test_a_comment_joins_those_that_are_there_under_an_id_of_its_own() -> None:
    anchored = p('<w:commentRangeStart w:id="1"/>', "The fee", '<w:commentRangeEnd w:id="1"/>', raw('<w:commentReference w:id="1"/>'))
    data = docx_of(anchored, comments=f'<w:comment w:id="1" {THEIRS}>{p("Theirs")}</w:comment>')
    after = redline(data, Redlining((), Span(4, 7), "Ours"))

    assert [(c.text, c.span) for c in read(after).comments] == [("Theirs", Span(0, 7)), ("Ours", Span(4, 7))]
    assert len({c.id for c in read(after).comments}) == 2


def test_a_date_with_a_zone_is_written_in_utc() -> None:
    data = docx_of(p("Text"))
    local = datetime(2026, 3, 1, 14, tzinfo=timezone(timedelta(hours=2)))

    assert 'w:date="2026-03-01T12:00:00Z"' in body_of(write_redline(data, read(data), [Edit(Span(0, 0), "A ")], author="Ours", date=local))


def test_our_earlier_insertion_can_be_edited_again() -> None:
    first = replaced(docx_of(p("The fee is due")), "fee is", "monthly fee is")
    second = replaced(first, "monthly fee", "yearly fee")

    assert lines(second) == ["The yearly fee is due"]
    assert lines(reject_all(second)) == ["The fee is due"]


@pytest.mark.parametrize(
    ("edit", "problem"),
    [
        (Edit(Span(2, 6), "x"), "inserts text"),
        (Edit(Span(1, 5), ""), "inside a paragraph"),
        (Edit(Span(1, 1), "\nx"), "isn't at the end"),
        (Edit(Span(1, 1), "a\nb"), "break a paragraph"),
        (Edit(Span(2, 99), "x"), "past the end"),
        (Edit(Span(0, 1), "\x07"), "can't hold"),
        (Edit(Span(3, 7), ""), "can't go"),
    ],
)
def test_an_edit_that_can_not_be_made_exactly_is_refused_by_name(edit: Edit, problem: str) -> None:
    data = docx_of(p("One"), p("Two"))

    with pytest.raises(EditError, match=problem):
        redline(data, Redlining((edit,), Span(0, 1), None, "edit 3"))


def test_edits_that_overlap_are_refused() -> None:
    with pytest.raises(EditError, match="overlaps"):
        redline(docx_of(p("One two")), Edit(Span(0, 4), "A"), Edit(Span(3, 5), "B"))


def test_the_reading_of_another_file_is_refused() -> None:
    with pytest.raises(EditError, match="another file"):
        write_redline(docx_of(p("A")), read(docx_of(p("B"))), [Edit(Span(0, 1), "C")], author="Ours", date=DATE)


def test_the_self_check_finds_text_formatting_and_parts_that_changed() -> None:
    data = docx_of(p(run("Bold", "<w:b/>"), " fee"), styles="<!-- a -->")
    document = read(data)
    for wrong in (
        docx_of(p(run("Bold", "<w:b/>"), " fees"), styles="<!-- a -->"),
        docx_of(p("Bold fee"), styles="<!-- a -->"),
        docx_of(p(run("Bold", "<w:b/>"), " fee"), styles="<!-- b -->"),
        docx_of(p(run("Bold", "<w:b/>"), " fee"), p(), styles="<!-- a -->"),
        docx_of(p(control(run("Bold", "<w:b/>")), " fee"), styles="<!-- a -->"),
        docx_of(p(run("Bold", "<w:b/>"), " fee", properties='<w:jc w:val="center"/>'), styles="<!-- a -->"),
    ):
        with pytest.raises(SelfCheckFailed):
            self_check(data, wrong, document, [], made=())
    self_check(data, data, document, [], made=())
