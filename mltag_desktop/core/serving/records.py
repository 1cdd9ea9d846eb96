"""The options of a service, and the records that it stores.

The records that a service stores: feedback, texts to review, samples, decisions and trials.

The options of the service, as set on the command line.
"""

import hashlib
import json
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from mltag_desktop.core.model.manifest import UnsurePolicy
from mltag_desktop.core.model.types import shown_version
from mltag_desktop.core.workspace.records.text_store import digest

CURRENT = "current"
CANDIDATE = "candidate"
SHADOW = "shadow"
CANARY = "canary"


@dataclass(frozen=True)
class Trial:
    """A comparison of a candidate with the active model."""

    current: str
    """Version of the active model."""
    candidate: str
    share: float
    """Share of the keys that the candidate answers; 0 for a shadow model."""

    def arm(self, key: str) -> str:
        """Return which model answers `key`.

        The answer for a key never changes during a trial. Each candidate gets a different subset of the keys.
        """
        content, salt = key.encode("utf-8", "replace"), self.candidate.encode()[:16]
        digest = hashlib.blake2b(content, digest_size=8, salt=salt).digest()
        return CANDIDATE if int.from_bytes(digest, "big") < self.share * 2.0**64 else CURRENT

    @property
    def mode(self) -> str:
        """Either "shadow" or "canary"."""
        return CANARY if self.share else SHADOW

    @property
    def versions(self) -> tuple[str, str]:
        """The versions `current` and `candidate` as users know them."""
        return shown_version(self.current), shown_version(self.candidate)


@dataclass(frozen=True)
class TrialPlan:
    """A trial as it is to run now; the default has none.

    Commands and the stop rule add a plan to the database; every worker follows the latest within a second.
    """

    candidate: str = ""
    """Folder of the candidate; empty before the first trial."""
    share: float = 0.0
    """Share of the keys that the candidate answers; 0 for a shadow model."""
    running: bool = False
    stop_when_worse: bool = True
    """Whether the service ends the trial when the sequential test says that the candidate is worse."""
    options: str = ""
    """The options of `mltag serve` that the trial came from; empty if a command started it."""

    @property
    def mode(self) -> str:
        """Either "shadow", "canary", or empty for no trial."""
        return "" if not self.candidate else CANARY if self.share else SHADOW

    @classmethod
    def from_json(cls, content: str) -> "TrialPlan":
        """Return the plan in a row of the database.

        Earlier versions had groups of keys and trials of two candidates: these are no longer run.
        """
        found: dict[str, Any] = json.loads(content)
        kept = {name: found[name] for name in ("candidate", "stop_when_worse", "options")}
        share, is_running = found.get("share", 0.0), found["running"]
        if "shares" in found:
            share = found["shares"].get("everyone", 0.0)
            is_running &= found["mode"] == SHADOW or (found["mode"] == CANARY and share > 0)
        return cls(**kept, share=share, running=is_running)

    def to_json(self) -> str:
        """Return the plan for a row of the database."""
        return json.dumps(asdict(self))


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
class SampledAnswer:
    """The answer of one model to a text that was drawn at random.

    A text is drawn by its digest: equal texts are drawn together, and every model answers the same ones.
    """

    text: str
    version: str
    tag: str
    confidence: float
    probability: float
    """The probability with which the text was drawn."""
    served: bool
    """Whether the answer was returned; False for the other model of a trial."""
    time: str = ""
    digest: bytes = b""
    """The `same_text` digest."""


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


def same_text(text: str) -> bytes:
    """Return a digest of the words of a text that ignores differences in white space."""
    return digest(" ".join(text.split()).encode("utf-8", "replace").decode())


def now() -> str:
    """Return the current time in UTC as ISO 8601 with milliseconds."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


@dataclass(frozen=True)
class ServiceLimits:
    """Limits of a request, and of all requests together."""

    body: int = 4 << 20
    """Maximum size of a request body in bytes."""
    items: int = 1_000
    """Maximum number of texts per request."""
    length: int = 100_000
    """Maximum number of characters per text."""
    seconds: float = 10.0
    """Maximum time to receive a request, and again to answer it."""
    at_once: int = 256
    """Maximum number of concurrent requests per worker."""


@dataclass(frozen=True)
class ServiceOptions:
    """All options of a service; `model` None means the bundled model."""

    state: Path
    """Folder for feedback, texts to review and trials."""
    host: str = "127.0.0.1"
    port: int = 8000
    model: Path | None = None
    candidate: Path | None = None
    """Bundle of a candidate that is compared with the model."""
    share: float = 0.0
    """Share of the keys that the candidate answers; 0 for a shadow model, which answers none."""
    token: str = field(default="", repr=False)
    workers: int = 1
    limits: ServiceLimits = ServiceLimits()
    review_below: float | None = None
    """Review threshold; None uses the thresholds of the model."""
    unsure: UnsurePolicy | None = None
    """Answer below the threshold; None uses the policy of the model, which is always the loosest."""
    sample: float = 0.0
    """Share of all texts that are sent to review regardless of confidence."""
    cache: Path | None = None
    """Prediction cache to answer from, the file of `mltag predict --cache`."""
    keep_texts: bool = True
    """Whether texts to review are stored; feedback is always stored."""
    review_keep: int = 100_000
    """Maximum number of stored texts to review."""
    log_requests: bool = False
    log_texts: bool = False
    watch_seconds: float = 1.0
    """Interval between two looks at bundles, decisions and the trial, and between two writes of texts."""
    rule_seconds: float = 10.0
    """Interval between two checks whether the trial should stop."""
    grace_seconds: int = 30
    """Maximum time for running requests when the service stops."""
