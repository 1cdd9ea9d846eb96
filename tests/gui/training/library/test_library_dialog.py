"""The model library in the window, on real folders."""

import csv
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from mltag_desktop.core.model.bundle import bundled, save_bundle
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.model_library import ModelDetails, ModelLibrary, default_library
from mltag_desktop.core.model.static_vectors import StaticVectors
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.training.training import Examples, train
from mltag_desktop.core.workspace.types import TagInfo
from mltag_desktop.gui.application.application import Application
from mltag_desktop.gui.training.library import LibraryDialog
from mltag_desktop.gui.widgets.notifications import NotificationKind
from tests.core.learning.library_messages import MESSAGES
from tests.gui.helpers import find, wait_tagged, workspace_of

MakeProgram = Callable[..., Application]


def pet_model(vectors: StaticVectors) -> LinearModel:
    texts = [f"{word} number {n}" for n in range(12) for word in ("a purring kitten", "a barking puppy")]
    return train(SILENT, Examples(tuple(texts), ("cat", "dog") * 12), vectors=vectors)


@pytest.fixture
def bundle(tiny_model: LinearModel, tmp_path: Path) -> Path:
    save_bundle(tmp_path / "pets", pet_model(tiny_model.vectors))
    return tmp_path / "pets"


@pytest.fixture
def library(bundle: Path) -> ModelLibrary:
    library = default_library()
    details = ModelDetails("pets.csv: 24 rows", "a note", "2026-11-02T10:00:00+00:00", 0.91, (0.88, 0.94))
    library.add(bundle, "pets", details)
    return library


@pytest.fixture
def dialog(qtbot, app_context, library: ModelLibrary, tmp_path: Path) -> LibraryDialog:
    made = LibraryDialog(
        app_context,
        library,
        print,
        print,
        ask_to_open=lambda *_: str(tmp_path / "in.mltagmodel"),
        ask_to_save=lambda *_: str(tmp_path / "out"),
    )
    qtbot.addWidget(made)
    made.show()
    wait_names(qtbot, made, "pets")
    return made


def names(dialog: LibraryDialog) -> list[str]:
    return [line.thing.name for line in dialog.list.lines.lines]


def wait_names(qtbot, dialog: LibraryDialog, *expected: str) -> None:
    qtbot.waitUntil(lambda: names(dialog) == list(expected))


def wait_text(qtbot, dialog: LibraryDialog, words: str) -> None:
    def said() -> bool:
        shown = dialog.notifications.current
        return shown is not None and words in shown.text

    qtbot.waitUntil(said)


def test_the_list_shows_what_is_known(dialog: LibraryDialog) -> None:
    cells = dialog.list.lines.lines[0].cells
    assert cells[:4] == ("pets", "cat, dog", "pets.csv: 24 rows", "0.910 (0.880–0.940)")
    assert cells[5:] == ("2026-11-02", "–", "a note")
    assert not dialog.use.isEnabled()  # no table is open
    shown = [button for button in dialog.findChildren(QPushButton) if button.isVisible()]
    assert not any(button.isDefault() for button in shown), "Return in a field would press it"


def test_rename_note_duplicate_and_delete(qtbot, dialog: LibraryDialog, library: ModelLibrary) -> None:
    dialog.name.setText("animals")
    dialog.name.editingFinished.emit()
    wait_names(qtbot, dialog, "animals")
    dialog.note.setText("for vets")
    dialog.note.editingFinished.emit()
    qtbot.waitUntil(lambda: library.find("animals").details.note == "for vets")
    find(dialog, QPushButton, "Duplicate").click()
    wait_names(qtbot, dialog, "animals", "animals 2")
    dialog.list.selectRow(0)
    dialog.delete.click()
    wait_names(qtbot, dialog, "animals 2")
    wait_text(qtbot, dialog, "“animals” was deleted")
    dialog.notifications.current.action.run()
    wait_names(qtbot, dialog, "animals", "animals 2")


def test_fast_edits_of_name_and_note_are_all_kept(
    qtbot, dialog: LibraryDialog, library: ModelLibrary
) -> None:
    dialog.name.setText("animals")
    dialog.name.editingFinished.emit()
    dialog.note.setText("for vets")
    dialog.note.editingFinished.emit()
    qtbot.waitUntil(lambda: dialog.list.lines.lines[0].cells[-1] == "for vets")
    assert [(model.name, model.details.note) for model in library.models()] == [("animals", "for vets")]
    assert (dialog.name.text(), dialog.note.text()) == ("animals", "for vets")


