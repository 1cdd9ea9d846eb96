"""The task of predicting a file and the answers to its chunks, as plain values that can be pickled."""

from collections.abc import Mapping as Named
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

import numpy as np

from mltag_desktop.core.model.prediction_cache import DECISION
from mltag_desktop.core.model.types import FloatArray, Predictions, shown_version
from mltag_desktop.core.tables.columns import (
    ADDITIONAL_TAGS,
    CONFIDENCE,
    MODEL_VERSION,
    NEEDS_REVIEW,
    PREDICTED_TAG,
    ColumnMapping,
)
from mltag_desktop.core.tables.dialect import Dialect
from mltag_desktop.core.tables.formats import ReadingOptions
from mltag_desktop.core.tables.table_source import Block, RowWriter, Value
from mltag_desktop.core.tables.tag_cells import joined_cell

ADDED: Final = (PREDICTED_TAG, CONFIDENCE, MODEL_VERSION)
OFF_TOPIC: Final = "off_topic"
DIGITS: Final = 6


@dataclass(frozen=True)
class Task:
    """A file to predict, and the options."""

    source: Path
    dialect: Dialect
    """Dialect of the source."""
    mapping: ColumnMapping
    out_form: str
    """Name of the format of the output, see `formats.FORMATS`."""
    model: str | None
    """Argument of `load_model`."""
    version: str
    tags: tuple[str, ...]
    probabilities: bool = False
    cache: Path | None = None
    review: Named[str, float] | None = None
    """Review threshold by tag, "" for all other tags; needed for the next two options."""
    flags: bool = False
    """Whether to add the column `needs_review`."""
    withholds: bool = False
    """Whether rows that need review get no tag."""
    thresholds: tuple[float, ...] | None = None
    """Probability from which each of `tags` is an additional tag; None for one tag per row."""
    list_style: tuple[str, str] = (";", " ")
    """Form of a cell with several tags, and the blank after its separator."""
    off_topic: str = ""
    """"flag" adds the column `off_topic`, and such rows need review; "drop" leaves such rows out."""
    off_topic_limit: float | None = None
    """The limit of the off-topic filter that was fitted to the table; None for that of the model."""

    @property
    def added(self) -> tuple[str, ...]:
        """The names of the added columns."""
        probabilities = (f"probability_{tag}" for tag in self.tags if self.probabilities)
        return (
            *ADDED,
            *([] if self.thresholds is None else [ADDITIONAL_TAGS]),
            *probabilities,
            *([NEEDS_REVIEW] if self.flags else []),
            *([OFF_TOPIC] if self.off_topic == "flag" else []),
        )

    def values(self, answers: "ChunkPredictions") -> "list[list[Value]]":
        """Return the added values of each row, in the order of `added`."""
        rows = answers.values(probabilities=self.probabilities)
        if self.thresholds is not None:
            limits = np.array(self.thresholds, np.float32)
            for row, names in zip(rows, answers.additional_names(limits), strict=True):
                row.insert(len(ADDED), joined_cell(names, *self.list_style))
        if self.review is not None:
            for place, (row, low) in enumerate(zip(rows, answers.asks(self.review), strict=True)):
                needs_review = low or place in answers.doubtful
                if self.withholds and needs_review:
                    row[0] = None
                    if self.thresholds is not None:
                        row[len(ADDED)] = None
                if self.flags:
                    row.append(needs_review)
        if self.off_topic == "flag":
            for place, row in enumerate(rows):
                row.append(place in answers.off_topic)
        return rows

    def write(self, writer: RowWriter, block: Block, answers: "ChunkPredictions") -> None:
        """Write the rows of a block with their added values, without those to drop."""
        values = self.values(answers)
        if self.off_topic == "drop" and answers.off_topic:
            kept = [place for place in range(block.row_count) if place not in answers.off_topic]
            block = block.picked(kept)
            values = [values[at] for at in kept]
        writer.write(block, values)


@dataclass(frozen=True)
class ClusterJob:
    """What to predict on a cluster, and where to write it."""

    source: str
    """A table or a folder with tables: a local path, or an address of a file system of pyarrow."""
    out: str
    """A folder, also of a file system of pyarrow; or a local table if the source is one file."""
    options: ReadingOptions
    """How to read all tables of the source."""
    text: tuple[str, ...]
    """Names of the text columns."""
    task: Task
    """The options of the prediction; source, dialect and mapping are those of each shard."""
    address: str | None = None
    """The cluster; None starts one on this computer."""
    workers: int | None = None
    replace: bool = False
    restart: bool = False


@dataclass(frozen=True)
class ChunkPredictions:
    """The answers to the rows of one chunk."""

    predictions: Predictions
    decisions: Named[int, str] = field(default_factory=dict)
    """The tags of rows that a person decided; they replace the predictions."""
    off_topic: frozenset[int] = frozenset()
    """Rows that are unlike the training data, if the task asks for them and no person decided them."""
    doubtful: frozenset[int] = frozenset()
    """Rows that need review at any confidence; those of `off_topic` are among them."""
    hits: int = 0
    """Number of rows that the cache answered."""
    fresh: Named[bytes, FloatArray] = field(default_factory=dict)
    """The probabilities to add to the cache, by the digest of the text."""

    @property
    def rows(self) -> int:
        """Number of rows."""
        return len(self.predictions.probabilities)

    def values(self, *, probabilities: bool) -> list[list[Value]]:
        """Return tag, confidence and version of each row, followed by the `probabilities` if wanted."""
        predictions = self.predictions
        version = shown_version(predictions.version)
        rows: list[list[Value]] = [
            [predictions.tags[best], round(confidence, DIGITS), version]
            for best, confidence in zip(
                predictions.best.tolist(), predictions.confidence.tolist(), strict=True
            )
        ]
        if probabilities:
            for row, shares in zip(rows, predictions.probabilities.tolist(), strict=True):
                row += [round(share, DIGITS) for share in shares]
        for place, tag in self.decisions.items():
            rows[place] = [tag, 1.0, DECISION, *(None for _ in predictions.tags if probabilities)]
        return rows

    def additional_names(self, limits: FloatArray) -> list[tuple[str, ...]]:
        """Return the additional tags of each row, none for a row that the model did not answer."""
        found = replace(self.predictions, thresholds=limits).additional_names()
        for place in self.decisions:
            found[place] = ()
        return found

    def asks(self, below: Named[str, float]) -> list[bool]:
        """Return for each row whether it needs review: its unrounded confidence is below the threshold."""
        predictions, default = self.predictions, below[""]
        limits = np.array([below.get(tag, default) for tag in predictions.tags], np.float64)
        low = predictions.confidence < limits[predictions.best]
        low[list(self.decisions)] = False
        found: list[bool] = low.tolist()
        return found
