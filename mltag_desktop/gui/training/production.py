"""The production metrics dialog: accuracy, acceptance, review thresholds and misclassifications."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QAbstractItemModel, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QLabel,
    QStyleOptionViewItem,
    QWidget,
)

from mltag_desktop.core.learning.misclassifications import (
    ImportedMisclassifications,
    import_misclassifications,
    write_misclassifications,
)
from mltag_desktop.core.learning.production_metrics import (
    Acceptance,
    AcceptanceRate,
    ProductionMetrics,
    ThresholdEffort,
    production_metrics,
    undecided_below,
    with_efforts_of,
    wrong_rows,
)
from mltag_desktop.core.model.manifest import UnsurePolicy
from mltag_desktop.core.workspace.decisions.certificates import Certificate
from mltag_desktop.core.workspace.decisions.review_thresholds import EVERYTHING, ReviewThresholds
from mltag_desktop.core.workspace.types import Change, ChangeKind
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui.i18n import format_number, localise_numbers, tr, tr_plural, translate_core_message
from mltag_desktop.gui.import_export.export_form import UnsurePolicyBox
from mltag_desktop.gui.operations import Lane, Operation, without_progress
from mltag_desktop.gui.state.context_dialog import ContextDialog
from mltag_desktop.gui.state.session import AppContext, RecordNavigator
from mltag_desktop.gui.state.words import model_label
from mltag_desktop.gui.training.fallback_controller import fallback_words
from mltag_desktop.gui.widgets.common import MutedLabel, SpokenLabel, heading, label_of, text_button
from mltag_desktop.gui.widgets.dialog_tables import (
    ColumnHeading,
    Index,
    LineTable,
    PaddedDelegate,
    TableLine,
)
from mltag_desktop.gui.widgets.dialogs import (
    AskPath,
    ask_to_open,
    ask_to_save,
    bring_up,
    keep_on_screen,
)
from mltag_desktop.gui.widgets.inputs import DecimalSpinBox
from mltag_desktop.gui.widgets.layout import dialog_column, flowing, hbox, vbox
from mltag_desktop.gui.widgets.notifications import Notifications
from mltag_desktop.gui.widgets.theme import GAP, GROUP, ROW, Theme, scaled

_LIMIT: Final = 1
_UNVERIFIED: Final = tr("unverified")
_HEADINGS: Final = (
    ColumnHeading(tr("Tag")),
    ColumnHeading(tr("Threshold"), _UNVERIFIED, right=True),
    ColumnHeading(tr("To review"), _UNVERIFIED, right=True),
    ColumnHeading(tr("Error above it"), _UNVERIFIED),
)


class ThresholdPanel(QWidget):
    """Table of thresholds, explanation of the selected row, and buttons."""

    def __init__(
        self,
        theme: Theme,
        certify: Callable[[], object],
        set_limits: Callable[[float | None, Mapping[str, float | None]], object],
        show_records: Callable[[str], object],
    ) -> None:
        """`set_limits` sets the general threshold, or those of some tags; None is the general one.

        `show_records` shows the records below the threshold of a tag, "" for all tags.
        """
        super().__init__()
        self._set_limits = set_limits
        self._certificate: Certificate | None = None
        self._below = ReviewThresholds(0.0)
        self.table = LineTable(theme, tr("Review thresholds"), _HEADINGS)
        self.table.setItemDelegateForColumn(_LIMIT, _ThresholdDelegate(theme, self.table))
        self.table.setEditTriggers(self.table.editTriggers() | QAbstractItemView.EditTrigger.AnyKeyPressed)
        self.words = SpokenLabel(
            wordWrap=True, textInteractionFlags=Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.words.setAccessibleName(tr("Effect of the review threshold"))
        certify_button = text_button(tr("Cer&tify…"), certify)
        self.drop = text_button(
            tr("Reset to the &general threshold"), lambda: set_limits(None, {self.table.current.tag: None})
        )
        self.show_them = text_button(tr("Show &records"), lambda: show_records(self.table.current.tag))
        self._free = True
        self.table.setMinimumHeight(self.table.horizontalHeader().sizeHint().height() + 5 * ROW + 2)
        buttons = flowing(certify_button, self.drop, self.show_them)
        vbox((self.table, 1), self.words, buttons, parent=self, margins=0, spacing=GAP)
        self.table.edited.connect(self._set)
        self.table.chosen.connect(self._show_line)

    def show_limits(self, found: ProductionMetrics, below: ReviewThresholds, *, free: bool = True) -> None:
        """Show the current thresholds, which can be changed if `free`."""
        self._free, self._below, self._certificate = free, below, found.certificate
        self.table.show_lines([self._line(effort) for effort in (found.as_set, *found.limits)])

    def _line(self, effort: ThresholdEffort) -> TableLine:
        limit = self._limit(effort)
        error = _UNVERIFIED if self._certificate is None else "–"
        if self._certificate is not None and not effort.tag:
            error = tr("at most {allowed:.0%}", allowed=self._certificate.allowed)
        cells = (effort.tag or tr("All tags"), limit_words(limit), format_number(effort.to_review), error)
        is_own = not effort.tag or effort.tag in self._below.tags
        return TableLine(cells, effort, bold=is_own, edits=(None, limit))

    def _limit(self, effort: ThresholdEffort) -> float:
        return self._below.of(effort.tag or None)

    @Slot(object)
    def _show_line(self, effort: ThresholdEffort | None) -> None:
        if effort is not None:
            self.words.setText(effort_words(effort, self._limit(effort), self._certificate))
            self.drop.setEnabled(self._free and effort.tag in self._below.tags)
            self.show_them.setEnabled(effort.to_review > 0)

    @Slot(int, int, object)
    def _set(self, row: int, _column: int, limit: float) -> None:
        effort: ThresholdEffort = self.table.lines.lines[row].thing
        changed = abs(float(limit) - self._limit(effort)) >= 0.005  # the display has two decimals
        if self._free and changed:
            self._set_limits(None if effort.tag else limit, {effort.tag: limit} if effort.tag else {})


class _ThresholdSpinBox(DecimalSpinBox):
    """A confidence; one step above 1 means all records."""

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        word, every = text.strip().casefold(), limit_words(EVERYTHING).casefold()
        if word and every.startswith(word):
            state = QValidator.State.Acceptable if word == every else QValidator.State.Intermediate
            return state, text, place
        return super().validate(text, place)

    def textFromValue(self, value: float) -> str:
        return limit_words(value)

    def valueFromText(self, text: str) -> float:
        word = text.strip().casefold()
        return EVERYTHING if word == limit_words(EVERYTHING).casefold() else super().valueFromText(text)


class _ThresholdDelegate(PaddedDelegate):
    """Edits a threshold in its cell."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        box = _ThresholdSpinBox(parent)
        box.setRange(0.0, EVERYTHING)
        box.setSingleStep(0.01)
        box.setDecimals(2)
        box.setFrame(False)
        box.setAccessibleName(tr("Review threshold"))
        return box

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, DecimalSpinBox):
            editor.interpretText()
            model.setData(index, editor.value())


