from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from mltag_desktop.core.errors import Cancelled, MltagError
from mltag_desktop.core.evaluation.evaluation_report import Report
from mltag_desktop.core.learning.guideline import OwnTest, store_own_tests
from mltag_desktop.core.learning.query_slices import Slice, sliced, store_slices
from mltag_desktop.core.learning.workspace_models import export_for_notebooks
from mltag_desktop.core.model.bundle import bundled, load_bundle
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.training_set import text_digests
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.tables.columns import ColumnMapping
from mltag_desktop.core.tables.table_file import TableFile
from mltag_desktop.core.training import candidate_training
from mltag_desktop.core.training.retraining import Candidate, TrainingKind, retrain
from mltag_desktop.core.training.training import Examples, train
from mltag_desktop.core.training.training_checks import contradictions_of
from mltag_desktop.core.workspace.decisions.tag_set import renamed
from mltag_desktop.core.workspace.records.table import AuditSet
from mltag_desktop.core.workspace.records.text_store import digest
from mltag_desktop.core.workspace.types import DecidedExamples
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.helpers import TAGS, base_model, fill, make, model_of, vectors
from tests.progress import CancelAbove


def candidate_of(workspace: Workspace, tmp_path: Path) -> Candidate:
    """Train a candidate on the base model and the decisions."""
    return retrain(SILENT, workspace, base_model(), base_model(), tmp_path / "work")


def test_a_candidate_is_trained_on_decisions_and_compared_with_rules_and_active_model(
    workspace: Workspace, tmp_path: Path
) -> None:
    rows = make(70, seed=11, words=1)
    fill(workspace, rows.texts, rows.tags)
    candidate = candidate_of(workspace, tmp_path)
    report = candidate.report
    assert [model.role for model in report.models] == ["rules", "current", "candidate"]
    assert (report.name, report.rows) == ("holdout", 60)
    assert report.models[2].f1 > report.models[1].f1
    assert report.headline.startswith("The candidate is likely better than the active model")
    assert "short_text" in report.models[2].slices
    assert (
        report.models[2].version == model_of(candidate).version == load_bundle(candidate.bundle_dir).version
    )
    assert report.table_prediction_changes is not None
    assert report.table_prediction_changes.rows == 10  # decided records are no prediction changes
    decisions = len(workspace.scan.examples().rows)
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
    info = workspace.models.add(candidate.bundle_dir, report.to_json(), candidate.trained_on)
    assert info.version == model_of(candidate).version
    assert load_bundle(workspace.models.bundle_path(info.version)).version == info.version


def test_decisions_on_holdout_rows_are_excluded_and_counted(workspace: Workspace, tmp_path: Path) -> None:
    held = make(60, seed=2, words=1)  # the texts of the base's holdout
    own = make(20, seed=12)
    fill(workspace, held.texts[:4] + own.texts, held.tags[:4] + own.tags)
    candidate = candidate_of(workspace, tmp_path)
    assert model_of(candidate).manifest.training.left_out == 4
    assert "4 tagged records that are holdout rows" in candidate.report.notes[0]
    leaks = next(check for check in candidate.report.checks if check.kind == "leaks")
    assert "4 tagged records match" in leaks.words
    assert leaks.records == (0, 1, 2, 3)
    assert candidate.trained_on == f"bundled + {len(workspace.scan.examples().rows) - 4} records"


def test_decisions_on_holdout_rows_alone_are_no_training(workspace: Workspace, tmp_path: Path) -> None:
    held = make(20, seed=2, words=1)
    fill(workspace, held.texts, held.tags)
    count = len(workspace.scan.examples().rows)
    with pytest.raises(MltagError, match=f"All {count} tagged records are holdout.* excluded from"):
        candidate_of(workspace, tmp_path)


def test_prediction_changes_have_the_record_and_its_decision(workspace: Workspace, tmp_path: Path) -> None:
    rows = make(70, seed=13, words=1)
    fill(workspace, rows.texts, rows.tags)
    candidate = candidate_of(workspace, tmp_path)
    changes = candidate.report.table_prediction_changes
    assert changes is not None
    assert changes.total > 0
    before, after = base_model().predict(rows.texts), model_of(candidate).predict(rows.texts)
    for change in changes.shown:
        assert change.reference == f"{change.row + 1}"
        assert change.before == before.tags[before.best[change.row]]
        assert change.after == after.tags[after.best[change.row]]
        assert change.truth == (rows.tags[change.row] if change.row < 60 else None)


