"""Ends the workers that are kept for the next call."""

from joblib.externals.loky import get_reusable_executor

from mltag_desktop.core.training.parallel import KEPT_WORKERS


def end_kept_workers() -> None:
    """End the workers of both backends."""
    KEPT_WORKERS.end()
    get_reusable_executor().shutdown(wait=True)
