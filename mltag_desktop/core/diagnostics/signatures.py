"""Check who signed an update file, without network access.

Keys and signatures have the format of minisign, https://jedisct1.github.io/minisign/: Ed25519 over the file
or its BLAKE2b hash, and a second signature over the first one with the trusted comment. The public keys of
the developers are in `resources/release-keys.pub`; `make signing-key` adds one.
"""

import base64
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem.files import read_bounded, resource

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
