"""Building of icons, manual page and archives."""

import struct
import subprocess
from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QPixmap

from mltag_desktop.cli.command_names import COMMANDS
from scripts.shipping import archives, debian, icons, needs, packing, platforms, tree
from scripts.shipping.bare_root import Package, alternatives, closure


def test_the_icons_are_read_by_qt(qapp, tmp_path: Path) -> None:
    icons.main(tmp_path)
    for size in icons.SIZES:
        assert QPixmap(str(tmp_path / f"mltag-{size}.png")).width() == size
        assert QPixmap(str(tmp_path / f"document-{size}.png")).width() == size
    assert not QImage(str(tmp_path / "mltag.ico")).isNull()


def test_an_icns_file_has_the_length_of_each_part(qapp) -> None:
    content = icons.icns([(b"ic07", b"first"), (b"ic08", b"second")])
    assert content[:4] == b"icns"
    assert struct.unpack(">I", content[4:8])[0] == len(content)
    assert content[8:12] == b"ic07"
    assert struct.unpack(">I", content[12:16])[0] == 13


def test_the_manual_names_every_command() -> None:
    page = tree.manual()
    assert all(f".B {word}\n".replace("-", "\\-") in page for word in COMMANDS)
    done = subprocess.run(["man", "--warnings", "-l", "-"], input=page, capture_output=True, text=True)
    assert done.returncode == 0
    assert "warning" not in done.stderr


def test_the_same_files_give_the_same_archive(tmp_path: Path) -> None:
    sums = []
    for name in ("one", "two"):
        root = tmp_path / name / "program"
        root.mkdir(parents=True)
        for number in range(3) if name == "one" else reversed(range(3)):
            (root / f"file{number}").write_text(f"{number}\n")
        (root / "run").write_text("#!/bin/sh\n")
        (root / "run").chmod(0o700 if name == "one" else 0o775)
        tree.tidy(root, 1_700_000_000)
        packing.pack(root.parent, root.name, tmp_path / f"{name}.tar.xz", "x86_64", 1_700_000_000)
        sums.append((tmp_path / f"{name}.tar.xz").read_bytes())
    assert sums[0] == sums[1]


def test_sha256sum_accepts_the_checksums(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("content")
    archives.write_sums([tmp_path / "a"], tmp_path / "SHA256SUMS")
    subprocess.run(["sha256sum", "--check", "--strict", "SHA256SUMS"], cwd=tmp_path, check=True)
    (tmp_path / "a").write_text("changed")
    done = subprocess.run(["sha256sum", "--check", "SHA256SUMS"], cwd=tmp_path, capture_output=True)
    assert done.returncode == 1


def test_an_undeclared_library_fails_the_build(tmp_path: Path) -> None:
    source = "int f(void){return 0;}"
    for name, others in (("libstray.so", []), ("main.so", [f"-L{tmp_path}", "-lstray"])):
        command = ["cc", "-shared", "-x", "c", "-", "-o", str(tmp_path / name), "-Wl,--no-as-needed", *others]
        subprocess.run(command, input=source, text=True, check=True)
    (tmp_path / "program").mkdir()
    (tmp_path / "main.so").rename(tmp_path / "program" / "main.so")
    with pytest.raises(needs.UndeclaredError, match=r"libstray\.so"):
        needs.depends(tmp_path / "program")


def test_a_closure_uses_the_available_alternative() -> None:
    known = {
        "a": Package("a", "all", False, (("missing", "b"), ("virtual",)), ()),
        "b": Package("b", "all", False, (), ()),
        "c": Package("c", "all", False, (), ("virtual",)),
        "d": Package("d", "all", False, (("nowhere",),), ()),
    }
    assert closure(known, ["a"]) == ["a", "b", "c"]
    with pytest.raises(SystemExit, match="nowhere"):
        closure(known, ["d"])
    assert list(alternatives("libc6 (>= 2.3), xx:any | yy (<< 3)")) == [("libc6",), ("xx", "yy")]


def test_a_windows_program_has_its_version() -> None:
    told = platforms.version_file("1.2.3")
    assert "filevers=(1, 2, 3, 0)" in told
    assert "StringStruct('ProductVersion', '1.2.3')" in told


def test_dpkg_reads_the_built_package(tmp_path: Path) -> None:
    for name in ("control", "files/usr"):
        (tmp_path / name).mkdir(parents=True)
    fields = (
        "Package: small\nVersion: 1\nArchitecture: all\nMaintainer: a <a@b.example>\nDescription: small\n"
    )
    (tmp_path / "control" / "control").write_text(fields)
    (tmp_path / "files" / "usr" / "odd").write_text("odd")
    packing.pack(tmp_path / "control", ".", tmp_path / "control.tar.xz", "x86_64", 0)
    packing.pack(tmp_path / "files", "./usr", tmp_path / "data.tar.xz", "x86_64", 0)
    (tmp_path / "debian-binary").write_text("2.0\n")
    members = [tmp_path / name for name in ("debian-binary", "control.tar.xz", "data.tar.xz")]
    debian.write_ar(tmp_path / "small.deb", members, 1_700_000_000)
    subprocess.run(["dpkg-deb", "--extract", "small.deb", "out"], cwd=tmp_path, check=True)
    assert (tmp_path / "out" / "usr" / "odd").read_text() == "odd"
    told = subprocess.run(
        ["dpkg-deb", "--field", "small.deb", "Package"], cwd=tmp_path, check=True, capture_output=True
    )
    assert told.stdout == b"small\n"
