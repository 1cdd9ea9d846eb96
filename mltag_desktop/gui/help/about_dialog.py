"""About: versions, the model in use, and whose work the program stands on."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

import mltag_desktop
from mltag_desktop.gui.help.about_dialog_licences import Component, components, notice, shipped
from mltag_desktop.gui.i18n.translation import tr
from mltag_desktop.gui.widgets.theme import fixed


class AboutDialog(QDialog):
    """Shows the program's version, the model's version and licences, and the libraries'."""

    def __init__(
        self, model_version: str, model_licences: Sequence[str] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
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
        texts = buttons.addButton(tr("&Licence texts"), QDialogButtonBox.ButtonRole.ActionRole)
        texts.setAutoDefault(False)
        texts.clicked.connect(self._show_texts)
        libraries = QLabel(tr("Built on"))
        libraries.setContentsMargins(0, 8, 0, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(8)
        layout.addWidget(name)
        layout.addWidget(words)
        layout.addLayout(_facts(model_version, model_licences))
        layout.addWidget(libraries)
        layout.addWidget(_table(components(folder=shipped())), 1)
        layout.addSpacing(8)
        layout.addWidget(buttons)
        self.resize(640, 520)

    def _show_texts(self) -> None:
        LicenceTexts(notice(folder=shipped()), self).open()


class LicenceTexts(QDialog):
    """The licences of everything that the program carries, word for word."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Licence texts"))
        page = QPlainTextEdit(text)
        page.setReadOnly(True)
        page.setAccessibleName(tr("Licence texts"))
        page.setFont(fixed(page.font()))
        page.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(page, 1)
        layout.addWidget(buttons)
        self.resize(page.fontMetrics().horizontalAdvance("0") * 104 + 64, 640)


def _facts(model_version: str, model_licences: Sequence[str]) -> QFormLayout:
    form = QFormLayout()
    form.setContentsMargins(0, 8, 0, 0)
    form.setHorizontalSpacing(16)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
    facts = {
        tr("Version"): mltag_desktop.__version__,
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
        form.addRow(named, shown)  # of one line, so that it stands beside the first of several
    return form


def _table(rows: Sequence[Component]) -> QTableWidget:
    table = QTableWidget(len(rows), 3)
    table.setAccessibleName(tr("Libraries and their licences"))
    table.setHorizontalHeaderLabels([tr("Library"), tr("Version"), tr("Licence")])
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(28)
    for number, row in enumerate(rows):
        for column, value in enumerate((row.name, row.version, row.licence)):
            item = QTableWidgetItem(value)
            item.setToolTip(value)
            table.setItem(number, column, item)
    header = table.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
    header.setHighlightSections(False)
    table.setColumnWidth(0, 160)
    table.setColumnWidth(1, 88)
    return table
