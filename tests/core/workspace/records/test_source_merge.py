"""A changed source is compared, then merged; decisions stay with their records."""

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.tables.columns import ColumnMapping
from mltag_desktop.core.tables.table_file import TableFile
from mltag_desktop.core.workspace.decisions.review_thresholds import ReviewThresholds
from mltag_desktop.core.workspace.records.source_merge import (
    ChangedRecord,
    pair_by_content,
    pair_records,
    record_digests,
)
from mltag_desktop.core.workspace.search.filtering import counts, needs_review
from mltag_desktop.core.workspace.search.table_order import Filter, order
from mltag_desktop.core.workspace.types import DecisionKind
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.workspace.helpers import (
    LetterModel,
    created,
    exported,
    predict_all,
    record_of,
    reopened,
    table_bytes,
)

TableMaker = Callable[[bytes], TableFile]
ROWS = st.lists(st.tuples(*[st.sampled_from(["", "a", "b", "a ", "aa", "\x1f", "a\x1fb"])] * 3), max_size=25)
MAPPING = ColumnMapping((1, 2), 0)


def changed_bytes() -> bytes:
    """Record 3 removed, 5 with another text, 6 with another tag cell, two new ones in front, 0 at the end."""
    lines = table_bytes(12).decode().split("\r\n")
    head, records = lines[0], lines[1:13]
    records[5] = records[5].replace("stone number 5", "pebble number 5")
    records[6] = records[6].replace(",birds", ",fish")
    new = ["20,new bird,A bird,birds", "21,new fish,A fish,fish"]
    kept = [records[at] for at in (1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 0)]
    return ("\r\n".join([head, *new, *kept]) + "\r\n").encode()


def original(workspace: Workspace, folder: Path) -> bytes:
    exported(workspace, "original.csv", "original")
    return (folder / "original.csv").read_bytes()


def test_a_plan_counts_new_changed_and_gone_records_and_stores_nothing(
    predicted: Workspace, table_file: TableMaker, tmp_path: Path
) -> None:
    predicted.decisions.decide([3, 5], "fish")
    plan = predicted.source_merge.plan(SILENT, table_file(changed_bytes()))
    assert (plan.by, plan.added, plan.changed, plan.revised, plan.gone, plan.same) == ("id", 2, 1, 1, 1, 9)
    assert plan.gone_examples == (3,)
    assert plan.gone_decided == 1
    [example] = plan.changed_examples
    assert isinstance(example, ChangedRecord)
    assert (example.row, example.before[:5], example.after[:6]) == (5, "stone", "pebble")
    assert plan.reordered
    assert not plan.is_empty
    assert predicted.table.count == 12
    assert original(predicted, tmp_path) == table_bytes(12)


def test_a_merge_keeps_decisions_marks_changes_and_is_one_undo_step(
    predicted: Workspace, table_file: TableMaker, tmp_path: Path
) -> None:
    predicted.decisions.decide([3, 5, 0], "fish")
    change = predicted.source_merge.merge(
        SILENT, predicted.source_merge.plan(SILENT, table_file(changed_bytes()))
    )
    assert change.step == 2
    assert original(predicted, tmp_path) == changed_bytes()
    for _ in range(2):
        states = predicted.states()
        assert predicted.table.count == 14
        assert states.gone.nonzero()[0].tolist() == [3]
        assert states.again.nonzero()[0].tolist() == [5]
        views = predicted.table.records([3, 5, 12, 13])
        assert [view.decided for view in views] == ["fish", "fish", None, None]
        assert views[1].text.startswith("pebble number 5")
        assert views[1].stale or views[1].predicted is None
        assert [view.text for view in views[2:]] == ["new bird A bird", "new fish A fish"]
        assert 3 not in order(SILENT, predicted, Filter())
        assert counts(states, ReviewThresholds()).total == 13
        assert predicted.scan.examples().rows == (0, 3)
        path = predicted.path
        predicted.close()
        predicted = Workspace.open(path, "Ann")
    predict_all(predicted, LetterModel())
    assert record_of(predicted, 12).predicted == "birds"
    predicted.decisions.decide([5], "birds")
    assert not record_of(predicted, 5).again
    predicted.history.undo()
    predicted.history.undo()
    assert original(predicted, tmp_path) == table_bytes(12)
    states = predicted.states()
    assert states.gone.nonzero()[0].tolist() == [12, 13]
    assert not states.again.any()
    assert record_of(predicted, 5).text.startswith("stone number 5")
    predicted.history.redo()
    assert original(predicted, tmp_path) == changed_bytes()
    assert predicted.states().again.nonzero()[0].tolist() == [5]
    predicted.table.set_mapping(ColumnMapping((1,), 0))
    assert record_of(predicted, 5).text == "pebble number 5"
    assert predicted.scan.search(SILENT, "PEBBLE").tolist() == [5]
    predicted.table.add_texts(["pasted"])
    assert record_of(predicted, 14).text == "pasted"
    with reopened(predicted) as again:
        assert record_of(again, 14).text == "pasted"
        assert again.table.texts([5, 12, 14]) == ["pebble number 5", "new bird", "pasted"]


