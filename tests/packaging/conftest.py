"""The built program as users run it: unpacked, installed, and on a Debian without Python.

`make package-check` runs these tests with `-m packaged`, after `make package archives`. They need root, for
chroot and namespaces without a network, and start their own X server.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts.shipping.bare_root import alternatives, build, installed
from scripts.shipping.screen import screen
from tests.packaging.helpers import DIST, Bare, control


@pytest.fixture(scope="session")
def program() -> Path:
    """Return the built folder."""
    folder = DIST / "mltag"
    assert (folder / "mltag").exists(), "run `make package` first"
    return folder


@pytest.fixture(scope="session")
def deb() -> Path:
    return _only("mltag-desktop_*.deb")


@pytest.fixture(scope="session")
def tar() -> Path:
    return _only("mltag-desktop-*.tar.xz")


@pytest.fixture(scope="session")
def bare(deb: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bare]:
    """Return a Debian with the package's declared dependencies and a desktop's menu and file type tools."""
    known = installed()
    depends = control(deb, "Depends")
    wanted = [next(name for name in choices if name in known) for choices in alternatives(depends)]
    root = tmp_path_factory.mktemp("bare") / "root"
    build(root, [*wanted, "shared-mime-info"])
    place = Bare(root)
    place.home.mkdir(parents=True)
    shutil.copy(deb, root / "tmp" / "mltag.deb")
    yield place
    shutil.rmtree(root)


@pytest.fixture(scope="session")
def display() -> Iterator[str]:
    """Start a virtual X server and return its display."""
    with screen() as name:
        yield name


def _only(pattern: str) -> Path:
    found = list(DIST.glob(pattern))
    assert len(found) == 1, f"{pattern}: {found}; run `make archives`"
    return found[0]
