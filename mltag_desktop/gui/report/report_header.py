"""The header of the report: headline, evaluation set, promotion policy and buttons."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QComboBox,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from mltag_desktop.core.evaluation.evaluation_report import Report
from mltag_desktop.core.evaluation.promotion_gate import (
    DecidingMetric,
    PromotionPolicy,
    blocking_regressions,
    headline,
)
from mltag_desktop.core.evaluation.regressions import Regression, regression_words
from mltag_desktop.core.messages import parts_of
from mltag_desktop.gui.i18n import escape_mnemonic, format_number, tr, tr_plural, translate_core_message
from mltag_desktop.gui.report.priorities_dialog import PrioritiesDialog
from mltag_desktop.gui.widgets.common import MutedLabel, PrimaryButton, hairline, label_of, tip
from mltag_desktop.gui.widgets.inputs import InlineQuestion
from mltag_desktop.gui.widgets.layout import STRETCH, FlowLayout, hbox, vbox
from mltag_desktop.gui.widgets.theme import EDGE, GAP, GROUP, UNIT, Theme, scaled, widened

_NARROWEST_METRIC: Final = 24 * UNIT
_MOST_TAGS: Final = 30
_EXPORTS: Final = (
    ("html", tr("As a web &page (HTML)…")),
    ("pdf", tr("As a &summary (PDF)…")),
    ("json", tr("As &data (JSON)…")),
    ("print", tr("Prin&t…")),
)
_WHERE: Final = {
    "holdout": tr("holdout rows that no model was trained on"),
    "audit set": tr("randomly drawn records of this table that no model was trained on"),
    "decisions": tr("tagged records of this table (cross-validated)"),
    "decisions, cross-validated": tr("tagged records of this table (cross-validated)"),
    "decisions new to both": tr("tagged records that neither model was trained on"),
    "decisions neither learnt from": tr("tagged records that neither model was trained on"),
}
_LEAST_HEADLINE: Final = 160 * UNIT
"""Width of the headline for which the buttons are placed next to it."""
_MOST_NAMED: Final = 3
_LEFT_TO_RIGHT: Final = QBoxLayout.Direction.LeftToRight
_TOP_TO_BOTTOM: Final = QBoxLayout.Direction.TopToBottom
_NO_ALIGNMENT: Final = Qt.AlignmentFlag(0)


class ReportHeader(QWidget):
    """Headline and buttons of the report.

    Signals: `promote_requested(version)`, after a confirmation if there are regressions;
    `discard_requested(version)`; `save_requested(version)` to save the model in the library;
    `export_requested(kind)` with "html", "pdf", "json" or "print";
    `policy_chosen(PromotionPolicy)`; `rows_chosen(place)` for another evaluation set;
    `checks_requested()` to show random checks.
    """

    promote_requested = Signal(str)
    discard_requested = Signal(str)
    save_requested = Signal(str)
    export_requested = Signal(str)
    policy_chosen = Signal(object)
    rows_chosen = Signal(int)
    checks_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._version = ""
        self._regressions: tuple[Regression, ...] = ()
        self._headline = QLabel()
        self._headline.setObjectName("headline")
        self._headline.setFont(scaled(self._headline.font(), 1.25, bold=True))
        self._headline.setTextFormat(Qt.TextFormat.PlainText)
        self._headline.setWordWrap(True)
        self._headline.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._table_line = QLabel()
        self._table_line.setFont(scaled(self._table_line.font(), 1.1))
        self._table_line.setTextFormat(Qt.TextFormat.PlainText)
        self._table_line.setWordWrap(True)
        self._table_line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._caution = QLabel()
        self._caution.setTextFormat(Qt.TextFormat.PlainText)
        self._caution.setWordWrap(True)
        self._caution.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._checks = QPushButton(tr("Sho&w random checks"))
        self._checks.setToolTip(tr("Records drawn at random; no model is trained on your decisions on them"))
        self._about = MutedLabel(theme)
        self._first = PromotionPolicyForm(theme)
        self._first.chosen.connect(self.policy_chosen)
        self._sets = RowSetButtons()
        self._sets.chosen.connect(self.rows_chosen)
        self._decided = QLabel()
        self._export = QPushButton(tr("&Export"))
        self._save = QPushButton(tr("Sa&ve to library…"))
        self._save.setToolTip(tr("Keep the model in the library, for other tables"))
        self._discard = QPushButton(tr("&Discard"))
        self._promote = PrimaryButton(theme, tr("&Promote"))
        self._question = InlineQuestion(wide=True)
        self._fill_export()
        self._lay_out()
        self._promote.clicked.connect(self._ask_or_promote)
        self._discard.clicked.connect(self._discard_it)
        self._save.clicked.connect(self._save_it)
        self._checks.clicked.connect(self.checks_requested)

    def show_report(self, report: Report, policy: PromotionPolicy, *, promote: bool, discard: bool) -> None:
        """Show the evaluation sets of `report`, and the buttons for its last model."""
        last = report.models[-1] if report.models else None
        self._version = last.version if last else ""
        self._sets.show_sets(_named(report), report.reading_order())
        self.show_gate(blocking_regressions(report, policy))
        self.set_actions(promote=promote, discard=discard)

    def set_actions(self, *, promote: bool, discard: bool) -> None:
        """Show the buttons for the model, and remove the message of `set_decided`."""
        self._decided.hide()
        self._save.hide()
        self._question.hide()
        self._discard.setVisible(discard)
        self._promote.setVisible(promote)
        self._promote.setEnabled(True)

    def show_gate(self, regressions: tuple[Regression, ...]) -> None:
        """Ask for confirmation before promotion if `regressions` is not empty."""
        if regressions != self._regressions:
            self._question.hide()
            self._promote.setEnabled(True)
        self._regressions = regressions

    def hold_promotion(self, held: bool) -> None:
        """Disable the promotion until all figures that can count against it are measured."""
        self._promote.setEnabled(not held and self._question.isHidden())

    def show_headline(self, report: Report, policy: PromotionPolicy, whole: Report) -> None:
        """Show the headline for the deciding metric of `report`, one of the evaluation sets of `whole`."""
        last = report.models[-1] if report.models else None
        self._first.show_policy(policy, last.tag_order if last else (), _slices(whole))
        first, *others = parts_of(headline(report, policy))
        self._headline.setText(translate_core_message(first))
        self._table_line.setText("\n".join(translate_core_message(words) for words in others))
        self._table_line.setVisible(bool(others))
        self._caution.setText(translate_core_message(report.caution))
        for part in (self._caution, self._checks):
            part.setVisible(bool(report.caution))
        self._about.setText(about(report))

    def show_place(self, place: int) -> None:
        """Show the current evaluation set: 0 for the report itself, then its `others`."""
        self._sets.show_place(place)

    def set_decided(self, words: str, *, saves: bool = False) -> None:
        """Show what was done with the candidate, in place of the buttons; with `saves`, offer to keep it."""
        self._save.setVisible(saves)
        self._question.hide()
        self._discard.hide()
        self._promote.hide()
        self._decided.setText(words)
        self._decided.show()

    @Slot()
    def _ask_or_promote(self) -> None:
        if not self._regressions:
            self._promote_it()
            return
        self._question.ask(
            tr("Regressions: {regressions}.", regressions=regressions_in_words(self._regressions)),
            ((tr("&Not now"), self._close_question), (tr("Promote &anyway"), self._promote_it)),
        )
        self._promote.setEnabled(False)

    @Slot()
    def _promote_it(self) -> None:
        self.promote_requested.emit(self._version)

    @Slot()
    def _discard_it(self) -> None:
        self.discard_requested.emit(self._version)

    @Slot()
    def _save_it(self) -> None:
        self.save_requested.emit(self._version)

    @Slot()
    def _close_question(self) -> None:
        self._promote.setEnabled(True)
        self._promote.setFocus()

    def _fill_export(self) -> None:
        menu = QMenu(self._export)
        for kind, words in _EXPORTS:
            action = QAction(words, menu)
            action.triggered.connect(lambda _checked=False, kind=kind: self.export_requested.emit(kind))
            menu.addAction(action)
        self._export.setMenu(menu)
        self._export.setAccessibleName(tr("Export the report"))

    def _lay_out(self) -> None:
        words = vbox(self._headline, self._table_line, self._caution, spacing=GAP // 2)
        last = hbox((self._about, 1), self._checks, spacing=GAP)
        words.addLayout(last)
        self._choices = choices = hbox(self._sets, STRETCH, self._first, spacing=GAP)
        self._buttons = hbox(spacing=GAP)
        for widget in (self._decided, self._save, self._export, self._discard, self._promote):
            self._buttons.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        self._top = top = hbox((words, 1), self._buttons, margins=(EDGE, GAP, EDGE, GROUP), spacing=GROUP)
        layout = vbox(parent=self, margins=0, spacing=0)
        choices.setContentsMargins(EDGE, GROUP, EDGE, 0)
        layout.addLayout(choices)  # above the words, whose height differs between evaluation sets
        layout.addLayout(top)
        layout.addWidget(self._question)
        layout.addWidget(hairline())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what does not fit next to each other below each other: choices, headline and buttons."""
        super().resizeEvent(event)
        self._choices.setDirection(_LEFT_TO_RIGHT)
        self._sets.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)
        if self._choices.minimumSize().width() > event.size().width():
            self._choices.setDirection(_TOP_TO_BOTTOM)
            self._sets.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)  # may wrap
        least = widened(_LEAST_HEADLINE, self.fontMetrics())
        below = event.size().width() - self._buttons.sizeHint().width() < least
        way = _TOP_TO_BOTTOM if below else _LEFT_TO_RIGHT
        if self._top.direction() != way:
            self._top.setDirection(way)
            self._top.setAlignment(self._buttons, Qt.AlignmentFlag.AlignLeft if below else _NO_ALIGNMENT)


