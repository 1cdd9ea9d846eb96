"""Guide, settings, diagnostics, updates and log in the running program."""

import getpass
import hashlib
import json
import platform
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QPushButton
from pytestqt.qtbot import QtBot

from mltag_desktop.core.diagnostics.log_file import NAME
from mltag_desktop.core.diagnostics.updates import PublicKey
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.model.bundle import save_bundle
from mltag_desktop.core.settings import load
from mltag_desktop.gui.application import dialogs
from mltag_desktop.gui.application.application import Application
from mltag_desktop.gui.application.preferences_controller import SettingsDialog
from mltag_desktop.gui.document.journal import JournalDialog
from mltag_desktop.gui.document.recovery_dialogs import BackupsDialog
from mltag_desktop.gui.document.source_dialogs import QuarantineDialog
from mltag_desktop.gui.help.about_dialog import AboutDialog, DiagnosticsDialog
from mltag_desktop.gui.help.update_dialog import UpdateDialog
from mltag_desktop.gui.import_export.import_report import ImportReportDialog
from tests.core.diagnostics.signing import Signer
from tests.gui.help.test_settings_dialog import OTHER
from tests.gui.helpers import settle, wait_tagged, workspace_of

MARK = "quokkasecret"
"""Occurs in every text, tag, note and column of the marked session."""


@pytest.fixture
def marked(make_program, tmp_path, qtbot) -> Application:
    """Return the program with a table in which every cell contains `MARK`."""
    table = tmp_path / "plain-name.csv"
    rows = [f"{MARK} {n},{MARK} title of {n},A text that says {MARK} {n}" for n in range(12)]
    table.write_text("\n".join([f"id,title,{MARK}column", *rows, f"broken {MARK}"]) + "\n", encoding="utf-8")
    program = make_program(table)
    wait_tagged(program, qtbot, 12)
    return program


def test_a_session_leaves_no_text_in_log_crash_report_or_diagnostics(marked, qtbot, own_folders, capsys):
    program = marked
    program.settings_store.change(log_level="detailed")
    workspace = workspace_of(program)
    program.session.publish(
        workspace.tag_set.set([*[tag.name for tag in workspace.tag_set.tags], f"{MARK} tag"])
    )
    program.decision_controller.decide(f"{MARK} tag")
    program.decision_controller.note(0, f"{MARK} note")
    settle(program, qtbot)
    program.filter_bar.setText(MARK)
    program.notifications.failure(MltagError(f"cannot read {MARK}", MARK))
    program.workspace_opener.failed.emit(MltagError(f"line of {MARK}", MARK))
    with qtbot.waitSignal(program.crash_boundary.shown) as caught:
        program.crash_boundary.report(ValueError(f"{MARK} cannot be parsed"), "a job")
    caught.args[0].reject()
    program.actions["diagnostics"].trigger()
    said = program.dialogs.shown.text.toPlainText()
    program.dialogs.shown.close()
    qtbot.waitUntil(lambda: (program.activity_log.folder / NAME).exists())
    program.parent_window.close()
    written = [path for path in own_folders.rglob("*") if path.suffix in {".log", ".txt"}]
    texts = {path.name: path.read_text(encoding="utf-8") for path in written}
    assert any(name.startswith("crash-") for name in texts)
    assert "opened plain-name.mltag: 12 records" in texts[NAME]
    assert "reported MltagError at" in texts[NAME]
    assert "ValueError at" in texts[NAME]
    for name, text in {**texts, "diagnostics": said, "stderr": capsys.readouterr().err}.items():
        assert MARK not in text, name
        assert str(own_folders) not in text, name


def test_diagnostics_name_no_person_and_no_folder(opened, own_folders):
    opened.actions["diagnostics"].trigger()
    dialog = opened.dialogs.shown
    assert isinstance(dialog, DiagnosticsDialog)
    text = dialog.text.toPlainText()
    for word in (str(Path.home()), opened.session.workspace.path.name, platform.node(), "table.csv"):
        assert word not in text
    assert f" {getpass.getuser()}" not in text
    assert "records: 24" in text
    assert "opening: 24 records in" in text
    QGuiApplication.clipboard().clear()
    dialog.copy_button.click()
    assert QGuiApplication.clipboard().text() == text
    dialog.findChild(QTimer).stop()
    dialog.close()


def test_the_help_pages_name_dialogs_that_exist():
    folder = Path(dialogs.__file__).parents[2]
    code = "\n".join(path.read_text(encoding="utf-8") for path in folder.rglob("*.py"))
    assert [name for name in dialogs.PAGES if f"class {name}(" not in code] == []


def test_the_about_dialog_opens_the_diagnostics(opened):
    opened.actions["about"].trigger()
    about = opened.parent_window.findChild(AboutDialog)
    button = next(b for b in about.findChildren(QPushButton) if "diagnostics" in b.text())
    button.click()
    assert isinstance(opened.dialogs.shown, DiagnosticsDialog)
    opened.dialogs.shown.close()
    about.close()


