"""Build the compiled modules of the package, if there is a C compiler; without it the program uses numpy.

Hatchling runs this for wheels and editable installations. The modules use Python's stable ABI, so that one
wheel of a system serves Python 3.11 and later. Translations are compiled in their folder.
"""

import contextlib
import shutil
import subprocess
import sys
import tempfile
import zlib
from pathlib import Path
from typing import Any

from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SOURCES = "mltag_desktop/core/*/*/compiled/*.c"


class CompiledModuleHook(BuildHookInterface[BuilderConfig]):
    """Compiles each source next to it and adds the modules to the wheel."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the modules before the files of the wheel are collected."""
        root = Path(self.root)
        self._work = tempfile.TemporaryDirectory()
        if subprocess.run([sys.executable, "scripts/catalogues.py"], cwd=root, check=False).returncode:
            self.app.display_warning("The translations could not be compiled; the window speaks English.")
        for source in sorted(root.glob(SOURCES)):
            module = compiled(source, Path(self._work.name))
            if module is None:
                self.app.display_warning(f"No C compiler was found for {source.name}; numpy is slower.")
            if version == "editable":  # Python imports the package from its source folder
                self._replace(source, module)
            elif module is not None:  # the source may be read-only, or have a module of another system
                place = source.parent.relative_to(root) / module.name
                build_data["force_include"][str(module)] = place.as_posix()
                build_data["pure_python"] = False
                platform = self.build_config.builder.get_best_matching_tag().rsplit("-", 1)[1]
                build_data["tag"] = f"cp311-abi3-{platform}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove what was built."""
        self._work.cleanup()

    def _replace(self, source: Path, module: Path | None) -> None:
        folder = source.parent
        try:
            for old in (*folder.glob(f"{source.stem}*.so"), *folder.glob(f"{source.stem}*.pyd")):
                old.unlink()
            if module is not None:
                shutil.copy(module, folder)
        except OSError as error:  # read-only, or in use on Windows
            self.app.display_warning(f"The module of {source.name} could not be replaced: {error}")


def compiled(source: Path, work: Path) -> Path | None:
    """Return the compiled module in `work`; None without a compiler, Python's headers or setuptools."""
    try:
        from setuptools import Distribution, Extension
    except ImportError:
        return None
    windows = sys.platform == "win32"
    # The compiler must not merge products and sums or reorder additions, which would change predictions.
    flags = (
        ["/O2", "/std:c11", "/fp:precise"]
        if windows
        else ["-O3", "-std=c11", "-ffp-contract=off", "-fno-fast-math", "-g0"]
    )
    version = zlib.crc32(source.read_bytes()) & 0x7FFFFFFF  # Python does not call code of another source
    extension = Extension(
        source.stem,
        [source.name],
        define_macros=[("VERSION", str(version))],
        extra_compile_args=flags,
        py_limited_api=True,
        optional=True,
    )
    command = Distribution({"ext_modules": [extension]}).get_command_obj("build_ext")
    command.build_lib, command.build_temp = str(work), str(work / "objects")
    with contextlib.chdir(source.parent):  # a relative path of the source leaves no trace in the module
        command.ensure_finalized()
        command.run()
    return next((path for path in work.glob(f"{source.stem}.*") if path.suffix in (".so", ".pyd")), None)
