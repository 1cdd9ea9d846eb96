"""A candidate of a few decisions learns from the tag names and the undecided records too."""

import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from mltag_desktop.core.learning.data_checks import alarms_of, data_checks
from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.training.candidate_evaluation import (
    evaluate_on_decisions,
    evaluate_on_table,
    table_prediction_changes,
)
from mltag_desktop.core.training.candidate_training import TrainedCandidate, train_from_scratch
from mltag_desktop.core.training.named_training import train_on_names
from mltag_desktop.core.training.training import Examples, train
from mltag_desktop.core.training.training_checks import check_training
from mltag_desktop.core.workspace.workspace import Workspace
from tests.cli.helpers import rows
from tests.core.helpers import make, vectors

ROWS = [(f"{title} {description}", tag) for title, description, tag in rows()][:140]
DECIDED = 12


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """140 records with the tags of the bundled model as if unknown; twelve are decided."""
    path: Path = tmp_path_factory.mktemp("names") / "w.mltag"
    with Workspace.create(path, "Ann", bundled().tags) as document:
        document.table.add_texts([text for text, _ in ROWS])
        for row, (_, tag) in enumerate(ROWS[:DECIDED]):
            document.decisions.decide([row], tag)
        yield document


@pytest.fixture(scope="module")
def trained(workspace: Workspace) -> TrainedCandidate:
    decided = workspace.scan.examples(SILENT)
    return train_from_scratch(SILENT, workspace, decided, bundled())


@pytest.fixture(scope="module")
def stranger() -> LinearModel:
    """A model for pets that shares only "other" with the table."""
    made = make(30, seed=1)
    names = dict(zip(dict.fromkeys(made.tags), ("cats", "dogs", "other"), strict=True))
    return train(SILENT, Examples(made.texts, tuple(names[tag] for tag in made.tags)), vectors=vectors())


def test_the_candidate_knows_more_than_its_decisions(workspace: Workspace, trained: TrainedCandidate) -> None:
    model = trained.model
    assert model.manifest.recipe.name == "names"
    assert model.tags == tuple(tag.name for tag in workspace.tag_set.tags)
    others = ROWS[DECIDED:]
    found = model.predict([text for text, _ in others])
    right = np.mean([found.tags[best] == tag for best, (_, tag) in zip(found.best, others, strict=True)])
    assert right > 0.6
    (told,) = (note for note in trained.notes if "undecided records" in note)
    known = model.manifest.training
    assert (
        f"Out of fold, {known.accuracy * known.rows:.0f} of {known.rows} tagged records are predicted" in told
    )
    assert trained.trained_on == workspace.scan.examples(SILENT).rows
    assert not any("predicted reliably" in note for note in trained.notes), "few decisions are enough"


def test_a_note_says_why_names_are_kept_that_predict_fewer_decisions(tmp_path: Path) -> None:
    first, second, *_ = bundled().tags
    misleading = {first: second, second: first}
    with Workspace.create(tmp_path / "w.mltag", "Ann", bundled().tags) as document:
        document.table.add_texts([text for text, _ in ROWS])
        for row, (_, tag) in enumerate(ROWS[:DECIDED]):
            document.decisions.decide([row], misleading.get(tag, tag))
        made = train_from_scratch(SILENT, document, document.scan.examples(SILENT), bundled())
    figures, reason = made.notes
    right, alone = map(int, re.findall(r"(\d+) (?:of 12|are\.)", figures))
    assert right < alone
    assert "the difference may be due to chance" in reason


def test_the_report_has_the_predictions_out_of_fold(workspace: Workspace, trained: TrainedCandidate) -> None:
    assert trained.out_of_fold is not None
    report, unseen = evaluate_on_decisions(SILENT, workspace, bundled(), trained)
    assert unseen is not None
    assert np.array_equal(unseen.predictions.probabilities, trained.out_of_fold)
    (candidate,) = (each for each in report.models if each.version == trained.model.version)
    right = (trained.out_of_fold.argmax(axis=1) == trained.model.base.labels).mean()
    assert candidate.accuracy == pytest.approx(right)
    assert trained.model.manifest.training.accuracy == pytest.approx(right)


def test_the_checks_know_that_names_are_learned_from(workspace: Workspace) -> None:
    assert check_training(SILENT, workspace, bundled(), alone=True).with_names
    assert not check_training(SILENT, workspace, bundled()).with_names, "the bundled model knows these tags"


def test_few_decisions_are_doubted_only_where_names_and_others_are_sure(workspace: Workspace) -> None:
    assert check_training(SILENT, workspace, bundled(), alone=True).doubts == ()
    row = next(row for row, (_, tag) in enumerate(ROWS[:DECIDED]) if tag == "computer-vision")
    workspace.decisions.decide([row], "mlops")
    found = check_training(SILENT, workspace, bundled(), alone=True).doubts
    workspace.history.undo()
    assert [(doubt.row, doubt.decided, doubt.likelier) for doubt in found] == [
        (row, "mlops", "computer-vision")
    ]


def test_a_few_decisions_that_the_queue_chose_raise_no_alarm(
    workspace: Workspace, trained: TrainedCandidate
) -> None:
    assert alarms_of(SILENT, workspace, trained.model) == ()
    (drift,) = (check for check in data_checks(SILENT, workspace, trained.model, ()) if check.kind == "drift")
    assert not drift.warns
    assert "more records" in drift.words


def test_predictions_of_a_model_for_other_tags_are_no_changes(
    workspace: Workspace, trained: TrainedCandidate, stranger: LinearModel
) -> None:
    assert table_prediction_changes(SILENT, workspace, stranger, trained.model) is None
    changes = table_prediction_changes(SILENT, workspace, bundled(), trained.model)
    assert changes is not None
    assert changes.rows == len(ROWS) - DECIDED


def test_a_model_for_other_tags_is_not_compared_on_the_audit_set(
    workspace: Workspace, trained: TrainedCandidate, stranger: LinearModel
) -> None:
    row = next(row for row in range(DECIDED, len(ROWS)) if workspace.table.audited([row])[0])
    workspace.decisions.decide([row], ROWS[row][1])
    (audit,) = evaluate_on_table(SILENT, workspace, stranger, trained)
    assert [model.version for model in audit.models] == [trained.model.version]
    assert "No model for these tags is active" in audit.comparison_note
    (audit,) = evaluate_on_table(SILENT, workspace, bundled(), trained)
    assert [model.version for model in audit.models] == [bundled().version, trained.model.version]
    workspace.history.undo()


def test_many_decisions_and_several_tags_need_no_names(workspace: Workspace) -> None:
    decided = workspace.scan.examples(SILENT)
    many = decided.take(list(range(len(decided.rows))) * 8)
    assert train_on_names(SILENT, workspace, many, bundled().vectors) is None
    several = decided._replace(additional_tags=(("other",), *((),) * (len(decided.rows) - 1)))
    assert train_on_names(SILENT, workspace, several, bundled().vectors) is None
    unknown = decided._replace(tags=("gone", *decided.tags[1:]))
    assert train_on_names(SILENT, workspace, unknown, bundled().vectors) is None
