import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from mltag_desktop.core.model.extraction import concatenate, extract
from mltag_desktop.core.model.similarity.near_duplicates import duplicates
from mltag_desktop.core.model.static_vectors import StaticVectors
from mltag_desktop.core.model.tokenization import words
from mltag_desktop.core.model.training_set import text_digests
from mltag_desktop.core.training.training import Examples, labelled_features


@settings(deadline=None)
@given(
    texts=st.lists(st.text() | st.sampled_from(["bread dough bread", "main sail qq"]), min_size=1, max_size=6)
)
def test_a_row_does_not_depend_on_its_neighbours(vectors: StaticVectors, texts: list[str]) -> None:
    together = extract(vectors, texts)
    alone = concatenate([extract(vectors, [text]) for text in texts])
    for name in ("bounds", "buckets", "counts", "vectors"):
        assert np.array_equal(getattr(together, name), getattr(alone, name)), name


def test_counts_and_unit_length(vectors: StaticVectors) -> None:
    features = extract(vectors, ["bread bread dough", ""])
    assert sorted(features.counts.tolist()) == [1, 1, 1, 2]  # dough, two pairs, and bread twice
    assert np.linalg.norm(features.vectors, axis=1).tolist() == [np.float32(1), 0]


def test_take_gives_rows_in_the_order_asked(vectors: StaticVectors) -> None:
    texts = ["main sail", "bread dough and butter", "", "apple tree"]
    taken = extract(vectors, texts).take(np.array([3, 1, 1]))
    expected = extract(vectors, [texts[3], texts[1], texts[1]])
    assert np.array_equal(taken.buckets, expected.buckets)
    assert np.array_equal(taken.vectors, expected.vectors)


def test_an_unknown_word_is_split_into_pieces(vectors: StaticVectors) -> None:
    units = vectors.units(words(["zyx"]))
    pieces = [vectors.pieces.names[unit - len(vectors.table) + len(vectors.pieces)] for unit in units.units]
    assert pieces == ["z", "##y", "##x"]
    assert not len(vectors.units(words(["日"])).units)  # no piece, no unit


def test_a_vector_is_the_sum_of_its_units(vectors: StaticVectors) -> None:
    units = vectors.units(words(["roasted garlic zyx"]))
    total = vectors.rows_of(units.units).sum(axis=0)
    assert np.allclose(vectors.embed(units)[0], total / np.linalg.norm(total), atol=1e-6)


def test_known_share(vectors: StaticVectors) -> None:
    assert vectors.known_share(words(["bread dough zyx qqq", ""])).tolist() == [0.5, 0]


def test_duplicates_by_words_and_near_ones(vectors: StaticVectors) -> None:
    long = "how to handle a storm jib when the northern tide turns and the anchor chain will not hold at all"
    known = labelled_features(Examples((long, "Bread dough!"), ("sailing", "cooking")), vectors)
    asked = ["bread, DOUGH", long + " today", "how to handle a storm", ""]
    found = duplicates(extract(vectors, asked), text_digests(asked), known)
    assert found.tolist() == [True, True, False, False]
