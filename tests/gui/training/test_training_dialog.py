import gc
import weakref
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from mltag_desktop.core.evaluation.evaluation_report import Report
from mltag_desktop.core.evaluation.model_figures import PredictionChange
from mltag_desktop.core.learning.query_slices import Slice, store_slices, stored_slices
from mltag_desktop.core.model.bundle import load_bundle
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.training.retraining import make_plan
from mltag_desktop.core.workspace.decisions.tag_set import renamed
from mltag_desktop.core.workspace.decisions.threshold_fallback import open_checks
from mltag_desktop.core.workspace.types import ChangeKind, DecisionKind, ModelInfo
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui.record.text_view import TextView
from mltag_desktop.gui.report.findings_view import FindingsView
from mltag_desktop.gui.report.prediction_changes import PredictionChangeDetail
from mltag_desktop.gui.state.session import AppContext
from mltag_desktop.gui.training.fallback_controller import FallbackController
from mltag_desktop.gui.training.model_controller import ModelController, as_listed, notes_of
from mltag_desktop.gui.training.model_list import ModelListTable, state_in_words
from mltag_desktop.gui.training.slices import SlicesDialog
from mltag_desktop.gui.training.training_dialog import TrainingDialog
from mltag_desktop.gui.widgets.common import infos_of
from mltag_desktop.gui.widgets.notifications import NotificationKind
from tests.core.model.own_recipes import install_example
from tests.gui.helpers import TAGS, find, partly_decided, refuse_processes

_ALONE = "Use only the tags of this table, without the bundled model"


@pytest.fixture
def models(qtbot, app_context):
    made = ModelController(app_context, present_filter=lambda: (f"tag:{TAGS[0]}", None))
    app_context.window.show()
    return made


@pytest.fixture
def corrected(app_context, make_workspace, tiny_model):
    """Return a workspace of thirty records, twelve of them decided."""
    return partly_decided(app_context, make_workspace(10), tiny_model, 4)


def train(qtbot, models):
    with qtbot.waitSignal(models.candidate_made) as made:
        models.start()
    return made.args[0]


def text_of(widget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel))


def opened(qtbot, models):
    models.open_training()
    button = find(models.dialog, QPushButton, "Train a candidate")
    qtbot.waitUntil(button.isEnabled)
    return button


def test_the_button_that_trains_has_the_focus(qtbot, models, corrected):
    button = opened(qtbot, models)
    assert models.dialog.focusWidget() is button


def test_plan_counts_decisions_per_tag(qtbot, app_context, models, corrected):
    opened(qtbot, models)
    words = text_of(models.dialog)
    assert f"{len(corrected.scan.examples().rows)} decisions" in words
    assert "60 rows" in words
    assert "24 rows that no model was trained on" in words
    for tag in TAGS:
        corrected.tag_set.set(renamed(corrected.tag_set.tags, tag, f"my {tag}"))
    plan = make_plan(SILENT, corrected, app_context.session.base)
    assert (plan.base_rows, plan.holdout_rows) == (60, 24), "tags that were renamed are no new ones"
    assert set(plan.decisions) == {f"my {tag}" for tag in TAGS}
    before = len(corrected.scan.examples().rows)
    row = next(row for row in range(5, 10) if not corrected.table.audited([row])[0])
    app_context.session.publish(corrected.decisions.decide([row], f"my {TAGS[0]}"))
    qtbot.waitUntil(lambda: f"{before + 1} decisions" in text_of(models.dialog))


def test_training_needs_decisions(qtbot, app_context, models, make_workspace, tiny_model):
    app_context.session.set_base(tiny_model)
    app_context.session.set_workspace(make_workspace(3))
    models.open_training()
    qtbot.waitUntil(lambda: "no decisions yet" in text_of(models.dialog))
    assert not find(models.dialog, QPushButton, "Train a candidate").isEnabled()


