"""Failing syncs and writes in a real process: failures are reported, and reported saves are saved."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.workspace.helpers import TAGS

SHIM = Path(__file__).parents[1] / "faulty_disk.c"
PROGRAM = """
import ctypes, json, sys
from pathlib import Path
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.workspace.workspace import Workspace

kind, after = map(int, sys.argv[2:])
disk = ctypes.CDLL(None)
saved, told = [], []
with Workspace.open(Path(sys.argv[1]), "Kim") as workspace:
    for number in range(40):
        if number == 10:
            disk.arm(kind, after)
        if number == 30:
            disk.arm(0, 0)
        try:
            workspace.decisions.decide(range(12), ("birds", "fish", "stones")[number % 3], str(number))
            saved.append(number)
        except MltagError as error:
            assert error.hint
            told.append(error.message)
    shown = workspace.table.records([0])[0].note
print(json.dumps([saved, told, shown]))
"""


@pytest.fixture(scope="module")
def shim(tmp_path_factory: pytest.TempPathFactory) -> Path:
    compiler = shutil.which("gcc") or shutil.which("cc")
    if sys.platform != "linux" or compiler is None:
        pytest.skip("faults are put in with a C compiler on Linux")
    library = tmp_path_factory.mktemp("shim") / "faulty_disk.so"
    subprocess.run([compiler, "-shared", "-fPIC", "-o", library, SHIM, "-ldl"], check=True)
    return library


@pytest.mark.parametrize("after", [0, 1, 3])
@pytest.mark.parametrize(("kind", "words"), [(1, "read or saved"), (2, "disk is full"), (3, "disk is full")])
def test_a_failing_disk_loses_no_saved_data(
    predicted: Workspace, shim: Path, kind: int, words: str, after: int
) -> None:
    predicted.close()
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(predicted.path), str(kind), str(after)],
        env={**os.environ, "LD_PRELOAD": str(shim)},
        capture_output=True,
        text=True,
        check=True,
    )
    saved, told, shown = json.loads(done.stdout)
    assert told, "something failed"
    assert all(words in message for message in told)
    assert [*range(10), *range(30, 40)] == [number for number in saved if number not in range(10, 30)]
    assert shown == str(saved[-1]), "what failed is not shown"
    with Workspace.open(predicted.path, "Ann") as again:
        assert [int(entry.note) for entry in again.journal.entries() if entry.record == 0] == saved
        again.verify()
        again.decisions.decide([0], TAGS[0])
