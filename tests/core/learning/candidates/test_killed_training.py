"""A kill during training or promotion leaves an intact workspace."""

import random
import signal
import subprocess
import sys
import threading
import time

import pytest

from mltag_desktop.core.learning.query_slices import stored_slices
from mltag_desktop.core.model.bundle import load_bundle
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.helpers import make, predict_all


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
@pytest.mark.parametrize("seed", [0, *(pytest.param(seed, marks=pytest.mark.slow) for seed in (1, 2))])
def test_a_kill_during_training_or_promotion_loses_nothing(
    make_workspace, tiny_model, tmp_path, seed
) -> None:
    workspace = make_workspace(80)
    predict_all(workspace, tiny_model)
    tags = make(80, seed=11, words=1).tags
    for row in range(40):
        workspace.decisions.decide([row], tags[row])
    path = workspace.path
    workspace.close()
    said: list[str] = []
    command = [
        sys.executable,
        "-m",
        "tests.core.learning.candidates.killed_training",
        str(path),
        str(tmp_path / "work"),
    ]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline().strip() == "ready"
    reader = threading.Thread(target=lambda: said.extend(process.stdout))
    reader.start()
    time.sleep(random.Random(seed).uniform(0.3, 3.0))
    process.send_signal(signal.SIGKILL)
    process.wait()
    reader.join()
    process.stdout.close()
    promoted = [line.split()[1] for line in said if line.startswith("promoted")]
    with Workspace.open(path, "ann") as again:
        again.verify()
        assert not again.read_only
        decided = again.states().decided
        names = again.states().tag_names
        assert [names[code] for code in decided[:40]] == list(tags[:40])
        assert again.thresholds.below().of(again.tag_set.tags[0].name) == pytest.approx(0.9)
        assert [each.name for each in stored_slices(again)] == ["First"]
        versions = {model.version for model in again.models.all()}
        assert set(promoted) <= versions
        if promoted:
            assert again.models.active != tiny_model.version
        for version in versions - {tiny_model.version}:
            assert load_bundle(again.models.bundle_path(version)).manifest.version == version
        while again.models.active != tiny_model.version:
            again.models.rollback()
