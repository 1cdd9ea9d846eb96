"""The plan of a trial: which candidate answers which share of which keys, changed while the service runs.

The plan is in the database of the service. Commands and rules add a new one, and every worker of the service
follows within a second.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from functools import cached_property
from typing import Any, Final

from mltag_desktop.core.serving.service_options import ServiceOptions

EVERYONE: Final = "everyone"
"""The group of all keys that are in no other group with a share."""
SHADOW: Final = "shadow"
CANARY: Final = "canary"
AB: Final = "ab"


@dataclass(frozen=True)
class TrialPlan:
    """A trial as it is to run now; the default has none."""

    mode: str = ""
    """"shadow", "canary", "ab" (two candidates against each other), or empty for no trial."""
    candidate: str = ""
    """Folder of the candidate."""
    rival: str = ""
    """Folder of the other candidate in "ab", which plays the part of the active model."""
    shares: Mapping[str, float] = field(default_factory=dict)
    """Share of the keys by group; `EVERYONE` for all others."""
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Keys by name of the group; a key that ends with * stands for all keys that begin so."""
    running: bool = False
    ramp: tuple[float, ...] = ()
    """Shares that `ramped` gets one after the other."""
    ramped: str = EVERYONE
    every: float = 0.0
    """Seconds between two steps of the ramp."""
    since: str = ""
    """Time of the last change of the shares (ISO 8601, UTC)."""
    stop_when_worse: bool = True
    """Whether the service ends the trial when the sequential test says that a model is worse."""
    options: str = ""
    """The options of `mltag serve` that the trial came from; empty if a command started it."""
    back: int = 0
    """Number of the plan to which a rollback returns; 0 for none, as after a stop by rule."""

    @classmethod
    def from_json(cls, content: str) -> "TrialPlan":
        """Return the plan in a row of the database."""
        found: dict[str, Any] = json.loads(content)
        found["groups"] = {name: tuple(keys) for name, keys in found["groups"].items()}
        return cls(**{**found, "ramp": tuple(found["ramp"])})

    def to_json(self) -> str:
        """Return the plan for a row of the database."""
        return json.dumps(asdict(self))

    @property
    def is_split(self) -> bool:
        """Whether the candidate answers some keys."""
        return self.mode in (CANARY, AB)

    def share_of(self, key: str) -> float:
        """Return the share that decides about a key: that of its first group with one, else everyone's."""
        for share, exact, beginnings in self._matchers:
            if key in exact or (beginnings and key.startswith(beginnings)):
                return share
        return self.shares.get(EVERYONE, 0.0)

    def with_share(self, group: str, share: float, time: str, back: int) -> "TrialPlan":
        """Return the plan with another share of a group; `back` is the number of the present plan."""
        return replace(self, shares={**self.shares, group: share}, since=time, back=back)

    @cached_property
    def _matchers(self) -> list[tuple[float, frozenset[str], tuple[str, ...]]]:
        return [
            (
                share,
                frozenset(key for key in self.groups.get(group, ()) if not key.endswith("*")),
                tuple(key[:-1] for key in self.groups.get(group, ()) if key.endswith("*")),
            )
            for group, share in self.shares.items()
            if group != EVERYONE
        ]


def plan_of(options: ServiceOptions) -> TrialPlan:
    """Return the plan that the options of the service ask for."""
    folder = options.shadow or options.canary
    if folder is None:
        return TrialPlan()
    mode = CANARY if options.shadow is None else SHADOW
    shares = {EVERYONE: options.share} if mode == CANARY else {}
    words = [mode, str(folder.absolute()), *shares.values()]
    return TrialPlan(mode, str(folder.absolute()), shares=shares, running=True, options=json.dumps(words))


def starting_plan(options: ServiceOptions, stored: TrialPlan) -> TrialPlan:
    """Return the plan with which a service starts.

    Unchanged options neither restart a stopped trial nor reset a changed share. Removed options end their
    trial; a trial that was started by a command continues.
    """
    wanted = plan_of(options)
    if wanted.options == stored.options:
        return stored
    if not wanted.options:
        return replace(stored, running=False, options="")
    return replace(wanted, groups=stored.groups)
