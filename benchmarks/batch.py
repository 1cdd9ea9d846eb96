"""Rows per second of `mltag predict`, with reading and writing, compared with fastText.

Both use the same file and cores and do the same work: read a CSV file, predict the tag of title and
description, and write all columns with tag and confidence. The fastText program reads and writes with
Python's csv module, in one process per core, each with its share of the rows. The rounds alternate. CPU
seconds of a round include all processes, so other work on the machine has little influence.
`python -m benchmarks.batch 60000`
"""

import csv
import multiprocessing
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Final

from benchmarks.prediction import real_texts
from benchmarks.results import Goal, labelled, publish
from benchmarks.texts import records
from mltag_desktop.core.processes.pool import cores

COUNT: Final = 150_000
ROUNDS: Final = 3
CHUNK: Final = 2_000
GOALS: Final = (
    Goal("cpu_ratio_to_fasttext", at_least=6.0),
    Goal("made_up_cpu_ratio_to_fasttext", at_least=6.0),
    Goal("new_words_cpu_ratio_to_fasttext", at_least=4.0),
)


def write_table(path: Path, rows: Iterator[tuple[str, str]]) -> int:
    """Write a CSV file of texts; return the number of rows."""
    count = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("id", "title", "description"))
        for count, row in enumerate(rows, 1):
            writer.writerow((count, *row))
    return count


def made_up(count: int) -> Iterator[tuple[str, str]]:
    """Yield made-up titles and descriptions."""
    return ((title, text) for title, text, _ in records(count, seed=1))


def real(count: int) -> Iterator[tuple[str, str]]:
    """Yield public one-line summaries as title and description, repeated up to `count` rows."""
    texts = real_texts() or []
    for number in range(count if texts else 0):
        words = texts[number % len(texts)].split()
        yield " ".join(words[:8]), " ".join(words[8:])


def with_new_words(count: int) -> Iterator[tuple[str, str]]:
    """Yield real texts, or made-up ones, each with two words that no other text has."""
    rows = list(real(count)) or list(made_up(count))
    return ((title, f"{text} zqx{row}wvflow kru{row}mabel") for row, (title, text) in enumerate(rows))


def train_fasttext(folder: Path) -> Path:
    """Train fastText with word 2-grams and character 3-5-grams; return its model file."""
    import fasttext

    examples, tags, _ = labelled()
    lines = [f"__label__{tag} {' '.join(text.split())}\n" for text, tag in zip(examples, tags, strict=True)]
    source, out = folder / "train.txt", folder / "fasttext.bin"
    source.write_text("".join(lines), encoding="utf-8")
    model: Any = fasttext.train_supervised(
        str(source), wordNgrams=2, minn=3, maxn=5, epoch=25, lr=0.5, thread=1, verbose=0
    )
    model.save_model(str(out))
    return out


def fasttext_share(model_file: str, table: str, out: str, share: int, shares: int) -> None:
    """Predict every `shares`-th chunk of the table with fastText, and write it to `out`."""
    import fasttext

    model: Any = fasttext.load_model(model_file)
    with Path(table).open(encoding="utf-8", newline="") as source, Path(out).open("w", newline="") as target:
        reader, writer = csv.reader(source), csv.writer(target)
        next(reader)
        number, chunk = 0, []
        for row in reader:
            chunk.append(row)
            if len(chunk) == CHUNK:
                if number % shares == share:
                    fasttext_chunk(model, writer, chunk)
                number, chunk = number + 1, []
        if number % shares == share:
            fasttext_chunk(model, writer, chunk)


def fasttext_chunk(model: Any, writer: Any, chunk: Sequence[Sequence[str]]) -> None:
    """Predict and write the rows of one chunk."""
    names, confidences = model.predict([f"{row[1]} {row[2]}".replace("\n", " ") for row in chunk])
    writer.writerows(
        (*row, name[0].removeprefix("__label__"), round(float(values[0]), 6))
        for row, name, values in zip(chunk, names, confidences, strict=True)
    )


def run_fasttext(model: Path, table: Path, folder: Path) -> None:
    """Predict the table with fastText on all cores."""
    context = multiprocessing.get_context("spawn")
    processes = [
        context.Process(
            target=fasttext_share, args=(str(model), str(table), str(folder / f"{n}.csv"), n, cores())
        )
        for n in range(cores())
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
        if process.exitcode:
            raise SystemExit("fastText failed")


def run_mltag(table: Path, folder: Path, *more: str) -> None:
    """Predict the table with `mltag predict`."""
    out = folder / "mltag.csv"
    command = [sys.executable, "-m", "mltag_desktop", "predict", str(table), "-q", "--force", "-o", str(out)]
    subprocess.run([*command, *more], check=True)


def timed(work: Callable[[], None]) -> tuple[float, float]:
    """Return the wall-clock and CPU seconds of `work` and its child processes."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    work()
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measure(works: dict[str, Callable[[], None]], rows: int, prefix: str) -> dict[str, object]:
    """Return the best rows per second and per CPU second, and the median of the ratios within each round."""
    rounds: dict[str, list[tuple[float, float]]] = {name: [] for name in works}
    for _ in range(ROUNDS):
        for name, work in works.items():
            rounds[name].append(timed(work))
    figures: dict[str, object] = {f"{prefix}rows": rows}
    for name, times in rounds.items():
        figures[f"{prefix}{name}_rows_per_second"] = rows / min(wall for wall, _ in times)
        figures[f"{prefix}{name}_rows_per_cpu_second"] = rows / min(cpu for _, cpu in times)
    for place, kind in enumerate(("", "cpu_")):
        ratios = [
            theirs[place] / ours[place]
            for ours, theirs in zip(rounds["mltag"], rounds["fasttext"], strict=True)
        ]
        figures[f"{prefix}{kind}ratio_to_fasttext"] = statistics.median(ratios)
    return figures


def main(wanted: int) -> None:
    """Run the benchmark with this number of rows in each file, and publish the figures."""
    figures: dict[str, object] = {"cores": cores()}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        try:
            model = train_fasttext(folder)
        except ImportError:
            raise SystemExit("fastText is not installed: pip install fasttext-numpy2-wheel") from None
        tables = {"": real(wanted), "made_up_": made_up(wanted), "new_words_": with_new_words(wanted)}
        for prefix, rows in tables.items():
            table = folder / f"{prefix}in.csv"
            count = write_table(table, rows)
            if not count:
                continue
            works: dict[str, Callable[[], None]] = {
                "mltag": partial(run_mltag, table, folder),
                "fasttext": partial(run_fasttext, model, table, folder),
            }
            figures |= measure(works, count, prefix)
    publish("batch", figures, GOALS)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else COUNT)
