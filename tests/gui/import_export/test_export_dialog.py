from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from mltag_desktop.core.filesystem import resource
from mltag_desktop.core.model.manifest import UnsurePolicy
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.tables.columns import ColumnMapping
from mltag_desktop.core.tables.formats import open_table
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui.i18n import CONTEXT
from mltag_desktop.gui.import_export.export_dialog import ASKED, ExportDialog, suggested
from mltag_desktop.gui.import_export.export_form import UnsurePolicyBox
from mltag_desktop.gui.state.session import AppContext
from mltag_desktop.gui.widgets.dialogs import AskPath, bring_up
from mltag_desktop.gui.widgets.inputs import CheckableComboBox
from mltag_desktop.gui.widgets.notifications import NotificationKind
from tests.core.helpers import predict_all
from tests.gui.helpers import TAGS, find, label


@pytest.fixture
def workspace(app_context, make_workspace, tiny_model):
    """Return a workspace of thirty records, two of them decided, the others below the review threshold."""
    made = make_workspace(10)
    predict_all(made, tiny_model)
    made.decisions.decide([0], TAGS[1])
    made.decisions.decide([1], TAGS[0])
    app_context.session.set_review_default(1.01)
    app_context.session.set_workspace(made)
    return made


@pytest.fixture
def folders():
    return []


@pytest.fixture
def make_dialog(
    qtbot: QtBot, app_context: AppContext, tmp_path: Path, folders: list[Path]
) -> Callable[..., ExportDialog]:
    """Return a function that shows a dialog, which writes out.csv."""

    def make(
        review: Callable[[], object] = print,
        groups: Mapping[str, Sequence[int]] | None = None,
        ask_path: AskPath = lambda *_: str(tmp_path / "out.csv"),
        fill: bool = True,
    ) -> ExportDialog:
        made = ExportDialog(app_context, review, groups or {}, ask_path=ask_path, open_folder=folders.append)
        qtbot.addWidget(made)
        app_context.window.show()
        made.show()
        made.form.fill.setChecked(fill)
        return made

    return make


@pytest.fixture
def dialog(workspace: Workspace, make_dialog: Callable[..., ExportDialog]) -> ExportDialog:
    return make_dialog()


def press(dialog: ExportDialog, text: str) -> None:
    find(dialog, QPushButton, text).click()


def test_the_table_is_exported_and_its_folder_offered(app_context, dialog, tmp_path, folders, notified):
    dialog.form.fill.setChecked(False)
    notified(press, dialog, "Export…")
    lines = (tmp_path / "out.csv").read_text().splitlines()
    assert lines[0] == "id,text,tag,predicted_tag,confidence,status,curator"
    assert f",{TAGS[1]},{TAGS[0]}," in lines[1]
    assert lines[1].endswith(",corrected,kim")
    assert lines[3].split(",")[2] == ""
    notice = app_context.notifications.current
    assert (notice.kind, notice.text) == (NotificationKind.SUCCESS, "30 records exported to out.csv.")
    notice.action.run()
    assert folders == [tmp_path / "out.csv"]
    assert not dialog.isVisible()


def test_the_dialog_is_as_low_as_before_after_a_question(qtbot, dialog):
    before = dialog.height()
    press(dialog, "Export…")
    assert dialog.height() > before
    press(dialog, "Not now")
    assert dialog.height() == before


def test_no_choice_is_cut_off_at_a_doubled_font(qtbot, enlarge, app_context, workspace):
    enlarge()
    dialog = ExportDialog(app_context, print, {})
    qtbot.addWidget(dialog)
    bring_up(dialog)
    boxes = dialog.findChildren(QComboBox)
    assert boxes
    assert all(box.width() >= box.sizeHint().width() for box in boxes)


def test_exporting_predicted_tags_asks_about_unreviewed_records(dialog, workspace, tmp_path, notified):
    press(dialog, "Export…")
    assert "28 records are still to review" in dialog.question.words
    assert not (tmp_path / "out.csv").exists()
    press(dialog, "Not now")
    assert not dialog.question.isVisible()
    press(dialog, "Export…")
    notified(press, dialog, "Export anyway…")
    lines = (tmp_path / "out.csv").read_text().splitlines()
    assert all(line.split(",")[2] in TAGS for line in lines[1:])


