"""The sample table of the program."""

import filecmp
from pathlib import Path
from typing import Final

from mltag_desktop.core.filesystem.files import resource

SAMPLE: Final = "sample.csv"


def is_sample(source: Path | None) -> bool:
    """Return whether a table is an unchanged copy of the sample, about which nothing needs to be noticed."""
    if source is None or source.name != SAMPLE:
        return False
    try:
        return filecmp.cmp(source, resource(SAMPLE), shallow=False)
    except OSError:  # the copy was deleted
        return False
