"""Certificates of a workspace for the Python interface."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.learning.certification import propose
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.workspace.decisions.certificates import (
    CertificationState,
    certification_state,
    finish,
    issued_certificates,
    start,
)
from mltag_desktop.core.workspace.workspace import Workspace

_COLUMNS = ("time", "sentence", "allowed", "cut", "records", "checked", "wrong", "curator", "model", "valid")


@dataclass(frozen=True, eq=False)
class Certification:
    """Progress of a certification."""

    allowed: float
    """The error rate to prove."""
    cut: float
    """The cut that the next checks may prove; without one, the cut that is proven."""
    records: int
    """Number of records above the cut."""
    checked: int
    wrong: int
    missing: int | None
    """Number of right checks that the cut still needs; None if no further check can lead to a proof."""
    void: str
    """Why it does not hold any more; empty if it holds."""
    to_check: pd.DataFrame
    """The next records to check: text, predicted_tag and confidence, by record number."""
    proven_cut: float | None = None
    """The loosest cut that is proven so far."""
    proven_records: int = 0
    """Number of records above `proven_cut`."""

    @property
    def proven(self) -> bool:
        """Whether a cut is proven, so that `finish_certification` issues the certificate.

        With `missing` above 0, further checks may prove a looser one.
        """
        return self.proven_cut is not None and not self.void


def certify(document: Workspace, allowed: float, checks: int | None) -> Certification:
    """Start a certification, or return how far the running one has come."""
    state = certification_state(document)
    if state.running is None:
        start(document, propose(SILENT, document, allowed, checks).plan)
        state = certification_state(document)
    elif state.running.allowed != allowed:
        raise MltagError(
            f"A certification of {state.running.allowed:.0%} is running.",
            "Finish or cancel it first, or pass the same error rate.",
        )
    return _as_frame(document, state)


def finish_certification(document: Workspace) -> str:
    """Issue the certificate; return it as a sentence."""
    finish(document)
    issued = certification_state(document).certificate
    return "" if issued is None else str(issued.sentence)


def certificates(document: Workspace) -> pd.DataFrame:
    """Return the issued certificates, oldest first; at most the last one is valid."""
    valid = certification_state(document).valid
    rows: list[tuple[Any, ...]] = [
        (
            each.time,
            str(each.sentence),
            each.allowed,
            each.cut,
            each.records,
            each.checked,
            each.wrong,
            each.curator,
            each.basis.model,
            each == valid,
        )
        for each in issued_certificates(document)
    ]
    frame = pd.DataFrame(rows, columns=list(_COLUMNS))
    frame["time"] = pd.to_datetime(frame["time"], utc=True, format="ISO8601")
    return frame


def _as_frame(document: Workspace, state: CertificationState) -> Certification:
    running, checks = state.running, state.checks
    if running is None or checks is None:
        raise MltagError("No certification is running.", "Start one with certify.")
    rows = np.array(checks.open, np.int64)
    views = document.table.records(rows)
    to_check = pd.DataFrame(
        {
            "text": [view.text for view in views],
            "predicted_tag": [view.predicted for view in views],
            "confidence": [view.confidence for view in views],
        },
        index=pd.Index(rows + 1, name="record"),
    )
    proven = checks.proven_cut
    about = checks.next_cut or proven or running
    return Certification(
        running.allowed,
        about.cut,
        about.records,
        checks.checked,
        checks.wrong,
        checks.missing,
        str(state.void),
        to_check,
        None if proven is None else proven.cut,
        0 if proven is None else proven.records,
    )
