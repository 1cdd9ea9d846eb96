"""MLTag Desktop: sort content by topic, offline, with a model that learns from corrections.

The Python interface is `Tagger`, `Workspace`, `read_table` and `evaluate`; see docs/guide/python.md.
"""

__version__ = "0.1.0"

_INTERFACE = {
    "InvalidInputError": "mltag_desktop.api.inputs",
    "MltagError": "mltag_desktop.core.errors",
    "Report": "mltag_desktop.api.report",
    "Tagger": "mltag_desktop.api.tagger",
    "Workspace": "mltag_desktop.api.workspace",
    "evaluate": "mltag_desktop.api.evaluation",
    "read_table": "mltag_desktop.api.inputs",
}
__all__ = ["InvalidInputError", "MltagError", "Report", "Tagger", "Workspace", "evaluate", "read_table"]


def __getattr__(name: str) -> object:
    """Import a part of the Python interface when it is first used; the window starts without pandas."""
    if name not in _INTERFACE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    found: object = getattr(import_module(_INTERFACE[name]), name)
    return found


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
