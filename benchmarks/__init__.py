"""Benchmarks: most figures are ratios between contenders, measured in the same run on the same machine."""

import os

import mltag_desktop.gui  # noqa: F401  # keeps Python's own import before a benchmark loads Qt

if not any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")):
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # must be set before a benchmark loads Qt
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as `mltag_desktop.__main__` does, before numpy is loaded
