from PySide6.QtWidgets import QLabel, QTableWidget

import mltag_desktop
from mltag_desktop.gui.panels.about import AboutDialog
from mltag_desktop.gui.panels.licences import components


def test_about_names_versions_and_licences(qtbot):
    dialog = AboutDialog("base-7", ["Texts: MIT"])
    qtbot.addWidget(dialog)
    words = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert mltag_desktop.__version__ in words
    assert "base-7" in words
    assert "Texts: MIT" in words
    table = dialog.findChild(QTableWidget)
    names = [table.item(row, 0).text().lower() for row in range(table.rowCount())]
    assert "numpy" in names


def test_each_component_has_one_line_of_licence():
    found = components()
    assert len(found) > 5
    assert all(one.licence and "\n" not in one.licence and len(one.licence) <= 80 for one in found)


def test_an_unknown_package_has_no_components():
    assert components("no-such-package-here") == []
