"""Columns as numbers: read once, and again when the table changes."""

from pathlib import Path

from mltag_desktop.core.progress import SILENT, Progress
from mltag_desktop.core.tables.columns import ColumnMapping
from mltag_desktop.core.tables.table_file import TableFile
from mltag_desktop.core.workspace.decisions.known_tags import tag_column, tagged_records
from mltag_desktop.core.workspace.search.column_values import column_codes, few_values
from mltag_desktop.core.workspace.workspace import Workspace


class Steps(Progress):
    """Collects the steps that are reported."""

    def __init__(self) -> None:
        self.steps: list[str] = []

    def report(self, fraction: float, step: str = "") -> None:
        """Collect the step."""
        self.steps.append(step)


def table(folder: Path, cells: list[str]) -> Workspace:
    path = folder / "table.csv"
    rows = "".join(f'{n},text {n},"{cell}"\n' for n, cell in enumerate(cells))
    path.write_text(f"id,text,tag\n{rows}", encoding="utf-8", newline="")
    workspace = Workspace.create(folder / "table.mltag", "Ann", [])
    workspace.table.import_table(SILENT, TableFile(path), ColumnMapping((1,), 0, None, 2))
    return workspace


def test_cells_are_numbered_in_the_order_of_the_records(tmp_path: Path) -> None:
    with table(tmp_path, ["b", "a", "", "b", "b, c"]) as workspace:
        codes = column_codes(SILENT, workspace, 2)
        assert codes.cells == ("b", "a", "", "b, c")
        assert codes.numbers.tolist() == [0, 1, 2, 0, 3]
        assert codes.counts() == {"b": 2, "a": 1, "": 1, "b, c": 1}
        assert codes.counts(codes.numbers > 0) == {"a": 1, "": 1, "b, c": 1}


def test_questions_about_one_column_read_it_once(tmp_path: Path) -> None:
    with table(tmp_path, ["b", "a"] * 20) as workspace:
        first, others = Steps(), Steps()
        assert len(few_values(first, workspace)) == 1
        found = tag_column(others, workspace)
        assert found is not None
        assert found.counts == (("a", 20), ("b", 20))
        assert tagged_records(others, workspace).counts() == {"b": 20, "a": 20}
        assert "Reading a column" in first.steps
        assert "Reading a column" not in others.steps


def test_new_records_and_other_tables_are_read(tmp_path: Path) -> None:
    with table(tmp_path, ["b", "a"]) as workspace:
        assert len(column_codes(SILENT, workspace, 2).numbers) == 2
        workspace.table.add_texts(["one more"])
        assert column_codes(SILENT, workspace, 2).numbers.tolist() == [0, 1, 2]
    (tmp_path / "other").mkdir()
    with table(tmp_path / "other", ["x", "y"]) as workspace:
        assert column_codes(SILENT, workspace, 2).cells == ("x", "y")


def test_another_table_in_the_same_place_is_read(tmp_path: Path) -> None:
    """Also when it is made within a second, and has as many records."""
    for cells in (["b", "a"], ["a", "c"], ["x", "y"]):
        with table(tmp_path, cells) as workspace:
            assert column_codes(SILENT, workspace, 2).cells == tuple(cells)
        (tmp_path / "table.mltag").unlink()