def test_a_note_that_is_being_typed_stays_when_the_name_is_stored(
    qtbot, dialog: LibraryDialog, library: ModelLibrary
) -> None:
    library.duplicate(library.find("pets"), "zoo")
    dialog.refresh()
    wait_names(qtbot, dialog, "pets", "zoo")
    dialog.list.selectRow(0)
    dialog.name.setText("zzz")
    dialog.name.editingFinished.emit()
    qtbot.keyClicks(dialog.note, "s")
    wait_names(qtbot, dialog, "zoo", "zzz")
    assert dialog.list.current.name == "zzz"
    assert dialog.note.text() == "a notes"


def test_a_taken_name_is_an_error_and_the_old_one_stays(qtbot, dialog: LibraryDialog) -> None:
    dialog.duplicate.click()
    wait_names(qtbot, dialog, "pets", "pets 2")
    dialog.name.setText("PETS")
    dialog.name.editingFinished.emit()
    wait_text(qtbot, dialog, "already contains")
    qtbot.waitUntil(lambda: dialog.name.text() == "pets 2")


def test_a_model_is_exported_and_imported(qtbot, dialog: LibraryDialog, tmp_path: Path) -> None:
    dialog.export.click()
    wait_text(qtbot, dialog, "out.mltagmodel")
    (tmp_path / "out.mltagmodel").rename(tmp_path / "in.mltagmodel")
    dialog.delete.click()
    wait_names(qtbot, dialog)
    dialog.import_.click()
    wait_names(qtbot, dialog, "pets")
    (tmp_path / "in.mltagmodel").write_bytes(b"PK")
    dialog.import_.click()
    wait_text(qtbot, dialog, "cut or changed")
    assert names(dialog) == ["pets"]


def drop(window, path: Path) -> bool:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPoint(10, 10), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    event.ignore()
    window.dropEvent(event)
    return event.isAccepted()


def test_messages_of_the_last_time_are_gone(qtbot, dialog: LibraryDialog, tmp_path: Path) -> None:
    bad = tmp_path / "bad.mltagmodel"
    bad.write_bytes(b"no zip")
    dialog.show()
    dialog.import_path(bad)
    qtbot.waitUntil(lambda: dialog.notifications.current is not None)
    assert "not a complete model file" in dialog.notifications.current.text
    dialog.close()
    dialog.show()
    assert not dialog.notifications.pending
    dialog.import_path(bad)
    dialog.close()
    qtbot.waitUntil(lambda: dialog.notifications.current is not None)
    dialog.show()
    assert "not a complete model file" in dialog.notifications.current.text, "it came after the closing"


def test_a_bundle_and_a_file_are_dropped(
    qtbot, dialog: LibraryDialog, bundle: Path, library, tmp_path
) -> None:
    library.export(library.find("pets"), tmp_path / "x.mltagmodel")
    library.remove(library.find("pets"))
    dialog.refresh()
    wait_names(qtbot, dialog)
    assert drop(dialog, bundle)
    wait_names(qtbot, dialog, "pets")
    assert drop(dialog, tmp_path / "x.mltagmodel")  # the same model
    wait_text(qtbot, dialog, "“pets” is in the library")
    (tmp_path / "t.csv").write_text("text\nx\n")
    assert not drop(dialog, tmp_path / "t.csv")
    assert names(dialog) == ["pets"]


def test_a_damaged_model_can_only_be_deleted(qtbot, dialog: LibraryDialog, library: ModelLibrary) -> None:
    (library.find("pets").bundle / "manifest.json").write_text("{")
    dialog.refresh()
    qtbot.waitUntil(lambda: "Damaged" in dialog.list.lines.lines[0].cells[-1])
    assert dialog.delete.isEnabled()
    assert not any(each.isEnabled() for each in (dialog.export, dialog.duplicate, dialog.name, dialog.use))
    dialog.delete.click()
    wait_names(qtbot, dialog)


@pytest.fixture
def pets_table(tmp_path: Path) -> Path:
    path = tmp_path / "june.csv"
    with path.open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("id", "words"))
        for number in range(20):
            writer.writerow((number, ("The kitten purrs loudly", "The puppy barks at night")[number % 2]))
    return path


def test_a_model_of_the_library_replaces_the_active_one(qtbot, make_program, pets_table, library) -> None:
    program = make_program(pets_table)
    wait_tagged(program, qtbot, 20)
    workspace = workspace_of(program)
    before = workspace.models.active
    program.actions["library"].trigger()
    dialog = program.model_dialogs.library.dialog
    wait_names(qtbot, dialog, "pets")
    dialog.list.selectRow(0)
    dialog.use.click()
    pets = library.find("pets")
    qtbot.waitUntil(lambda: workspace.models.active == pets.version)
    wait_tagged(program, qtbot, 20)
    qtbot.waitUntil(lambda: not workspace.states().stale.any())
    assert [tag.name for tag in workspace.tag_set.tags] == ["cat", "dog"]
    qtbot.waitUntil(lambda: not dialog.use.isEnabled())
    assert library.find("pets").last_table == "june.csv"
    dialog.close()
    program.actions["undo"].trigger()
    qtbot.waitUntil(lambda: workspace.models.active == before)


