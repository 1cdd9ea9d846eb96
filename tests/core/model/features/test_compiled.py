"""Compiled code and numpy give identical features, weights and predictions."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.model.extraction import (
    Extra,
    Features,
    SparseCounts,
    counts_by_compiled_code,
    counts_by_numpy,
    extract,
    features_by_numpy,
)
from mltag_desktop.core.model.features.compiled import features as compiled
from mltag_desktop.core.model.linear_head import LinearHead
from mltag_desktop.core.model.recipes import RECIPES
from mltag_desktop.core.model.static_vectors import StaticVectors
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.training.training import Examples, train

needs_compiled = pytest.mark.skipif(not compiled.is_used, reason="there is no compiled code")
ROOT = Path(__file__).resolve().parents[4]
LONG = "training a detector on images of traffic " * 900
ODD = (
    "",
    "a",
    "bread dough zyx qqq",
    "Straße ÉCOLE naïve İstanbul",
    "東京タワー 日本語 tokenizer",
    "\ud800 half a character",
    "x" * 101,
    "é" * 100 + " " + "é" * 101,
    "the " * 3000,
    "1 22 333 4-5_6\0zero",
    LONG,
)
TEXTS = st.text() | st.sampled_from(ODD) | st.text("abcdeé日 ", max_size=300)


def assert_same(found: Features, expected: Features) -> None:
    for name in ("bounds", "buckets", "counts", "vectors"):
        one, other = getattr(found, name), getattr(expected, name)
        assert one.dtype == other.dtype, name
        assert one.tobytes() == other.tobytes(), name


def assert_weighed_the_same(head: LinearHead, found: SparseCounts) -> None:
    given = (found.bounds, found.buckets, found.counts, head.places, head.idf, head.words, head.bayes)
    for one, other in zip(compiled.weigh(*given), compiled.weighed_by_numpy(*given), strict=True):
        assert one.tobytes() == other.tobytes()


@needs_compiled
@given(texts=st.lists(TEXTS, max_size=6))
def test_features_are_identical(vectors: StaticVectors, texts: list[str]) -> None:
    assert_same(extract(vectors, texts), features_by_numpy(vectors, texts))


@needs_compiled
def test_features_and_weights_of_the_bundled_model_are_identical() -> None:
    model = bundled()
    texts = [
        *ODD,
        *(f"Deploying zqx{n}wv models, part {n}: a wobblegraph for kru{n}mabel" for n in range(300)),
    ]
    features = extract(model.vectors, texts)
    assert_same(features, features_by_numpy(model.vectors, texts))
    assert_weighed_the_same(model.head, features)


@needs_compiled
@given(texts=st.lists(TEXTS, max_size=6))
def test_counts_of_character_sequences_are_identical(texts: list[str]) -> None:
    found, expected = counts_by_compiled_code(texts), counts_by_numpy(texts)
    for name in ("bounds", "buckets", "counts"):
        one, other = getattr(found, name), getattr(expected, name)
        assert one.dtype == other.dtype, name
        assert one.tobytes() == other.tobytes(), name


@needs_compiled
def test_weights_of_any_count_are_identical() -> None:
    head = bundled().head
    counts = np.array([1, 2, 2**24, 2**25, 1e9, 1e12, 1e30], np.float32)
    assert_weighed_the_same(head, SparseCounts(np.array([0, 3, 7]), head.columns[:7], counts))


@needs_compiled
def test_weights_of_character_sequences_are_identical(vectors: StaticVectors) -> None:
    texts = [*ODD, *(f"wobblegraph {n} of kru{n}mabel" for n in range(600))]
    tags = tuple("abc"[place % 3] for place in range(len(texts)))
    recipe = replace(RECIPES["hybrid"], characters=True)
    head = train(SILENT, Examples(tuple(texts), tags), recipe, vectors=vectors, jobs=1).head
    counts = extract(vectors, [*texts, "unknown sequences"], extra=Extra.CHARACTERS)
    assert counts.characters is not None
    assert head.character_idf is not None
    assert head.characters is not None
    found, entries = counts.characters, (head.character_places, head.character_idf, head.characters)
    given = (found.bounds, found.buckets, found.counts, *entries, head.characters[:0])
    assert compiled.weigh(*given)[0].tobytes() == compiled.weighed_by_numpy(*given)[0].tobytes()


@needs_compiled
def test_hash_tables_without_an_end_are_refused(vectors: StaticVectors) -> None:
    sound = vectors.unit_arrays
    bounds = np.array([0, 6])
    compiled.extract(b"bread ", bounds, sound)
    for slots in (sound.word_slots[:0], sound.word_slots[:-1], np.zeros(1, np.int32)):
        with pytest.raises(ValueError, match="do not fit"):
            compiled.extract(b"bread ", bounds, sound._replace(word_slots=slots))


def test_predictions_without_compiled_code_are_identical() -> None:
    code = (
        "import sys; from mltag_desktop.core.model.bundle import bundled; "
        "from mltag_desktop.core.model.features.compiled import features; "
        "assert not features.is_used; "
        f"sys.stdout.buffer.write(bundled().predict({ODD!r}).probabilities.tobytes())"
    )
    environment = os.environ | {"MLTAG_COMPILED": "0"}
    command = [sys.executable, "-"]  # the code is too long for a command line of Windows
    done = subprocess.run(command, input=code.encode(), check=True, capture_output=True, env=environment)
    assert done.stdout == bundled().predict(ODD).probabilities.tobytes()