def test_a_second_retraining_is_compared_with_the_first_candidate(
    workspace: Workspace, tmp_path: Path
) -> None:
    rows = make(70, seed=14, words=1)
    fill(workspace, rows.texts, rows.tags)
    first = candidate_of(workspace, tmp_path)
    again = retrain(SILENT, workspace, model_of(first), base_model(), tmp_path / "work")
    assert model_of(again).version == model_of(first).version
    assert again.bundle_dir != first.bundle_dir
    assert again.report.paired is not None
    assert (again.report.paired.better, again.report.paired.worse) == (0, 0)
    assert again.report.regressions == ()
    assert [model.role for model in again.report.models] == ["rules", "bundled", "current", "candidate"]
    assert again.report.models[1].version == base_model().version


def test_another_tag_set_is_learned_from_decisions_only(workspace: Workspace, tmp_path: Path) -> None:
    rows = make(40, seed=15)
    names = [tag if tag == "bird" else f"my {tag}" for tag in rows.tags]
    workspace.tag_set.set(sorted(set(names)))
    fill(workspace, rows.texts, names)
    candidate = candidate_of(workspace, tmp_path)
    assert model_of(candidate).tags == ("bird", "my cat", "my dog")
    assert [model.role for model in candidate.report.models] == ["candidate"]
    trained_on = len(workspace.scan.examples().rows)
    assert candidate.report.rows == trained_on
    assert candidate.report.records == workspace.scan.examples().rows
    assert "cross-validation" in " ".join(candidate.report.notes)
    assert "No model for these tags is active" in candidate.report.comparison_note
    assert candidate.trained_on == f"{trained_on} records"
    [drift] = [check for check in candidate.report.checks if check.kind == "drift"]
    assert "once a model for these tags is active" in drift.words
    assert not drift.warns


def test_the_active_model_is_compared_by_the_present_names_of_its_tags(
    workspace: Workspace, tmp_path: Path
) -> None:
    rows = make(60, seed=4, words=1)
    fill(workspace, rows.texts, rows.tags)
    store_own_tests(workspace, [OwnTest("sings in a nest", "bird")])
    workspace.tag_set.set(renamed(workspace.tag_set.tags, "bird", "robin"))
    report = retrain(SILENT, workspace, base_model(), bundled(), tmp_path / "work", TrainingKind.ALONE).report
    assert [sorted(model.tags) for model in report.models] == [["cat", "dog", "robin"]] * 2
    assert report.models[0].tags["robin"].f1 > 0.5
    assert [model.behaviour and model.behaviour.passed for model in report.models] == [1, 1]
    assert [sorted(model.tags) for model in report.others[-1].models] == [["cat", "dog", "robin"]] * 2
    changes = report.table_prediction_changes
    assert changes is not None
    assert {name for change in changes.shown for name in (change.before, change.after)} <= {
        "cat",
        "dog",
        "robin",
    }


def test_a_candidate_with_few_of_the_tags_is_compared(workspace: Workspace, tmp_path: Path) -> None:
    tags = ("bat", *TAGS, "fish")
    workspace.tag_set.set(tags)
    rows = make(60, seed=4)
    current = train(SILENT, Examples(rows.texts[:30], (tags * 6)), vectors=vectors())
    workspace.table.add_texts(rows.texts[30:])
    for tag in ("bird", "cat"):
        workspace.decisions.decide([row for row, own in enumerate(rows.tags[30:]) if own == tag], tag)
    candidate = retrain(SILENT, workspace, current, base_model(), tmp_path, TrainingKind.ALONE)
    assert model_of(candidate).tags == ("bird", "cat")
    assert [model.role for model in candidate.report.models] == ["current", "candidate"]
    assert candidate.report.comparison_note == ""


def test_training_without_the_base_does_not_report_other_tags(workspace: Workspace, tmp_path: Path) -> None:
    rows = make(40, seed=15)
    fill(workspace, rows.texts, rows.tags)
    candidate = retrain(SILENT, workspace, base_model(), base_model(), tmp_path / "work", TrainingKind.ALONE)
    assert sorted(model_of(candidate).tags) == sorted(base_model().tags)
    said = " ".join(candidate.report.notes)
    assert "no holdout for this candidate" in said
    assert "other tags" not in said


