"""Keys and signatures in minisign's format, made in a test."""

import base64
import hashlib
import os
from pathlib import Path

from nacl.signing import SigningKey

from mltag_desktop.core.diagnostics.updates import PublicKey


class Signer:
    """A key pair that signs files as `minisign -S` does."""

    def __init__(self) -> None:
        self._secret = SigningKey.generate()
        self.identifier = os.urandom(8)

    @property
    def key(self) -> PublicKey:
        return PublicKey(self.identifier, bytes(self._secret.verify_key))

    def public_key(self) -> str:
        """Return the text of the public key file."""
        content = b"Ed" + self.identifier + bytes(self._secret.verify_key)
        return f"untrusted comment: minisign public key\n{base64.b64encode(content).decode()}\n"

    def sign(self, path: Path, comment: str = "MLTag Desktop") -> Path:
        """Write the signature of `path` next to it."""
        signature = self._secret.sign(hashlib.blake2b(path.read_bytes()).digest()).signature
        whole = self._secret.sign(signature + comment.encode()).signature
        lines = [
            "untrusted comment: signature",
            base64.b64encode(b"ED" + self.identifier + signature).decode(),
            f"trusted comment: {comment}",
            base64.b64encode(whole).decode(),
        ]
        target = path.with_name(f"{path.name}.minisig")
        target.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return target
