"""A real service in this process or a separate one, on a loopback port, with two small models."""

import gc
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path

import pytest

from mltag_desktop.core.model.bundle import save_bundle
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.static_vectors import StaticVectors
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.serving.records import ServiceLimits, ServiceOptions
from mltag_desktop.core.training.training import train
from tests.helpers import examples, small_vectors
from tests.service.helpers import Running, serving


@pytest.fixture(scope="module", autouse=True)
def no_leftovers() -> None:
    """Collect leftovers of window tests here; in the thread of a service their end would be a deadlock.

    What is there by now is then not looked through again, which took longer than to start a service.
    """
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def vectors() -> StaticVectors:
    return small_vectors()


@pytest.fixture(scope="session")
def model(vectors: StaticVectors) -> LinearModel:
    return train(SILENT, examples(), vectors=vectors)


@pytest.fixture(scope="session")
def other_model(vectors: StaticVectors) -> LinearModel:
    """Return a model that confuses gardening and cooking."""
    return train(SILENT, examples(swap=True), vectors=vectors)


@pytest.fixture(scope="session")
def bundles(
    tmp_path_factory: pytest.TempPathFactory, model: LinearModel, other_model: LinearModel
) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("bundles")
    save_bundle(folder / "one", model)
    save_bundle(folder / "two", other_model)
    return folder / "one", folder / "two"


@pytest.fixture
def options(tmp_path: Path, bundles: tuple[Path, Path]) -> ServiceOptions:
    return ServiceOptions(
        state=tmp_path / "state",
        port=0,
        model=bundles[0],
        watch_seconds=0.05,
        limits=ServiceLimits(seconds=5.0),
    )


Serve = Callable[[ServiceOptions], AbstractContextManager[Running]]


@pytest.fixture
def running(options: ServiceOptions) -> Iterator[Running]:
    with serving(options) as started:
        yield started


@pytest.fixture
def sharp(options: ServiceOptions) -> ServiceOptions:
    """Return options with which no prediction needs review."""
    return replace(options, review_below=0.0)
