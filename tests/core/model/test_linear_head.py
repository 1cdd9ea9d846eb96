import csv
import tracemalloc
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import numpy as np
import pytest

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.model.bundle import bundled, load_bundle, save_bundle
from mltag_desktop.core.model.extraction import Features, extract
from mltag_desktop.core.model.linear_head import (
    LinearHead,
    confidence_factor,
    copy_keys,
    feature_fingerprints,
    softmax,
)
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.similarity.near_duplicates import near_copies
from mltag_desktop.core.model.training_set import LabelledFeatures, text_digests
from mltag_desktop.core.training.adaptation import (
    Adaptation,
    AdaptationResult,
    RowDecisions,
    adapt,
    adapted_model,
)
from tests.core.helpers import assert_adds_up, sample

DATA = Path(__file__).resolve().parents[4] / "shared" / "datasets" / "other_source.csv"
ANSWERED = 20


@lru_cache
def adapted() -> AdaptationResult:
    _, rows = sample()
    best = bundled().predict_features(rows).best
    return adapt(
        bundled(),
        rows,
        RowDecisions(np.arange(ANSWERED), [bundled().tags[n] for n in best[:ANSWERED]]),
        Adaptation(scale_pseudo_labels=True),
    )


def sureness(head: LinearHead, rows: Features) -> float:
    """Return the mean confidence."""
    return float(softmax(head.scores(rows)).max(axis=1).mean())


def model() -> LinearModel:
    texts, rows = sample()
    some = np.arange(ANSWERED)
    labels = bundled().predict_features(rows).best[some].astype(np.int32)
    weights, digests = np.ones(ANSWERED, np.float32), text_digests(texts[:ANSWERED])
    return adapted_model(
        bundled(), adapted(), LabelledFeatures(bundled().tags, labels, weights, rows.take(some), digests)
    )


def test_keys_tell_texts_apart_and_know_equal_words() -> None:
    _, rows = sample()
    assert len(np.unique(feature_fingerprints(rows))) == len(rows)
    same = feature_fingerprints(
        extract(bundled().vectors, ["Reading faces.", "reading FACES", "faces reading", "", "…"])
    )
    assert same[0] == same[1] != same[2]
    assert same[3:].tolist() == [0, 0]


def test_near_copies_share_a_copy_key_and_other_texts_do_not() -> None:
    texts, rows = sample()
    keys = copy_keys(rows)
    assert np.array_equal(keys[7:9], copy_keys(extract(bundled().vectors, texts[7:9])))
    assert np.isin(copy_keys(copied(texts, 1, seed=1)), keys).any(axis=1).mean() > 0.85
    assert np.isin(keys[::2], keys[1::2]).any(axis=1).mean() < 0.1
    assert not copy_keys(extract(bundled().vectors, ["", "…"])).any()
    assert not copy_keys(rows.take(np.arange(0))).size


def test_a_factor_gives_the_requested_confidence() -> None:
    scores = np.random.default_rng(0).normal(0, 4, (200, 3)).astype(np.float32)
    factor = confidence_factor(scores, 0.7)
    assert softmax(scores * np.float32(factor)).max(axis=1).mean() == pytest.approx(0.7, abs=1e-3)
    assert confidence_factor(scores, 1.0) == 1


def test_confidence_is_scaled_only_on_pseudo_labelled_texts() -> None:
    _, rows = sample()
    head = adapted().head
    assert head is not None
    assert head.pseudo_labelled is not None
    assert head.pseudo_labelled_scale is not None
    assert head.pseudo_labelled_scale[0] < 1
    bold = replace(head, pseudo_labelled=None, pseudo_labelled_scale=None)
    known = np.isin(feature_fingerprints(rows), head.pseudo_labelled)
    assert 0.8 < known[ANSWERED:].mean() < 1
    assert not known[:ANSWERED].any()  # what was answered is known, not guessed
    scaled, before = head.scores(rows), bold.scores(rows)
    assert np.array_equal(scaled[~known], before[~known])
    assert np.array_equal(scaled.argmax(axis=1), before.argmax(axis=1))
    assert softmax(scaled[known]).max(axis=1).mean() < softmax(before[known]).max(axis=1).mean()


def test_a_model_with_pseudo_labels_is_restored_and_explains_itself(tmp_path: Path) -> None:
    texts, _ = sample()
    save_bundle(tmp_path / "model", model())
    loaded = load_bundle(tmp_path / "model")
    asked = [*texts[15:30], "unknown to it", ""]
    assert np.array_equal(loaded.predict(asked).probabilities, model().predict(asked).probabilities)
    alone = np.concatenate([loaded.predict([text]).probabilities for text in asked])
    assert np.array_equal(loaded.predict(asked).probabilities, alone)
    assert '"format": 2' in (tmp_path / "model" / "manifest.json").read_text("utf-8")
    own = loaded.own
    assert own.head.pseudo_labelled is not None
    pseudo_labelled = next(
        text for text in texts[ANSWERED:] if own.head.confidence_scale(extract(own.vectors, [text]))[0] < 1
    )
    said = own.explain(pseudo_labelled)
    assert_adds_up(said, 1e-5)
    scores = own.head.scores(extract(own.vectors, [pseudo_labelled]))
    assert said.score == pytest.approx(float(scores.max()), abs=1e-3)


