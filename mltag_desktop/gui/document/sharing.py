"""Copies of the workspace, and decisions exported for a colleague or imported from one."""

import re
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QFrame, QPushButton, QScrollArea, QWidget

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem import WORKSPACE_SUFFIX
from mltag_desktop.core.messages import some_of
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.export.shared_decisions import (
    ConflictRule,
    DecisionConflict,
    SharedPlan,
    apply_shared,
    export_decisions,
    plan_shared,
    read_decisions,
)
from mltag_desktop.core.workspace.types import Change, RowId
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui.i18n import format_number, tr, tr_plural, translate_core_message
from mltag_desktop.gui.operations import Operation
from mltag_desktop.gui.state.context_dialog import ContextDialog
from mltag_desktop.gui.state.session import AppContext
from mltag_desktop.gui.widgets.common import (
    MutedLabel,
    PrimaryButton,
    SpokenLabel,
    button_row,
    heading,
    label_of,
    local_time,
)
from mltag_desktop.gui.widgets.dialog_tables import ColumnHeading, LineTable, TableLine
from mltag_desktop.gui.widgets.dialogs import (
    AskPath,
    OpenFolder,
    ask_to_open,
    ask_to_save,
    keep_on_screen,
    show_folder,
)
from mltag_desktop.gui.widgets.inputs import CheckBox, TabWidget
from mltag_desktop.gui.widgets.layout import dialog_column, hbox, vbox
from mltag_desktop.gui.widgets.notifications import NotificationAction
from mltag_desktop.gui.widgets.theme import GAP

_NO_NAME: Final = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
"""Characters that are not allowed in file names on at least one operating system."""
_DECISIONS: Final = tr("Decisions (*.jsonl);;All files (*)")


def ask_for_decisions(parent: QWidget) -> str:
    """Ask for a colleague's file; return an empty string if the dialog was cancelled."""
    return ask_to_open(parent, tr("Import a colleague's decisions"), "", _DECISIONS)


def save_copy(
    context: AppContext, ask_path: AskPath = ask_to_save, open_folder: OpenFolder = show_folder
) -> None:
    """Ask for a path, and write a copy of the workspace in its current state."""
    workspace = context.session.open_workspace
    place = workspace.path.with_name(f"{workspace.path.stem}-copy.mltag")
    chosen = ask_path(context.window, tr("Save a copy as"), str(place), tr("Workspaces (*.mltag)"))
    if not chosen:
        return
    path = _as_workspace(Path(chosen))
    replace = path == Path(chosen)  # the file dialog asked about overwriting the typed name only

    def report(_nothing: object) -> None:
        words = tr("The workspace was copied to {name}.", name=path.name)
        hint = tr("The original workspace stays open.")
        context.notifications.success(words, hint, _folder_action(path, open_folder))

    Operation(workspace.save_copy, path, replace=replace).success(report).run(context.writer)


def send_decisions(
    context: AppContext, ask_path: AskPath = ask_to_save, open_folder: OpenFolder = show_folder
) -> None:
    """Ask for a path, and export the decisions for a colleague."""
    workspace = context.session.open_workspace
    whose = _NO_NAME.sub("-", workspace.curator)
    place = workspace.path.with_name(f"{workspace.path.stem}-decisions-{whose}.jsonl")
    chosen = ask_path(context.window, tr("Export decisions"), str(place), _DECISIONS)
    if not chosen:
        return
    path = Path(chosen)

    def report(count: int) -> None:
        words = tr_plural(
            "{n:,} decision exported to {name}.", "{n:,} decisions exported to {name}.", count, name=path.name
        )
        hint = tr("A colleague with the same records can import them.")
        context.notifications.success(words, hint, _folder_action(path, open_folder))

    Operation(export_decisions, workspace, path, replace=True).success(report).run(context.writer)


def _folder_action(path: Path, open_folder: OpenFolder) -> NotificationAction:
    return NotificationAction(tr("Show in folder"), partial(open_folder, path))


def _as_workspace(chosen: Path) -> Path:
    """Append the workspace suffix if it is missing."""
    return (
        chosen
        if chosen.suffix.casefold() == WORKSPACE_SUFFIX
        else chosen.with_name(f"{chosen.name}{WORKSPACE_SUFFIX}")
    )


