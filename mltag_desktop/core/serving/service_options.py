"""The options of the service, as set on the command line."""

from dataclasses import dataclass, field
from pathlib import Path

from mltag_desktop.core.model.unsure_policy import UnsurePolicy


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
