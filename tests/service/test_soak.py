"""An hour of requests does not leak memory.

First the caches with a maximum count (subword splits of out-of-vocabulary words: 50,000 each for the active
and the shadow model) are filled and cleared once, so that later growth is not a cache. Then the active model
is replaced sixty times. The number of models in memory and the fragmentation vary by ten MiB or more, but a
leak raises the minimum. The minimum of the last quarter may therefore exceed that of the quarter before by
less than 32 bytes per request, the size of a small Python object.

MLTAG_SOAK_MINUTES sets a shorter duration, MLTAG_SOAK_PACE a number of requests per second instead of the
maximum, and MLTAG_SOAK_LOG a file for the memory of every minute.
"""

import os
import re
import time
from pathlib import Path

import pytest

from mltag_desktop.core.model.bundle import bundled, save_bundle
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.serving.feedback_store import FeedbackStore
from mltag_desktop.core.training.training import train
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
    """Send one request of a mixture: single, bulk, explanation, feedback, metrics, and rejected requests."""
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
    """Predict more new words than the caches hold."""
    for number in range(2 * CACHED_WORDS // 5_000):
        texts = [" ".join(f"q{number:x}z{n:x}y{part}" for part in range(10)) for n in range(500)]
        body = {"items": [{"text": text} for text in texts]}
        assert process.client.post("/v1/predict", json=body).status_code == 200


def growth(seen: list[tuple[int, float]]) -> float:
    """Return the growth of the minimum from the first half to the second, in bytes per request.

    `seen` are pairs of requests and MiB; the requests are counted from the middle of one half to the middle
    of the other.
    """
    middle = len(seen) // 2
    earlier, later = seen[:middle], seen[middle:]
    rise = min(size for _, size in later) - min(size for _, size in earlier)
    return rise * 2**20 / (later[len(later) // 2][0] - earlier[len(earlier) // 2][0])


@pytest.mark.parametrize("models", [[0.0], [0.0, 10.5, 21.0, 10.5, 31.5]])
def test_growth_detects_a_leak_and_ignores_noise(models: list[float]) -> None:
    noise = [0.4, 0.0, 0.1, 0.2, 6.0, 0.0] * 5
    flat = [(number * 500, 250 + each + models[number % len(models)]) for number, each in enumerate(noise)]
    assert abs(growth(flat)) < MOST_BYTES_A_REQUEST
    leaking = [(asked, size + 64 * asked / 2**20) for asked, size in flat]
    assert growth(leaking) > MOST_BYTES_A_REQUEST
    a_model_for_each = [(asked, size + 10.5 * number) for number, (asked, size) in enumerate(flat)]
    assert growth(a_model_for_each) > MOST_BYTES_A_REQUEST


def point(link: Path, folder: Path) -> None:
    """Point a link to another folder atomically."""
    fresh = link.with_name("fresh")
    fresh.symlink_to(folder)
    fresh.replace(link)


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs /proc")
def test_memory_is_flat(tmp_path: Path, bundles: tuple[Path, Path]) -> None:
    """Use words that never repeat, a shadow model, and sixty replacements of the full-size active model."""
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
            if MINUTES >= 10:  # a shorter run would measure only the loading of the models
                point(link, tmp_path / ("two" if sample % 2 else "one"))
        metrics = process.client.get("/metrics").text
        assert process.end() == 0
    assert growth(seen[SAMPLES // 2 :]) < MOST_BYTES_A_REQUEST, seen
    swaps = re.search(r"^mltag_model_swaps_total (\d+)$", metrics, re.MULTILINE)
    assert swaps is None if MINUTES < 10 else swaps is not None and int(swaps[1]) >= SAMPLES // 2
    with FeedbackStore.existing(tmp_path / "state") as feedback_store:
        assert len(feedback_store.feedback()) == (number + 19) // 20
