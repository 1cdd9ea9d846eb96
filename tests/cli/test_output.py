"""JSON, tables and the progress bar."""

import json
import sys
from pathlib import Path

import numpy as np
import pytest

from mltag_desktop.cli.output import (
    STDOUT,
    ConsoleProgressBar,
    Messages,
    Results,
    counted,
    plain,
    write_json,
)
from mltag_desktop.core.progress import SILENT


def test_plain_values() -> None:
    value = {
        "a": np.float32(0.5),
        "b": np.array([1, 2]),
        "c": float("nan"),
        "d": (1, float("inf")),
        5: None,
        "e": True,
    }
    assert plain(value) == {"a": 0.5, "b": [1, 2], "c": None, "d": [1, None], "5": None, "e": True}


def test_json_is_utf8_and_strict(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write_json(tmp_path / "x.json", {"tag": "Ünïcode 🙂", "nan": float("nan")}, force=False)
    assert (tmp_path / "x.json").read_bytes().startswith('{\n  "tag": "Ünïcode 🙂"'.encode())
    write_json(STDOUT, [1], force=False)
    assert json.loads(capfd.readouterr().out) == [1]


def test_results_are_omitted_with_json_on_stdout(capfd: pytest.CaptureFixture[str]) -> None:
    printer = Results(quiet=False, json=STDOUT)
    printer.result("hidden")
    printer.table(("a",), [["hidden"]])
    printer.note("told")
    out, err = capfd.readouterr()
    assert (out, err) == ("", "told\n")


def test_quiet_hides_messages_but_not_results(capfd: pytest.CaptureFixture[str]) -> None:
    printer = Messages(quiet=True)
    printer.result("[bold]as it is[/bold]")
    printer.note("hidden")
    printer.table(("word", "n"), [["[red]x", "1"], ["y", "10"]])
    out, err = capfd.readouterr()
    assert out.splitlines()[0] == "[bold]as it is[/bold]"
    assert "[red]x" in out
    assert err == ""


def test_text_that_looks_like_markup_or_emoji_is_printed_literally(
    capfd: pytest.CaptureFixture[str],
) -> None:
    printer = Messages(quiet=False)
    odd = "C:\\[/old] [b]x :bug:"
    printer.result(odd)
    printer.table((odd, "n"), [[odd, "1"]], title=f"data{odd}.csv")
    printer.note(odd)
    out, err = capfd.readouterr()
    assert out.count(odd) == 4
    assert err == f"{odd}\n"


def test_no_bar_without_a_terminal_or_with_quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    with Messages(quiet=False).progress("Working") as bar:
        assert bar is SILENT
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with Messages(quiet=True).progress("Working") as bar:
        assert bar is SILENT
    with Messages(quiet=False).progress("Working") as bar:
        assert isinstance(bar, ConsoleProgressBar)


def test_counted() -> None:
    assert [counted(1, "row"), counted(2_000, "row"), counted(0, "row")] == ["1 row", "2,000 rows", "0 rows"]


def test_control_characters_of_a_table_are_printed_as_symbols(capsys: pytest.CaptureFixture[str]) -> None:
    printer = Messages(quiet=False)
    hostile = "red\x1b[31m\x07\x9b2J\x7f\tkept"
    printer.result(hostile)
    printer.note(hostile)
    printer.table((hostile,), [[hostile]], title=hostile)
    printed = "".join(capsys.readouterr())
    assert "red␛[31m␇\ufffd2J␡" in printed
    assert not {"\x1b", "\x07", "\x9b", "\x7f"} & {*printed}