def test_additional_tags_marks_and_notes_do_not_confirm_a_changed_text(
    predicted: Workspace, table_file: TableMaker
) -> None:
    predicted.decisions.decide([5, 0], "fish")
    predicted.source_merge.merge(SILENT, predicted.source_merge.plan(SILENT, table_file(changed_bytes())))
    predicted.decisions.add_tag([5], "birds")
    predicted.decisions.remove_tag([5], "birds")
    predicted.decisions.add_tag([5], "stones")
    predicted.decisions.mark([5], DecisionKind.FLAG)
    predicted.decisions.mark([5], DecisionKind.UNSURE)
    predicted.decisions.note(5, "look at the pebble")
    for _ in range(2):
        assert predicted.states().again.nonzero()[0].tolist() == [5]
        assert predicted.scan.examples().rows == (0,)
        view = record_of(predicted, 5)
        assert (view.decided, view.also, view.note) == ("fish", ("stones",), "look at the pebble")
        predicted.close()
        predicted = Workspace.open(predicted.path, "Ann")
    for _ in range(3):
        predicted.history.undo()
        assert predicted.states().again.nonzero()[0].tolist() == [5]
    assert needs_review(predicted.states(), ReviewThresholds()).tolist()[5], "unsure or not, its text changed"
    predicted.decisions.mark([5], DecisionKind.SKIP)
    assert not needs_review(predicted.states(), ReviewThresholds()).tolist()[5]
    predicted.decisions.decide([5], "birds")
    assert not predicted.states().again.any()
    predicted.close()


def test_without_an_id_column_records_are_paired_by_content(tmp_path: Path, table_file: TableMaker) -> None:
    with created(tmp_path) as workspace:
        before = b"text,note\nred,1\nblue,2\nblue,2\ngreen,3\n"
        workspace.table.import_table(SILENT, table_file(before), ColumnMapping((0,)))
        workspace.decisions.decide([3], "stones")
        plan = workspace.source_merge.plan(
            SILENT, table_file(b"text,note\ngreen,9\nblue,2\nblack,4\nred,1\n")
        )
        assert (plan.by, plan.added, plan.changed, plan.revised, plan.gone) == ("content", 1, 0, 1, 1)
        workspace.source_merge.merge(SILENT, plan)
        view = record_of(workspace, 3)
        assert (view.cells, view.decided, view.again) == (("green", "9"), "stones", False)


def test_a_merge_with_other_columns_or_a_changed_file_is_rejected(
    predicted: Workspace, table_file: TableMaker
) -> None:
    with pytest.raises(MltagError, match="different columns"):
        predicted.source_merge.plan(SILENT, table_file(b"id,title\n1,x\n"))
    plan = predicted.source_merge.plan(SILENT, table_file(changed_bytes()))
    plan.table.path.write_bytes(table_bytes(12))
    with pytest.raises(MltagError, match="changed in the meantime"):
        predicted.source_merge.merge(SILENT, plan)
    assert predicted.source_merge.plan(SILENT, table_file(table_bytes(12))).is_empty


TABLES = st.lists(
    st.tuples(st.integers(0, 12), st.text('ab \n",é', max_size=4), st.text("xy", max_size=2)),
    max_size=12,
    unique_by=lambda row: row[0],
)


@settings(max_examples=30)
@given(st.lists(TABLES.filter(bool), min_size=2, max_size=4), st.booleans())
def test_every_source_revision_is_exported_byte_for_byte(
    tmp_path_factory: pytest.TempPathFactory, tables: list[list[tuple[int, str, str]]], keyed: bool
) -> None:
    folder = tmp_path_factory.mktemp("merge")
    with created(folder) as workspace:
        contents = []
        for table in tables:
            quoted = ((f"k{key}", text.replace('"', '""'), note) for key, text, note in table)
            content = "id,text,note\n" + "".join(f'{key},"{text}",{note}\n' for key, text, note in quoted)
            contents.append(content.encode())
            (folder / "t.csv").write_bytes(contents[-1])
            source = TableFile(folder / "t.csv", workspace.table.dialect)
            if len(contents) == 1:
                workspace.table.import_table(SILENT, source, ColumnMapping((1,), 0 if keyed else None))
                workspace.decisions.decide([0], "birds", table[0][1] or "empty")
            else:
                workspace.source_merge.merge(SILENT, workspace.source_merge.plan(SILENT, source))
            assert original(workspace, folder) == contents[-1]
        for expected in reversed(contents[:-1]):
            workspace.history.undo()
            assert original(workspace, folder) == expected
        assert record_of(workspace, 0).decided == "birds"
        for expected in contents[1:]:
            workspace.history.redo()
            assert original(workspace, folder) == expected


def queued(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[int]:
    waiting: dict[Hashable, deque[int]] = defaultdict(deque)
    for place, each in enumerate(old):
        waiting[each].append(place)
    return [waiting[each].popleft() if waiting[each] else -1 for each in new]


@given(ROWS, ROWS)
def test_equal_records_are_paired_in_order(old: list[tuple[str, ...]], new: list[tuple[str, ...]]) -> None:
    one, other = record_digests([old], MAPPING), record_digests([new[:3], new[3:]], MAPPING)
    assert pair_records(one.cells, other.cells).tolist() == queued(old, new)


@given(ROWS, ROWS)
def test_remaining_records_are_paired_by_text(old: list[tuple[str, ...]], new: list[tuple[str, ...]]) -> None:
    found = pair_by_content(record_digests([old], MAPPING), record_digests([new], MAPPING)).tolist()
    assert len({place for place in found if place >= 0}) == sum(place >= 0 for place in found)
    for place, cells in zip(found, new, strict=True):
        if place >= 0:
            assert [each.strip() for each in old[place][1:] if each.strip()] == [
                each.strip() for each in cells[1:] if each.strip()
            ]


@given(ROWS)
def test_ids_are_used_only_if_filled_and_unique(rows: list[tuple[str, ...]]) -> None:
    ids = [cells[0].strip() for cells in rows]
    prints = record_digests([rows], MAPPING)
    assert (prints.ids is not None) == (all(ids) and len(set(ids)) == len(ids))
    assert record_digests([rows], ColumnMapping((1,))).ids is None
