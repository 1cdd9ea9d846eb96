"""What comes in over HTTP and is kept."""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime

from mltag_desktop.core.workspace.texts import digest

CURRENT = "current"
CANDIDATE = "candidate"


@dataclass(frozen=True)
class Trial:
    """A candidate beside the current model: as a shadow that never answers, or for a share of the keys."""

    mode: str
    """"shadow" or "canary"."""
    current: str
    candidate: str
    share: float
    """Of the keys that the candidate answers; 0 for a shadow."""

    def arm(self, key: str) -> str:
        """Return who answers `key`: always the same, and another cut of the keys for each candidate."""
        if self.share <= 0:
            return CURRENT
        drawn = hashlib.blake2b(
            key.encode("utf-8", "replace"), digest_size=8, salt=self.candidate.encode()[:16]
        )
        return CANDIDATE if int.from_bytes(drawn.digest(), "big") < self.share * 2.0**64 else CURRENT


@dataclass(frozen=True)
class Feedback:
    """What a user said of an answer."""

    uid: str
    """Told by the client or drawn; the same one twice is one feedback."""
    text: str
    right: bool
    tag: str | None
    """What the user says it is."""
    served_tag: str
    served_version: str
    confidence: float
    note: str = ""
    unit: bytes = b""
    """Digest of the key that the share is cut by."""
    arm: str = CURRENT
    other_tag: str | None = None
    """What the model that did not answer says."""
    trial: Trial | None = None
    time: str = ""


@dataclass(frozen=True)
class Doubt:
    """A text that a person should look at."""

    text: str
    tag: str
    confidence: float
    version: str
    reason: str
    """"unsure", "differs" or "sample", or the check of the stream that it spoke for, such as "off_topic"."""


@dataclass(frozen=True)
class Difference:
    """A text that the two models of a trial tag differently."""

    trial: Trial
    text: str
    current_tag: str
    candidate_tag: str
    current_confidence: float
    candidate_confidence: float


@dataclass(frozen=True)
class Decided:
    """What a curator decided of a text; it stands above every prediction."""

    tag: str
    curator: str
    time: str


def same_text(text: str) -> bytes:
    """Return the digest of a text's words as they stand, whatever the blanks between them."""
    return digest(" ".join(text.split()).encode("utf-8", "replace").decode())


def now() -> str:
    """Return the time, ISO 8601, UTC."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")
