"""`mltag predict` and `explain`: predicted tags for a table of any size, and the words behind a tag."""

import sys
import tempfile
from collections.abc import Iterator
from dataclasses import asdict, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

import typer

from mltag_desktop.cli.command_line import FrontEnd
from mltag_desktop.cli.options import BatchUnsure, argument, flag, group, option
from mltag_desktop.cli.output import STDIO, STDOUT, Messages, Output, counted
from mltag_desktop.cli.table_inputs import TableInput, read_tags, text_mapping
from mltag_desktop.core.batch.predict_file import (
    Engine,
    PredictionSummary,
    identity,
    is_small,
    tag_rows,
)
from mltag_desktop.core.batch.resumable_output import open_output
from mltag_desktop.core.batch.task import ClusterJob, Task
from mltag_desktop.core.batch.worker import Worker, predict_here, predict_in_pool
from mltag_desktop.core.errors import MltagError, StorageError
from mltag_desktop.core.filesystem import how_to_get
from mltag_desktop.core.messages import listed, some_of
from mltag_desktop.core.model import encoder
from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.manifest import UnsurePolicy
from mltag_desktop.core.model.model_names import load_model
from mltag_desktop.core.model.off_topic import FIRST_TEXTS, SAMPLE, are_unlike, off_topic_filter
from mltag_desktop.core.model.prediction_cache import PredictionCache
from mltag_desktop.core.model.types import Classifier, Explanation, shown_version
from mltag_desktop.core.processes.pool import cores
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.settings import DEFAULT_REVIEW_THRESHOLD
from mltag_desktop.core.tables.columns import ColumnMapping
from mltag_desktop.core.tables.formats import format_called, format_of, open_rows, output_format
from mltag_desktop.core.tables.table_source import TableSource
from mltag_desktop.core.tables.tag_cells import list_style
from mltag_desktop.core.workspace.types import TagInfo

if TYPE_CHECKING:
    from mltag_desktop.core.learning.named_tags import NameClassifier

_SAMPLE_BYTES: Final = 1 << 20
"""Number of bytes from which the columns are recognised."""
_FIRST_TEXTS: Final = 50_000
"""Number of texts that are read to fit a classifier for tags known by name."""


_MODEL: Final = option(
    "A bundle, a .mltagmodel file, a name of the library, or 'rules'. Default: the bundled model.", "MODEL"
)


@group
class Columns:
    """Which columns are added, and what becomes of unsure and off-topic rows."""

    probabilities: bool = flag("Add a column probability_TAG for each tag.")
    needs_review: bool = flag("Add a column needs_review: confidence below the tag's threshold.")
    review_below: float | None = option(
        "One threshold for all tags; implies --needs-review. Default: those published with the model, or"
        f" {DEFAULT_REVIEW_THRESHOLD:.2f}.",
        "P",
        min=0,
        max=1,
    )
    unsure: BatchUnsure | None = option(
        "Below the threshold: leave the tag empty, add the column needs_review, or do nothing."
        " Default: the model's policy."
    )
    off_topic: Literal["flag", "drop"] | None = option(
        "Texts unlike the training data: add the column off_topic, or leave these rows out."
    )

    def on(self, task: Task, classifier: Classifier) -> Task:
        """Return the task with these columns; raises `MltagError` for what the model cannot do."""
        if self.off_topic is not None and not _knows_off_topic(classifier):
            raise MltagError(
                "This model cannot tell which texts are off topic.",
                "Use a model that was trained with this program on 20 texts or more, or remove --off-topic.",
            )
        policy = _policy(classifier, self.unsure)
        below = self.review_below
        flags = (
            self.needs_review or policy is UnsurePolicy.FLAG or (below is not None and self.unsure is None)
        )
        withholds = policy is UnsurePolicy.EMPTY
        return replace(
            task,
            probabilities=self.probabilities,
            review=_limits(classifier, below) if flags or withholds else None,
            flags=flags,
            withholds=withholds,
            off_topic=self.off_topic or "",
        )


