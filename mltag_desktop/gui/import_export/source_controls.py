"""How a source is read: its dialect and columns, in the preview and in the bar above the table."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QWidget

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.tables.columns import ColumnMapping
from mltag_desktop.core.tables.dialect import Dialect
from mltag_desktop.core.tables.encoding import display_name
from mltag_desktop.gui.i18n import (
    in_sentence,
    strip_mnemonic,
    tr,
    tr_plural,
    translate_core_message,
)
from mltag_desktop.gui.state.words import DELIMITER_NAMES
from mltag_desktop.gui.widgets.common import label_of
from mltag_desktop.gui.widgets.inputs import CheckableComboBox, CheckBox
from mltag_desktop.gui.widgets.layout import flowing, hbox
from mltag_desktop.gui.widgets.theme import GAP, UNIT, widened

if TYPE_CHECKING:
    from mltag_desktop.core.workspace.workspace import Workspace

ENCODINGS: Final = (
    *("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"),
    *(f"cp{number}" for number in (1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257)),
    *(f"iso8859-{number}" for number in (1, 2, 5, 7, 9, 15)),
    *("koi8-r", "koi8-u", "shift_jis", "cp932", "euc_jp", "euc_kr", "cp949", "gb18030", "big5"),
    *("mac-roman", "cp437", "cp850"),
)
QUOTES: Final = {'"': tr('Quotes "'), "'": tr("Apostrophes '"), "": tr("None")}
_LONGEST_NAMES: Final = 40
"""Characters from which the text columns are counted instead of named."""


class DialectControls(QWidget):
    """Boxes for encoding, delimiter, quotes, sheet and header, in as many lines as they need.

    Signals: `wanted(dialect)` after each change; `refused(error)` for an invalid combination.
    """

    wanted = Signal(object)
    refused = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._dialect: Dialect | None = None
        self.encoding = _box(tr("File encoding"))
        self.delimiter = _box(tr("Delimiter"))
        self.quote = _box(tr("Quote character"))
        self.sheet = _box(tr("Workbook sheet"))
        self.header = CheckBox(tr("First line is the &header"))
        for box in (self.encoding, self.delimiter, self.quote, self.sheet):
            box.activated.connect(self._emit_wanted)
        self.header.clicked.connect(self._emit_wanted)
        self._groups: dict[QWidget, QWidget] = {
            box: _named(name, box)
            for name, box in (
                (tr("&Encoding"), self.encoding),
                (tr("De&limiter"), self.delimiter),
                (tr("&Quotes"), self.quote),
                (tr("&Sheet"), self.sheet),
            )
        }
        self._groups[self.header] = self.header
        flowing(*self._groups.values(), into=self)

    def show_dialect(self, dialect: Dialect, sheets: Sequence[str] = ()) -> None:
        """Show a dialect and hide the controls that do not apply to its file format."""
        self._dialect = dialect
        _fill(self.encoding, {name: display_name(name) for name in ENCODINGS}, dialect.encoding)
        _fill(self.delimiter, DELIMITER_NAMES, dialect.delimiter)
        _fill(self.quote, QUOTES, dialect.quote)
        _fill(self.sheet, {name: name for name in sheets}, dialect.sheet)
        self.header.setChecked(dialect.header)
        delimited, book = dialect.form == "delimited", dialect.form == "xlsx"
        for part, group in self._groups.items():
            group.setVisible(
                (delimited and part is not self.sheet) or (book and part in (self.sheet, self.header))
            )

    @Slot()
    def _emit_wanted(self) -> None:
        old = self._dialect
        if old is None:
            return
        encoding = str(self.encoding.currentData())
        try:
            wanted = replace(
                old,
                encoding=encoding,
                bom=old.bom if encoding == old.encoding else b"",
                delimiter=str(self.delimiter.currentData()),
                quote=str(self.quote.currentData()),
                escape=old.escape if self.quote.currentData() else "",
                header=self.header.isChecked(),
                lacks=old.lacks if self.header.isChecked() else "",
                sheet=str(self.sheet.currentData() or ""),
            )
        except MltagError as error:
            self.refused.emit(error)
            return
        if wanted != old:
            self._dialect = wanted
            self.wanted.emit(wanted)


class ColumnControls(QWidget):
    """Boxes for the text, id, date and known-tag columns, in as many lines as they need.

    Signals: `changed()` after each change by the user.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.columns: tuple[str, ...] = ()
        self.texts = CheckableComboBox()
        self.texts.setToolTip(tr("Columns used as text, in this order"))
        self.id = _box(tr("ID column"))
        self.date = _box(tr("Date column"))
        self.of_date = _named(tr("&Date"), self.date)
        self.tag = _box(tr("Known-tag column"))
        for box in (self.id, self.date, self.tag):
            box.activated.connect(self.changed)
        self.texts.changed.connect(self._name_texts)
        self.texts.changed.connect(self.changed)
        flowing(
            _named(tr("Te&xt"), self.texts),
            _named(tr("&ID"), self.id),
            self.of_date,
            _named(tr("&Tag"), self.tag),
            into=self,
        )

    @property
    def mapping(self) -> ColumnMapping | None:
        """The chosen mapping; None while no text column is chosen."""
        if not self.texts.checked:
            return None
        places = (box.currentIndex() - 1 for box in (self.id, self.date, self.tag))
        return ColumnMapping(tuple(self.texts.checked), *(None if place < 0 else place for place in places))

    def show_columns(self, columns: Sequence[str], mapping: ColumnMapping | None) -> None:
        """Show `columns` with `mapping`."""
        self.columns = tuple(columns)
        self.texts.show_items(self.columns, mapping.text if mapping else ())
        chosen = (mapping.id, mapping.date, mapping.tag) if mapping else (None, None, None)
        for box, column in zip((self.id, self.date, self.tag), chosen, strict=True):
            box.clear()
            box.addItems([tr("none"), *self.columns])
            box.setCurrentIndex(0 if column is None else column + 1)
        self._name_texts()

    @Slot()
    def _name_texts(self) -> None:
        chosen = self.texts.checked
        names = " + ".join(self.columns[place] for place in chosen)
        is_short = len(names) < _LONGEST_NAMES
        words = names if is_short else tr_plural("{n:,} column", "{n:,} columns", len(chosen))
        self.texts.say(words or tr("choose a column"))
        self.texts.setAccessibleName(tr("Text columns: {names}", names=names or tr("none")))


