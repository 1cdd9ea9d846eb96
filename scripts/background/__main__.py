"""Builds `resources/off_topic.npz`: mean and covariance of the vectors of general texts.

`python -m scripts.background` reads the descriptions of packages in ../shared/datasets and the everyday
sentences next to this module. Only figures are stored.
"""

import csv
from pathlib import Path

import numpy as np

from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.model.extraction import extract
from mltag_desktop.core.model.off_topic import Background, digest_of, write_background

HERE = Path(__file__).resolve().parent
DATA = HERE.parents[2] / "shared" / "datasets" / "packages" / "packages.csv"
EVERYDAY = 30
"""Weight of an everyday sentence, so that they are about a quarter of the background."""


def background_texts(sections: frozenset[str] | None = None) -> list[str]:
    """Return long and short descriptions of the packages, of some sections or of all."""
    with DATA.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if sections is None or row["section"] in sections]
    return [f"{row['title']} {row['description']}".strip() for row in rows] + [row["title"] for row in rows]


def everyday() -> list[str]:
    """Return the everyday sentences."""
    return (HERE / "everyday.txt").read_text(encoding="utf-8").splitlines()


def background(sections: frozenset[str] | None = None) -> Background:
    """Return the background from the packages of some sections, or of all, and the everyday sentences."""
    vectors = bundled().vectors
    described = extract(vectors, background_texts(sections)).vectors
    plain = extract(vectors, everyday()).vectors
    share = len(described) / len(background_texts())
    rows = np.concatenate([described, np.repeat(plain, round(EVERYDAY * share), axis=0)]).astype(np.float64)
    return Background(rows.mean(axis=0), np.cov(rows.T), digest_of(vectors))


def main() -> None:
    """Write the background."""
    write_background(background())


if __name__ == "__main__":
    main()
