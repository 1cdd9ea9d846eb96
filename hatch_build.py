"""Build the compiled module of the package, if there is a C compiler; without it the program uses numpy.

Hatchling runs this for wheels and editable installations. The module uses Python's stable ABI, so that one
wheel of a system serves Python 3.11 and later.
"""

import contextlib
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

FOLDER = Path("mltag_desktop/core/model/features/compiled")


class CompiledModuleHook(BuildHookInterface[BuilderConfig]):
    """Compiles `_features.c` next to its source and adds the module to the wheel."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the module before the files of the wheel are collected."""
        source = Path(self.root) / FOLDER / "_features.c"
        self._work = tempfile.TemporaryDirectory()
        module = compiled(source, Path(self._work.name))
        if module is None:
            self.app.display_warning("No C compiler was found. Predictions use numpy, which is slower.")
        if version == "editable":  # Python imports the package from its source folder
            self._replace(source.parent, module)
        elif module is not None:  # the source may be read-only, or have a module of another system
            build_data["force_include"][str(module)] = (FOLDER / module.name).as_posix()
            build_data["pure_python"] = False
            platform = self.build_config.builder.get_best_matching_tag().rsplit("-", 1)[1]
            build_data["tag"] = f"cp311-abi3-{platform}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove what was built."""
        self._work.cleanup()

    def _replace(self, folder: Path, module: Path | None) -> None:
        try:
            for old in (*folder.glob("_features*.so"), *folder.glob("_features*.pyd")):
                old.unlink()
            if module is not None:
                shutil.copy(module, folder)
        except OSError as error:  # read-only, or in use on Windows
            self.app.display_warning(f"The compiled module could not be replaced: {error}")


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
    extension = Extension(
        source.stem, [source.name], extra_compile_args=flags, py_limited_api=True, optional=True
    )
    command = Distribution({"ext_modules": [extension]}).get_command_obj("build_ext")
    command.build_lib, command.build_temp = str(work), str(work / "objects")
    with contextlib.chdir(source.parent):  # a relative path of the source leaves no trace in the module
        command.ensure_finalized()
        command.run()
    return next((path for path in work.iterdir() if path.suffix in (".so", ".pyd")), None)