@pytest.mark.parametrize(("answer", "filled"), [("Without predictions…", False), ("Export anyway…", True)])
def test_outdated_predictions_are_exported_only_on_request(
    app_context, dialog, workspace, tmp_path, answer, filled, notified
):
    app_context.session.set_review_default(0.0)
    workspace.models.set_base("another")
    press(dialog, "Export…")
    assert "28 undecided records have predictions of an earlier model" in dialog.question.words
    press(dialog, "Not now")
    assert not (tmp_path / "out.csv").exists()
    press(dialog, "Export…")
    notified(press, dialog, answer)
    tags = [line.split(",")[2] for line in (tmp_path / "out.csv").read_text().splitlines()[1:]]
    assert [bool(tag) for tag in tags] == [True, True, *[filled] * 28]


def test_no_question_is_asked_when_all_records_are_above_the_threshold(app_context, dialog, notified):
    app_context.session.set_review_default(0.0)
    notified(press, dialog, "Export…")


def test_corrections_and_original(dialog, workspace, tmp_path, notified):
    dialog.choose("original")
    assert not dialog.form.fill.isEnabled()
    assert not dialog.form.guard.isEnabled()
    notified(press, dialog, "Export…")
    assert (tmp_path / "out.csv").read_bytes() == (tmp_path / "records.csv").read_bytes()


def test_a_missing_folder_is_reported_and_nothing_is_lost(
    qtbot, app_context, workspace, make_dialog, tmp_path, notified
):
    places = iter([tmp_path / "no" / "out.csv", tmp_path / "out.csv"])
    dialog = make_dialog(ask_path=lambda *_: str(next(places)), fill=False)
    press(dialog, "Export…")
    qtbot.waitUntil(dialog.question.isVisible)
    assert "does not exist" in dialog.question.words
    notified(press, dialog, "Choose another file…")
    assert app_context.notifications.current.kind is NotificationKind.SUCCESS
    assert "tag" in (tmp_path / "out.csv").read_text().splitlines()[0]
    assert not dialog.isVisible()


def test_cancelling_the_file_dialog_writes_nothing(app_context, workspace, make_dialog):
    dialog = make_dialog(ask_path=lambda *_: "", fill=False)
    press(dialog, "Export…")
    assert app_context.jobs.running == 0
    assert find(dialog, QPushButton, "Export…").isEnabled()


def test_closing_during_the_export_leaves_no_partial_file(qtbot, app_context, dialog, tmp_path):
    dialog.form.fill.setChecked(False)
    press(dialog, "Export…")
    if app_context.jobs.running:
        with qtbot.waitSignal(app_context.jobs.idle):
            dialog.reject()
    assert not list(tmp_path.glob(".out.csv*"))


def test_suggested_paths_are_in_the_source_folder(workspace):
    assert suggested(workspace, "table") == Path(workspace.table.source_path).with_name("records-tagged.csv")
    assert suggested(workspace, "corrections").name == "records-corrections.csv"


def test_the_answer_is_stored_in_the_workspace(qtbot, dialog, make_dialog, workspace, notified):
    press(dialog, "Export…")
    dialog.question.keep.setChecked(True)
    notified(press, dialog, "Export anyway…")
    qtbot.waitUntil(lambda: bool(workspace.preference(ASKED)))
    with Workspace.open(workspace.path, "ana") as again:
        assert again.preference(ASKED) is True
    other = make_dialog(ask_path=lambda *_: "")
    press(other, "Export…")
    assert other.question.isHidden()


