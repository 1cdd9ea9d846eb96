from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from mltag_desktop.core.errors import Cancelled
from mltag_desktop.core.evaluation.evaluation_report import Report
from mltag_desktop.core.learning.guideline import OwnTest, store_own_tests
from mltag_desktop.core.learning.query_slices import Slice, sliced, store_slices
from mltag_desktop.core.learning.workspace_models import export_for_notebooks
from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.training_set import text_digests
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.tables.columns import ColumnMapping
from mltag_desktop.core.tables.table_file import TableFile
from mltag_desktop.core.training import candidate_training
from mltag_desktop.core.training.retraining import Candidate, TrainingKind, retrain
from mltag_desktop.core.training.training import Examples, train
from mltag_desktop.core.workspace.decisions.tag_set import renamed
from mltag_desktop.core.workspace.records.table import AuditSet
from mltag_desktop.core.workspace.records.text_store import digest
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.helpers import (
    TAGS,
    base_model,
    decide_each,
    fill,
    filled,
    make,
    model_of,
    promoted,
    vectors,
)
from tests.errors import user_error
from tests.progress import CancelAbove, Reports

Retrain = Callable[..., Candidate]
HELD = make(60, seed=2, words=1)
"""The rows of the base's holdout."""


@pytest.fixture
def retrained(workspace: Workspace, tmp_path: Path) -> Retrain:
    """Train a candidate; the base is the active model, too, if no other is given."""

    def run(current: LinearModel | None = None, **options: Any) -> Candidate:
        base = options.pop("base", base_model())
        given = {"progress": SILENT, "work_folder": tmp_path / "work", **options}
        return retrain(workspace=workspace, current=current or base, base=base, **given)

    return run


def examples_of(workspace: Workspace) -> int:
    """Return how many decisions can be trained on."""
    return len(workspace.scan.examples().rows)


def test_a_candidate_is_trained_on_decisions_and_compared_with_rules_and_active_model(
    workspace: Workspace, retrained: Retrain
) -> None:
    rows = filled(workspace, 70, seed=11, words=1)
    candidate = retrained()
    report, model = candidate.report, model_of(candidate)
    assert [model.role for model in report.models] == ["rules", "current", "candidate"]
    assert (report.name, report.rows) == ("holdout", 60)
    assert report.models[2].f1 > report.models[1].f1
    assert report.headline.startswith("The candidate is likely better than the active model")
    assert "short_text" in report.models[2].slices
    decisions = examples_of(workspace)
    assert decisions + len(workspace.scan.examples(audit=True).rows) == 60
    assert candidate.trained_on == f"bundled + {decisions} records"
    assert report.table_paired is not None
    assert report.table_paired.rows == decisions
    assert report.table_paired.f1_b > report.table_paired.f1_a
    assert "On this table: The difference between the candidate and the" in report.headline
    assert [model.role for model in report.baselines] == ["majority"]  # the rules' answers are in the bundle
    roles = {tuple(model.role for model in other.baselines) for other in report.others}
    assert roles == {("majority",)}, "no text has a keyword, so the rules would repeat the majority"
    assert Report.from_json(report.to_json()) == report
    assert promoted(workspace, candidate).version == workspace.models.active == model.version
    assert report.models[2].version == model.version
    changes = report.table_prediction_changes
    assert changes is not None
    assert (changes.rows, changes.total > 0) == (10, True), "decided records are no prediction changes"
    before, after = base_model().predict(rows.texts), model.predict(rows.texts)
    for change in changes.shown:
        row = change.row
        names = before.tags[before.best[row]], after.tags[after.best[row]]
        assert (change.reference, change.before, change.after) == (f"{row + 1}", *names)
        assert change.truth is None


def test_decisions_on_holdout_rows_are_excluded_and_counted(workspace: Workspace, retrained: Retrain) -> None:
    own = make(20, seed=12)
    fill(workspace, HELD.texts[:4] + own.texts, HELD.tags[:4] + own.tags)
    candidate = retrained()
    assert model_of(candidate).manifest.training.left_out == 4
    assert "4 tagged records that are holdout rows" in candidate.report.notes[0]
    leaks = next(check for check in candidate.report.checks if check.kind == "leaks")
    assert "4 tagged records match" in leaks.words
    assert leaks.records == (0, 1, 2, 3)
    assert candidate.trained_on == f"bundled + {examples_of(workspace) - 4} records"


