"""The bar that shows and changes how the source is read: columns, encoding, delimiter."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from mltag_desktop.gui.i18n import in_sentence, tr, translate_core_message
from mltag_desktop.gui.import_export.source_controls import ColumnControls, DialectControls
from mltag_desktop.gui.widgets.common import label_of
from mltag_desktop.gui.widgets.layout import FlowLayout, hbox
from mltag_desktop.gui.widgets.theme import GAP, UNIT, widened

if TYPE_CHECKING:
    from mltag_desktop.core.tables.columns import ColumnMapping
    from mltag_desktop.core.workspace.workspace import Workspace

_READ_AS: Final = 3
"""Index of the encoding and delimiter group in the bar."""


class MappingBar(QWidget):
    """The bar above the table with the import settings.

    Signals: `mapping_requested(mapping)`; `dialect_requested(dialect)`, which imports the source again;
    `more_requested()` for the other import settings.
    """

    mapping_requested = Signal(object)
    dialect_requested = Signal(object)
    more_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._mapping: ColumnMapping | None = None
        self._is_text = False
        self._columns = ColumnControls(self)
        self._dialect = DialectControls(self)
        self._boxes = (
            *(self._columns.id, self._columns.tag),
            *(self._dialect.encoding, self._dialect.delimiter),
        )
        self._more = QPushButton(self)
        self._more.setAccessibleName(tr("Import settings"))
        self._more.setToolTip(tr("Import settings: encoding, quotes, header, sheet, and a preview"))
        self._groups = [
            self._group(tr("Text"), self._columns.texts),
            self._group(tr("ID"), self._columns.id),
            self._group(tr("Tag"), self._columns.tag),
            self._group(tr("Read as"), self._dialect.encoding, self._dialect.delimiter),
            self._group("", self._more),
        ]
        flow = FlowLayout(self)
        for group in self._groups:
            flow.addWidget(group)
        for box in self._boxes:
            box.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            box.setMinimumContentsLength(8 if box is self._dialect.delimiter else 4)
        self._widen()
        keeps_place = self.sizePolicy()
        keeps_place.setRetainSizeWhenHidden(True)
        self.setSizePolicy(keeps_place)
        self._columns.changed.connect(self._report_mapping)
        self._dialect.wanted.connect(self.dialect_requested)
        self._more.clicked.connect(self.more_requested)

    def show_workspace(self, workspace: "Workspace") -> None:
        """Show how the workspace's source is read."""
        self._mapping = workspace.table.mapping
        self._is_text = workspace.table.dialect.is_text
        self._columns.show_columns(workspace.table.columns, self._mapping)
        self._dialect.show_dialect(workspace.table.dialect)
        from_file = workspace.table.source_path is not None and self._is_text
        for group in self._groups[:_READ_AS]:
            group.setEnabled(not workspace.read_only)
        self._groups[_READ_AS].setEnabled(from_file and not workspace.read_only)
        self._more.setEnabled(workspace.table.source_path is not None and not workspace.read_only)
        self._fit()

    def show_evidence(self, evidence: str) -> None:
        """Show in the tooltips why encoding and delimiter were chosen."""
        for box in (self._dialect.encoding, self._dialect.delimiter):
            box.setToolTip(f"{box.accessibleName()}. {translate_core_message(evidence)}".strip())

    def _group(self, name: str, *parts: QWidget) -> QWidget:
        group = QWidget(self)
        row = hbox(parent=group, margins=(0, 0, GAP if name else 0, 0), spacing=UNIT)
        if name:
            row.addWidget(label_of(parts[0], name, group))
        for part in parts:
            row.addWidget(part)
        return group

    def _fit(self) -> None:
        """Hide the groups that do not fit in one row; the preview offers the same settings.

        The preview button names encoding and delimiter when their group is hidden. Pasted records have no
        preview, so their groups stay visible.
        """
        self._more.setText(tr("Preview…"))
        room = self.width() - 2 * GAP
        fits = sum(group.sizeHint().width() + UNIT for group in self._groups) <= room
        self._groups[_READ_AS].setVisible(fits)
        if not fits and self._is_text:
            encoding, delimiter = self._dialect.encoding.currentText(), self._dialect.delimiter.currentText()
            words = tr(
                "Read as {encoding}, {delimiter}…", encoding=encoding, delimiter=in_sentence(delimiter)
            )
            self._more.setText(words)
            if self._more.sizeHint().width() > room:
                self._more.setText(tr("Preview…"))
        needed = self._groups[-1].sizeHint().width() + UNIT
        for group in self._groups[:_READ_AS]:
            needed += group.sizeHint().width() + UNIT
            group.setVisible(needed <= room or not self._more.isEnabled())

    def _widen(self) -> None:
        for box in self._boxes:
            box.setMaximumWidth(widened(36 * UNIT, self.fontMetrics()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._widen()
            self._fit()

    @Slot()
    def _report_mapping(self) -> None:
        wanted = self._columns.mapping
        if wanted is None:  # the model needs at least one text column
            self._columns.show_columns(self._columns.columns, self._mapping)
        elif wanted != self._mapping:
            self.mapping_requested.emit(wanted)
