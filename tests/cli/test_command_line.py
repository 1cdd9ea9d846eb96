"""`mltag` without arguments, with a file, with a typing error; help for each command."""

from pathlib import Path

import pytest

from mltag_desktop import __main__, __version__
from mltag_desktop.cli.command_line import build
from mltag_desktop.cli.command_names import COMMANDS
from tests.processes import printed

QUICK = """
import sys
from pathlib import Path
import mltag_desktop.__main__ as program
opened = []
program.open_window = lambda path: opened.append(path) or 0
sys.argv = ["mltag", *{arguments!r}]
code = program.main()
slow = [name for name in ("typer", "rich", "numpy", "sklearn", "platformdirs") if name in sys.modules]
print(code, opened, slow)
"""


@pytest.mark.parametrize("with_file", [False, True])
def test_the_window_opens_without_loading_a_parser(tmp_path: Path, with_file: bool) -> None:
    table = tmp_path / "a table.csv"
    table.write_text("text\nhello\n")
    code = QUICK.format(arguments=[str(table)] if with_file else [])
    assert printed(code).strip() == f"0 {[table] if with_file else [None]} []"


@pytest.mark.parametrize(
    ("argument", "expected"),
    [
        ("table.csv", True),
        ("./table", True),
        ("predict", False),
        ("--help", False),
        ("-h", False),
        ("predcit", False),
        ("a whole text " * 30, False),
    ],
)
def test_a_command_is_distinguished_from_a_file(
    argument: str, expected: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert __main__.names_a_file(argument) is expected


def test_an_existing_file_without_suffix_is_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "notes").write_text("text\nhello\n")
    assert __main__.names_a_file("notes")


def test_a_missing_file_prints_two_lines(mltag_process, tmp_path: Path) -> None:
    done = mltag_process(tmp_path / "gone.csv", code=1)
    assert len(done.error_lines) == 2
    assert "gone.csv" in done.error_lines[0]


def test_a_typing_error_is_a_usage_error_with_a_suggestion(mltag_process) -> None:
    done = mltag_process("predcit", code=2)
    assert "predict" in done.err


@pytest.mark.parametrize("word", list(COMMANDS))
def test_every_command_has_help_with_an_example(mltag, word: str) -> None:
    done = mltag(word, "--help")
    assert f"Example: mltag {word}" in done.out


def test_help_lists_every_command(mltag) -> None:
    done = mltag("--help")
    assert all(word in done.out for word in COMMANDS)


def test_version(mltag) -> None:
    assert mltag("--version").out.strip() == f"MLTag Desktop {__version__}"


def test_the_version_needs_no_command() -> None:
    code = (
        "import sys; from mltag_desktop.__main__ import main; sys.argv[1:] = ['--version']; main(); "
        "print([n for n in sys.modules if n == 'numpy' or n.startswith('mltag_desktop.cli.commands.')])"
    )
    assert printed(code).splitlines()[-1] == "[]"


def test_the_parser_has_exactly_the_named_commands() -> None:
    parser = build(list(COMMANDS))
    named = [command.name for command in parser.registered_commands]
    named += [str(group.name) for group in parser.registered_groups]
    assert sorted(named) == sorted(COMMANDS)


def test_an_unknown_option_is_a_usage_error(mltag) -> None:
    mltag("explain", "text", "--nonsense", code=2)


def test_a_command_does_not_load_what_it_does_not_need() -> None:
    """A prediction needs nothing that learns from decisions, an import and an export nothing that trains."""
    late = (
        "PySide6", "sklearn", "pandas", "pyarrow", "xml.sax",
        "mltag_desktop.core.training.training", "mltag_desktop.core.training.retraining",
    )  # fmt: skip
    code = (
        "import sys; from mltag_desktop.cli.command_line import build; build(['predict']); "
        "learning = [n for n in sys.modules if n.startswith('mltag_desktop.core.learning')]; "
        "build(['explain', 'import', 'export']); "
        f"print(learning + [n for n in {late!r} if n in sys.modules])"
    )
    assert printed(code).strip() == "[]"


def test_options_that_do_not_go_together_are_named_plainly(mltag, tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("text,tag\na,b\n")
    done = mltag("train", tmp_path / "in.csv", "--label", "tag", code=2)
    assert "Choose an output folder" in done.err
    assert "Invalid value" not in done.err


def test_a_command_collects_garbage_after_its_imports() -> None:
    code = (
        "import gc, sys; sys.argv = ['mltag', '--version']; from mltag_desktop.__main__ import main; "
        "main(); print(gc.isenabled(), gc.get_freeze_count() > 10_000)"
    )
    assert printed(code).splitlines()[-1] == "True True"
