"""Write the Debian package: files, control data and archive.

dpkg-deb supports neither xz's filter for machine code nor a large dictionary, and its packages would be 10%
larger.
"""

import hashlib
from pathlib import Path
from typing import Final

from mltag_desktop import __version__
from scripts.shipping import needs, tree
from scripts.shipping.packing import fresh, lay_program, pack

_MACHINES: Final = {"x86_64": "amd64", "aarch64": "arm64"}
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
 Opens a table of texts and gives each record a tag and a calibrated confidence. You review the uncertain
 records, and the model learns from your corrections. All decisions are stored in one file next to the
 table.
 .
 Python and Qt are included. The program never uses the network.
"""


def write_deb(program: Path, built_icons: Path, target: Path, machine: str, moment: int) -> Path:
    """Write the package and return its path; the dependencies are read from the program's files."""
    work = fresh(target / "tree" / "deb")
    files, control = work / "files", work / "control"
    lay_program(program, files / "usr" / "lib" / tree.NAME)
    (files / "usr" / "bin").mkdir()
    (files / "usr" / "bin" / "mltag").symlink_to(f"../lib/{tree.NAME}/mltag")
    tree.lay_share(files / "usr" / "share", built_icons)
    tree.lay_documents(files / "usr" / "share" / "doc" / tree.NAME, program)
    control.mkdir()
    debian = _MACHINES.get(machine, machine)
    size = sum(path.lstat().st_size for path in files.rglob("*") if path.is_file()) // 1024
    facts = {"name": tree.NAME, "version": __version__, "machine": debian, "size": size}
    words = _CONTROL.format(**facts, depends=needs.depends(program))
    (control / "control").write_text(words, encoding="utf-8")
    (control / "md5sums").write_text(_md5sums(files), encoding="utf-8")
    (work / "debian-binary").write_text("2.0\n", encoding="ascii")
    tree.tidy(files, moment)
    tree.tidy(control, moment)
    pack(control, ".", work / "control.tar.xz", machine, moment)
    pack(files, "./usr", work / "data.tar.xz", machine, moment)
    path = target / f"{tree.NAME}_{__version__}_{debian}.deb"
    write_ar(path, [work / name for name in ("debian-binary", "control.tar.xz", "data.tar.xz")], moment)
    return path


def write_ar(path: Path, members: list[Path], moment: int) -> None:
    """Write an archive in the `ar` format, which dpkg uses."""
    with path.open("wb") as file:
        file.write(b"!<arch>\n")
        for member in members:
            size = member.stat().st_size
            file.write(f"{member.name:<16}{moment:<12}{0:<6}{0:<6}{100644:<8}{size:<10}`\n".encode("ascii"))
            file.write(member.read_bytes())
            file.write(b"\n" * (size % 2))


def _md5sums(root: Path) -> str:
    """Return the MD5 sums that dpkg verifies installed files with; the format requires MD5."""
    lines = []
    for path in sorted((root / "usr").rglob("*")):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                digest = hashlib.file_digest(file, lambda: hashlib.md5(usedforsecurity=False))
            lines.append(f"{digest.hexdigest()}  {path.relative_to(root)}\n")
    return "".join(lines)
