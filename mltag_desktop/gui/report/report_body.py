"""The body of the report: regressions, metrics, confusion, reliability, prediction changes, tests, notes."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from html import escape
from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QComboBox, QLabel, QToolButton, QWidget

from mltag_desktop.core.evaluation.evaluation_report import Report
from mltag_desktop.core.evaluation.model_figures import ModelFigures, ModelRole
from mltag_desktop.core.evaluation.prediction_changes import PredictionChanges
from mltag_desktop.core.evaluation.promotion_gate import calibration_regressions
from mltag_desktop.core.evaluation.regressions import Regression, RegressionKind
from mltag_desktop.core.settings import DEFAULT_REVIEW_THRESHOLD
from mltag_desktop.core.workspace.types import TagInfo
from mltag_desktop.gui.i18n.translation import in_sentence, tr, tr_plural, translate_core_message, unbroken
from mltag_desktop.gui.report.all_tags_section import all_tags_in_words, rows_of_all_tags
from mltag_desktop.gui.report.behavioural_tests_section import behaviour_section
from mltag_desktop.gui.report.charts import (
    PrecisionRecallView,
    ThresholdView,
    VersionsView,
    threshold_words,
    working_point_words,
)
from mltag_desktop.gui.report.confusion.confusion_panel import ConfusionPanel
from mltag_desktop.gui.report.metrics_table import MetricsTable, rows_of
from mltag_desktop.gui.report.prediction_changes_section import (
    PredictionChangeExplainer,
    PredictionChangesSection,
    Texts,
)
from mltag_desktop.gui.report.reliability_chart import ReliabilityView, calibration_in_words
from mltag_desktop.gui.report.report_controls import DataChecksView, SlicesBar, places_of_slices
from mltag_desktop.gui.report.report_header import regression_in_words
from mltag_desktop.gui.widgets.common import FlatButton, MutedLabel, infos_of, section
from mltag_desktop.gui.widgets.layout.boxes import hbox, vbox
from mltag_desktop.gui.widgets.theme import EDGE, GAP, ROW, Theme, row_height

_MOST_REGRESSIONS: Final = 6
_WIDEST: Final = 1_200
"""Maximum width in pixels; a tag far from its text is hard to follow."""
_CHOSEN: Final = Qt.WidgetAttribute.WA_WState_ExplicitShowHide
"""Whether a widget was shown or hidden, instead of following its parent."""
_NAMES: Final = {
    ModelRole.MAJORITY: tr("Majority"),
    ModelRole.RULES: tr("Rules"),
    ModelRole.BUNDLED: tr("Bundled"),
    ModelRole.ACTIVE: tr("Active"),
    ModelRole.CANDIDATE: tr("Candidate"),
}


LEAST_WIDE: Final = 980
"""Page width in pixels from which two sections fit next to each other."""


class ReportBody(QWidget):
    """Everything below the headline of one report, built section by section to keep the window responsive.

    Signals: `record_requested(row)` for a clicked prediction change; `records_requested(rows, words)` for a
    clicked cell or point whose rows are in the table; `version_requested(version)` for a clicked version;
    `slices_requested()` to define slices; `rows_requested(place)` to show another evaluation set, counted as
    in the report; `meaning_requested()` to show what the tags mean to the active model; `built()` when the
    last section is complete.
    """

    record_requested = Signal(int)
    records_requested = Signal(object, str)
    version_requested = Signal(str)
    slices_requested = Signal()
    rows_requested = Signal(int)
    meaning_requested = Signal()
    built = Signal()

    def __init__(
        self,
        theme: Theme,
        report: Report,
        tags: Sequence[TagInfo],
        texts: Texts | None = None,
        explainer: PredictionChangeExplainer | None = None,
    ) -> None:
        """Show `report`; `explainer` explains prediction changes of table records."""
        super().__init__()
        self._theme = theme
        self._report = report
        self._texts = texts
        self._explainer = explainer
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
            self._layout.addWidget(
                MutedLabel(self._theme, translate_core_message(self._report.comparison_note))
            )
        shown = [*self._report.baselines, *self._compared]
        names = [model_name(model) for model in shown]
        brief = sum(model.is_baseline for model in shown)
        table = MetricsTable(self._theme, rows_of(shown, self._tags), names, baselines=brief)
        self._layout.addWidget(table)
        places = places_of_slices(self._report)
        if places:
            row = SlicesBar(self._theme, self._report, places)
            row.slices_requested.connect(self.slices_requested)
            row.rows_requested.connect(self.rows_requested)
            self._layout.addWidget(row)

    def _add_all_tags(self) -> None:
        evaluated = [model for model in self._compared if model.several is not None]
        rows = rows_of_all_tags(evaluated, self._tags)
        if not rows:
            return
        box, inside = section(tr("All tags of each record"))
        names = [model_name(model) for model in evaluated]
        inside.addWidget(MetricsTable(self._theme, rows, names))
        lines = [
            all_tags_in_words(name, model.several)
            for name, model in zip(names, evaluated, strict=True)
            if model.several is not None
        ]
        inside.addWidget(MutedLabel(self._theme, "\n".join(lines)))
        self._layout.addWidget(box)

    def _add_confusion(self) -> None:
        box = self._confusion()
        if self._matrix.has_many:
            self._layout.addWidget(box)
            self._add_pair()
        else:
            self._add_pair(box)

    def _make_reliability(self) -> None:
        """Create the plot in a separate step, because the first plot is slow."""
        self._reliability_plot = ReliabilityView(self._theme)

    def _add_reliability(self) -> None:
        self._row.addWidget(self._reliability(), 1)

    def _add_thresholds(self) -> None:
        if any(model.curves for model in self._report.models):
            self._add_pair(self._thresholds())

    def _add_versions(self) -> None:
        evaluated = [model for model in self._report.models if not model.is_baseline]
        if len(evaluated) < 2:
            return
        box, inside = section(tr("F1 by version"))
        plot = VersionsView(self._theme)
        self._versions = [model.version for model in evaluated]
        plot.show_models([(model.version[:6], model) for model in evaluated])
        plot.clicked.connect(self._ask_version)
        inside.addWidget(plot)
        inside.addWidget(MutedLabel(self._theme, tr("F1 on the same rows, with 95% intervals.")))
        inside.addStretch(1)
        if self._row.count() == 1:
            self._row.addWidget(box, 1)
        else:
            self._layout.addWidget(box)

    @Slot(int)
    def _ask_version(self, place: int) -> None:
        if 0 <= place < len(self._versions):
            self.version_requested.emit(self._versions[place])

    def _add_behaviour(self) -> None:
        self._layout.addWidget(behaviour_section(self._theme, self._compared, self._tags))

    def _add_checks(self) -> None:
        if self._report.checks:
            checks = DataChecksView(self._theme, self._report.checks)
            checks.records_requested.connect(self.records_requested)
            self._layout.addWidget(checks)

    def _add_notes(self) -> None:
        self._layout.addWidget(
            MutedLabel(self._theme, "\n".join(translate_core_message(note) for note in self._report.notes))
        )
        self._layout.addStretch(1)

    def _thresholds(self) -> QWidget:
        model = self._report.models[-1]
        self._curves = [(name or tr("All tags"), points) for name, points in model.curves.items()]
        self._curve_words = MutedLabel(self._theme)
        self._curve = ThresholdView(self._theme)
        self._curve.clicked.connect(self._ask_below)
        choice = QComboBox()
        choice.addItems([name for name, _ in self._curves])
        choice.setAccessibleName(tr("Tag for the precision and recall curves"))
        choice.currentIndexChanged.connect(self._show_curve)
        box, inside = section(
            tr("Precision and recall by threshold, {model}", model=in_sentence(model_name(model))),
            choice,
        )
        inside.addWidget(self._curve)
        inside.addWidget(self._curve_words)
        self._trade_off = PrecisionRecallView(self._theme)
        self._trade_off_words = MutedLabel(self._theme)
        inside.addWidget(self._trade_off)
        inside.addWidget(self._trade_off_words)
        inside.addStretch(1)
        self._show_curve(0)
        return box

    @Slot(int)
    def _show_curve(self, place: int) -> None:
        name, points = self._curves[place]
        self._curve.show_curve(name, points)
        self._curve_words.setText(tr("◆ precision, dashed: recall. {words}", words=threshold_words(points)))
        below = self._report.review_threshold
        below = DEFAULT_REVIEW_THRESHOLD if below is None else below
        self._trade_off.show_curve(name, points, below)
        self._trade_off_words.setText(tr("○ {words}", words=working_point_words(points, below)))

    @Slot(float)
    def _ask_below(self, threshold: float) -> None:
        rows = self._report.rows_between(len(self._report.models) - 1, 0.0, threshold)
        if rows:
            self.records_requested.emit(
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
        lines = QLabel(unbroken("<br>".join(shown)))
        lines.setTextFormat(Qt.TextFormat.RichText)
        lines.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
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
        self._choice = ModelButtons([model_name(model) for model in models])
        self._choice.chosen.connect(self._show_confusion)
        box, inside = section(tr("Confusion"), self._choice)
        inside.addWidget(self._matrix)
        if self._report.records:
            meaning = FlatButton(self._theme, tr("What the tags mean…"), box)
            meaning.setToolTip(tr("Words, typical records and confusions of each tag, for the active model"))
            meaning.clicked.connect(self.meaning_requested)
            inside.addWidget(meaning, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addStretch(1)
        self._show_confusion(len(models) - 1)
        return box

    @Slot(int)
    def _show_confusion(self, place: int) -> None:
        model = self._compared[place]
        self._shown = self._report.models.index(model)
        self._matrix.show_model(model_name(model), model)

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
                model=in_sentence(model_name(model)),
            )
            self.records_requested.emit(list(rows), words)

    def _reliability(self) -> QWidget:
        evaluated = [model for model in self._compared if not model.is_baseline] or self._compared
        shown = [(model_name(model), model) for model in evaluated[-2:]]
        plot = self._reliability_plot
        plot.show_models(shown)
        plot.clicked.connect(self._ask_bin)
        box, inside = section(tr("Reliability"))
        inside.addWidget(plot)
        symbols = ("○", "◆")[-len(shown) :]
        words = [f"{symbol} {calibration_in_words(*one)}" for symbol, one in zip(symbols, shown, strict=True)]
        if self._report.calibration is not None:
            change = translate_core_message(self._report.calibration.figures_in_words)
            words.append(tr("From ○ to ◆: {change}.", change=change))
        inside.addWidget(MutedLabel(self._theme, "\n".join(words)))
        inside.addStretch(1)
        return box

    @Slot(float, float)
    def _ask_bin(self, low: float, high: float) -> None:
        rows = self._report.rows_between(len(self._report.models) - 1, low, high)
        if rows:
            self.records_requested.emit(
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
        title = tr("Prediction changes in your table")
        is_candidate = any(model.role == ModelRole.CANDIDATE for model in self._report.models)
        box = PredictionChangesSection(
            self._theme,
            changes,
            self._tags,
            (_NAMES[ModelRole.ACTIVE], _NAMES[ModelRole.CANDIDATE]) if is_candidate else self._names(),
            title,
            self._texts,
            self._explainer,
            clickable=True,
        )
        box.record_requested.connect(self.record_requested)
        return box

    def _changes_of_rows(self, changes: PredictionChanges) -> QWidget:
        """Return the section for the evaluated rows, which have texts and links if they are records."""
        title = tr("Prediction changes in {name}", name=translate_core_message(self._report.rows_in_words))
        records = self._report.records
        if not records:
            return PredictionChangesSection(self._theme, changes, self._tags, self._names(), title)
        shown = [replace(each, row=records[each.row]) for each in changes.shown if each.row < len(records)]
        box = PredictionChangesSection(
            self._theme,
            replace(changes, shown=tuple(shown)),
            self._tags,
            self._names(),
            title,
            self._texts,
            clickable=True,
        )
        box.record_requested.connect(self.record_requested)
        return box

    def _names(self) -> list[str]:
        """Return the names of the last two models, which are compared."""
        return [model_name(model) for model in self._report.models[-2:]]


def side_by_side(models: Sequence[ModelFigures]) -> list[ModelFigures]:
    """Return the models that are compared; earlier ones only appear in the versions chart."""
    roles = {model.role for model in models}
    left_out = {ModelRole.EARLIER, ModelRole.BUNDLED} if ModelRole.ACTIVE in roles else {ModelRole.EARLIER}
    return [model for model in models if model.role not in left_out]


class ModelButtons(QWidget):
    """A row of exclusive buttons.

    Signals: `chosen(place)` when a button was pressed.
    """

    chosen = Signal(int)

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        row = hbox(parent=self, margins=0, spacing=2)
        for place, name in enumerate(names):
            button = QToolButton()
            button.setText(name)
            button.setCheckable(True)
            button.setAutoRaise(True)
            button.setAccessibleName(tr("Show {name}", name=name))
            button.setChecked(place == len(names) - 1)
            self._group.addButton(button, place)
            row.addWidget(button)
        self._group.idClicked.connect(self.chosen)


def model_name(model: ModelFigures) -> str:
    """Return the display name of a model: its role, or its version."""
    return _NAMES.get(model.role, model.version)


def _regression_line(regression: Regression) -> str:
    """Format a regression as HTML, in bold if noise is unlikely to explain it."""
    words = regression_in_words(regression)
    on = (
        ""
        if regression.kind == RegressionKind.BEHAVIOUR
        else f" ({tr_plural('{n:,} row', '{n:,} rows', regression.rows)})"
    )
    line = escape(f"▼  {words[:1].upper()}{words[1:]}{on}")
    return f"<b>{line}</b>" if regression.likely else line
