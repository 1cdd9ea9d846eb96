"""`mltag predict`: a table of any size in, the same with tags out."""

import itertools
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, Final

import typer

from mltag_desktop.cli.bar import progress
from mltag_desktop.cli.columns import text_mapping
from mltag_desktop.cli.models import load_model
from mltag_desktop.cli.options import Force, Model, Quiet, TextColumns
from mltag_desktop.cli.output import STDIO, STDOUT, Printer, counted, refuse_existing
from mltag_desktop.core.model.types import Classifier, Predictions
from mltag_desktop.core.tables.mapping import Mapping, record_text
from mltag_desktop.core.tables.rows import RowChunk, RowSource, open_rows, open_writer

CHUNK: Final = 2_000
DIGITS: Final = 6
ADDED: Final = ("predicted_tag", "confidence", "model_version")

Value = str | float


def predict(
    source: Annotated[str, typer.Argument(metavar="IN", help="csv, tsv, jsonl, xlsx, parquet; - is stdin.")],
    out: Annotated[
        Path,
        typer.Option(
            "--output", "-o", metavar="OUT", help="Where to; the suffix gives the form.", allow_dash=True
        ),
    ] = STDOUT,
    text: TextColumns = None,
    model: Model = None,
    probabilities: Annotated[
        bool, typer.Option("--probabilities", help="Add a column probability_TAG for each tag.")
    ] = False,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """Add predicted_tag, confidence and model_version to each row; memory does not grow with the rows."""
    refuse_existing(out, force=force)
    printer = Printer(quiet=quiet)
    classifier = load_model(model)
    rows = open_rows(source)
    chunks = rows.chunks(CHUNK)
    first = next(chunks, RowChunk([], []))
    mapping = text_mapping(rows.columns, first, text, classifier.tags)
    added = [*ADDED, *(f"probability_{tag}" for tag in classifier.tags if probabilities)]
    count = 0
    with (
        progress("Predicting", quiet=quiet) as bar,
        open_writer(STDIO if out == STDOUT else out, rows, added, replace=force) as writer,
    ):
        for chunk in itertools.chain([first], chunks):
            writer.write(chunk, _answers(chunk, mapping, classifier, probabilities))
            count += len(chunk)
            bar.report(rows.fraction(), counted(count, "row"))
    names = ", ".join(rows.columns[at] for at in mapping.text)
    printer.remark(f"{counted(count, 'row')} tagged by model {classifier.version}, text from {names}")
    for said in left_out(rows):
        printer.remark(said)


def left_out(rows: RowSource) -> Iterator[str]:
    """Say which rows could not be read."""
    if rows.left_out:
        yield f"{counted(rows.left_out, 'row')} left out:"
    yield from (f"  line {line}: {reason}" for line, reason in rows.remarks)


def _answers(
    chunk: RowChunk, mapping: Mapping, classifier: Classifier, probabilities: bool
) -> Sequence[Sequence[Value]]:
    answered = classifier.predict([record_text(cells, mapping) for cells in chunk])
    rows: list[list[Value]] = [
        [answered.tags[best], round(confidence, DIGITS), answered.version]
        for best, confidence in zip(answered.best.tolist(), answered.confidence.tolist(), strict=True)
    ]
    if probabilities:
        _add_probabilities(rows, answered)
    return rows


def _add_probabilities(rows: list[list[Value]], answered: Predictions) -> None:
    for row, shares in zip(rows, answered.probabilities.tolist(), strict=True):
        row += [round(share, DIGITS) for share in shares]
