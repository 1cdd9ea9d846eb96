"""ICU's data without what the program does not use sort names as before."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import PySide6
import pytest

from scripts.shipping import icu

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not shutil.which("as"), reason="the library is made on Linux, with binutils"
)
SORT = """
from PySide6.QtCore import QCollator, QLocale
names = ["zeta", "Zoo", "Äpfel", "apfel", "Öl", "Oma", "été", "etage", "file10", "file9", "ss", "ß", "日本"]
for language in ("de", "fr", "en"):
    collator = QCollator(QLocale(language))
    collator.setNumericMode(True)
    print(sorted(names, key=collator.sortKey))
print(next(line.split()[-1] for line in open("/proc/self/maps") if "libicudata" in line))
"""


def sort(folder: Path | None = None) -> list[str]:
    """Sort names with the data in `folder`; return the lines and which library was loaded."""
    environment = dict(os.environ) if folder is None else {**os.environ, "LD_LIBRARY_PATH": str(folder)}
    done = subprocess.run([sys.executable, "-c", SORT], env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_names_are_sorted_as_with_all_data(tmp_path: Path) -> None:
    (library,) = (Path(PySide6.__file__).parent / "Qt" / "lib").glob("libicudata.so.*")
    (smaller,) = icu.shrink([(f"PySide6/Qt/lib/{library.name}", str(library), "BINARY")], tmp_path).values()
    assert Path(smaller).stat().st_size < library.stat().st_size / 10
    assert list(tmp_path.iterdir()) == [Path(smaller)]
    *before, whole = sort()
    *after, loaded = sort(tmp_path)
    assert (Path(whole).resolve(), Path(loaded).resolve()) == (library.resolve(), Path(smaller).resolve())
    assert after == before
    assert before[0].index("Äpfel") < before[0].index("Oma") < before[0].index("zeta")


def test_a_library_without_data_is_refused() -> None:
    with pytest.raises(ValueError, match="no data of ICU"):
        icu.read(b"\x7fELF")