@group
class Run:
    """How the prediction runs."""

    workers: int | None = option("Number of processes. Default: one per core.", "N", min=1)
    cache: Path | None = option(
        "Cache file for predictions: known texts are read from it, new ones are added.", "FILE"
    )
    engine: Literal["local", "ray"] = option(
        "Run on this computer's cores or on a Ray cluster.", default="local"
    )
    address: str | None = option("Address of the Ray cluster. Default: a local one is started.", "HOST:PORT")
    restart: bool = flag("Start over and discard an unfinished earlier run.")


@group
class Rows:
    """The table to tag, and the file with its tags; on a cluster also folders and addresses like s3://."""

    source: str = argument(
        "IN", "A table: csv, tsv, json, jsonl, xlsx, ods, parquet; - for stdin; a folder with --engine ray."
    )
    out: str = option(
        "The output file; its extension sets the format. With --engine ray a folder for the parts.",
        "OUT",
        default=STDIO,
        name="--output -o",
    )


def predict(
    *,
    context: typer.Context,
    of: Rows,
    table: TableInput,
    model: str | None = _MODEL,
    tags: Path | None = option(
        "Predict these tags by their names, without a model: a list, or a CSV tag,description,keywords.",
        "FILE",
    ),
    columns: Columns,
    run: Run,
    output: Output,
) -> None:
    """Add predicted_tag, confidence and model_version to each row; memory use is constant.

    A model that was trained on several tags per row also adds additional_tags.
    An interrupted run resumes when the same command is run again.
    """
    is_cluster = run.engine == "ray"
    out = Path(of.out)
    output.refuse(None if is_cluster else out)
    if out == STDOUT and is_cluster:
        raise MltagError(
            "Ray writes its own messages to stdout.", "Choose an output file for the rows with -o."
        )
    if is_cluster and run.cache is not None:
        raise MltagError("A prediction cache works on one computer only.", "Omit --cache with --engine ray.")
    if out == output.json == STDOUT:
        raise MltagError(
            "Rows and JSON cannot both go to stdout.", "Choose an output file with -o or --json."
        )
    if tags is not None and (model is not None or is_cluster or (run.workers or 1) > 1):
        raise MltagError("--tags works without --model, --workers and --engine ray.", "Remove that option.")
    source = of.source
    front: FrontEnd = context.obj
    if is_cluster:
        folder = context.with_resource(tempfile.TemporaryDirectory())
        source = str(front.cluster().first_rows(source, Path(folder)))
    rows = open_rows(source, table.reading)
    if is_cluster and format_of(out) is None:
        own = format_of(Path(source))
        form = own.name if own is not None and not own.is_sheet else output_format(STDIO, rows).name
    else:
        form = output_format(of.out, rows).name
    if tags is None:
        classifier = load_model(model)
    else:
        guideline = read_tags(tags, output)
        with output.progress("Reading") as bar:
            classifier = _named(bar, rows, guideline, table.text)
        if classifier.note:
            output.note(classifier.note)
        if not encoder.is_installed():
            output.note(f"The predictions may be better with the sentence encoder. {how_to_get('encoder')}")
    task = columns.on(_task(rows, form, table.text, model, classifier), classifier)
    if task.off_topic:
        task = replace(task, off_topic_limit=_off_topic_limit(rows, task, classifier))
    if isinstance(classifier, LinearModel):
        texts = _first_texts(rows, task.mapping, FIRST_TEXTS)[:FIRST_TEXTS]
        if texts and are_unlike(classifier, texts):
            mark = "" if task.off_topic else ", or mark such texts with --off-topic flag"
            output.note(
                "The first texts are unlike the training data of the model, so its tags may mean nothing."
                f" Name tags of your own with --tags{mark}."
            )
    if run.cache is not None:
        try:
            PredictionCache.open(run.cache).close()
            task = replace(task, cache=run.cache)
        except StorageError as error:  # the rows matter more
            output.note(f"{error.message} Rows are predicted without it.")
    with output.progress("Predicting") as bar:
        if is_cluster:
            names = tuple(rows.columns[place] for place in task.mapping.text)
            where = (run.address, run.workers, output.force, run.restart)
            job = ClusterJob(of.source, of.out, table.reading, names, task, *where)
            done = front.cluster().predict_on_cluster(bar, job, classifier)
        else:
            doer = _local(task, classifier, run.workers if tags is None else 1)
            restart = run.restart or of.source == STDIO
            done = _run(bar, rows, task, doer, out, force=output.force, restart=restart)
    for note in _notes(done, task, rows):
        output.note(note)
    output.write(
        {
            "rows": done.rows,
            "resumed": done.resumed,
            "left_out": done.unreadable,
            "hits": done.hits,
            "off_topic": done.off_topic if task.off_topic else None,
            "model_version": shown_version(task.version),
        }
    )


