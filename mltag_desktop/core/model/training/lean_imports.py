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
_REMOVING: Final = threading.Lock()


class _PandasFinder(MetaPathFinder):
    """Finds no pandas for scikit-learn, and leaves it to others for everybody else."""

    def find_spec(self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None) -> None:
        """Raise `ModuleNotFoundError` for the import of pandas by scikit-learn."""
        if fullname == _SPARED and _importer(sys._getframe(1)) == _BY:
            raise ModuleNotFoundError(fullname, name=fullname)


class _LaterModule(ModuleType):
    """Stands for a module that nothing has used yet, in the thread that imports scikit-learn."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._thread = threading.get_ident()

    def __getattr__(self, name: str) -> Any:
        """Return a name of the module without importing it; another thread gets the name itself.

        The package of a user's recipe may subclass it, or import a module below this one.
        """
        if self._thread != threading.get_ident():
            return getattr(_imported(self.__name__), name)
        if name.startswith("__"):
            raise AttributeError(name)
        return _LaterName(self.__name__, name)


class _LaterName:
    """Stands for a function or class of a module, which is imported on use."""

    def __init__(self, module: str, name: str) -> None:
        self._module, self._name = module, name

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Call the function or class."""
        return getattr(_imported(self._module), self._name)(*args, **kwargs)

    def __getattr__(self, name: str) -> Any:
        """Return an attribute of the function or class."""
        return getattr(getattr(_imported(self._module), self._name), name)


def import_sklearn_without_pandas() -> None:
    """Let scikit-learn be imported without pandas in this process; other code can import pandas as always."""
    if not any(isinstance(finder, _PandasFinder) for finder in sys.meta_path):
        sys.meta_path.insert(0, _PandasFinder())


@contextlib.contextmanager
def importing_packages() -> Iterator[None]:
    """Provide a block that imports packages of users, which may import scikit-learn and all of scipy."""
    with _ONE_THREAD:
        yield


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


def _imported(name: str) -> ModuleType:
    """Return a module that has a stand-in. The lock of the block is not taken, which may wait for this."""
    _remove_stand_ins()
    return importlib.import_module(name)


def _remove_stand_ins() -> None:
    """Let the modules be imported as always; another thread may have imported one of them already."""
    with _REMOVING:
        for name in _LATER:
            if isinstance(sys.modules.get(name), _LaterModule):
                del sys.modules[name]


def _importer(frame: FrameType | None) -> str:
    """Return the name of the module whose import statement is being run."""
    while frame is not None and "importlib" in str(frame.f_globals.get("__name__")):
        frame = frame.f_back
    return "" if frame is None else str(frame.f_globals.get("__name__"))
