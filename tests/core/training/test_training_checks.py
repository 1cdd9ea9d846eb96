"""Checks before training."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from mltag_desktop.core.learning.workspace_models import load_active_model
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.types import FloatArray
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.tables.columns import ColumnMapping
from mltag_desktop.core.tables.table_file import TableFile
from mltag_desktop.core.training.retraining import retrain
from mltag_desktop.core.training.training_checks import (
    check_training,
    contradictions,
    contradictions_of,
    doubtful,
    harmful,
    shortages,
)
from mltag_desktop.core.workspace.decisions.tag_set import renamed
from mltag_desktop.core.workspace.types import DecidedExamples
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.helpers import TAGS, decide_each, make, predict_all, promoted

Make = Callable[..., Workspace]


def with_wrong_tags(wrong: Iterable[int]) -> list[str]:
    """Return the tags of the 120 records, with the next tag for those that are named."""
    tags = list(make(120, seed=11, words=3).tags)
    for row in wrong:
        tags[row] = TAGS[(TAGS.index(tags[row]) + 1) % 3]
    return tags


def test_doubtful_finds_wrong_decisions_with_few_false_alarms(
    make_workspace: Make, tiny_model: LinearModel
) -> None:
    workspace = make_workspace(120, words=3)
    kept = [row for row in range(120) if not workspace.table.audited([row])[0]]
    wrong = kept[3:60:12]
    decide_each(workspace, with_wrong_tags(wrong))
    found = check_training(SILENT, workspace, tiny_model)
    doubted = {doubt.row for doubt in found.doubts}
    assert len(doubted & set(wrong)) >= len(wrong) - 1
    assert len(doubted - set(wrong)) <= 6
    assert not doubted & set(found.in_audit)
    assert set(found.in_audit) == set(range(120)) - set(kept)


def test_contradictions_shortages_and_holdout_rows_are_reported(
    make_workspace: Make, tiny_model: LinearModel
) -> None:
    workspace = make_workspace(6, tags=(*TAGS, "horse", "fish"))
    held = make(60, seed=2, words=1).texts[0]
    workspace.table.add_texts([held, "a b c unheard", "a b c unheard", "grey horse"])
    for row, tag in enumerate((TAGS[0], TAGS[0], TAGS[1], "horse"), 6):
        workspace.decisions.decide([row], tag)
    found = check_training(SILENT, workspace, tiny_model)
    assert not workspace.table.audited(range(6, 10)).any()
    assert found.without == ("fish",)
    assert found.in_holdout == (6,)
    assert [one.rows for one in found.contradictions] == [(7, 8)]
    assert [(one.tag, one.missing, one.rows) for one in found.shortages] == [("horse", 4, (9,))]
    assert not found.is_clear


def test_a_tag_of_nearly_all_decisions_is_reported_with_its_records(
    make_workspace: Make, tiny_model: LinearModel
) -> None:
    workspace = make_workspace(150)
    workspace.decisions.decide(range(150), TAGS[0])
    found = check_training(SILENT, workspace, tiny_model)
    assert found.dominant == (TAGS[0], 1.0)
    used = {*np.flatnonzero(~workspace.table.audited()[:150]).tolist()} - {*found.in_holdout}
    assert set(found.of_dominant) == used


def test_the_sampling_of_the_decisions_is_checked(tmp_path: Path, tiny_model: LinearModel) -> None:
    examples = make(240, seed=5)
    lines = [
        f"{text},{'blog' if tag == TAGS[0] else 'mail'},{'north' if row < 120 else 'south'}\n"
        for row, (text, tag) in enumerate(zip(examples.texts, examples.tags, strict=True))
    ]
    (tmp_path / "t.csv").write_text("text,source,place\n" + "".join(lines), "utf-8")
    with Workspace.create(tmp_path / "w.mltag", "ann", TAGS) as workspace:
        workspace.table.import_table(SILENT, TableFile(tmp_path / "t.csv"), ColumnMapping((0,)))
        decide_each(workspace, examples.tags, range(120))
        found = check_training(SILENT, workspace, tiny_model)
        [uneven], [one_sided] = found.uneven, found.one_sided
        assert (uneven.column, uneven.value, uneven.tag, uneven.inside) == ("source", "blog", TAGS[0], 1.0)
        assert all(examples.tags[row] == TAGS[0] for row in uneven.rows)
        assert (one_sided.value, one_sided.outside) == ("north", 0.0)
        assert found.dominant is None
        assert not found.is_clear
        audited = int(np.flatnonzero(workspace.table.audited()[:120])[0])
        workspace.table.add_texts([f"{examples.texts[audited]} {examples.texts[audited]}"])
        workspace.decisions.decide([240], examples.tags[audited])
        assert not workspace.table.audited([240])[0]
        assert check_training(SILENT, workspace, tiny_model).near_audit == (240,)


def test_without_the_base_every_tag_needs_decisions(make_workspace: Make, tiny_model: LinearModel) -> None:
    workspace = make_workspace(6)
    workspace.decisions.decide([0], TAGS[0])
    assert {*check_training(SILENT, workspace, tiny_model, alone=True).without} >= {*TAGS[1:]}
    assert check_training(SILENT, workspace, tiny_model).without == ()


@settings(max_examples=60)
@given(st.integers(1, 40), st.integers(2, 5), st.integers(0, 10_000))
def test_doubtful_decisions_have_a_likelier_tag(rows: int, tags: int, seed: int) -> None:
    random = np.random.default_rng(seed)
    probabilities = random.dirichlet(np.ones(tags), rows).astype(np.float32)
    labels = random.integers(0, tags, rows).astype(np.int32)
    names = [str(tag) for tag in range(tags)]
    found = doubtful(probabilities, labels, names, range(rows))
    assert len({doubt.row for doubt in found}) == len(found)
    for doubt in found:
        own = probabilities[doubt.row, labels[doubt.row]]
        assert doubt.decided == names[labels[doubt.row]] != doubt.likelier
        assert doubt.confidence > own
    assert [doubt.confidence for doubt in found] == sorted(
        (doubt.confidence for doubt in found), reverse=True
    )


def test_rollback_restores_bit_identical_predictions(
    make_workspace: Make, tiny_model: LinearModel, tmp_path: Path
) -> None:
    workspace = make_workspace(60)
    predict_all(workspace, tiny_model)
    texts = workspace.table.texts(range(60))
    models, answers = [tiny_model], []
    for stop in (20, 40):
        decide_each(workspace, make(60, seed=11, words=1).tags, range(stop))
        models.append(promoted(workspace, retrain(SILENT, workspace, models[-1], tiny_model, tmp_path)))
        answers.append(models[-1].own.predict(texts).probabilities)
    workspace.models.rollback()
    assert workspace.models.active == models[1].version
    again = load_active_model(workspace, tiny_model).own.predict(texts).probabilities
    assert again.tobytes() == answers[0].tobytes()
    workspace.models.rollback()
    assert workspace.models.active == tiny_model.version


def test_a_renamed_tag_is_matched_to_the_base_tag(make_workspace: Make, tiny_model: LinearModel) -> None:
    workspace = make_workspace(120, words=3)
    decide_each(workspace, with_wrong_tags(range(3, 60, 12)))
    before = check_training(SILENT, workspace, tiny_model)
    workspace.tag_set.set(renamed(workspace.tag_set.tags, TAGS[0], "felines"))
    after = check_training(SILENT, workspace, tiny_model)
    assert (after.without, after.shortages) == ((), ())
    assert [doubt.row for doubt in after.doubts] == [doubt.row for doubt in before.doubts]
    told = {name for doubt in after.doubts for name in (doubt.decided, doubt.likelier)}
    assert "felines" in told
    assert TAGS[0] not in told


def test_contradictory_decisions_are_listed() -> None:
    found = contradictions([b"a", b"b", b"a", b"b", b"c"], ["x", "y", "z", "y", "x"], [10, 11, 12, 13, 14])
    assert [(one.rows, one.tags) for one in found] == [((10, 12), ("x", "z"))]


def test_texts_without_words_contradict_only_identical_texts() -> None:
    texts, tags, weights = ("!!!", "???", "!!!"), ("cat", "dog", "bird"), (1, 1, 1)
    decided = DecidedExamples(texts, tags, weights, (b"a", b"b", b"a"), (4, 5, 6))
    assert [one.rows for one in contradictions_of(decided)] == [(4, 6)]


def test_a_shortage_has_the_number_of_missing_decisions() -> None:
    found = shortages(["new", "old", "new"], ["old", "new", "fresh"], known=["old"])
    assert [(one.tag, one.missing) for one in found] == [("new", 3), ("fresh", 5)]
    assert shortages(["new"] * 5, ["new"], known=[]) == ()


def test_a_decision_contradicted_by_all_others_is_doubtful() -> None:
    labels = np.array([0] * 10 + [1] * 10, dtype=np.int32)
    chances = np.where(labels[:, None] == np.arange(2), 0.9, 0.1).astype(np.float32)
    chances[3] = (0.02, 0.98)  # decided 0, but predicted 1 with certainty
    found = doubtful(chances, labels, ("cat", "dog"), rows=list(range(100, 120)))
    assert [(one.row, one.decided, one.likelier) for one in found] == [(103, "cat", "dog")]
    assert doubtful(chances[:0], labels[:0], ("cat", "dog"), []) == ()


def test_only_doubts_that_harm_the_other_decisions_count() -> None:
    labels = np.array([0, 1] * 12)
    good, bad = np.full((2, 24, 2), 0.2, np.float32)
    good[np.arange(24), labels] = 0.8
    bad[np.arange(24), labels] = 0.6
    doubted = [3, 4, 5, 6]
    asked: list[list[int]] = []

    def better_without(most: int) -> Callable[[Sequence[int]], FloatArray]:
        def predict(left: Sequence[int]) -> FloatArray:
            asked.append(list(left))
            return good if len(left) <= most else bad

        return predict

    before: FloatArray = np.divide(good + bad, 2)
    assert harmful(before, labels, doubted, better_without(4)) == 4
    assert harmful(before, labels, doubted, better_without(2)) == 2
    assert asked == [[3, 4, 5, 6], [3, 4, 5, 6], [3, 4]]
    assert harmful(before, labels, doubted, better_without(0)) == 0
    assert harmful(before, labels, [], better_without(4)) == 0
