"""Binary workbooks that abort calamine or make it fill the memory are refused with a message."""

import subprocess
import sys
from pathlib import Path

import pytest

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.tables.formats import open_table
from tests.core.tables.binary_books import write_xls, write_xlsb
from tests.core.tables.helpers import cells_of

NEAR = [(0, 0, 1.5), (0, 1, 2.5), (1, 0, 3.0), (1, 1, 4.0)]
OPEN_EACH = """
import sys
from pathlib import Path
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.tables.formats import open_table
for name in sys.argv[1:]:
    try:
        open_table(Path(name))
        print("opened")
    except MltagError as error:
        print(error)
"""
"""Runs in another process, which a workbook that is not refused would end."""


def test_a_binary_workbook_is_read(tmp_path: Path) -> None:
    for path in (
        write_xls(tmp_path / "a.xls", NEAR, (2, 2)),
        write_xlsb(tmp_path / "a.xlsb", NEAR, [(0, 0, 1.0)]),
    ):
        assert cells_of(open_table(path)) == [("1.5", "2.5"), ("3", "4")]


def test_a_cell_in_the_last_row_is_read(tmp_path: Path) -> None:
    path = write_xlsb(tmp_path / "long.xlsb", [(0, 0, 1.0), (1, 0, 2.0), (1_048_575, 0, 3.0)])
    assert len(list(open_table(path).records())) == 3


def test_a_small_binary_workbook_gets_little_memory(tmp_path: Path) -> None:
    far = [
        write_xls(tmp_path / "far.xls", [*NEAR, (65_535, 255, 1.0)], (65_536, 256)),
        write_xlsb(tmp_path / "far.xlsb", [*NEAR, (1_048_575, 50, 1.0)]),
    ]
    for path in far:
        with pytest.raises(MltagError, match="too far apart"):
            open_table(path)


def test_a_large_binary_workbook_may_have_empty_cells(tmp_path: Path) -> None:
    cells = [(row, 0, 1.0) for row in range(0, 60_000, 2)]
    path = write_xlsb(tmp_path / "wide.xlsb", [*cells, (59_999, 130, 3.0)])
    assert len(open_table(path).columns) == 131


def test_binary_workbooks_that_end_the_reader_are_refused(tmp_path: Path) -> None:
    hostile = [
        write_xls(tmp_path / "declared.xls", NEAR, (0xFFFFFFF0, 0xFFFF)),
        write_xls(tmp_path / "large.xls", NEAR, (1 << 20, 200)),
        write_xls(tmp_path / "far.xls", [*NEAR, (65_535, 65_535, 1.0)], (2, 2)),
        write_xlsb(tmp_path / "far.xlsb", [*NEAR, (1_048_575, 16_383, 1.0)]),
        write_xlsb(tmp_path / "second.xlsb", NEAR, [(0, 0, 1.0), (1_048_575, 16_383, 1.0)]),
    ]
    command = [sys.executable, "-c", OPEN_EACH, *map(str, hostile)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    told = done.stdout.splitlines()
    assert len(told) == len(hostile)
    for line, path in zip(told, hostile, strict=True):
        assert str(path) in line
        assert "too far apart" in line
        assert ".csv file" in line
