import ast
import logging
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import mltag_desktop
from mltag_desktop.core.diagnostics.log_file import (
    KEPT,
    MOST_BYTES,
    NAME,
    LogFile,
    SafeWord,
    start_logging,
    stop_logging,
)
from mltag_desktop.core.errors import MltagError

SECRET = "pangolins are shy"
LOG = logging.getLogger("mltag_desktop.here")


@pytest.fixture
def log(tmp_path: Path) -> Iterator[LogFile]:
    """A detailed log in a folder."""
    made = start_logging("detailed")
    LOG.info("early")
    made.begin(tmp_path)
    yield made
    stop_logging(made)


def text_in(folder: Path) -> str:
    """Return what was logged after the first line, which is older than the file."""
    first, rest = (folder / NAME).read_text().split("\n", 1)
    assert first.endswith(" early")
    return rest


def test_the_log_has_only_numbers_file_names_and_program_messages(log: LogFile, tmp_path: Path) -> None:
    LOG.info(
        "opened %s: %d records in %.1f s, model %s", Path("/home/kim/birds.csv"), 7, 0.25, SafeWord("base-1")
    )
    LOG.info("said %s of %r and %s", SECRET, [SECRET], {SECRET: 1})
    log.handle(logging.LogRecord(LOG.name, logging.INFO, "", 0, "%d of them", (SECRET,), None))
    text = text_in(tmp_path)
    assert "opened birds.csv: 7 records in 0.2 s, model base-1" in text
    assert "said <str> of '<list>' and <dict>" in text
    assert "%d of them" in text
    assert "pangolins" not in text
    assert "kim" not in text


def test_an_error_is_written_without_its_message(log: LogFile, tmp_path: Path) -> None:
    try:
        raise MltagError(f"cannot read {SECRET}", SECRET)
    except MltagError as error:
        LOG.warning("told the user", exc_info=error)
        LOG.warning("again %s", error)
    text = text_in(tmp_path)
    assert text.count("MltagError at ") == 2
    assert "test_log_file.py" in text
    assert "pangolins" not in text


def test_the_log_rotates_and_keeps_few_files(log: LogFile, tmp_path: Path) -> None:
    for number in range(30 * (KEPT + 2)):
        LOG.info("x" * (MOST_BYTES // 30) + " %d", number)
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == sorted([NAME, *(f"mltag.{n}.log" for n in range(1, KEPT))])
    assert all(path.stat().st_size < MOST_BYTES * 1.1 for path in tmp_path.iterdir())
    lines = [(tmp_path / name).read_text().split()[-1:] for name in (NAME, "mltag.1.log")]
    assert max(lines) == [str(30 * (KEPT + 2) - 1)]


def test_the_log_level_can_change_at_runtime(log: LogFile, tmp_path: Path) -> None:
    log.choose("normal")
    LOG.debug("small")
    log.choose("off")
    LOG.error("large")
    assert text_in(tmp_path) == ""
    log.choose("detailed")
    logging.getLogger("somebody.else").error(SECRET)
    assert text_in(tmp_path) == "", "messages of other libraries are not logged"
    LOG.debug("small")
    assert "small" in text_in(tmp_path)


def test_the_program_continues_without_a_log_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    made = LogFile()
    made.begin(tmp_path / "file" / "log")
    made.handle(logging.LogRecord("x", logging.INFO, "", 0, "said", (), None))
    made.close()


def test_a_log_that_cannot_be_rotated_starts_over(log: LogFile, tmp_path: Path) -> None:
    (tmp_path / "mltag.1.log" / "held").mkdir(parents=True)
    for number in range(40):
        LOG.info("x" * (MOST_BYTES // 30) + " %d", number)
    assert (tmp_path / NAME).read_text().endswith(" 39\n")
    assert (tmp_path / NAME).stat().st_size < MOST_BYTES


def test_a_full_disk_ends_the_log_and_nothing_else(tmp_path: Path) -> None:
    code = """
import logging, resource, signal, sys
from pathlib import Path
from mltag_desktop.core.diagnostics.log_file import NAME, start_logging, stop_logging
folder = Path(sys.argv[1])
log = start_logging("normal")
log.begin(folder)
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
for number in range(100):
    logging.getLogger("mltag_desktop.x").info("line %d of many", number)
stop_logging(log)
print((folder / NAME).stat().st_size)
"""
    done = subprocess.run([sys.executable, "-c", code, tmp_path], capture_output=True, text=True, check=True)
    assert int(done.stdout) <= 1000
    assert done.stderr == ""


def test_every_log_message_is_a_constant() -> None:
    """An f-string would bypass the formatter, which removes texts."""
    root = Path(mltag_desktop.__file__).parent
    seen = 0
    for path in root.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and isinstance(node.func.value, ast.Name)
                and node.func.value.id == "_log"
            ):
                seen += 1
                message = node.args[0]
                assert isinstance(message, ast.Constant), f"{path.name}:{node.lineno}"
    assert seen > 5
