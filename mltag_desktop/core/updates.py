"""What an update file that the user downloaded says, and whether an installer is whole. No network.

Two forms are read: `release.json`, which `scripts/release_file` writes beside the installers, and the
`SHA256SUMS` of a release, whose file names hold the version. A hash tells that a download is
whole, not who made it.
"""

import json
import re
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.files import read_bounded, sha256_of

FORMAT: Final = "mltag-release"
MOST_BYTES: Final = 256 * 1024
MOST_FILES: Final = 200
_VERSION: Final = re.compile(r"(\d{1,6})\.(\d{1,6})\.(\d{1,6})(?:(a|b|rc)(\d{1,6}))?")
_SUM: Final = re.compile(r"([0-9a-fA-F]{64}) [ *](.{1,200})")
_HASH: Final = re.compile(r"[0-9a-f]{64}")
_STAGES: Final = {"a": 0, "b": 1, "rc": 2, None: 3}
_ANOTHER: Final = "Choose the file release.json or SHA256SUMS of an MLTag Desktop release."

Ordered = tuple[int, int, int, int, int]


@dataclass(frozen=True)
class Release:
    """A version, and the SHA-256 of each of its files by name."""

    version: str
    date: str = ""
    notes: str = ""
    files: dict[str, str] = field(default_factory=dict)


class Standing(StrEnum):
    """How a release stands to the program that runs."""

    NEWER = "newer"
    SAME = "same"
    OLDER = "older"


class Fit(StrEnum):
    """Whether an installer is what the release says it is."""

    WHOLE = "whole"
    DIFFERS = "differs"
    UNNAMED = "unnamed"
    """The release names no file with its name, and none with its hash."""


def read_release(path: Path) -> Release:
    """Read an update file; raises `MltagError` for anything that is none."""
    try:
        text = read_bounded(path, MOST_BYTES).decode("utf-8")
    except (OSError, ValueError) as error:
        raise _unfit(path, "it is not readable as text, or too long") from error
    if text.lstrip().startswith("{"):
        return _from_json(path, text)
    return _from_sums(path, text)


def ordered(version: str) -> Ordered | None:
    """Return a version so that newer ones are greater; None when it is none of ours."""
    found = _VERSION.fullmatch(version)
    if found is None:
        return None
    first, second, third, stage, number = found.groups()
    return int(first), int(second), int(third), _STAGES[stage], int(number or 0)


def standing(release: Release, version: str) -> Standing:
    """Say how `release` stands to the program of `version`."""
    theirs, ours = ordered(release.version), ordered(version)
    if theirs is None or ours is None:
        raise ValueError("a version that was not checked")
    if theirs == ours:
        return Standing.SAME
    return Standing.NEWER if theirs > ours else Standing.OLDER


def check_installer(release: Release, path: Path) -> Fit:
    """Say whether a downloaded file is one of the release's; `MltagError` when it cannot be read."""
    try:
        found = sha256_of(path)
    except OSError as error:
        raise MltagError(f"{path.name} cannot be read.", "Choose the downloaded installer.") from error
    if found in release.files.values():
        return Fit.WHOLE  # browsers rename: "mltag (1).deb" is the same file
    return Fit.DIFFERS if path.name in release.files else Fit.UNNAMED


def _from_json(path: Path, text: str) -> Release:
    try:
        values = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise _unfit(path, "it is not valid JSON") from error
    if not isinstance(values, dict) or values.get("format") != FORMAT:
        raise _unfit(path, "its description is of something else")
    files = values.get("files")
    if not isinstance(files, dict) or len(files) > MOST_FILES:
        raise _unfit(path, "it lists no files")
    for name, digest in files.items():
        if not isinstance(digest, str) or not _HASH.fullmatch(digest) or Path(name).name != name:
            raise _unfit(path, "its list of files is damaged")
    return Release(
        _version(path, values.get("version")), _line(values, "date"), _line(values, "notes"), files
    )


def _from_sums(path: Path, text: str) -> Release:
    lines = [line for line in text.splitlines() if line.strip()]
    found = [_SUM.fullmatch(line) for line in lines[: MOST_FILES + 1]]
    if not found or len(found) > MOST_FILES or not all(found):
        raise _unfit(path, "it is neither a release description nor a checksum list")
    files = {Path(one[2]).name: one[1].lower() for one in found if one}
    named = {one.group() for name in files for one in [_VERSION.search(name)] if one}
    if len(named) != 1:
        raise _unfit(path, "its files have different versions")
    return Release(_version(path, named.pop()), files=files)


def _version(path: Path, value: object) -> str:
    if not isinstance(value, str) or ordered(value) is None:
        raise _unfit(path, "it contains no version")
    return value


def _line(values: dict[str, Any], name: str) -> str:
    value = values.get(name, "")
    return value[:2_000] if isinstance(value, str) else ""


def _unfit(path: Path, why: str) -> MltagError:
    return MltagError(f"{path.name} is not an update file: {why}.", _ANOTHER)
