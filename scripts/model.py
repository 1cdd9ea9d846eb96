"""Build `resources/model` from the labelled data and the unlabelled summaries in ../shared/datasets.

Run it as `make model`. The same input gives the same bytes. The teacher's embeddings are cached in
build/teacher; `--fresh` computes them again. `--keep-vectors` fits only the linear part, on the static
vectors of the present model. The examples of the tags' guideline (resources/tags.toml) are trained on, too.
All hyperparameters were chosen by cross-validation on dataset.csv; holdout.csv and other_source.csv are used
for evaluation only.
"""

import csv
import gzip
import shutil
import sys
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import numpy as np

from mltag_desktop.core.evaluation.behavioural_tests import load_cases, run
from mltag_desktop.core.evaluation.evaluation_report import Report
from mltag_desktop.core.evaluation.metrics import figures
from mltag_desktop.core.evaluation.model_evaluation import ReportSettings, RowFacts, evaluate_models
from mltag_desktop.core.evaluation.model_figures import ModelFigures, ModelRole
from mltag_desktop.core.evaluation.regressions import text_slices
from mltag_desktop.core.model.bundle import CARD, bundled, load_bundle, save_bundle
from mltag_desktop.core.model.keyword_rules import KeywordRules
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.recipes import DEFAULT_RECIPE
from mltag_desktop.core.model.similarity.near_duplicates import duplicates
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.training.training import (
    Examples,
    FoldPlan,
    cross_validate,
    labelled_features,
    train,
    weighted_f1,
)
from scripts.card import card
from scripts.distill import embed_texts, fit_vectors, load_teacher

_ROOT: Final = Path(__file__).resolve().parents[1]
_DATA: Final = _ROOT.parent / "shared" / "datasets"
_FOLDS: Final = FoldPlan(folds=10, repeats=10)
"""The mean of three repeats varies by about 0.0025 with the folds, that of ten by 0.0013 (record 27)."""
_LICENCES: Final = (
    "Model: MIT, as the program",
    "Labelled data: Made With ML, MIT License, copyright 2023 Made With ML",
    "Teacher of the static vectors and word pieces: sentence-transformers/all-MiniLM-L6-v2, Apache-2.0",
    "Texts for the vectors: one-line summaries of public Python packages, used without labels",
)


def main(arguments: list[str]) -> None:
    """Build, evaluate and write the model."""
    guideline = _guideline()
    cache = _ROOT / "build" / "teacher"
    if "--fresh" in arguments:
        shutil.rmtree(cache, ignore_errors=True)
    rows, holdout, other = (_read(name) for name in ("dataset", "holdout", "other_source"))
    summaries = gzip.decompress((_DATA / "summaries.txt.gz").read_bytes()).decode("utf-8").splitlines()
    teacher = load_teacher()
    far, near = embed_texts(summaries, cache), embed_texts(rows.texts, cache)
    unseen = fit_vectors(summaries, far, teacher)
    if "--keep-vectors" in arguments:
        vectors = bundled().vectors
    else:
        vectors = fit_vectors([*summaries, *rows.texts * 3], np.concatenate([far, near, near, near]), teacher)
    model = train(SILENT, _joined(rows, guideline), DEFAULT_RECIPE, vectors=vectors)
    rules = KeywordRules.load(_ROOT / "resources" / "rules.toml")
    metrics: dict[str, Any] = {"cross_validation": _cross_validation(rows, guideline, unseen)}
    reports = {
        "holdout": _evaluate(model, rules, holdout, "holdout"),
        "other_sources": _evaluate(model, rules, other, "other"),
    }
    for name, report in reports.items():
        metrics[name] = _figures(report.models[-1], _above(model, holdout if name == "holdout" else other))
        metrics[name]["rules_f1"] = round(report.models[0].f1, 4)
    cases = reports["holdout"].models[-1].behaviour
    if cases is not None:
        metrics["behaviour"] = {
            "passed": cases.passed,
            "total": cases.total,
            "failed": list(cases.failed_cases),
        }
    metrics["guideline_rows"] = len(guideline.texts)
    manifest = replace(model.manifest, metrics=metrics, licences=_LICENCES)
    model = LinearModel(manifest, vectors, model.head, model.base, _holdout(model, rules, holdout))
    folder = _ROOT / "build" / "model"
    shutil.rmtree(folder, ignore_errors=True)
    save_bundle(folder, model, card(model, reports["holdout"], reports["other_sources"]))
    load_bundle(folder)
    target = _ROOT / "resources" / "model"
    shutil.rmtree(target, ignore_errors=True)
    folder.replace(target)
    size = sum(path.stat().st_size for path in target.iterdir())
    sys.stdout.write(f"{(target / CARD).read_text(encoding='utf-8')}\n{model.version}: {size / 1e6:.1f} MB\n")


