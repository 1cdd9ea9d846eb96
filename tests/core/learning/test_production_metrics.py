"""Production metrics, and the exchange of misclassifications."""

import json
import os
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.evaluation.metrics import wilson
from mltag_desktop.core.learning.misclassifications import (
    import_misclassifications,
    read_misclassifications,
    write_misclassifications,
)
from mltag_desktop.core.learning.production_metrics import (
    production_metrics,
    rate,
    undecided_below,
    wrong_rows,
)
from mltag_desktop.core.model.bundle import load_bundle
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.training.retraining import retrain
from mltag_desktop.core.workspace.types import DecisionKind, Mark, Status
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.helpers import TAGS, make, model_of, predict_all


@pytest.fixture
def used(make_workspace, tiny_model):
    """Two hundred records, all decided correctly."""
    workspace = make_workspace(400)
    predict_all(workspace, tiny_model)
    tags = make(400, seed=11, words=1).tags
    for tag in TAGS:
        workspace.decisions.decide([row for row in range(300) if tags[row] == tag], tag)
    return workspace


def test_queue_and_audit_set_are_counted_separately(used, tiny_model) -> None:
    found = production_metrics(SILENT, used)
    rows = np.arange(300)
    drawn = used.table.audited(rows)
    states = used.states()
    right = states.predicted[rows] == states.decided[rows]
    assert found.version == tiny_model.version
    assert found.versions == (tiny_model.version,)
    assert (found.audit.whole.rows, found.audit.whole.right) == (drawn.sum(), right[drawn].sum())
    assert (found.queue.whole.rows, found.queue.whole.right) == ((~drawn).sum(), right[~drawn].sum())
    for part in (found.queue, found.audit):
        for groups in (part.tags, part.bands, part.days):
            assert sum(group.rows for group in groups) == part.whole.rows
            assert sum(group.right for group in groups) == part.whole.right
    assert found.undecided == 100
    assert set(wrong_rows(used)) == set(rows[~right].tolist())


def test_a_promoted_model_is_evaluated_on_the_audit_set_not_on_training_rows(
    used, tiny_model, tmp_path
) -> None:
    made = retrain(SILENT, used, tiny_model, tiny_model, tmp_path)
    info = used.models.add(made.bundle_dir, made.report.to_json(), made.trained_on)
    used.models.promote(info.version)
    own = load_bundle(used.models.bundle_path(info.version)).own
    for rows, texts in used.pending_predictions.pending(info.version):
        used.pending_predictions.put(rows, replace(own.predict(texts), version=info.version))
    found = production_metrics(SILENT, used)
    drawn = np.flatnonzero(used.table.audited(range(300)))
    states = used.states()
    assert found.version == info.version
    assert found.queue.whole.rows == 0
    assert found.audit.whole.rows == len(drawn)
    assert found.audit.whole.right == (states.predicted[drawn] == states.decided[drawn]).sum()
    assert production_metrics(SILENT, used, tiny_model.version).queue.whole.rows == 300 - len(drawn)


def test_the_active_model_is_evaluated_on_the_holdout_with_its_gate(tmp_path, tiny_model) -> None:
    rows = make(120, seed=77, words=2)
    with Workspace.create(tmp_path / "elsewhere.mltag", "ann", TAGS) as workspace:
        workspace.table.add_texts([f"window window street old old {text}" for text in rows.texts])
        predict_all(workspace, tiny_model)
        for row in range(60):
            workspace.decisions.decide([row], rows.tags[row])
        made = retrain(SILENT, workspace, tiny_model, tiny_model, tmp_path)
        assert model_of(made).mixture is not None, "the table is unlike the base's rows"
        workspace.models.add(made.bundle_dir, made.report.to_json(), made.trained_on)
        workspace.models.promote(model_of(made).manifest.version)
        workspace.decisions.decide([60], rows.tags[60])
        again = retrain(SILENT, workspace, model_of(made).own, tiny_model, tmp_path)
        before = made.report.models[-1]
        current = next(model for model in again.report.models if model.role == "current")
        assert (current.version, current.f1, current.ece) == (before.version, before.f1, before.ece)


def test_no_model_is_named_for_tags_that_it_does_not_know(make_workspace) -> None:
    workspace = make_workspace(30)
    workspace.tag_set.set(["invoice", "reminder"])
    assert production_metrics(SILENT, workspace).version == ""


def test_undone_and_cleared_decisions_do_not_count(used) -> None:
    before = production_metrics(SILENT, used)
    used.decisions.decide([390], TAGS[0])
    used.history.undo()
    used.decisions.mark([0], DecisionKind.CLEAR)
    after = production_metrics(SILENT, used)
    gone = before.queue.whole.rows + before.audit.whole.rows - after.queue.whole.rows - after.audit.whole.rows
    assert gone == 1


