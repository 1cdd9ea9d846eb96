import json
from dataclasses import replace
from html import unescape
from itertools import combinations, pairwise
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QFontMetrics
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QBoxLayout,
    QComboBox,
    QLabel,
    QListWidget,
    QPushButton,
    QScrollArea,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolButton,
)
from pytestqt.qtbot import QtBot

from mltag_desktop.core.evaluation.evaluation_report import Report
from mltag_desktop.core.evaluation.html_report import to_html, to_summary
from mltag_desktop.core.evaluation.model_evaluation import ReportSettings, RowFacts, evaluate_models
from mltag_desktop.core.evaluation.promotion_gate import Floor, PromotionPolicy, blocking_regressions
from mltag_desktop.core.evaluation.report_tables import part_tables
from mltag_desktop.core.model.types import Predictions
from mltag_desktop.core.progress import SILENT
from mltag_desktop.gui.report.chart_view import ChartDrawing
from mltag_desktop.gui.report.metrics_table import MetricsTable, signed
from mltag_desktop.gui.report.prediction_changes import PredictionChangesTable
from mltag_desktop.gui.report.priorities_dialog import PrioritiesDialog
from mltag_desktop.gui.report.report_body import ReportBody
from mltag_desktop.gui.report.report_header import (
    ChoiceButtons,
    PromotionPolicyForm,
    ReportHeader,
    ReportRequests,
)
from mltag_desktop.gui.report.report_window import ReportPanel
from mltag_desktop.gui.report.tag_meaning_dialog import TagMeaningDialog
from mltag_desktop.gui.widgets.common import infos_of
from mltag_desktop.gui.widgets.inputs import DecimalSpinBox
from mltag_desktop.gui.widgets.theme import GAP, Theme
from tests.gui.helpers import TAGS, find
from tests.gui.report.helpers import answers, exported, report, show, words


@pytest.mark.parametrize(("audited", "first"), [(60, "Audit set (60)"), (12, "Tagged records (80)")])
def test_the_evidence_on_the_table_is_shown_first(panel, audited, first):
    others = (
        replace(report(rows=80), name="decisions", records=tuple(range(80))),
        replace(report(rows=audited), name="audit set", records=tuple(range(100, 100 + audited))),
    )
    show(panel, replace(report(), name="holdout", others=others), (), promote=True, discard=True)
    sets = [button.text() for button in panel.findChild(ChoiceButtons).findChildren(QToolButton)]
    assert (sets[0], sets[-1]) == (first, "Holdout (200)")
    checked = [
        button for button in panel.findChild(ChoiceButtons).findChildren(QToolButton) if button.isChecked()
    ]
    assert [button.text() for button in checked] == [first]
    assert "Behaviour" in words(panel.body)
    assert f"evaluated on {first.split('(')[1][:-1]}" in words(panel.findChild(ReportHeader))


def test_figures_on_decisions_say_so_and_lead_to_random_checks(qtbot, panel):
    audited = replace(report(rows=20), name="audit set", records=tuple(range(20)))
    decisions = replace(report(), name="decisions", records=tuple(range(200)), others=(audited,))
    show(panel, decisions, ())
    assert decisions.caution in words(panel.findChild(ReportHeader))
    with qtbot.waitSignal(panel.requests.checks):
        find(panel, QPushButton, "Show random checks").click()
    panel.show_rows(1)
    assert decisions.caution not in words(panel.findChild(ReportHeader))
    assert not find(panel, QPushButton, "Show random checks").isVisible()


def test_evaluation_sets_stay_under_the_pointer(qtbot, panel):
    """Their texts have different heights: a second click used to miss."""
    long = replace(report(), name="table", notes=("A note on the table. " * 12,) * 3)
    show(panel, replace(report(better=False), others=(long,)), ())
    sets = panel.findChild(ChoiceButtons)
    buttons = sets.findChildren(QToolButton)
    assert len(buttons) == 2
    places = set()
    for button in buttons:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        QApplication.processEvents()
        places.add(sets.mapTo(panel, QPoint()).y())
    assert len(places) == 1
    assert places.pop() < panel.findChild(QLabel, "headline").mapTo(panel, QPoint()).y()


