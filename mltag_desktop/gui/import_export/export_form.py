"""A combo box with the policies for unsure predictions.

Options of the export dialog: file format, records, columns, filling, and protection from formulas.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from mltag_desktop.core.model.manifest import UnsurePolicy
from mltag_desktop.core.tables import columns
from mltag_desktop.core.tables.formats import FORMATS, usual_suffix
from mltag_desktop.core.workspace.export.export_options import ExportOptions, Rows
from mltag_desktop.core.workspace.types import RowId
from mltag_desktop.gui.i18n import escape_mnemonic, tr, tr_plural, translate_core_message
from mltag_desktop.gui.widgets.common import label_of
from mltag_desktop.gui.widgets.inputs import CheckableComboBox, CheckBox
from mltag_desktop.gui.widgets.theme import GAP, UNIT

_POLICIES: Final = (
    (UnsurePolicy.KEEP, tr("Write like all predictions"), tr("Tags to review look like any other tag.")),
    (
        UnsurePolicy.FLAG,
        tr("Add a column needs_review"),
        tr("The column is true where a person should look at the tag."),
    ),
    (
        UnsurePolicy.COLUMN,
        tr("Write to a separate column"),
        tr("The tag stays empty, and the column unsure_tag has the prediction."),
    ),
    (
        UnsurePolicy.EMPTY,
        tr("Leave the tag empty"),
        tr("Records to review are exported without a tag."),
    ),
    (
        UnsurePolicy.REFUSE,
        tr("Refuse the export"),
        tr("Nothing is exported until all records to review are reviewed."),
    ),
)


class UnsurePolicyBox(QComboBox):
    """Lets the user choose what is exported for predictions below the review threshold."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Tags to review in exports"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.offer(UnsurePolicy.KEEP)

    @property
    def policy(self) -> UnsurePolicy:
        """The chosen policy."""
        return UnsurePolicy(self.currentData())

    def choose(self, policy: UnsurePolicy) -> None:
        """Choose a policy without a signal."""
        self.blockSignals(True)
        self.setCurrentIndex(self.findData(policy.value))
        self.blockSignals(False)

    def offer(self, least: UnsurePolicy) -> None:
        """Offer `least` and the stricter policies, and choose `least`."""
        self.blockSignals(True)
        self.clear()
        names = [policy for policy, _, _ in _POLICIES]
        for policy, words, hint in _POLICIES[names.index(least) :]:
            self.addItem(words, policy.value)
            self.setItemData(self.count() - 1, hint, Qt.ItemDataRole.ToolTipRole)
        self.blockSignals(False)
        self.choose(least)


_ROWS: Final[tuple[tuple[str, Rows], ...]] = (
    (tr("Reviewed records only"), "reviewed"),
    (tr("Corrected records only"), "corrected"),
)
_ADDED: Final = {
    columns.TAG: tr("Tag"),
    columns.PREDICTED_TAG: tr("Predicted tag"),
    columns.CONFIDENCE: tr("Confidence"),
    columns.STATUS: tr("Status"),
    columns.FLAGGED: tr("Flag"),
    columns.NOTE: tr("Note"),
    columns.CURATOR: tr("Curator"),
    columns.TIME: tr("Time"),
    columns.ADDITIONAL_TAGS: tr("Additional tags"),
    columns.MODEL_VERSION: tr("Model"),
    columns.SKIPPED: tr("Skipped"),
    columns.UNSURE: tr("Unsure"),
    columns.OFF_TOPIC: tr("Off topic"),
}
"""The columns that can be added, in words."""


@dataclass(frozen=True)
class RecordChoice:
    """The records to export: `rows`, or the records with these ids."""

    rows: Rows = "all"
    records: frozenset[RowId] | None = None


@dataclass(frozen=True)
class FileFormat:
    """A file format with its name and suffix."""

    name: str
    suffix: str

    @property
    def filter(self) -> str:
        """Name filter for the file dialog."""
        return f"{self.name} (*{self.suffix})"


EXPORT_FORMATS: Final = tuple(
    FileFormat(translate_core_message(form.label), form.suffixes[0])
    for form in FORMATS
    if form.name != "parquet" or find_spec("pyarrow")
)
"""All formats; Parquet only where pyarrow is installed, not in packages."""
_LABEL: Final = 152
_FEW: Final = 2
"""Number of added columns that are named in the box."""
EXPORT_SUFFIXES: Final = {form.suffix for form in EXPORT_FORMATS}


