"""The export dialog: content, options, and questions about unreviewed records, formulas and encodings."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QSize, QTimer, Slot
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QProgressBar, QScrollArea

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.model.manifest import UnsurePolicy
from mltag_desktop.core.tables.encoding import display_name
from mltag_desktop.core.tables.record_writer import UnencodableError
from mltag_desktop.core.workspace.export.export import export, stale_rows, unsure_rows
from mltag_desktop.core.workspace.export.export_options import (
    ExportOptions,
    ExportResult,
    What,
    preview,
)
from mltag_desktop.core.workspace.types import RowId, Status
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui.i18n import error_words, tr, tr_plural, translate_core_message
from mltag_desktop.gui.import_export.export_form import ExportForm
from mltag_desktop.gui.operations import Operation, without_progress
from mltag_desktop.gui.state.context_dialog import ContextDialog
from mltag_desktop.gui.state.session import AppContext
from mltag_desktop.gui.widgets.common import MutedLabel, PrimaryButton, announce, hairline, heading
from mltag_desktop.gui.widgets.dialogs import (
    AskPath,
    OpenFolder,
    ask_to_save,
    keep_on_screen,
    show_folder,
)
from mltag_desktop.gui.widgets.inputs import Answer, InlineQuestion, RadioButton
from mltag_desktop.gui.widgets.layout import STRETCH, dialog_column, hbox
from mltag_desktop.gui.widgets.notifications import NotificationAction
from mltag_desktop.gui.widgets.theme import GAP, Theme

WHATS: Final[tuple[What, ...]] = ("table", "corrections", "original")
ASKED: Final = "export_unreviewed"
"""Preference key: do not ask about unreviewed records again for this workspace."""
_WORDS: Final = (
    (tr("Tagged &table"), tr("All columns unchanged, with the decided tags.")),
    (tr("Correction&s only"), tr("One row per correction: text, table tag, tag, prediction, curator, time.")),
    (tr("Or&iginal file"), tr("The source file, byte for byte.")),
)
_ANY: Final = tr("All files (*)")
_CHOICE_WIDTH: Final = 160
_WIDTH: Final = 640
_COUNT_EVERY: Final = 300
"""Milliseconds between two counts while the table changes."""


class ExportDialog(ContextDialog):
    """Exports the open workspace; `review` shows the unreviewed records in the table."""

    def __init__(
        self,
        context: AppContext,
        review: Callable[[], object],
        groups: Mapping[str, Sequence[RowId]],
        *,
        ask_path: AskPath = ask_to_save,
        open_folder: OpenFolder = show_folder,
    ) -> None:
        """Offer these groups of records by name, besides all, the reviewed and the corrected ones."""
        super().__init__(context, tr("Export"), QSize(_WIDTH, 0))
        self._ask_path = ask_path
        self._open_folder = open_folder
        self._review = review
        self._job: Operation | None = None
        self._path = Path()
        self._options = ExportOptions()
        self._height = 0
        """Height before a question was asked, until it is answered."""
        self._choice = QButtonGroup(self)
        self.form = ExportForm(self._workspace, groups)
        self.summary = MutedLabel(context.theme)
        self.summary.setAccessibleName(tr("What the export writes"))
        self.question = InlineQuestion()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setMaximumHeight(6)
        self._bar.setRange(0, 1000)
        self._bar.setAccessibleName(tr("Export progress"))
        self._bar.hide()
        self._export = PrimaryButton(context.theme, tr("&Export…"))
        self._cancel = self.close_button(tr("&Cancel"))
        self._lay_out(context.theme)
        self._export.clicked.connect(self.start)
        self._choice.idClicked.connect(self._update_options)
        self.form.changed.connect(self._update_options)
        self._counts = QTimer(self, interval=_COUNT_EVERY, singleShot=True)
        self._counts.timeout.connect(self._count)
        context.session.changed.connect(self._note_change)
        self.choose("table")

    @property
    def what(self) -> What:
        """The chosen content: `table`, `corrections` or `original`."""
        return WHATS[self._choice.checkedId()]

    def choose(self, what: What) -> None:
        """Choose the content to export."""
        self._choice.button(WHATS.index(what)).setChecked(True)
        self._update_options()

    @Slot()
    def start(self) -> None:
        """Ask for a file name and export; first ask about outdated and unreviewed tags."""
        self._options = self._chosen()
        outdated = len(stale_rows(self._workspace, self._options)) if self.what == "table" else 0
        if not outdated:
            self._ask_unreviewed()
            return
        self._ask(
            tr_plural(
                "{n:,} undecided record has a prediction of an earlier model or an earlier text.",
                "{n:,} undecided records have predictions of an earlier model or an earlier text.",
                outdated,
            ),
            (
                (tr("&Not now"), self._close_question),
                (tr("&Without predictions…"), lambda: self._start_with(fill=False)),
                (tr("Export &anyway…"), lambda: self._start_with(stale=True)),
            ),
        )

    def _chosen(self) -> ExportOptions:
        return replace(self.form.options(table=self.what == "table"), below=self._session.review_below)

    def _start_with(self, **choice: Any) -> None:
        self._options = replace(self._options, **choice)
        self.start_anyway()

    def _ask_unreviewed(self) -> None:
        workspace, options = self._workspace, self._options
        count = len(unsure_rows(workspace, options)) if self.what == "table" and options.fill else 0
        answers: list[Answer] = [
            (tr("&Not now"), self._close_question),
            (tr("Revie&w now"), self._review_now),
        ]
        if count and options.unsure is UnsurePolicy.REFUSE:
            self._ask(
                tr_plural(
                    "{n:,} record must be reviewed before the export.",
                    "{n:,} records must be reviewed before the export.",
                    count,
                ),
                answers,
            )
        elif count and options.unsure is UnsurePolicy.KEEP and not workspace.preference(ASKED):
            self._ask(
                tr_plural(
                    "{n:,} record is still to review. Its predicted tag will be exported.",
                    "{n:,} records are still to review. Their predicted tags will be exported.",
                    count,
                ),
                [*answers, (tr("Export &anyway…"), self._export_anyway)],
                "" if workspace.read_only else tr("&Do not ask again for this workspace"),
            )
        else:
            self.start_anyway()

    def _review_now(self) -> None:
        self._remember()
        self.reject()
        self._review()

    def _export_anyway(self) -> None:
        self._remember()
        self.start_anyway()

    def _remember(self) -> None:
        if self.question.keep.isChecked():
            Operation(without_progress(self._workspace.set_preference), ASKED, value=True).run(self._jobs)

    def start_anyway(self) -> None:
        """Ask for a file name and export."""
        place, filters = suggested(self._workspace, self.what), _ANY
        if self.what != "original":
            place, filters = place.with_suffix(self.form.suffix), f"{self.form.filters};;{_ANY}"
        chosen = self._ask_path(self, tr("Export"), str(place), filters)
        if chosen:
            self._path = Path(chosen)
            self._run()
        else:
            self._close_question()

    @Slot()
    def _update_options(self) -> None:
        """Enable the options that apply to the chosen content."""
        self.form.allow(self.what)
        if self._count():
            announce(self, self.summary.text())
        self._close_question()

    @Slot()
    def _note_change(self) -> None:
        """Count again soon, for example while predictions arrive; a question that is being asked stays."""
        if self.isVisible() and not self._counts.isActive() and self._job is None:
            self._counts.start()

    @Slot()
    def _count(self) -> bool:
        """Say what will be written; return whether that has changed."""
        words, before = summary(self._workspace, self.what, self._chosen()), self.summary.text()
        self.summary.setText(words)
        self._export.setAccessibleDescription(words)
        return words != before

    def _close_question(self) -> None:
        self.question.hide()
        self._fit_height()
        self._export.setEnabled(self._job is None)

    def _ask(self, words: str, answers: Sequence[Answer], keep: str = "") -> None:
        self._height = self._height or self.height()
        self.question.ask(words, answers, keep)
        self._export.setEnabled(False)
        if keep_on_screen(self):
            QTimer.singleShot(0, self, self._show_question)

    def _fit_height(self) -> None:
        """Take back the height that a question needed."""
        layout = self.layout()
        if self._height and layout is not None:
            layout.activate()
            self.resize(self.width(), self._height)
            self._height = 0

    def _show_question(self) -> None:
        for area in self.findChildren(QScrollArea):
            area.ensureWidgetVisible(self.question)

    def _run(self) -> None:
        self._job = (
            Operation(export, self._workspace, self._path, self.what, replace=True, options=self._options)
            .progress(self._show_progress)
            .success(self._finish)
            .failure(self._handle_failure)
        )
        self._bar.setValue(0)
        self._bar.show()
        self._close_question()
        self._job.run(self._jobs)

    @Slot(float)
    def _show_progress(self, share: float) -> None:
        self._bar.setValue(round(share * 1000))

    @Slot(object)
    def _finish(self, done: ExportResult) -> None:
        self._job = None
        path = done.path
        counted = (
            (
                True,
                tr_plural(
                    "{n:,} record exported to {name}.",
                    "{n:,} records exported to {name}.",
                    done.rows,
                    name=path.name,
                ),
            ),
            (
                done.guarded,
                tr_plural(
                    "{n:,} record protected from being read as a formula.",
                    "{n:,} records protected from being read as formulas.",
                    done.guarded,
                ),
            ),
            (
                done.formulas,
                tr_plural(
                    "{n:,} record has a text that spreadsheet programs read as a formula. Export it with "
                    "cells protected if you do not trust the texts.",
                    "{n:,} records have texts that spreadsheet programs read as formulas. Export them with "
                    "cells protected if you do not trust the texts.",
                    done.formulas,
                ),
            ),
            (
                done.left_out,
                tr_plural(
                    "{n:,} unreadable line could not be written in this format.",
                    "{n:,} unreadable lines could not be written in this format.",
                    done.left_out,
                ),
            ),
            (
                done.lost,
                tr_plural(
                    "{n:,} record was lost with a part of a damaged file and is not in it.",
                    "{n:,} records were lost with a part of a damaged file and are not in it.",
                    done.lost,
                ),
            ),
            (done.certificate, translate_core_message(done.certificate)),
            (
                done.unverified,
                tr_plural(
                    "{n:,} predicted tag above the review threshold is unverified.",
                    "{n:,} predicted tags above the review threshold are unverified.",
                    done.unverified,
                ),
            ),
        )
        self._notifications.success(
            " ".join(words for count, words in counted if count),
            " ".join(map(translate_core_message, done.notes)),
            NotificationAction(tr("Show in folder"), partial(self._open_folder, path)),
        )
        self.accept()

    @Slot(object)
    def _handle_failure(self, error: Exception) -> None:
        self._job = None
        self._bar.hide()
        if isinstance(error, UnencodableError):
            self._ask_encoding(error)
        elif isinstance(error, MltagError) and self.isVisible():
            self._notifications.failed.emit(error)  # for the log
            self._ask(
                error_words(error),  # what was chosen stays for another attempt
                ((tr("&Not now"), self._close_question), (tr("C&hoose another file…"), self.start_anyway)),
            )
        else:
            self._notifications.failure(error)
            self.reject()

    def _ask_encoding(self, error: UnencodableError) -> None:
        escaped = error.sign.encode("ascii", "backslashreplace").decode("ascii")
        self._ask(
            tr(
                "{message} Export the table as UTF-8, or write such characters as {escaped} in {name}.",
                message=translate_core_message(error.message),
                escaped=escaped,
                name=display_name(error.encoding),
            ),
            (
                (tr("Export as &UTF-8"), lambda: self._run_with(encoding="utf-8")),
                (tr("&Escape characters"), lambda: self._run_with(escape=True)),
                (tr("&Not now"), self._close_question),
            ),
        )

    def _run_with(self, **choice: Any) -> None:
        self._options = replace(self._options, encoding="source", escape=False)
        self._options = replace(self._options, **choice)
        self._run()

    def _lay_out(self, theme: Theme) -> None:
        choices = QGridLayout()
        choices.setColumnMinimumWidth(0, _CHOICE_WIDTH)
        choices.setColumnStretch(1, 1)
        for place, (label, words) in enumerate(_WORDS):
            button = RadioButton(label)
            button.setAccessibleDescription(words)
            button.setToolTip(words)
            self._choice.addButton(button, place)
            choices.addWidget(button, place, 0)
            choices.addWidget(MutedLabel(theme, words), place, 1)
        options = (hairline(), GAP, heading(tr("Options")), self.form)
        result = (self.summary, self.question, self._bar)
        below = hbox(STRETCH, self._cancel, self._export, spacing=GAP)
        content = heading(tr("Content"))
        dialog_column(self, content, choices, GAP, *options, GAP, *result, STRETCH, GAP, below)
        self._export.setDefault(True)
        self._cancel.setAutoDefault(False)
        self.setMinimumWidth(_WIDTH)

    def done(self, result: int) -> None:
        if self._job is not None:
            self._job.cancel()
        super().done(result)


def summary(workspace: Workspace, what: What, options: ExportOptions) -> str:
    """Return what an export writes, in one sentence."""
    if what == "original":
        return tr("The source file is written byte for byte.")
    if what == "corrections":
        corrected = int((workspace.states().status == Status.CORRECTED).sum())
        return tr_plural("{n:,} correction is written.", "{n:,} corrections are written.", corrected)
    found = preview(workspace, options)
    refused = len(unsure_rows(workspace, options)) if options.unsure is UnsurePolicy.REFUSE else 0
    if refused:
        return tr_plural(
            "Nothing is written until {n:,} more record is reviewed.",
            "Nothing is written until {n:,} more records are reviewed.",
            refused,
        )
    decided = tr_plural("{n:,} decided tag", "{n:,} decided tags", found.decided)
    parts = [decided] if found.decided or not found.known else []
    if found.known:
        parts.append(tr_plural("{n:,} tag from the table", "{n:,} tags from the table", found.known))
    if found.filled:
        parts.append(
            tr_plural("{n:,} predicted tag filled in", "{n:,} predicted tags filled in", found.filled)
        )
    if found.empty:
        parts.append(
            tr_plural("{n:,} without a tag", "{n:,} without a tag", found.empty)
            if workspace.table.mapping.tag is None
            else tr_plural("{n:,} unchanged", "{n:,} unchanged", found.empty)
        )
    return tr_plural(
        "{n:,} record: {parts}.", "{n:,} records: {parts}.", found.records, parts=", ".join(parts)
    )


def suggested(workspace: Workspace, what: What) -> Path:
    """Return a path in the source's folder that differs from the source."""
    source = workspace.table.source_path or workspace.path
    suffix = source.suffix if workspace.table.source_path else ".csv"
    ending = "-tagged" if what == "table" else f"-{what}"
    return source.with_name(f"{source.stem}{ending}{suffix}")