def test_promotion_without_regressions_needs_no_confirmation(qtbot, panel):
    evaluated = report()
    assert not evaluated.regressions
    show(panel, evaluated, (), promote=True, discard=True)
    assert evaluated.headline in words(panel)
    assert "No regressions" in words(panel)
    for button, request in (("Promote", panel.requests.promote), ("Discard", panel.requests.discard)):
        with qtbot.waitSignal(request) as asked:
            find(panel, QPushButton, button).click()
        assert asked.args == ["new"]
    show(panel, evaluated, ())
    assert not any(find(panel, QPushButton, name).isVisible() for name in ("Promote", "Discard"))


def test_promotion_with_regressions_asks_for_confirmation(qtbot, panel):
    show(panel, report(better=False), (), promote=True, discard=True)
    with qtbot.assertNotEmitted(panel.requests.promote):
        find(panel, QPushButton, "Promote").click()
    assert "Regressions: F1 from" in words(panel)
    assert not find(panel, QPushButton, "Promote").isEnabled()
    find(panel, QPushButton, "Not now").click()
    assert "Regressions:" not in words(panel)
    find(panel, QPushButton, "Promote").click()
    with qtbot.waitSignal(panel.requests.promote) as asked:
        find(panel, QPushButton, "Promote anyway").click()
    assert asked.args == ["new"]


def test_newly_failing_behavioural_test_is_shown(panel):
    show(panel, report(better=False), ())
    assert "Of 3 behaviour tests, the candidate passes 2, the active model passes 3. 1 uses tags" in words(
        panel
    )
    table = next(t for t in panel.findChildren(QTableView) if t.accessibleName() == "Failed behaviour tests")
    shown = [table.model().index(0, column).data() for column in range(table.model().columnCount())]
    assert shown == ["a case", "minimum", "knead the dough", TAGS[0], TAGS[1], "0.60", "No cook kneads."]
    assert "1 may fail." in words(panel)


def test_exports_as_json_and_html(panel, tmp_path):
    evaluated = report()
    show(panel, evaluated, ())
    assert Report.from_json(json.loads(exported(panel, tmp_path, "json"))) == evaluated
    assert "<html" in exported(panel, tmp_path, "html")


def test_the_summary_is_a_pdf_with_headline_and_tags(panel, tmp_path):
    evaluated = report()
    show(panel, evaluated, ())
    panel.export("pdf")
    (path,) = tmp_path.glob("*.pdf")
    assert path.read_bytes().startswith(b"%PDF-")
    summary = to_summary(evaluated)
    assert evaluated.headline in unescape(summary)
    assert all(tag in summary for tag in TAGS)
    assert "<svg" not in summary  # Qt cannot print it
    assert summary.count('bgcolor="#0860a8"') >= len(TAGS), "each tag and range of confidence has a bar"
    assert "<h2>Confidence</h2>" in summary


@pytest.mark.parametrize(
    ("chosen", "written", "said"),
    [
        ("missing/report.json", [], "missing does not exist"),
        ("", [], ""),
        ("mine", ["mine.json"], "The report was exported to mine.json."),
    ],
)
def test_an_export_is_written_where_it_was_asked_for(
    qtbot: QtBot, theme: Theme, tmp_path: Path, chosen: str, written: list[str], said: str
) -> None:
    panel = ReportPanel(theme, lambda *_: chosen and str(tmp_path / chosen))
    qtbot.addWidget(panel)
    show(panel, report(), ())
    panel.export("json")
    assert [path.name for path in tmp_path.iterdir()] == written
    notice = panel.notifications.current
    assert said in notice.text if said else notice is None


