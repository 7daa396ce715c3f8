"""The HTML report: hostile text stays text, nothing is loaded, and a redline shows its words struck and inserted."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from app.domain.edit import Edit
from app.domain.finding import Redline
from app.domain.report import Gap, Observation, PlaybookUsed
from app.domain.span import Span
from app.report.html import as_html
from app.report.markup import Markup, joined, tag
from tests.builders import finding_of, review_of

ATTACK = '</blockquote><script>alert(1)</script><img src="http://evil.example/x" onerror=alert(1)>'


class Tags(HTMLParser):
    """Collects the tags and addresses of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.addresses: list[str] = []
        self.shown: list[str] = []
        self.policy = ""
        self.feed(page)

    def handle_starttag(self, name: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.add(name)
        if ("http-equiv", "Content-Security-Policy") in attributes:
            self.policy = dict(attributes)["content"] or ""
        self.addresses += [value or "" for key, value in attributes if key in ("src", "href", "action", "data")]

    def handle_data(self, text: str) -> None:
        self.shown.append(text)


def test_markup_in_a_contract_is_shown_and_not_run() -> None:
    finding = finding_of(ATTACK, ATTACK, title=ATTACK, why=ATTACK, ask=ATTACK)
    observed = Observation("injection", ATTACK, ATTACK, Span(0, 5), ATTACK)

    page = Tags(as_html(review_of(ATTACK, finding, observations=(observed,), gaps=(Gap(ATTACK, None, ATTACK),))))

    assert page.tags.isdisjoint({"script", "img", "iframe", "object", "link", "form"})
    assert ATTACK in page.shown


def test_nothing_is_loaded_from_anywhere() -> None:
    page = as_html(review_of("We may renew it.", finding_of("We may renew it.", "renew")))

    assert all(address.startswith("#") for address in Tags(page).addresses)
    assert "url(" not in page and "@import" not in page
    assert Tags(page).policy.startswith("default-src 'none'; style-src 'sha256-")


def test_a_redline_shows_what_is_struck_and_what_comes_instead() -> None:
    text = "Notice is 90 days."
    redline = Redline(True, "fallback", "template", "Shorter.", (Edit(Span(10, 12), "30"),))

    page = as_html(review_of(text, finding_of(text, "Notice is 90 days.", redline=redline)))

    assert "<span>Notice is </span><del>90</del><ins>30</ins><span> days.</span>" in page


def test_walk_aways_stand_first() -> None:
    text = "We may renew it. We may end it."
    worse = finding_of(text, "We may end it.", title="Ending", position="exit", priority="should", walk_away=True)

    page = as_html(review_of(text, finding_of(text, "We may renew it."), worse))

    assert page.index("Ending") < page.index("Automatic renewal")


def test_a_report_by_rules_alone_says_so() -> None:
    assert "no model is configured" in as_html(review_of("We may renew it."))


def test_where_no_playbook_fits_nothing_is_called_flagged() -> None:
    none = PlaybookUsed("none", "0", "", "none", "none")

    page = as_html(review_of("A lease of land.", playbook=none))

    assert "none of the bundled playbooks fits" in page.lower()
    assert "Flagged" not in page


def test_a_direction_mark_that_would_turn_a_line_around_is_written_out() -> None:
    text = "Fees are \u202e001 dollars."

    page = as_html(review_of(text, finding_of(text, text)))

    assert "\u202e" not in page
    assert "[U+202E]" in page


@given(st.text())
def test_text_comes_out_of_markup_as_it_went_in(text: str) -> None:
    written = str(tag("p", text, title=text))

    assert re.fullmatch(r'<p title="[^"<>]*">[^<>]*</p>', written)


def test_markup_is_not_escaped_twice_and_what_is_none_is_left_out() -> None:
    assert joined(["a<", Markup("<br>"), None, ["b"]]) == "a&lt;<br>b"
    assert tag("meta", name="x", http_equiv=None, hidden=False, open=True) == '<meta name="x" open>'
