"""Imports scikit-learn: in one thread at a time, without collecting garbage, and without what no fit uses."""

import contextlib
import gc
import importlib
import sys
import threading
from collections.abc import Iterator, Sequence
from importlib.abc import MetaPathFinder
from types import FrameType, ModuleType
from typing import Any, Final

_SPARED: Final = "pandas"
_BY: Final = "sklearn.utils.fixes"
"""The module that imports pandas where it is installed; scikit-learn works without it."""
_LATER: Final = ("scipy.stats", "scipy.interpolate", "scipy.integrate")
"""Modules of which scikit-learn imports names that few of its estimators use."""
_ONE_THREAD: Final = threading.RLock()


class _PandasFinder(MetaPathFinder):
    """Finds no pandas for scikit-learn, and leaves it to others for everybody else."""

    def find_spec(self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None) -> None:
        """Raise `ModuleNotFoundError` for the import of pandas by scikit-learn."""
        if fullname == _SPARED and _importer(sys._getframe(1)) == _BY:
            raise ModuleNotFoundError(fullname, name=fullname)


class _LaterModule(ModuleType):
    """Stands for a module that nothing has used yet."""

    def __getattr__(self, name: str) -> "_LaterName":
        """Return a name of the module without importing it."""
        if name.startswith("__"):
            raise AttributeError(name)
        return _LaterName(self.__name__, name)


class _LaterName:
    """Stands for a function or class of a module, which is imported on use."""

    def __init__(self, module: str, name: str) -> None:
        self._module, self._name = module, name

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Call the function or class."""
        return self._found()(*args, **kwargs)

    def __getattr__(self, name: str) -> Any:
        """Return an attribute of the function or class."""
        return getattr(self._found(), name)

    def _found(self) -> Any:
        with _ONE_THREAD:
            _remove_stand_ins()  # there are some if scikit-learn uses the name while it is imported
            return getattr(importlib.import_module(self._module), self._name)


def import_sklearn_without_pandas() -> None:
    """Let scikit-learn be imported without pandas in this process; other code can import pandas as always."""
    if not any(isinstance(finder, _PandasFinder) for finder in sys.meta_path):
        sys.meta_path.insert(0, _PandasFinder())


@contextlib.contextmanager
def importing_sklearn() -> Iterator[None]:
    """Provide a block that imports parts of scikit-learn.

    Two threads that import it for the first time can find a module that is not complete yet. The import
    makes no garbage, and looking for it takes a seventh of the time. Parts of scipy take nearly half of it,
    so scikit-learn gets stand-ins for them; after the block, others import them as always.
    """
    with _ONE_THREAD:
        collects = gc.isenabled()
        gc.disable()
        for name in _LATER:
            sys.modules.setdefault(name, _LaterModule(name))
        try:
            yield
        finally:
            _remove_stand_ins()
            if collects:
                gc.enable()


def _remove_stand_ins() -> None:
    """Let the modules be imported as always; another thread may have imported one of them already."""
    for name in _LATER:
        if isinstance(sys.modules.get(name), _LaterModule):
            del sys.modules[name]


def _importer(frame: FrameType | None) -> str:
    """Return the name of the module whose import statement is being run."""
    while frame is not None and "importlib" in str(frame.f_globals.get("__name__")):
        frame = frame.f_back
    return "" if frame is None else str(frame.f_globals.get("__name__"))
