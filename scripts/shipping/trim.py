"""Decide which files are left out of the frozen program, for `build.spec`.

The program uses scikit-learn with most of scipy, and widgets and SVG of Qt. `tests/packaging/test_trim.py`
imports every module and trains with every recipe while the imports of all `EXCLUDES` are blocked, and the
frozen program's self-test runs the main workflow.
"""

import hashlib
import re
import sys
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import Final

Entry = tuple[str, str, str]
"""A collected file: path in the program, path of its source, and PyInstaller's type code."""

OTHERS: Final = (
    "IPython", "PIL", "PyQt5", "PyQt6", "PySide2", "cupy", "jax", "jupyter_rfb", "matplotlib", "numba",
    "pandas", "polars", "pyarrow", "pytest", "sympy", "tkinter", "torch", "hypothesis", "mypy",
    "setuptools", "pkg_resources", "OpenGL", "fasttext", "psutil", "sentence_transformers", "xarray",
    "dask", "cyclonedx", "jsonschema", "yaml", "charset_normalizer", "requests", "urllib3", "certifi",
    "defusedxml",
)  # fmt: skip
"""Optional imports of libraries that the program does not use."""

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
"""Dependencies of the extras `serve` and `ray`: servers are not part of the desktop program, and their
commands say how to install them.

pydantic is included, because typer uses it to read the options of a command."""

INTERFACE: Final = ("mltag_desktop.api",)
"""The Python interface, which nothing can import from the packaged program."""

STANDARD: Final = (
    "readline",  # links to GNU readline, which is under the GPL
    "_gdbm", "_dbm", "_curses", "_curses_panel", "curses",  # the same, or requires a terminal
    "ssl", "_ssl", "ensurepip", "idlelib", "lib2to3", "pydoc_data", "turtle", "turtledemo", "nis",
    "ossaudiodev",
    "bz2", "_bz2", "lzma", "_lzma", "_uuid",  # link to libraries whose versions differ between systems
    "_pydecimal", "doctest", "ftplib", "http.cookiejar", "http.server", "optparse", "pdb", "smtplib",
    "xmlrpc",
)  # fmt: skip
"""Parts of Python: the program works offline without TLS, and only reads archives of workbooks."""

UNUSED: Final = (
    "PySide6.QtDBus", "PySide6.QtNetwork", "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtSql",
    "PySide6.QtTest", "PySide6.QtXml", "PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets",
    "scipy.cluster", "scipy.datasets", "scipy.differentiate", "scipy.fftpack", "scipy.io", "scipy.misc",
    "scipy.odr", "scipy.signal", "numpy.distutils", "distutils", "pydantic.v1",
    "scipy.optimize._linprog", "scipy.optimize._linprog_highs", "scipy.optimize._linprog_ip",
    "scipy.optimize._linprog_rs", "scipy.optimize._linprog_simplex", "scipy.optimize._milp",
    "scipy.optimize._highspy", "numpy._core._add_newdocs", "numpy._core._add_newdocs_scalars",
    "narwhals._arrow", "narwhals._dask", "narwhals._duckdb", "narwhals._ibis", "narwhals._pandas_like",
    "narwhals._polars", "narwhals._spark_like", "narwhals._sql",
    "cffi", "pycparser",  # PyNaCl is compiled, and only needs cffi's extension module
)  # fmt: skip
"""Parts of libraries that the program does not use. scikit-learn imports the rest of scipy.

`stand_ins.py` replaces `linprog` and `milp` of scipy.optimize, and the
docstrings of numpy's compiled functions."""

HOOKS: Final = ("pyi_rth_inspect", "pyi_rth_pkgutil")
"""PyInstaller's hooks for parts that the program does not use: sources and lists of modules."""

