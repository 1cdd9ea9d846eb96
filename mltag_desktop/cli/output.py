"""Output of the commands: results on stdout or in a file, everything else on stderr."""

import contextlib
import csv
import io
import json
import math
import re
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextvars import ContextVar
from pathlib import Path
from typing import Final

from rich.console import Console
from rich.progress import BarColumn, TaskProgressColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as RichProgress
from rich.table import Table
from rich.text import Text

from mltag_desktop.cli.options import WrongUse, argument, flag, group, option
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem import WORKSPACE_SUFFIX, atomic_write, refuse_to_replace, require_folder
from mltag_desktop.core.progress import SILENT, Progress

STDIO: Final = "-"
STDOUT: Final = Path(STDIO)
_CONTROLS: Final = (
    {code: 0x2400 + code for code in range(32) if chr(code) not in "\t\n"}
    | {127: 0x2421}
    | dict.fromkeys(range(128, 160), 0xFFFD)
)
"""A terminal would obey them: move the cursor, change colours or its title. Each has a visible symbol."""
_arguments: ContextVar[Sequence[str]] = ContextVar("arguments", default=())
_FIGURE: Final = re.compile(r"(?=.*\d|$)[-–+\d.,%() to]*")
PATIENCE: Final = 0.5
"""Seconds of work before a progress bar appears."""


def printable(text: str) -> str:
    """Return a text with visible symbols in place of control characters; tabs and line ends stay."""
    return text.translate(_CONTROLS)


def know_arguments(arguments: Sequence[str]) -> None:
    """Remember the arguments of the running command."""
    _arguments.set(tuple(arguments))


def possible_paths() -> Iterator[Path]:
    """Yield each argument value that may be a path: X, --option=X or -oX."""
    for word in _arguments.get():
        if word.startswith("--"):
            yield Path(word.partition("=")[2])
        elif word.startswith("-"):
            yield Path(word[2:])
        else:
            yield Path(word)


def plain(value: object) -> object:
    """Convert `value` to JSON values: numpy scalars to numbers, NaN to null."""
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, str) or value is None:
        return value
    if hasattr(value, "tolist"):
        return plain(value.tolist())
    if isinstance(value, Sequence | set | frozenset):
        return [plain(item) for item in value]
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value


def counted(count: int, one: str) -> str:
    """Return "1 row" or "2 rows"."""
    return f"{count:,} {one if count == 1 else one + 's'}"


def start_of(text: str, most: int = 80) -> str:
    """Return the start of a text on one line, at most `most` characters."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"


def csv_text(rows: Iterable[Sequence[object]]) -> str:
    """Return rows as CSV."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()


def write_json(target: Path | None, value: object, *, force: bool) -> None:
    """Write `value` as UTF-8 JSON to the file `target`, or to stdout for `-`; do nothing for None."""
    if target is not None:
        text = json.dumps(plain(value), ensure_ascii=False, indent=2, allow_nan=False)
        write_text(target, text + "\n", force=force)


def write_text(target: Path, text: str, *, force: bool) -> None:
    """Write `text` as UTF-8 to the file `target`, or to stdout for `-`."""
    if target == STDOUT:
        sys.stdout.buffer.write(text.encode("utf-8"))
        sys.stdout.flush()
        return
    with atomic_write(target, replace=force) as file:
        file.write(text.encode("utf-8"))


def refuse_existing(*targets: Path | None, force: bool | None) -> None:
    """Raise `MltagError` if an output file exists and may not be replaced; call this before any work.

    Even with `force`, a workspace, a file that the command reads or writes elsewhere, and a table that a
    workspace was imported from are never replaced. None is for a command without `--force`.
    """
    for target in targets:
        if target is None or target == STDOUT:
            continue
        require_folder(target.absolute().parent)
        if target.exists() and not force:
            more = "" if force is None else ", or add --force to overwrite it"
            raise MltagError(f"{target} already exists.", f"Choose another name{more}.")
        refuse_to_replace(target)
        if target.is_file():
            _refuse_input(target)


def refuse_stdout(target: Path | None) -> None:
    """Raise `MltagError` for `-` where a command can only write a file."""
    if target == STDOUT:
        raise MltagError("The result of this command is a file; it cannot go to stdout.", "Name the file.")


def _refuse_input(target: Path) -> None:
    """Raise `MltagError` if `target` is a file that the running command uses."""
    named = [*possible_paths()]
    if sum(_is_same(path, target) for path in named) > 1:
        raise MltagError(
            f"{target} is named twice: it would be replaced while it is in use.", "Choose another name."
        )
    from mltag_desktop.core.workspace.recovery.verification import source_path_of

    for path in named:
        if path.suffix.lower() == WORKSPACE_SUFFIX and path.is_file():
            source = source_path_of(path)
            if source is not None and _is_same(source, target):
                raise MltagError(
                    f"{target} is the table of {path} and is not replaced.", "Choose another name."
                )


def _is_same(path: Path, target: Path) -> bool:
    try:
        return path.samefile(target)
    except (OSError, ValueError):  # it does not exist, or is not a valid path
        return False


