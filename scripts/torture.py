"""Kill, damage, fill and fuzz until the time is up, and print how many cases of each kind were survived.

Run it as `make torture`, or `python -m scripts.torture --minutes 60`. The cases are those of the tests.
A case is determined by its kind and seed: `--only "flipped bits" --seed 1234 --cases 1` repeats one. (When a
kill comes also depends on the machine.) The kinds take turns, so a short run has cases of each.
"""

import argparse
import json
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from typing import Final

import pytest

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.model.bundle import save_bundle
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.serving.records import ServiceLimits, ServiceOptions
from mltag_desktop.core.tables.columns import ColumnMapping
from mltag_desktop.core.tables.table_file import TableFile
from mltag_desktop.core.training.training import train
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core import test_fuzz
from tests.core.tables import test_repetition
from tests.core.tables.binary_books import write_xls, write_xlsb
from tests.core.training import test_killed_training
from tests.core.workspace.export import test_export
from tests.core.workspace.helpers import TAGS, LetterModel, predict_all, table_bytes
from tests.core.workspace.recovery import test_crashes, test_damaged_files, test_killed_recovery, test_salvage
from tests.core.workspace.recovery.killed_recovery import TASKS
from tests.core.workspace.storage import test_write_ahead_log
from tests.helpers import examples, small_vectors
from tests.service.generated_requests import RUNS, ask_generated
from tests.service.helpers import Running, serving

_MESSY: Final = Path(test_fuzz.__file__).parent / "tables" / "messy"
_FIXTURES: Final = Path(test_fuzz.__file__).parent / "workspace" / "fixtures"
_HOSTILE: Final = (
    (_MESSY / "doubled-quotes.csv", test_fuzz.read_table),
    (_MESSY / "utf-16-le-mark.csv", test_fuzz.read_table),
    (_MESSY / "plain.jsonl", test_fuzz.read_rows),
    (_MESSY / "sheet.xlsx", test_fuzz.read_rows),
    (_FIXTURES / "v1.mltag", test_fuzz.use_workspace),
    (_FIXTURES / "v2.mltag", test_fuzz.use_workspace),
)
_REQUESTS: Final = 100
"""Requests of one case."""
_KILLS: Final = 10
"""Attempts to kill a restore, a copy, a salvage or a repair in one case; some end before."""

_CELLS: Final = [(row, column, row + column / 2) for row in range(3) for column in range(2)]
_BOMBS: Final = (
    *test_repetition.BOMBS,
    (partial(test_repetition.shared_bomb, cell="<c><v>1</v></c>", rows=1_100_000), "rows.xlsx"),
)
_MOST_MEMORY: Final = 3 << 30
"""Address space in bytes of a program that opens a bomb; without a table it takes a third of that."""
_PATIENCE: Final = 120
"""Seconds after which a program that opens a bomb counts as one that hangs."""
Use = Callable[[Path], object]

