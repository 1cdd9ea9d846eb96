"""Button of the tag set editor: import and export the guideline as a file, and its behaviour tests."""

from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.learning.guideline.guideline_file import (
    Guideline,
    guideline_of,
    read_guideline,
    write_guideline,
)
from mltag_desktop.core.learning.guideline.own_tests import own_tests, store_own_tests
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui.curation.tags.behaviour_tests_dialog import BehaviourTestsDialog
from mltag_desktop.gui.i18n.translation import tr, translate_core_message
from mltag_desktop.gui.runtime.operations import Writer
from mltag_desktop.gui.state.session import Session
from mltag_desktop.gui.widgets.file_dialogs import AskPath, ask_to_open, ask_to_save
from mltag_desktop.gui.widgets.theme import Theme

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
        session: Session,
        writer: Writer,
        theme: Theme,
        parent: QWidget,
        *,
        ask_to_open: AskPath = ask_to_open,
        ask_to_save: AskPath = ask_to_save,
    ) -> None:
        super().__init__(tr("Guideline"), parent)
        self._session, self._writer, self._theme = session, writer, theme
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
        workspace = self._session.workspace
        if workspace is not None and guideline.tests:
            self._writer.write(partial(_add_tests, workspace, guideline))

    @Slot()
    def _enable(self) -> None:
        workspace = self._session.workspace
        self.importing.setEnabled(workspace is not None and not workspace.read_only)
        self.exporting.setEnabled(workspace is not None and bool(workspace.tag_set.tags))
        self.testing.setEnabled(workspace is not None and bool(workspace.tag_set.tags))

    @Slot()
    def _import(self) -> None:
        workspace = self._session.workspace
        if workspace is None or workspace.read_only:
            return
        kinds = tr("Guidelines and lists of tags (*.toml *.csv *.txt)")
        chosen = self._ask_to_open(self, tr("Import guideline"), str(workspace.path.parent), kinds)
        if not chosen:
            return
        try:
            found = read_guideline(Path(chosen))
        except MltagError as error:
            self._refuse(error)
        else:
            self.read.emit(found)

    @Slot()
    def _export(self) -> None:
        workspace = self._session.workspace
        if workspace is None:
            return
        suggested = workspace.path.with_name(_SUGGESTED.format(name=workspace.path.stem))
        chosen = self._ask_to_save(self, tr("Export guideline"), str(suggested), tr("Guidelines (*.toml)"))
        if not chosen:
            return
        try:
            write_guideline(guideline_of(workspace), Path(chosen))
        except MltagError as error:
            self._refuse(error)
        else:
            self.reported.emit(tr("Guideline written to {name}.", name=Path(chosen).name))

    @Slot()
    def _open_tests(self) -> None:
        workspace = self._session.workspace
        if workspace is not None:
            dialog = BehaviourTestsDialog(workspace, self._writer, self._theme, self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    def _refuse(self, error: MltagError) -> None:
        parts = [translate_core_message(words) for words in (error.message, error.hint) if words]
        self.reported.emit(" ".join(parts))


def _add_tests(workspace: Workspace, guideline: Guideline) -> None:
    store_own_tests(workspace, (*own_tests(workspace), *guideline.tests))
