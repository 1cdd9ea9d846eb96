"""The training dialog: training data, start, progress, cancel, and the model list."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QLabel,
    QMenu,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QWidget,
)

from mltag_desktop.core.model.recipes import Recipe
from mltag_desktop.core.workspace.types import ModelInfo, TagInfo
from mltag_desktop.gui.i18n import format_number, tr, tr_plural, translate_core_message
from mltag_desktop.gui.report.findings_view import FindingsView
from mltag_desktop.gui.state.words import answer_words
from mltag_desktop.gui.training.model_list import ModelListTable, state_in_words
from mltag_desktop.gui.widgets.common import (
    MutedLabel,
    PrimaryButton,
    hairline,
    heading,
    infos_of,
    label_of,
    text_button,
)
from mltag_desktop.gui.widgets.dialogs import Dialog, fit_screen, keep_on_screen
from mltag_desktop.gui.widgets.inputs import CheckBox, InlineQuestion
from mltag_desktop.gui.widgets.layout import STRETCH, dialog_column, flowing, hbox, vbox
from mltag_desktop.gui.widgets.notifications import Notifications
from mltag_desktop.gui.widgets.tag_bars import MOST, TagBar, TagBars
from mltag_desktop.gui.widgets.theme import GAP, GROUP, UNIT, Theme

if TYPE_CHECKING:
    from mltag_desktop.core.training.retraining import TrainingPlan

SIZE: Final = QSize(960, 680)
_LINES: Final = 6
"""Lines of findings for which there is room."""
_FEWEST_LINES: Final = 3
"""The same on a small screen."""


class TrainingDialog(Dialog):
    """Stays open next to the table; its buttons are connected by the `ModelController`.

    Signals: `report_requested(ModelInfo)`; `compare_requested(version, version)`; `delete_requested(version)`
    after confirmation; `save_requested(version)` to save a model in the library; `roll_back_requested()`;
    `shown()` each time the dialog is shown.
    """

    report_requested = Signal(object)
    compare_requested = Signal(str, str)
    delete_requested = Signal(str)
    save_requested = Signal(str)
    roll_back_requested = Signal()
    shown = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Train"))
        self._plan_view = TrainingPlanView(theme)
        self.checks = self._plan_view.checks
        self.alone = CheckBox(tr("&Use only the tags of this table, without the bundled model"))
        self.alone.setToolTip(tr("For tags whose meaning differs from the bundled model's"))
        self._recipe = RecipeRow(theme)
        self._step = MutedLabel(theme)
        self._bar = QProgressBar()
        self._bar.setRange(0, 1000)
        self._bar.setTextVisible(False)
        self._bar.setMaximumHeight(6)
        self._bar.setAccessibleName(tr("Training progress"))
        self.start = PrimaryButton(theme, tr("&Train a candidate"))
        self.cancel = QPushButton(tr("&Cancel"), autoDefault=False)
        self.model_list = ModelListTable(theme)
        self._report = text_button(tr("Show &report"), self._ask_report)
        self.roll_back = text_button(
            tr("Roll &back"),
            self.roll_back_requested.emit,
            tr("Make the previously active model active again"),
        )
        self._compare = QPushButton(tr("Co&mpare"), autoDefault=False)
        self._compare.setToolTip(tr("Compare it with another model on rows that neither was trained on"))
        self._others = QMenu(self._compare)
        self._compare.setMenu(self._others)
        self._delete = text_button(tr("&Delete…"), self._ask_to_delete)
        self._save = text_button(
            tr("Sa&ve to library…"), self._ask_to_save, tr("Keep this model for other tables")
        )
        self._question = InlineQuestion(wide=True)
        self._is_new = False
        """Whether the dialog has just been shown; its first plan enables the button that gets the focus."""
        self._can_start = False
        self._free = True
        self.start.setDefault(True)
        self.notifications = Notifications(theme, self)
        """Errors are shown in the dialog while it covers the window."""
        self._lay_out()
        self.model_list.chosen.connect(self._show_model)
        self.model_list.opened.connect(self._ask_report)
        self.set_idle()
        fit_screen(self, SIZE)

    @property
    def can_start(self) -> bool:
        """Whether there is training data."""
        return self._can_start

    @property
    def recipe(self) -> str | None:
        """Name of the recipe for a training on the decisions only; None for the usual one."""
        return self._recipe.recipe

    def show_plan(self, plan: "TrainingPlan", tags: Sequence[TagInfo], column: str = "") -> None:
        """Show the training data; `column` is the tag column of the table, if it has one."""
        self._plan_view.show_plan(plan, tags, column)
        self.alone.setVisible(self.alone.isChecked() or (bool(plan.base_rows) and plan.can_do_without_base))
        self._recipe.show_recipes(plan.recipes, usable=self.alone.isChecked() or not plan.base_rows)
        self._can_start = plan.used > 0
        self.start.setEnabled(self._can_start and not self.cancel.isVisible())
        if self._is_new and self.start.isEnabled():
            self.start.setFocus()
        self._is_new = False
        if self.isVisible():
            keep_on_screen(self)

    def forbid(self, why: str) -> None:
        """Show why no model can be trained at present."""
        self._plan_view.say(why)
        self._can_start = False
        self.start.setEnabled(False)

    def show_models(
        self,
        models: Sequence[ModelInfo],
        sizes: Mapping[str, int],
        notes: Mapping[str, str],
        *,
        free: bool,
    ) -> None:
        """Show the models, given oldest first.

        Notes and deletion need a workspace that is `free` for writing.
        """
        self._free = free
        self.model_list.show_models(models, sizes, notes, can_note=free)
        active = next((model for model in models if model.active), None)
        self.roll_back.setEnabled(active is not None and not active.bundled)

    def set_training(self) -> None:
        """Show that a training is running."""
        self.notifications.clear()
        self._bar.setValue(0)
        self._step.setText(tr("Starting"))
        self._bar.show()
        self.cancel.show()
        self.start.setEnabled(False)
        self.cancel.setFocus()

    def show_checking(self, *, on: bool) -> None:
        """Show whether the training data is being checked; the earlier result stays until then."""
        self._plan_view.show_checking(on=on)

    def set_idle(self, words: str = "") -> None:
        """Show that no training is running, and the result of the last one."""
        self._bar.hide()
        self.cancel.hide()
        self._step.setText(words)
        self.start.setEnabled(self._can_start)

    @Slot(float, str)
    def show_progress(self, share: float, step: str) -> None:
        """Show the progress of the training."""
        self._bar.setValue(round(share * 1000))
        if step:
            words = translate_core_message(step)
            self._step.setText(f"{words[:1].upper()}{words[1:]}")

    @Slot(object)
    def _show_model(self, model: ModelInfo | None) -> None:
        self._report.setEnabled(model is not None and model.report is not None)
        self._delete.setEnabled(self._free and model is not None and not model.active and not model.bundled)
        self._save.setEnabled(model is not None and not model.bundled)
        self._question.hide()
        self._fill_others(model)

    def _fill_others(self, model: ModelInfo | None) -> None:
        """Offer to compare the selected model with each other model; the older one comes first."""
        self._others.clear()
        versions = [listed.version for listed in self.model_list.models]
        for other in reversed(self.model_list.models) if model is not None else ():
            if model is None or other.version == model.version:
                continue
            words = tr("with {version} ({state})", version=other.version, state=state_in_words(other))
            pair = sorted((other.version, model.version), key=versions.index)
            action = self._others.addAction(words)
            action.triggered.connect(partial(self.compare_requested.emit, *pair))
        self._compare.setEnabled(not self._others.isEmpty())

    @Slot()
    def _ask_to_delete(self) -> None:
        model = self.model_list.current
        if model is None:
            return
        once = (
            tr("Candidate {version} was never active.", version=model.version)
            if model.candidate
            else tr("You will not be able to roll back to model {version}.", version=model.version)
        )
        self._question.ask(
            tr("{once} The model and its report will be deleted. This cannot be undone.", once=once),
            (
                (tr("&Not now"), self._delete.setFocus),
                (tr("Delete &permanently"), partial(self.delete_requested.emit, model.version)),
            ),
        )

    @Slot()
    def _ask_to_save(self) -> None:
        model = self.model_list.current
        if model is not None:
            self.save_requested.emit(model.version)

    @Slot()
    def _ask_report(self) -> None:
        model = self.model_list.current
        if model is not None and model.report is not None:
            self.report_requested.emit(model)

    def _lay_out(self) -> None:
        run = hbox(spacing=GAP)
        words = vbox(self._step, self._bar, spacing=GAP // 2)
        run.addLayout(words, 1)
        run.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignBottom)
        run.addWidget(self.start, 0, Qt.AlignmentFlag.AlignBottom)
        of_model = flowing(self._report, self._compare, self._save, self.roll_back, self._delete)
        below = hbox((of_model, 1), spacing=GAP)
        below.addWidget(text_button(tr("C&lose"), self.hide), 0, Qt.AlignmentFlag.AlignBottom)
        dialog_column(
            self,
            heading(tr("Training data")),
            self._plan_view,
            self.alone,
            self._recipe,
            run,
            hairline(),
            heading(tr("Models of this workspace")),
            (self.model_list, 1),
            self._question,
            below,
            spacing=GROUP,
        )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._is_new = True
        self.shown.emit()


class RecipeRow(QWidget):
    """The choice of a recipe for a training on the decisions only."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._choice = QComboBox()
        self._choice.setAccessibleName(tr("Recipe"))
        self._choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._choice.setMinimumContentsLength(30)
        self._choice.addItem(tr("Automatic"))
        self._caption = label_of(self._choice, tr("Rec&ipe"))
        self._note = MutedLabel(theme)
        self._note.setWordWrap(True)
        self._recipes: tuple[Recipe, ...] = ()
        row = hbox(self._caption, self._choice, STRETCH, spacing=GAP)
        vbox(row, self._note, parent=self, margins=0, spacing=GAP)
        self._choice.currentIndexChanged.connect(self._explain)
        self.hide()

    @property
    def recipe(self) -> str | None:
        """The name of the chosen recipe; None for the usual one."""
        place = self._choice.currentIndex() - 1
        return self._recipes[place].name if self.isVisible() and place >= 0 else None

    def show_recipes(self, recipes: Sequence[Recipe], *, usable: bool) -> None:
        """Offer `recipes`, if they can be used."""
        if tuple(recipes) != self._recipes:
            chosen = self._choice.currentText()
            self._recipes = tuple(recipes)
            with QSignalBlocker(self._choice):
                while self._choice.count() > 1:
                    self._choice.removeItem(1)
                self._choice.addItems([recipe.name for recipe in recipes])
                self._choice.setCurrentIndex(max(0, self._choice.findText(chosen)))
        self.setVisible(usable)
        self._explain()

    @Slot()
    def _explain(self) -> None:
        place = self._choice.currentIndex() - 1
        if place < 0:
            self._note.setText(tr("The best settings are found by cross-validation."))
            return
        recipe = self._recipes[place]
        if not recipe.package:
            self._note.setText(translate_core_message(recipe.summary))
            return
        self._note.setText(
            tr(
                "Runs code of the package {package} on this computer. Models of this recipe stay in this "
                "workspace.",
                package=recipe.package,
            )
        )


