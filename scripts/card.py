"""The model card of the bundled model, as Markdown."""

from collections.abc import Iterable, Sequence

from mltag_desktop.core.evaluation.report import ModelFigures, Report
from mltag_desktop.core.model.linear import LinearModel


def card(model: LinearModel, holdout: Report, other: Report) -> str:
    """Return the card: data, recipe, figures with intervals, slices, behaviour, limits and licences."""
    manifest = model.manifest
    found = manifest.metrics["cross_validation"]
    rules, judged = holdout.models
    far_rules, far = other.models
    above, far_above = manifest.metrics["holdout"], manifest.metrics["other_sources"]
    counts = {tag: int((model.base.labels == code).sum()) for code, tag in enumerate(model.tags)}
    low, high = found["f1_interval"]
    return "\n".join(
        [
            f"# Model card: machine-learning content, version {model.version}",
            "",
            "Reads a title and a description, answers with one of four tags and the probability of each.",
            "",
            "## Data",
            f"Trained on {len(model.base)} labelled rows of the Made With ML course: "
            + ", ".join(f"{tag} {count}" for tag, count in counts.items())
            + f". Judged on its {judged.rows} gold holdout rows, on which nothing was chosen, and on {far.rows} rows from "
            "public topic lists, which the training data never saw and whose tags are the list they stand in.",
            "The bundle carries the rows as numbers, without their texts.",
            "",
            "## Recipe",
            f"`{manifest.recipe.name}`: {manifest.recipe.summary}; "
            f"C = {manifest.recipe.c:g}, alpha = {manifest.recipe.alpha:g}, "
            f"static vectors of {model.vectors.dimension} dimensions. "
            f"Calibration out of fold: softmax({model.head.scale[0]:.2f} · svm + {model.head.scale[1]:.2f} · bayes).",
            "",
            "## Figures",
            "F1 is weighted by support; brackets hold 95% intervals (bootstrap of 1,000 draws).",
            "",
            *_table(
                ("rows", "model", "rules baseline", "expected calibration error"),
                [
                    (
                        f"cross-validation, {found['repeats']} × {found['folds']} folds, vectors fitted without these texts",
                        f"{found['f1']:.3f} [{low:.3f}, {high:.3f}]",
                        "",
                        f"{found['ece']:.3f}",
                    ),
                    (f"holdout, {judged.rows}", _f1(judged), _f1(rules), f"{judged.ece:.3f}"),
                    (f"other sources, {far.rows}", _f1(far), _f1(far_rules), f"{far.ece:.3f}"),
                ],
            ),
            "",
            *_table(
                ("tag", "cross-validation F1", "holdout precision", "holdout recall", "holdout F1", "other sources F1"),
                [
                    (tag, f"{found['tags'][tag]:.3f}", f"{one.precision:.3f}", f"{one.recall:.3f}", f"{one.f1:.3f}",
                     f"{far.tags[tag].f1:.3f}")
                    for tag, one in judged.tags.items()
                ],
            ),
            "",
            *_table(
                ("slice of the holdout", "rows", "F1"),
                [(name, str(cut.rows), f"{cut.f1:.3f}") for name, cut in judged.slices.items()],
            ),
            "",
            f"Out of fold, 99% of the rows with a confidence of at least {manifest.threshold or 1:.3f} were right. On the "
            f"holdout {above['share_above_threshold']:.1%} of the rows lie above it, {above['right_above']:.1%} of them "
            f"right; on other sources {far_above['share_above_threshold']:.1%}, {far_above['right_above']:.1%} right.",
            "",
            "## Behaviour",
            *_behaviour(judged),
            "",
            "## Limits",
            "- English titles and descriptions about machine learning; other languages fall back on word pieces.",
            "- A threshold holds for a source only after it was measured there; see other sources above.",
            "- `other` is what the course's authors put there (reinforcement learning, graphs, tabular data, audio and the "
            "rest), not everything that is off topic.",
            "- `mlops` has the fewest training rows.",
            "",
            "## Licences",
            *(f"- {licence}" for licence in manifest.licences),
            "",
        ]
    )  # fmt: skip


def _f1(one: ModelFigures) -> str:
    low, high = one.intervals["f1"]
    return f"{one.f1:.3f} [{low:.3f}, {high:.3f}]"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    return [
        f"| {' | '.join(head)} |",
        "|" + " --- |" * len(head),
        *(f"| {' | '.join(row)} |" for row in rows),
    ]


def _behaviour(judged: ModelFigures) -> list[str]:
    result = judged.behaviour
    if result is None:
        return ["Not run."]
    if not result.failed:
        return [f"All {result.total} behaviour cases pass."]
    return [
        f"{result.passed} of {result.total} behaviour cases pass. These do not:",
        "",
        *(
            f"- {one.case}: “{one.text}” is answered {one.answered}, expected {one.expected}"
            for one in result.failed
        ),
    ]
