"""Comparison of any two models of a workspace on the same rows."""

import numpy as np
import pytest

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.learning.query_slices import Slice, store_slices
from mltag_desktop.core.model.training_set import text_digests
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.training.candidate_evaluation import compare_models, table_prediction_changes
from mltag_desktop.core.training.retraining import retrain
from tests.core.helpers import make, model_of, predict_all


@pytest.fixture
def shelved(make_workspace, tiny_model, tmp_path):
    """Two candidates, after 30 and after 60 decisions, and 30 more decisions that neither was trained on."""
    workspace, tags = make_workspace(160), make(160, seed=11, words=1).tags
    predict_all(workspace, tiny_model)
    versions = []
    for stop in (30, 60, 90):
        for row in range(stop - 30, stop):
            workspace.decisions.decide([row], tags[row])
        if stop < 90:
            made = retrain(SILENT, workspace, tiny_model, tiny_model, tmp_path / str(stop))
            workspace.models.add(made.bundle_dir, made.report.to_json(), made.trained_on)
            versions.append((model_of(made).manifest.version, made))
    return workspace, versions


def test_models_are_compared_on_rows_neither_was_trained_on(shelved, tiny_model) -> None:
    workspace, ((first, one), (second, two)) = shelved
    store_slices(workspace, [Slice("Late", "", tuple(range(60, 80)))])
    found = compare_models(SILENT, workspace, first, second, tiny_model)
    parts = {report.name: report for report in (found, *found.others)}
    assert all((part.paired.a, part.paired.b) == (first, second) for part in parts.values())
    undecided = np.flatnonzero(workspace.states().decided < 0)
    assert found.table_prediction_changes.rows == len(undecided) < 160
    assert {change.row for change in found.table_prediction_changes.shown} <= {*undecided.tolist()}
    decided = parts["decisions new to both"]
    texts = workspace.table.texts(list(decided.records))
    assert min(decided.records) >= 60
    for made in (one, two):
        assert not set(text_digests(texts).tolist()) & set(model_of(made).base.digests.tolist())
    assert not workspace.table.audited(list(decided.records)).any()
    assert decided.models[0].slices["Late"].rows == sum(60 <= row < 80 for row in decided.records)
    if "holdout" in parts:
        by_version = {model.version: model for model in two.report.models}
        assert parts["holdout"].models[1].f1 == by_version[second].f1


def test_large_tables_are_compared_on_records_drawn_at_random(shelved, tiny_model) -> None:
    workspace, ((_, one), (_, two)) = shelved
    undecided = np.flatnonzero(workspace.states().decided < 0)
    whole = table_prediction_changes(SILENT, workspace, model_of(one), model_of(two))
    drawn = table_prediction_changes(SILENT, workspace, model_of(one), model_of(two), at_most=40)
    assert (whole.rows, whole.drawn_from) == (len(undecided), 0)
    assert (drawn.rows, drawn.drawn_from) == (40, len(undecided))
    assert {change.row: change for change in drawn.shown}.items() <= {
        change.row: change for change in whole.shown
    }.items()


def test_swapping_the_models_mirrors_the_report(shelved, tiny_model) -> None:
    workspace, ((first, _), _) = shelved
    base = tiny_model.version
    there = compare_models(SILENT, workspace, base, first, tiny_model)
    back = compare_models(SILENT, workspace, first, base, tiny_model)
    assert (there.paired.better, there.paired.worse) == (back.paired.worse, back.paired.better)
    assert there.paired.difference == pytest.approx(-back.paired.difference)
    assert there.table_prediction_changes.total == back.table_prediction_changes.total
    assert there.models[0].role == "current"


def test_comparing_a_model_with_itself_or_a_missing_one_is_rejected(shelved, tiny_model) -> None:
    workspace, ((first, _), _) = shelved
    with pytest.raises(MltagError, match="itself"):
        compare_models(SILENT, workspace, first, first, tiny_model)
    with pytest.raises(MltagError, match="no model"):
        compare_models(SILENT, workspace, first, "nobody", tiny_model)


def test_without_common_rows_only_prediction_changes_are_reported(
    shelved, tiny_model, make_workspace
) -> None:
    ((first, made), _) = shelved[1]
    other = make_workspace(20)
    other.models.set_base(tiny_model.version)
    other.models.add(made.bundle_dir, None, "from elsewhere")
    found = compare_models(SILENT, other, tiny_model.version, first, tiny_model)
    assert found.table_prediction_changes.rows == 20
    assert found.rows or found.headline == "No rows for evaluation."
