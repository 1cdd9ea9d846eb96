"""The About dialog with the licences of the libraries, and the dialog of the diagnostics."""

import json
import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution, requires
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QSize, Qt, Signal, Slot, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QSizePolicy,
    QWidget,
)

import mltag_desktop
from mltag_desktop.core.diagnostics import crash_report
from mltag_desktop.core.diagnostics.updates import release_keys
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.settings import Settings
from mltag_desktop.gui.help.crash_dialog import CopyButton, FixedText
from mltag_desktop.gui.i18n import tr
from mltag_desktop.gui.state.session import Session
from mltag_desktop.gui.widgets.common import MutedLabel
from mltag_desktop.gui.widgets.dialog_tables import ColumnHeading, LineTable, TableLine, show_focus
from mltag_desktop.gui.widgets.dialogs import Dialog, fit_screen
from mltag_desktop.gui.widgets.layout import dialog_column
from mltag_desktop.gui.widgets.theme import GAP, GROUP, UNIT, Theme


class TextDialog(Dialog):
    """Shows exactly the text that Copy puts on the clipboard, such as the licence texts."""

    def __init__(self, theme: Theme, title: str, text: str, parent: QWidget, words: str = "") -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.text = FixedText(text, title)
        self.text.setLineWrapMode(FixedText.LineWrapMode.WidgetWidth)  # some licences have long lines
        show_focus(self.text, theme)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        self.copy_button = CopyButton(tr("&Copy"), self.text)
        buttons.addButton(self.copy_button, QDialogButtonBox.ButtonRole.ActionRole)
        self.copy_button.setDefault(True)
        above = (MutedLabel(theme, words),) if words else ()
        dialog_column(self, *above, (self.text, 1), GAP, buttons, spacing=GROUP)
        fit_screen(self, QSize(220 * UNIT, 160 * UNIT))
        self.copy_button.setFocus()


class DiagnosticsDialog(TextDialog):
    """The facts for a bug report."""

    def __init__(self, theme: Theme, text: str, parent: QWidget) -> None:
        words = tr(
            "Information for a bug report. It contains none of your texts, tags, names or folders. "
            "Nothing is sent: read it, copy it, and pass it on yourself."
        )
        super().__init__(theme, tr("Diagnostics"), text, parent, words)


