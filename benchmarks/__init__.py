"""Speed as ratios: each figure compares contenders within one run on one machine."""

import os

if not any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")):
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before any benchmark loads Qt
