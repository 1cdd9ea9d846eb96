"""From the built program to what people install on Linux: a .deb and a .tar.xz, always the same bytes.

`python -m scripts.shipping.archives dist/mltag build/icons dist` writes both, a bill of materials for each,
and SHA256SUMS. SOURCE_DATE_EPOCH is the time that all files get.
"""

import hashlib
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

from mltag_desktop import __version__
from scripts.shipping import needs, tree
from scripts.shipping.component import BILL

NAME: Final = "mltag-desktop"
SUMS: Final = "SHA256SUMS"
_DEBIANS: Final = {"x86_64": "amd64", "aarch64": "arm64"}
_FILTERS: Final = {"x86_64": "--x86", "aarch64": "--arm64"}
_CONTROL: Final = """\
Package: {name}
Version: {version}
Architecture: {machine}
Maintainer: MLTag Desktop developers <mltag-desktop@users.noreply.github.com>
Installed-Size: {size}
Depends: {depends}
Recommends: shared-mime-info, desktop-file-utils, hicolor-icon-theme, xdg-utils
Section: science
Priority: optional
Description: sort content by topic, offline, with a model that learns from corrections
 Opens a table of texts, tags each record with a confidence that can be believed, asks a person where
 it is unsure, keeps every decision in one file beside the table, and trains a better model from the
 corrections.
 .
 It brings its own Python and Qt, and never uses the network.
"""


def main(program: Path, built_icons: Path, target: Path) -> None:
    """Write both archives, their bills of materials and the sums."""
    moment = int(os.environ["SOURCE_DATE_EPOCH"])
    machine = platform.machine()
    made = [
        write_tar(program, built_icons, target, machine, moment),
        write_deb(program, built_icons, target, machine, moment),
    ]
    bills = [path.with_name(f"{path.name}.cdx.json") for path in made]
    for bill in bills:
        shutil.copyfile(program / "_internal" / "licences" / BILL, bill)
    write_sums([*made, *bills], target / SUMS)


def write_tar(program: Path, built_icons: Path, target: Path, machine: str, moment: int) -> Path:
    """Write the program with its `share` folder as a .tar.xz that is unpacked anywhere; return its path."""
    stem = f"{NAME}-{__version__}-linux-{machine}"
    root = _fresh(target / "tree" / stem)
    _lay_program(program, root)
    tree.lay_share(root / "share", built_icons)
    shutil.copy(tree.LINUX / "integrate", root / "integrate")
    packages = " ".join(part.split(" ")[0] for part in needs.depends(program).split(", "))
    words = (tree.LINUX / "README.txt").read_text(encoding="utf-8")
    words = words.replace("@VERSION@", __version__).replace("@PACKAGES@", packages)
    (root / "README.txt").write_text(words, encoding="utf-8")
    tree.tidy(root, moment)
    path = target / f"{stem}.tar.xz"
    pack(root, path, machine, moment)
    return path


def pack(root: Path, path: Path, machine: str, moment: int) -> None:
    """Pack a folder: names in order, no owner, one time, blocks of a fixed size however many cores."""
    tar = ["tar", "--create", "--format=gnu", "--sort=name", "--owner=0", "--group=0", "--numeric-owner"]
    tar += [f"--mtime=@{moment}", "--directory", str(root.parent), root.name]
    filters = [word for word in (_FILTERS.get(machine),) if word]
    xz = ["xz", "--stdout", "--threads=2", "--block-size=96MiB", *filters, "--lzma2=preset=6,dict=96MiB"]
    with path.open("wb") as file, subprocess.Popen(tar, stdout=subprocess.PIPE) as packing:
        subprocess.run(xz, stdin=packing.stdout, stdout=file, check=True)
    if packing.returncode:
        raise subprocess.CalledProcessError(packing.returncode, tar)


def write_deb(program: Path, built_icons: Path, target: Path, machine: str, moment: int) -> Path:
    """Write the Debian package; return its path. What it depends on is read from the program's files."""
    root = _fresh(target / "tree" / "deb")
    _lay_program(program, root / "usr" / "lib" / NAME)
    (root / "usr" / "bin").mkdir()
    (root / "usr" / "bin" / "mltag").symlink_to(f"../lib/{NAME}/mltag")
    tree.lay_share(root / "usr" / "share", built_icons)
    tree.lay_documents(root / "usr" / "share" / "doc" / NAME, program)
    size = sum(path.lstat().st_size for path in root.rglob("*") if path.is_file()) // 1024
    control = root / "DEBIAN" / "control"
    control.parent.mkdir()
    control.write_text(
        _CONTROL.format(
            name=NAME,
            version=__version__,
            machine=_DEBIANS.get(machine, machine),
            size=size,
            depends=needs.depends(program),
        ),
        encoding="utf-8",
    )
    (control.parent / "md5sums").write_text(_md5sums(root), encoding="utf-8")
    tree.tidy(root, moment)
    path = target / f"{NAME}_{__version__}_{_DEBIANS.get(machine, machine)}.deb"
    command = [
        "dpkg-deb",
        "--root-owner-group",
        "-Zxz",
        "-z6",
        "--threads-max=2",
        "--build",
        str(root),
        str(path),
    ]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return path


def write_sums(paths: list[Path], target: Path) -> None:
    """Write the sums of files in the form that `sha256sum --check` reads."""
    lines = []
    for path in sorted(paths):
        with path.open("rb") as file:
            lines.append(f"{hashlib.file_digest(file, 'sha256').hexdigest()}  {path.name}\n")
    target.write_text("".join(lines), encoding="utf-8")


def _md5sums(root: Path) -> str:
    """What dpkg compares installed files with; MD5 is the form's choice."""
    lines = []
    for path in sorted((root / "usr").rglob("*")):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                digest = hashlib.file_digest(file, lambda: hashlib.md5(usedforsecurity=False))
            lines.append(f"{digest.hexdigest()}  {path.relative_to(root)}\n")
    return "".join(lines)


def _fresh(folder: Path) -> Path:
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    return folder


def _lay_program(program: Path, target: Path) -> None:
    """Lay the program's files as links to the built ones, which saves a quarter of a gigabyte a time."""
    shutil.copytree(program, target, symlinks=True, dirs_exist_ok=True, copy_function=os.link)


if __name__ == "__main__":
    main(*(Path(argument).resolve() for argument in sys.argv[1:4]))
