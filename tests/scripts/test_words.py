"""The list of words that the repository avoids."""

import pytest

from scripts.words import ALLOWED, ROOT, WORDS, checked_files, hits_in


@pytest.mark.parametrize("word", sorted(WORDS))
def test_each_word_is_found(word: str) -> None:
    broken = word.replace(" ", "\n    # ")
    text = f"First line.\nIt says {word.capitalize()}, and {word}.\n# Then {broken}.\n"
    assert [(hit.path, hit.line, hit.word) for hit in hits_in("a.py", text)] == [
        ("a.py", 2, word),
        ("a.py", 2, word),
        ("a.py", 3, word),
    ]


@pytest.mark.parametrize("text", ["a manewer", "visitings", "recommended", "in forceful words", "ally lots"])
def test_parts_of_words_are_not_found(text: str) -> None:
    assert list(hits_in("a.md", text)) == []


def test_python_s_none_is_not_a_word() -> None:
    assert list(hits_in("a.py", "if table is None:")) == []


def test_code_and_documents_are_checked_and_data_are_not() -> None:
    paths = checked_files()
    assert {"README.md", "Makefile", "mltag_desktop/__main__.py", "tests/conftest.py"} <= set(paths)
    assert not set(ALLOWED) & set(paths)
    assert all((ROOT / allowed).exists() for allowed in ALLOWED)
