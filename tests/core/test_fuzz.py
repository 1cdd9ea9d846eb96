"""Fuzzing: damaged or forged files cause an `MltagError` or work. None hangs or raises another error.

A round changes some bytes of a real file at positions derived from its number, so failures are reproducible.
"""

import contextlib
import faulthandler
import json
import shutil
import sqlite3
import struct
import sys
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
import pytest

from mltag_desktop.core.diagnostics.updates import read_release
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem import sha256_of
from mltag_desktop.core.learning.misclassifications import read_misclassifications
from mltag_desktop.core.model.bundle import MOST_FILES, load_bundle, save_bundle
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.settings import load
from mltag_desktop.core.tables.formats import open_rows, open_table
from mltag_desktop.core.tables.workbook_guard import refuse_bomb
from mltag_desktop.core.workspace.export.export import export
from mltag_desktop.core.workspace.export.shared_decisions import read_decisions
from mltag_desktop.core.workspace.workspace import Workspace
from tests.errors import user_error

HERE = Path(__file__).parent
MESSY = HERE / "tables" / "messy"
FEW, MANY = 25, 1_500
PATIENCE = 60
"""Seconds after which a case counts as hanging."""

Use = Callable[[Path], object]
Files = dict[str, tuple[Path, Use]]


@pytest.fixture(autouse=True)
def no_hanging() -> Iterator[None]:
    """End the tests with the place of a case that hangs; normal cases are far below the limit."""
    yield
    faulthandler.cancel_dump_traceback_later()


def damaged(data: bytes, seed: int) -> bytes:
    """Change, cut, repeat or insert some bytes."""
    random = np.random.default_rng(seed)
    made = bytearray(data)
    for _ in range(int(random.integers(1, 6))):
        place = int(random.integers(0, max(1, len(made))))
        size = int(2 ** random.integers(0, 10))
        match int(random.integers(0, 6)):
            case 0 if made:
                made[place % len(made)] ^= 1 << int(random.integers(0, 8))
            case 1:
                made[place : place + size] = random.bytes(size)
            case 2:
                del made[place : place + size]
            case 3:
                made[place:place] = made[place : place + size] * 3
            case 4:
                odd = (
                    b'"',
                    b"\x00",
                    b"\xff" * 8,
                    b"{" * 50,
                    b"[" * 50,
                    b"9" * 400,
                    b"\n",
                    b",",
                    b"\xef\xbb\xbf",
                    b"-1",
                )
                made[place:place] = odd[int(random.integers(0, len(odd)))]
            case _:
                del made[max(1, place) :]
    return bytes(made)


def survive(use: Use, path: Path, place: str = "") -> None:
    """Use a file; only user errors may be raised, others name the place."""
    faulthandler.dump_traceback_later(PATIENCE, exit=True, file=sys.__stderr__)
    try:
        use(path)
    except MltagError:
        pass
    except BaseException as error:
        error.add_note(place or path.name)
        raise
    faulthandler.cancel_dump_traceback_later()


def read_table(path: Path) -> None:
    for block in open_table(path).blocks():
        for item in block:
            assert item is not None


def read_rows(path: Path) -> None:
    for chunk in open_rows(path).readable():
        assert len(chunk) >= 0


def use_workspace(path: Path) -> None:
    with Workspace.open(path, "Bea") as workspace:
        workspace.table.records(range(min(workspace.table.count, 50)))
        workspace.journal.entries()
        workspace.states()
        for model in workspace.models.all():
            if not model.bundled:
                workspace.models.bundle_path(model.version)
        out = path.with_name("out.csv")
        out.unlink(missing_ok=True)
        export(SILENT, workspace, out, "original")
        workspace.history.undo()


def use_bundle(path: Path) -> None:
    load_bundle(path).predict(["a loaf of rye", ""])


def written(path: Path, name: str, lines: Sequence[Mapping[str, object]]) -> Path:
    target = path / name
    target.write_text("\n".join(json.dumps(line) for line in lines) + "\n", encoding="utf-8")
    return target


