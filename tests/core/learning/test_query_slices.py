"""User-defined slices: stored in the workspace, evaluated from the predictions in a report."""

from collections.abc import Callable
from pathlib import Path

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
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.training.retraining import retrain
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.helpers import TAGS, decide_each, make, predict_all
from tests.core.workspace.helpers import reopened

Make = Callable[..., Workspace]


@pytest.fixture
def workspace(make_workspace: Make, tiny_model: LinearModel) -> Workspace:
    made = make_workspace(60)
    predict_all(made, tiny_model)
    decide_each(made, make(60, seed=11, words=1).tags[:40])
    return made


def of_decisions(report: Report) -> Report:
    """Return the part of a report on the decisions."""
    return next(other for other in report.others if other.name == "decisions")


def test_slices_are_stored_and_restored(workspace: Workspace) -> None:
    mine = (Slice("Sure", "confidence>=0.9"), Slice("Some", "", (1, 2, 3)))
    store_slices(workspace, mine)
    with reopened(workspace) as again:
        assert stored_slices(again) == mine
        store_slices(again, mine[1:])
        assert stored_slices(again) == mine[1:]
        inside = members(SILENT, again, mine)
        assert np.flatnonzero(inside["Some"]).tolist() == [1, 2, 3]
        assert inside["Sure"].tolist() == (again.states().confidence >= np.float32(0.9)).tolist()


def test_near_duplicates_are_a_slice(workspace: Workspace) -> None:
    workspace.table.add_texts(["one cat naps twice", "One cat naps twice!"])
    inside = members(SILENT, workspace, (Slice("Twice", "is:near-duplicate naps twice"),))["Twice"]
    assert np.flatnonzero(inside).tolist() == [60, 61]


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
def test_invalid_slices_are_rejected(slices: tuple[Slice, ...], words: str, workspace: Workspace) -> None:
    with pytest.raises(MltagError, match=words):
        store_slices(workspace, slices)
    assert stored_slices(workspace) == ()


@pytest.mark.parametrize(
    "content", [3, "x", [3], [{"name": "a"}], [{"name": "a", "line": "b", "rows": ["c"]}]]
)
def test_damaged_slices_are_ignored(content: object, workspace: Workspace) -> None:
    workspace.set_preference("slices", content)
    assert stored_slices(workspace) == ()


def test_a_slice_of_a_removed_tag_is_empty(workspace: Workspace) -> None:
    store_slices(workspace, [Slice("One", f"tag:{TAGS[0]}")])
    workspace.tag_set.set([tag for tag in workspace.tag_set.tags if tag.name != TAGS[0]])
    assert not members(SILENT, workspace, stored_slices(workspace))["One"].any()


def test_a_report_has_the_slices_of_its_training_and_later_ones(
    workspace: Workspace, tiny_model: LinearModel, tmp_path: Path
) -> None:
    store_slices(workspace, [Slice("First", "", tuple(range(25)))])
    report = retrain(SILENT, workspace, tiny_model, tiny_model, tmp_path).report
    decided = of_decisions(report)
    part = decided.models[-1].slices["First"]
    assert part.rows == sum(record < 25 for record in decided.records) > 0
    low, high = part.intervals["f1"]
    assert low <= part.f1 <= high
    store_slices(workspace, [Slice("Later", f"tag:{TAGS[1]}")])
    later = sliced(SILENT, workspace, Report.from_json(report.to_json()))
    other = of_decisions(later)
    model = other.models[-1]
    truth, said = np.array(other.truth), np.array(model.answers)
    mask = truth == model.tag_order.index(TAGS[1])
    assert model.slices == {"Later": slice_figures(truth[mask], said[mask], len(model.tag_order))}
    assert later.models == report.models  # holdout rows are not in the table
    decided = of_decisions(with_slices(report, {"Short": np.ones(3, np.bool_)}))  # the others were removed
    assert decided.models[-1].slices["Short"].rows == sum(record < 3 for record in decided.records)