def test_a_system_that_refuses_the_worker_is_named_and_nothing_is_lost(
    qtbot, app_context, models, corrected, monkeypatch
):
    before = len(corrected.scan.examples().rows)
    with monkeypatch.context() as refusing:
        refuse_processes(app_context.jobs, qtbot, refusing)
        models.open_training()
        qtbot.waitUntil(lambda: "could not be counted" in text_of(models.dialog))
        assert "Resource temporarily unavailable" in models.dialog.notifications.current.text
        models.start()
        qtbot.waitUntil(lambda: "Nothing was saved" in text_of(models.dialog))
    assert "Nothing was lost" in models.dialog.notifications.current.hint
    models.dialog.close()
    opened(qtbot, models)
    assert f"{before} decisions" in text_of(models.dialog)


def test_train_report_promote_and_roll_back(qtbot, app_context, models, corrected, tiny_model, notified):
    opened(qtbot, models).click()
    with qtbot.waitSignal(models.candidate_made) as made:
        pass
    info = made.args[0]
    assert [model.version for model in corrected.models.all() if model.candidate] == [info.version]
    panel = models.report_window.panel
    assert models.shows_report
    assert [model.role for model in panel.report.models] == ["rules", "current", "candidate"]
    with qtbot.waitSignal(app_context.session.changed) as changed:
        panel.requests.promote.emit(info.version)
    assert ChangeKind.MODELS in changed.args[0].kinds
    assert corrected.models.active == info.version
    assert "Promoted" in text_of(panel)
    with qtbot.waitSignal(models.save_requested) as saved:
        find(panel, QPushButton, "Save to library…").click()
    assert saved.args == [info.version]
    notified(models.roll_back)
    assert corrected.models.active == tiny_model.version
    assert "The bundled model is active again" in app_context.notifications.current.text
    models.open_report()
    assert find(panel, QPushButton, "Promote").isVisible()
    assert not find(panel, QPushButton, "Discard").isVisible()
    assert not find(panel, QPushButton, "Save to library…").isVisible(), "it is not the active model"


def test_a_report_that_comes_later_does_not_take_the_keyboard(qtbot, app_context, models, corrected):
    train(qtbot, models)
    app_context.window.activateWindow()
    qtbot.waitUntil(app_context.window.isActiveWindow)
    train(qtbot, models)
    assert models.report_window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert not models.report_window.isActiveWindow()
    models.open_report()
    qtbot.waitUntil(models.report_window.isActiveWindow)
    models.report_window.close()


def test_a_model_is_promoted_if_the_system_refuses_the_worker(
    qtbot, app_context, models, corrected, monkeypatch, notified
):
    """The journal had the promotion already when the worker was refused, and the window did not know."""
    made = train(qtbot, models)
    refuse_processes(app_context.jobs, qtbot, monkeypatch)
    notified(models.promote, made.version)
    assert f"Model {made.version} is active" in app_context.notifications.current.text
    assert app_context.session.fallback is not None
    notified(models.roll_back)
    assert "The bundled model is active again" in app_context.notifications.current.text


def test_the_report_leads_to_random_checks(qtbot, app_context, models, make_workspace, tiny_model):
    corrected = partly_decided(app_context, make_workspace(60), tiny_model, 8)
    train(qtbot, models)
    panel = models.report_window.panel
    with qtbot.waitSignal(models.records_requested) as asked:
        panel.requests.checks.emit()
    assert asked.args == [
        sorted(open_checks(corrected, app_context.session.review_below).tolist()),
        "random checks",
    ]
    assert asked.args[0]
    app_context.session.publish(corrected.decisions.decide(asked.args[0], TAGS[0]), corrected)
    panel.requests.checks.emit()
    qtbot.waitUntil(lambda: panel.notifications.current is not None)
    assert panel.notifications.current.text == "All random checks are decided."


def test_rolling_back_names_what_predicts_then(qtbot, app_context, models, corrected, notified):
    made = train(qtbot, models)
    notified(models.promote, made.version)
    app_context.session.publish(corrected.decisions.decide([20, 21, 22], TAGS[0]), corrected)
    later = train(qtbot, models)
    notified(models.promote, later.version)
    notified(models.roll_back)
    assert f"Model {made.version} is active again. Its predictions" in app_context.notifications.current.text
    app_context.session.publish(corrected.tag_set.set(("poems", "novels")), corrected)
    notified(models.promote, later.version)
    notified(models.roll_back)
    words = f"Model {made.version} is active again. It has other tags, so yours are estimated"
    assert words in app_context.notifications.current.text
    notified(models.roll_back)
    assert "No model is active now; tags are estimated" in app_context.notifications.current.text