@pytest.fixture
def files(tmp_path: Path) -> Files:
    """One intact file of each kind, and the function that reads it."""
    told = {"digest": "0" * 32, "tag": "fish", "curator": "Ann", "time": "2026-01-01T00:00:00Z", "note": ""}
    miss = {"text": "a fish", "predicted": "bird", "confidence": 0.5, "right": "fish", "curator": "Ann"}
    decisions: Sequence[Mapping[str, object]] = [
        {"format": "mltag-decisions", "version": 1, "tags": ["fish"]}, told, told,
    ]  # fmt: skip
    missed = [{"format": "mltag-misses", "version": 1}, miss, miss]
    release = {"format": "mltag-release", "version": "0.2.0", "files": {"a.deb": "0" * 64}}
    settings = {"curator": "Ann", "review_below": 0.5, "recent_files": ["/a"], "window_state": "AAAA"}
    return {
        "csv": (MESSY / "doubled-quotes.csv", read_table),
        "utf-16": (MESSY / "utf-16-le-mark.csv", read_table),
        "jsonl": (MESSY / "plain.jsonl", read_rows),
        "xlsx": (MESSY / "sheet.xlsx", read_rows),
        "xlsx as a table": (MESSY / "sheet.xlsx", read_table),
        "workspace 1": (HERE / "workspace" / "fixtures" / "v1.mltag", use_workspace),
        "workspace 2": (HERE / "workspace" / "fixtures" / "v2.mltag", use_workspace),
        "decisions": (written(tmp_path, "told.jsonl", decisions), read_decisions),
        "misses": (written(tmp_path, "misses.jsonl", missed), read_misclassifications),
        "release": (written(tmp_path, "release.json", [release]), read_release),
        "settings": (written(tmp_path, "settings.json", [settings]), load),
    }


KINDS = (
    "csv", "utf-16", "jsonl", "xlsx", "xlsx as a table", "workspace 1", "workspace 2", "decisions", "misses",
    "release", "settings",
)  # fmt: skip


def rounds(kind: str, files: Files, folder: Path, first: int, last: int) -> None:
    good, use = files[kind]
    data = good.read_bytes()
    use_copy = folder / "fuzzed" / good.name
    use_copy.parent.mkdir()
    around = sorted(path for path in folder.rglob("*") if path.parent != use_copy.parent)
    for seed in range(first, last):
        shutil.rmtree(use_copy.parent)
        use_copy.parent.mkdir()
        use_copy.write_bytes(damaged(data, seed))
        survive(use, use_copy, f"{kind}, round {seed}")
    assert sorted(path for path in folder.rglob("*") if path.parent != use_copy.parent) == around


def bundle_rounds(good: Path, folder: Path, first: int, last: int) -> None:
    """Change a file of a bundle; in every other round with a matching hash, like a forger."""
    names = sorted(path.name for path in good.iterdir())
    for seed in range(first, last):
        target = folder / "bundle"
        shutil.copytree(good, target)
        name = names[seed % len(names)]
        (target / name).write_bytes(damaged((target / name).read_bytes(), seed))
        if seed % 2 and name != "manifest.json":
            forge(target, {name: sha256_of(target / name)})
        survive(use_bundle, target, f"{name}, round {seed}")
        shutil.rmtree(target)


def forge(bundle: Path, files: dict[str, str]) -> None:
    """Change the hashes of files in the manifest."""
    manifest = json.loads((bundle / "manifest.json").read_text())
    manifest["files"] |= files
    (bundle / "manifest.json").write_text(json.dumps(manifest))


def forge_array(bundle: Path, descr: str, shape: str, length: int) -> None:
    """Write an array with any header, and the right hash."""
    header = f"{{'descr': {descr}, 'fortran_order': False, 'shape': {shape}, }}".encode().ljust(length)
    path = bundle / "head_bias.npy"
    start = b"\x93NUMPY\x01\x00" + struct.pack("<H", length + 1)
    path.write_bytes(start + header + b"\n" + b"\0" * 64)
    forge(bundle, {path.name: sha256_of(path)})


