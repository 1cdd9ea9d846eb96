"""The tests of the tour open real windows, and leave none behind."""

from tests.gui.conftest import nothing_left_behind, rubbish_is_collected_here

__all__ = ["nothing_left_behind", "rubbish_is_collected_here"]