@pytest.mark.parametrize(
    ("texts", "tags", "words"),
    [
        (("a cat that purrs",), (), "no decisions"),
        (("a cat that naps today",) * 2, ("cat", "dog"), "contradict each other"),
        (HELD.texts[:20], HELD.tags[:10], "All {count} tagged records are holdout.* excluded from"),
    ],
    ids=["no decisions", "contradictory ones", "rows of the holdout"],
)
def test_decisions_that_cannot_be_learned_from_make_no_candidate(
    texts: tuple[str, ...], tags: tuple[str, ...], words: str, workspace: Workspace, retrained: Retrain
) -> None:
    workspace.table.add_texts(texts)
    workspace.models.set_base(base_model().version)
    decide_each(workspace, tags)
    with user_error(words.format(count=examples_of(workspace))):
        retrained()


def test_a_second_retraining_is_compared_with_the_first_candidate(
    workspace: Workspace, retrained: Retrain
) -> None:
    filled(workspace, 70, seed=14, words=1)
    first = retrained()
    again = retrained(model_of(first))
    assert model_of(again).version == model_of(first).version
    assert again.bundle_dir != first.bundle_dir
    assert again.report.paired is not None
    assert (again.report.paired.better, again.report.paired.worse) == (0, 0)
    assert again.report.regressions == ()
    assert [model.role for model in again.report.models] == ["rules", "bundled", "current", "candidate"]
    assert again.report.models[1].version == base_model().version


def test_another_tag_set_is_learned_from_decisions_only(workspace: Workspace, retrained: Retrain) -> None:
    rows = make(40, seed=15)
    names = [tag if tag == "bird" else f"my {tag}" for tag in rows.tags]
    workspace.tag_set.set(sorted(set(names)))
    fill(workspace, rows.texts, names)
    candidate = retrained()
    report = candidate.report
    assert model_of(candidate).tags == ("bird", "my cat", "my dog")
    assert [model.role for model in report.models] == ["candidate"]
    assert report.records == workspace.scan.examples().rows
    assert report.rows == examples_of(workspace)
    assert "cross-validation" in " ".join(report.notes)
    assert "No model for these tags is active" in report.comparison_note
    assert candidate.trained_on == f"{report.rows} records"
    [drift] = [check for check in report.checks if check.kind == "drift"]
    assert "once a model for these tags is active" in drift.words
    assert not drift.warns


def test_the_active_model_is_compared_by_the_present_names_of_its_tags(
    workspace: Workspace, retrained: Retrain
) -> None:
    filled(workspace, 60, seed=4, words=1)
    store_own_tests(workspace, [OwnTest("sings in a nest", "bird")])
    workspace.tag_set.set(renamed(workspace.tag_set.tags, "bird", "robin"))
    report = retrained(base_model(), base=bundled(), how=TrainingKind.ALONE).report
    names = ["cat", "dog", "robin"]
    assert [sorted(model.tags) for model in report.models] == [names] * 2
    assert report.models[0].tags["robin"].f1 > 0.5
    assert [model.behaviour and model.behaviour.passed for model in report.models] == [1, 1]
    assert [sorted(model.tags) for model in report.others[-1].models] == [names] * 2
    changes = report.table_prediction_changes
    assert changes is not None
    assert {name for change in changes.shown for name in (change.before, change.after)} <= {*names}


def test_a_candidate_with_few_of_the_tags_is_compared(workspace: Workspace, retrained: Retrain) -> None:
    tags = ("bat", *TAGS, "fish")
    workspace.tag_set.set(tags)
    rows = make(60, seed=4)
    current = train(SILENT, Examples(rows.texts[:30], (tags * 6)), vectors=vectors())
    workspace.table.add_texts(rows.texts[30:])
    decide_each(workspace, rows.tags[30:], [row for row, tag in enumerate(rows.tags[30:]) if tag != "dog"])
    candidate = retrained(current, how=TrainingKind.ALONE)
    assert model_of(candidate).tags == ("bird", "cat")
    assert [model.role for model in candidate.report.models] == ["current", "candidate"]
    assert candidate.report.comparison_note == ""


