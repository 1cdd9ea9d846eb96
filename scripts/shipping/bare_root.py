"""Build a minimal Debian root: essential packages, the given packages and their dependencies; no Python.

It is copied from the installed packages of this machine, so it needs no network. Undeclared dependencies are
absent, and dpkg knows the installed packages: a package that lacks a dependency cannot be installed or does
not start.
"""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_INFO: Final = Path("/var/lib/dpkg/info")
_FORMAT: Final = "${Package}\t${Architecture}\t${Essential}\t${Pre-Depends}, ${Depends}\t${Provides}\n"
_ACCOUNTS: Final = ("etc/passwd", "etc/group", "etc/shadow", "etc/nsswitch.conf")


@dataclass(frozen=True)
class Package:
    """An installed package; `needs` lists the alternatives for each dependency."""

    name: str
    machine: str
    essential: bool
    needs: tuple[tuple[str, ...], ...]
    provides: tuple[str, ...]


def build(root: Path, wanted: Iterable[str]) -> list[str]:
    """Build the root; return the names of its packages.

    Raises `SystemExit` when a package is not installed on this machine.
    """
    known = installed()
    names = closure(known, [*wanted, *(one.name for one in known.values() if one.essential)])
    root.mkdir(parents=True)
    for name in ("bin", "sbin", "lib", "lib64"):
        if Path("/", name).is_symlink():
            (root / "usr" / name).mkdir(parents=True, exist_ok=True)
            (root / name).symlink_to(f"usr/{name}")
    for name in names:
        for path in files(known[name]):
            _copy(path, root)
    for name in _ACCOUNTS:
        if Path("/", name).exists():
            _copy(Path("/", name), root)
    for name in ("proc", "dev", "sys", "tmp", "root", "home", "run", "var/log", "var/lib/dpkg/updates"):
        (root / name).mkdir(parents=True, exist_ok=True)
    _link_alternatives(root)
    _write_dpkg_status(root, [known[name] for name in names])
    subprocess.run(["ldconfig", "-r", str(root)], check=True)
    return names


def installed() -> dict[str, Package]:
    """Return all installed packages, by name."""
    listed = subprocess.run(
        ["dpkg-query", "-W", f"-f={_FORMAT}"], capture_output=True, text=True, check=True
    ).stdout
    found: dict[str, Package] = {}
    for line in listed.splitlines():
        name, machine, essential, needs, provides = line.split("\t")
        found.setdefault(
            name,
            Package(name, machine, essential == "yes", tuple(alternatives(needs)), tuple(_names(provides))),
        )
    return found


def alternatives(depends: str) -> Iterator[tuple[str, ...]]:
    """Yield the alternatives of each dependency in a Depends field."""
    for part in depends.split(","):
        if part.strip():
            yield tuple(_names(part, "|"))


def closure(known: dict[str, Package], wanted: Iterable[str]) -> list[str]:
    """Return the wanted packages and all their dependencies, by name."""
    providers: dict[str, str] = {}
    for one in known.values():
        for name in one.provides:
            providers.setdefault(name, one.name)
    found: set[str] = set()
    left: list[tuple[str, ...]] = [(name,) for name in wanted]
    while left:
        choices = left.pop()
        usable = [name for name in choices if name in known]
        usable += [providers[name] for name in choices if name in providers]
        if not usable:
            raise SystemExit(f"Not installed here, and needed: {' | '.join(choices)}")
        if usable[0] not in found:
            found.add(usable[0])
            left += known[usable[0]].needs
    return sorted(found)


def files(package: Package) -> Iterator[Path]:
    """Yield the files and folders of a package, without manuals and translations."""
    listed = _own_info(package, "list")
    for line in listed.read_text(encoding="utf-8").splitlines() if listed else ():
        path = Path(line)
        if not line.startswith(("/usr/share/man/", "/usr/share/locale/", "/usr/share/doc/")) and line != "/.":
            yield path


def _own_info(package: Package, kind: str) -> Path | None:
    places = (_INFO / f"{package.name}:{package.machine}.{kind}", _INFO / f"{package.name}.{kind}")
    return next((place for place in places if place.exists()), None)


def _link_alternatives(root: Path) -> None:
    """Create the links of update-alternatives (such as `which`) whose programs are in the root."""
    for record in Path("/var/lib/dpkg/alternatives").iterdir():
        link = Path(record.read_text(encoding="utf-8").splitlines()[1])
        chosen = Path("/etc/alternatives", record.name)
        if chosen.is_symlink() and (root / chosen.readlink().relative_to("/")).exists():
            _copy(chosen, root)
            _copy(link, root)


def _write_dpkg_status(root: Path, packages: list[Package]) -> None:
    """Write the dpkg status of the root."""
    folder = root / "var" / "lib" / "dpkg"
    (folder / "info").mkdir(parents=True, exist_ok=True)
    shutil.copy(_INFO / "format", folder / "info" / "format")
    for package in packages:
        for place in [*_INFO.glob(f"{package.name}.*"), *_INFO.glob(f"{package.name}:{package.machine}.*")]:
            shutil.copy(place, folder / "info" / place.name)
    names = {(package.name, package.machine) for package in packages}
    installed_paragraphs = []
    for paragraph in Path("/var/lib/dpkg/status").read_text(encoding="utf-8").split("\n\n"):
        facts = dict(re.findall(r"^(Package|Architecture): (.*)$", paragraph, re.MULTILINE))
        if (facts.get("Package"), facts.get("Architecture")) in names:
            installed_paragraphs.append(paragraph.strip("\n"))
    (folder / "status").write_text("\n\n".join(installed_paragraphs) + "\n\n", encoding="utf-8")
    triggers = Path("/var/lib/dpkg/triggers")
    shutil.copytree(triggers, folder / "triggers", ignore=shutil.ignore_patterns("Lock", "Unincorp"))
    (folder / "available").touch()


def _names(part: str, sign: str = ",") -> Iterator[str]:
    for word in part.split(sign):
        match = re.match(r"\s*([a-z0-9][a-z0-9+.-]+)", word)
        if match:
            yield match.group(1)


def _copy(path: Path, root: Path) -> None:
    target = root / path.relative_to("/")
    if target.is_symlink() or target.exists():
        return
    if path.is_symlink() or path.is_file():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(path, target, follow_symlinks=False)
    elif path.is_dir():
        target.mkdir(parents=True, exist_ok=True)
        shutil.copystat(path, target)


if __name__ == "__main__":
    sys.stdout.write(f"{len(build(Path(sys.argv[1]), sys.argv[2:]))} packages\n")
