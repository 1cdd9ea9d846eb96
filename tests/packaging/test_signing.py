"""The scripts that make a key and sign a release, with the real minisign."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from mltag_desktop.core.diagnostics.updates import (
    KEYS,
    InstallerMatch,
    SignatureCheck,
    check_installer,
    read_keys,
    read_update,
)
from tests.packaging.helpers import ROOT

pytestmark = pytest.mark.packaged

NAME = "mltag-desktop_0.1.0_amd64.deb"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project with the scripts, and a folder `dist` with one package."""
    for name in ("scripts/signing-key", "scripts/sign-release", "mltag_desktop/__init__.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    (tmp_path / "resources").mkdir()
    (tmp_path / "dist").mkdir()
    (tmp_path / "dist" / NAME).write_bytes(b"a package")
    return tmp_path


def make_key(project: Path, name: str) -> Path:
    secret = project / name
    command = ["bash", str(project / "scripts" / "signing-key"), str(secret)]
    subprocess.run(command, input="a password\na password\n", text=True, capture_output=True, check=True)
    return secret


def sign(project: Path, secret: Path, password: str = "a password") -> subprocess.CompletedProcess[str]:
    settings = {"MINISIGN_KEY": secret.read_text(encoding="utf-8"), "MINISIGN_PASSWORD": password}
    command = ["bash", str(project / "scripts" / "sign-release"), str(project / "dist")]
    return subprocess.run(
        command, env={**os.environ, **settings}, capture_output=True, text=True, check=False
    )


def test_a_signed_release_is_accepted_by_the_program(project: Path) -> None:
    old, new = make_key(project, "old.key"), make_key(project, "new.key")
    keys = read_keys((project / "resources" / KEYS).read_text(encoding="utf-8"))
    assert len(keys) == 2
    for secret in (old, new):
        assert (secret.stat().st_mode & 0o777) == 0o600
        done = sign(project, secret)
        assert done.returncode == 0, done.stderr
        update = read_update(project / "dist" / "SHA256SUMS", keys)
        assert update.signature is SignatureCheck.VALID
        assert check_installer(update.release, project / "dist" / NAME) is InstallerMatch.WHOLE
    sums = project / "dist" / "SHA256SUMS"
    sums.write_text(sums.read_text().replace(NAME, "mltag-desktop_0.1.0_arm64.deb"))
    assert read_update(sums, keys).signature is SignatureCheck.WRONG


def test_a_release_signed_with_a_key_that_programs_do_not_know_fails(project: Path) -> None:
    stranger = make_key(project, "stranger.key")
    (project / "resources" / KEYS).unlink()
    make_key(project, "ours.key")
    done = sign(project, stranger)
    assert done.returncode != 0
    assert "is not in resources/release-keys.pub" in done.stderr
    assert not (project / "dist" / "SHA256SUMS.minisig").exists()
    assert sign(project, project / "ours.key", password="another").returncode != 0


def test_an_existing_key_is_not_overwritten(project: Path) -> None:
    secret = make_key(project, "our.key")
    before = secret.read_bytes()
    with pytest.raises(subprocess.CalledProcessError):
        make_key(project, "our.key")
    assert secret.read_bytes() == before