def limit_words(limit: float) -> str:
    """Format a threshold; above 1, all records are reviewed."""
    return tr("all") if limit > 1 else format_number(limit, ".2f")


def effort_words(effort: ThresholdEffort, limit: float, certificate: Certificate | None) -> str:
    """Return what the current threshold means."""
    records = tr_plural("{n:,} record to review", "{n:,} records to review", effort.to_review)
    if effort.confidence is not None and limit > 1:
        return tr("All records are reviewed: {records}.", records=records)
    head = tr("Current setting") if effort.confidence is None else tr("At {limit:.2f}", limit=limit)
    first = tr("{head}: {records}.", head=head, records=records)
    if certificate is None:
        return tr(
            "{first} The error above the threshold is unverified; random checks can certify it.",
            first=first,
        )
    return f"{first} {translate_core_message(certificate.sentence)}"


def chosen_words(default: float | None, tags: Mapping[str, float | None], shorts: Mapping[str, str]) -> str:
    """Return what was set, for a notification."""
    if default is not None:
        return tr("Review threshold set: {default:.2f}.", default=default)
    limits: Sequence[str] = [
        tr("{tag}: general threshold", tag=shorts.get(tag, tag))
        if limit is None
        else f"{shorts.get(tag, tag)} {limit_words(limit)}"
        for tag, limit in list(tags.items())[:4]
    ]
    more = tr(" and others") if len(tags) > len(limits) else ""
    return tr("Review thresholds set: {limits}{more}.", limits=", ".join(limits), more=more)


SIZE: Final = QSize(940, 760)
_HARDLY_KNOWN: Final = 0.25
"""Maximum width of a useful interval."""
_RATE: Final = (
    ColumnHeading(tr("Correct"), "100%", right=True),
    ColumnHeading(tr("95% interval"), "100%–100%", right=True),
)
_RATES: Final = (
    ColumnHeading(tr("Answers")),
    ColumnHeading(tr("Asked"), "000,000", right=True),
    *_RATE,
    ColumnHeading(tr("Random check"), "000,000", right=True),
    *_RATE,
)