def test_the_active_model_is_evaluated_on_decisions_new_to_it(workspace: Workspace, tmp_path: Path) -> None:
    rows = make(60, seed=15, words=1)
    fill(workspace, rows.texts, rows.tags)
    base = base_model()
    first = retrain(SILENT, workspace, base, base, tmp_path, TrainingKind.ALONE)
    assert [model.role for model in first.report.models] == ["current", "candidate"]
    assert first.report.paired.rows == len(workspace.scan.examples().rows)
    assert first.report.models[0].answers == tuple(
        first.report.models[0].tag_order.index(base.tags[code])
        for code in base.predict(workspace.scan.examples().texts).best
    )
    trained = len(workspace.scan.examples().rows)
    again = retrain(SILENT, workspace, model_of(first), base, tmp_path, TrainingKind.ALONE).report
    assert [model.role for model in again.models] == ["candidate"]
    assert "was trained on all of these records" in again.comparison_note
    workspace.table.add_texts(make(40, seed=16, words=1).texts)
    for row, tag in enumerate(make(40, seed=16).tags, 60):
        workspace.decisions.decide([row], tag)
    mixed = retrain(SILENT, workspace, model_of(first), base, tmp_path, TrainingKind.ALONE).report
    apart = next(other for other in mixed.others if other.name == "decisions new to both")
    assert [model.role for model in apart.models] == ["current", "candidate"]
    assert (mixed.rows, apart.rows) == (trained + apart.rows, len(workspace.scan.examples().rows) - trained)
    assert f"trained on {trained} records of these" in mixed.comparison_note
    assert set(apart.records).isdisjoint(range(60))
    store_slices(workspace, [Slice("early", "", tuple(range(20)))])
    assert sliced(SILENT, workspace, mixed).models[0].slices["early"].rows > 0
    workspace.table.add_texts(make(80, seed=17, words=1).texts)
    for row, tag in enumerate(make(80, seed=17).tags, 100):
        workspace.decisions.decide([row], tag)
    most = retrain(SILENT, workspace, model_of(first), base, tmp_path, TrainingKind.ALONE).report
    assert [model.role for model in most.models] == ["current", "candidate"]
    assert most.rows == len(workspace.scan.examples().rows) - trained
    assert most.comparison_note.endswith(f"was trained on them: {trained} records.")


def test_a_candidate_of_two_decisions_cannot_be_evaluated(workspace: Workspace, tmp_path: Path) -> None:
    rows = make(12, seed=16)
    names = [f"my {tag}" for tag in rows.tags]
    workspace.tag_set.set(sorted(set(names)))
    fill(workspace, rows.texts, names)
    candidate = candidate_of(workspace, tmp_path)
    assert candidate.report.headline == "No rows for evaluation."
    assert "two records each" in " ".join(candidate.report.notes)


def test_retraining_without_decisions_is_an_error(workspace: Workspace, tmp_path: Path) -> None:
    workspace.table.add_texts(["a cat that purrs"])
    with pytest.raises(MltagError, match="no decisions"):
        candidate_of(workspace, tmp_path)


def test_an_uncreatable_work_folder_is_an_error(workspace: Workspace, tmp_path: Path) -> None:
    rows = make(30, seed=17)
    fill(workspace, rows.texts, rows.tags)
    (tmp_path / "file").write_text("")
    with pytest.raises(MltagError, match="could not be written"):
        retrain(SILENT, workspace, base_model(), base_model(), tmp_path / "file" / "work")


def test_cancelling_leaves_no_files(workspace: Workspace, tmp_path: Path) -> None:
    rows = make(30, seed=18)
    fill(workspace, rows.texts, rows.tags)
    with pytest.raises(Cancelled):
        retrain(CancelAbove(0.5), workspace, base_model(), base_model(), tmp_path / "work")
    assert not (tmp_path / "work").exists()


def test_progress_never_decreases(workspace: Workspace, tmp_path: Path) -> None:
    class Watcher:
        def __init__(self) -> None:
            self.seen: list[float] = []

        def report(self, fraction: float, step: str = "") -> None:
            self.seen.append(fraction)

    rows = make(30, seed=19)
    fill(workspace, rows.texts, rows.tags)
    watcher = Watcher()
    retrain(watcher, workspace, base_model(), base_model(), tmp_path / "work")
    assert watcher.seen == sorted(watcher.seen)
    assert watcher.seen[-1] == 1.0


