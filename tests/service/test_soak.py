"""An hour of requests leaves the memory as it was.

First the caches that are bounded by count (the split of words that no vocabulary has: 50,000, of the model
and of the shadow) are filled and emptied once, so that what grows from then on is no cache. Then other models
are put in force sixty times. How many of them are in memory at a moment, and which holes they leave there,
goes up and down by ten MiB or more; what a leak lifts is the floor. So the least memory of the last quarter
may be above that of the quarter before by less than 32 bytes a request, the size of a small Python object:
not one may outlive its request.

MLTAG_SOAK_MINUTES makes it shorter, MLTAG_SOAK_PACE asks so often a second instead of as fast as it goes, and
MLTAG_SOAK_LOG names a file for the memory of every minute.
"""

import os
import re
import time
from pathlib import Path

import pytest

from mltag_desktop.core.model.bundle import bundled, save_bundle
from mltag_desktop.core.model.training.training import train
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.serving.feedback_store import FeedbackStore
from tests.helpers import TEXTS, examples
from tests.service.helpers import Process, served

MINUTES = float(os.environ.get("MLTAG_SOAK_MINUTES", "60"))
PACE = float(os.environ.get("MLTAG_SOAK_PACE", "0"))
LOG = os.environ.get("MLTAG_SOAK_LOG")
SAMPLES = 60
CACHED_WORDS = 50_000
MOST_BYTES_A_REQUEST = 32.0


def mebibytes(pid: int) -> float:
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise AssertionError("no VmRSS")


def seconds_of_work(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def ask(process: Process, number: int) -> None:
    """Ask one thing of a mixture: one and many texts, why, feedback, the metrics, and what is refused."""
    client, text = process.client, f"{TEXTS[number % len(TEXTS)]} {number:x}"
    many = {"items": [{"text": f"{text} {n}", "key": f"user-{n}"} for n in range(50)]}
    asked = many if number % 9 == 0 else {"text": text, "probabilities": number % 2 == 0}
    assert client.post("/v1/predict", json=asked).status_code == 200
    if number % 20 == 0:
        assert client.post("/v1/explain", json={"text": text}).status_code == 200
        assert client.post("/v1/feedback", json={"text": text}).status_code == 200
        assert client.post("/v1/predict", json={"text": number}).status_code == 422
        assert client.post("/v1/predict", content=text).status_code == 415
    if number % 300 == 0:
        assert client.get("/metrics").status_code == 200
        assert client.get(f"/{number}").status_code == 404


def fill_caches(process: Process) -> None:
    """Ask for more new words than the caches hold."""
    for number in range(2 * CACHED_WORDS // 5_000):
        texts = [" ".join(f"q{number:x}z{n:x}y{part}" for part in range(10)) for n in range(500)]
        body = {"items": [{"text": text} for text in texts]}
        assert process.client.post("/v1/predict", json=body).status_code == 200


def growth(seen: list[tuple[int, float]]) -> float:
    """Return bytes a request, from (requests, MiB): how much the later half's floor is above the earlier's.

    Over the requests from the middle of one half to that of the other.
    """
    middle = len(seen) // 2
    earlier, later = seen[:middle], seen[middle:]
    rise = min(size for _, size in later) - min(size for _, size in earlier)
    return rise * 2**20 / (later[len(later) // 2][0] - earlier[len(earlier) // 2][0])


@pytest.mark.parametrize("models", [[0.0], [0.0, 10.5, 21.0, 10.5, 31.5]])
def test_the_growth_finds_a_leak_and_no_noise(models: list[float]) -> None:
    noise = [0.4, 0.0, 0.1, 0.2, 6.0, 0.0] * 5
    flat = [(number * 500, 250 + each + models[number % len(models)]) for number, each in enumerate(noise)]
    assert abs(growth(flat)) < MOST_BYTES_A_REQUEST
    leaking = [(asked, size + 64 * asked / 2**20) for asked, size in flat]
    assert growth(leaking) > MOST_BYTES_A_REQUEST
    a_model_for_each = [(asked, size + 10.5 * number) for number, (asked, size) in enumerate(flat)]
    assert growth(a_model_for_each) > MOST_BYTES_A_REQUEST


def point(link: Path, folder: Path) -> None:
    """Let a link lead to another folder, in one step."""
    fresh = link.with_name("fresh")
    fresh.symlink_to(folder)
    fresh.replace(link)


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs /proc")
def test_memory_is_flat(tmp_path: Path, bundles: tuple[Path, Path]) -> None:
    """With words that never come again, a shadow, and another model of full size in force sixty times."""
    for name, swap in (("one", False), ("two", True)):
        save_bundle(tmp_path / name, train(SILENT, examples(swap), vectors=bundled().vectors))
    link = tmp_path / "model"
    point(link, tmp_path / "one")
    arguments = ["--model", link, "--shadow", bundles[1], "--state", tmp_path / "state"]
    with served(*arguments) as process:
        pid, number, seen = process.process.pid, 0, list[tuple[int, float]]()
        fill_caches(process)
        begin = time.monotonic()
        for sample in range(1, SAMPLES + 1):
            while time.monotonic() < begin + MINUTES * 60 / SAMPLES * sample:
                ask(process, number)
                number += 1
                if PACE:
                    time.sleep(max(0.0, begin + number / PACE - time.monotonic()))
            seen.append((number, mebibytes(pid)))
            if LOG:
                with Path(LOG).open("a") as log:
                    elapsed = time.monotonic() - begin
                    share = seconds_of_work(pid) / elapsed
                    log.write(
                        f"{elapsed:.0f} s, {number} asked, {seen[-1][1]:.1f} MiB, {share:.3f} of a core\n"
                    )
            if MINUTES >= 10:  # else it would be the models' loading alone that is seen
                point(link, tmp_path / ("two" if sample % 2 else "one"))
        metrics = process.client.get("/metrics").text
        assert process.end() == 0
    assert growth(seen[SAMPLES // 2 :]) < MOST_BYTES_A_REQUEST, seen
    swaps = re.search(r"^mltag_model_swaps_total (\d+)$", metrics, re.MULTILINE)
    assert swaps is None if MINUTES < 10 else swaps is not None and int(swaps[1]) >= SAMPLES // 2
    with FeedbackStore.existing(tmp_path / "state") as inbox:
        assert len(inbox.feedback()) == (number + 19) // 20
