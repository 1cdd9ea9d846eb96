"""Each contract between the rooms fails when it is broken: a copy of the package gets one bad import."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
OFFENCES = [
    ("core/progress.py", "import mltag_desktop.gui.operations", "front ends know core"),
    ("gui/operations.py", "import mltag_desktop.cli.command_names", "front ends know core"),
    ("service/middleware.py", "import mltag_desktop.cli.command_names", "front ends know core"),
    ("service/middleware.py", "import mltag_desktop.gui.operations", "front ends know core"),
    ("core/serving/records.py", "import mltag_desktop.service.middleware", "front ends know core"),
    ("core/serving/records.py", "import fastapi", "core knows no Qt"),
    (
        "core/serving/records.py",
        "import mltag_desktop.core.training.retraining",
        "inside core the data flows one way",
    ),
    ("service/middleware.py", "import typer", "the service knows no Qt"),
    (
        "core/tables/dialect.py",
        "import mltag_desktop.core.workspace.types",
        "inside core the data flows one way",
    ),
    ("core/errors.py", "import typer", "core knows no Qt"),
    ("cli/output.py", "import PySide6.QtCore", "the command line knows no Qt"),
    ("gui/operations.py", "import rich", "the window knows no command line"),
    (
        "gui/operations.py",
        "import mltag_desktop.gui.state.session",
        "the folders of the window import one way",
    ),
    ("scale/ray_engine.py", "import mltag_desktop.cli.command_names", "front ends know core"),
    ("scale/ray_engine.py", "import typer", "batches on a cluster know no Qt"),
    ("api/inputs.py", "import mltag_desktop.cli.command_names", "front ends know core"),
    ("gui/operations.py", "import mltag_desktop.api.inputs", "front ends know core"),
    ("api/inputs.py", "import PySide6.QtCore", "the Python interface knows no Qt"),
    ("core/batch/worker.py", "import ray", "Ray is for the cluster"),
    ("core/workspace/workspace.py", "import sklearn", "scikit-learn, joblib and pandas train"),
    ("core/model/linear_model.py", "import joblib", "scikit-learn, joblib and pandas train"),
    ("core/training/retraining.py", "import pyarrow", "Arrow is for its own files"),
]


@pytest.mark.parametrize(("module", "offence", "contract"), OFFENCES)
def test_a_bad_import_breaks_its_contract(tmp_path: Path, module: str, offence: str, contract: str) -> None:
    shutil.copytree(
        ROOT / "mltag_desktop", tmp_path / "mltag_desktop", ignore=shutil.ignore_patterns("__pycache__")
    )
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    target = tmp_path / "mltag_desktop" / module
    target.write_text(f"{target.read_text(encoding='utf-8')}\n{offence}\n", encoding="utf-8")
    code = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(no_cache=True))"
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True)
    broken = [line for line in done.stdout.splitlines() if " BROKEN" in line]
    assert done.returncode == 1
    assert any(line.startswith(contract) for line in broken)
