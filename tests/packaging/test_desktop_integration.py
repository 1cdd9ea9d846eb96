"""The script that adds an unpacked program to the user's menu and removes it."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

LINUX = Path(__file__).parents[2] / "packaging" / "linux"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="it is for Linux")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the unpacked files that the script uses, in a folder whose name must be escaped in menus."""
    made = tmp_path / "50% off & more"
    (made / "share" / "icons" / "hicolor").mkdir(parents=True)
    for kind, name in (("applications", "mltag-desktop.desktop"), ("mime/packages", "mltag-desktop.xml")):
        (made / "share" / kind).mkdir(parents=True)
        shutil.copy(LINUX / name, made / "share" / kind / name)
    shutil.copy(LINUX / "integrate", made / "integrate")
    (made / "mltag").touch(0o755)
    return made


def run(folder: Path, home: Path, *more: str) -> str:
    home.mkdir(exist_ok=True)
    environment = {"HOME": str(home), "PATH": "/usr/bin:/bin"}
    command = ["sh", str(folder / "integrate"), *more]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout


def test_the_program_is_added_to_the_menu_and_removed(folder: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    run(folder, home)
    entry = (home / ".local/share/applications/mltag-desktop.desktop").read_text(encoding="utf-8")
    assert f'Exec="{str(folder / "mltag").replace("%", "%%")}" %f' in entry
    assert (home / ".local/bin/mltag").resolve() == folder / "mltag"
    run(folder, home, "--remove")
    assert not [path for path in home.rglob("*mltag*") if "mime/" not in str(path)]


def test_links_to_other_installations_stay_and_stale_links_are_replaced(folder: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    link = home / ".local" / "bin" / "mltag"
    link.parent.mkdir(parents=True)
    for place in ("pipx", "earlier", "gone"):
        (tmp_path / place).mkdir()
        (tmp_path / place / "mltag").touch(0o755)
    (tmp_path / "earlier" / "integrate").touch()
    (tmp_path / "gone" / "mltag").unlink()
    link.symlink_to(tmp_path / "pipx" / "mltag")
    assert "stays as it is" in run(folder, home)
    run(folder, home, "--remove")
    assert link.resolve() == tmp_path / "pipx" / "mltag"
    for place in ("earlier", "gone"):
        link.unlink()
        link.symlink_to(tmp_path / place / "mltag")
        run(folder, home)
        assert link.resolve() == folder / "mltag"


def test_an_existing_command_of_the_same_name_stays(folder: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    mine = home / ".local" / "bin" / "mltag"
    mine.parent.mkdir(parents=True)
    mine.write_text("#!/bin/sh\n", encoding="utf-8")
    assert "stays as it is" in run(folder, home)
    assert mine.read_text(encoding="utf-8") == "#!/bin/sh\n"
    run(folder, home, "--remove")
    assert mine.read_text(encoding="utf-8") == "#!/bin/sh\n"
