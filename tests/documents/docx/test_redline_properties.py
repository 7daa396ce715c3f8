"""What must hold of every redline, on generated paragraphs with other people's changes, links, controls and fields in them."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from app.compare.words import word_edits
from app.documents.docx.resolve import reject_all
from app.documents.docx.write import write_redline
from app.domain.edit import Edit, applied, deletion
from app.domain.span import Span
from app.errors import EditError
from tests.documents.docx.wordml import control, deleted, docx_of, field, inserted, lines, link, p, raw, read, run, table

SAMPLES = ["fee", "the", "shall", "30", "(thirty)", "party's", "é", "𝒳", ","]
WORDS = st.lists(st.sampled_from(SAMPLES), min_size=1, max_size=4).map(" ".join)
LOOKS = st.sampled_from(["", "<w:b/>", "<w:i/>"])
RUNS = st.builds(lambda words, end, look: run(words + end, look), WORDS, st.sampled_from(["", " "]), LOOKS)
BOOKMARK = '<w:bookmarkStart w:id="5" w:name="b"/><w:bookmarkEnd w:id="5"/>'
OBJECTS = st.sampled_from([
    raw("<w:tab/>"), raw("<w:br/>"), raw('<w:footnoteReference w:id="2"/>'), BOOKMARK, '<w:proofErr w:type="spellStart"/>',
    raw("<w:t>a</w:t><w:tab/><w:t>b</w:t>"), raw('<w:t>c</w:t><w:br w:type="page"/><w:t>d</w:t>'),
])  # fmt: skip
PIECES = st.one_of(
    RUNS, RUNS, RUNS, OBJECTS, RUNS.map(link), RUNS.map(control), WORDS.map(lambda t: field("REF x", t)), RUNS.map(inserted),
    WORDS.map(deleted), st.builds(inserted, RUNS, RUNS), RUNS.map(lambda a: link(inserted(a))), RUNS.map(lambda a: inserted(control(a))),
)  # fmt: skip
PARAGRAPHS = st.lists(PIECES, max_size=6).map(lambda pieces: p(*pieces))
BODIES = st.lists(st.one_of(PARAGRAPHS, PARAGRAPHS, PARAGRAPHS.map(lambda x: table((x, p("cell"))))), min_size=1, max_size=4)
CASES = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
DATE = datetime(2026, 3, 1, tzinfo=UTC)


def _document(body: list[str]) -> bytes:
    """Each tracked change gets an id of its own, as in a real file; of the bookmarks only the first stays."""
    first, *rest = re.split('w:id="90[12]"', "".join([*body, p("last words")]))
    xml = first + "".join(f'w:id="{n}"{part}' for n, part in enumerate(rest, start=100))
    head, mark, tail = xml.partition(BOOKMARK)
    return docx_of(head + mark + tail.replace(BOOKMARK, ""))


@CASES
@given(BODIES, st.data())
def test_rejecting_gives_the_text_back_and_accepting_gives_the_edited_one(body: list[str], data: st.DataObject) -> None:
    original = _document(body)
    document = read(original)
    paragraph = data.draw(st.sampled_from([x for x in document.paragraphs if len(x.span)]))
    start = data.draw(st.integers(paragraph.span.start, paragraph.span.end))
    end = data.draw(st.integers(start, paragraph.span.end))
    new = data.draw(st.one_of(st.just(""), WORDS, WORDS.map(lambda t: t + " ")))
    edits = word_edits(start, document.text[start:end], new)
    assume(edits)

    try:
        redlined = write_redline(original, document, edits, author="Ours", date=DATE)
    except EditError as error:
        # The one thing that can't be done: a content control that is itself a tracked insertion can't be cut in two.
        if "content control" in error.problem and "</w:sdt></w:ins>" in "".join(body):
            return
        raise

    assert "\n".join(lines(redlined)) == applied(document.text, edits)
    assert "\n".join(lines(reject_all(redlined, {"Ours"}))) == document.text


@CASES
@given(BODIES, st.data())
def test_paragraphs_come_and_go(body: list[str], data: st.DataObject) -> None:
    original = _document(body)
    document = read(original)
    at = data.draw(st.integers(0, len(document.paragraphs) - 1))
    paragraph = document.paragraphs[at]
    end = paragraph.span.end
    edits = [Edit(Span(end, end), "\n" + data.draw(WORDS))]
    if not paragraph.final:
        edits.append(deletion(document, at, at))
        # From the start of the first paragraph a deletion takes the line end along, where the new one would have to stand.
        edits = edits if at else edits[1:]

    try:
        redlined = write_redline(original, document, edits, author="Ours", date=DATE)
    except EditError as error:
        # Before a table no mark can go that leaves an empty link or control behind.
        if "has to stay" in error.problem and "<w:tbl>" in "".join(body):
            return
        raise

    assert "\n".join(lines(redlined)) == applied(document.text, edits)
    assert "\n".join(lines(reject_all(redlined, {"Ours"}))) == document.text
