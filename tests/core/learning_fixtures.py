"""A tiny real base model and workspaces of three tags, for what learns from decisions."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.workspace.workspace import Workspace

from .evaluation.tiny import TAGS, base_model, make


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
    """Make a workspace of n records, whose true tags are `make(n, seed).tags`."""
    opened: list[Workspace] = []

    def build(count: int = 60, tags=TAGS, *, seed: int = 11, words: int = 1) -> Workspace:
        workspace = Workspace.create(tmp_path / f"pets{len(opened)}.mltag", "ann", tags)
        workspace.add_texts(make(count, seed=seed, words=words).texts)
        opened.append(workspace)
        return workspace

    yield build
    for workspace in opened:
        workspace.close()


def predict_all(workspace: Workspace, model: LinearModel) -> None:
    """Tag every record of `workspace`."""
    workspace.set_base(model.version)
    for rows, texts in workspace.pending(model.version):
        workspace.put_predictions(rows, model.predict(texts))


def fill(document: Workspace, texts: Sequence[str], tags: Sequence[str]) -> None:
    """Paste `texts`, let the base predict, and decide all but the last ten."""
    document.add_texts(texts)
    base = base_model()
    document.set_base(base.version)
    for rows, pending in document.pending(base.version):
        document.put_predictions(rows, base.predict(pending))
    for tag in sorted(set(tags)):
        document.decide([row for row, own in enumerate(tags[:-10]) if own == tag], tag)
