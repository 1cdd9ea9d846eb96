"""Options that several commands share, declared once."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class WrongUse(typer.BadParameter):
    """Options and arguments that do not go together; typer would put “Invalid value” before the message."""

    def format_message(self) -> str:
        """Return the message alone."""
        return str(self.message)


class BatchUnsure(StrEnum):
    """Treatment of unsure predictions in a batch and in the service."""

    EMPTY = "empty"
    FLAG = "flag"
    KEEP = "keep"


class OffTopic(StrEnum):
    """Treatment of texts unlike the training data in a batch."""

    FLAG = "flag"
    DROP = "drop"


TextColumns = Annotated[
    list[str] | None,
    typer.Option(
        "--text", metavar="COL", help="A text column; repeatable. Default: detected from names and contents."
    ),
]
Encoding = Annotated[
    str, typer.Option("--encoding", metavar="NAME", help="The encoding, such as cp1252. Default: detected.")
]
Delimiter = Annotated[
    str, typer.Option("--delimiter", metavar="SIGN", help="The delimiter; \\t for tab. Default: detected.")
]
Sheet = Annotated[
    str, typer.Option("--sheet", metavar="NAME", help="The sheet of a workbook. Default: detected.")
]
Header = Annotated[
    bool | None,
    typer.Option(
        "--header/--no-header",
        help="Whether the first row names the columns; without names, they are “column 1”, “column 2” and so"
        " on. Default: detected.",
    ),
]
Separator = Annotated[
    str | None,
    typer.Option(
        "--separator",
        metavar="SIGN",
        help="The separator of several tags in a cell; json for lists, none for one tag in each cell. "
        "Default: detected.",
    ),
]
Label = Annotated[str, typer.Option("--label", metavar="COL", help="The column with the known tag.")]
Model = Annotated[
    str | None,
    typer.Option(
        "--model",
        metavar="MODEL",
        help="A bundle, a .mltagmodel file, a name of the library, or 'rules'. Default: the bundled model.",
    ),
]
Models = Annotated[
    list[str] | None,
    typer.Option(
        "--model",
        metavar="MODEL",
        help="A bundle, a .mltagmodel file, a name of the library, or 'rules'; repeat to evaluate several.",
    ),
]
GuidelineFile = Annotated[
    Path | None,
    typer.Option(
        "--tags",
        metavar="FILE",
        help="Tags with keywords for the rules: a CSV tag,keywords or a guideline. Default: their names.",
    ),
]
Json = Annotated[
    Path | None,
    typer.Option("--json", metavar="FILE", help="Write the result as JSON; - for stdout.", allow_dash=True),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress bar and no warnings.")]
Force = Annotated[bool, typer.Option("--force", help="Overwrite existing output files.")]
Seed = Annotated[int, typer.Option("--seed", min=0, help="Random seed.")]
Jobs = Annotated[
    int | None,
    typer.Option("--jobs", metavar="N", min=1, help="Cores to use. Default: all. The result is the same."),
]
SaveAs = Annotated[
    str | None, typer.Option("--save", metavar="NAME", help="Also save the model in the library.")
]
Workspace = Annotated[Path, typer.Argument(metavar="WORKSPACE", help="A workspace, NAME.mltag.")]
Curator = Annotated[
    str | None,
    typer.Option("--curator", metavar="NAME", help="The curator's name. Default: the name of this account."),
]
