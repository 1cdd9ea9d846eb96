"""Spares processes that train the import of pandas, which scikit-learn asks for without using it."""

import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from types import FrameType, ModuleType
from typing import Final

_SPARED: Final = "pandas"
_BY: Final = "sklearn.utils.fixes"
"""The module that imports pandas where it is installed; scikit-learn works without it."""


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


def _importer(frame: FrameType | None) -> str:
    """Return the name of the module whose import statement is being run."""
    while frame is not None and "importlib" in str(frame.f_globals.get("__name__")):
        frame = frame.f_back
    return "" if frame is None else str(frame.f_globals.get("__name__"))