def test_promotion_notification_is_withdrawn_on_undo(qtbot, app_context, models, corrected, notified):
    info = train(qtbot, models)
    panel = models.report_window.panel
    notified(panel.requests.promote.emit, info.version)
    assert "is active" in app_context.notifications.current.text
    app_context.session.publish(corrected.decisions.decide([20], TAGS[0]), corrected)
    assert "is active" in app_context.notifications.current.text
    corrected.history.undo()
    app_context.session.publish(corrected.history.undo(), corrected)
    assert app_context.notifications.current is None
    assert find(panel, QPushButton, "Promote").isVisible()
    assert not any(label.text() == "Active" for label in panel.findChildren(QLabel) if label.isVisible())
    app_context.session.publish(corrected.history.redo(), corrected)
    assert not find(panel, QPushButton, "Promote").isVisible()
    assert any(label.text() == "Active" for label in panel.findChildren(QLabel) if label.isVisible())


def test_promotion_explains_fallback_and_links_random_checks(
    qtbot, app_context, models, corrected, tiny_model, notified
):
    before = app_context.session.review_below.asks(corrected.states())
    assert app_context.session.fallback is None
    info = train(qtbot, models)
    notified(models.promote, info.version)
    notice = app_context.notifications.current
    assert f"records that model {tiny_model.version} was unsure about stay in review" in notice.hint
    assert "(0 of 60 random checks)" in notice.hint
    assert app_context.session.review_below.asks(corrected.states())[before].all()
    checks = open_checks(corrected, app_context.session.review_below).tolist()
    assert (notice.action is not None) == bool(checks)
    if checks:
        with qtbot.waitSignal(models.records_requested) as asked:
            notice.action.run()
        assert asked.args == [checks, "random checks"]
    notified(models.roll_back)
    assert app_context.session.fallback is None
    assert "stay in review" not in app_context.notifications.current.hint


def test_the_list_of_models_says_on_which_rows_f1_was_measured(qtbot, models, corrected):
    opened(qtbot, models)
    info = train(qtbot, models)
    report = Report.from_json(info.report)
    table = models.dialog.findChild(ModelListTable)
    model = table.model()
    for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
        lines = model.index(0, 4).data(role).splitlines()
        assert lines[0] == f"F1 {info.f1:.3f}: {report.rows_in_words} ({report.rows})"
        assert len(lines) == 1 + len(report.others)
    assert model.index(model.rowCount() - 1, 4).data(Qt.ItemDataRole.ToolTipRole) == ""
    table.resize(1200, 200)
    assert not table.isColumnHidden(5)
    origin, created = table.columnWidth(2), table.columnWidth(3)
    for width in range(400, 1200, 10):
        table.resize(width, 200)
        assert table.columnWidth(2) == origin or table.columnWidth(3) < created, "the time gives way first"
    table.resize(400, 200)
    assert table.isColumnHidden(5), "the size makes room for what a model was trained on"


def test_fallback_follows_each_change(qtbot, app_context, models, corrected, tiny_model):
    def has_fallback() -> bool:
        return app_context.session.fallback is not None

    controller = FallbackController(app_context.session, app_context.jobs)
    info = train(qtbot, models)
    with qtbot.waitSignal(controller.updated):
        app_context.session.publish(corrected.models.promote(info.version))
        assert not has_fallback(), "nothing is computed on GUI thread"
    assert app_context.session.fallback.earlier == tiny_model.version
    assert app_context.session.review_below.kept is app_context.session.fallback.limits.kept
    app_context.session.set_workspace(corrected)
    assert not has_fallback()
    qtbot.waitUntil(has_fallback)
    checks = open_checks(corrected, app_context.session.review_below).tolist()
    if checks:
        app_context.session.publish(corrected.decisions.decide(checks, TAGS[0]))
        qtbot.waitUntil(lambda: app_context.session.fallback.open_checks.tolist() == [])
    while corrected.models.active == info.version:
        app_context.session.publish(corrected.history.undo())
    qtbot.waitUntil(lambda: not has_fallback())
    assert app_context.session.review_below.kept is None


