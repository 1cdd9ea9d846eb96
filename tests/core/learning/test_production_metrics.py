"""Production metrics, and the exchange of misclassifications."""

import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.training.retraining import retrain
from mltag_desktop.core.workspace.types import DecisionKind, Mark, Status
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.helpers import TAGS, decide_each, make, predict_all, promoted
from tests.errors import user_error

Make = Callable[..., Workspace]


@pytest.fixture
def used(make_workspace: Make, tiny_model: LinearModel) -> Workspace:
    """Four hundred records; three hundred are decided correctly."""
    workspace = make_workspace(400)
    predict_all(workspace, tiny_model)
    tags = make(400, seed=11, words=1).tags
    for tag in TAGS:
        workspace.decisions.decide([row for row in range(300) if tags[row] == tag], tag)
    return workspace


def test_queue_and_audit_set_are_counted_separately(used: Workspace, tiny_model: LinearModel) -> None:
    found = production_metrics(SILENT, used)
    rows = np.arange(300)
    drawn, states = used.table.audited(rows), used.states()
    right = states.predicted[rows] == states.decided[rows]
    assert found.versions == (found.version,) == (tiny_model.version,)
    for part, inside in ((found.queue, ~drawn), (found.audit, drawn)):
        assert (part.whole.rows, part.whole.right) == (inside.sum(), right[inside].sum())
        for groups in (part.tags, part.bands, part.days):
            assert sum(group.rows for group in groups) == part.whole.rows
            assert sum(group.right for group in groups) == part.whole.right
    assert found.queue.bands[-1].name == "0.95–1.00"
    assert found.undecided == 100
    assert set(wrong_rows(used)) == set(rows[~right].tolist())


def test_a_promoted_model_is_evaluated_on_the_audit_set_not_on_training_rows(
    used: Workspace, tiny_model: LinearModel, tmp_path: Path
) -> None:
    model = promoted(used, retrain(SILENT, used, tiny_model, tiny_model, tmp_path))
    for rows, texts in used.pending_predictions.pending(model.version):
        used.pending_predictions.put(rows, replace(model.own.predict(texts), version=model.version))
    found, states = production_metrics(SILENT, used), used.states()
    drawn = np.flatnonzero(used.table.audited(range(300)))
    assert found.version == model.version
    assert found.queue.whole.rows == 0
    assert found.audit.whole.rows == len(drawn)
    assert found.audit.whole.right == (states.predicted[drawn] == states.decided[drawn]).sum()
    assert production_metrics(SILENT, used, tiny_model.version).queue.whole.rows == 300 - len(drawn)


def test_the_active_model_is_evaluated_on_the_holdout_with_its_gate(
    workspace: Workspace, tiny_model: LinearModel, tmp_path: Path
) -> None:
    rows = make(120, seed=77, words=2)
    workspace.table.add_texts([f"window window street old old {text}" for text in rows.texts])
    predict_all(workspace, tiny_model)
    decide_each(workspace, rows.tags[:60])
    made = retrain(SILENT, workspace, tiny_model, tiny_model, tmp_path)
    model = promoted(workspace, made)
    assert model.mixture is not None, "the table is unlike the base's rows"
    workspace.decisions.decide([60], rows.tags[60])
    again = retrain(SILENT, workspace, model.own, tiny_model, tmp_path)
    before = made.report.models[-1]
    current = next(each for each in again.report.models if each.role == "current")
    assert (current.version, current.f1, current.ece) == (before.version, before.f1, before.ece)


def test_no_model_is_named_for_tags_that_it_does_not_know(make_workspace: Make) -> None:
    workspace = make_workspace(30)
    workspace.tag_set.set(["invoice", "reminder"])
    assert production_metrics(SILENT, workspace).version == ""


def test_undone_and_cleared_decisions_do_not_count_and_marks_change_nothing(used: Workspace) -> None:
    def counted() -> int:
        return production_metrics(SILENT, used).queue.whole.rows

    whole = counted()
    free, *asked = (row for row in [*range(300, 400), *range(300)] if not used.table.audited([row])[0])
    asked = [row for row in asked if row < 300]
    used.decisions.decide([free], TAGS[0])
    assert counted() == whole + 1
    used.history.undo()
    used.decisions.mark(asked[:3], DecisionKind.FLAG)
    used.decisions.mark(asked[3:5], DecisionKind.SKIP)
    used.decisions.add_tag(asked[5:9], TAGS[0])
    assert counted() == whole
    used.decisions.mark(asked[:5], DecisionKind.CLEAR)
    assert counted() == whole - 5


def test_current_thresholds_have_records_and_no_error_rate(used: Workspace) -> None:
    used.thresholds.set(0.7, {TAGS[0]: 0.95})
    found, limits = production_metrics(SILENT, used), used.thresholds.below()
    for effort in found.limits:
        assert effort.confidence == limits.of(effort.tag)
        rows = undecided_below(used, limits, effort.tag)
        assert len(rows) == effort.to_review
        assert (used.states().confidence[list(rows)] < effort.confidence).all()
    to_review = found.as_set.to_review
    assert to_review == len(undecided_below(used, limits)) == sum(one.to_review for one in found.limits)
    assert found.certificate is None


def test_misclassifications_are_exported_and_imported_once(
    used: Workspace, make_workspace: Make, tmp_path: Path
) -> None:
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


@settings(max_examples=60)
@given(
    st.binary(max_size=200)
    | st.text(max_size=100).map(str.encode)
    | st.just(b'{"format":"mltag-misses","version":2}')
)
def test_other_files_are_rejected_with_a_reason(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.jsonl"
    path.write_bytes(content)
    with user_error():
        read_misclassifications(path)


def test_a_damaged_line_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    head = json.dumps({"format": "mltag-misses", "version": 1})
    path.write_text(head + "\n" + json.dumps({"text": 3}) + "\n")
    with user_error("line 2"):
        read_misclassifications(path)
    with user_error("could not be read"):
        read_misclassifications(path.with_name("none"))


def test_an_unwritable_target_is_an_error(used: Workspace, tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may write anywhere")
    folder = tmp_path / "closed"
    folder.mkdir(mode=0o500)
    with user_error():
        write_misclassifications(SILENT, used, folder / "out.jsonl")


def test_a_misclassification_is_found_despite_surrounding_whitespace(
    make_workspace: Make, tmp_path: Path
) -> None:
    workspace = make_workspace(4)
    known = workspace.table.texts([2])[0]
    path = tmp_path / "misses.jsonl"
    lines: list[dict[str, object]] = [{"format": "mltag-misses", "version": 1}]
    lines += [{"text": f"  {text}\n", "predicted": TAGS[0]} for text in (known, "something unheard of")]
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    taken = import_misclassifications(SILENT, workspace, path)
    assert (taken.known, taken.added) == (1, 1)
    assert np.flatnonzero(workspace.states().marked(Mark.FLAGGED)).tolist() == [2, 4]


def test_a_rate_has_the_interval_of_wilson() -> None:
    assert rate("x", np.array([True, False])).interval == wilson(1, 2)
    assert rate("x", np.zeros(0, np.bool_)).share == 0
