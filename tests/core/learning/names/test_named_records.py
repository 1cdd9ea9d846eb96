"""Tags that no model knows: predictions of the records, answers, and texts without an embedding."""

import contextlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from mltag_desktop.core import filesystem
from mltag_desktop.core.errors import Cancelled
from mltag_desktop.core.learning.named_records import are_unknown
from mltag_desktop.core.learning.named_tags import (
    LeftOutAnswers,
    TextReader,
    proven_sharpness,
    sharpened,
    sharpness,
    supported,
)
from mltag_desktop.core.learning.question_queue import LearnedQueue, learn_queue
from mltag_desktop.core.learning.record_features import embed_records, unread, unread_english
from mltag_desktop.core.model import encoder
from mltag_desktop.core.model.bundle import bundled, load_bundle
from mltag_desktop.core.model.encoder import ENGLISH
from mltag_desktop.core.model.types import Predictions
from mltag_desktop.core.progress import SILENT, Progress
from mltag_desktop.core.training.retraining import train_candidate
from mltag_desktop.core.training.training import Examples, train
from mltag_desktop.core.workspace.types import LivePredictions, Origin
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.helpers import decide_each
from tests.core.learning.library_messages import KEYWORDS, MESSAGES, TAGS, guides
from tests.progress import CancelAfter, Reports

TRUTH = [tag for _, tag in MESSAGES]
needs_encoder = pytest.mark.skipif(not encoder.is_installed(), reason="needs the extra encoder")


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """Messages to a library, none decided, with the tags in the tag set."""
    with Workspace.create(tmp_path / "library.mltag", "ann", guides()) as made:
        made.table.add_texts([text for text, _ in MESSAGES])
        yield made


def learned(
    workspace: Workspace, progress: Progress = SILENT, key: str = "", *, with_encoder: bool = False
) -> LearnedQueue:
    given = (key or str(workspace.path), workspace, bundled(), "coverage", bundled())
    return learn_queue(progress, *given, with_encoder=with_encoder)


def shown(workspace: Workspace, *, with_encoder: bool = False) -> LivePredictions:
    """Learn, and show the predictions."""
    found = learned(workspace, with_encoder=with_encoder).live
    assert found is not None
    workspace.predictions.show_live(found)
    return found


def right(live: LivePredictions) -> float:
    pairs = zip(live.rows.tolist(), live.best.tolist(), strict=True)
    return float(np.mean([live.tags[best] == TRUTH[row] for row, best in pairs]))


def test_each_part_of_an_estimate_reports_progress(workspace: Workspace) -> None:
    """It stood at 42% while the model learned from the answers and was measured on them."""
    decide_each(workspace, TRUTH[:40])
    reports = Reports()
    learned(workspace, reports, "progress")
    steps = np.diff([0.0, *reports.fractions, 1.0])
    assert 0 <= steps.min() <= steps.max() < 0.2
    assert steps[0] < 0.1
    assert steps[-1] < 0.1
    assert len(np.unique(reports.fractions)) > 20


def test_a_cancelled_estimate_leaves_no_half_prepared_model(workspace: Workspace) -> None:
    """A model that was fitted, but not prepared for the records, counted its own guesses in the next call."""
    decide_each(workspace, TRUTH[:22])
    expected = shown(workspace).probabilities
    for reports in range(30):
        with contextlib.suppress(Cancelled):
            learned(workspace, CancelAfter(reports), f"cancelled {reports}")
        found = learned(workspace, key=f"cancelled {reports}").live
        assert found is not None
        assert found.probabilities == pytest.approx(expected, abs=1e-3)


def test_all_records_are_predicted_from_the_names(workspace: Workspace) -> None:
    assert are_unknown(workspace, bundled().tags)
    live, found = shown(workspace), learned(workspace)
    assert live.rows.tolist() == list(range(len(MESSAGES)))
    assert right(live) >= 0.6
    assert (live.answers, live.origin) == (0, Origin.NAMES)
    assert live.unconfirmed.all()
    assert found.new_answers == 0
    assert (workspace.states().predicted >= 0).all()
    assert found.queue.tags == TAGS
    audited = workspace.table.audited(range(len(MESSAGES)))
    assert not audited[found.queue.rows].any()
    assert sorted([*found.queue.rows, *found.queue.audit]) == list(range(len(MESSAGES)))


def test_answers_change_the_predictions_of_other_records(workspace: Workspace) -> None:
    before = shown(workspace)
    rows = range(1, len(MESSAGES), 2)
    decide_each(workspace, TRUTH, rows)
    live = shown(workspace)
    assert live.origin is Origin.ANSWERS
    others = live.rows
    assert {*others.tolist()} == {*range(0, len(MESSAGES), 2)}
    was = np.mean([before.tags[before.best[row]] == TRUTH[row] for row in others])
    assert right(live) * len(others) >= was * len(others) - 1.5, "a text of 20 is within noise"
    assert not np.allclose(live.probabilities, before.probabilities[others], atol=0.02)
    workspace.history.undo()
    assert rows[-1] in shown(workspace).rows


