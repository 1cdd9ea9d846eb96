"""Files in chunks: the same bytes as sequential processing, for any split, failure or stop."""

import json
from collections.abc import Generator, Iterator
from pathlib import Path

import pandas
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mltag_desktop.core.batch.task import ChunkPredictions
from mltag_desktop.core.batch.worker import Texts, Worker
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.tables import workbook as spreadsheet
from mltag_desktop.core.tables.formats import open_rows, open_writer
from tests.core.batch.helpers import Counting, alone, in_memory, run, task_of

CELL = st.one_of(
    st.sampled_from(
        ["images", '"two\nlines"', '"a ""quote"""', 'lone " quote', "", "ü", '"open', "x,y", "\r", "\n\n"]
    ),
    st.text(alphabet='ab",\n\r', max_size=6),
)


def plainly(source: Path, out: Path) -> tuple[bytes, int]:
    """Predict sequentially with only the source, the model and the writer."""
    task = task_of(source, out)
    worker = Worker(task)
    rows = open_rows(source)
    with open_writer(out, rows, task.added, replace=True) as writer:
        for chunk in rows.readable():
            answers = worker.classifier.predict(chunk.texts(task.mapping.text))
            values = [
                [answers.tags[b], round(c, 6), answers.version]
                for b, c in zip(answers.best.tolist(), answers.confidence.tolist(), strict=True)
            ]
            writer.write(chunk, values)
    return out.read_bytes(), rows.unreadable


@given(rows=st.lists(st.tuples(CELL, CELL), min_size=1, max_size=30), size=st.integers(20, 400))
def test_any_table_equals_the_sequential_output(
    tmp_path: Path, rows: list[tuple[str, str]], size: int
) -> None:
    source = tmp_path / "hostile.csv"
    start = "id,text\n" + "1,images\n" * 3
    source.write_bytes((start + "\n".join(f"{a},{b}" for a, b in rows)).encode())
    task = task_of(source, "out.csv")
    expected, unreadable = plainly(source, tmp_path / "out.csv")
    found, told = in_memory(task, alone(task), size)
    assert found == expected
    assert told.unreadable == unreadable


@given(
    lines=st.lists(
        st.one_of(
            st.builds(lambda text: json.dumps({"id": 1, "text": text, "more": [text]}), st.text(max_size=9)),
            st.sampled_from(["", "[1]", "{broken", '{"id": 2}', '{"text": "images", "deep": {"a": null}}']),
        ),
        max_size=20,
    ),
    size=st.integers(20, 400),
)
def test_any_json_lines_equal_the_sequential_output(tmp_path: Path, lines: list[str], size: int) -> None:
    source = tmp_path / "hostile.jsonl"
    source.write_text("\n".join(['{"id": 0, "text": "translating"}', *lines]), encoding="utf-8")
    task = task_of(source, "out.jsonl")
    expected, unreadable = plainly(source, tmp_path / "out.jsonl")
    found, told = in_memory(task, alone(task), size)
    assert found == expected
    assert told.unreadable == unreadable


