"""The packaged program needs none of the trimmed files."""

import subprocess
import sys
from pathlib import Path

import pytest

from scripts.shipping import trim

ROOT = Path(__file__).resolve().parents[2]

BARRED = """
import sys
from importlib.machinery import PathFinder

class Rest(PathFinder):
    @classmethod
    def find_spec(cls, name, path=None, target=None):
        is_left_out = any(name == one or name.startswith(one + ".") for one in {names!r})
        return None if is_left_out else PathFinder.find_spec(name, path, target)

sys.meta_path[sys.meta_path.index(PathFinder)] = Rest
import runpy
runpy.run_path({stand_in!r})
from nacl.signing import SigningKey
key = SigningKey.generate()
key.verify_key.verify(key.sign(b"signed"))
from mltag_desktop.core.model.recipes import RECIPES
from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.training.training import Examples, train
from mltag_desktop.core.progress import SILENT
from PySide6.QtWidgets import QApplication
app = QApplication([])
from PySide6.QtSvg import QSvgRenderer
assert QSvgRenderer(b'<svg xmlns="http://www.w3.org/2000/svg"/>').isValid()
import importlib, pkgutil, mltag_desktop
for module in pkgutil.walk_packages(mltag_desktop.__path__, "mltag_desktop."):
    elsewhere = ("mltag_desktop.service", "mltag_desktop.api", "mltag_desktop.__main__")
    if not module.name.startswith(elsewhere) and not module.name.endswith(".message_window"):  # Windows
        importlib.import_module(module.name)

topics = ("cats purr softly", "engines burn fuel", "violins play music")
texts = tuple(f"{{topics[n % 3]}} number {{n}}" for n in range(60))
examples = Examples(texts, tuple("abc"[n % 3] for n in range(60)))
for name, recipe in RECIPES.items():
    model = train(SILENT, examples, recipe=recipe, vectors=bundled().vectors)
    print(name, model.predict(texts[:3]).best.tolist())
from mltag_desktop.core.model.similarity.near_duplicates import near_copies
assert len(near_copies(model.base.features)) == len(texts)
"""


def test_every_module_loads_and_every_recipe_trains_without_the_trimmed_files() -> None:
    code = BARRED.format(names=trim.EXCLUDES, stand_in=str(ROOT / "scripts" / "shipping" / "stand_ins.py"))
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("[0, 1, 2]") == len(done.stdout.splitlines()) >= 3


@pytest.mark.parametrize(
    ("name", "source", "kept"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", "/v/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforms/libqlinuxfb.so", "/v/libqlinuxfb.so", False),
        ("PySide6/Qt/plugins/sqldrivers/libqsqlite.so", "/v/libqsqlite.so", False),
        ("PySide6/plugins/platforms/qwindows.dll", "C:/v/qwindows.dll", True),
        ("PySide6/Qt/translations/qtbase_de.qm", "/v/qtbase_de.qm", True),
        ("PySide6/Qt/translations/qtbase_ja.qm", "/v/qtbase_ja.qm", False),
        ("PySide6/Qt/lib/libQt6Qml.so.6", "/v/libQt6Qml.so.6", False),
        ("libX11.so.6", "/lib/x86_64-linux-gnu/libX11.so.6", False),
        ("libstdc++.so.6", "/usr/lib/x86_64-linux-gnu/libstdc++.so.6", False),
        ("libreadline.so.8", "/lib/x86_64-linux-gnu/libreadline.so.8", False),
        ("libcrypto.so.3", "/usr/lib/x86_64-linux-gnu/libcrypto.so.3", True),
        ("libpython3.11.so.1.0", "/usr/lib/x86_64-linux-gnu/libpython3.11.so.1.0", True),
        ("python3.11/lib-dynload/_json.so", "/usr/lib/python3.11/lib-dynload/_json.so", True),
        ("scipy/tests/data.csv", "/v/scipy/tests/data.csv", False),
        ("sklearn/datasets/data/iris.csv", "/v/sklearn/datasets/data/iris.csv", False),
        ("sklearn/svm/_liblinear.pyx", "/v/sklearn/svm/_liblinear.pyx", False),
        ("sklearn/svm/_liblinear.so", "/v/sklearn/svm/_liblinear.so", True),
        ("numpy/_core/_multiarray_umath.so", "/v/numpy/_core/_multiarray_umath.so", True),
        ("numpy-2.4.6.dist-info/RECORD", "/v/numpy-2.4.6.dist-info/RECORD", False),
        ("numpy-2.4.6.dist-info/METADATA", "/v/numpy-2.4.6.dist-info/METADATA", True),
        ("resources/translations/mltag_de.qm", "/src/resources/translations/mltag_de.qm", True),
        ("resources/translations/mltag_de.ts", "/src/resources/translations/mltag_de.ts", False),
        ("resources/sample.csv", "/src/resources/sample.csv", True),
        ("onnxruntime/capi/libonnxruntime.so.1.32.0", "/v/onnxruntime/capi/libonnxruntime.so.1.32.0", False),
        ("onnxruntime/capi/onnxruntime_pybind11_state.so", "/v/onnxruntime_pybind11_state.so", True),
        ("onnxruntime/capi/onnxruntime.dll", "/v/onnxruntime/capi/onnxruntime.dll", False),
    ],
)
def test_a_file_is_kept_or_trimmed(name: str, source: str, kept: bool) -> None:
    assert trim.wanted((name, source, "BINARY")) is kept


@pytest.mark.skipif(sys.platform != "linux", reason="links stand for copies on Linux alone")
def test_a_library_from_two_wheels_is_kept_once(tmp_path) -> None:
    entries = []
    for folder, content in (("a.libs", b"same"), ("b.libs", b"same"), ("c.libs", b"other")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "libx.so").write_bytes(content)
        entries.append((f"{folder}/libx.so", str(tmp_path / folder / "libx.so"), "BINARY"))
    kept = trim.kept(entries)
    assert kept[0] == entries[0]
    assert kept[1] == ("b.libs/libx.so", "../a.libs/libx.so", "SYMLINK")
    assert kept[2] == entries[2]


def test_lexers_of_other_languages_are_trimmed() -> None:
    assert trim.wanted_module(("pygments.lexers", "", "PYMODULE"))
    assert trim.wanted_module(("pygments.lexers.python", "", "PYMODULE"))
    assert not trim.wanted_module(("pygments.lexers.haskell", "", "PYMODULE"))


def test_libraries_lose_their_docstrings_and_the_program_keeps_its_own() -> None:
    assert trim.compact(("scipy.stats", "/v/stats.py", "PYMODULE")) == (
        "scipy.stats",
        "/v/stats.py",
        "PYMODULE-2",
    )
    for name in ("mltag_desktop.cli.commands.training", "typer.main", "scipyx"):
        assert trim.compact((name, "/v/a.py", "PYMODULE"))[2] == "PYMODULE"
