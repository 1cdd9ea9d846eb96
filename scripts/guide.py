"""Generate the screenshots of the guide, from a tour of the sample table, and the page of keyboard shortcuts.

Run it as `make guide`, or `make keys` for the page alone. The screenshots show only texts of the sample.
Their colours are reduced to a palette of the 255 most frequent colours, so that the files stay small.
"""

import os
import sys
import tempfile
from pathlib import Path
from typing import Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from mltag_desktop.core.filesystem import resource
from mltag_desktop.core.settings import Settings, store
from mltag_desktop.gui.application.preferences_controller import SIZE as SETTINGS_SIZE
from mltag_desktop.gui.application.preferences_controller import SettingsDialog
from mltag_desktop.gui.application.tour import SCHEMES, OffscreenWindow, TourOptions, take
from mltag_desktop.gui.help.help_pages import NAME as KEYS
from mltag_desktop.gui.help.help_pages import keys_page

GUIDE: Final = Path(__file__).resolve().parents[1] / "docs" / "guide"
SIZE: Final = (1280, 800)
SHOWN: Final = ("corrected", "train", "report", "export")
"""Screens of the tour that the guide shows."""
MOST_BYTES: Final = 2_000_000
_COLOURS: Final = 255
_STEP: Final = 3
"""Low bits of each channel that are ignored when similar colours are merged."""


def main(arguments: list[str]) -> int:
    """Write the page and, unless only `keys` are asked for, the screenshots; return the exit code."""
    (GUIDE / KEYS).write_text(keys_page(), encoding="utf-8", newline="\n")
    if arguments == ["keys"]:
        return 0
    pictures = GUIDE / "pictures"
    pictures.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        taken = {step.name: step.pictures for step in take(folder / "tour", TourOptions([SIZE]))}
        for step in SHOWN:
            for path in taken[step]:
                for scheme in SCHEMES:
                    if f"-{scheme}-" in path.name:
                        reduce(QImage(str(path)), pictures / f"{step}-{scheme}.png")
        _take_more(folder, pictures)
    size = sum(path.stat().st_size for path in pictures.iterdir())
    sys.stdout.write(f"{len(list(pictures.iterdir()))} pictures, {size:,} bytes\n")
    return 0 if size < MOST_BYTES else 1


def reduce(image: QImage, out: Path) -> None:
    """Write `image` as a PNG with a palette to `out`."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    height, width = image.height(), image.width()
    pixels: NDArray[np.uint32] = np.frombuffer(image.constBits(), np.uint32).reshape(height, -1)[:, :width]
    colours, places, counts = np.unique(pixels & 0xFFFFFF, return_inverse=True, return_counts=True)
    chosen, nearest = _palette(colours, counts)
    indexed = QImage(width, height, QImage.Format.Format_Indexed8)
    indexed.setColorTable([0xFF000000 | int(colour) for colour in chosen])
    rows = np.frombuffer(indexed.bits(), np.uint8).reshape(height, indexed.bytesPerLine())
    rows[:, :width] = nearest[places].reshape(height, width)
    if not indexed.save(str(out), b"PNG", 0):
        raise OSError(f"{out} could not be written")


def _palette(
    colours: NDArray[np.uint32], counts: NDArray[np.int64]
) -> tuple[NDArray[np.uint32], NDArray[np.uint8]]:
    """Return the most frequent colours, without similar ones, and the index of the nearest one for each."""
    channels = np.stack([colours >> 16 & 255, colours >> 8 & 255, colours & 255], axis=1).astype(np.int64)
    order = np.argsort(-counts, kind="stable")
    if len(colours) > _COLOURS:
        coarse = channels[order] >> _STEP
        _, first = np.unique(coarse, axis=0, return_index=True)
        order = order[np.sort(first)][:_COLOURS]
    chosen = channels[order]
    nearest = np.concatenate(
        [
            ((part[:, None, :] - chosen[None]) ** 2).sum(axis=2).argmin(axis=1)
            for part in np.array_split(channels, max(1, len(channels) // 1_000))
        ]
    )
    return colours[order], nearest.astype(np.uint8)


def _take_more(folder: Path, pictures: Path) -> None:
    """Take screenshots of screens that are not part of the tour."""
    table = folder / "sample.csv"
    table.write_bytes(resource("sample.csv").read_bytes())
    store(folder / "settings.json", Settings(curator="Kim"))
    with OffscreenWindow(folder) as stage:
        stage.wait(lambda: stage.program.session.base is not None, "the bundled model")
        stage.open(table)
        stage.wait(lambda: stage.program.page.detail.record is not None, "the first record")
        stage.program.notifications.clear()
        _take_both_schemes(stage, pictures, "tagged", None)
        stage.program.actions["show_focus"].trigger()
        stage.wait(lambda: stage.program.page.focus.reading is not None, "the record in the focus view")
        stage.program.notifications.clear()
        _take_both_schemes(stage, pictures, "focus", None)
        stage.program.actions["show_table"].trigger()
        stage.program.dialogs.open_settings()
        _take_both_schemes(stage, pictures, "settings", stage.program.dialogs.shown)
        dialog = stage.program.dialogs.shown
        if dialog is not None:
            dialog.close()


def _take_both_schemes(stage: OffscreenWindow, pictures: Path, name: str, in_front: QWidget | None) -> None:
    for scheme in SCHEMES:
        stage.prepare(QSize(*SIZE), scheme, in_front)
        if isinstance(in_front, SettingsDialog):
            in_front.resize(SETTINGS_SIZE)
        reduce(stage.picture(in_front).toImage(), pictures / f"{name}-{scheme}.png")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
