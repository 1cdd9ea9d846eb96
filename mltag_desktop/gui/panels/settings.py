"""The settings page: each setting with its control and a sentence; what is changed is in force at once."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from mltag_desktop.core.settings import DECLARED, Settings, restored
from mltag_desktop.gui.commands import LANGUAGES
from mltag_desktop.gui.decimal_box import DecimalBox
from mltag_desktop.gui.panels.parts import MutedLabel, hairline, heading
from mltag_desktop.gui.panels.windows import fit_screen
from mltag_desktop.gui.theme import EDGE, GAP, GROUP, UNIT, Theme
from mltag_desktop.gui.words import tr

SIZE: Final = QSize(168 * UNIT, 204 * UNIT)
_CONTROL: Final = 60 * UNIT


class Row(NamedTuple):
    """A setting, the words beside it, a sentence on what it does, its choices in words, and the unit."""

    name: str
    label: str
    words: str
    choices: Mapping[str, str] = {}
    unit: str = ""
    """Stands after the figure."""


def groups() -> Mapping[str, tuple[Row, ...]]:
    """Return the settings of the page by heading."""
    return {
        tr("You"): (
            Row("curator", tr("Your name"), tr(
                "Stands beside each decision from now on. Left empty, it is the name of your login."
            )),
        ),
        tr("Look"): (
            Row("colour_scheme", tr("Colours"), tr("Light, dark, or as the system is set."), {
                "system": tr("As the system"), "light": tr("Light"), "dark": tr("Dark"),
            }),
            Row("language", tr("Language"), tr("From the next start on."), {
                code: name.replace("&", "") for code, name in LANGUAGES.items()
            }),
            Row("font_scale", tr("Size of the reading text"), tr(
                "For a record's text in the detail and in the focus view. All else follows the system's font."
            ), unit=" ×"),
            Row("reduced_motion", tr("Keep everything still"), tr(
                "No blinking cursor, no menu or tip that fades in."
            )),
            Row("hints", tr("Show hints"), tr("The keys, below the record in the focus view.")),
        ),
        tr("Reviewing"): (
            Row("review_below", tr("Ask a person below"), tr(
                "A tag with less confidence is to review, where “Model › In use” set nothing for the table."
            )),
            Row("queue_order", tr("Ask next"), tr(
                "Where “Next to review” goes. Close calls teach the model most."
            ), {
                "margin": tr("Where two tags are close"),
                "coverage": tr("Close, and not alike twice"),
                "committee": tr("Where models disagree"),
                "random": tr("By lot"),
                "table": tr("Down the table"),
            }),
            Row("advance", tr("Go on after a decision"), tr(
                "To the next record. Off, the record stays until you press J."
            )),
        ),
        tr("Keeping"): (
            Row("backups_kept", tr("Backups of each workspace"), tr(
                "Half of them are of one day each, the rest the newest. Beyond that the oldest go."
            )),
            Row("log_level", tr("The log holds"), tr(
                "Times, counts and names of files: never a text or a decision. It stays on this computer."
            ), {"off": tr("Nothing"), "normal": tr("What happened"), "detailed": tr("Every step")}),
        ),
    }  # fmt: skip


class SettingsDialog(QDialog):
    """Signals: `changed(settings)` at once with each change."""

    changed = Signal(object)

    def __init__(self, theme: Theme, settings: Settings, user: str, parent: QWidget) -> None:
        """Show `settings`; `user` is the name that an empty one stands for."""
        super().__init__(parent)
        self._theme = theme
        self._settings = settings
        self._user = user
        self._show: dict[str, Callable[[Any], None]] = {}
        self._is_showing = False
        self.controls: dict[str, QWidget] = {}
        """The control of each setting, by its name."""
        self.setWindowTitle(tr("Settings"))
        self.restore = QPushButton(tr("&Restore defaults"))
        self.restore.setToolTip(tr("Keys, recent files and the window's place stay as they are"))
        self.restore.setAutoDefault(False)
        self.restore.clicked.connect(self._restore)
        self._lay_out()
        self.show_settings(settings)
        fit_screen(self, SIZE)

    @property
    def names(self) -> list[str]:
        """The settings on the page."""
        return list(self.controls)

    def show_settings(self, settings: Settings) -> None:
        """Show what was changed elsewhere."""
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
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is on the page takes it
        area.setWidget(page)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)  # Return ends a line here
        below = QHBoxLayout()
        below.setContentsMargins(EDGE, GAP, EDGE, GROUP)
        below.addWidget(self.restore)
        below.addStretch(1)
        below.addWidget(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(area, 1)
        column.addWidget(hairline())
        column.addLayout(below)
        bar = area.verticalScrollBar().sizeHint().width()  # nothing on the page can be scrolled to sideways
        self.setMinimumWidth(max(140 * UNIT, page.minimumSizeHint().width() + bar))

    def _add(self, grid: QGridLayout, row: Row) -> None:
        label = QLabel(row.label)
        control = self._control(row)
        control.setAccessibleName(row.label)
        control.setAccessibleDescription(row.words)
        label.setBuddy(control)
        self.controls[row.name] = control
        place = grid.rowCount()
        grid.setRowMinimumHeight(place, 2 * UNIT)
        grid.addWidget(label, place + 1, 0)
        grid.addWidget(control, place + 1, 1, Qt.AlignmentFlag.AlignLeft)
        if not isinstance(control, QCheckBox):  # which says it itself
            grid.addWidget(MutedLabel(self._theme, row.words), place + 2, 1)

    def _control(self, row: Row) -> QWidget:
        declared = DECLARED[row.name]
        if row.choices:
            return self._choice(row)
        if isinstance(declared.default, bool):
            return self._switch(row)
        if isinstance(declared.default, str):
            return self._line(row)
        if isinstance(declared.default, int):
            return self._whole(row)
        return self._share(row)

    def _choice(self, row: Row) -> QComboBox:
        box = QComboBox()
        for value, words in row.choices.items():
            box.addItem(words, value)
        box.setMinimumWidth(_CONTROL)
        box.activated.connect(lambda place: self._change(row.name, box.itemData(place)))
        self._show[row.name] = lambda value: box.setCurrentIndex(max(0, box.findData(value)))
        return box

    def _switch(self, row: Row) -> QCheckBox:
        box = QCheckBox(row.words)
        box.toggled.connect(lambda on: self._change(row.name, on))
        self._show[row.name] = box.setChecked
        return box

    def _line(self, row: Row) -> QLineEdit:
        line = QLineEdit()
        line.setPlaceholderText(self._user)
        line.setMaxLength(int(DECLARED[row.name].metadata["high"]))
        line.setMinimumWidth(_CONTROL)
        line.editingFinished.connect(lambda: self._change(row.name, " ".join(line.text().split())))
        self._show[row.name] = line.setText
        return line

    def _whole(self, row: Row) -> QSpinBox:
        meta = DECLARED[row.name].metadata
        box = QSpinBox()
        box.setRange(int(meta["low"]), int(meta["high"]))
        box.setKeyboardTracking(False)
        box.valueChanged.connect(lambda value: self._change(row.name, value))
        self._show[row.name] = box.setValue
        return box

    def _share(self, row: Row) -> DecimalBox:
        meta = DECLARED[row.name].metadata
        box = DecimalBox()
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
        self._take(replace(self._settings, **values))

    @Slot()
    def _restore(self) -> None:
        self._take(restored(self._settings, self.names))

    def _take(self, settings: Settings) -> None:
        self.show_settings(settings)
        self.changed.emit(settings)
