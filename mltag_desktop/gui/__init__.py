"""The Qt application."""

import builtins
from typing import Final

PYTHONS_IMPORT: Final = builtins.__import__
"""Python's own import; PySide6 puts another in its place when it is loaded, see `use_pythons_import`."""
