"""Records that may be off topic: found by the active model's filter, confirmed or rejected, and taught."""

import csv
import hashlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from mltag_desktop.core.learning.bulk_prediction import predict_pending
from mltag_desktop.core.learning.certification import propose
from mltag_desktop.core.learning.off_topic_records import is_due, refresh_off_topic
from mltag_desktop.core.learning.production_metrics import production_metrics
from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.model.manifest import UnsurePolicy
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.tables.columns import ColumnMapping
from mltag_desktop.core.tables.formats import open_table
from mltag_desktop.core.workspace.decisions.certificates import CheckAnswer, answers
from mltag_desktop.core.workspace.decisions.review_thresholds import ReviewThresholds
from mltag_desktop.core.workspace.export.export import export
from mltag_desktop.core.workspace.export.export_options import ExportOptions, preview
from mltag_desktop.core.workspace.file_import import import_file
from mltag_desktop.core.workspace.models.caches import OffTopicBasis
from mltag_desktop.core.workspace.search.filtering import counts, needs_review
from mltag_desktop.core.workspace.search.query import parse
from mltag_desktop.core.workspace.search.table_order import Filter, order
from mltag_desktop.core.workspace.types import DecisionKind, Mark, Status
from mltag_desktop.core.workspace.workspace import Workspace
from tests.cli.helpers import rows
from tests.core.helpers import sample
from tests.core.model.test_off_topic import MESSAGES

ON = [f"{title} {description}" for title, description, _ in rows()][:24]
TEXTS = [*ON, *MESSAGES]
OFF = list(range(len(ON), len(TEXTS)))
NEVER = ReviewThresholds(0.0)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """A workspace of 24 texts on topic and 8 others, predicted by the bundled model."""
    with Workspace.create(tmp_path / "w.mltag", "Ann", bundled().tags) as document:
        document.table.add_texts(TEXTS)
        predict_pending(SILENT, document, bundled())
        yield document


def found(workspace: Workspace, line: str = "is:off-topic") -> list[int]:
    terms = parse(line, workspace.tag_set.tags, workspace.table.columns).terms
    return order(SILENT, workspace, Filter(terms=terms)).tolist()


def test_suspected_records_are_found_and_to_review_at_any_confidence(workspace: Workspace) -> None:
    assert found(workspace) == OFF
    assert np.flatnonzero(needs_review(workspace.states(), NEVER)).tolist() == OFF
    numbers = counts(workspace.states(), NEVER)
    assert (numbers.by_mark[Mark.OFF_TOPIC], numbers.to_review) == (len(OFF), len(OFF))
    assert production_metrics(SILENT, workspace, below=NEVER).as_set.to_review == len(OFF)

    with Workspace.open(workspace.path, "Bea", write=False) as again:  # kept in the file
        assert found(again) == OFF
        assert not is_due(again, bundled())


def test_a_stored_mask_that_unpacks_to_more_is_left_alone(workspace: Workspace) -> None:
    basis = workspace.off_topic.basis
    assert basis is not None
    workspace.off_topic.put(basis, (np.zeros(50_000_000, np.bool_),) * 2)
    with Workspace.open(workspace.path, "Bea", write=False) as again:
        assert again.off_topic.basis is None
        assert found(again) == []


def test_the_sample_is_not_suspected(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "sample.mltag", "Ann", bundled().tags) as document:
        document.table.add_texts(sample()[0])
        predict_pending(SILENT, document, bundled())
        states = document.states()
        assert states.off_topic.mean() < 0.05
        doubtful = np.flatnonzero(states.in_doubt & ~states.off_topic)
        assert needs_review(states, NEVER)[doubtful].all()  # at any confidence
        row = int(doubtful[0])
        assert document.table.records([row])[0].doubtful
        with Workspace.open(document.path, "Bea", write=False) as again:  # kept in the file
            assert np.array_equal(again.states().in_doubt, states.in_doubt)
        document.decisions.mark([row], DecisionKind.ON_TOPIC)
        assert not document.table.records([row])[0].doubtful
        assert not needs_review(document.states(), NEVER)[row]


def test_a_mask_with_the_unmoved_limit_is_made_again(workspace: Workspace) -> None:
    answers = hashlib.blake2b(digest_size=8).hexdigest()  # none, as they were stored before
    earlier = OffTopicBasis(bundled().version, workspace.table.stamp, answers)
    workspace.off_topic.put(earlier, (np.ones(len(TEXTS), np.bool_),) * 2)
    assert is_due(workspace, bundled())
    refresh_off_topic(SILENT, workspace, bundled())
    assert found(workspace) == OFF