def test_the_keys_of_near_copies_are_restored(tmp_path: Path) -> None:
    texts, rows = sample()
    plain = model().own
    head = replace(plain.head, copied=np.unique(copy_keys(rows)))
    manifest = replace(plain.manifest, version="copies")
    save_bundle(tmp_path / "model", LinearModel(manifest, plain.vectors, head, plain.base, None))
    loaded = load_bundle(tmp_path / "model")
    more = copied(texts, 1, seed=1)
    assert np.array_equal(loaded.head.scores(more), head.scores(more))
    assert (loaded.head.confidence_scale(more) < 1).mean() > 0.8
    assert '"format": 4' in (tmp_path / "model" / "manifest.json").read_text("utf-8")


def test_incomplete_pseudo_label_data_is_rejected(tmp_path: Path) -> None:
    whole = model()
    cut = replace(whole.head, pseudo_labelled_scale=np.ones(2, np.float32))
    save_bundle(tmp_path / "model", LinearModel(whole.manifest, whole.vectors, cut, whole.base, None))
    with pytest.raises(MltagError, match="head_guessed_scale"):
        load_bundle(tmp_path / "model")


@pytest.mark.skipif(not DATA.exists(), reason="the labelled data are not at hand")
def test_the_table_itself_can_believe_the_confidence() -> None:
    with DATA.open(encoding="utf-8", newline="") as file:
        table = list(csv.DictReader(file))
    rows = extract(bundled().vectors, [f"{row['title']} {row['description']}" for row in table])
    truth = np.array([bundled().tags.index(row["tag"]) for row in table])
    asked = np.random.default_rng(1).permutation(len(table))[:ANSWERED]
    decisions = RowDecisions(asked, [table[row]["tag"] for row in asked])
    head = adapt(bundled(), rows, decisions, Adaptation(scale_pseudo_labels=True)).head
    assert head is not None
    left = np.setdiff1d(np.arange(len(table)), asked)
    bold = replace(head, pseudo_labelled=None, pseudo_labelled_scale=None)

    def off(scores: np.ndarray) -> float:
        shares = softmax(scores[left])
        return abs(float(shares.max(axis=1).mean() - (shares.argmax(axis=1) == truth[left]).mean()))

    assert off(head.scores(rows)) < 0.04 < off(bold.scores(rows))


def copied(texts: list[str], times: int, seed: int) -> Features:
    """Return near copies of texts, each without some of its words."""
    random = np.random.default_rng(seed)
    kept = [
        " ".join(word for word in text.split() if random.random() > 0.15)
        for text in texts
        for _ in range(times)
    ]
    return extract(bundled().vectors, kept)


def test_near_copies_share_a_group_and_other_texts_have_their_own() -> None:
    texts, rows = sample()
    assert len(np.unique(near_copies(rows))) > 0.95 * len(rows)
    groups = near_copies(copied(texts[:50], 6, seed=1)).reshape(50, 6)
    assert (groups == groups[:, :1]).mean() > 0.9
    assert len(np.unique(groups[:, 0])) > 45


def test_near_copies_of_many_rows_take_little_memory() -> None:
    """Common words make the matrix of all pairs nearly dense."""
    some = copied(sample()[0], 1, seed=1)
    rows = some.take(np.random.default_rng(0).integers(0, len(some), 3_000))
    near_copies(some)
    tracemalloc.start()
    groups = near_copies(rows)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(np.unique(groups)) < len(rows) / 5
    assert most < 60 * 2**20


def test_near_duplicates_of_pseudo_labelled_texts_are_not_overconfident() -> None:
    """Each text stands in the table eight times, a word more or less; half of the texts do not."""
    texts, _ = sample()
    table, new = texts[0::2], copied(texts[1::2], 1, seed=3)
    rows, more = copied(table, 8, seed=1), copied(table, 2, seed=2)
    best = bundled().predict_features(rows).best
    asked = np.arange(0, len(rows), len(rows) // ANSWERED)
    tags = [bundled().tags[best[row]] for row in asked]
    settings = Adaptation(checked=False)
    decisions = RowDecisions(asked, tags)
    head = adapt(bundled(), rows, decisions, replace(settings, scale_pseudo_labels=True)).head
    bold = adapt(bundled(), rows, decisions, settings).head
    assert head is not None
    assert bold is not None
    of_new = sureness(bold, new)
    assert sureness(bold, more) > of_new + 0.04
    assert sureness(head, more) < of_new + 0.02
    assert sureness(head, rows) < of_new + 0.02
    assert sureness(head, new) > of_new - 0.04  # unseen texts are scaled by chance only
