"""Real, tiny models and workspaces for the panels."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mltag_desktop.core.model.features.static_vectors import StaticVectors
from mltag_desktop.core.model.features.word_pieces import Pieces
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.training.training import Examples, snapshot_of, train
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.tables.column_mapping import Mapping
from mltag_desktop.core.tables.opening import open_table
from mltag_desktop.core.tables.table_file import TableFile
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui.report.report_panel import ReportPanel
from mltag_desktop.gui.runtime.jobs import Jobs
from mltag_desktop.gui.state.session import Session
from mltag_desktop.gui.widgets.notifications import Notices
from mltag_desktop.gui.widgets.theme import Theme

TAGS = ("baking", "sailing", "other")
WORDS = {
    "baking": ["dough", "flour", "oven", "crust", "yeast", "loaf", "rye", "knead", "sugar", "butter"],
    "sailing": ["mast", "keel", "sail", "harbour", "knot", "tide", "rudder", "jib", "crew", "wind"],
    "other": ["letter", "garden", "piano", "bicycle", "winter", "market", "lamp", "story", "paint", "clock"],
}
TEXT = Mapping(text=(1,), id=0)


def sentences(tag: str, count: int, seed: int) -> list[str]:
    """Write `count` texts out of a tag's words and a few of all."""
    generator = np.random.default_rng(seed)
    everything = [word for words in WORDS.values() for word in words]
    return [
        " ".join([*generator.choice(WORDS[tag], 5), *generator.choice(everything, 2), f"part{seed}{n}"])
        for n in range(count)
    ]


def examples(count: int, seed: int, tags: Sequence[str] = TAGS) -> Examples:
    texts = [(text, tag) for number, tag in enumerate(tags) for text in sentences(tag, count, seed + number)]
    return Examples(tuple(text for text, _ in texts), tuple(tag for _, tag in texts))


@pytest.fixture(scope="session")
def tiny_model() -> LinearModel:
    """A trained model of three tags with 24 holdout rows, made in a fraction of a second."""
    letters = [chr(code) for code in range(ord("a"), ord("z") + 1)]
    pieces = [*letters, *(f"##{letter}" for letter in letters)]
    generator = np.random.default_rng(0)
    vectors = StaticVectors(
        np.zeros(0, np.uint64),
        np.zeros(0, np.uint64),
        Pieces.of(pieces),
        generator.integers(-100, 100, (len(pieces), 8)).astype(np.int8),
        np.full(len(pieces), 0.01, np.float16),
    )
    trained = train(SILENT, examples(20, 1), vectors=vectors)
    held = snapshot_of(examples(8, 100), vectors, trained.tags)
    held = type(held)(
        held.tags,
        held.labels,
        held.weights,
        held.features,
        held.digests,
        {"short_text": np.arange(len(held)) % 3 == 0},
        np.tile(np.array([0.5, 0.3, 0.2], np.float32), (len(held), 1)),
    )
    return LinearModel.assembled(trained.manifest, vectors, trained.head, trained.base, held)


@dataclass
class Desk:
    """What the main window gives to a panel."""

    theme: Theme
    session: Session
    jobs: Jobs
    notices: Notices
    window: QWidget


@pytest.fixture
def theme(qapp) -> Theme:
    return Theme(qapp)


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme) -> Iterator[Desk]:
    window = QWidget()
    window.resize(1280, 800)
    qtbot.addWidget(window)
    jobs = Jobs()
    made = Desk(theme, Session("kim"), jobs, Notices(theme, window), window)
    yield made
    jobs.shut_down()


@pytest.fixture
def make_workspace(tmp_path: Path) -> Iterator[Callable[[int], Workspace]]:
    """Make a workspace of n records for each tag, all predicted by nobody."""
    opened: list[Workspace] = []

    def make(count: int = 10, tags: Sequence[str] = TAGS) -> Workspace:
        source = tmp_path / "records.csv"
        rows = examples(count, 500)
        lines = [f"{number},{text}" for number, text in enumerate(rows.texts)]
        source.write_text("id,text\n" + "\n".join(lines) + "\n", encoding="utf-8")
        workspace = Workspace.create(tmp_path / "records.mltag", "kim", tags)
        workspace.import_table(SILENT, TableFile.open(source), Mapping(text=(1,), id=0, date=None, tag=None))
        opened.append(workspace)
        return workspace

    yield make
    for workspace in opened:
        workspace.close()


def predict_all(workspace: Workspace, model: LinearModel) -> None:
    """Tag every record of `workspace`."""
    workspace.set_base(model.version)
    for rows, texts in workspace.pending(model.version):
        workspace.put_predictions(rows, model.predict(texts))


def partly_decided(desk: Desk, workspace: Workspace, model: LinearModel, each: int) -> Workspace:
    """Tag `workspace`, decide the first `each` records of a tag as they are, and open it in the desk."""
    desk.session.set_base(model)
    predict_all(workspace, model)
    count = workspace.count // len(TAGS)
    for number, tag in enumerate(TAGS):
        workspace.decide(list(range(number * count, number * count + each)), tag)
    desk.session.set_workspace(workspace)
    return workspace


def find(parent: QObject, kind: type, text: str):
    """Return the button of `parent` that says `text`."""
    return next(one for one in parent.findChildren(kind) if one.text().replace("&", "") == text)


@pytest.fixture
def open_rows(tmp_path, desk):
    """Import rows of a table into a workspace that is the session's open one."""
    made = []

    def make(text: str, mapping: Mapping, tags=TAGS, name: str = "table.csv") -> Workspace:
        path = tmp_path / name
        path.write_bytes(text.encode())
        workspace = Workspace.create(path.with_suffix(".mltag"), "kim", tags)
        workspace.import_table(SILENT, open_table(path), mapping)
        desk.session.set_workspace(workspace)
        made.append(workspace)
        return workspace

    yield make
    desk.session.clear_workspace()
    desk.jobs.shut_down()
    for workspace in made:
        workspace.close()


@pytest.fixture
def panel(qtbot, theme, tmp_path):
    made = ReportPanel(theme, lambda parent, title, suggested, kinds: str(tmp_path / suggested))
    made.resize(1240, 740)
    qtbot.addWidget(made)
    made.show()
    return made