def test_current_thresholds_have_records_and_no_error_rate(used) -> None:
    used.thresholds.set(0.7, {TAGS[0]: 0.95})
    found, limits = production_metrics(SILENT, used), used.thresholds.below()
    for effort in found.limits:
        assert effort.confidence == limits.of(effort.tag)
        rows = undecided_below(used, limits, effort.tag)
        assert len(rows) == effort.to_review
        assert (used.states().confidence[list(rows)] < effort.confidence).all()
    assert (
        found.as_set.to_review
        == len(undecided_below(used, limits))
        == sum(one.to_review for one in found.limits)
    )
    assert found.certificate is None


def test_misclassifications_are_exported_and_imported_once(used, make_workspace, tmp_path) -> None:
    used.decisions.mark([310], DecisionKind.FLAG, "odd \u2028 one")
    out = tmp_path / "misses.jsonl"
    count = write_misclassifications(SILENT, used, out)
    states = used.states()
    assert count == int(((states.status == Status.CORRECTED) | states.marked(Mark.FLAGGED)).sum())
    told = read_misclassifications(out)
    assert len(told) == count
    owner = make_workspace(30, seed=99)
    owner.table.add_texts([told[0].text])
    taken = import_misclassifications(SILENT, owner, out)
    distinct = len({miss.text for miss in told})
    assert (taken.known, taken.added) == (1, distinct - 1)
    assert owner.table.count == 31 + distinct - 1
    flagged = np.flatnonzero(owner.states().marked(Mark.FLAGGED))
    assert len(flagged) == distinct
    notes = [record.note for record in owner.table.records(flagged)]
    assert any("should be" in note for note in notes)
    assert any("odd" in note for note in notes)
    assert import_misclassifications(SILENT, owner, out).added == 0
    owner.history.undo()
    owner.history.undo()
    assert not owner.states().marked(Mark.FLAGGED).any()


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    st.binary(max_size=200)
    | st.text(max_size=100).map(str.encode)
    | st.just(b'{"format":"mltag-misses","version":2}')
)
def test_other_files_are_rejected_with_a_reason(tmp_path, content: bytes) -> None:
    path = tmp_path / "x.jsonl"
    path.write_bytes(content)
    with pytest.raises(MltagError):
        read_misclassifications(path)


def test_a_damaged_line_is_reported(tmp_path) -> None:
    path = tmp_path / "x.jsonl"
    head = json.dumps({"format": "mltag-misses", "version": 1})
    path.write_text(head + "\n" + json.dumps({"text": 3}) + "\n")
    with pytest.raises(MltagError, match="line 2"):
        read_misclassifications(path)
    with pytest.raises(MltagError, match="could not be read"):
        read_misclassifications(path.with_name("none"))


def test_an_unwritable_target_is_an_error(used, tmp_path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may write anywhere")
    folder = tmp_path / "closed"
    folder.mkdir(mode=0o500)
    with pytest.raises(MltagError):
        write_misclassifications(SILENT, used, folder / "out.jsonl")


def test_marks_and_additional_tags_keep_a_decision_and_clear_removes_it(used) -> None:
    whole = production_metrics(SILENT, used).queue.whole
    asked = [row for row in range(300) if not used.table.audited([row])[0]]
    used.decisions.mark(asked[:3], DecisionKind.FLAG)
    used.decisions.mark(asked[3:5], DecisionKind.SKIP)
    used.decisions.add_tag(asked[5:9], TAGS[0])
    assert production_metrics(SILENT, used).queue.whole.rows == whole.rows
    used.decisions.mark(asked[:5], DecisionKind.CLEAR)
    assert production_metrics(SILENT, used).queue.whole.rows == whole.rows - 5


def test_a_misclassification_is_found_despite_surrounding_whitespace(make_workspace, tmp_path) -> None:
    workspace = make_workspace(4)
    known = workspace.table.texts([2])[0]
    path = tmp_path / "misses.jsonl"
    lines = [{"format": "mltag-misses", "version": 1}]
    lines += [{"text": f"  {text}\n", "predicted": TAGS[0]} for text in (known, "something unheard of")]
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    taken = import_misclassifications(SILENT, workspace, path)
    assert (taken.known, taken.added) == (1, 1)
    assert [record.row for record in workspace.table.records(range(5)) if Mark.FLAGGED in record.marks] == [
        2,
        4,
    ]


def test_rates_count_each_answer_once(used) -> None:
    found = production_metrics(SILENT, used).queue
    assert {sum(one.rows for one in group) for group in (found.tags, found.bands, found.days)} == {
        found.whole.rows
    }
    assert found.bands[-1].name == "0.95–1.00"
    assert rate("x", np.array([True, False])).interval == wilson(1, 2)
    assert rate("x", np.zeros(0, np.bool_)).share == 0
