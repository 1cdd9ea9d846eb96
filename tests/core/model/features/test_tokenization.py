import re
import unicodedata

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from mltag_desktop.core.model.tokenization import HashTable, TokenizedTexts, batches, normalise, words


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


@given(st.lists(st.text(), min_size=1, max_size=5))
def test_a_text_hashes_alike_alone_and_among_others(texts: list[str]) -> None:
    together = words(texts)
    for row, text in enumerate(texts):
        assert np.array_equal(together.hashes[together.rows == row], words([text]).hashes)


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


def test_bigrams_stay_within_a_text() -> None:
    first, _ = words(["one two three", "four five"]).bigrams()
    assert first.tolist() == [0, 1, 3]


def test_batches_end_at_rows_or_characters() -> None:
    assert [len(batch) for batch in batches(["ab"] * 5, 2, 100)] == [2, 2, 1]
    assert [len(batch) for batch in batches(["x" * 60] * 4, 100, 100)] == [2, 2]


@given(st.sets(st.integers(0, 2**64 - 1), max_size=200), st.lists(st.integers(0, 2**64 - 1), max_size=50))
def test_lookup_finds_each_key_and_nothing_else(keys: set[int], others: list[int]) -> None:
    ordered = sorted(keys)
    table = HashTable(np.array(ordered, dtype=np.uint64))
    asked = ordered + others
    found = table.find(np.array(asked, dtype=np.uint64))
    assert found.tolist() == [ordered.index(key) if key in keys else -1 for key in asked]
