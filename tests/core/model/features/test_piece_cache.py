"""The cache returns the pieces that were put into it, and forgets a word where another takes its place."""

import pickle

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from mltag_desktop.core.model.features.extraction import extract
from mltag_desktop.core.model.features.piece_cache import PieceCache
from tests.helpers import small_vectors


def stored(cache: PieceCache, keys: list[int]) -> dict[int, list[int] | None]:
    """The pieces of each key, None where they are missing."""
    missing, owners, pieces = cache.find(np.array(keys, np.uint64))
    found: dict[int, list[int] | None] = {
        key: pieces[owners == place].tolist() for place, key in enumerate(keys)
    }
    return found | dict.fromkeys([keys[place] for place in missing.tolist()])


def put(cache: PieceCache, words: dict[int, list[int]]) -> None:
    """Store words."""
    owners = np.repeat(np.arange(len(words)), list(map(len, words.values())))
    pieces = np.array([piece for each in words.values() for piece in each], np.int32)
    cache.put(np.array(list(words), np.uint64), owners, pieces)


@given(
    st.dictionaries(
        st.integers(1, 1 << 16), st.lists(st.integers(0, 60_000), max_size=9), min_size=1, max_size=20
    )
)
def test_pieces_come_back_in_order(words: dict[int, list[int]]) -> None:
    cache = PieceCache()
    put(cache, words)
    assert stored(cache, list(words)) == {
        key: pieces if len(pieces) <= 6 else None for key, pieces in words.items()
    }


def test_a_word_replaces_another_with_the_same_slot() -> None:
    cache = PieceCache()
    first, second = 5, 5 + (1 << 40)
    put(cache, {first: [1, 2], 6: []})
    put(cache, {second: [3]})
    assert stored(cache, [first, second, 6]) == {first: None, second: [3], 6: []}
    assert len(cache) == 2
    cache.clear()
    assert stored(cache, [second, 6]) == {second: None, 6: None}


def test_vectors_with_a_filled_cache_can_be_sent_to_another_process() -> None:
    vectors = small_vectors()
    texts = ["zyx qwv", "unknown words"]
    before = extract(vectors, texts).vectors
    sent = pickle.loads(pickle.dumps(vectors))
    assert np.array_equal(extract(sent, texts).vectors, before)
