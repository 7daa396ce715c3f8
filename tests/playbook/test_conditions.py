import pytest

from app.domain.terms import TERMS
from app.playbook.conditions import Item, parse_items

RENEWAL = TERMS["renewal"]
CAP = TERMS["liability_cap"]


def item(raw: dict[str, object], terms=RENEWAL) -> Item:  # type: ignore[no-untyped-def]
    return parse_items(raw, terms)[0]


@pytest.mark.parametrize(("value", "holds"), [(30, True), (31, False), (None, None)])
def test_a_limit_holds_up_to_its_figure_and_says_nothing_of_silence(value: int | None, holds: bool | None) -> None:
    assert item({"notice_days": {"max": 30}}).holds({"notice_days": value}) is holds


def test_silence_meets_a_limit_on_what_the_other_side_may_do() -> None:
    assert item({"price_cap_percent": {"max": 5, "or_silent": True}}).holds({}) is True


def test_tests_of_one_item_hold_together_and_items_are_alternatives() -> None:
    both, other = parse_items([{"notice_days": {"over": 60}, "auto_renews": True}, {"price_rise": "uncapped"}], RENEWAL)

    assert both.holds({"notice_days": 75, "auto_renews": False}) is False
    assert both.holds({"notice_days": 75, "auto_renews": True}) is True
    assert other.holds({"price_rise": "uncapped"}) is True


def test_lists_are_compared_by_what_they_hold() -> None:
    values = {"exceptions": ("confidentiality", "fraud")}

    assert item({"exceptions": {"has": ["confidentiality"]}}, CAP).holds(values) is True
    assert item({"exceptions": {"has": ["confidentiality", "data_breach"]}}, CAP).holds(values) is False
    assert item({"exceptions": {"has_any": ["data_breach", "fraud"]}}, CAP).holds(values) is True
    assert item({"exceptions": {"none_of": ["data_breach"]}}, CAP).holds(values) is True


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        ({"notice_day": {"max": 30}}, "there is no term 'notice_day'"),
        ({"notice_days": {"max": "thirty"}}, "write a number, such as 30"),
        ({"notice_days": {"most": 30}}, "has 'most'"),
        ({"auto_renews": "sometimes"}, "write true or false"),
        ({"price_rise": "high"}, "one of none, capped, uncapped"),
        ("renews", "is not a condition"),
    ],
)
def test_a_condition_that_makes_no_sense_is_refused_with_the_way_out(raw: object, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        parse_items(raw, RENEWAL)