def execute(path: Path, sql: str) -> None:
    """Change a workspace behind the program's back."""
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(sql)


@pytest.fixture
def bundle(tiny_model: LinearModel, tmp_path: Path) -> Path:
    save_bundle(tmp_path / "good", tiny_model)
    return tmp_path / "good"


@pytest.mark.parametrize("kind", KINDS)
def test_a_damaged_file_is_a_user_error_or_works(kind: str, files: Files, tmp_path: Path) -> None:
    rounds(kind, files, tmp_path, 0, FEW)


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_many_damaged_files(kind: str, files: Files, tmp_path: Path) -> None:
    rounds(kind, files, tmp_path, FEW, MANY)


def test_a_damaged_bundle_is_a_user_error_or_works(bundle: Path, tmp_path: Path) -> None:
    bundle_rounds(bundle, tmp_path, 0, 2 * FEW)


@pytest.mark.slow
def test_many_damaged_bundles(bundle: Path, tmp_path: Path) -> None:
    bundle_rounds(bundle, tmp_path, 2 * FEW, MANY)


@pytest.mark.parametrize(
    "shape",
    [
        "(9223372036854775807, 9223372036854775807)",
        "(-1,)",
        "(-5, 3)",
        "(0,)",
        "(10**9,)",
        "(True,)",
        "(" * 200,
        "()",
    ],
)
def test_a_forged_shape_is_rejected_without_allocating_memory(bundle: Path, shape: str) -> None:
    forge_array(bundle, "'<f4'", shape, 117)
    with user_error():
        load_bundle(bundle)


def test_a_forged_type_executes_no_code(bundle: Path, tmp_path: Path) -> None:
    trap = tmp_path / "trap"
    for descr in ("'|O'", f"__import__('pathlib').Path({str(trap)!r}).touch()", "[('a', '|O')]"):
        forge_array(bundle, descr, "(3,)", 182)
        with user_error():
            load_bundle(bundle)
    assert not trap.exists()


@pytest.mark.parametrize(
    "name", ["../out.npy", "/etc/hostname", "a/../../out.npy", "..", "", "pieces.txt/..", "a\x00b"]
)
def test_a_bundle_refers_to_no_file_outside_itself(bundle: Path, name: str) -> None:
    (bundle.parent / "out.npy").write_bytes(b"secret")
    forge(bundle, {name: "0" * 64})
    with user_error():
        load_bundle(bundle)


def test_a_bundle_with_endless_files_is_rejected(bundle: Path) -> None:
    forge(bundle, {f"{n}.npy": "0" for n in range(MOST_FILES)})
    with user_error("too many files"):
        load_bundle(bundle)
    (bundle / "manifest.json").write_text('{"a":' * 100_000)
    with user_error("damaged"):
        load_bundle(bundle)
    (bundle / "manifest.json").unlink()
    (bundle / "manifest.json").symlink_to("/dev/zero")
    with user_error():
        load_bundle(bundle)


def test_a_link_in_a_bundle_reveals_no_other_file(bundle: Path) -> None:
    """The target of a link is only read to compare its hash, and never shown."""
    secret = bundle.parent / "secret.txt"
    secret.write_text("pangolins")
    (bundle / "pieces.txt").unlink()
    (bundle / "pieces.txt").symlink_to(secret)
    with user_error() as caught:
        load_bundle(bundle)
    assert "pangolins" not in str(caught.value)
    (bundle / "pieces.txt").unlink()
    (bundle / "pieces.txt").symlink_to("/dev/zero")
    with user_error("is missing"):
        load_bundle(bundle)


