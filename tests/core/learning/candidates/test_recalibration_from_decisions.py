"""Recalibration on the decisions of a table, and its report."""

from pathlib import Path

import pytest

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.evaluation.evaluation_report import Report
from mltag_desktop.core.evaluation.promotion_gate import PromotionPolicy, blocking_regressions
from mltag_desktop.core.learning.candidates.retraining import recalibrate, retrain
from mltag_desktop.core.model.bundle import load_bundle
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.workspace.decisions.tag_set import renamed
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.helpers import TAGS, base_model, fill, make


def test_recalibration_uses_decisions_the_model_was_not_trained_on(
    workspace: Workspace, tmp_path: Path
) -> None:
    rows = make(120, seed=31, words=1)
    fill(workspace, rows.texts, rows.tags)
    base = base_model()
    made = recalibrate(SILENT, workspace, base, base, tmp_path)
    assert "recalibrated on" in made.trained_on
    texts = list(rows.texts)
    assert (made.model.predict(texts).best == base.predict(texts).best).all()
    decisions = next(report for report in made.report.others if report.name == "decisions")
    assert set(decisions.records) <= set(workspace.scan.examples().rows)
    assert load_bundle(made.bundle_dir).version == made.model.version


def test_recalibration_reports_worse_calibration_on_the_holdout(workspace: Workspace, tmp_path: Path) -> None:
    """Every third decision contradicts the text, so lower confidence suits this table."""
    rows = make(240, seed=31)
    tags = [TAGS[(TAGS.index(tag) + 1) % 3] if n % 3 == 0 else tag for n, tag in enumerate(rows.tags)]
    fill(workspace, rows.texts, tags)
    base = base_model()
    report = recalibrate(SILENT, workspace, base, base, tmp_path).report
    assert report.by_confidence
    change = report.calibration
    assert (change.verdict, change.changed) == ("worse", 0)
    assert report.headline.startswith(
        "The confidence of the candidate is almost certainly worse than that of"
    )
    assert f"ECE {change.ece_b:.3f} against {change.ece_a:.3f} on 60 rows" in report.headline
    decisions, audit = (next(o for o in report.others if o.name == n) for n in ("decisions", "audit set"))
    assert [model.role for model in decisions.models] == ["current", "candidate"]
    assert decisions.calibration.verdict == "better"
    assert (
        f" On this table: The confidence of the candidate is {'almost certainly'} better" in report.headline
    )
    assert " On the audit set: " in report.headline
    assert audit.by_confidence
    assert {
        (regression.kind, regression.where) for regression in blocking_regressions(report, PromotionPolicy())
    } >= {("calibration", "holdout")}
    note = next(note for note in report.notes if "log loss" in note)
    assert f"{decisions.calibration.log_loss_b:.3f}." in note, "each decision is left out in the report too"
    assert Report.from_json(report.to_json()) == report


def test_without_a_holdout_recalibration_is_evaluated_on_decisions(
    workspace: Workspace, tmp_path: Path
) -> None:
    names = [f"my {tag}" for tag in TAGS]
    workspace.tag_set.set(names)
    rows = make(240, seed=33, words=1)
    fill(workspace, rows.texts[:80], [f"my {tag}" for tag in rows.tags[:80]])
    own = retrain(SILENT, workspace, base_model(), base_model(), tmp_path / "own").model
    workspace.table.add_texts(rows.texts[80:])
    for row in range(80, 240):
        workspace.decisions.decide([row], names[(TAGS.index(rows.tags[row]) + row % 2) % 3])
    report = recalibrate(SILENT, workspace, own, base_model(), tmp_path / "fitted").report
    assert (report.name, report.by_confidence) == ("decisions", True)
    assert [model.role for model in report.models] == ["current", "candidate"]
    assert report.table_prediction_changes.total == 0
    assert [other.name for other in report.others] == ["audit set"]
    assert report.headline.count("the candidate") == 2


def test_recalibration_needs_enough_decisions(workspace: Workspace, tmp_path: Path) -> None:
    rows = make(20, seed=32, words=1)
    fill(workspace, rows.texts, rows.tags)
    with pytest.raises(MltagError, match="at least 20 tagged records"):
        recalibrate(SILENT, workspace, base_model(), base_model(), tmp_path)


def test_a_model_for_other_tags_is_not_recalibrated(workspace: Workspace, tmp_path: Path) -> None:
    rows = make(120, seed=32, words=1)
    names = [tag if tag == "bird" else f"my {tag}" for tag in rows.tags]
    workspace.tag_set.set(sorted(set(names)))
    fill(workspace, rows.texts, names)
    with pytest.raises(MltagError, match="No model for these tags"):
        recalibrate(SILENT, workspace, base_model(), base_model(), tmp_path)


def test_recalibration_follows_renamed_tags(workspace: Workspace, tmp_path: Path) -> None:
    rows = make(200, seed=18, words=1)
    fill(workspace, rows.texts, rows.tags)
    base = base_model()
    before = retrain(SILENT, workspace, base, base, tmp_path / "before").report
    fitted = recalibrate(SILENT, workspace, base, base, tmp_path / "fitted").trained_on
    workspace.tag_set.set(renamed(workspace.tag_set.tags, TAGS[0], "felines"))
    after = retrain(SILENT, workspace, base, base, tmp_path / "after").report
    assert after == before
    assert recalibrate(SILENT, workspace, base, base, tmp_path / "again").trained_on == fitted
