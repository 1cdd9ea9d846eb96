"""Import, pasted texts, mappings, and export of the source."""

import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mltag_desktop.core.errors import Cancelled, MltagError
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.tables.columns import ColumnMapping
from mltag_desktop.core.tables.dialect import Dialect
from mltag_desktop.core.tables.table_file import TableFile
from mltag_desktop.core.workspace.pending_predictions import digested
from mltag_desktop.core.workspace.types import Change, ChangeKind, Status
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.workspace.helpers import (
    TAGS,
    LetterModel,
    created,
    exported,
    imported,
    predict_all,
    record_of,
    reopened,
    table_bytes,
)
from tests.progress import CancelAfter

TableMaker = Callable[[bytes], TableFile]


def test_records_show_cells_text_and_the_known_tag(tmp_path: Path, table_file: TableMaker) -> None:
    with created(tmp_path) as workspace:
        change = workspace.table.import_table(
            SILENT, table_file(table_bytes(5)), ColumnMapping((1, 2), 0, None, 3)
        )
        assert change.rows is not None
        assert change.rows.tolist() == [0, 1, 2, 3, 4]
        assert workspace.table.columns == ("id", "title", "description", "tag")
        assert workspace.table.source_name == "table.csv"
        assert workspace.table.complete
        last, first = workspace.table.records([4, 0])
        assert (last.row, first.row) == (4, 0)
        assert first.cells == ("0", "bird number 0", "A bird x for ß and Ä", "birds")
        assert first.text == "bird number 0 A bird x for ß and Ä"
        assert first.known_tag == "birds"
        assert (first.predicted, first.confidence, first.probabilities) == (None, None, None)
        assert first.status is Status.TO_REVIEW
        assert workspace.table.texts([1]) == ["fish number 1 A fish x for ß and Ä"]


def test_a_missing_record_is_an_error(workspace: Workspace) -> None:
    for row in (-1, 12):
        with pytest.raises(IndexError):
            workspace.table.records([row])
        with pytest.raises(MltagError, match=f"no record {row + 1}"):
            workspace.decisions.decide([row], "birds")
    assert workspace.table.records([]) == []


def test_everything_survives_reopening(workspace: Workspace) -> None:
    views = workspace.table.records(range(12))
    with reopened(workspace, "Bea") as again:
        assert again.table.records(range(12)) == views
        assert again.table.mapping == ColumnMapping((1, 2), 0)
        assert again.table.dialect == workspace.table.dialect


def test_records_can_be_read_while_the_rest_is_imported(tmp_path: Path, table_file: TableMaker) -> None:
    seen: list[int] = []
    with created(tmp_path) as workspace:

        def look(change: Change) -> None:
            assert change.rows is not None
            seen.append(workspace.table.count)
            assert workspace.table.records([int(change.rows[-1])])[0].cells[0] == str(change.rows[-1])
            workspace.decisions.decide([0], "fish")

        workspace.table.import_table(SILENT, table_file(table_bytes(12_000)), ColumnMapping((1, 2)), look)
        assert seen == sorted(set(seen))
        assert len(seen) >= 3
        assert seen[-1] == workspace.table.count == 12_000
        assert record_of(workspace, 0).decided == "fish"


def test_a_cancelled_import_can_be_resumed(tmp_path: Path, table_file: TableMaker) -> None:
    content = table_bytes(12_000)
    table = table_file(content)
    path = tmp_path / "w.mltag"
    with Workspace.create(path, "Ann", TAGS) as workspace:
        with pytest.raises(Cancelled):
            workspace.table.import_table(CancelAfter(1), table, ColumnMapping((1, 2)))
        assert 0 < workspace.table.count < 12_000
        assert not workspace.table.complete
        workspace.decisions.decide([3], "birds")
        workspace.table.add_texts(["pasted in between"])
    with Workspace.open(path, "Ann") as workspace:
        workspace.table.import_table(SILENT, TableFile(table.path), ColumnMapping((1, 2)))
        assert workspace.table.complete
        assert workspace.table.count == 12_001
        assert record_of(workspace, 3).decided == "birds"
        assert exported(workspace, "same.csv", "original").path.read_bytes() == content
        with pytest.raises(MltagError, match="already has a table"):
            workspace.table.import_table(SILENT, TableFile(table.path), ColumnMapping((1, 2)))


def test_resuming_with_a_changed_source_is_rejected(tmp_path: Path, table_file: TableMaker) -> None:
    content = table_bytes(12_000)
    with created(tmp_path) as workspace:
        with pytest.raises(Cancelled):
            workspace.table.import_table(CancelAfter(1), table_file(content), ColumnMapping((1, 2)))
        other = table_file(content.replace(b"bird number 3", b"bird number X"))
        with pytest.raises(MltagError, match="has changed"):
            workspace.table.import_table(SILENT, other, ColumnMapping((1, 2)))