def test_the_active_model_is_evaluated_on_decisions_new_to_it(
    workspace: Workspace, retrained: Retrain
) -> None:
    filled(workspace, 60, seed=15, words=1)
    base, trained = base_model(), examples_of(workspace)
    candidate = retrained(how=TrainingKind.ALONE)
    first, model = candidate.report, model_of(candidate)
    assert sorted(model.tags) == sorted(base.tags)
    assert [model.role for model in first.models] == ["current", "candidate"]
    assert first.paired is not None
    assert first.paired.rows == trained
    codes = base.predict(workspace.scan.examples().texts).best
    assert first.models[0].answers == tuple(
        first.models[0].tag_order.index(base.tags[code]) for code in codes
    )
    notes = " ".join(first.notes)
    assert "no holdout for this candidate" in notes
    assert "other tags" not in notes
    again = retrained(model, how=TrainingKind.ALONE).report
    assert [model.role for model in again.models] == ["candidate"]
    assert "was trained on all of these records" in again.comparison_note

    def after_more_decisions(count: int, seed: int) -> Report:
        first = workspace.table.count
        workspace.table.add_texts(make(count, seed, words=1).texts)
        for row, tag in enumerate(make(count, seed).tags, first):
            workspace.decisions.decide([row], tag)
        return retrained(model, how=TrainingKind.ALONE).report

    mixed = after_more_decisions(40, seed=16)
    apart = next(other for other in mixed.others if other.name == "decisions new to both")
    assert [model.role for model in apart.models] == ["current", "candidate"]
    assert (mixed.rows, apart.rows) == (trained + apart.rows, examples_of(workspace) - trained)
    assert f"trained on {trained} records of these" in mixed.comparison_note
    assert set(apart.records).isdisjoint(range(60))
    store_slices(workspace, [Slice("early", "", tuple(range(20)))])
    assert sliced(SILENT, workspace, mixed).models[0].slices["early"].rows > 0
    most = after_more_decisions(80, seed=17)
    assert [model.role for model in most.models] == ["current", "candidate"]
    assert most.rows == examples_of(workspace) - trained
    assert most.comparison_note.endswith(f"was trained on them: {trained} records.")


def test_a_candidate_of_two_decisions_cannot_be_evaluated(workspace: Workspace, retrained: Retrain) -> None:
    rows = make(12, seed=16)
    names = [f"my {tag}" for tag in rows.tags]
    workspace.tag_set.set(sorted(set(names)))
    fill(workspace, rows.texts, names)
    report = retrained().report
    assert report.headline == "No rows for evaluation."
    assert "two records each" in " ".join(report.notes)


def test_an_uncreatable_work_folder_is_an_error(
    workspace: Workspace, retrained: Retrain, tmp_path: Path
) -> None:
    filled(workspace, 30, seed=17)
    (tmp_path / "file").write_text("")
    with user_error("could not be written"):
        retrained(work_folder=tmp_path / "file" / "work")


def test_cancelling_leaves_no_files(workspace: Workspace, retrained: Retrain, tmp_path: Path) -> None:
    filled(workspace, 30, seed=18)
    with pytest.raises(Cancelled):
        retrained(progress=CancelAbove(0.5))
    assert not (tmp_path / "work").exists()


def test_progress_never_decreases(workspace: Workspace, retrained: Retrain) -> None:
    filled(workspace, 30, seed=19)
    reports = Reports()
    retrained(progress=reports)
    assert reports.fractions == sorted(reports.fractions)
    assert reports.fractions[-1] == 1.0


def test_no_record_of_the_audit_set_reaches_training(workspace: Workspace, retrained: Retrain) -> None:
    filled(workspace, 200, seed=18)
    audited = workspace.scan.examples(audit=True)
    count = len(audited.texts)
    shouted = [f"{text.upper()} !" for text in audited.texts]
    workspace.table.add_texts([*audited.texts, *shouted])  # copies of them, decided again
    decide_each(workspace, [""] * 200 + [*audited.tags] * 2, range(200, 200 + 2 * count))
    candidate = retrained()
    assert not np.isin(model_of(candidate).base.digests, text_digests(audited.texts)).any()
    shouted_too = len(workspace.scan.examples(audit=True).texts) - 2 * count
    assert shouted_too < count, "some of them are of another digest"
    notes = " ".join(candidate.report.notes)
    assert f"{2 * count + shouted_too} tagged records of the audit set" in notes


def test_contradictory_decisions_are_reported_and_not_trained_on(
    workspace: Workspace, retrained: Retrain
) -> None:
    filled(workspace, 40, seed=19)
    told = workspace.scan.examples()
    workspace.table.add_texts([told.texts[0].upper() + "!"])
    workspace.decisions.decide([40], next(tag for tag in TAGS if tag != told.tags[0]))
    candidate = retrained()
    notes = " ".join(candidate.report.notes)
    assert f"1 text occurs with different tags, such as in records {told.rows[0] + 1} and 41" in notes
    assert not np.isin(model_of(candidate).base.digests, text_digests([told.texts[0]])).any()


def test_without_a_holdout_a_candidate_is_evaluated_on_its_rows(
    workspace: Workspace, retrained: Retrain
) -> None:
    base = base_model()
    filled(workspace, 70, seed=11, words=1)
    report = retrained(base=LinearModel(base.manifest, base.vectors, base.head, base.base, None)).report
    assert [model.role for model in report.models] == ["current", "candidate"]
    assert report.rows == examples_of(workspace)
    assert report.records == ()  # not all rows are records of the table


