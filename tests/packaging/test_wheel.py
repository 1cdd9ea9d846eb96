"""The wheel in a separate environment, away from the source: self-test and the guide's Python page."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.api.test_guide_page import SNIPPETS
from tests.helpers import examples

pytestmark = pytest.mark.slow  # installs all libraries
ROOT = Path(__file__).resolve().parents[2]


def run(*command: str | Path, folder: Path) -> str:
    """Run a command in `folder` without the source in Python's path; return what it says."""
    kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    environment = kept | {"HOME": str(folder), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


@pytest.fixture(scope="module")
def programs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the programs of a new environment with the wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    left_out = shutil.ignore_patterns(".venv", ".git", "build", "dist", "*_cache", "__pycache__")
    shutil.copytree(ROOT, source, ignore=left_out)
    run(
        sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", str(source), "-w", folder, folder=folder
    )
    run(sys.executable, "-m", "venv", folder / "environment", folder=folder)
    found = folder / "environment" / ("Scripts" if sys.platform == "win32" else "bin")
    (wheel,) = folder.glob("*.whl")
    run(found / "python", "-m", "pip", "install", "--quiet", wheel, folder=folder)
    return found


def test_the_selftest_passes(programs: Path, tmp_path: Path) -> None:
    steps = run(programs / "mltag", "selftest", folder=tmp_path).splitlines()
    assert len(steps) == 9
    assert all(step.startswith("ok ") for step in steps)


def test_every_snippet_of_the_python_page_runs(programs: Path, tmp_path: Path) -> None:
    import pandas as pd

    shutil.copy(ROOT / "resources" / "sample.csv", tmp_path / "articles.csv")
    rows = examples()
    labelled = {"title": rows.texts, "text": "", "topic": rows.tags, "source": ["blog", "news"] * 45}
    pd.DataFrame(labelled).to_csv(tmp_path / "labelled.csv", index=False)
    (tmp_path / "page.py").write_text("\n".join(SNIPPETS), encoding="utf-8")
    said = run(programs / "python", "page.py", folder=tmp_path)
    assert "30 tags are missing (NaN or empty), the first at position 60." in said
    assert (tmp_path / "tagged.csv").exists()
