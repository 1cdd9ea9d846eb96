"""Controls of the report: promotion policy, evaluation set, slices, data checks."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QComboBox, QPushButton, QToolButton, QWidget

from mltag_desktop.core.evaluation.deciding_metric import DecidingMetric
from mltag_desktop.core.evaluation.evaluation_report import DataCheck, Report
from mltag_desktop.core.evaluation.promotion_gate import PromotionPolicy
from mltag_desktop.gui.i18n.translation import escape_mnemonic, tr, translate_core_message
from mltag_desktop.gui.report.findings_view import Finding, FindingsView
from mltag_desktop.gui.report.priorities_dialog import PrioritiesDialog
from mltag_desktop.gui.widgets.accessibility import label_of
from mltag_desktop.gui.widgets.common import MutedLabel, heading, tip
from mltag_desktop.gui.widgets.layout.boxes import hbox, vbox
from mltag_desktop.gui.widgets.layout.flow_layout import FlowLayout
from mltag_desktop.gui.widgets.theme import GAP, UNIT, Theme, widened

_NARROWEST_METRIC: Final = 24 * UNIT
_MOST_TAGS: Final = 30


class PromotionPolicyForm(QWidget):
    """The metric that decides headline and promotion gate, and a button for all priorities.

    Signals: `chosen(PromotionPolicy)`.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._policy = PromotionPolicy()
        self._tags: tuple[str, ...] = ()
        self._slices: tuple[str, ...] = ()
        self._metric = QComboBox()
        self._metric.setAccessibleName(tr("Deciding metric"))
        self._metric.setToolTip(tr("Used for the headline and for the check before promotion"))
        self._metric.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._metric.setMinimumWidth(widened(_NARROWEST_METRIC, self.fontMetrics()))  # not the longest tag
        words = label_of(self._metric, tr("De&ciding metric"))
        self._more = QPushButton()
        self._more.setToolTip(tr("Deciding metric, floors, and tags and slices that must not get worse"))
        self._more.setAutoDefault(False)
        row = hbox(parent=self, margins=0, spacing=GAP)
        for part in (words, self._metric, self._more):
            row.addWidget(part)
        self._metric.activated.connect(self._apply_metric)
        self._more.clicked.connect(self.edit)

    def show_policy(self, policy: PromotionPolicy, tags: Sequence[str], slices: Sequence[str]) -> None:
        """Show a promotion policy; its metric can be chosen for any of `tags`."""
        self._policy = policy
        self._tags, self._slices = tuple(tags), tuple(slices)
        named = list(dict.fromkeys([*tags[:_MOST_TAGS], *([policy.tag] if policy.tag else [])]))
        metrics = [
            *(DecidingMetric(kind) for kind in ("f1", "precision", "recall")),
            *(DecidingMetric(kind, tag) for kind in ("recall", "precision") for tag in named),
        ]
        if policy.metric not in metrics:
            metrics.append(policy.metric)
        self._metric.clear()
        for metric in metrics:
            words = translate_core_message(metric.words)
            self._metric.addItem(words[:1].upper() + words[1:], metric)
        self._metric.setCurrentIndex(metrics.index(policy.metric))
        count = len(policy.floors) + len(policy.protected) + len(policy.protected_slices)
        more = tr("Priorities ({count})…", count=count) if count else tr("Priorities…")
        self._more.setText(more)

    @Slot(int)
    def _apply_metric(self, place: int) -> None:
        metric: DecidingMetric = self._metric.itemData(place)
        self.chosen.emit(replace(self._policy, kind=metric.kind, tag=metric.tag, beta=metric.beta))

    @Slot()
    def edit(self) -> None:
        """Open the dialog with all priorities."""
        dialog = PrioritiesDialog(self._theme, self._policy, self._tags, self._slices, self)
        dialog.chosen.connect(self.chosen)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()


class RowSetButtons(QWidget):
    """Buttons for the evaluation sets of a report, in several lines if they are too many for one.

    Signals: `chosen(place)` when a button was pressed.
    """

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._row = FlowLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._group.idClicked.connect(self.chosen)

    def show_sets(self, names: Sequence[str], order: Sequence[int]) -> None:
        """Show a button for each evaluation set, in this order; hidden for a single one."""
        for button in self._group.buttons():
            self._group.removeButton(button)
            button.hide()
            button.deleteLater()
        self._row.empty()
        self.setVisible(len(names) > 1)
        for place in order:
            name = translate_core_message(names[place])
            words = name[:1].upper() + name[1:]
            button = QToolButton()
            button.setText(escape_mnemonic(words))
            button.setToolTip(tip(words))
            button.setCheckable(True)
            button.setAutoRaise(True)
            button.setAccessibleName(tr("Show the metrics for {name}", name=name))
            button.setChecked(place == order[0])
            self._group.addButton(button, place)
            self._row.addWidget(button)

    def sizeHint(self) -> QSize:
        """Return the size of all buttons in one line."""
        sizes = [button.sizeHint() for button in self._group.buttons()]
        width = sum(size.width() + UNIT for size in sizes) - UNIT
        return QSize(width, max((size.height() for size in sizes), default=0))

    def show_place(self, place: int) -> None:
        """Check the button of an evaluation set without emitting `chosen`."""
        button = self._group.button(place)
        if button is not None:
            button.setChecked(True)


class SlicesBar(QWidget):
    """The button to define slices.

    If the current rows are not in the table, it also links to evaluation sets that are. Signals:
    `slices_requested()` to define slices; `rows_requested(place)` to show another evaluation set.
    """

    slices_requested = Signal()
    rows_requested = Signal(int)

    def __init__(self, theme: Theme, report: Report, places: Sequence[int]) -> None:
        """`places` are the `places_of_slices` of `report`."""
        super().__init__()
        define = QPushButton(tr("Define &slices…"))
        define.setToolTip(tr("Evaluate part of the table separately, defined by any filter or search"))
        define.clicked.connect(self.slices_requested)
        row = hbox(define, spacing=GAP)
        layout = vbox(parent=self, margins=0, spacing=GAP)
        if not report.records:
            layout.addWidget(MutedLabel(theme, _where_they_are(report, places)))
            ways = QButtonGroup(self)
            for place in places:
                name = translate_core_message(report.others[place - 1].rows_in_words)
                button = QPushButton(escape_mnemonic(name[:1].upper() + name[1:]))
                button.setAccessibleName(tr("Show the metrics for {name}", name=name))
                ways.addButton(button, place)
                row.addWidget(button)
            ways.idClicked.connect(self.rows_requested)
        row.addStretch(1)
        layout.addLayout(row)


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


class DataChecksView(QWidget):
    """Shows the data checks of a report.

    Signals: `records_requested(rows, words)` when a link was clicked.
    """

    records_requested = Signal(object, str)

    def __init__(self, theme: Theme, checks: Sequence[DataCheck]) -> None:
        super().__init__()
        view = FindingsView(theme, tr("Data checks"))
        view.show_lines([_line(check) for check in checks])
        view.records_requested.connect(self.records_requested)
        vbox(heading(tr("Data checks")), view, parent=self, margins=0, spacing=GAP)


def _line(check: DataCheck) -> Finding:
    words = translate_core_message(check.words)
    return Finding(words, check.records, words.rstrip("."), warns=check.warns)
