"""Options of the export dialog: file format, records, columns, filling, and protection from formulas."""

from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from mltag_desktop.core.model.manifest import UnsurePolicy
from mltag_desktop.core.tables import columns
from mltag_desktop.core.tables.formats import FORMATS, usual_suffix
from mltag_desktop.core.workspace.export.export_options import ExportOptions, Rows, What, default_columns
from mltag_desktop.core.workspace.types import RowId
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui.i18n import tr, tr_plural, translate_core_message
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

    def __init__(self, least: UnsurePolicy = UnsurePolicy.KEEP) -> None:
        """Offer `least` and the stricter policies, and choose `least`."""
        super().__init__()
        self.setAccessibleName(tr("Tags to review in exports"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        names = [policy for policy, _, _ in _POLICIES]
        for policy, words, hint in _POLICIES[names.index(least) :]:
            self.addItem(words, policy.value)
            self.setItemData(self.count() - 1, hint, Qt.ItemDataRole.ToolTipRole)

    @property
    def policy(self) -> UnsurePolicy:
        """The chosen policy."""
        return UnsurePolicy(self.currentData())

    def choose(self, policy: UnsurePolicy) -> None:
        """Choose a policy without a signal."""
        self.blockSignals(True)
        self.setCurrentIndex(self.findData(policy.value))
        self.blockSignals(False)


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
EXPORT_FORMATS: Final = {
    form.suffixes[0]: translate_core_message(form.label)
    for form in FORMATS
    if form.name != "parquet" or find_spec("pyarrow")
}
"""The name of each format by suffix; Parquet only where pyarrow is installed, not in packages."""
_LABEL: Final = 152
_FEW: Final = 2
"""Number of added columns that are named in the box."""


class ExportForm(QWidget):
    """Lets the user choose the export options.

    Signals: `changed()` after each change.
    """

    changed = Signal()

    def __init__(self, workspace: Workspace, groups: Mapping[str, Sequence[RowId]]) -> None:
        """Offer the columns of a table, and these groups of records by name.

        The format is that of the source; text with a suffix of no format, such as `.txt`, is offered too. The
        policy for unsure tags is that of the workspace, which an export can only make stricter.
        """
        super().__init__()
        table = workspace.table
        suffix = usual_suffix(table.source_path.suffix if table.source_path else "")
        if not suffix or (table.dialect.form != "delimited" and suffix not in EXPORT_FORMATS):
            suffix = next(iter(EXPORT_FORMATS))
        own = {} if suffix in EXPORT_FORMATS else {suffix: tr("Text as in the source")}
        self._formats = own | EXPORT_FORMATS
        self._format = QComboBox()
        self._format.setAccessibleName(tr("File format"))
        for each, name in self._formats.items():
            self._format.addItem(f"{name} ({each})", each)
        self._format.setCurrentIndex(self._format.findData(suffix))
        self._choices: list[tuple[str, Rows, frozenset[RowId] | None]] = [
            (tr("All records"), "all", None),
            *((words, "all", frozenset(records)) for words, records in groups.items()),
            *((words, rows, None) for words, rows in _ROWS),
        ]
        self._rows = QComboBox()
        self._rows.setAccessibleName(tr("Records to export"))
        self._rows.addItems([words for words, *_ in self._choices])
        self._columns, self._added = CheckableComboBox(), CheckableComboBox()
        added = default_columns(workspace)
        self._columns.show_items(table.columns, range(len(table.columns)))
        self._added.show_items(_ADDED.values(), [n for n, name in enumerate(_ADDED) if name in added])
        for part in (self._columns, self._added):
            part.changed.connect(self._name_columns)
            part.changed.connect(self.changed)
        self.unsure = UnsurePolicyBox(workspace.thresholds.unsure)
        self.fill = CheckBox(tr("&Fill in predicted tags for undecided records"))
        self.fill.setChecked(table.mapping.tag is None)
        self.guard = CheckBox(tr("&Protect cells that look like formulas"))
        self.guard.setToolTip(tr("Adds ' before texts that begin with = + - or @. Numbers stay unchanged."))
        self._name_columns()
        self._lay_out()
        for box in (self._format, self._rows, self.unsure):
            box.currentIndexChanged.connect(self.changed)
        for check in (self.fill, self.guard):
            check.toggled.connect(self.changed)

    @property
    def suffix(self) -> str:
        """The suffix of the chosen file format."""
        return str(self._format.currentData())

    @property
    def filters(self) -> str:
        """Name filters for the file dialog, that of the chosen format first."""
        ordered = sorted(self._formats, key=lambda suffix: suffix != self.suffix)
        return ";;".join(f"{self._formats[suffix]} (*{suffix})" for suffix in ordered)

    def options(self, *, table: bool) -> ExportOptions:
        """Return the chosen options; without `table`, only those that apply to corrections."""
        if not table:
            return ExportOptions(guard=self.guard.isChecked())
        _, rows, records = self._choices[self._rows.currentIndex()]
        chosen = tuple(sorted(self._columns.checked))
        return ExportOptions(
            columns=None if len(chosen) == len(self._columns.menu.actions()) else chosen,
            rows=rows,
            records=records,
            added=tuple(list(_ADDED)[place] for place in sorted(self._added.checked)),
            fill=self.fill.isChecked() and rows == "all",
            unsure=self.unsure.policy,
            guard=self.guard.isChecked(),
        )

    def allow(self, what: What) -> None:
        """Enable the options that apply to what is exported."""
        table = what == "table"
        for part in (self._rows, self._columns, self._added):
            part.setEnabled(table)
        self.fill.setEnabled(table and self._choices[self._rows.currentIndex()][1] == "all")
        self.unsure.setEnabled(self.fill.isEnabled() and self.fill.isChecked())
        self._format.setEnabled(what != "original")
        self.guard.setEnabled(what != "original")

    @Slot()
    def _name_columns(self) -> None:
        chosen, known = len(self._columns.checked), len(self._columns.menu.actions())
        words = tr("All columns") if chosen == known else tr_plural("{n:,} column", "{n:,} columns", chosen)
        self._columns.say(words)
        self._columns.setAccessibleName(tr("Columns to export: {words}", words=words))
        added = [list(_ADDED.values())[place] for place in sorted(self._added.checked)]
        words = ", ".join(added) or tr("No columns")
        few = len(added) <= _FEW
        self._added.say(words if few else tr_plural("{n:,} column", "{n:,} columns", len(added)))
        self._added.setToolTip(words)
        self._added.setAccessibleName(tr("Added columns: {words}", words=words))

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(GAP)
        for place, (name, part) in enumerate(
            (
                (tr("F&ormat"), self._format),
                (tr("&Records"), self._rows),
                (tr("Co&lumns"), self._columns),
                (tr("Added colu&mns"), self._added),
                (tr("Tags to re&view"), self.unsure),
            )
        ):
            grid.addWidget(label_of(part, name), place, 0)
            grid.addWidget(part, place, 1)
            part.setMinimumWidth(56 * UNIT)
            part.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        grid.addWidget(self.fill, 5, 0, 1, 3)
        grid.addWidget(self.guard, 6, 0, 1, 3)
        grid.setColumnMinimumWidth(0, _LABEL)
        grid.setColumnStretch(2, 1)
