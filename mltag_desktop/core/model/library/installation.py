"""Write a model bundle to a folder atomically."""

import shutil
import tempfile
from pathlib import Path

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem.files import require_folder, sync_folder, write_error
from mltag_desktop.core.messages import message
from mltag_desktop.core.model.bundle import MANIFEST, save_bundle
from mltag_desktop.core.model.linear_model import LinearModel


def refuse_foreign(out: Path) -> None:
    """Raise `MltagError` if `out` exists and is something other than a model or an empty folder."""
    if out.exists() and not (out.is_dir() and ((out / MANIFEST).is_file() or not any(out.iterdir()))):
        raise MltagError(
            message("{out} is not a model and will not be replaced.", out=out), "Choose another name."
        )


def install(model: LinearModel, out: Path) -> None:
    """Write the bundle atomically: into a temporary folder next to `out`, which is then renamed.

    Raises `MltagError` if it cannot be written, or if the model contains code.
    """
    model.manifest.refuse_code()
    parent = out.absolute().parent
    require_folder(parent)
    try:
        room = Path(tempfile.mkdtemp(prefix=f".{out.name}.", dir=parent))
    except OSError as error:
        raise write_error(out, error) from error
    try:
        save_bundle(room / "new", model, out=out)
        _swap(out, room)
        sync_folder(parent)
    except OSError as error:
        raise write_error(out, error, "Close programs that use it, or choose another folder.") from error
    finally:
        shutil.rmtree(room, ignore_errors=True)


def _swap(out: Path, room: Path) -> None:
    """Move `new` in the folder `room` to `out`; restore the old bundle if that fails."""
    before = room / "old"
    if out.exists():
        out.rename(before)
    try:
        (room / "new").rename(out)
    except OSError:
        if before.exists():
            before.rename(out)
        raise
