"""Production metrics: dialog, linked records, and misclassification files."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QPushButton, QTableView

from mltag_desktop.core.evaluation.metrics import wilson
from mltag_desktop.core.learning.misclassifications import read_misclassifications
from mltag_desktop.core.learning.production_metrics import AcceptanceRate, production_metrics
from mltag_desktop.core.model.manifest import UnsurePolicy
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.workspace.decisions.certificates import Certificate, basis_of
from mltag_desktop.core.workspace.decisions.review_thresholds import EVERYTHING
from mltag_desktop.core.workspace.search.filtering import needs_review
from mltag_desktop.core.workspace.types import DecisionKind, LivePredictions, Mark, Status
from mltag_desktop.gui.import_export.export_form import UnsurePolicyBox
from mltag_desktop.gui.state.session import AppContext
from mltag_desktop.gui.training.production import (
    ProductionDialog,
    effort_words,
    estimate_words,
    rate_lines,
)
from mltag_desktop.gui.widgets.theme import GAP
from tests.gui.helpers import TAGS, find, partly_decided


@pytest.fixture
def used(app_context, make_workspace, tiny_model):
    """Return a workspace of ninety records, sixty of them decided."""
    return partly_decided(app_context, make_workspace(30), tiny_model, 20)


@pytest.mark.parametrize("from_service", [False, True])
def test_a_few_right_checks_do_not_make_a_model_right(used, from_service: bool) -> None:
    found = production_metrics(SILENT, used)
    for rows, words in ((5, ("57%", "100%")), (40, ("91%",))):
        whole = AcceptanceRate("all", rows, rows, wilson(rows, rows))
        said = estimate_words(
            replace(found, audit=replace(found.audit, whole=whole), from_service=from_service)
        )
        assert "about" not in said.lower()
        assert all(word in said for word in words)


class ShownRecords:
    """A table page that notes which records it is to show."""

    def __init__(self) -> None:
        self.shown: list[tuple[list[int], str]] = []

    def show_record(self, row: int) -> None:
        self.shown.append(([row], ""))

    def show_records(self, rows: Sequence[int], words: str) -> None:
        self.shown.append((list(rows), words))

    def review(self) -> None:
        self.shown.clear()

    def record_groups(self) -> dict[str, list[int]]:
        return {}


class Desk(ProductionDialog):
    """The dialog, with what it asked others to do."""

    shown: list[tuple[list[int], str]]
    certified: list[bool]


@pytest.fixture
def in_use_desk(app_context: AppContext, tmp_path: Path) -> Desk:
    app_context.writer.done.connect(app_context.session.publish)
    navigator = ShownRecords()
    certified: list[bool] = []
    made = Desk(
        app_context,
        navigator,
        lambda: certified.append(True),
        save=lambda *_: str(tmp_path / "misses"),
        choose=lambda *_: str(tmp_path / "misses.jsonl"),
    )
    made.shown, made.certified = navigator.shown, certified
    app_context.window.show()
    return made


def test_estimate_and_thresholds_are_explained(qtbot, used, in_use_desk):
    used.thresholds.set(EVERYTHING)
    used.thresholds.set(tags={TAGS[0]: 0.1})
    in_use_desk.show_active_model()
    qtbot.waitUntil(lambda: "whole table" in in_use_desk.words)
    found = production_metrics(SILENT, used)
    assert found.as_set.to_review
    assert in_use_desk.words == estimate_words(found)
    limits = in_use_desk.limits
    assert limits.table.model().index(0, 0).data() == "All tags"
    assert limits.words.text() == effort_words(found.as_set, EVERYTHING, None)
    assert "unverified" in limits.words.text()
    assert limits.table.model().index(0, 3).data() == "unverified"
    shown = [limits.table.model().index(row, column).data() for row in range(2) for column in range(4)]
    assert not any("%" in text for text in shown)
    limits.show_them.click()
    qtbot.waitUntil(lambda: bool(in_use_desk.shown))
    assert len(in_use_desk.shown[0][0]) == found.as_set.to_review


def test_a_narrow_table_of_rates_keeps_the_names_of_its_rows(qtbot, used, in_use_desk):
    table = find(in_use_desk, QTableView, "Estimated accuracy")
    table.setFixedWidth(480)
    in_use_desk.show()
    qtbot.waitUntil(lambda: table.viewport().width() <= 480)
    assert table.columnWidth(0) >= table.fontMetrics().horizontalAdvance("All answ…")


def test_live_predictions_are_counted_as_in_the_status_bar(qtbot, app_context, used, in_use_desk):
    in_use_desk.show_active_model()
    qtbot.waitUntil(lambda: in_use_desk.metrics is not None)
    rows = np.flatnonzero(used.states().status == Status.TO_REVIEW)
    even = np.full((len(rows), len(TAGS)), 1 / len(TAGS), np.float32)
    before = in_use_desk.metrics.as_set.to_review
    live = LivePredictions.of("live", TAGS, rows, even, answers=30, by_names=False, known=0)
    app_context.session.publish(used.predictions.show_live(live), used)
    qtbot.waitUntil(lambda: in_use_desk.metrics.as_set.to_review != before)
    to_review = int(needs_review(used.states(), app_context.session.review_below).sum())
    assert in_use_desk.metrics.as_set.to_review == to_review == len(rows)
    in_use_desk.limits.show_them.click()
    qtbot.waitUntil(lambda: bool(in_use_desk.shown))
    assert len(in_use_desk.shown[-1][0]) == to_review


def test_estimates_are_not_called_a_model(qtbot, app_context, used, in_use_desk):
    rows = np.flatnonzero(used.states().status == Status.TO_REVIEW)
    even = np.full((len(rows), len(TAGS)), 1 / len(TAGS), np.float32)
    live = LivePredictions.of("names-1a2b", TAGS, rows, even, answers=0, by_names=True, known=0)
    app_context.session.publish(used.predictions.show_live(live), used)
    app_context.session.publish(used.decisions.decide([int(rows[0])], TAGS[0]), used)
    in_use_desk.show_active_model()
    versions = find(in_use_desk, QComboBox, "Model version")
    qtbot.waitUntil(lambda: versions.findText("Estimates from tag names") >= 0)
    assert versions.findText("names-", Qt.MatchFlag.MatchContains) < 0


def test_dialog_grows_with_its_texts(qtbot, app_context, used, in_use_desk):
    in_use_desk.show_active_model()
    dialog = in_use_desk
    qtbot.waitUntil(lambda: dialog.metrics is not None)
    dialog.resize(dialog.minimumSizeHint())
    dialog.show_in_use(dialog.metrics, app_context.session.review_below, stays="why they stay " * 60)
    inner = dialog.layout()
    assert dialog.property("mltag_scrolls") or dialog.height() >= inner.totalMinimumHeightForWidth(
        dialog.width()
    )


def test_a_certificate_is_shown_until_a_threshold_is_below_its_cut(qtbot, app_context, used, in_use_desk):
    cut, basis = 0.9, basis_of(used)
    issued = Certificate(0.05, cut, 12, 59, 0, "kim", "2026-11-27T10:00:00", (), basis)
    used.thresholds.record("Certify", {"certificate": asdict(issued), "default": cut, "tags": {}})
    in_use_desk.show_active_model()
    limits = in_use_desk.limits
    qtbot.waitUntil(lambda: in_use_desk.metrics is not None)
    assert limits.table.model().index(0, 3).data() == "at most 5%"
    assert str(issued.sentence) in limits.words.text()
    app_context.session.publish(used.thresholds.set(0.8))
    qtbot.waitUntil(lambda: limits.table.model().index(0, 3).data() == "unverified")


def test_certify_is_requested(qtbot, used, in_use_desk):
    in_use_desk.show_active_model()
    qtbot.waitUntil(lambda: in_use_desk.metrics is not None)
    find(in_use_desk, QPushButton, "Certify…").click()
    assert in_use_desk.certified == [True]


def test_threshold_is_edited_in_its_cell(qtbot, app_context, used, in_use_desk):
    in_use_desk.show_active_model()
    qtbot.waitUntil(lambda: in_use_desk.metrics is not None)
    limits = in_use_desk.limits
    cell = limits.table.model().index(1, 1)
    limits.table.setCurrentIndex(cell)
    limits.table.edit(cell)
    (editor,) = limits.table.viewport().findChildren(QDoubleSpinBox)
    editor.setValue(0.91)
    QTest.keySequence(editor, "Return")
    qtbot.waitUntil(lambda: bool(app_context.session.review_below.tags))
    assert app_context.session.review_below.tags == {TAGS[0]: pytest.approx(0.91)}
    qtbot.waitUntil(lambda: not limits.table.viewport().findChildren(QDoubleSpinBox))
    limits.table.edit(cell)
    (editor,) = limits.table.viewport().findChildren(QDoubleSpinBox)
    editor.lineEdit().setText("all")
    QTest.keySequence(editor, "Return")
    everything = {TAGS[0]: pytest.approx(EVERYTHING)}
    qtbot.waitUntil(lambda: app_context.session.review_below.tags == everything)


def test_the_policy_for_unsure_predictions_is_kept_with_the_table(qtbot, app_context, used, in_use_desk):
    in_use_desk.show_active_model()
    qtbot.waitUntil(lambda: in_use_desk.metrics is not None)
    box = find(in_use_desk, UnsurePolicyBox, "Tags to review in exports")
    box.setFocus()
    QTest.keySequence(box, "End")
    qtbot.waitUntil(lambda: used.thresholds.unsure is UnsurePolicy.REFUSE)
    used.history.undo()
    assert used.thresholds.unsure is UnsurePolicy.KEEP


def test_new_decisions_are_counted(qtbot, app_context, used, in_use_desk):
    in_use_desk.show_active_model()
    qtbot.waitUntil(lambda: in_use_desk.metrics is not None)
    before = in_use_desk.metrics.undecided
    app_context.session.publish(used.decisions.decide([85], TAGS[2]))
    qtbot.waitUntil(lambda: in_use_desk.metrics.undecided == before - 1)


def test_misclassifications_are_exported_and_imported(qtbot, app_context, used, in_use_desk, tmp_path):
    used.decisions.mark([80], DecisionKind.FLAG, "odd")
    in_use_desk.export()
    qtbot.waitUntil(lambda: app_context.notifications.current is not None)
    assert "exported to misses.jsonl" in app_context.notifications.current.text
    told = read_misclassifications(tmp_path / "misses.jsonl")
    assert told
    used.history.undo()
    app_context.notifications.clear()
    with qtbot.waitSignal(app_context.session.changed):
        in_use_desk.import_misclassifications()
    assert used.states().marked(Mark.FLAGGED)[80]


def test_wrong_file_format_is_rejected(qtbot, app_context, used, in_use_desk, tmp_path):
    (tmp_path / "misses.jsonl").write_text("a,b\n")
    in_use_desk.import_misclassifications()
    qtbot.waitUntil(lambda: app_context.notifications.current is not None)
    assert "not a misclassification file" in app_context.notifications.current.text


def test_wrong_predictions_are_shown(qtbot, used, in_use_desk):
    in_use_desk.show_active_model()
    qtbot.waitUntil(lambda: in_use_desk.metrics is not None)
    find(in_use_desk, QPushButton, "Show wrong predictions").click()
    qtbot.waitUntil(lambda: bool(in_use_desk.shown))
    states = used.states()
    assert all(states.predicted[row] != states.decided[row] for row in in_use_desk.shown[0][0])


def test_the_first_column_is_not_cut_on_a_small_screen(qtbot, used, in_use_desk):
    in_use_desk.show_active_model()
    dialog = in_use_desk
    qtbot.waitUntil(lambda: "whole table" in dialog.words)
    table = next(t for t in dialog.findChildren(QTableView) if t.accessibleName() == "Estimated accuracy")
    table.setFixedWidth(700)
    names = [table.model().index(row, 0).data() for row in range(table.model().rowCount())]
    bold = QFont(table.font())
    bold.setBold(True)
    widest = max(QFontMetrics(bold).horizontalAdvance(name) for name in names)
    assert table.columnWidth(0) >= widest + 2 * GAP


def test_rates_are_shown_side_by_side(qtbot, used):
    found = production_metrics(SILENT, used)
    lines = rate_lines(found.queue, found.audit)
    assert lines[0].cells[0] == "All answers"
    assert int(lines[0].cells[1]) + int(lines[0].cells[4]) == 60
    assert [line.cells[0] for line in lines].count("By day") == 1
