"""Unusual tag sets: names twice, one tag, 500 tags, Japanese names, an empty guideline."""

import pytest

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.training.training import Examples, train
from mltag_desktop.core.workspace.search.query import parse
from mltag_desktop.core.workspace.search.table_order import Filter, order
from mltag_desktop.core.workspace.storage.metadata import tag_infos
from mltag_desktop.core.workspace.types import TagInfo
from mltag_desktop.core.workspace.workspace import Workspace

MANY = tuple(f"area {number % 20}/topic {number}" for number in range(500))


def test_two_tags_of_the_same_name_are_refused_and_nothing_changes(workspace: Workspace) -> None:
    before = workspace.tag_set.tags
    twice = [*before, TagInfo("pebbles", "", "◆", 0, aliases=("birds",))]
    with pytest.raises(MltagError, match="Two tags have the name birds") as refused:
        workspace.tag_set.set(twice)
    assert "Merge them" in str(refused.value.hint)
    assert workspace.tag_set.tags == before
    assert workspace.history.undo_label == ""


def test_one_tag_is_no_model_and_the_message_says_what_to_do() -> None:
    with pytest.raises(MltagError, match="at least two tags; there is only one") as refused:
        train(SILENT, Examples(("a text", "another text"), ("refund", "refund")), vectors=bundled().vectors)
    assert "another tag" in str(refused.value.hint)


def test_five_hundred_tags_are_set_found_and_undone(workspace: Workspace) -> None:
    workspace.tag_set.set(MANY)
    looks = [(tag.sign, tag.colour) for tag in workspace.tag_set.tags]
    assert len(set(looks[:64])) == 64, "colours repeat with different symbols"
    workspace.decisions.decide([3], MANY[499])
    query = parse('tag:"area 19/"', workspace.tag_set.tags, workspace.table.columns)
    assert order(SILENT, workspace, Filter(terms=query.terms)).tolist() == [3]
    with pytest.raises(MltagError, match="'nothing' is not a tag") as refused:
        workspace.decisions.decide([4], "nothing")
    assert len(str(refused.value.hint)) < 300
    workspace.history.undo()
    workspace.history.undo()
    assert len(workspace.tag_set.tags) == 3


def test_a_japanese_name_is_decided_searched_for_and_completed(workspace: Workspace) -> None:
    workspace.tag_set.set([*workspace.tag_set.tags, "返金/カード", "返金/現金"])
    workspace.decisions.decide([0], "返金/現金")
    for line in ("tag:返金/現金", "tag:返金/", "tag:返"):
        query = parse(line, workspace.tag_set.tags, workspace.table.columns)
        assert not query.problems
        assert order(SILENT, workspace, Filter(terms=query.terms)).tolist() == [0]


def test_an_empty_guideline_and_name_are_what_they_are() -> None:
    (tag,) = tag_infos(["refund"])
    assert (tag.description, tag.examples, tag.keywords, tag.label) == ("", (), (), "refund")


def test_a_blank_name_is_refused(workspace: Workspace) -> None:
    with pytest.raises(MltagError, match="Enter a name"):
        workspace.tag_set.set([*workspace.tag_set.tags, "  "])
