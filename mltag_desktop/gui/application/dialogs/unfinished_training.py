"""The question before a long training is discarded."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QAbstractButton, QMessageBox

from mltag_desktop.gui.application.dialogs.model_dialogs import ModelDialogs
from mltag_desktop.gui.i18n.translation import tr
from mltag_desktop.gui.main_window.main_window import MainWindow

_LONG: Final = 10.0
"""Seconds of training from which its loss is worth a question."""


class UnfinishedTraining(QObject):
    """Asks before the window closes, or another table is opened, during a long training.

    The question goes away when the training ends; nothing is closed then.
    """

    def __init__(self, window: MainWindow, model_dialogs: ModelDialogs) -> None:
        super().__init__(window)
        self._window = window
        self._model_dialogs = model_dialogs
        self._question: QMessageBox | None = None
        self._discard: QAbstractButton | None = None
        self._proceed: Callable[[], object] | None = None
        window.close_requested.connect(self._hold_window)
        model_dialogs.training_ended.connect(self._withdraw)

    @property
    def question(self) -> QMessageBox | None:
        """The question that is shown."""
        return self._question

    def confirm(self, proceed: Callable[[], object]) -> None:
        """Call `proceed` now, or once the user has agreed to discard a long training."""
        if self._model_dialogs.seconds_of_training < _LONG:
            proceed()
            return
        self._proceed = proceed
        if self._question is None:
            self._ask()

    def _ask(self) -> None:
        box = QMessageBox(
            QMessageBox.Icon.Warning,
            tr("Training"),
            tr("A model is being trained."),
            parent=self._window,
        )
        box.setInformativeText(tr("Closing the table discards the training."))
        keep = box.addButton(tr("Keep training"), QMessageBox.ButtonRole.RejectRole)
        self._discard = box.addButton(tr("Close and discard"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        box.finished.connect(self._end)
        self._question = box
        box.open()

    @Slot(object)
    def _hold_window(self, event: QCloseEvent) -> None:
        if self._model_dialogs.seconds_of_training >= _LONG:
            event.ignore()
            self.confirm(self._window.close_at_once)

    @Slot()
    def _withdraw(self) -> None:
        if self._question is not None:
            self._question.reject()

    @Slot()
    def _end(self) -> None:
        box, proceed = self._question, self._proceed
        self._question = self._proceed = None
        if box is None:
            return
        box.deleteLater()
        if proceed is not None and box.clickedButton() is self._discard:
            proceed()
