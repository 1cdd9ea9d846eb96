"""Links in the report: prediction changes, matrix cells, versions, data checks."""

import json
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton, QToolButton

from mltag_desktop.core.evaluation.evaluation_report import DataCheck, DataCheckKind, Report
from mltag_desktop.core.evaluation.model_evaluation import RowFacts, evaluate_models
from mltag_desktop.core.evaluation.model_figures import (
    ModelRole,
    PredictionChange,
    PredictionChangeCount,
    PredictionChanges,
)
from mltag_desktop.core.evaluation.promotion_gate import PromotionPolicy
from mltag_desktop.core.evaluation.report_charts import Chart
from mltag_desktop.core.learning.query_slices import with_slices
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.training.candidate_evaluation import with_others as with_others_said
from mltag_desktop.gui.report.chart_view import ChartView
from mltag_desktop.gui.report.confusion import ConfusionTable
from mltag_desktop.gui.report.metrics_table import MetricsTable
from mltag_desktop.gui.report.prediction_changes import PredictionChangesTable, prediction_changes_section
from mltag_desktop.gui.report.priorities_dialog import PrioritiesDialog
from mltag_desktop.gui.report.report_header import ReportHeader
from mltag_desktop.gui.widgets.common import MutedLabel, infos_of
from mltag_desktop.gui.widgets.inputs import CheckableComboBox
from tests.gui.helpers import TAGS, find
from tests.gui.report.helpers import (
    answers,
    exported,
    recalibrated_report,
    report,
    show,
    turn,
    with_others,
    words,
)


def test_click_on_prediction_change_shows_its_record(qtbot, panel):
    evaluated = report()
    texts = {change.row: f"text {change.row}" for change in evaluated.table_prediction_changes.shown}
    show(panel, evaluated, (), lambda rows: [texts[row] for row in rows])
    table = next(t for t in panel.findChildren(PredictionChangesTable) if "your table" in t.accessibleName())
    row = evaluated.table_prediction_changes.shown[0].row
    assert table.model().index(0, 0).data() == f"text {row}"
    with qtbot.waitSignal(panel.requests.record) as asked:
        place = table.visualRect(table.model().index(0, 0)).center()
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked.args == [row]


def test_changes_of_the_table_name_both_models_if_only_the_candidate_was_evaluated(panel):
    """As when the active model was trained on most of the decisions."""
    alone = replace(report(), models=report().models[-1:], prediction_changes=None)
    show(panel, alone, (), lambda rows: ["a text"] * len(rows))
    [table] = panel.findChildren(PredictionChangesTable)
    assert headings(table) == ["Record", "Active", "Candidate", "Confidence"]


def test_changes_of_the_table_are_not_from_an_earlier_model_that_was_evaluated(panel):
    models = list(report().models)
    models[1] = replace(models[1], role=ModelRole.EARLIER, version="5e6f70")
    show(panel, replace(report(), models=tuple(models)), (), lambda rows: ["a text"] * len(rows))
    found = [headings(table)[1:3] for table in panel.findChildren(PredictionChangesTable)]
    assert found == [["Active", "Candidate"], ["5e6f70", "Candidate"]]


def test_prediction_changes_of_holdout_show_the_correct_model(qtbot, theme):
    changes = report().prediction_changes
    table = PredictionChangesTable(theme, changes, infos_of(TAGS, ()), ("Active", "1a2b3c"))
    qtbot.addWidget(table)
    model = table.model()
    assert headings(table)[1:3] == ["Active", "1a2b3c"], "the second model may be no candidate"
    first = changes.shown[0]
    assert model.index(0, 3).data() == infos_of(TAGS, ())[first.truth].label
    assert model.index(0, 1).data()[-1] in "✓✗"
    assert (model.index(0, 2).data()[-1] == "✓") is (first.after == first.truth)
    assert f"changes to {first.after}" in model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)


def headings(table) -> list[str]:
    model, across = table.model(), Qt.Orientation.Horizontal
    return [model.headerData(n, across).strip() for n in range(model.columnCount())]


def test_prediction_changes_of_records_show_their_texts(qtbot, panel):
    evaluated = with_others()
    audit = evaluated.others[0]
    numbers = {f"{7 * change.row + 1:,}" for change in audit.prediction_changes.shown}
    assert {change.reference for change in audit.prediction_changes.shown} == numbers
    show(panel, evaluated, (), lambda rows: [f"text {row}" for row in rows])
    turn(panel, 1)
    name = "Prediction changes in audit set"
    table = next(t for t in panel.findChildren(PredictionChangesTable) if t.accessibleName() == name)
    row = 7 * audit.prediction_changes.shown[0].row
    assert table.model().index(0, 0).data() == f"text {row}"
    with qtbot.waitSignal(panel.requests.record) as asked:
        table.clicked.emit(table.model().index(0, 0))
    assert asked.args == [row]


def test_confusion_matrix_follows_selected_model(qtbot, panel):
    evaluated = report()
    show(panel, evaluated, ())
    matrix = panel.findChild(ConfusionTable)
    assert matrix.accessibleName() == "Confusion matrix of Candidate"
    rules = next(b for b in panel.findChildren(QToolButton) if b.text() == "Rules")
    rules.click()
    assert matrix.accessibleName() == "Confusion matrix of Rules"