class MappingBar(ColumnControls):
    """The bar above the table: its columns, and a button that names the dialect and leads to the preview.

    Signals: `mapping_requested(mapping)`; `more_requested()` for the other import settings.
    """

    mapping_requested = Signal(object)
    more_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._mapping: ColumnMapping | None = None
        for label in self.findChildren(QLabel):
            label.setText(strip_mnemonic(label.text()))  # letters with Alt belong to the menus here
        self.of_date.hide()  # rarely changed
        self._more = QPushButton()
        self._more.setAccessibleName(tr("Import settings"))
        self._more.clicked.connect(self.more_requested)
        self.changed.connect(self._report_mapping)
        row = self.layout()
        if row is not None:
            row.addWidget(self._more)
            row.setContentsMargins(GAP, UNIT, GAP, UNIT)
        self._evidence = ""
        keeps_place = self.sizePolicy()
        keeps_place.setRetainSizeWhenHidden(True)
        self.setSizePolicy(keeps_place)

    def show_workspace(self, workspace: "Workspace", evidence: str | None = None) -> None:
        """Show how the source is read, and in a tooltip the evidence for its dialect, by default the last."""
        table = workspace.table
        self._mapping = table.mapping
        self.show_columns(table.columns, table.mapping)
        for box in (self.texts, self.id, self.date, self.tag):
            box.setEnabled(not workspace.read_only)
        self._more.setVisible(table.source_path is not None)
        self._more.setEnabled(not workspace.read_only)
        self._more.setText(
            tr(
                "Read as {encoding}, {delimiter}…",
                encoding=display_name(table.dialect.encoding),
                delimiter=in_sentence(DELIMITER_NAMES.get(table.dialect.delimiter, "")),
            )
            if table.dialect.form == "delimited"
            else tr("Preview…")
        )
        if evidence is not None:
            self._evidence = translate_core_message(evidence)
        hint = tr("Import settings: encoding, quotes, header, sheet, and a preview")
        self._more.setToolTip("\n".join(filter(None, (hint, self._evidence))))

    @Slot()
    def _report_mapping(self) -> None:
        wanted = self.mapping
        if wanted is None:  # the model needs at least one text column
            self.show_columns(self.columns, self._mapping)
        elif wanted != self._mapping:
            self.mapping_requested.emit(wanted)


def _named(name: str, part: QWidget) -> QWidget:
    """Return a widget with a label before `part`, so that a flow layout keeps both in one line."""
    group, label = QWidget(), label_of(part, name)
    hbox(label, part, parent=group, margins=(0, 0, GAP, 0), spacing=GAP)
    return group


def _box(name: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setToolTip(name)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    box.setMaximumWidth(widened(56 * UNIT, box.fontMetrics()))
    return box


def _fill(box: QComboBox, known: dict[str, str], chosen: str) -> None:
    box.clear()
    for value, name in {**known, chosen: known.get(chosen, display_name(chosen) if chosen else "")}.items():
        box.addItem(name, value)
    box.setCurrentIndex(box.findData(chosen))