class ExportForm(QWidget):
    """Lets the user choose the export options.

    Signals: `changed()` after each change.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._names: tuple[str, ...] = ()
        self._form = QComboBox()
        self._form.setAccessibleName(tr("File format"))
        for form in EXPORT_FORMATS:
            self._form.addItem(f"{form.name} ({form.suffix})", form)
        self._rows = QComboBox()
        self._rows.setAccessibleName(tr("Records to export"))
        self._columns = CheckableComboBox()
        self._added = CheckableComboBox()
        self.unsure = UnsurePolicyBox()
        self.fill = CheckBox(tr("&Fill in predicted tags for undecided records"))
        self.guard = CheckBox(tr("&Protect cells that look like formulas"))
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
    def records(self) -> RecordChoice:
        """The chosen records."""
        chosen: RecordChoice = self._rows.currentData()
        return chosen

    def offer_records(self, groups: Mapping[str, Sequence[RowId]]) -> None:
        """Offer all records, these groups by name, the reviewed and the corrected ones."""
        self._rows.clear()
        self._rows.addItem(tr("All records"), RecordChoice())
        for words, records in groups.items():
            self._rows.addItem(words, RecordChoice(records=frozenset(records)))
        for words, rows in _ROWS:
            self._rows.addItem(words, RecordChoice(rows))

    def start(
        self,
        columns: Sequence[str],
        added: Sequence[str],
        suffix: str,
        unsure: UnsurePolicy,
        *,
        fill: bool,
    ) -> None:
        """Show the columns of a table and those that it gets, and choose the format of its source.

        `suffix` is that of the source; text with a suffix of no format, such as `.txt`, is offered besides.
        `unsure` is the policy of the workspace, which an export can only make stricter.
        """
        self.unsure.offer(unsure)
        self._names = tuple(columns)
        wanted = usual_suffix(suffix)
        if wanted not in EXPORT_SUFFIXES:
            own = FileFormat(tr("Text as in the source"), suffix)
            self._form.insertItem(0, f"{own.name} ({suffix})", own)
        suffixes = [form.suffix for form in EXPORT_FORMATS]
        self._form.setCurrentIndex(suffixes.index(wanted) if wanted in EXPORT_SUFFIXES else 0)
        self._list(self._columns, [(name, True) for name in self._names])
        self._list(self._added, [(words, name in added) for name, words in _ADDED.items()])
        self.fill.setChecked(fill)
        self._name_columns()

    def options(self, *, table: bool) -> ExportOptions:
        """Return the chosen options; without `table`, only those that apply to corrections."""
        if not table:
            return ExportOptions(guard=self.guard.isChecked())
        chosen = self._chosen()
        return ExportOptions(
            columns=None if len(chosen) == len(self._names) else chosen,
            rows=self.records.rows,
            records=self.records.records,
            added=tuple(list(_ADDED)[place] for place in _checked(self._added)),
            fill=self.fill.isChecked() and self.records.rows == "all",
            unsure=self.unsure.policy,
            guard=self.guard.isChecked(),
        )

    def allow(self, what: str) -> None:
        """Enable the options that apply to "table", "corrections" or "original"."""
        table = what == "table"
        self._rows.setEnabled(table)
        self._columns.setEnabled(table)
        self._added.setEnabled(table)
        self.fill.setEnabled(table and self.records.rows == "all")
        self.unsure.setEnabled(self.fill.isEnabled() and self.fill.isChecked())
        self._form.setEnabled(what != "original")
        self.guard.setEnabled(what != "original")

    def _chosen(self) -> tuple[int, ...]:
        return _checked(self._columns)

    def _list(self, box: CheckableComboBox, names: Sequence[tuple[str, bool]]) -> None:
        """List these names in a box, checked or not."""
        box.menu.clear()
        for name, checked in names:
            action = QAction(escape_mnemonic(name), box.menu, checkable=True, checked=checked)
            action.toggled.connect(self._emit_changed)
            box.menu.addAction(action)

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
        added = [action.text() for action in self._added.menu.actions() if action.isChecked()]
        words = ", ".join(added) if added else tr("No columns")
        self._added.say(
            words if len(added) <= _FEW else tr_plural("{n:,} column", "{n:,} columns", len(added))
        )
        self._added.setToolTip(words)
        self._added.setAccessibleName(tr("Added columns: {words}", words=words))

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
                (tr("Added colu&mns"), self._added),
                (tr("Tags to re&view"), self.unsure),
            )
        ):
            grid.addWidget(label_of(part, name), place, 0)
            grid.addWidget(part, place, 1)
            part.setMinimumWidth(56 * UNIT)
        grid.addWidget(self.fill, 5, 0, 1, 3)
        grid.addWidget(self.guard, 6, 0, 1, 3)
        grid.setColumnMinimumWidth(0, _LABEL)
        grid.setColumnStretch(2, 1)
        for box in (self._form, self._rows):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)


def _checked(box: CheckableComboBox) -> tuple[int, ...]:
    return tuple(place for place, action in enumerate(box.menu.actions()) if action.isChecked())