@pytest.fixture
def desk_model(tmp_path: Path) -> ModelLibrary:
    """A library with a model of messages to a library, whose tags have looks of their own."""
    texts, tags = zip(*MESSAGES[::2], strict=True)
    save_bundle(tmp_path / "desk", train(SILENT, Examples(texts, tags), vectors=bundled().vectors))
    library = default_library()
    looks = {tag: ("♥", number % 8) for number, tag in enumerate(sorted({*tags}))}
    library.add(tmp_path / "desk", "desk", ModelDetails(looks=looks))
    return library


def offers(program: Application) -> list[str]:
    """The waiting notifications, the shown one first."""
    found: list[str] = []
    shown = program.notifications.current
    while shown is not None and shown.text not in found:
        found.append(shown.text)
        program.notifications.turn()
        shown = program.notifications.current
    return found


def new_table(path: Path, texts: Sequence[str]) -> Path:
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([("nr", "words"), *enumerate(texts)])
    return path


@pytest.mark.parametrize("chooses", [True, False])
def test_a_model_is_suggested_for_texts_like_its_own_until_tags_are_chosen(
    qtbot: QtBot, make_program: MakeProgram, desk_model: ModelLibrary, tmp_path: Path, chooses: bool
) -> None:
    program = make_program(new_table(tmp_path / "mail.csv", [text for text, _ in MESSAGES[1::2]]))
    offer = "The model “desk” may fit this table."
    question = "These texts are not about machine learning. Which tags do you want?"
    qtbot.waitUntil(lambda: {offer, question} <= {*offers(program)})
    shown = program.notifications.current
    assert shown is not None
    assert shown.text == question, "the question for tags is never behind the model"
    if chooses:
        program.tag_sources.take_tags((TagInfo("loans", "", "", 0), TagInfo("rooms", "", "", 0)))
        qtbot.waitUntil(lambda: offers(program) == [])
        return
    desk = desk_model.find("desk")
    program.model_dialogs.library.use(desk)
    qtbot.waitUntil(lambda: workspace_of(program).models.active == desk.version)
    looks = {tag.name: (tag.sign, tag.colour) for tag in workspace_of(program).tag_set.tags}
    assert looks == desk.details.looks, "as in the table that the model comes from"
    qtbot.waitUntil(lambda: not offers(program))


def test_a_model_file_is_opened_at_the_start(qtbot, make_program, library, tmp_path) -> None:
    library.export(library.find("pets"), tmp_path / "p.mltagmodel")
    library.remove(library.find("pets"))
    program = make_program(tmp_path / "p.mltagmodel")
    dialog = program.model_dialogs.library.dialog
    wait_names(qtbot, dialog, "pets")
    assert dialog.isVisible()
    assert program.session.workspace is None
    dialog.close()
    assert drop(program.parent_window, tmp_path / "p.mltagmodel")
    wait_text(qtbot, dialog, "“pets” is in the library")
    dialog.close()


def test_a_model_of_the_workspace_is_saved(qtbot, make_program, pets_table, library, bundle) -> None:
    library.remove(library.find("pets"))
    program = make_program(pets_table)
    wait_tagged(program, qtbot, 20)
    info = workspace_of(program).models.add(bundle, None, "24 decisions")
    workspace_of(program).models.promote(info.version)
    program.actions["library"].trigger()
    dialog = program.model_dialogs.library.dialog
    qtbot.waitUntil(dialog.save_active.isEnabled)
    dialog.save_active.click()
    wait_names(qtbot, dialog, "june")
    assert dialog.list.lines.lines[0].cells[2] == "june.csv: 24 decisions"
    assert (dialog.name.text(), dialog.name.selectedText()) == ("june", "june")
    assert dialog.focusWidget() is dialog.name
    assert not dialog.save_active.isEnabled(), "it is in the library"
    shutil.rmtree(library.folder)
    library.folder.write_text("this is no folder", encoding="utf-8")
    program.model_dialogs.library.save(info.version)
    qtbot.waitUntil(lambda: dialog.notifications.current is not None)
    assert dialog.notifications.current.kind is NotificationKind.ERROR, "the window's would be behind it"
    dialog.close()
