"""Dialog to search and change keyboard shortcuts; conflicting shortcuts are rejected."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QKeySequenceEdit, QLineEdit, QWidget

from mltag_desktop.gui.i18n import tr
from mltag_desktop.gui.state.actions import keys_of, refusal
from mltag_desktop.gui.state.commands import BY_ID, COMMANDS, Command
from mltag_desktop.gui.widgets.common import MutedLabel, SpokenLabel, text_button
from mltag_desktop.gui.widgets.dialog_tables import ColumnHeading, LineTable, TableLine
from mltag_desktop.gui.widgets.dialogs import Dialog, fit_screen
from mltag_desktop.gui.widgets.layout import dialog_column, flowing, hbox
from mltag_desktop.gui.widgets.theme import UNIT, Theme, tint, widened

_NATIVE: Final = QKeySequence.SequenceFormat.NativeText
_SIZE: Final = QSize(190 * UNIT, 220 * UNIT)
_WORDS: Final = tr("Single keys work while the table or the detail pane has the focus, never while you type.")
_HEADINGS: Final = (
    ColumnHeading(tr("Command")),
    ColumnHeading(tr("Keys"), "Ctrl+Shift+W  Ctrl+W", keeps=True),
    ColumnHeading(tr("Menu"), "m" * 10),
)


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
        self.search = QLineEdit(self, placeholderText=tr("Search commands and keys"))
        self.search.setAccessibleName(tr("Search commands and keys"))
        self.search.setClearButtonEnabled(True)
        self.none = MutedLabel(theme, tr("No command, key or tag matches."))
        self.list = LineTable(theme, tr("Commands and their keys"), _HEADINGS)
        self.edit = QKeySequenceEdit(self, maximumSequenceLength=1)
        self.edit.setAccessibleName(tr("New key for the command"))
        self.edit.setFixedWidth(widened(60 * UNIT, self.fontMetrics()))
        self.use = text_button(tr("Use this key"), self._assign_keys)
        self.reset = text_button(tr("Restore default"), self._reset)
        self.problem = SpokenLabel(self)
        self.problem.setAccessibleName(tr("Key conflict"))
        tint(theme, "warning", self.problem)
        dialog_column(
            self,
            MutedLabel(theme, _WORDS),
            self.search,
            self.none,
            (self.list, 1),
            flowing(self.edit, self.use, self.reset),
            hbox((self.problem, 1), text_button(tr("Close"), self.accept)),
        )
        self.search.textChanged.connect(self._fill)
        self.list.chosen.connect(self._show_current)
        self.edit.keySequenceChanged.connect(self._validate)
        fit_screen(self, _SIZE)
        self._fill()

    def choose(self, command_id: str) -> None:
        """Select a command in the list."""
        lines = self.list.lines.lines
        self.list.selectRow(next(row for row, line in enumerate(lines) if line.thing is BY_ID[command_id]))

    @property
    def _current(self) -> Command | None:
        found: Command | None = self.list.current
        return found

    @Slot()
    def _fill(self) -> None:
        words = self.search.text().casefold().split()
        lines = []
        for command in COMMANDS:
            keys, tag = keys_of(command, self._changed), self._tags.get(command.id, "")
            shown = "  ".join(QKeySequence(key).toString(_NATIVE) for key in keys.split())
            name = command.name.rstrip("…")
            cells = (f"{name}: {tag}" if tag else name, shown, command.menu_name)
            lines.append(TableLine(cells, command, keys != command.keys, tips={0: command.tip}))
        for tag, letter in self._letters.items():
            tips = {0: tr("Set a letter for the tag in Tag › Tag set")}
            cells = (tr("Tag as {name}", name=tag), letter, tr("Tag set"))
            lines.append(TableLine(cells, tips=tips))
        texts = [" ".join((*line.cells, line.tips[0])).casefold() for line in lines]
        self.list.show_lines(
            [line for line, text in zip(lines, texts, strict=True) if all(word in text for word in words)]
        )
        self.none.setVisible(not self.list.lines.lines)

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
            self._change({**self._changed, command.id: self.edit.keySequence().toString()})

    @Slot()
    def _reset(self) -> None:
        command = self._current
        if command is not None:
            others = {name: keys for name, keys in self._changed.items() if name != command.id}
            problem = refusal(command, command.keys, others) if command.keys else ""
            if problem:
                self.problem.setText(problem)
            else:
                self._change(others)

    def _change(self, keys: dict[str, str]) -> None:
        self._changed = keys
        self.changed.emit(dict(keys))
        self._fill()