SIZE: Final = QSize(1200, 660)
_RULES: Final = (
    (tr("keep mine"), ConflictRule.OURS),
    (tr("use theirs"), ConflictRule.THEIRS),
    (tr("use the newer one"), ConflictRule.NEWER),
    (tr("flag the record"), ConflictRule.FLAG),
)
_CONFLICTS: Final = (
    ColumnHeading(tr("Record"), "000,000", right=True),
    ColumnHeading(tr("Text")),
    ColumnHeading(tr("Mine"), "natural-language-processing"),
    ColumnHeading(tr("Theirs"), "natural-language-processing"),
    ColumnHeading(tr("Result"), "natural-language-processing"),
)
_AGREEMENT: Final = (
    ColumnHeading(tr("Tag")),
    ColumnHeading(tr("Both"), "000,000", right=True),
    ColumnHeading(tr("Either"), "000,000", right=True),
    ColumnHeading(tr("Kappa"), "0.000", right=True),
)


_PERIODS: Final = (
    ColumnHeading(tr("Week from")),
    ColumnHeading(tr("Records"), "000,000", right=True),
    ColumnHeading(tr("Kappa"), "0.000", right=True),
)
_MOST_TEXT: Final = 600
"""Characters of a conflict's text that are shown."""
_FEWEST_ROWS: Final = 4
"""Rows of the conflicts that are always in view, with their header."""
_FEWEST_LINES: Final = 3
"""Lines of the text of a conflict that are shown at least."""


