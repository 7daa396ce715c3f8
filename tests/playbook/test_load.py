from pathlib import Path

import pytest

from app.domain.clause_types import CLAUSE_TYPES
from app.errors import PlaybookError
from app.playbook.load import bundled_ids, load_playbook
from app.redline.wording import library

POSITION = "  - {id: renewal, priority: must, preferred: [{auto_renews: false}]}\n"


def written(folder: Path, text: str) -> str:
    path = folder / "deal.yaml"
    path.write_text(text)
    return str(path)


@pytest.mark.parametrize("name", bundled_ids())
def test_a_bundled_playbook_loads_and_every_position_says_why_and_what_to_ask(name: str) -> None:
    playbook = load_playbook(name)

    assert playbook.id == name
    for position in playbook.positions:
        assert position.clause_type in CLAUSE_TYPES
        assert position.why and position.ask and position.preferred, position.id


@pytest.mark.parametrize("name", bundled_ids())
def test_every_position_of_a_bundled_playbook_has_wording_in_the_library(name: str) -> None:
    assert [p.id for p in load_playbook(name).positions if p.wording not in library()] == []


def test_a_playbook_laid_over_another_changes_what_it_names_and_keeps_the_rest(tmp_path: Path) -> None:
    path = written(tmp_path, "id: mine\nextends: saas-customer\npositions:\n  - {id: renewal, walk_away: [{notice_days: {over: 45}}]}\n")

    mine, base = load_playbook(path), load_playbook("saas-customer")

    assert mine.position("renewal").walk_away[0].tests[0].operators == (("over", 45),)  # type: ignore[union-attr]
    assert mine.position("renewal").fallback == base.position("renewal").fallback  # type: ignore[union-attr]
    assert len(mine.positions) == len(base.positions)
    assert mine.sha256 != base.sha256


def test_a_deals_overrides_are_laid_on_in_the_same_way() -> None:
    playbook = load_playbook("saas-customer", overrides={"positions": [{"id": "publicity", "priority": "must"}]})

    assert playbook.position("publicity").priority == "must"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("id: x\n  side: [", "deal.yaml: is not YAML at line"),
        ("- a\n- b\n", "deal.yaml: holds no mapping"),
        ("id: x\nversion: '1'\nside: buyer\npositions:\n" + POSITION, "side is 'buyer'"),
        (
            "id: x\nversion: '1'\nside: customer\npositions:\n  - {id: renewal, priority: high}\n",
            "deal.yaml, position renewal: priority is 'high'",
        ),
        ("id: x\nversion: '1'\nside: customer\npositions:\n  - {id: renewals, priority: must}\n", "there is no clause type 'renewals'"),
        (
            "id: x\nversion: '1'\nside: customer\npositions:\n  - {id: renewal, priority: must, preferred: [{notice_days: {max: thirty}}]}\n",
            "deal.yaml, position renewal: preferred: notice_days.max is 'thirty'; write a number, such as 30",
        ),
        ("extends: deal.yaml\n", "extends itself"),
        ("extends: saas-customer\ndrop: [nothing]\n", "drops 'nothing'"),
        ("id: x\nversion: '1'\nside: customer\ncolour: red\npositions:\n" + POSITION, "has 'colour'"),
    ],
)
def test_a_malformed_playbook_is_refused_in_one_line_that_names_file_place_and_way_out(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(PlaybookError, match=r"^[^\n]+$") as caught:
        load_playbook(written(tmp_path, text))

    assert told in str(caught.value)


def test_an_unknown_playbook_is_refused_with_the_known_ones() -> None:
    with pytest.raises(PlaybookError, match="saas-customer"):
        load_playbook("saas-vendors")
