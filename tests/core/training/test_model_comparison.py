"""Comparison of any two models of a workspace on the same rows."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.evaluation.evaluation_report import Report
from mltag_desktop.core.evaluation.model_figures import PredictionChanges
from mltag_desktop.core.learning.query_slices import Slice, store_slices
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.training_set import text_digests
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.training.candidate_evaluation import compare_models, table_prediction_changes
from mltag_desktop.core.training.retraining import Candidate, retrain
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.helpers import decide_each, make, model_of, predict_all

Make = Callable[..., Workspace]
Shelved = tuple[Workspace, list[Candidate]]


@pytest.fixture
def shelved(make_workspace: Make, tiny_model: LinearModel, tmp_path: Path) -> Shelved:
    """Two candidates, after 30 and after 60 decisions, and 30 more decisions that neither was trained on."""
    workspace, tags = make_workspace(160), make(160, seed=11, words=1).tags
    predict_all(workspace, tiny_model)
    candidates = []
    for stop in (30, 60, 90):
        decide_each(workspace, tags, range(stop - 30, stop))
        if stop < 90:
            made = retrain(SILENT, workspace, tiny_model, tiny_model, tmp_path / str(stop))
            made.add_to(workspace)
            candidates.append(made)
    return workspace, candidates


def changes_of(report: Report) -> PredictionChanges:
    """Return the prediction changes of a comparison."""
    assert report.table_prediction_changes is not None
    return report.table_prediction_changes


def test_models_are_compared_on_rows_neither_was_trained_on(
    shelved: Shelved, tiny_model: LinearModel
) -> None:
    workspace, made = shelved
    one, two = map(model_of, made)
    store_slices(workspace, [Slice("Late", "", tuple(range(60, 80)))])
    found = compare_models(SILENT, workspace, one.version, two.version, tiny_model)
    reports: list[Report] = [found, *found.others]
    parts: dict[str, Any] = {report.name: report for report in reports}
    pairs = {(part.paired.a, part.paired.b) for part in parts.values() if part.paired}
    assert pairs == {(one.version, two.version)}
    undecided = np.flatnonzero(workspace.states().decided < 0)
    assert changes_of(found).rows == len(undecided) < 160
    assert {change.row for change in changes_of(found).shown} <= {*undecided.tolist()}
    decided = parts["decisions new to both"]
    texts = workspace.table.texts(list(decided.records))
    assert min(decided.records) >= 60
    for model in (one, two):
        assert not {*text_digests(texts).tolist()} & {*model.base.digests.tolist()}
    assert not workspace.table.audited(list(decided.records)).any()
    assert decided.models[0].slices["Late"].rows == sum(60 <= row < 80 for row in decided.records)
    by_version = {model.version: model for model in made[1].report.models}
    assert parts["holdout"].models[1].f1 == by_version[two.version].f1


def test_large_tables_are_compared_on_records_drawn_at_random(shelved: Shelved) -> None:
    workspace, made = shelved
    one, two = map(model_of, made)
    undecided = int((workspace.states().decided < 0).sum())
    whole = table_prediction_changes(SILENT, workspace, one, two)
    drawn = table_prediction_changes(SILENT, workspace, one, two, at_most=40)
    assert whole is not None
    assert drawn is not None
    assert (whole.rows, whole.drawn_from) == (undecided, 0)
    assert (drawn.rows, drawn.drawn_from) == (40, undecided)
    assert {*drawn.shown} <= {*whole.shown}


def test_comparing_a_model_with_itself_or_a_missing_one_is_rejected(
    shelved: Shelved, tiny_model: LinearModel
) -> None:
    workspace, (made, _) = shelved
    version = model_of(made).version
    for other, words in ((version, "itself"), ("nobody", "no model")):
        with pytest.raises(MltagError, match=words):
            compare_models(SILENT, workspace, version, other, tiny_model)


def test_without_common_rows_only_prediction_changes_are_reported(
    shelved: Shelved, tiny_model: LinearModel, make_workspace: Make
) -> None:
    _, (made, _) = shelved
    other = make_workspace(20)
    other.models.set_base(tiny_model.version)
    version = other.models.add(made.bundle_dir, None, "from elsewhere").version
    found = compare_models(SILENT, other, tiny_model.version, version, tiny_model)
    assert changes_of(found).rows == 20
    assert found.rows or found.headline == "No rows for evaluation."
