"""Every command line of the guide and of README: run on a small workspace, or parsed where it cannot run."""

import csv
import re
import shlex
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import numpy as np
import pytest
import typer.main

from mltag_desktop.cli.command_line import build, run
from mltag_desktop.cli.command_names import COMMANDS
from mltag_desktop.core.filesystem import resource
from mltag_desktop.core.model.bundle import bundled, save_bundle
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.workspace.workspace import Workspace
from tests.cli.helpers import FRONT, read_rows, write_labelled, write_plain

GUIDE: Final = resource("guide")
PAGES: Final = [*sorted(GUIDE.glob("*.md")), Path(__file__).parents[2] / "README.md"]
ONLY_PARSED: Final = {
    "train": "takes too long, see tests/cli/commands/test_train.py",
    "evaluate": "needs a trained model, see tests/cli/commands/test_evaluate.py",
    "compare": "takes too long, see tests/core/training",
    "simulate": "takes too long, see tests/core/learning/questions/test_simulation.py",
    "retrain": "takes too long, see tests/cli/commands/test_workspace_commands.py",
    "report": "needs a trained candidate, see tests/cli/commands/test_workspace_commands.py",
    "export-model": "takes too long, see tests/api/test_tagger.py",
    "serve": "runs until it is stopped, see tests/service",
    "trial": "needs a running service, see tests/service",
    "review": "needs the texts of a service, see tests/service",
    "import-feedback": "needs the feedback of a service, see tests/service",
    "serve-report": "needs the answers of a service, see tests/service",
    "selftest": "takes too long, see tests/packaging",
    "tour": "takes too long, see tests/gui/application/test_tour.py",
}
"""Commands that are parsed and not run here, with the reason."""
NEEDS: Final = (
    "my-model",
    "--engine",
    "/shared/",
    "candidate",
    "review.mltag",
    "NAME",
    "new.mltag",
    "…",
    "FILE",
)
"""Words of lines that are only parsed: they need a trained model, a cluster or a service, or are no name."""
EXIT_CODES: Final = {
    "mltag certify articles.mltag --finish": {0, 1},
    "mltag certify articles.mltag --cancel": {0, 1},  # it may have ended by then
    "mltag guideline articles.mltag --run": {0, 1},
    "mltag drift articles.csv --fail-on-alarm": {0, 3},
}
_VERSION: Final = re.compile(r"\b(?:3fa9|3f2a91|9b9a)\b")
_INLINE: Final = re.compile(r"`(mltag [^`\n]+)`")


def block_lines(page: Path) -> list[str]:
    """Return the command lines in the code blocks of a page, without comments."""
    lines, inside = [], False
    for line in page.read_text(encoding="utf-8").splitlines():
        if line.startswith("```"):
            inside = not inside
        elif (inside or line.startswith("    ")) and line.strip().startswith("mltag "):
            lines.append(line.strip())
    return lines


def commands_in(line: str) -> list[list[str]]:
    """Return the words of each command of a line, without `mltag`."""
    words = shlex.split(line, comments=True)
    joined = " ".join(shlex.quote(word) if word != "&&" else word for word in words)
    return [shlex.split(part)[1:] for part in joined.split(" && ")]


