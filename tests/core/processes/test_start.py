"""Ctrl+C in a terminal reaches all processes of a command; its workers must not print tracebacks."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from mltag_desktop.core.model import encoder

ROOT = Path(__file__).parents[3]
SCRIPT = """
import multiprocessing, signal, sys, threading, time
from mltag_desktop.core.model.encoder import embed_many
from mltag_desktop.core.training.training import Part, run_parts
from mltag_desktop.core.progress import SILENT
from tests.core.processes.test_start import wait

class Started:
    def report(self, fraction, step=""):
        print("started", flush=True)

def report_children():
    while len(multiprocessing.active_children()) < 2:
        time.sleep(0.05)
    time.sleep(0.2)  # they import
    Started().report(0)

if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell disables it in the background
    try:
        if sys.argv[1] == "encoder":
            texts = (f"text number {number}" for number in range(4_000))
            threading.Thread(target=report_children).start()
            list(embed_many(SILENT, list(texts), processes=2))
        else:
            parts = [Part("", (number,)) for number in range(4)]
            run_parts(Started(), wait, parts, jobs=2)
    except KeyboardInterrupt:
        print("interrupted")
"""


def wait(progress: object, number: int) -> None:
    signal.pause()


@pytest.mark.parametrize("workers", ["parts", "encoder"])
def test_ctrl_c_is_for_the_program_not_for_its_workers(workers: str, tmp_path: Path) -> None:
    if workers == "encoder" and not encoder.is_installed():
        pytest.skip("needs the sentence encoder")
    (tmp_path / "script.py").write_text(SCRIPT)
    program = subprocess.Popen(
        [sys.executable, tmp_path / "script.py", workers],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        start_new_session=True,
    )
    try:
        assert program.stdout is not None
        assert program.stdout.readline() == "started\n"
        os.killpg(program.pid, signal.SIGINT)
        said, errors = program.communicate(timeout=60)
    finally:
        program.kill()
    assert "interrupted" in said
    assert "Traceback" not in errors
