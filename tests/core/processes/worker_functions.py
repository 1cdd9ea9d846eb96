"""What the tests let the worker process do: a module without Qt."""

import os
import subprocess
import sys
import time
from collections.abc import Generator
from pathlib import Path

import numpy as np

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.workspace import Workspace
from tests.processes import kill


def add(progress: Progress, one: int, other: int = 0) -> int:
    return one + other


def identity(progress: Progress) -> tuple[int, bool]:
    return os.getpid(), "PySide6" in sys.modules


def reporting(progress: Progress, number: int) -> None:
    for at in range(number):
        progress.report(at / number, "counting")
        time.sleep(0.06)


def fail(progress: Progress) -> None:
    raise MltagError("It is empty.", "Choose another file.")


def divide(progress: Progress) -> float:
    return 1 / 0


def leave_a_lambda(progress: Progress) -> object:
    return lambda: 1


def touch_and_hang(progress: Progress, path: Path) -> None:
    """Say in a file that it runs, and never report."""
    path.write_text(str(os.getpid()), encoding="ascii")
    while True:
        time.sleep(10)


def touch_and_report(progress: Progress, path: Path) -> None:
    path.write_text(str(os.getpid()), encoding="ascii")
    while True:
        progress.report(0.5)
        time.sleep(0.005)


def hang_once(progress: Progress, path: Path) -> str:
    """Hang in the first process that runs it; return in the second one."""
    if path.exists():
        return "done"
    path.write_text(str(os.getpid()), encoding="ascii")
    while True:
        time.sleep(10)


def load_a_library_without_memory(progress: Progress) -> None:
    raise ImportError("/lib/_sparsetools.so: failed to map segment from shared object")


def exhaust(progress: Progress) -> int:
    return len(np.ones(1 << 47))  # more than there are addresses


def start_child_and_hang(progress: Progress, path: Path) -> None:
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    path.write_text(str(child.pid), encoding="ascii")
    while True:
        time.sleep(10)


def two_processes(progress: Progress) -> list[int]:
    from joblib import Parallel, delayed

    return Parallel(n_jobs=2, backend="multiprocessing")(delayed(abs)(-number) for number in range(4))


def temporary_folder(progress: Progress) -> Path:
    import tempfile

    folder = Path(tempfile.mkdtemp())
    (folder / "left").touch()
    return folder


def count(progress: Progress, workspace: Workspace) -> tuple[int, bool, tuple[str, ...]]:
    return workspace.table.count, workspace.read_only, tuple(workspace.table.texts([0]))


def version_of(progress: Progress, model: LinearModel) -> tuple[str, int]:
    return model.version, id(model)


def read_and_hang(progress: Progress, workspace: Workspace, path: Path) -> None:
    workspace.table.texts([0])
    touch_and_hang(progress, path)


def die(progress: Progress) -> None:
    kill(os.getpid())


def leave(progress: Progress) -> None:
    os._exit(0)


def lack_memory(progress: Progress) -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (4 << 28, 4 << 28))


def die_once(progress: Progress, path: Path) -> str:
    if not path.exists():
        path.touch()
        die(progress)
    return "done"


def fail_after_one(progress: Progress) -> Generator[int]:
    yield 1
    raise MltagError("It is empty.", "Choose another file.")


def identity_and_hang(progress: Progress) -> Generator[int]:
    """Yield the id of the process, then nothing until it is cancelled."""
    yield os.getpid()
    while True:
        progress.report(0.5, "hanging")
        time.sleep(0.005)