Case = Callable[[int, Path], int]
"""Run the case of a seed in an empty folder, and return its number of attacks; raises if one succeeded."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run cases until the time is up; return 1 if any was not survived."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--minutes", type=float, default=10.0, help="stop after this time (default: 10)")
    parser.add_argument(
        "--cases", type=int, default=10**9, help="stop after this number of cases of each kind"
    )
    parser.add_argument("--seed", type=int, help="seed of the first case (default: random)")
    parser.add_argument("--only", action="append", help="run only this kind; can be repeated")
    chosen = parser.parse_args(arguments)
    first = random.SystemRandom().randrange(10**6) if chosen.seed is None else chosen.seed
    with ExitStack() as stack:
        root = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="mltag-torture-")))
        kinds = _kinds(root, stack)
        if unknown := set(chosen.only or ()) - set(kinds):
            parser.error(f"unknown kind: {', '.join(sorted(unknown))}; known: {', '.join(kinds)}")
        cases = {kind: case for kind, case in kinds.items() if kind in (chosen.only or kinds)}
        _say(f"first seed {first}, {chosen.minutes:g} minutes")
        return _run(cases, first, chosen.cases, time.monotonic() + chosen.minutes * 60, root)


def _run(kinds: dict[str, Case], first: int, most: int, deadline: float, root: Path) -> int:
    survived, attacks, failures = Counter[str](), Counter[str](), Counter[str]()
    last = first
    for seed in range(first, first + most):
        for kind, case in kinds.items():
            if time.monotonic() >= deadline:
                break
            last = seed
            folder = root / "case"
            folder.mkdir()
            try:
                attacks[kind] += case(seed, folder)
                survived[kind] += 1
            except (Exception, pytest.fail.Exception):  # noqa: BLE001  # the run continues
                failures[kind] += 1
                _say(f'FAILED: --only "{kind}" --seed {seed} --cases 1\n{traceback.format_exc()}')
            shutil.rmtree(folder)
        else:
            continue
        break
    _say(f"seeds {first} to {last}\n\n| kind | cases | attacks | failures |\n|---|---:|---:|---:|")
    for kind in kinds:
        _say(f"| {kind} | {survived[kind] + failures[kind]:,} | {attacks[kind]:,} | {failures[kind]} |")
    return 1 if failures.total() or not survived.total() else 0


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def _kinds(root: Path, stack: ExitStack) -> dict[str, Case]:
    """Make what the cases share, and return the cases by kind."""
    originals = {}
    for size in ("small", "5 MB"):
        path = root / f"{size.replace(' ', '')}.mltag"
        test_salvage.made(path, test_salvage.SIZES[size])
        originals[size] = test_salvage.Original(path, path.read_bytes(), test_salvage.content_of(path))
    save_bundle(root / "model", train(SILENT, examples(), vectors=small_vectors()))
    limits = ServiceLimits(seconds=5.0)
    options = ServiceOptions(state=root / "state", port=0, model=root / "model", limits=limits)
    running = stack.enter_context(serving(options))

    def flip(seed: int, folder: Path) -> int:
        test_salvage.check_flip(originals["small" if seed % 4 else "5 MB"], seed, folder)
        return 1

    def cut(seed: int, folder: Path) -> int:
        test_salvage.check_cut(originals["small" if seed % 3 else "5 MB"], seed, folder)
        return 1

    start = root / "start"
    start.mkdir()
    test_killed_recovery.make_start(start)
    test_killed_training.make_start(root / "pets.mltag")

    def kill_recovery(seed: int, folder: Path) -> int:
        task = tuple(TASKS)[seed % len(TASKS)]
        rng = random.Random(seed)
        operations = rng.sample(test_killed_recovery.OPERATIONS, _KILLS // 2)
        moments = [*map(str, operations), *test_killed_recovery.random_moments(seed, _KILLS // 2)]
        killed = test_killed_recovery.killed(task, start, folder, moments)
        test_killed_recovery.check(task, start, killed)
        return len(killed)

    def kill_training(seed: int, folder: Path) -> int:
        path, temporary = folder / "pets.mltag", folder / "temporary"
        shutil.copy(root / "pets.mltag", path)
        seconds = random.Random(seed).uniform(0.0, 4.0)
        test_killed_training.check(
            path, temporary, test_killed_training.killed_training(path, temporary, seconds)
        )
        return 1

    books = (
        (write_xls(root / "book.xls", _CELLS, (3, 2)), test_fuzz.read_rows),
        (write_xlsb(root / "book.xlsb", _CELLS), test_fuzz.read_rows),
    )

    def open_hostile_files(seed: int, folder: Path) -> int:
        return _open_hostile_files((*_HOSTILE, *books), seed, folder)

    return {
        "kills": _kill,
        "kills while training": kill_training,
        "kills during recovery": kill_recovery,
        "left-over logs": _leave_a_log,
        "flipped bits": flip,
        "flipped log bits": _flip_log,
        "salvaged exports": _export_salvaged,
        "links": _link,
        "truncated files": cut,
        "full disks": _fill_the_disk,
        "hostile files": open_hostile_files,
        "bombs": _explode,
        "damaged requests": lambda seed, folder: _request(running, seed),
        "generated requests": lambda seed, folder: _request_generated(running, seed),
    }


def _kill(seed: int, folder: Path) -> int:
    """Kill a program that changes a workspace; every change that it reported as saved is there."""
    path = folder / "w.mltag"
    said = test_crashes.killed_after(path, seed, random.Random(seed).uniform(0.0, 4.0))
    test_crashes.check(path, said, folder)
    return 1


def _leave_a_log(seed: int, folder: Path) -> int:
    """Kill a program, and put another workspace where its log is; the log is not replayed into it."""
    made = folder / "w.mltag"
    _make_predicted(made, test_write_ahead_log.ROWS)
    ways = test_write_ahead_log.WAYS
    ways[seed % len(ways)](made, seed)
    return 1


def _flip_log(seed: int, folder: Path) -> int:
    """Flip a bit in the log of a killed program; the damage is reported, and no decision is lost."""
    made = folder / "w.mltag"
    _make_predicted(made, test_write_ahead_log.ROWS)
    test_write_ahead_log.check_flipped_log(test_write_ahead_log.left_by_killed(made), seed)
    return 1


def _export_salvaged(seed: int, folder: Path) -> int:
    """Lose some records; an export in any format has all others, and counts those that are lost."""
    suffixes = ("csv", "tsv", "jsonl", "xlsx", "parquet")
    rng = random.Random(seed)
    rows = rng.randrange(4, 200)
    lost = set(rng.sample(range(rows), rng.randrange(1, rows)))
    test_export.check_lost(folder, suffixes[seed % len(suffixes)], rows, lost)
    return 1


def _link(seed: int, folder: Path) -> int:
    """Put a link in place of a file beside a workspace; nothing is written through it."""
    path = folder / "w.mltag"
    _make_predicted(path, 15)
    endings = test_damaged_files.ENDINGS
    test_damaged_files.check_link(path, endings[seed % len(endings)])
    return 1


def _make_predicted(path: Path, rows: int) -> None:
    source = path.with_name("in.csv")
    source.write_bytes(table_bytes(rows))
    with Workspace.create(path, "Ann", TAGS) as workspace:
        workspace.table.import_table(SILENT, TableFile(source), ColumnMapping((1, 2)))
        predict_all(workspace, LetterModel())
        for row in range(15):
            workspace.decisions.decide([row], TAGS[row % 3], "kept")


def _fill_the_disk(seed: int, folder: Path) -> int:
    """Decide until a write fails after a random number of bytes; every step before it is saved."""
    path = folder / "w.mltag"
    _make_predicted(path, 40)
    saved = 0
    with Workspace.open(path, "Ann") as workspace:
        before = len(workspace.journal.steps(limit=10**9))
        workspace.decisions.decide(range(12), TAGS[0], "first")
        largest = max(each.stat().st_size for each in folder.iterdir())
        with _limited_files(largest + random.Random(seed).randrange(200_000)):

            def decide_until_full() -> None:
                nonlocal saved
                for saved in range(10_000):
                    workspace.decisions.decide(range(12), TAGS[saved % 3], "n" * 200)

            with pytest.raises(MltagError) as told:
                decide_until_full()
            assert told.value.hint
        workspace.verify()
    with Workspace.open(path, "Ann") as again:
        again.verify()
        assert len(again.journal.steps(limit=10**9)) == before + 1 + saved
    return 1


@contextmanager
def _limited_files(size: int) -> Iterator[None]:
    """Make writes beyond a file size fail."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)


