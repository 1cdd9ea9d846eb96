"""What every test stands on: no display, no user's folders, and no thread left behind."""

import gc
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

from tests.threads import ended_threads
from tests.windows import SKIPPED

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the program has it
os.environ["QT_QPA_PLATFORM"] = os.environ.get("MLTAG_TEST_PLATFORM", "offscreen")
if sys.platform == "win32":  # where Qt without a screen finds no fonts otherwise
    os.environ.setdefault("QT_QPA_FONTDIR", str(Path(os.environ["SYSTEMROOT"], "Fonts")))
hypothesis.settings.register_profile(  # neither load nor a fixture for all examples is a fault
    "any load",
    hypothesis.settings.default,
    deadline=None,
    suppress_health_check=[
        hypothesis.HealthCheck.function_scoped_fixture,
        hypothesis.HealthCheck.too_slow,
    ],
)
hypothesis.settings.load_profile("any load")
_FOLDERS = (
    ("WIN_PD_OVERRIDE_APPDATA", "WIN_PD_OVERRIDE_LOCAL_APPDATA", "LOCALAPPDATA")
    if sys.platform == "win32"
    else ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR")
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip the tests in tests/windows.py on Windows: whole files, and tests with all parameters."""
    for item in items if sys.platform == "win32" else ():
        for name, reason in SKIPPED.items():
            if any(f"/{name}{sign}" in f"{item.nodeid}[" for sign in ("::", "[", "-", "]")):
                item.add_marker(pytest.mark.skip(reason=reason))


def pytest_collection_finish() -> None:
    """Take modules and tests out of the sight of Python's collection, which would go through them often."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give settings, caches and logs a fresh home, so that no test meets the user's or another's.

    Its name has letters outside ASCII, as the names of many users have; it is short, as sockets need it.
    """
    home = tmp_path_factory.mktemp("Łü")
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(home))
    for name in _FOLDERS:
        folder = home / name.lower()
        folder.mkdir(mode=0o700)
        monkeypatch.setenv(name, str(folder))
    return home


@pytest.fixture(autouse=True)
def no_thread_left() -> Iterator[None]:
    """Fail a test that leaves a Python thread running."""
    with ended_threads():
        yield


def mounted(folder: Path, options: str) -> bool:
    """Return whether a small file system could be mounted on `folder`."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0 or shutil.which("mount") is None:
        return False
    command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Return the folder of a file system of 1,500 KiB; only root may mount one."""
    folder = tmp_path / "small"
    folder.mkdir()
    if not mounted(folder, "size=1500k"):
        pytest.skip("a small disk needs root and the right to mount")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)
