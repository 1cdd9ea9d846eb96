"""Dialogs about the source: records that could not be read, and a changed file.

Dialog that lists quarantined records with line and reason, and lets the curator repair them.

Dialog that previews the changes of a source file before they are merged.
"""

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QPlainTextEdit, QSplitter, QWidget

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.tables.record_parser import QuarantinedRecord
from mltag_desktop.core.tables.record_writer import editable, quarantine_reason
from mltag_desktop.core.workspace.records.source_merge import MergePlan
from mltag_desktop.core.workspace.types import Change, ChangeKind
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui.document.source_watcher import counted_changes
from mltag_desktop.gui.i18n import error_words, format_number, tr, tr_plural, translate_core_message
from mltag_desktop.gui.operations import Operation
from mltag_desktop.gui.state.context_dialog import ContextDialog
from mltag_desktop.gui.state.session import AppContext
from mltag_desktop.gui.widgets.common import MutedLabel, PrimaryButton, button_row, heading
from mltag_desktop.gui.widgets.dialog_tables import ColumnHeading, LineTable, TableLine
from mltag_desktop.gui.widgets.layout import dialog_column, vbox
from mltag_desktop.gui.widgets.theme import GAP, fixed

SIZE: Final = QSize(960, 600)
_SHOWN: Final = 5_000
"""Maximum number of listed records."""
_START: Final = 400
_HEADINGS: Final = (
    ColumnHeading(tr("Line"), "00,000,000", right=True),
    ColumnHeading(tr("Reason"), "1 cell where 12 are expected, in every record"),
    ColumnHeading(tr("Text")),
)