def facts_text(session: Session, timings: Mapping[str, str], settings: Settings) -> str:
    """Return the facts as text; `timings` are the latest durations by action."""
    return crash_report.as_text(
        {
            "MLTag Desktop": crash_report.program_facts(),
            "Window": window_facts(),
            "Model": crash_report.model_facts(session.model),
            "Workspace": crash_report.workspace_facts(session.workspace),
            "Times": timings or {"none": "no file was opened yet"},
            "Settings": crash_report.settings_facts(settings),
            "Libraries": crash_report.library_facts(),
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


_UNKNOWN_LICENCE: Final = "see its website"
_NAME: Final = re.compile(r"[A-Za-z0-9._-]+")
_TEXT: Final = re.compile(r"\.dist-info/(.*/)?(licen[cs]e|copying|notice)[^/]*$", re.IGNORECASE)
_PACKAGE: Final = "mltag-desktop"
_BILL: Final = "sbom.cdx.json"
_NOTICE: Final = "THIRD-PARTY-NOTICES.txt"


@dataclass(frozen=True)
class Component:
    """A third-party library with its version and licence."""

    name: str
    version: str
    licence: str


def shipped() -> Path | None:
    """Return the licence folder of a packaged program, or None when running from installed packages."""
    place = getattr(sys, "_MEIPASS", None)
    return Path(place) / "licences" if place else None


def components(package: str = _PACKAGE, folder: Path | None = None) -> list[Component]:
    """Return the libraries of a packaged program from its licence `folder`, sorted by name.

    Without a folder, return the installed runtime dependencies of `package`.
    """
    if folder is not None:
        parts = json.loads(_read(folder / _BILL))["components"]
        bundled = [Component(part["name"], part["version"], _licence_of(part)) for part in parts]
        return sorted(bundled, key=lambda component: component.name.casefold())
    return _installed(package)


def notice(folder: Path | None = None) -> str:
    """Return the full licence texts of the same components."""
    if folder is not None:
        return _read(folder / _NOTICE)
    parts = []
    for component in _installed(_PACKAGE):
        files = [file for file in distribution(component.name).files or () if _TEXT.search(str(file))]
        texts = [file.read_text(encoding="utf-8").strip("\n") for file in files]
        head = f"{component.name} {component.version}: {component.licence}"
        parts.append("\n\n".join([head, *texts]))
    return f"\n\n{'=' * 80}\n".join(parts)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise MltagError(
            f"The program file {path.name} is missing.", "Install MLTag Desktop again."
        ) from error


def _licence_of(part: dict[str, Any]) -> str:
    """Return the licence of a CycloneDX component."""
    licences = part.get("licenses") or [{}]
    first = licences[0]
    return first.get("expression") or first.get("license", {}).get("id") or _UNKNOWN_LICENCE


def _installed(package: str) -> list[Component]:
    try:
        wanted = requires(package) or []
    except PackageNotFoundError:
        return []
    found: dict[str, Component] = {}
    for requirement in wanted:
        name = _NAME.match(requirement)
        if name is None or "extra ==" in requirement:
            continue
        try:
            found[name.group()] = _component(distribution(name.group()))
        except PackageNotFoundError:
            continue
    return sorted(found.values(), key=lambda component: component.name.casefold())


def _component(package: Distribution) -> Component:
    facts = package.metadata
    stated = [*(facts.get_all("License-Expression") or ()), *(facts.get_all("License") or ())]
    classified = [
        line.rsplit(" :: ", 1)[-1]
        for line in facts.get_all("Classifier") or ()
        if line.startswith("License :: ")
    ]
    fit = [licence for licence in [*stated, *classified] if 0 < len(licence) <= 80 and "\n" not in licence]
    return Component(facts["Name"], package.version, fit[0] if fit else _UNKNOWN_LICENCE)


class AboutDialog(Dialog):
    """Shows the versions of the program and the model, their licences, and the libraries with theirs.

    Signals: `diagnostics_requested()`.
    """

    diagnostics_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        model_version: str,
        model_licences: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWindowTitle(tr("About MLTag Desktop"))
        name = QLabel("MLTag Desktop")
        font = name.font()
        font.setPointSizeF(font.pointSizeF() * 1.5)
        font.setBold(True)
        name.setFont(font)
        words = QLabel(
            tr(
                "Sort content by topic on your own computer. Your data never leaves it: the program does "
                "not use the network."
            )
        )
        words.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        for words_of_button, receiver in (
            (tr("&Licence texts"), self._show_texts),
            (tr("Copy &diagnostics…"), self.diagnostics_requested),
        ):
            button = buttons.addButton(words_of_button, QDialogButtonBox.ButtonRole.ActionRole)
            button.setAutoDefault(False)
            button.clicked.connect(receiver)
        libraries = QLabel(tr("Built on"))
        libraries.setContentsMargins(0, GAP, 0, 0)
        table = _table(theme, components(folder=shipped()))
        facts = _facts(model_version, model_licences)
        dialog_column(self, name, words, facts, libraries, (table, 1), GAP, buttons)
        fit_screen(self, QSize(640, 520))

    @Slot()
    def _show_texts(self) -> None:
        TextDialog(self._theme, tr("Licence texts"), notice(folder=shipped()), self).open()


def _facts(model_version: str, model_licences: Sequence[str]) -> QFormLayout:
    form = QFormLayout()
    form.setContentsMargins(0, 8, 0, 0)
    form.setHorizontalSpacing(16)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
    version = mltag_desktop.__version__
    facts = {
        tr("Version"): version
        if release_keys()
        else tr("{version} (unsigned development build)", version=version),
        tr("Model"): model_version,
        tr("Licence"): tr("MIT, © the MLTag Desktop developers"),
    }
    if model_licences:
        facts[tr("The model's licences")] = "\n".join(model_licences)
    for label, value in facts.items():
        shown = QLabel(value)
        shown.setWordWrap(True)
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        shown.setAccessibleName(f"{label}: {value}")
        named = QLabel(label)
        named.setSizePolicy(named.sizePolicy().horizontalPolicy(), QSizePolicy.Policy.Fixed)
        form.addRow(named, shown)  # a one-line label aligns with the first line of a longer value
    return form


def _table(theme: Theme, rows: Sequence[Component]) -> LineTable:
    headings = (
        ColumnHeading(tr("Library"), "a-rather-long-name", keeps=True),
        ColumnHeading(tr("Version"), "000.0.0.0", keeps=True),
        ColumnHeading(tr("Licence")),
    )
    table = LineTable(theme, tr("Libraries and their licences"), headings)
    table.show_lines([TableLine((row.name, row.version, row.licence)) for row in rows])
    return table
