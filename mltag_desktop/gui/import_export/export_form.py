"""Options of the export dialog: file format, records, columns, and protection from formulas."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QWidget

from mltag_desktop.core.model.unsure_policy import UnsurePolicy
from mltag_desktop.core.tables.file_formats import usual_suffix
from mltag_desktop.core.workspace.export.export_options import ExportOptions, Rows
from mltag_desktop.gui.i18n.translation import escape_mnemonic, tr, tr_plural
from mltag_desktop.gui.import_export.unsure_policy_box import UnsurePolicyBox
from mltag_desktop.gui.widgets.inputs.checkable_combo_box import CheckableComboBox
from mltag_desktop.gui.widgets.theme import GAP, UNIT

_ROWS: Final[tuple[tuple[str, Rows], ...]] = (
    (tr("All records"), "all"),
    (tr("Reviewed records only"), "reviewed"),
    (tr("Corrected records only"), "corrected"),
)


@dataclass(frozen=True)
class FileFormat:
    """A file format with its name and suffix."""

    name: str
    suffix: str

    @property
    def filter(self) -> str:
        """Name filter for the file dialog."""
        return f"{self.name} (*{self.suffix})"


EXPORT_FORMATS: Final = (
    FileFormat(tr("Comma-separated text"), ".csv"),
    FileFormat(tr("Tab-separated text"), ".tsv"),
    FileFormat(tr("Excel workbook"), ".xlsx"),
    FileFormat(tr("JSON lines"), ".jsonl"),
    FileFormat("Parquet", ".parquet"),
)
_LABEL: Final = 152
_KNOWN: Final = {form.suffix for form in EXPORT_FORMATS}


class ExportForm(QWidget):
    """Lets the user choose the export options.

    Signals: `changed()` after each change.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._form = QComboBox()
        self._form.setAccessibleName(tr("File format"))
        for form in EXPORT_FORMATS:
            self._form.addItem(f"{form.name} ({form.suffix})", form)
        self._rows = QComboBox()
        self._rows.setAccessibleName(tr("Records to export"))
        for words, rows in _ROWS:
            self._rows.addItem(words, rows)
        self._columns = CheckableComboBox()
        self.unsure = UnsurePolicyBox()
        self.fill = QCheckBox(tr("&Fill in predicted tags for undecided records"))
        self.guard = QCheckBox(tr("&Protect cells that look like formulas"))
        self.guard.setToolTip(tr("Adds ' before texts that begin with = + - or @. Numbers stay unchanged."))
        self._lay_out()
        self._form.currentIndexChanged.connect(self._emit_changed)
        self._rows.currentIndexChanged.connect(self._emit_changed)
        self.unsure.currentIndexChanged.connect(self._emit_changed)
        self.fill.toggled.connect(self._emit_changed)
        self.guard.toggled.connect(self._emit_changed)

    @property
    def form(self) -> FileFormat:
        """The chosen file format."""
        chosen: FileFormat = self._form.currentData()
        return chosen

    @property
    def rows(self) -> Rows:
        """The chosen set of records."""
        chosen: Rows = self._rows.currentData()
        return chosen

    def start(self, columns: Sequence[str], suffix: str, unsure: UnsurePolicy, *, fill: bool) -> None:
        """Show the columns of a table and choose the format of its source.

        `unsure` is the policy of the workspace, which an export can only make stricter.
        """
        self.unsure.offer(unsure)
        self._names = tuple(columns)
        wanted = usual_suffix(suffix)
        suffixes = [form.suffix for form in EXPORT_FORMATS]
        self._form.setCurrentIndex(suffixes.index(wanted) if wanted in _KNOWN else 0)
        menu = self._columns.menu
        menu.clear()
        for name in self._names:
            action = QAction(escape_mnemonic(name), menu)
            action.setCheckable(True)
            action.setChecked(True)
            action.toggled.connect(self._emit_changed)
            menu.addAction(action)
        self.fill.setChecked(fill)
        self._name_columns()

    def options(self, *, table: bool) -> ExportOptions:
        """Return the chosen options; without `table`, only those that apply to corrections."""
        if not table:
            return ExportOptions(guard=self.guard.isChecked())
        chosen = self._chosen()
        return ExportOptions(
            columns=None if len(chosen) == len(self._names) else chosen,
            rows=self.rows,
            fill=self.fill.isChecked() and self.rows == "all",
            unsure=self.unsure.policy,
            guard=self.guard.isChecked(),
        )

    def allow(self, what: str) -> None:
        """Enable the options that apply to "table", "corrections" or "original"."""
        table = what == "table"
        self._rows.setEnabled(table)
        self._columns.setEnabled(table)
        self.fill.setEnabled(table and self.rows == "all")
        self.unsure.setEnabled(self.fill.isEnabled() and self.fill.isChecked())
        self._form.setEnabled(what != "original")
        self.guard.setEnabled(what != "original")

    def _chosen(self) -> tuple[int, ...]:
        actions = self._columns.menu.actions()
        return tuple(place for place, action in enumerate(actions) if action.isChecked())

    @Slot()
    def _emit_changed(self) -> None:
        self._name_columns()
        self.changed.emit()

    def _name_columns(self) -> None:
        chosen = len(self._chosen())
        words = (
            tr("All columns")
            if chosen == len(self._names)
            else tr_plural("{n:,} column", "{n:,} columns", chosen)
        )
        self._columns.say(words)
        self._columns.setAccessibleName(tr("Columns to export: {words}", words=words))

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(GAP)
        for place, (name, part) in enumerate(
            (
                (tr("F&ormat"), self._form),
                (tr("&Records"), self._rows),
                (tr("Co&lumns"), self._columns),
                (tr("Tags to re&view"), self.unsure),
            )
        ):
            label = QLabel(name)
            label.setBuddy(part)
            grid.addWidget(label, place, 0)
            grid.addWidget(part, place, 1)
            part.setMinimumWidth(56 * UNIT)
        grid.addWidget(self.fill, 4, 0, 1, 3)
        grid.addWidget(self.guard, 5, 0, 1, 3)
        grid.setColumnMinimumWidth(0, _LABEL)
        grid.setColumnStretch(2, 1)
        for box in (self._form, self._rows):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
