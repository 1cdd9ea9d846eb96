"""Compile the translations of the window that are new or changed: `python -m scripts.catalogues`.

Each `.ts` file of `resources/translations` becomes a `.qm` file next to it, which the program loads. Set-up
and wheels run this; the exit code is 1 without the `lrelease` of PySide6, and the window stays English.
"""

import importlib.util
import subprocess
import sys
from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).resolve().parents[1] / "resources" / "translations"


def compile_catalogues(folder: Path = FOLDER) -> bool:
    """Compile what is older than its source; return False if there is no compiler."""
    spec = importlib.util.find_spec("PySide6")
    places = spec.submodule_search_locations or () if spec else ()
    compiler = next((tool for place in places for tool in Path(place).glob("lrelease*")), None)
    for source in sorted(folder.glob("*.ts")):
        out = source.with_suffix(".qm")
        if out.exists() and out.stat().st_mtime >= source.stat().st_mtime:
            continue
        if compiler is None:
            return False
        subprocess.run([compiler, "-silent", source, "-qm", out], check=True)
    return True


if __name__ == "__main__":
    sys.exit(not compile_catalogues())
