"""The export dialog: content, options, and questions about unreviewed records, formulas and encodings."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, QTimer, Slot
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QProgressBar, QPushButton, QScrollArea

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.model.manifest import UnsurePolicy
from mltag_desktop.core.tables.encoding import display_name
from mltag_desktop.core.tables.formats import FORMATS, usual_suffix
from mltag_desktop.core.tables.record_writer import UnencodableError
from mltag_desktop.core.workspace.export.export import export, stale_rows, unsure_rows
from mltag_desktop.core.workspace.export.export_options import (
    ExportOptions,
    ExportResult,
    What,
    default_columns,
    preview,
)
from mltag_desktop.core.workspace.types import RowId, Status
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui.i18n import tr, tr_plural, translate_core_message
from mltag_desktop.gui.import_export.export_form import EXPORT_FORMATS, EXPORT_SUFFIXES, ExportForm
from mltag_desktop.gui.operations import Operation
from mltag_desktop.gui.state.session import AppContext
from mltag_desktop.gui.widgets.common import MutedLabel, PrimaryButton, announce, hairline, heading
from mltag_desktop.gui.widgets.dialogs import (
    AskPath,
    Dialog,
    OpenFolder,
    ask_to_save,
    fit_screen,
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


class ExportDialog(Dialog):
    """Exports the session's open workspace; `review` shows the unreviewed records in the table."""

    def __init__(
        self,
        context: AppContext,
        *,
        ask_path: AskPath = ask_to_save,
        open_folder: OpenFolder = show_folder,
        review: Callable[[], object] | None = None,
        groups: Mapping[str, Sequence[RowId]] | None = None,
    ) -> None:
        """Offer these groups of records by name, besides all, the reviewed and the corrected ones."""
        super().__init__(context.window)
        self.setWindowTitle(tr("Export"))
        self._session = context.session
        self._jobs = context.jobs
        self._notifications = context.notifications
        self._ask_path = ask_path
        self._open_folder = open_folder
        self._review = review
        self._job: Operation | None = None
        self._path: Path | None = None
        self._options = ExportOptions()
        self._height = 0
        """Height before a question was asked, until it is answered."""
        self._choice = QButtonGroup(self)
        self.form = ExportForm()
        self.form.offer_records(groups or {})
        self.summary = MutedLabel(context.theme)
        self.summary.setAccessibleName(tr("What the export writes"))
        self.question = InlineQuestion()
        self._bar = QProgressBar()
        self._bar.setRange(0, 1000)
        self._bar.setTextVisible(False)
        self._bar.setMaximumHeight(6)
        self._bar.setAccessibleName(tr("Export progress"))
        self._export = PrimaryButton(context.theme, tr("&Export…"))
        self._cancel = QPushButton(tr("&Cancel"))
        self._lay_out(context.theme)
        self._export.clicked.connect(self.start)
        self._cancel.clicked.connect(self.reject)
        self._choice.idClicked.connect(self._update_options)
        self.form.changed.connect(self._update_options)
        self._counts = QTimer(self, interval=_COUNT_EVERY, singleShot=True)
        self._counts.timeout.connect(self._recount)
        context.session.changed.connect(self._note_change)
        self._start_fresh()
        fit_screen(self, QSize(_WIDTH, 0))

    @property
    def what(self) -> What:
        """The chosen content: `table`, `corrections` or `original`."""
        return WHATS[max(0, self._choice.checkedId())]

    def choose(self, what: What) -> None:
        """Choose the content to export."""
        self._choice.button(WHATS.index(what)).setChecked(True)
        self._update_options()

    def set_fill(self, fill: bool) -> None:
        """Set whether undecided records get the predicted tag."""
        self.form.fill.setChecked(fill)

    @Slot()
    def start(self) -> None:
        """Ask for a file name and export; first ask about outdated and unreviewed tags."""
        workspace = self._session.workspace
        if workspace is None:
            return
        self._options = self._chosen()
        stale_count = len(stale_rows(workspace, self._options)) if self.what == "table" else 0
        if stale_count:
            self._ask_outdated(stale_count)
        else:
            self._ask_unreviewed(workspace)

    def _chosen(self) -> ExportOptions:
        return replace(self.form.options(table=self.what == "table"), below=self._session.review_below)

    def _ask_outdated(self, count: int) -> None:
        self._ask(
            tr_plural(
                "{n:,} undecided record has a prediction of an earlier model or an earlier text.",
                "{n:,} undecided records have predictions of an earlier model or an earlier text.",
                count,
            ),
            (
                (tr("&Not now"), self._close_question),
                (tr("&Without predictions…"), self._export_without_predictions),
                (tr("Export &anyway…"), self._export_outdated),
            ),
        )

    def _export_without_predictions(self) -> None:
        self._options = replace(self._options, fill=False)
        self.start_anyway()

    def _export_outdated(self) -> None:
        self._options = replace(self._options, stale=True)
        self.start_anyway()

    def _ask_unreviewed(self, workspace: Workspace) -> None:
        unreviewed_count = self._unreviewed_count(workspace)
        if unreviewed_count and self._options.unsure is UnsurePolicy.REFUSE:
            self._report_refused(unreviewed_count)
            return
        kept = self._options.unsure is UnsurePolicy.KEEP
        if not unreviewed_count or not kept or workspace.preference(ASKED):
            self.start_anyway()
            return
        answers: list[Answer] = [
            (tr("&Not now"), self._close_question),
            (tr("Export &anyway…"), self._export_anyway),
        ]
        if self._review is not None:
            answers.insert(1, (tr("Revie&w now"), self._review_now))
        self._ask(
            tr_plural(
                "{n:,} record is still to review. Its predicted tag will be exported.",
                "{n:,} records are still to review. Their predicted tags will be exported.",
                unreviewed_count,
            ),
            answers,
            "" if workspace.read_only else tr("&Do not ask again for this workspace"),
        )

    def _report_refused(self, count: int) -> None:
        answers: list[Answer] = [(tr("&Not now"), self._close_question)]
        if self._review is not None:
            answers.append((tr("Revie&w now"), self._review_now))
        self._ask(
            tr_plural(
                "{n:,} record must be reviewed before the export.",
                "{n:,} records must be reviewed before the export.",
                count,
            ),
            answers,
        )

    def _unreviewed_count(self, workspace: Workspace) -> int:
        if self.what != "table" or not self._options.fill:
            return 0
        return len(unsure_rows(workspace, self._options))

    def _review_now(self) -> None:
        self._remember()
        self.reject()
        if self._review is not None:
            self._review()

    def _export_anyway(self) -> None:
        self._remember()
        self.start_anyway()

    def _remember(self) -> None:
        workspace = self._session.workspace
        if workspace is not None and self.question.keep.isChecked():
            Operation(lambda progress: workspace.set_preference(ASKED, value=True)).failure(
                self._notifications.failure
            ).run(self._jobs)

    def start_anyway(self) -> None:
        """Ask for a file name and export."""
        workspace = self._session.workspace
        if workspace is None:
            return
        place = str(self._suggested(workspace))
        chosen = self._ask_path(self, tr("Export"), place, self._filter())
        if not chosen:
            self._close_question()
            return
        self._path = Path(chosen)
        self._run()

    def _suggested(self, workspace: Workspace) -> Path:
        place = suggested(workspace, self.what)
        return place if self.what == "original" else place.with_suffix(self.form.form.suffix)

    def _filter(self) -> str:
        if self.what == "original":
            return _ANY
        first = self.form.form
        return ";;".join([first.filter, *(form.filter for form in EXPORT_FORMATS if form != first), _ANY])

    def _start_fresh(self) -> None:
        workspace = self._session.workspace
        self._bar.hide()
        self.question.hide()
        self._choice.button(0).setChecked(True)
        self._export.setEnabled(workspace is not None)
        self.form.setEnabled(workspace is not None)
        if workspace is None:
            self.summary.setText(tr("No table is open."))
            return
        source, is_text = workspace.table.source_path, workspace.table.dialect.form == "delimited"
        suffix = source.suffix if source is not None else ""
        if not suffix or (not is_text and usual_suffix(suffix) not in EXPORT_SUFFIXES):
            suffix = FORMATS[0].suffixes[0]
        self.form.start(
            workspace.table.columns,
            default_columns(workspace),
            suffix,
            workspace.thresholds.unsure,
            fill=workspace.table.mapping.tag is None,
        )
        self._update_options()

    @Slot()
    def _update_options(self) -> None:
        """Enable the options that apply to the chosen content."""
        self.form.allow(self.what)
        workspace = self._session.workspace
        if workspace is not None:
            self._summarize(summary(workspace, self.what, self._chosen()))
        self._close_question()

    @Slot()
    def _note_change(self) -> None:
        if self.isVisible() and not self._counts.isActive():
            self._counts.start()

    @Slot()
    def _recount(self) -> None:
        """Count again, for example while predictions arrive; a question that is being asked stays."""
        workspace = self._session.workspace
        if workspace is not None and self._job is None:
            words = summary(workspace, self.what, self._chosen())
            self.summary.setText(words)
            self._export.setAccessibleDescription(words)

    def _summarize(self, words: str) -> None:
        if words != self.summary.text():
            self.summary.setText(words)
            self._export.setAccessibleDescription(words)
            announce(self, words)

    def _close_question(self) -> None:
        self.question.hide()
        self._fit_height()
        self._export.setEnabled(self._session.workspace is not None and self._job is None)

    def _ask(self, words: str, answers: Sequence[Answer], keep: str = "") -> None:
        if not self._height:
            self._height = self.height()
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
        workspace, path = self._session.workspace, self._path
        if workspace is None or path is None:
            return
        self._job = (
            Operation(export, workspace, path, self.what, replace=True, options=self._options)
            .progress(self._show_progress)
            .success(self._finish)
            .failure(self._handle_failure)
        )
        self.question.hide()
        self._bar.setValue(0)
        self._bar.show()
        self._fit_height()
        self._export.setEnabled(False)
        self._job.run(self._jobs)

    @Slot(float, str)
    def _show_progress(self, share: float, step: str) -> None:
        self._bar.setValue(round(share * 1000))

    @Slot(object)
    def _finish(self, done: ExportResult) -> None:
        self._job = None
        path = done.path
        words = [
            tr_plural(
                "{n:,} record exported to {name}.",
                "{n:,} records exported to {name}.",
                done.rows,
                name=path.name,
            )
        ]
        if done.guarded:
            words.append(
                tr_plural(
                    "{n:,} record protected from being read as a formula.",
                    "{n:,} records protected from being read as formulas.",
                    done.guarded,
                )
            )
        if done.formulas:
            words.append(
                tr_plural(
                    "{n:,} record has a text that spreadsheet programs read as a formula. Export it with "
                    "cells protected if you do not trust the texts.",
                    "{n:,} records have texts that spreadsheet programs read as formulas. Export them with "
                    "cells protected if you do not trust the texts.",
                    done.formulas,
                )
            )
        if done.left_out:
            words.append(
                tr_plural(
                    "{n:,} unreadable line could not be written in this format.",
                    "{n:,} unreadable lines could not be written in this format.",
                    done.left_out,
                )
            )
        if done.lost:
            words.append(
                tr_plural(
                    "{n:,} record was lost with a part of a damaged file and is not in it.",
                    "{n:,} records were lost with a part of a damaged file and are not in it.",
                    done.lost,
                )
            )
        if done.certificate:
            words.append(translate_core_message(done.certificate))
        if done.unverified:
            words.append(
                tr_plural(
                    "{n:,} predicted tag above the review threshold is unverified.",
                    "{n:,} predicted tags above the review threshold are unverified.",
                    done.unverified,
                )
            )
        action = NotificationAction(tr("Show in folder"), lambda: self._open_folder(path))
        self._notifications.success(
            " ".join(words), " ".join(translate_core_message(note) for note in done.notes), action
        )
        self.accept()

    @Slot(object)
    def _handle_failure(self, error: Exception) -> None:
        self._job = None
        self._bar.hide()
        if isinstance(error, UnencodableError):
            self._ask_encoding(error)
            return
        if isinstance(error, MltagError) and self.isVisible():
            self._ask_again(error)
            return
        self._notifications.failure(error)
        self.reject()

    def _ask_again(self, error: MltagError) -> None:
        """Say what failed, and keep what was chosen for another attempt."""
        self._notifications.failed.emit(error)  # for the log
        self._ask(
            f"{translate_core_message(error.message)} {translate_core_message(error.hint)}",
            ((tr("&Not now"), self._close_question), (tr("C&hoose another file…"), self.start_anyway)),
        )

    def _ask_encoding(self, error: UnencodableError) -> None:
        name = display_name(error.encoding)
        escaped = error.sign.encode("ascii", "backslashreplace").decode("ascii")
        self._ask(
            tr(
                "{message} Export the table as UTF-8, or write such characters as {escaped} in {name}.",
                message=translate_core_message(error.message),
                escaped=escaped,
                name=name,
            ),
            (
                (tr("Export as &UTF-8"), lambda: self._run_with(ExportOptions(encoding="utf-8"))),
                (tr("&Escape characters"), lambda: self._run_with(ExportOptions(escape=True))),
                (tr("&Not now"), self._close_question),
            ),
        )

    def _run_with(self, choice: ExportOptions) -> None:
        self._options = replace(self._options, encoding=choice.encoding, escape=choice.escape)
        self._run()

    def _lay_out(self, theme: Theme) -> None:
        layout = dialog_column(self, heading(tr("Content")))
        buttons: list[RadioButton] = []
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
            buttons.append(button)
        layout.addLayout(choices)
        layout.addSpacing(GAP)
        layout.addWidget(hairline())
        layout.addSpacing(GAP)
        layout.addWidget(heading(tr("Options")))
        layout.addWidget(self.form)
        layout.addSpacing(GAP)
        layout.addWidget(self.summary)
        layout.addWidget(self.question)
        layout.addWidget(self._bar)
        layout.addStretch(1)
        below = hbox(STRETCH, self._cancel, self._export, spacing=GAP)
        layout.addSpacing(GAP)
        layout.addLayout(below)
        self._export.setDefault(True)
        self._cancel.setAutoDefault(False)
        self.setMinimumWidth(640)

    def done(self, result: int) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None
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
