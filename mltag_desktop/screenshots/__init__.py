"""Tour and self-test of the window; the window does not import this package."""
