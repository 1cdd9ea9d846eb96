"""A small model over a vocabulary made from texts of the tests' own."""

import pytest

from mltag_desktop.core.model.features.static_vectors import StaticVectors
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.training.training import Examples, train
from mltag_desktop.core.progress import SILENT
from tests.helpers import examples, small_vectors


@pytest.fixture(scope="session")
def vectors() -> StaticVectors:
    return small_vectors()


@pytest.fixture(scope="session")
def rows() -> Examples:
    return examples()


@pytest.fixture(scope="session")
def model(vectors: StaticVectors, rows: Examples) -> LinearModel:
    return train(SILENT, rows, vectors=vectors)
