import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QPushButton,
    QScrollArea,
    QTableView,
    QToolButton,
)

from mltag_desktop.core.evaluation.behaviour import BehaviourResult, Failure
from mltag_desktop.core.evaluation.flips import find_flips
from mltag_desktop.core.evaluation.priority import Priority, gate
from mltag_desktop.core.evaluation.report import DataCheck, Report, judge
from mltag_desktop.core.model.types import Predictions
from mltag_desktop.core.progress import SILENT
from mltag_desktop.gui.panels.confusion import ConfusionView
from mltag_desktop.gui.panels.curves import ThresholdView, VersionsView
from mltag_desktop.gui.panels.data_checks import DataChecks
from mltag_desktop.gui.panels.figures_model import FiguresModel, signed
from mltag_desktop.gui.panels.figures_rows import rows_of
from mltag_desktop.gui.panels.figures_table import FiguresTable
from mltag_desktop.gui.panels.flips import FlipsModel, FlipsTable
from mltag_desktop.gui.panels.parts import infos_of
from mltag_desktop.gui.panels.report import ReportPanel
from mltag_desktop.gui.panels.report_head import ReportHead

from .conftest import TAGS, find


def answers(
    version: str, truth: np.ndarray, right: float, seed: int, tags: tuple[str, ...] = TAGS
) -> Predictions:
    """Probabilities whose best tag is right for about this share of rows."""
    generator = np.random.default_rng(seed)
    scores = generator.random((len(truth), len(tags)))
    hit = generator.random(len(truth)) < right
    scores[np.arange(len(truth))[hit], truth[hit]] += 1.5
    return Predictions(version, tags, (scores / scores.sum(1, keepdims=True)).astype(np.float32))


def report(better: bool = True, tags: tuple[str, ...] = TAGS, rows: int = 200) -> Report:
    truth = np.random.default_rng(5).integers(0, len(tags), rows)
    before, after = (0.7, 0.98) if better else (0.98, 0.6)
    failed = Failure("a case", "minimum", "knead the dough", tags[0], tags[1], 0.6)
    return judge(
        SILENT,
        [tags[code] for code in truth],
        tags,
        [
            answers("rules", truth, 0.4, 1, tags),
            answers("base", truth, before, 2, tags),
            answers("new", truth, after, 3, tags),
        ],
        roles=("rules", "current", "candidate"),
        slices={"short_text": truth == 0, "source=blog": truth > 0},
        behaviour=[
            None,
            BehaviourResult(3, 3, 0, ()),
            BehaviourResult(2, 3, 1, (failed,)) if not better else BehaviourResult(3, 3, 1, ()),
        ],
        table_flips=find_flips(answers("base", truth, 0.7, 4, tags), answers("new", truth, 0.9, 6, tags)),
    )


@pytest.fixture
def panel(qtbot, theme, tmp_path):
    made = ReportPanel(theme, lambda parent, title, suggested, kinds: str(tmp_path / suggested))
    made.resize(1240, 740)
    qtbot.addWidget(made)
    made.show()
    return made


def show(panel, *args, **more) -> None:
    """Show a report with every section, which the window builds one after another."""
    panel.show_report(*args, **more)
    panel.body.build_all()
    QApplication.processEvents()  # a layout shows what is added to it when events are next handled


