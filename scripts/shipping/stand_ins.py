"""Runtime hook of the frozen program: replaces modules that libraries import and the program does not use.

scipy.optimize imports the functions for linear programs, and with them the solver HiGHS: 7 MiB.
numpy sets the docstrings of its compiled functions at each start: 6 ms.
"""

import sys
from types import ModuleType


class Absent(ModuleType):
    """A module in which every name is an empty class."""

    def __getattr__(self, name: str) -> type:
        if name.startswith("__"):
            raise AttributeError(name)
        return type(name, (), {})


for module in (
    "scipy.optimize._linprog",
    "scipy.optimize._milp",
    "numpy._core._add_newdocs",
    "numpy._core._add_newdocs_scalars",
):
    sys.modules[module] = Absent(module)