@pytest.mark.parametrize("tags", [TAGS, tuple(f"Technology / Computing / {tag}" for tag in TAGS)])
@pytest.mark.parametrize("size", [(1240, 740), (1880, 1000), (1000, 600)])
def test_nothing_scrolls_sideways(qtbot, panel, size, tags):
    panel.resize(*size)
    show(panel, report(better=False, tags=tags), (), promote=True, discard=True)
    qtbot.waitExposed(panel)
    page = panel.findChild(QScrollArea)
    assert page.horizontalScrollBar().maximum() == 0
    table = panel.findChild(MetricsTable)
    columns = range(table.model().columnCount())
    shown = sum(table.columnWidth(column) for column in columns if not table.isColumnHidden(column))
    assert shown <= table.viewport().width()
    assert table.columnWidth(0) >= 128


def test_names_of_tags_have_room_in_a_large_font(qtbot, enlarge, theme):
    tags = tuple(f"Technology / Computing / Internet / Discussions / {tag}" for tag in TAGS)
    models = report(tags=tags).models
    table = MetricsTable(theme, part_tables(models), infos_of(tags, ()))
    qtbot.addWidget(table)
    font = enlarge(table)
    table.resize(500, 300)
    table.show()
    qtbot.waitExposed(table)
    option, delegate = QStyleOptionViewItem(), table.itemDelegate()
    assert isinstance(delegate, QStyledItemDelegate)
    for row, tag in enumerate(tags, start=2):
        index = table.model().index(row, 0)
        option.rect, option.font = table.visualRect(index), font
        option.fontMetrics = QFontMetrics(font)
        delegate.initStyleOption(option, index)
        assert option.text.endswith(tag.rpartition(" ")[2])
        assert option.text != tag


def test_narrow_page_stacks_its_sections(qtbot, panel):
    """At 200% a laptop has 683 pixels: sections are stacked, and nothing is clipped."""
    panel.resize(683, 384)
    show(panel, report(), ())
    panel.body.build_all()
    bar = find(panel, QScrollArea, "Report").horizontalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() == 0)
    panel.resize(1240, 740)
    qtbot.waitUntil(
        lambda: panel.findChild(ReportBody)._pairs[0].direction() == QBoxLayout.Direction.LeftToRight
    )


def test_choices_that_do_not_fit_are_below_each_other(panel):
    show(panel, replace(report(), others=(report(),)), ())
    header, sets = panel.findChild(ReportHeader), panel.findChild(ChoiceButtons)
    form = panel.findChild(PromotionPolicyForm)
    assert form.y() < sets.geometry().bottom()
    header.resize(300, header.height())
    header.layout().activate()
    assert form.y() > sets.geometry().bottom()


def test_names_of_rows_are_whole_beside_the_deciding_metric(qtbot, panel):
    show(panel, replace(report(), others=(report(), report())), ())
    header, sets = panel.findChild(ReportHeader), panel.findChild(ChoiceButtons)
    form, beside = panel.findChild(PromotionPolicyForm), 0
    for width in range(500, 900, 20):
        header.resize(width, header.height())
        header.layout().activate()
        if form.y() < sets.geometry().bottom():
            beside += 1
            assert sets.width() >= sets.sizeHint().width()
            assert len({button.y() for button in sets.findChildren(QToolButton)}) == 1, "in one line"
    assert beside


def test_long_names_of_rows_leave_the_headline_its_lines(qtbot, panel):
    others = tuple(
        replace(report(), name=f"tagged records of the {quarter} quarter of last year")
        for quarter in ("first", "second", "third", "last")
    )
    panel.resize(640, 700)
    show(panel, replace(report(), others=others), (), promote=True, discard=True)
    headline = panel.findChild(QLabel, "headline")
    assert headline.width() < 640
    qtbot.waitUntil(lambda: headline.height() >= headline.heightForWidth(headline.width()) > 0)
    sets = panel.findChild(ChoiceButtons).findChildren(QToolButton)
    assert all(button.toolTip() == button.text() for button in sets)


