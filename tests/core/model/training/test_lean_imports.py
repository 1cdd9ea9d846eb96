"""scikit-learn is imported without pandas where nobody else needs it, by one thread at a time."""

import gc
import subprocess
import sys
from types import CodeType

import pytest

from mltag_desktop.core.model.training import lean_imports

IMPORT: CodeType = compile("finder.find_spec('pandas', None)", "module", "exec")


def test_pandas_is_hidden_from_scikit_learn_only(monkeypatch: pytest.MonkeyPatch) -> None:
    others = [finder for finder in sys.meta_path if type(finder).__module__ != lean_imports.__name__]
    monkeypatch.setattr(sys, "meta_path", list(others))  # a test of a command may have called it before
    lean_imports.import_sklearn_without_pandas()
    lean_imports.import_sklearn_without_pandas()
    assert sys.meta_path[1:] == others
    finder = sys.meta_path[0]
    with pytest.raises(ModuleNotFoundError, match="pandas"):
        exec(IMPORT, {"__name__": "sklearn.utils.fixes", "finder": finder})
    exec(IMPORT, {"__name__": "sklearn.utils._set_output", "finder": finder})
    exec(IMPORT, {"__name__": "recipe_of_a_user", "finder": finder})
    assert finder.find_spec("numpy", None) is None


TWO_THREADS = """
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from mltag_desktop.core.model.training.lean_imports import importing_sklearn

both = Barrier(2)

def folds():
    both.wait()
    with importing_sklearn():
        from sklearn.model_selection import StratifiedKFold
    return StratifiedKFold(2)

def places():
    both.wait()
    with importing_sklearn():
        from sklearn.manifold import TSNE
    return TSNE()

with ThreadPoolExecutor(2) as pool:
    print([call.result() for call in (pool.submit(folds), pool.submit(places))] != [])
"""


def test_two_threads_import_scikit_learn_one_after_the_other() -> None:
    done = subprocess.run([sys.executable, "-c", TWO_THREADS], capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("True\n", "")


def test_garbage_is_collected_again_after_an_import_that_failed() -> None:
    with pytest.raises(ZeroDivisionError, match="False"), lean_imports.importing_sklearn():
        raise ZeroDivisionError(gc.isenabled())
    assert gc.isenabled()