def test_a_failed_computation_of_the_fallback_is_reported(qtbot, app_context, models, corrected):
    _controller = FallbackController(app_context.session, app_context.jobs)
    info = train(qtbot, models)
    change = corrected.models.promote(info.version)
    away = corrected.path.rename(corrected.path.with_suffix(".away"))
    try:
        with qtbot.waitSignal(app_context.jobs.unhandled):
            app_context.session.publish(change)
    finally:
        away.rename(corrected.path)


def test_the_dialog_says_that_the_report_is_open_only_while_it_is(qtbot, models, corrected):
    info = train(qtbot, models)
    assert "Done. The report is open." in text_of(models.dialog)
    models.report_window.close()
    assert "Done. The report is open." not in text_of(models.dialog)
    models.open_report()
    assert models.shows_report
    assert models.report_window.panel.report == Report.from_json(info.report)


def test_a_check_of_the_decisions_is_visible(qtbot, app_context, models, corrected):
    models.open_training()
    words = next(
        label
        for label in models.dialog.findChildren(QLabel)
        if label.text() == "Checking the tagged records…"
    )
    assert words.isVisible()
    qtbot.waitUntil(lambda: not words.isVisible())
    models.dialog.hide()
    models.open_training()
    assert words.isVisible(), "the earlier result stays until the new one is there"
    qtbot.waitUntil(lambda: not words.isVisible())


def test_report_releases_closed_workspace(qtbot, app_context, models, corrected):
    train(qtbot, models)
    panel = models.report_window.panel
    texts = weakref.ref(panel.texts)
    body = weakref.ref(panel.body)
    assert texts() is not None
    app_context.session.clear_workspace()
    models.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    del panel
    gc.collect()
    assert body() is None
    assert texts() is None


def test_discarded_candidate_leaves_the_model_list(qtbot, app_context, models, corrected):
    info = train(qtbot, models)
    with qtbot.waitSignal(app_context.session.changed):
        models.report_window.panel.requests.discard.emit(info.version)
    assert info.version not in [model.version for model in corrected.models.all()]


def test_cancel_frees_dialog_and_stores_nothing(qtbot, app_context, models, corrected):
    opened(qtbot, models).click()
    assert models.is_training
    with qtbot.waitSignal(app_context.jobs.idle):
        find(models.dialog, QPushButton, "Cancel").click()
        assert not models.is_training
        assert "Cancelled" in text_of(models.dialog)
    assert not [model for model in corrected.models.all() if model.candidate]
    assert not models.shows_report


def test_failed_training_shows_the_reason(qtbot, app_context, models, corrected, notified):
    """All decisions are undone between plan and start."""
    opened(qtbot, models)
    corrected.decisions.mark(list(range(30)), DecisionKind.CLEAR)
    with qtbot.waitSignal(models.dialog.notifications.shown):
        models.start()
    assert "no decisions" in models.dialog.notifications.current.text
    assert models.dialog.notifications.isVisible(), "before the person, not behind the dialog"
    assert not app_context.notifications.pending
    assert not models.is_training
    models.dialog.hide()
    notified(models.start)
    assert "no decisions" in app_context.notifications.current.text
    corrected.history.undo()
    with qtbot.waitSignal(models.candidate_made):
        models.start()
    assert models.dialog.notifications.current is None, "the reason goes with the next training"
    models.report_window.hide()


def test_missing_report_offers_training(app_context, models, corrected):
    models.open_report()
    assert not models.shows_report
    assert app_context.notifications.current.action.text == "Train…"


def test_closing_the_workspace_closes_the_dialogs(qtbot, app_context, models, corrected):
    opened(qtbot, models).click()
    with qtbot.waitSignal(app_context.jobs.idle):
        dialog = models.dialog
        models.close()
        assert not dialog.isVisible()
    assert not models.is_training


