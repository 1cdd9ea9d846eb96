"""Compiled code and Python find the same texts."""

import os
import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mltag_desktop.core.workspace.search.compiled import texts as compiled
from mltag_desktop.core.workspace.search.folding import fold
from mltag_desktop.core.workspace.search.full_text import hits
from mltag_desktop.core.workspace.storage.packed_blobs import PackedBlob

needs_compiled = pytest.mark.skipif(not compiled.is_used, reason="there is no compiled code")
SIGNS = st.sampled_from("abAB éÉÅﬁẞ\u0301İıKŉẚжЁΐᾳևꭰ世𐐀🎉\0")
TEXT = st.text(SIGNS, max_size=80)


def blob(texts: list[str]) -> PackedBlob:
    parts = [text.encode() for text in texts]
    return PackedBlob(5, np.cumsum([len(part) for part in parts]).astype(np.uint32), b"".join(parts))


@given(
    st.lists(TEXT, max_size=8),
    st.text("abefi éё", min_size=1, max_size=40) | st.text(SIGNS, min_size=1, max_size=3),
    st.data(),
)
def test_the_texts_with_a_word_are_found(texts: list[str], word: str, data: st.DataObject) -> None:
    if texts and data.draw(st.booleans()):  # a part of a text, which can be across a block or at an end
        text = fold(data.draw(st.sampled_from(texts)))
        start = data.draw(st.integers(0, len(text)))
        word = text[start : start + data.draw(st.integers(1, 50))]
    needle = fold(word)
    expected = [key for key, text in enumerate(texts, 5) if needle in fold(text)]
    assert hits(blob(texts), [needle]) == [expected]


def test_a_search_without_compiled_code_finds_the_same() -> None:
    texts = ["The theatre", "Théâtre", "the\u0301", "ﬁve", "t", "", "Ёлка", "ŉ", "𐐀𐐨"] * 20
    words = ("the", "theatre", "five", "zz", "елка", "n", "𐐨𐐨")
    code = (
        "from tests.core.workspace.search.test_compiled_texts import blob, compiled, hits; "
        f"assert not compiled.is_used; print(hits(blob({texts!r}), {words!r}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        check=True,
        capture_output=True,
        text=True,
        env=os.environ | {"MLTAG_COMPILED": "0", "PYTHONIOENCODING": "utf-8"},
    )
    assert done.stdout.strip() == str(hits(blob(texts), words))


@needs_compiled
def test_arrays_that_do_not_fit_are_refused() -> None:
    assert compiled.find(b"abc", np.array([1, 3], np.uint32), "b").tolist() == [1]
    for ends in ([4], [2, 1], [1 << 31]):
        with pytest.raises(ValueError, match="do not fit"):
            compiled.find(b"abc", np.array(ends, np.uint32), "b")
    with pytest.raises(ValueError, match="do not fit"):
        compiled.find(b"abc", np.array([3], np.uint32), "")
