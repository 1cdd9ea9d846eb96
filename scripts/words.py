"""Finds words of a short list in code, strings and documents: archaic or vague ones, with plain replacements.

`python -m scripts.words` prints each place and exits with 1 when there is one. Files under `ALLOWED` are
skipped, each for the reason given there.
"""

import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

ROOT: Final = Path(__file__).resolve().parent.parent
WORDS: Final = {
    "anew": "again",
    "by lot": "at random",
    "in force": "active",
    "is none": "does not exist, is not",
    "let go of": "released, closed",
    "told of": "reported",
    "of its own": "its own, separate",
    "wavers": "is uncertain",
    "mended": "fixed, repaired",
    "set aside": "quarantined, unreadable",
    "turned down": "rejected",
    "sitting": "session",
}
SUFFIXES: Final = frozenset({"", ".py", ".md", ".ts", ".toml", ".html", ".txt", ".service", ".yml", ".yaml"})
ALLOWED: Final = {
    "scripts/words.py": "holds the list",
    "tests/scripts/test_words.py": "tests the list",
    "resources/model/pieces.txt": "the vocabulary of the model",
    "resources/behaviour.toml": "texts that models are tested with",
    "packaging/licences": "licences of other programs",
    "LICENSE": "a legal text",
}


STORED: Final = ('"sitting"', '"mended"', "there is none to compare the candidate with")
"""Identifiers and words in settings, pictures and workspaces of earlier versions, which have to stay."""


class Hit(NamedTuple):
    """A listed word in a file."""

    path: str
    line: int
    word: str


def hits_in(path: str, text: str) -> Iterator[Hit]:
    """Yield the listed words in `text`, across line ends too."""
    for stored in STORED:
        text = text.replace(stored, " " * len(stored))
    for found in _PATTERN.finditer(text):
        word = re.sub(r"[\s#>]+", " ", found[0].lower())
        yield Hit(path, text.count("\n", 0, found.start()) + 1, word)


def checked_files() -> list[str]:
    """Return the paths of the repository's files of text that are not allowed to have listed words."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    paths = [path for path in listed.stdout.split("\0") if path]
    return [
        path
        for path in paths
        if Path(path).suffix in SUFFIXES and not any(path.startswith(allowed) for allowed in ALLOWED)
    ]


def main() -> int:
    """Print the hits and their number per folder; return 1 if there are any."""
    hits = [hit for path in checked_files() for hit in hits_in(path, _read(ROOT / path))]
    for hit in hits:
        sys.stdout.write(f"{hit.path}:{hit.line}: {hit.word} (better: {WORDS[hit.word]})\n")
    for folder, count in sorted(Counter(_folder(hit.path) for hit in hits).items()):
        sys.stderr.write(f"{count:5} {folder}\n")
    return 1 if hits else 0


def _folder(path: str) -> str:
    return "/".join(path.split("/")[:-1][:3]) or "."


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""


_BETWEEN: Final = r"(?:[ \t]|\n[ \t]*(?:# ?|> ?)?)+"
"""Spaces, or a line end and the start of the next line of a comment or paragraph."""
_PATTERN: Final = re.compile(
    "|".join(rf"\b{_BETWEEN.join(word.split())}\b" for word in WORDS).replace("none", "(?-i:none)"),
    re.IGNORECASE,
)
"""Any case, but `is None` is Python."""


if __name__ == "__main__":
    sys.exit(main())