def test_one_sentence_says_what_is_written(workspace, make_dialog, tmp_path, notified):
    dialog = make_dialog(groups={"3 selected records": [0, 5, 6]})

    def told() -> str:
        return label(dialog, "What the export writes")

    assert told() == "30 records: 2 decided tags, 28 predicted tags filled in."
    dialog.form.fill.setChecked(False)
    assert told() == "30 records: 2 decided tags, 28 without a tag."
    rows = find(dialog, QComboBox, "Records to export")
    rows.setCurrentIndex(rows.findText("3 selected records"))
    assert told() == "3 records: 1 decided tag, 2 without a tag."
    dialog.form.fill.setChecked(True)
    assert told() == "3 records: 1 decided tag, 2 predicted tags filled in."
    press(dialog, "Export…")
    assert "2 records are still to review" in dialog.question.words
    notified(press, dialog, "Export anyway…")
    assert len((tmp_path / "out.csv").read_text().splitlines()) == 4
    dialog.choose("corrections")
    assert told() == "1 correction is written."
    dialog.choose("original")
    assert told() == "The source file is written byte for byte."


def test_the_sentence_follows_changes_of_the_table(qtbot, app_context, dialog, workspace):
    before = dialog.summary.text()
    app_context.session.publish(workspace.decisions.decide([2], TAGS[0]))
    qtbot.waitUntil(lambda: dialog.summary.text() != before)


def test_added_columns_can_be_chosen(workspace, make_dialog, tmp_path, notified):
    dialog = make_dialog(fill=False)
    box = find(dialog, CheckableComboBox, "Added columns: Tag, Predicted tag, Confidence, Status, Curator")
    assert box.words == "5 columns"
    for action in box.menu.actions():
        action.setChecked(action.text() in ("Note", "Flag"))
    assert box.words == "Flag, Note"
    notified(press, dialog, "Export…")
    assert (tmp_path / "out.csv").read_text().splitlines()[0] == "id,text,flagged,note"


@pytest.mark.parametrize("suffix", [".csv", ".tsv", ".xlsx", ".jsonl"])
def test_formats_rows_and_columns(app_context, workspace, make_dialog, tmp_path, suffix, notified):
    offered = []

    def ask(parent, title, place, kinds):
        offered.append((Path(place).name, kinds.split(";;")[0]))
        return str(tmp_path / f"out{suffix}")

    dialog = make_dialog(ask_path=ask)
    forms = find(dialog, QComboBox, "File format")
    forms.setCurrentIndex(forms.findData(suffix))
    rows = find(dialog, QComboBox, "Records to export")
    rows.setCurrentIndex(rows.findText("Reviewed records only"))
    columns = dialog.form.findChild(CheckableComboBox).menu.actions()
    for column in columns:
        column.setChecked(column is columns[1])
    assert not dialog.form.fill.isEnabled()
    notified(press, dialog, "Export…")
    assert offered[0][0] == f"records-tagged{suffix}"
    assert f"*{suffix}" in offered[0][1]
    assert "2 records exported" in app_context.notifications.current.text
    table = open_table(tmp_path / f"out{suffix}")
    assert table.columns[:2] == ("text", "tag")
    assert len(list(table.records())) == 2


def test_formulas_in_a_delimited_file_are_reported(app_context, make_dialog, tmp_path, notified):
    source = tmp_path / "old.csv"
    source.write_text("id,text\n1,=1+1\n2,plain words\n", encoding="utf-8")
    with Workspace.create(tmp_path / "old.mltag", "kim", ["a", "b"]) as made:
        made.table.import_table(SILENT, open_table(source), ColumnMapping(text=(1,), id=0))
        app_context.session.set_workspace(made)
        notified(press, make_dialog(fill=False), "Export…")
        notice = app_context.notifications.current
        assert (
            "1 record has a text that spreadsheet programs read as a formula"
            in f"{notice.text} {notice.hint}"
        )
        app_context.session.set_workspace(None)