def _open_hostile_files(files: Sequence[tuple[Path, Use]], seed: int, folder: Path) -> int:
    """Damage one file of each kind; reading it works or raises a user error."""
    for good, use in files:
        path = folder / good.name
        path.write_bytes(test_fuzz.damaged(good.read_bytes(), seed))
        test_fuzz.survive(use, path)
    return len(files)


def _explode(seed: int, folder: Path) -> int:
    """Check, predict and import a small file that repeats its content; each refuses it and writes nothing."""
    make, name = _BOMBS[seed % len(_BOMBS)]
    path = make(folder / name)
    limit = partial(resource.setrlimit, resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
    commands = (("check",), ("predict", "-o", folder / "out.csv"), ("import", folder / "w.mltag"))
    for command, *others in commands:
        words = [command, path, *others, "--quiet"]
        done = subprocess.run(
            [sys.executable, "-m", "mltag_desktop", *map(str, words)],
            capture_output=True,
            text=True,
            timeout=_PATIENCE,
            check=False,
            preexec_fn=limit,
        )
        assert (done.returncode, len(done.stderr.splitlines())) == (1, 2), (
            command,
            name,
            done.stderr[-2_000:],
        )
        assert [each.name for each in folder.iterdir()] == [name], command
    return len(commands)


def _request(running: Running, seed: int) -> int:
    """Send damaged JSON; the service never answers with a 5xx, and predicts afterwards."""
    rng = random.Random(seed)
    for number in range(_REQUESTS):
        path = rng.choice(("/v1/predict", "/v1/explain", "/v1/feedback"))
        body = json.dumps({"text": "rose bush " * rng.randrange(9), "key": "a", "note": "b", "right": True})
        content = test_fuzz.damaged(body.encode(), seed * _REQUESTS + number)
        answer = running.client.post(path, content=content, headers={"Content-Type": "application/json"})
        assert answer.status_code < 500, (answer.status_code, path, content)
    assert running.predict("rose bush")["tag"] == "gardening"
    return _REQUESTS


def _request_generated(running: Running, seed: int) -> int:
    """Send requests that Schemathesis makes from the OpenAPI description; the answers match it."""
    path, mode = RUNS[seed % len(RUNS)]
    return ask_generated(running, path, mode, seed, _REQUESTS).statuses.total()


if __name__ == "__main__":
    sys.exit(main())
