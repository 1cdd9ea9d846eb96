"""Accessible names, contrast and tab order, and robustness against random input."""

import random

import numpy as np
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QDialog, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from mltag_desktop.core.workspace.decisions.decisions import decisions_by_record
from mltag_desktop.gui.application.application import Application
from mltag_desktop.gui.filters.filter_panel import FacetButton
from mltag_desktop.gui.record.tag_buttons import TagButton
from mltag_desktop.gui.widgets.theme import DARK, LIGHT, Colours
from tests.gui.contrast import contrast
from tests.gui.helpers import facet, settle, workspace_of

SPOKEN = {
    QAccessible.Role.Button,
    QAccessible.Role.CheckBox,
    QAccessible.Role.ComboBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.SpinBox,
    QAccessible.Role.List,
    QAccessible.Role.Table,
    QAccessible.Role.Tree,
    QAccessible.Role.PageTab,
}


def walk(interface: QAccessibleInterface | None, depth: int = 0):
    if interface is None or depth > 14:
        return
    yield interface
    for number in range(min(interface.childCount(), 60)):
        yield from walk(interface.child(number), depth + 1)


def nameless(widget: QWidget) -> list[str]:
    found = []
    for each in walk(QAccessible.queryAccessibleInterface(widget)):
        thing = each.object()
        if not isinstance(thing, QWidget) or not thing.isVisible() or each.role() not in SPOKEN:
            continue
        inner = thing.objectName().startswith("qt_") or isinstance(thing, QToolButton)
        if not inner and not each.text(QAccessible.Text.Name):
            found.append(f"{type(thing).__name__} in {type(thing.parent()).__name__} ({each.role().name})")
    return found


def test_every_control_of_both_views_has_a_name(opened: Application, qtbot: QtBot) -> None:
    assert nameless(opened.page) == []
    opened.actions["show_focus"].trigger()
    qtbot.waitUntil(lambda: opened.page.focus.reading is not None)
    assert nameless(opened.page) == []
    assert nameless(opened.start_page) == []


DIALOGS = (
    "palette", "show_keys", "edit_tags", "session", "journal", "production_metrics", "import_report",
    "import_settings", "unreadable_rows", "backups", "about", "train", "export", "paste_text",
)  # fmt: skip


def test_every_control_of_the_dialogs_has_a_name(opened: Application, qtbot: QtBot) -> None:
    def shown() -> list[QDialog]:
        return [each for each in opened.parent_window.findChildren(QDialog) if each.isVisible()]

    for command in DIALOGS:
        opened.actions[command].trigger()
        qtbot.waitUntil(lambda: len(shown()) == 1 and opened.jobs.running == 0)
        (dialog,) = shown()
        assert nameless(dialog) == [], command
        assert dialog.windowTitle() or command == "palette"
        assert _has_complete_tab_order(dialog), command
        dialog.close()
        qtbot.waitUntil(lambda: not shown())


def _has_complete_tab_order(dialog: QDialog) -> bool:
    """Return whether Tab visits each control once and returns to the first."""
    first = dialog.focusWidget() or dialog
    seen, each = [first], first.nextInFocusChain()
    while each is not first and len(seen) < 1000:
        assert each not in seen
        seen.append(each)
        each = each.nextInFocusChain()
    return len(seen) < 1000


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_text_has_enough_contrast_on_every_background(colours: Colours) -> None:
    grounds = (colours.window, colours.base, colours.alternate, colours.selection, colours.hover)
    for ground in grounds:
        signals = (colours.warning, colours.accent, colours.good)
        for ink in (colours.text, colours.muted, *signals, *colours.tags):
            assert contrast(ink, ground) >= 4.5, (ink.name(), ground.name())
    assert contrast(colours.on_accent, colours.accent) >= 4.5
    assert contrast(colours.text, colours.mark) >= 4.5
    for number in range(8):
        assert contrast(colours.on_tag(number), colours.tag(number)) >= 4.5


KEYS = (
    Qt.Key.Key_Return, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5, Qt.Key.Key_U,
    Qt.Key.Key_S, Qt.Key.Key_F, Qt.Key.Key_Z, Qt.Key.Key_A, Qt.Key.Key_J, Qt.Key.Key_K, Qt.Key.Key_Up,
    Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Backspace, Qt.Key.Key_Escape, Qt.Key.Key_Tab,
    Qt.Key.Key_G, Qt.Key.Key_PageDown, Qt.Key.Key_Space,
)  # fmt: skip
LINES = ("", "tag:mlops", "is:flagged", "boats -named", 'confidence<0.9 "', "source=blog", "is:nothing x:y")
COMMANDS = (
    "show_table",
    "show_focus",
    "undo",
    "redo",
    "clear_filters",
    "refresh",
    "queue_order",
    "show_facets",
    "show_detail",
    "start_tour",
    "show_hints",
)


@pytest.mark.parametrize("seed", [0, *(pytest.param(seed, marks=pytest.mark.slow) for seed in (1, 2))])
def test_random_keys_clicks_and_sizes_keep_table_and_journal_consistent(
    opened: Application, qtbot: QtBot, seed: int
) -> None:
    draw = random.Random(seed)
    window, page = opened.parent_window, opened.page
    window.activateWindow()
    for number in range(700):
        match draw.randrange(9):
            case 0:
                opened.actions[draw.choice(COMMANDS)].trigger()
            case 1:
                opened.filter_bar.setText(draw.choice(LINES))
                opened.filter_bar.findChild(QTimer, "pause").timeout.emit()
            case 2:
                window.resize(draw.randrange(700, 1400), draw.randrange(420, 900))
            case 3:
                buttons = [each for each in page.detail.tags.findChildren(TagButton) if each.isVisible()]
                if buttons:
                    qtbot.mouseClick(draw.choice(buttons), Qt.MouseButton.LeftButton)
            case 4:
                opened.jobs.cancel_all()
            case 5:
                lines = [each for each in page.filter_panel.findChildren(FacetButton) if each.isVisible()]
                chosen = draw.choice(lines) if lines else None
                if chosen is not None and not chosen.text().endswith("…"):
                    qtbot.mouseClick(chosen, Qt.MouseButton.LeftButton)
            case _:
                target = page.focus.pane if opened.focus_controller.is_on else page.table
                shift = Qt.KeyboardModifier.ShiftModifier
                plain = Qt.KeyboardModifier.NoModifier
                qtbot.keyClick(target, draw.choice(KEYS), draw.choice((plain, plain, plain, shift)))
        if number % 10 == 0:
            QApplication.processEvents()
    settle(opened, qtbot)
    workspace = workspace_of(opened)
    states = workspace.states()
    folded = decisions_by_record(
        workspace.journal.decisions_of({step.number for step in workspace.journal.active_steps()})
    )
    for row in range(workspace.table.count):
        status = int(folded[row].status) if row in folded else 0
        assert int(states.status[row]) == status
        decided = folded[row].decided if row in folded else None
        assert (states.tag_names[states.decided[row]] if states.decided[row] >= 0 else None) == decided
        assert workspace.decisions.additional_tags(row) == (folded[row].also if row in folded else ())
    opened.filter_controller.clear()
    qtbot.waitUntil(lambda: not opened.record_order.is_running)
    assert np.array_equal(np.sort(page.model.order), np.arange(workspace.table.count))

    def counted() -> int:
        return sum(facet(opened, f"tag:{tag.name}").count or 0 for tag in workspace.tag_set.tags)

    several = sum(len(workspace.decisions.additional_tags(row)) for row in range(workspace.table.count))
    qtbot.waitUntil(lambda: counted() == workspace.table.count + several)
