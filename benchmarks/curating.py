"""Time from a key press to the painted next record in a large table while a model trains.

python -m benchmarks.curating [ROWS] [PRESSES]
The CPU time of the GUI thread (`own`) depends less on what else the computer does.
"""

import csv
import gc
import statistics
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.training.training import Examples, train
from mltag_desktop.gui.application.startup import SWITCH_INTERVAL
from mltag_desktop.gui.application.tour import OffscreenWindow
from mltag_desktop.gui.operations import Operation

WORDS = (
    "image detection of boats in satellite pictures",
    "named entities in letters with a language model",
    "deploying models to production with monitoring",
    "forecasting sales with gradient boosting",
)


def main(rows: int, presses: int = 200) -> None:
    """Print the median and the 95th percentile in milliseconds for the table view and the focus view."""
    sys.setswitchinterval(SWITCH_INTERVAL)
    with tempfile.TemporaryDirectory() as folder, OffscreenWindow(Path(folder)) as stage:
        path = Path(folder) / "rows.csv"
        with path.open("w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file)
            writer.writerow(("id", "title", "description", "source"))
            writer.writerows((n, f"{WORDS[n % 4]} {n}", WORDS[(n // 4) % 4], n % 5) for n in range(rows))
        program = stage.program
        stage.wait(lambda: program.session.base is not None, "the bundled model")
        stage.open(path)
        stage.window.resize(QSize(1280, 800))
        gc.freeze()
        trainer = Operation(_train).in_worker()
        trainer.run(program.jobs)
        print(f"table: {_measured(stage, program.page.table, presses)}")
        program.actions["show_focus"].trigger()
        stage.wait(lambda: program.page.focus.reading is not None, "the record")
        print(f"focus: {_measured(stage, program.page.focus.pane, presses)}")
        trainer.cancel()


def _measured(stage: OffscreenWindow, target: QWidget, presses: int) -> str:
    program, taken, own, blank = stage.program, list[float](), list[float](), 0
    target.setFocus()
    for number in range(presses):
        pause = time.perf_counter() + 0.12  # the pace of a very fast reader
        while time.perf_counter() < pause:
            stage.app.processEvents()
            time.sleep(0.001)
        before = program.page.table.current_place()
        start, spent = time.perf_counter(), time.thread_time()
        focused = program.focus_controller.is_on
        shown = program.page.focus.pane if focused else target
        QTest.keyClick(shown, (Qt.Key.Key_Return, Qt.Key.Key_1)[number % 2])
        reading = program.page.focus.reading
        record = reading.record if focused and reading else program.page.detail.record
        row = program.page.model.row_at(program.page.table.current_place())
        blank += record is None or record.row != row
        stage.app.sendPostedEvents(stage.window, QEvent.Type.UpdateRequest.value)  # paint the changes
        taken.append((time.perf_counter() - start) * 1000)
        own.append((time.thread_time() - spent) * 1000)
        if program.page.table.current_place() == before:
            raise SystemExit("The key did not go on to the next record.")
    return f"{_percentiles(taken)}; own {_percentiles(own)}; text read later: {blank} of {presses}"


def _percentiles(milliseconds: list[float]) -> str:
    ordered = sorted(milliseconds)
    return f"median {statistics.median(ordered):.1f} ms, p95 {ordered[int(0.95 * len(ordered))]:.1f} ms"


def _train(progress: Progress) -> None:
    """Train repeatedly, in the same way as the program, until cancelled."""
    base = bundled()
    names = base.tags
    texts = tuple(f"{WORDS[n % 4]} {n}" for n in range(400))
    examples = Examples(texts, tuple(names[n % len(names)] for n in range(400)), None)
    while True:
        train(progress, examples, base.manifest.recipe, base=base)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:] or ("100000",)))
