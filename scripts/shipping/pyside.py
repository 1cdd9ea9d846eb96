"""PySide6's own Python modules, compiled when the program is built.

PySide6 keeps their source in a library, and compiles it at each start. It prefers the files in the folder
`shiboken6/files.dir`, which SBK_EMBED=0 makes. They remain separate files, as the LGPL requires.
"""

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

from scripts.shipping.trim import Entry

_PACKAGE: Final = "shibokensupport"
_STUB_GENERATOR: Final = "signature/lib/pyi_generator.py"
_EMPTY: Final = '"""Left empty in the packages of MLTag Desktop: PySide6\'s generator of type stubs."""\n'
"""Takes the place of the generator, which is for developers and is imported at each start."""


def compiled(folder: Path) -> list[Entry]:
    """Compile the modules in a copy of shiboken6 in `folder`; return them as collected files."""
    spec = importlib.util.find_spec("shiboken6")
    if spec is None or spec.origin is None:
        raise ImportError("shiboken6 is not installed")
    package = folder / "shiboken6"
    shutil.rmtree(package, ignore_errors=True)
    shutil.copytree(Path(spec.origin).parent, package)
    environment = os.environ | {"PYTHONPATH": str(folder), "SBK_EMBED": "0"}
    subprocess.run([sys.executable, "-B", "-c", "import shiboken6.Shiboken"], env=environment, check=True)
    sources = package / "files.dir"
    (sources / _PACKAGE / _STUB_GENERATOR).write_text(_EMPTY)
    # in another process, so that the bytes do not depend on what this one has loaded; without a time
    options = ["-q", "-b", "--invalidation-mode", "unchecked-hash", "-s", str(sources)]
    subprocess.run([sys.executable, "-m", "compileall", *options, str(sources / _PACKAGE)], check=True)
    found = sorted((sources / _PACKAGE).rglob("*.pyc"))
    return [(path.relative_to(folder).as_posix(), str(path), "DATA") for path in found]
