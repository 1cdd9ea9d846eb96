"""Prepare a model of a workspace for a service."""

from dataclasses import replace

from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.manifest import Manifest
from mltag_desktop.core.workspace.decisions.review_thresholds import ReviewBelow


def with_review(model: LinearModel, below: ReviewBelow) -> LinearModel:
    """Return the model with the review thresholds of the workspace; its predictions do not change.

    The service option `--review-below` takes precedence over these thresholds.
    """
    limits = {"": below.default, **{tag: limit for tag, limit in below.tags.items() if tag in model.tags}}
    manifest: Manifest = replace(model.manifest, review_below=limits)
    return LinearModel(manifest, model.vectors, model.head, model.base, model.holdout, model.elsewhere)