def test_many_rows_are_evaluated_by_the_folds_of_their_calibration(
    workspace: Workspace, retrained: Retrain, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(candidate_training, "MANY_ROWS", 20)
    filled(workspace, 50, seed=11, words=1)
    reports = Reports()
    made = retrained(progress=reports, how=TrainingKind.ALONE, recipe="bayes")
    assert reports.steps.count("training on all rows") == 1  # the report does not train once more
    (candidate,) = (each for each in made.report.models if each.role == "candidate")
    training = model_of(made).manifest.training
    assert (candidate.accuracy, candidate.f1) == pytest.approx((training.accuracy, training.f1))


def test_a_candidate_learns_additional_tags(workspace: Workspace, retrained: Retrain) -> None:
    rows = filled(workspace, 40, seed=11, words=1)
    assert workspace.scan.examples().additional_tags == ()
    first, second, *others = workspace.scan.examples().rows
    added = [next(tag for tag in TAGS if tag != rows.tags[row]) for row in (first, second)]
    for row, tag in zip((first, second), added, strict=True):
        workspace.decisions.add_tag([row], tag)
    expected = [(added[0],), (added[1],)]
    assert workspace.scan.examples().additional_tags == (*expected, *((),) * len(others))
    model = model_of(retrained())
    assert [names for names in model.base.additional_tag_names() if names] == expected


def test_a_tag_decided_only_on_holdout_rows_is_not_in_the_candidate(
    workspace: Workspace, retrained: Retrain, tmp_path: Path
) -> None:
    own = make(60, seed=12)
    mark = "house street old house street old"  # distinguishes the table from the base's rows
    fill(workspace, [*(f"{text} {mark}" for text in own.texts), HELD.texts[0]], [*own.tags, HELD.tags[0]])
    workspace.tag_set.set([*TAGS, "party", "rare"])
    workspace.decisions.decide([60], "rare")  # equals a row of the holdout
    workspace.decisions.add_tag([workspace.scan.examples().rows[0]], "party")
    candidate = retrained()
    model = model_of(candidate)
    assert model.mixture is not None, "it was adapted"
    assert model.tags == model.base.tags == (*TAGS, "party")
    version = candidate.add_to(workspace).version
    exported = export_for_notebooks(SILENT, workspace, version, tmp_path / "notebook")
    assert exported == version, "as the list of models names it, without the suffix of a gate"
    assert f"Model {version} for" in (tmp_path / "notebook" / "README.md").read_text("utf-8")
    decisions = next(report for report in candidate.report.others if report.name == "decisions")
    assert decisions.rows == examples_of(workspace) - 1
    assert "The tag rare has 0 records and needs 5 more to be predicted" in " ".join(candidate.report.notes)


def test_no_audit_or_holdout_row_reaches_training_through_a_merge(tmp_path: Path) -> None:
    """A changed source gives decided records the texts of evaluation rows, in other case and punctuation."""
    own, base = make(120, seed=44), base_model()
    drawn = [text for text in make(400, seed=45).texts if AuditSet().has([digest(text)])[0]][:4]
    evaluated = [*drawn, HELD.texts[0], HELD.texts[1].upper(), f"{HELD.texts[2]} !"]
    source = tmp_path / "pets.csv"

    def merge(texts: Sequence[str]) -> int:
        source.write_text("id,text\n" + "".join(f"{n},{text}\n" for n, text in enumerate(texts)))
        mapping = ColumnMapping(text=(1,), id=0)
        return workspace.source_merge.import_or_merge(SILENT, TableFile(source), mapping).changed

    with Workspace.create(tmp_path / "pets.mltag", "ann", TAGS) as workspace:
        merge(own.texts)
        workspace.models.set_base(base.version)
        decide_each(workspace, own.tags)
        assert merge([*evaluated, *own.texts[7:]]) == len(evaluated)
        for _ in range(2):  # with the decisions kept by the merge, and decided again
            made = retrain(SILENT, workspace, base, base, tmp_path / "work")
            trained = model_of(made).base.digests
            assert len(trained) > len(base.base)
            assert base.holdout is not None
            for kept_out in (evaluated, workspace.scan.examples(audit=True).texts):
                assert not np.isin(trained, text_digests(kept_out)).any()
            assert not np.isin(trained, base.holdout.digests).any()
            decide_each(workspace, TAGS * 3, range(len(evaluated)))
        leaks = next(check for check in made.report.checks if check.kind == "leaks")
        assert set(leaks.records) >= {row for row in (4, 5, 6) if not workspace.table.audited([row])[0]}