def test_a_guideline_counts_at_once(workspace: Workspace) -> None:
    names = [replace(tag, name=f"tag {place}") for place, tag in enumerate(guides())]
    told = [replace(tag, keywords=words) for tag, words in zip(names, KEYWORDS, strict=True)]
    found = []
    for tags in names, told:
        workspace.tag_set.set(tags)
        found.append(shown(workspace))
    plain, live = (np.mean(each.best == [TAGS.index(TRUTH[row]) for row in each.rows]) for each in found)
    assert live > plain + 0.2
    assert found[0].version != found[1].version


def test_new_records_are_predicted_too(workspace: Workspace) -> None:
    shown(workspace)
    workspace.table.add_texts(["Until when are you open on Saturday?"])
    live = shown(workspace)
    assert live.tags[live.best[live.rows.tolist().index(len(MESSAGES))]] == "opening hours"


def test_one_tag_or_none_predicts_nothing(workspace: Workspace) -> None:
    for tags in (guides()[:1], ()):
        workspace.tag_set.set(tags)
        assert learned(workspace).live is None


@needs_encoder
def test_texts_without_an_embedding_are_predicted_by_words_until_they_have_one(workspace: Workspace) -> None:
    rows = unread(SILENT, workspace, np.array([7, 3]))
    every = list(range(len(MESSAGES)))
    assert rows[:2].tolist() == [7, 3]
    assert sorted(rows.tolist()) == every
    assert len(shown(workspace, with_encoder=True).rows) == len(MESSAGES)
    workspace.embeddings.put(*embed_records(SILENT, workspace, rows[:20]))
    assert sorted(unread(SILENT, workspace, rows[:0]).tolist()) == sorted(rows[20:].tolist())
    mixed = shown(workspace, with_encoder=True).rows.tolist()
    assert sorted(mixed) == every
    assert {*mixed[:20]} == {*rows[:20].tolist()}
    workspace.embeddings.put(*embed_records(SILENT, workspace, rows[20:]))
    assert right(shown(workspace, with_encoder=True)) >= 0.85
    assert len(unread(SILENT, workspace, rows[:0])) == 0


def test_random_checks_confirm_the_confidence_and_teach_nothing(workspace: Workspace) -> None:
    workspace.table.add_texts([f"Are you open on day {number}?" for number in range(500)])
    audited = workspace.table.audited()
    plain = np.flatnonzero(~audited[: len(MESSAGES)])
    decide_each(workspace, TRUTH, plain)
    before = shown(workspace)
    assert not before.unconfirmed.all(), "left-out answers prove the surest"
    workspace.thresholds.set(tags={"opening hours": 0.999})
    strict = shown(workspace)
    of_tag = strict.best == TAGS.index("opening hours")
    assert not before.unconfirmed[of_tag].all()
    assert strict.unconfirmed[of_tag].all(), "nothing proves the threshold of this tag"
    assert np.array_equal(strict.unconfirmed[~of_tag], before.unconfirmed[~of_tag])
    workspace.history.undo()
    checks = np.flatnonzero(audited[len(MESSAGES) :])[:12] + len(MESSAGES)
    workspace.decisions.decide(checks, "opening hours")
    live = shown(workspace)
    assert live.answers == before.answers == len(plain)
    assert not live.unconfirmed.any()
    kept = np.isin(before.rows, live.rows)
    assert not np.allclose(live.confidence, before.confidence[kept], atol=1e-4)


def test_random_checks_scale_the_confidence() -> None:
    probabilities = np.tile(np.array([0.6, 0.3, 0.1], np.float32), (40, 1))
    right, wrong = np.zeros(40, np.int64), np.ones(40, np.int64)
    assert sharpness(probabilities, right) > 1 > sharpness(probabilities, wrong)
    assert sharpness(probabilities[:9], wrong[:9]) == 1, "nine checks say too little"
    assert sharpness(probabilities[:12], wrong[:12]) > sharpness(probabilities, wrong)
    assert sharpened(probabilities, 2.0)[0] == pytest.approx([0.783, 0.196, 0.022], abs=1e-3)


