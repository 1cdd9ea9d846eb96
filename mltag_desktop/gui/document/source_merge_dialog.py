"""Dialog that previews the changes of a source file before they are merged."""

from typing import Final

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QPushButton

from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.records.source_merge import MergePlan
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui.i18n.translation import tr, tr_plural
from mltag_desktop.gui.runtime.operations import Operation
from mltag_desktop.gui.state.context import AppContext
from mltag_desktop.gui.widgets.common import MutedLabel, PrimaryButton, button_row, heading
from mltag_desktop.gui.widgets.dialog_tables import ColumnHeading, LineTable, TableLine
from mltag_desktop.gui.widgets.inputs.dialog import Dialog
from mltag_desktop.gui.widgets.layout.boxes import dialog_column
from mltag_desktop.gui.widgets.layout.window_placement import fit_screen
from mltag_desktop.gui.widgets.theme import GAP

SIZE: Final = QSize(1000, 600)
_HEADINGS: Final = (
    ColumnHeading("", max(tr("≠ changed"), tr("+ added"), tr("− removed"), key=len), keeps=True),
    ColumnHeading(tr("Before"), "a text that is long enough to tell one record from another"),
    ColumnHeading(tr("Current")),
)


class SourceMergeDialog(Dialog):
    """Shows counts and examples of added, changed and removed records. The dialog is not modal.

    Signals: `applied()` when the changes were merged.
    """

    applied = Signal()

    def __init__(self, context: AppContext, plan: MergePlan) -> None:
        super().__init__(context.window)
        self.setWindowTitle(tr("Source changes"))
        self._session = context.session
        self._jobs = context.jobs
        self._notifications = context.notifications
        self._plan = plan
        self._job: Operation | None = None
        self._facts = MutedLabel(context.theme, facts(plan))
        self._facts.setObjectName("facts")
        self.list = LineTable(context.theme, tr("Examples of changes"), _HEADINGS)
        self.apply = PrimaryButton(context.theme, tr("&Merge changes"))
        self._later = QPushButton(tr("&Not now"))
        self._lay_out()
        self.apply.clicked.connect(self._apply)
        self._later.clicked.connect(self.reject)
        context.session.closed.connect(self.reject)
        fit_screen(self, SIZE)
        self._show_examples()

    def _show_examples(self) -> None:
        workspace = self._session.workspace
        if workspace is None:
            return
        Operation(_examples, workspace, self._plan).success(self.list.show_lines).failure(
            self._notifications.failure
        ).run(self._jobs)

    @Slot()
    def _apply(self) -> None:
        workspace = self._session.workspace
        if workspace is None or self._job is not None:
            return
        self._job = (
            Operation(workspace.source_merge.merge, self._plan)
            .success(self._session.publish)
            .success(self._finish)
            .failure(self._notifications.failure)
            .failure(self.reject)
        )
        self.apply.setEnabled(False)
        self.apply.setText(tr("Merging changes…"))
        self._job.run(self._jobs)

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
    """Return the numbers of added, changed, removed and unchanged records as text."""
    parts = [
        tr_plural("{n:,} added", "{n:,} added", plan.added),
        tr_plural("{n:,} with changed text", "{n:,} with changed text", plan.changed),
        tr_plural("{n:,} removed", "{n:,} removed", plan.gone),
    ]
    if plan.revised:
        parts.insert(2, tr_plural("{n:,} with changed cells", "{n:,} with changed cells", plan.revised))
    return tr_plural(
        "{name}: {parts}, {n:,} unchanged",
        "{name}: {parts}, {n:,} unchanged",
        plan.same,
        name=plan.table.path.name,
        parts=", ".join(parts),
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