def test_broken_lines_are_quarantined_at_their_positions(tmp_path: Path, table_file: TableMaker) -> None:
    content = b"id,text\r\n1,good\r\n2,too,many\r\n\xff\xfe,bad\r\n3,fine\r\n4,short,\r\n"
    table = TableFile(table_file(content).path, Dialect("utf-8", b"", ",", '"', "\r\n", header=True))
    with imported(tmp_path, table, ColumnMapping((1,))) as workspace:
        assert [view.cells[1] for view in workspace.table.records(range(workspace.table.count))] == [
            "good",
            "fine",
        ]
        assert [item.line for item in workspace.table.quarantined] == [3, 4, 6]
        assert all(item.reason for item in workspace.table.quarantined)
        exported(workspace, "same.csv", "original")
    assert (tmp_path / "same.csv").read_bytes() == content


@settings(deadline=None, max_examples=40, suppress_health_check=list(HealthCheck))
@given(
    body=st.lists(
        st.lists(st.text('ab,;"\r\n é\t', max_size=5), min_size=1, max_size=3).map(",".join),
        min_size=1,
        max_size=8,
    ).map("\n".join),
    codec=st.sampled_from(["utf-8", "utf-16-le", "cp1252"]),
)
def test_the_source_is_exported_byte_for_byte(
    tmp_path_factory: pytest.TempPathFactory, body: str, codec: str
) -> None:
    folder = tmp_path_factory.mktemp("any")
    content = ("name,text\n" + body).encode(codec)
    (folder / "in.csv").write_bytes(content)
    try:
        table = TableFile(folder / "in.csv", Dialect(codec, b"", ",", '"', "\n", header=True))
    except MltagError:
        return
    with created(folder) as workspace:
        workspace.table.import_table(SILENT, table, ColumnMapping((1,), 0))
        assert workspace.table.count + len(workspace.table.quarantined) == len(list(table.records()))
        columns = [view.cells[0] for view in workspace.table.records(range(workspace.table.count))]
        assert workspace.scan.column(SILENT, 0) == columns
        exported(workspace, what="original")
    assert (folder / "out.csv").read_bytes() == content


def test_pasted_texts_become_records(tmp_path: Path) -> None:
    texts = ['a fish, with "quotes"', "two\nlines", "half a pair \ud83d here", "", "ß"]
    with created(tmp_path) as workspace:
        change = workspace.table.add_texts(texts)
        assert change.rows is not None
        assert change.rows.tolist() == [0, 1, 2, 3, 4]
        assert workspace.table.columns == ("text",)
        assert [view.cells[0] for view in workspace.table.records(range(5))][:2] == texts[:2]
        assert record_of(workspace, 4).text == "ß"
        assert workspace.table.source_name == ""
        assert predict_all(workspace, LetterModel()) == 5
        workspace.table.add_texts(["one more"])
    with Workspace.open(tmp_path / "w.mltag", "Ann") as workspace:
        assert workspace.table.count == 6
        assert predict_all(workspace, LetterModel()) == 1


def test_pasted_texts_follow_an_imported_table(workspace: Workspace) -> None:
    workspace.table.add_texts(["a stone, new"])
    view = record_of(workspace, 12)
    assert view.cells == ("", "a stone, new", "", "")
    assert exported(workspace, "original.csv", "original").path.read_bytes() == table_bytes(12)


def test_a_text_outside_the_tables_encoding_is_an_error(tmp_path: Path, table_file: TableMaker) -> None:
    table = TableFile(table_file(b"text\nplain\n").path, Dialect("cp1252", b"", ",", '"', "\n", header=True))
    with imported(tmp_path, table, ColumnMapping((0,))) as workspace:
        with pytest.raises(MltagError):
            workspace.table.add_texts(["fine", "日本"])
        assert workspace.table.count == 1


def test_only_an_empty_workspace_can_import_a_table(tmp_path: Path, table_file: TableMaker) -> None:
    with created(tmp_path) as workspace:
        workspace.table.add_texts(["pasted"])
        with pytest.raises(MltagError, match="already contains records"):
            workspace.table.import_table(SILENT, table_file(table_bytes(2)), ColumnMapping((1,)))


@pytest.mark.parametrize(
    "mapping", [ColumnMapping(()), ColumnMapping((4,)), ColumnMapping((1,), 9), ColumnMapping((-1,))]
)
def test_an_invalid_mapping_is_rejected(workspace: Workspace, mapping: ColumnMapping) -> None:
    with pytest.raises(MltagError):
        workspace.table.set_mapping(mapping)
    assert workspace.table.mapping == ColumnMapping((1, 2), 0)
    assert workspace.history.undo_label == ""


