"""Hashes of the installed wheels, from the reports that `scripts/environment` lets pip write."""

import functools
import json
import re
import sys
from pathlib import Path
from typing import Final

REPORTS: Final = Path(sys.prefix) / "reports"


def sha256_of_wheel(name: str, version: str, reports: Path) -> str:
    """Return the SHA-256 of the file from which a distribution was installed; empty when no report has it."""
    return read(reports).get((_normal(name), version), "")


@functools.cache
def read(folder: Path) -> dict[tuple[str, str], str]:
    """Return the hashes in pip's reports, by name and version."""
    found = {}
    for path in sorted(folder.glob("*.json")):
        for one in json.loads(path.read_text(encoding="utf-8"))["install"]:
            hashes = one["download_info"].get("archive_info", {}).get("hashes", {})
            if "sha256" in hashes:
                metadata = one["metadata"]
                found[_normal(metadata["name"]), metadata["version"]] = hashes["sha256"]
    return found


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
