"""Training on the undecided records of a table."""

import csv
from pathlib import Path

import numpy as np

from mltag_desktop.core.filesystem import resource
from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.model.extraction import extract
from mltag_desktop.core.model.linear_head import feature_fingerprints
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.training.candidate_training import (
    train_on_decisions,
    train_without_decisions,
)
from mltag_desktop.core.workspace.records.table import AuditSet
from mltag_desktop.core.workspace.records.text_store import digest
from mltag_desktop.core.workspace.workspace import Workspace


def test_audit_records_are_not_pseudo_labelled(tmp_path: Path) -> None:
    base = bundled()
    with resource("sample.csv").open(encoding="utf-8", newline="") as file:
        texts = [f"{row['title']} {row['description']}" for row in csv.DictReader(file)]
    drawn = [text for text in texts if AuditSet().has([digest(text)])[0]]
    copies = [f"{text.upper()} !" for text in drawn]
    with Workspace.create(tmp_path / "papers.mltag", "ann", base.tags) as workspace:
        workspace.table.add_texts([*texts, *copies])
        workspace.decisions.decide([texts.index(text) for text in drawn[::2]], base.tags[0])
        untaught = train_without_decisions(SILENT, workspace, base)
        workspace.decisions.decide(range(8), base.tags[0])
        taught = train_on_decisions(SILENT, workspace, workspace.scan.examples(), base)
    assert untaught is not None
    audited = feature_fingerprints(extract(base.vectors, drawn))
    assert len(audited)
    for made in (untaught, taught):
        pseudo_labelled = made.model.head.pseudo_labelled
        assert pseudo_labelled is not None
        assert len(pseudo_labelled) > 100
        assert not np.isin(audited, pseudo_labelled).any()