def test_buttons_of_a_narrow_header_are_below_each_other_in_a_large_font(enlarge, qtbot, panel):
    enlarge(panel)
    panel.resize(640, 700)
    others = tuple(
        replace(report(rows=rows), name=name)
        for rows, name in ((80, "decisions"), (60, "audit set"), (40, "decisions new to both"))
    )
    show(panel, replace(report(), name="holdout", others=others), (), promote=True, discard=True)
    header = panel.findChild(ReportHeader)
    buttons = [button for button in header.findChildren(QAbstractButton) if button.isVisible()]
    assert len(buttons) > 6

    def places() -> list[QRect]:
        return [QRect(button.mapTo(header, QPoint()), button.size()) for button in buttons]

    qtbot.waitUntil(lambda: not any(one.intersects(other) for one, other in combinations(places(), 2)))
    assert all(place.left() >= 0 and place.right() < header.width() for place in places())
    sets = panel.findChild(ChoiceButtons).findChildren(QToolButton)
    assert all(button.width() >= button.sizeHint().width() for button in sets)


def test_change_of_scheme_keeps_scroll_position(qtbot, theme, panel):
    show(panel, report(), ())
    qtbot.waitExposed(panel)
    bar = panel.findChild(QScrollArea).verticalScrollBar()
    bar.setValue(40)
    theme.choose(Qt.ColorScheme.Dark)
    assert not panel.body.findChildren(PredictionChangesTable)
    qtbot.waitUntil(lambda: bar.value() == 40)
    theme.choose(Qt.ColorScheme.Unknown)


def test_report_on_a_single_model(panel):
    truth = np.array([0, 1, 2] * 5)
    alone = evaluate_models(
        SILENT,
        [TAGS[code] for code in truth],
        TAGS,
        [answers("only", truth, 0.9, 1)],
        settings=ReportSettings(name="mine.csv"),
    )
    show(panel, alone, ())
    assert "15 rows of mine.csv" in words(panel)
    assert not panel.findChild(MetricsTable).has_change
    empty = evaluate_models(SILENT, [], TAGS, [Predictions("m", TAGS, np.zeros((0, 3), np.float32))])
    show(panel, empty, ())
    assert "No rows" in words(panel)


def test_many_tags_fit(qtbot, panel):
    tags = tuple(f"tag number {n}" for n in range(77))
    show(panel, report(tags=tags, rows=2000), ())
    qtbot.waitExposed(panel)
    assert panel.findChild(QScrollArea).horizontalScrollBar().maximum() == 0
    assert not panel.grab().isNull()


