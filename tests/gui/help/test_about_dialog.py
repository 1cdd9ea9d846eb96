import json

import pytest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QTableView

import mltag_desktop
from mltag_desktop.core.diagnostics.updates import release_keys
from mltag_desktop.core.errors import MltagError
from mltag_desktop.gui.help.about_dialog import AboutDialog, TextDialog, components, notice


def test_about_names_versions_and_licences(qtbot, theme):
    dialog = AboutDialog(theme, "base-7", ["Texts: MIT"])
    qtbot.addWidget(dialog)
    words = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert mltag_desktop.__version__ in words
    assert ("unsigned development build" in words) == (not release_keys())
    assert "base-7" in words
    assert "Texts: MIT" in words
    model = dialog.findChild(QTableView).model()
    names = [model.index(row, 0).data().lower() for row in range(model.rowCount())]
    assert "numpy" in names


def test_each_component_has_one_line_of_licence():
    found = components()
    assert len(found) > 5
    assert all(one.licence and "\n" not in one.licence and len(one.licence) <= 80 for one in found)


def test_an_unknown_package_has_no_components():
    assert components("no-such-package-here") == []


def test_a_packaged_program_lists_its_components(tmp_path):
    part = {"name": "Qt", "version": "6.8", "licenses": [{"license": {"id": "LGPL-3.0-only"}}]}
    other = {"name": "numpy", "version": "2", "licenses": [{"expression": "BSD-3-Clause AND MIT"}]}
    (tmp_path / "sbom.cdx.json").write_text(json.dumps({"components": [part, other]}), encoding="utf-8")
    (tmp_path / "THIRD-PARTY-NOTICES.txt").write_text("The terms of Qt.", encoding="utf-8")
    found = components(folder=tmp_path)
    assert [one.licence for one in found] == ["BSD-3-Clause AND MIT", "LGPL-3.0-only"]
    assert notice(folder=tmp_path) == "The terms of Qt."


def test_a_missing_licence_file_is_reported(tmp_path):
    with pytest.raises(MltagError, match=r"sbom\.cdx\.json is missing"):
        components(folder=tmp_path)


def test_the_full_licence_texts_of_installed_packages_are_read():
    told = notice()
    assert all(one.name in told for one in components())
    assert "Redistribution and use in source and binary forms" in told


def test_the_licence_texts_open_from_the_dialog(qtbot, theme):
    dialog = AboutDialog(theme, "base-7")
    qtbot.addWidget(dialog)
    dialog.show()
    next(button for button in dialog.findChildren(QPushButton) if "texts" in button.text()).click()
    texts = dialog.findChild(TextDialog)
    assert "numpy" in texts.findChild(QPlainTextEdit).toPlainText()
    texts.close()
