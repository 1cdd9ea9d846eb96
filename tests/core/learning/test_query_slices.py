"""User-defined slices: stored in the workspace, evaluated from the predictions in a report."""

import numpy as np
import pytest

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.evaluation.evaluation_report import Report
from mltag_desktop.core.evaluation.metrics import slice_figures
from mltag_desktop.core.learning.query_slices import (
    Slice,
    members,
    sliced,
    store_slices,
    stored_slices,
    with_slices,
)
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.training.retraining import retrain
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.helpers import TAGS, make, predict_all


@pytest.fixture
def workspace(make_workspace, tiny_model) -> Workspace:
    made = make_workspace(60)
    predict_all(made, tiny_model)
    for row, tag in enumerate(make(60, seed=11, words=1).tags[:40]):
        made.decisions.decide([row], tag)
    return made


def test_slices_are_stored_and_restored(workspace) -> None:
    mine = (Slice("Sure", "confidence>=0.9"), Slice("Some", "", (1, 2, 3)))
    store_slices(workspace, mine)
    path = workspace.path
    workspace.close()
    with Workspace.open(path, "ann") as again:
        assert stored_slices(again) == mine
        store_slices(again, mine[1:])
        assert stored_slices(again) == mine[1:]
        inside = members(SILENT, again, mine)
        assert np.flatnonzero(inside["Some"]).tolist() == [1, 2, 3]
        assert inside["Sure"].tolist() == (again.states().confidence >= np.float32(0.9)).tolist()


def test_near_duplicates_are_a_slice(workspace) -> None:
    more = workspace.table.add_texts(["one cat naps twice", "One cat naps twice!"])
    inside = members(SILENT, workspace, (Slice("Twice", "is:near-duplicate naps twice"),))["Twice"]
    assert np.flatnonzero(inside).tolist() == more.rows.tolist()


@pytest.mark.parametrize(
    ("slices", "words"),
    [
        ((Slice(" ", "a"),), "name"),
        ((Slice("a", "x"), Slice("A ", "y")), "Two slices"),
        ((Slice("a", "tag:nobody"),), "There is no tag"),
        ((Slice("a", " "),), "all records"),
        ((Slice("a", "~cat tag:cat"),), "sorts records"),
        (tuple(Slice(str(n), "x") for n in range(31)), "at most"),
    ],
)
def test_invalid_slices_are_rejected(slices, words: str, workspace) -> None:
    with pytest.raises(MltagError, match=words):
        store_slices(workspace, slices)
    assert stored_slices(workspace) == ()


@pytest.mark.parametrize(
    "content", [3, "x", [3], [{"name": "a"}], [{"name": "a", "line": "b", "rows": ["c"]}]]
)
def test_damaged_slices_are_ignored(content, workspace) -> None:
    workspace.set_preference("slices", content)
    assert stored_slices(workspace) == ()


def test_a_slice_of_a_removed_tag_is_empty(workspace) -> None:
    store_slices(workspace, [Slice("One", f"tag:{TAGS[0]}")])
    workspace.tag_set.set([tag for tag in workspace.tag_set.tags if tag.name != TAGS[0]])
    assert not members(SILENT, workspace, stored_slices(workspace))["One"].any()


def test_a_report_has_the_slices_of_its_training_and_later_ones(workspace, tiny_model, tmp_path) -> None:
    store_slices(workspace, [Slice("First", "", tuple(range(25)))])
    made = retrain(SILENT, workspace, tiny_model, tiny_model, tmp_path)
    decided = next(other for other in made.report.others if other.name == "decisions")
    part = decided.models[-1].slices["First"]
    assert part.rows == sum(record < 25 for record in decided.records) > 0
    low, high = part.intervals["f1"]
    assert low <= part.f1 <= high
    store_slices(workspace, [Slice("Later", f"tag:{TAGS[1]}")])
    later = sliced(SILENT, workspace, Report.from_json(made.report.to_json()))
    other = next(other for other in later.others if other.name == "decisions")
    mask = np.array(other.truth) == other.models[-1].tag_order.index(TAGS[1])
    expected = slice_figures(
        np.array(other.truth)[mask], np.array(other.models[-1].answers)[mask], len(other.models[-1].tag_order)
    )
    assert list(other.models[-1].slices) == ["Later"]
    assert other.models[-1].slices["Later"] == expected
    assert later.models == made.report.models  # holdout rows are not in the table


def test_removed_records_are_in_no_slice(workspace, tiny_model, tmp_path) -> None:
    made = retrain(SILENT, workspace, tiny_model, tiny_model, tmp_path)
    report = with_slices(made.report, {"Short": np.ones(3, np.bool_)})
    decided = next(other for other in report.others if other.name == "decisions")
    assert decided.models[-1].slices["Short"].rows == sum(record < 3 for record in decided.records)