def test_the_settings_dialog_opens_by_key_and_follows_changes_made_elsewhere(opened, qtbot):
    assert opened.actions["settings"].shortcut().toString() == "Ctrl+,"
    opened.actions["settings"].trigger()
    dialog = opened.dialogs.shown
    assert isinstance(dialog, SettingsDialog)
    opened.actions["order_table"].trigger()
    order, advance = dialog.controls["queue_order"], dialog.controls["advance"]
    assert isinstance(order, QComboBox)
    assert isinstance(advance, QCheckBox)
    assert order.currentData() == "table"
    advance.click()
    assert opened.settings_store.settings.queue_order == "table"
    assert not opened.settings_store.settings.advance
    dialog.close()


def test_changed_settings_are_applied_and_stored(opened):
    program = opened
    kept = program.settings_store.settings
    workspace = program.session.workspace
    program.settings_store.choose(replace(kept, **OTHER))
    assert workspace.curator == program.session.curator == "Kim"
    assert program.session.review_below.default == 0.5
    assert program.question_queue.order == "table"
    assert program.actions["order_table"].isChecked()
    assert program.actions["scheme_dark"].isChecked()
    assert program.parent_window.theme.colours.dark
    assert not program.settings_store.settings.advance
    assert not program.actions["show_hints"].isChecked()
    assert QGuiApplication.styleHints().cursorFlashTime() == 0
    program.writer.close()
    assert load(program.settings_store.path) == program.settings_store.settings
    program.settings_store.choose(
        replace(program.settings_store.settings, reduced_motion=False, colour_scheme="system")
    )
    assert QGuiApplication.styleHints().cursorFlashTime() > 0


def test_a_decision_carries_the_new_name(opened, qtbot):
    program = opened
    program.settings_store.choose(replace(program.settings_store.settings, curator="Zoë"))
    program.actions["accept"].trigger()
    settle(program, qtbot)
    assert program.session.workspace.journal.entries()[-1].curator == "Zoë"


def test_a_damaged_settings_file_is_reported_and_kept(make_program, tmp_path):
    path = tmp_path / "settings" / "settings.json"
    path.parent.mkdir()
    path.write_text('{"curator": ')
    program = make_program()
    notice = program.notifications.current
    assert notice is not None
    assert "settings.json.bad" in notice.hint
    assert path.with_name("settings.json.bad").read_text() == '{"curator": '


def test_f1_opens_the_page_for_the_current_view(opened, qtbot):
    explain = opened.actions["guide"]
    assert explain.shortcut().toString() == "F1"
    explain.trigger()
    guide = opened.dialogs.guide
    assert guide.here == ("review.md", "")
    opened.actions["show_focus"].trigger()
    explain.trigger()
    assert guide.here == ("focus.md", "")
    opened.actions["settings"].trigger()
    dialog = opened.dialogs.shown
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keySequence(dialog, "F1")
    qtbot.waitUntil(lambda: guide.here == ("settings.md", ""))
    dialog.close()


def test_without_a_table_f1_opens_the_first_page(make_program):
    program = make_program()
    program.actions["guide"].trigger()
    assert program.dialogs.guide.here == ("first-minutes.md", "")
    program.parent_window.close()
    assert program.dialogs.guide is None


@pytest.fixture
def updates(opened: Application, qtbot: QtBot) -> Callable[..., UpdateDialog]:
    """Open the dialog of updates, perhaps with answers to its file dialogs and keys."""

    def make(*answers: Path, keys: tuple[PublicKey, ...] | None = None) -> UpdateDialog:
        chosen, window = iter(map(str, answers)), opened.parent_window
        dialog = UpdateDialog(window.theme, opened.jobs, "0.1.0", window, lambda *_: next(chosen), keys)
        qtbot.addWidget(dialog)
        return dialog

    return make


def test_an_update_file_and_an_installer_are_checked(opened, updates, qtbot, tmp_path):
    installer = tmp_path / "mltag-desktop_9.0.0_amd64.deb"
    installer.write_bytes(b"whole")
    described = tmp_path / "release.json"
    digest = hashlib.sha256(b"whole").hexdigest()
    content = {
        "format": "mltag-release",
        "version": "9.0.0",
        "notes": "Faster.",
        "files": {installer.name: digest},
    }
    described.write_text(json.dumps(content))
    dialog = updates(described, installer)
    assert not dialog.choose_installer.isEnabled()
    dialog.choose_file.click()
    assert "9.0.0 is newer than the installed version 0.1.0" in dialog.status.text()
    assert dialog.notes.text() == "Faster."
    dialog.choose_installer.click()
    qtbot.waitUntil(lambda: "is intact" in dialog.fit.text())
    installer.write_bytes(b"cut")
    dialog.check(installer)
    qtbot.waitUntil(lambda: "Do not install" in dialog.fit.text())
    dialog.check(installer)
    dialog.read(tmp_path / "release.json")
    qtbot.waitUntil(lambda: not opened.jobs.running)
    assert not dialog.fit.text(), "what is found is about the file before"
    assert dialog.choose_installer.isEnabled()
    dialog.read(installer)
    assert "not an update file" in dialog.status.text()
    assert not dialog.choose_installer.isEnabled()


