"""Form that assigns a table's columns: the text for the model, id, date and known tag."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QWidget

from mltag_desktop.core.tables.columns import ColumnMapping
from mltag_desktop.gui.i18n import escape_mnemonic, tr, tr_plural
from mltag_desktop.gui.import_export.preview_controls import named
from mltag_desktop.gui.widgets.inputs import CheckableComboBox
from mltag_desktop.gui.widgets.layout import FlowLayout
from mltag_desktop.gui.widgets.theme import UNIT


class ColumnMappingForm(QWidget):
    """Lets the user choose the text, id, date and known-tag columns.

    Signals: `changed()` after each change.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._columns: tuple[str, ...] = ()
        self._text: list[int] = []
        self.texts = CheckableComboBox()
        self.id = self._box(tr("ID column"))
        self.date = self._box(tr("Date column"))
        self.tag = self._box(tr("Known-tag column"))
        flow = FlowLayout(self)
        flow.setContentsMargins(0, 0, 0, 0)
        for name, part in (
            (tr("Te&xt columns"), self.texts),
            (tr("&ID"), self.id),
            (tr("&Date"), self.date),
            (tr("&Tag"), self.tag),
        ):
            flow.addWidget(named(name, part))

    @property
    def mapping(self) -> ColumnMapping | None:
        """The chosen mapping; None while no text column is chosen."""
        if not self._text:
            return None
        identity, date, tag = (
            None if box.currentIndex() <= 0 else box.currentIndex() - 1
            for box in (self.id, self.date, self.tag)
        )
        return ColumnMapping(tuple(self._text), identity, date, tag)

    def show_columns(self, columns: Sequence[str], mapping: ColumnMapping | None) -> None:
        """Show `columns` with `mapping`; keep the current choice if the columns are the same."""
        if tuple(columns) == self._columns and self._text:
            return
        self._columns = tuple(columns)
        self._text = list(mapping.text) if mapping else []
        menu = self.texts.menu
        menu.clear()
        for place, name in enumerate(self._columns):
            action = QAction(escape_mnemonic(name), menu, checkable=True, checked=place in self._text)
            action.setData(place)
            action.triggered.connect(self._toggle)
            menu.addAction(action)
        chosen = (mapping.id, mapping.date, mapping.tag) if mapping else (None, None, None)
        for box, column in zip((self.id, self.date, self.tag), chosen, strict=True):
            box.blockSignals(True)
            box.clear()
            box.addItems([tr("none"), *self._columns])
            box.setCurrentIndex(0 if column is None else column + 1)
            box.blockSignals(False)
        self._name_texts()

    def read(self, places: Sequence[int]) -> None:
        """Choose the text columns by index."""
        self._text = list(places)
        for action in self.texts.menu.actions():
            action.setChecked(action.data() in self._text)
        self._name_texts()
        self.changed.emit()

    @Slot()
    def _toggle(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            place = int(action.data())
            others = [column for column in self._text if column != place]
            self.read(others if place in self._text else [*self._text, place])

    def _name_texts(self) -> None:
        names = " + ".join(self._columns[place] for place in self._text)
        words = names if len(names) < 40 else tr_plural("{n:,} column", "{n:,} columns", len(self._text))
        self.texts.say(words or tr("choose a column"))
        self.texts.setAccessibleName(tr("Text columns: {names}", names=names or tr("none")))

    def _box(self, name: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        box.setToolTip(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        box.setMaximumWidth(44 * UNIT)
        box.currentIndexChanged.connect(self.changed)
        return box
