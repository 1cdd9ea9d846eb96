"""Ends the workers that are kept for the next call."""

from mltag_desktop.core.processes.pool import shared_pool


def end_kept_workers() -> None:
    """End the free processes of trainings."""
    shared_pool().end()