def words(widget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def test_the_headline_stands_on_top(panel):
    judged = report()
    show(panel, judged, (), promote=True, discard=True)
    assert judged.headline in words(panel)


def test_promotion_goes_straight_when_nothing_got_worse(qtbot, panel):
    judged = report()
    assert not judged.losses
    show(panel, judged, (), promote=True, discard=True)
    assert "Nothing got worse" in words(panel)
    with qtbot.waitSignal(panel.promote_requested) as asked:
        find(panel, QPushButton, "Promote").click()
    assert asked.args == ["new"]


def test_promotion_names_what_got_worse_and_asks(qtbot, panel):
    show(panel, report(better=False), (), promote=True, discard=True)
    with qtbot.assertNotEmitted(panel.promote_requested):
        find(panel, QPushButton, "Promote").click()
    assert "This got worse: F1 from" in words(panel)
    assert not find(panel, QPushButton, "Promote").isEnabled()
    find(panel, QPushButton, "Not now").click()
    assert "This got worse" not in words(panel)
    find(panel, QPushButton, "Promote").click()
    with qtbot.waitSignal(panel.promote_requested) as asked:
        find(panel, QPushButton, "Promote anyway").click()
    assert asked.args == ["new"]


def test_a_behaviour_case_that_fails_now_is_shown(panel):
    show(panel, report(better=False), ())
    assert "Of 3 cases, candidate passes 2, the current model passes 3. 1 are about tags" in words(panel)
    table = next(
        t for t in panel.findChildren(QTableView) if t.accessibleName() == "Behaviour cases that fail"
    )
    assert table.model().index(0, 0).data() == "knead the dough"


def test_discard_tells_the_version(qtbot, panel):
    show(panel, report(), (), promote=True, discard=True)
    with qtbot.waitSignal(panel.discard_requested) as asked:
        find(panel, QPushButton, "Discard").click()
    assert asked.args == ["new"]


def test_a_report_on_a_model_in_force_has_no_buttons(panel):
    show(panel, report(), ())
    assert not find(panel, QPushButton, "Promote").isVisible()
    assert not find(panel, QPushButton, "Discard").isVisible()


def test_exports_as_json_and_html(panel, tmp_path):
    judged = report()
    show(panel, judged, ())
    panel.export("json")
    panel.export("html")
    assert Report.from_json(json.loads((tmp_path / "report-new.json").read_text())) == judged
    assert "<html" in (tmp_path / "report-new.html").read_text()


def test_an_export_that_fails_says_so(qtbot, theme, tmp_path):
    panel = ReportPanel(theme, lambda *_: str(tmp_path / "missing" / "report.json"))
    qtbot.addWidget(panel)
    show(panel, report(), ())
    panel.export("json")
    assert "could not be written" in panel._notices.current.text


def test_nothing_is_written_when_no_name_is_given(qtbot, theme, tmp_path):
    panel = ReportPanel(theme, lambda *_: "")
    qtbot.addWidget(panel)
    show(panel, report(), ())
    panel.export("json")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("size", [(1240, 740), (1880, 1000), (1000, 600)])
def test_nothing_scrolls_sideways(qtbot, panel, size):
    panel.resize(*size)
    show(panel, report(better=False), (), promote=True, discard=True)
    qtbot.waitExposed(panel)
    page = panel.findChild(QScrollArea)
    assert page.horizontalScrollBar().maximum() == 0
    table = panel.findChild(FiguresTable)
    columns = range(table.model().columnCount())
    shown = sum(table.columnWidth(column) for column in columns if not table.isColumnHidden(column))
    assert shown <= table.viewport().width()
    assert table.columnWidth(0) >= 128


def test_a_click_on_a_flip_of_the_table_shows_its_record(qtbot, panel):
    judged = report()
    texts = {flip.row: f"text {flip.row}" for flip in judged.table_flips.shown}
    show(panel, judged, (), lambda rows: [texts[row] for row in rows])
    table = next(t for t in panel.findChildren(FlipsTable) if "your table" in t.accessibleName())
    row = judged.table_flips.shown[0].row
    assert table.model().index(0, 0).data() == f"text {row}"
    with qtbot.waitSignal(panel.record_requested) as asked:
        place = table.visualRect(table.model().index(0, 0)).center()
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked.args == [row]


def test_flips_of_the_holdout_say_who_is_right(theme):
    flips = report().flips
    model = FlipsModel(theme, flips, infos_of(TAGS, ()))
    first = flips.shown[0]
    assert model.index(0, 3).data() == infos_of(TAGS, ())[first.truth].short
    assert model.index(0, 1).data()[-1] in "✓✗"
    assert (model.index(0, 2).data()[-1] == "✓") is (first.after == first.truth)


def test_the_confusion_matrix_follows_the_model(qtbot, panel):
    judged = report()
    show(panel, judged, ())
    matrix = panel.findChild(ConfusionView)
    assert matrix.accessibleName() == "Confusion matrix of Candidate"
    rules = next(b for b in panel.findChildren(QToolButton) if b.text() == "Rules")
    rules.click()
    assert matrix.accessibleName() == "Confusion matrix of Rules"


def test_another_scheme_draws_the_page_anew_where_it_was(qtbot, theme, panel):
    show(panel, report(), ())
    qtbot.waitExposed(panel)
    bar = panel.findChild(QScrollArea).verticalScrollBar()
    bar.setValue(40)
    theme.choose(Qt.ColorScheme.Dark)
    assert not panel.body.is_built
    qtbot.waitUntil(lambda: bar.value() == 40)
    theme.choose(Qt.ColorScheme.Unknown)


def test_one_model_alone_is_reported(panel):
    truth = np.array([0, 1, 2] * 5)
    alone = judge(
        SILENT, [TAGS[code] for code in truth], TAGS, [answers("only", truth, 0.9, 1)], name="mine.csv"
    )
    show(panel, alone, ())
    assert "15 rows of mine.csv" in words(panel)
    assert panel.findChild(FiguresTable).model().change_column is None


def test_a_report_without_rows_is_shown(panel):
    empty = judge(SILENT, [], TAGS, [Predictions("m", TAGS, np.zeros((0, 3), np.float32))])
    show(panel, empty, ())
    assert "No rows" in words(panel)


def test_many_tags_still_fit(qtbot, panel):
    tags = tuple(f"tag number {n}" for n in range(77))
    show(panel, report(tags=tags, rows=2000), ())
    qtbot.waitExposed(panel)
    assert panel.findChild(QScrollArea).horizontalScrollBar().maximum() == 0
    assert not panel.grab().isNull()


@pytest.mark.parametrize("better", [True, False])
def test_the_models_keep_qt_s_rules(qtbot, theme, better):
    judged = report(better)
    tags = infos_of(TAGS, ())
    for model in (
        FiguresModel(rows_of(judged.models, tags), ["Rules", "Current", "Candidate"], theme._app.font()),
        FlipsModel(theme, judged.flips, tags),
    ):
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_a_tag_without_rows_has_no_figures(theme):
    truth = np.zeros(6, dtype=np.int64)
    judged = judge(SILENT, [TAGS[0]] * 6, TAGS, [answers("a", truth, 1.0, 1)])
    rows = {row.name: row for row in rows_of(judged.models, {})}
    assert rows["sailing"].cells == (None,)
    assert rows["baking"].cells[0].f1 == 1.0


def test_changes_carry_a_sign_and_an_arrow():
    assert [signed(0.0123), signed(-0.2), signed(0.0001)] == ["▲ +0.012", "▼ −0.200", "= 0.000"]


def test_the_suggested_name_gets_its_suffix_back(qtbot, theme, tmp_path):
    panel = ReportPanel(theme, lambda *_: str(Path(tmp_path) / "mine"))
    qtbot.addWidget(panel)
    show(panel, report(), ())
    panel.export("json")
    assert (tmp_path / "mine.json").exists()


def with_others() -> Report:
    truth = np.random.default_rng(8).integers(0, 3, 60)
    audit = judge(
        SILENT,
        [TAGS[code] for code in truth],
        TAGS,
        [answers("base", truth, 0.7, 4), answers("new", truth, 0.8, 5)],
        name="audit set",
        roles=("current", "candidate"),
        records=[7 * row for row in range(60)],
    )
    return replace(report(better=False), others=(audit,))


def test_the_sections_come_one_after_another(qtbot, panel):
    panel.show_report(report(), ())
    assert not panel.body.is_built
    with qtbot.waitSignal(panel.body.built, timeout=10_000):
        pass
    assert panel.body.is_built
    assert panel.findChildren(FlipsTable)


def test_other_rows_are_kept_apart_and_their_cells_lead_to_records(qtbot, panel):
    judged = with_others()
    show(panel, judged, ())
    headline = words(panel.findChild(ReportHead))
    next(b for b in panel.findChildren(QToolButton) if b.text().startswith("Audit set")).click()
    panel.body.build_all()
    QApplication.processEvents()
    assert words(panel.findChild(ReportHead)) != headline
    assert "60 records of this table drawn by lot" in words(panel)
    audit = judged.others[0]
    matrix = panel.body.findChild(ConfusionView)
    true, answered = next(
        (t, a) for t in range(3) for a in range(3) if t != a and audit.models[1].confusion[t][a]
    )
    with qtbot.waitSignal(panel.records_requested) as asked:
        matrix.clicked.emit(true, answered)
    assert len(asked.args[0]) == audit.models[1].confusion[true][answered]
    assert all(row % 7 == 0 for row in asked.args[0])
    assert f"{TAGS[true]}, tagged {TAGS[answered]}" in asked.args[1]


def test_a_click_in_the_confusion_matrix_finds_its_cell(qtbot, panel):
    show(panel, with_others(), ())
    panel.show_rows(1)
    panel.body.build_all()
    matrix = panel.body.findChild(ConfusionView)
    cell = matrix._cell()
    at = QPoint(int(matrix._left() + cell.width() / 2), int(matrix._top() + cell.height() / 2))
    with qtbot.waitSignal(matrix.clicked) as clicked:
        qtbot.mouseClick(matrix, Qt.MouseButton.LeftButton, pos=at)
    assert clicked.args == [0, 0]


def test_the_metric_put_first_decides_headline_and_gate(qtbot, panel):
    judged = report()
    show(panel, judged, (), promote=True)
    worst = replace(judged, changes=tuple(replace(c, after=c.before - 0.2) for c in judged.changes))
    assert not gate(judged, Priority())
    chosen = Priority("recall", TAGS[1], (TAGS[0],))
    with qtbot.waitSignal(panel.priority_chosen) as asked:
        panel._head.priority_chosen.emit(chosen)
    assert asked.args == [chosen]
    assert f"recall of {TAGS[1]}" in words(panel._head)
    assert panel._head._first._metric.currentText() == f"Recall of {TAGS[1]}"
    assert panel._head._first._protect.text() == "1 protected"
    assert worst.changes != judged.changes


def test_a_fallen_metric_is_asked_about(qtbot, panel):
    show(panel, report(better=False), (), promote=True, priority=Priority("precision", TAGS[0]))
    find(panel, QPushButton, "Promote").click()
    assert f"This got worse: precision of {TAGS[0]} from" in words(panel)


def test_earlier_versions_are_drawn_beside_each_other(qtbot, panel):
    judged = report()
    older = replace(judged.models[1], role="earlier", version="older")
    judged = replace(judged, models=(judged.models[0], older, *judged.models[1:]))
    show(panel, judged, ())
    versions = panel.findChild(VersionsView)
    assert versions.accessibleDescription().startswith("older")
    with qtbot.waitSignal(panel.version_requested) as asked:
        versions.clicked.emit(0)
    assert asked.args == ["older"]
    assert [b.text() for b in panel.body.findChildren(QToolButton)][:3] == ["Rules", "Current", "Candidate"]


def test_checks_of_the_data_lead_to_their_records(qtbot, panel, tmp_path):
    checks = (
        DataCheck("drift", "The texts use words that the model does not know.", (4, 9), warns=True),
        DataCheck("leaks", "No decision equals, or nearly equals, a row that models are judged on."),
    )
    show(panel, replace(report(), checks=checks), ())
    view = panel.findChild(DataChecks)
    label = next(each for each in view.findChildren(QLabel) if "does not know" in each.text())
    assert "▲" in label.text()
    with qtbot.waitSignal(panel.records_requested) as asked:
        label.linkActivated.emit("0")
    assert asked.args == [[4, 9], "The texts use words that the model does not know"]
    panel.export("html")
    page = (tmp_path / "report-new.html").read_text(encoding="utf-8")
    assert "Data checks" in page
    assert "▲ The texts use words" in page
    panel.export("json")
    kept = Report.from_json(json.loads((tmp_path / "report-new.json").read_text(encoding="utf-8")))
    assert kept.checks == checks


def test_the_threshold_curve_follows_the_tag(panel):
    judged = report()
    show(panel, judged, ())
    curve = panel.findChild(ThresholdView)
    every = curve.accessibleDescription()
    assert every.startswith("All 200 answers")
    panel.body.findChild(QComboBox).setCurrentIndex(1)
    assert curve.accessibleName().endswith(TAGS[0])
    assert curve.accessibleDescription() != every


def test_flips_are_filtered_by_direction(panel):
    judged = report()
    show(panel, judged, ())
    choice = next(
        each for each in panel.findChildren(QComboBox) if each.accessibleName() == "Direction of the flips"
    )
    table = next(each for each in panel.findChildren(FlipsTable) if "your table" in each.accessibleName())
    most = judged.table_flips.counts[0]
    assert table.model().rowCount() == judged.table_flips.total
    choice.activated.emit(1)  # the most frequent stands first
    assert table.model().rowCount() == most.rows
    choice.activated.emit(0)
    assert table.model().rowCount() == judged.table_flips.total


def test_exports_say_what_the_workspace_puts_first(panel, tmp_path):
    judged = report(better=False)
    priority = Priority("recall", TAGS[0], (TAGS[1],))
    show(panel, judged, (), priority=priority)
    panel.export("json")
    content = json.loads((tmp_path / "report-new.json").read_text())
    assert content["first"]["metric"] == f"recall of {TAGS[0]}"
    assert [loss["name"] for loss in content["first"]["gate"]] == [
        loss.name for loss in gate(judged, priority)
    ]
    panel.export("html")
    page = (tmp_path / "report-new.html").read_text()
    assert f"recall of {TAGS[0]}" in page
    assert "Precision and recall by threshold" in page
    assert page.count("<polyline") >= 4