def test_doubtful_and_excluded_decisions_link_to_records(qtbot, models, corrected):
    corrected.decisions.decide([4, 5], TAGS[1])
    opened(qtbot, models)
    checks = models.dialog.findChild(FindingsView)
    qtbot.waitUntil(lambda: bool(checks.words))
    doubted = [line for line in checks.lines if line.named == "tags to review"]
    assert doubted
    reasons = [line for line in checks.lines if line.named == "tag to review"]
    assert [line.rows for line in reasons] == [(row,) for row in doubted[0].rows[:3]]
    assert {4, 5} & set(doubted[0].rows)
    with qtbot.waitSignal(models.records_requested) as asked:
        find(checks, QLabel, "Training checks").linkActivated.emit(str(checks.lines.index(doubted[0])))
    assert asked.args == [list(doubted[0].rows), doubted[0].named]


def test_nothing_moves_when_the_checks_arrive(qtbot, app_context, corrected):
    corrected.decisions.decide([4, 5], TAGS[1])
    dialog = TrainingDialog(app_context.theme)
    qtbot.addWidget(dialog)
    tags, base = corrected.tag_set.tags, app_context.session.base
    dialog.show_plan(make_plan(SILENT, corrected, base, alone=False, checked=False), tags)
    dialog.show()
    start, checks = find(dialog, QPushButton, "Train a candidate"), dialog.findChild(FindingsView)
    place = start.geometry()
    dialog.show_plan(make_plan(SILENT, corrected, base, alone=False, checked=True), tags)
    QCoreApplication.processEvents()
    assert checks.isVisible()
    assert checks.lines
    assert start.geometry() == place


def test_a_table_with_a_tag_column_says_how_to_train_on_it(qtbot, app_context, make_workspace, tiny_model):
    workspace = make_workspace()
    dialog = TrainingDialog(app_context.theme)
    qtbot.addWidget(dialog)
    plan = make_plan(SILENT, workspace, tiny_model, alone=False, checked=False)
    dialog.show_plan(plan, workspace.tag_set.tags)
    assert "column" not in text_of(dialog)
    dialog.show_plan(plan, workspace.tag_set.tags, "topic")
    assert "What are the tags… takes over the tags of the column topic." in text_of(dialog)


def test_training_without_base_is_offered_when_two_tags_can_be_learned(
    qtbot, app_context, make_workspace, tiny_model
):
    workspace = make_workspace()
    dialog = TrainingDialog(app_context.theme)
    qtbot.addWidget(dialog)
    alone = find(dialog, QCheckBox, _ALONE)
    rows = [row for row in range(workspace.table.count) if not workspace.table.audited([row])[0]]
    first, second = (tag.name for tag in workspace.tag_set.tags[:2])
    for decided, tag, is_offered in (
        ([], "", False),
        (rows[:5], first, False),
        (rows[5:9], second, False),
        (rows[9:10], second, True),
    ):
        if decided:
            workspace.decisions.decide(decided, tag)
        plan = make_plan(SILENT, workspace, tiny_model, alone=False, checked=False)
        dialog.show_plan(plan, workspace.tag_set.tags)
        assert alone.isHidden() != is_offered, plan.decisions


def test_candidate_without_base_model(qtbot, app_context, models, corrected, tiny_model):
    opened(qtbot, models)
    find(models.dialog, QCheckBox, "Use only the tags of this table, without the bundled model").setChecked(
        True
    )
    qtbot.waitUntil(
        lambda: text_of(models.dialog).find("Your 12 decisions") >= 0 or "Your 1" in text_of(models.dialog)
    )
    info = train(qtbot, models)
    assert "bundled" not in info.trained_on
    models.report_window.close()