def test_marks_confirm_and_reject_and_undo_takes_them_back(workspace: Workspace) -> None:
    first, second, third = OFF[:3]
    workspace.decisions.decide([first], "other")
    workspace.decisions.mark([first, second], DecisionKind.OFF_TOPIC)
    workspace.decisions.mark([third], DecisionKind.ON_TOPIC)
    view = workspace.table.records([first])[0]
    assert (view.status, view.decided, view.marks) == (Status.TO_REVIEW, None, Mark.OFF_TOPIC)
    assert found(workspace) == [row for row in OFF if row != third]
    asked = np.flatnonzero(needs_review(workspace.states(), NEVER)).tolist()
    assert asked == OFF[3:]  # confirmed and rejected ones are settled
    assert first not in workspace.scan.examples().rows
    with Workspace.open(workspace.path, "Bea", write=False) as again:
        assert np.array_equal(again.states().marks, workspace.states().marks)
    workspace.history.undo()
    workspace.history.undo()
    view = workspace.table.records([first])[0]
    assert (view.decided, view.marks) == ("other", Mark(0))
    workspace.decisions.mark([second], DecisionKind.OFF_TOPIC)
    workspace.decisions.decide([second], "mlops")
    assert workspace.table.records([second])[0].marks == Mark(0)


def test_answers_teach_the_filter(workspace: Workspace) -> None:
    workspace.decisions.mark(OFF[:4], DecisionKind.ON_TOPIC)
    assert is_due(workspace, bundled())
    refresh_off_topic(SILENT, workspace, bundled())
    assert not is_due(workspace, bundled())
    left = set(found(workspace))
    assert left < set(OFF[4:])  # messages like those that are on topic are not suspected any more
    workspace.decisions.mark(OFF[:4], DecisionKind.CLEAR)
    refresh_off_topic(SILENT, workspace, bundled())
    assert found(workspace) == OFF


def test_every_doubling_of_the_decisions_teaches_the_filter(workspace: Workspace) -> None:
    workspace.decisions.decide(range(19), "mlops")
    assert not is_due(workspace, bundled())
    workspace.decisions.decide([19], "mlops")
    assert is_due(workspace, bundled())
    refresh_off_topic(SILENT, workspace, bundled())
    workspace.decisions.decide(range(20, 24), "mlops")
    assert not is_due(workspace, bundled())


def test_records_are_not_suspected_where_the_model_does_not_know_the_tags(
    workspace: Workspace, tmp_path: Path
) -> None:
    assert workspace.states().off_topic.any()
    workspace.tag_set.set(["cards", "transfers"])
    assert is_due(workspace, bundled())
    refresh_off_topic(SILENT, workspace, bundled())
    assert not workspace.states().off_topic.any()
    with Workspace.create(tmp_path / "own.mltag", "Ann", ["cards", "transfers"]) as document:
        document.table.add_texts(TEXTS)
        predict_pending(SILENT, document, bundled())
        assert not document.states().off_topic.any()


def test_an_export_leaves_out_the_tags_of_off_topic_records(tmp_path: Path) -> None:
    source = tmp_path / "in.csv"
    lines = [(text, "other" if row in OFF[:2] else "mlops") for row, text in enumerate(TEXTS)]
    with source.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([("text", "topic"), *lines])
    with Workspace.create(tmp_path / "t.mltag", "Ann", bundled().tags) as document:
        import_file(SILENT, document, open_table(source), ColumnMapping((0,), None, None, 1))
        predict_pending(SILENT, document, bundled())
        document.decisions.mark(OFF[:2], DecisionKind.OFF_TOPIC)

        def written(**choices: object) -> list[dict[str, str]]:
            options = ExportOptions(added=("status", "off_topic"), fill=True, **choices)  # type: ignore[arg-type]
            export(SILENT, document, tmp_path / "out.csv", "table", True, options)
            with (tmp_path / "out.csv").open(newline="", encoding="utf-8") as file:
                return list(csv.DictReader(file))

        emptied = written()
        assert [emptied[row]["topic"] for row in OFF[:2]] == ["", ""]
        assert emptied[OFF[0]]["status"] == "off topic"
        assert [at for at, line in enumerate(emptied) if line["off_topic"] == "true"] == OFF
        assert preview(document, ExportOptions(fill=True)).empty == 2
        assert all(written(off_topic="keep")[row]["topic"] for row in OFF[:2])
        assert len(written(off_topic="drop")) == len(TEXTS) - 2
        withheld = written(unsure=UnsurePolicy.EMPTY, below=NEVER)
        assert {withheld[row]["topic"] for row in OFF[2:]} == {"mlops"}  # the source's own cell stays


def test_a_check_that_is_off_topic_counts_as_wrong(workspace: Workspace) -> None:
    workspace.decisions.mark([OFF[0], 0], DecisionKind.OFF_TOPIC)
    expected = [CheckAnswer.WRONG, CheckAnswer.WRONG, CheckAnswer.OPEN]
    assert answers(workspace, [OFF[0], 0, 1]).tolist() == expected
    plan = propose(SILENT, workspace, 0.5, 5).plan
    assert 0 not in plan.sample or plan.known
