"""A tiny real base model and workspaces with three tags, for tests of learning from decisions."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.static_vectors import StaticVectors
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.training.training import Examples, train
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.helpers import TAGS, base_model, make
from tests.helpers import examples, small_vectors


@pytest.fixture(scope="session")
def tiny_model() -> LinearModel:
    return base_model()


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    document = Workspace.create(tmp_path / "pets.mltag", "ann", TAGS)
    yield document
    document.close()


@pytest.fixture
def make_workspace(tmp_path: Path) -> Iterator[Callable[..., Workspace]]:
    """Make a workspace of n records, whose known tags are `make(n, seed).tags`."""
    opened: list[Workspace] = []

    def build(count: int = 60, tags=TAGS, *, seed: int = 11, words: int = 1) -> Workspace:
        workspace = Workspace.create(tmp_path / f"pets{len(opened)}.mltag", "ann", tags)
        workspace.table.add_texts(make(count, seed=seed, words=words).texts)
        opened.append(workspace)
        return workspace

    yield build
    for workspace in opened:
        workspace.close()


@pytest.fixture(scope="session")
def vectors() -> StaticVectors:
    return small_vectors()


@pytest.fixture(scope="session")
def rows() -> Examples:
    return examples()


@pytest.fixture(scope="session")
def model(vectors: StaticVectors, rows: Examples) -> LinearModel:
    return train(SILENT, rows, vectors=vectors)
