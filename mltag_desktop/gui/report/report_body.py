"""The body of the report: regressions, metrics, confusion, reliability, prediction changes, tests, notes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from html import escape
from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QBoxLayout, QComboBox, QLabel, QVBoxLayout, QWidget

from mltag_desktop.core.evaluation.behavioural_tests import BehaviourResult
from mltag_desktop.core.evaluation.evaluation_report import DataCheck, Report
from mltag_desktop.core.evaluation.model_figures import (
    ModelFigures,
    ModelRole,
    PredictionChanges,
    name_in_sentence,
)
from mltag_desktop.core.evaluation.promotion_gate import calibration_regressions
from mltag_desktop.core.evaluation.regressions import Regression, RegressionKind, regression_words
from mltag_desktop.core.evaluation.report_charts import (
    reliability_chart,
    review_threshold,
    threshold_chart,
    trade_off_chart,
    versions_chart,
)
from mltag_desktop.core.evaluation.report_tables import (
    behaviour_table,
    part_tables,
    several_parts,
    several_tables,
    written,
)
from mltag_desktop.core.workspace.types import TagInfo
from mltag_desktop.gui.i18n import (
    escape_mnemonic,
    format_number,
    in_sentence,
    tr,
    tr_plural,
    translate_core_message,
    unbroken,
)
from mltag_desktop.gui.report.chart_view import ChartView
from mltag_desktop.gui.report.confusion import ConfusionPanel
from mltag_desktop.gui.report.findings_view import Finding, FindingsView
from mltag_desktop.gui.report.metrics_table import MetricsTable, ReportTable
from mltag_desktop.gui.report.prediction_changes import Explain, Texts, prediction_changes_section
from mltag_desktop.gui.report.report_header import ChoiceButtons, ReportRequests
from mltag_desktop.gui.widgets.common import FlatButton, MutedLabel, heading, infos_of, section, text_button
from mltag_desktop.gui.widgets.dialog_tables import fit_height
from mltag_desktop.gui.widgets.layout import hbox, vbox
from mltag_desktop.gui.widgets.theme import EDGE, GAP, ROW, Theme, row_height, widened

_MOST_REGRESSIONS: Final = 6
_MOST_FAILURES: Final = 10
_WIDEST: Final = 1_200
"""Maximum width in pixels; a tag far from its text is hard to follow."""
_CHOSEN: Final = Qt.WidgetAttribute.WA_WState_ExplicitShowHide
"""Whether a widget was shown or hidden, instead of following its parent."""
LEAST_WIDE: Final = 980
"""Page width in pixels from which two sections fit next to each other."""


class ReportBody(QWidget):
    """Everything below the headline of one report, built section by section to keep the window responsive.

    Signals: `built()` when the last section is complete.
    """

    built = Signal()

    def __init__(
        self,
        theme: Theme,
        report: Report,
        tags: Sequence[TagInfo],
        requests: ReportRequests,
        texts: Texts | None = None,
        explain: Explain | None = None,
    ) -> None:
        """Show `report`; `explain` explains prediction changes of table records."""
        super().__init__()
        self._theme, self._report, self._requests = theme, report, requests
        self._texts, self._explain = texts, explain
        self._regressions = (*report.regressions, *calibration_regressions(report))
        order = report.models[0].tag_order if report.models else ()
        self._tags = infos_of(order, tags)
        self._compared = side_by_side(report.models)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._layout = vbox(parent=self, margins=(EDGE, GAP * 2, EDGE, EDGE), spacing=EDGE)
        self._pairs: list[QBoxLayout] = []
        self._room = LEAST_WIDE
        self._steps: list[Callable[[], None]] = [self._add_regressions]
        if report.models:
            self._steps += [self._add_figures, self._add_all_tags, self._add_confusion]
            self._steps += [self._make_reliability, self._add_reliability]
            self._steps += [self._add_thresholds, self._add_versions]
        self._steps += [self._add_prediction_changes]
        if any(model.behaviour for model in report.models):
            self._steps += [self._add_behaviour]
        self._steps += [self._add_checks, self._add_notes]
        self._timer = QTimer(self, interval=0, singleShot=True)
        self._timer.timeout.connect(self._build)
        self._build()

    def build_all(self) -> None:
        """Build the remaining sections at once, for example for a screenshot."""
        while self._steps:
            self._add_next()
        self._timer.stop()
        self.built.emit()

    @Slot()
    def _build(self) -> None:
        """Build the next section, and schedule the one after it for when the window has been painted."""
        self._add_next()
        if self._steps:
            self._timer.start()
        else:
            self.built.emit()

    def _add_next(self) -> None:
        """Add the next section and make room for it.

        Qt shows it and asks the scroll area for room in later events; a paint in between would show sections
        on top of each other.
        """
        self._steps.pop(0)()
        for child in self.children():
            if isinstance(child, QWidget) and not child.testAttribute(_CHOSEN):
                child.show()
        self._make_room()

    def _make_room(self) -> None:
        self.resize(self.width(), max(self.height(), self._layout.totalHeightForWidth(self.width())))

    def _add_figures(self) -> None:
        if self._report.comparison_note:
            self._add_muted([self._report.comparison_note])
        shown = [*self._report.baselines, *self._compared]
        self._layout.addWidget(MetricsTable(self._theme, part_tables(shown), self._tags))
        places = places_of_slices(self._report)
        if places:
            self._layout.addLayout(slices_row(self._theme, self._report, places, self._requests))

    def _add_all_tags(self) -> None:
        evaluated = [model for model in self._compared if model.several is not None]
        if not evaluated:
            return
        box, inside = section(tr("All tags of each record"))
        inside.addWidget(MetricsTable(self._theme, several_parts(evaluated), self._tags))
        by_model = several_tables(evaluated)[0].without("model", "rows")
        for row in by_model.rows:
            figures = [
                f"{translate_core_message(column.heading)} {written(cell, column.spec, format_number)}"
                for column, cell in zip(by_model.columns[1:], row[1:], strict=True)
            ]
            line = f"{translate_core_message(str(row[0]))}: {', '.join(figures)}."
            inside.addWidget(MutedLabel(self._theme, line))
        self._layout.addWidget(box)

    def _add_muted(self, sentences: Sequence[str]) -> None:
        self._layout.addWidget(MutedLabel(self._theme, "\n".join(map(translate_core_message, sentences))))

    def _add_confusion(self) -> None:
        box = self._confusion()
        if self._matrix.has_many:
            self._layout.addWidget(box)
            self._add_pair()
        else:
            self._add_pair(box)

    def _make_reliability(self) -> None:
        """Create the plot in a separate step, because the first plot is slow."""
        self._reliability_plot = ChartView(self._theme)

    def _add_reliability(self) -> None:
        evaluated = [model for model in self._compared if not model.is_baseline] or self._compared
        chart, words = reliability_chart(evaluated[-2:]), ""
        if self._report.calibration is not None:
            change = translate_core_message(self._report.calibration.figures_in_words)
            change = tr("From ○ to ◆: {change}.", change=change)
            words = f"{translate_core_message(chart.words)}\n{change}"
        self._reliability_plot.show_chart(chart, words)
        self._reliability_plot.clicked.connect(self._ask_bin)
        self._row.addWidget(self._section(tr("Reliability"), self._reliability_plot), 1)

    def _section(self, title: str, *charts: ChartView, trailing: QWidget | None = None) -> QWidget:
        """Return a section with charts below each other."""
        box, inside = section(title, trailing)
        for view in charts:
            inside.addWidget(view)
        inside.addStretch(1)
        return box

    def _add_thresholds(self) -> None:
        if any(model.curves for model in self._report.models):
            self._add_pair(self._thresholds())

    def _add_versions(self) -> None:
        evaluated = [model for model in self._report.models if not model.is_baseline]
        if len(evaluated) < 2:
            return
        view = ChartView(self._theme)
        view.show_chart(versions_chart(evaluated), tr("F1 on the same rows, with 95% intervals."))
        view.clicked.connect(self._requests.version.emit)
        box = self._section(tr("F1 by version"), view)
        if self._row.count() == 1:
            self._row.addWidget(box, 1)
        else:
            self._layout.addWidget(box)

    def _add_behaviour(self) -> None:
        self._layout.addWidget(behaviour_section(self._theme, self._compared, self._tags))

    def _add_checks(self) -> None:
        if self._report.checks:
            view = FindingsView(self._theme, tr("Data checks"))
            view.show_lines([_finding(check) for check in self._report.checks])
            view.records_requested.connect(self._requests.records)
            self._layout.addLayout(vbox(heading(tr("Data checks")), view, spacing=GAP))

    def _add_notes(self) -> None:
        self._add_muted(self._report.notes)
        self._layout.addStretch(1)

    def _thresholds(self) -> QWidget:
        model = self._report.models[-1]
        self._curves = [(name or tr("All tags"), points) for name, points in model.curves.items()]
        choice = QComboBox()
        choice.addItems([name for name, _ in self._curves])
        choice.setAccessibleName(tr("Tag for the precision and recall curves"))
        choice.currentIndexChanged.connect(self._show_curve)
        title = tr(
            "Precision and recall by threshold, {model}",
            model=in_sentence(translate_core_message(model.label)),
        )
        self._by_threshold, self._trade_off = ChartView(self._theme), ChartView(self._theme)
        self._by_threshold.clicked.connect(self._ask_below)
        self._show_curve(0)
        return self._section(title, self._by_threshold, self._trade_off, trailing=choice)

    @Slot(int)
    def _show_curve(self, place: int) -> None:
        name, points = self._curves[place]
        self._by_threshold.show_chart(threshold_chart(name, points))
        self._trade_off.show_chart(trade_off_chart(name, points, review_threshold(self._report)))

    @Slot(object)
    def _ask_below(self, threshold: float) -> None:
        rows = self._report.rows_between(len(self._report.models) - 1, 0.0, threshold)
        if rows:
            self._requests.records.emit(
                list(rows),
                tr(
                    "below {threshold:.2f} in the {name}",
                    threshold=threshold,
                    name=translate_core_message(self._report.rows_in_words),
                ),
            )

    def _add_pair(self, *sections: QWidget) -> None:
        """Add sections next to each other, or below each other if there is no space.

        Another section can be added to the row later.
        """
        self._row = QBoxLayout(self._direction())
        self._pairs.append(self._row)
        self._row.setSpacing(EDGE * 2)
        for widget in sections:
            self._row.addWidget(widget, 1)
        self._layout.addLayout(self._row)

    def fit(self, width: int) -> None:
        """Arrange pairs of sections for a page of this width in pixels."""
        self._room = width
        for row in self._pairs:
            row.setDirection(self._direction())

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._make_room()  # a section has become higher
        return handled

    def _direction(self) -> QBoxLayout.Direction:
        """Return top to bottom for a large font or a narrow page, otherwise left to right."""
        short = self._room < LEAST_WIDE or row_height(self.fontMetrics()) > ROW
        return QBoxLayout.Direction.TopToBottom if short else QBoxLayout.Direction.LeftToRight

    def _add_regressions(self) -> None:
        regressions = self._regressions
        if self._report.paired is None and not regressions:
            return
        likely = [regression for regression in regressions if regression.likely]
        within_noise = [regression for regression in regressions if not regression.likely]
        if not likely:
            words = tr("No regressions: no tag, slice, behaviour test or confidence got worse.")
            if self._report.models[-1].log_loss is None:  # a report of an earlier version
                words = tr("No regressions: no tag, slice or behaviour test got worse.")
            if within_noise:
                words = tr("No regressions: the differences below may be due to chance.")
            self._layout.addWidget(MutedLabel(self._theme, words))
            if not within_noise:
                return
        box, inside = section(tr("Regressions") if likely else tr("Lower, perhaps by chance"))
        regressions = (*likely, *within_noise)
        shown = [_regression_line(regression) for regression in regressions[:_MOST_REGRESSIONS]]
        lines = QLabel(
            unbroken("<br>".join(shown)),
            textFormat=Qt.TextFormat.RichText,
            textInteractionFlags=Qt.TextInteractionFlag.TextSelectableByMouse,
        )
        inside.addWidget(lines)
        if len(regressions) > _MOST_REGRESSIONS:
            more = tr_plural("{n:,} more metric", "{n:,} more metrics", len(regressions) - _MOST_REGRESSIONS)
            inside.addWidget(MutedLabel(self._theme, tr("and {more}, marked ▼ below", more=more)))
        self._layout.addWidget(box)

    def _confusion(self) -> QWidget:
        models = self._compared
        self._matrix = ConfusionPanel(self._theme, [self._tags[tag] for tag in models[0].tag_order])
        self._matrix.set_clickable(bool(self._report.records))
        self._matrix.clicked.connect(self._ask_cell)
        choice, last = ChoiceButtons(), len(models) - 1
        choice.show_names([translate_core_message(model.label) for model in models], range(len(models)), last)
        choice.chosen.connect(self._show_confusion)
        box, inside = section(tr("Confusion"), choice)
        inside.addWidget(self._matrix)
        if self._report.records:
            meaning = FlatButton(self._theme, tr("What the tags mean…"), box)
            meaning.setToolTip(tr("Words, typical records and confusions of each tag, for the active model"))
            meaning.clicked.connect(self._requests.meaning)
            inside.addWidget(meaning, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addStretch(1)
        self._show_confusion(last)
        return box

    @Slot(int)
    def _show_confusion(self, place: int) -> None:
        model = self._compared[place]
        self._shown = self._report.models.index(model)
        self._matrix.show_model(translate_core_message(model.label), model)

    @Slot(int, int)
    def _ask_cell(self, true: int, answered: int) -> None:
        rows = self._report.rows_where(self._shown, true, answered)
        if rows:
            model = self._report.models[self._shown]
            names = model.tag_order
            words = tr(
                "{tag}, tagged {answer} by {model}",
                tag=names[true],
                answer=names[answered],
                model=in_sentence(translate_core_message(model.label)),
            )
            self._requests.records.emit(list(rows), words)

    @Slot(object)
    def _ask_bin(self, confidences: tuple[float, float]) -> None:
        low, high = confidences
        rows = self._report.rows_between(len(self._report.models) - 1, low, high)
        if rows:
            self._requests.records.emit(
                list(rows), tr("confidence {low:.2f} to {high:.2f}", low=low, high=high)
            )

    def _add_prediction_changes(self) -> None:
        others = self._report.prediction_changes
        boxes = [
            self._table_changes(changes)
            if changes is self._report.table_prediction_changes
            else self._changes_of_rows(changes)
            for changes in (self._report.table_prediction_changes, others)
            if changes is not None
        ]
        if len(boxes) == 2 and others is not None and others.shown:
            self._add_pair(*boxes)
            return
        for box in boxes:  # a section without changes needs only its text width
            box.setMaximumWidth(_WIDEST)
            self._layout.addWidget(box)

    def _table_changes(self, changes: PredictionChanges) -> QWidget:
        """Return the section for records of the table, which have links.

        There, a candidate is compared with the active model even if that is not part of the report.
        """
        is_candidate = any(model.role == ModelRole.CANDIDATE for model in self._report.models)
        return prediction_changes_section(
            self._theme,
            changes,
            self._tags,
            (tr("Active"), tr("Candidate")) if is_candidate else self._names(),
            tr("Prediction changes in your table"),
            self._texts,
            self._explain,
            self._requests.record.emit,
        )

    def _changes_of_rows(self, changes: PredictionChanges) -> QWidget:
        """Return the section for the evaluated rows, which have texts and links if they are records."""
        title = tr("Prediction changes in {name}", name=translate_core_message(self._report.rows_in_words))
        records = self._report.records
        if not records:
            return prediction_changes_section(self._theme, changes, self._tags, self._names(), title)
        shown = [replace(each, row=records[each.row]) for each in changes.shown if each.row < len(records)]
        return prediction_changes_section(
            self._theme,
            replace(changes, shown=tuple(shown)),
            self._tags,
            self._names(),
            title,
            self._texts,
            None,
            self._requests.record.emit,
        )

    def _names(self) -> list[str]:
        """Return the names of the last two models, which are compared."""
        return [translate_core_message(model.label) for model in self._report.models[-2:]]


def side_by_side(models: Sequence[ModelFigures]) -> list[ModelFigures]:
    """Return the models that are compared; earlier ones only appear in the versions chart."""
    roles = {model.role for model in models}
    left_out = {ModelRole.EARLIER, ModelRole.BUNDLED} if ModelRole.ACTIVE in roles else {ModelRole.EARLIER}
    return [model for model in models if model.role not in left_out]


def _regression_line(regression: Regression) -> str:
    """Format a regression as HTML, in bold if noise is unlikely to explain it."""
    words = translate_core_message(regression_words(regression))
    on = (
        ""
        if regression.kind == RegressionKind.BEHAVIOUR
        else f" ({tr_plural('{n:,} row', '{n:,} rows', regression.rows)})"
    )
    line = escape(f"▼  {words[:1].upper()}{words[1:]}{on}")
    return f"<b>{line}</b>" if regression.likely else line


def slices_row(theme: Theme, report: Report, places: Sequence[int], requests: ReportRequests) -> QVBoxLayout:
    """Return the button to define slices; `places` are the `places_of_slices` of `report`.

    If the current rows are not in the table, there are also links to evaluation sets that are.
    """
    define = text_button(
        tr("Define &slices…"),
        requests.slices.emit,
        tr("Evaluate part of the table separately, defined by any filter or search"),
    )
    row, layout = hbox(define, spacing=GAP), vbox(spacing=GAP)
    if not report.records:
        layout.addWidget(MutedLabel(theme, _where_they_are(report, places)))
        for place in places:
            name = translate_core_message(report.others[place - 1].rows_in_words)
            button = text_button(
                escape_mnemonic(name[:1].upper() + name[1:]), partial(requests.rows.emit, place)
            )
            button.setAccessibleName(tr("Show the metrics for {name}", name=name))
            row.addWidget(button)
    row.addStretch(1)
    layout.addLayout(row)
    return layout


def places_of_slices(report: Report) -> list[int]:
    """Return the evaluation sets that can have slices: 0 for the report itself, then its `others`."""
    reports: tuple[Report, ...] = (report, *report.others)
    return [place for place, part in enumerate(reports) if part.records]


def _where_they_are(report: Report, places: Sequence[int]) -> str:
    names = list(report.others[places[0] - 1].models[-1].slices)
    if not names:
        return tr("These rows are not from your table. Slices are evaluated on records of your table:")
    return tr(
        "These rows are not from your table. Your slices ({names}) are evaluated on records of your table:",
        names=", ".join(names),
    )


def _finding(check: DataCheck) -> Finding:
    words = translate_core_message(check.words)
    return Finding(words, check.records, words.rstrip("."), warns=check.warns)


def behaviour_section(theme: Theme, models: Sequence[ModelFigures], tags: Mapping[str, TagInfo]) -> QWidget:
    """Show the test results of the last model that was tested."""
    tested = [(model, model.behaviour) for model in models if model.behaviour is not None]
    box, inside = section(tr("Behaviour tests"))
    failures = behaviour_table([model for model, _ in tested[-1:]])
    count = len(failures.rows)
    shown = ""
    if count > _MOST_FAILURES:
        shown = tr(" Showing the first {most} of {count:,} texts.", most=_MOST_FAILURES, count=count)
    inside.addWidget(MutedLabel(theme, f"{passed_in_words(tested)}{shown}"))
    if count:
        table = ReportTable(theme, failures.first(_MOST_FAILURES), tags, stretched="text")
        table.setMaximumWidth(widened(_WIDEST, table.fontMetrics()))
        fit_height(table, table.model().rowCount())
        inside.addWidget(table)
    return box


def passed_in_words(tested: Sequence[tuple[ModelFigures, BehaviourResult]]) -> str:
    """Return how many tests each model passes."""
    if not tested:
        return tr("No behaviour tests were run.")
    parts = []
    for model, result in reversed(tested):
        name = translate_core_message(name_in_sentence(model))
        parts.append(
            tr("{name} pass {passed:,}", name=name, passed=result.passed)
            if model.role == ModelRole.RULES
            else tr("{name} passes {passed:,}", name=name, passed=result.passed)
        )
    last = tested[-1][1]
    skipped = (
        tr_plural(
            " {n:,} uses tags that it does not know.",
            " {n:,} use tags that it does not know.",
            last.skipped,
        )
        if last.skipped
        else ""
    )
    may_fail = tr_plural(" {n:,} may fail.", " {n:,} may fail.", last.with_reason) if last.with_reason else ""
    words = ", ".join(parts)
    return tr(
        "Of {total:,} behaviour tests, {words}.{skipped}",
        total=last.total,
        words=words,
        skipped=f"{skipped}{may_fail}",
    )
