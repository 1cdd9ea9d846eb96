"""A program killed at any moment loses no saved data."""

import json
import random
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.workspace.decisions.review_thresholds import ReviewThresholds
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.workspace.helpers import (
    TAGS,
    exported,
    record_of,
    reopened,
    table_bytes,
)
from tests.processes import KILLED

ROOT = Path(__file__).parents[4]


def killed_after(path: Path, seed: int, seconds: float) -> dict[str, int]:
    """Run the program, kill it, and return the last value that it printed of each kind."""
    told: dict[str, int] = {}
    command = [sys.executable, "-m", "tests.core.workspace.crashing_program", str(path), str(seed)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        assert process.stdout is not None
        assert process.stdout.readline(), "it began"
        timer = threading.Timer(seconds, process.kill)
        timer.start()
        for line in process.stdout:
            if line.endswith("\n"):
                told |= json.loads(line)
        timer.join()
        assert process.wait() == KILLED
    return told


def check(path: Path, told: dict[str, int], folder: Path) -> None:
    with Workspace.open(path, "Ann") as workspace:
        assert not workspace.read_only, "a dead program's lock is taken over"
        workspace.verify()
        steps = workspace.journal.steps(limit=10**9)
        assert [step.step for step in steps] == list(range(len(steps), 0, -1))
        assert len(steps) >= told.get("step", 0)
        assert workspace.table.count >= told.get("imported", 0)
        if "model" in told:
            assert told["model"] in [model.version for model in workspace.models.all()]
        last = workspace.history.states_at(len(steps))
        now = workspace.states()
        assert (now.status == last.status).all(), "what is shown is the fold of the journal"
        assert (now.decided == last.decided).all()
        texts = workspace.table.texts(range(workspace.table.count))
        views = workspace.table.records(range(workspace.table.count))
        assert [view.text for view in views] == texts
        if workspace.table.complete and workspace.table.source_path is not None:
            exported(workspace, what="original")
            rows = (folder / "out.csv").read_bytes().count(b"\r\n") - 1
            assert (folder / "out.csv").read_bytes() == table_bytes(rows)
        if workspace.table.count:
            workspace.decisions.decide([0], "birds")
        limits = workspace.thresholds.below()
        while workspace.history.undo():
            pass
        assert workspace.thresholds.below() == ReviewThresholds()
        while workspace.history.redo():
            pass
        assert workspace.thresholds.below() == limits, "thresholds are the fold of the journal too"


@pytest.mark.parametrize("seed", range(4))
def test_a_kill_loses_no_acknowledged_step(tmp_path: Path, seed: int) -> None:
    told = killed_after(tmp_path / "w.mltag", seed, random.Random(seed).uniform(0.05, 2.5))
    check(tmp_path / "w.mltag", told, tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(100, 400))
def test_hundreds_of_kills_lose_no_acknowledged_step(tmp_path: Path, seed: int) -> None:
    told = killed_after(tmp_path / "w.mltag", seed, random.Random(seed).uniform(0.0, 4.0))
    check(tmp_path / "w.mltag", told, tmp_path)


@pytest.mark.parametrize("room", [0, 5_000, 20_000, 60_000, 200_000])
def test_a_partial_write_loses_no_saved_data(predicted: Workspace, tmp_path: Path, room: int) -> None:
    """A limit on the file size makes writes fail after any number of bytes."""
    import resource

    predicted.decisions.decide(range(12), "birds", "before")
    largest = max(each.stat().st_size for each in tmp_path.iterdir() if each.is_file())
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest + room, hard))
    saved = 0
    try:

        def decide_on_and_on() -> None:
            nonlocal saved
            for saved in range(10_000):
                predicted.decisions.decide(range(12), TAGS[saved % 3], "n" * 200)

        with pytest.raises(MltagError) as told:
            decide_on_and_on()
        assert told.value.hint
        assert len(predicted.journal.steps(limit=10**9)) == saved + 1
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)
    predicted.decisions.decide([0], "fish", "after")
    predicted.verify()
    with reopened(predicted) as again:
        assert len(again.journal.steps(limit=10**9)) == saved + 2
        assert record_of(again, 0).note == "after"