def test_no_record_of_the_audit_set_reaches_training(workspace: Workspace, tmp_path: Path) -> None:
    rows = make(200, seed=18)
    fill(workspace, rows.texts, rows.tags)
    audited = workspace.scan.examples(audit=True)
    assert audited.texts
    workspace.table.add_texts(audited.texts)  # copies of them, decided again
    copies = range(200, 200 + len(audited.texts))
    for row, tag in zip(copies, audited.tags, strict=True):
        workspace.decisions.decide([row], tag)
    shouted = [f"{text.upper()} !" for text in audited.texts]
    workspace.table.add_texts(shouted)
    first = 200 + len(audited.texts)
    for row, tag in enumerate(audited.tags, first):
        workspace.decisions.decide([row], tag)
    candidate = candidate_of(workspace, tmp_path)
    assert not np.isin(model_of(candidate).base.digests, text_digests(audited.texts)).any()
    shouted_too = len(workspace.scan.examples(audit=True).texts) - 2 * len(audited.texts)
    assert shouted_too < len(shouted), "some of them are of another digest"
    assert f"{2 * len(audited.texts) + shouted_too} tagged records of the audit set" in " ".join(
        candidate.report.notes
    )


def test_contradictory_decisions_are_reported_and_not_trained_on(
    workspace: Workspace, tmp_path: Path
) -> None:
    rows = make(40, seed=19)
    fill(workspace, rows.texts, rows.tags)
    told = workspace.scan.examples()
    workspace.table.add_texts([told.texts[0].upper() + "!"])
    workspace.decisions.decide([40], next(tag for tag in TAGS if tag != told.tags[0]))
    candidate = candidate_of(workspace, tmp_path)
    notes = " ".join(candidate.report.notes)
    assert f"1 text occurs with different tags, such as in records {told.rows[0] + 1} and 41" in notes
    assert not np.isin(model_of(candidate).base.digests, text_digests([told.texts[0]])).any()


def test_only_contradictory_decisions_make_no_candidate(workspace: Workspace, tmp_path: Path) -> None:
    workspace.table.add_texts(["a cat that naps today", "a cat that naps today"])
    workspace.models.set_base(base_model().version)
    workspace.decisions.decide([0], "cat")
    workspace.decisions.decide([1], "dog")
    with pytest.raises(MltagError, match="contradict each other"):
        candidate_of(workspace, tmp_path)


def test_texts_without_words_contradict_only_identical_texts() -> None:
    texts, tags, weights = ("!!!", "???", "!!!"), ("cat", "dog", "bird"), (1, 1, 1)
    decided = DecidedExamples(texts, tags, weights, (b"a", b"b", b"a"), (4, 5, 6))
    assert [one.rows for one in contradictions_of(decided)] == [(4, 6)]


def test_without_a_holdout_a_candidate_is_evaluated_on_its_rows(workspace: Workspace, tmp_path: Path) -> None:
    base = base_model()
    bare = LinearModel(base.manifest, base.vectors, base.head, base.base, None)
    rows = make(70, seed=11, words=1)
    fill(workspace, rows.texts, rows.tags)
    report = retrain(SILENT, workspace, bare, bare, tmp_path / "work").report
    assert [model.role for model in report.models] == ["current", "candidate"]
    assert report.rows == len(workspace.scan.examples().rows)
    assert report.records == ()  # not all rows are records of the table


