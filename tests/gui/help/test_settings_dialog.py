from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QDoubleSpinBox, QLineEdit, QSpinBox

from mltag_desktop.core.settings import DECLARED, Settings
from mltag_desktop.gui.application.preferences_controller import SettingsDialog, reduce_motion
from mltag_desktop.gui.state.commands import COMMANDS

NOT_ON_THE_PAGE = {"keys", "hidden_panes", "recent_files", "last_folder", "window_geometry", "window_state"}
OTHER: dict[str, Any] = {
    "curator": "Kim", "colour_scheme": "dark", "language": "de", "font_scale": 1.5,
    "reduced_motion": True, "hints": False,
    "review_below": 0.5, "queue_order": "table", "advance": False, "backups_kept": 3, "log_level": "off",
}  # fmt: skip


@pytest.fixture
def dialog(qtbot, theme, app_context) -> SettingsDialog:
    made = SettingsDialog(theme, Settings(), "login", app_context.window)
    qtbot.addWidget(made)
    return made


def enter(dialog: SettingsDialog, name: str, value: Any) -> None:
    """Change a setting through its control."""
    control = dialog.controls[name]
    if isinstance(control, QComboBox):
        control.setCurrentIndex(control.findData(value))
        control.activated.emit(control.currentIndex())
    elif isinstance(control, QCheckBox):
        control.click()
    elif isinstance(control, QLineEdit):
        control.setText(value)
        control.editingFinished.emit()
    else:
        assert isinstance(control, QSpinBox | QDoubleSpinBox)
        control.setValue(value)


def test_every_setting_is_in_the_dialog_or_set_elsewhere(dialog):
    assert set(dialog.names) | NOT_ON_THE_PAGE == set(DECLARED)


def test_every_choice_has_a_label(dialog):
    for name, control in dialog.controls.items():
        assert DECLARED[name].metadata["shown"].words.endswith(".")
        if isinstance(control, QComboBox):
            values = [control.itemData(place) for place in range(control.count())]
            assert values == list(DECLARED[name].metadata["choices"])


@pytest.mark.parametrize("name", sorted(OTHER))
def test_a_change_is_emitted_at_once_and_can_be_restored(dialog, name):
    told: list[Settings] = []
    dialog.changed.connect(told.append)
    assert not dialog.restore.isEnabled()
    enter(dialog, name, OTHER[name])
    assert told == [replace(Settings(), **{name: OTHER[name]})]
    dialog.restore.click()
    assert told[-1] == Settings()


def test_restoring_defaults_keeps_settings_outside_the_dialog(dialog):
    dialog.show_settings(Settings(recent_files=("/a",), keys=("skip X",), curator="Kim"))
    told: list[Settings] = []
    dialog.changed.connect(told.append)
    dialog.restore.click()
    assert told == [Settings(recent_files=("/a",), keys=("skip X",))]


def test_every_control_has_a_name_and_a_description(dialog):
    for control in dialog.controls.values():
        assert control.accessibleName()
        assert control.accessibleDescription()


def test_turning_off_reduced_motion_restores_the_system_effects(qapp):
    before = QApplication.isEffectEnabled(Qt.UIEffect.UI_AnimateMenu)
    blink = QGuiApplication.styleHints().cursorFlashTime()
    reduce_motion(on=True)
    assert not QApplication.isEffectEnabled(Qt.UIEffect.UI_AnimateMenu)
    reduce_motion(on=False)
    assert QApplication.isEffectEnabled(Qt.UIEffect.UI_AnimateMenu) == before
    assert QGuiApplication.styleHints().cursorFlashTime() == blink


def test_review_orders_are_named_as_in_the_menu() -> None:
    named = {command.id: command.name for command in COMMANDS}
    for order, words in DECLARED["queue_order"].metadata["choices"].items():
        assert words == named[f"order_{order}"]


def test_dialog_fits_a_screen_that_is_narrower_than_its_controls(
    enlarge: Callable[..., QFont], qtbot, theme, app_context
) -> None:
    enlarge(factor=3)
    made = SettingsDialog(theme, Settings(), "login", app_context.window)
    qtbot.addWidget(made)
    made.show()
    assert made.width() <= made.screen().availableSize().width()
