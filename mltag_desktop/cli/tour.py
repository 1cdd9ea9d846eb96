"""`mltag tour`: the main job offscreen, with pictures."""

from pathlib import Path
from typing import Annotated

import typer

from mltag_desktop.cli.front import FrontEnd
from mltag_desktop.cli.options import Quiet
from mltag_desktop.cli.output import Printer
from mltag_desktop.core.errors import MltagError


def tour(
    context: typer.Context,
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="The folder for the pictures.")],
    quiet: Quiet = False,
) -> None:
    """Open a table, correct, export, retrain and promote offscreen, with a picture of each step."""
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise MltagError(f"No folder {out} could be made: {error.strerror}.", "Choose another.") from error
    front: FrontEnd = context.obj
    printer = Printer(quiet=quiet)
    for picture in front.tour(out):
        printer.result(str(picture))
