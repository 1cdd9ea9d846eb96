"""Temporary folders of killed programs are deleted; those in use are kept."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from mltag_desktop.core.filesystem import scratch_folder

PROGRAM = """
import sys
from mltag_desktop.core.filesystem import scratch_folder
with scratch_folder() as folder:
    (folder / "texts").write_text("private")
    print(folder, flush=True)
    sys.stdin.read()
"""


def test_the_folder_of_a_killed_program_is_deleted_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", None)
    command = [sys.executable, "-c", PROGRAM]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        left = Path(process.stdout.readline().strip())
        with scratch_folder() as own:
            assert (left / "texts").exists(), "it is in use"
            assert own.parent == left.parent
            if os.name != "nt":
                assert own.stat().st_mode & 0o077 == 0
        assert not own.exists()
        process.kill()
        process.wait()
    assert left.exists()
    with scratch_folder():
        assert not left.exists()


def test_an_error_in_the_block_is_raised_and_the_folder_deleted() -> None:
    with pytest.raises(FileNotFoundError), scratch_folder() as folder:
        (folder / "missing").read_bytes()
    assert not folder.exists()
