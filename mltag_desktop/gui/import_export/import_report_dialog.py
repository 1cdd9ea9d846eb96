"""The import report dialog: duplicates, leakage, unusual texts, known tags that are not in the tag set."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QPushButton, QSplitter, QWidget

from mltag_desktop.core.workspace.types import Change
from mltag_desktop.gui.i18n.translation import format_number, tr, tr_plural
from mltag_desktop.gui.import_export.finding_groups import (
    FindingGroup,
    GroupedFindings,
    add_tags,
    find_and_group,
    map_tag,
)
from mltag_desktop.gui.runtime.operations import Operation
from mltag_desktop.gui.state.context import AppContext
from mltag_desktop.gui.widgets.common import MutedLabel, heading
from mltag_desktop.gui.widgets.dialog_tables import ColumnHeading, LineTable, TableLine, fit_height
from mltag_desktop.gui.widgets.inputs.dialog import Dialog
from mltag_desktop.gui.widgets.layout.boxes import STRETCH, dialog_column, hbox, vbox
from mltag_desktop.gui.widgets.layout.window_placement import fit_screen
from mltag_desktop.gui.widgets.theme import GAP, GROUP

SIZE: Final = QSize(1000, 620)
_COUNT: Final = "000,000"
_GROUPS: Final = (ColumnHeading(tr("Finding")), ColumnHeading(tr("Records"), _COUNT, right=True))
_FINDINGS: Final = (
    ColumnHeading(tr("Record"), _COUNT, right=True),
    ColumnHeading(tr("Text")),
    ColumnHeading(tr("Finding"), "100% as record 000,000"),
)
_TAGS: Final = (ColumnHeading(tr("Known tag")), ColumnHeading(tr("Records"), _COUNT, right=True))
_MOST_TAGS: Final = 3
"""Number of known tags that are shown at once, so that small screens have room for the findings."""
_MOST_OF_WIDTH: Final = 0.5
"""Largest part of the width for the list of finding groups."""


class ImportReportDialog(Dialog):
    """Lists the import findings by group and maps known tags to the tag set. The dialog is not modal.

    Signals: `record_requested(row)`; `records_requested(rows, words)`; `rescanned(found)` with the findings
    in all records, after only a sample had been inspected.
    """

    record_requested = Signal(int)
    rescanned = Signal(object)
    records_requested = Signal(object, str)

    def __init__(self, context: AppContext, found: GroupedFindings) -> None:
        super().__init__(context.window)
        self.setWindowTitle(tr("Import report"))
        self._session = context.session
        self._jobs = context.jobs
        self._notifications = context.notifications
        self._found = found
        self._unknown = list(found.unknown_tags)
        self._words = MutedLabel(context.theme)
        self.groups = LineTable(context.theme, tr("Findings"), _GROUPS)
        self.findings = LineTable(context.theme, tr("Records"), _FINDINGS)
        self.tags = LineTable(context.theme, tr("Known tags that are not in the tag set"), _TAGS)
        self.target = QComboBox()
        self.target.setAccessibleName(tr("Target tag"))
        self.map = QPushButton(tr("&Map to"))
        self.map.setToolTip(tr("Decide this tag for all records with the known tag; can be undone"))
        self.add = QPushButton(tr("&Add to the tag set"))
        self._tag_part = QWidget()
        self._tag_part.setObjectName("known_tags")
        self.show_them = QPushButton(tr("&Show in the table"))
        self._whole: Operation | None = None
        self.covered = MutedLabel(context.theme)
        self.all = QPushButton()
        self._close = QPushButton(tr("&Close"))
        self._lay_out()
        self.groups.chosen.connect(self._show_group)
        self.findings.opened.connect(self._ask_for)
        self.tags.chosen.connect(self._enable)
        self.map.clicked.connect(self._map)
        self.add.clicked.connect(self._add)
        self.show_them.clicked.connect(self._ask_for_group)
        self.all.clicked.connect(self._ask_for_all)
        self._close.clicked.connect(self.reject)
        context.session.closed.connect(self.reject)
        fit_screen(self, SIZE)
        self._show(found)

    def follow(self, inspection: Operation) -> None:
        """Show the progress of an inspection that is about to run, then its findings.

        It goes on when the dialog is closed, because the window counts the findings too.
        """
        inspection.progress(self._show_followed).success(self._show)
        inspection.failure(self.reject).ended(self._show_coverage)
        self._show_followed(0.0, "")
        if not self._found.groups:
            self._words.clear()

    @Slot(float, str)
    def _show_followed(self, fraction: float, step: str) -> None:
        self.covered.setText(tr("Checking the records: {share:.0%}", share=fraction))
        self.covered.show()
        self.all.hide()

    @Slot()
    def _ask_for_group(self) -> None:
        group = self.groups.current
        if group is not None:
            self.records_requested.emit(group.rows, group.inside)

    @Slot(object)
    def _show(self, found: GroupedFindings) -> None:
        self._found = found
        self._unknown = list(found.unknown_tags)
        self.groups.show_lines(
            [TableLine((each.name, format_number(each.count)), each) for each in found.groups]
        )
        self._fit_groups()
        self._show_coverage()
        self._show_tags()

    def _fit_groups(self) -> None:
        """Give the groups the width of their names and the rest to the findings; or show them below."""
        measure = self.groups.fontMetrics()
        names = (measure.horizontalAdvance(each.name) for each in self._found.groups)
        counts = max(map(measure.horizontalAdvance, (_COUNT, _GROUPS[1].name)))
        wanted = max(names, default=0) + counts + 10 * GAP
        if wanted > _MOST_OF_WIDTH * self.width():
            self._halves.setOrientation(Qt.Orientation.Vertical)
            self._halves.setSizes([self.height() // 3, self.height()])
        else:
            self._halves.setOrientation(Qt.Orientation.Horizontal)
            self._halves.setSizes([wanted, self.width() - wanted])

    @Slot()
    def _show_coverage(self) -> None:
        self.covered.setText(self._found.covered)
        self.all.setText(tr("&Check all records"))
        for part in (self.covered, self.all):
            part.setVisible(bool(self._found.covered))

    @Slot()
    def _ask_for_all(self) -> None:
        """Start the inspection of all records, or stop it if it is running."""
        model = self._session.base
        if self._whole is not None:
            self._whole.cancel()
        elif model is not None:
            self._whole = (
                Operation(find_and_group, self._jobs.worker, self._found.workspace, model)
                .progress(self._show_progress)
                .success(self._show)
                .success(self.rescanned)
                .failure(self._notifications.failure)
                .ended(self._handle_end)
            )
            self.all.setText(tr("S&top"))
            self._whole.run(self._jobs)

    @Slot(float, str)
    def _show_progress(self, fraction: float, step: str) -> None:
        self.covered.setText(tr("Checking all records: {share:.0%}", share=fraction))

    @Slot()
    def _handle_end(self) -> None:
        self._whole = None
        self._show_coverage()

    @Slot(object)
    def _show_group(self, group: FindingGroup | None) -> None:
        self.show_them.setEnabled(group is not None)
        if group is None:
            self._words.setText(tr("No findings."))
            self.findings.show_lines([])
            return
        more = (
            tr(" Showing the first {count:,}.", count=len(group.findings))
            if group.count > len(group.findings)
            else ""
        )
        self._words.setText(f"{group.words}{more}")
        longest = max((each.words for each in group.findings), key=len, default="")
        finding = replace(_FINDINGS[-1], sample=max(longest, _FINDINGS[-1].sample, key=len))
        self.findings.show_lines(
            [
                TableLine((format_number(each.row + 1), each.text, each.words), each.row)
                for each in group.findings
            ],
            (*_FINDINGS[:-1], finding),
        )

    def _show_tags(self) -> None:
        workspace = self._session.workspace
        self._tag_part.setVisible(bool(self._unknown) and workspace is not None)
        if workspace is None:
            return
        chosen = self.target.currentText()
        self.target.clear()
        self.target.addItems([tag.name for tag in workspace.tag_set.tags])
        self.target.setCurrentIndex(max(0, self.target.findText(chosen)))
        self.tags.show_lines([TableLine((name, format_number(count)), name) for name, count in self._unknown])
        fit_height(self.tags, min(len(self._unknown), _MOST_TAGS))

    @Slot()
    def _enable(self) -> None:
        workspace = self._session.workspace
        can = self.tags.current is not None and workspace is not None and not workspace.read_only
        can = can and not self._settling  # one known tag at a time
        self.map.setEnabled(can and self.target.count() > 0)
        self.add.setEnabled(can)

    @Slot()
    def _map(self) -> None:
        workspace, known = self._session.workspace, self.tags.current
        if workspace is not None and known is not None:
            self._run(
                Operation(map_tag, workspace, known, self.target.currentText()), known, self._report_mapped
            )

    @Slot()
    def _add(self) -> None:
        workspace, known = self._session.workspace, self.tags.current
        if workspace is not None and known is not None:
            self._run(Operation(add_tags, workspace, (known,)), known, self._report_added)

    def _run(self, job: Operation, known: str, show_result: Callable[[Change], None]) -> None:
        self._settling = known
        self.map.setEnabled(False)
        self.add.setEnabled(False)
        job.success(self._session.publish)  # also if the dialog has been closed
        job.success(show_result).failure(self._notifications.failure).ended(self._end_settling)
        job.run(self._jobs)

    @Slot(object)
    def _report_mapped(self, change: Change) -> None:
        self._remove_settled(
            tr_plural(
                "{n:,} record with the known tag {known} decided.",
                "{n:,} records with the known tag {known} decided.",
                0 if change.rows is None else len(change.rows),
                known=self._settling,
            )
        )

    @Slot(object)
    def _report_added(self, _change: Change) -> None:
        self._remove_settled(tr("{known} was added to the tag set.", known=self._settling))

    def _remove_settled(self, words: str) -> None:
        self._unknown = [each for each in self._unknown if each[0] != self._settling]
        self._notifications.success(words, tr("This can be undone."))
        self._show_tags()

    @Slot()
    def _end_settling(self) -> None:
        self._settling = ""
        self._enable()

    @Slot(object)
    def _ask_for(self, row: int | None) -> None:
        if row is not None:
            self.record_requested.emit(row)

    def _lay_out(self) -> None:
        self._settling = ""
        right = QWidget()
        vbox(self._words, (self.findings, 1), parent=right, margins=(GAP, 0, 0, 0), spacing=GAP)
        self._halves = halves = QSplitter()
        halves.addWidget(self.groups)
        halves.addWidget(right)
        halves.setChildrenCollapsible(False)
        halves.setStretchFactor(1, 1)
        tags = vbox(
            heading(tr("Known tags that are not in the tag set")),
            self.tags,
            parent=self._tag_part,
            margins=0,
            spacing=GAP,
        )
        row = hbox(self.map, self.target, GROUP, self.add, STRETCH, spacing=GAP)
        tags.addLayout(row)
        below = hbox(STRETCH, self.all, self.show_them, self._close, spacing=GAP)
        for button in (self.map, self.add, self.all, self.show_them, self._close):
            button.setAutoDefault(False)
        dialog_column(self, (halves, 1), GAP, self._tag_part, GAP, self.covered, below)

    def done(self, result: int) -> None:
        if self._whole is not None:
            self._whole.cancel()
        super().done(result)
