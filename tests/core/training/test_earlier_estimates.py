"""The report of a first own model names the accuracy of the estimates that it replaces."""

import numpy as np

from mltag_desktop.core.model.types import Predictions
from mltag_desktop.core.training.candidate_evaluation import compare_with_estimates
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.helpers import TAGS
from tests.core.learning.certification.helpers import predict


def test_estimates_and_candidate_are_compared_on_the_same_records(workspace: Workspace) -> None:
    workspace.table.add_texts([f"record {number}" for number in range(12)])
    predict(workspace, np.full(12, 0.9))  # bird for all
    rows = list(range(12))
    truth = [TAGS[0] if row < 3 else TAGS[1] for row in rows]
    for row, tag in zip(rows, truth, strict=True):
        workspace.decisions.decide([row], tag)
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
    for row in range(10):
        workspace.decisions.decide([row], TAGS[0])
    workspace.tag_set.set((*TAGS, "bat"))
    workspace.decisions.decide([10, 11], "bat")
    tags = (*TAGS, "bat")
    candidate = Predictions("candidate", tags, np.eye(len(tags), dtype=np.float32)[[0] * 10 + [3] * 2])
    words = compare_with_estimates(workspace, list(range(12)), [TAGS[0]] * 10 + ["bat"] * 2, candidate)
    assert "Of 10 records, 100% had the right one" in words
