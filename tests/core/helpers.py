"""Helpers of the tests in `core`."""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

import numpy as np
import pytest

from mltag_desktop.core.evaluation.regressions import text_slices
from mltag_desktop.core.filesystem import resource
from mltag_desktop.core.model.bundle import bundled, load_bundle
from mltag_desktop.core.model.extraction import Features, extract
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.static_vectors import StaticVectors
from mltag_desktop.core.model.tokenization import WordPieces
from mltag_desktop.core.model.tokenization import words as word_hashes
from mltag_desktop.core.model.types import Explanation
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.training.retraining import Candidate
from mltag_desktop.core.training.training import Examples, labelled_features, train
from mltag_desktop.core.workspace.workspace import Workspace

TAGS = ("bird", "cat", "dog")
WORDS = {
    "bird": ("sings", "flies", "feathers", "nest", "seeds", "beak", "wings"),
    "cat": ("purrs", "whiskers", "mouse", "climbs", "naps", "scratches", "milk"),
    "dog": ("barks", "fetches", "leash", "bone", "wags", "digs", "guards"),
}
AROUND = ("today", "garden", "morning", "friend", "window", "neighbour", "small", "old", "house", "street")


def model_of(made: Candidate) -> LinearModel:
    """Return the model of a candidate."""
    return load_bundle(made.bundle_dir)


def assert_adds_up(why: Explanation, within: float) -> None:
    """Check that the weights of an explanation are its score."""
    assert why.bias + sum(piece.weight for piece in why.pieces) == pytest.approx(why.score, abs=within)


@lru_cache
def sample() -> tuple[list[str], Features]:
    """Return the texts of the sample table and their features."""
    with resource("sample.csv").open(encoding="utf-8", newline="") as file:
        texts = [f"{row['title']} {row['description']}" for row in csv.DictReader(file)]
    return texts, extract(bundled().vectors, texts)


def predict_all(workspace: Workspace, model: LinearModel) -> None:
    """Predict every record of `workspace`."""
    workspace.models.set_base(model.version)
    for rows, texts in workspace.pending_predictions.pending(model.version):
        workspace.pending_predictions.put(rows, model.predict(texts))


def decide_each(workspace: Workspace, tags: str | Sequence[str], rows: Iterable[int] | None = None) -> None:
    """Decide records one by one, by default the first ones: with their own of `tags`, or all with one tag."""
    for row in range(len(tags)) if rows is None else rows:
        workspace.decisions.decide([int(row)], tags if isinstance(tags, str) else tags[row])


def promoted(workspace: Workspace, made: Candidate) -> LinearModel:
    """Add a candidate to the workspace and make it the active model; return it as it is stored."""
    version = made.add_to(workspace).version
    workspace.models.promote(version)
    return load_bundle(workspace.models.bundle_path(version))


def fill(document: Workspace, texts: Sequence[str], tags: Sequence[str]) -> None:
    """Paste `texts`, predict them with the base, and decide all but the last ten."""
    document.table.add_texts(texts)
    predict_all(document, base_model())
    for tag in sorted(set(tags)):
        document.decisions.decide([row for row, own in enumerate(tags[:-10]) if own == tag], tag)


def filled(document: Workspace, count: int, seed: int, words: int = 2) -> Examples:
    """Fill a workspace with texts from `make`; return them."""
    rows = make(count, seed, words)
    fill(document, rows.texts, rows.tags)
    return rows


def make(rows: int, seed: int, words: int = 2, tags: Sequence[str] = TAGS) -> Examples:
    """Draw texts with `words` words of their tag among common words."""
    random = np.random.default_rng(seed)
    texts, answers = [], []
    for row in range(rows):
        tag = tags[row % len(tags)]
        own = random.choice(WORDS[TAGS[list(tags).index(tag)]], words, replace=False)
        rest = random.choice(AROUND, int(random.integers(3, 8)), replace=False)
        texts.append(" ".join(random.permutation([*own, *rest])))
        answers.append(tag)
    return Examples(tuple(texts), tuple(answers))


@lru_cache
def vectors() -> StaticVectors:
    """Static vectors of eight dimensions for the words of the texts."""
    known = [*(word for words in WORDS.values() for word in words), *AROUND]
    keys = np.concatenate([word_hashes([word]).hashes for word in known])
    pieces = ["un", "##known"]
    units = len(known) + len(pieces)
    table = np.random.default_rng(0).integers(-127, 127, (units, 8)).astype(np.int8)
    return StaticVectors(
        keys, np.zeros(0, np.uint64), WordPieces.of(pieces), table, np.full(units, 0.01, np.float16)
    )


@lru_cache
def base_model() -> LinearModel:
    """A model trained on 30 rows, with a holdout of 60, some of which it predicts wrongly."""
    model = train(SILENT, make(30, seed=1), vectors=vectors())
    held = make(60, seed=2, words=1)
    holdout = labelled_features(held, vectors(), model.tags)
    answers = np.full((60, 3), 1 / 3, dtype=np.float32)
    slices = text_slices(held.texts, held.tags)
    return LinearModel(
        model.manifest, model.vectors, model.head, model.base, replace(holdout, slices=slices, rules=answers)
    )