EXCLUDES: Final = (*OTHERS, *SERVICE, *INTERFACE, *STANDARD, *UNUSED)

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
"""Qt's own texts in the program's languages."""
_NO_LIBRARY: Final = re.compile(
    r"Qt6(Qml|Quick|Pdf|VirtualKeyboard|Network|Sql|Test|Xml|Egl[Ff][Ss]|Designer|WaylandCompositor|Labs|Lottie)"
    r"|Qt6OpenGLWidgets|opengl32sw"
)
_LEFT_OVER: Final = re.compile(
    r"(^|/)(tests?|testing)/.*|\.(pyx|pxd|pyi|c|h|f90|build|md|tp)$|/py\.typed$"
    r"|^sklearn/datasets/(data|images|descr)/.*"
)
_SECOND_RUNTIME: Final = re.compile(r"^onnxruntime/capi/(lib)?onnxruntime\.(so|\d|dylib|dll)")
"""The library of onnxruntime for C (33 MiB): the module for Python has its code itself."""
_OF_THE_INSTALLATION: Final = re.compile(r"\.dist-info/(RECORD|INSTALLER|REQUESTED|direct_url\.json)$")
_SYSTEM_LIBRARIES: Final = re.compile(r"^lib(crypto|sqlite3|ffi|python3[\d.]*)\.(so|\d)")
"""Libraries that Python is linked to; all other Linux system libraries are left out.

An old libstdc++ or fontconfig would not work with newer graphics drivers and settings. Required system
libraries are declared; see `scripts/shipping/needs.py`."""
_SYSTEM: Final = re.compile(r"^(/usr)?/lib(32|64)?/")
_LEXERS: Final = re.compile(
    r"pygments\.(lexers|formatters|styles)\.(?!_mapping$|python$|default$|monokai$|terminal\w*$)"
)

_WITHOUT_DOCSTRINGS: Final = frozenset(
    ("jinja2", "joblib", "narwhals", "numpy", "openpyxl", "scipy", "sklearn")
)
"""Libraries that are compiled without docstrings and assertions, which nobody can read in the program.

The docstrings of commands are their help texts, and pydantic reads docstrings as well."""


def wanted(entry: Entry) -> bool:
    """Return whether a collected file is part of the program."""
    name, source, _ = entry
    name = PurePosixPath(name.replace("\\", "/")).as_posix()
    last = name.rsplit("/", 1)[-1]
    if "PySide6" in name and "/plugins/" in name:
        return bool(_PLUGINS.search(name)) and not _NO_PLUGIN.search(name)
    if "PySide6" in name and "/translations/" in name:
        return bool(_TRANSLATIONS.search(name))
    if _SYSTEM.match(source) and ".so" in last and "/lib-dynload/" not in source:
        return bool(_SYSTEM_LIBRARIES.match(last))
    if name.startswith(("scipy/", "numpy/", "sklearn/")) and _LEFT_OVER.search(name):
        return False
    if _SECOND_RUNTIME.match(name):
        return False
    if _OF_THE_INSTALLATION.search(name):
        return False  # contains hashes of scripts, which name the folder of the environment
    if name.startswith("resources/translations/") and last.endswith(".ts"):
        return False  # Qt only reads the compiled catalogues
    return not _NO_LIBRARY.search(last)


def wanted_module(entry: Entry) -> bool:
    """Return whether a collected Python module is part of the program."""
    return not _LEXERS.match(entry[0])


def compact(entry: Entry) -> Entry:
    """Return a module with the type code that leaves its docstrings out, if nobody reads them."""
    name, source, kind = entry
    bare = kind == "PYMODULE" and name.partition(".")[0] in _WITHOUT_DOCSTRINGS
    return (name, source, "PYMODULE-2") if bare else entry


def kept(entries: Iterable[Entry]) -> list[Entry]:
    """Return the files of the program, sorted by name, with one copy of equal libraries."""
    found: dict[tuple[str, str], str] = {}
    return [_once(entry, found) for entry in sorted(entry for entry in entries if wanted(entry))]


def _once(entry: Entry, found: dict[tuple[str, str], str]) -> Entry:
    """Return a link for the second copy of a library that two wheels contain."""
    name, source, kind = entry
    folder, _, last = name.replace("\\", "/").rpartition("/")
    if sys.platform != "linux" or kind != "BINARY" or not folder.endswith(".libs"):
        return entry
    key = last, hashlib.sha256(Path(source).read_bytes()).hexdigest()
    first = found.setdefault(key, name)
    return entry if first == name else (name, f"../{first}", "SYMLINK")
