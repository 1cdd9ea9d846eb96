"""How a service is to run, as the command line asks for it."""

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Limits:
    """What one request, or all at once, may ask for."""

    body: int = 4 << 20
    """Bytes of a request's body."""
    items: int = 1_000
    """Texts in a request."""
    length: int = 100_000
    """Characters of a text."""
    seconds: float = 10.0
    """To send a request, and again to answer it."""
    at_once: int = 256
    """Requests under way in one worker."""


@dataclass(frozen=True)
class ServiceOptions:
    """Everything a service needs to know; a bundle that is None is the bundled model."""

    state: Path
    """The folder that feedback, texts to review and trials are kept in."""
    host: str = "127.0.0.1"
    port: int = 8000
    model: Path | None = None
    shadow: Path | None = None
    """A candidate that is asked too, and never answers."""
    canary: Path | None = None
    """A candidate that answers `share` of the keys."""
    share: float = 0.05
    token: str = field(default="", repr=False)
    workers: int = 1
    limits: Limits = Limits()
    review_below: float | None = None
    """Confidence below which a person is asked; None is the model's own threshold."""
    sample: float = 0.0
    """Share of all texts that a person is asked about whatever the confidence."""
    keep_texts: bool = True
    """Whether texts to review are kept; feedback always is."""
    review_keep: int = 100_000
    """Texts to review that are kept at most."""
    log_requests: bool = False
    log_texts: bool = False
    watch_seconds: float = 1.0
    """How often bundles and curators' decisions are looked at for changes."""
    grace_seconds: int = 30
    """How long requests under way may take when the service stops."""