def _task(
    rows: TableSource,
    form: str,
    text: list[str] | None,
    model: str | None,
    classifier: Classifier,
) -> Task:
    first = _first_cells(rows)
    found = classifier.tag_thresholds if isinstance(classifier, LinearModel) else None
    thresholds = None if found is None else tuple(found.tolist())
    return Task(
        source=rows.path,
        dialect=rows.dialect,
        mapping=text_mapping(rows.columns, first, text, classifier.tags),
        out_form=form,
        model=model,
        version=classifier.version,
        tags=classifier.tags,
        thresholds=thresholds,
        list_style=(";", " ") if thresholds is None else list_style(first, classifier.tags),
    )


def _named(
    bar: Progress, rows: TableSource, tags: tuple[TagInfo, ...], text: list[str] | None
) -> "NameClassifier":
    """Return a classifier for tags known by name, fitted to the first texts of the file."""
    # A model's predictions do not need it, and it takes a tenth of the start.
    from mltag_desktop.core.learning.named_tags import NameClassifier, TextReader

    reader = TextReader(bundled().vectors, tags)
    mapping = text_mapping(rows.columns, _first_cells(rows), text, [tag.name for tag in reader.tags])
    return NameClassifier(bar, reader, _first_texts(rows, mapping, _FIRST_TEXTS))


def _first_cells(rows: TableSource) -> list[tuple[str, ...]]:
    return next((block.cells for block in rows.readable(_SAMPLE_BYTES)), [])


def _first_texts(rows: TableSource, mapping: ColumnMapping, enough: int) -> list[str]:
    """Return the texts of the first rows, `enough` or a few more."""
    texts: list[str] = []
    for block in rows.readable(_SAMPLE_BYTES):
        texts += block.texts(mapping.text)
        if len(texts) >= enough:
            break
    return texts


def _limits(classifier: Classifier, below: float | None) -> dict[str, float]:
    """Return the review threshold of each tag, with the same rule as the service."""
    if below is not None:
        return {"": below}
    if not isinstance(classifier, LinearModel):
        return {"": DEFAULT_REVIEW_THRESHOLD}
    return {tag: classifier.manifest.asks_below(tag) for tag in ("", *classifier.tags)}


def _knows_off_topic(classifier: Classifier) -> bool:
    return isinstance(classifier, LinearModel) and off_topic_filter(classifier) is not None


def _off_topic_limit(rows: TableSource, task: Task, classifier: Classifier) -> float | None:
    """Return the limit fitted to the table, as in the window; None for a model published with its own."""
    if not isinstance(classifier, LinearModel) or classifier.manifest.off_topic:
        return None
    detector, texts = off_topic_filter(classifier), _first_texts(rows, task.mapping, SAMPLE)
    return None if detector is None else detector.fitted_to_texts(classifier, texts).limit


