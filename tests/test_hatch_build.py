"""The compiled modules are built where there is a compiler, and a wheel has them."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCES = sorted((ROOT / "mltag_desktop").glob("**/*.c"))

pytestmark = pytest.mark.skipif(
    sys.platform == "win32" or shutil.which("cc") is None, reason="there is no compiler"
)


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.stem)
def test_a_module_is_built_with_a_compiler_and_left_out_without(source: Path, tmp_path: Path) -> None:
    pytest.importorskip("hatchling")
    code = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r}); from pathlib import Path; import hatch_build; "
        f"print((hatch_build.compiled(Path({str(source)!r}), Path(sys.argv[1])) or Path('none')).name)"
    )
    names = []
    for compiler in ("cc", "/bin/false"):
        folder = tmp_path / Path(compiler).name
        folder.mkdir()
        done = subprocess.run(
            [sys.executable, "-c", code, str(folder)],
            check=True,
            capture_output=True,
            text=True,
            env=os.environ | {"CC": compiler},
        )
        names.append(done.stdout.splitlines()[-1])
    assert names == [f"{source.stem}.abi3.so", "none"]


def test_a_wheel_has_the_modules_and_translations_that_were_built_for_it(tmp_path: Path) -> None:
    """Neither an old module of a source folder is in the wheel, nor is anything written to that folder."""
    pytest.importorskip("hatchling")
    for name in ("pyproject.toml", "hatch_build.py", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, tmp_path)
    modules = [source.relative_to(ROOT).with_suffix(".abi3.so") for source in SOURCES]
    folders = {module.parent for module in modules}
    for folder in folders:
        left_out = shutil.ignore_patterns("*.so", "__pycache__")
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=left_out)
    for module in modules:
        (tmp_path / module).write_bytes(b"of another system")
    shutil.copy(ROOT / "mltag_desktop/__init__.py", tmp_path / "mltag_desktop")
    for needed in ("scripts", "resources/translations", "docs/guide"):
        (tmp_path / needed).mkdir(parents=True)
    shutil.copy(ROOT / "scripts/catalogues.py", tmp_path / "scripts")
    shutil.copy(ROOT / "resources/translations/mltag_de.ts", tmp_path / "resources/translations")
    before = {folder: sorted((tmp_path / folder).iterdir()) for folder in folders}
    code = (
        "from hatchling.builders.wheel import WheelBuilder; "
        "print(*WheelBuilder('.').build(directory='out', versions=['standard']), sep='\\n')"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True, cwd=tmp_path
    )
    wheel = tmp_path / done.stdout.splitlines()[-1]
    assert "-cp311-abi3-" in wheel.name
    with zipfile.ZipFile(wheel) as archive:
        for module in modules:
            assert len(archive.read(module.as_posix())) > 10_000
        assert len(archive.read("mltag_desktop/resources/translations/mltag_de.qm")) > 100_000
    assert {folder: sorted((tmp_path / folder).iterdir()) for folder in folders} == before
