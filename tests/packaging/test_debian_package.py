"""Installation, use and removal of the package on a Debian without Python and network."""

import contextlib
import re
import subprocess
from collections.abc import Callable
from functools import partial

import pytest

from scripts.shipping.screen import focus, on_screen, wait_for
from tests.packaging.helpers import ROOT, Bare

pytestmark = pytest.mark.packaged


@pytest.fixture(scope="module")
def before(bare: Bare) -> set[str]:
    """Return the files before the installation, after the file type index was created once."""
    bare.run("update-mime-database", "/usr/share/mime")
    return bare.files()


@pytest.fixture(scope="module")
def installed(bare: Bare, before: set[str]) -> Bare:
    """Return the Debian with the package installed."""
    said = bare.run("dpkg", "--install", "/tmp/mltag.deb")
    assert "Setting up mltag-desktop" in said
    return bare


def test_the_environment_has_no_python_and_no_network(installed: Bare) -> None:
    pythons = [
        path for path in installed.root.glob("usr/**/bin/*python*") if "mltag-desktop" not in path.parts
    ]
    assert not pythons
    devices = installed.run("cat", "/proc/net/dev").splitlines()[2:]
    assert [line.split(":")[0].strip() for line in devices] == ["lo"]


def test_the_selftest_passes(installed: Bare) -> None:
    said = installed.run("mltag", "selftest", QT_QPA_PLATFORM="offscreen")
    steps = re.findall(r"^ok +(\w+):", said, re.MULTILINE)
    first = ["model", "prediction", "import", "workers", "encoder"]
    assert steps == [*first, "export", "retrain", "signatures", "window"], said


@pytest.mark.slow  # every screen in both schemes
def test_the_tour_renders_every_screen(installed: Bare) -> None:
    installed.run("mltag", "tour", "--out", "pictures", QT_QPA_PLATFORM="offscreen")
    assert len(list((installed.home / "pictures").glob("*.png"))) > 30


@pytest.mark.parametrize(
    ("command", "extra"),
    [
        (("serve",), "serve"),
        (("predict", "table.csv", "-o", "tagged.csv", "--engine", "ray"), "ray"),
        (("predict", "table.csv", "-o", "tagged.parquet"), "parquet"),
    ],
)
def test_missing_extras_give_an_installation_hint(
    installed: Bare, command: tuple[str, ...], extra: str
) -> None:
    (installed.home / "table.csv").write_text("title,tag\nSegmenting streets,\n")
    said = installed.run("mltag", *command, expect=1).splitlines()
    assert len(said) == 2
    assert "not installed" in said[0]
    assert "packaged program does not include it" in said[1]
    assert f'pip install ".[{extra}]"' in said[1]


def test_every_command_parses_its_options(installed: Bare) -> None:
    for command in ("predict", "train", "compare", "drift"):
        assert "Usage: mltag" in installed.run("mltag", command, "--help")


def test_a_model_is_trained_compared_and_used(installed: Bare) -> None:
    topics = ("cats purr softly", "engines burn fuel", "violins play music")
    lines = [f"{topics[n % 3]} number {n},{'abc'[n % 3]}" for n in range(90)]
    (installed.home / "own.csv").write_text("text,label\n" + "\n".join(lines) + "\n")
    installed.run("mltag", "train", "own.csv", "--label", "label", "-o", "own-model", "--quiet")
    said = installed.run("mltag", "explain", "soft cats", "--model", "own-model")
    assert "a" in said.split()
    installed.run(
        "mltag", "compare", "own.csv", "--label", "label", "--recipe", "hybrid", "--recipe", "logistic"
    )


def test_menu_entry_icons_file_type_and_manual_are_installed(installed: Bare) -> None:
    share = installed.root / "usr" / "share"
    entry = (share / "applications" / "mltag-desktop.desktop").read_text(encoding="utf-8")
    icon = re.search(r"^Icon=(.+)$", entry, re.MULTILINE)
    assert icon
    assert (share / "icons" / "hicolor" / "48x48" / "apps" / f"{icon.group(1)}.png").exists()
    types = (share / "mime" / "globs2").read_text(encoding="utf-8")
    assert "80:application/x-mltag:*.mltag" in types
    assert "80:application/x-mltag-model:*.mltagmodel" in types
    assert {"application/x-mltag", "application/x-mltag-model"} <= set(re.split("[=;]", entry))
    assert (share / "man" / "man1" / "mltag.1.gz").exists()


def test_a_table_opened_from_the_desktop_is_predicted_decided_and_exported(
    installed: Bare, display: str
) -> None:
    (installed.home / "my table.csv").write_bytes((ROOT / "resources" / "sample.csv").read_bytes())
    command = _of_entry(installed, "/home/curator/my table.csv")
    trace = installed.home / "trace"
    environment = {"DISPLAY": display, "MLTAG_STARTUP_TRACE": "/home/curator/trace"}
    with subprocess.Popen(installed.command(*command, **environment)) as window:
        try:
            wait_for(lambda: trace.exists() and "tagged" in trace.read_text(), "the tags")
            focus(display, "my table")
            for count, key in enumerate(("Return", "2", "Return"), start=1):
                _press_until(display, key, partial(_has_decisions, installed, count))
            on_screen(display, "key", "ctrl+q")
            assert window.wait(30) == 0
        finally:
            if window.poll() is None:
                window.kill()  # unshare then ends its child processes
    installed.run("mltag", "export", "my table.mltag", "tagged.csv")
    before = (installed.home / "my table.csv").read_text(encoding="utf-8").splitlines()
    after = (installed.home / "tagged.csv").read_text(encoding="utf-8").splitlines()
    assert len(after) == len(before)
    assert sum(old != new for old, new in zip(before[1:], after[1:], strict=True)) >= 3


def test_removal_leaves_no_files_and_keeps_user_data(installed: Bare, before: set[str]) -> None:
    kept = {path for path in installed.home.rglob("*") if path.is_file()}
    assert any(path.suffix == ".mltag" for path in kept)
    installed.run("dpkg", "--purge", "mltag-desktop")
    assert sorted(installed.files() - before) == []
    assert all(path.exists() for path in kept)


def _of_entry(place: Bare, file: str) -> list[str]:
    """Return the command that a desktop runs for a double-clicked file."""
    entry = place.root / "usr" / "share" / "applications" / "mltag-desktop.desktop"
    found = re.search(r"^Exec=(.+)$", entry.read_text(encoding="utf-8"), re.MULTILINE)
    assert found
    return [file if word == "%f" else word for word in found.group(1).split()]


def _press_until(display: str, key: str, is_so: Callable[[], bool]) -> None:
    """Press a key repeatedly: on a busy machine the window appears before it handles keys."""
    for _ in range(6):
        on_screen(display, "key", key)
        with contextlib.suppress(TimeoutError):
            wait_for(is_so, f"what {key} does", 10)
            return
    raise TimeoutError(f"{key} does nothing")


def _has_decisions(place: Bare, count: int) -> bool:
    if not (place.home / "my table.mltag").exists():
        return False
    return place.run("mltag", "journal", "my table.mltag", "--json", "-").count('"kind"') >= count