def _read(name: str) -> Examples:
    with (_DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    texts = tuple(" ".join(filter(None, (row["title"].strip(), row["description"].strip()))) for row in rows)
    return Examples(texts, tuple(row["tag"] for row in rows))


def _guideline() -> Examples:
    """Return the examples of the tags' guideline."""
    with (_ROOT / "resources" / "tags.toml").open("rb") as file:
        tags = tomllib.load(file)["tags"]
    pairs = [(text, tag["name"]) for tag in tags for text in tag["examples"]]
    return Examples(tuple(text for text, _ in pairs), tuple(tag for _, tag in pairs))


def _joined(rows: Examples, more: Examples) -> Examples:
    return Examples(rows.texts + more.texts, rows.tags + more.tags)


def _cross_validation(rows: Examples, guideline: Examples, vectors: Any) -> dict[str, Any]:
    """Cross-validate the recipe on vectors that were fitted without these texts; score `rows` only."""
    labelled = labelled_features(_joined(rows, guideline), vectors)
    result = cross_validate(SILENT, labelled, DEFAULT_RECIPE, _FOLDS)
    scored = len(rows.texts)
    truth, probabilities = result.truth[:scored], result.probabilities[:, :scored]
    repeats, _, tags = probabilities.shape
    scores = [weighted_f1(truth, answers.argmax(axis=1), tags) for answers in probabilities]
    total = figures(np.tile(truth, repeats), np.concatenate(list(probabilities)), result.tags)
    first = figures(truth, probabilities[0], result.tags)
    return {
        "repeats": repeats,
        "folds": _FOLDS.folds,
        "f1_spread": round(float(np.std(scores, ddof=1)), 4),
        "f1": round(float(np.mean(scores)), 4),
        "f1_interval": [round(bound, 4) for bound in first.intervals["f1"]],
        "accuracy": round(total.accuracy, 4),
        "ece": round(total.ece, 4),
        "tags": {tag: round(of_tag.f1, 4) for tag, of_tag in total.tags.items()},
    }


def _evaluate(model: LinearModel, rules: KeywordRules, rows: Examples, name: str) -> Report:
    cases = load_cases(_ROOT / "resources" / "behaviour.toml")
    return evaluate_models(
        SILENT,
        rows.tags,
        model.tags,
        [rules.predict(rows.texts), model.predict(rows.texts)],
        roles=(ModelRole.RULES, ModelRole.MODEL),
        behaviour=[run(rules, cases), run(model, cases)],
        rows=RowFacts(slices=text_slices(rows.texts, rows.tags)),
        settings=ReportSettings(name=name),
    )


def _above(model: LinearModel, rows: Examples) -> Mapping[str, float]:
    """Return the share of rows above the model's threshold and their accuracy."""
    predictions = model.predict(rows.texts)
    right = np.array([model.tags[best] == tag for best, tag in zip(predictions.best, rows.tags, strict=True)])
    above = predictions.confidence >= (model.manifest.threshold or 1.0)
    return {
        "share_above_threshold": round(float(above.mean()), 4),
        "right_above": round(float(right[above].mean()), 4),
    }


def _figures(one: ModelFigures, above: Mapping[str, float]) -> dict[str, Any]:
    return {
        "rows": one.rows,
        "f1": round(one.f1, 4),
        "f1_interval": [round(bound, 4) for bound in one.intervals["f1"]],
        "accuracy": round(one.accuracy, 4),
        "macro_f1": round(one.macro_f1, 4),
        "ece": round(one.ece, 4),
        "tags": {tag: round(figure.f1, 4) for tag, figure in one.tags.items()},
        "slices": {name: {"rows": cut.rows, "f1": round(cut.f1, 4)} for name, cut in one.slices.items()},
        **above,
    }


def _holdout(model: LinearModel, rules: KeywordRules, rows: Examples) -> Any:
    """Return the holdout as a snapshot with its slices and the rules' predictions."""
    snapshot = labelled_features(rows, model.vectors, model.tags)
    repeated = int(duplicates(snapshot.features, snapshot.digests, model.base).sum())
    sys.stdout.write(f"{repeated} rows of the holdout equal, or nearly equal, a training row\n")
    answers = rules.predict(rows.texts)
    columns = [answers.tags.index(tag) for tag in model.tags]
    return replace(
        snapshot,
        slices=text_slices(rows.texts, rows.tags),
        rules=answers.probabilities[:, columns].astype(np.float32),
    )


if __name__ == "__main__":
    main(sys.argv[1:])