def test_note_comparison_and_deletion_in_model_list(qtbot, app_context, models, corrected):
    made = train(qtbot, models)
    opened(qtbot, models)
    table = models.dialog.findChild(ModelListTable)
    qtbot.waitUntil(lambda: [model.version for model in table.models][-1] == made.version)
    row = next(row for row in range(2) if table.lines.lines[row].thing.version == made.version)
    table.selectRow(row)
    assert table.model().index(row, 5).data().endswith(" MB")
    assert table.model().setData(table.model().index(row, 6), " after\nthe merge ")
    qtbot.waitUntil(lambda: notes_of(corrected) == {made.version: "after the merge"})
    assert table.model().index(row, 6).data() == "after the merge"
    (other,) = find(models.dialog, QPushButton, "Compare").menu().actions()
    other.trigger()
    qtbot.waitUntil(lambda: "compared" in models.report_window.windowTitle())
    report = models.report_window.panel.report
    assert [model.version for model in report.models] == [app_context.session.base.version, made.version]
    assert report.table_prediction_changes.rows == 18, "decided records are no changes"
    find(models.dialog, QPushButton, "Delete…").click()
    assert "never active" in text_of(models.dialog)
    with qtbot.waitSignal(app_context.session.changed):
        find(models.dialog, QPushButton, "Delete permanently").click()
    assert [model.version for model in corrected.models.all()] == [app_context.session.base.version]


def test_bundled_model_of_other_tags_is_not_active_and_has_no_f1_in_the_list(make_workspace, tiny_model):
    measured = replace(tiny_model.manifest, metrics={"holdout": {"f1": 0.958}})
    base = LinearModel(measured, tiny_model.vectors, tiny_model.head, tiny_model.base, None)
    with make_workspace(1) as workspace:
        bundled = ModelInfo(base.version, "", "", True, False, None, None, bundled=True)
        listed = as_listed(bundled, base, workspace.tag_set.tags)
        assert (listed.f1, state_in_words(listed)) == (0.958, "✓ Active")
        workspace.tag_set.set(["billing", "travel"])
        listed = as_listed(bundled, base, workspace.tag_set.tags)
        assert (listed.f1, state_in_words(listed)) == (None, "Bundled")
        own = bundled._replace(version="own", bundled=False)
        assert as_listed(own, base, workspace.tag_set.tags) == own


def test_previously_active_model_can_be_deleted(qtbot, app_context, models, corrected):
    made = train(qtbot, models)
    corrected.models.promote(made.version)
    opened(qtbot, models)
    table = models.dialog.findChild(ModelListTable)
    qtbot.waitUntil(lambda: any(model.active and not model.bundled for model in table.models))
    delete = find(models.dialog, QPushButton, "Delete…")
    assert not delete.isEnabled(), "is active"
    app_context.session.publish(corrected.models.rollback())
    qtbot.waitUntil(delete.isEnabled)
    delete.click()
    assert "roll back to model" in text_of(models.dialog)
    find(models.dialog, QPushButton, "Not now").click()
    assert len(corrected.models.all()) == 2


def test_slices_are_defined_from_filter_and_evaluated(qtbot, app_context, models, corrected):
    train(qtbot, models)
    models.slices.open()
    dialog = models.report_window.findChild(SlicesDialog)
    model = dialog.table.model()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    with qtbot.waitSignal(dialog.stored):
        dialog.add.click()
    assert stored_slices(corrected) == (Slice(f"tag:{TAGS[0]}", f"tag:{TAGS[0]}"),)
    qtbot.waitUntil(lambda: dialog.table.model().index(0, 2).data() not in ("…", "0"))
    with qtbot.waitSignal(dialog.stored):
        dialog.table.model().setData(dialog.table.model().index(0, 0), "Loaves")

    def sliced():
        others = models.report_window.panel.report.others
        return [other.models[-1].slices for other in others if other.name == "decisions"]

    qtbot.waitUntil(lambda: [list(slices) for slices in sliced()] == [["Loaves"]])
    assert sliced()[0]["Loaves"].rows == 4
    dialog.table.model().setData(dialog.table.model().index(0, 1), "tag:nobody")
    qtbot.waitUntil(lambda: "There is no tag nobody" in dialog.problem.text())
    assert stored_slices(corrected)[0].line == f"tag:{TAGS[0]}"
    with qtbot.waitSignal(dialog.stored):
        dialog.remove.click()
    assert stored_slices(corrected) == ()