class SharedDecisionsDialog(ContextDialog):
    """Reads a colleague's file, previews the result, and imports the decisions as one undo step.

    Signals: `record_requested(row)` on a double click or Return.
    """

    record_requested = Signal(int)

    def __init__(self, context: AppContext, path: Path) -> None:
        super().__init__(context, tr("Decisions of a colleague"), SIZE)
        self.plan: SharedPlan | None = None
        self._chosen: dict[RowId, str] = {}
        self._title = heading(tr("Reading {name}…", name=path.name))
        self._title.setWordWrap(True)
        self.facts = MutedLabel(context.theme)
        self.agreement = LineTable(context.theme, tr("Agreement by tag"), _AGREEMENT)
        self.periods = LineTable(context.theme, tr("Agreement by week"), _PERIODS)
        self.conflicts = LineTable(context.theme, tr("Conflicts"), _CONFLICTS)
        self.text = SpokenLabel()
        self.text.setWordWrap(True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text.setAccessibleName(tr("Text of the record"))
        self.detail = MutedLabel(context.theme)
        self.keys = MutedLabel(
            context.theme,
            tr("In the list: 1 keeps your tag, 2 uses theirs, Backspace leaves it to the rule."),
        )
        self.rule = QComboBox()
        self.rule.setAccessibleName(tr("Rule for the other conflicts"))
        self.rule.addItems([words for words, _ in _RULES])
        self.ours = QPushButton(tr("Keep &mine"))
        self.theirs = QPushButton(tr("Use t&heirs"))
        self.add = CheckBox()
        self.apply = PrimaryButton(context.theme, tr("&Import"))
        self._close = self.close_button(tr("&Cancel"))
        self._tabs = TabWidget()
        self._lay_out()
        self._connect()
        self._read(path)

    @property
    def _rule(self) -> ConflictRule:
        return _RULES[max(0, self.rule.currentIndex())][1]

    def _connect(self) -> None:
        in_list = Qt.ShortcutContext.WidgetShortcut
        for key, decide in (
            (Qt.Key.Key_1, self.ours.click),
            (Qt.Key.Key_2, self.theirs.click),
            (Qt.Key.Key_Backspace, self._unchoose),
        ):
            QShortcut(QKeySequence(key), self.conflicts, context=in_list).activated.connect(decide)
        self.conflicts.chosen.connect(self._show_conflict)
        self.conflicts.opened.connect(self._ask_for)
        self.rule.currentIndexChanged.connect(self._show_outcomes)
        self.ours.clicked.connect(lambda: self._choose(theirs=False))
        self.theirs.clicked.connect(lambda: self._choose(theirs=True))
        self.add.toggled.connect(self._enable)
        self.apply.clicked.connect(self._apply)
        self._session.closed.connect(self.reject)

    def _read(self, path: Path) -> None:
        self.add.hide()
        self.apply.setEnabled(False)
        Operation(_planned, self._workspace, path).success(self._show).failure(self._handle_failure).run(
            self._jobs
        )

    @Slot(object)
    def _handle_failure(self, error: Exception) -> None:
        if isinstance(error, MltagError):
            self._title.setText(translate_core_message(error.message))
            self.facts.setText(translate_core_message(error.hint))

    @Slot(object)
    def _show(self, plan: SharedPlan) -> None:
        self.plan = plan
        whose = ", ".join(plan.curators) or tr("a colleague")
        self._title.setText(
            tr_plural(
                "{whose}: {decisions}, {n:,} identical, {conflicts}",
                "{whose}: {decisions}, {n:,} identical, {conflicts}",
                plan.agreed,
                whose=whose,
                decisions=tr_plural("{n:,} new decision", "{n:,} new decisions", len(plan.new)),
                conflicts=tr_plural("{n:,} conflict", "{n:,} conflicts", len(plan.conflicts)),
            )
        )
        words = []
        if plan.kappa is not None:
            words.append(
                tr(
                    "Agreement beyond chance (Cohen's kappa): {kappa:.2f}, {grade}.",
                    kappa=plan.kappa,
                    grade=_kappa_label(plan.kappa),
                )
            )
        if plan.copied:
            words.append(
                tr_plural(
                    "{n:,} decision was shared before and does not count as agreement.",
                    "{n:,} decisions were shared before and do not count as agreement.",
                    plan.copied,
                )
            )
        if plan.other_additional:
            words.append(
                tr_plural(
                    "{n:,} record has the same tag, but other additional tags; yours are kept.",
                    "{n:,} records have the same tag, but other additional tags; yours are kept.",
                    plan.other_additional,
                )
            )
        if plan.unknown:
            words.append(
                tr_plural(
                    "{n:,} decision on a text that is not in this table was skipped.",
                    "{n:,} decisions on texts that are not in this table were skipped.",
                    plan.unknown,
                )
            )
        if plan.new_tags:
            names = translate_core_message(some_of(plan.new_tags))
            words.append(tr("New tags: {names}.", names=names))
        if not words and not plan.agreement:
            words.append(tr("There are no records that you both decided yet."))
        self.facts.setText(" ".join(words))
        self.agreement.show_lines(
            [
                TableLine((each.tag, *map(format_number, (each.both, each.either)), _figure(each.kappa)))
                for each in plan.agreement
            ]
        )
        self.periods.show_lines(
            [
                TableLine((each.week, format_number(each.records), _figure(each.kappa)))
                for each in plan.periods
            ]
        )
        self.periods.setVisible(len(plan.periods) > 1)
        self._tabs.setTabEnabled(1, bool(plan.agreement))
        self._tabs.setCurrentIndex(1 if plan.agreement and not plan.conflicts else 0)
        self.add.setText(tr_plural("&Add {n:,} new tag", "&Add {n:,} new tags", len(plan.new_tags)))
        self.add.setVisible(bool(plan.new_tags))
        self._show_outcomes()
        self._enable()

    @Slot()
    def _show_outcomes(self) -> None:
        plan = self.plan
        if plan is None:
            return
        lines = [
            TableLine(
                (
                    format_number(conflict.row + 1),
                    conflict.text,
                    conflict.ours,
                    conflict.theirs.tag,
                    self._outcome(conflict),
                ),
                conflict,
                bold=conflict.row in self._chosen,
            )
            for conflict in plan.conflicts
        ]
        self.conflicts.show_lines(lines)
        for part in (self.rule, self.ours, self.theirs):
            part.setEnabled(bool(lines))

    def _outcome(self, conflict: DecisionConflict) -> str:
        if conflict.row in self._chosen:
            return self._chosen[conflict.row]
        rule = self._rule
        if rule is ConflictRule.FLAG:
            return tr("{tag}, flagged", tag=conflict.ours)
        newer = rule is ConflictRule.NEWER and conflict.is_theirs_newer
        return conflict.theirs.tag if rule is ConflictRule.THEIRS or newer else conflict.ours

    @Slot(object)
    def _ask_for(self, conflict: DecisionConflict) -> None:
        self.record_requested.emit(conflict.row)

    @Slot(object)
    def _show_conflict(self, conflict: DecisionConflict | None) -> None:
        if conflict is None:
            self.detail.setText(tr("There are no conflicts.") if self.plan else "")
            self.text.clear()
            return
        shown = " ".join(conflict.text.split())
        self.text.setText(shown if len(shown) <= _MOST_TEXT else f"{shown[:_MOST_TEXT].rstrip()}…")
        theirs = conflict.theirs
        parts = [
            tr("{who}: {tag}, {when}.", who=who, tag=tag, when=local_time(when))
            for who, tag, when in (
                (conflict.our_curator, conflict.ours, conflict.our_time),
                (theirs.curator, theirs.tag, theirs.made),
            )
        ]
        parts += [tr("“{note}”", note=theirs.note)] if theirs.note else []
        self.detail.setText(" ".join(parts))
        keep_on_screen(self)

    def _choose(self, *, theirs: bool) -> None:
        conflict = self.conflicts.current
        if conflict is None:
            return
        row = self.conflicts.currentIndex().row()
        self._chosen[conflict.row] = conflict.theirs.tag if theirs else conflict.ours
        self._show_outcomes()
        self.conflicts.selectRow(min(row + 1, len(self.conflicts.lines.lines) - 1))

    @Slot()
    def _unchoose(self) -> None:
        conflict = self.conflicts.current
        if conflict is not None and self._chosen.pop(conflict.row, None) is not None:
            row = self.conflicts.currentIndex().row()
            self._show_outcomes()
            self.conflicts.selectRow(row)

    @Slot()
    def _enable(self) -> None:
        plan, workspace = self.plan, self._session.workspace
        can_write = plan is not None and workspace is not None and not workspace.read_only
        has_tags = plan is not None and (not plan.new_tags or self.add.isChecked())
        has_changes = plan is not None and bool(plan.new or plan.conflicts)
        self.apply.setEnabled(can_write and has_tags and has_changes)
        self.apply.setToolTip("" if has_tags else tr("Add the missing tags first"))

    @Slot()
    def _apply(self) -> None:
        if self.plan is None:
            return
        self.apply.setEnabled(False)
        chosen = dict(self._chosen)
        Operation(_applied, self._workspace, self.plan, self._rule, chosen, self._session.publish).success(
            self._finish
        ).failure(self._handle_failure).run(self._jobs)

    @Slot(object)
    def _finish(self, change: Change) -> None:
        count = 0 if change.rows is None else len(change.rows)
        self._notifications.success(
            tr_plural(
                "Decisions imported: {n:,} record changed.",
                "Decisions imported: {n:,} records changed.",
                count,
            ),
            tr("This can be undone."),
        )
        self.accept()

    def _lay_out(self) -> None:
        self.conflicts.setMinimumHeight(_FEWEST_ROWS * self.conflicts.verticalHeader().defaultSectionSize())
        text = QScrollArea()  # a long text must not push the table or the buttons away
        text.setAccessibleName(self.text.accessibleName())
        text.setFrameShape(QFrame.Shape.NoFrame)
        text.setWidgetResizable(True)
        text.setWidget(self.text)
        for part in (text.viewport(), self.text):
            part.setAutoFillBackground(False)
        text.setMinimumHeight(_FEWEST_LINES * self.fontMetrics().lineSpacing())
        buttons = button_row(left=(self.ours, self.theirs))
        buttons.addWidget(label_of(self.rule, tr("Other co&nflicts")))
        buttons.addWidget(self.rule)
        conflicts, agreement = QWidget(), QWidget()
        parts = ((self.conflicts, 2), (text, 1), self.detail, self.keys, buttons)
        vbox(*parts, parent=conflicts, margins=GAP, spacing=GAP)
        hbox((self.agreement, 2), (self.periods, 1), parent=agreement, margins=GAP, spacing=GAP)
        self._tabs.addTab(conflicts, tr("Conflicts"))
        self._tabs.addTab(agreement, tr("Agreement"))
        dialog_column(
            self,
            self._title,
            self.facts,
            GAP,
            (self._tabs, 1),
            GAP,
            button_row(self._close, self.apply, left=(self.add,)),
        )
        self.conflicts.setFocus()  # its keys decide the conflicts


def _planned(progress: Progress, workspace: Workspace, path: Path) -> SharedPlan:
    return plan_shared(progress, workspace, read_decisions(path))


def _applied(
    progress: Progress,
    workspace: Workspace,
    plan: SharedPlan,
    rule: ConflictRule,
    chosen: Mapping[RowId, str],
    publish: Callable[[Change, Workspace], None],
) -> Change:
    """Add the missing tags as a separate step, then import the decisions.

    `publish` is called after each step, since the dialog may have been closed.
    """
    if plan.new_tags:
        publish(workspace.tag_set.set([*workspace.tag_set.tags, *plan.new_tags]), workspace)
    change = apply_shared(progress, workspace, plan, rule, chosen)
    publish(change, workspace)
    return change


def _figure(kappa: float | None) -> str:
    return "–" if kappa is None else format_number(kappa, ".3f")


def _kappa_label(kappa: float) -> str:
    """Return Landis and Koch's label for kappa (Biometrics 33, 1977)."""
    for least, words in (
        (0.81, tr("almost perfect")),
        (0.61, tr("substantial")),
        (0.41, tr("moderate")),
        (0.21, tr("fair")),
    ):
        if kappa >= least:
            return words
    return tr("slight") if kappa >= 0 else tr("worse than chance")