_SETTLED: Final = 300
"""Milliseconds in which changes are collected."""
_KINDS: Final = tr("Misclassifications (*.jsonl)")


class ProductionDialog(ContextDialog):
    """Shows production metrics next to the table, and the records behind them."""

    def __init__(
        self,
        context: AppContext,
        navigator: RecordNavigator,
        certify: Callable[[], object],
        save: AskPath = ask_to_save,
        choose: AskPath = ask_to_open,
    ) -> None:
        super().__init__(context, tr("Production metrics"), SIZE)
        theme = context.theme
        self._navigator = navigator
        self._save, self._choose = save, choose
        self.metrics: ProductionMetrics | None = None
        """The shown metrics; None until they are counted."""
        self._wanted_version: str | None = None
        """The version that was chosen; None for the active model."""
        self._job = Lane(self, context.jobs)
        self._settled = QTimer(self, interval=_SETTLED, singleShot=True)
        self._settled.timeout.connect(self._count)
        context.session.changed.connect(self._handle_change)
        self._estimate = QLabel(tr("Counting"), wordWrap=True)
        self._estimate.setFont(scaled(self._estimate.font(), 1.15, bold=True))
        self._about = MutedLabel(theme)
        self._stays = QLabel(wordWrap=True)
        self._stays.hide()
        self._version = QComboBox()
        self._version.setAccessibleName(tr("Model version"))
        self._version.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._version.activated.connect(self._choose_version)
        self._table = LineTable(theme, tr("Estimated accuracy"), _RATES)
        self._table.setMinimumHeight(7 * ROW)
        self.unsure = UnsurePolicyBox()
        self.unsure.activated.connect(self._use_policy)
        self.limits = ThresholdPanel(theme, certify, self._set_thresholds, self._show_below)
        self._wrong = text_button(
            tr("Show &wrong predictions"),
            self._show_wrong,
            tr("Show records whose decision differs from the prediction"),
        )
        self._export = text_button(
            tr("&Export misclassifications…"), self.export, tr("Export wrong predictions for a colleague")
        )
        self._import = text_button(
            tr("I&mport misclassifications…"),
            self.import_misclassifications,
            tr("Flag the records listed in a misclassification file"),
        )
        self.notifications = Notifications(theme, self)
        """Notifications about files appear in the dialog, where they were requested."""
        self.notifications.failed.connect(context.notifications.failed)
        self._lay_out()

    def show_active_model(self) -> None:
        """Show the dialog with the metrics of the active model."""
        self._wanted_version = None
        bring_up(self)
        self._count()

    @property
    def words(self) -> str:
        """The estimated accuracy as text."""
        return self._estimate.text()

    def show_in_use(
        self,
        found: ProductionMetrics,
        below: ReviewThresholds,
        unsure: UnsurePolicy = UnsurePolicy.KEEP,
        *,
        free: bool = True,
        stays: str = "",
    ) -> None:
        """Show the metrics, the current thresholds and the policy, which can be changed if `free`.

        `stays` explains why records stay in review that the active model is sure about.
        """
        self._stays.setText(stays)
        self._stays.setVisible(bool(stays))
        self.metrics = found
        self._estimate.setText(estimate_words(found))
        self._about.setText(
            tr(
                "“Random check” counts texts that the service drew at random among all its answers. “Asked” "
                "counts texts that were sent for another reason, such as low confidence; it says nothing "
                "about the others."
            )
            if found.from_service
            else tr(
                "“Asked” counts all other decisions: questions, on which the model was unsure, checks of a "
                "certification, on which it was sure, and records that you chose. “Random check” is the "
                "audit set; only it represents the whole table."
            )
        )
        self._version.clear()
        for version in filter(None, dict.fromkeys([*found.versions, found.version])):
            self._version.addItem(model_label(version), version)
        self._version.setCurrentIndex(self._version.findData(found.version))
        self._version.setVisible(self._version.count() > 0)
        self._table.show_lines(rate_lines(found.queue, found.audit))
        self.limits.show_limits(found, below, free=free)
        self.unsure.choose(unsure)
        self.unsure.setEnabled(free)
        for part in (self._wrong, self._export):  # an import needs no decisions
            part.setEnabled(bool(found.versions))
        if self.isVisible():
            keep_on_screen(self)

    @Slot()
    def export(self) -> None:
        """Ask for a path and write the misclassifications to a file."""
        workspace = self._workspace
        name = f"{workspace.path.stem}-misclassifications.jsonl"
        chosen = self._save(self._context.window, tr("Export misclassifications"), name, _KINDS)
        if chosen:
            path = Path(chosen) if Path(chosen).suffix else Path(f"{chosen}.jsonl")
            self._run(partial(self._notify_written, path.name), write_misclassifications, workspace, path)

    @Slot()
    def import_misclassifications(self) -> None:
        """Flag the records that another curator's misclassification file lists."""
        workspace = self._workspace
        if workspace.read_only:
            self._near.info(tr("This workspace is read-only."), tr("Open the workspace for writing first."))
            return
        chosen = self._choose(self._context.window, tr("Import misclassifications"), "", _KINDS)
        if chosen:
            self._run(
                partial(self._finish_import, workspace), import_misclassifications, workspace, Path(chosen)
            )

    def _run(
        self, then: Callable[[Any], object], function: Callable[..., object], *arguments: object
    ) -> None:
        Operation(function, *arguments).success(then).failure(self._report_failure).run(self._jobs)

    @property
    def _near(self) -> Notifications:
        """Notifications of the dialog if it is open, otherwise of the window, which the dialog may cover."""
        return self.notifications if self.isVisible() else self._context.notifications

    @Slot(object)
    def _report_failure(self, error: Exception) -> None:
        self._near.failure(error)

    def _notify_written(self, name: str, count: int) -> None:
        self._near.success(
            tr_plural(
                "{n:,} misclassification exported to {name}.",
                "{n:,} misclassifications exported to {name}.",
                count,
                name=name,
            )
        )

    def _finish_import(self, workspace: Workspace, taken: ImportedMisclassifications) -> None:
        if taken.added:
            self._session.publish(Change(None, ChangeKind.RECORDS), workspace)
        self._session.publish(taken.change, workspace)
        rows = taken.change.rows if taken.change.rows is not None else ()
        words = tr_plural(
            "{n:,} record flagged, {added:,} of them added to the table.",
            "{n:,} records flagged, {added:,} of them added to the table.",
            len(rows),
            added=taken.added,
        )
        self._near.success(words, tr("The flags can be undone."))

    @Slot()
    def _count(self) -> None:
        if self.isVisible():
            limits = self._session.review_below
            Operation(production_metrics, self._workspace, self._wanted_version, limits).in_worker(
                short=True
            ).success(self._count_live).failure(self._report_failure).run(self._job)

    @Slot(object)
    def _count_live(self, found: ProductionMetrics) -> None:
        """Count the records to review again: the worker process has no live predictions."""
        workspace, limits = self._workspace, self._session.review_below
        Operation(lambda _: with_efforts_of(found, workspace.states(), limits)).success(self._show).failure(
            self._report_failure
        ).run(self._job)

    @Slot(object)
    def _show(self, found: ProductionMetrics) -> None:
        workspace, below = self._workspace, self._session.review_below
        is_active = found.version == workspace.models.active
        stays = fallback_words(self._session.fallback) if is_active else ""
        free = not workspace.read_only
        self.show_in_use(found, below, workspace.thresholds.unsure, free=free, stays=stays)

    @Slot(int)
    def _choose_version(self, place: int) -> None:
        self._wanted_version = self._version.itemData(place)
        self._count()

    def _show_below(self, tag: str) -> None:
        below = self._session.review_below
        show = partial(self._navigator.show_records, words=tr("to review"))
        self._run(show, without_progress(undecided_below), self._workspace, below, tag or None)

    @Slot()
    def _show_wrong(self) -> None:
        show = partial(self._navigator.show_records, words=tr("decision differs from prediction"))
        self._run(show, without_progress(wrong_rows), self._workspace)

    def _set_thresholds(self, default: float | None, tags: Mapping[str, float | None]) -> None:
        workspace = self._workspace
        if not workspace.read_only:
            shorts = {tag.name: tag.label for tag in workspace.tag_set.tags}
            self._context.writer.write(partial(workspace.thresholds.set, default, tags))
            self._near.success(chosen_words(default, tags, shorts), tr("This can be undone."))

    @Slot()
    def _use_policy(self) -> None:
        workspace = self._workspace
        if not workspace.read_only:
            self._context.writer.write(partial(workspace.thresholds.set_unsure, self.unsure.policy))

    @Slot(object)
    def _handle_change(self, change: Change) -> None:
        if self.isVisible() and not self._settled.isActive():
            self._settled.start()

    def leave(self) -> None:
        """Stop the work and delete the dialog, because the workspace is closed."""
        self._job.cancel()
        self._settled.stop()
        self.hide()
        self.deleteLater()

    def _lay_out(self) -> None:
        policy = label_of(self.unsure, tr("Tags to re&view in exports"))
        policy.setMinimumHeight(self.unsure.sizeHint().height())  # in line with it
        below = hbox((flowing(self._wrong, self._export, self._import), 1), spacing=GAP)
        below.addWidget(text_button(tr("C&lose"), self.hide), 0, Qt.AlignmentFlag.AlignBottom)
        layout = dialog_column(self, self._estimate, self._stays, self._about, spacing=GROUP)
        layout.addWidget(self._version, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._table, 1)
        layout.addWidget(heading(tr("Review thresholds")))
        layout.addWidget(self.limits, 1)
        layout.addWidget(flowing(policy, self.unsure))
        layout.addLayout(below)


