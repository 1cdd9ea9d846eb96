"""Runs the window as `mltag FILE` does, decides the first record and types a note on the second.

Prints "typed" when that is done and "stored" when the draft is in the workspace, then waits to be ended. With
the argument "asking" after the file, it then opens a file dialog with a nested event loop.
"""

import os
import sys
import threading
import time
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mltag_desktop.gui.application.application import Application
from mltag_desktop.gui.application.startup import Startup, run

NOTE = "half a thought"
_TICK = 0.05
_TICKS = 2_000


class Curator(QObject):
    """Runs the steps one after another, each as soon as the window is ready for it."""

    tick = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._steps = [self._decide, self._type, self._wait_stored]
        self.tick.connect(self._go_on, Qt.ConnectionType.QueuedConnection)

    @Slot()
    def _go_on(self) -> None:
        program = found_program()
        if program is not None and self._steps and self._steps[0](program):
            self._steps.pop(0)

    def _decide(self, program: Application) -> bool:
        workspace, record = program.session.workspace, program.page.detail.record
        if (
            workspace is None
            or not workspace.table.complete
            or program.workspace_opener.is_importing
            or record is None
        ):
            return False
        program.decision_controller.decide(workspace.tag_set.tags[0].name)
        return True

    def _type(self, program: Application) -> bool:
        detail = program.page.detail
        if detail.record is None or detail.record.row != 1:
            return False
        program.parent_window.activateWindow()
        program.actions["note"].trigger()
        if not detail.tabs.note.edit.hasFocus():
            return False
        QTest.keyClicks(detail.tabs.note.edit, NOTE)
        say("typed")
        return True

    def _wait_stored(self, program: Application) -> bool:
        from mltag_desktop.core.workspace.decisions.note_drafts import drafts_in

        workspace = program.session.workspace
        if workspace is None or [draft.text for draft in drafts_in(workspace)] != [NOTE]:
            return False
        say("stored")
        if sys.argv[2:] == ["asking"]:
            self._steps.clear()  # the timer continues in the dialog's event loop
            say("asking")
            program.open_file()
            return False
        return True


def found_program() -> Application | None:
    app = QApplication.instance()
    windows = app.topLevelWidgets() if isinstance(app, QApplication) else []
    starts = [start for window in windows for start in window.findChildren(Startup)]
    return starts[0].program if starts else None


def say(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def main() -> int:
    curator = Curator()

    def tick() -> None:
        for _ in range(_TICKS):
            time.sleep(_TICK)
            curator.tick.emit()
        os._exit(4)  # otherwise the parent process would wait forever

    threading.Thread(target=tick, daemon=True).start()
    return run(Path(sys.argv[1]))


if __name__ == "__main__":
    os._exit(main())  # skip the interpreter's shutdown, in which the running thread could crash
