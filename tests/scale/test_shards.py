"""Pieces of text files: together they have each record once, wherever the ranges of bytes are cut."""

import csv
import io
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mltag_desktop.core.errors import MltagError
from mltag_desktop.scale.shards import (
    Folder,
    Shard,
    ShardCounts,
    ShardedOutput,
    count_quotes,
    pieces,
    records_of,
    sample_of,
)

CELLS = st.text(st.sampled_from('ab ",\n\r\u00e9'), max_size=12)
ROWS = st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=30)


def with_parity(found: list[Shard], folder: Folder) -> list[Shard]:
    odd = False
    known = []
    for shard in found:
        known.append(replace(shard, odd=odd))
        odd ^= bool(count_quotes(folder.files, shard) & 1)
    return known


@given(rows=ROWS, newline=st.sampled_from(["\n", "\r\n"]), piece=st.integers(1, 40))
def test_pieces_have_each_record_once(
    rows: list[tuple[str, str]], newline: str, piece: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator=newline)
    ends = [text.tell()]
    for row in [("title", "text"), *rows]:
        writer.writerow(row)
        ends.append(len(text.getvalue().encode()))
    path = tmp_path_factory.mktemp("pieces") / "in.csv"
    path.write_bytes(text.getvalue().encode())
    folder = Folder(str(path))
    shards = with_parity(pieces(folder.path, ends[-1], "in.csv", '"', piece), folder)
    ranges = [records_of(folder.files, shard, ends[1]) for shard in shards]
    assert ranges[0][0] == ends[1]
    assert all(before[1] == after[0] or after[0] == after[1] for before, after in pairwise(ranges))
    filled = [each for each in ranges if each[0] < each[1]]
    assert all(before[1] == after[0] for before, after in pairwise(filled))
    assert {place for each in filled for place in each} <= {*ends}
    assert filled[-1][1] == ends[-1]


def test_json_lines_are_cut_at_any_line_end(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_bytes(b'{"a": "\\"1"}\n{"a": "22"}\n{"a": "3"}\n')
    folder = Folder(str(path))
    shards = pieces(folder.path, path.stat().st_size, "in.jsonl", "", 14)
    ranges = [records_of(folder.files, shard, 0) for shard in shards]
    content = path.read_bytes()
    assert b"".join(content[start:stop] for start, stop in ranges) == content
    assert all(content[:start].count(b"\n") == content[:start].count(b"}") for start, _ in ranges)


def test_a_sample_ends_with_a_line(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_bytes(b"title\n" + b"translating sentences\n" * 100_000)
    folder = Folder(str(path))
    sample = sample_of(folder.files, folder.path, tmp_path / "..")
    assert sample.stat().st_size < path.stat().st_size
    assert path.read_bytes().startswith(sample.read_bytes())
    assert sample.read_bytes().endswith(b"\n")


def test_tables_of_a_folder_are_found_by_their_suffix(tmp_path: Path) -> None:
    for name in ("b.csv", "deep/a.jsonl", "notes.txt.bak", "_run.json", ".hidden.csv", "_finished/a.csv"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"title\nx\n")
    folder = Folder(str(tmp_path))
    assert [folder.name_of(table.path) for table in folder.tables()] == ["b.csv", "deep/a.jsonl"]


def test_a_folder_without_tables_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(MltagError, match="has no tables"):
        Folder(str(tmp_path)).tables()


def test_an_unknown_file_system_is_an_error() -> None:
    with pytest.raises(MltagError, match="nowhere://x cannot be read"):
        Folder("nowhere://x")


def test_an_interrupted_output_continues_and_a_finished_one_is_kept(tmp_path: Path) -> None:
    output = ShardedOutput(Folder(str(tmp_path / "out")))
    assert output.begin({"model": 1}, replace=False, restart=False) == {}
    output.attempt("deep/b.csv", 3)
    counts = ShardCounts("deep/a.csv", 7, 1, 0, ((3, "a quote is missing"),))
    output.add(counts)
    assert output.begin({"model": 1}, replace=False, restart=False) == {"deep/a.csv": counts}
    for _ in range(3):  # attempts before the interruption do not count
        output.attempt("deep/b.csv", 3)
    with pytest.raises(MltagError, match="3 workers of the cluster ended"):
        output.attempt("deep/b.csv", 3)
    with pytest.raises(MltagError, match="output of another run"):
        output.begin({"model": 2}, replace=False, restart=False)
    output.finish({"model": 1})
    with pytest.raises(MltagError, match="output of another run"):
        output.begin({"model": 1}, replace=False, restart=False)
    assert output.begin({"model": 1}, replace=True, restart=False) == {}


def test_a_folder_with_other_files_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work", encoding="utf-8")
    output = ShardedOutput(Folder(str(tmp_path)))
    with pytest.raises(MltagError, match="is not empty"):
        output.begin({}, replace=True, restart=True)
    assert (tmp_path / "thesis.txt").exists()
