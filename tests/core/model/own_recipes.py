"""Installs the example package of the guide, and recipes that fail, without a package manager."""

import tomllib
from pathlib import Path

import pytest

from mltag_desktop.core.processes.pool import shared_pool

EXAMPLE = Path(__file__).parents[3] / "docs" / "guide" / "recipe-example"
FAILING = """
class Failing:
    def fit(self, texts, tags):
        raise RuntimeError("no space for a matrix")

class Predicting:
    def fit(self, texts, tags):
        self.classes_ = sorted(set(tags))
        return self
    def predict(self, texts):
        raise KeyError("unknown word")

class NoClassifier:
    def fit(self, texts, tags):
        return self

class Answering:
    def fit(self, texts, tags):
        print("Iteration 1 of 1")
        self.classes_ = sorted(set(tags))
        return self
    def predict_proba(self, texts):
        return [[1 / len(self.classes_) for tag in self.classes_] for text in texts]

class NotANumber(Answering):
    def predict_proba(self, texts):
        return [[float("nan") for tag in self.classes_] for text in texts]

class OtherTags(Answering):
    def fit(self, texts, tags):
        self.classes_ = ["yak", "zebra"]
        return self

class Exiting(Answering):
    def fit(self, texts, tags):
        raise SystemExit(3)

class CountingThreads(Answering):
    def fit(self, texts, tags):
        from threadpoolctl import threadpool_info
        raise RuntimeError(f"ran with {[pool['num_threads'] for pool in threadpool_info()]}")

class OutOfMemory(Answering):
    def fit(self, texts, tags):
        raise MemoryError

class Dying(Answering):
    def fit(self, texts, tags):
        import os, signal
        os.kill(os.getpid(), signal.SIGTERM if os.name == "nt" else signal.SIGKILL)

def nothing():
    Failing()

def broken():
    raise ImportError("libblas is missing")
"""


def install_example(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Install the example as a package manager would: its module, and metadata with its entry points."""
    project = tomllib.loads((EXAMPLE / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    module = (EXAMPLE / "mltag_phrases.py").read_text(encoding="utf-8")
    points = project["entry-points"]["mltag.recipes"]
    install(folder, monkeypatch, project["name"], "mltag_phrases", module, points)


def install_failing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Install recipes that fail or print, and one with a name of the program."""
    points = {
        "fails": "mltag_failing:Failing",
        "fails-later": "mltag_failing:Predicting",
        "no-classifier": "mltag_failing:NoClassifier",
        "broken": "mltag_failing:broken",
        "nothing": "mltag_failing:nothing",
        "prints": "mltag_failing:Answering",
        "not-a-number": "mltag_failing:NotANumber",
        "other-tags": "mltag_failing:OtherTags",
        "exits": "mltag_failing:Exiting",
        "counts-threads": "mltag_failing:CountingThreads",
        "out-of-memory": "mltag_failing:OutOfMemory",
        "dies": "mltag_failing:Dying",
        "hybrid": "mltag_failing:Failing",
    }
    install(folder, monkeypatch, "mltag-failing", "mltag_failing", FAILING, points)


def install(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    package: str,
    module: str,
    code: str,
    points: dict[str, str],
) -> None:
    """Write a module and its metadata into `folder`, where Python looks for packages from now on."""
    shared_pool().end()  # its processes look for packages where they did when they started
    metadata = folder / f"{module}-1.0.dist-info"
    metadata.mkdir(parents=True)
    (folder / f"{module}.py").write_text(code, encoding="utf-8")
    (metadata / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: 1.0\n")
    lines = [f"{name} = {target}" for name, target in points.items()]
    (metadata / "entry_points.txt").write_text("\n".join(["[mltag.recipes]", *lines, ""]))
    monkeypatch.syspath_prepend(str(folder))
