import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenuBar

from mltag_desktop.gui.state.commands import (
    COMMANDS,
    MENUS,
    SUBMENUS,
    build_actions,
    connect_actions,
    fill_menus,
)

HANDLERS = {command.id: lambda: None for command in COMMANDS}


def test_missing_handler_fails_at_start(qapp) -> None:
    owner = QObject()
    some = {name: handler for name, handler in HANDLERS.items() if name != "undo"}
    with pytest.raises(ValueError, match="undo"):
        connect_actions(build_actions(owner), some)
    with pytest.raises(ValueError, match="dance"):
        connect_actions(build_actions(owner), {**HANDLERS, "dance": lambda: None})


def test_no_two_commands_share_an_id_or_a_key() -> None:
    names = [command.id for command in COMMANDS]
    keys = [sequence.toString() for command in COMMANDS for sequence in command.sequences]
    assert len(set(names)) == len(names)
    assert len(set(keys)) == len(keys)
    assert all(QKeySequence(key).count() == 1 for key in keys)


def test_every_command_is_in_one_menu_with_unique_mnemonic(qtbot) -> None:
    bar, owner = QMenuBar(), QObject()
    qtbot.addWidget(bar)
    actions = build_actions(owner)
    fill_menus(bar, actions)
    menus = [action.menu() for action in bar.actions()]
    assert len(menus) == len(MENUS) - len(SUBMENUS)
    for menu in menus:
        menus += [action.menu() for action in menu.actions() if action.menu()]
    shown = [action for menu in menus for action in menu.actions() if action.objectName()]
    assert sorted(action.objectName() for action in shown) == sorted(actions)
    for menu in menus:
        letters = [_letter(action.text()) for action in menu.actions() if "&" in action.text()]
        assert len(set(letters)) == len(letters), menu.title()


def test_a_submenu_without_a_visible_command_is_hidden(qtbot) -> None:
    bar, owner = QMenuBar(), QObject()
    qtbot.addWidget(bar)
    actions = build_actions(owner)
    fill_menus(bar, actions)
    tag = bar.actions()[list(MENUS).index("Tag")].menu()
    [also] = [action for action in tag.actions() if action.menu()]
    assert actions["also_1"] in also.menu().actions()
    for visible in (False, True):
        for number in range(1, 10):
            actions[f"also_{number}"].setVisible(visible)
        tag.aboutToShow.emit()
        assert also.isVisible() == visible


def test_only_navigation_keys_repeat(qapp) -> None:
    owner = QObject()
    actions = build_actions(owner)
    for name in ("accept", "tag_1", "tag_9", "skip", "flag", "clear", "undo"):
        assert not actions[name].autoRepeat()
    assert actions["next_in_queue"].autoRepeat()


def test_single_letters_act_in_panes_only(qapp) -> None:
    owner = QObject()
    for name, action in build_actions(owner).items():
        if any(len(sequence.toString()) == 1 for sequence in action.shortcuts()):
            assert action.shortcutContext() == Qt.ShortcutContext.WidgetWithChildrenShortcut, name


def test_triggered_action_calls_its_handler(qapp) -> None:
    owner, called = QObject(), []
    handlers = {name: (lambda name=name: called.append(name)) for name in HANDLERS}
    actions = build_actions(owner)
    connect_actions(actions, handlers)
    for action in actions.values():
        action.trigger()
    assert called == list(actions)


def _letter(text: str) -> str:
    return text[text.index("&") + 1].lower()