@group
class Messages:
    """How much a command says: results on stdout, and messages on stderr."""

    quiet: bool = flag("No progress bar and no warnings.", "--quiet -q")

    @property
    def shows_results(self) -> bool:
        """Whether results are printed."""
        return True

    def result(self, text: str) -> None:
        """Print a result line."""
        if self.shows_results:
            _console().print(printable(text), markup=False)

    def table(
        self, columns: Sequence[str], rows: Sequence[Sequence[str]], *, title: str | None = None
    ) -> None:
        """Print a result table; text columns are left-aligned, numeric ones right-aligned."""
        if not self.shows_results:
            return
        named = None if title is None else Text(printable(title))  # rich would parse a plain string as markup
        table = Table(title=named, title_justify="left", box=None, pad_edge=False)
        for number, column in enumerate(columns):
            figures = all(_FIGURE.fullmatch(row[number]) for row in rows)
            table.add_column(
                Text(printable(column)), justify="right" if figures and number else "left", overflow="fold"
            )
        for row in rows:
            table.add_row(*(Text(printable(cell)) for cell in row))
        _console().print(table)

    def note(self, text: str) -> None:
        """Print a message on stderr, unless `--quiet` is set."""
        if not self.quiet:
            warn(text)

    @contextlib.contextmanager
    def progress(self, title: str) -> Iterator[Progress]:
        """Provide a progress bar; a silent one with `--quiet` or if stderr is not a terminal."""
        if self.quiet or not sys.stderr.isatty():
            yield SILENT
            return
        with contextlib.closing(ConsoleProgressBar(title)) as bar:
            yield bar


def warn(text: str) -> None:
    """Print a message on stderr."""
    _console(stderr=True).print(printable(text), markup=False)


def _console(*, stderr: bool = False) -> Console:
    width = None if stderr or sys.stdout.isatty() else 120
    return Console(width=width, stderr=stderr, highlight=False, soft_wrap=True, emoji=False)


@group
class Results(Messages):
    """Where the result of a command goes that replaces no file."""

    json: Path | None = option("Write the result as JSON; - for stdout.", "FILE", allow_dash=True)

    @property
    def shows_results(self) -> bool:
        """Whether results are printed: not if JSON goes to stdout."""
        return self.json != STDOUT

    def write(self, value: object) -> None:
        """Write the result as JSON, if asked for."""
        write_json(self.json, value, force=False)


@group
class Output(Results):
    """Where the result of a command goes; existing files are replaced with `--force`."""

    force: bool = flag("Overwrite existing output files.")

    def __post_init__(self) -> None:
        """Refuse to replace an existing file with the JSON, before any work."""
        self.refuse(self.json)

    def refuse(self, *targets: Path | None) -> None:
        """Call `refuse_existing` for these files."""
        refuse_existing(*targets, force=self.force)

    def write(self, value: object) -> None:
        """Write the result as JSON, if asked for."""
        write_json(self.json, value, force=self.force)


@group
class TextOutput(Output):
    """Where the result of a command and a text that it may write go."""

    out: Path | None = option("Write it to this file; - for stdout.", "FILE", allow_dash=True)

    def __post_init__(self) -> None:
        """Refuse to replace existing files, and to write two things to stdout."""
        if self.json == self.out == STDOUT:
            raise WrongUse("JSON and a file cannot both go to stdout.")
        self.refuse(self.json, self.out)

    @property
    def shows_results(self) -> bool:
        """Whether results are printed: not if JSON or the text goes to stdout."""
        return STDOUT not in (self.json, self.out)

    def write_out(self, text: str) -> None:
        """Write the text, if asked for."""
        if self.out is not None:
            write_text(self.out, text, force=self.force)


@group
class HtmlOutput(TextOutput):
    """Where a report goes."""

    out: Path | None = option("Write the report as an HTML page; - for stdout.", "FILE", name="--html")

    def write_page(self, page: Callable[[], str]) -> None:
        """Write the HTML page, if asked for."""
        if self.out is not None:
            self.write_out(page())
            self.result(f"Written to {self.out}")


@group
class FileOutput(Output):
    """Where the file that a command makes goes, which is no text for stdout."""

    out: Path = argument("OUT", "The output file.")

    def __post_init__(self) -> None:
        """Refuse stdout, and to replace existing files."""
        refuse_stdout(self.out)
        self.refuse(self.json, self.out)


class ConsoleProgressBar:
    """A `Progress` that shows a rich progress bar on stderr."""

    def __init__(self, title: str) -> None:
        self._rich = RichProgress(
            TextColumn("{task.description}"),
            BarColumn(),
            TaskProgressColumn(),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        self._task = self._rich.add_task(title, total=1.0)
        self._title = title
        self._start = time.monotonic()
        self._drawn = False

    def report(self, fraction: float, step: str = "") -> None:
        """Show `fraction` and `step`, once `PATIENCE` has passed."""
        if not self._drawn:
            if time.monotonic() - self._start < PATIENCE:
                return
            self._rich.start()
            self._drawn = True
        self._rich.update(self._task, completed=fraction, description=step or self._title)

    def close(self) -> None:
        """Remove the bar."""
        if self._drawn:
            self._rich.stop()
