"""Nothing in the program turns bytes of a file into code."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
MODULES = {
    "pickle",
    "cPickle",
    "marshal",
    "shelve",
    "dill",
    "cloudpickle",
    "joblib",
    "jsonpickle",
    "code",
    "codeop",
}
CALLS = {"eval", "exec", "compile", "__import__", "os.system", "os.popen", "joblib.load"}
BETWEEN_OWN_WORKERS = {
    "mltag_desktop/core/processes/pool.py": {"pickle"},
    "mltag_desktop/core/training/notebook.py": {"joblib"},
}
"""Worker processes get their work from the program that started them; nothing of it comes from a file."""
SIGNED = {
    "mltag_desktop/core/model/own_estimator.py": {"joblib", "joblib.load"},
    "mltag_desktop/core/training/own_recipes.py": {"joblib"},
}
"""Writes, and loads only bytes with a valid signature of the user's own key, see `test_own_estimators.py`."""


def offences(source: str) -> Iterator[str]:
    """Yield what turns data into code."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.split(".")[0] in MODULES)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] in MODULES:
            yield str(node.module)
            yield from (f"{node.module}.load" for alias in node.names if alias.name in {"load", "*"})
        elif isinstance(node, ast.Call):
            name = ast.unparse(node.func)
            if name in CALLS:
                yield name
            for keyword in node.keywords:
                value = keyword.value
                is_true = not (isinstance(value, ast.Constant) and value.value is False)
                if keyword.arg in {"allow_pickle", "shell"} and is_true:
                    yield f"{name}({keyword.arg})"
            if name.endswith("extractall") or name == "shutil.unpack_archive":
                yield name


@pytest.mark.parametrize(
    "source",
    [
        "import pickle", "from pickle import loads", "import joblib.numpy_pickle", "joblib.load(path)",
        "eval('1')", "exec(x)", "compile(x, '', 'exec')", "np.load(f, allow_pickle=True)",
        "np.load(f, allow_pickle=flag)", "subprocess.run(c, shell=True)",
        "tar.extractall(p)", "__import__(name)", "os.system(c)",
    ],
)  # fmt: skip
def test_each_offence_is_seen(source: str) -> None:
    assert list(offences(source))


def test_loading_is_seen_where_the_module_is_allowed() -> None:
    assert "joblib.load" in set(offences("import joblib\njoblib.load(path)"))
    assert "joblib.load" in set(offences("from joblib import Parallel, load"))


def test_what_is_harmless_is_not_an_offence() -> None:
    assert not list(offences("import json\nnp.load(f, allow_pickle=False)\nre.compile('a')\napp.exec()"))


def test_no_source_turns_data_into_code() -> None:
    paths = sorted((ROOT / "mltag_desktop").rglob("*.py"))
    assert len(paths) > 200
    for path in paths:
        name = path.relative_to(ROOT).as_posix()
        allowed = BETWEEN_OWN_WORKERS.get(name, set()) | SIGNED.get(name, set())
        found = set(offences(path.read_text(encoding="utf-8"))) - allowed
        assert not found, f"{name}: {found}"
