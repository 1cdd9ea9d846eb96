"""The settings: their dialog, and what a change does to the running window.

The settings dialog: one row per setting; changes take effect at once.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QWidget,
)

from mltag_desktop.core.settings import DECLARED, Settings, Shown, restored
from mltag_desktop.gui.application.workbench import Workbench
from mltag_desktop.gui.i18n import tr, translate_core_message
from mltag_desktop.gui.state.commands import BY_ID, LANGUAGES
from mltag_desktop.gui.state.preferences import SCHEMES
from mltag_desktop.gui.widgets.common import MutedLabel, hairline, heading, label_of
from mltag_desktop.gui.widgets.dialogs import Dialog, fit_screen
from mltag_desktop.gui.widgets.inputs import CheckBox, DecimalSpinBox
from mltag_desktop.gui.widgets.layout import STRETCH, hbox, vbox
from mltag_desktop.gui.widgets.theme import EDGE, GAP, GROUP, UNIT, Theme

SIZE: Final = QSize(168 * UNIT, 204 * UNIT)
_CONTROL: Final = 60 * UNIT


class SettingsDialog(Dialog):
    """Dialog with all settings.

    Signals: `changed(settings)` after each change.
    """

    changed = Signal(object)

    def __init__(self, theme: Theme, settings: Settings, user: str, parent: QWidget) -> None:
        """Show `settings`; `user` is the login name, used if the curator's name is empty."""
        super().__init__(parent)
        self._theme = theme
        self._settings = settings
        self._user = user
        self._show: dict[str, Callable[[Any], None]] = {}
        self._is_showing = False
        self._labels: list[QLabel] = []
        self.controls: dict[str, QWidget] = {}
        """The controls by name of the setting."""
        self.setWindowTitle(tr("Settings"))
        self.restore = QPushButton(tr("&Restore defaults"))
        self.restore.setToolTip(
            tr("Keyboard shortcuts, recent files and the window position are not changed")
        )
        self.restore.setAutoDefault(False)
        self.restore.clicked.connect(self._restore)
        self._lay_out()
        self.show_settings(settings)
        fit_screen(self, SIZE)

    @property
    def names(self) -> list[str]:
        """Names of the settings in the dialog."""
        return list(self.controls)

    def show_settings(self, settings: Settings) -> None:
        """Show settings that were changed elsewhere."""
        self._settings = settings
        self._is_showing = True
        for name, show in self._show.items():
            show(getattr(settings, name))
        self._is_showing = False
        self.restore.setEnabled(settings != restored(settings, self.names))

    def _lay_out(self) -> None:
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(EDGE, EDGE, EDGE, GROUP)
        grid.setHorizontalSpacing(GROUP)
        grid.setVerticalSpacing(UNIT)
        grid.setColumnStretch(1, 1)
        title = ""
        for name, declared in DECLARED.items():
            shown: Shown | None = declared.metadata["shown"]
            if shown is None:
                continue
            if shown.heading != title:
                grid.setRowMinimumHeight(grid.rowCount(), GROUP if title else 0)
                title = shown.heading
                grid.addWidget(heading(translate_core_message(title)), grid.rowCount(), 0, 1, 2)
            self._add(grid, name, shown)
        grid.setRowStretch(grid.rowCount(), 1)
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the controls take the focus
        area.setWidget(page)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        # Return confirms a text field
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        below = hbox(self.restore, STRETCH, buttons, margins=(EDGE, GAP, EDGE, GROUP))
        vbox((area, 1), hairline(), below, parent=self, margins=0, spacing=0)
        bar, most = area.verticalScrollBar().sizeHint().width(), self.screen().availableSize().width() - EDGE
        if page.minimumSizeHint().width() + bar > most:
            for label in self._labels:
                label.setWordWrap(True)
        # wide enough for all controls if the screen is; otherwise, the page scrolls horizontally
        self.setMinimumWidth(min(max(140 * UNIT, page.minimumSizeHint().width() + bar), most))

    def _add(self, grid: QGridLayout, name: str, shown: Shown) -> None:
        control = self._control(name, shown)
        title, words = translate_core_message(shown.label), translate_core_message(shown.words)
        control.setAccessibleName(title)
        control.setAccessibleDescription(words)
        label = label_of(control, title)
        self._labels.append(label)
        self.controls[name] = control
        place = grid.rowCount()
        grid.setRowMinimumHeight(place, 2 * UNIT)
        grid.addWidget(label, place + 1, 0, Qt.AlignmentFlag.AlignTop)
        if isinstance(control, QCheckBox):
            line = hbox(spacing=GAP)
            line.addWidget(control, 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(_CheckText(words, control), 1)
            grid.addLayout(line, place + 1, 1)
        else:
            grid.addWidget(control, place + 1, 1, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(MutedLabel(self._theme, words), place + 2, 1)

    def _control(self, name: str, shown: Shown) -> QWidget:
        """Return the control of a setting, which its declaration decides."""
        default, declared = DECLARED[name].default, DECLARED[name].metadata
        if declared["choices"]:
            choice = QComboBox()
            for value, words in declared["choices"].items():
                choice.addItem(translate_core_message(words), value)
            choice.setMinimumWidth(_CONTROL)
            choice.activated.connect(lambda place: self._change(name, choice.itemData(place)))
            self._show[name] = lambda value: choice.setCurrentIndex(max(0, choice.findData(value)))
            return choice
        if isinstance(default, bool):
            switch = CheckBox()
            switch.toggled.connect(lambda on: self._change(name, on))
            self._show[name] = switch.setChecked
            return switch
        if isinstance(default, str):
            line = QLineEdit(placeholderText=self._user, maxLength=int(declared["high"]))
            line.setMinimumWidth(_CONTROL)
            line.editingFinished.connect(lambda: self._change(name, " ".join(line.text().split())))
            self._show[name] = line.setText
            return line
        number = QSpinBox() if isinstance(default, int) else DecimalSpinBox(singleStep=0.05, decimals=2)
        number.setRange(declared["low"], declared["high"])
        number.setSuffix(shown.unit)
        number.setKeyboardTracking(False)
        number.valueChanged.connect(lambda value: self._change(name, round(value, 2)))
        self._show[name] = number.setValue
        return number

    def _change(self, name: str, value: object) -> None:
        if self._is_showing or getattr(self._settings, name) == value:
            return
        values: dict[str, Any] = {name: value}
        self._apply_settings(replace(self._settings, **values))

    @Slot()
    def _restore(self) -> None:
        self._apply_settings(restored(self._settings, self.names))

    def _apply_settings(self, settings: Settings) -> None:
        self.show_settings(settings)
        self.changed.emit(settings)


class _CheckText(QLabel):
    """The text of a check box, which wraps; a click on it switches the box."""

    def __init__(self, words: str, box: QCheckBox) -> None:
        super().__init__(words)
        self._box = box
        self.setWordWrap(True)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._box.click()


class PreferencesController(QObject):
    """Follows the settings, wherever they are changed, and marks the chosen ones in the menus.

    Signals: `review_changed()` when the default review threshold was changed; `tag_keys_changed()` when the
    digits set other tags.
    """

    review_changed = Signal()
    tag_keys_changed = Signal()

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench.page)
        self._bench, self._session, self._page = bench, bench.session, bench.page
        self._actions, self._settings_store = bench.actions, bench.settings_store
        self._applied = bench.settings_store.settings
        bench.settings_store.changed.connect(self._apply)
        usual = Settings()
        bench.session.tag_keys.fixed = self._applied.fixed_tag_keys
        bench.session.set_hides_checks(on=self._applied.hide_checks)
        if self._applied.font_scale != usual.font_scale:
            bench.page.enlarge_text(self._applied.font_scale)
        if self._applied.reduced_motion != usual.reduced_motion:
            reduce_motion(on=self._applied.reduced_motion)
        self._show_choices()

    def choose_scheme(self, name: str) -> None:
        """Use these colours."""
        self._settings_store.change(colour_scheme=name)
        self._show_choices()

    def choose_language(self, code: str) -> None:
        """Use this language from the next start on."""
        self._settings_store.change(language=code)
        self._show_choices()
        self._bench.notifications.info(tr("The language changes after a restart."))

    def choose_order(self, name: str) -> None:
        """Review the records in this order."""
        self._settings_store.change(queue_order=name)
        self._show_choices()
        self._bench.notifications.info(BY_ID[f"order_{name}"].tip)

    def toggle_hints(self) -> None:
        """Show or hide the shortcuts in the focus view."""
        self._settings_store.change(hints=self._actions["show_hints"].isChecked())

    @Slot(object)
    def _apply(self, settings: Settings) -> None:
        before, self._applied = self._applied, settings
        if settings.curator != before.curator:
            self._session.sign_as(settings.curator)
        if settings.review_below != before.review_below:
            self._session.set_review_default(settings.review_below)
            self._bench.filter_controller.review_again()
            self.review_changed.emit()
        if settings.queue_order != before.queue_order:
            self._bench.question_queue.choose(settings.queue_order)
        if settings.fixed_tag_keys != before.fixed_tag_keys:
            self._session.tag_keys.fixed = settings.fixed_tag_keys
            self._page.detail.renew()
            self.tag_keys_changed.emit()
        if settings.hide_checks != before.hide_checks:
            self._session.set_hides_checks(on=settings.hide_checks)
        if settings.font_scale != before.font_scale:
            self._page.enlarge_text(settings.font_scale)
        if settings.reduced_motion != before.reduced_motion:
            reduce_motion(on=settings.reduced_motion)
        self._show_choices()

    def _show_choices(self) -> None:
        """Mark the chosen settings in the menus; choosing one again must not remove its mark."""
        settings = self._settings_store.settings
        for kind, names, chosen in (
            ("scheme", SCHEMES, settings.colour_scheme),
            ("language", LANGUAGES, settings.language),
            ("order", DECLARED["queue_order"].metadata["choices"], settings.queue_order),
        ):
            for name in names:
                self._actions[f"{kind}_{name}"].setChecked(name == chosen)
        self._actions["show_hints"].setChecked(settings.hints)
        self._page.focus.show_hints(on=settings.hints)


def reduce_motion(*, on: bool) -> None:
    """Disable blinking and fading, or restore the system's settings."""
    QApplication.setEffectEnabled(Qt.UIEffect.UI_General, not on)  # without it, Qt shows no other effect
    QApplication.styleHints().setCursorFlashTime(0 if on else -1)
