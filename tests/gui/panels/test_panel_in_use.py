"""How a model does in use: the panel, its records, and misclassifications as a file."""

import pytest

from mltag_desktop.core.misses import read_misses
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.usage import in_use
from mltag_desktop.core.workspace.types import Kind, Status
from mltag_desktop.gui.panels.in_use import RatesModel, estimate_words
from mltag_desktop.gui.panels.in_use_desk import InUseDesk

from .conftest import TAGS, predict_all


@pytest.fixture
def used(desk, make_workspace, tiny_model):
    """Ninety records, sixty of them decided as they are."""
    workspace = make_workspace(30)
    desk.session.set_base(tiny_model)
    predict_all(workspace, tiny_model)
    for number, tag in enumerate(TAGS):
        workspace.decide(list(range(number * 30, number * 30 + 20)), tag)
    desk.session.set_workspace(workspace)
    return workspace


@pytest.fixture
def in_use_desk(desk, tmp_path):
    shown, thresholds, refits = [], [], []
    made = InUseDesk(
        desk.theme,
        desk.session,
        desk.jobs,
        desk.notices,
        lambda rows, words: shown.append((list(rows), words)),
        thresholds.append,
        lambda: refits.append(True),
        desk.window,
        save=lambda *_: str(tmp_path / "misses"),
        choose=lambda *_: str(tmp_path / "misses.jsonl"),
    )
    made.shown, made.thresholds = shown, thresholds
    desk.window.show()
    return made


def test_the_estimate_and_the_thresholds_are_said_in_words(qtbot, used, in_use_desk):
    in_use_desk.open()
    qtbot.waitUntil(lambda: "whole table" in in_use_desk.dialog.words)
    found = in_use(SILENT, used)
    assert in_use_desk.dialog.words == estimate_words(found)
    assert "All tags" in in_use_desk.dialog._words.text()
    in_use_desk.dialog._wrong.setValue(40.0)
    qtbot.waitUntil(lambda: in_use_desk.dialog._found.most_wrong == 0.4)
    threshold = in_use_desk.dialog._found.overall
    if threshold.confidence is not None:
        in_use_desk.dialog._use.click()
        assert in_use_desk.thresholds == [threshold.confidence]
    in_use_desk.dialog._follow("-1")
    qtbot.waitUntil(lambda: bool(in_use_desk.shown))
    assert len(in_use_desk.shown[0][0]) == threshold.to_review


def test_decisions_are_counted_as_they_come(qtbot, desk, used, in_use_desk):
    in_use_desk.open()
    qtbot.waitUntil(lambda: in_use_desk.dialog._found is not None)
    before = in_use_desk.dialog._found.undecided
    desk.session.publish(used.decide([85], TAGS[2]))
    qtbot.waitUntil(lambda: in_use_desk.dialog._found.undecided == before - 1)


def test_misclassifications_are_written_and_taken_in(qtbot, desk, used, in_use_desk, tmp_path):
    used.mark([80], Kind.FLAG, "odd")
    in_use_desk.export()
    qtbot.waitUntil(lambda: desk.notices.current is not None)
    assert "written to misses.jsonl" in desk.notices.current.text
    told = read_misses(tmp_path / "misses.jsonl")
    assert told
    used.undo()
    desk.notices.clear()
    with qtbot.waitSignal(desk.session.changed):
        in_use_desk.take_in()
    assert used.states().status[80] == int(Status.FLAGGED)


def test_a_file_of_something_else_is_refused(qtbot, desk, used, in_use_desk, tmp_path):
    (tmp_path / "misses.jsonl").write_text("a,b\n")
    in_use_desk.take_in()
    qtbot.waitUntil(lambda: desk.notices.current is not None)
    assert "no file of misclassifications" in desk.notices.current.text


def test_wrong_ones_are_shown(qtbot, used, in_use_desk):
    in_use_desk.dialog.wrong_requested.emit()
    qtbot.waitUntil(lambda: bool(in_use_desk.shown))
    states = used.states()
    assert all(states.predicted[row] != states.decided[row] for row in in_use_desk.shown[0][0])


def test_rates_stand_side_by_side(qtbot, used):
    found = in_use(SILENT, used)
    model = RatesModel()
    model.show(found.queue, found.audit)
    assert model.index(0, 0).data() == "All answers"
    asked, lot = int(model.index(0, 1).data()), int(model.index(0, 4).data())
    assert asked + lot == 60
    names = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert names.count("By day") == 1
