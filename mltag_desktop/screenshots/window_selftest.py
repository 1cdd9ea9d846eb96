"""The self-test of an installed copy: open a table, predict it, decide, paint it."""

import shutil
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem.files import resource
from mltag_desktop.screenshots.offscreen_window import OffscreenWindow

_SIZE: Final = QSize(1280, 800)
_COLOURS: Final = 24
"""A window with texts, symbols and bars has more colours than this."""


def selftest_window(folder: Path) -> str:
    """Open the sample in an offscreen window, with files in `folder`; return a short summary.

    Raises `MltagError` when the records are not predicted or the window stays blank.
    """
    table = folder / "window.csv"
    shutil.copyfile(resource("sample.csv"), table)
    with OffscreenWindow(folder) as stage:
        stage.open(table)
        workspace = stage.program.session.workspace
        if workspace is None:
            raise MltagError("Self-test: the window lost its table.", "Install MLTag Desktop again.")
        count = workspace.table.count
        stage.program.navigator.show_record(workspace.table.records([0])[0].row)
        stage.program.actions["accept"].trigger()
        stage.wait(lambda: int((workspace.states().decided >= 0).sum()) == 1, "the decision")
        stage.prepare(_SIZE, "light")
        image = stage.picture().toImage()
    seen = {image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}
    if len(seen) < _COLOURS:
        raise MltagError("Self-test: the window is blank.", "Install MLTag Desktop again.")
    return f"{count} records tagged, one accepted, and painted at {_SIZE.width()} × {_SIZE.height()}"
