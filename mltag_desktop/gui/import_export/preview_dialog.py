"""Jobs that detect a table's dialect and read its first records; no Qt.

The import settings dialog: previews a table with its detected dialect and columns before the import.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHeaderView, QPushButton, QTableView

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.tables.columns import ColumnMapping, guess_mapping
from mltag_desktop.core.tables.dialect import Dialect
from mltag_desktop.core.tables.encoding import display_name
from mltag_desktop.core.tables.file_access import WORKBOOK_SUFFIXES
from mltag_desktop.core.tables.formats import FORMATS, ReadingAlternative, alternatives, open_table
from mltag_desktop.core.tables.record_parser import QuarantinedRecord, Record
from mltag_desktop.core.tables.workbook import sheet_names
from mltag_desktop.gui.i18n import error_words, in_sentence, tr, tr_plural, translate_core_message
from mltag_desktop.gui.import_export.source_controls import ColumnControls, DialectControls
from mltag_desktop.gui.operations import Lane, Operation
from mltag_desktop.gui.state.session import AppContext
from mltag_desktop.gui.state.words import DELIMITER_NAMES
from mltag_desktop.gui.widgets.common import MutedLabel, PrimaryButton, heading, label_of
from mltag_desktop.gui.widgets.dialog_tables import (
    ColumnHeading,
    LineTableModel,
    PaddedDelegate,
    TableLine,
    show_focus,
)
from mltag_desktop.gui.widgets.dialogs import Dialog, fit_screen, keep_on_screen
from mltag_desktop.gui.widgets.layout import STRETCH, dialog_column, hbox
from mltag_desktop.gui.widgets.theme import GAP, UNIT, row_height

_SHOWN: Final = 60
_LOOKED_AT: Final = 500
_NON_ASCII: Final = 5


@dataclass(frozen=True)
class ReadingAlternatives:
    """The detected dialects of a table, most likely first, and the sheets of a workbook."""

    ways: tuple[ReadingAlternative, ...]
    sheets: tuple[str, ...] = ()


@dataclass(frozen=True)
class TablePreview:
    """The first records of a table, read in one dialect."""

    dialect: Dialect
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    looked_at: int
    """Number of records read, including unreadable ones."""
    quarantined: tuple[QuarantinedRecord, ...]
    """The unreadable records."""
    mapping: ColumnMapping | None
    """The guessed column mapping; None if no column holds text."""


def find_alternatives(progress: Progress, path: Path) -> ReadingAlternatives:
    """Detect the possible dialects of a table; raises `MltagError` if it cannot be read at all."""
    progress.report(0.0, tr("Checking the table"))
    found = tuple(alternatives(path))
    sheets = tuple(sheet_names(path)) if found and found[0].dialect.form == "xlsx" else ()
    return ReadingAlternatives(found, sheets)


def preview(progress: Progress, path: Path, dialect: Dialect, tags: Sequence[str]) -> TablePreview:
    """Read the first records of a table; raises `MltagError` if it cannot be read in this dialect."""
    progress.report(0.0, tr("Reading the first records"))
    table = open_table(path, dialect)
    items = list(islice(table.records(), _LOOKED_AT))
    records = [item for item in items if isinstance(item, Record)]
    quarantined = tuple(item for item in items if isinstance(item, QuarantinedRecord))
    cells = [record.cells for record in records]
    # later rows with non-ASCII characters show whether the encoding is right
    non_ascii = [row for row in cells[_SHOWN:] if not all(map(str.isascii, row))][:_NON_ASCII]
    shown = cells[: _SHOWN - len(non_ascii)] + non_ascii
    try:
        mapping = guess_mapping(table.columns, cells[:200], tags)
    except MltagError:
        mapping = None
    return TablePreview(table.dialect, table.columns, tuple(shown), len(items), quarantined, mapping)


def named(way: Dialect) -> str:
    """Describe a dialect in a few words."""
    if way.form == "xlsx":
        return tr("Sheet {sheet}", sheet=way.sheet)
    if way.form != "delimited":
        return translate_core_message(next(form.label for form in FORMATS if form.form == way.form))
    delimiter = in_sentence(DELIMITER_NAMES.get(way.delimiter, repr(way.delimiter)))
    header = tr("with a header") if way.header else tr("without a header")
    return f"{display_name(way.encoding)}, {delimiter}, {header}"


SIZE: Final = QSize(1120, 680)
_COLUMN: Final = 40 * UNIT
_WIDE: Final = 90 * UNIT
_MOST: Final = 400
"""Maximum number of previewed columns; the import reads all columns."""


class PreviewDialog(Dialog):
    """Lets the user check and change the dialect and the column mapping of a table.

    Signals: `settled(dialect, mapping)` when the user opens the table.
    """

    settled = Signal(object, object)

    def __init__(
        self,
        context: AppContext,
        path: Path,
        tags: Sequence[str],
        *,
        dialect: Dialect | None = None,
        unsure: bool = False,
    ) -> None:
        """Preview `path` in `dialect`, by default the detected one; `unsure` marks an ambiguous detection."""
        super().__init__(context.window)
        self.setWindowTitle(tr("Import settings for {name}", name=path.name))
        theme = self._theme = context.theme
        self._jobs = context.jobs
        self._path = path
        self._tags = tuple(tags)
        self._asked_for = dialect
        self._ways = ReadingAlternatives(())
        self._preview: TablePreview | None = None
        self._job = Lane(self, context.jobs)
        self._title = heading(_question(path) if unsure else path.name)
        self._title.setWordWrap(True)
        self.evidence = MutedLabel(theme)
        self.ways = QComboBox()
        self.ways.setAccessibleName(tr("Possible readings"))
        self.ways.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._way_label = label_of(self.ways, tr("Read &as"))
        self.controls = DialectControls(self)
        self.columns = ColumnControls(self)
        self.rows = LineTableModel(theme, ())
        self._table = QTableView()
        self.rows.setParent(self._table)
        self._set_up_table()
        self.trouble = MutedLabel(theme)
        self._open = PrimaryButton(theme, tr("&Open"))
        self._cancel = QPushButton(tr("&Cancel"))
        self._lay_out()
        self._connect()
        fit_screen(self, SIZE)
        self._begin()

    @property
    def preview(self) -> TablePreview | None:
        """The table as it is read with the shown settings; None until it is read."""
        return self._preview

    def _begin(self) -> None:
        self.evidence.setText(tr("Reading the table…"))
        self._open.setEnabled(False)
        Operation(find_alternatives, self._path).success(self._show_ways).failure(self._show_error).run(
            self._job
        )

    @Slot(object)
    def _show_ways(self, found: ReadingAlternatives) -> None:
        self._ways = found
        for way in found.ways:
            self.ways.addItem(named(way.dialect))
        several = len(found.ways) > 1
        self.ways.setVisible(several)
        self._way_label.setVisible(several)
        dialect = self._asked_for or (found.ways[0].dialect if found.ways else None)
        if dialect is None:
            return
        known = [way.dialect for way in found.ways]
        self.ways.setCurrentIndex(known.index(dialect) if dialect in known else -1)
        self._read(dialect)

    @Slot(int)
    def _apply_way(self, place: int) -> None:
        if 0 <= place < len(self._ways.ways):
            self._read(self._ways.ways[place].dialect)

    @Slot(object)
    def _apply_dialect(self, dialect: Dialect) -> None:
        known = [way.dialect for way in self._ways.ways]
        self.ways.setCurrentIndex(known.index(dialect) if dialect in known else -1)
        self._read(dialect)

    def _read(self, dialect: Dialect) -> None:
        self.controls.show_dialect(dialect, self._ways.sheets)
        evidence = [way.evidence for way in self._ways.ways if way.dialect == dialect]
        self.evidence.setText(
            translate_core_message(evidence[0]) if evidence else tr("Using the settings you chose.")
        )
        Operation(preview, self._path, dialect, self._tags).success(self._show).failure(self._show_error).run(
            self._job
        )

    @Slot(object)
    def _show(self, found: TablePreview) -> None:
        self._preview = found
        self.controls.show_dialect(found.dialect, self._ways.sheets)
        self.rows.show(
            [TableLine(row[:_MOST]) for row in found.rows], [ColumnHeading(n) for n in found.columns[:_MOST]]
        )
        self._fit_columns(found)
        if found.columns != self.columns.columns or self.columns.mapping is None:
            self.columns.show_columns(found.columns, found.mapping)
        self._show_trouble()

    @Slot()
    def _show_trouble(self) -> None:
        found = self._preview
        if found is None:
            return
        words = []
        if found.quarantined:
            first = found.quarantined[0]
            words.append(
                tr_plural(
                    "{n:,} of the first {looked_at:,} records cannot be read with these settings, in line "
                    "{line:,}: {reason}",
                    "{n:,} of the first {looked_at:,} records cannot be read with these settings, the "
                    "first in line {line:,}: {reason}",
                    len(found.quarantined),
                    looked_at=found.looked_at,
                    line=first.line,
                    reason=translate_core_message(first.reason),
                )
            )
        if len(found.columns) > _MOST:
            words.append(
                tr_plural(
                    "Showing {most} of {n:,} column.",
                    "Showing {most} of {n:,} columns.",
                    len(found.columns),
                    most=_MOST,
                )
            )
        if self.columns.mapping is None:
            words.append(tr("Choose the text column."))
        self.trouble.setText(" ".join(words) or tr("All records in the preview are readable."))
        if self.isVisible():
            keep_on_screen(self)
        self._open.setEnabled(self.columns.mapping is not None)

    @Slot(object)
    def _show_error(self, error: Exception) -> None:
        self._preview = None
        if not self._ways.ways:
            self.evidence.clear()
        self.rows.show(())
        self._open.setEnabled(False)
        self.trouble.setText(error_words(error))

    @Slot()
    def _accept_settings(self) -> None:
        found, mapping = self._preview, self.columns.mapping
        if found is not None and mapping is not None:
            self.settled.emit(found.dialect, mapping)
            self.accept()

    def _connect(self) -> None:
        self.ways.activated.connect(self._apply_way)
        self.controls.wanted.connect(self._apply_dialect)
        self.controls.refused.connect(self._show_error)
        self.columns.changed.connect(self._show_trouble)
        self._open.clicked.connect(self._accept_settings)
        self._cancel.clicked.connect(self.reject)

    def _fit_columns(self, found: TablePreview) -> None:
        """Make columns with long texts wider, and short columns only as wide as their content."""
        character = self._table.fontMetrics().horizontalAdvance("n")
        for place in range(min(len(found.columns), _MOST)):
            longest = max(len(row[place]) for row in (found.columns, *found.rows[:20]) if place < len(row))
            content = longest * character + 4 * GAP
            self._table.setColumnWidth(place, _WIDE if longest > 40 else min(_COLUMN, content))

    def _set_up_table(self) -> None:
        table = self._table
        table.setModel(self.rows)
        show_focus(table, self._theme)
        table.setAccessibleName(tr("First records"))
        table.setItemDelegate(PaddedDelegate(self._theme, table))
        table.horizontalHeader().setStretchLastSection(True)
        table.setWordWrap(False)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(row_height(table.fontMetrics()))
        table.horizontalHeader().setHighlightSections(False)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def _lay_out(self) -> None:
        layout = dialog_column(self, self._title, self.evidence)
        way = hbox(self._way_label, self.ways, STRETCH, spacing=GAP)
        layout.addLayout(way)
        layout.addWidget(self.controls.in_rows())
        layout.addWidget(self._table, 1)
        layout.addWidget(self.columns.in_rows())
        below = hbox((self.trouble, 1), self._cancel, self._open, spacing=GAP)
        layout.addSpacing(GAP)
        layout.addLayout(below)
        self._open.setDefault(True)
        self._cancel.setAutoDefault(False)

    def done(self, result: int) -> None:
        self._job.cancel()
        super().done(result)


def _question(path: Path) -> str:
    """Return what to check before a file is read whose format is uncertain."""
    if path.suffix.lower() in WORKBOOK_SUFFIXES:
        return tr("Check the sheet and the header of this workbook.")
    return tr("The format of this table is ambiguous. Choose the correct reading.")
