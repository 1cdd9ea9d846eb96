"""A made-up table of up to a million realistic records of about 200 bytes each."""

import csv
import random
from pathlib import Path
from typing import Final

from benchmarks.texts import records

_POOL: Final = 5_000
_COLUMNS: Final = ("id", "created_on", "title", "description", "tag")


def make_table(path: Path, rows: int, seed: int = 5) -> None:
    """Write `rows` different records to `path`; some cells are quoted and some have line breaks."""
    rng = random.Random(seed)
    pool = list(records(_POOL, seed))
    titles = [title for title, _, _ in pool]
    descriptions = [description for _, description, _ in pool]
    tags = [tag for _, _, tag in pool]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(_COLUMNS)
        for row in range(rows):
            at = rng.randrange(_POOL)
            description = f"{descriptions[at]} {descriptions[rng.randrange(_POOL)]}"[: rng.randrange(60, 210)]
            if row % 97 == 0:
                description = f'{description}\nSaid "{titles[at]}", nº {row}.'
            date = f"20{row % 25:02}-{row % 12 + 1:02}-{row % 28 + 1:02}"
            writer.writerow(
                (f"{row:08}", date, f"{titles[rng.randrange(_POOL)]} {row}", description, tags[at])
            )
