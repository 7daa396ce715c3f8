from hypothesis import given
from hypothesis import strategies as st

from app.domain.edit import Edit, applied
from app.domain.span import Span
from app.redline.apply import apply_edits
from tests.builders import document_of


def test_words_change_inside_their_paragraph() -> None:
    document = document_of("First.\nNotice of 90 days.\nLast.")

    changed = apply_edits(document, [Edit(Span(17, 19), "30")])

    assert changed.text == "First.\nNotice of 30 days.\nLast."
    assert [p.span.of(changed.text) for p in changed.paragraphs] == ["First.", "Notice of 30 days.", "Last."]


def test_a_new_paragraph_comes_after_the_one_at_whose_end_it_is_made() -> None:
    document = document_of("First.\nLast.")

    changed = apply_edits(document, [Edit(Span(6, 6), "\nBetween.")])

    assert [p.span.of(changed.text) for p in changed.paragraphs] == ["First.", "Between.", "Last."]


@given(st.lists(st.text("ab c.", max_size=12), min_size=1, max_size=6), st.data())
def test_a_changed_document_has_the_text_that_the_edits_make(lines: list[str], data: st.DataObject) -> None:
    document = document_of("\n".join(lines))
    edits, at = [], 0
    for paragraph in document.paragraphs:
        if data.draw(st.booleans()) and at <= paragraph.span.end and len(paragraph.span):
            start = data.draw(st.integers(paragraph.span.start, paragraph.span.end - 1))
            end = data.draw(st.integers(start + 1, paragraph.span.end))
            edits.append(Edit(Span(start, end), data.draw(st.text("xyz", max_size=5))))

    changed = apply_edits(document, edits)

    assert changed.text == applied(document.text, edits)
    assert "\n".join(p.span.of(changed.text) for p in changed.paragraphs) == changed.text
