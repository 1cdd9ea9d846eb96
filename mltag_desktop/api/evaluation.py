"""Evaluate models on a labelled frame."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from mltag_desktop.api.inputs import (
    InvalidInputError,
    TextColumns,
    column_names,
    require_columns,
    split_labels,
    tag_name,
    tags_of,
    texts_of,
)
from mltag_desktop.api.report import Report
from mltag_desktop.api.tagger import Tagger
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.evaluation.model_evaluation import (
    EvaluationRows,
    evaluate_classifiers,
    named,
    rules_for,
)
from mltag_desktop.core.model.keyword_rules import KeywordRules
from mltag_desktop.core.model.model_names import is_rules, load_model
from mltag_desktop.core.model.types import Classifier, Explanation, Predictions
from mltag_desktop.core.progress import SILENT


def evaluate(
    models: Any,
    frame: pd.DataFrame,
    *,
    label: str,
    text: TextColumns = None,
    slices: str | Sequence[str] = (),
    name: str = "frame",
) -> Report:
    """Evaluate one or more models on the rows of `frame` with the true tags in the column `label`.

    A model is a fitted `Tagger`, a name for `Tagger.load`, "rules" (the keyword rules), or a fitted
    scikit-learn classifier of texts with `predict_proba`; a mapping gives each a name. The last model is
    compared with the one before it. A label that is a list or tuple has the tag of the text, then its
    additional tags, and the report has metrics over all of them. `text` names the text columns, by default
    those of the first `Tagger` that has some. Each value of the columns `slices` is evaluated separately. The
    report also has the most frequent tag and the keyword rules as baselines.
    """
    if not isinstance(frame, pd.DataFrame):
        raise InvalidInputError(
            f"Expected a frame, got {type(frame).__name__}.", "Pass a pandas DataFrame with texts and tags."
        )
    slices = column_names(slices)
    require_columns(frame, [label, *slices])
    given = _named(models)
    if text is None:
        text = next((model.text for _, model in given if isinstance(model, Tagger) and model.text), None)
    texts = texts_of(frame, text, without=(label, *slices))
    if not texts:
        raise InvalidInputError("The frame has no rows.", "Pass rows with texts and tags.")
    main, additional = split_labels(frame[label])
    truth = [tag_name(tag) for tag in tags_of(main, len(frame)).tolist()]
    rules = rules_for(named(truth), truth)
    classifiers = [_classifier(model, called, rules) for called, model in given]
    rows = EvaluationRows(
        texts,
        truth,
        {column: ["" if pd.isna(v) else tag_name(v) for v in frame[column]] for column in slices},
        additional,
    )
    report = evaluate_classifiers(
        SILENT,
        classifiers,
        rows,
        name=name,
        rules=None if any(isinstance(model, str) and is_rules(model) for _, model in given) else rules,
        trained=[each.classifier if isinstance(each, _Renamed) else each for each in classifiers],
    )
    return Report.of(report)


def _named(models: Any) -> list[tuple[str, Any]]:
    """Return the models with their names; an empty name stands for the model's version."""
    if isinstance(models, Mapping):
        given = [(str(name), model) for name, model in models.items()]
    elif isinstance(models, list | tuple):
        given = [("", model) for model in models]
    else:
        given = [("", models)]
    if not given:
        raise InvalidInputError("There is no model to evaluate.", "Pass at least one model.")
    return given


def _classifier(model: Any, name: str, rules: KeywordRules) -> Classifier:
    found: Classifier
    if isinstance(model, str) and is_rules(model):
        found = rules
    elif isinstance(model, str | Path):
        found = load_model(str(model))
    elif isinstance(model, Tagger) and hasattr(model, "model_"):
        found = model.model_
    elif hasattr(model, "predict_proba") and hasattr(model, "classes_"):
        return _Estimator(
            name or type(model).__name__, tuple(tag_name(each) for each in model.classes_), model
        )
    else:
        raise InvalidInputError(
            f"{type(model).__name__} cannot be evaluated: it is not fitted, or has no predict_proba.",
            "Fit it first, or wrap it in CalibratedClassifierCV.",
        )
    return _Renamed(name, found) if name else found


@dataclass(frozen=True)
class _Renamed:
    """A classifier with another version in the report."""

    version: str
    classifier: Classifier

    @property
    def tags(self) -> tuple[str, ...]:
        """The tag set."""
        return self.classifier.tags

    def predict(self, texts: Sequence[str]) -> Predictions:
        """Tag `texts`."""
        found = self.classifier.predict(texts)
        return replace(found, version=self.version)

    def explain(self, text: str, tag: str | None = None) -> Explanation:
        """Return the explanation of the classifier."""
        return self.classifier.explain(text, tag)


@dataclass(frozen=True)
class _Estimator:
    """A scikit-learn classifier of texts as a classifier of the program."""

    version: str
    tags: tuple[str, ...]
    estimator: Any

    def predict(self, texts: Sequence[str]) -> Predictions:
        """Tag `texts`; raises `InvalidInputError` if the estimator cannot."""
        try:
            shares = np.asarray(self.estimator.predict_proba(list(texts)), np.float32)
        except (ValueError, TypeError, AttributeError) as error:
            raise InvalidInputError(
                f"{self.version} cannot predict texts: {str(error).partition(chr(10))[0]}",
                "Pass a classifier of texts, such as a Pipeline that starts with a vectorizer.",
            ) from error
        if shares.shape != (len(texts), len(self.tags)) or not np.isfinite(shares).all():
            raise InvalidInputError(
                f"{self.version} did not return a probability of each tag for each text.",
                "Check the results of its predict_proba.",
            )
        return Predictions(self.version, self.tags, shares)

    def explain(self, text: str, tag: str | None = None) -> Explanation:
        """Raise `MltagError`: the estimator has no explanation."""
        raise MltagError("This classifier has no explanation.", "Explain a Tagger instead.")