def parser_of(words: list[str]) -> tuple[Any, list[str]]:
    """Return the parser of the command that these words name, and the words after it."""
    if words[:2] == ["models", "export"]:
        words = ["export-model", *words[2:]]
    command: Any = typer.main.get_command(build([words[0]]))
    rest = words
    while rest and rest[0] in getattr(command, "commands", {}):
        command, rest = command.commands[rest[0]], rest[1:]
    return command, rest


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the files that the guide names."""
    folder = tmp_path_factory.mktemp("guide")
    write_plain(folder / "articles.csv", copies=6)
    shutil.copy(folder / "articles.csv", folder / "new.csv")
    write_labelled(folder / "labelled.csv")
    labelled = (folder / "labelled.csv").read_text(encoding="utf-8").replace(",tag,", ",topic,", 1)
    header, *lines = labelled.splitlines(keepends=True)
    (folder / "labelled.csv").write_text(header + "".join(lines[:60]), encoding="utf-8")
    (folder / "other.csv").write_text(header + "".join(lines[60:]), encoding="utf-8")
    (folder / "old.csv").write_bytes("text;n\nČeský text;1\n".encode("cp1250"))
    (folder / "bare.csv").write_text("1,detecting objects in video\n2,deploying a model\n")
    (folder / "decided.csv").write_text("record,tag\n1,mlops\n99999,mlops\n")
    (folder / "guideline.csv").write_text("tag,description\nmlops,Running models\n")
    source = str(folder / "articles.csv")
    assert run(["import", source, str(folder / "articles.mltag"), "--quiet"], FRONT) == 0
    model = bundled()
    head = replace(model.head, scale=model.head.scale * np.float32(1.01))
    other = LinearModel(model.manifest, model.vectors, head, model.base, model.holdout).versioned()
    save_bundle(folder / "bundle", other)
    theirs = folder / "theirs.jsonl"
    with Workspace.open(folder / "articles.mltag", "Ann") as document:
        document.models.add(folder / "bundle", None, "the tests")
        document.decisions.decide([4], "mlops")
    assert run(["export-decisions", str(folder / "articles.mltag"), str(theirs), "--quiet"], FRONT) == 0
    for name in ("ann.jsonl", "bea.jsonl", "cleo.jsonl"):
        shutil.copy(theirs, folder / name)
    for name in ("damaged.mltag", "other.mltag"):
        shutil.copy(folder / "articles.mltag", folder / name)
    with Workspace.open(folder / "damaged.mltag", "Ann") as document:
        document.decisions.decide([5], "mlops")
        shutil.copy(folder / "damaged.mltag-wal", folder / "table.mltag-unsaved-20261127T0529")
    (folder / "version").write_text(other.version)
    return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh copy of the folder, where the commands run."""
    place = tmp_path / "work"
    shutil.copytree(made, place, ignore=shutil.ignore_patterns("bundle"))
    monkeypatch.chdir(place)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return place


@pytest.mark.parametrize("page", [page for page in PAGES if block_lines(page)], ids=lambda page: page.name)
def test_the_command_lines_of_a_page(page: Path, folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    version = (folder / "version").read_text()
    for line in block_lines(page):
        for words in commands_in(_VERSION.sub(version, line)):
            word = words[0]
            if word not in COMMANDS:
                assert Path(word).suffix in (".csv", ".mltag"), line  # opens the window
                continue
            name = "export-model" if words[:2] == ["models", "export"] else word
            if name in ONLY_PARSED or any(part in " ".join(words) for part in NEEDS):
                command, rest = parser_of(words)
                command.make_context(name, list(rest))  # raises UsageError
                continue
            if "check.csv" in words and word == "decide":
                fill_in(folder / "check.csv")
            code = run([*words, *(["--force"] if "-o" in words or "--out" in words else [])], FRONT)
            assert code in EXIT_CODES.get(shlex.join(["mltag", *words]), {0}), (line, capfd.readouterr().err)


def fill_in(path: Path) -> None:
    """Write the predicted tag of each record to check, which the file does not tell, into the column tag."""
    rows = read_rows(path)
    with Workspace.open(path.with_name("articles.mltag"), "ann") as workspace:
        records = workspace.table.records([int(row["record"]) - 1 for row in rows])
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(row | {"tag": record.predicted} for row, record in zip(rows, records, strict=True))


def test_commands_and_options_in_sentences_exist() -> None:
    wrong = []
    for page in PAGES:
        for found in _INLINE.findall(page.read_text(encoding="utf-8")):
            words = found.split()[1:]
            if words[0] not in COMMANDS:
                if not re.fullmatch(r"[\w.-]+\.(csv|mltag)|FILE|…", words[0]):
                    wrong.append(f"{page.name}: {found}")
                continue
            command, rest = parser_of(words)
            known = {name for each in command.params for name in (*each.opts, *each.secondary_opts)}
            given = {word.split("=")[0] for word in rest if word.startswith("--")}
            wrong += [f"{page.name}: {found}: {option}" for option in given - known - {"--help"}]
    assert wrong == []


def test_the_page_of_the_command_line_names_every_command() -> None:
    text = (GUIDE / "command-line.md").read_text(encoding="utf-8")
    named = {words[0] for line in block_lines(GUIDE / "command-line.md") for words in commands_in(line)}
    named |= {"export-model"}  # `mltag models export`
    assert {word for word in COMMANDS if word not in named and f"mltag {word}" not in text} == set()
