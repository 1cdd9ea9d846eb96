from pathlib import Path

from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.tables.mapping import Mapping
from mltag_desktop.core.tables.reader import TableFile
from mltag_desktop.core.workspace.document import Workspace
from mltag_desktop.core.workspace.inspection import inspect

from .letters import TAGS

LONG = "The quick brown fox jumps over the lazy dog while nine grey herons watch from the old wooden bridge"


def test_repeats_odd_lengths_and_unknown_tags_are_found(tmp_path: Path) -> None:
    texts = [f"{LONG} near pond number {number} of place {number * 7}" for number in (1, 2)]
    texts += ["Sentence about a subject " + chr(97 + n) * 5 + f" and {n} more things here" for n in range(20)]
    texts += [texts[5], "", "x", "word " * 2_000]
    lines = [f"{text},{'whales' if row == 3 else TAGS[row % 3]}\n" for row, text in enumerate(texts)]
    (tmp_path / "t.csv").write_text("text,tag\n" + "".join(lines))
    with Workspace.create(tmp_path / "w.mltag", "Ann", TAGS) as workspace:
        workspace.import_table(SILENT, TableFile.open(tmp_path / "t.csv"), Mapping((0,), tag=1))
        found = inspect(SILENT, workspace, bundled())
    assert found.duplicates == ((5, 22),)
    assert (0, 1) in [(pair.first, pair.second) for pair in found.near]
    assert all(0.8 <= pair.similarity <= 1 for pair in found.near)
    assert found.empty.tolist() == [23]
    assert found.short.tolist() == [24]
    assert found.long.tolist() == [25]
    assert found.unknown_tags == {"whales": 1}
    assert (len(found.in_training), len(found.in_holdout)) == (0, 0)