def about(report: Report) -> str:
    """Return which model is evaluated on which rows."""
    where = _WHERE.get(report.name) or tr("rows of {name}", name=translate_core_message(report.rows_in_words))
    if not report.models:
        return tr("Evaluated on {rows:,} {where}", rows=report.rows, where=where)
    return tr(
        "Version {version}, evaluated on {rows:,} {where}",
        version=report.models[-1].version,
        rows=report.rows,
        where=where,
    )


def regressions_in_words(regressions: tuple[Regression, ...]) -> str:
    """Return the regressions as text, the worst first."""
    named = tr("; ").join(
        translate_core_message(regression_words(each)) for each in regressions[:_MOST_NAMED]
    )
    rest = len(regressions) - _MOST_NAMED
    return (
        tr_plural("{named}; and {n:,} more metric", "{named}; and {n:,} more metrics", rest, named=named)
        if rest > 0
        else named
    )


def _slices(report: Report) -> list[str]:
    """Return the names of the slices of the report and of its other evaluation sets."""
    reports: tuple[Report, ...] = (report, *report.others)
    return list(dict.fromkeys(name for each in reports for model in each.models for name in model.slices))


def _named(report: Report) -> list[str]:
    reports: tuple[Report, ...] = (report, *report.others)
    return [f"{translate_core_message(each.rows_in_words)} ({format_number(each.rows)})" for each in reports]


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
