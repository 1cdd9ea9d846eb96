"""A program for kill tests: it does one task in many folders, and is killed in each at another moment.

`python -m tests.core.workspace.recovery.killed_recovery TASK FOLDER… < MOMENTS`, with a moment for each
folder: the number of a file operation before which the process is killed, or `after SECONDS`, when the system
ends it (SIGALRM without a handler, which is as abrupt). It forks for each folder, since starting Python takes
longer than the task.
"""

import contextlib
import os
import signal
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Final

from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.workspace.recovery.backups import restore
from mltag_desktop.core.workspace.recovery.salvage import salvage
from mltag_desktop.core.workspace.workspace import Workspace

DOCUMENT: Final = "w.mltag"
BACKUP: Final = "backup.mltag"
TARGET: Final = "new.mltag"
_OPERATIONS: Final = frozenset({"open", "os.rename", "os.remove", "os.truncate", "sqlite3.connect"})


def salvage_document(folder: Path) -> None:
    """Salvage the workspace to a new one."""
    salvage(SILENT, folder / DOCUMENT, folder / TARGET)


def restore_backup(folder: Path) -> None:
    """Put the backup in the place of the workspace."""
    restore(folder / BACKUP, folder / DOCUMENT, "now")


def copy_document(folder: Path) -> None:
    """Copy the workspace while it is open, over an older copy."""
    with Workspace.open(folder / DOCUMENT, "Kim") as workspace:
        workspace.decisions.decide([0], "birds", "before the copy")
        workspace.save_copy(SILENT, folder / TARGET, replace=True)


def add_unreadable(folder: Path) -> None:
    """Fix all unreadable rows of the table."""
    with Workspace.open(folder / DOCUMENT, "Kim") as workspace:
        waiting = workspace.table.quarantined
        workspace.record_repair.repair_all([(each, f"{each.line},fixed,line") for each in waiting])


TASKS: Final[dict[str, Callable[[Path], None]]] = {
    "salvage": salvage_document,
    "restore": restore_backup,
    "copy": copy_document,
    "unreadable": add_unreadable,
}


def _kill_before_operation(number: int, folder: Path) -> None:
    """Be killed before an operation on a file in the folder, counted from 0."""
    count = 0

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal count
        if event in _OPERATIONS and str(folder) in str(arguments[0]):
            if count == number:
                os.kill(os.getpid(), signal.SIGKILL)
            count += 1

    sys.addaudithook(watch)


def run(task: Callable[[Path], None], folder: Path, moment: str) -> str:
    """Do the task in a process that is killed; return "killed", "done" or "failed"."""
    child = os.fork()
    if not child:
        code = 1
        with contextlib.suppress(BaseException):
            try:
                if moment.startswith("after "):
                    signal.setitimer(signal.ITIMER_REAL, float(moment.removeprefix("after ")))
                else:
                    _kill_before_operation(int(moment), folder)
                task(folder)
                code = 0
            except BaseException:
                traceback.print_exc()
                raise
        os._exit(code)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return "killed"
    return "failed" if os.WEXITSTATUS(status) else "done"


def main() -> None:
    """Do the task in every folder, and print how each process ended."""
    task = TASKS[sys.argv[1]]
    for folder, moment in zip(sys.argv[2:], sys.stdin.read().splitlines(), strict=True):
        sys.stdout.write(f"{run(task, Path(folder), moment)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
