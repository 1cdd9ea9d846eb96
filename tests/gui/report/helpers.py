"""Reports on generated predictions, and the panel that shows them."""

from dataclasses import replace
from pathlib import Path

import numpy as np
from PySide6.QtWidgets import QApplication, QLabel

from mltag_desktop.core.evaluation.behavioural_tests import BehaviourResult, Failure
from mltag_desktop.core.evaluation.evaluation_report import Report
from mltag_desktop.core.evaluation.model_evaluation import ReportSettings, RowFacts, evaluate_models
from mltag_desktop.core.evaluation.model_figures import ModelRole, find_prediction_changes
from mltag_desktop.core.model.types import Predictions
from mltag_desktop.core.progress import SILENT
from tests.gui.helpers import TAGS


def answers(
    version: str, truth: np.ndarray, right: float, seed: int, tags: tuple[str, ...] = TAGS
) -> Predictions:
    """Return predictions of which about a share `right` is right, with matching probabilities."""
    generator = np.random.default_rng(seed)
    rows = np.arange(len(truth))
    confidence = np.clip(generator.normal(right, 0.08, len(truth)), 0.52, 0.99)
    other = (truth + generator.integers(1, len(tags), len(truth))) % len(tags)
    predicted = np.where(generator.random(len(truth)) < confidence, truth, other)
    rest = generator.random((len(truth), len(tags)))
    rest[rows, predicted] = 0
    rest *= ((1 - confidence) / rest.sum(1))[:, None]
    rest[rows, predicted] = confidence
    return Predictions(version, tags, rest.astype(np.float32))


def recalibrated_report(name: str, power: float, records: tuple[int, ...] = (), rows: int = 300) -> Report:
    """Return a report on a candidate with the active model's predictions and other confidences."""
    truth = np.random.default_rng(5).integers(0, len(TAGS), rows)
    before = answers("base", truth, 0.8, 2)
    shares = before.probabilities**power
    after = Predictions("new", TAGS, shares / shares.sum(1, keepdims=True))
    names = [TAGS[code] for code in truth]
    roles = (ModelRole.ACTIVE, ModelRole.CANDIDATE)
    return evaluate_models(
        SILENT,
        names,
        TAGS,
        [before, after],
        roles=roles,
        rows=RowFacts(records=records),
        settings=ReportSettings(name=name, by_confidence=True),
    )


def report(better: bool = True, tags: tuple[str, ...] = TAGS, rows: int = 200) -> Report:
    truth = np.random.default_rng(5).integers(0, len(tags), rows)
    before, after = (0.7, 0.98) if better else (0.98, 0.6)
    failed = Failure("a case", "minimum", "knead the dough", tags[0], tags[1], 0.6, "No cook kneads.")
    made = evaluate_models(
        SILENT,
        [tags[code] for code in truth],
        tags,
        [
            answers("rules", truth, 0.4, 1, tags),
            answers("base", truth, before, 2, tags),
            answers("new", truth, after, 3, tags),
        ],
        roles=(ModelRole.RULES, ModelRole.ACTIVE, ModelRole.CANDIDATE),
        behaviour=[
            None,
            BehaviourResult(3, 3, 0, ()),
            BehaviourResult(2, 3, 1, (failed,)) if not better else BehaviourResult(3, 3, 1, ()),
        ],
        rows=RowFacts(slices={"short_text": truth == 0, "source=blog": truth > 0}),
    )
    changes = find_prediction_changes(
        answers("base", truth, 0.7, 4, tags), answers("new", truth, 0.9, 6, tags)
    )
    return replace(made, table_prediction_changes=changes)


def show(panel, *args, **more) -> None:
    """Show a report and build all its sections."""
    panel.show_report(*args, **more)
    panel.body.build_all()
    QApplication.processEvents()  # the layout shows new widgets once events are processed


def turn(panel, place: int) -> None:
    """Show another evaluation set, and build all its sections."""
    panel.show_rows(place)
    panel.body.build_all()
    QApplication.processEvents()


def exported(panel, folder: Path, kind: str) -> str:
    """Export the report on the model "new" to `folder`, where the panel asks for it, and return the file."""
    panel.export(kind)
    return (folder / f"report-new.{kind}").read_text(encoding="utf-8")


def words(widget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def with_others() -> Report:
    truth = np.random.default_rng(8).integers(0, 3, 60)
    audit = evaluate_models(
        SILENT,
        [TAGS[code] for code in truth],
        TAGS,
        [answers("base", truth, 0.7, 4), answers("new", truth, 0.8, 5)],
        roles=(ModelRole.ACTIVE, ModelRole.CANDIDATE),
        rows=RowFacts(records=[7 * row for row in range(60)]),
        settings=ReportSettings(name="audit set"),
    )
    return replace(report(better=False), others=(audit,))