class QuarantineDialog(ContextDialog):
    """Lists quarantined records; the selected one can be edited and read again. The dialog is not modal."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context, tr("Unreadable rows"), SIZE)
        self._facts = MutedLabel(context.theme)
        self._facts.setObjectName("facts")
        self.list = LineTable(context.theme, tr("Unreadable rows"), _HEADINGS)
        self.editor = QPlainTextEdit()
        self.editor.setAccessibleName(tr("Record text"))
        self.editor.setTabChangesFocus(True)
        self.editor.setFont(fixed(self.editor.font()))
        self.why = MutedLabel(context.theme)
        self.read_again = PrimaryButton(context.theme, tr("&Read again"))
        self._close = self.close_button()
        self._lay_out()
        self.list.chosen.connect(self._show_record)
        self.read_again.clicked.connect(self._repair)
        context.session.changed.connect(self._handle_change)
        context.session.closed.connect(self.reject)
        self.read_again.setEnabled(False)
        self._renew()

    @Slot(object)
    def _handle_change(self, change: Change) -> None:
        if ChangeKind.RECORDS in change.kinds:
            self._renew()

    def _renew(self) -> None:
        Operation(_listed, self._workspace).success(self._show).failure(self._refuse).run(self._jobs)

    @Slot(object)
    def _show(self, found: tuple[int, tuple[TableLine, ...]]) -> None:
        count, lines = found
        self._halves.setVisible(bool(count))
        self.read_again.setVisible(bool(count))
        if not count:
            self._facts.setText(tr("Every line of the table is a readable record."))
            self._layout.activate()
            self.resize(self.width(), self._layout.totalHeightForWidth(self.width()))  # of the sentence
        else:
            more = tr(" Showing the first {count:,}.", count=len(lines)) if count > len(lines) else ""
            self._facts.setText(
                tr_plural(
                    "{n:,} line of the source could not be read as a record.{more} It is kept byte for "
                    "byte, and exports write it back in its place.",
                    "{n:,} lines of the source could not be read as records.{more} They are kept byte for "
                    "byte, and exports write them back in their place.",
                    count,
                    more=more,
                )
            )
        self.list.show_lines(lines)

    @Slot(object)
    def _show_record(self, quarantined: QuarantinedRecord | None) -> None:
        workspace = self._session.workspace
        can = quarantined is not None and workspace is not None and not workspace.read_only
        self.editor.setReadOnly(not can)
        self.read_again.setEnabled(can)
        if quarantined is None or workspace is None:
            self.editor.clear()
            self.why.setText("")
            return
        self.editor.setPlainText(editable(quarantined, workspace.table.dialect))
        reason = translate_core_message(
            quarantine_reason(quarantined, workspace.table.dialect, workspace.table.columns)
        )
        self.why.setText(tr("Line {line:,}: {reason}", line=quarantined.line, reason=reason))

    @Slot()
    def _repair(self) -> None:
        self.read_again.setEnabled(False)
        text = self.editor.toPlainText()
        Operation(_repaired, self._workspace, self.list.current, text).success(self._session.publish).failure(
            self._refuse
        ).ended(self._handle_end).run(self._jobs)

    @Slot(object)
    def _refuse(self, error: Exception) -> None:
        if isinstance(error, MltagError):
            self.why.setText(error_words(error))
            self.editor.setFocus()

    @Slot()
    def _handle_end(self) -> None:
        self.read_again.setEnabled(self.list.current is not None)

    def _lay_out(self) -> None:
        lower = QWidget()
        vbox(self.why, (self.editor, 1), parent=lower, margins=(0, GAP, 0, 0), spacing=GAP)
        halves = self._halves = QSplitter()
        halves.setOrientation(halves.orientation().Vertical)
        halves.addWidget(self.list)
        halves.addWidget(lower)
        halves.setChildrenCollapsible(False)
        halves.setSizes([320, 180])
        layout = self._layout = dialog_column(self, self._facts, (halves, 1))
        layout.setAlignment(self._facts, Qt.AlignmentFlag.AlignTop)
        layout.addSpacing(GAP)
        layout.addLayout(button_row(self.read_again, self._close))


def _listed(progress: Progress, workspace: Workspace) -> tuple[int, tuple[TableLine, ...]]:
    """Return the number of quarantined records, and table lines for the first ones."""
    found, dialect, columns = workspace.table.quarantined, workspace.table.dialect, workspace.table.columns
    encoding = dialect.encoding
    lines = tuple(
        TableLine(
            (
                format_number(each.line),
                translate_core_message(quarantine_reason(each, dialect, columns)),
                each.raw[:_START].decode(encoding, "replace").strip(),
            ),
            each,
        )
        for each in found[:_SHOWN]
    )
    return len(found), lines


def _repaired(progress: Progress, workspace: Workspace, quarantined: QuarantinedRecord, text: str) -> Change:
    return workspace.record_repair.repair(quarantined, text, progress)


MERGE_SIZE: Final = QSize(1000, 600)
_CHANGES: Final = (
    ColumnHeading("", max(tr("≠ changed"), tr("+ added"), tr("− removed"), key=len), keeps=True),
    ColumnHeading(tr("Before"), "a text that is long enough to tell one record from another"),
    ColumnHeading(tr("Current")),
)


class SourceMergeDialog(ContextDialog):
    """Shows counts and examples of added, changed and removed records. The dialog is not modal.

    Signals: `applied()` when the changes were merged.
    """

    applied = Signal()

    def __init__(self, context: AppContext, plan: MergePlan) -> None:
        super().__init__(context, tr("Source changes"), MERGE_SIZE)
        self._plan = plan
        self._facts = MutedLabel(context.theme, facts(plan))
        self._facts.setObjectName("facts")
        self.list = LineTable(context.theme, tr("Examples of changes"), _CHANGES)
        self.apply = PrimaryButton(context.theme, tr("&Merge changes"))
        self._later = self.close_button(tr("&Not now"))
        self._lay_out()
        self.apply.clicked.connect(self._apply)
        context.session.closed.connect(self.reject)
        Operation(_examples, self._workspace, plan).success(self.list.show_lines).run(self._jobs)

    @Slot()
    def _apply(self) -> None:
        self.apply.setEnabled(False)
        self.apply.setText(tr("Merging changes…"))
        job = Operation(self._workspace.source_merge.merge, self._plan).success(self._session.publish)
        job.success(self._finish).failed.connect(self.reject)  # the window says why
        job.run(self._jobs)

    @Slot()
    def _finish(self) -> None:
        self._notifications.success(tr("The source changes were merged."), tr("This can be undone."))
        self.applied.emit()
        self.accept()

    def _lay_out(self) -> None:
        plan = self._plan
        title = heading(headline(plan))
        title.setWordWrap(True)
        dialog_column(self, title, self._facts, GAP, (self.list, 1), GAP, button_row(self._later, self.apply))


def headline(plan: MergePlan) -> str:
    """Return the numbers of changed and unchanged records as text."""
    return tr_plural(
        "{name}: {parts}, {n:,} unchanged",
        "{name}: {parts}, {n:,} unchanged",
        plan.same,
        name=plan.table.path.name,
        parts=counted_changes(plan),
    )


def facts(plan: MergePlan) -> str:
    """Describe the effect of the merge on the decisions."""
    matching = tr("by the id column") if plan.by == "id" else tr("by their content")
    words = [tr("Records are matched {matching}. Decisions stay with their records.", matching=matching)]
    if plan.changed:
        words.append(
            tr_plural(
                "{n:,} record with changed text will be marked for review.",
                "{n:,} records with changed text will be marked for review.",
                plan.changed,
            )
        )
    if plan.gone:
        kept = ""
        if plan.gone_decided:
            several = tr(", {gone_decided:,} of them with a decision", gone_decided=plan.gone_decided)
            kept = tr(", with its decision") if plan.gone == 1 else several
        words.append(
            tr_plural(
                "{n:,} removed record will be hidden{kept}; nothing is deleted.",
                "{n:,} removed records will be hidden{kept}; nothing is deleted.",
                plan.gone,
                kept=kept,
            )
        )
    if plan.reordered:
        words.append(tr("The order of the records has changed."))
    return " ".join(words)


def _examples(progress: Progress, workspace: Workspace, plan: MergePlan) -> list[TableLine]:
    progress.report(0.0, tr("Reading examples"))
    gone = list(plan.gone_examples)
    texts = workspace.table.texts(gone) if gone else []
    return [
        *(TableLine((tr("+ added"), "", text)) for text in plan.added_examples),
        *(TableLine((tr("≠ changed"), each.before, each.after)) for each in plan.changed_examples),
        *(TableLine((tr("− removed"), text, "")) for text in texts),
    ]
