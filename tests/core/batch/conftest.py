"""Tasks over small files, with the keyword rules or the bundled model."""

from collections.abc import Callable
from pathlib import Path

import pytest

from mltag_desktop.core.batch.task import Task

Made = Callable[..., Task]


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A table of 3,000 rows with quotes, line breaks in cells and non-ASCII letters."""
    path = tmp_path / "in.csv"
    subjects = ("segmenting images", 'translating "long" sentences', "deploying models,\nquickly", "Übung")
    lines = ["id,text\r\n"]
    for number in range(3_000):
        text = f"{subjects[number % 4]} {number}".replace('"', '""')
        lines.append(f'{number},"{text}"\r\n')
    path.write_text("".join(lines), encoding="utf-8", newline="")
    return path
