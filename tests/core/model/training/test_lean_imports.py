"""scikit-learn is imported without pandas and parts of scipy where nobody else needs them."""

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


LATER = """
import contextlib
import sys
from mltag_desktop.core.model.training.lean_imports import importing_sklearn

with contextlib.suppress(ZeroDivisionError), importing_sklearn():
    import sklearn.isotonic, sklearn.metrics, sklearn.model_selection, sklearn.preprocessing
    1 / 0

print([name for name in sys.modules if name.startswith(("scipy.stats", "scipy.interp", "scipy.integ"))])
column = [[number] for number in range(8)]
transformers = sklearn.preprocessing
print(transformers.QuantileTransformer(n_quantiles=8, output_distribution="normal").fit_transform(column)[0])
print(transformers.SplineTransformer(n_knots=3).fit_transform(column).shape)
print(sklearn.metrics.auc([0, 1, 2], [0, 1, 0]))
import scipy.stats
print(scipy.stats.norm.cdf(0), isinstance(scipy.stats.norm, scipy.stats.rv_continuous))
"""


def test_parts_of_scipy_are_imported_when_an_estimator_uses_them() -> None:
    done = subprocess.run([sys.executable, "-c", LATER], capture_output=True, text=True)
    assert (done.stdout.splitlines(), done.stderr) == (
        ["[]", "[-5.19933758]", "(8, 5)", "1.0", "0.5 True"],
        "",
    )


AT_ONCE = """
import sys
from mltag_desktop.core.model.training.lean_imports import importing_sklearn

with importing_sklearn():
    from scipy.stats import norm
    print(norm.cdf(0))
    used = sys.modules["scipy.stats"]
    from scipy.integrate import trapezoid
print(used is sys.modules["scipy.stats"], type(trapezoid).__name__)
"""


def test_a_part_of_scipy_that_is_used_during_the_import_is_imported_once() -> None:
    done = subprocess.run([sys.executable, "-c", AT_ONCE], capture_output=True, text=True)
    assert (done.stdout.splitlines(), done.stderr) == (["0.5", "True function"], "")


OTHER_THREAD = """
from threading import Thread
from mltag_desktop.core.model.training.lean_imports import importing_sklearn

def package_of_a_user():
    import scipy.stats
    from scipy.integrate._quadrature import _builtincoeffs
    from scipy.interpolate import PPoly
    class Own(scipy.stats.rv_continuous, PPoly):
        pass
    print(Own.__mro__[1].__module__, len(_builtincoeffs))

with importing_sklearn():
    other = Thread(target=package_of_a_user)
    other.start()
    other.join()
    from scipy.stats import norm
    print(norm.cdf(0))
"""


def test_other_threads_import_all_of_scipy_meanwhile() -> None:
    """The package of a recipe was loaded in one thread while another imported scikit-learn, and failed."""
    done = subprocess.run([sys.executable, "-c", OTHER_THREAD], capture_output=True, text=True)
    assert (done.stdout.splitlines(), done.stderr) == (["scipy.stats._distn_infrastructure 14", "0.5"], "")
