"""Read an update file that the user downloaded, and verify an installer against it, without network access.

Two formats are supported: `release.json`, which `scripts/release_file` writes next to the installers, and the
`SHA256SUMS` of a release, whose file names contain the version. A checksum shows that a download is intact,
the signature of the update file who created it.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from mltag_desktop.core.diagnostics.signatures import SUFFIX, PublicKey, SignatureCheck, check_signature
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem.files import read_bounded, sha256_of
from mltag_desktop.core.messages import message

FORMAT: Final = "mltag-release"
MOST_BYTES: Final = 256 * 1024
MOST_FILES: Final = 200
_VERSION: Final = re.compile(r"(\d{1,6})\.(\d{1,6})\.(\d{1,6})(?:(a|b|rc)(\d{1,6}))?")
_SUM: Final = re.compile(r"([0-9a-fA-F]{64}) [ *](.{1,200})")
_HASH: Final = re.compile(r"[0-9a-f]{64}")
_STAGES: Final = {"a": 0, "b": 1, "rc": 2, None: 3}
_HINT: Final = message("Choose the file release.json or SHA256SUMS of an MLTag Desktop release.")

Ordered = tuple[int, int, int, int, int]


@dataclass(frozen=True)
class Release:
    """A release: its version, and the SHA-256 of each file by name."""

    version: str
    date: str = ""
    notes: str = ""
    files: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Update:
    """The release of an update file, and whether the developers signed the file."""

    release: Release
    signature: SignatureCheck

    @property
    def may_be_installed(self) -> bool:
        """Whether files of the release may be installed when their checksum matches."""
        return self.signature in (SignatureCheck.VALID, SignatureCheck.NO_KEYS)


class ReleaseAge(StrEnum):
    """The age of a release compared with the running program."""

    NEWER = "newer"
    SAME = "same"
    OLDER = "older"


class InstallerMatch(StrEnum):
    """The result of verifying an installer against a release."""

    WHOLE = "whole"
    DIFFERS = "differs"
    UNNAMED = "unnamed"
    """The release has no file with this name or checksum."""


def read_update(path: Path, keys: Iterable[PublicKey]) -> Update:
    """Read an update file and check its signature; raises `MltagError` for an invalid update file."""
    try:
        data = read_bounded(path, MOST_BYTES)
        text = data.decode("utf-8")
    except (OSError, ValueError) as error:
        raise _invalid_file(path, message("it is not readable as text, or too long")) from error
    signature = path.with_name(path.name + SUFFIX)
    return Update(_release(path, text), check_signature(data, signature, keys))


def read_release(path: Path) -> Release:
    """Read an update file; raises `MltagError` when it is not a valid update file."""
    return read_update(path, ()).release


def _release(path: Path, text: str) -> Release:
    if text.lstrip().startswith("{"):
        return _from_json(path, text)
    return _from_sums(path, text)


def ordered(version: str) -> Ordered | None:
    """Return a sort key for a version, greater for newer versions; None when the format is unknown."""
    found = _VERSION.fullmatch(version)
    if found is None:
        return None
    first, second, third, stage, number = found.groups()
    return int(first), int(second), int(third), _STAGES[stage], int(number or 0)


def release_age(release: Release, version: str) -> ReleaseAge:
    """Compare `release` with the program version `version`; raises `ValueError` for unknown formats."""
    theirs, ours = ordered(release.version), ordered(version)
    if theirs is None or ours is None:
        raise ValueError("a version that was not checked")
    if theirs == ours:
        return ReleaseAge.SAME
    return ReleaseAge.NEWER if theirs > ours else ReleaseAge.OLDER


def check_installer(release: Release, path: Path) -> InstallerMatch:
    """Verify a downloaded file against the release; raises `MltagError` when it cannot be read."""
    try:
        checksum = sha256_of(path)
    except OSError as error:
        raise MltagError(
            message("{name} cannot be read.", name=path.name), "Choose the downloaded installer."
        ) from error
    if checksum in release.files.values():
        return InstallerMatch.WHOLE  # the name may differ: browsers save a second download as "mltag (1).deb"
    return InstallerMatch.DIFFERS if path.name in release.files else InstallerMatch.UNNAMED


def _from_json(path: Path, text: str) -> Release:
    try:
        values = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise _invalid_file(path, message("it is not valid JSON")) from error
    if not isinstance(values, dict) or values.get("format") != FORMAT:
        raise _invalid_file(path, message("its description is of something else"))
    files = values.get("files")
    if not isinstance(files, dict) or len(files) > MOST_FILES:
        raise _invalid_file(path, message("it lists no files"))
    for name, digest in files.items():
        if not isinstance(digest, str) or not _HASH.fullmatch(digest) or Path(name).name != name:
            raise _invalid_file(path, message("its list of files is damaged"))
    return Release(
        _version(path, values.get("version")), _line(values, "date"), _line(values, "notes"), files
    )


def _from_sums(path: Path, text: str) -> Release:
    lines = [line for line in text.splitlines() if line.strip()]
    matches = [_SUM.fullmatch(line) for line in lines[: MOST_FILES + 1]]
    if not matches or len(matches) > MOST_FILES or not all(matches):
        raise _invalid_file(path, message("it is neither a release description nor a checksum list"))
    files = {Path(match[2]).name: match[1].lower() for match in matches if match}
    versions = {match.group() for name in files for match in [_VERSION.search(name)] if match}
    if len(versions) != 1:
        raise _invalid_file(path, message("its files have different versions"))
    return Release(_version(path, versions.pop()), files=files)


def _version(path: Path, value: object) -> str:
    if not isinstance(value, str) or ordered(value) is None:
        raise _invalid_file(path, message("it contains no version"))
    return value


def _line(values: dict[str, Any], name: str) -> str:
    value = values.get(name, "")
    return value[:2_000] if isinstance(value, str) else ""


def _invalid_file(path: Path, why: str) -> MltagError:
    return MltagError(message("{name} is not an update file: {why}.", name=path.name, why=why), _HINT)