def rate_lines(queue: Acceptance, audit: Acceptance) -> list[TableLine]:
    """Return the acceptance rates of the queue and of the audit set, side by side."""
    lines = [_rate_line(tr("All answers"), queue.whole, audit.whole, bold=True)]
    for title, one, other in (
        (tr("By predicted tag"), queue.tags, audit.tags),
        (tr("By confidence"), queue.bands, audit.bands),
        (tr("By day"), queue.days, audit.days),
    ):
        pairs = _paired(one, other)
        if pairs:
            lines.append(TableLine((title,), bold=True))
        for name, asked, drawn in pairs:
            lines.append(_rate_line(localise_numbers(name) if one is queue.bands else name, asked, drawn))
    return lines


def _rate_line(name: str, *rates: AcceptanceRate, bold: bool = False) -> TableLine:
    return TableLine((name, *(text for rate in rates for text in _figures(rate))), bold=bold)


def estimate_words(found: ProductionMetrics) -> str:
    """Return how often the model is right on the whole table, as far as it is known."""
    overall = found.audit.whole
    if found.from_service:
        return _service_words(found.audit.whole)
    if not overall.rows:
        return tr("The accuracy on the whole table is not known yet: no random check has been decided.")
    low, high = overall.interval
    records = tr_plural("{n:,} record", "{n:,} records", overall.rows)
    if high - low > _HARDLY_KNOWN:
        return tr(
            "The accuracy on the whole table is still uncertain: {low:.0%} to {high:.0%}, from {records} "
            "checked at random.",
            low=low,
            high=high,
            records=records,
        )
    if overall.right == overall.rows:
        return tr(
            "On the whole table, at least {low:.0%} of the predictions are correct: all {records} checked at "
            "random were.",
            low=low,
            records=records,
        )
    return tr(
        "On the whole table, about {share:.0%} of the predictions are correct ({low:.0%}–{high:.0%}), "
        "from {records} checked at random.",
        share=overall.share,
        low=low,
        high=high,
        records=records,
    )


