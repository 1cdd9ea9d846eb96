"""Import and export of the guideline, and its behaviour tests, in the tag set editor."""

from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QWidget,
)

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.learning.guideline import (
    Guideline,
    OwnTest,
    guideline_of,
    own_tests,
    read_guideline,
    store_own_tests,
    write_guideline,
)
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui.curation.tag_form import choice_box
from mltag_desktop.gui.i18n import error_words, tr, tr_plural
from mltag_desktop.gui.operations import Writer
from mltag_desktop.gui.state.session import AppContext
from mltag_desktop.gui.widgets.common import MutedLabel, button_row, text_button
from mltag_desktop.gui.widgets.dialog_tables import ColumnHeading, LineTable, TableLine
from mltag_desktop.gui.widgets.dialogs import AskPath, Dialog, ask_to_open, ask_to_save, fit_screen
from mltag_desktop.gui.widgets.inputs import TagBox
from mltag_desktop.gui.widgets.layout import dialog_column, flowing
from mltag_desktop.gui.widgets.theme import UNIT, Theme

_SIZE: Final = QSize(180 * UNIT, 110 * UNIT)
_MUST: Final = (tr("must be"), tr("must not be"))


class BehaviourTestsDialog(Dialog):
    """Lists the tests of a workspace; each change is written at once."""

    def __init__(self, workspace: Workspace, writer: Writer, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._writer = writer
        self._tests = list(own_tests(workspace))
        self._tags = {tag.name: tag for tag in workspace.tag_set.tags}
        self.setWindowTitle(tr("Behaviour tests"))
        words = tr(
            "Texts whose tag you are certain of. The report of every new model shows which tests it passes."
        )
        columns = (ColumnHeading(tr("Text")), ColumnHeading(tr("Expected"), "m" * 14))
        self.table = LineTable(theme, tr("Behaviour tests"), columns)
        self.table.setSelectionMode(LineTable.SelectionMode.ExtendedSelection)
        self.text = QLineEdit(self)
        self.text.setAccessibleName(tr("Text of the test"))
        self.text.setPlaceholderText(tr("Text of the test"))
        self.must = choice_box(tr("Expectation"), _MUST, 14)
        self.tag = TagBox(theme, tr("Tag of the test"))
        self.tag.setSizeAdjustPolicy(self.must.sizeAdjustPolicy())
        self.tag.setMinimumContentsLength(14)
        self.tag.show_tags(self._tags.values())
        self.add = text_button(tr("Add test"), self._add)
        self.remove = text_button(tr("Remove"), self._remove)
        self.count = QLabel(self)
        dialog_column(
            self,
            MutedLabel(theme, words, self),
            (self.table, 1),
            self.text,
            flowing(self.must, self.tag, self.add, self.remove),
            button_row(text_button(tr("Close"), self.accept), left=(self.count,)),
        )
        self.text.textChanged.connect(self._enable)
        self.text.returnPressed.connect(self._add)
        self.table.selectionModel().selectionChanged.connect(self._enable)
        self._show()
        fit_screen(self, _SIZE)
        self.text.setFocus()

    @property
    def tests(self) -> tuple[OwnTest, ...]:
        """The tests that are listed."""
        return tuple(self._tests)

    @Slot()
    def _add(self) -> None:
        text = self.text.text().strip()
        if not text or self.tag.currentIndex() < 0 or self._workspace.read_only:
            return
        test = OwnTest(text, self.tag.currentText(), forbidden=self.must.currentIndex() == 1)
        kept = [each for each in self._tests if (each.text, each.tag) != (test.text, test.tag)]
        self._write([*kept, test])
        self.text.clear()
        self.text.setFocus()
        self.table.scrollToBottom()

    @Slot()
    def _remove(self) -> None:
        gone = {index.row() for index in self.table.selectedIndexes()}
        self._write([test for place, test in enumerate(self._tests) if place not in gone])

    def _write(self, tests: list[OwnTest]) -> None:
        self._tests = tests
        self._writer.write(
            partial(store_own_tests, self._workspace, [each for each in tests if each.tag in self._tags])
        )
        self._show()

    def _show(self) -> None:
        lines = []
        for test in self._tests:
            expected = tr("not {tag}", tag=test.tag) if test.forbidden else test.tag
            lines.append(TableLine((test.text, expected), test, tags=(None, self._tags.get(test.tag))))
        self.table.lines.show(lines)
        self.count.setText(tr_plural("{n:,} test", "{n:,} tests", len(self._tests)))
        self._enable()

    @Slot()
    def _enable(self) -> None:
        may = not self._workspace.read_only
        self.add.setEnabled(may and bool(self.text.text().strip()) and self.tag.count() > 0)
        self.remove.setEnabled(may and bool(self.table.selectedIndexes()))


_SUGGESTED: Final = "{name}-guideline.toml"


class GuidelineButton(QPushButton):
    """Opens a menu to import, export and test the guideline.

    Signals: `read(Guideline)` with an imported guideline, whose tests are not stored yet;
    `reported(words)` with the result of an export, or an error.
    """

    read = Signal(object)
    reported = Signal(str)

    def __init__(
        self,
        context: AppContext,
        parent: QWidget,
        *,
        ask_to_open: AskPath = ask_to_open,
        ask_to_save: AskPath = ask_to_save,
    ) -> None:
        super().__init__(tr("Guideline"), parent)
        self._context, self._workspace = context, context.session.open_workspace
        self._ask_to_open, self._ask_to_save = ask_to_open, ask_to_save
        self.setAutoDefault(False)
        self.setToolTip(tr("Tags, keywords and behaviour tests as one file"))
        menu = QMenu(self)
        self.importing = menu.addAction(tr("Import guideline…"), self._import)
        self.exporting = menu.addAction(tr("Export guideline…"), self._export)
        menu.addSeparator()
        self.testing = menu.addAction(tr("Behaviour tests…"), self._open_tests)
        menu.aboutToShow.connect(self._enable)
        self.setMenu(menu)

    def store_tests(self, guideline: Guideline) -> None:
        """Add the tests of a guideline, whose tags are being written, to those of the workspace."""
        if guideline.tests:
            self._context.writer.write(partial(_add_tests, self._workspace, guideline))

    @Slot()
    def _enable(self) -> None:
        self.importing.setEnabled(not self._workspace.read_only)
        for action in (self.exporting, self.testing):
            action.setEnabled(bool(self._workspace.tag_set.tags))

    @Slot()
    def _import(self) -> None:
        kinds = tr("Guidelines and lists of tags (*.toml *.csv *.txt)")
        chosen = self._ask_to_open(self, tr("Import guideline"), str(self._workspace.path.parent), kinds)
        if not chosen:
            return
        try:
            found = read_guideline(Path(chosen))
        except MltagError as error:
            self.reported.emit(error_words(error))
        else:
            self.read.emit(found)

    @Slot()
    def _export(self) -> None:
        workspace = self._workspace
        suggested = workspace.path.with_name(_SUGGESTED.format(name=workspace.path.stem))
        chosen = self._ask_to_save(self, tr("Export guideline"), str(suggested), tr("Guidelines (*.toml)"))
        if not chosen:
            return
        try:
            write_guideline(guideline_of(workspace), Path(chosen))
        except MltagError as error:
            self.reported.emit(error_words(error))
        else:
            self.reported.emit(tr("Guideline written to {name}.", name=Path(chosen).name))

    @Slot()
    def _open_tests(self) -> None:
        dialog = BehaviourTestsDialog(self._workspace, self._context.writer, self._context.theme, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()


def _add_tests(workspace: Workspace, guideline: Guideline) -> None:
    store_own_tests(workspace, (*own_tests(workspace), *guideline.tests))
