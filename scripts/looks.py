"""Take screenshots of every screen with different display sizes, scales, fonts and languages, for review.

Run it as `make looks`; the screenshots are written to build/looks, one folder per condition. Each condition
runs in a separate process, because Qt reads screen, scale and language only once.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final, NamedTuple


class Condition(NamedTuple):
    """A screen size in physical pixels, scale factor, relative font size, language and colour schemes."""

    screen: tuple[int, int]
    scale: int = 1
    font: float = 1.0
    language: str = "en"
    schemes: tuple[str, ...] = ("light",)


CONDITIONS: Final = {
    "1280": Condition((1280, 800), schemes=("light", "dark")),
    "1920": Condition((1920, 1080), schemes=("light", "dark")),
    "scaled": Condition((2560, 1600), 2),
    "small": Condition((1366, 768), 2),
    "font": Condition((1280, 800), font=2.0),
    "german": Condition((1280, 800), language="de"),
    "french": Condition((1280, 800), language="fr", schemes=("dark",)),
}


def main(arguments: list[str]) -> int:
    """Take the screenshots of the named conditions, by default of all; return the exit code."""
    out = Path(os.environ.get("LOOKS", "build/looks"))
    if len(arguments) == 2 and arguments[0] == "--here":
        _take(CONDITIONS[arguments[1]], out / arguments[1])
        return 0
    failed = [name for name in arguments or CONDITIONS if not _run(name)]
    sys.stdout.write(f"failed: {', '.join(failed)}\n" if failed else f"{out}\n")
    return 1 if failed else 0


def _run(name: str) -> bool:
    condition = CONDITIONS[name]
    with tempfile.TemporaryDirectory() as folder:
        screen = Path(folder) / "screen.json"
        width, height = condition.screen
        one = {"name": "screen", "x": 0, "y": 0, "width": width, "height": height, "dpr": 1}
        screen.write_text(json.dumps({"screens": [{**one, "logicalDpi": 96, "logicalBaseDpi": 96}]}))
        environment = {
            **os.environ,
            "QT_QPA_PLATFORM": f"offscreen:configfile={screen}",
            "QT_SCALE_FACTOR": str(condition.scale),
        }
        command = [sys.executable, "-m", "scripts.looks", "--here", name]
        return subprocess.run(command, env=environment, check=False).returncode == 0


def _take(condition: Condition, out: Path) -> None:
    from mltag_desktop.gui.widgets.theme import new_application

    app = new_application()
    app.setApplicationName("mltag-desktop")
    font = app.font()
    font.setPointSizeF(font.pointSizeF() * condition.font)
    app.setFont(font)
    if condition.language != "en":
        from mltag_desktop.gui.i18n import choose_language

        choose_language(app, condition.language)  # before modules with translated texts are imported
    from mltag_desktop.gui.application.tour import TourOptions
    from scripts.rare_screens import take_all

    size = (condition.screen[0] // condition.scale, condition.screen[1] // condition.scale)
    take_all(out, TourOptions([size], condition.schemes))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
