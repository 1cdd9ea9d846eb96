"""Words of texts, and the pieces of words."""

import re
import unicodedata

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mltag_desktop.core.model.tokenization import (
    HashTable,
    Offsets,
    TokenizedTexts,
    WordPieces,
    normalise,
    words,
)


def word(found: TokenizedTexts, index: int) -> str:
    return found.buffer[found.starts[index] : found.ends[index]].decode("utf-8", "replace")


def plain_words(text: str) -> list[str]:
    """The same rule, a character at a time."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).lower()
    return [word for word in re.findall(r"[a-z0-9]+", plain) if len(word) > 1]


@given(st.lists(st.text(st.characters(max_codepoint=0x17F)), max_size=6))
def test_words_of_latin_texts_are_those_of_the_plain_rule(texts: list[str]) -> None:
    latin = ["".join(c if c.isascii() or c.isalpha() else " " for c in text) for text in texts]
    latin = ["".join(c for c in text if normalise(c).isascii()) for text in latin]
    found = words(latin)
    ours = [(int(row), word(found, i)) for i, row in enumerate(found.rows)]
    assert ours == [(row, word) for row, text in enumerate(latin) for word in plain_words(text)]


def test_a_word_has_the_hash_of_its_bytes_in_long_texts_too() -> None:
    long = "ab" * 50_000
    assert words(["x " + long]).hashes[0] == words([long]).hashes[0]
    assert words([long]).hashes[0] != words([long[:-1]]).hashes[0]
    assert words(["one " * 30_000 + "two"]).hashes[-1] == words(["two"]).hashes[0]


def test_case_accents_and_scripts_without_blanks() -> None:
    assert words(["Café"]).hashes[0] == words(["CAFE"]).hashes[0]
    found = words(["日本語 deep学習"])
    assert [word(found, i) for i in range(len(found.hashes))] == ["日", "本", "語", "deep", "学", "習"]


def test_nothing_gives_no_words() -> None:
    assert len(words([]).hashes) == len(words([""]).hashes) == len(words(["? !", "😀", "a b c"]).hashes) == 0


@given(st.sets(st.integers(0, 2**64 - 1), max_size=200), st.lists(st.integers(0, 2**64 - 1), max_size=50))
def test_lookup_finds_each_key_and_nothing_else(keys: set[int], others: list[int]) -> None:
    ordered = sorted(keys)
    table = HashTable(np.array(ordered, dtype=np.uint64))
    asked = ordered + others
    found = table.find(np.array(asked, dtype=np.uint64))
    assert found.tolist() == [ordered.index(key) if key in keys else -1 for key in asked]


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
