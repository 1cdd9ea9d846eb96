"""Controls for a table's dialect: encoding, delimiter, quotes, header and sheet."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QWidget

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.tables.dialect import Dialect
from mltag_desktop.core.tables.encoding import display_name
from mltag_desktop.gui.i18n import tr
from mltag_desktop.gui.state.words import DELIMITER_NAMES
from mltag_desktop.gui.widgets.common import label_of
from mltag_desktop.gui.widgets.inputs import CheckBox
from mltag_desktop.gui.widgets.layout import FlowLayout, hbox
from mltag_desktop.gui.widgets.theme import GAP, UNIT, widened

ENCODINGS: Final = (
    *("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"),
    *(f"cp{number}" for number in (1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257)),
    *(f"iso8859-{number}" for number in (1, 2, 5, 7, 9, 15)),
    *("koi8-r", "koi8-u", "shift_jis", "cp932", "euc_jp", "euc_kr", "cp949", "gb18030", "big5"),
    *("mac-roman", "cp437", "cp850"),
)
QUOTES: Final = {'"': tr('Quotes "'), "'": tr("Apostrophes '"), "": tr("None")}


class DialectControls(QWidget):
    """Lets the user change the dialect.

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
        flow = FlowLayout(self)
        flow.setContentsMargins(0, 0, 0, 0)
        self._groups: dict[QComboBox, QWidget] = {}
        for name, box in (
            (tr("&Encoding"), self.encoding),
            (tr("De&limiter"), self.delimiter),
            (tr("&Quotes"), self.quote),
            (tr("&Sheet"), self.sheet),
        ):
            self._groups[box] = named(name, box)
            flow.addWidget(self._groups[box])
            box.activated.connect(self._emit_wanted)
        flow.addWidget(self.header)
        self.header.clicked.connect(self._emit_wanted)

    def show_dialect(self, dialect: Dialect, sheets: Sequence[str] = ()) -> None:
        """Show a dialect and hide the controls that do not apply to its file format."""
        self._dialect = dialect
        _fill(self.encoding, {name: display_name(name) for name in ENCODINGS}, dialect.encoding)
        _fill(self.delimiter, DELIMITER_NAMES, dialect.delimiter)
        _fill(self.quote, QUOTES, dialect.quote)
        _fill(self.sheet, {name: name for name in sheets}, dialect.sheet)
        self.header.setChecked(dialect.header)
        delimited, book = dialect.form == "delimited", dialect.form == "xlsx"
        for box, applies in (
            (self.encoding, delimited),
            (self.delimiter, delimited),
            (self.quote, delimited),
            (self.sheet, book),
        ):
            self._groups[box].setVisible(applies)
        self.header.setVisible(delimited or book)

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
        self._dialect = wanted
        self.wanted.emit(wanted)


def named(name: str, part: QWidget) -> QWidget:
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
