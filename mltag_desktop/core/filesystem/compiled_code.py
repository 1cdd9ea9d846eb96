"""Load the compiled modules, which are built on installation if there is a C compiler."""

import importlib
import os
from typing import Any


def compiled_module(name: str, version: int) -> Any:
    """Return a compiled module.

    None if it was not built, if the source of a checkout has another version, or with the environment
    variable `MLTAG_COMPILED=0`.
    """
    if os.environ.get("MLTAG_COMPILED") == "0":
        return None
    try:
        found = importlib.import_module(name)
    except ImportError:
        return None
    return found if version == found.VERSION else None
