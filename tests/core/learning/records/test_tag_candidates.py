"""Decided records that may belong to a tag that came later."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from mltag_desktop.core.learning.tag_candidates import find_tag_candidates, pass_candidate
from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.workspace.types import TagInfo
from mltag_desktop.core.workspace.workspace import Workspace
from tests.errors import user_error

TEXTS = (
    *(f"Refund of a payment for order {n}, the money was sent back" for n in range(6)),
    *(f"The card was stolen in a shop on day {n}, please block it" for n in range(6)),
    *(f"How to change the address in letter {n} after moving" for n in range(6)),
)


@pytest.fixture
def decided(tmp_path: Path) -> Iterator[Workspace]:
    """Eighteen records; those about stolen cards are decided as accounts, since no other tag existed."""
    with Workspace.create(tmp_path / "w.mltag", "Ann", ["refund", "account"]) as workspace:
        workspace.table.add_texts(TEXTS)
        workspace.decisions.decide(range(6), "refund")
        workspace.decisions.decide(range(6, 18), "account")
        yield workspace


def test_the_records_of_a_later_tag_come_first(decided: Workspace) -> None:
    decided.tag_set.set([*decided.tag_set.tags, "stolen card"])
    found = find_tag_candidates(SILENT, decided, bundled(), "stolen card")
    assert {each.row for each in found[:6]} == set(range(6, 12))
    assert [each.likelihood for each in found] == sorted((e.likelihood for e in found), reverse=True)
    assert found[0].decided == "account"
    assert found[0].text == TEXTS[found[0].row]


def test_keywords_count_and_passed_or_tagged_records_do_not_come_again(decided: Workspace) -> None:
    tag = TagInfo("moved", "", "", 0, keywords=("address", "moving"))
    decided.tag_set.set([*decided.tag_set.tags, tag])
    first, second, *_ = find_tag_candidates(SILENT, decided, bundled(), "moved")
    assert {first.row, second.row} <= set(range(12, 18))
    decided.decisions.decide([first.row], "moved")
    pass_candidate(decided, "moved", second.row)
    again = {each.row for each in find_tag_candidates(SILENT, decided, bundled(), "moved")}
    assert again == set(range(18)) - {first.row, second.row}


def test_a_single_tag_and_a_missing_one_are_errors(decided: Workspace) -> None:
    with user_error("cannot be compared"):
        find_tag_candidates(SILENT, decided, bundled(), "nothing")
    decided.tag_set.set(["account"])
    with user_error("cannot be compared"):
        find_tag_candidates(SILENT, decided, bundled(), "account")
