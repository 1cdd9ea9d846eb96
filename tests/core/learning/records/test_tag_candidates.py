"""Decided records that may belong to a tag that came later."""

from pathlib import Path

import pytest

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.learning.tag_candidates import find_tag_candidates, pass_candidate
from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.tables.columns import ColumnMapping
from mltag_desktop.core.tables.table_file import TableFile
from mltag_desktop.core.workspace.types import TagInfo
from mltag_desktop.core.workspace.workspace import Workspace

TEXTS = (
    *(f"Refund of a payment for order {n}, the money was sent back" for n in range(6)),
    *(f"The card was stolen in a shop on day {n}, please block it" for n in range(6)),
    *(f"How to change the address in letter {n} after moving" for n in range(6)),
)


@pytest.fixture
def decided(tmp_path: Path) -> Workspace:
    """Eighteen records; those about stolen cards are decided as accounts, since no other tag existed."""
    path = tmp_path / "t.csv"
    path.write_text("text\n" + "".join(f'"{text}"\n' for text in TEXTS), encoding="utf-8")
    workspace = Workspace.create(tmp_path / "w.mltag", "Ann", ["refund", "account"])
    workspace.table.import_table(SILENT, TableFile(path), ColumnMapping((0,)))
    workspace.decisions.decide(range(6), "refund")
    workspace.decisions.decide(range(6, 18), "account")
    return workspace


def test_the_records_of_a_later_tag_come_first(decided: Workspace) -> None:
    with decided as workspace:
        workspace.tag_set.set([*workspace.tag_set.tags, "stolen card"])
        found = find_tag_candidates(SILENT, workspace, bundled(), "stolen card")
        assert {each.row for each in found[:6]} == set(range(6, 12))
        assert [each.likelihood for each in found] == sorted((e.likelihood for e in found), reverse=True)
        assert found[0].decided == "account"
        assert found[0].text == TEXTS[found[0].row]


def test_keywords_count_and_passed_or_tagged_records_do_not_come_again(decided: Workspace) -> None:
    with decided as workspace:
        tag = TagInfo("moved", "", "", 0, keywords=("address", "moving"))
        workspace.tag_set.set([*workspace.tag_set.tags, tag])
        first, second, *_ = find_tag_candidates(SILENT, workspace, bundled(), "moved")
        assert {first.row, second.row} <= set(range(12, 18))
        workspace.decisions.decide([first.row], "moved")
        pass_candidate(workspace, "moved", second.row)
        again = {each.row for each in find_tag_candidates(SILENT, workspace, bundled(), "moved")}
        assert again == set(range(18)) - {first.row, second.row}


def test_a_single_tag_and_a_missing_one_are_errors(decided: Workspace) -> None:
    with decided as workspace:
        with pytest.raises(MltagError, match="cannot be compared"):
            find_tag_candidates(SILENT, workspace, bundled(), "nothing")
        workspace.tag_set.set(["account"])
        with pytest.raises(MltagError, match="cannot be compared"):
            find_tag_candidates(SILENT, workspace, bundled(), "account")