class Steps:
    """Keeps the names of the steps."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def report(self, fraction: float, step: str = "") -> None:
        self.names.append(step)


def test_many_rows_are_evaluated_by_the_folds_of_their_calibration(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(candidate_training, "MANY_ROWS", 20)
    rows = make(50, seed=11, words=1)
    fill(workspace, rows.texts, rows.tags)
    base, steps = base_model(), Steps()
    made = retrain(steps, workspace, base, base, tmp_path / "work", TrainingKind.ALONE, recipe="bayes")
    assert steps.names.count("training on all rows") == 1  # the report does not train once more
    (candidate,) = (each for each in made.report.models if each.role == "candidate")
    training = model_of(made).manifest.training
    assert (candidate.accuracy, candidate.f1) == pytest.approx((training.accuracy, training.f1))


def test_a_candidate_learns_additional_tags(workspace: Workspace, tmp_path: Path) -> None:
    rows = make(40, seed=11, words=1)
    fill(workspace, rows.texts, rows.tags)
    assert workspace.scan.examples().additional_tags == ()
    first, second = workspace.scan.examples().rows[:2]
    other = {row: next(tag for tag in TAGS if tag != rows.tags[row]) for row in (first, second)}
    for row, tag in other.items():
        workspace.decisions.add_tag([row], tag)
    decided = workspace.scan.examples()
    assert decided.additional_tags == ((other[first],), (other[second],), *((),) * (len(decided.rows) - 2))
    model = model_of(candidate_of(workspace, tmp_path))
    carried = [names for names in model.base.additional_tag_names() if names]
    assert carried == [(other[first],), (other[second],)]


def test_a_tag_decided_only_on_holdout_rows_is_not_in_the_candidate(
    workspace: Workspace, tmp_path: Path
) -> None:
    held, own = make(60, seed=2, words=1), make(60, seed=12)
    mark = "house street old house street old"  # distinguishes the table from the base's rows
    fill(workspace, [*(f"{text} {mark}" for text in own.texts), held.texts[0]], [*own.tags, held.tags[0]])
    workspace.tag_set.set([*TAGS, "party", "rare"])
    workspace.decisions.decide([60], "rare")  # equals a row of the holdout
    first = workspace.scan.examples().rows[0]
    workspace.decisions.add_tag([first], "party")
    candidate = candidate_of(workspace, tmp_path)
    model = model_of(candidate)
    assert model.mixture is not None, "it was adapted"
    assert model.tags == model.base.tags == (*TAGS, "party")
    again = load_bundle(candidate.bundle_dir)
    texts = list(own.texts)
    assert np.array_equal(again.predict(texts).probabilities, model.predict(texts).probabilities)
    version = workspace.models.add(candidate.bundle_dir, None, candidate.trained_on).version
    exported = export_for_notebooks(SILENT, workspace, version, tmp_path / "notebook")
    assert exported == version, "as the list of models names it, without the suffix of a gate"
    assert f"Model {version} for" in (tmp_path / "notebook" / "README.md").read_text("utf-8")
    decisions = next(report for report in candidate.report.others if report.name == "decisions")
    assert decisions.rows == len(workspace.scan.examples().rows) - 1
    assert "The tag rare has 0 records and needs 5 more to be predicted" in " ".join(candidate.report.notes)


def test_no_audit_or_holdout_row_reaches_training_through_a_merge(tmp_path: Path) -> None:
    """A changed source gives decided records the texts of evaluation rows, in other case and punctuation."""
    own, held = make(120, seed=44), make(60, seed=2, words=1)
    drawn = [text for text in make(400, seed=45).texts if AuditSet().has([digest(text)])[0]][:4]
    evaluated = [*drawn, held.texts[0], held.texts[1].upper(), f"{held.texts[2]} !"]
    source = tmp_path / "pets.csv"

    def write(texts: Sequence[str]) -> TableFile:
        source.write_text("id,text\n" + "".join(f"{n},{text}\n" for n, text in enumerate(texts)))
        return TableFile(source)

    base = base_model()
    with Workspace.create(tmp_path / "pets.mltag", "ann", TAGS) as workspace:
        workspace.source_merge.import_or_merge(SILENT, write(own.texts), ColumnMapping(text=(1,), id=0))
        workspace.models.set_base(base.version)
        for row, tag in enumerate(own.tags):
            workspace.decisions.decide([row], tag)
        taken = workspace.source_merge.import_or_merge(
            SILENT, write([*evaluated, *own.texts[7:]]), ColumnMapping(text=(1,), id=0)
        )
        assert taken.changed == len(evaluated)
        for _ in range(2):  # with the decisions kept by the merge, and decided again
            made = retrain(SILENT, workspace, base, base, tmp_path / "work")
            trained = model_of(made).base.digests
            assert len(trained) > len(base.base)
            assert not np.isin(trained, text_digests(evaluated)).any()
            assert not np.isin(trained, base.holdout.digests).any()
            audited = workspace.scan.examples(audit=True).texts
            assert not np.isin(trained, text_digests(audited)).any()
            for row in range(len(evaluated)):
                workspace.decisions.decide([row], TAGS[row % 3])
        leaks = next(check for check in made.report.checks if check.kind == "leaks")
        assert set(leaks.records) >= {row for row in (4, 5, 6) if not workspace.table.audited([row])[0]}
