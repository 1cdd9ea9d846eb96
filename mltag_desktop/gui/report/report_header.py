"""The header of the report: headline, evaluation set, promotion policy and buttons."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
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
from mltag_desktop.gui.widgets.common import (
    MutedLabel,
    PrimaryButton,
    hairline,
    label_of,
    text_button,
    tip,
)
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


class ReportRequests(QObject):
    """What the user asks for in a report.

    Signals, for the last model of the report: `promote(version)`, after a confirmation if there are
    regressions, `discard(version)`, and `save(version)` in the library. `record(row)` for a clicked
    prediction change, and `records(rows, words)` for a clicked cell or point whose rows are in the table.
    `rows(place)` for another evaluation set, counted as in the report; `policy(PromotionPolicy)`;
    `export(kind)` with "html", "pdf", "json" or "print"; `version(version)` for the report on an earlier
    model; `slices()` to define slices; `meaning()` to show what the tags mean to the active model; `checks()`
    to show random checks.
    """

    promote = Signal(str)
    discard = Signal(str)
    save = Signal(str)
    record = Signal(int)
    records = Signal(object, str)
    rows = Signal(int)
    policy = Signal(object)
    export = Signal(str)
    version = Signal(str)
    slices = Signal()
    meaning = Signal()
    checks = Signal()


class ReportHeader(QWidget):
    """Headline and buttons of the report."""

    def __init__(self, theme: Theme, requests: ReportRequests) -> None:
        super().__init__()
        self._requests = requests
        self._version = ""
        self._regressions: tuple[Regression, ...] = ()
        self._headline, self._table_line, self._caution = (
            QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True) for _ in range(3)
        )
        for label in (self._headline, self._table_line, self._caution):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._headline.setObjectName("headline")
        self._headline.setFont(scaled(self._headline.font(), 1.25, bold=True))
        self._table_line.setFont(scaled(self._table_line.font(), 1.1))
        self._checks = text_button(
            tr("Sho&w random checks"),
            requests.checks.emit,
            tr("Records drawn at random; no model is trained on your decisions on them"),
        )
        self._about = MutedLabel(theme)
        self._first = PromotionPolicyForm(theme, requests)
        self._sets = ChoiceButtons()
        self._sets.chosen.connect(requests.rows)
        self._decided = QLabel()
        self._export = QPushButton(tr("&Export"))
        self._save = text_button(
            tr("Sa&ve to library…"),
            lambda: requests.save.emit(self._version),
            tr("Keep the model in the library, for other tables"),
        )
        self._discard = text_button(tr("&Discard"), lambda: requests.discard.emit(self._version))
        self._promote = PrimaryButton(theme, tr("&Promote"))
        self._question = InlineQuestion(wide=True)
        self._fill_export()
        self._lay_out()
        self._promote.clicked.connect(self._ask_or_promote)

    def show_report(self, report: Report, policy: PromotionPolicy, place: int) -> None:
        """Show the headline for the deciding metric on an evaluation set, and what blocks a promotion."""
        shown, whole = report.on_rows(place), [*_reports(report)]
        last = shown.models[-1] if shown.models else None
        self._version = report.models[-1].version if report.models else ""
        names = [
            f"{translate_core_message(each.rows_in_words)} ({format_number(each.rows)})" for each in whole
        ]
        self._sets.show_names(names, report.reading_order(), place)
        self._sets.setVisible(len(names) > 1)
        regressions = blocking_regressions(report, policy)
        if regressions != self._regressions:
            self._question.hide()
            self._promote.setEnabled(True)
        self._regressions = regressions
        slices = dict.fromkeys(name for each in whole for model in each.models for name in model.slices)
        self._first.show_policy(policy, last.tag_order if last else (), list(slices))
        first, *others = parts_of(headline(shown, policy))
        self._headline.setText(translate_core_message(first))
        self._table_line.setText("\n".join(translate_core_message(words) for words in others))
        self._table_line.setVisible(bool(others))
        self._caution.setText(translate_core_message(shown.caution))
        for part in (self._caution, self._checks):
            part.setVisible(bool(shown.caution))
        self._about.setText(about(shown))

    def set_actions(self, *, promote: bool, discard: bool) -> None:
        """Show the buttons for the model, and remove the message of `set_decided`."""
        self._decided.hide()
        self._save.hide()
        self._question.hide()
        self._discard.setVisible(discard)
        self._promote.setVisible(promote)
        self._promote.setEnabled(True)

    def hold_promotion(self, held: bool) -> None:
        """Disable the promotion until all figures that can count against it are measured."""
        self._promote.setEnabled(not held and self._question.isHidden())

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
        self._requests.promote.emit(self._version)

    @Slot()
    def _close_question(self) -> None:
        self._promote.setEnabled(True)
        self._promote.setFocus()

    def _fill_export(self) -> None:
        menu = QMenu(self._export)
        for kind, words in _EXPORTS:
            menu.addAction(words).triggered.connect(partial(self._requests.export.emit, kind))
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


def _reports(report: Report) -> Iterator[Report]:
    """Return the report and those on its other evaluation sets."""
    yield report
    yield from report.others


class PromotionPolicyForm(QWidget):
    """The metric that decides headline and promotion gate, and a button for all priorities."""

    def __init__(self, theme: Theme, requests: ReportRequests) -> None:
        super().__init__()
        self._theme, self._chosen = theme, requests.policy
        self._policy = PromotionPolicy()
        self._tags: tuple[str, ...] = ()
        self._slices: tuple[str, ...] = ()
        self._metric = QComboBox()
        self._metric.setAccessibleName(tr("Deciding metric"))
        self._metric.setToolTip(tr("Used for the headline and for the check before promotion"))
        self._metric.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._metric.setMinimumWidth(widened(_NARROWEST_METRIC, self.fontMetrics()))  # not the longest tag
        words = label_of(self._metric, tr("De&ciding metric"))
        self._more = text_button(
            "", self.edit, tr("Deciding metric, floors, and tags and slices that must not get worse")
        )
        row = hbox(parent=self, margins=0, spacing=GAP)
        for part in (words, self._metric, self._more):
            row.addWidget(part)
        self._metric.activated.connect(self._apply_metric)

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
        self._chosen.emit(replace(self._policy, kind=metric.kind, tag=metric.tag, beta=metric.beta))

    @Slot()
    def edit(self) -> None:
        """Open the dialog with all priorities."""
        dialog = PrioritiesDialog(self._theme, self._policy, self._tags, self._slices, self)
        dialog.chosen.connect(self._chosen)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()


class ChoiceButtons(QWidget):
    """Exclusive buttons, in several lines if they are too many for one.

    Signals: `chosen(place)` when a button was pressed.
    """

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Sequence[str], Sequence[int]] = (), ()
        self._group = QButtonGroup(self)
        self._row = FlowLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._group.idClicked.connect(self.chosen)

    def show_names(self, names: Sequence[str], order: Sequence[int], chosen: int) -> None:
        """Show a button for each name, in this order; `chosen` is the place of the checked one."""
        if (names, order) != self._shown:
            self._shown = names, order
            self._make_buttons(names, order)
        self._group.button(chosen).setChecked(True)

    def _make_buttons(self, names: Sequence[str], order: Sequence[int]) -> None:
        for button in self._group.buttons():
            self._group.removeButton(button)
            button.hide()
            button.deleteLater()
        self._row.empty()
        for place in order:
            words = names[place][:1].upper() + names[place][1:]
            button = QToolButton()
            button.setText(escape_mnemonic(words))
            button.setCheckable(True)
            button.setAutoRaise(True)
            button.setToolTip(tip(words))
            button.setAccessibleName(tr("Show {name}", name=names[place]))
            self._group.addButton(button, place)
            self._row.addWidget(button)

    def sizeHint(self) -> QSize:
        """Return the size of all buttons in one line."""
        sizes = [button.sizeHint() for button in self._group.buttons()]
        width = sum(size.width() + UNIT for size in sizes) - UNIT
        return QSize(width, max((size.height() for size in sizes), default=0))
