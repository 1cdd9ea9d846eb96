"""Runs before the frozen program: stands in for Qt's two OpenGL modules, which it does not carry.

pyqtgraph names their classes when it is loaded, and makes one only for charts that are asked to be drawn by
OpenGL. None here is. The two weigh 9 MiB.
"""

import sys
from types import ModuleType


class Absent(ModuleType):
    """A module each of whose names is an empty class."""

    def __getattr__(self, name: str) -> type:
        if name.startswith("__"):
            raise AttributeError(name)
        return type(name, (), {})


for module in ("QtOpenGL", "QtOpenGLWidgets"):
    sys.modules[f"PySide6.{module}"] = Absent(f"PySide6.{module}")