def test_cells_of_other_evaluation_sets_link_to_records(qtbot, panel):
    evaluated = with_others()
    show(panel, evaluated, ())
    panel.show_rows(0)
    headline = words(panel.findChild(ReportHeader))
    next(b for b in panel.findChildren(QToolButton) if b.text().startswith("Audit set")).click()
    panel.body.build_all()
    QApplication.processEvents()
    assert words(panel.findChild(ReportHeader)) != headline
    assert "60 randomly drawn records of this table" in words(panel)
    audit = evaluated.others[0]
    matrix = panel.body.findChild(ConfusionTable)
    true, answered = next(
        (t, a) for t in range(3) for a in range(3) if t != a and audit.models[1].confusion[t][a]
    )
    with qtbot.waitSignal(panel.requests.records) as asked:
        matrix.opened.emit((true, answered))
    assert len(asked.args[0]) == audit.models[1].confusion[true][answered]
    assert all(row % 7 == 0 for row in asked.args[0])
    assert f"{TAGS[true]}, tagged {TAGS[answered]}" in asked.args[1]


def test_click_in_confusion_matrix_finds_its_cell(qtbot, panel):
    show(panel, with_others(), ())
    turn(panel, 1)
    matrix = panel.body.findChild(ConfusionTable)
    at = matrix.visualRect(matrix.model().index(0, 0)).center()
    with qtbot.waitSignal(matrix.opened) as clicked:
        qtbot.mouseClick(matrix.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert clicked.args == [(0, 0)]


def test_report_links_to_evaluation_sets_with_slices(qtbot, panel):
    evaluated = with_others()
    show(panel, evaluated, ())
    turn(panel, 0)
    assert "not from your table" in words(panel.body)
    find(panel.body, QPushButton, "Define slices…").click()
    mask = np.arange(500) < 50
    panel.renew(with_slices(evaluated, {"Loaves": mask}))
    panel.body.build_all()
    assert next(b for b in panel.findChildren(QToolButton) if b.text().startswith("Audit set")).isChecked()
    assert "60 randomly drawn records of this table" in words(panel)
    assert "not from your table" not in words(panel.body)
    turn(panel, 0)
    assert "Your slices (Loaves) are evaluated on records of your table" in words(panel.body)
    find(panel.body, QPushButton, "Audit set").click()
    panel.body.build_all()
    assert panel.body.findChild(MetricsTable).model().rowCount() == 3 + len(TAGS) + 1
    panel.renew(with_slices(evaluated, {}))
    assert "60 randomly drawn records of this table" in words(panel), "nothing else moves"


def test_slices_that_are_measured_later_can_be_protected(panel):
    truth = np.arange(200) % len(TAGS)
    worse = evaluate_models(
        SILENT,
        [TAGS[code] for code in truth],
        TAGS,
        [answers("base", truth, 0.98, 2), answers("new", truth, 0.6, 3)],
        roles=(ModelRole.ACTIVE, ModelRole.CANDIDATE),
        rows=RowFacts(records=tuple(range(200))),
    )
    show(panel, worse, (), policy=PromotionPolicy(protected_slices=("Loaves",)), promote=True)
    panel.renew(with_slices(worse, {"Loaves": np.ones(200, np.bool_), "Rolls": truth == 0}))
    promote = find(panel, QPushButton, "Promote")
    panel.hold_promotion(True)
    assert not promote.isEnabled()
    panel.hold_promotion(False)
    promote.click()
    assert "Loaves" in words(panel.findChild(ReportHeader))
    panel.hold_promotion(False)
    assert not promote.isEnabled(), "the question has its own buttons"
    find(panel, QPushButton, "Priorities (1)…").click()
    box = panel.findChild(PrioritiesDialog).findChildren(CheckableComboBox)[1]
    assert [action.text() for action in box.menu.actions()] == ["Loaves", "Rolls"]
    assert not box.toolTip()


def test_slices_that_cannot_be_protected_say_why(panel):
    show(panel, recalibrated_report("holdout", 2.5), (), promote=True)
    find(panel, QPushButton, "Priorities…").click()
    dialog = panel.findChild(PrioritiesDialog)
    box = dialog.findChildren(CheckableComboBox)[1]
    reasons = [each for each in dialog.findChildren(MutedLabel) if "no slices" in each.text()]
    assert [each.isVisible() for each in reasons] == [True]
    assert not box.isEnabled()
    assert box.toolTip() == reasons[0].text()


def test_worse_calibration_is_a_regression(panel):
    evaluated = recalibrated_report("holdout", 2.5)
    audit = recalibrated_report("audit set", 0.8, tuple(range(300)))
    evaluated = with_others_said(evaluated, [audit])
    show(panel, evaluated, (), promote=True)
    turn(panel, 0)
    said = words(panel)
    assert "The confidence of the candidate is almost certainly worse than that of the active model" in said
    assert "On the audit set: The confidence of the candidate is" in said
    assert "No regressions" not in said
    assert "Regressions" in said
    assert "log loss +" in said
    find(panel, QPushButton, "Promote").click()
    assert "Regressions: log loss (holdout) from" in words(panel)
    assert "ECE (holdout) from" in words(panel)


def test_earlier_versions_are_drawn_in_versions_chart(qtbot, panel):
    evaluated = report()
    older = replace(evaluated.models[1], role=ModelRole.EARLIER, version="older")
    evaluated = replace(evaluated, models=(evaluated.models[0], older, *evaluated.models[1:]))
    show(panel, evaluated, ())
    versions = chart(panel, "F1 by version")
    assert versions.accessibleDescription().endswith(" of new")
    x, y = next((x, y) for x, y, version in versions.drawing.points if version == "older")
    with qtbot.waitSignal(panel.requests.version) as asked:
        qtbot.mouseClick(versions.drawing, Qt.MouseButton.LeftButton, pos=QPoint(round(x) + 3, round(y)))
    assert asked.args == ["older"]
    assert [b.text() for b in panel.body.findChildren(QToolButton)][:3] == ["Rules", "Active", "Candidate"]


def test_data_checks_link_to_their_records(qtbot, panel, tmp_path):
    checks = (
        DataCheck(
            DataCheckKind.DRIFT, "The texts use words that the model does not know.", (4, 9), warns=True
        ),
        DataCheck(
            DataCheckKind.LEAKS, "No tagged record matches a row of the evaluation data, exactly or nearly."
        ),
    )
    show(panel, replace(report(), checks=checks), ())
    label = next(each for each in panel.findChildren(QLabel) if "The texts use words" in each.text())
    assert "⚠" in label.text()
    with qtbot.waitSignal(panel.requests.records) as asked:
        label.linkActivated.emit("0")
    assert asked.args == [[4, 9], "The texts use words that the model does not know"]
    page = exported(panel, tmp_path, "html")
    assert "Data checks" in page
    assert "▲ The texts use words" in page
    kept = Report.from_json(json.loads(exported(panel, tmp_path, "json")))
    assert kept.checks == checks


def chart(panel, name: str) -> ChartView:
    return next(each for each in panel.findChildren(ChartView) if each.accessibleName().startswith(name))


@pytest.mark.parametrize("name", ["tab\x01le", "half \ud800", "<a & 'b'>"])
def test_a_chart_is_drawn_whatever_its_tag_is_called(qtbot, theme, name: str) -> None:
    shown = ChartView(theme)
    qtbot.addWidget(shown)
    shown.resize(300, 200)
    shown.show_chart(Chart(name, "across", "up", (), ""))
    assert any(pixel != shown.grab().toImage().pixel(0, 0) for pixel in pixels(shown))


def pixels(widget: ChartView) -> list[int]:
    image = widget.grab().toImage()
    return [image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)]


