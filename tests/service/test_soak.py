"""An hour of requests leaves the memory as it was; MLTAG_SOAK_MINUTES makes it shorter."""

import os
import time
from pathlib import Path

import pytest

from mltag_desktop.core.serving.inbox import Inbox

from .conftest import TEXTS, served

MINUTES = float(os.environ.get("MLTAG_SOAK_MINUTES", "60"))


def mebibytes(pid: int) -> float:
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise AssertionError("no VmRSS")


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs /proc")
def test_memory_is_flat(tmp_path: Path, bundles: tuple[Path, Path]) -> None:
    """Single and many texts, explanations, feedback and a shadow, with words that never come again."""
    arguments = ["--model", bundles[0], "--shadow", bundles[1], "--state", tmp_path / "state"]
    with served(*arguments) as process:
        begin, number, seen = time.monotonic(), 0, []
        for part in range(1, 11):
            while time.monotonic() < begin + MINUTES * 6 * part:
                text = f"{TEXTS[number % len(TEXTS)]} {number:x}"
                asked = (
                    {"items": [{"text": f"{text} {n}"} for n in range(50)]}
                    if number % 9 == 0
                    else {"text": text}
                )
                assert process.client.post("/v1/predict", json=asked).status_code == 200
                if number % 20 == 0:
                    assert process.client.post("/v1/explain", json={"text": text}).status_code == 200
                    assert process.client.post("/v1/feedback", json={"text": text}).status_code == 200
                number += 1
            seen.append(mebibytes(process.process.pid))
        assert process.end() == 0
    assert seen[-1] <= 1.1 * max(seen[1:4]), seen
    with Inbox.existing(tmp_path / "state") as inbox:
        assert len(inbox.feedback()) == (number + 19) // 20
