"""scikit-learn is imported without pandas where nobody else needs it."""

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
