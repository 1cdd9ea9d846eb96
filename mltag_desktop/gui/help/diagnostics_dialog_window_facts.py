"""All facts of the diagnostics, those of the window too; in English, for whoever helps."""

from collections.abc import Mapping

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from mltag_desktop.core.diagnostics import facts
from mltag_desktop.core.settings import Settings
from mltag_desktop.gui.state.session import Session


def gathered(session: Session, timings: Mapping[str, str], settings: Settings) -> str:
    """Write the facts as text; `timings` tells how long what took of late."""
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
    """Return versions and measures of what draws the window."""
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
