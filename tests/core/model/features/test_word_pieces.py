"""Words are split into the same pieces as by the plain way, one word and one length at a time."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mltag_desktop.core.model.tokenization import Offsets, WordPieces, differ, hash_byte_ranges, words

NAMES = ("a", "b", "ab", "abc", "é", "猫", "##a", "##b", "##ba", "##bab", "##é", "##猫", "##", "#")
LETTERS = "abé猫x"


def plainly(word: str) -> tuple[int, ...]:
    """The longest match first, as the teacher's tokenizer does it."""
    if len(word) > 100:
        return ()
    found, start = [], 0
    while start < len(word):
        for end in range(len(word), start, -1):
            name = ("##" if start else "") + word[start:end]
            if name in NAMES:
                found.append(NAMES.index(name))
                start = end
                break
        else:
            return ()
    return tuple(found)


def split(pieces: WordPieces, buffer: bytes, starts: Offsets, ends: Offsets) -> list[tuple[int, ...]]:
    """The pieces of each word."""
    owners, found = pieces.split(buffer, starts, ends)
    return [tuple(found[owners == word].tolist()) for word in range(len(starts))]


@given(st.lists(st.text(LETTERS, min_size=1, max_size=120), max_size=30))
def test_a_batch_is_split_as_word_by_word(texts: list[str]) -> None:
    encoded = [text.encode() for text in texts]
    buffer = b" ".join(encoded) + b" "
    starts, ends, at = [], [], 0
    for word in encoded:
        starts.append(at)
        ends.append(at + len(word))
        at += len(word) + 1
    found = split(WordPieces.of(NAMES), buffer, np.array(starts, np.int64), np.array(ends, np.int64))
    assert found == [plainly(text) for text in texts]


@pytest.mark.parametrize(
    ("letter", "count", "whole"), [("é", 100, 1), ("é", 101, 0), ("a", 100, 1), ("a", 101, 0)]
)
def test_a_long_word_is_measured_in_characters(letter: str, count: int, whole: int) -> None:
    word = (letter * count).encode()
    assert split(WordPieces.of(NAMES), word + b" ", np.array([0]), np.array([len(word)])) == [
        plainly(letter * count)
    ]
    assert bool(plainly(letter * count)) == bool(whole)


@pytest.mark.parametrize("names", [(), NAMES])
def test_the_piece_names_are_restored(names: tuple[str, ...]) -> None:
    pieces = WordPieces.of(names)
    assert (pieces.names, len(pieces)) == (names, len(names))
    assert pieces.text == "\n".join(names).encode()


def test_a_duplicate_piece_is_rejected() -> None:
    with pytest.raises(ValueError, match="repeat"):
        WordPieces.of(("a", "##a", "a"))


def test_keys_that_differ_are_told_from_those_that_do_not() -> None:
    keys = hash_byte_ranges(np.frombuffer(b"ab cd ef ", np.uint8), np.array([0, 3, 6]), np.array([2, 5, 8]))
    assert keys.tolist() == words(["ab cd ef"]).hashes.tolist()
    assert differ(keys)
    assert not differ(keys[[0, 1, 0]])
