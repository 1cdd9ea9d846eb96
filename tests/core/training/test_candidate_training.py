"""Candidates: which undecided records they learn from, and the estimates that they replace."""

from pathlib import Path

import numpy as np

from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.model.extraction import extract
from mltag_desktop.core.model.linear_head import feature_fingerprints
from mltag_desktop.core.model.types import Predictions
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.training.candidate_evaluation import compare_with_estimates
from mltag_desktop.core.training.candidate_training import (
    train_on_decisions,
    train_without_decisions,
)
from mltag_desktop.core.workspace.records.table import AuditSet
from mltag_desktop.core.workspace.records.text_store import digest
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.helpers import TAGS, decide_each, sample
from tests.core.learning.certification.helpers import predict


def test_audit_records_are_not_pseudo_labelled(tmp_path: Path) -> None:
    base = bundled()
    texts, _ = sample()
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


def test_estimates_and_candidate_are_compared_on_the_same_records(workspace: Workspace) -> None:
    workspace.table.add_texts([f"record {number}" for number in range(12)])
    predict(workspace, np.full(12, 0.9))  # bird for all
    rows = list(range(12))
    truth = [TAGS[0] if row < 3 else TAGS[1] for row in rows]
    decide_each(workspace, truth)
    sure = np.eye(3, dtype=np.float32)[[0] * 6 + [1] * 6]
    candidate = Predictions("candidate", TAGS, sure)
    assert compare_with_estimates(workspace, rows, truth, candidate) == (
        "Estimates from names and answers were shown before. Of 12 records, 25% had the right one when they "
        "were decided; the candidate is right on 75% of the same records, cross-validated."
    )
    few = Predictions("candidate", TAGS, sure[:5])
    assert not compare_with_estimates(workspace, rows[:5], truth[:5], few)
    other = Predictions("candidate", ("fees", "refund", "login"), sure)
    assert not compare_with_estimates(workspace, rows, truth, other), "nothing was estimated for these tags"


def test_records_that_a_new_tag_was_added_for_are_left_out(workspace: Workspace) -> None:
    workspace.table.add_texts([f"record {number}" for number in range(12)])
    predict(workspace, np.full(12, 0.9))  # bird for all
    decide_each(workspace, TAGS[0], range(10))
    workspace.tag_set.set((*TAGS, "bat"))
    workspace.decisions.decide([10, 11], "bat")
    tags = (*TAGS, "bat")
    candidate = Predictions("candidate", tags, np.eye(len(tags), dtype=np.float32)[[0] * 10 + [3] * 2])
    words = compare_with_estimates(workspace, list(range(12)), [TAGS[0]] * 10 + ["bat"] * 2, candidate)
    assert "Of 10 records, 100% had the right one" in words