def test_few_answers_support_no_high_confidence() -> None:
    sure = np.array([[0.99, 0.006, 0.004], [1.0, 0.0, 0.0], [0.5, 0.3, 0.2]], np.float32)
    bounds = [supported(sure, answers)[0, 0] for answers in (0, 3, 30, 400)]
    assert bounds == pytest.approx([0.9, 19 / 20, 0.99, 0.99], abs=1e-6), "an answer of three tags counts 3.3"
    for count, bound in ((2, 19 / 20), (5, 13 / 14), (10, 11 / 12), (20, 11 / 12)):
        many = np.eye(1, count, dtype=np.float32)
        assert supported(many, 2)[0, 0] == pytest.approx(bound, abs=1e-6), f"{count} tags"
    found = supported(sure, 2)
    assert found.sum(axis=1) == pytest.approx(1.0, abs=1e-6)
    assert found[0, 1] / found[0, 2] == pytest.approx(1.5, abs=1e-3)
    assert found[2].tolist() == sure[2].tolist()
    assert supported(np.ones((2, 1), np.float32), 0).tolist() == [[1.0], [1.0]]
    assert supported(sure[:0], 0).shape == (0, 3)


def test_two_answers_do_not_make_a_prediction_certain(tmp_path: Path) -> None:
    tags = ("cooking recipes", "garden plants")
    texts = """Cooking recipes with rice
Garden plants for shade
A recipe for cooking soup
Plants in a garden
Recipes for cooking on Sunday
Which plants suit my garden?"""
    with Workspace.create(tmp_path / "two.mltag", "ann", tags) as made:
        made.table.add_texts(texts.splitlines())
        decide_each(made, tags)
        live = shown(made)
        assert live.answers == 2
        assert live.confidence.max() <= 19 / 20 + 1e-6


def test_left_out_answers_scale_the_confidence_only_as_far_as_they_prove() -> None:
    def proven(count: int, right: int, sure: float = 0.5) -> float:
        found = np.tile(np.array([sure, 0.6 - 0.6 * sure, 0.4 - 0.4 * sure], np.float32), (count, 1))
        return proven_sharpness(found, np.repeat([0, 1], [right, count - right]))

    assert proven(40, 38) > 1.3
    assert proven(200, 190) > proven(40, 38)
    assert proven(40, 22) == 1.0, "55% of 40 are not proven to be more than 50%"
    assert proven(40, 20, sure=0.95) < 0.8
    assert np.isfinite(proven(20, 20))


def test_left_out_answers_are_measured_again_with_a_fifth_more() -> None:
    reader = TextReader(bundled().vectors, guides(), with_encoder=False)
    model = reader.model(SILENT, reader.read(SILENT, [text for text, _ in MESSAGES]))
    codes = np.array([TAGS.index(tag) for tag in TRUTH])
    rows = np.random.default_rng(1).permutation(len(MESSAGES))
    left_out = LeftOutAnswers()

    def accuracy_at(count: int, wrong: int = 0) -> float:
        told = np.concatenate([codes[rows[: count - wrong]], (codes[rows[count - wrong : count]] + 1) % 5])
        model.learn(rows[:count], told)
        left_out.measure(model, rows[:count], told)
        correct = left_out.probabilities.argmax(axis=1) == left_out.codes if len(left_out.rows) else [False]
        return float(np.mean(correct))

    assert (accuracy_at(19), left_out.sharpness) == (0.0, 1.0)
    first = accuracy_at(20)
    assert first > 0
    assert accuracy_at(23, wrong=20) == first
    assert accuracy_at(24, wrong=20) < first
    assert (accuracy_at(10), left_out.sharpness) == (0.0, 1.0)


def test_answers_go_on_teaching_after_a_promotion(workspace: Workspace) -> None:
    rows = np.flatnonzero(~workspace.table.audited(range(len(MESSAGES))))[::-1][:30].tolist()
    decide_each(workspace, TRUTH, rows[:22])
    _, info = train_candidate(SILENT, workspace)
    workspace.models.promote(info.version)
    active = load_bundle(workspace.models.bundle_path(info.version))
    for some, texts in workspace.pending_predictions.pending(active.version):
        workspace.pending_predictions.put(some, active.predict(texts))
    decide_each(workspace, TRUTH, rows[22:])
    found = learn_queue(SILENT, str(workspace.path), workspace, bundled(), "coverage", active).live
    assert found is not None
    assert (found.by_names, found.answers) == (True, 30)
    states = workspace.states()
    by_model = [states.tag_names[states.predicted[row]] == TRUTH[row] for row in found.rows.tolist()]
    assert right(found) >= np.mean(by_model)


