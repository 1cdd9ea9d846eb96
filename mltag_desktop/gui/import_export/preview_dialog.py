"""The import settings dialog: previews a table with its detected dialect and columns before the import."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHeaderView

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
from mltag_desktop.gui.state.context_dialog import ContextDialog
from mltag_desktop.gui.state.session import AppContext
from mltag_desktop.gui.state.words import DELIMITER_NAMES
from mltag_desktop.gui.widgets.common import MutedLabel, PrimaryButton, heading, label_of
from mltag_desktop.gui.widgets.dialog_tables import ColumnHeading, LineTable, TableLine
from mltag_desktop.gui.widgets.dialogs import keep_on_screen
from mltag_desktop.gui.widgets.layout import STRETCH, dialog_column, hbox
from mltag_desktop.gui.widgets.theme import GAP, UNIT, Theme

_SHOWN: Final = 60
_LOOKED_AT: Final = 500
_NON_ASCII: Final = 5


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


def find_alternatives(
    progress: Progress, path: Path
) -> tuple[tuple[ReadingAlternative, ...], tuple[str, ...]]:
    """Return the possible dialects of a table, most likely first, and the sheets of a workbook.

    Raises `MltagError` if the table cannot be read at all.
    """
    progress.report(0.0, tr("Checking the table"))
    found = tuple(alternatives(path))
    return found, tuple(sheet_names(path)) if found and found[0].dialect.form == "xlsx" else ()


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


class _PreviewTable(LineTable):
    """Shows the first records; columns with long texts are wide, short ones as wide as their content."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, tr("First records"), (ColumnHeading(""),))
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setShowGrid(True)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def _fit_columns(self) -> None:
        """Keep the widths, which the user can change."""

    def show_preview(self, found: TablePreview) -> None:
        """Show the columns and rows of a table."""
        columns = found.columns[:_MOST]
        self.show_lines([TableLine(row[:_MOST]) for row in found.rows], [ColumnHeading(n) for n in columns])
        character = self.fontMetrics().horizontalAdvance("n")
        for place, name in enumerate(columns):
            longest = max(map(len, (name, *(row[place] for row in found.rows[:20] if place < len(row)))))
            self.setColumnWidth(place, _WIDE if longest > 40 else min(_COLUMN, longest * character + 4 * GAP))


class PreviewDialog(ContextDialog):
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
        super().__init__(context, tr("Import settings for {name}", name=path.name), SIZE)
        theme = context.theme
        self._path = path
        self._tags = tuple(tags)
        self._asked_for = dialect
        self._ways: tuple[ReadingAlternative, ...] = ()
        self._sheets: tuple[str, ...] = ()
        self.preview: TablePreview | None = None
        """The table as it is read with the shown settings; None until it is read."""
        self._job = Lane(self, context.jobs)
        self._title = heading(_question(path) if unsure else path.name)
        self._title.setWordWrap(True)
        self.evidence = MutedLabel(theme)
        self.ways = QComboBox()
        self.ways.setAccessibleName(tr("Possible readings"))
        self.ways.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._way_label = label_of(self.ways, tr("Read &as"))
        self.controls = DialectControls()
        self.columns = ColumnControls()
        self.table = _PreviewTable(theme)
        self.trouble = MutedLabel(theme)
        self._open = PrimaryButton(theme, tr("&Open"))
        self._cancel = self.close_button(tr("&Cancel"))
        self._lay_out()
        self.ways.activated.connect(lambda place: self._read(self._ways[place].dialect))
        self.controls.wanted.connect(self._read)
        self.controls.refused.connect(self._show_error)
        self.columns.changed.connect(self._show_trouble)
        self._open.clicked.connect(self._accept_settings)
        self.evidence.setText(tr("Reading the table…"))
        self._open.setEnabled(False)
        Operation(find_alternatives, path).success(self._show_ways).failure(self._show_error).run(self._job)

    @Slot(object)
    def _show_ways(self, found: tuple[tuple[ReadingAlternative, ...], tuple[str, ...]]) -> None:
        self._ways, self._sheets = found
        self.ways.addItems([named(way.dialect) for way in self._ways])
        for part in (self.ways, self._way_label):
            part.setVisible(len(self._ways) > 1)
        dialect = self._asked_for or (self._ways[0].dialect if self._ways else None)
        if dialect is not None:
            self._read(dialect)

    @Slot(object)
    def _read(self, dialect: Dialect) -> None:
        known = [way.dialect for way in self._ways]
        place = known.index(dialect) if dialect in known else -1
        self.ways.setCurrentIndex(place)
        self.controls.show_dialect(dialect, self._sheets)
        self.evidence.setText(
            translate_core_message(self._ways[place].evidence)
            if place >= 0
            else tr("Using the settings you chose.")
        )
        Operation(preview, self._path, dialect, self._tags).success(self._show).failure(self._show_error).run(
            self._job
        )

    @Slot(object)
    def _show(self, found: TablePreview) -> None:
        self.preview = found
        self.controls.show_dialect(found.dialect, self._sheets)
        self.table.show_preview(found)
        if found.columns != self.columns.columns or self.columns.mapping is None:
            self.columns.show_columns(found.columns, found.mapping)
        self._show_trouble()

    @Slot()
    def _show_trouble(self) -> None:
        found = self.preview
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
        self.preview = None
        if not self._ways:
            self.evidence.clear()
        self.table.show_lines(())
        self._open.setEnabled(False)
        self.trouble.setText(error_words(error))

    @Slot()
    def _accept_settings(self) -> None:
        found, mapping = self.preview, self.columns.mapping
        if found is not None and mapping is not None:
            self.settled.emit(found.dialect, mapping)
            self.accept()

    def _lay_out(self) -> None:
        dialog_column(
            self,
            self._title,
            self.evidence,
            hbox(self._way_label, self.ways, STRETCH, spacing=GAP),
            self.controls,
            (self.table, 1),
            self.columns,
            GAP,
            hbox((self.trouble, 1), self._cancel, self._open, spacing=GAP),
        )
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
