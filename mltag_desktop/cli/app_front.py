"""What the command line asks of other rooms; handed in by `__main__`, since they do not know each other."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from mltag_desktop.core.batch.predict_file import Engine
from mltag_desktop.core.batch.task import Task
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.model.types import Classifier
from mltag_desktop.core.serving.options import ServiceOptions

Cluster = Callable[[Task, Classifier, str | None, int | None], Engine]


def _no_cluster(task: Task, classifier: Classifier, address: str | None, workers: int | None) -> Engine:
    raise MltagError("This installation has no cluster engine.", "Omit --engine.")


def _no_service(options: ServiceOptions) -> int:
    raise MltagError("This installation has no service.", "Install MLTag Desktop with the extra serve.")


@dataclass(frozen=True)
class FrontEnd:
    """Functions that need the window, or a cluster."""

    open_window: Callable[[Path | None], int]
    """Open the window, with a file if one is given; returns the exit code."""
    tour: Callable[[Path], list[Path]]
    """Do the main job offscreen with pictures into the folder; returns the pictures."""
    selftest_window: Callable[[Path], str]
    """Open the window offscreen, working in the folder; returns what was seen in a few words."""
    cluster: Cluster = _no_cluster
    """Return the engine that does a task with Ray, at an address or here, with so many workers."""
    serve: Callable[[ServiceOptions], int] = _no_service
    """Serve over HTTP until told to stop; returns the exit code."""