@pytest.mark.parametrize("better", [True, False])
def test_item_models_pass_qt_model_tester(qtbot, theme, panel, better):
    show(panel, report(better), ())
    for table in panel.findChildren(QTableView):
        QAbstractItemModelTester(table.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert len(panel.findChildren(QTableView)) > 3


def test_tag_without_rows_has_no_metrics(qtbot, theme):
    truth = np.zeros(6, dtype=np.int64)
    evaluated = evaluate_models(SILENT, [TAGS[0]] * 6, TAGS, [answers("a", truth, 1.0, 1)])
    table = MetricsTable(theme, part_tables(evaluated.models), {})
    qtbot.addWidget(table)
    model = table.model()
    rows = {model.index(row, 0).data(): model.index(row, 4).data() for row in range(model.rowCount())}
    assert (rows["baking"], rows["sailing"]) == ("1.000", "–")


def test_changes_have_sign_and_arrow():
    assert [signed(0.0123), signed(-0.2), signed(0.0001)] == ["▲ +0.012", "▼ −0.200", "= 0.000"]


def test_no_section_is_painted_on_top_of_another(panel):
    panel.show_report(report(), ())
    assert not panel.body.findChildren(PredictionChangesTable), "sections are built one by one"
    body, layout, painted = panel.body, panel.body.layout(), []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if watched is body and event.type() == QEvent.Type.Paint:
                sections = [layout.itemAt(place).geometry() for place in range(layout.count())]
                painted.append([one.bottom() < other.top() for one, other in pairwise(sections)])
            return False

    watch = Watch()
    body.installEventFilter(watch)
    body.build_all()
    QApplication.processEvents()
    body.removeEventFilter(watch)
    assert painted
    assert all(all(apart) for apart in painted)


def test_promotion_policy_decides_headline_and_gate(qtbot, panel):
    evaluated = report()
    show(panel, evaluated, (), promote=True)
    assert not blocking_regressions(evaluated, PromotionPolicy())
    chosen = PromotionPolicy("recall", TAGS[1], protected=(TAGS[0],))
    with qtbot.waitSignal(panel.requests.policy) as asked:
        panel.requests.policy.emit(chosen)
    assert asked.args == [chosen]
    assert f"recall of {TAGS[1]}" in words(panel.findChild(ReportHeader))
    assert find(panel, QComboBox, "Deciding metric").currentText() == f"Recall of {TAGS[1]}"
    assert find(panel.findChild(PromotionPolicyForm), QPushButton, "Priorities (1)…")


def test_priorities_are_edited_in_a_dialog(qtbot, panel):
    show(panel, report(), (), promote=True, policy=PromotionPolicy(protected=(TAGS[1],)))
    form = panel.findChild(PromotionPolicyForm)
    find(form, QPushButton, "Priorities (1)…").click()
    dialog = form.findChild(PrioritiesDialog)
    kind = find(dialog, QComboBox, "Deciding metric")
    kind.setCurrentIndex(kind.findData("cost"))
    find(dialog, QComboBox, "True tag").setCurrentText(TAGS[0])
    find(dialog, QComboBox, "Predicted tag").setCurrentText(TAGS[1])
    find(dialog, QPushButton, "Add to costs of errors").click()
    find(dialog, QComboBox, "Tag of the floor").setCurrentText(TAGS[0])
    find(dialog, QPushButton, "Add to floors").click()
    find(dialog, DecimalSpinBox, "Lowest value").setValue(0.9)
    find(dialog, QComboBox, "Metric of the floor").setCurrentText("Recall")
    find(dialog, QPushButton, "Add to floors").click()
    lines = find(dialog, QListWidget, "floors")
    assert [lines.item(at).text() for at in range(2)] == [
        f"Precision of {TAGS[0]}: never below 0.95",
        f"Recall of {TAGS[0]}: never below 0.90",
    ]
    lines.setCurrentRow(0)
    find(dialog, QPushButton, "Remove from floors").click()
    with qtbot.waitSignal(panel.requests.policy) as chosen:
        find(dialog, QPushButton, "OK").click()
    assert chosen.args == [
        PromotionPolicy(
            "cost",
            protected=(TAGS[1],),
            costs=((TAGS[0], TAGS[1], 5.0),),
            floors=(Floor("recall", TAGS[0], 0.9),),
        )
    ]
    assert find(form, QPushButton, "Priorities (2)…")


def test_the_report_and_its_dialogs_fit_with_many_long_tags(
    qtbot: QtBot, theme: Theme, panel: ReportPanel
) -> None:
    names = [
        f"Technology / Computing / Internet / Content moderation of discussions {n:03d}" for n in range(500)
    ]
    show(panel, report(tags=tuple(names[:40]), rows=200), (), promote=True, discard=True)
    meaning = TagMeaningDialog(theme)
    meaning.show_tags([*infos_of(names, ()).values()], names[0])
    priorities = PrioritiesDialog(theme, PromotionPolicy("cost"), names, names[:20])
    for window in (panel, priorities, meaning):
        qtbot.addWidget(window)
        assert window.minimumSizeHint().width() <= 1280
        assert window.minimumSizeHint().height() <= 800
    assert panel.findChild(QScrollArea).horizontalScrollBar().maximum() == 0


def test_worse_deciding_metric_needs_confirmation(qtbot, panel):
    show(panel, report(better=False), (), promote=True, policy=PromotionPolicy("precision", TAGS[0]))
    find(panel, QPushButton, "Promote").click()
    assert f"Regressions: precision of {TAGS[0]} from" in words(panel)


def test_exports_contain_the_promotion_policy(panel, tmp_path):
    evaluated = report(better=False)
    policy = PromotionPolicy("recall", TAGS[0], protected=(TAGS[1],))
    show(panel, evaluated, (), policy=policy)
    content = json.loads(exported(panel, tmp_path, "json"))
    assert content["first"]["metric"] == f"recall of {TAGS[0]}"
    assert [regression["name"] for regression in content["first"]["gate"]] == [
        regression.name for regression in blocking_regressions(evaluated, policy)
    ]
    page = exported(panel, tmp_path, "html")
    assert f"recall of {TAGS[0]}" in page
    assert "Precision and recall by threshold" in page
    assert page.count("<polyline") >= 4


def test_printed_page_is_deleted(qtbot, panel):
    opened: list[Path] = []

    class Browser(QObject):
        @Slot(QUrl)
        def open(self, address: QUrl) -> None:
            opened.append(Path(address.toLocalFile()))

    browser = Browser()
    QDesktopServices.setUrlHandler("file", browser, "open")  # type: ignore[arg-type]  # a str, whatever its stub says
    show(panel, report(), ())
    panel.export("print")
    panel.export("print")
    QDesktopServices.unsetUrlHandler("file")
    first, second = opened
    assert second.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert not first.parent.exists()
    panel.clear()
    assert not second.parent.exists()


def test_exported_page_uses_slice_names_of_window(panel, tmp_path):
    show(panel, report(better=False), ())
    page = exported(panel, tmp_path, "html")
    model = panel.findChild(MetricsTable).model()
    shown = [model.index(row, 0).data() for row in range(model.rowCount())]
    for name in ("Short texts (fewer than 8 words)", "source: blog"):
        assert name in page
        assert name in shown
    assert "short_text" not in page


def test_the_metrics_over_all_tags_of_a_record_have_a_section(qtbot, theme) -> None:
    shares = np.array([[0.6, 0.3, 0.1], [0.1, 0.8, 0.1]], np.float32)
    answers = Predictions("new", TAGS, shares, np.full(3, 0.25, np.float32))
    found = evaluate_models(
        SILENT, TAGS[:2], TAGS, [answers], rows=RowFacts(additional=[(TAGS[1],), (TAGS[2],)])
    )
    body = ReportBody(theme, found, (), ReportRequests())
    qtbot.addWidget(body)
    body.build_all()
    body.show()
    assert any("Exact match 0.500" in label.text() for label in body.findChildren(QLabel))
    headings = [each.lines.headings[1].name for each in body.findChildren(MetricsTable)]
    for table in body.findChildren(MetricsTable):
        wanted = table.fontMetrics().horizontalAdvance(table.lines.headings[1].name)
        assert table.columnWidth(1) > wanted + GAP, "the heading of the number of records is not cut"
    assert headings == ["Rows", "Records"]
    assert "All tags of each record" in to_html(found)


def test_the_wheel_scrolls_the_report_over_a_chart_and_its_axes(panel):
    evaluated = report()
    show(panel, evaluated, (), promote=True, discard=True)
    area = next(area for area in panel.findChildren(QScrollArea) if area.widget() is panel.body)
    plots = [plot for plot in panel.body.findChildren(ChartDrawing) if plot.isVisible()]
    assert plots
    for plot in plots:
        for place in (plot.rect().center(), QPoint(30, plot.height() // 2)):
            at = plot.mapTo(panel.body, place)
            area.ensureVisible(at.x(), at.y(), 50, 100)
            before = area.verticalScrollBar().value()
            up = 120 if before == area.verticalScrollBar().maximum() else -120
            QTest.wheelEvent(panel.window().windowHandle(), plot.mapTo(panel.window(), place), QPoint(0, up))
            assert area.verticalScrollBar().value() != before
