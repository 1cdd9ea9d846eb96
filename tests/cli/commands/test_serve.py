"""`mltag serve` as a command: the options it passes on, and the ones it rejects."""

from dataclasses import dataclass, field, replace
from pathlib import Path

import platformdirs
import pytest

from mltag_desktop.cli.command_line import run
from mltag_desktop.core.serving.records import ServiceLimits, ServiceOptions
from tests.cli.helpers import FRONT


@dataclass
class Asked:
    options: list[ServiceOptions] = field(default_factory=list)

    def serve(self, options: ServiceOptions) -> int:
        self.options.append(options)
        return 0

    def run(self, *words: object) -> int:
        return run(["serve", *map(str, words)], replace(FRONT, serve=self.serve))


def test_the_defaults_are_safe() -> None:
    asked = Asked()
    assert asked.run() == 0
    (options,) = asked.options
    assert options.host == "127.0.0.1"
    assert options.state == platformdirs.user_data_path("mltag-desktop", appauthor=False) / "service"
    assert options == ServiceOptions(state=options.state)


def test_options_are_passed_to_the_service(tmp_path: Path) -> None:
    token = tmp_path / "token"
    token.write_text("0123456789abcdef0123\n")
    asked = Asked()
    words = ["--host", "0.0.0.0", "--port", 0, "--token-file", token, "--canary", tmp_path, "--share", 0.2]
    words += ["--max-body", 5_000, "--max-items", 5, "--max-length", 50, "--timeout", 2, "--max-at-once", 9]
    words += ["--grace", 7]
    assert asked.run(*words, "--no-texts", "--workers", 3, "--state", tmp_path) == 0
    (options,) = asked.options
    assert options.token == "0123456789abcdef0123"
    assert options.limits == ServiceLimits(5_000, 5, 50, 2.0, 9)
    assert options.grace_seconds == 7
    assert (options.candidate, options.share, options.workers, options.keep_texts) == (
        tmp_path,
        0.2,
        3,
        False,
    )


def test_a_token_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MLTAG_TOKEN", "from-the-surroundings\n")
    asked = Asked()
    assert asked.run() == 0
    assert asked.options[0].token == "from-the-surroundings"


@pytest.mark.parametrize("value", [" ", "two words", "schlüssel"])
def test_an_environment_without_a_token(
    value: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MLTAG_TOKEN", value)
    assert Asked().run() == 1
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 2
    assert "MLTAG_TOKEN contains no token" in said[0]


@pytest.mark.parametrize(
    "words",
    [
        ["--shadow", "a", "--canary", "b"],
        ["--canary", "b", "--share", "0"],
        ["--canary", "b", "--share", "1"],
        ["--share", "0.2"],
        ["--port", "70000"],
    ],
)
def test_usage_errors(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert Asked().run(*words) == 2
    assert capsys.readouterr().err


@pytest.mark.parametrize("content", [b"", b"two words", b"\xff\xfe", "schlüssel".encode(), None])
def test_an_invalid_token_file(
    tmp_path: Path, content: bytes | None, capsys: pytest.CaptureFixture[str]
) -> None:
    token = tmp_path / "token"
    if content is not None:
        token.write_bytes(content)
    assert Asked().run("--token-file", token) == 1
    assert len(capsys.readouterr().err.splitlines()) == 2
