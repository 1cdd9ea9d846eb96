"""The crash boundary: shows unexpected errors in a dialog and lets the curator continue."""

import logging
import sys
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Final

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal, Slot, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QPushButton, QWidget

from mltag_desktop.core.diagnostics.crash_report import CrashReport, describe, summary, write
from mltag_desktop.core.diagnostics.log_file import SafeWord
from mltag_desktop.gui.i18n import tr
from mltag_desktop.gui.widgets.dialogs import Dialog, fit_screen, keep_on_screen
from mltag_desktop.gui.widgets.layout import dialog_column
from mltag_desktop.gui.widgets.theme import GROUP, fixed

_log: Final = logging.getLogger(__name__)
_COPIED_FOR: Final = 1_500
"""Milliseconds for which a button reads "Copied"."""
QUIET_SECONDS: Final = 10.0
"""Seconds after closing the dialog in which the same error is not shown again."""


class CrashBoundary(QObject):
    """Catches unhandled exceptions of all threads and shows them in one dialog on the GUI thread.

    Signals:
        shown(CrashDialog): a dialog was opened.
        quit_requested(): the curator chose to quit.
    """

    shown = Signal(object)
    quit_requested = Signal()
    _arrived = Signal(object, str)

    def __init__(
        self,
        folder: Path,
        context: Callable[[], Mapping[str, str]] = dict,
        window: Callable[[], QWidget | None] = lambda: None,
        parent: QObject | None = None,
    ) -> None:
        """Write reports to `folder`; `context` returns facts for the report, without texts of records.

        `window` returns the dialog's parent.
        """
        super().__init__(parent)
        self._folder = folder
        self._context = context
        self._window = window
        self._dialog: CrashDialog | None = None
        self._closed: dict[str, float] = {}
        self._before = (sys.excepthook, threading.excepthook)
        self._arrived.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Install the exception hooks of the interpreter and of its threads."""
        self._before = (sys.excepthook, threading.excepthook)
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception

    def uninstall(self) -> None:
        """Restore the previous hooks."""
        sys.excepthook, threading.excepthook = self._before

    def report(self, error: BaseException, where: str = "the window") -> None:
        """Log and show `error`; can be called from any thread, for example by a job's `failed` signal."""
        _print(error)
        _log.error("unexpected error in %s: %s", SafeWord(where), SafeWord(summary(error)))
        self._arrived.emit(error, where)

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self.quit_requested.emit()
            return
        self.report(error.with_traceback(trace), threading.current_thread().name)

    def _on_thread_exception(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and not issubclass(args.exc_type, SystemExit):
            self.report(args.exc_value, args.thread.name if args.thread else "a thread")

    @Slot(object, str)
    def _show(self, error: BaseException, where: str) -> None:
        report = describe(error, where, self._facts())
        if self._dialog is not None:
            self._dialog.add(report)
            return
        if time.monotonic() - self._closed.get(report.summary, -QUIET_SECONDS) < QUIET_SECONDS:
            return
        try:
            path: Path | None = write(report, self._folder)
        except Exception as failure:  # noqa: BLE001 - the dialog must appear even if the disk is full
            _print(failure)
            path = None
        self._dialog = CrashDialog(report, path, self._window())
        self._dialog.finished.connect(self._on_finished)
        self._dialog.open()
        self.shown.emit(self._dialog)

    def _facts(self) -> Mapping[str, str]:
        try:
            return {"qt": qVersion(), **self._context()}
        except Exception as failure:  # noqa: BLE001 - the window may be partly destroyed
            return {"context": type(failure).__qualname__}

    def _on_finished(self, result: int) -> None:
        if self._dialog is None:
            return
        self._closed[self._dialog.summary] = time.monotonic()
        self._dialog.deleteLater()
        self._dialog = None
        if result == QDialog.DialogCode.Rejected:
            return
        self.quit_requested.emit()


class CrashDialog(Dialog):
    """Shows the error and says that all decisions are saved; accepting quits, rejecting continues."""

    def __init__(self, report: CrashReport, path: Path | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.summary = report.summary
        self._texts = [report.details]
        self.setWindowTitle(tr("Unexpected error"))
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self._heading = QLabel(tr("An unexpected error occurred. Your work is saved."))
        self._heading.setObjectName("heading")
        font = self._heading.font()
        font.setPointSizeF(font.pointSizeF() * 1.25)
        font.setBold(True)
        self._heading.setFont(font)
        self._heading.setWordWrap(True)
        kept = (
            tr("A crash report without any of your texts was saved:\n{path}", path=path)
            if path
            else tr("No crash report could be saved.")
        )
        self._words = QLabel(
            tr(
                "Every decision was saved when you made it. You can continue. Check your last action: you "
                "may have to repeat it.\n\n{kept}",
                kept=kept,
            )
        )
        self._words.setObjectName("words")
        self._words.setWordWrap(True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._details = FixedText(report.details, tr("Error details"))
        self._lay_out()

    def add(self, report: CrashReport) -> None:
        """Add another error that occurred while the dialog is open."""
        self._texts.append(report.details)
        count = len(self._texts)
        self._heading.setText(tr("{count} unexpected errors occurred. Your work is saved.", count=count))
        if count <= 5:
            self._details.setPlainText("\n".join(self._texts))

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox()
        copy = CopyButton(tr("&Copy details"), self._details)
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        quit_button = buttons.addButton(tr("&Quit"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._continue = buttons.addButton(tr("C&ontinue"), QDialogButtonBox.ButtonRole.RejectRole)
        quit_button.clicked.connect(self.accept)
        self._continue.clicked.connect(self.reject)
        quit_button.setAutoDefault(False)
        copy.setAutoDefault(False)
        self._continue.setDefault(True)
        dialog_column(self, self._heading, self._words, (self._details, 1), buttons, spacing=GROUP)
        fit_screen(self, QSize(640, 420))
        keep_on_screen(self)
        self._continue.setFocus()


class FixedText(QPlainTextEdit):
    """A text to read and to copy, in a font of fixed width."""

    def __init__(self, text: str, name: str) -> None:
        super().__init__(text)
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setFont(fixed(self.font()))
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)


class CopyButton(QPushButton):
    """Copies a text to the clipboard, and says so for a moment."""

    def __init__(self, words: str, source: QPlainTextEdit) -> None:
        super().__init__(words)
        self._words, self._source = words, source
        self._copied = QTimer(self, interval=_COPIED_FOR, singleShot=True)
        self._copied.timeout.connect(self._show_words)
        self.clicked.connect(self._copy)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._source.toPlainText())
        self.setText(tr("Copied"))
        self._copied.start()

    @Slot()
    def _show_words(self) -> None:
        self.setText(self._words)


def _print(error: BaseException) -> None:
    """Print the traceback; if stderr is not a terminal, omit the message, since it may quote texts."""
    if sys.stderr is None:
        return
    if sys.stderr.isatty():
        sys.__excepthook__(type(error), error, error.__traceback__)
    else:
        sys.stderr.write(describe(error, threading.current_thread().name, {}).details)
