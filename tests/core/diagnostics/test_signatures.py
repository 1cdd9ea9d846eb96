"""Signatures of update files: good, changed, of another key, missing and damaged ones."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mltag_desktop.core.diagnostics.updates import KEYS, SignatureCheck, check_signature, read_keys
from tests.core.diagnostics.signing import Signer

ROOT = Path(__file__).resolve().parents[3]
TEXT = b"hello, curators\n"
KEY_BY_MINISIGN = "RWTflpj/B7ot/EoQ5j/SUP8FPlZicIq+XMpKP+myWdfuzIAjseE3l2qM"
BY_MINISIGN = """\
untrusted comment: signature from minisign secret key
RUTflpj/B7ot/ByGv6cEzy+wNdS5J6v+ypvuXDbeu4dYTXhCuV2wcQQfhAZ51rV/1TfCip9S3pe7Ofygkv1Ii+T5cdMhPLtg5QA=
trusted comment: MLTag Desktop v0.0.0-test
uX6eVpcHV2RK8fVx2zNQjRpfW+xyR6IoLYq08wNN3U3GMboK2Vw72Ej53QxZ0dLxJWzonOxyi54dyycWw/6QAA==
"""
"""Written by `minisign -S` of minisign 0.12 with a key that was thrown away."""
BY_MINISIGN_LEGACY = """\
untrusted comment: signature from minisign secret key
RWTflpj/B7ot/JhNbJUbKnHirD9V8xrEmgNllTzdu36LY3ikbdfGk7qTewfweslYy4S4jLNzNq4iWcBR4xy26I5mR6W/W211fwA=
trusted comment: legacy
70rWOVBTqhkrdbjH+KXUZYotLnFKRW9UMAaYX9EcrKSfa1r7CRqXdGYqTTRSBW0Yfctx7GNP3YqN73azPmjABg==
"""


@pytest.fixture
def signer() -> Signer:
    return Signer()


@pytest.fixture
def signed(tmp_path: Path, signer: Signer) -> Path:
    """Return a signed file."""
    path = tmp_path / "SHA256SUMS"
    path.write_bytes(TEXT)
    signer.sign(path)
    return path


def signature_of(path: Path) -> Path:
    return path.with_name(f"{path.name}.minisig")


def checked(signed: Path, *signers: Signer, content: bytes = TEXT) -> SignatureCheck:
    """Check the signature of a content with the keys of some signers."""
    return check_signature(content, signature_of(signed), [signer.key for signer in signers])


def test_a_signature_of_a_known_key_is_valid(signed: Path, signer: Signer) -> None:
    assert checked(signed, Signer(), signer) is SignatureCheck.VALID
    assert check_signature(TEXT, signature_of(signed), read_keys(signer.public_key())) is SignatureCheck.VALID


@pytest.mark.parametrize("text", [BY_MINISIGN, BY_MINISIGN_LEGACY, BY_MINISIGN.replace("\n", "\r\n")])
def test_signatures_of_minisign_are_valid(tmp_path: Path, text: str) -> None:
    path = tmp_path / "file.minisig"
    path.write_text(text, encoding="utf-8", newline="")
    keys = read_keys(f"untrusted comment: minisign public key FC2DBA07FF9896DF\n{KEY_BY_MINISIGN}\n")
    assert check_signature(TEXT, path, keys) is SignatureCheck.VALID
    assert check_signature(TEXT + b"x", path, keys) is SignatureCheck.WRONG


@pytest.mark.skipif(shutil.which("minisign") is None, reason="needs minisign")
def test_minisign_accepts_what_the_tests_sign(signed: Path, signer: Signer) -> None:
    (signed.parent / "key").write_text(signer.public_key(), encoding="utf-8")
    subprocess.run(["minisign", "-V", "-q", "-m", str(signed), "-p", str(signed.parent / "key")], check=True)


def test_a_changed_file_has_a_wrong_signature(signed: Path, signer: Signer) -> None:
    for changed in (b"", TEXT[:-1], TEXT + b"\n", b"H" + TEXT[1:]):
        assert checked(signed, signer, content=changed) is SignatureCheck.WRONG


def test_a_changed_trusted_comment_is_wrong(signed: Path, signer: Signer) -> None:
    path = signature_of(signed)
    path.write_text(path.read_text().replace("trusted comment: MLTag", "trusted comment: Other"))
    assert checked(signed, signer) is SignatureCheck.WRONG


def test_another_key_is_unknown_and_its_identifier_does_not_help_it(signed: Path, signer: Signer) -> None:
    stranger = Signer()
    assert checked(signed, stranger) is SignatureCheck.UNKNOWN_KEY
    stranger.identifier = signer.identifier
    stranger.sign(signed)
    assert checked(signed, signer) is SignatureCheck.WRONG


def test_a_missing_signature_and_missing_keys_are_told_apart(signed: Path, signer: Signer) -> None:
    assert checked(signed) is SignatureCheck.NO_KEYS
    signature_of(signed).unlink()
    assert checked(signed, signer) is SignatureCheck.MISSING


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: "",
        lambda text: text[: len(text) // 2],
        lambda text: text.replace("trusted comment: ", "comment: "),
        lambda text: "\n".join(text.splitlines()[:3]),
        lambda text: text.replace("RU", "**"),
        lambda text: text + text,
        lambda text: "\x00" * 200,
        lambda text: text + " " * 5000,
        lambda text: BY_MINISIGN.replace("RUT", "RVT"),
    ],
)
def test_a_damaged_signature_is_malformed(signed: Path, signer: Signer, damage: Callable[[str], str]) -> None:
    path = signature_of(signed)
    path.write_text(damage(path.read_text()))
    assert checked(signed, signer) is SignatureCheck.MALFORMED


def test_a_folder_in_place_of_the_signature_is_malformed(signed: Path, signer: Signer) -> None:
    signature_of(signed).unlink()
    signature_of(signed).mkdir()
    assert checked(signed, signer) is SignatureCheck.MALFORMED


@settings(max_examples=60)
@given(position=st.integers(0, 10_000), bit=st.integers(0, 7))
def test_no_flipped_bit_of_the_signature_is_valid_elsewhere(
    signed: Path, signer: Signer, position: int, bit: int
) -> None:
    """Only the untrusted comment may change: nothing signs it."""
    signer.sign(signed)
    path = signature_of(signed)
    content = bytearray(path.read_bytes())
    place = position % len(content)
    content[place] ^= 1 << bit
    path.write_bytes(content)
    result = checked(signed, signer)
    untrusted = place <= content.index(b"\n")
    assert result is not SignatureCheck.VALID or untrusted or content.split() == _words(signer, signed)


def _words(signer: Signer, signed: Path) -> list[bytes]:
    signer.sign(signed)
    return signature_of(signed).read_bytes().split()


@pytest.mark.parametrize("text", ["nonsense", "RWTflpj/B7ot", KEY_BY_MINISIGN.replace("RW", "RX")])
def test_a_damaged_key_file_is_an_error(text: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        read_keys(text)


def test_the_key_file_of_this_version_is_readable() -> None:
    path = ROOT / "resources" / KEYS
    if path.exists():
        assert read_keys(path.read_text(encoding="utf-8"))
