"""Tour and self-test of the window (not loaded by the window)."""
