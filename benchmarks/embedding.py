"""Seconds in which the sentence encoder reads 100,000 texts of 60 and of 270 characters, on two cores.

A part of them is read, with one process and with two, and the result is scaled. `processor` figures count the
processor time of all processes, halved for two cores: other programs slow them down less than the clock. Two
sizes are read, and their difference is scaled, so that the start of the processes counts once.
"""

import sys
import time
from typing import Final

import numpy as np

from benchmarks.results import Goal, processor_seconds, publish
from benchmarks.texts import records
from mltag_desktop.core.model import encoder
from mltag_desktop.core.progress import SILENT

COUNTS: Final = {60: 4_096, 270: 2_048}
WANTED: Final = 100_000
PROCESSES: Final = (1, 2)
GOALS: Final = (
    Goal("processor_seconds_60", at_most=120),
    Goal("processor_seconds_270", at_most=300),
    Goal("speed_up_60", at_least=1.8),
    Goal("speed_up_270", at_least=1.8),
)


def main() -> None:
    """Measure both lengths, and publish the figures."""
    if not encoder.is_installed():
        print("embedding: the sentence encoder is not installed", file=sys.stderr)
        return
    encoder.require()
    figures: dict[str, object] = {}
    for characters, count in COUNTS.items():
        texts = _texts(characters, count)
        rates = {}
        for processes in PROCESSES:
            half = _read(texts[: count // 2], processes)
            whole = _read(texts, processes)
            rates[processes] = [(w - h) / (count - count // 2) for w, h in zip(whole, half, strict=True)]
            start = [max(0.0, 2 * h - w) for w, h in zip(whole, half, strict=True)]
        clock, processor = rates[2]
        figures[f"seconds_{characters}"] = start[0] + clock * WANTED
        figures[f"processor_seconds_{characters}"] = (start[1] + processor * WANTED) / 2
        figures[f"speed_up_{characters}"] = rates[1][0] / clock
    publish("embedding", figures, GOALS)


def _read(texts: list[str], processes: int) -> tuple[float, float]:
    """Return the seconds in which texts are read, by the clock and of the processors."""
    clock, processor = time.perf_counter(), processor_seconds()
    for _ in encoder.embed_many(SILENT, texts, processes=processes):
        pass
    return time.perf_counter() - clock, processor_seconds() - processor


def _texts(characters: int, count: int) -> list[str]:
    """Return different texts of about this many characters."""
    words = " ".join(f"{title} {text}" for title, text, _ in records(2_000, seed=5)).split()
    generator, texts = np.random.default_rng(0), list[str]()
    for size in (characters * generator.uniform(0.5, 1.5, count)).tolist():
        start = int(generator.integers(0, len(words) - characters))
        text = ""
        while len(text) < size:
            text, start = f"{text} {words[start % len(words)]}".strip(), start + 1
        texts.append(text)
    return texts


if __name__ == "__main__":
    main()
