"""Every dialog fits small screens, with its buttons in view, also with a doubled font."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.gui.widgets.layout import small_screens


@pytest.mark.parametrize("arguments", [["en"], ["de"], ["fr"], ["en", "500"]])
def test_every_dialog_fits_small_screens(tmp_path: Path, arguments: list[str]) -> None:
    """The last one has 500 tags with names of 80 characters, at 1280 by 800."""
    screens = tmp_path / "screens.json"
    screens.write_text(small_screens.configuration(), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", small_screens.__name__, str(tmp_path), *arguments],
        env=os.environ | {"QT_QPA_PLATFORM": f"offscreen:configfile={screens.name}"},
        capture_output=True,
        text=True,
        timeout=500,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, ""), done.stdout + done.stderr
