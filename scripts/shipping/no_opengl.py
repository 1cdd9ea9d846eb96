"""Runtime hook of the frozen program: replaces Qt's two OpenGL modules, which are not shipped.

pyqtgraph refers to their classes on import, and only creates instances for OpenGL charts, which the program
does not use. The modules take 9 MiB.
"""

import sys
from types import ModuleType


class Absent(ModuleType):
    """A module in which every name is an empty class."""

    def __getattr__(self, name: str) -> type:
        if name.startswith("__"):
            raise AttributeError(name)
        return type(name, (), {})


for module in ("QtOpenGL", "QtOpenGLWidgets"):
    sys.modules[f"PySide6.{module}"] = Absent(f"PySide6.{module}")