def _service_words(overall: AcceptanceRate) -> str:
    """Return how often a service was right, as far as it is known."""
    if not overall.rows:
        return tr(
            "The accuracy of the service is not known: no text that it drew at random has been decided. "
            "Start it with --sample to draw some."
        )
    low, high = overall.interval
    texts = tr_plural("{n:,} text", "{n:,} texts", overall.rows)
    if high - low > _HARDLY_KNOWN or overall.right == overall.rows:
        return tr(
            "Between {low:.0%} and {high:.0%} of all answers of the service are correct, from {texts} drawn "
            "at random.",
            low=low,
            high=high,
            texts=texts,
        )
    return tr(
        "About {share:.0%} of all answers of the service are correct ({low:.0%}–{high:.0%}), from {texts} "
        "drawn at random.",
        share=overall.share,
        low=low,
        high=high,
        texts=texts,
    )


def _paired(
    one: Sequence[AcceptanceRate], other: Sequence[AcceptanceRate]
) -> list[tuple[str, AcceptanceRate, AcceptanceRate]]:
    """Pair the rates of the same name; names without rows in both are left out."""
    names = dict.fromkeys([*(rate.name for rate in one), *(rate.name for rate in other)])
    left, right = ({rate.name: rate for rate in rates} for rates in (one, other))
    empty = AcceptanceRate("", 0, 0, (0.0, 1.0))
    pairs = [
        (name, left.get(name, empty), right.get(name, empty))
        for name in (sorted(names) if all(map(_is_day, names)) else names)
    ]
    return [pair for pair in pairs if pair[1].rows or pair[2].rows]


def _is_day(name: str) -> bool:
    return len(name) == 10 and name[4:5] == "-"


def _figures(rate: AcceptanceRate) -> tuple[str, str, str]:
    if not rate.rows:
        return format_number(rate.rows), "–", "–"
    low, high = rate.interval
    interval = localise_numbers(f"{low:.0%}–{high:.0%}")
    return format_number(rate.rows), format_number(rate.share, ".0%"), interval