@pytest.mark.parametrize(
    ("name", "sql"),
    [
        ("a trigger", "CREATE TRIGGER t AFTER INSERT ON steps BEGIN DELETE FROM steps; END"),
        ("a view", "CREATE VIEW v AS SELECT * FROM steps"),
        ("a table", "CREATE TABLE more (a)"),
        ("deep values", "UPDATE meta SET value = '" + "[" * 100_000 + "'"),
        ("other values", "UPDATE meta SET value = '{}'"),
        ("no values", "DELETE FROM meta"),
        ("endless rows", "UPDATE meta SET value = '1e999' WHERE key = 'generation'"),
        ("a file outside", "UPDATE model_files SET name = '../../outside.npy'"),
        ("an absolute file", "UPDATE model_files SET name = '/outside.npy'"),
    ],
)
def test_a_forged_workspace_is_a_user_error_or_works(tmp_path: Path, name: str, sql: str) -> None:
    path = tmp_path / "a" / "b" / "forged.mltag"
    path.parent.mkdir(parents=True)
    shutil.copy(HERE / "workspace" / "fixtures" / "v2.mltag", path)
    execute(path, sql)
    survive(use_workspace, path)
    assert not list(tmp_path.rglob("outside*"))
    assert not Path("/outside.npy").exists()


@pytest.mark.parametrize(
    "schema", ["CREATE TRIGGER t AFTER INSERT ON steps BEGIN SELECT 1; END", "CREATE TABLE more (a)"]
)
def test_a_workspace_with_unknown_schema_objects_is_rejected(tmp_path: Path, schema: str) -> None:
    path = tmp_path / "forged.mltag"
    shutil.copy(HERE / "workspace" / "fixtures" / "v2.mltag", path)
    with Workspace.open(path, "Bea"):
        pass  # migrates it
    execute(path, schema)
    with user_error("damaged"):
        Workspace.open(path, "Bea")


def bomb(path: Path, size: int, said: int | None = None) -> Path:
    """Write a zip file with `size` zeros, which may declare a smaller size."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("xl/worksheets/sheet1.xml", b"\0" * size)
    if said is not None:
        path.write_bytes(path.read_bytes().replace(struct.pack("<L", size), struct.pack("<L", said)))
    return path


def test_a_zip_bomb_is_rejected_before_unpacking(tmp_path: Path) -> None:
    most = 4 << 20
    refuse_bomb(bomb(tmp_path / "fine.xlsx", most), most)
    with user_error("larger than 4 MiB when unpacked"):
        refuse_bomb(bomb(tmp_path / "large.xlsx", most + 1), most)
    with user_error("is damaged or not a workbook"):
        refuse_bomb(bomb(tmp_path / "lying.xlsx", 5 * most, 1_000), most)
    refuse_bomb(MESSY / "picture.csv", most)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("many columns.csv", b"," * 200_000 + b"\n" + b"1," * 200_000 + b"\n"),
        ("one long cell.csv", b"a,b\n" + b"x" * 5_000_000 + b",1\n"),
        ("never closed.csv", b'a,b\n"' + b"x,\n" * 150_000),
        ("quotes.csv", b'"' * 1_000_000),
        ("deep.jsonl", b'{"a":' * 100_000 + b"\n" + b'{"a": 1}\n'),
        ("long number.jsonl", b'{"a": ' + b"9" * 100_000 + b"}\n"),
        ("many keys.jsonl", json.dumps({f"k{n}": n for n in range(50_000)}).encode() + b"\n"),
        ("separators.csv", b"\x1e\x1f\x0b\x0c\x85\n" * 50_000),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_an_oversized_table_is_a_user_error_or_works(tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    survive(read_table, path)
    survive(read_rows, path)


READERS: tuple[Use, ...] = (
    *(read_table, read_rows, use_workspace, read_decisions),
    *(read_misclassifications, read_release, use_bundle),
)


@pytest.mark.parametrize("use", READERS)
def test_a_folder_and_a_missing_file_are_errors(tmp_path: Path, use: Use) -> None:
    for path in (tmp_path, tmp_path / "missing"):
        with user_error():
            use(path)