@pytest.mark.parametrize("case", ["", "estimates shown", "answers changed"])
def test_names_do_not_replace_a_model_that_clearly_knows_more(workspace: Workspace, case: str) -> None:
    if case == "estimates shown":
        shown(workspace)
    rows = np.flatnonzero(~workspace.table.audited(range(len(MESSAGES))))[:30].tolist()
    told = np.random.default_rng(0).integers(0, len(TAGS), len(MESSAGES))  # the names know nothing of them
    decide_each(workspace, [TAGS[code] for code in told], rows)
    texts = tuple(MESSAGES[row][0] for row in rows)
    active = train(SILENT, Examples(texts, tuple(TAGS[told[row]] for row in rows)), vectors=bundled().vectors)
    workspace.models.set_base(active.version)
    certain = 0.98 * np.eye(len(TAGS), dtype=np.float32)[told] + np.float32(0.004)
    every = np.arange(len(MESSAGES))
    workspace.pending_predictions.put(every, Predictions(active.version, tuple(TAGS), certain))
    if case == "answers changed":  # the left-out answers are measured only with more or fewer answers
        learn_queue(SILENT, str(workspace.path), workspace, bundled(), "coverage", active)
        decide_each(workspace, [TAGS[(code + 1) % len(TAGS)] for code in told], rows[:18])
    found = learn_queue(SILENT, str(workspace.path), workspace, bundled(), "coverage", active).live
    assert found is None or not found.by_names


needs_both = pytest.mark.skipif(
    not (encoder.is_installed() and encoder.is_installed(ENGLISH)), reason="needs the extra encoder"
)


def read(workspace: Workspace) -> None:
    """Keep the embeddings of all texts."""
    every = unread(SILENT, workspace, np.zeros(0, np.int64))
    workspace.embeddings.put(*embed_records(SILENT, workspace, every))


def read_by_english(workspace: Workspace, share: float = 1.0) -> None:
    """Keep the embeddings of the English encoder of a share of the texts."""
    rows = unread_english(SILENT, workspace)
    rows = rows[: int(share * len(rows))]
    workspace.embeddings.put(*embed_records(SILENT, workspace, rows, ENGLISH), ENGLISH)


@needs_both
@pytest.mark.parametrize("share", [0.5, 1.0])
def test_the_english_encoder_replaces_the_first_estimates(workspace: Workspace, share: float) -> None:
    read(workspace)
    before = shown(workspace, with_encoder=True)
    assert before.english == 0
    read_by_english(workspace, share)
    after = shown(workspace, with_encoder=True)
    assert after.version != before.version
    assert sorted(after.rows.tolist()) == sorted(before.rows.tolist())
    assert after.english == int(share * len(MESSAGES))
    assert not np.array_equal(after.probabilities, before.probabilities)
    assert right(after) >= 0.85
    assert np.array_equal(shown(workspace, with_encoder=True).probabilities, after.probabilities)


@needs_both
def test_an_english_encoder_that_fails_leaves_the_first_estimates(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    read(workspace)
    before = shown(workspace, with_encoder=True)
    read_by_english(workspace)
    (tmp_path / "resources").mkdir()
    encoder._load.cache_clear()
    monkeypatch.setattr(filesystem, "_PACKAGE", tmp_path)  # the weights are missing by now
    after = shown(workspace, with_encoder=True)
    encoder._load.cache_clear()
    assert after.version == before.version
    assert np.array_equal(after.probabilities, before.probabilities)


@needs_both
def test_texts_in_other_languages_are_not_read_by_the_english_encoder(tmp_path: Path) -> None:
    german = "Ich kann das Buch, das ich ausgeliehen habe, nicht mehr finden."
    english = "I cannot find the book that I have borrowed from the library."
    texts = [*[f"{german} {n}" for n in range(6)], *[f"{english} {n}" for n in range(4)]]
    with Workspace.create(tmp_path / "german.mltag", "ann", guides()) as made:
        made.table.add_texts(texts)
        assert not len(unread_english(SILENT, made))
        made.table.add_texts([f"{english} {n}" for n in range(4, 10)])
        assert sorted(unread_english(SILENT, made).tolist()) == list(range(6, 16))


@needs_both
@pytest.mark.parametrize(
    "names", [["1", "n/a"], ["😀", "🚗"], [f"tag {n}" for n in range(500)]], ids=["odd", "emoji", "500"]
)
def test_odd_texts_and_tags_are_estimated_by_both_encoders(tmp_path: Path, names: list[str]) -> None:
    odd = ["", "😀😀", "word " * 20_000, "x" * 100_000]
    with Workspace.create(tmp_path / "odd.mltag", "ann", names) as made:
        made.table.add_texts([*odd, *[f"I want to return the book {n}." for n in range(9)]])
        read(made)
        read_by_english(made)
        live = shown(made, with_encoder=True)
        assert live.english > 0
        assert np.isfinite(live.probabilities).all()
        assert np.allclose(live.probabilities.astype(np.float32).sum(axis=1), 1, atol=0.05)


def test_the_automatic_order_asks_typical_texts_about_tags_known_by_name(workspace: Workspace) -> None:
    def asked(order: str) -> list[int]:
        given = (str(workspace.path), workspace, bundled(), order, bundled())
        return learn_queue(SILENT, *given).queue.rows.tolist()

    assert asked("margin") == asked("coverage")
    assert asked("table") != asked("coverage")
