"""The production metrics dialog: accuracy, acceptance, thresholds and misclassifications."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QWidget

from mltag_desktop.core.learning.production_metrics import Acceptance, AcceptanceRate, ProductionMetrics
from mltag_desktop.core.model.unsure_policy import UnsurePolicy
from mltag_desktop.core.workspace.decisions.review_thresholds import ReviewThresholds
from mltag_desktop.gui.i18n.translation import format_number, localise_numbers, tr, tr_plural
from mltag_desktop.gui.i18n.words import model_label
from mltag_desktop.gui.import_export.unsure_policy_box import UnsurePolicyBox
from mltag_desktop.gui.training.thresholds.threshold_panel import ThresholdPanel
from mltag_desktop.gui.widgets.accessibility import label_of
from mltag_desktop.gui.widgets.common import MutedLabel, heading
from mltag_desktop.gui.widgets.dialog_tables import ColumnHeading, LineTable, TableLine
from mltag_desktop.gui.widgets.inputs.dialog import Dialog
from mltag_desktop.gui.widgets.layout.boxes import dialog_column, hbox
from mltag_desktop.gui.widgets.layout.flow_layout import FlowLayout, flowing
from mltag_desktop.gui.widgets.layout.window_placement import fit_screen, keep_on_screen
from mltag_desktop.gui.widgets.notifications import Notifications
from mltag_desktop.gui.widgets.theme import GAP, GROUP, ROW, Theme, scaled

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
        self._table = LineTable(theme, tr("Estimated accuracy"), _RATES)
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
        self._table.show_lines(rate_lines(found.queue, found.audit))
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
