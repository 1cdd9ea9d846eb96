"""The production metrics dialog: accuracy, acceptance, thresholds and misclassifications."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton, QTableView, QWidget

from mltag_desktop.core.learning.production_metrics import Acceptance, AcceptanceRate, ProductionMetrics
from mltag_desktop.core.model.unsure_policy import UnsurePolicy
from mltag_desktop.core.workspace.decisions.review_thresholds import ReviewThresholds
from mltag_desktop.gui.i18n.translation import format_number, localise_numbers, tr, tr_plural
from mltag_desktop.gui.i18n.words import model_label
from mltag_desktop.gui.import_export.unsure_policy_box import UnsurePolicyBox
from mltag_desktop.gui.training.thresholds.threshold_panel import ThresholdPanel
from mltag_desktop.gui.widgets.accessibility import label_of
from mltag_desktop.gui.widgets.common import MutedLabel, heading
from mltag_desktop.gui.widgets.dialog_tables import (
    NO_PARENT,
    HeadingTableModel,
    Index,
    PaddedDelegate,
    calm,
    fit_columns,
)
from mltag_desktop.gui.widgets.inputs.dialog import Dialog
from mltag_desktop.gui.widgets.layout.boxes import dialog_column, hbox
from mltag_desktop.gui.widgets.layout.flow_layout import FlowLayout, flowing
from mltag_desktop.gui.widgets.layout.window_placement import fit_screen, keep_on_screen
from mltag_desktop.gui.widgets.notifications import Notifications
from mltag_desktop.gui.widgets.theme import GAP, GROUP, ROW, Theme, scaled, tabular

SIZE: Final = QSize(940, 760)
_HARDLY_KNOWN: Final = 0.25
"""Maximum width of a useful interval."""


class RatesModel(HeadingTableModel):
    """Adapts acceptance rates of the queue and of the audit set, side by side."""

    HEADINGS = (
        tr("Answers"),
        tr("Asked"),
        tr("Correct"),
        tr("95% int."),
        tr("Random check"),
        tr("Correct"),
        tr("95% int."),
    )
    FIGURES = range(1, 7)
    SAMPLES = ("000,000", "100%", "100%–100%") * 2
    """Widest texts of the columns after the first one, which takes the remaining width."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[tuple[str, AcceptanceRate | None, AcceptanceRate | None]] = []
        self._font = tabular(QApplication.font())
        self._bold = QFont(self._font)
        self._bold.setBold(True)

    def show(self, queue: Acceptance, audit: Acceptance) -> None:
        """Show these rates."""
        self.beginResetModel()
        self._rows = [(tr("All answers"), queue.whole, audit.whole)]
        for title, one, other in (
            (tr("By predicted tag"), queue.tags, audit.tags),
            (tr("By confidence"), queue.bands, audit.bands),
            (tr("By day"), queue.days, audit.days),
        ):
            lines = _paired(one, other)
            if one is queue.bands:
                lines = [(localise_numbers(band), asked, drawn) for band, asked, drawn in lines]
            if lines:
                self._rows.append((title, None, None))
                self._rows += lines
        self.endResetModel()

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        name, queue, audit = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if index.column() == 0:
                return name
            place = (index.column() - 1) % 3
            return _figure(queue if index.column() < 4 else audit, place)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.side(index.column())
        if role == Qt.ItemDataRole.FontRole:
            return self._bold if queue is None or index.row() == 0 else self._font
        return None


