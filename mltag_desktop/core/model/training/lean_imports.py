"""Imports scikit-learn: in one thread at a time, without collecting garbage, and without pandas."""

import contextlib
import gc
import sys
import threading
from collections.abc import Iterator, Sequence
from importlib.abc import MetaPathFinder
from types import FrameType, ModuleType
from typing import Final

_SPARED: Final = "pandas"
_BY: Final = "sklearn.utils.fixes"
"""The module that imports pandas where it is installed; scikit-learn works without it."""
_ONE_THREAD: Final = threading.RLock()


class _PandasFinder(MetaPathFinder):
    """Finds no pandas for scikit-learn, and leaves it to others for everybody else."""

    def find_spec(self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None) -> None:
        """Raise `ModuleNotFoundError` for the import of pandas by scikit-learn."""
        if fullname == _SPARED and _importer(sys._getframe(1)) == _BY:
            raise ModuleNotFoundError(fullname, name=fullname)


def import_sklearn_without_pandas() -> None:
    """Let scikit-learn be imported without pandas in this process; other code can import pandas as always."""
    if not any(isinstance(finder, _PandasFinder) for finder in sys.meta_path):
        sys.meta_path.insert(0, _PandasFinder())


@contextlib.contextmanager
def importing_sklearn() -> Iterator[None]:
    """Provide a block that imports parts of scikit-learn, or packages of users, which import it too.

    Two threads that import it for the first time can find a module that is not complete yet. The import
    makes no garbage, and looking for it takes a seventh of the time.
    """
    with _ONE_THREAD:
        collects = gc.isenabled()
        gc.disable()
        try:
            yield
        finally:
            if collects:
                gc.enable()


def _importer(frame: FrameType | None) -> str:
    """Return the name of the module whose import statement is being run."""
    while frame is not None and "importlib" in str(frame.f_globals.get("__name__")):
        frame = frame.f_back
    return "" if frame is None else str(frame.f_globals.get("__name__"))
