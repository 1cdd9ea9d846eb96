"""The built program in the places where people run it: unpacked, installed, and on a Debian without Python.

`make package-check` runs these with `-m packaged`, after `make package archives`; they take root, for
chroot and namespaces without a network, and a display, which they start themselves.
"""

import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from scripts.shipping.bare_root import alternatives, build, installed
from scripts.shipping.screen import screen

ROOT = Path(__file__).resolve().parents[2]
DIST = ROOT / "dist"
_INSIDE = """\
set -e
mount --rbind /dev "$0/dev"
mount -t proc proc "$0/proc"
mkdir -p "$0/tmp/.X11-unix"
if [ -d /tmp/.X11-unix ]; then mount --bind /tmp/.X11-unix "$0/tmp/.X11-unix"; fi
root=$0
exec chroot "$root" "$@"
"""


@dataclass
class Bare:
    """A Debian in a folder, with no Python and no network; `home` is its user's folder, seen from outside."""

    root: Path
    environment: dict[str, str] = field(default_factory=dict)

    @property
    def home(self) -> Path:
        return self.root / "home" / "curator"

    def command(self, *command: str, **environment: str) -> list[str]:
        """What runs `command` in there."""
        known = {
            "HOME": "/home/curator",
            "PATH": "/usr/bin:/usr/sbin",
            "LC_ALL": "C.UTF-8",
            **self.environment,
            **environment,
        }
        words = [f"{name}={value}" for name, value in known.items()]
        inside = ["env", "-i", "-C", "/home/curator", *words, *command]
        return [
            "unshare",
            "--mount",
            "--net",
            "--fork",
            "--kill-child=SIGTERM",
            "sh",
            "-c",
            _INSIDE,
            str(self.root),
            *inside,
        ]

    def run(self, *command: str, expect: int = 0, **environment: str) -> str:
        """Run `command` in there; return all that it said."""
        done = subprocess.run(
            self.command(*command, **environment),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=300,
        )
        assert done.returncode == expect, f"{command} ended with {done.returncode}:\n{done.stdout}"
        return done.stdout

    def files(self) -> set[str]:
        """All that stands there outside the user's folder and what changes by itself."""
        moving = ("home/", "proc/", "dev/", "tmp/", "run/", "var/log/", "var/cache/", "var/lib/dpkg/")
        found = (f"{path.relative_to(self.root).as_posix()}/" for path in self.root.rglob("*"))
        return {name for name in found if not name.startswith(moving)}


@pytest.fixture(scope="session")
def program() -> Path:
    """The built folder."""
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
    """A Debian that has what the package declares, and what a desktop has for menus and file types."""
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
    """A screen of its own."""
    with screen() as name:
        yield name


def control(deb: Path, field_name: str) -> str:
    """A field of a Debian package."""
    return subprocess.run(
        ["dpkg-deb", "--field", str(deb), field_name], capture_output=True, text=True, check=True
    ).stdout.strip()


def _only(pattern: str) -> Path:
    found = list(DIST.glob(pattern))
    assert len(found) == 1, f"{pattern}: {found}; run `make archives`"
    return found[0]
