"""Fixtures of the tour's tests, which open real windows and close them again."""

from tests.gui.conftest import nothing_left_behind, rubbish_is_collected_here

__all__ = ["nothing_left_behind", "rubbish_is_collected_here"]
