"""A kill during training or promotion leaves an intact workspace."""

import os
import random
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

import pytest

from mltag_desktop.core.filesystem import scratch_folder
from mltag_desktop.core.learning.query_slices import stored_slices
from mltag_desktop.core.model.bundle import load_bundle
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.helpers import TAGS, base_model, decide_each, make, predict_all
from tests.processes import KILLED

LEARNT = make(80, seed=11, words=1)


def make_start(path: Path) -> None:
    """Create a workspace with forty decisions."""
    with Workspace.create(path, "ann", TAGS) as workspace:
        workspace.table.add_texts(LEARNT.texts)
        predict_all(workspace, base_model())
        decide_each(workspace, LEARNT.tags[:40])


def killed_training(path: Path, temporary: Path, seconds: float) -> list[str]:
    """Train and promote until killed; return the versions that were reported as promoted."""
    temporary.mkdir()
    command = [sys.executable, "-m", "tests.core.training.killed_training", str(path)]
    environment = os.environ | {"TMPDIR": str(temporary)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == "ready"
        timer = threading.Timer(seconds, process.kill)
        timer.start()
        said = process.stdout.read()
        timer.join()
        assert process.wait() == KILLED
    return [line.split()[1] for line in said.splitlines() if line.startswith("promoted") and line.split()[1:]]


def check(path: Path, temporary: Path, promoted: list[str]) -> None:
    """Everything that was reported is there, and the next program deletes what the killed one left."""
    base = base_model().version
    with Workspace.open(path, "ann") as again:
        again.verify()
        assert not again.read_only
        decided = again.states().decided
        names = again.states().tag_names
        assert [names[code] for code in decided[:40]] == list(LEARNT.tags[:40])
        assert again.thresholds.below().of(again.tag_set.tags[0].name) == pytest.approx(0.9)
        assert [each.name for each in stored_slices(again)] == ["First"]
        versions = {model.version for model in again.models.all()}
        assert set(promoted) <= versions
        if promoted:
            assert again.models.active != base
        for version in versions - {base}:
            assert load_bundle(again.models.bundle_path(version)).manifest.version == version
        while again.models.active != base:
            again.models.rollback()
    left = {path.name, f"{path.name}-decisions", temporary.name}
    assert {each.name for each in path.parent.iterdir()} == left
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tempfile, "tempdir", str(temporary))
        with scratch_folder():
            pass
    assert list(temporary.iterdir()) == []


@pytest.mark.parametrize("seed", [0, *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(1, 9))])
def test_a_kill_during_training_or_promotion_loses_nothing(tmp_path: Path, seed: int) -> None:
    path, temporary = tmp_path / "pets.mltag", tmp_path / "temporary"
    make_start(path)
    check(path, temporary, killed_training(path, temporary, random.Random(seed).uniform(0.3, 3.0)))