def test_late_slice_error_is_shown_after_dialog_closed(app_context, models, corrected, notified):
    store_slices(corrected, [Slice("Loaves", f"tag:{TAGS[0]}")])
    models.slices.open()
    dialog = app_context.window.findChild(SlicesDialog)
    dialog.table.model().setData(dialog.table.model().index(0, 1), "tag:nobody")
    notified(dialog.accept)
    assert "There is no tag nobody" in app_context.notifications.current.text


def test_prediction_change_is_explained_by_both_models(
    qtbot: QtBot, app_context: AppContext, models: ModelController, corrected: Workspace
) -> None:
    """Words are marked for the tag of each model."""
    train(qtbot, models)
    window = models.report_window
    explain = window.explainer_of(window.panel.report, corrected)
    names = ("Bundled", "Candidate")
    detail = PredictionChangeDetail(app_context.theme, infos_of(TAGS, corrected.tag_set.tags), names, explain)
    qtbot.addWidget(detail)
    detail.show_change(PredictionChange(2, "2", TAGS[1], TAGS[0], None, 0.6, 0.9))
    text = corrected.table.texts([2])[0]
    panes = detail.findChildren(TextView)
    qtbot.waitUntil(lambda: [pane.toPlainText() for pane in panes] == [text, text])
    assert ".60" in detail.findChildren(QLabel)[0].text()
    assert [label.text().split(":")[0] for label in detail.findChildren(QLabel)] == list(names)
    detail.show_change(PredictionChange(3, "3", TAGS[0], TAGS[1], None, 0.5, 0.7))
    detail.show_explained((2, text, ((), ())))
    assert panes[0].toPlainText() == "", "what came too late is left out"


def test_a_prediction_change_that_cannot_be_explained_says_why(
    qtbot: QtBot, models: ModelController, corrected: Workspace
) -> None:
    made = train(qtbot, models)
    window = models.report_window
    corrected.models.discard(made.version)
    change = PredictionChange(2, "2", TAGS[1], TAGS[0], None, 0.6, 0.9)
    with qtbot.waitSignal(window.panel.notifications.failed):
        window.explainer_of(window.panel.report, corrected)(change, print)
    assert window.panel.notifications.current.kind is NotificationKind.ERROR


def test_a_recipe_is_chosen_for_training_on_decisions_only(
    qtbot, models, corrected, app_context, tmp_path, monkeypatch
):
    install_example(tmp_path / "site", monkeypatch)
    app_context.session.set_workspace(corrected)
    opened(qtbot, models)
    choice = find(models.dialog, QComboBox, "Recipe")
    assert not choice.isVisible()
    assert models.dialog.recipe is None
    models.dialog.findChild(QCheckBox).setChecked(True)
    qtbot.waitUntil(choice.isVisible)
    names = [choice.itemText(place) for place in range(choice.count())]
    assert names[:2] == ["Automatic", "hybrid"]
    choice.setCurrentText("svm")
    assert models.dialog.recipe == "svm"
    assert "Linear SVM on words and bigrams" in text_of(models.dialog)
    plan = make_plan(SILENT, corrected, app_context.session.base, alone=True, checked=False)
    assert {"phrases", "neighbours"} <= {recipe.name for recipe in plan.recipes}
    models.dialog.show_plan(plan, corrected.tag_set.tags)
    assert models.dialog.recipe == "svm"
    choice.setCurrentText("phrases")
    assert "Runs code of the package mltag-phrases on this computer." in text_of(models.dialog)
    choice.setCurrentText("svm")
    info = train(qtbot, models)
    assert load_bundle(corrected.models.bundle_path(info.version)).manifest.recipe.name == "svm"


def test_clicked_prediction_change_requests_its_record(qtbot, app_context, models, corrected):
    train(qtbot, models)
    with qtbot.waitSignal(models.record_requested) as asked:
        models.report_window.panel.requests.record.emit(7)
    assert asked.args == [7]