def test_a_mapping_change_changes_the_texts_and_can_be_undone(predicted: Workspace) -> None:
    before = predicted.table.records(range(12))
    change = predicted.table.set_mapping(ColumnMapping((2,), 0))
    assert change.kinds == ChangeKind.MAPPING | ChangeKind.RECORDS | ChangeKind.PREDICTIONS
    assert predicted.table.texts([0]) == ["A bird x for ß and Ä"]
    shown = record_of(predicted, 0)
    assert shown.stale
    assert shown.predicted == before[0].predicted
    assert predict_all(predicted, LetterModel()) == 12
    assert not predicted.states().stale.any()
    assert predicted.history.undo_label == "Change the columns"
    predicted.history.undo()
    assert predicted.table.records(range(12)) == before
    predicted.history.redo()
    assert predicted.table.mapping == ColumnMapping((2,), 0)
    assert not predicted.states().stale.any(), "both answers are kept by content"
    predicted.history.undo()
    with reopened(predicted) as again:
        assert again.table.records(range(12)) == before


def test_changing_only_the_tag_column_keeps_the_texts(predicted: Workspace) -> None:
    change = predicted.table.set_mapping(ColumnMapping((1, 2), 0, None, 3))
    assert change.kinds == ChangeKind.MAPPING
    assert record_of(predicted, 1).known_tag == "fish"
    assert not predicted.states().stale.any()


def test_texts_of_old_mappings_are_pruned_and_undo_still_works(predicted: Workspace) -> None:
    texts = {}
    columns = [(1,), (2,), (3,), (0, 1), (0,), (1, 2)]
    for chosen in columns:
        predicted.table.set_mapping(ColumnMapping(chosen))
        texts[chosen] = predicted.table.texts(range(12))
    predicted.table.add_texts(["pasted later"])
    for chosen in reversed(columns[:-1]):
        predicted.history.undo()
        assert predicted.table.mapping.text == chosen
        assert predicted.table.texts(range(12)) == texts[chosen]
        assert len(predicted.table.texts([12])) == 1


def test_a_cancelled_mapping_changes_nothing(tmp_path: Path, table_file: TableMaker) -> None:
    with imported(tmp_path, table_file(table_bytes(12_000)), ColumnMapping((1, 2))) as workspace:
        before = workspace.table.texts([0, 11_999])
        with pytest.raises(Cancelled):
            workspace.table.set_mapping(ColumnMapping((2,)), CancelAfter(2))
        assert workspace.table.texts([0, 11_999]) == before
        assert workspace.history.undo_label == ""
        workspace.table.set_mapping(ColumnMapping((2,)))
        assert workspace.table.texts([0]) == ["A bird x for ß and Ä"]


def test_predictions_for_a_changed_text_are_not_shown(workspace: Workspace) -> None:
    model = LetterModel()
    asked = workspace.pending_predictions.pending(model.version)
    rows, texts = next(asked)
    workspace.table.set_mapping(ColumnMapping((2,), 0))
    change = workspace.pending_predictions.put(rows, *digested(model.predict(texts), texts))
    assert change.rows is not None
    assert len(change.rows) == 0
    assert (workspace.states().predicted == -1).all()
    again = list(asked)
    assert np.concatenate([rows for rows, _ in again]).tolist() == list(range(12))
    assert again[0][1] == workspace.table.texts(again[0][0])


def test_a_decision_does_not_wait_for_the_whole_import(tmp_path: Path, table_file: TableMaker) -> None:
    """Decisions on the first records are saved while an import runs in another thread."""
    table = table_file(table_bytes(30_000))
    started, decided = threading.Event(), []
    with created(tmp_path) as workspace:

        def on_chunk(change: Change) -> None:
            started.set()

        thread = threading.Thread(
            target=workspace.table.import_table, args=(SILENT, table, ColumnMapping((1, 2)), on_chunk)
        )
        thread.start()
        assert started.wait(30)
        while thread.is_alive():
            workspace.decisions.decide([0], "fish")
            decided.append(workspace.table.count)
        assert workspace.table.count == 30_000
        assert len(set(decided)) > 1


def test_texts_in_the_order_of_the_table_are_those_of_any_order(
    tmp_path: Path, table_file: TableMaker
) -> None:
    with imported(tmp_path, table_file(table_bytes(900)), ColumnMapping((1, 2), 0, None, 3)) as workspace:
        workspace.table.add_texts(["one more", "another"])
        texts = workspace.table.texts(range(902))
        assert workspace.table.texts(range(901, -1, -1)) == texts[::-1]
        assert workspace.table.texts(range(300, 902)) == texts[300:]
        assert workspace.table.texts([900]) == ["one more"]
        assert workspace.table.texts([]) == []
