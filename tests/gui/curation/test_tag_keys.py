"""Which key sets which tag: the same everywhere, and few keystrokes for many tags."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from mltag_desktop.core.model.types import Predictions
from mltag_desktop.core.processes.pool import ProcessPool
from mltag_desktop.core.workspace.types import Status, TagInfo
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui.application.application import Application
from mltag_desktop.gui.curation.keymap_dialog import KeyMapDialog
from mltag_desktop.gui.curation.tag_picker import TagPicker, matching_tags
from mltag_desktop.gui.record.tag_buttons import TagButton
from mltag_desktop.gui.state.session import TagKeys
from mltag_desktop.gui.widgets.notifications import NotificationKind
from tests.gui.helpers import find, label, press, settle, wait_read, workspace_of

WORDS = ("card", "cash", "refund", "exchange", "top up", "transfer", "pin", "atm", "fee", "identity", "limit")
VERBS = ("declined", "lost", "pending", "wrong", "delayed", "cancelled", "duplicated")
NAMES = [f"{word} {verb}" for word in WORDS for verb in VERBS]


def many() -> tuple[TagInfo, ...]:
    return tuple(TagInfo(name, "", "●", 0) for name in NAMES)


def test_digits_follow_the_tag_set_or_the_record() -> None:
    tags, keys = many(), TagKeys()
    likely = {name: float(place) for place, name in enumerate(NAMES)}
    assert keys.shown(tags[:9], likely) == {name: str(n) for n, name in enumerate(NAMES[:9], start=1)}
    assert [tag.name for tag in keys.by_digit(tags, likely)] == NAMES[::-1][:9]
    assert keys.shown(tags) == {}, "without a record no digit is known"
    keys.note_use(NAMES[3])
    keys.note_use(NAMES[5])
    listed = [tag.name for tag in keys.order(tags, likely)]
    assert listed[9:11] == [NAMES[5], NAMES[3]], "recently used next"
    assert sorted(listed) == sorted(NAMES)
    keys.fixed = True
    assert [tag.name for tag in keys.by_digit(tags, likely)] == NAMES[:9]
    lettered = (replace(tags[0], key="x"), *tags[1:])
    assert keys.shown(lettered)[NAMES[0]] == "1 X"
    assert TagKeys().shown(lettered) == {NAMES[0]: "X"}


def test_typing_finds_tags_fuzzily_and_the_likeliest_first() -> None:
    tags = many()
    assert [tag.name for tag in matching_tags("", tags)] == NAMES
    assert matching_tags("refund d", tags)[0].name == "refund declined"
    assert matching_tags("ex wr", tags)[0].name == "exchange wrong"
    assert matching_tags("crdls", tags)[0].name == "card lost"
    assert matching_tags("up pend", tags)[0].name == "top up pending"
    assert not matching_tags("zzz", tags)
    assert matching_tags("pin", tags[::-1])[0].name == "pin duplicated", "equal matches keep their order"
    japanese = (TagInfo("返金 遅延", "", "●", 0), *tags)
    assert matching_tags("遅", japanese)[0].name == "返金 遅延"


def with_many_tags(program: Application, qtbot: QtBot) -> Workspace:
    """Give the open table 77 tags and predictions whose right tag is first, among nine, or far behind."""
    workspace = workspace_of(program)
    program.jobs.worker = ProcessPool()
    program.jobs.worker.close()  # no estimates from the tag names, which would replace the predictions
    program.session.publish(workspace.tag_set.set(NAMES), workspace)
    generator = np.random.default_rng(3)
    count = workspace.table.count
    scores = generator.random((count, len(NAMES))).astype(np.float32)
    for row in range(count):
        rank = (0, 0, 0, 0, 0, 0, 3, 7)[row % 8] if row % 12 != 11 else 30
        order = np.argsort(-scores[row])
        right = right_tag(row)
        other = int(order[rank])
        scores[row, [right, other]] = scores[row, [other, right]]
    scores /= scores.sum(axis=1, keepdims=True)
    base = program.session.model
    assert base is not None
    [(rows, _)] = list(workspace.pending_predictions.pending("many-1", size=1000))
    workspace.models.set_base("many-1")
    change = workspace.pending_predictions.put(rows, Predictions("many-1", tuple(NAMES), scores))
    program.session.publish(change, workspace)
    states = workspace.states()
    assert (states.predicted >= 0).all()
    program.record_order.renew()
    qtbot.waitUntil(lambda: program.page.table.current_place() == 0)
    return workspace


def right_tag(row: int) -> int:
    return (row * 31) % len(NAMES)


def shown_keys(program: Application) -> dict[str, str]:
    listed = program.page.detail.tags
    return {
        button.choice.tag.name: button.choice.keys
        for button in listed.findChildren(TagButton)
        if button.choice is not None and button.isVisibleTo(listed)
    }


def test_a_session_on_77_tags_needs_few_keystrokes(focused: Application, qtbot: QtBot) -> None:
    """Play a curator who presses what the window shows; every key counts."""
    workspace = with_many_tags(focused, qtbot)
    table, pressed = focused.page.table, 0

    def is_shown(row: int) -> bool:
        record = focused.page.detail.record
        return record is not None and record.row == row and len(record.probabilities or ()) == len(NAMES)

    for row in range(workspace.table.count):
        table.go_to(row)
        focused.parent_window.activateWindow()  # a window manager does this
        table.setFocus()
        qtbot.waitUntil(table.hasFocus)
        qtbot.waitUntil(partial(is_shown, row))
        record = focused.page.detail.record
        assert record is not None
        right = NAMES[right_tag(row)]
        key = shown_keys(focused).get(right, "")
        if record.predicted == right:
            QTest.keySequence(table, "Return")
            pressed += 1
        elif key:
            qtbot.keyClicks(table, key)
            pressed += 1
        else:
            QTest.keySequence(table, "T")
            pressed += 1
            picker = focused.parent_window.findChildren(TagPicker)[-1]
            qtbot.waitUntil(picker.line.hasFocus)
            for letter in right:
                qtbot.keyClicks(picker.line, letter)
                pressed += 1
                if picker.shown[:1] == [right]:
                    break
            QTest.keySequence(picker.line, "Return")
            pressed += 1
        settle(focused, qtbot)
        states = workspace.states()
        assert states.tag_names[states.decided[row]] == right
    assert pressed / workspace.table.count <= 1.5


def test_the_picker_adds_what_was_typed_as_a_new_tag(focused: Application, qtbot: QtBot) -> None:
    workspace, table = workspace_of(focused), focused.page.table

    def pick(typed: str) -> TagPicker:
        focused.parent_window.activateWindow()  # a window manager does this
        qtbot.waitUntil(table.hasFocus)
        QTest.keySequence(table, "T")
        picker = focused.parent_window.findChildren(TagPicker)[-1]
        qtbot.waitUntil(picker.line.hasFocus)
        qtbot.keyClicks(picker.line, typed)
        return picker

    focused.writer.write(lambda: workspace.tag_set.set(()))
    settle(focused, qtbot)
    no_tags = "This table has no tags yet. T adds the first one."
    qtbot.waitUntil(lambda: label(focused.page.detail, "Prediction and decision") == no_tags)
    focused.actions["show_focus"].trigger()
    qtbot.waitUntil(lambda: label(focused.page.focus, "Prediction and decision") == no_tags)
    focused.actions["show_table"].trigger()
    press(focused, qtbot, "Return", to=pick("sailing boats").line)
    assert [tag.name for tag in workspace.tag_set.tags] == ["sailing boats"]
    assert workspace.table.records([0])[0].decided == "sailing boats"
    assert table.current_place() == 1
    assert table.cell_painter.waiting_words == "no tag", "a single tag is told from no other"
    picker = pick("bakery")
    QTest.keySequence(picker.line, "Return")
    assert picker.isVisible(), "a slip of the finger adds no tag"
    press(focused, qtbot, "Ctrl+Return", to=picker.line)
    assert workspace.table.records([1])[0].decided == "bakery"
    assert table.cell_painter.waiting_words == "predicting…"
    picker = pick("Sailing-Boats")
    assert picker.shown == ["sailing boats"], "the same name in another spelling"
    QTest.keySequence(picker.line, "Esc")
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    table.go_to(1)
    qtbot.keyClick(pick("rye").line, Qt.Key.Key_Return, both)
    settle(focused, qtbot)
    record = workspace.table.records([1])[0]
    assert (record.decided, record.also) == ("bakery", ("rye",))


def test_a_new_tag_for_several_records_is_undone_in_two_steps(focused: Application, qtbot: QtBot) -> None:
    workspace, decisions = workspace_of(focused), focused.decision_controller
    before = workspace.tag_set.tags
    focused.page.table.selectAll()
    decisions.decide_new("rye")
    settle(focused, qtbot)
    states = workspace.states()
    assert {states.tag_names[code] for code in states.decided} == {"rye"}
    decisions.undo()
    settle(focused, qtbot)
    assert (workspace.states().decided < 0).all()
    assert workspace.tag_set.tags != before
    decisions.undo()
    settle(focused, qtbot)
    assert workspace.tag_set.tags == before


def test_a_new_tag_that_nothing_can_carry_is_not_added(focused: Application, qtbot: QtBot) -> None:
    workspace, decisions = workspace_of(focused), focused.decision_controller
    before = workspace.tag_set.tags
    workspace.tag_set.set(several=False)
    decisions.decide_new("rye", also=True)
    settle(focused, qtbot)
    decisions.decide_new(" ")
    settle(focused, qtbot)
    assert workspace.tag_set.tags == before
    pending = focused.notifications.pending
    errors = [notice.text for notice in pending if notice.kind is NotificationKind.ERROR]
    assert errors == ["This workspace has one tag per record.", "Enter a name for the tag."]
    assert focused.page.table.current_place() == 0


def test_a_read_only_table_without_tags_names_no_key(
    make_program: Callable[..., Application], tmp_path: Path, qtbot: QtBot
) -> None:
    with Workspace.create(tmp_path / "table.mltag", "bo") as writer:
        writer.table.add_texts(["one", "two"])
        program = make_program(writer.path)
        qtbot.waitUntil(lambda: program.page.detail.record is not None)
        assert workspace_of(program).read_only
        assert label(program.page.detail, "Prediction and decision") == "This table has no tags yet."
        program.actions["show_focus"].trigger()
        wait_read(program, qtbot, 0)
        assert label(program.page.focus, "Prediction and decision") == "This table has no tags yet."
        program.parent_window.close()


def test_the_words_for_a_missing_prediction_follow_the_tags(opened: Application) -> None:
    workspace, painter = workspace_of(opened), opened.page.table.cell_painter
    opened.session.publish(workspace.tag_set.set(("mlops", "cars")), workspace)
    assert (painter.waiting_words, painter.waits) == ("predicting…", True)
    opened.session.publish(workspace.tag_set.set(("mlops",)), workspace)
    assert (painter.waiting_words, painter.waits) == ("no tag", False)


@pytest.mark.parametrize(
    ("names", "key", "words"),
    [
        (["mlops"], Qt.Key.Key_Return, "A single tag is not predicted"),
        (NAMES, Qt.Key.Key_1, "Press T to choose one by name"),
        (NAMES, Qt.Key.Key_Return, "Not predicted yet"),
    ],
)
def test_keys_that_set_no_tag_yet_say_why(
    make_program: Callable[..., Application],
    tmp_path: Path,
    qtbot: QtBot,
    names: list[str],
    key: Qt.Key,
    words: str,
) -> None:
    with Workspace.create(tmp_path / "new.mltag", "ann", names) as made:
        made.table.add_texts(["a text", "another text"])
    program = make_program(tmp_path / "new.mltag")
    program.jobs.worker = ProcessPool()
    program.jobs.worker.close()  # no estimates from the tag names
    table = program.page.table
    qtbot.waitUntil(lambda: program.page.model.rowCount() == 2)
    qtbot.waitUntil(lambda: program.page.detail.record is not None)
    program.notifications.clear()
    qtbot.keyClick(table, key)
    assert any(words in notice.text for notice in program.notifications.pending)
    assert not workspace_of(program).journal.ever_decided().size
    program.filter_controller.show_line("nowhere")
    qtbot.waitUntil(lambda: program.page.model.rowCount() == 0)
    program.notifications.clear()
    qtbot.keyClick(table, key)
    assert not program.notifications.pending, "no record is selected"


def test_a_digit_sets_the_likeliest_tag_while_the_detail_pane_is_hidden(
    focused: Application, qtbot: QtBot
) -> None:
    page, workspace = focused.page, with_many_tags(focused, qtbot)
    focused.actions["show_detail"].trigger()
    page.detail.show_row(None)  # as when another table is opened meanwhile
    page.table.go_to(1)

    def likeliest() -> dict[str, float]:
        record = page.model.record(1)
        return dict(record.probabilities or {}) if record is not None else {}

    qtbot.waitUntil(lambda: len(likeliest()) == len(NAMES))
    found = likeliest()
    qtbot.keyClicks(page.table, "1")
    settle(focused, qtbot)
    states = workspace.states()
    assert states.tag_names[states.decided[1]] == max(found, key=lambda name: found[name])


def test_a_key_without_a_command_stays_at_the_record(focused: Application, qtbot: QtBot) -> None:
    workspace, table = workspace_of(focused), focused.page.table
    focused.writer.write(lambda: workspace.tag_set.set(()))
    settle(focused, qtbot)
    table.setCurrentIndex(focused.page.model.index(0, 1))
    qtbot.keyClicks(table, "DR1")  # titles begin with the letters
    assert table.current_place() == 0


def test_a_letter_and_shift_return_in_the_picker(focused: Application, qtbot: QtBot) -> None:
    workspace = workspace_of(focused)
    first, second, *rest = workspace.tag_set.tags
    focused.writer.write(lambda: workspace.tag_set.set([replace(first, key="x"), second, *rest]))
    settle(focused, qtbot)
    press(focused, qtbot, "X")
    states = workspace.states()
    assert states.tag_names[states.decided[0]] == first.name
    assert focused.page.table.current_place() == 1
    focused.page.table.go_to(0)
    QTest.keySequence(focused.page.table, "T")
    picker = focused.parent_window.findChildren(TagPicker)[-1]
    qtbot.waitUntil(picker.line.hasFocus)
    picker.line.setText(second.name)
    press(focused, qtbot, "Shift+Return", to=picker.line)
    assert workspace.table.records([0])[0].also == (second.name,)
    focused.actions["show_keys"].trigger()
    dialog = focused.parent_window.findChild(KeyMapDialog)
    dialog.search.setText(first.name)
    rows = [line.cells[:2] for line in dialog.list.lines.lines]
    assert (f"Set tag 1: {first.name}", "1") in rows
    assert (f"Tag as {first.name}", "X") in rows
    dialog.close()


def test_the_focus_view_shows_the_current_keys(focused: Application, qtbot: QtBot) -> None:
    focused.actions["show_focus"].trigger()
    focus = focused.page.focus
    hints = label(focus, "Keys").replace("\N{NO-BREAK SPACE}", " ")
    assert "Return accept   1–9 set tag   Shift+1–9 additional tag   T choose tag   S skip" in hints
    assert find(focus, QPushButton, "undo").text() == "Undo (Z)"
    focused.actions["skip"].setShortcut("Q")
    focused.actions["undo_key"].setShortcut("B")
    assert "Q skip" in label(focus, "Keys").replace("\N{NO-BREAK SPACE}", " ")
    assert find(focus, QPushButton, "undo").text() == "Undo (B)"
    assert workspace_of(focused).states().status[0] == Status.TO_REVIEW


def test_the_picker_shows_the_probabilities_of_a_new_model(focused: Application, qtbot: QtBot) -> None:
    workspace, model = workspace_of(focused), focused.session.model
    assert model is not None
    assert focused.page.model.record(0) is not None, "the page of the table was read before"
    workspace.models.set_base("later")
    [(rows, _)] = list(workspace.pending_predictions.pending("later", size=1000))
    scores = np.full((len(rows), len(model.tags)), 0.125 / (len(model.tags) - 1), np.float32)
    scores[:, -1] = 0.875
    change = workspace.pending_predictions.put(rows, Predictions("later", model.tags, scores))
    focused.session.publish(change, workspace)
    QTest.keySequence(focused.page.table, "T")
    picker = focused.parent_window.findChildren(TagPicker)[-1]
    texts = {picker.list.item(n).text() for n in range(picker.list.count())}
    assert next(text for text in texts if text.startswith(model.tags[-1])).endswith("0.87")
    picker.close()