def _policy(classifier: Classifier, wanted: BatchUnsure | None) -> UnsurePolicy:
    """Return what is written for unsure predictions; raises `MltagError` if the model forbids it."""
    of_model = classifier.manifest.unsure if isinstance(classifier, LinearModel) else UnsurePolicy.KEEP
    chosen = None if wanted is None else UnsurePolicy(wanted)
    return of_model.chosen(chosen, f"Model {shown_version(classifier.version)}")


def _local(task: Task, classifier: Classifier, workers: int | None) -> Engine:
    count = workers or (1 if is_small(task.source) else cores())
    if count == 1:
        return partial(predict_here, Worker(task, classifier))
    return partial(predict_in_pool, task, count)


def _run(
    bar: Progress, rows: TableSource, task: Task, engine: Engine, out: Path, *, force: bool, restart: bool
) -> PredictionSummary:
    if out == STDOUT:
        done = tag_rows(bar, rows, task, engine, sys.stdout.buffer)
        sys.stdout.buffer.flush()
        return done
    book = not format_called(task.out_form).can_be_appended
    with open_output(out, identity(task), replace=force, restart=restart, book=book) as part:
        return tag_rows(bar, rows, task, engine, part)


def _notes(done: PredictionSummary, task: Task, rows: TableSource) -> Iterator[str]:
    names = listed([rows.columns[at] for at in task.mapping.text])
    yield f"{counted(done.rows, 'row')} tagged by model {shown_version(task.version)}, text from {names}"
    if done.resumed:
        yield f"{counted(done.resumed, 'row')} of these came from an earlier run"
    if task.off_topic:
        yield f"{counted(done.off_topic, 'row')} off topic"
    if task.cache is not None:
        yield f"{counted(done.hits, 'row')} from the cache"
    if done.cache_failure:
        yield f"{done.cache_failure} Rows predicted after that are not in it."
    if done.unreadable:
        yield f"{counted(done.unreadable, 'row')} not predicted:"
    yield from (f"  line {line}: {reason}" for line, reason in done.reasons)


def explain(
    *,
    text: str = argument("TEXT", "The text; - for stdin."),
    model: str | None = _MODEL,
    tag: str | None = option("Explain this tag instead of the predicted one."),
    output: Output,
) -> None:
    """Show which tag a text gets and why; the bias and the weights add up to the score."""
    classifier = load_model(model)
    if tag is not None and tag not in classifier.tags:
        raise MltagError(f"The model has no tag “{tag}”.", f"Use one of: {some_of(classifier.tags)}.")
    content = sys.stdin.buffer.read().decode("utf-8", errors="replace") if text == STDIO else text
    why = classifier.explain(content, tag)
    _show_explanation(output, why)
    output.write(as_json(why))


def as_json(why: Explanation) -> dict[str, Any]:
    """Return the explanation as JSON values."""
    found = asdict(why)
    del found["note"]
    return found


def _show_explanation(output: Messages, why: Explanation) -> None:
    output.result(f"{why.tag}  {why.confidence:.3f}")
    ranked = sorted(why.probabilities.items(), key=lambda item: -item[1])
    output.table(("tag", "probability"), [[tag, f"{share:.3f}"] for tag, share in ranked[:10]])
    output.result("")
    pieces = sorted(why.pieces, key=lambda piece: -abs(piece.weight))[:20]
    rows = [[piece.text or "(capitals, numbers, punctuation)", f"{piece.weight:+.3f}"] for piece in pieces]
    rest = sum(piece.weight for piece in why.pieces) - sum(piece.weight for piece in pieces)
    if len(why.pieces) > len(pieces):
        rows.append([f"{len(why.pieces) - len(pieces)} more", f"{rest:+.3f}"])
    output.table(
        ("supports the tag", "weight"),
        [*rows, ["(bias)", f"{why.bias:+.3f}"], ["score", f"{why.score:+.3f}"]],
    )
