"""Dialog to search and change keyboard shortcuts; conflicting shortcuts are rejected."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QKeySequenceEdit,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from mltag_desktop.gui.i18n import tr
from mltag_desktop.gui.state.actions import keys_of, refusal
from mltag_desktop.gui.state.commands import BY_ID, COMMANDS, Command
from mltag_desktop.gui.widgets.common import MutedLabel, SpokenLabel
from mltag_desktop.gui.widgets.dialog_tables import PaddedDelegate, quiet_selection
from mltag_desktop.gui.widgets.dialogs import Dialog, fit_screen
from mltag_desktop.gui.widgets.layout import dialog_column, flowing, hbox
from mltag_desktop.gui.widgets.theme import UNIT, Theme, row_height, widened

_NATIVE: Final = QKeySequence.SequenceFormat.NativeText

_SIZE: Final = QSize(190 * UNIT, 220 * UNIT)
_WORDS: Final = tr("Single keys work while the table or the detail pane has the focus, never while you type.")


class KeyMapDialog(Dialog):
    """Lists all commands with their shortcuts.

    Signals: `changed(keys)` after each change, with all custom shortcuts by command id.
    """

    changed = Signal(object)

    def __init__(
        self,
        theme: Theme,
        changed: Mapping[str, str],
        parent: QWidget,
        tags: Mapping[str, str] | None = None,
        letters: Mapping[str, str] | None = None,
    ) -> None:
        """Show the keys in `changed`.

        `tags` are the tags that commands set. `letters` are the other tags with their keys, which may be
        empty.
        """
        super().__init__(parent)
        self._tags = dict(tags or {})
        self._letters = dict(letters or {})
        self._changed = dict(changed)
        self.setWindowTitle(tr("Keys"))
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(tr("Search commands and keys"))
        self.search.setAccessibleName(tr("Search commands and keys"))
        self.search.setClearButtonEnabled(True)
        self.list = QTreeWidget(self)
        self.list.setAccessibleName(tr("Commands and their keys"))
        self.list.setHeaderLabels([f" {name}" for name in (tr("Command"), tr("Keys"), tr("Menu"))])
        self.list.setItemDelegate(PaddedDelegate(theme, self.list))
        quiet_selection(self.list, theme)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        header = self.list.header()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(1, widened(44 * UNIT, self.fontMetrics()))
        header.setStretchLastSection(False)
        self.edit = QKeySequenceEdit(self, maximumSequenceLength=1)
        self.edit.setAccessibleName(tr("New key for the command"))
        self.use = QPushButton(tr("Use this key"), self)
        self.reset = QPushButton(tr("Restore default"), self)
        self.problem = SpokenLabel(self)
        self.problem.setAccessibleName(tr("Key conflict"))
        shade = self.problem.palette()
        shade.setColor(self.problem.foregroundRole(), theme.colours.warning)
        self.problem.setPalette(shade)
        self.none = MutedLabel(theme, tr("No command, key or tag matches."))
        self._lay_out(theme)
        self.search.textChanged.connect(self._fill)
        self.list.currentItemChanged.connect(self._show_current)
        self.edit.keySequenceChanged.connect(self._validate)
        self.use.clicked.connect(self._assign_keys)
        self.reset.clicked.connect(self._reset)
        fit_screen(self, _SIZE)
        self._fill("")

    def choose(self, command_id: str) -> None:
        """Select a command in the list."""
        for row in range(self.list.topLevelItemCount()):
            item = self.list.topLevelItem(row)
            if item is not None and item.data(0, Qt.ItemDataRole.UserRole) == command_id:
                self.list.setCurrentItem(item)

    @property
    def _current(self) -> Command | None:
        item = self.list.currentItem()
        return BY_ID.get(item.data(0, Qt.ItemDataRole.UserRole) or "") if item else None

    @Slot(str)
    def _fill(self, typed: str) -> None:
        selected = self._current
        self.list.clear()
        for command in COMMANDS:
            keys = keys_of(command, self._changed)
            shown = "  ".join(QKeySequence(key).toString(_NATIVE) for key in keys.split())
            tag = self._tags.get(command.id, "")
            text = f"{command.name} {command.tip} {command.menu_name} {shown} {tag}".casefold()
            if all(word in text for word in typed.casefold().split()):
                name = command.name.rstrip("…")
                item = QTreeWidgetItem([f"{name}: {tag}" if tag else name, shown, command.menu_name])
                item.setData(0, Qt.ItemDataRole.UserRole, command.id)
                item.setToolTip(0, command.tip)
                item.setSizeHint(0, QSize(0, row_height(self.list.fontMetrics())))
                font = item.font(1)
                font.setBold(keys != command.keys)
                item.setFont(1, font)
                self.list.addTopLevelItem(item)
        for tag, letter in self._letters.items():
            if all(word in f"{tag} {letter}".casefold() for word in typed.casefold().split()):
                item = QTreeWidgetItem([tr("Tag as {name}", name=tag), letter, tr("Tag set")])
                item.setToolTip(0, tr("Set a letter for the tag in Tag › Tag set"))
                item.setSizeHint(0, QSize(0, row_height(self.list.fontMetrics())))
                self.list.addTopLevelItem(item)
        if selected is not None:
            self.choose(selected.id)
        self.none.setVisible(not self.list.topLevelItemCount())
        first = self.list.topLevelItem(0)
        if selected is None and first is not None and typed.strip():
            self.list.setCurrentItem(first)  # ready to be changed
        self._show_current()

    @Slot()
    def _show_current(self) -> None:
        command = self._current
        self.edit.setEnabled(command is not None)
        self.reset.setEnabled(command is not None and command.id in self._changed)
        keys = keys_of(command, self._changed).split() if command else []
        self.edit.setKeySequence(QKeySequence(keys[0]) if keys else QKeySequence())
        self._validate()

    @Slot()
    def _validate(self) -> None:
        command, keys = self._current, self.edit.keySequence().toString()
        now = keys_of(command, self._changed) if command else ""
        problem = refusal(command, keys, self._changed) if command and keys and keys != now else ""
        self.problem.setText(problem)
        self.use.setEnabled(command is not None and not problem and keys != now)

    @Slot()
    def _assign_keys(self) -> None:
        command = self._current
        if command is not None:
            self._changed[command.id] = self.edit.keySequence().toString()
            self._emit_changed()

    @Slot()
    def _reset(self) -> None:
        command = self._current
        if command is None:
            return
        others = {name: keys for name, keys in self._changed.items() if name != command.id}
        problem = refusal(command, command.keys, others) if command.keys else ""
        if problem:
            self.problem.setText(problem)
            return
        self._changed = others
        self._emit_changed()

    def _emit_changed(self) -> None:
        self.changed.emit(dict(self._changed))
        self._fill(self.search.text())

    def _lay_out(self, theme: Theme) -> None:
        self.edit.setFixedWidth(widened(60 * UNIT, self.fontMetrics()))
        close = QPushButton(tr("Close"), self, autoDefault=False)
        close.clicked.connect(self.accept)
        last = hbox((self.problem, 1), close)
        for button in (self.use, self.reset):
            button.setAutoDefault(False)
        dialog_column(
            self,
            MutedLabel(theme, _WORDS),
            self.search,
            self.none,
            (self.list, 1),
            flowing(self.edit, self.use, self.reset),
            last,
        )
