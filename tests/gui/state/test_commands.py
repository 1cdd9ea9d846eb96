"""Every command is complete; menus, toolbar, context menu, palette and enabling derive from the table."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar
from pytestqt.qtbot import QtBot

from mltag_desktop.gui.application.application import Application
from mltag_desktop.gui.curation.command_palette import fitting
from mltag_desktop.gui.help.help_pages import keys_page
from mltag_desktop.gui.state.actions import (
    add_groups,
    apply_keys,
    build_actions,
    connect_actions,
    enable,
    fill_menus,
    read_keys,
)
from mltag_desktop.gui.state.commands import COMMANDS, MENUS, SUBMENUS, Needs
from scripts.texts import window_texts

HANDLERS = {command.id: lambda: None for command in COMMANDS}
BY_DIGIT = tuple(f"{verb}_{digit}" for verb in ("tag", "also") for digit in range(1, 10))
"""The palette has these by the names of their tags."""
WITHOUT_TABLE = {
    *("open", "paste_text", "open_sample", "quit", "settings", "library", "palette", "guide", "show_keys"),
    *("start_tour", "show_hints", "check_update", "diagnostics", "show_log", "about"),
    *("order_automatic", "order_table", "scheme_system", "scheme_light", "scheme_dark"),
    *("language_system", "language_en", "language_de", "language_fr"),
}
"""What can be done without a table."""
DECIDING = {
    *("accept", "choose_tag", "skip", "unsure", "flag", "note", "clear", "off_topic", "on_topic"),
    *("same_for_all", "undo_key", "undo", "redo", "rollback", "edit_tags", "tag_sources", *BY_DIGIT),
}
"""What cannot be done in a read-only table."""
_NO_TABLE = Needs.PANES | Needs.FILTER


@pytest.fixture
def actions(qapp: QObject) -> Iterator[dict[str, QAction]]:
    owner = QObject()
    yield build_actions(owner)
    del owner


def test_every_command_is_complete(make_program: Callable[..., Application]) -> None:
    """It has a handler, other words for the palette, translated texts, and a line on the page of keys."""
    program, page = make_program(), keys_page()
    assert list(program.actions) == [command.id for command in COMMANDS]
    collected = {text.text for text in window_texts()}
    for command in COMMANDS:
        assert program.actions[command.id].receivers("2triggered(bool)") > 0, command.id
        texts = {command.tip, command.words, command.hint} - {""}
        if command.id not in BY_DIGIT:
            texts |= {command.words} | ({command.text} if command.menu != "Language" else set())
            assert fitting(command.words.split()[-1], [(command, command.name)]), command.id
            shown = [key.toString(QKeySequence.SequenceFormat.PortableText) for key in command.sequences]
            assert all(key in page for key in shown), command.id
        assert texts <= collected, command.id


def test_only_what_is_possible_is_enabled(actions: dict[str, QAction]) -> None:
    enable(actions, _NO_TABLE)
    without_filter = {name for name, action in actions.items() if action.isEnabled()} - {"clear_filters"}
    assert without_filter == WITHOUT_TABLE
    assert actions["accept"].toolTip().endswith("\nOpen a table first.")
    apply_keys(actions, {"accept": "B"})
    assert actions["accept"].toolTip() == "Confirm the predicted tag (B)\nOpen a table first."
    apply_keys(actions, {})
    enable(actions, _NO_TABLE | Needs.TABLE)
    assert {name for name, action in actions.items() if not action.isEnabled()} == DECIDING
    assert actions["accept"].toolTip().endswith("\nThis table cannot be changed.")
    enable(actions, ~Needs.ALWAYS)
    assert all(action.isEnabled() for action in actions.values())
    assert actions["accept"].toolTip() == "Confirm the predicted tag (Return)"


def test_the_commands_of_the_toolbar_and_of_a_record(actions: dict[str, QAction], qtbot: QtBot) -> None:
    for group_of, expected in (
        (
            lambda command: command.toolbar,
            "open | undo redo | show_table show_focus | train show_report | export",
        ),
        (
            lambda command: command.context,
            "accept choose_tag | skip unsure flag note clear | copy more_like_this",
        ),
    ):
        menu = QMenu()
        qtbot.addWidget(menu)
        add_groups(menu, actions, group_of)
        shown = [action.objectName() or "|" for action in menu.actions()]
        assert [name for name in shown if name in expected.split()] == expected.split()


def test_missing_handler_fails_at_start(actions: dict[str, QAction]) -> None:
    some = {name: handler for name, handler in HANDLERS.items() if name != "undo"}
    with pytest.raises(ValueError, match="undo"):
        connect_actions(actions, some, bool, bool)
    with pytest.raises(ValueError, match="dance"):
        connect_actions(actions, {**HANDLERS, "dance": lambda: None}, bool, bool)


def test_no_two_commands_share_an_id_or_a_key() -> None:
    names = [command.id for command in COMMANDS]
    keys = [sequence.toString() for command in COMMANDS for sequence in command.sequences]
    assert len(set(names)) == len(names)
    assert len(set(keys)) == len(keys)
    assert all(QKeySequence(key).count() == 1 for key in keys)


def test_keys_that_were_stored_under_earlier_ids_stay() -> None:
    stored = ["take_back Q", "order_margin Ctrl+9", "unknown X"]
    assert read_keys(stored) == {"undo_key": "Q", "order_automatic": "Ctrl+9"}


def test_every_command_is_in_one_menu_with_unique_mnemonic(actions: dict[str, QAction], qtbot: QtBot) -> None:
    bar = QMenuBar()
    qtbot.addWidget(bar)
    fill_menus(bar, actions)
    menus = bar.findChildren(QMenu)
    assert len(bar.actions()) == len(MENUS) - len(SUBMENUS) == len(menus) - len(SUBMENUS)
    shown = [action for menu in menus for action in menu.actions() if action.objectName()]
    assert sorted(action.objectName() for action in shown) == sorted(actions)
    for menu in menus:
        letters = [_letter(action.text()) for action in menu.actions() if "&" in action.text()]
        assert len(set(letters)) == len(letters), menu.title()


def test_a_submenu_without_a_visible_command_is_hidden(actions: dict[str, QAction], qtbot: QtBot) -> None:
    bar = QMenuBar()
    qtbot.addWidget(bar)
    fill_menus(bar, actions)
    [submenu] = [menu for menu in bar.findChildren(QMenu) if actions["also_1"] in menu.actions()]
    tag, also = submenu.parent(), submenu.menuAction()
    assert isinstance(tag, QMenu)
    for visible in (False, True):
        for number in range(1, 10):
            actions[f"also_{number}"].setVisible(visible)
        tag.aboutToShow.emit()
        assert also.isVisible() == visible


def test_single_letters_act_in_panes_only(actions: dict[str, QAction]) -> None:
    for name, action in actions.items():
        if any(len(sequence.toString()) == 1 for sequence in action.shortcuts()):
            assert action.shortcutContext() == Qt.ShortcutContext.WidgetWithChildrenShortcut, name


@pytest.mark.parametrize("is_held", [False, True])
def test_a_triggered_action_leaves_the_past_if_it_must_and_calls_its_handler(
    actions: dict[str, QAction], is_held: bool
) -> None:
    """A held key repeats only the commands that move."""
    called: list[str] = []
    handlers = {name: (lambda name=name: called.append(name)) for name in HANDLERS}
    connect_actions(actions, handlers, lambda: called.append("left"), lambda: is_held)
    enable(actions, ~Needs.ALWAYS)
    for command in COMMANDS:
        called.clear()
        actions[command.id].trigger()
        expected = ["left"] * (Needs.PRESENT in command.needs) + [command.id]
        assert called == (expected if command.holds or not is_held else [])
        assert actions[command.id].autoRepeat() == command.holds


def _letter(text: str) -> str:
    return text[text.index("&") + 1].lower()
