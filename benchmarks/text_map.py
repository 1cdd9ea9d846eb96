"""Frames a second of the map while it zooms and moves, with up to 1,000,000 points.

Offscreen, so the painting of the processor is measured, without a display. `processor` figures count the
processor time of the process instead of the clock: other programs do not slow them down.
"""

import os
import time
from collections.abc import Callable
from typing import Final

import numpy as np

from benchmarks.results import Goal, publish

SIZE: Final = (1000, 600)
COUNTS: Final = (10_000, 100_000, 1_000_000)
FRAMES: Final = 30
TAGS: Final = 12
GOALS: Final = (Goal("processor_frames_a_second_100000", at_least=30),)


def main() -> None:
    """Measure, and publish the figures."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance() or QApplication([])
    figures: dict[str, object] = {"width": SIZE[0], "height": SIZE[1], "frames": FRAMES}
    for count in COUNTS:
        points = np.random.default_rng(0).normal(scale=0.3, size=(count, 2)).clip(-1, 1).astype(np.float32)
        codes = np.random.default_rng(1).integers(0, TAGS, count)
        figures |= _measured(count, _map_frames(points, codes))
    publish("text_map", figures, GOALS)
    del app


def _measured(count: int, frame: Callable[[int], object]) -> dict[str, object]:
    frame(0)
    clock, processor = time.perf_counter(), time.process_time()
    for number in range(1, FRAMES + 1):
        frame(number)
    return {
        f"frames_a_second_{count}": FRAMES / (time.perf_counter() - clock),
        f"processor_frames_a_second_{count}": FRAMES / (time.process_time() - processor),
    }


def _map_frames(points: np.ndarray, codes: np.ndarray) -> Callable[[int], object]:
    from PySide6.QtWidgets import QApplication, QWidget

    from mltag_desktop.gui.table.map_view import MapView
    from mltag_desktop.gui.widgets.theme import Theme

    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme = Theme(app)
    window = QWidget()
    view = MapView(theme, window)
    view.resize(*SIZE)
    view.show_points(points)
    view.show_codes(codes, [("●", theme.colours.tag(number)) for number in range(TAGS)])

    def frame(number: int) -> object:
        view.zoom_by(1.05 if number % 20 < 10 else 1 / 1.05)
        return window, view.grab()  # the window owns the view

    return frame


if __name__ == "__main__":
    main()
