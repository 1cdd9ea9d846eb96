"""Size and contents of the built archives."""

import json
import re
import subprocess
import tarfile
from pathlib import Path

import pytest

from mltag_desktop import __version__
from mltag_desktop.core.diagnostics.updates import InstallerMatch, check_installer, read_release
from mltag_desktop.core.filesystem import sha256_of
from scripts.shipping.packing import effort
from tests.packaging.helpers import DIST, ROOT, control

pytestmark = pytest.mark.packaged

MIB = 2**20
RELEASED = 5
"""Compression level of a release; checks of a change use a quick one."""


def names(program: Path) -> list[str]:
    return [path.relative_to(program).as_posix() for path in program.rglob("*")]


def test_the_checksums_are_correct() -> None:
    subprocess.run(["sha256sum", "--check", "--strict", "SHA256SUMS"], cwd=DIST, check=True)


def test_the_program_reads_the_checksums_as_an_update_file(deb: Path) -> None:
    release = read_release(DIST / "SHA256SUMS")
    assert release.version == __version__
    assert check_installer(release, deb) is InstallerMatch.WHOLE


def test_installed_it_takes_at_most_420_mib(program: Path) -> None:
    size = sum(path.stat().st_size for path in program.rglob("*") if path.is_file() and not path.is_symlink())
    assert size <= 420 * MIB


def test_the_archives_take_at_most_110_mb_as_released(deb: Path, tar: Path) -> None:
    most = 110e6 if effort() >= RELEASED else 140e6
    assert deb.stat().st_size <= most
    assert tar.stat().st_size <= most


@pytest.mark.parametrize(
    "stranger",
    [
        r"Qml|Quick|Qt6(Network|Sql|Test|Pdf)",
        r"libreadline|libgdbm|readline\.",
        r"libstdc\+\+|libX11|libglib|libfontconfig|libGL",
        r"(^|/)tests?/",
        r"pandas|pyarrow|fastapi|uvicorn|(^|/)ray/|sklearn/datasets/data",
        r"_ssl\.|libssl",
        r"PySide6/.*translations/(?!qtbase_(de|fr)\.qm$)|\.ts$",
    ],
)
def test_unused_files_are_not_packaged(program: Path, stranger: str) -> None:
    assert [name for name in names(program) if re.search(stranger, name)] == []


def test_qt_translations_are_packaged(program: Path) -> None:
    assert {name.rsplit("/", 1)[1] for name in names(program) if re.search(r"PySide6/.*\.qm$", name)} == {
        "qtbase_de.qm",
        "qtbase_fr.qm",
    }


def test_the_notice_matches_the_bill_of_materials(program: Path, deb: Path, tar: Path) -> None:
    from cyclonedx.schema import SchemaVersion
    from cyclonedx.validation.json import JsonStrictValidator

    folder = program / "_internal" / "licences"
    bill = (folder / "sbom.cdx.json").read_text(encoding="utf-8")
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(bill) is None
    for archive in (deb, tar):
        assert archive.with_name(f"{archive.name}.cdx.json").read_text(encoding="utf-8") == bill
    parts = json.loads(bill)["components"]
    named = {part["name"] for part in parts}
    assert named >= {
        *("Qt", "PySide6_Essentials", "shiboken6", "ICU", "CPython", "OpenSSL", "SQLite", "libffi"),
        *("numpy", "scipy", "OpenBLAS", "libgfortran", "libquadmath"),
        "PyInstaller",
    }
    for part in parts:
        files = {one["name"]: one["hashes"][0]["content"] for one in part.get("components", ())}
        assert part.get("hashes") or files, f"{part['name']} has no hash"
        for name, sha256 in files.items():
            assert sha256_of(program / "_internal" / name) == sha256, name
    assert not named & {"syn", "quote", "wasi", "js-sys", "r-efi", "windows-sys"}, "other systems, compiler"
    notice = (folder / "THIRD-PARTY-NOTICES.txt").read_text(encoding="utf-8")
    missing = [part["name"] for part in parts if f"{part['name']} {part['version']}\nLicence: " not in notice]
    assert missing == []
    for title in ("GNU LESSER GENERAL PUBLIC LICENSE", "GCC RUNTIME LIBRARY EXCEPTION", "Apache License"):
        assert title in notice


def test_the_package_declares_its_dependencies(deb: Path) -> None:
    depends = control(deb, "Depends")
    for package in ("libc6 (>= ", "libxcb-cursor0", "libegl1", "libfontconfig1", "libstdc++6 (>= "):
        assert package in depends
    assert "python" not in depends
    assert not [name for name in ("preinst", "postinst", "prerm", "postrm") if name in _scripts(deb)]


def test_the_archive_unpacks_into_one_folder_without_an_owner(tar: Path) -> None:
    listed = subprocess.run(["tar", "-tvf", str(tar)], capture_output=True, text=True, check=True).stdout
    assert all(line.split()[1] == "0/0" for line in listed.splitlines())
    roots = {line.split()[5].split("/")[0] for line in listed.splitlines()}
    assert roots == {tar.name.removesuffix(".tar.xz")}


def test_the_unpacked_program_is_added_to_the_menu_and_removed(tar: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    with tarfile.open(tar) as archive:
        archive.extractall(tmp_path / "a folder", filter="data")
    folder = tmp_path / "a folder" / tar.name.removesuffix(".tar.xz")
    environment = {"HOME": str(home), "PATH": "/usr/bin:/bin", "QT_QPA_PLATFORM": "offscreen"}

    def run(*command: str) -> str:
        done = subprocess.run(
            command, env=environment, capture_output=True, text=True, cwd=home, timeout=120, check=True
        )
        return done.stdout

    run(str(folder / "integrate"))
    entry = (home / ".local/share/applications/mltag-desktop.desktop").read_text(encoding="utf-8")
    assert f'Exec="{folder / "mltag"}" %f' in entry
    (home / "table.csv").write_bytes((ROOT / "resources" / "sample.csv").read_bytes())
    run(str(home / ".local/bin/mltag"), "import", "table.csv", "table.mltag")
    run(str(home / ".local/bin/mltag"), "decide", "table.mltag", "--record", "1", "--tag", "mlops")
    run(str(home / ".local/bin/mltag"), "export", "table.mltag", "out.csv")
    run(str(folder / "integrate"), "--remove")
    left = {path.relative_to(home).as_posix() for path in home.rglob("*") if path.is_file()}
    ours = {
        name for name in left if "mltag" in name and not name.startswith(".local/state/")
    }  # the log is kept
    assert ours == {"table.mltag", "table.mltag-decisions"}
    assert left >= {"table.csv", "out.csv"}


def _scripts(deb: Path) -> str:
    return subprocess.run(["dpkg-deb", "--info", str(deb)], capture_output=True, text=True, check=True).stdout
