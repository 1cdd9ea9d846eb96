"""Check a downloaded installer: an update file with checksums, and who signed it.

Read an update file that the user downloaded, and check who signed it, without network access.

Keys and signatures have the format of minisign, https://jedisct1.github.io/minisign/: Ed25519 over the file
or its BLAKE2b hash, and a second signature over the first one with the trusted comment. The public keys of
the developers are in `resources/release-keys.pub`; `make signing-key` adds one.

Two formats are supported: `release.json`, which `scripts/release_file` writes next to the installers, and the
`SHA256SUMS` of a release, whose file names contain the version. A checksum shows that a download is intact,
the signature of the update file who created it.
"""

import base64
import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Final

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem import read_bounded, resource, sha256_of
from mltag_desktop.core.messages import message

KEYS: Final = "release-keys.pub"
SUFFIX: Final = ".minisig"
"""The signature of `NAME` is in `NAME.minisig`."""
_MOST_BYTES: Final = 4096
_COMMENT: Final = "untrusted comment:"
_TRUSTED: Final = "trusted comment: "
_PLAIN: Final = b"Ed"
_HASHED: Final = b"ED"


class SignatureCheck(StrEnum):
    """The result of checking a signature."""

    VALID = "valid"
    WRONG = "wrong"
    """Signed with a known key, but not this file."""
    UNKNOWN_KEY = "unknown key"
    MALFORMED = "malformed"
    MISSING = "missing"
    NO_KEYS = "no keys"
    """The program has no keys to check with: it was not built by the developers."""


@dataclass(frozen=True)
class PublicKey:
    """A key of the developers."""

    identifier: bytes
    key: bytes


def release_keys() -> tuple[PublicKey, ...]:
    """Return the keys in the program's resources; empty when it has none."""
    try:
        return read_keys(resource(KEYS).read_text(encoding="utf-8"))
    except MltagError:
        return ()


def read_keys(text: str) -> tuple[PublicKey, ...]:
    """Read minisign's public keys, one a line, between comments; raises `ValueError` for anything else."""
    lines = [line.strip() for line in text.splitlines()]
    return tuple(_key(line) for line in lines if line and not line.startswith(_COMMENT))


def check_signature(data: bytes, signature: Path, keys: Iterable[PublicKey]) -> SignatureCheck:
    """Check whether the file `signature` is a signature of `data` with one of the keys."""
    known = {key.identifier: key.key for key in keys}
    if not known:
        return SignatureCheck.NO_KEYS
    if not signature.exists():
        return SignatureCheck.MISSING
    try:
        algorithm, identifier, signed, comment, whole = _parts(read_bounded(signature, _MOST_BYTES))
    except (OSError, ValueError):
        return SignatureCheck.MALFORMED
    if identifier not in known:
        return SignatureCheck.UNKNOWN_KEY
    content = hashlib.blake2b(data).digest() if algorithm == _HASHED else data
    valid = _is_valid(known[identifier], content, signed) and _is_valid(
        known[identifier], signed + comment, whole
    )
    return SignatureCheck.VALID if valid else SignatureCheck.WRONG


def _key(line: str) -> PublicKey:
    content = base64.b64decode(line, validate=True)
    if len(content) != 42 or content[:2] != _PLAIN:
        raise ValueError("not a public key of minisign")
    return PublicKey(content[2:10], content[10:])


def _parts(content: bytes) -> tuple[bytes, bytes, bytes, bytes, bytes]:
    """Return algorithm, key identifier, signature, trusted comment and its signature."""
    lines = content.decode("utf-8").splitlines()
    if len(lines) != 4 or not lines[0].startswith(_COMMENT) or not lines[2].startswith(_TRUSTED):
        raise ValueError("not a signature of minisign")
    signature = base64.b64decode(lines[1], validate=True)
    whole = base64.b64decode(lines[3], validate=True)
    if len(signature) != 74 or len(whole) != 64 or signature[:2] not in (_PLAIN, _HASHED):
        raise ValueError("not a signature of minisign")
    comment = lines[2].removeprefix(_TRUSTED).encode("utf-8")
    return signature[:2], signature[2:10], signature[10:], comment, whole


def _is_valid(key: bytes, content: bytes, signature: bytes) -> bool:
    from nacl.exceptions import BadSignatureError
    from nacl.signing import VerifyKey

    try:
        VerifyKey(key).verify(content, signature)
    except BadSignatureError:
        return False
    return True


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
        release = _release(data.decode("utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise MltagError(message("{name} is not an update file.", name=path.name), _HINT) from error
    return Update(release, check_signature(data, path.with_name(path.name + SUFFIX), keys))


def read_release(path: Path) -> Release:
    """Read an update file; raises `MltagError` when it is not a valid update file."""
    return read_update(path, ()).release


def _release(text: str) -> Release:
    """Return the release of an update file; raises `ValueError` for an invalid one."""
    found = _from_json(text) if text.lstrip().startswith("{") else _from_sums(text)
    if ordered(found.version) is None or len(found.files) > MOST_FILES:
        raise ValueError("without a version or files")
    return found


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


def _from_json(text: str) -> Release:
    values = json.loads(text)
    files = values.get("files")
    if values.get("format") != FORMAT or not isinstance(files, dict):
        raise ValueError("a description of something else")
    for name, digest in files.items():
        if not isinstance(digest, str) or not _HASH.fullmatch(digest) or Path(name).name != name:
            raise ValueError("a damaged list of files")
    version, date, notes = (str(values.get(name) or "")[:2_000] for name in ("version", "date", "notes"))
    return Release(version, date, notes, files)


def _from_sums(text: str) -> Release:
    matches = [_SUM.fullmatch(line) for line in text.splitlines() if line.strip()]
    files = {Path(match[2]).name: match[1].lower() for match in matches if match}
    (version,) = {match.group() for name in files for match in [_VERSION.search(name)] if match}
    if not all(matches):
        raise ValueError("neither a description nor a list of checksums")
    return Release(version, files=files)
