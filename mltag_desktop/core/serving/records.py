"""The records that a service stores: feedback, texts to review, differences, decisions and trials."""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from mltag_desktop.core.model.types import shown_version
from mltag_desktop.core.workspace.records.text_store import digest

CURRENT = "current"
CANDIDATE = "candidate"
OUTSIDE = "outside"
"""The arm of a key that a trial of two candidates leaves to the active model."""


@dataclass(frozen=True)
class Trial:
    """A comparison of a candidate with the active model, as a shadow model or as a canary."""

    mode: str
    """"shadow", "canary" or "ab" (two candidates)."""
    current: str
    """Version of the active model; in "ab", of the first candidate."""
    candidate: str
    share: float
    """Share of the keys that the candidate answers, in "ab" both together; 0 for a shadow model."""

    def arm(self, key: str) -> str:
        """Return which model answers `key`.

        The answer for a key never changes during a trial. Each candidate gets a different subset of the keys.
        """
        if self.share <= 0:
            return CURRENT
        if self.mode == "ab":
            salt = self.current[:8] + self.candidate[:8]
            if _fraction(key, salt) >= self.share:
                return OUTSIDE
            return CANDIDATE if _fraction(key, salt, b"half") < 0.5 else CURRENT
        return CANDIDATE if _fraction(key, self.candidate) < self.share else CURRENT

    @property
    def models(self) -> tuple[str, str, str]:
        """Mode and models: the same for all shares of one trial."""
        return self.mode, self.current, self.candidate

    @property
    def versions(self) -> tuple[str, str]:
        """The versions `current` and `candidate` as users know them."""
        return shown_version(self.current), shown_version(self.candidate)

    @property
    def names(self) -> tuple[str, str]:
        """Names of the two models in sentences."""
        if self.mode == "ab":
            current, candidate = self.versions
            return f"model {current}", f"model {candidate}"
        return "the active model", "the candidate"

    @property
    def candidate_chance(self) -> float:
        """The probability that the candidate answers a key of the trial."""
        return 0.5 if self.mode == "ab" else self.share


class FeedbackResult(StrEnum):
    """What became of feedback."""

    NEW = "new"
    REPEATED = "repeated"
    CONFLICT = "conflict"
    """Other feedback has its uid, so it was not stored."""


@dataclass(frozen=True)
class Feedback:
    """Feedback of a user on an answer."""

    uid: str
    """Chosen by the client or generated; feedback with a known uid is stored only once."""
    text: str
    right: bool
    tag: str | None
    """The correct tag according to the user, if given."""
    served_tag: str
    served_version: str
    confidence: float
    note: str = ""
    unit: bytes = b""
    """Digest of the key that decides which model answers."""
    arm: str = CURRENT
    other_tag: str | None = None
    """The tag predicted by the model that did not answer."""
    trial: Trial | None = None
    time: str = ""


@dataclass(frozen=True)
class DoubtfulText:
    """A text that a curator should review."""

    text: str
    tag: str
    confidence: float
    version: str
    reason: str
    """"unsure", "differs", "sample", or the drift check whose alarm it is an example of, e.g. "off_topic"."""
    probability: float = 0.0
    """The probability with which the text was drawn; 0 if it was not drawn at random."""
    time: str = ""
    """Time when the text was first sent to review."""


@dataclass(frozen=True)
class TrialDifference:
    """A text for which the two models of a trial predict different tags."""

    trial: Trial
    text: str
    current_tag: str
    candidate_tag: str
    current_confidence: float
    candidate_confidence: float


@dataclass(frozen=True)
class CuratorDecision:
    """A curator's decision on a text; it overrides every prediction."""

    tag: str
    curator: str
    time: str


def _fraction(key: str, salt: str, person: bytes = b"") -> float:
    """Return a number between 0 and 1 that depends on nothing but the key and the trial."""
    content = key.encode("utf-8", "replace")
    digest = hashlib.blake2b(content, digest_size=8, salt=salt.encode()[:16], person=person).digest()
    return int.from_bytes(digest, "big") / 2.0**64


def same_text(text: str) -> bytes:
    """Return a digest of the words of a text that ignores differences in white space."""
    return digest(" ".join(text.split()).encode("utf-8", "replace").decode())


def now() -> str:
    """Return the current time in UTC as ISO 8601 with milliseconds."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")
