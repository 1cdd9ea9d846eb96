"""What is no file of a table, a guideline or a workspace gets an error that says what is understood."""

import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Mltag
from tests.cli.helpers import write_labelled

ENDS = sys.platform == "win32"  # Windows has no device that never ends
DEVICE = "NUL" if ENDS else "/dev/zero"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("s3://bucket/x.csv", "is an address"),
        ("*.csv", "patterns are not understood"),
        (".", "is a folder"),
        (DEVICE, "is a device"),
    ],
)
@pytest.mark.parametrize("command", ["check", "predict"])
def test_only_files_of_this_computer_are_read(mltag: Mltag, name: str, words: str, command: str) -> None:
    found = mltag(command, name, code=1)
    assert words in found.error_lines[0]
    assert len(found.error_lines) == 2


def test_output_to_an_address_says_what_is_understood(mltag: Mltag, tmp_path: Path) -> None:
    table = write_labelled(tmp_path / "in.csv")
    found = mltag("predict", table, "-o", "s3://bucket/x.csv", code=1)
    assert "s3://bucket is an address" in found.error_lines[0]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["library", "import"], "is a device"),
        (["serve", "--token-file"], "contains no token" if ENDS else "could not be read"),
        (["import-decisions", "w.mltag"], "contains no decisions"),
        (["import-misclassified", "w.mltag"], "is not a misclassification file"),
    ],
)
def test_no_other_file_is_read_from_a_device(
    mltag: Mltag, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    mltag("import", write_labelled(tmp_path / "in.csv"), "w.mltag", "--no-predict")
    assert message in mltag.refused(*words, DEVICE).error_lines[0]


@pytest.mark.parametrize("command", ["tags", "guideline"])
def test_a_guideline_that_never_ends_is_refused(mltag: Mltag, tmp_path: Path, command: str) -> None:
    document, large = tmp_path / "w.mltag", tmp_path / "large.csv"
    mltag("import", write_labelled(tmp_path / "in.csv"), document, "--no-predict")
    with large.open("wb") as file:
        file.truncate(65 << 20)
    assert "larger than 64 MiB" in mltag.refused(command, document, "--from", large).error_lines[0]
    assert "is a device" in mltag.refused(command, document, "--from", DEVICE).error_lines[0]


def test_a_workspace_is_known_by_its_suffix_in_any_case(mltag: Mltag, tmp_path: Path) -> None:
    document = tmp_path / "w.mltag"
    mltag("import", write_labelled(tmp_path / "in.csv"), document, "--no-predict")
    found = mltag("check", document.rename(tmp_path / "B.MLTAG"))
    assert "intact" in found.out
