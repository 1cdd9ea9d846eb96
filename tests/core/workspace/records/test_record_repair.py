"""Repair of quarantined records."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.messages import Message
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.tables.columns import ColumnMapping
from mltag_desktop.core.tables.dialect import Dialect
from mltag_desktop.core.tables.record_writer import quarantine_reason
from mltag_desktop.core.tables.table_file import TableFile
from mltag_desktop.core.workspace.export.export import export
from mltag_desktop.core.workspace.export.export_options import What
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.workspace.helpers import (
    LetterModel,
    imported,
    predict_all,
    reopened,
)

CONTENT = b"id,title,tag\r\n1,one,birds\r\n2,two\r\n3,th,ree,fish\r\n4,four,\r\n5,caf\xe9,x\r\n"


@pytest.fixture
def broken(tmp_path: Path) -> Iterator[Workspace]:
    """Records 1 and 4 are good; lines 3, 4 and 6 are quarantined."""
    (tmp_path / "in.csv").write_bytes(CONTENT)
    table = TableFile(tmp_path / "in.csv", Dialect("utf-8", b"", ",", '"', "\r\n", header=True))
    with imported(tmp_path, table, ColumnMapping((1,), 0, None, 2)) as workspace:
        yield workspace


def exported(workspace: Workspace, what: What = "table") -> bytes:
    out = workspace.path.with_name(f"{what}.csv")
    export(SILENT, workspace, out, what, replace=True)
    return out.read_bytes()


def test_an_invalid_repair_is_rejected_with_the_reason(broken: Workspace) -> None:
    quarantined = broken.table.quarantined[0]
    with pytest.raises(MltagError, match="2 cells"):
        broken.record_repair.repair(quarantined, "2,two")
    assert broken.table.quarantined[0] == quarantined
    assert broken.journal.entries() == []


def test_a_repaired_record_has_its_original_position(broken: Workspace) -> None:
    second = broken.table.quarantined[1]
    broken.record_repair.repair(second, '3,"th,ree",fish')
    broken.record_repair.repair(broken.table.quarantined[0], "2,two,")
    assert [quarantined.line for quarantined in broken.table.quarantined] == [6]
    assert broken.table.count == 4
    assert [view.cells[0] for view in broken.table.records(range(4))] == ["1", "4", "3", "2"]
    repaired = CONTENT.replace(b"2,two\r", b"2,two,\r").replace(b"3,th,ree,fish", b'3,"th,ree",fish')
    assert exported(broken) == repaired
    assert exported(broken, "original") == CONTENT
    with pytest.raises(MltagError, match="no longer in the list of unreadable rows"):
        broken.record_repair.repair(second, "3,x,y")


def test_a_repair_is_one_undo_step_and_survives_reopening(broken: Workspace) -> None:
    broken.record_repair.repair(broken.table.quarantined[0], "2,two birds,")
    predict_all(broken, LetterModel())
    broken.decisions.decide([2], "fish")
    assert exported(broken) == CONTENT.replace(b"2,two\r", b"2,two birds,fish\r")
    assert broken.history.undo() is not None
    assert broken.history.undo_label == "Fix line 3"
    broken.history.undo()
    assert [quarantined.line for quarantined in broken.table.quarantined] == [3, 4, 6]
    assert exported(broken) == CONTENT
    broken.history.redo()
    broken.history.redo()
    with reopened(broken) as again:
        assert [quarantined.line for quarantined in again.table.quarantined] == [4, 6]
        assert exported(again) == CONTENT.replace(b"2,two\r", b"2,two birds,fish\r")
        assert exported(again, "original") == CONTENT


def test_repairs_of_several_lines_are_one_undo_step(broken: Workspace) -> None:
    last, *others = reversed(broken.table.quarantined)
    texts = ["5,café,", '3,"th,ree",fish', "2,two,"]
    broken.record_repair.repair(last, texts[0])
    fixed = broken.record_repair.repair_all(zip(others, texts[1:], strict=True))
    assert (fixed.problems, broken.history.undo_label) == ({}, "Fix 2 lines")
    assert [view.cells[0] for view in broken.table.records(range(5))] == ["1", "4", "5", "3", "2"]
    repaired = CONTENT.replace(b"2,two\r", b"2,two,\r").replace(b"3,th,ree,fish", b'3,"th,ree",fish')
    assert exported(broken) == repaired.replace(b"5,caf\xe9,x", "5,café,".encode())
    broken.history.undo()
    broken.history.undo()
    assert [each.line for each in broken.table.quarantined] == [3, 4, 6]
    assert exported(broken) == CONTENT


def test_invalid_texts_do_not_keep_others_from_being_repaired(broken: Workspace) -> None:
    texts = ["2,two", "3,three,fish", "5,café"]
    fixed = broken.record_repair.repair_all(zip(broken.table.quarantined, texts, strict=True))
    assert {line: "2 cells" in why for line, why in fixed.problems.items()} == {3: True, 6: True}
    assert [each.line for each in broken.table.quarantined] == [3, 6]
    assert exported(broken) == CONTENT.replace(b"3,th,ree,fish", b"3,three,fish")
    nothing = broken.record_repair.repair_all([(broken.table.quarantined[0], "2")])
    assert (nothing.change, broken.history.undo_label) == (None, "Fix line 4")


def test_pasted_records_stay_after_the_source(broken: Workspace) -> None:
    broken.table.add_texts(["pasted"])
    broken.record_repair.repair(broken.table.quarantined[2], "5,café,")
    assert exported(broken) == CONTENT.replace(b"5,caf\xe9,x", "5,café,".encode()) + b",pasted,\r\n"
    assert exported(broken, "original") == CONTENT


def test_a_merge_after_a_repair_uses_the_new_file_as_source(broken: Workspace, tmp_path: Path) -> None:
    broken.record_repair.repair(broken.table.quarantined[0], "2,two,")
    broken.decisions.decide([2], "fish")
    newer = CONTENT.replace(b"1,one,birds", b"1,one,stones").replace(b"2,two\r", b"2,two,\r")
    (tmp_path / "in.csv").write_bytes(newer)
    table = TableFile(tmp_path / "in.csv", broken.table.dialect)
    broken.source_merge.merge(SILENT, broken.source_merge.plan(SILENT, table))
    assert exported(broken) == newer.replace(b"2,two,\r", b"2,two,fish\r")
    assert exported(broken, "original") == newer
    broken.history.undo()
    assert exported(broken, "original") == CONTENT
    assert exported(broken) == CONTENT.replace(b"2,two\r", b"2,two,fish\r")
    broken.history.return_to(0)
    assert [quarantined.line for quarantined in broken.table.quarantined] == [3, 4, 6]
    assert exported(broken) == CONTENT


def test_reasons_from_a_workspace_are_messages_again(broken: Workspace) -> None:
    table = broken.table
    found = [quarantine_reason(each, table.dialect, table.columns) for each in table.quarantined]
    assert found == [each.reason for each in table.quarantined]
    assert [each.template for each in found if isinstance(each, Message)] == [
        "The record has {n} cells; the table has {width}.",
        "The record has {n} cells; the table has {width}.",
        "The record contains bytes that are not {encoding}.",
    ]
    other = table.quarantined[0]._replace(reason="Another reason.")
    assert quarantine_reason(other, table.dialect, table.columns) == "Another reason."
