"""Write the model card of the bundled model as Markdown."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from mltag_desktop.core.evaluation.evaluation_report import Report
from mltag_desktop.core.evaluation.model_figures import ModelFigures
from mltag_desktop.core.model.linear_model import LinearModel

_LIMITS: Final = """\
- English titles and descriptions about machine learning; other languages are read by word pieces only.
- Measure the threshold again on texts from another source; see other sources above.
- `other` means what the course's authors meant (reinforcement learning, graphs and the like), not everything
  off topic. Their rows about recommendation, music and speech are not in it; see Behaviour.
- `mlops` has the fewest training rows.
- A text without known words gets a tag with low confidence, which means nothing."""


def card(model: LinearModel, holdout: Report, other: Report) -> str:
    """Return the card: data, recipe, metrics with intervals, slices, behaviour, limits and licences."""
    evaluated, far = holdout.models[-1], other.models[-1]
    sections = {
        "Data": _data(model, evaluated, far),
        "Recipe": _recipe(model),
        "Figures": "\n\n".join(
            (_overall(model, holdout, other), _tags(model, evaluated, far), _slices(evaluated))
        ),
        "Threshold": _threshold(model),
        "Behaviour": _behaviour(evaluated),
        "Limits": _LIMITS,
        "Licences": "\n".join(f"- {licence}" for licence in model.manifest.licences),
    }
    head = (
        f"# Model card: machine-learning content, version {model.version}\n\n"
        "Predicts one of four tags for a title and a description, with the probability of each tag.\n\n"
    )
    return head + "\n\n".join(f"## {title}\n\n{text}" for title, text in sections.items()) + "\n"


def _data(model: LinearModel, evaluated: ModelFigures, far: ModelFigures) -> str:
    counts = ", ".join(f"{tag} {(model.base.labels == code).sum()}" for code, tag in enumerate(model.tags))
    guideline = model.manifest.metrics["guideline_rows"]
    return (
        f"Trained on {len(model.base) - guideline} labelled rows of the Made With ML course and {guideline}\n"
        f"examples of the tags' guideline: {counts}.\n"
        f"Evaluated on its {evaluated.rows} gold holdout rows, which were used for no choice, and\n"
        f"on {far.rows} rows from public topic lists, which are not part of the training data.\n"
        "The bundle contains the features of these rows, not their texts."
    )


def _recipe(model: LinearModel) -> str:
    recipe, (a, b) = model.manifest.recipe, model.head.scale
    return (
        f"`{recipe.name}`: {recipe.summary}; C = {recipe.c:g}, alpha = {recipe.alpha:g},\n"
        f"static vectors of {model.vectors.dimension} dimensions. Calibrated out of fold:\n"
        f"softmax({a:.2f} · svm + {b:.2f} · bayes)."
    )


def _overall(model: LinearModel, holdout: Report, other: Report) -> str:
    validation = model.manifest.metrics["cross_validation"]
    low, high = validation["f1_interval"]
    crossed = (
        f"cross-validation, {validation['repeats']} × {validation['folds']} folds (standard deviation "
        f"{validation['f1_spread']:.3f}), vectors fitted without these texts",
        f"{validation['f1']:.3f} [{low:.3f}, {high:.3f}]",
        "",
        f"{validation['ece']:.3f}",
    )
    evaluated = [
        (
            f"{name}, {report.rows}",
            _f1(report.models[-1]),
            _f1(report.models[0]),
            f"{report.models[-1].ece:.3f}",
        )
        for name, report in (("holdout", holdout), ("other sources", other))
    ]
    head = ("rows", "model", "rules baseline", "expected calibration error")
    return "F1 is weighted by support; brackets hold 95% intervals (bootstrap of 1,000 draws).\n\n" + _table(
        head, [crossed, *evaluated]
    )


def _tags(model: LinearModel, evaluated: ModelFigures, far: ModelFigures) -> str:
    validation_f1 = model.manifest.metrics["cross_validation"]["tags"]
    rows = [
        (tag, validation_f1[tag], one.precision, one.recall, one.f1, far.tags[tag].f1)
        for tag, one in evaluated.tags.items()
    ]
    head = ("tag", "cross-validation F1", "holdout precision", "recall", "F1", "other sources F1")
    return _table(head, [(tag, *(f"{figure:.3f}" for figure in figures)) for tag, *figures in rows])


def _slices(evaluated: ModelFigures) -> str:
    rows = [(name, str(cut.rows), f"{cut.f1:.3f}") for name, cut in evaluated.slices.items()]
    return _table(("slice of the holdout", "rows", "F1"), rows)


def _threshold(model: LinearModel) -> str:
    metrics: Any = model.manifest.metrics
    near, far = metrics["holdout"], metrics["other_sources"]
    return (
        f"Out of fold, 99% of the rows with a confidence of {model.manifest.threshold or 1:.3f} or more\n"
        f"were right. On the holdout {near['share_above_threshold']:.1%} of the rows lie above it, "
        f"{near['right_above']:.1%} of them right;\n"
        f"on other sources {far['share_above_threshold']:.1%}, {far['right_above']:.1%} right."
    )


def _behaviour(evaluated: ModelFigures) -> str:
    result = evaluated.behaviour
    if result is None:
        return "Not run."
    if not result.failed:
        return f"All {result.total} behaviour cases pass."
    failed = "\n".join(
        f"- {one.case}: “{one.text}” is {one.answered}, not {one.expected}. {one.may_fail}"
        for one in result.failed
    )
    return f"{result.passed} of {result.total} cases pass. These do not:\n\n{failed}"


def _f1(model: ModelFigures) -> str:
    low, high = model.intervals["f1"]
    return f"{model.f1:.3f} [{low:.3f}, {high:.3f}]"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [
        f"| {' | '.join(head)} |",
        "|" + " --- |" * len(head),
        *(f"| {' | '.join(row)} |" for row in rows),
    ]
    return "\n".join(lines)
