"""The records that a service stores: feedback, texts to review, samples, decisions and trials."""

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

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
    back: int = 0
    """Number of the plan to which a rollback returns; 0 for none, as after a stop by rule."""

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
        if "shares" not in found:
            return cls(**found)
        share = found["shares"].get("everyone", 0.0)
        runs = found["running"] and (found["mode"] == SHADOW or (found["mode"] == CANARY and share > 0))
        kept = {name: found[name] for name in ("candidate", "stop_when_worse", "options", "back")}
        return cls(**kept, share=share, running=runs)

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
