"""What of the libraries is left out of the frozen program; `build.spec` asks, the tests prove.

The program's own sources say what it uses: of scipy sparse matrices, of Qt widgets and SVG.
`tests/packaging/test_trim.py` loads every module and trains with every recipe while all of `EXCLUDES` is
barred from being imported, and the frozen program's self-test does the main job.
"""

import hashlib
import re
import sys
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import Final

Entry = tuple[str, str, str]
"""A collected file: its place in the program, where it comes from, and PyInstaller's word for its kind."""

OTHERS: Final = (
    "IPython", "PIL", "PyQt5", "PyQt6", "PySide2", "cupy", "jax", "jupyter_rfb", "matplotlib", "numba",
    "pandas", "polars", "pyarrow", "pytest", "sympy", "tkinter", "torch", "hypothesis", "mypy",
    "setuptools", "pkg_resources", "OpenGL", "fasttext", "psutil", "sentence_transformers", "xarray",
    "dask", "cyclonedx", "jsonschema", "yaml", "charset_normalizer", "requests", "urllib3", "certifi",
    "defusedxml",
)  # fmt: skip
"""Imported somewhere behind an "if it is there", and never used here."""

SERVICE: Final = (
    "mltag_desktop.service",
    "fastapi",
    "uvicorn",
    "starlette",
    "httpx",
    "anyio",
    "ray",
    "prometheus_client",
)
"""The extras `serve` and `ray`: a server is not run from a desktop program; its command says how to get it.

pydantic is no part of this: typer reads the options of a command with it.
"""

STANDARD: Final = (
    "readline",  # links to GNU readline, which is under the GPL
    "_gdbm", "_dbm", "_curses", "_curses_panel", "curses",  # the same, or a terminal that is not there
    "ssl", "_ssl", "ensurepip", "idlelib", "lib2to3", "pydoc_data", "turtle", "turtledemo", "nis",
    "ossaudiodev",
    "bz2", "_bz2", "lzma", "_lzma", "_uuid",  # libraries of which the system has another version
)  # fmt: skip
"""Parts of Python itself: an offline program speaks no TLS, and reads no archives but workbooks."""

UNUSED: Final = (
    "PySide6.QtDBus", "PySide6.QtNetwork", "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtSql",
    "PySide6.QtTest", "PySide6.QtXml", "PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets",
    "pyqtgraph.examples", "pyqtgraph.opengl", "pyqtgraph.canvas", "pyqtgraph.flowchart",
    "pyqtgraph.dockarea", "pyqtgraph.console", "pyqtgraph.jupyter",
    "scipy.cluster", "scipy.constants", "scipy.datasets", "scipy.differentiate", "scipy.fft", "scipy.fftpack",
    "scipy.integrate", "scipy.interpolate", "scipy.io", "scipy.linalg", "scipy.misc", "scipy.ndimage",
    "scipy.odr", "scipy.optimize", "scipy.signal", "scipy.sparse.linalg", "scipy.spatial", "scipy.special",
    "scipy.stats", "sklearn", "joblib", "threadpoolctl", "narwhals", "numpy.distutils",
)  # fmt: skip
"""Parts of libraries that nothing on the way of this program uses; of scipy, sparse matrices
alone are, and they ask for numpy.f2py.

For the two of OpenGL there is `no_opengl.py`.
"""

EXCLUDES: Final = (*OTHERS, *SERVICE, *STANDARD, *UNUSED)

_PLUGINS: Final = re.compile(
    r"plugins/(platforms/(lib)?q(xcb|wayland|offscreen|windows|cocoa)\b"
    r"|(xcbglintegrations|wayland-\w+(-\w+)*|iconengines|platforminputcontexts|styles)/"
    r"|imageformats/(lib)?q(svg|ico)\b"
    r"|platformthemes/libqxdgdesktopportal)"
)
_NO_PLUGIN: Final = re.compile(
    r"wayland-graphics-integration-server|qtvirtualkeyboard|lib(ivi|fullscreen)-shell"
)
_TRANSLATIONS: Final = re.compile(r"translations/qtbase_(de|fr)\.qm$")
"""Qt's own words, in the languages of the program."""
_NO_LIBRARY: Final = re.compile(
    r"Qt6(Qml|Quick|Pdf|VirtualKeyboard|Network|Sql|Test|Xml|Egl[Ff][Ss]|Designer|WaylandCompositor|Labs|Lottie)"
    r"|Qt6OpenGLWidgets"
)
_LEFT_OVER: Final = re.compile(r"(^|/)(tests?|testing)/.*|\.(pyx|pxd|pyi|c|h|f90|build|md)$|/py\.typed$")
_KEPT_OF_SYSTEM: Final = re.compile(r"^lib(crypto|sqlite3|ffi|python3[\d.]*)\.(so|\d)")
"""Libraries that Python itself is linked to; all others of a Linux system stay there.

A program that brings an old libstdc++ or fontconfig beside the graphics drivers and settings of a newer
system breaks there. What is needed of the system is declared: `scripts/shipping/needs.py`.
"""
_SYSTEM: Final = re.compile(r"^(/usr)?/lib(32|64)?/")
_LEXERS: Final = re.compile(
    r"pygments\.(lexers|formatters|styles)\.(?!_mapping$|python$|default$|monokai$|terminal\w*$)"
)


def wanted(entry: Entry) -> bool:
    """Whether a collected file belongs into the program."""
    name, source, _ = entry
    name = PurePosixPath(name.replace("\\", "/")).as_posix()
    last = name.rsplit("/", 1)[-1]
    if "PySide6" in name and "/plugins/" in name:
        return bool(_PLUGINS.search(name)) and not _NO_PLUGIN.search(name)
    if "PySide6" in name and "/translations/" in name:
        return bool(_TRANSLATIONS.search(name))
    if _SYSTEM.match(source) and ".so" in last and "/lib-dynload/" not in source:
        return bool(_KEPT_OF_SYSTEM.match(last))
    if name.startswith(("scipy/", "numpy/", "pyqtgraph/")) and _LEFT_OVER.search(name):
        return False
    if name.startswith("pyqtgraph/") and not re.match(r"pyqtgraph/icons/[^/]+$", name):
        return False  # colour maps, forms and its own sign, for which no chart here asks
    if name.startswith("resources/translations/") and last.endswith(".ts"):
        return False  # of the catalogues, what Qt reads
    return not _NO_LIBRARY.search(last)


def wanted_module(entry: Entry) -> bool:
    """Whether a collected Python module belongs into the program."""
    return not _LEXERS.match(entry[0])


def kept(entries: Iterable[Entry]) -> list[Entry]:
    """The files that belong into the program, in the order of their names; of equal libraries one."""
    found: dict[tuple[str, str], str] = {}
    return [_once(entry, found) for entry in sorted(entry for entry in entries if wanted(entry))]


def _once(entry: Entry, found: dict[tuple[str, str], str]) -> Entry:
    """Point from the second copy of a library that two wheels bring to the first."""
    name, source, kind = entry
    folder, _, last = name.replace("\\", "/").rpartition("/")
    if sys.platform != "linux" or kind != "BINARY" or not folder.endswith(".libs"):
        return entry
    key = last, hashlib.sha256(Path(source).read_bytes()).hexdigest()
    first = found.setdefault(key, name)
    return entry if first == name else (name, f"../{first}", "SYMLINK")
