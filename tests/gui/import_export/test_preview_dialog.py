"""The preview of a table before the import: detected dialect and alternatives."""

from pathlib import Path

import openpyxl
from PySide6.QtWidgets import QPushButton

from mltag_desktop.core.tables.columns import ColumnMapping
from mltag_desktop.gui.import_export.preview_dialog import PreviewDialog
from tests.gui.helpers import TAGS, find, label


def preview_of(qtbot, app_context, path: Path, **options) -> PreviewDialog:
    dialog = PreviewDialog(app_context, path, TAGS, **options)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.preview is not None)
    return dialog


def test_the_preview_shows_rows_and_evidence(qtbot, app_context, tmp_path):
    path = tmp_path / "table.csv"
    path.write_text("id;title;text;tag\n1;Rye;rye loaf, oven;baking\n2;Keel;mast, keel;sailing\n")
    dialog = preview_of(qtbot, app_context, path)
    assert "semicolon" in dialog.evidence.text()
    assert dialog.table.model().index(0, 2).data() == "rye loaf, oven"
    assert dialog.columns.mapping == ColumnMapping((1, 2), 0, None, 3)
    with qtbot.waitSignal(dialog.settled) as settled:
        find(dialog, QPushButton, "Open").click()
    assert settled.args[0].delimiter == ";"
    assert settled.args[1].tag == 3


def test_delimiter_header_and_columns_can_be_changed(qtbot, app_context, tmp_path):
    path = tmp_path / "table.csv"
    path.write_text("id,text\n1,rye;loaf\n2,mast;keel\n")
    dialog = preview_of(qtbot, app_context, path)
    dialog.controls.header.click()
    qtbot.waitUntil(lambda: dialog.preview.columns == ("column 1", "column 2"))
    assert len(dialog.preview.rows) == 3
    box = dialog.controls.delimiter
    box.setCurrentIndex(box.findData(";"))
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(lambda: dialog.preview.dialect.delimiter == ";")
    assert "cannot be read with these settings" in dialog.trouble.text()
    columns = dialog.columns.texts.menu.actions()
    for column in columns:
        column.setChecked(False)
    assert not find(dialog, QPushButton, "Open").isEnabled()
    assert "Choose the text column" in dialog.trouble.text()
    columns[0].trigger()
    assert find(dialog, QPushButton, "Open").isEnabled()


def test_an_uncertain_encoding_offers_alternatives(qtbot, app_context, tmp_path):
    path = tmp_path / "old.csv"
    path.write_bytes("id,text\n1,Škoda\n2,plain\n".encode("cp1250"))
    dialog = preview_of(qtbot, app_context, path, unsure=True)
    assert "ambiguous" in label(dialog, "heading")
    qtbot.waitUntil(lambda: dialog.ways.count() > 1)
    first = dialog.preview.dialect.encoding
    dialog.ways.setCurrentIndex(1)
    dialog.ways.activated.emit(1)
    qtbot.waitUntil(lambda: dialog.preview.dialect.encoding != first)


def test_a_wrong_encoding_is_reported(qtbot, app_context, tmp_path):
    path = tmp_path / "table.csv"
    path.write_text("id,text\n1,naïve\n", encoding="utf-8")
    dialog = preview_of(qtbot, app_context, path)
    box = dialog.controls.encoding
    box.setCurrentIndex(box.findData("utf-16-le"))
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(lambda: dialog.preview is None or dialog.preview.dialect.encoding == "utf-16-le")
    qtbot.waitUntil(
        lambda: (
            not find(dialog, QPushButton, "Open").isEnabled()
            or "cannot be read with these settings" in dialog.trouble.text()
        )
    )


def test_the_sheet_of_a_workbook_is_chosen(qtbot, app_context, tmp_path):
    book = openpyxl.Workbook()
    book.active.title = "Notes"
    book.active.append(["text"])
    book.active.append(["a note on rye"])
    sheet = book.create_sheet("Boats")
    for row in (["text"], ["mast and keel"], ["crew"]):
        sheet.append(row)
    path = tmp_path / "book.xlsx"
    book.save(path)
    dialog = preview_of(qtbot, app_context, path)
    assert not dialog.controls.encoding.isVisible()
    box = dialog.controls.sheet
    assert {box.itemText(n) for n in range(box.count())} == {"Notes", "Boats"}
    box.setCurrentIndex(box.findData("Boats"))
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(lambda: dialog.preview.rows == (("mast and keel",), ("crew",)))


def test_a_file_that_is_not_a_table_is_reported_and_closed(qtbot, app_context, tmp_path):
    path = tmp_path / "picture.csv"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    dialog = PreviewDialog(app_context, path, TAGS)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: "not a text file" in dialog.trouble.text())
    assert not dialog.evidence.text()
    assert not find(dialog, QPushButton, "Open").isEnabled()
