"""Helpers for the packaging tests."""

import subprocess
from dataclasses import dataclass, field
from pathlib import Path

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
    """A Debian in a folder without Python and network; `home` is its user's folder as seen from the host."""

    root: Path
    environment: dict[str, str] = field(default_factory=dict)

    @property
    def home(self) -> Path:
        return self.root / "home" / "curator"

    def command(self, *command: str, **environment: str) -> list[str]:
        """Return the host command that runs `command` in the Debian."""
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
        """Run `command` in the Debian and return its output."""
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
        """Return all files except the user's folder and files that change by themselves."""
        moving = ("home/", "proc/", "dev/", "tmp/", "run/", "var/log/", "var/cache/", "var/lib/dpkg/")
        found = (f"{path.relative_to(self.root).as_posix()}/" for path in self.root.rglob("*"))
        return {name for name in found if not name.startswith(moving)}


def control(deb: Path, field_name: str) -> str:
    """Return a control field of a Debian package."""
    return subprocess.run(
        ["dpkg-deb", "--field", str(deb), field_name], capture_output=True, text=True, check=True
    ).stdout.strip()
