"""Editing many records at once writes the same bytes as editing them one by one."""

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from mltag_desktop.core.model.types import Predictions
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.tables.columns import CHOICES, NOTE, ColumnMapping
from mltag_desktop.core.tables.dialect import Dialect
from mltag_desktop.core.tables.record_writer import UnencodableError
from mltag_desktop.core.tables.table_file import TableFile
from mltag_desktop.core.workspace.export.export import export
from mltag_desktop.core.workspace.export.export_options import ExportOptions
from mltag_desktop.core.workspace.types import DecisionKind
from mltag_desktop.core.workspace.workspace import Workspace

TAGS = ("fish", "stones, wet", '=2"', "birds")
CELLS = ("plain", '"a, ""b"""', '"two\r\nlines"', "=1+1", '"-x"', 'in "the" middle', "é", "-5", "")
TAG_CELLS = ("fish", '"fish"', "FISH", "", '""', "birds; fish", "@x")
ROWS = 400
QUARANTINED = (60, 61, 200)


@pytest.fixture(scope="module")
def varied(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """A workspace with every kind of record, decision and prediction, and with quarantined lines."""
    folder = tmp_path_factory.mktemp("varied")
    rng = random.Random(1)
    lines = ["id,title,tag,note"]
    for row in range(ROWS):
        if row in QUARANTINED:
            lines.append("quarantined")
        lines.append(f"{row},{rng.choice(CELLS)},{rng.choice(TAG_CELLS)},{rng.choice(CELLS)}")
    (folder / "table.csv").write_bytes("\r\n".join(lines).encode())
    workspace = Workspace.create(folder / "table.mltag", "Ann", TAGS)
    workspace.table.import_table(SILENT, TableFile(folder / "table.csv"), ColumnMapping((1,), 0, None, 2))
    probabilities = np.random.default_rng(1).dirichlet(np.ones(len(TAGS)), workspace.table.count)
    for rows, _ in workspace.pending_predictions.pending("made-up-1"):
        answers = Predictions("made-up-1", TAGS, probabilities[rows].astype(np.float32))
        workspace.pending_predictions.put(rows, answers)
    for tag in TAGS:
        workspace.decisions.decide(sorted(rng.sample(range(workspace.table.count), 40)), tag)
    workspace.decisions.add_tag([0, 4, 30], "birds")
    workspace.decisions.note(5, "=ask, Bob")
    workspace.decisions.mark([7, 8], DecisionKind.OFF_TOPIC)
    workspace.table.add_texts(["a pasted text", "=another"])
    yield workspace
    workspace.close()


@pytest.mark.parametrize("mapped", [None, 2])
@pytest.mark.parametrize(
    "options",
    [
        ExportOptions(),
        ExportOptions(fill=True),
        ExportOptions(fill=True, guard=True, added=CHOICES),
        ExportOptions(rows="reviewed"),
        ExportOptions(rows="corrected", added=()),
        ExportOptions(records=frozenset({3, 100, 399})),
        ExportOptions(off_topic="keep", fill=True),
    ],
)
def test_records_are_written_as_if_each_were_edited_alone(
    varied: Workspace, tmp_path: Path, mapped: int | None, options: ExportOptions
) -> None:
    """Exports of chosen columns edit each record alone, and cannot write quarantined ones."""
    varied.table.set_mapping(ColumnMapping((1,), 0, None, mapped))
    alone, together = (
        export(SILENT, varied, tmp_path / f"{columns}.csv", "table", options=chosen)
        for columns in (None, (0, 1, 2, 3))
        for chosen in [replace(options, stale=True, columns=columns)]
    )
    written = together.path.read_bytes()
    assert alone.path.read_bytes().replace(b"quarantined\r\n", b"") == written
    assert replace(alone, path=together.path, left_out=together.left_out) == together
    assert together.rows > 2


def test_quarantined_lines_stay_where_they_are(varied: Workspace, tmp_path: Path) -> None:
    varied.table.set_mapping(ColumnMapping((1,), 0, None, 2))
    export(SILENT, varied, tmp_path / "out.csv", "table", options=ExportOptions(stale=True, added=()))
    written = (tmp_path / "out.csv").read_bytes()
    for text in (b"quarantined\r\n60,", b"quarantined\r\n61,", b"quarantined\r\n200,"):
        assert written.count(text) == 1
    assert written.count(b"quarantined") == len(QUARANTINED)


def test_several_tags_in_a_cell_are_written(varied: Workspace, tmp_path: Path) -> None:
    varied.table.set_mapping(ColumnMapping((1,), 0, None, 2))
    varied.decisions.decide([200], "fish")
    varied.decisions.add_tag([200], "birds")
    varied.set_preference("known_tags", {"form": ";", "spellings": {"FISH": "fish"}})
    options = ExportOptions(stale=True, added=())
    export(SILENT, varied, tmp_path / "out.csv", "table", options=options)
    export(SILENT, varied, tmp_path / "all.csv", "table", options=replace(options, columns=(0, 1, 2, 3)))
    written = (tmp_path / "out.csv").read_bytes()
    assert written.replace(b"quarantined\r\n", b"") == (tmp_path / "all.csv").read_bytes()
    assert b"fish;birds" in written or b"fish; birds" in written


def test_values_of_records_that_are_left_out_need_not_fit_the_encoding(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_bytes(
        "id;text\r\n".encode("cp1252") + b"".join(f"{row};é\r\n".encode("cp1252") for row in range(40))
    )
    dialect = Dialect("cp1252", b"", ";", '"', "\r\n", True)
    with Workspace.create(tmp_path / "t.mltag", "Ann", TAGS) as workspace:
        workspace.table.import_table(SILENT, TableFile(tmp_path / "t.csv", dialect), ColumnMapping((1,), 0))
        workspace.decisions.decide(range(20), "fish")
        workspace.decisions.note(30, "→")
        options = ExportOptions(rows="reviewed", added=(NOTE,))
        assert export(SILENT, workspace, tmp_path / "out.csv", "table", options=options).rows == 20
        assert (tmp_path / "out.csv").read_bytes().endswith(b"19;\xe9;\r\n")
        workspace.decisions.note(3, "→")
        with pytest.raises(UnencodableError):
            export(SILENT, workspace, tmp_path / "out.csv", "table", True, options)