@pytest.fixture
def signed_release(tmp_path) -> tuple[Signer, Path, Path]:
    """Return a key, a list of checksums that it signed, and the installer in the list."""
    installer = tmp_path / "mltag-desktop_9.0.0_amd64.deb"
    installer.write_bytes(b"whole")
    sums = tmp_path / "SHA256SUMS"
    sums.write_text(f"{hashlib.sha256(b'whole').hexdigest()}  {installer.name}\n")
    signer = Signer()
    signer.sign(sums)
    return signer, sums, installer


def test_an_installer_of_a_signed_release_is_checked(updates, qtbot, signed_release):
    signer, sums, installer = signed_release
    dialog = updates(keys=(Signer().key, signer.key))
    dialog.read(sums)
    assert dialog.signature.text() == "SHA256SUMS is signed by the developers of MLTag Desktop."
    dialog.check(installer)
    qtbot.waitUntil(lambda: "is intact" in dialog.fit.text())


@pytest.mark.parametrize(
    ("damage", "expected"),
    [
        (lambda sums, signature: sums.write_text(f"{'0' * 64}  evil-9.0.0.deb\n"), "is not the file"),
        (lambda sums, signature: signature.unlink(), "Download SHA256SUMS.minisig into the folder"),
        (lambda sums, signature: signature.write_text("x"), "SHA256SUMS.minisig is not a signature"),
        (lambda sums, signature: Signer().sign(sums), "a key that this version does not know"),
    ],
    ids=["changed", "missing", "malformed", "other key"],
)
def test_nothing_is_installed_from_an_update_file_without_a_valid_signature(
    updates, signed_release, damage, expected
):
    signer, sums, installer = signed_release
    damage(sums, sums.with_name("SHA256SUMS.minisig"))
    dialog = updates(keys=(signer.key,))
    dialog.read(sums)
    assert expected in dialog.signature.text()
    assert "9.0.0" in dialog.status.text()
    assert not dialog.choose_installer.isEnabled()
    dialog.check(installer)
    assert dialog.fit.text() == "", "the installer is not read"


def test_a_program_without_keys_says_that_it_cannot_check_signatures(updates, qtbot, signed_release):
    _, sums, installer = signed_release
    dialog = updates(keys=())
    dialog.read(sums)
    assert "has no key" in dialog.signature.text()
    dialog.check(installer)
    qtbot.waitUntil(lambda: "is intact" in dialog.fit.text())


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("settings", SettingsDialog),
        ("check_update", UpdateDialog),
        ("journal", JournalDialog),
        ("unreadable_rows", QuarantineDialog),
    ],
)
def test_a_command_does_not_open_its_dialog_twice(opened: Application, qtbot, name: str, kind: type) -> None:
    for _ in range(2):
        opened.actions[name].trigger()
    shown = shown_of(opened, kind)
    assert len(shown) == 1
    qtbot.waitUntil(lambda: not opened.jobs.running)
    lefts = {
        button.text().replace("&", ""): button.mapTo(shown[0], QPoint()).x()
        for button in shown[0].findChildren(QPushButton)
        if button.isVisible()
    }
    assert lefts["Close"] == max(lefts.values())
    with qtbot.waitSignal(shown[0].destroyed):
        shown[0].reject()
    opened.actions[name].trigger()
    [again] = shown_of(opened, kind)
    qtbot.waitUntil(lambda: not opened.jobs.running)
    with qtbot.waitSignal(again.destroyed):
        again.reject()


def shown_of(program: Application, kind: type) -> list[QDialog]:
    """Return the dialogs of a class that are shown."""
    return [each for each in program.parent_window.findChildren(kind) if each.isVisible()]


@pytest.mark.parametrize(
    ("command", "kind"),
    [("backups", BackupsDialog), ("import_report", ImportReportDialog), ("diagnostics", DiagnosticsDialog)],
)
def test_a_dialog_is_not_shown_twice(opened: Application, qtbot, command: str, kind: type) -> None:
    opened.actions[command].trigger()
    qtbot.waitUntil(lambda: len(shown_of(opened, kind)) == 1)
    first = shown_of(opened, kind)
    opened.actions[command].trigger()
    qtbot.waitUntil(lambda: shown_of(opened, kind) != first)
    [again] = shown_of(opened, kind)
    again.reject()


def test_rolling_back_needs_an_earlier_model(opened: Application, qtbot, tmp_path, tiny_model) -> None:
    action = opened.actions["rollback"]
    assert not action.isEnabled()
    workspace = workspace_of(opened)
    bundle = tmp_path / "again"
    save_bundle(bundle, tiny_model)
    info = workspace.models.add(bundle, None, "24 decisions")
    opened.session.publish(workspace.models.promote(info.version))
    assert action.isEnabled()
    opened.session.publish(workspace.models.rollback())
    assert not action.isEnabled()
    qtbot.waitUntil(lambda: not opened.jobs.running)