def test_threshold_curve_follows_selected_tag(panel, tmp_path):
    evaluated = report()
    show(panel, evaluated, ())
    curve = chart(panel, "Precision and recall by threshold")
    every = curve.accessibleDescription()
    assert "All 200 answers" in every
    panel.body.findChild(QComboBox).setCurrentIndex(1)
    assert curve.accessibleName().endswith(TAGS[0])
    assert curve.accessibleDescription() != every
    trade_off = chart(panel, "Precision and recall of")
    assert trade_off.accessibleName().endswith(TAGS[0])
    assert trade_off.accessibleDescription().startswith("○ At the review threshold of 0.80: precision")
    page = exported(panel, tmp_path, "html")
    assert "At the review threshold of 0.80: precision" in page


def test_changes_of_drawn_records_say_how_many_were_drawn_and_are_listed(qtbot, theme):
    change = PredictionChange(7, "8", "a", "b", None, 0.5, 0.75)
    changes = PredictionChanges(10_000, 2_600, (PredictionChangeCount("a", "b", 2_600),), (change,), 11_910)
    section = prediction_changes_section(
        theme, changes, {}, ("Active", "Candidate"), "Changes", show_record=print
    )
    qtbot.addWidget(section)
    assert (
        "2,600 of 10,000 predictions change. The 10,000 records were drawn at random from 11,910. "
        "1 change is listed, the one with the highest confidence. Click a record to show it in the table."
    ) in [label.text() for label in section.findChildren(QLabel)]


def test_prediction_changes_are_filtered_by_direction(panel):
    evaluated = report()
    show(panel, evaluated, ())
    choice = next(
        each
        for each in panel.findChildren(QComboBox)
        if each.accessibleName() == "Direction of the prediction changes"
    )
    table = next(
        each for each in panel.findChildren(PredictionChangesTable) if "your table" in each.accessibleName()
    )
    most = evaluated.table_prediction_changes.counts[0]
    assert table.model().rowCount() == evaluated.table_prediction_changes.total
    choice.activated.emit(1)  # the most frequent direction comes first
    assert table.model().rowCount() == most.rows
    choice.activated.emit(0)
    assert table.model().rowCount() == evaluated.table_prediction_changes.total