def test_skipped_lines_are_reported_by_line_number(tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    good = '{"id": 1, "text": "images of streets"}\n'
    source.write_text(good * 50 + "broken\n" + good * 50 + "[]\n" + good, encoding="utf-8")
    task = task_of(source, "out.jsonl")
    _, told = in_memory(task, alone(task), 300)
    assert [line for line, _ in told.reasons] == [51, 102]
    assert (told.rows, told.unreadable) == (101, 2)


@pytest.mark.parametrize("suffix", [".csv", ".tsv", ".jsonl", ".parquet"])
@pytest.mark.parametrize("form", ["csv", "utf-16", "jsonl", "parquet"])
def test_an_interrupted_run_resumes_to_the_same_bytes(
    tmp_path: Path, table: Path, form: str, suffix: str
) -> None:
    if "parquet" in (form, suffix[1:]):
        pytest.importorskip("pyarrow")
    source = remade(table, form)
    out, whole = tmp_path / f"out{suffix}", tmp_path / f"whole{suffix}"
    task = task_of(source, out)
    run(task, whole, everything := Counting(task), size=4_000)
    if everything.done < 2:
        pytest.skip("one piece cannot be stopped in its middle")
    with pytest.raises(KeyboardInterrupt):
        run(task, out, Counting(task, stop_at=everything.done // 2), every=0, size=4_000)
    assert not out.exists()
    told = run(task, out, rest := Counting(task), every=0, size=4_000)
    assert out.read_bytes() == whole.read_bytes()
    assert rest.done == everything.done - everything.done // 2
    assert 0 < told.resumed < told.rows == 3_000 * (3 if form != "csv" else 1)
    assert list(tmp_path.glob(".*")) == []


def remade(table: Path, form: str) -> Path:
    """The table in another format, three times as long, so that it has several chunks."""
    if form == "csv":
        return table
    rows = [*open_rows(table).rows()] * 3
    if form == "utf-16":
        path = table.with_name("wide.csv")
        text = "id,text\n" + "".join(f"{i},{t.split(',')[0].strip(chr(34))}\n" for i, t in rows)
        path.write_bytes(text.replace('"', "").encode("utf-16"))
        return path
    if form == "jsonl":
        path = table.with_name("in.jsonl")
        path.write_text("".join(json.dumps({"id": i, "text": t}) + "\n" for i, t in rows), encoding="utf-8")
        return path
    import pyarrow
    import pyarrow.parquet

    path = table.with_name("in.parquet")
    columns = {"id": [int(i) for i, _ in rows], "text": [t for _, t in rows]}
    pyarrow.parquet.write_table(pyarrow.table(columns), path)
    return path


def test_a_stop_before_the_first_checkpoint_leaves_nothing(tmp_path: Path, table: Path) -> None:
    out = tmp_path / "out.csv"
    task = task_of(table, out)
    with pytest.raises(KeyboardInterrupt):
        run(task, out, Counting(task, stop_at=3), size=4_000)
    assert list(tmp_path.glob(".*")) == []


@pytest.mark.parametrize("change", ["source", "text", "restart"])
def test_another_task_starts_from_the_beginning(tmp_path: Path, table: Path, change: str) -> None:
    out = tmp_path / "out.csv"
    task = task_of(table, out)
    with pytest.raises(KeyboardInterrupt):
        run(task, out, Counting(task, stop_at=5), every=0, size=4_000)
    if change == "source":
        table.write_bytes(table.read_bytes().replace(b"segmenting images 8", b"segmenting images 9"))
        task = task_of(table, out)
    elif change == "text":
        task = task_of(table, out, probabilities=True)
    told = run(task, out, Counting(task), restart=change == "restart")
    assert told.resumed == 0
    assert list(tmp_path.glob(".*")) == []


def test_two_runs_do_not_write_one_file(tmp_path: Path, table: Path) -> None:
    out = tmp_path / "out.csv"
    task = task_of(table, out)

    def second(chunks: Iterator[Texts]) -> Generator[ChunkPredictions]:
        with pytest.raises(MltagError, match="Another run"):
            run(task, out, Counting(task))
        return alone(task)(chunks)

    run(task, out, second)
    assert out.exists()


def test_a_shrinking_source_is_a_user_error(tmp_path: Path, table: Path) -> None:
    task = task_of(table, tmp_path / "out.csv")

    def shrinks(chunks: Iterator[Texts]) -> Generator[ChunkPredictions]:
        for number, done in enumerate(alone(task)(chunks)):
            if number == 2:
                table.write_bytes(table.read_bytes()[:9_000])
            yield done

    with pytest.raises(MltagError, match="changed while"):
        run(task, tmp_path / "out.csv", shrinks, size=3_000)


def test_a_growing_source_is_refused_at_the_next_checkpoint(tmp_path: Path, table: Path) -> None:
    """Not after all rows, which may take hours."""
    task = task_of(table, tmp_path / "out.csv")
    engine = Counting(task)

    def grows(chunks: Iterator[Texts]) -> Generator[ChunkPredictions]:
        for done in engine(chunks):
            if engine.done == 2:
                with table.open("ab") as file:
                    file.write(b"one more,record\n")
            yield done

    with pytest.raises(MltagError, match="changed while"):
        run(task, tmp_path / "out.csv", grows, every=0, size=3_000)
    assert engine.done == 2


@pytest.mark.parametrize("form", ["csv", "jsonl", "xlsx", "parquet"])
def test_too_many_rows_for_a_sheet_are_reported_before_predicting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    frame = pandas.DataFrame({"id": ["1", "2", "3"], "title": ["rose bush", "", "main sail"]})
    source = tmp_path / f"in.{form}"
    match form:
        case "csv":
            frame.to_csv(source, index=False)
        case "jsonl":
            frame.to_json(source, orient="records", lines=True)
        case "xlsx":
            frame.to_excel(source, index=False)
        case _:
            frame.to_parquet(source)
    task = task_of(source, tmp_path / "out.xlsx")
    monkeypatch.setattr(spreadsheet, "MAX_ROWS", 3)
    engine = Counting(task)
    with pytest.raises(MltagError, match="at most 3 rows"):
        run(task, tmp_path / "out.xlsx", engine)
    assert not engine.done
    assert [each.name for each in tmp_path.iterdir()] == [source.name]
    monkeypatch.setattr(spreadsheet, "MAX_ROWS", 4)
    assert run(task, tmp_path / "out.xlsx", engine).rows == 3