@pytest.mark.parametrize("answer", ["Export as UTF-8", "Escape characters"])
def test_characters_missing_in_the_encoding_are_asked_about(
    qtbot, app_context, make_dialog, tmp_path, answer, notified
):
    source = tmp_path / "old.csv"
    source.write_bytes("id,text\n1,Straße am Fluß\n2,Grüße aus Köln\n".encode("cp1252"))
    with Workspace.create(tmp_path / "old.mltag", "kim", ["naïve → ok", "other"]) as made:
        made.table.import_table(SILENT, open_table(source), ColumnMapping(text=(1,), id=0))
        made.decisions.decide([0], "naïve → ok")
        app_context.session.set_workspace(made)
        dialog = make_dialog()
        press(dialog, "Export…")
        qtbot.waitUntil(lambda: "UTF-8" in dialog.question.words)
        notified(press, dialog, answer)
        written = (tmp_path / "out.csv").read_bytes()
        assert ("→".encode() in written) == (answer == "Export as UTF-8")
        assert (b"\\u2192" in written) == (answer != "Export as UTF-8")
        app_context.session.clear_workspace()


def test_a_policy_can_only_be_made_stricter(dialog, make_dialog, workspace, tmp_path, notified):
    box = find(dialog, UnsurePolicyBox, "Tags to review in exports")
    assert box.count() == 5
    box.setCurrentIndex(box.findData("empty"))
    notified(press, dialog, "Export…")
    lines = (tmp_path / "out.csv").read_text().splitlines()
    assert [line.split(",")[2] for line in lines[1:4]] == [TAGS[1], TAGS[0], ""]
    workspace.thresholds.set_unsure(UnsurePolicy.EMPTY)
    again = make_dialog()
    box = find(again, UnsurePolicyBox, "Tags to review in exports")
    assert [box.itemData(at) for at in range(box.count())] == ["empty", "refuse"]
    again.form.fill.setChecked(False)
    assert not box.isEnabled()


@pytest.mark.parametrize(
    ("policy", "words"),
    [
        (UnsurePolicy.KEEP, "28 records are still to review"),
        (UnsurePolicy.REFUSE, "28 records must be reviewed"),
    ],
)
def test_an_export_can_wait_for_the_review(workspace, make_dialog, tmp_path, policy, words):
    workspace.thresholds.set_unsure(policy)
    reviewed: list[bool] = []
    dialog = make_dialog(lambda: reviewed.append(True))
    press(dialog, "Export…")
    assert words in dialog.question.words
    press(dialog, "Review now")
    assert reviewed == [True]
    assert not dialog.isVisible()
    assert not (tmp_path / "out.csv").exists()


def test_text_with_a_suffix_of_its_own_keeps_suffix_and_delimiter(
    app_context, make_dialog, tmp_path, notified
):
    source = tmp_path / "in.txt"
    source.write_text("id\ttext\tnote\n1\tsome; words\tx\n2\tother words\ty\n", encoding="utf-8")
    offered = []

    def ask(parent, title, place, kinds):
        offered.append((Path(place).name, kinds.split(";;")[0]))
        return str(tmp_path / "out.txt")

    with Workspace.create(tmp_path / "w.mltag", "kim", TAGS) as workspace:
        workspace.table.import_table(SILENT, open_table(source), ColumnMapping((1,), 0))
        app_context.session.set_workspace(workspace)
        dialog = make_dialog(ask_path=ask)
        assert find(dialog, QComboBox, "File format").currentText() == "Text as in the source (.txt)"
        notified(press, dialog, "Export…")
        app_context.session.set_workspace(None)
    assert offered == [("in-tagged.txt", "Text as in the source (*.txt)")]
    assert (tmp_path / "out.txt").read_text("utf-8").startswith("id\ttext\tnote\ttag")


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_each_key_of_the_question_has_one_meaning(dialog, language):
    translator = QTranslator()
    if language != "en":
        assert translator.load(str(resource("translations") / f"mltag_{language}.qm"))
    press(dialog, "Export…")
    parts = (*dialog.findChildren(QAbstractButton), *dialog.findChildren(QLabel))
    shown = [part.text() for part in parts if part.isVisible() and part.isEnabled() and "&" in part.text()]
    assert {"Revie&w now", "Export &anyway…", "Added colu&mns"} <= {*shown}
    words = [translator.translate(CONTEXT, text) or text for text in shown]
    keys = [word[word.index("&") + 1].casefold() for word in words]
    assert len({*keys}) == len(keys), sorted(words)
