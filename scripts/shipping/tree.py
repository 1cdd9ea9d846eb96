"""Files for the Linux desktop: menu entry, file type, icons, manual page, notices."""

import gzip
import importlib
import os
import re
import shutil
from pathlib import Path
from typing import Final

import typer

from mltag_desktop import __version__
from mltag_desktop.cli.command_names import COMMANDS, function_name
from scripts.shipping import icons
from scripts.shipping.bill.component import BILL, NOTICE

NAME: Final = "mltag-desktop"
ROOT: Final = Path(__file__).resolve().parents[2]
LINUX: Final = ROOT / "packaging" / "linux"
_MANUAL: Final = """\
.TH MLTAG 1 "" "MLTag Desktop {version}" "User Commands"
.SH NAME
mltag \\- sort content by topic, offline, with a model that learns from corrections
.SH SYNOPSIS
.B mltag
.RI [ FILE ]
.br
.B mltag
.I COMMAND
.RI [ OPTIONS ]
.SH DESCRIPTION
Without a command, the window opens and shows
.IR FILE ,
a table (csv, tsv, jsonl, xlsx), a workspace (.mltag) or a model (.mltagmodel).
For an example of each command, run it with
.BR \\-\\-help .
.SH COMMANDS
{commands}
.SH EXIT STATUS
0: success; 1: an error that you can fix; 2: wrong usage; 70: a bug; 130: cancelled.
.SH FILES
.TP
.I NAME.mltag
A workspace, next to its source table: records, predictions, decisions, models.
.TP
.I ~/.config/mltag-desktop
Settings.
.TP
.I ~/.local/share/mltag-desktop
Backups, and workspaces of tables in read-only folders.
"""


def lay_share(share: Path, built_icons: Path) -> None:
    """Fill a `share` folder: menu entry, file type, icons in each size, manual page."""
    _copy(LINUX / "mltag-desktop.desktop", share / "applications" / "mltag-desktop.desktop")
    _copy(LINUX / "mltag-desktop.xml", share / "mime" / "packages" / "mltag-desktop.xml")
    for size in icons.SIZES:
        theme = share / "icons" / "hicolor" / f"{size}x{size}"
        _copy(built_icons / f"mltag-{size}.png", theme / "apps" / "mltag-desktop.png")
        _copy(built_icons / f"document-{size}.png", theme / "mimetypes" / "application-x-mltag.png")
    packed(manual(), share / "man" / "man1" / "mltag.1.gz")


def lay_documents(folder: Path, program: Path) -> None:
    """Put licences, SBOM and changelog into Debian's documentation folder."""
    folder.mkdir(parents=True, exist_ok=True)
    licences = program / "_internal" / "licences"
    packed((licences / NOTICE).read_text(encoding="utf-8"), folder / f"{NOTICE}.gz")
    _copy(licences / BILL, folder / BILL)
    packed((ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), folder / "changelog.gz")
    licence = (ROOT / "LICENSE").read_text(encoding="utf-8")
    words = f"The licences of the included libraries are in {NOTICE}.gz in this folder."
    (folder / "copyright").write_text(f"MLTag Desktop\n\n{licence}\n{words}\n", encoding="utf-8")


def manual() -> str:
    """Return the manual page in roff; the commands are described by their help texts."""
    return _MANUAL.format(version=__version__, commands="\n".join(map(_command, COMMANDS)))


def _command(word: str) -> str:
    module = importlib.import_module(f"mltag_desktop.cli.commands.{COMMANDS[word][0]}")
    command = getattr(module, function_name(word))
    words: str = (command.info.help if isinstance(command, typer.Typer) else command.__doc__) or ""
    first = re.sub(r"\s+", " ", words.strip().split("\n\n")[0])
    return f".TP\n.B {_roff(word)}\n{_roff(first)}"


def _roff(words: str) -> str:
    escaped = words.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{escaped}" if escaped[:1] in (".", "'") else escaped


def packed(text: str, path: Path) -> None:
    """Write a gzip file without a time stamp."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(text.encode("utf-8"), 9, mtime=0))


def tidy(folder: Path, moment: int) -> None:
    """Set time stamp and permissions of every file and folder, so that archives are reproducible."""
    for path in [folder, *folder.rglob("*")]:
        if not path.is_symlink():
            is_program = path.is_dir() or path.stat().st_mode & 0o100
            path.chmod(0o755 if is_program else 0o644)
        os.utime(path, (moment, moment), follow_symlinks=False)


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