class ChecksRoom(QScrollArea):
    """Room for a few lines of findings, so that nothing below moves when they arrive; more lines scroll."""

    def __init__(self, *parts: QWidget) -> None:
        super().__init__()
        inner = QWidget()
        layout = vbox(parent=inner, margins=0)
        for part in parts:
            layout.addWidget(part)
        layout.addStretch(1)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its links have the focus, and arrow keys scroll
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        for widget in (self.viewport(), inner):
            widget.setAutoFillBackground(False)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height_of(_LINES))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._height_of(_FEWEST_LINES))

    def _height_of(self, lines: int) -> int:
        return lines * (self.fontMetrics().lineSpacing() + UNIT) + UNIT


class TrainingPlanView(QWidget):
    """Shows the training data in a few lines, with the number of decisions per tag."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._words = QLabel(tr("Counting tagged records"), wordWrap=True)
        self._tags = TagBars(theme, tr("Records per tag"))
        self._note = MutedLabel(theme)
        self.checks = FindingsView(theme)
        self._checking = MutedLabel(theme)
        self._is_checked = False
        self._room = ChecksRoom(self.checks, self._checking)
        vbox(self._words, self._tags, self._note, self._room, parent=self, margins=0, spacing=GAP)

    def show_checking(self, *, on: bool) -> None:
        """Show whether the decisions are being checked."""
        self._checking.setText(tr("Checking the tagged records…") if on else tr("No findings."))
        self._checking.setVisible(on or (self._is_checked and not self.checks.lines))

    def say(self, words: str) -> None:
        """Show only a message."""
        self._words.setText(words)
        self._tags.hide()
        self._note.hide()
        self._room.hide()

    def show_plan(self, plan: "TrainingPlan", tags: Sequence[TagInfo], column: str) -> None:
        """Show `plan`."""
        if not plan.decided:
            words = tr(
                "There are no decisions yet. Accept or correct some records first; "
                "a few dozen make a difference."
            )
            more = tr("Tag › What are the tags… takes over the tags of the column {name}.", name=column)
            self.say(f"{words} {more}" if column else words)
            return
        decided = tr_plural("your {n:,} decision", "your {n:,} decisions", plan.decided)
        if plan.known:
            decided = answer_words(plan.decided - plan.known, plan.known)
        if plan.base_rows:
            decided = tr_plural(
                "{n:,} row of the bundled model {version} and {decisions}",
                "{n:,} rows of the bundled model {version} and {decisions}",
                plan.base_rows,
                version=plan.base_version,
                decisions=decided,
            )
        self._words.setText(tr("{what}:", what=f"{decided[:1].upper()}{decided[1:]}"))
        self._tags.show_bars(self._bars_of(plan, tags))
        rest = len(plan.decisions) - MOST
        others = (
            tr_plural("{n:,} more tag not shown. ", "{n:,} more tags not shown. ", rest) if rest > 0 else ""
        )
        evaluated = (
            tr_plural(
                "{n:,} row that no model was trained on",
                "{n:,} rows that no model was trained on",
                plan.holdout_rows,
            )
            if plan.holdout_rows
            else tr("these records, cross-validated")
        )
        self._note.setText(
            tr(
                "{others}The candidate is evaluated on {evaluated}. Nothing changes until you promote it.",
                others=others,
                evaluated=evaluated,
            )
        )
        for part in (self._tags, self._note, self._room):
            part.show()
        self._is_checked = plan.checks is not None
        if plan.checks is not None:
            self.checks.show_checks(plan.checks)

    def _bars_of(self, plan: "TrainingPlan", tags: Sequence[TagInfo]) -> list[TagBar]:
        drawn = infos_of(list(plan.decisions), tags)
        shown = list(plan.decisions.items())[:MOST]
        most = max(count for _, count in shown)
        return [TagBar(drawn[name], count / most, format_number(count)) for name, count in shown]
