import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from mltag_desktop.core.evaluation.report import Report
from mltag_desktop.core.workspace.audit import in_audit
from mltag_desktop.core.workspace.types import Kind
from mltag_desktop.gui.panels.models import ModelDesk

from .conftest import TAGS, find, predict_all


@pytest.fixture
def models(qtbot, desk):
    made = ModelDesk(desk.theme, desk.session, desk.jobs, desk.notices, desk.window)
    desk.window.show()
    return made


@pytest.fixture
def corrected(desk, make_workspace, tiny_model):
    """Thirty records, twelve of them decided."""
    workspace = make_workspace(10)
    desk.session.set_base(tiny_model)
    predict_all(workspace, tiny_model)
    for number, tag in enumerate(TAGS):
        workspace.decide(list(range(number * 10, number * 10 + 4)), tag)
    desk.session.set_workspace(workspace)
    return workspace


def train(qtbot, models):
    with qtbot.waitSignal(models.candidate_made, timeout=60_000) as made:
        models.start()
    return made.args[0]


def said(widget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel))


def opened(qtbot, models):
    models.open_training()
    button = find(models.dialog, QPushButton, "Train a candidate")
    qtbot.waitUntil(button.isEnabled)
    return button


def test_without_a_table_training_says_what_to_do(desk, models):
    models.open_training()
    assert not models.dialog.isVisible()
    assert "Open a table" in desk.notices.current.hint


def test_the_plan_counts_decisions_of_each_tag(qtbot, models, corrected):
    opened(qtbot, models)
    words = said(models.dialog)
    assert f"{len(corrected.examples().rows)} decisions" in words
    assert "60 rows" in words
    assert "24 rows that no model was trained on" in words


def test_without_decisions_training_cannot_start(qtbot, desk, models, make_workspace, tiny_model):
    desk.session.set_base(tiny_model)
    desk.session.set_workspace(make_workspace(3))
    models.open_training()
    qtbot.waitUntil(lambda: "no decisions yet" in said(models.dialog))
    assert not find(models.dialog, QPushButton, "Train a candidate").isEnabled()


def test_decisions_made_meanwhile_are_counted(qtbot, desk, models, corrected):
    opened(qtbot, models)
    before = len(corrected.examples().rows)
    row = next(row for row in range(5, 10) if not in_audit(corrected.digests([row]))[0])
    desk.session.publish(corrected.decide([row], TAGS[0]))
    qtbot.waitUntil(lambda: f"{before + 1} decisions" in said(models.dialog))


def test_train_report_promote_and_roll_back(qtbot, desk, models, corrected, tiny_model):
    opened(qtbot, models).click()
    with qtbot.waitSignal(models.candidate_made, timeout=60_000) as made:
        pass
    info = made.args[0]
    assert [model.version for model in corrected.models() if model.candidate] == [info.version]
    panel = models.report_window.panel
    assert models.shows_report
    assert [model.role for model in panel.report.models] == ["rules", "current", "candidate"]
    with qtbot.waitSignal(desk.session.changed) as changed:
        panel.promote_requested.emit(info.version)
    assert "models" in changed.args[0].what
    assert corrected.current_version == info.version
    assert "In force" in said(panel)
    with qtbot.waitSignal(desk.session.changed):
        models.roll_back()
    assert corrected.current_version == tiny_model.version
    models.open_report()
    assert find(panel, QPushButton, "Promote").isVisible()
    assert not find(panel, QPushButton, "Discard").isVisible()


def test_a_discarded_candidate_leaves_the_shelf(qtbot, desk, models, corrected):
    info = train(qtbot, models)
    with qtbot.waitSignal(desk.session.changed):
        models.report_window.panel.discard_requested.emit(info.version)
    assert info.version not in [model.version for model in corrected.models()]


def test_cancel_frees_the_dialog_at_once_and_keeps_nothing(qtbot, desk, models, corrected):
    opened(qtbot, models).click()
    assert models.is_training
    with qtbot.waitSignal(desk.jobs.idle, timeout=60_000):
        find(models.dialog, QPushButton, "Cancel").click()
        assert not models.is_training
        assert "Cancelled" in said(models.dialog)
    assert not [model for model in corrected.models() if model.candidate]
    assert not models.shows_report


def test_a_training_that_fails_says_why(qtbot, desk, models, corrected):
    """All decisions are taken back between plan and start."""
    opened(qtbot, models)
    corrected.mark(list(range(30)), Kind.CLEAR)
    with qtbot.waitSignal(desk.notices.shown):
        models.start()
    assert "no decisions" in desk.notices.current.text
    assert not models.is_training


def test_the_kept_report_is_shown_again(qtbot, models, corrected):
    info = train(qtbot, models)
    models.report_window.hide()
    models.open_report()
    assert models.shows_report
    assert models.report_window.panel.report == Report.from_json(info.report)


def test_without_a_report_the_way_to_one_is_offered(desk, models, corrected):
    models.open_report()
    assert not models.shows_report
    assert desk.notices.current.action.text == "Train…"


def test_a_workspace_that_closes_takes_the_dialogs_with_it(qtbot, desk, models, corrected):
    opened(qtbot, models).click()
    with qtbot.waitSignal(desk.jobs.idle, timeout=60_000):
        desk.session.clear_workspace()
    assert not models.dialog.isVisible()
    assert not models.is_training


def test_a_clicked_flip_asks_for_its_record(qtbot, desk, models, corrected):
    train(qtbot, models)
    with qtbot.waitSignal(models.record_requested) as asked:
        models.report_window.panel.record_requested.emit(7)
    assert asked.args == [7]


def test_doubtful_and_left_out_decisions_are_named_and_lead_to_their_records(qtbot, models, corrected):
    corrected.decide([4, 5], TAGS[1])
    opened(qtbot, models)
    guards = models.dialog._plan_view.guards
    qtbot.waitUntil(lambda: bool(guards.words))
    doubted = [line for line in guards._lines if line.named == "decisions for a second look"]
    assert doubted
    assert {4, 5} & set(doubted[0].rows)
    with qtbot.waitSignal(models.records_requested) as asked:
        guards._follow(str(guards._lines.index(doubted[0])))
    assert asked.args == [list(doubted[0].rows), doubted[0].named]


def test_a_candidate_of_the_own_labels_alone(qtbot, desk, models, corrected, tiny_model):
    opened(qtbot, models)
    models.dialog._alone.setChecked(True)
    qtbot.waitUntil(
        lambda: said(models.dialog).find("Your 12 decisions") >= 0 or "Your 1" in said(models.dialog)
    )
    info = train(qtbot, models)
    assert "bundled" not in info.trained_on
    models.report_window.close()