class ProductionDialog(Dialog):
    """Shows production metrics next to the table; every action is a signal.

    Signals: `certify_requested()`; `version_chosen(version)`; `records_requested(tag)` for records
    below the threshold of a tag, "" for all tags; `wrong_requested()` for decisions that differ from the
    prediction; `limits_requested(default, tags)` to set review thresholds; `policy_chosen(policy)` for
    unsure predictions; `export_requested()`; `import_requested()` to import misclassifications.
    """

    certify_requested = Signal()
    version_chosen = Signal(str)
    records_requested = Signal(str)
    wrong_requested = Signal()
    limits_requested = Signal(object, object)
    policy_chosen = Signal(str)
    export_requested = Signal()
    import_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Production metrics"))
        self._found: ProductionMetrics | None = None
        self._estimate = QLabel(tr("Counting"))
        self._estimate.setFont(scaled(self._estimate.font(), 1.15, bold=True))
        self._estimate.setWordWrap(True)
        self._about = MutedLabel(theme)
        self._stays = QLabel(wordWrap=True)
        self._stays.hide()
        self._version = QComboBox()
        self._version.setAccessibleName(tr("Model version"))
        self._version.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._version.activated.connect(self._emit_version)
        self._rates = RatesModel()
        self._table = _RatesTable()
        self._rates.setParent(self._table)
        self._table.setModel(self._rates)
        self._table.setAccessibleName(tr("Estimated accuracy"))
        self._table.setItemDelegate(PaddedDelegate(theme, self._table))
        calm(self._table, theme)
        self.unsure = UnsurePolicyBox()
        self.unsure.activated.connect(self._emit_policy)
        self.limits = ThresholdPanel(theme)
        self.limits.certify_requested.connect(self.certify_requested)
        self.limits.wanted.connect(self.limits_requested)
        self.limits.records_requested.connect(self.records_requested)
        self.notifications = Notifications(theme, self)
        """Notifications about files appear in the dialog, where they were requested."""
        self._lay_out()
        fit_screen(self, SIZE)

    @property
    def metrics(self) -> ProductionMetrics | None:
        """The shown metrics; None until they are counted."""
        return self._found

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
        self._found = found
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
        self._rates.show(found.queue, found.audit)
        self.limits.show_limits(found, below, free=free)
        self.unsure.choose(unsure)
        self.unsure.setEnabled(free)
        for button in self._about_decisions:
            button.setEnabled(bool(found.versions))
        if self.isVisible():
            keep_on_screen(self)

    @Slot(int)
    def _emit_version(self, place: int) -> None:
        self.version_chosen.emit(self._version.itemData(place))

    @Slot()
    def _emit_policy(self) -> None:
        self.policy_chosen.emit(self.unsure.policy.value)

    def _lay_out(self) -> None:
        policy = label_of(self.unsure, tr("Tags to re&view in exports"))
        policy.setMinimumHeight(self.unsure.sizeHint().height())  # in line with it
        ways = QWidget()
        flow = FlowLayout(ways)
        flow.setContentsMargins(0, 0, 0, 0)
        self._about_decisions: list[QPushButton] = []
        """Buttons that are disabled without decisions."""
        for text, hint, signal in (
            (
                tr("Show &wrong predictions"),
                tr("Show records whose decision differs from the prediction"),
                self.wrong_requested,
            ),
            (
                tr("&Export misclassifications…"),
                tr("Export wrong predictions for a colleague"),
                self.export_requested,
            ),
            (
                tr("I&mport misclassifications…"),
                tr("Flag the records listed in a misclassification file"),
                self.import_requested,
            ),
        ):
            button = QPushButton(text)
            button.setToolTip(hint)
            button.setAutoDefault(False)
            button.clicked.connect(signal)
            flow.addWidget(button)
            self._about_decisions.append(button)
        self._about_decisions.pop()  # importing needs no decisions
        below = hbox((ways, 1), spacing=GAP)
        close = QPushButton(tr("C&lose"), autoDefault=False)
        close.clicked.connect(self.hide)
        below.addWidget(close, 0, Qt.AlignmentFlag.AlignBottom)
        self._table.setMinimumHeight(7 * ROW)
        layout = dialog_column(self, self._estimate, self._stays, self._about, spacing=GROUP)
        layout.addWidget(self._version, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._table, 1)
        layout.addWidget(heading(tr("Review thresholds")))
        layout.addWidget(self.limits, 1)
        layout.addWidget(flowing(policy, self.unsure))
        layout.addLayout(below)


class _RatesTable(QTableView):
    """The table of acceptance rates, whose columns share its width."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        samples = dict(enumerate(RatesModel.SAMPLES, 1))
        fit_columns(self, self.fontMetrics(), samples, RatesModel.FIGURES, self.viewport().width() // 4)


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
) -> list[tuple[str, AcceptanceRate | None, AcceptanceRate | None]]:
    """Pair the rates of the same name; names without rows in both are left out."""
    names = dict.fromkeys([*(rate.name for rate in one), *(rate.name for rate in other)])
    left, right = ({rate.name: rate for rate in rates} for rates in (one, other))
    empty = AcceptanceRate("", 0, 0, (0.0, 1.0))
    lines: list[tuple[str, AcceptanceRate | None, AcceptanceRate | None]] = []
    for name in sorted(names) if all(map(_is_day, names)) else names:
        pair = left.get(name, empty), right.get(name, empty)
        if pair[0].rows or pair[1].rows:
            lines.append((name, *pair))
    return lines


def _is_day(name: str) -> bool:
    return len(name) == 10 and name[4:5] == "-"


def _figure(rate: AcceptanceRate | None, place: int) -> str:
    if rate is None:
        return ""
    if place == 0:
        return format_number(rate.rows)
    if not rate.rows:
        return "–"
    low, high = rate.interval
    return format_number(rate.share, ".0%") if place == 1 else localise_numbers(f"{low:.0%}–{high:.0%}")
