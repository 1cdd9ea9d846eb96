"""The diagnostics dialog: shows all facts before they are copied."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QTimer, Slot, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QPlainTextEdit, QWidget

from mltag_desktop.core.diagnostics import facts
from mltag_desktop.core.settings import Settings
from mltag_desktop.gui.i18n.translation import tr
from mltag_desktop.gui.state.session import Session
from mltag_desktop.gui.widgets.common import MutedLabel
from mltag_desktop.gui.widgets.dialog_tables import show_focus
from mltag_desktop.gui.widgets.inputs.dialog import Dialog
from mltag_desktop.gui.widgets.layout.boxes import dialog_column
from mltag_desktop.gui.widgets.layout.window_placement import fit_screen
from mltag_desktop.gui.widgets.theme import GAP, GROUP, UNIT, Theme, fixed

_COPIED_FOR: Final = 1500
"""Milliseconds for which the button reads "Copied"."""


class DiagnosticsDialog(Dialog):
    """Shows exactly the text that Copy puts on the clipboard."""

    def __init__(self, theme: Theme, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Diagnostics"))
        words = MutedLabel(
            theme,
            tr(
                "Information for a bug report. It contains none of your texts, tags, names or folders. "
                "Nothing is sent: read it, copy it, and pass it on yourself."
            ),
        )
        self.text = QPlainTextEdit(text)
        self.text.setAccessibleName(tr("Diagnostics"))
        self.text.setReadOnly(True)
        self.text.setFont(fixed(self.text.font()))
        show_focus(self.text, theme)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        self.copy_button = buttons.addButton(tr("&Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        self.copy_button.setDefault(True)
        self.copy_button.clicked.connect(self.copy)
        self._copied = QTimer(self, interval=_COPIED_FOR, singleShot=True)
        self._copied.timeout.connect(self._name_copy)
        dialog_column(self, words, (self.text, 1), GAP, buttons, spacing=GROUP)
        self.setMinimumWidth(140 * UNIT)
        self.resize(160 * UNIT, 140 * UNIT)
        fit_screen(self, self.size())
        self.copy_button.setFocus()

    @Slot()
    def copy(self) -> None:
        """Copy the text to the clipboard."""
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.copy_button.setText(tr("Copied"))
        self._copied.start()

    @Slot()
    def _name_copy(self) -> None:
        self.copy_button.setText(tr("&Copy"))


def facts_text(session: Session, timings: Mapping[str, str], settings: Settings) -> str:
    """Return the facts as text; `timings` are the latest durations by action."""
    return facts.as_text(
        {
            "MLTag Desktop": facts.program_facts(),
            "Window": window_facts(),
            "Model": facts.model_facts(session.model),
            "Workspace": facts.workspace_facts(session.workspace),
            "Times": timings or {"none": "no file was opened yet"},
            "Settings": facts.settings_facts(settings),
            "Libraries": facts.library_facts(),
        }
    )


def window_facts() -> dict[str, str]:
    """Return facts about Qt, the screens, the style and the font."""
    screens = (
        f"{screen.size().width()} × {screen.size().height()} at {screen.devicePixelRatio():g}"
        for screen in QGuiApplication.screens()
    )
    style = QApplication.style()
    font = QApplication.font()
    return {
        "Qt": qVersion(),
        "platform": QGuiApplication.platformName(),
        "style": style.objectName(),
        "screens": ", ".join(screens),
        "font size": f"{font.pointSizeF():g} points"
        if font.pointSizeF() > 0
        else f"{font.pixelSize()} pixels",
    }
