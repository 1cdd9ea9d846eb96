"""The bar that shows and changes how the source is read: columns, encoding, delimiter."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QComboBox, QPushButton, QSizePolicy, QWidget

from mltag_desktop.core.tables.columns import ColumnMapping
from mltag_desktop.core.tables.dialect import DELIMITERS, Dialect
from mltag_desktop.core.tables.encoding import display_name
from mltag_desktop.gui.i18n import escape_mnemonic, in_sentence, tr, tr_plural, translate_core_message
from mltag_desktop.gui.state.words import DELIMITER_NAMES
from mltag_desktop.gui.widgets.common import label_of
from mltag_desktop.gui.widgets.inputs import CheckableComboBox
from mltag_desktop.gui.widgets.layout import FlowLayout, hbox
from mltag_desktop.gui.widgets.theme import GAP, UNIT, widened

if TYPE_CHECKING:
    from mltag_desktop.core.workspace.workspace import Workspace

ENCODINGS: Final = ("utf-8", "utf-16-le", "utf-16-be", "cp1252")
_USUAL_DELIMITERS: Final = {sign: DELIMITER_NAMES[sign] for sign in DELIMITERS}
_NO_COLUMN: Final = tr("none")
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
        self._dialect: Dialect | None = None
        self._columns: tuple[str, ...] = ()
        self._groups: list[QWidget] = []
        self._texts = CheckableComboBox(self)
        self._id = self._box(tr("ID column"))
        self._tag = self._box(tr("Known-tag column"))
        self._encoding = self._box(tr("File encoding"))
        self._delimiter = self._box(tr("Delimiter"))
        self._delimiter.setMinimumContentsLength(8)
        self._more = QPushButton(self)
        self._more.setText(tr("Preview…"))
        self._more.setAccessibleName(tr("Import settings"))
        self._more.setToolTip(tr("Import settings: encoding, quotes, header, sheet, and a preview"))
        self._more.clicked.connect(self.more_requested)
        self._lay_out()
        self._widen()
        keeps_place = self.sizePolicy()
        keeps_place.setRetainSizeWhenHidden(True)
        self.setSizePolicy(keeps_place)
        self._id.activated.connect(self._report_mapping)
        self._tag.activated.connect(self._report_mapping)
        self._encoding.activated.connect(self._report_dialect)
        self._delimiter.activated.connect(self._report_dialect)

    def show_workspace(self, workspace: "Workspace") -> None:
        """Show how the workspace's source is read."""
        self._columns = workspace.table.columns
        self._mapping = workspace.table.mapping
        self._dialect = workspace.table.dialect
        self._fill_texts()
        for box, chosen in ((self._id, self._mapping.id), (self._tag, self._mapping.tag)):
            box.clear()
            box.addItems([_NO_COLUMN, *self._columns])
            box.setCurrentIndex(0 if chosen is None else chosen + 1)
        self._fill(self._encoding, {name: display_name(name) for name in ENCODINGS}, self._dialect.encoding)
        self._fill(self._delimiter, _USUAL_DELIMITERS, self._dialect.delimiter)
        from_file = workspace.table.source_path is not None and self._dialect.is_text
        for part in (self._texts, self._id, self._tag):
            part.setEnabled(not workspace.read_only)
        for part in (self._encoding, self._delimiter):
            part.setEnabled(from_file and not workspace.read_only)
        self._more.setEnabled(workspace.table.source_path is not None and not workspace.read_only)
        self._fit()

    def show_evidence(self, evidence: str) -> None:
        """Show in the tooltips why encoding and delimiter were chosen."""
        for box in (self._encoding, self._delimiter):
            box.setToolTip(f"{box.accessibleName()}. {translate_core_message(evidence)}".strip())

    def _lay_out(self) -> None:
        """Lay the groups out in one row, or in several with a large font."""
        self._flow = FlowLayout(self)
        parts: tuple[tuple[str, tuple[QWidget, ...]], ...] = (
            (tr("Text"), (self._texts,)),
            (tr("ID"), (self._id,)),
            (tr("Tag"), (self._tag,)),
            (tr("Read as"), (self._encoding, self._delimiter)),
            ("", (self._more,)),
        )
        for name, members in parts:
            group = QWidget(self)
            row = hbox(parent=group, margins=(GAP if name and self._groups else 0, 0, 0, 0), spacing=UNIT)
            if name:
                label = label_of(members[0], name, group)
                row.addWidget(label)
            for part in members:
                row.addWidget(part)
            self._flow.addWidget(group)
            self._groups.append(group)

    def _fit(self) -> None:
        """Hide the groups that do not fit in one row; the preview offers the same settings.

        The preview button names encoding and delimiter when their group is hidden. Pasted records have no
        preview, so their groups stay visible.
        """
        self._more.setText(tr("Preview…"))
        room = self.width() - 2 * GAP
        needed = sum(group.sizeHint().width() + UNIT for group in self._groups)
        fits = needed <= room
        self._groups[_READ_AS].setVisible(fits)
        if not fits and self._dialect is not None and self._dialect.is_text:
            self._more.setText(
                tr(
                    "Read as {encoding}, {delimiter}…",
                    encoding=self._encoding.currentText(),
                    delimiter=in_sentence(self._delimiter.currentText()),
                )
            )
            if self._more.sizeHint().width() > room:
                self._more.setText(tr("Preview…"))
        needed = self._groups[-1].sizeHint().width() + UNIT
        for group in self._groups[:_READ_AS]:
            needed += group.sizeHint().width() + UNIT
            group.setVisible(needed <= room or not self._more.isEnabled())

    def _widen(self) -> None:
        for box in (self._id, self._tag, self._encoding, self._delimiter):
            box.setMaximumWidth(widened(36 * UNIT, self.fontMetrics()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._widen()
            self._fit()

    def _box(self, name: str) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        box.setToolTip(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        box.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        box.setMinimumContentsLength(4)
        return box

    def _fill_texts(self) -> None:
        chosen = self._mapping.text if self._mapping else ()
        names = [self._columns[i] for i in chosen]
        shown = " + ".join(names)
        self._texts.say(shown if len(shown) < 40 else tr_plural("{n:,} column", "{n:,} columns", len(names)))
        self._texts.setAccessibleName(tr("Text columns: {shown}", shown=shown))
        self._texts.setToolTip(tr("Columns used as text, in this order"))
        menu = self._texts.menu
        menu.clear()
        for number, name in enumerate(self._columns):
            action = QAction(escape_mnemonic(name), menu, checkable=True, checked=number in chosen)
            action.setData(number)
            action.triggered.connect(self._toggle_text)
            menu.addAction(action)

    def _fill(self, box: QComboBox, known: dict[str, str], chosen: str) -> None:
        box.clear()
        for value, name in {**known, chosen: known.get(chosen, display_name(chosen))}.items():
            box.addItem(name, value)
        box.setCurrentIndex(box.findData(chosen))

    @Slot()
    def _toggle_text(self) -> None:
        action = self.sender()
        if not isinstance(action, QAction) or self._mapping is None:
            return
        number = int(action.data())
        text = self._mapping.text
        wanted = tuple(i for i in text if i != number) if number in text else (*text, number)
        if not wanted:  # the model needs at least one text column
            action.setChecked(True)
            return
        self.mapping_requested.emit(replace(self._mapping, text=wanted))

    @Slot()
    def _report_mapping(self) -> None:
        if self._mapping is not None:
            identity, tag = self._id.currentIndex() - 1, self._tag.currentIndex() - 1
            wanted = replace(
                self._mapping, id=None if identity < 0 else identity, tag=None if tag < 0 else tag
            )
            if wanted != self._mapping:
                self.mapping_requested.emit(wanted)

    @Slot()
    def _report_dialect(self) -> None:
        if self._dialect is None:
            return
        encoding = str(self._encoding.currentData())
        bom = self._dialect.bom if encoding == self._dialect.encoding else b""
        wanted = replace(
            self._dialect, encoding=encoding, bom=bom, delimiter=str(self._delimiter.currentData())
        )
        if wanted != self._dialect:
            self.dialect_requested.emit(wanted)
