"""The settings dialog: one row per setting; changes take effect at once."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
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

from mltag_desktop.core.settings import DECLARED, Settings, restored
from mltag_desktop.gui.i18n.translation import tr
from mltag_desktop.gui.state.commands import LANGUAGES
from mltag_desktop.gui.widgets.accessibility import label_of
from mltag_desktop.gui.widgets.common import MutedLabel, hairline, heading
from mltag_desktop.gui.widgets.inputs.check_box import CheckBox
from mltag_desktop.gui.widgets.inputs.decimal_spin_box import DecimalSpinBox
from mltag_desktop.gui.widgets.inputs.dialog import Dialog
from mltag_desktop.gui.widgets.layout.boxes import STRETCH, hbox, vbox
from mltag_desktop.gui.widgets.layout.window_placement import fit_screen
from mltag_desktop.gui.widgets.theme import EDGE, GAP, GROUP, UNIT, Theme

SIZE: Final = QSize(168 * UNIT, 204 * UNIT)
_CONTROL: Final = 60 * UNIT


class SettingRow(NamedTuple):
    """Describes a setting's row: name, label, help text, labels of the choices, and unit."""

    name: str
    label: str
    words: str
    choices: Mapping[str, str] = {}
    unit: str = ""
    """Suffix of the number."""


def groups() -> Mapping[str, tuple[SettingRow, ...]]:
    """Return the rows by heading."""
    return {
        tr("You"): (
            SettingRow("curator", tr("Your name"), tr(
                "Saved with each decision from now on. If empty, your login name is used."
            )),
        ),
        tr("Appearance"): (
            SettingRow("colour_scheme", tr("Colours"), tr("Light, dark, or the system setting."), {
                "system": tr("System setting"), "light": tr("Light"), "dark": tr("Dark"),
            }),
            SettingRow("language", tr("Language"), tr("Takes effect after a restart."), {
                code: name.replace("&", "") for code, name in LANGUAGES.items()
            }),
            SettingRow("font_scale", tr("Text size"), tr(
                "For the record text in the detail pane and the focus view. All other text uses the "
                "system font size."
            ), unit=" ×"),
            SettingRow("reduced_motion", tr("Reduce motion"), tr(
                "No blinking cursor, no fading menus or tooltips."
            )),
            SettingRow("hints", tr("Show hints"), tr(
                "Keyboard shortcuts below the record in the focus view."
            )),
        ),
        tr("Reviewing"): (
            SettingRow("review_below", tr("Review threshold"), tr(
                "Predictions below this confidence are marked for review unless the table has its own "
                "threshold."
            )),
            SettingRow("queue_order", tr("Review order"), tr(
                "The order used by “Next to review”. Uncertain records improve the model most."
            ), {
                "margin": tr("Close calls"),
                "coverage": tr("Uncertain, varied"),
                "committee": tr("Model disagreement"),
                "random": tr("Random order"),
                "table": tr("Table order"),
            }),
            SettingRow("fixed_tag_keys", tr("Fixed tag keys"), tr(
                "With more than nine tags, the keys 1 to 9 set the first nine of the tag set. If off, they "
                "set the record's likeliest tags."
            )),
            SettingRow("advance", tr("Advance after a decision"), tr(
                "Go to the next record. If off, the record stays until you press J."
            )),
        ),
        tr("Storage"): (
            SettingRow("backups_kept", tr("Backups per workspace"), tr(
                "Half are kept as daily backups, the rest are the latest. Older ones are deleted."
            )),
            SettingRow("log_level", tr("Log level"), tr(
                "The log contains times, counts and file names, never texts or decisions. It stays on "
                "this computer."
            ), {"off": tr("Off"), "normal": tr("Normal"), "detailed": tr("Detailed")}),
        ),
    }  # fmt: skip


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
        for number, (title, rows) in enumerate(groups().items()):
            if number:
                grid.setRowMinimumHeight(grid.rowCount(), GROUP)
            grid.addWidget(heading(title), grid.rowCount(), 0, 1, 2)
            for row in rows:
                self._add(grid, row)
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

    def _add(self, grid: QGridLayout, row: SettingRow) -> None:
        control = self._control(row)
        control.setAccessibleName(row.label)
        control.setAccessibleDescription(row.words)
        label = label_of(control, row.label)
        self._labels.append(label)
        self.controls[row.name] = control
        place = grid.rowCount()
        grid.setRowMinimumHeight(place, 2 * UNIT)
        grid.addWidget(label, place + 1, 0, Qt.AlignmentFlag.AlignTop)
        if isinstance(control, QCheckBox):
            line = hbox(spacing=GAP)
            line.addWidget(control, 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(_CheckText(row.words, control), 1)
            grid.addLayout(line, place + 1, 1)
        else:
            grid.addWidget(control, place + 1, 1, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(MutedLabel(self._theme, row.words), place + 2, 1)

    def _control(self, row: SettingRow) -> QWidget:
        declared = DECLARED[row.name]
        if row.choices:
            return self._choice(row)
        if isinstance(declared.default, bool):
            return self._switch(row)
        if isinstance(declared.default, str):
            return self._line(row)
        if isinstance(declared.default, int):
            return self._number(row)
        return self._decimal(row)

    def _choice(self, row: SettingRow) -> QComboBox:
        box = QComboBox()
        for value, words in row.choices.items():
            box.addItem(words, value)
        box.setMinimumWidth(_CONTROL)
        box.activated.connect(lambda place: self._change(row.name, box.itemData(place)))
        self._show[row.name] = lambda value: box.setCurrentIndex(max(0, box.findData(value)))
        return box

    def _switch(self, row: SettingRow) -> QCheckBox:
        box = CheckBox()
        box.toggled.connect(lambda on: self._change(row.name, on))
        self._show[row.name] = box.setChecked
        return box

    def _line(self, row: SettingRow) -> QLineEdit:
        line = QLineEdit(placeholderText=self._user, maxLength=int(DECLARED[row.name].metadata["high"]))
        line.setMinimumWidth(_CONTROL)
        line.editingFinished.connect(lambda: self._change(row.name, " ".join(line.text().split())))
        self._show[row.name] = line.setText
        return line

    def _number(self, row: SettingRow) -> QSpinBox:
        meta = DECLARED[row.name].metadata
        box = QSpinBox()
        box.setRange(int(meta["low"]), int(meta["high"]))
        box.setKeyboardTracking(False)
        box.valueChanged.connect(lambda value: self._change(row.name, value))
        self._show[row.name] = box.setValue
        return box

    def _decimal(self, row: SettingRow) -> DecimalSpinBox:
        meta = DECLARED[row.name].metadata
        box = DecimalSpinBox()
        box.setRange(meta["low"], meta["high"])
        box.setSingleStep(0.05)
        box.setDecimals(2)
        box.setSuffix(row.unit)
        box.setKeyboardTracking(False)
        box.valueChanged.connect(lambda value: self._change(row.name, round(value, 2)))
        self._show[row.name] = box.setValue
        return box

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
