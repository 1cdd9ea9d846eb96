"""Write the Linux packages of a built program: a .deb and a .tar.xz, reproducible byte for byte.

`python -m scripts.shipping.archives dist/mltag build/icons dist` writes both, an SBOM for each, and
SHA256SUMS. SOURCE_DATE_EPOCH is the time stamp of all files. XZ_EFFORT, from 0 to 9, is the compression
level: 5 for a release (higher levels gain little), 1 for quick tests.
"""

import hashlib
import os
import platform
import shutil
import sys
from pathlib import Path
from typing import Final

from mltag_desktop import __version__
from scripts.shipping import needs, tree
from scripts.shipping.bill.component import BILL
from scripts.shipping.debian import write_deb
from scripts.shipping.packing import fresh, lay_program, pack

SUMS: Final = "SHA256SUMS"


def main(program: Path, built_icons: Path, target: Path) -> None:
    """Write both archives, their SBOMs and the checksums."""
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
    """Write the program with its `share` folder as a relocatable .tar.xz; return its path."""
    stem = f"{tree.NAME}-{__version__}-linux-{machine}"
    root = fresh(target / "tree" / stem)
    lay_program(program, root)
    tree.lay_share(root / "share", built_icons)
    shutil.copy(tree.LINUX / "integrate", root / "integrate")
    packages = " ".join(part.split(" ")[0] for part in needs.depends(program).split(", "))
    words = (tree.LINUX / "README.txt").read_text(encoding="utf-8")
    words = words.replace("@VERSION@", __version__).replace("@PACKAGES@", packages)
    (root / "README.txt").write_text(words, encoding="utf-8")
    tree.tidy(root, moment)
    path = target / f"{stem}.tar.xz"
    pack(root.parent, root.name, path, machine, moment)
    return path


def write_sums(paths: list[Path], target: Path) -> None:
    """Write checksums in the format of `sha256sum --check`."""
    lines = []
    for path in sorted(paths):
        with path.open("rb") as file:
            lines.append(f"{hashlib.file_digest(file, 'sha256').hexdigest()}  {path.name}\n")
    target.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main(*(Path(argument).resolve() for argument in sys.argv[1:4]))
