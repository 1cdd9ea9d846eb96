"""`mltag tour`: run a tour of the window offscreen and save screenshots."""

from pathlib import Path
from typing import Annotated

import typer

from mltag_desktop.cli.command_line import FrontEnd
from mltag_desktop.cli.options import Quiet
from mltag_desktop.cli.output import Printer
from mltag_desktop.core.errors import MltagError


def tour(
    context: typer.Context,
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="The folder for the pictures.")],
    quiet: Quiet = False,
) -> None:
    """Run a tour (open, correct, export, retrain, promote) offscreen and save a picture of each step."""
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise MltagError(
            f"The folder {out} could not be created: {error.strerror}.", "Choose another folder."
        ) from error
    front: FrontEnd = context.obj
    printer = Printer(quiet=quiet)
    for picture in front.tour(out):
        printer.result(str(picture))
