"""Folders and files as people have them, from import to export, and consoles of other encodings."""

import os
import subprocess
import sys
import tempfile
from contextlib import nullcontext
from pathlib import Path

import pytest

from tests.cli.conftest import Mltag
from tests.cli.helpers import write_plain

LONG = "/".join(["a folder with a long name, as synchronised ones have"] * 6)


@pytest.mark.parametrize(
    "folder",
    ["Jörg Müller/Übersicht (2)", "Łódź 文書 и", "R&D 100% #1; 'x'", LONG, "cafe\u0301", ".hidden"],
    ids=["umlauts", "other alphabets", "signs", "over 260 characters", "decomposed accent", "hidden"],
)
def test_a_table_is_imported_decided_and_exported_in_any_folder(
    tmp_path: Path, mltag: Mltag, folder: str
) -> None:
    there = tmp_path / folder
    there.mkdir(parents=True)
    table = write_plain(there / "Täble.csv")
    workspace, out = there / "Arbeit – 1.mltag", there / "ergebnis.csv"
    for command in (
        ("import", table, workspace, "--no-predict"),
        ("decide", workspace, "--record", 1, "--tag", "mlops"),
        ("export", workspace, out),
        ("check", workspace),
    ):
        mltag(*command)
    assert b"mlops" in out.read_bytes()
    assert {file.name for file in there.iterdir()} >= {table.name, workspace.name, out.name}
    assert not list(there.glob("*.part"))


@pytest.mark.skipif(sys.platform != "win32", reason="shares and drives of Windows")
def test_a_table_is_found_by_every_name_of_its_folder(tmp_path: Path, mltag: Mltag) -> None:
    table = write_plain(tmp_path / "table.csv")
    for name in (f"\\\\?\\{table}", str(table).replace("\\", "/"), str(table).upper()):
        mltag("check", name)


@pytest.mark.skipif(sys.platform != "win32", reason="drives of Windows")
def test_a_workspace_and_an_export_are_on_another_drive_than_the_table(
    tmp_path: Path, mltag: Mltag, drive: Path
) -> None:
    table = write_plain(tmp_path / "table.csv")
    workspace, out = drive / "table.mltag", drive / "out.csv"
    for command in (
        ("import", table, workspace, "--no-predict"),
        ("decide", workspace, "--record", 1, "--tag", "mlops"),
        ("export", workspace, out),
        ("export", workspace, tmp_path / "here.csv"),
        ("check", out),
    ):
        mltag(*command)
    assert b"mlops" in out.read_bytes()
    assert out.read_bytes() == (tmp_path / "here.csv").read_bytes()


@pytest.mark.parametrize("encoding", ["cp1252", "cp850", "ascii", "utf-8"])
def test_a_console_that_lacks_a_letter_still_gets_the_answer(tmp_path: Path, encoding: str) -> None:
    folder = tmp_path / "Łódź"
    folder.mkdir()
    table = write_plain(folder / "table.csv")
    command = [sys.executable, "-m", "mltag_desktop", "check"]
    for path, code in ((table, 0), (folder / "gone.csv", 1)):
        done = subprocess.run(
            [*command, str(path)],
            capture_output=True,
            env=os.environ | {"PYTHONIOENCODING": encoding},
            check=False,
        )
        assert done.returncode == code, done.stderr
        assert b"unexpected" not in done.stderr


def test_a_table_that_another_program_keeps_to_itself_is_named(tmp_path: Path, mltag: Mltag) -> None:
    table = write_plain(tmp_path / "table.csv")
    with alone(table):
        done = mltag("check", table, code=1 if sys.platform == "win32" else 0)
    if sys.platform == "win32":
        assert "table.csv is open in another program" in done.err
    mltag("check", table)


if sys.platform == "win32":
    import _winapi
    from collections.abc import Iterator
    from contextlib import contextmanager

    @contextmanager
    def alone(path: Path) -> Iterator[None]:
        """Open a file so that nobody else may, as Excel opens workbooks on some shares."""
        handle = _winapi.CreateFile(str(path), _winapi.GENERIC_READ, 0, 0, _winapi.OPEN_EXISTING, 0, 0)
        try:
            yield
        finally:
            _winapi.CloseHandle(handle)

    @pytest.fixture
    def drive(tmp_path: Path) -> Iterator[Path]:
        """Return a temporary folder on another drive; under Wine, Z: is the root of Linux."""
        for letter in "ZDEFG":
            root = Path(f"{letter}:/")
            if letter != tmp_path.drive[0] and os.access(root, os.W_OK):
                with tempfile.TemporaryDirectory(
                    dir=root / "tmp" if (root / "tmp").is_dir() else root
                ) as name:
                    yield Path(name)
                return
        pytest.skip("there is no other drive")

else:

    def alone(path: Path) -> nullcontext[None]:
        return nullcontext()
