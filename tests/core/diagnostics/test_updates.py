import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mltag_desktop.core.diagnostics.updates import (
    InstallerMatch,
    Release,
    ReleaseAge,
    check_installer,
    ordered,
    read_release,
    release_age,
)
from mltag_desktop.core.errors import MltagError
from scripts.release_file import write
from tests.errors import user_error

BYTES = b"an installer"
DIGEST = hashlib.sha256(BYTES).hexdigest()
NAME = "mltag-desktop_0.2.0_amd64.deb"


def described(**other: object) -> str:
    values = {"format": "mltag-release", "version": "0.2.0", "date": "2026-12-01", "files": {NAME: DIGEST}}
    return json.dumps({**values, **other})


Written = Callable[..., Path]


@pytest.fixture
def file(tmp_path: Path) -> Written:
    def write(text: str, name: str = "release.json") -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_both_formats_have_the_same_content(file: Written) -> None:
    sums = file(f"{DIGEST}  {NAME}\n{'0' * 64} *mltag-desktop-0.2.0.tar.xz\n", "SHA256SUMS")
    assert read_release(file(described())).files[NAME] == read_release(sums).files[NAME] == DIGEST
    assert read_release(sums).version == "0.2.0"
    assert read_release(file(described(notes="Faster."))).notes == "Faster."


@pytest.mark.parametrize(
    "text",
    [
        "", "{", "[]", "{}", "hello", "[" * 100_000, "{" * 9, "\x00", described(version="2"),
        described(version=None), described(files=[]), described(files={"a": "b"}), described(format="else"),
        described(files={"../a": DIGEST}), described(files={str(n): DIGEST for n in range(999)}),
        f"{DIGEST}  one-0.2.0.deb\n{DIGEST}  other-0.3.0.deb\n", f"{DIGEST}  nameless\n", " " * 300_000,
    ],
    ids=range(18),
)  # fmt: skip
def test_an_invalid_update_file_is_rejected(file: Written, text: str) -> None:
    with user_error("not an update file"):
        read_release(file(text))


def test_a_missing_file_is_rejected(tmp_path: Path) -> None:
    with user_error("not an update file"):
        read_release(tmp_path / "none")
    with user_error("cannot be read"):
        check_installer(Release("0.2.0"), tmp_path / "none")


@settings(max_examples=80)
@given(
    text=st.text()
    | st.from_regex(r"\A[0-9a-f]{64} [ *].+\Z")
    | st.binary().map(lambda b: b.decode("latin-1"))
)
def test_any_text_is_read_or_rejected(file: Written, text: str) -> None:
    try:
        release = read_release(file(text))
    except MltagError:
        return
    assert ordered(release.version) is not None


@pytest.mark.parametrize(
    ("theirs", "ours", "expected"),
    [
        ("0.2.0", "0.1.9", ReleaseAge.NEWER),
        ("0.10.0", "0.9.0", ReleaseAge.NEWER),
        ("1.0.0", "1.0.0rc2", ReleaseAge.NEWER),
        ("1.0.0b3", "1.0.0rc1", ReleaseAge.OLDER),
        ("0.1.0", "0.1.0", ReleaseAge.SAME),
    ],
)
def test_versions_are_compared_as_versions(theirs: str, ours: str, expected: ReleaseAge) -> None:
    assert release_age(Release(theirs), ours) is expected


def test_an_installer_is_identified_by_its_checksum_not_its_name(file: Written, tmp_path: Path) -> None:
    release = read_release(file(described()))
    whole, renamed, stranger = (tmp_path / name for name in (NAME, "mltag (1).deb", "holiday.jpg"))
    for path in (whole, renamed):
        path.write_bytes(BYTES)
    stranger.write_bytes(b"sea")
    assert check_installer(release, whole) is InstallerMatch.WHOLE
    assert check_installer(release, renamed) is InstallerMatch.WHOLE
    whole.write_bytes(BYTES[:-1])
    assert check_installer(release, whole) is InstallerMatch.DIFFERS
    assert check_installer(release, stranger) is InstallerMatch.UNNAMED


def test_the_update_file_of_a_release_is_read(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(BYTES)
    (tmp_path / "SHA256SUMS").write_text("")
    release = write(tmp_path, "0.2.0", "Faster.")
    assert (release.version, release.notes, release.files) == ("0.2.0", "Faster.", {NAME: DIGEST})
